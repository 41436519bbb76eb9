// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_stamps.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <regex>

#include "base/text.h"

namespace trefpunt {

namespace {

constexpr std::size_t kLongestName = 60;  // bytes: longer is a note, not a name

const char* const kNumberTags[] = {
    "nummer",  "nr",          "ruimtenr", "ruimtenummer", "ruimte_nr",  "ruimte_nummer",
    "kamernr", "kamernummer", "number",   "room_number",  "roomnumber", "room_no",
    "roomno",  "raumnummer",  "raumnr",   "no",           "num"};
const char* const kNameTags[] = {"naam",        "ruimtenaam", "ruimte_naam",  "ruimte",
                                 "name",        "room_name",  "roomname",     "room",
                                 "raumname",    "raum",       "omschrijving", "benaming",
                                 "bezeichnung", "functie",    "function"};
const char* const kAreaTags[] = {"opp", "oppervlakte", "oppervlak", "area",   "room_area",
                                 "m2",  "nvo",         "vvo",       "flache", "flaeche"};

template <std::size_t N>
std::string first_of(const std::map<std::string, std::string>& attributes,
                     const char* const (&tags)[N]) {
  for (const char* tag : tags) {
    const auto found = attributes.find(tag);
    if (found != attributes.end() && !found->second.empty()) return found->second;
  }
  return {};
}

std::optional<double> number_from(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  double value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc() || value <= 0) return std::nullopt;
  return value;
}

// "14,8 m2", "opp.: 14.8 m²", "A = 14,8m2"; what stands before it is kept in `rest`.
std::optional<double> take_area(std::string& line) {
  static const std::regex area(
      R"(^(.*?)(?:\b(?:opp(?:ervlakte|ervlak)?|nvo|vvo|area|a|fl(?:a|ä|ae)che)\s*[.:=]*\s*)?(\d+(?:[.,]\d+)?)\s*(?:m2|m²|m\^2|qm)\s*$)",
      std::regex::icase);
  std::smatch match;
  if (!std::regex_match(line, match, area)) return std::nullopt;
  const auto value = number_from(match[2].str());
  if (value) line = squeeze(match[1].str());
  return value;
}

// "0.12", "1.04a", "A-101", "B1.23", "K 12"; a bare count of at most four digits too.
bool is_number(const std::string& word) {
  static const std::regex number(
      R"(^[A-Za-z]{0,2}[-. ]?-?\d{1,4}(?:[.\-_]\d{1,4}){0,3}[A-Za-z]?$)");
  return std::regex_match(word, number);
}

// Levels, heights and scales are no names: "+2600", "P = 0", "h=2700", "1:100".
bool is_measure(const std::string& line) {
  static const std::regex measure(
      R"(^(?:[+\-=]|±|Ø|(?:peil|vl|pl|h|p|v|b|br|bk|ok)\s*[.:=+\-]+\s*\d|\d+\s*(?:[:x]|×)\s*\d+).*)",
      std::regex::icase);
  return std::regex_match(line, measure);
}

bool has_letter(const std::string& line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80);
  });
}

void add_line(const std::string& raw, Stamp& stamp) {
  std::string line = squeeze(raw);
  if (line.empty() || is_measure(line)) return;
  if (const auto area = take_area(line); area && !stamp.area_m2) stamp.area_m2 = area;
  if (line.empty()) return;
  if (stamp.number.empty() && is_number(line)) {
    stamp.number = line;
    return;
  }
  if (const std::size_t space = line.find(' ');
      stamp.number.empty() && space != std::string::npos && is_number(line.substr(0, space)) &&
      line.find_first_of("0123456789") < space && has_letter(line.substr(space))) {
    stamp.number = line.substr(0, space);
    line = line.substr(space + 1);
    if (line.starts_with("- ")) line = line.substr(2);
  }
  if (!has_letter(line) || line.size() > kLongestName) return;
  stamp.name += (stamp.name.empty() ? "" : " ") + line;
}

Stamp from_object(const MeantObject& object) {
  Stamp stamp;
  stamp.number = first_of(object.attributes, kNumberTags);
  stamp.name = first_of(object.attributes, kNameTags);
  std::string area = first_of(object.attributes, kAreaTags);
  if (!area.empty()) stamp.area_m2 = number_from(area);
  Box box;
  if (stamp.empty()) {
    std::vector<const DxfItem*> texts;
    for (const DxfItem& item : object.items) {
      if (item.kind == DxfItem::Kind::Text) texts.push_back(&item);
    }
    std::stable_sort(texts.begin(), texts.end(), [](const DxfItem* a, const DxfItem* b) {
      return a->points.front().y > b->points.front().y;
    });
    for (const DxfItem* text : texts) {
      add_line(text->text, stamp);
      box.add(text->points.back());
    }
  }
  for (const DxfItem& item : object.items) {
    if (item.kind != DxfItem::Kind::Text) box.add(box_of(item.points));
  }
  stamp.at = object.at;
  stamp.or_at = box.empty() ? object.at : middle(box.low, box.high);
  stamp.handle = object.handle;
  stamp.is_stamp = true;
  return stamp;
}

bool speaks_of_rooms(Meaning meaning) {
  return meaning == Meaning::RoomStamp || meaning == Meaning::Text || meaning == Meaning::Unknown ||
         meaning == Meaning::SpaceOutline || meaning == Meaning::Wall ||
         meaning == Meaning::Boundary || meaning == Meaning::Floor;
}

// Whether the second stands right under the first, as lines of one stamp do.
bool continues(const Stamp& above, const Stamp& below) {
  const double height = std::max(above.height, below.height);
  return std::abs(above.at.y - below.at.y) < 3.2 * height &&
         std::abs(above.at.x - below.at.x) < 8 * height;
}

bool can_join(const Stamp& a, const Stamp& b) {
  return (a.number.empty() || b.number.empty()) && !(a.area_m2 && b.area_m2) &&
         a.is_stamp == b.is_stamp;
}

}  // namespace

Stamp stamp_from_text(const std::string& text) {
  Stamp stamp;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    add_line(text.substr(from, end - from), stamp);
    from = end + 1;
  }
  return stamp;
}

std::vector<Stamp> stamps_of(const FlatDrawing& drawing) {
  std::vector<Stamp> stamps;
  for (const MeantObject& object : drawing.objects) {
    if (object.meaning != Meaning::RoomStamp) continue;
    Stamp stamp = from_object(object);
    if (!stamp.empty()) stamps.push_back(std::move(stamp));
  }
  for (const MeantItem& meant : drawing.items) {
    if (meant.item.kind != DxfItem::Kind::Text || !speaks_of_rooms(meant.meaning)) continue;
    Stamp stamp = stamp_from_text(meant.item.text);
    if (stamp.empty()) continue;
    stamp.at = meant.item.points.front();
    stamp.or_at = meant.item.points.back();
    stamp.handle = meant.item.handle;
    stamp.height = meant.item.text_height;
    stamp.is_stamp = meant.meaning == Meaning::RoomStamp;
    stamps.push_back(std::move(stamp));
  }
  for (std::size_t i = 0; i < stamps.size(); ++i) stamps[i].order = static_cast<int>(i);
  return stamps;
}

std::vector<Stamp> joined(std::vector<Stamp> stamps) {
  // From the top down, each text joins the one right above it; a block is whole by itself.
  std::stable_sort(stamps.begin(), stamps.end(), [](const Stamp& a, const Stamp& b) {
    return a.at.y != b.at.y ? a.at.y > b.at.y : a.at.x < b.at.x;
  });
  std::vector<Stamp> whole, last;  // `last`: the lowest line of each
  for (Stamp& text : stamps) {
    bool done = false;
    for (std::size_t i = whole.size(); i > 0 && !done; --i) {
      Stamp& above = whole[i - 1];
      if (text.height <= 0 || above.height <= 0 || !continues(last[i - 1], text) ||
          !can_join(above, text)) {
        continue;
      }
      if (above.number.empty()) above.number = text.number;
      if (!text.name.empty()) above.name += (above.name.empty() ? "" : " ") + text.name;
      if (!above.area_m2) above.area_m2 = text.area_m2;
      above.order = std::min(above.order, text.order);
      last[i - 1] = text;
      done = true;
    }
    if (done) continue;
    last.push_back(text);
    whole.push_back(std::move(text));
  }
  return whole;
}

}  // namespace trefpunt

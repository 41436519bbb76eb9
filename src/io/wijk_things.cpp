// SPDX-License-Identifier: GPL-3.0-or-later
// Homes, places and furnishings of layers that are theirs.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/text.h"
#include "io/layer_map.h"
#include "io/wijk_draft.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostRowsNamed = 100;  // findings of one list, one per row

std::string letters_and_digits(const std::string& text) {
  std::string kept;
  for (const unsigned char c : text) {
    if (std::isalnum(c)) kept += static_cast<char>(std::toupper(c));
  }
  return kept;
}

std::string key_of(const WijkColumns& columns, const WijkFeature& feature) {
  return AddressBook::key(columns.text(feature, "postcode"), columns.text(feature, "house_number"),
                          columns.text(feature, "house_letter"),
                          columns.text(feature, "house_suffix"));
}

std::optional<int> whole(const std::optional<double>& number) {
  if (!number || *number < 0 || *number > 1e6) return std::nullopt;
  return static_cast<int>(std::lround(*number));
}

// The register keeps plans too: granted but not yet built.
bool is_planned(const MappedLayer& layer, const WijkColumns& columns, const WijkFeature& feature) {
  const std::string status = fold(columns.text(feature, "status"));
  if (status.find("gevormd") != std::string::npos || status.starts_with("plan")) return true;
  return columns.yes_no(feature, "planned")
      .value_or(fold(layer.source.name).find("plan") != std::string::npos);
}

PlanAllows plan_allows(const std::string& text) {
  const std::optional<bool> allows = yes_no_of(text);
  return !allows ? PlanAllows::NotChecked : *allows ? PlanAllows::Yes : PlanAllows::No;
}

struct Found {
  Point at;
  std::string function;
};

std::optional<Found> find_place(const WijkColumns& columns, const WijkFeature& feature,
                                const AddressBook& book) {
  if (const std::optional<Point> at = point_of(feature)) return Found{*at, {}};
  const auto look = [](const auto& entries, const std::string& key) -> std::optional<Found> {
    const auto entry = key.empty() ? entries.end() : entries.find(key);
    if (entry == entries.end()) return std::nullopt;
    return Found{entry->second.at, entry->second.function};
  };
  if (const auto found = look(book.by_bag, AddressBook::bag_key(columns.text(feature, "bag")))) {
    return found;
  }
  return look(book.by_address, key_of(columns, feature));
}

void report_rows(const MappedLayer& layer, const std::vector<std::string>& rows,
                 std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < std::min(rows.size(), kMostRowsNamed); ++i) {
    findings.push_back({finding::kRowNotPlaced,
                        Severity::Warning,
                        {"Deze rij is niet te plaatsen: geen coördinaten, en geen woning of adres "
                         "met deze postcode en dit huisnummer of dit BAG-nummer.",
                         "This row cannot be placed: no coordinates, and no home or address with "
                         "this postcode and number or this BAG number."},
                        "",
                        fmt::format("{}: row {}", layer.source.file, rows[i])});
  }
  if (rows.size() > kMostRowsNamed) {
    const std::size_t rest = rows.size() - kMostRowsNamed;
    findings.push_back({finding::kRowNotPlaced,
                        Severity::Warning,
                        {fmt::format("Nog {} rijen zijn niet te plaatsen.", rest),
                         fmt::format("Another {} rows cannot be placed.", rest)},
                        "",
                        layer.source.file});
  }
}

std::string row_of(const WijkFeature& feature) {
  return feature.id.starts_with('#') ? feature.id.substr(1) : feature.id;
}

}  // namespace

std::string AddressBook::key(const std::string& postcode, const std::string& number,
                             const std::string& letter, const std::string& suffix) {
  const std::string area = letters_and_digits(postcode);
  std::size_t digits = 0;
  while (digits < number.size() && std::isdigit(static_cast<unsigned char>(number[digits]))) {
    ++digits;
  }
  if (area.size() < 4 || digits == 0) return {};
  return fmt::format("{} {} {}", area,
                     std::stoll("0" + number.substr(0, std::min<std::size_t>(digits, 9))),
                     letters_and_digits(number.substr(digits) + letter + suffix));
}

std::string AddressBook::bag_key(const std::string& bag) {
  const std::string plain = letters_and_digits(bag);
  const std::size_t first = plain.find_first_not_of('0');
  return first == std::string::npos ? std::string() : plain.substr(first);
}

void Unread::report(const MappedLayer& layer, const Text& what,
                    std::vector<Finding>& findings) const {
  if (!values.empty()) {
    std::string named;
    int count = 0, shown = 0;
    for (const auto& [value, times] : values) {
      count += times;
      if (++shown <= 6) named += (shown > 1 ? ", \"" : "\"") + value + "\"";
    }
    if (shown > 6) named += " …";
    findings.push_back(
        {finding::kValueNotUnderstood,
         Severity::Warning,
         {fmt::format("{} bij {} objecten niet begrepen: {}.", what.nl, count, named),
          fmt::format("{} of {} features not understood: {}.", what.en, count, named)},
         "",
         layer.where()});
  }
  if (ended > 0) {
    findings.push_back({finding::kEndedLeftOut,
                        Severity::Note,
                        {fmt::format("{} objecten die niet meer bestaan, zijn weggelaten.", ended),
                         fmt::format("{} features that no longer exist were left out.", ended)},
                        "",
                        layer.where()});
  }
}

bool has_ended(const WijkColumns& columns, const WijkFeature& feature) {
  if (!columns.text(feature, "ended").empty()) return true;
  const std::string status = fold(columns.text(feature, "status"));
  for (const char* word :
       {"ingetrokken", "niet gerealiseerd", "gesloopt", "ten onrechte", "historie"}) {
    if (status.find(word) != std::string::npos) return true;
  }
  return false;
}

std::optional<Point> point_of(const WijkFeature& feature) {
  if (!feature.points.empty()) return feature.points.front();
  const auto largest =
      std::ranges::max_element(feature.polygons, {}, [](const Polygon& p) { return area(p); });
  if (largest != feature.polygons.end() && area(*largest) > 0) return snap(label_point(*largest));
  if (!feature.lines.empty()) return feature.lines.front()[feature.lines.front().size() / 2];
  return std::nullopt;
}

void add_homes(MappedLayer& layer, WijkDraft& draft) {
  std::vector<Home>& homes = WijkDraft::given(draft.homes);
  const WijkColumns columns = layer.columns();
  Unread unread;
  std::vector<std::string> lost;
  for (const WijkFeature& feature : layer.source.features) {
    if (has_ended(columns, feature)) {
      ++unread.ended;
      continue;
    }
    const std::optional<Point> at = point_of(feature);
    if (!at) {
      lost.push_back(row_of(feature));
      continue;
    }
    const std::string& use = columns.text(feature, "use");
    const std::string address = key_of(columns, feature);
    const std::string bag = AddressBook::bag_key(columns.text(feature, "key"));
    if (!address.empty())
      draft.addresses.by_address.try_emplace(address, AddressBook::Entry{*at, use});
    if (!bag.empty()) draft.addresses.by_bag.try_emplace(bag, AddressBook::Entry{*at, use});
    if (!use.empty() && fold(use).find("woon") == std::string::npos &&
        fold(use).find("residential") == std::string::npos) {
      continue;
    }
    Home home;
    home.at = *at;
    home.dwellings = std::max(1, whole(columns.number(feature, "dwelling_count")).value_or(1));
    home.residents = columns.number(feature, "residents");
    home.shared_space = columns.yes_no(feature, "shared_space");
    home.is_planned = is_planned(layer, columns, feature);
    home.source_key = columns.text(feature, "key");
    homes.push_back(std::move(home));
    layer.made("homes");
  }
  unread.report(layer, {}, draft.findings);
  report_rows(layer, lost, draft.findings);
}

void add_places(MappedLayer& layer, WijkDraft& draft) {
  std::vector<WijkPlace>& places = WijkDraft::given(draft.places);
  const WijkColumns columns = layer.columns();
  Unread unread;
  std::vector<std::string> lost;
  for (const WijkFeature& feature : layer.source.features) {
    if (has_ended(columns, feature)) {
      ++unread.ended;
      continue;
    }
    const std::optional<Found> found = find_place(columns, feature, draft.addresses);
    if (!found) {
      lost.push_back(row_of(feature));
      continue;
    }
    WijkPlace place;
    place.at = found->at;
    place.name = columns.text(feature, "name");
    const std::string& category = columns.text(feature, "category");
    const auto known = value_of(wijk_words().places, fold(category));
    if (!known && !category.empty()) ++unread.values[category];
    place.category = known.value_or(PlaceCategory::Other);
    place.is_meeting_place = columns.yes_no(feature, "meeting");
    place.area_m2 = columns.number(feature, "area");
    place.seats = whole(columns.number(feature, "seats"));
    place.free_stay = columns.yes_no(feature, "free_stay");
    place.has_seating = columns.yes_no(feature, "has_seating");
    place.step_free = columns.yes_no(feature, "step_free");
    place.user_groups = whole(columns.number(feature, "user_groups"));
    place.building_function = columns.text(feature, "use");
    if (place.building_function.empty()) place.building_function = found->function;
    place.plan_allows = plan_allows(columns.text(feature, "plan_allows"));
    place.opening_hours = columns.text(feature, "opening_hours");
    place.is_planned = columns.yes_no(feature, "planned").value_or(false);
    place.source_key = columns.text(feature, "bag");
    places.push_back(std::move(place));
    layer.made("places");
  }
  unread.report(layer, {"Soort plek", "Kind of place"}, draft.findings);
  report_rows(layer, lost, draft.findings);
}

void add_furnishings(MappedLayer& layer, WijkDraft& draft) {
  std::vector<Furnishing>& furnishings = WijkDraft::given(draft.furnishings);
  const WijkColumns columns = layer.columns();
  // A layer of one kind says so in its name: "bushaltes", "banken".
  std::optional<FurnishingKind> by_name;
  for (const auto& [word, kind] : wijk_words().furnishings) {
    if (word.size() > 3 && fold(layer.source.name).find(word) != std::string::npos) by_name = kind;
  }
  Unread unread;
  std::vector<std::string> lost;
  for (const WijkFeature& feature : layer.source.features) {
    if (has_ended(columns, feature)) {
      ++unread.ended;
      continue;
    }
    std::optional<FurnishingKind> kind;
    for (const int column : columns.all("furnishing")) {
      kind = value_of(wijk_words().furnishings, fold(layer.source.text(feature, column)));
      if (kind) break;
    }
    if (!kind) kind = by_name;
    if (!kind) continue;  // lamps, posts: street furniture has much that is not ours
    const std::optional<Found> found = find_place(columns, feature, draft.addresses);
    if (!found) {
      lost.push_back(row_of(feature));
      continue;
    }
    Furnishing thing;
    thing.at = found->at;
    thing.kind = *kind;
    thing.backrest = columns.yes_no(feature, "backrest");
    thing.wheelchair = columns.yes_no(feature, "wheelchair");
    thing.is_planned = columns.yes_no(feature, "planned").value_or(false);
    thing.source_key = columns.text(feature, "key");
    furnishings.push_back(std::move(thing));
    layer.made("furnishings");
  }
  unread.report(layer, {}, draft.findings);
  report_rows(layer, lost, draft.findings);
}

}  // namespace trefpunt

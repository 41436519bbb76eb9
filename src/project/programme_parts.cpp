// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/programme_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "project/programme_json.h"

namespace trefpunt {

namespace {

Text sentence_of(const Bounds& bounds, double found) {
  const auto number = [](double value, Lang lang) { return format_short(value, 6, lang); };
  const auto say = [&](Lang lang, const char* whole, const char* any, const char* from,
                       const char* above) {
    return fmt::format(fmt::runtime(bounds.is_above ? above : from), bounds.is_whole ? whole : any,
                       number(bounds.low, lang), number(bounds.high, lang), number(found, lang));
  };
  return {
      say(Lang::Nl, "een heel getal", "een getal",
          "Hier hoort {} van {} tot en met {} te staan; er staat {}.",
          "Hier hoort {} boven {} en ten hoogste {} te staan; er staat {}."),
      say(Lang::En, "A whole number", "A number", "{} from {} to {} is expected here; there is {}.",
          "{} above {} and at most {} is expected here; there is {}.")};
}

// One or two digits, as a number.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_good = error == std::errc() && end == text.data() + text.size() &&
                       text.size() <= 2 && text.front() != '-';
  return is_good ? std::optional(value) : std::nullopt;
}

}  // namespace

const Words<RoleKind>& kind_words() {
  static const Words<RoleKind> words = [] {
    Words<RoleKind> all;
    for (const RoleKind kind : all_role_kinds()) all.emplace_back(kind, id_of(kind));
    return all;
  }();
  return words;
}

const Words<Use>& use_words() {
  static const Words<Use> words = [] {
    Words<Use> all;
    for (const Use use : all_uses()) all.emplace_back(use, id_of(use));
    return all;
  }();
  return words;
}

const Words<Wish>& wish_words() {
  static const Words<Wish> words = {
      {Wish::Wanted, "wanted"}, {Wish::Neutral, "neutral"}, {Wish::Unwanted, "unwanted"}};
  return words;
}

const Words<bool>& choose_words() {
  static const Words<bool> words = {{false, "nearest"}, {true, "spread"}};
  return words;
}

std::optional<double> minutes_from_text(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.size() != colon + 3) return std::nullopt;
  const std::optional<int> hours = digits(text.substr(0, colon));
  const std::optional<int> minutes = digits(text.substr(colon + 1));
  if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > 2 * kDay) {
    return std::nullopt;
  }
  return *hours * 60 + *minutes;
}

std::string text_of_minutes(double minutes) {
  const int whole = static_cast<int>(std::lround(minutes));
  return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

double number_in(ObjectReader& reader, const char* key, const Bounds& bounds,
                 std::optional<double> absent) {
  if (absent && !reader.has(key)) return *absent;
  const double value = reader.number(key);
  const bool is_in =
      value <= bounds.high && (bounds.is_above ? value > bounds.low : value >= bounds.low);
  if (!is_in || (bounds.is_whole && value != std::floor(value))) {
    reader.fail(sentence_of(bounds, value), key);
    return bounds.high;
  }
  return value;
}

void unknown_word(ObjectReader& reader, const char* key, const std::string& word,
                  const std::string& known) {
  reader.fail({fmt::format("‘{}’ is hier niet bekend. Kies uit: {}.", word, known),
               fmt::format("'{}' is not known here. Choose from: {}.", word, known)},
              key);
}

void unknown_role(ObjectReader& reader, const char* key, const std::string& role) {
  reader.fail({fmt::format("De rol ‘{}’ staat niet in dit programma.", role),
               fmt::format("Role '{}' is not in this programme.", role)},
              key);
}

std::string new_id(ObjectReader& reader, std::vector<std::string>& taken) {
  const std::string id = reader.text("id");
  if (id.empty()) {
    reader.fail({"De naam waaronder dit bekend is, is leeg.", "What this is known by is empty."},
                "id");
  } else if (std::find(taken.begin(), taken.end(), id) != taken.end()) {
    reader.fail({fmt::format("‘{}’ komt twee keer voor; geef elk een eigen id.", id),
                 fmt::format("'{}' occurs twice; give each its own id.", id)},
                "id");
  }
  taken.push_back(id);
  return id;
}

double time_at(ObjectReader& reader, const char* key, const std::string& text, double latest) {
  const std::optional<double> minutes = minutes_from_text(text);
  if (minutes && *minutes <= latest) return *minutes;
  reader.fail({fmt::format("‘{}’ is hier geen tijd; schrijf een tijd van 00:00 tot en met {}.",
                           text, text_of_minutes(latest)),
               fmt::format("'{}' is no time here; write a time from 00:00 to {}.", text,
                           text_of_minutes(latest))},
              key);
  return 0;
}

std::pair<double, double> read_part_of_day(ObjectReader& reader) {
  const std::string begin = reader.has("from") ? reader.text("from") : "00:00";
  const std::string end = reader.has("to") ? reader.text("to") : "24:00";
  const double from = time_at(reader, "from", begin, kDay - 1);
  double to = time_at(reader, "to", end, 2 * kDay);
  if (from == to) {
    reader.fail({"Begin en einde zijn gelijk; schrijf 00:00 tot 24:00 voor een hele dag.",
                 "Begin and end are the same; write 00:00 to 24:00 for a whole day."},
                "to");
  }
  if (to < from) to += kDay;
  if (to - from > kDay) {
    const double hours = (to - from) / 60;
    reader.fail(
        {fmt::format("Een dienst of deel van de dag duurt ten hoogste 24 uur; dit is {} uur.",
                     format_short(hours, 1, Lang::Nl)),
         fmt::format("A shift or part of the day lasts at most 24 hours; this is {} hours.",
                     format_short(hours, 1, Lang::En))},
        "to");
  }
  return {from, to};
}

std::vector<int> read_weekdays(ObjectReader& reader, std::vector<int> absent) {
  if (!reader.has("weekdays")) return absent;
  std::vector<int> days = reader.integers("weekdays");
  std::sort(days.begin(), days.end());
  const bool is_good = !days.empty() && days.front() >= 1 && days.back() <= 7 &&
                       std::adjacent_find(days.begin(), days.end()) == days.end();
  if (is_good) return days;
  reader.fail({"Hier horen de dagen van de week te staan, elk één keer, van 1 (maandag) tot en met "
               "7 (zondag).",
               "The days of the week are expected here, each once, from 1 (Monday) to 7 (Sunday)."},
              "weekdays");
  return absent;
}

PlaceQuery read_place(ObjectReader reader, const KnownRoles& known) {
  PlaceQuery place;
  place.line = reader.line();
  if (reader.has("use")) place.use = word_in<Use>(reader, "use", use_words());
  place.unit = reader.text_or_empty("unit");
  place.number = reader.text_or_empty("number");
  place.role = reader.text_or_empty("role");
  place.is_entrance = reader.yes_no_or_none("entrance").value_or(false);
  place.is_home = reader.yes_no_or_none("home").value_or(false);
  place.spread = word_in<bool>(reader, "choose", choose_words(), false);
  reader.end();
  const bool asks_space = place.use || !place.unit.empty() || !place.number.empty();
  if (asks_space + !place.role.empty() + place.is_entrance + place.is_home != 1) {
    reader.fail(
        {"Een plek is één van deze vier: ruimten (use, unit, number), de ingang (entrance), de "
         "eigen plek (home) of de plek van een rol (role).",
         "A place is one of these four: spaces (use, unit, number), the entrance, one's home or "
         "the home of a role."});
  }
  if (!place.role.empty() && !known.has_role(place.role)) unknown_role(reader, "role", place.role);
  return place;
}

}  // namespace trefpunt

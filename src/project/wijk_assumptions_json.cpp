// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/wijk_assumptions_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "project/object_reader.h"
#include "project/programme_parts.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kWijkSchema = 1;
constexpr double kHoursAWeek = 168;

const Words<PlaceCategory>& category_words() {
  static const Words<PlaceCategory> kWords = [] {
    Words<PlaceCategory> all;
    for (const PlaceCategory category : all_place_categories()) {
      all.emplace_back(category, id_of(category));
    }
    return all;
  }();
  return kWords;
}

AssumedNumber read_number(ObjectReader entry, const Bounds& bounds) {
  AssumedNumber number;
  number.value = number_in(entry, "value", bounds);
  number.source = entry.text_or_empty("source");
  entry.end();
  return number;
}

// Of a group that a file says no share of: that of the built-in group with its id.
AssumedNumber built_in_share(const std::string& id) {
  for (const WijkGroup& group : default_assumptions().groups) {
    if (group.id == id) return group.share;
  }
  return {};
}

WijkGroup read_group(ObjectReader& reader, std::vector<std::string>& taken) {
  WijkGroup group;
  group.id = new_id(reader, taken);
  group.name = reader.both("name");
  group.radius = read_number(reader.object("radius"), {0, 20'000, true});
  group.speed = read_number(reader.object("speed"), {0.1, 3});
  if (auto share = reader.object_or_none("share")) {
    group.share = read_number(*share, {0, 1});
  } else {
    group.share = built_in_share(group.id);
  }
  reader.end();
  return group;
}

WijkErrand read_errand(ObjectReader& reader, const WijkAssumptions& so_far,
                       const KnownRoles& groups) {
  WijkErrand errand;
  errand.group = reader.text("group");
  errand.category = word_in<PlaceCategory>(reader, "category", category_words());
  errand.per_week = read_number(reader.object("per_week"), {0, 100});
  errand.minutes = read_number(reader.object("minutes"), {0, kDay, true});
  reader.end();
  if (!groups.has_role(errand.group)) {
    std::string known;
    for (const std::string& id : groups.roles) known += (known.empty() ? "" : ", ") + id;
    reader.fail({fmt::format("De groep ‘{}’ is er niet. Genoemd zijn: {}.", errand.group, known),
                 fmt::format("Group '{}' is not there. Named are: {}.", errand.group, known)},
                "group");
  }
  const bool is_twice =
      std::any_of(so_far.errands.begin(), so_far.errands.end(), [&](const WijkErrand& other) {
        return other.group == errand.group && other.category == errand.category;
      });
  if (is_twice) {
    reader.fail({"Hoe vaak deze groep hierheen gaat, is al gezegd.",
                 "How often this group goes there was said already."},
                "category");
  }
  return errand;
}

Json number_json(const AssumedNumber& number) {
  Json json = {{"value", number.value}};
  if (!number.source.empty()) json["source"] = number.source;
  return json;
}

}  // namespace

Result<WijkAssumptions> wijk_assumptions_from_json(const std::string& text,
                                                   const std::string& name) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, name);
  if (!parsed) return parsed.error();
  const JsonLines lines = json_lines(text);
  std::optional<Error> fault;
  ObjectReader root(*parsed, name, fault, &lines);
  root.schema(kWijkSchema);
  WijkAssumptions made;
  for (const char* list : {"groups", "errands"}) {
    if (root.has(list)) continue;
    root.fail({fmt::format("De lijst ‘{}’ ontbreekt.", list),
               fmt::format("The list '{}' is missing.", list)},
              list);
  }
  KnownRoles groups;
  for (ObjectReader& group : root.objects("groups")) {
    made.groups.push_back(read_group(group, groups.roles));
  }
  for (ObjectReader& errand : root.objects("errands")) {
    made.errands.push_back(read_errand(errand, made, groups));
  }
  const auto read = [&](const char* key, AssumedNumber& number, const Bounds& bounds) {
    if (auto entry = root.object_or_none(key)) number = read_number(*entry, bounds);
  };
  read("hours_per_week", made.hours_per_week, {0, kHoursAWeek, true});
  read("opportunity", made.opportunity, {0, 1});
  read("kappa", made.kappa, {0, 1000, true});
  read("detour", made.detour, {1, 2});
  read("attraction", made.attraction, {0, 3});
  read("towards", made.towards, {0, 1});
  read("bench_minutes", made.bench_minutes, {0, kDay});
  read("household", made.household, {0, 20, true});
  root.end();
  if (fault) return *fault;
  return made;
}

std::string to_json(const WijkAssumptions& assumptions) {
  Json json = {{"schema", kWijkSchema}, {"groups", Json::array()}, {"errands", Json::array()}};
  for (const WijkGroup& group : assumptions.groups) {
    json["groups"].push_back({{"id", group.id},
                              {"name", {{"nl", group.name.nl}, {"en", group.name.en}}},
                              {"radius", number_json(group.radius)},
                              {"speed", number_json(group.speed)},
                              {"share", number_json(group.share)}});
  }
  for (const WijkErrand& errand : assumptions.errands) {
    json["errands"].push_back({{"group", errand.group},
                               {"category", id_of(errand.category)},
                               {"per_week", number_json(errand.per_week)},
                               {"minutes", number_json(errand.minutes)}});
  }
  json["hours_per_week"] = number_json(assumptions.hours_per_week);
  json["opportunity"] = number_json(assumptions.opportunity);
  json["kappa"] = number_json(assumptions.kappa);
  json["detour"] = number_json(assumptions.detour);
  json["attraction"] = number_json(assumptions.attraction);
  json["towards"] = number_json(assumptions.towards);
  json["bench_minutes"] = number_json(assumptions.bench_minutes);
  json["household"] = number_json(assumptions.household);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt

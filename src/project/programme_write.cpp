// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "project/programme_json.h"
#include "project/programme_parts.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
std::string_view word_of(const Words<Value>& words, Value value) {
  for (const auto& [one, word] : words) {
    if (one == value) return word;
  }
  TP_CHECK(false);
  return {};
}

void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

Json place_json(const PlaceQuery& place) {
  Json json = Json::object();
  if (place.use) json["use"] = id_of(*place.use);
  put(json, "unit", place.unit);
  put(json, "number", place.number);
  put(json, "role", place.role);
  if (place.is_entrance) json["entrance"] = true;
  if (place.is_home) json["home"] = true;
  if (place.spread) json["choose"] = word_of(choose_words(), true);
  return json;
}

void put_part_of_day(Json& json, double from, double to) {
  json["from"] = text_of_minutes(from);
  // A whole day that does not begin at midnight can only be told by counting on.
  json["to"] = text_of_minutes(to > kDay && to - kDay < from ? to - kDay : to);
}

Json presence_json(const Presence& presence) {
  Json json = Json::object();
  put_part_of_day(json, presence.from_min, presence.to_min);
  json["weekdays"] = presence.weekdays;
  json["probability"] = presence.probability;
  put(json, "source", presence.source);
  return json;
}

Json errand_json(const Errand& errand) {
  Json json = {{"id", errand.id}};
  if (!errand.from.is_home) json["from"] = place_json(errand.from);
  json["to"] = place_json(errand.to);
  if (errand.then) json["then"] = place_json(*errand.then);
  if (errand.stays) json["stays"] = true;
  json["per_day"] = errand.per_day;
  for (const TimeWeight& when : errand.when) {
    Json part = Json::object();
    put_part_of_day(part, when.from_min, when.to_min);
    part["weight"] = when.weight;
    json["when"].push_back(std::move(part));
  }
  json["dwell_min"] = errand.dwell_min;
  json["dwell_spread"] = errand.dwell_spread;
  put(json, "source", errand.source);
  return json;
}

Json role_json(const Role& role) {
  Json json = {{"id", role.id},
               {"name", role.name},
               {"kind", word_of(kind_words(), role.kind)},
               {"count", role.count},
               {"home", place_json(role.home)},
               {"speed", role.speed},
               {"window_days", role.window_days}};
  put(json, "source", role.source);
  for (const Presence& presence : role.presence) {
    json["presence"].push_back(presence_json(presence));
  }
  for (const Errand& errand : role.errands) json["errands"].push_back(errand_json(errand));
  for (const PlaceQuery& place : role.business) json["business"].push_back(place_json(place));
  return json;
}

Json session_json(const GroupSession& session) {
  Json json = {{"id", session.id},
               {"name", session.name},
               {"place", place_json(session.place)},
               {"weekdays", session.weekdays},
               {"start", text_of_minutes(session.start_min)},
               {"minutes", session.minutes},
               {"weeks", session.weeks}};
  for (const SessionMembers& members : session.members) {
    json["members"].push_back({{"role", members.role},
                               {"first", members.first + 1},
                               {"count", members.count},
                               {"attendance", members.attendance}});
  }
  put(json, "source", session.source);
  return json;
}

Json rules_json(const EncounterRules& rules) {
  Json json = Json::object();
  const auto add = [&](const char* key, const Assumption& rule) {
    json[key]["value"] = rule.value;
    put(json[key], "source", rule.source);
  };
  add("overlap_min", rules.overlap_min);
  add("sight_m", rules.sight_m);
  add("beside_m", rules.beside_m);
  add("detour", rules.detour);
  add("notice", rules.notice);
  add("times", rules.times);
  return json;
}

}  // namespace

std::string to_json(const Programme& programme) {
  Json json = {{"schema", kProgrammeSchema}};
  put(json, "name", programme.name);
  put(json, "preset", programme.preset);
  json["roles"] = Json::array();
  for (const Role& role : programme.roles) json["roles"].push_back(role_json(role));
  for (const GroupSession& session : programme.sessions) {
    json["sessions"].push_back(session_json(session));
  }
  for (const Relation& relation : programme.relations) {
    json["relations"].push_back(
        {{"roles", {relation.a, relation.b}}, {"wish", word_of(wish_words(), relation.wish)}});
  }
  for (const PeerRoom& room : programme.peer_rooms) {
    Json entry = {{"place", place_json(room.place)}, {"group", room.group}};
    put(entry, "opening_hours", room.opening_hours);
    json["peer_rooms"].push_back(std::move(entry));
  }
  json["rules"] = rules_json(programme.rules);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/programme_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "project/object_reader.h"
#include "project/programme_parts.h"

namespace trefpunt {

namespace {

Presence read_presence(ObjectReader& reader) {
  Presence presence;
  std::tie(presence.from_min, presence.to_min) = read_part_of_day(reader);
  presence.probability = number_in(reader, "probability", {0, 1}, 1);
  presence.weekdays = read_weekdays(reader, presence.weekdays);
  presence.source = reader.text_or_empty("source");
  reader.end();
  return presence;
}

std::vector<Presence> read_presences(ObjectReader& role) {
  std::vector<Presence> presences;
  std::array<double, 8> sum{};
  for (ObjectReader& reader : role.objects("presence")) {
    presences.push_back(read_presence(reader));
    for (const int day : presences.back().weekdays) {
      sum.at(static_cast<std::size_t>(day)) += presences.back().probability;
      const double whole = sum.at(static_cast<std::size_t>(day));
      if (whole <= 1 + 1e-9) continue;
      reader.fail(
          {fmt::format("Op dag {} is de kans om er te zijn samen {}; dat is meer dan 1.", day,
                       format_short(whole, 3, Lang::Nl)),
           fmt::format("On day {} the chance of being there adds up to {}; that is more than 1.",
                       day, format_short(whole, 3, Lang::En))},
          "probability");
    }
  }
  if (presences.empty()) {
    role.fail({"Wanneer is deze rol er? Noem ten minste één deel van de dag.",
               "When is this role there? Name at least one part of the day."},
              "presence");
  }
  return presences;
}

// On the circle of the day.
bool meets(const TimeWeight& when, const Presence& presence) {
  for (const double shift : {-kDay, 0.0, kDay}) {
    if (when.from_min < presence.to_min + shift && presence.from_min + shift < when.to_min) {
      return true;
    }
  }
  return false;
}

Errand read_errand(ObjectReader& reader, const Role& role, const KnownRoles& known,
                   std::vector<std::string>& taken) {
  Errand errand;
  errand.line = reader.line();
  errand.id = new_id(reader, taken);
  errand.to = read_place(reader.object("to"), known);
  if (auto from = reader.object_or_none("from")) errand.from = read_place(*from, known);
  if (auto then = reader.object_or_none("then")) errand.then = read_place(*then, known);
  errand.stays = reader.yes_no_or_none("stays").value_or(false);
  if (errand.stays && errand.then) {
    reader.fail({"Wie blijft (stays), gaat daarna nergens heen (then); kies een van de twee.",
                 "Who stays goes nowhere afterwards (then); choose one of the two."},
                "stays");
  }
  errand.per_day = number_in(reader, "per_day", {0, 1000});
  for (ObjectReader& part : reader.objects("when")) {
    TimeWeight when;
    std::tie(when.from_min, when.to_min) = read_part_of_day(part);
    when.weight = number_in(part, "weight", {0, 1e6, true}, 1);
    part.end();
    errand.when.push_back(when);
  }
  errand.dwell_min = number_in(reader, "dwell_min", {0, kDay, true});
  errand.dwell_spread = number_in(reader, "dwell_spread", {0, 5}, 0);
  errand.source = reader.text_or_empty("source");
  reader.end();
  const bool is_possible =
      errand.when.empty() ||
      std::any_of(errand.when.begin(), errand.when.end(), [&](const TimeWeight& when) {
        return std::any_of(role.presence.begin(), role.presence.end(),
                           [&](const Presence& presence) { return meets(when, presence); });
      });
  if (!is_possible) {
    reader.fail({"Op deze tijden is niemand van deze rol er.",
                 "At these times nobody of this role is there."},
                "when");
  }
  return errand;
}

bool window_follows_care(RoleKind kind) {
  return kind == RoleKind::Patient || kind == RoleKind::Relative;
}

Role read_role(ObjectReader& reader, const KnownRoles& known, std::vector<std::string>& taken) {
  Role role;
  role.line = reader.line();
  role.id = new_id(reader, taken);
  role.name = reader.text("name");
  role.kind = word_in<RoleKind>(reader, "kind", kind_words());
  role.count = static_cast<int>(number_in(reader, "count", {1, kMostPeople, false, true}));
  role.home = read_place(reader.object("home"), known);
  if (role.home.is_home) {
    reader.fail(
        {"De eigen plek van een rol kan niet ‘home’ zijn.", "The home of a role cannot be 'home'."},
        "home");
  }
  role.speed = number_in(reader, "speed", {0.1, 3}, role.speed);
  if (window_follows_care(role.kind) && !reader.has("window_days")) {
    reader.fail({"In hoeveel dagen kunnen mensen van deze rol elkaar leren kennen? Bij patiënten "
                 "en naasten volgt dat de zorg: de ligduur, of 84 dagen bij een polikliniek.",
                 "In how many days can people of this role come to know each other? For patients "
                 "and relatives it follows the care: the length of stay, or 84 days for "
                 "outpatients."},
                "window_days");
  }
  role.window_days = number_in(reader, "window_days", {1, 366}, role.window_days);
  role.source = reader.text_or_empty("source");
  role.presence = read_presences(reader);
  std::vector<std::string> errands;
  for (ObjectReader& errand : reader.objects("errands")) {
    role.errands.push_back(read_errand(errand, role, known, errands));
  }
  for (ObjectReader& place : reader.objects("business")) {
    role.business.push_back(read_place(place, known));
  }
  reader.end();
  return role;
}

SessionMembers read_members(ObjectReader& reader, const Programme& programme) {
  SessionMembers members;
  members.role = reader.text("role");
  members.first =
      static_cast<int>(number_in(reader, "first", {1, kMostPeople, false, true}, 1)) - 1;
  members.count = static_cast<int>(number_in(reader, "count", {1, kMostPeople, false, true}));
  members.attendance = number_in(reader, "attendance", {0, 1}, 1);
  reader.end();
  const int role = programme.role_index(members.role);
  if (role < 0) {
    unknown_role(reader, "role", members.role);
  } else if (const int there = programme.roles[static_cast<std::size_t>(role)].count;
             members.first + members.count > there) {
    reader.fail({fmt::format("De rol ‘{}’ heeft {} mensen; hier worden er {} gevraagd vanaf "
                             "nummer {}.",
                             members.role, there, members.count, members.first + 1),
                 fmt::format("Role '{}' has {} people; {} are asked here from number {} on.",
                             members.role, there, members.count, members.first + 1)},
                "count");
  }
  return members;
}

bool share_people(const SessionMembers& a, const SessionMembers& b) {
  return a.role == b.role && a.first < b.first + b.count && b.first < a.first + a.count;
}

GroupSession read_session(ObjectReader& reader, const Programme& programme, const KnownRoles& known,
                          std::vector<std::string>& taken) {
  GroupSession session;
  session.line = reader.line();
  session.id = new_id(reader, taken);
  session.name = reader.text("name");
  session.place = read_place(reader.object("place"), known);
  session.weekdays = read_weekdays(reader, {});
  if (session.weekdays.empty()) {
    reader.fail({"Op welke dagen is dit? Noem ze, van 1 (maandag) tot en met 7 (zondag).",
                 "On which days is this? Name them, from 1 (Monday) to 7 (Sunday)."},
                "weekdays");
  }
  session.start_min = time_at(reader, "start", reader.text("start"), kDay - 1);
  session.minutes = number_in(reader, "minutes", {0, kDay, true});
  session.weeks = number_in(reader, "weeks", {1, 520}, session.weeks);
  for (ObjectReader& entry : reader.objects("members")) {
    session.members.push_back(read_members(entry, programme));
    for (std::size_t i = 0; i + 1 < session.members.size(); ++i) {
      if (!share_people(session.members[i], session.members.back())) continue;
      entry.fail(
          {"Sommige van deze mensen zijn al genoemd.", "Some of these people were named already."},
          "first");
    }
  }
  if (session.members.empty()) {
    reader.fail(
        {"Wie komt hier? Noem ten minste één rol.", "Who comes here? Name at least one role."},
        "members");
  }
  session.source = reader.text_or_empty("source");
  reader.end();
  return session;
}

Relation read_relation(ObjectReader& reader, const Programme& programme, const KnownRoles& known) {
  const std::vector<std::string> roles = reader.texts("roles");
  Relation relation;
  relation.wish = word_in<Wish>(reader, "wish", wish_words());
  reader.end();
  if (roles.size() != 2) {
    reader.fail({"Een verhouding heeft twee rollen (die dezelfde mogen zijn).",
                 "A relation has two roles (which may be the same)."},
                "roles");
    return relation;
  }
  relation.a = roles[0];
  relation.b = roles[1];
  for (const std::string& role : roles) {
    if (!known.has_role(role)) unknown_role(reader, "roles", role);
  }
  for (const Relation& other : programme.relations) {
    const bool is_same = std::minmax(other.a, other.b) == std::minmax(relation.a, relation.b);
    if (!is_same) continue;
    reader.fail(
        {"Over deze twee rollen is al iets gezegd.", "These two roles were spoken of already."},
        "roles");
  }
  return relation;
}

PeerRoom read_peer_room(ObjectReader& reader, const KnownRoles& known) {
  PeerRoom room;
  room.line = reader.line();
  room.place = read_place(reader.object("place"), known);
  room.group = reader.text("group");
  room.opening_hours = reader.text_or_empty("opening_hours");
  reader.end();
  return room;
}

EncounterRules read_rules(ObjectReader& reader) {
  EncounterRules rules;
  const auto read = [&](const char* key, Assumption& rule, const Bounds& bounds) {
    std::optional<ObjectReader> entry = reader.object_or_none(key);
    if (!entry) return;
    rule.value = number_in(*entry, "value", bounds);
    rule.source = entry->text_or_empty("source");
    entry->end();
  };
  read("overlap_min", rules.overlap_min, {0, kDay});
  read("sight_m", rules.sight_m, {0, 100, true});
  read("beside_m", rules.beside_m, {0, 100});
  read("detour", rules.detour, {0, 1});
  read("notice", rules.notice, {0, 1});
  read("times", rules.times, {1, 4, false, true});
  reader.end();
  return rules;
}

void read_roles(ObjectReader& root, Programme& programme, const KnownRoles& known) {
  std::vector<std::string> taken;
  std::vector<ObjectReader> readers = root.objects("roles");
  int people = 0;
  for (ObjectReader& reader : readers) {
    programme.roles.push_back(read_role(reader, known, taken));
    people += programme.roles.back().count;
    if (people > kMostPeople) {
      reader.fail({fmt::format("Tot hier zijn er {} mensen; een programma heeft er ten hoogste {}.",
                               people, kMostPeople),
                   fmt::format("Up to here there are {} people; a programme has at most {}.",
                               people, kMostPeople)},
                  "count");
      return;
    }
  }
  for (std::size_t i = 0; i < readers.size(); ++i) {
    const int other = programme.role_index(programme.roles[i].home.role);
    if (other < 0 || programme.roles[static_cast<std::size_t>(other)].home.role.empty()) continue;
    readers[i].fail({"Deze rol heeft haar plek bij een rol die haar plek zelf bij een rol heeft.",
                     "This role has its home with a role that has its own home with a role."},
                    "home");
  }
}

}  // namespace

Result<Programme> programme_from_json(const std::string& text, const std::string& name) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, name);
  if (!parsed) return parsed.error();
  const JsonLines lines = json_lines(text);
  std::optional<Error> fault;
  ObjectReader root(*parsed, name, fault, &lines);
  root.schema(kProgrammeSchema);
  Programme programme;
  programme.name = root.text_or_empty("name");
  programme.preset = root.text_or_empty("preset");
  KnownRoles known;
  for (ObjectReader& role : root.objects("roles")) known.roles.push_back(role.text("id"));
  read_roles(root, programme, known);
  std::vector<std::string> sessions;
  for (ObjectReader& reader : root.objects("sessions")) {
    programme.sessions.push_back(read_session(reader, programme, known, sessions));
  }
  for (ObjectReader& reader : root.objects("relations")) {
    programme.relations.push_back(read_relation(reader, programme, known));
  }
  for (ObjectReader& reader : root.objects("peer_rooms")) {
    programme.peer_rooms.push_back(read_peer_room(reader, known));
  }
  if (std::optional<ObjectReader> rules = root.object_or_none("rules")) {
    programme.rules = read_rules(*rules);
  }
  root.end();
  if (fault) return *fault;
  return programme;
}

}  // namespace trefpunt

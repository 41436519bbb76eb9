// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "plan/use.h"

namespace trefpunt {

// Who is in the building, when, and on which errands: the contents of programme.json
// (docs/programme-format.md). Times of day are minutes after midnight; the day is a circle, so a
// night shift runs from 23:00 (1380) to 31:00 (1860). `source` says where the numbers of the object
// come from; empty means that nobody said, and the report calls them assumptions without a source.

enum class RoleKind { Patient, Resident, Relative, Staff, Volunteer, Neighbour };
const std::vector<RoleKind>& all_role_kinds();
std::string_view id_of(RoleKind kind);  // "patient" ... "neighbour"
std::optional<RoleKind> role_kind_from_id(std::string_view id);
const Text& name_of(RoleKind kind);  // "patiënt", "naaste", "vrijwilliger", ...

// Spaces by what they are; an empty field does not ask. `is_entrance`: the floor inside a public
// entrance instead; `is_home`: where the person has its home place.
struct PlaceQuery {
  std::optional<Use> use;
  std::string unit;    // its name
  std::string number;  // of a room
  std::string role;    // where people of that role have their home: the n-th of us with the n-th
  bool is_entrance = false;
  bool is_home = false;
  bool spread =
      false;     // several fit: each as likely; else the nearest on foot from where one comes
  int line = 0;  // in its file, for messages; 0: unknown, and no part of the value
};

inline PlaceQuery home_place() {
  PlaceQuery home;
  home.is_home = true;
  return home;
}

// Part of a day in which someone may be there. On each day a person is there in at most one of the
// role's presences, each with its probability.
struct Presence {
  double from_min = 0, to_min = 1440;
  double probability = 1;                          // on each of the weekdays
  std::vector<int> weekdays{1, 2, 3, 4, 5, 6, 7};  // 1 is Monday
  std::string source;
};

struct TimeWeight {
  double from_min = 0, to_min = 1440;
  double weight = 1;  // relative density of starts per minute
};

// A visit that is made again and again, independent of the others: a Poisson number a day.
struct Errand {
  std::string id;
  PlaceQuery to;
  PlaceQuery from = home_place();
  std::optional<PlaceQuery> then;  // where one goes afterwards; empty: back to where one came from
  bool stays = false;              // no way back: the next errand begins there
  double per_day = 1;              // mean number on a whole day in which all of `when` is present
  std::vector<TimeWeight> when;    // starts of the stay; empty: any time
  double dwell_min = 10;           // mean
  double dwell_spread = 0;         // coefficient of variation, log-normal
  std::string source;
  int line = 0;  // as PlaceQuery::line
};

struct Role {
  std::string id;
  std::string name;
  RoleKind kind = RoleKind::Patient;
  int count = 0;           // people
  PlaceQuery home;         // several spaces: people are spread over them, by beds where stated
  double speed = 1.33;     // m/s
  double window_days = 7;  // in which people of this role can come to know each other
  std::vector<Presence> presence;
  std::vector<Errand> errands;
  std::vector<PlaceQuery> business;  // private places, besides home and errands, where one belongs
  std::string source;
  int line = 0;  // as PlaceQuery::line
};

// Members of a session: `count` people of a role from the `first` (counted from 0) on, who come
// each time with that probability.
struct SessionMembers {
  std::string role;
  int first = 0;
  int count = 0;
  double attendance = 1;
};
// A meeting at fixed times with fixed members: a group, a class, a coffee morning.
struct GroupSession {
  std::string id, name;
  PlaceQuery place;
  std::vector<int> weekdays;
  double start_min = 0, minutes = 60;
  double weeks = 8;  // of the series
  std::vector<SessionMembers> members;
  std::string source;
  int line = 0;  // as PlaceQuery::line
};

enum class Wish { Neutral, Wanted, Unwanted };
struct Relation {
  std::string a, b;  // roles; a may be b
  Wish wish = Wish::Neutral;
};

// A room of their own for people with the same experience (RVS-B1c).
struct PeerRoom {
  PlaceQuery place;
  std::string group;          // whom it is for
  std::string opening_hours;  // as stated
  int line = 0;               // as PlaceQuery::line
};

struct Assumption {
  double value = 0;
  std::string source;
};
// What counts as an encounter, and how people walk.
struct EncounterRules {
  Assumption overlap_min{1, ""};  // min together in a place before it counts
  Assumption sight_m{8, ""};      // m within which two people in a place notice each other
  Assumption beside_m{2, ""};     // m: who walks the same way within this distance meets
  Assumption detour{0.10, ""};    // spread of route choice: log-normal, per piece of floor
  Assumption notice{1, ""};       // share of who could notice each other that does
  Assumption times{2, ""};        // days on which a pair meets before it is repeated: 1 to 4
};

struct Programme {
  std::string name;
  std::string preset;  // the one it began as; may be empty
  std::vector<Role> roles;
  std::vector<GroupSession> sessions;
  std::vector<Relation> relations;
  std::vector<PeerRoom> peer_rooms;
  EncounterRules rules;

  bool empty() const { return roles.empty(); }
  int role_index(const std::string& id) const;  // -1: none
  Wish wish(const std::string& a, const std::string& b) const;
};

void hash_into(Hasher& hasher, const Programme& programme);

}  // namespace trefpunt

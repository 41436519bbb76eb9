// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/programme.h"

#include "base/check.h"

namespace trefpunt {

namespace {

struct KindEntry {
  RoleKind kind;
  std::string_view id;
  Text name;
};

const std::vector<KindEntry>& kinds() {
  static const std::vector<KindEntry> list = {
      {RoleKind::Patient, "patient", {"patiënt", "patient"}},
      {RoleKind::Resident, "resident", {"bewoner", "resident"}},
      {RoleKind::Relative, "relative", {"naaste", "relative"}},
      {RoleKind::Staff, "staff", {"medewerker", "staff"}},
      {RoleKind::Volunteer, "volunteer", {"vrijwilliger", "volunteer"}},
      {RoleKind::Neighbour, "neighbour", {"buurtgenoot", "neighbour"}},
  };
  return list;
}

void hash_into(Hasher& hasher, const PlaceQuery& query) {
  hasher.add(query.use).add(query.unit).add(query.number).add(query.role);
  hasher.add(query.is_entrance).add(query.is_home).add(query.spread);
}

void hash_into(Hasher& hasher, const Presence& presence) {
  hasher.add(presence.from_min).add(presence.to_min).add(presence.probability);
  hasher.add(presence.weekdays).add(presence.source);
}

void hash_into(Hasher& hasher, const TimeWeight& when) {
  hasher.add(when.from_min).add(when.to_min).add(when.weight);
}

void hash_into(Hasher& hasher, const Errand& errand) {
  hasher.add(errand.id);
  hash_into(hasher, errand.to);
  hash_into(hasher, errand.from);
  hasher.add(errand.then.has_value());
  if (errand.then) hash_into(hasher, *errand.then);
  hasher.add(errand.stays).add(errand.per_day).add(errand.when.size());
  for (const TimeWeight& when : errand.when) hash_into(hasher, when);
  hasher.add(errand.dwell_min).add(errand.dwell_spread).add(errand.source);
}

void hash_into(Hasher& hasher, const Role& role) {
  hasher.add(role.id).add(role.name).add(role.kind).add(role.count);
  hash_into(hasher, role.home);
  hasher.add(role.speed).add(role.window_days).add(role.source);
  hasher.add(role.presence.size());
  for (const Presence& presence : role.presence) hash_into(hasher, presence);
  hasher.add(role.errands.size());
  for (const Errand& errand : role.errands) hash_into(hasher, errand);
  hasher.add(role.business.size());
  for (const PlaceQuery& place : role.business) hash_into(hasher, place);
}

void hash_into(Hasher& hasher, const GroupSession& session) {
  hasher.add(session.id).add(session.name);
  hash_into(hasher, session.place);
  hasher.add(session.weekdays).add(session.start_min).add(session.minutes).add(session.weeks);
  hasher.add(session.source).add(session.members.size());
  for (const SessionMembers& members : session.members) {
    hasher.add(members.role).add(members.first).add(members.count).add(members.attendance);
  }
}

}  // namespace

const std::vector<RoleKind>& all_role_kinds() {
  static const std::vector<RoleKind> all = [] {
    std::vector<RoleKind> made;
    for (const KindEntry& entry : kinds()) made.push_back(entry.kind);
    return made;
  }();
  return all;
}

std::string_view id_of(RoleKind kind) {
  return kinds()[static_cast<std::size_t>(kind)].id;
}

std::optional<RoleKind> role_kind_from_id(std::string_view id) {
  for (const KindEntry& entry : kinds()) {
    if (entry.id == id) return entry.kind;
  }
  return std::nullopt;
}

const Text& name_of(RoleKind kind) {
  return kinds()[static_cast<std::size_t>(kind)].name;
}

int Programme::role_index(const std::string& id) const {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

Wish Programme::wish(const std::string& a, const std::string& b) const {
  for (const Relation& relation : relations) {
    if ((relation.a == a && relation.b == b) || (relation.a == b && relation.b == a)) {
      return relation.wish;
    }
  }
  return Wish::Neutral;
}

void hash_into(Hasher& hasher, const Programme& programme) {
  hasher.add(programme.name).add(programme.preset).add(programme.roles.size());
  for (const Role& role : programme.roles) hash_into(hasher, role);
  hasher.add(programme.sessions.size());
  for (const GroupSession& session : programme.sessions) hash_into(hasher, session);
  hasher.add(programme.relations.size());
  for (const Relation& relation : programme.relations) {
    hasher.add(relation.a).add(relation.b).add(relation.wish);
  }
  hasher.add(programme.peer_rooms.size());
  for (const PeerRoom& room : programme.peer_rooms) {
    hash_into(hasher, room.place);
    hasher.add(room.group).add(room.opening_hours);
  }
  const EncounterRules& rules = programme.rules;
  for (const Assumption* rule : {&rules.overlap_min, &rules.sight_m, &rules.beside_m, &rules.detour,
                                 &rules.notice, &rules.times}) {
    hasher.add(rule->value).add(rule->source);
  }
}

}  // namespace trefpunt

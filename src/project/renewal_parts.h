// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "project/edit_parts.h"
#include "project/renewal.h"

namespace trefpunt {

// What the files behind renewal.h share; nobody else includes it.

inline constexpr double kListedMove = 0.1;     // m: what moved less is not listed
inline constexpr double kListedArea = 0.005;   // share of a space's area
inline constexpr double kListedWidth = 0.005;  // m

// A thing as it is looked for. `storey` is the same number in both lists for the same storey.
struct RenewalItem {
  std::size_t storey = 0;
  std::string key;
  Box box;                         // a little wider than the thing
  const Polygon* floor = nullptr;  // of a space; null: none
};
struct RenewalPartner {
  std::size_t old = 0;
  bool is_by_key = false;
};
// renewal_match.cpp: for each of `now` its partner in `old`; each has at most one. Equal keys first
// (of several with one key those of the same storey that lie nearest), then where they lie. An IFC
// GlobalId is a key for ever; others (a DXF handle, a feature id) count when `has_own_keys`.
std::vector<std::optional<RenewalPartner>> partners_of(const std::vector<RenewalItem>& old,
                                                       const std::vector<RenewalItem>& now,
                                                       bool has_own_keys);
inline bool is_global_id(const std::string& key) {
  return key.size() == 22;
}
// Whether keys that are no GlobalIds mean the same in both: half of the things that share one must
// lie where they lay, for "2F" is a handle in every drawing.
bool keys_hold(const std::vector<RenewalItem>& old, const std::vector<RenewalItem>& now);
// For each storey of `now` that of `old`: by key, then by name, then by level.
std::vector<std::optional<std::size_t>> storey_partners(const Building& old, const Building& now);

// renewal_things.cpp: every coordinate of a thing, and how far two shapes lie apart at most, m.
std::vector<Point> points_of(const Space& space);
std::vector<Point> points_of(const Wall& wall);
std::vector<Point> points_of(const Door& door);
std::vector<Point> points_of(const Window& window);
std::vector<Point> points_of(const Seat& seat);
std::vector<Point> points_of(const Furniture& furniture);
std::vector<Point> points_of(const Link& link);
std::vector<Point> points_of(const Boundary& boundary);
double apart(const std::vector<Point>& a, const std::vector<Point>& b);

// What it is called: "ruimte 0.12 Spreekkamer", "deur", "trap".
Text words_of_thing(const Space& space);
Text words_of_thing(const Wall& wall);
Text words_of_thing(const Door& door);
Text words_of_thing(const Window& window);
Text words_of_thing(const Seat& seat);
Text words_of_thing(const Furniture& furniture);
Text words_of_thing(const Link& link);
Text words_of_thing(const Boundary& boundary);

// renewal_shift.cpp: how far the whole of a file lies from where it lay, when most of what has the
// same GlobalId says so, m; and all that is known of a building moved as far.
std::optional<Point> common_shift(const Building& old, const Building& now);
Project shifted(Project project, std::size_t building, Point by);

// What came of the properties of one thing.
struct RenewalFields {
  std::vector<RenewedField> changed, kept;
};
// What a merge reads beside the two things.
struct RenewalRules {
  std::map<UnitId, std::string> units;  // names
  bool has_use_list = false;
  bool has_room_list = false;           // names and stated areas of numbered rooms come from it
  const SpaceFloors* floors = nullptr;  // of the revised plan, by its own ids
};
// renewal_merge.cpp: fills into `now`, which is what the file says, what people said of `old`.
void merge(const Space& old, Space& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Wall& old, Wall& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Door& old, Door& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Window& old, Window& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Seat& old, Seat& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Furniture& old, Furniture& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Link& old, Link& now, const RenewalRules& rules, RenewalFields& fields);
void merge(const Boundary& old, Boundary& now, const RenewalRules& rules, RenewalFields& fields);
// What people said of a thing that goes, for the list.
std::vector<RenewedField> said_of(const Space& space, const RenewalRules& rules);
std::vector<RenewedField> said_of(const Door& door, const RenewalRules& rules);
std::vector<RenewedField> said_of(const Link& link, const RenewalRules& rules);
template <typename Thing>
std::vector<RenewedField> said_of(const Thing&, const RenewalRules&) {
  return {};
}

// renewal_words.cpp: one field, by its id. "naam: Spreekkamer → Kantoor".
RenewedField field_changed(const std::string& field, const std::string& was, const std::string& is);
RenewedField field_changed(const std::string& field, const std::string& was, const std::string& is,
                           const Text& was_words, const Text& is_words);
// "gebruik blijft lounge; in het bestand staat kantoor"
RenewedField field_kept(const std::string& field, const std::string& was, const std::string& is,
                        const Text& was_words, const Text& is_words);
RenewedField field_said(const std::string& field, const std::string& was, const Text& was_words);
RenewedField metres_changed(const std::string& field, std::optional<double> was,
                            std::optional<double> is);
RenewedField area_changed(std::optional<double> was, std::optional<double> is);
RenewedField moved_by(double metres);

// renewal_floors.cpp: adds what differs between the floors of a space; true when they differ less.
bool compare_floors(SpaceId id, const SpaceFloors& old, const SpaceFloors& now,
                    std::vector<RenewedField>& fields);
// Seats that were put here by hand and lay in a space, and now lie in none.
void report_lost_seats(const Storey& old, const SpaceFloors& old_floors, const Storey& now,
                       const SpaceFloors& floors, std::vector<Text>& depended);

// renewal_building.cpp. The building with the storeys of the file, without their things: each with
// the id, name, level and underlay of its partner. Tells what came, went and changed of storeys.
Building renewed_building(const Building& old, const Building& now,
                          const std::vector<std::optional<std::size_t>>& partners, Counters& next,
                          Renewal& out);
// The units of both by name, and what the units of the file are called here.
std::map<UnitId, UnitId> renew_units(const Building& now, Building& building, Counters& next);
// Sources and findings of the file in the place of those of the older one. `ids` and `names` give
// what things and storeys of the file are called here.
void renew_record(const Building& old, const RevisedPlan& revised,
                  const std::map<std::string, std::string>& ids,
                  const std::map<std::string, std::string>& names, Project& project);

// renewal_depends.cpp: what was said of something that went, or of a place that is not there now.
struct RenewalGone {
  std::vector<std::pair<Space, std::string>> spaces;  // with the name of its storey
  std::set<std::string> storeys;                      // ids
};
std::vector<Text> depended_on(const Project& old, const Project& now, std::size_t building,
                              const RenewalGone& gone);

}  // namespace trefpunt

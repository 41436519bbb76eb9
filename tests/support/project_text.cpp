// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/project_text.h"

#include <fmt/format.h>

#include <bit>
#include <sstream>

namespace trefpunt {

namespace {

class Lines {
 public:
  std::string text;

  void add(int value) { line(fmt::format("{}", value)); }
  void add(bool value) { line(value ? "true" : "false"); }
  void add(double value) {
    line(fmt::format("{} {:016x}", value, std::bit_cast<std::uint64_t>(value)));
  }
  void add(const std::string& value) { line(fmt::format("'{}'", value)); }
  template <typename Value>
  requires std::is_enum_v<Value>
  void add(Value value) { line(fmt::format("{}", static_cast<int>(value))); }
  template <typename Tag>
  void add(Id<Tag> id) {
    line(to_string(id));
  }
  template <typename Value>
  void add(const std::optional<Value>& value) {
    value ? add(*value) : line("empty");
  }
  template <typename Value>
  void add(const std::shared_ptr<const Value>& value) {
    value ? add(*value) : line("null");
  }
  template <typename Value>
  void add(const std::vector<Value>& values) {
    line(fmt::format("{} entries", values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) add(std::to_string(i), values[i]);
  }
  void add(const std::map<std::string, std::string>& values) {
    line(fmt::format("{} entries", values.size()));
    for (const auto& [key, value] : values) add(key, value);
  }
  void add(const Text& text_of) { all(text_of.nl, text_of.en); }
  void add(const Point& p) { all(p.x, p.y); }

  void add(const Space& space) {
    const auto& [id, anchor, name, number, use, use_is_suggested, unit, beds, stated, access,
                 function, hours, key] = space;
    all(id, anchor, name, number, use, use_is_suggested, unit, beds, stated, access, function,
        hours, key);
  }
  void add(const Wall& wall) {
    const auto& [id, points, is_closed, is_glass, key] = wall;
    all(id, points, is_closed, is_glass, key);
  }
  void add(const Door& door) {
    const auto& [id, a, b, footprint, width, threshold, lock, entrance, is_glass, is_opening, name,
                 key] = door;
    all(id, a, b, footprint, width, threshold, lock, entrance, is_glass, is_opening, name, key);
  }
  void add(const Window& window) {
    const auto& [id, a, b, footprint, sill, key] = window;
    all(id, a, b, footprint, sill, key);
  }
  void add(const Seat& seat) {
    const auto& [id, at, places, key] = seat;
    all(id, at, places, key);
  }
  void add(const Furniture& furniture) {
    const auto& [id, ring, blocks_sight, name, key] = furniture;
    all(id, ring, blocks_sight, name, key);
  }
  void add(const Link& link) {
    const auto& [id, kind, footprint, length_of, slope, key] = link;
    all(id, kind, footprint, length_of, slope, key);
  }
  void add(const Boundary& boundary) {
    const auto& [id, points, is_closed, key] = boundary;
    all(id, points, is_closed, key);
  }
  void add(const Underlay& underlay) {
    const auto& [name, picture, width, height, origin, metres_per_pixel, angle, opacity,
                 is_visible] = underlay;
    all(name, picture, width, height, origin, metres_per_pixel, angle, opacity, is_visible);
  }
  void add(const Storey& storey) {
    const auto& [id, name, level, elevation, source_key, spaces, walls, doors, windows, seats,
                 furniture, links, boundaries, outline, underlay] = storey;
    all(id, name, level, elevation, source_key, spaces, walls, doors, windows, seats, furniture,
        links, boundaries, outline, underlay);
  }
  void add(const Unit& unit) {
    const auto& [id, name, kind, beds, is_overnight] = unit;
    all(id, name, kind, beds, is_overnight);
  }
  void add(const Placement& placement) {
    const auto& [crs, accuracy, metres_per_unit, in_wijk] = placement;
    all(crs, accuracy, metres_per_unit, in_wijk);
  }
  void add(const WijkPosition& position) {
    const auto& [at, angle] = position;
    all(at, angle);
  }
  void add(const Building& building) {
    const auto& [name, storeys, units, placement] = building;
    all(name, storeys, units, placement);
  }
  void add(const Source& source) {
    const auto& [name, role, sha256, crs, date, attribution] = source;
    all(name, role, sha256, crs, date, attribution);
  }
  void add(const Finding& finding) {
    const auto& [code, severity, sentence, storey, object, place] = finding;
    all(code, severity, sentence, storey, object, place);
  }
  void add(const Counters& next) {
    const auto& [storey, space, wall, door, window, seat, furniture, link, boundary, unit] = next;
    all(storey, space, wall, door, window, seat, furniture, link, boundary, unit);
  }
  void add(const DeclaredThreshold& threshold) {
    const auto& [criterion, value, reason, declared_by, date, after] = threshold;
    all(criterion, value, reason, declared_by, date, after);
  }
  void add(const DeclaredParameter& declared) {
    const auto& [criterion, parameter, value, reason] = declared;
    all(criterion, parameter, value, reason);
  }
  void add(const Ambition& ambition) {
    const auto& [thresholds, parameters, work, sector] = ambition;
    all(thresholds, parameters, work, sector);
  }
  void add(const Answer& answer) {
    const auto& [criterion, values, by, date] = answer;
    all(criterion, values, by, date);
  }
  void add(const NotApplicableAnswer& answer) {
    const auto& [criterion, reason, by, date] = answer;
    all(criterion, reason, by, date);
  }
  void add(const Explanation& explanation) {
    const auto& [criterion, departs, why, weighed, instead, duration, until, by, date, consulted,
                 review, reviewer, attachments, obstacle] = explanation;
    all(criterion, departs, why, weighed, instead, duration, until, by, date, consulted, review,
        reviewer, attachments, obstacle);
  }
  void add(const NoThresholdReason& none) {
    const auto& [criteria, reason, by, date] = none;
    all(criteria, reason, by, date);
  }
  void add(const Undetermined& undetermined) {
    const auto& [criterion, missing, supplier, by] = undetermined;
    all(criterion, missing, supplier, by);
  }
  void add(const Consultation& consultation) {
    const auto& [body, date, advice, words, done] = consultation;
    all(body, date, advice, words, done);
  }
  void add(const Answers& answers) {
    const auto& [project, list, not_applicable, explanations, none, undetermined, consultations,
                 cover] = answers;
    all(project, list, not_applicable, explanations, none, undetermined, consultations,
        cover.client, cover.responsible_body, cover.plan_version);
  }
  void add(const DecisionChange& change) {
    const auto& [moment, by, kind, criterion, before, after] = change;
    all(moment, by, kind, criterion, before, after);
  }
  void add(const Remark& remark) {
    const auto& [id, words, by, date, storey, space, at] = remark;
    all(id, words, by, date, storey, space, at);
  }
  void add(const PlaceQuery& place) {
    const auto& [use, unit, number, role, is_entrance, is_home, spread, line] = place;
    all(use, unit, number, role, is_entrance, is_home, spread);
  }
  void add(const Presence& presence) {
    const auto& [from, to, probability, weekdays, source] = presence;
    all(from, to, probability, weekdays, source);
  }
  void add(const TimeWeight& when) {
    const auto& [from, to, weight] = when;
    all(from, to, weight);
  }
  void add(const Errand& errand) {
    const auto& [id, to, from, then, stays, per_day, when, dwell, spread, source, line] = errand;
    all(id, to, from, then, stays, per_day, when, dwell, spread, source);
  }
  void add(const Role& role) {
    const auto& [id, name, kind, count, home, speed, window, presence, errands, business, source,
                 line] = role;
    all(id, name, kind, count, home, speed, window, presence, errands, business, source);
  }
  void add(const SessionMembers& members) {
    const auto& [role, first, count, attendance] = members;
    all(role, first, count, attendance);
  }
  void add(const GroupSession& session) {
    const auto& [id, name, place, weekdays, start, minutes, weeks, members, source, line] = session;
    all(id, name, place, weekdays, start, minutes, weeks, members, source);
  }
  void add(const Relation& relation) {
    const auto& [a, b, wish] = relation;
    all(a, b, wish);
  }
  void add(const PeerRoom& room) {
    const auto& [place, group, hours, line] = room;
    all(place, group, hours);
  }
  void add(const Assumption& assumption) {
    const auto& [value, source] = assumption;
    all(value, source);
  }
  void add(const EncounterRules& rules) {
    const auto& [overlap, sight, beside, detour, notice, times] = rules;
    all(overlap, sight, beside, detour, notice, times);
  }
  void add(const Programme& programme) {
    const auto& [name, preset, roles, sessions, relations, rooms, rules] = programme;
    all(name, preset, roles, sessions, relations, rooms, rules);
  }
  void add(const Polygon& polygon) {
    const auto& [outer, holes] = polygon;
    all(outer, holes);
  }
  void add(const Street& street) {
    const auto& [id, points, kind, name, wheelchair, width, is_bridge, is_tunnel, is_planned, key] =
        street;
    all(id, points, kind, name, wheelchair, width, is_bridge, is_tunnel, is_planned, key);
  }
  void add(const Home& home) {
    const auto& [id, at, dwellings, residents, shared_space, is_planned, key] = home;
    all(id, at, dwellings, residents, shared_space, is_planned, key);
  }
  void add(const WijkPlace& place) {
    const auto& [id, at, name, category, is_meeting, area_of, seats, free_stay, has_seating,
                 step_free, groups, function, allows, hours, is_planned, key] = place;
    all(id, at, name, category, is_meeting, area_of, seats, free_stay, has_seating, step_free,
        groups, function, allows, hours, is_planned, key);
  }
  void add(const Furnishing& furnishing) {
    const auto& [id, at, kind, backrest, wheelchair, is_planned, key] = furnishing;
    all(id, at, kind, backrest, wheelchair, is_planned, key);
  }
  void add(const OpenSpace& space) {
    const auto& [id, polygon, ground, name, is_public, may_stay, is_shared, user_right, is_planned,
                 key] = space;
    all(id, polygon, ground, name, is_public, may_stay, is_shared, user_right, is_planned, key);
  }
  void add(const Footprint& footprint) {
    const auto& [id, polygon, storeys, floor_area, is_residential, year, key] = footprint;
    all(id, polygon, storeys, floor_area, is_residential, year, key);
  }
  void add(const KeyFigures& figures) {
    const auto& [inhabitants, households, dwellings, a0, a15, a25, a45, a65, single, low_income,
                 persons] = figures;
    all(inhabitants, households, dwellings, a0, a15, a25, a45, a65, single, low_income, persons);
  }
  void add(const Loneliness& loneliness) {
    const auto& [year, ages, lonely, severely, emotionally, socially] = loneliness;
    all(year, ages, lonely, severely, emotionally, socially);
  }
  void add(const StatisticalArea& area_of) {
    const auto& [code, name, level, wijk, gemeente_code, gemeente, parts, year, is_water, figures,
                 loneliness] = area_of;
    all(code, name, level, wijk, gemeente_code, gemeente, parts, year, is_water, figures,
        loneliness);
  }
  void add(const AssumedNumber& number) {
    const auto& [value, source] = number;
    all(value, source);
  }
  void add(const WijkGroup& group) {
    const auto& [id, name, radius, speed, share] = group;
    all(id, name, radius, speed, share);
  }
  void add(const WijkErrand& errand) {
    const auto& [group, category, per_week, minutes] = errand;
    all(group, category, per_week, minutes);
  }
  void add(const WijkAssumptions& assumptions) {
    const auto& [groups, errands, hours, opportunity, kappa, detour, attraction, towards,
                 bench_minutes, household] = assumptions;
    all(groups, errands, hours, opportunity, kappa, detour, attraction, towards, bench_minutes,
        household);
  }
  void add(const WijkCrs& crs) {
    const auto& [code, accuracy] = crs;
    all(code, accuracy);
  }
  void add(const Wijk& wijk) {
    const auto& [name, crs, streets, homes, places, furnishings, spaces, footprints, areas,
                 snap_tolerance, benches_are_all, assumptions] = wijk;
    all(name, crs, streets, homes, places, furnishings, spaces, footprints, areas, snap_tolerance,
        benches_are_all, assumptions);
  }
  void add(const WijkCounters& next) {
    const auto& [street, home, place, furnishing, space, footprint] = next;
    all(street, home, place, furnishing, space, footprint);
  }
  void add(const Project& project) {
    const auto& [name, buildings, wijk, ambition, answers, programme, decisions, remarks, sources,
                 findings, next, next_wijk] = project;
    all(name, buildings, wijk, ambition, answers, programme, decisions, remarks, sources, findings,
        next, next_wijk);
  }

 private:
  template <typename Value>
  void add(const std::string& name, const Value& value) {
    const std::string before = path_;
    path_ += (path_.empty() ? "" : ".") + name;
    add(value);
    path_ = before;
  }
  void all(const auto&... fields) {
    int at = 0;
    (add(fmt::format("field {}", ++at), fields), ...);
  }
  void line(const std::string& value) { text += path_ + " " + value + "\n"; }
  std::string path_;
};

}  // namespace

std::string to_text(const Project& project) {
  Lines lines;
  lines.add(project);
  return lines.text;
}

std::string first_difference(const Project& a, const Project& b) {
  std::istringstream left(to_text(a)), right(to_text(b));
  std::string one, other;
  while (true) {
    const bool has_one = bool(std::getline(left, one)),
               has_other = bool(std::getline(right, other));
    if (!has_one && !has_other) return "";
    if (!has_one) one = "(nothing)";
    if (!has_other) other = "(nothing)";
    if (one != other || has_one != has_other) return one + "\n" + other;
  }
}

}  // namespace trefpunt

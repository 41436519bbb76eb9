// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

constexpr int kFewest = 5;            // things that must agree
constexpr double kAgreeing = 0.6;     // share of those that both files have
constexpr double kCentimetre = 0.01;  // m

void shift_points(std::vector<Point>& points, Point by) {
  for (Point& p : points) p = snap(p + by);
}
void shift_thing(Space& space, Point by) {
  space.anchor = snap(space.anchor + by);
}
void shift_thing(Seat& seat, Point by) {
  seat.at = snap(seat.at + by);
}
void shift_thing(Furniture& furniture, Point by) {
  shift_points(furniture.ring, by);
}
void shift_thing(Link& link, Point by) {
  shift_points(link.footprint, by);
}
template <typename Line>
requires requires(Line line) {
  line.points;
}
void shift_thing(Line& line, Point by) {
  shift_points(line.points, by);
}
template <typename Opening>
requires requires(Opening opening) {
  opening.a;
}
void shift_thing(Opening& opening, Point by) {
  opening.a = snap(opening.a + by);
  opening.b = snap(opening.b + by);
  shift_points(opening.footprint, by);
}

using FirstPoints = std::map<std::string, std::vector<Point>>;

template <typename Thing>
void add_first_points(const Building& building, std::vector<Thing> Storey::*list,
                      FirstPoints& points) {
  for (const auto& storey : building.storeys) {
    for (const Thing& one : (*storey).*list) {
      if (is_global_id(one.source_key)) points[one.source_key].push_back(points_of(one).front());
    }
  }
}

// Of things that stand still while people work on a plan.
FirstPoints first_points(const Building& building) {
  FirstPoints points;
  add_first_points(building, &Storey::walls, points);
  add_first_points(building, &Storey::doors, points);
  add_first_points(building, &Storey::windows, points);
  return points;
}

}  // namespace

std::optional<Point> common_shift(const Building& old, const Building& now) {
  const FirstPoints was = first_points(old), is = first_points(now);
  std::map<std::pair<long long, long long>, std::pair<int, Point>> votes;  // by whole centimetres
  int all = 0;
  for (const auto& [key, points] : was) {
    const auto found = is.find(key);
    if (found == is.end() || points.size() != 1 || found->second.size() != 1) continue;
    const Point by = found->second.front() - points.front();
    auto& [count, first] =
        votes[{std::llround(by.x / kCentimetre), std::llround(by.y / kCentimetre)}];
    if (count++ == 0) first = by;
    ++all;
  }
  for (const auto& [cell, vote] : votes) {
    const auto& [count, by] = vote;
    if (count < kFewest || count < kAgreeing * all) continue;
    return length(by) > kListedMove ? std::optional(by) : std::nullopt;
  }
  return std::nullopt;
}

Project shifted(Project project, std::size_t building, Point by) {
  Building& moved = project.buildings[building];
  std::set<std::string> storeys;
  for (std::shared_ptr<const Storey>& shared : moved.storeys) {
    auto storey = std::make_shared<Storey>(*shared);
    each_kind([&](const auto& kind) {
      for (auto& thing : (*storey).*kind.things) shift_thing(thing, by);
    });
    shift_points(storey->outline, by);
    if (storey->underlay) storey->underlay->origin = snap(storey->underlay->origin + by);
    storeys.insert(to_string(storey->id));
    shared = std::move(storey);
  }
  if (auto& position = moved.placement.in_wijk) {
    const double c = std::cos(position->angle), s = std::sin(position->angle);
    position->at = snap(position->at - Point{c * by.x - s * by.y, s * by.x + c * by.y});
  }
  for (Remark& remark : project.remarks) {
    if (remark.at && storeys.contains(remark.storey)) remark.at = snap(*remark.at + by);
  }
  return project;
}

}  // namespace trefpunt

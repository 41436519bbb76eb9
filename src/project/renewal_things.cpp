// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "plan/link_words.h"
#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

std::vector<Point> points_of_opening(Point a, Point b, const Ring& footprint) {
  std::vector<Point> points{a, b};
  points.insert(points.end(), footprint.begin(), footprint.end());
  return points;
}

double farthest_from(const std::vector<Point>& points, const std::vector<Point>& line) {
  double farthest = 0;
  for (const Point p : points) {
    double nearest = line.size() == 1 ? distance(p, line[0]) : std::numeric_limits<double>::max();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      nearest = std::min(nearest, distance(p, Segment{line[i], line[i + 1]}));
    }
    if (line.size() > 2) nearest = std::min(nearest, distance(p, Segment{line.back(), line[0]}));
    farthest = std::max(farthest, nearest);
  }
  return farthest;
}

Text with_name(const Text& what, const std::string& name) {
  return name.empty() ? what : Text{what.nl + " " + name, what.en + " " + name};
}

}  // namespace

std::vector<Point> points_of(const Space& space) {
  return {space.anchor};
}
std::vector<Point> points_of(const Wall& wall) {
  return wall.points;
}
std::vector<Point> points_of(const Door& door) {
  return points_of_opening(door.a, door.b, door.footprint);
}
std::vector<Point> points_of(const Window& window) {
  return points_of_opening(window.a, window.b, window.footprint);
}
std::vector<Point> points_of(const Seat& seat) {
  return {seat.at};
}
std::vector<Point> points_of(const Furniture& furniture) {
  return furniture.ring;
}
std::vector<Point> points_of(const Link& link) {
  return link.footprint;
}
std::vector<Point> points_of(const Boundary& boundary) {
  return boundary.points;
}

double apart(const std::vector<Point>& a, const std::vector<Point>& b) {
  if (a.empty() || b.empty()) return a.size() == b.size() ? 0 : kListedMove * 2;
  return std::max(farthest_from(a, b), farthest_from(b, a));
}

Text words_of_thing(const Space& space) {
  const std::string name =
      space.number + (space.number.empty() || space.name.empty() ? "" : " ") + space.name;
  return with_name({"ruimte", "space"}, name);
}
Text words_of_thing(const Wall& wall) {
  return wall.is_glass ? Text{"glazen wand", "glass wall"} : Text{"wand", "wall"};
}
Text words_of_thing(const Door& door) {
  return with_name({"deur", "door"}, door.name);
}
Text words_of_thing(const Window&) {
  return {"raam", "window"};
}
Text words_of_thing(const Seat&) {
  return {"zitplek", "seat"};
}
Text words_of_thing(const Furniture& furniture) {
  return with_name({"meubel", "furniture"}, furniture.name);
}
Text words_of_thing(const Link& link) {
  return words_of(link.kind);
}
Text words_of_thing(const Boundary&) {
  return {"grens", "boundary"};
}

}  // namespace trefpunt

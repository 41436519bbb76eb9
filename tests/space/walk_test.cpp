// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/walk.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "space/plans.h"

using namespace trefpunt;

namespace {

double way(const Building& building, const Walker& who, Place from, Place to) {
  const Layouts layouts = layouts_of(building);
  Job job;
  const auto graph = make_walk_graph(building, layouts, who, job);
  const double there = walking_distances(*graph, from, {to})[0];
  const double back = walking_distances(*graph, to, {from})[0];
  if (std::isfinite(there)) CHECK(back == Approx(there));
  return there;
}

// A hall of 20 x 10 m with a wall across it that leaves `opening` metres free at the top.
Storey hall(double opening) {
  Storey storey;
  storey.name = "hal";
  storey.walls = {solid(1, -1, -1, 21, 0), solid(2, -1, 10, 21, 11), solid(3, -1, 0, 0, 10),
                  solid(4, 20, 0, 21, 10), solid(5, 9.5, 0, 10.5, 10 - opening)};
  storey.spaces = {space_at_point(1, {1, 1}, "hal", Use::Corridor)};
  return storey;
}

}  // namespace

TEST_CASE("In an open room the way is the straight line", "[walk]") {
  const Building building = building_of({two_rooms()});
  CHECK(way(building, walker(), {0, {0.5, 0.5}}, {0, {3.5, 2.5}}) == Approx(std::hypot(3, 2)));
}

TEST_CASE("Through a doorway the way bends at the jambs", "[walk]") {
  const Building building = building_of({two_rooms()});
  const double closed_form = std::hypot(4 - 1, 1 - 0.2) + 0.2 + std::hypot(7 - 4.2, 1 - 0.2);
  CHECK(way(building, walker(), {0, {1, 0.2}}, {0, {7, 0.2}}) == Approx(closed_form).epsilon(1e-9));
}

TEST_CASE("Around a wall the way is a taut string over its corners", "[walk]") {
  const Building building = building_of({hall(2)});
  const double closed_form = 2 * std::hypot(9.5 - 1, 8 - 1) + 1;
  CHECK(way(building, walker(), {0, {1, 1}}, {0, {19, 1}}) == Approx(closed_form).epsilon(1e-9));
}

TEST_CASE("Behind a closed wall there is no way", "[walk]") {
  const Building building = building_of({hall(0)});
  CHECK(std::isinf(way(building, walker(), {0, {1, 1}}, {0, {19, 1}})));
  CHECK(std::isinf(way(building, walker(), {0, {1, 1}}, {0, {10, 5}})));  // in the wall
}

TEST_CASE("A wheelchair user does not fit through 0.80 m, and does through 0.90 m", "[walk]") {
  CHECK(std::isinf(way(building_of({hall(0.80)}), wheelchair_user(), {0, {1, 1}}, {0, {19, 1}})));
  CHECK(
      std::isfinite(way(building_of({hall(0.90)}), wheelchair_user(), {0, {1, 1}}, {0, {19, 1}})));
  CHECK(std::isfinite(way(building_of({hall(0.80)}), walker(), {0, {1, 1}}, {0, {19, 1}})));
}

TEST_CASE("A wheelchair user does not fit between a wall and a cupboard 0.80 m from it", "[walk]") {
  Storey storey = hall(3);
  Furniture cupboard;
  cupboard.id = FurnitureId{1};
  cupboard.ring = {{9.5, 7.8}, {10.5, 7.8}, {10.5, 9.2}, {9.5, 9.2}};  // 0.8 m on both sides
  storey.furniture = {cupboard};
  CHECK(std::isinf(way(building_of({storey}), wheelchair_user(), {0, {1, 1}}, {0, {19, 1}})));
  CHECK(std::isfinite(way(building_of({storey}), walker(), {0, {1, 1}}, {0, {19, 1}})));
}

TEST_CASE("A door's stated width and threshold decide for a wheelchair user", "[walk]") {
  Storey storey = two_rooms();
  const auto passes = [&](bool unknown_is_open) {
    Walker user = wheelchair_user();
    user.unknown_is_open = unknown_is_open;
    return std::isfinite(way(building_of({storey}), user, {0, {1, 1}}, {0, {7, 1}}));
  };
  CHECK(passes(false));
  storey.doors[0].clear_width = 0.80;
  CHECK_FALSE(passes(true));
  storey.doors[0].clear_width.reset();
  CHECK(passes(true));  // 0.9 m between the jambs: it may be enough
  CHECK_FALSE(passes(false));
  storey.doors[0].clear_width = 0.9;
  storey.doors[0].threshold_height = 0.05;
  CHECK_FALSE(passes(true));
  storey.doors[0].threshold_height.reset();
  CHECK(passes(true));
  CHECK_FALSE(passes(false));
}

TEST_CASE("Stairs cost their walking line, a lift nothing, and a wheelchair user takes the lift",
          "[walk]") {
  Storey low = two_rooms(), high = two_rooms();
  high.level = 1;
  Link stairs, lift;
  stairs.footprint = {{1, 2}, {3, 2}, {3, 3}, {1, 3}};
  stairs.walking_length = 5;
  lift.kind = LinkKind::Lift;
  lift.footprint = {{6, 0}, {8, 0}, {8, 1}, {6, 1}};
  low.links = {stairs};
  high.links = {stairs};
  const Place below{0, {2, 0.5}}, above{1, {2, 0.5}};
  CHECK(way(building_of({low, high}), walker(), below, above) == Approx(2 + 5 + 2).margin(0.05));
  CHECK(std::isinf(way(building_of({low, high}), wheelchair_user(), below, above)));
  low.links.push_back(lift);
  high.links.push_back(lift);
  const double by_lift = way(building_of({low, high}), wheelchair_user(), below, above);
  CHECK(by_lift > 2 * (4.2 - 2));
  CHECK(by_lift < 2 * 6);
}

TEST_CASE("The way itself is as long as its length says", "[walk]") {
  const Building building = building_of({hall(2)});
  const Layouts layouts = layouts_of(building);
  Job job;
  const auto graph = make_walk_graph(building, layouts, walker(), job);
  const Place from{0, {1, 1}}, to{0, {19, 1}};
  const std::vector<Place> path = walking_path(*graph, from, to);
  REQUIRE(path.size() == 4);
  double sum = 0;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) sum += distance(path[i].at, path[i + 1].at);
  CHECK(sum == Approx(walking_distances(*graph, from, {to})[0]));
}

TEST_CASE("The nearest of several goals is the least of the distances to each", "[walk]") {
  Storey low = hall(2), high = hall(4);
  high.level = 1;
  Link lift;
  lift.kind = LinkKind::Lift;
  lift.footprint = {{6, 0}, {8, 0}, {8, 1}, {6, 1}};
  low.links = high.links = {lift};
  const Building building = building_of({low, high});
  const Layouts layouts = layouts_of(building);
  Job job;
  const auto graph = make_walk_graph(building, layouts, walker(), job);
  const std::vector<Place> goals = {{0, {19, 1}}, {0, {3, 9}}, {1, {19, 9}}, {1, {-5, 0}}};
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(-1, 21), y(-1, 11);
  std::vector<Place> from;
  for (int i = 0; i < 40; ++i) from.push_back({i % 2, {x(random), y(random)}});
  const std::vector<double> nearest = distances_to_nearest(*graph, goals, from);
  int in_reach = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    double least = kNoWay;
    for (const Place& goal : goals) {
      least = std::min(least, walking_distances(*graph, goal, {from[i]})[0]);
    }
    INFO(from[i].at.x << ", " << from[i].at.y << " on storey " << from[i].storey);
    CHECK(std::isfinite(nearest[i]) == std::isfinite(least));
    if (!std::isfinite(least)) continue;
    CHECK(nearest[i] == Approx(least).epsilon(1e-12));
    ++in_reach;
  }
  CHECK(in_reach > 20);
}

// Slow and obvious: a shortest path over all corners of all boxes, seeing by testing every edge.
double slow_way(const std::vector<std::vector<Point>>& boxes, Point from, Point to) {
  std::vector<Point> points{from, to};
  for (const auto& box : boxes) points.insert(points.end(), box.begin(), box.end());
  const auto blocked = [&](Point a, Point b) {
    for (const auto& box : boxes) {
      for (int k = 1; k < 400;
           ++k) {  // sampled: a segment that enters a box is inside it somewhere
        const Point p = a + (k / 400.0) * (b - a);
        if (p.x > box[0].x + 1e-9 && p.x < box[2].x - 1e-9 && p.y > box[0].y + 1e-9 &&
            p.y < box[2].y - 1e-9) {
          return true;
        }
      }
    }
    return false;
  };
  std::vector<double> best(points.size(), kNoWay);
  std::vector<bool> done(points.size(), false);
  best[0] = 0;
  for (std::size_t round = 0; round < points.size(); ++round) {
    std::size_t next = points.size();
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!done[i] && (next == points.size() || best[i] < best[next])) next = i;
    }
    done[next] = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (done[i] || blocked(points[next], points[i])) continue;
      best[i] = std::min(best[i], best[next] + distance(points[next], points[i]));
    }
  }
  return best[1];
}

TEST_CASE("On random halls with boxes the way equals a slow search over all corners", "[walk]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> x(1, 17), y(1, 7), size(1, 3);
    Storey storey = hall(10);
    storey.walls.pop_back();
    std::vector<std::vector<Point>> boxes;
    for (int i = 0; i < 6; ++i) {
      // Tenths, so that boxes touch walls and each other rarely and corners never coincide.
      const double x0 = x(random) + 0.1 * i, y0 = y(random) + 0.05 * i;
      const double x1 = x0 + size(random), y1 = std::min(9.7, y0 + size(random));
      storey.walls.push_back(solid(10 + i, x0, y0, std::min(x1, 19.8), y1));
      boxes.push_back(storey.walls.back().points);
    }
    const Point from{0.5, 0.5}, to{19.9, 9.9};
    CAPTURE(seed);
    const double slow = slow_way(boxes, from, to);
    CHECK(way(building_of({storey}), walker(), {0, from}, {0, to}) == Approx(slow).epsilon(1e-6));
  }
}

TEST_CASE("The path to the nearest goal is as long as the way to it and ends there", "[walk]") {
  const Building building = building_of({hall(2)});
  const Layouts layouts = layouts_of(building);
  Job job;
  const auto graph = make_walk_graph(building, layouts, walker(), job);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(0.2, 19.8), y(0.2, 9.8);
  std::vector<Place> goals, from;
  for (int i = 0; i < 4; ++i) goals.push_back({0, {x(random), y(random)}});
  for (int i = 0; i < 60; ++i) from.push_back({0, {x(random), y(random)}});
  const auto paths = paths_to_nearest(*graph, goals, from);
  for (std::size_t i = 0; i < from.size(); ++i) {
    double nearest = kNoWay;
    for (const double way : walking_distances(*graph, from[i], goals)) {
      nearest = std::min(nearest, way);
    }
    if (nearest == kNoWay) {  // the place lies in a wall
      CHECK(paths[i].places.empty());
      continue;
    }
    CHECK(paths[i].length == Approx(nearest));
    REQUIRE(paths[i].places.size() >= 2);
    double length = 0;
    for (std::size_t k = 1; k < paths[i].places.size(); ++k) {
      length += distance(paths[i].places[k - 1].at, paths[i].places[k].at);
    }
    CHECK(length == Approx(nearest));
    CHECK(paths[i].places.front().at == from[i].at);
    CHECK(std::any_of(goals.begin(), goals.end(),
                      [&](const Place& goal) { return goal.at == paths[i].places.back().at; }));
  }
}

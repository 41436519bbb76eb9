// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/isovist_field.h"

#include <catch2/catch.hpp>

#include "field_plans.h"

using namespace trefpunt;

namespace {

std::vector<MicroPoint> lattice(std::int64_t step) {
  std::vector<MicroPoint> points;
  for (std::int64_t y = step; y < 7'100'000; y += step) {
    for (std::int64_t x = step; x < 9'300'000; x += step) points.push_back({x, y});
  }
  return points;
}
IsovistField field_of(const std::vector<MicroSegment>& sight, const std::vector<MicroPoint>& points,
                      int threads = 1) {
  Job job;
  return *make_isovist_field(sight, points, threads, job);
}
std::vector<MicroSegment> sight_of(const Storey& storey) {
  return make_sight_scene(storey).sight;
}
IsovistUpdate updated(const IsovistField& before, const std::vector<MicroSegment>& sight_before,
                      const std::vector<MicroPoint>& points_before,
                      const std::vector<MicroSegment>& sight,
                      const std::vector<MicroPoint>& points) {
  Job job;
  return *update_isovist_field(before, sight_before, points_before, sight, points, 1, job);
}

}  // namespace

TEST_CASE("A field holds the measures of each point's own isovist") {
  const auto sight = sight_of(random_plan(3, 9.3, 7.1, 20, 0.25));
  const auto points = lattice(333'000);
  const IsovistField field = field_of(sight, points);
  const SightMesh mesh = *make_sight_mesh(sight);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Isovist isovist = make_isovist(mesh, metres(points[i]));
    REQUIRE(field.states[i] == isovist.state);
    if (isovist.state != Isovist::State::Seen) continue;
    REQUIRE(field.values[i] == measure(isovist));
    REQUIRE(field.is_closed[i] == isovist.is_closed);
  }
}

TEST_CASE("One and four threads give the same isovist field") {
  const auto sight = sight_of(random_plan(4, 9.3, 7.1, 30, 0));
  CHECK(field_of(sight, lattice(200'000), 1) == field_of(sight, lattice(200'000), 4));
}

TEST_CASE("When walls move, the field made from the old one equals the field from scratch") {
  const double step = GENERATE(0.25, 0.0);
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  INFO("seed " << seed << " step " << step);
  Storey storey = random_plan(seed, 9.3, 7.1, 30, step);
  auto sight = sight_of(storey);
  const auto points = lattice(250'000);
  IsovistField field = field_of(sight, points);
  std::mt19937 random(seed);
  std::size_t remade = 0;
  for (int i = 0; i < 12; ++i) {
    Wall& wall = storey.walls[1 + random() % (storey.walls.size() - 1)];
    if (i % 4 == 3) {
      storey.walls.pop_back();
    } else {
      for (Point& p : wall.points) p = {std::clamp(p.x + 0.25, 0.0, 9.3), p.y};
    }
    const auto sight_after = sight_of(storey);
    IsovistUpdate update = updated(field, sight, points, sight_after, points);
    const IsovistField scratch = field_of(sight_after, points);
    for (std::size_t k = 0; k < points.size(); ++k) {
      INFO("point " << k << " step " << i << " area "
                    << update.field.values[k].area - scratch.values[k].area);
      REQUIRE(update.field.values[k] == scratch.values[k]);
    }
    REQUIRE(update.field == scratch);
    remade += update.remade.size();
    field = std::move(update.field);
    sight = sight_after;
  }
  CHECK(remade > 0);
  CHECK(remade < 12 * points.size());
}

TEST_CASE("Other points and another frame are looked at again, what stays is kept") {
  const auto sight = sight_of(random_plan(7, 9.3, 7.1, 30, 0.25));
  const auto points = lattice(500'000), others = lattice(250'000);
  const IsovistField field = field_of(sight, points);
  const IsovistUpdate finer = updated(field, sight, points, sight, others);
  CHECK(finer.field == field_of(sight, others));
  CHECK(finer.remade.size() == others.size() - points.size());
  auto wider = sight;
  wider.push_back(micro({20, 0}, {20, 7}));
  CHECK(updated(field, sight, points, wider, points).field == field_of(wider, points));
}

TEST_CASE("Where sight ends on the frame, a new wall and another frame are noticed") {
  // A corner of two walls: sight goes past it to the frame, 10 m beyond.
  std::vector<MicroSegment> sight{micro({0, 0}, {9.3, 0}), micro({0, 0}, {0, 7.1})};
  std::sort(sight.begin(), sight.end());
  const auto points = lattice(500'000);
  const IsovistField field = field_of(sight, points);
  auto within = sight;  // the frame stays
  within.push_back(micro({9, 2}, {9, 5}));
  std::sort(within.begin(), within.end());
  CHECK(updated(field, sight, points, within, points).field == field_of(within, points));
  auto beyond = sight;  // farther than sight went, so that only the frame tells
  beyond.push_back(micro({25, 0}, {25, 7}));
  std::sort(beyond.begin(), beyond.end());
  CHECK(updated(field, sight, points, beyond, points).field == field_of(beyond, points));
}

TEST_CASE("A stopped job gives no isovist field") {
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const auto field =
      make_isovist_field(sight_of(random_plan(7, 9.3, 7.1, 30, 0)), lattice(500'000), 1, job);
  REQUIRE(!field);
  CHECK(field.error().code == Code::Cancelled);
}

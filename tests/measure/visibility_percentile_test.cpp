// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

// A hall with lounge 1 open to it along its whole side, and living room 2 round the corner of a
// side corridor.
Storey hall() {
  return storey_from_text(R"(
    ############
    #2.O..#1...#
    #..#k.#....#
    ####==#====#
    #h.........#
    #..........#
    #####E######)",
                          {{'1', space("zithoek", Use::Lounge)},
                           {'2', space("huiskamer", Use::Living)},
                           {'h', space("hal", Use::Corridor)},
                           {'k', space("zijgang", Use::Corridor)}});
}

// The definition, written out: mean integration of a space against all floor open to visitors.
double slow_percentile(const TestScene& scene, int space, const std::vector<int>& open) {
  const StoreySight& sight = *scene.sights[0];
  double sum = 0, cells = 0, below = 0, all = 0;
  for (std::size_t i = 0; i < sight.space_of.size(); ++i) {
    if (sight.space_of[i] != space) continue;
    sum += sight.integration_hh[i];
    ++cells;
  }
  for (std::size_t i = 0; i < sight.space_of.size(); ++i) {
    if (std::find(open.begin(), open.end(), sight.space_of[i]) == open.end()) continue;
    ++all;
    below += sight.integration_hh[i] < sum / cells ? 1 : 0;
  }
  return 100 * below / all;
}

}  // namespace

TEST_CASE("A place round the corner ranks below one that is open to the hall", "[measure]") {
  const TestScene scene(hall());
  const Outcome outcome = scene.measure("visibility_percentile");
  const double open = number(row(outcome, "S1")), hidden = number(row(outcome, "S2"));
  CHECK(hidden < open);
  CHECK(number(secondary(outcome, "lowest")) == Approx(hidden));
  CHECK(number(secondary(outcome, "highest")) == Approx(open));
}

TEST_CASE("The percentile is the share of open floor that is less integrated", "[measure]") {
  Storey storey = hall();
  const auto check = [&](const std::vector<int>& open) {
    const TestScene scene(storey);
    const Outcome outcome = scene.measure("visibility_percentile");
    for (int i = 0; i < 2; ++i) {
      const SpaceId id = storey.spaces[static_cast<std::size_t>(i)].id;
      CHECK(number(row(outcome, to_string(id))) == Approx(slow_percentile(scene, i, open)));
    }
  };
  check({0, 1, 2, 3});
  storey.spaces[3].access = Access::Staff;  // the side corridor: no longer open to visitors
  check({0, 1, 2});
}

TEST_CASE("Only places between the two percentiles count", "[measure]") {
  const TestScene scene(hall());
  CHECK(number(scene.measure("visibility_percentile", {{"low", 0}, {"high", 100}}).headline) == 1);
  const Outcome none = scene.measure("visibility_percentile", {{"low", 100}, {"high", 100}});
  CHECK(number(none.headline) == 0);
  CHECK(none.places.size() == 2);
  const double highest = number(secondary(none, "highest"));
  const Outcome one =
      scene.measure("visibility_percentile", {{"low", 0}, {"high", highest - 0.001}});
  CHECK(number(one.headline) == Approx(0.5));
}

TEST_CASE("A place is seen from the entrance when some of its floor is", "[measure]") {
  const TestScene scene(hall());
  const Outcome outcome = scene.measure("visibility_percentile");
  CHECK(number(secondary(outcome, "seen_from_entrance")) == Approx(0.5));  // not round the corner
  const double on_the_way = number(secondary(outcome, "seen_from_routes"));
  CHECK(on_the_way > 0.5);
  CHECK(on_the_way <= 1);
}

TEST_CASE("Without a public entrance nothing is said of what is seen from it", "[measure]") {
  Storey storey = hall();
  storey.doors[0].entrance = Entrance::Staff;
  const Outcome outcome = TestScene(storey).measure("visibility_percentile");
  CHECK(has_number(outcome.headline));
  CHECK(is_not_computed(secondary(outcome, "seen_from_entrance")));
  CHECK(is_not_computed(secondary(outcome, "seen_from_routes")));
}

TEST_CASE("A plan without a meeting place has no percentile", "[measure]") {
  const Storey storey = storey_from_text(R"(
    #####
    #h..#
    ##E##)",
                                         {{'h', space("hal", Use::Corridor)}});
  CHECK(is_not_applicable(TestScene(storey).measure("visibility_percentile").headline));
}

TEST_CASE("A place right above the entrance is not seen from it", "[measure]") {
  const Storey below = storey_from_text(R"(
    ######
    #h...#
    ##E###)",
                                        {{'h', space("hal", Use::Corridor)}});
  const Storey above = storey_from_text(R"(
    ######
    #1...#
    ######)",
                                        {{'1', space("lounge", Use::Lounge)}}, 1);
  const Outcome outcome =
      TestScene(std::vector<Storey>{below, above}).measure("visibility_percentile");
  CHECK(number(secondary(outcome, "seen_from_entrance")) == 0);
}

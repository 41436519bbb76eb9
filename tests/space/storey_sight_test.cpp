// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/storey_sight.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "space/cells_in_view.h"
#include "space/plans.h"

using namespace trefpunt;

namespace {

StoreySight sight_of(const Storey& storey) {
  Job job;
  const Result<Layout> layout = make_layout(storey, {}, job);
  REQUIRE(layout);
  Result<StoreySight> sight = make_storey_sight(storey, *layout, job);
  REQUIRE(sight);
  return *std::move(sight);
}

}  // namespace

TEST_CASE("Each cell knows the space that it lies in", "[sight]") {
  const Storey storey = two_rooms();
  const StoreySight sight = sight_of(storey);
  REQUIRE(sight.grid.size() > 0);
  int in_first = 0, in_second = 0;
  for (const std::int32_t space : sight.space_of) {
    in_first += space == 0 ? 1 : 0;
    in_second += space == 1 ? 1 : 0;
  }
  CHECK(in_first > 0);
  CHECK(in_second > 0);
}

TEST_CASE(
    "Through a door that is shut two rooms do not see each other, through a glass one they do",
    "[sight]") {
  Storey storey = two_rooms();
  const auto pairs_between = [&] {
    const StoreySight sight = sight_of(storey);
    std::pair<int, int> seen;  // doors open, doors shut
    for (int i = 0; i < sight.grid.size(); ++i) {
      for (int j = 0; j < sight.grid.size(); ++j) {
        if (sight.space_of[static_cast<std::size_t>(i)] != 0) continue;
        if (sight.space_of[static_cast<std::size_t>(j)] != 1 || !sight.runs.sees(i, j)) continue;
        ++seen.first;
        seen.second += sees_past_leaves(sight, i, j) ? 1 : 0;
      }
    }
    return seen;
  };
  CHECK(pairs_between().first > 0);
  CHECK(pairs_between().second == 0);
  for (Door& door : storey.doors) door.is_glass = true;
  CHECK(pairs_between().second == pairs_between().first);
}

TEST_CASE("A storey without walls has no cells and no error", "[sight]") {
  const StoreySight sight = sight_of(Storey{});
  CHECK(sight.grid.size() == 0);
  CHECK(sight.runs.cells() == 0);
}

TEST_CASE("The cells in view are those whose centre lies in the isovist", "[sight]") {
  const Storey storey = two_rooms();
  const StoreySight sight = sight_of(storey);
  std::mt19937 random(11);
  std::uniform_real_distribution<double> x(0.1, 7.9), y(0.1, 2.9);
  for (int i = 0; i < 40; ++i) {
    const Isovist isovist = make_isovist(sight.open, {x(random), y(random)});
    std::vector<std::int32_t> slow;
    for (int cell = 0; cell < sight.grid.size(); ++cell) {
      if (isovist.state == Isovist::State::Seen &&
          contains(isovist.corners, sight.grid.centre(cell) - isovist.from)) {
        slow.push_back(cell);
      }
    }
    CHECK(cells_in_view(sight.grid, isovist) == slow);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/clinic.h"

using namespace trefpunt;

TEST_CASE("Depth counts the doors from outside", "[measure]") {
  const Outcome outcome = TestScene(clinic()).measure("space_depth");
  CHECK(number(row(outcome, "S4")) == 1);  // corridor
  CHECK(number(row(outcome, "S2")) == 2);  // off the corridor; as S5 lounge and S6 waiting room
  CHECK(number(row(outcome, "S1")) == 3);  // behind the waiting room; as S3 behind the lounge
  CHECK(number(outcome.headline) == Approx(13.0 / 6));  // (1 + 2 + 2 + 2 + 3 + 3) / 6
  CHECK(number(secondary(outcome, "deepest")) == 3);
}

TEST_CASE("A space without a way in has no depth and no part in the mean", "[measure]") {
  Storey storey = clinic();
  storey.walls.push_back({{99}, storey.doors[3].footprint, true, false, ""});
  storey.doors.erase(storey.doors.begin() + 3);
  const Outcome outcome = TestScene(std::move(storey)).measure("space_depth");
  CHECK(is_not_computed(row(outcome, "S1")));
  CHECK(number(outcome.headline) == Approx(2.0));  // (1 + 2 + 2 + 2 + 3) / 5
}

TEST_CASE("Depth is not known without a public entrance", "[measure]") {
  Storey storey = clinic();
  storey.doors[0].entrance = Entrance::Unknown;
  CHECK(is_not_computed(TestScene(std::move(storey)).measure("space_depth").headline));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/values.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace trefpunt;

namespace {
const Text kReason{"Niet bekend.", "Not known."};
const Text kNone{"Geen route.", "No way."};
constexpr double kInfinity = std::numeric_limits<double>::infinity();
}  // namespace

TEST_CASE("The nearest rank is a value that occurs", "[measure]") {
  CHECK(*nearest_rank({10, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0.9) == 9);
  CHECK(*nearest_rank({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0.9) == 10);
  CHECK(*nearest_rank({3, 1}, 0.5) == 1);
  CHECK(*nearest_rank({5}, 0.9) == 5);
  CHECK(*nearest_rank({1, kInfinity}, 0.5) == 1);
  CHECK_FALSE(nearest_rank({}, 0.9).has_value());
}

TEST_CASE("A share counts what is not known as no and as yes", "[measure]") {
  Tally tally;
  tally.add(YesNo::Yes);
  tally.add(YesNo::No);
  CHECK(std::get<double>(tally.share(kReason)) == 0.5);
  tally.add(YesNo::Unknown);
  tally.add(YesNo::Unknown);
  CHECK(std::get<Range>(tally.share(kReason)).low == 0.25);
  CHECK(std::get<Range>(tally.share(kReason)).high == 0.75);
}

TEST_CASE("A distance without an upper bound is not computed but told", "[measure]") {
  CHECK(std::get<double>(distance_between(3, 3, kReason, kNone)) == 3);
  CHECK(std::get<Range>(distance_between(3, 4, kReason, kNone)).high == 4);
  CHECK(std::get<NotComputed>(distance_between(kInfinity, kInfinity, kReason, kNone)).reason ==
        kNone);
  const Text told =
      std::get<NotComputed>(distance_between(12.34, kInfinity, kReason, kNone)).reason;
  CHECK(told.nl == "Niet bekend. Laat alles wat niet bekend is door, dan is het 12,3 m.");
  CHECK(told.en == "Not known. If all that is not known lets people pass, it is 12.3 m.");
}

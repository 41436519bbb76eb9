// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/heat_scale.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <set>

using namespace trefpunt;

namespace {

double linear(Rgb colour, int shift) {
  const double c = (colour >> shift & 255) / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
// CIE L*, 0 black to 100 white.
double lightness(Rgb colour) {
  const double y =
      0.2126 * linear(colour, 16) + 0.7152 * linear(colour, 8) + 0.0722 * linear(colour, 0);
  return 116 * std::cbrt(y) - 16;
}

std::vector<double> up_to(int n) {
  std::vector<double> values;
  for (int i = n; i >= 1; --i) values.push_back(i);
  return values;
}

}  // namespace

TEST_CASE("A higher value is lighter, evenly, so that no eye for colours is needed") {
  double before = lightness(heat_colour(HeatScale::Rising, 0));
  CHECK(before > 20);  // lighter than walls are drawn
  for (int i = 1; i <= 8; ++i) {
    const double now = lightness(heat_colour(HeatScale::Rising, i / 8.0));
    CHECK(now - before > 7);
    CHECK(now - before < 11);
    before = now;
  }
  CHECK(heat_colour(HeatScale::Rising, -3) == heat_colour(HeatScale::Rising, 0));
  CHECK(heat_colour(HeatScale::Rising, 7) == heat_colour(HeatScale::Rising, 1));
}

TEST_CASE("The scale of directions ends where it begins, and its four quarters differ") {
  CHECK(heat_colour(HeatScale::Round, 0) == heat_colour(HeatScale::Round, 1));
  std::set<Rgb> quarters;
  for (int i = 0; i < 4; ++i) quarters.insert(heat_colour(HeatScale::Round, i / 4.0));
  CHECK(quarters.size() == 4);
}

TEST_CASE("The range is from the least to the greatest value, and what is missing is counted") {
  const double none = std::nan("");
  const HeatRange range = heat_range({none, 3, 1, 2, none}, false);
  CHECK(range.low == 1);
  CHECK(range.high == 3);
  CHECK(range.count == 3);
  CHECK(range.missing == 2);
  CHECK_FALSE(range.is_clipped);
  CHECK(range.place_of(2) == 0.5);
  const HeatRange empty = heat_range({none}, true);
  CHECK(empty.count == 0);
  CHECK(empty.missing == 1);
}

TEST_CASE("Clipped, the range is from the 2nd to the 98th percentile by nearest rank") {
  // 1 to 100: 2 % of 100 values is the 2nd, 98 % the 98th.
  const HeatRange range = heat_range(up_to(100), true);
  CHECK(range.low == 2);
  CHECK(range.high == 98);
  CHECK(range.is_clipped);
  CHECK(range.place_of(1) == 0);  // the colour of the end
  CHECK(range.place_of(100) == 1);
  // 1 to 10: the first and the last, nothing is clipped.
  const HeatRange few = heat_range(up_to(10), true);
  CHECK(few.low == 1);
  CHECK(few.high == 10);
  CHECK_FALSE(few.is_clipped);
}

TEST_CASE("Equal values have one colour, in the middle") {
  const HeatRange range = heat_range({4, 4}, false);
  CHECK(range.place_of(4) == 0.5);
}

TEST_CASE("Each class has a hatch and words of its own") {
  std::set<int> hatches;
  for (int i = 0; i < kHeatClasses; ++i) hatches.insert(static_cast<int>(heat_class(i).hatch));
  CHECK(hatches.size() == kHeatClasses);
  CHECK(class_of(0) == 0);
  CHECK(class_of(1) == kHeatClasses - 1);
  CHECK(class_of(0.5) == kHeatClasses / 2);
  const std::vector<std::string> words = class_words({1, 7, false, 0, 2}, Lang::Nl);
  REQUIRE(words.size() == kHeatClasses);
  CHECK(words.front() == "1,00 – 2,00");
  CHECK(words.back() == "6,00 – 7,00");
}

TEST_CASE("Values are written with three digits of their range") {
  CHECK(heat_decimals({0, 5, false, 0, 1}) == 2);
  CHECK(heat_decimals({0, 0.05, false, 0, 1}) == 4);
  CHECK(heat_decimals({0, 5000, false, 0, 1}) == 0);
  CHECK(heat_decimals({3, 3, false, 0, 1}) == 2);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "report/drawing_scene.h"

namespace trefpunt {

// How the numbers of a field become colours. Both scales can be told apart by who does not see
// colours: Rising grows lighter all the way; Round is for directions, where the end is the start.
enum class HeatScale { Rising, Round };
// `t` from 0 to 1; beyond it the nearest end.
Rgb heat_colour(HeatScale scale, double t);
// The colours at even steps that heat_colour() goes along, for the graphics card.
inline constexpr int kHeatStops = 9;
const std::array<Rgb, kHeatStops>& heat_stops(HeatScale scale);

// Which values get the colours between the ends.
struct HeatRange {
  double low = 0, high = 0;
  bool is_clipped = false;  // values lie beyond the ends, and have the colours of the ends
  int missing = 0;          // values that there are not (NaN)
  int count = 0;            // values that there are
  // 0 to 1 between low and high, not beyond; all in the middle when they are equal.
  double place_of(double value) const;
  bool operator==(const HeatRange&) const = default;
};
// From the least to the greatest, or `with_clip` from the 2nd to the 98th percentile (a value that
// is in the list: the nearest rank).
HeatRange heat_range(const std::vector<double>& values, bool with_clip);

// So many digits after the sign that neighbouring colours differ in their words: three that matter.
int heat_decimals(const HeatRange& range);

// The scale in classes, each with a hatch of its own: for high contrast and for paper.
inline constexpr int kHeatClasses = 6;
Paint heat_class(int index);  // 0 the lowest
int class_of(double t);       // of 0 to 1
// "2,1 – 2,6" for each class, from below.
std::vector<std::string> class_words(const HeatRange& range, Lang lang);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/heat_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trefpunt {

namespace {

// From dark blue over green to light yellow: lightness L* rises evenly from 24 to 90 (a test
// counts it). The dark end is lighter than walls are drawn.
constexpr std::array<Rgb, kHeatStops> kRising = {0x3b2a78, 0x3f4a8e, 0x3d6592, 0x367f93, 0x33988c,
                                                 0x4cb07c, 0x86c466, 0xc4d455, 0xf8e45c};
// Dark and light on opposite sides, and a hue of its own on each of the ways between.
constexpr std::array<Rgb, kHeatStops> kRound = {0x3b2a78, 0x4f69a8, 0x86a9c9, 0xcbd9dc, 0xf3efe6,
                                                0xe3c7a4, 0xc58a6b, 0x8f4a62, 0x3b2a78};

}  // namespace

const std::array<Rgb, kHeatStops>& heat_stops(HeatScale scale) {
  return scale == HeatScale::Rising ? kRising : kRound;
}

Rgb heat_colour(HeatScale scale, double t) {
  const std::array<Rgb, kHeatStops>& stops = heat_stops(scale);
  const double place = std::clamp(t, 0.0, 1.0) * (kHeatStops - 1);
  const std::size_t first = std::min<std::size_t>(static_cast<std::size_t>(place), kHeatStops - 2);
  const double part = place - static_cast<double>(first);
  Rgb mixed = 0;
  for (const int shift : {16, 8, 0}) {
    const auto from = static_cast<double>(stops[first] >> shift & 255);
    const auto to = static_cast<double>(stops[first + 1] >> shift & 255);
    mixed |= static_cast<Rgb>(std::lround(from + part * (to - from))) << shift;
  }
  return mixed;
}

double HeatRange::place_of(double value) const {
  if (!(high > low)) return 0.5;
  return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

HeatRange heat_range(const std::vector<double>& values, bool with_clip) {
  HeatRange range;
  std::vector<double> there;
  for (const double value : values) {
    if (!std::isnan(value)) there.push_back(value);
  }
  range.count = static_cast<int>(there.size());
  range.missing = static_cast<int>(values.size() - there.size());
  if (there.empty()) return range;
  const auto [least, greatest] = std::minmax_element(there.begin(), there.end());
  range.low = *least;
  range.high = *greatest;
  if (!with_clip) return range;
  const double lowest = range.low, highest = range.high;
  const auto ranked = [&](double share) {
    const auto rank = static_cast<std::ptrdiff_t>(
        std::clamp(std::ceil(share * range.count) - 1, 0.0, range.count - 1.0));
    std::nth_element(there.begin(), there.begin() + rank, there.end());
    return there[static_cast<std::size_t>(rank)];
  };
  range.low = ranked(0.02);
  range.high = ranked(0.98);
  range.is_clipped = range.low > lowest || range.high < highest;
  return range;
}

int heat_decimals(const HeatRange& range) {
  const double span = range.high - range.low;
  const double size = span > 0 ? span : std::max({std::abs(range.low), std::abs(range.high), 1e-9});
  return std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
}

Paint heat_class(int index) {
  constexpr std::array<Hatch, kHeatClasses> kHatches = {
      Hatch::Crossed, Hatch::Rising, Hatch::Falling, Hatch::Level, Hatch::Dots, Hatch::None};
  const int at = std::clamp(index, 0, kHeatClasses - 1);
  const Rgb fill = heat_colour(HeatScale::Rising, at / (kHeatClasses - 1.0));
  // White lines on dark fills, black ones on light.
  return {fill, kHatches[static_cast<std::size_t>(at)], at < 3 ? 0xffffffu : 0x000000u};
}

int class_of(double t) {
  return std::clamp(static_cast<int>(t * kHeatClasses), 0, kHeatClasses - 1);
}

std::vector<std::string> class_words(const HeatRange& range, Lang lang) {
  std::vector<std::string> words;
  const int decimals = heat_decimals(range);
  const auto border = [&](int i) {
    const double value = range.low + (range.high - range.low) * i / kHeatClasses;
    return format_number(value, decimals, lang);
  };
  for (int i = 0; i < kHeatClasses; ++i) words.push_back(border(i) + " – " + border(i + 1));
  return words;
}

}  // namespace trefpunt

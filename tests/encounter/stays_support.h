// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "encounter/starts.h"

namespace trefpunt {

// Stays whose starts are spread evenly between two times.
inline Stays evenly(double from_min, double to_min, double number, double dwell_min,
                    double spread = 0) {
  return {{{from_min, to_min, number / (to_min - from_min)}}, dwell_of(dwell_min, spread)};
}

// Some pieces of different rates, one of them up to midnight.
inline Stays uneven(double dwell_min, double spread) {
  return {{{30, 90, 0.01}, {480, 540, 0.004}, {540, 900, 0.001}, {1400, 1440, 0.02}},
          dwell_of(dwell_min, spread)};
}

// All starts some minutes later; what passes midnight comes back in the morning.
inline Stays later(const Stays& stays, double minutes) {
  Stays moved = {{}, stays.dwell};
  std::vector<StartPiece> today;
  for (StartPiece piece : stays.starts) {
    piece.from_min += minutes;
    piece.to_min += minutes;
    if (piece.from_min >= kDayMin) {
      moved.starts.push_back({piece.from_min - kDayMin, piece.to_min - kDayMin, piece.per_min});
    } else if (piece.to_min > kDayMin) {
      moved.starts.push_back({0, piece.to_min - kDayMin, piece.per_min});
      today.push_back({piece.from_min, kDayMin, piece.per_min});
    } else {
      today.push_back(piece);
    }
  }
  std::sort(moved.starts.begin(), moved.starts.end(),
            [](const StartPiece& p, const StartPiece& q) { return p.from_min < q.from_min; });
  moved.starts.insert(moved.starts.end(), today.begin(), today.end());
  return moved;
}

// The stays of one day, drawn.
struct Stay {
  double start, dwell;
};
class StayDraws {
 public:
  explicit StayDraws(std::uint64_t seed) : bits_(seed) {}
  double unit() { return static_cast<double>(bits_() >> 11) * 0x1p-53; }
  void day(const Stays& stays, std::vector<Stay>& drawn) {
    drawn.clear();
    for (const StartPiece& piece : stays.starts) {
      // A Poisson process, by its gaps.
      for (double at = piece.from_min;
           (at -= std::log(1 - unit()) / piece.per_min) < piece.to_min;) {
        drawn.push_back({at, stays.dwell[bits_() % kDwellClasses]});
      }
    }
  }

 private:
  std::mt19937_64 bits_;
};

// Minutes that two stays have in common, the day a circle.
inline double common_minutes(const Stay& one, const Stay& other) {
  double common = 0;
  for (const double day : {-kDayMin, 0.0, kDayMin}) {
    common = std::max(common, std::min(one.start + one.dwell, other.start + day + other.dwell) -
                                  std::max(one.start, other.start + day));
  }
  return common;
}

}  // namespace trefpunt

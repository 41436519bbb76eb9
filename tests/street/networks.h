// SPDX-License-Identifier: GPL-3.0-or-later
// Small networks for tests.
#pragma once

#include <random>
#include <vector>

#include "street/network.h"

namespace streets {

using namespace trefpunt;

inline Street street(Line line) {
  Street made;
  made.line = std::move(line);
  return made;
}

inline StreetNetwork network_of(const std::vector<Street>& streets,
                                const NetworkOptions& options = {}) {
  Job job;
  Result<StreetNetwork> made = make_street_network(streets, options, job);
  TP_CHECK(made);
  return *std::move(made);
}

// A planar network of `side` x `side` crossings about 100 m apart with some streets left out, a
// bend in others, and a dead end here and there. With `is_square` every street is exactly 100 m
// long, so that most ways have equals.
inline std::vector<Street> random_streets(unsigned seed, int side, bool is_square = false) {
  std::mt19937 random(seed);
  const auto shift = [&](double by) {
    return is_square ? 0 : by * (static_cast<double>(random() % 2001) / 1000 - 1);
  };
  std::vector<Point> at;
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x)
      at.push_back(snap({100.0 * x + shift(30), 100.0 * y + shift(30)}));
  }
  std::vector<Street> made;
  const auto join = [&](int a, int b) {
    if (random() % 100 < 15) return;
    Line line = {at[a], at[b]};
    if (random() % 3 == 0 && !is_square) {
      line.insert(line.begin() + 1, snap(middle(at[a], at[b]) + Point{shift(20), shift(20)}));
    }
    made.push_back(street(line));
  };
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int here = y * side + x;
      if (x + 1 < side) join(here, here + 1);
      if (y + 1 < side) join(here, here + side);
      if (random() % 10 == 0) {
        made.push_back(street({at[here], at[here] + Point{20.0 + (random() % 10), 25}}));
      }
    }
  }
  return made;
}

}  // namespace streets

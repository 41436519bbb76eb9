// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/pair_blocks.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace trefpunt {

namespace {

constexpr double kCell = 100;  // m
constexpr double kBin = 5;     // m, of distances while the nearness is sought

double away(Point at, const Box& box) {
  const double x = std::max({box.low.x - at.x, 0.0, at.x - box.high.x});
  const double y = std::max({box.low.y - at.y, 0.0, at.y - box.high.y});
  return std::hypot(x, y);
}

// Pairs by the distance of a home to a cell, in bins.
std::vector<double> pairs_by_distance(const WijkEncounterInput& input, const WijkFlows& flows,
                                      const PairBlocks& made) {
  std::vector<double> pairs;
  for (std::size_t i = 0; i < made.order.size(); ++i) {
    const Point at = input.homes[flows.rows[made.order[i]].home].at.at;
    for (std::size_t b = made.block_of[i]; b < made.blocks.size(); ++b) {
      const PairBlock& block = made.blocks[b];
      const auto bin = static_cast<std::size_t>(away(at, block.box) / kBin);
      if (bin >= pairs.size()) pairs.resize(bin + 1, 0);
      pairs[bin] += block.end - std::max(block.first, static_cast<int>(i) + 1);
    }
  }
  return pairs;
}

double expected_at(const std::vector<double>& pairs, double near) {
  double sum = 0;
  for (std::size_t bin = 0; bin < pairs.size(); ++bin) {
    const double distance = kBin * static_cast<double>(bin);
    const double ratio = distance > near ? near / distance : 1;
    sum += pairs[bin] * ratio * ratio;
  }
  return sum;
}

}  // namespace

double PairBlocks::chance(Point at, const PairBlock& block) const {
  const double distance = near == kAllPairs ? 0 : kBin * std::floor(away(at, block.box) / kBin);
  return distance > near ? near / distance * (near / distance) : 1;
}

PairBlocks pair_blocks(const WijkEncounterInput& input, const WijkFlows& flows,
                       double pairs_at_most) {
  const std::size_t groups = input.assumptions.groups.size();
  std::vector<double> numbers(groups, 0), count(groups, 0);
  for (std::size_t r = 0; r < flows.rows.size(); ++r) {
    numbers[flows.rows[r].group] += static_cast<double>(flows.walks.size(r));
    ++count[flows.rows[r].group];
  }
  const auto mean = [&](int g) { return count[g] > 0 ? numbers[g] / count[g] : 0; };
  const auto cell = [](double x) { return std::floor(x / kCell); };
  const auto place = [&](int r) {
    const WalkRow& row = flows.rows[r];
    const Point at = input.homes[row.home].at.at;
    return std::tuple(-mean(row.group), row.group, cell(at.x), cell(at.y));
  };
  PairBlocks made;
  made.order.resize(flows.rows.size());
  std::iota(made.order.begin(), made.order.end(), 0);
  std::stable_sort(made.order.begin(), made.order.end(),
                   [&](int a, int b) { return place(a) < place(b); });
  for (std::size_t i = 0; i < made.order.size(); ++i) {
    const int position = static_cast<int>(i);
    if (i == 0 || place(made.order[i]) != place(made.order[i - 1])) {
      made.blocks.push_back({position, position, {}});
    }
    made.blocks.back().end = position + 1;
    made.blocks.back().box.add(input.homes[flows.rows[made.order[i]].home].at.at);
    made.block_of.push_back(static_cast<int>(made.blocks.size()) - 1);
  }
  const double rows = static_cast<double>(flows.rows.size());
  if (rows * (rows - 1) / 2 <= pairs_at_most) return made;
  const std::vector<double> pairs = pairs_by_distance(input, flows, made);
  double low = 0, high = kBin * static_cast<double>(pairs.size());
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (expected_at(pairs, middle) > pairs_at_most ? high : low) = middle;
  }
  made.near = low;
  made.share = expected_at(pairs, low) / (rows * (rows - 1) / 2);
  return made;
}

}  // namespace trefpunt

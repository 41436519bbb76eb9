// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/reach.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

// A place on a link with the metres already walked there.
struct Entry {
  double along;   // m
  double walked;  // m
};

Line part_of(const Line& shape, double first, double last) {
  Line part;
  double before = 0;
  for (std::size_t i = 1; i < shape.size(); ++i) {
    const double piece = distance(shape[i - 1], shape[i]);
    const auto at = [&](double along) {
      return shape[i - 1] + ((along - before) / piece) * (shape[i] - shape[i - 1]);
    };
    const double past = before + piece;
    if (piece > 0 && past > first && before < last) {
      if (part.empty()) part.push_back(first > before ? at(first) : shape[i - 1]);
      part.push_back(last < past ? at(last) : shape[i]);
    }
    before = past;
  }
  return part;
}

// What lies within the radius of the entries, as stretches that do not overlap.
void add_stretches(int number, const StreetLink& link, const std::vector<Entry>& entries,
                   double radius, ServiceArea& area) {
  std::vector<std::pair<double, double>> covered;
  for (const Entry& entry : entries) {
    const double left = radius - entry.walked;
    if (left <= 0) continue;
    covered.emplace_back(std::max(0.0, entry.along - left),
                         std::min(link.length, entry.along + left));
  }
  std::sort(covered.begin(), covered.end());
  const auto walked_to = [&](double along) {
    double best = kUnreached;
    for (const Entry& entry : entries) {
      best = std::min(best, entry.walked + std::abs(along - entry.along));
    }
    return best;
  };
  for (std::size_t i = 0; i < covered.size();) {
    auto [first, last] = covered[i];
    for (++i; i < covered.size() && covered[i].first <= last; ++i) {
      last = std::max(last, covered[i].second);
    }
    if (last <= first) continue;
    ReachedStretch stretch{number, part_of(link.shape, first, last), kUnreached, 0};
    std::vector<double> stops = {first, last};
    for (std::size_t a = 0; a < entries.size(); ++a) {
      stops.push_back(entries[a].along);
      for (std::size_t b = 0; b < a; ++b) {  // where two ways meet halfway
        stops.push_back(
            (entries[a].along + entries[b].along + entries[b].walked - entries[a].walked) / 2);
        stops.push_back(
            (entries[a].along + entries[b].along + entries[a].walked - entries[b].walked) / 2);
      }
    }
    for (const double stop : stops) {
      if (stop < first || stop > last) continue;
      stretch.nearest = std::min(stretch.nearest, walked_to(stop));
      stretch.farthest = std::max(stretch.farthest, walked_to(stop));
    }
    area.metres += last - first;
    area.stretches.push_back(std::move(stretch));
  }
}

}  // namespace

ServiceArea service_area(const StreetNetwork& network, const std::vector<Start>& starts,
                         double radius) {
  const std::vector<double> field = distances_from(network, starts, radius);
  std::vector<std::vector<Entry>> of_start(starts.empty() ? 0 : network.links.size());
  for (const Start& start : starts) {
    of_start[start.at.link].push_back({start.at.along, start.before + start.at.away});
  }
  ServiceArea area;
  std::vector<Entry> entries;
  for (std::size_t l = 0; l < of_start.size(); ++l) {
    const StreetLink& link = network.links[l];
    entries = of_start[l];
    if (field[link.from] < radius) entries.push_back({0, field[link.from]});
    if (field[link.to] < radius) entries.push_back({link.length, field[link.to]});
    if (!entries.empty()) add_stretches(static_cast<int>(l), link, entries, radius, area);
  }
  return area;
}

}  // namespace trefpunt

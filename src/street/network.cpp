// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/network.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "street/network_findings.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostVertices = 5'000'000;

struct PointHash {
  std::size_t operator()(const Point& p) const {
    return static_cast<std::size_t>(Hasher().add(p.x).add(p.y).key());
  }
};

// Sets that are joined two by two; the smallest number speaks for its set.
class Joined {
 public:
  explicit Joined(std::size_t count) : leader_(count) {
    std::iota(leader_.begin(), leader_.end(), 0);
  }
  int leader(int i) {
    while (leader_[i] != i) i = leader_[i] = leader_[leader_[i]];
    return i;
  }
  void join(int i, int j) {
    i = leader(i);
    j = leader(j);
    if (i != j) leader_[std::max(i, j)] = std::min(i, j);
  }

 private:
  std::vector<int> leader_;
};

// The vertices of all streets, each place once; per street the numbers of its own.
struct Vertices {
  std::vector<Point> at;
  std::vector<std::vector<int>> of_street;
};

bool is_for(const Street& street, const NetworkOptions& options) {
  if (options.walkers == Walkers::Everyone) return true;
  const WheelchairUse use = wheelchair_use(street, options.least_width);
  return use == WheelchairUse::Usable ||
         (use == WheelchairUse::Unknown && options.walkers == Walkers::WheelchairPossible);
}

Vertices vertices_of(const std::vector<Street>& streets, const NetworkOptions& options) {
  Vertices made;
  std::unordered_map<Point, int, PointHash> number;
  made.of_street.resize(streets.size());
  for (std::size_t s = 0; s < streets.size(); ++s) {
    if (!is_for(streets[s], options) || !has_place(streets[s])) continue;
    for (const Point& p : streets[s].line) {
      const auto [found, is_new] = number.try_emplace(p, static_cast<int>(made.at.size()));
      if (is_new) made.at.push_back(p);
      std::vector<int>& own = made.of_street[s];
      if (own.empty() || own.back() != found->second) own.push_back(found->second);
    }
  }
  return made;
}

// Every end is joined to the nearest other vertex within the tolerance.
void snap_ends(Vertices& vertices, double tolerance) {
  using Cell = std::pair<std::int64_t, std::int64_t>;
  const auto cell_of = [tolerance](Point p) {
    return Cell{static_cast<std::int64_t>(std::floor(p.x / tolerance)),
                static_cast<std::int64_t>(std::floor(p.y / tolerance))};
  };
  struct CellHash {
    std::size_t operator()(const Cell& cell) const {
      return static_cast<std::size_t>(Hasher().add(cell.first).add(cell.second).key());
    }
  };
  std::unordered_map<Cell, std::vector<int>, CellHash> cells;
  for (std::size_t v = 0; v < vertices.at.size(); ++v) {
    cells[cell_of(vertices.at[v])].push_back(static_cast<int>(v));
  }
  Joined joined(vertices.at.size());
  const auto snap = [&](int end, int neighbour) {
    const Point p = vertices.at[end];
    const auto [x, y] = cell_of(p);
    int nearest = -1;
    double best = tolerance;
    for (std::int64_t i = x - 1; i <= x + 1; ++i) {
      for (std::int64_t j = y - 1; j <= y + 1; ++j) {
        const auto found = cells.find({i, j});
        if (found == cells.end()) continue;
        for (const int other : found->second) {
          const double away = distance(p, vertices.at[other]);
          if (other == end || other == neighbour || away > best) continue;
          if (away == best && nearest >= 0 && other > nearest) continue;
          best = away;
          nearest = other;
        }
      }
    }
    if (nearest >= 0) joined.join(end, nearest);
  };
  for (const std::vector<int>& own : vertices.of_street) {
    if (own.size() < 2) continue;
    snap(own.front(), own[1]);
    snap(own.back(), own[own.size() - 2]);
  }
  for (std::vector<int>& own : vertices.of_street) {
    for (int& v : own) v = joined.leader(v);
    own.erase(std::unique(own.begin(), own.end()), own.end());
  }
}

void find_islands(StreetNetwork& network) {
  Joined joined(network.junctions.size());
  for (const StreetLink& link : network.links) joined.join(link.from, link.to);
  std::vector<double> metres(network.junctions.size(), 0);
  for (const StreetLink& link : network.links) metres[joined.leader(link.from)] += link.length;
  std::vector<int> leaders;
  for (std::size_t j = 0; j < network.junctions.size(); ++j) {
    if (joined.leader(static_cast<int>(j)) == static_cast<int>(j)) {
      leaders.push_back(static_cast<int>(j));
    }
  }
  std::stable_sort(leaders.begin(), leaders.end(),
                   [&](int a, int b) { return metres[a] > metres[b]; });
  std::vector<int> number(network.junctions.size(), 0);
  for (std::size_t i = 0; i < leaders.size(); ++i) number[leaders[i]] = static_cast<int>(i);
  network.islands = static_cast<int>(leaders.size());
  network.island.resize(network.junctions.size());
  for (std::size_t j = 0; j < network.junctions.size(); ++j) {
    network.island[j] = number[joined.leader(static_cast<int>(j))];
  }
}

void add_arcs(StreetNetwork& network) {
  network.first_arc.assign(network.junctions.size() + 1, 0);
  for (const StreetLink& link : network.links) {
    ++network.first_arc[link.from + 1];
    ++network.first_arc[link.to + 1];
  }
  std::partial_sum(network.first_arc.begin(), network.first_arc.end(), network.first_arc.begin());
  network.arcs.resize(2 * network.links.size());
  std::vector<int> next(network.first_arc.begin(), network.first_arc.end() - 1);
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    const StreetLink& link = network.links[l];
    network.arcs[next[link.from]++] = {static_cast<int>(l), link.to, link.length};
    network.arcs[next[link.to]++] = {static_cast<int>(l), link.from, link.length};
  }
}

}  // namespace

WheelchairUse wheelchair_use(const Street& street, double least_width) {
  if (street.wheelchair) {
    return *street.wheelchair ? WheelchairUse::Usable : WheelchairUse::NotUsable;
  }
  const bool is_narrow = street.width && *street.width < least_width;
  if (street.kind == StreetKind::Steps || is_narrow) return WheelchairUse::NotUsable;
  return WheelchairUse::Unknown;
}

Result<StreetNetwork> make_street_network(const std::vector<Street>& streets,
                                          const NetworkOptions& options, Job& job) {
  std::size_t count = 0;
  for (const Street& street : streets) count += street.line.size();
  if (count > kMostVertices) {
    return Error{Code::TooLarge,
                 {"dit netwerk heeft meer dan 5 miljoen punten; neem een kleiner gebied",
                  "this network has more than 5 million vertices; take a smaller area"},
                 {}};
  }
  Vertices vertices = vertices_of(streets, options);
  if (options.snap_tolerance > 0) snap_ends(vertices, options.snap_tolerance);
  std::vector<int> uses(vertices.at.size(), 0);
  for (const std::vector<int>& own : vertices.of_street) {
    if (own.size() < 2) continue;
    for (const int v : own) ++uses[v];
    uses[own.front()] += 2;  // an end is a junction, whoever else comes there
    uses[own.back()] += 2;
  }
  StreetNetwork network;
  std::vector<int> junction(vertices.at.size(), -1);
  const auto junction_at = [&](int v) {
    if (junction[v] < 0) {
      junction[v] = static_cast<int>(network.junctions.size());
      network.junctions.push_back(vertices.at[v]);
    }
    return junction[v];
  };
  for (std::size_t s = 0; s < streets.size(); ++s) {
    if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    const std::vector<int>& own = vertices.of_street[s];
    if (own.size() < 2) {
      if (is_for(streets[s], options)) network.findings.push_back(left_out(streets[s], s));
      continue;
    }
    StreetLink link;
    link.street = static_cast<int>(s);
    link.from = junction_at(own.front());
    link.shape = {vertices.at[own.front()]};
    for (std::size_t i = 1; i < own.size(); ++i) {
      link.length += distance(vertices.at[own[i - 1]], vertices.at[own[i]]);
      link.shape.push_back(vertices.at[own[i]]);
      if (uses[own[i]] < 2) continue;
      link.to = junction_at(own[i]);
      network.links.push_back(link);
      link.from = link.to;
      link.shape = {vertices.at[own[i]]};
      link.length = 0;
    }
  }
  add_arcs(network);
  find_islands(network);
  std::vector<Finding> found = network_findings(streets, network);
  network.findings.insert(network.findings.end(), found.begin(), found.end());
  return network;
}

std::size_t memory_of(const StreetNetwork& network) {
  std::size_t bytes = sizeof(network) + network.junctions.capacity() * sizeof(Point) +
                      network.arcs.capacity() * sizeof(StreetArc) +
                      (network.first_arc.capacity() + network.island.capacity()) * sizeof(int);
  for (const StreetLink& link : network.links) {
    bytes += sizeof(StreetLink) + link.shape.capacity() * sizeof(Point);
  }
  return bytes;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/routes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/index.h"
#include "encounter/philox.h"
#include "encounter/route_graph.h"
#include "encounter/route_pieces.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr double kSquare = 5;                        // m
constexpr std::uint32_t kDetourStream = 0x726f7574;  // apart from other uses of the same seed

void put_in_order(std::vector<std::pair<int, int>>& pairs) {
  for (auto& [one, other] : pairs) {
    TP_CHECK(one != other);
    if (one > other) std::swap(one, other);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

// What each step costs per metre in a draw.
std::vector<double> factors_of(const RouteGraph& graph, int draw, const RouteOptions& options) {
  std::vector<double> factors;
  factors.reserve(graph.steps.size());
  for (const RouteGraph::Step& step : graph.steps) {
    const Place &from = graph.knots[at(step.from)].place, &to = graph.knots[at(step.to)].place;
    const Place centre{std::min(from.storey, to.storey), middle(from.at, to.at)};
    factors.push_back(detour_factor(centre, draw, options));
  }
  return factors;
}

std::vector<double> costs_of(const RouteGraph& graph, const std::vector<double>& factors) {
  std::vector<double> costs;
  costs.reserve(graph.arcs.size());
  for (const RouteGraph::Arc& arc : graph.arcs) {
    double cost = 0;
    for (int s = arc.first; s < arc.first + arc.count; ++s) {
      cost += graph.steps[at(s)].length * factors[at(s)];
    }
    costs.push_back(cost);
  }
  return costs;
}

// Where to search from, and the pairs found there: few stations that together are in all pairs.
struct Source {
  int station = 0;
  std::vector<int> pairs;
};
std::vector<Source> sources_of(const std::vector<std::pair<int, int>>& pairs, int stations) {
  std::vector<Source> sources;
  std::vector<bool> covered(pairs.size(), false);
  std::size_t left = pairs.size();
  while (left > 0) {
    std::vector<int> count(at(stations), 0);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      if (covered[p]) continue;
      ++count[at(pairs[p].first)];
      ++count[at(pairs[p].second)];
    }
    const auto most = std::max_element(count.begin(), count.end());
    Source& source = sources.emplace_back();
    source.station = static_cast<int>(most - count.begin());
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      const bool is_in = pairs[p].first == source.station || pairs[p].second == source.station;
      if (covered[p] || !is_in) continue;
      covered[p] = true;
      source.pairs.push_back(static_cast<int>(p));
      --left;
    }
  }
  return sources;
}

Way reversed(Way way) {
  std::reverse(way.begin(), way.end());
  for (WalkedArc& walked : way) walked.forward = !walked.forward;
  return way;
}

// Equal ways once, with the share of the draws that found them.
std::vector<WeightedWay> merged(std::vector<Way> ways) {
  std::vector<WeightedWay> different;
  const double share = 1.0 / static_cast<double>(ways.size());
  for (Way& way : ways) {
    if (way.empty()) continue;  // no way: in no draw
    const auto same = std::find_if(different.begin(), different.end(),
                                   [&](const WeightedWay& other) { return other.way == way; });
    if (same != different.end()) {
      same->probability += share;
    } else {
      different.push_back({std::move(way), share});
    }
  }
  return different;
}

// The ways of each pair, found anew in the graph as it is now; none when stopped.
using Ways = std::vector<std::vector<WeightedWay>>;
Ways find_ways(const RouteGraph& graph, const std::vector<std::vector<double>>& factors,
               const std::vector<std::pair<int, int>>& pairs, const std::vector<Source>& sources,
               int threads, Job& job) {
  const int draws = static_cast<int>(factors.size());
  std::vector<std::vector<double>> costs(at(draws));
  parallel_for(draws, threads, [&](int d) { costs[at(d)] = costs_of(graph, factors[at(d)]); });
  const int searches = draws * static_cast<int>(sources.size());
  std::vector<std::vector<Way>> ways(pairs.size(), std::vector<Way>(at(draws)));
  std::atomic<int> done{0};
  parallel_for(searches, threads, [&](int i) {
    if (job.stopped()) return;
    const Source& source = sources[at(i / draws)];
    std::vector<int> to;
    for (const int p : source.pairs) {
      const auto& [one, other] = pairs[at(p)];
      to.push_back(one == source.station ? other : one);
    }
    std::vector<Way> found = cheapest_ways(graph, costs[at(i % draws)], source.station, to);
    for (std::size_t k = 0; k < to.size(); ++k) {
      const std::size_t p = at(source.pairs[k]);
      const bool in_order = pairs[p].first == source.station;
      ways[p][at(i % draws)] = in_order ? std::move(found[k]) : reversed(std::move(found[k]));
    }
    job.step(++done, searches);
  });
  Ways different;
  if (job.stopped()) return different;
  for (std::vector<Way>& of_pair : ways) different.push_back(merged(std::move(of_pair)));
  return different;
}

std::vector<double> flows_of(const RouteGraph& graph, const Ways& ways) {
  std::vector<double> flows(graph.arcs.size(), 0);
  for (const std::vector<WeightedWay>& of_pair : ways) {
    for (const WeightedWay& weighted : of_pair) {
      for (const WalkedArc& walked : weighted.way) flows[at(walked.arc)] += weighted.probability;
    }
  }
  return flows;
}

}  // namespace

int RouteSet::find(int one, int other) const {
  const std::pair<int, int> pair = std::minmax(one, other);
  const auto found = std::lower_bound(pairs.begin(), pairs.end(), pair);
  return found == pairs.end() || *found != pair ? -1 : static_cast<int>(found - pairs.begin());
}

double detour_factor(const Place& middle, int draw, const RouteOptions& options) {
  if (draw == 0 || options.detour == 0) return 1;
  const auto square = [](double coordinate) {
    return static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(coordinate / kSquare)));
  };
  const std::array<std::uint32_t, 4> words =
      philox({static_cast<std::uint32_t>(middle.storey), square(middle.at.x), square(middle.at.y),
              static_cast<std::uint32_t>(draw)},
             {static_cast<std::uint32_t>(options.seed) ^ kDetourStream,
              static_cast<std::uint32_t>(options.seed >> 32)});
  // Box and Muller, Annals of Mathematical Statistics 29, 1958.
  const double radius = std::sqrt(-2 * std::log1p(-unit_interval(words[0], words[1])));
  const double normal = radius * std::cos(2 * std::numbers::pi * unit_interval(words[2], words[3]));
  return std::exp(options.detour * normal);
}

Result<RouteSet> make_routes(const WalkNetwork& network, const std::vector<Place>& stations,
                             std::vector<std::pair<int, int>> pairs, const RouteOptions& options,
                             Job& job) {
  TP_CHECK(options.draws >= 1 && options.detour >= 0);
  put_in_order(pairs);
  const int draws = options.detour == 0 ? 1 : options.draws;
  RouteGraph graph = make_route_graph(network, stations);
  std::vector<std::vector<double>> factors(at(draws));
  parallel_for(draws, options.threads,
               [&](int d) { factors[at(d)] = factors_of(graph, d, options); });
  const std::vector<Source> sources = sources_of(pairs, static_cast<int>(stations.size()));
  Ways ways;
  for (int round = 0; round < 2; ++round) {  // the second on straightened ways
    ways = find_ways(graph, factors, pairs, sources, options.threads, job);
    if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    straighten(graph, flows_of(graph, ways));
  }
  RouteSet set;
  set.pairs = std::move(pairs);
  cut_into_pieces(graph, ways, set);
  return set;
}

std::vector<double> network_distances(const WalkNetwork& network, const Place& from,
                                      const std::vector<Place>& to) {
  std::vector<Place> stations{from};
  std::vector<std::pair<int, int>> pairs;
  for (const Place& place : to) {
    pairs.emplace_back(0, static_cast<int>(stations.size()));
    stations.push_back(place);
  }
  RouteOptions options;
  options.detour = 0;
  options.threads = 1;
  Job job;
  const Result<RouteSet> set = make_routes(network, stations, std::move(pairs), options, job);
  std::vector<double> lengths;
  for (const std::vector<Route>& routes : set->routes) {
    lengths.push_back(routes.empty() ? kNoWay : routes.front().length);
  }
  return lengths;
}

std::size_t memory_of(const RouteSet& set) {
  std::size_t bytes = sizeof(RouteSet) + set.pieces.size() * sizeof(Piece) +
                      set.pairs.size() * (sizeof(set.pairs[0]) + sizeof(set.routes[0]));
  for (const Piece& piece : set.pieces) bytes += piece.line.capacity() * sizeof(Place);
  for (const std::vector<Route>& routes : set.routes) {
    for (const Route& route : routes) {
      bytes += sizeof(Route) + route.pieces.capacity() * sizeof(RoutePiece);
    }
  }
  return bytes;
}

}  // namespace trefpunt

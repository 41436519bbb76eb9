// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/centrality.h"

#include <algorithm>
#include <numeric>

#include "street/in_chunks.h"
#include "street/pair_sums.h"
#include "street/radii.h"

namespace trefpunt {

namespace {

constexpr int kSourcesPerChunk = 256;

// Values per node and per link, by ascending radius.
struct ByNode {
  std::vector<std::vector<SourceSums>> sources;  // per node
  std::vector<double> flows, link_flows;         // both directions of a pair
};

StreetValues values_of(const StreetNetwork& network, const WalkGraph& graph, const ByNode& all,
                       const CentralityOptions& options, double radius, std::size_t r) {
  const std::size_t count = network.junctions.size(), radii = options.radii.size();
  StreetValues values;
  values.radius = radius;
  for (auto* column : {&values.density, &values.harmonic, &values.farness, &values.gravity,
                       &values.betweenness, &values.betweenness_decayed}) {
    column->resize(count);
  }
  if (options.with_reach) values.reach.resize(count);
  for (std::size_t j = 0; j < count; ++j) {
    const std::size_t node = static_cast<std::size_t>(graph.node[j]);
    const SourceSums& sums = all.sources[node][r];
    values.density[j] = sums.density;
    values.harmonic[j] = sums.harmonic;
    values.farness[j] = sums.farness;
    values.gravity[j] = sums.gravity;
    values.betweenness[j] = all.flows[2 * (node * radii + r)] / 2;
    values.betweenness_decayed[j] = all.flows[2 * (node * radii + r) + 1] / 2;
    if (options.with_reach) values.reach[j] = sums.reach;
  }
  if (!options.with_links) return values;
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    values.link_betweenness.push_back(all.link_flows[2 * (l * radii + r)] / 2);
    values.link_betweenness_decayed.push_back(all.link_flows[2 * (l * radii + r) + 1] / 2);
  }
  return values;
}

void add(const FlowSums& sums, std::size_t width, ByNode& all) {
  const auto add_to = [width](const std::vector<int>& which, const std::vector<double>& values,
                              std::vector<double>& into) {
    for (std::size_t i = 0; i < which.size(); ++i) {
      for (std::size_t k = 0; k < width; ++k) {
        into[static_cast<std::size_t>(which[i]) * width + k] += values[i * width + k];
      }
    }
  };
  add_to(sums.nodes, sums.of_nodes, all.flows);
  add_to(sums.links, sums.of_links, all.link_flows);
}

}  // namespace

Result<std::vector<StreetValues>> street_centrality(const StreetNetwork& network,
                                                    const CentralityOptions& options, Job& job) {
  if (const Status good = check_radii(options.radii); !good) return good.error();
  std::vector<double> radii = options.radii;
  std::sort(radii.begin(), radii.end());
  const WalkGraph graph = make_walk_graph(network);
  ByNode all;
  all.sources.resize(network.junctions.size());
  all.flows.resize(2 * radii.size() * network.junctions.size());
  if (options.with_links) all.link_flows.resize(2 * radii.size() * network.links.size());
  const bool finished = in_chunks(
      graph.size(), kSourcesPerChunk, job,
      [&] { return PairSums(graph, radii, options.with_links, options.with_reach); },
      [&](int first, int past, PairSums& pairs) {
        for (int n = first; n < past; ++n) pairs.run(n, all.sources[n]);
        return pairs.take();
      },
      [&](const FlowSums& sums) { add(sums, 2 * radii.size(), all); });
  if (!finished) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  std::vector<StreetValues> values;
  for (const double radius : options.radii) {
    const std::size_t r = static_cast<std::size_t>(
        std::lower_bound(radii.begin(), radii.end(), radius) - radii.begin());
    values.push_back(values_of(network, graph, all, options, radius, r));
  }
  return values;
}

std::vector<double> mean_of_ends(const StreetNetwork& network, const std::vector<double>& values) {
  std::vector<double> means;
  means.reserve(network.links.size());
  for (const StreetLink& link : network.links) {
    means.push_back((values[link.from] + values[link.to]) / 2);
  }
  return means;
}

}  // namespace trefpunt

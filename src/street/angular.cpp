// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/angular.h"

#include <algorithm>

#include "street/in_chunks.h"
#include "street/radii.h"
#include "street/turn_search.h"

namespace trefpunt {

namespace {

constexpr int kSourcesPerChunk = 256;

struct Flows {
  std::vector<int> links;
  std::vector<double> values;
};

// Searches from one link after another, and adds up how many ways pass each link.
class TurnSums {
 public:
  TurnSums(const TurnGraph& graph, double radius)
      : graph_(graph),
        search_(graph, radius),
        passing_(graph.link.size(), 0),
        is_touched_(graph.link.size(), 0) {}

  void run(int source, AngularValues& values) {
    search_.run(source);
    const std::vector<TurnSearch::Reached>& reached = search_.reached();
    double density = 0, farness = 0, harmonic = 0;
    for (std::size_t i = 2; i < reached.size(); ++i) {
      const TurnSearch::Reached& one = reached[i];
      // A link that is as simple in both directions counts once, by the first.
      if (!one.is_best || (one.twin >= 0 && one.twin < static_cast<int>(i))) continue;
      const double cost = 1 + one.turn / 180'000.0;
      density += 1;
      farness += cost;
      harmonic += 1 / cost;
    }
    const int link = graph_.link[source];
    values.density[link] = density;
    values.farness[link] = farness;
    values.harmonic[link] = harmonic;
    flow_back();
  }

  Flows take() {
    Flows taken;
    std::sort(touched_.begin(), touched_.end());
    for (const int k : touched_) {
      is_touched_[k] = 0;
      taken.links.push_back(graph_.link[k]);
      taken.values.push_back(passing_[k]);
      passing_[k] = 0;
    }
    touched_.clear();
    return taken;
  }

 private:
  void flow_back() {
    const std::vector<TurnSearch::Reached>& reached = search_.reached();
    flow_.assign(reached.size(), 0);
    for (std::size_t i = reached.size(); i-- > 2;) {
      const TurnSearch::Reached& own = reached[i];
      double arriving = own.is_best ? 1 : 0;
      if (own.twin >= 0) arriving = own.ways / (own.ways + reached[own.twin].ways);
      const int k = own.state / 2;
      if (is_touched_[k] == 0) {
        is_touched_[k] = 1;
        touched_.push_back(k);
      }
      passing_[k] += flow_[i];
      const double all = flow_[i] + arriving;
      if (own.tie < 0) {
        flow_[own.before] += all;
        continue;
      }
      flow_[own.before] += all * (reached[own.before].ways / own.ways);
      for (int t = own.tie; t >= 0; t = search_.ties()[t].next) {
        const int before = search_.ties()[t].before;
        flow_[before] += all * (reached[before].ways / own.ways);
      }
    }
  }

  const TurnGraph& graph_;
  TurnSearch search_;
  std::vector<double> flow_;     // per reached
  std::vector<double> passing_;  // per k
  std::vector<char> is_touched_;
  std::vector<int> touched_;
};

}  // namespace

Result<std::vector<AngularValues>> street_angular(const StreetNetwork& network,
                                                  const std::vector<double>& radii, Job& job) {
  if (const Status good = check_radii(radii); !good) return good.error();
  const TurnGraph graph = make_turn_graph(network);
  std::vector<AngularValues> all;
  for (const double radius : radii) {
    AngularValues& values = all.emplace_back();
    values.radius = radius;
    for (auto* column : {&values.density, &values.farness, &values.harmonic, &values.betweenness}) {
      column->assign(network.links.size(), 0);
    }
    const bool finished = in_chunks(
        static_cast<int>(network.links.size()), kSourcesPerChunk, job,
        [&] { return TurnSums(graph, radius); },
        [&](int first, int past, TurnSums& sums) {
          for (int k = first; k < past; ++k) sums.run(k, values);
          return sums.take();
        },
        [&](const Flows& flows) {
          for (std::size_t i = 0; i < flows.links.size(); ++i) {
            values.betweenness[flows.links[i]] += flows.values[i] / 2;
          }
        });
    if (!finished) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  }
  return all;
}

}  // namespace trefpunt

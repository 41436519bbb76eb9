// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "street/walk_graph.h"

namespace trefpunt {

// Of one source at one radius: sums over what it reaches.
struct SourceSums {
  double density = 0, harmonic = 0, farness = 0, gravity = 0;
  double reach = 0;
};

// Sparse sums per node and per link: for every radius the plain and the decayed betweenness, of
// both directions of each pair.
struct FlowSums {
  std::vector<int> nodes, links;
  std::vector<double> of_nodes, of_links;  // 2 x radii values each
};

// Searches from one source after another (Brandes' algorithm over several radii at once) and adds
// up what the ways from them pass.
class PairSums {
 public:
  // `radii` ascend.
  PairSums(const WalkGraph& graph, const std::vector<double>& radii, bool with_links,
           bool with_reach);

  // One entry of `sums` per radius.
  void run(int source, std::vector<SourceSums>& sums);
  // What was added since the last call.
  FlowSums take();

 private:
  struct Flow {
    double plain = 0, decayed = 0;
  };
  static constexpr double kUnset = std::numeric_limits<double>::infinity();

  void add_source(std::size_t radius, std::size_t past, SourceSums& sums);
  void flow_back(std::size_t radius, std::size_t past);
  void share(int before, unsigned link, double ways, Flow all, std::size_t radius);
  void add_to_node(int node, Flow flow, std::size_t radius);
  void add_to_link(unsigned link, Flow flow, std::size_t radius);
  void lay_distances();
  void clear_distances();
  double metres_within(double radius, std::size_t past) const;

  const WalkGraph& graph_;
  const std::vector<double>& radii_;
  bool with_links_, with_reach_;
  WalkSearch search_;
  std::vector<double> decay_;            // exp(-beta d), per reached
  std::vector<double> dead_end_decay_;   // per dead end
  std::vector<Flow> flow_;               // per reached
  std::vector<Flow> at_node_, on_link_;  // per node or link and radius
  std::vector<char> is_touched_, is_link_touched_;
  std::vector<int> touched_, touched_links_;
  std::vector<double> distance_;  // per node; only while reach is added up
};

}  // namespace trefpunt

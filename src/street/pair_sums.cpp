// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/pair_sums.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

PairSums::PairSums(const WalkGraph& graph, const std::vector<double>& radii, bool with_links,
                   bool with_reach)
    : graph_(graph),
      radii_(radii),
      with_links_(with_links),
      with_reach_(with_reach),
      search_(graph, radii.back()),
      at_node_(radii.size() * static_cast<std::size_t>(graph.size())),
      is_touched_(static_cast<std::size_t>(graph.size()), 0) {
  if (with_links) {
    on_link_.resize(radii.size() * static_cast<std::size_t>(graph.links));
    is_link_touched_.resize(static_cast<std::size_t>(graph.links), 0);
  }
  if (with_reach) distance_.resize(static_cast<std::size_t>(graph.size()), kUnset);
}

void PairSums::run(int source, std::vector<SourceSums>& sums) {
  search_.run(source);
  const std::vector<WalkSearch::Reached>& reached = search_.reached();
  decay_.resize(reached.size());
  dead_end_decay_.resize(search_.dead_ends().size());
  flow_.resize(reached.size());
  sums.assign(radii_.size(), {});
  if (with_reach_) lay_distances();
  for (std::size_t r = 0; r < radii_.size(); ++r) {
    const std::size_t past = static_cast<std::size_t>(
        std::upper_bound(
            reached.begin(), reached.end(), radii_[r],
            [](double radius, const WalkSearch::Reached& one) { return radius < one.distance; }) -
        reached.begin());
    add_source(r, past, sums[r]);
    flow_back(r, past);
    if (with_reach_) sums[r].reach = metres_within(radii_[r], past);
  }
  if (with_reach_) clear_distances();
}

void PairSums::add_source(std::size_t radius, std::size_t past, SourceSums& sums) {
  const double limit = radii_[radius], beta = 4 / limit;
  const std::vector<WalkSearch::Reached>& reached = search_.reached();
  for (std::size_t i = 1; i < past; ++i) {
    const double distance = reached[i].distance;
    decay_[i] = std::exp(-beta * distance);
    sums.harmonic += 1 / distance;
    sums.farness += distance;
    sums.gravity += decay_[i];
  }
  sums.density = static_cast<double>(past) - 1;
  const std::vector<WalkSearch::DeadEnd>& ends = search_.dead_ends();
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const double distance = ends[i].distance;
    if (distance > limit) continue;
    dead_end_decay_[i] = std::exp(-beta * distance);
    sums.density += 1;
    sums.harmonic += 1 / distance;
    sums.farness += distance;
    sums.gravity += dead_end_decay_[i];
  }
}

void PairSums::flow_back(std::size_t radius, std::size_t past) {
  const std::vector<WalkSearch::Reached>& reached = search_.reached();
  const std::vector<WalkSearch::DeadEnd>& ends = search_.dead_ends();
  std::fill_n(flow_.begin(), past, Flow{0, 0});
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i].distance > radii_[radius]) continue;
    Flow& before = flow_[static_cast<std::size_t>(ends[i].before)];
    before.plain += 1;
    before.decayed += dead_end_decay_[i];
    if (with_links_) add_to_link(ends[i].link, {1, dead_end_decay_[i]}, radius);
  }
  for (std::size_t i = past; i-- > 1;) {
    const WalkSearch::Reached& own = reached[i];
    const Flow passing = flow_[i];
    const Flow all{passing.plain + 1, passing.decayed + decay_[i]};
    add_to_node(own.node, passing, radius);
    if (own.tie < 0) {
      Flow& before = flow_[static_cast<std::size_t>(own.before)];
      before.plain += all.plain;
      before.decayed += all.decayed;
      if (with_links_) add_to_link(own.link, all, radius);
      continue;
    }
    share(own.before, own.link, own.ways, all, radius);
    for (int t = own.tie; t >= 0; t = search_.ties()[static_cast<std::size_t>(t)].next) {
      const WalkSearch::Tie& tie = search_.ties()[static_cast<std::size_t>(t)];
      share(tie.before, tie.link, own.ways, all, radius);
    }
  }
}

// The part of what comes to a node with several shortest ways that comes by `before`.
void PairSums::share(int before, unsigned link, double ways, Flow all, std::size_t radius) {
  const double part = search_.reached()[static_cast<std::size_t>(before)].ways / ways;
  const Flow its{part * all.plain, part * all.decayed};
  Flow& flow = flow_[static_cast<std::size_t>(before)];
  flow.plain += its.plain;
  flow.decayed += its.decayed;
  if (with_links_) add_to_link(link, its, radius);
}

void PairSums::add_to_node(int node, Flow flow, std::size_t radius) {
  if (is_touched_[static_cast<std::size_t>(node)] == 0) {
    is_touched_[static_cast<std::size_t>(node)] = 1;
    touched_.push_back(node);
  }
  Flow& sum = at_node_[static_cast<std::size_t>(node) * radii_.size() + radius];
  sum.plain += flow.plain;
  sum.decayed += flow.decayed;
}

void PairSums::add_to_link(unsigned link, Flow flow, std::size_t radius) {
  if (is_link_touched_[link] == 0) {
    is_link_touched_[link] = 1;
    touched_links_.push_back(static_cast<int>(link));
  }
  Flow& sum = on_link_[link * radii_.size() + radius];
  sum.plain += flow.plain;
  sum.decayed += flow.decayed;
}

void PairSums::lay_distances() {
  for (const auto& one : search_.reached())
    distance_[static_cast<std::size_t>(one.node)] = one.distance;
  for (const auto& one : search_.dead_ends())
    distance_[static_cast<std::size_t>(one.node)] = one.distance;
}

void PairSums::clear_distances() {
  for (const auto& one : search_.reached()) distance_[static_cast<std::size_t>(one.node)] = kUnset;
  for (const auto& one : search_.dead_ends())
    distance_[static_cast<std::size_t>(one.node)] = kUnset;
}

// Every link is walked into from the ends that lie within the radius; a link with both ends there
// is seen from both, and counts half each time.
double PairSums::metres_within(double radius, std::size_t past) const {
  double metres = 0;
  const auto add_links_of = [&](int node, double distance) {
    const double own = radius - distance;
    for (int a = graph_.first_arc[node]; a < graph_.first_arc[node + 1]; ++a) {
      const WalkArc& arc = graph_.arcs[a];
      const double there = distance_[arc.to];
      if (there > radius) {
        metres += std::min(arc.length, own);
      } else {
        metres += std::min(arc.length, own + radius - there) / 2;
      }
    }
  };
  for (std::size_t i = 0; i < past; ++i) {
    add_links_of(search_.reached()[i].node, search_.reached()[i].distance);
  }
  for (const auto& end : search_.dead_ends()) {
    if (end.distance <= radius) add_links_of(end.node, end.distance);
  }
  return metres;
}

FlowSums PairSums::take() {
  FlowSums taken;
  const auto take_from = [&](std::vector<int>& touched, std::vector<char>& is_touched,
                             std::vector<Flow>& flows, std::vector<double>& into) {
    std::sort(touched.begin(), touched.end());
    into.reserve(2 * radii_.size() * touched.size());
    for (const int one : touched) {
      is_touched[one] = 0;
      for (std::size_t r = 0; r < radii_.size(); ++r) {
        Flow& flow = flows[static_cast<std::size_t>(one) * radii_.size() + r];
        into.push_back(flow.plain);
        into.push_back(flow.decayed);
        flow = {0, 0};
      }
    }
  };
  take_from(touched_, is_touched_, at_node_, taken.of_nodes);
  take_from(touched_links_, is_link_touched_, on_link_, taken.of_links);
  taken.nodes.swap(touched_);
  taken.links.swap(touched_links_);
  return taken;
}

}  // namespace trefpunt

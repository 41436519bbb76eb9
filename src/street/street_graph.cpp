// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/street_graph.h"

#include <algorithm>

#include "street/hilbert.h"

namespace trefpunt {

namespace {

constexpr int kMostBuckets = 1 << 14;

}  // namespace

StreetGraph make_street_graph(const StreetNetwork& network) {
  StreetGraph graph;
  graph.junction = along_curve(network.junctions);
  graph.node.resize(graph.junction.size());
  for (int n = 0; n < graph.size(); ++n) graph.node[graph.junction[n]] = n;
  graph.links = static_cast<int>(network.links.size());
  graph.first_arc.push_back(0);
  graph.arcs.reserve(network.arcs.size());
  const auto degree = [&](int junction) {
    return network.first_arc[junction + 1] - network.first_arc[junction];
  };
  for (const int junction : graph.junction) {
    for (int a = network.first_arc[junction]; a < network.first_arc[junction + 1]; ++a) {
      const StreetArc& arc = network.arcs[a];
      graph.arcs.push_back({arc.length, graph.node[arc.to], static_cast<unsigned>(arc.link),
                            degree(arc.to) == 1 ? 1u : 0u});
    }
    graph.first_arc.push_back(static_cast<int>(graph.arcs.size()));
  }
  double metres = 0;
  for (const StreetLink& link : network.links) metres += link.length;
  if (graph.links > 0 && metres > 0) graph.mean_length = metres / graph.links;
  return graph;
}

StreetSearch::StreetSearch(const StreetGraph& graph, double radius)
    : graph_(graph),
      radius_(radius),
      // Some two or three wait in a bucket, on a network of streets.
      buckets_per_metre_(std::min(8 / graph.mean_length, (kMostBuckets - 2) / radius)),
      labels_(static_cast<std::size_t>(graph.size())),
      buckets_(static_cast<std::size_t>(radius * buckets_per_metre_) + 2, -1) {}

void StreetSearch::keep_sorted(const Waiting& waiting) {
  std::size_t i = front_.size();
  front_.push_back(waiting);
  for (; i > 0 && front_[i - 1].distance < waiting.distance; --i) front_[i] = front_[i - 1];
  front_[i] = waiting;
}

void StreetSearch::push(double distance, int node) {
  const int bucket = static_cast<int>(distance * buckets_per_metre_);
  if (bucket <= bucket_) {
    keep_sorted({distance, node, -1});
    return;
  }
  waiting_.push_back({distance, node, buckets_[bucket]});
  buckets_[bucket] = static_cast<int>(waiting_.size()) - 1;
  ++in_buckets_;
}

bool StreetSearch::open_next_bucket() {
  if (in_buckets_ == 0) return false;
  do {
    ++bucket_;
  } while (buckets_[bucket_] < 0);
  for (int w = buckets_[bucket_]; w >= 0; w = waiting_[w].next) front_.push_back(waiting_[w]);
  buckets_[bucket_] = -1;
  in_buckets_ -= static_cast<int>(front_.size());
  if (front_.size() > 1) {
    std::sort(front_.begin(), front_.end(), [](const Waiting& a, const Waiting& b) {
      return a.distance != b.distance ? a.distance > b.distance : a.node > b.node;
    });
  }
  return true;
}

void StreetSearch::settle(int node) {
  Label& own = labels_[node];
  own.place = static_cast<int>(reached_.size());
  double ways = own.before < 0 ? 1 : reached_[own.before].ways;
  for (int t = own.tie; t >= 0; t = ties_[t].next) ways += reached_[ties_[t].before].ways;
  reached_.push_back({own.distance, ways, node, own.before, own.tie, own.link});
  const int source = reached_.front().node;
  const GraphArc* const end = graph_.arcs.data() + graph_.first_arc[node + 1];
  for (const GraphArc* arc = graph_.arcs.data() + graph_.first_arc[node]; arc != end; ++arc) {
    const double distance = own.distance + arc->length;
    if (distance > radius_) continue;
    if (arc->is_dead_end != 0) {
      if (arc->to != source) dead_ends_.push_back({distance, arc->to, own.place, arc->link});
      continue;
    }
    Label& there = labels_[arc->to];
    if (there.place >= 0) continue;
    const double slack = kTie * (distance + there.distance + 2);
    if (distance < there.distance - slack) {
      there = {distance, -1, own.place, -1, arc->link};
      push(distance, arc->to);
    } else if (distance <= there.distance + slack) {
      ties_.push_back({own.place, there.tie, arc->link});
      there.tie = static_cast<int>(ties_.size()) - 1;
    }
  }
}

void StreetSearch::run(int source) {
  for (const Reached& reached : reached_) labels_[reached.node] = {};
  reached_.clear();
  ties_.clear();
  dead_ends_.clear();
  waiting_.clear();
  bucket_ = 0;
  labels_[source].distance = 0;
  front_.push_back({0, source, -1});
  do {
    while (!front_.empty()) {
      const int node = front_.back().node;
      front_.pop_back();
      if (labels_[node].place < 0) settle(node);
    }
  } while (open_next_bucket());
}

}  // namespace trefpunt

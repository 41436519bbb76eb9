// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "street/network.h"

namespace trefpunt {

struct GraphArc {
  double length = 0;  // m; infinite: closed
  int to = 0;         // node
  unsigned link : 31 = 0;
  unsigned is_dead_end : 1 = 0;  // the node at the other end has no other arc
};

// A street network laid out for searching: its junctions, numbered anew along a curve that fills
// the plane, so that neighbours lie near each other in memory.
struct StreetGraph {
  std::vector<int> junction;   // per node
  std::vector<int> node;       // per junction
  std::vector<int> first_arc;  // per node, and one past the last
  std::vector<GraphArc> arcs;
  int links = 0;
  double mean_length = 1;  // m, of a link

  int size() const { return static_cast<int>(junction.size()); }
};

StreetGraph make_street_graph(const StreetNetwork& network);

// Every way within a radius from one node after another, by Dijkstra's algorithm. Ways of equal
// length are all kept: two are equal when they differ by at most 1e-10 of their sum and 2 m more
// (the floor is that of igraph, which counts distances from 1).
class StreetSearch {
 public:
  struct Reached {
    double distance;  // m
    double ways;      // shortest ones, from the source
    int node;
    int before;     // the node before it on a way, by its place in reached(); -1: the source itself
    int tie;        // first of ties() with other nodes before it; -1: none
    unsigned link;  // from `before`
  };
  struct Tie {
    int before;
    int next;  // -1: the last
    unsigned link;
  };
  // A node at the end of a dead end: it is on no way to another.
  struct DeadEnd {
    double distance;
    int node;
    int before;
    unsigned link;
  };

  StreetSearch(const StreetGraph& graph, double radius);
  void run(int source);

  // Of the last run, by distance; the source comes first.
  const std::vector<Reached>& reached() const { return reached_; }
  const std::vector<Tie>& ties() const { return ties_; }
  const std::vector<DeadEnd>& dead_ends() const { return dead_ends_; }

 private:
  struct Label {
    double distance = kFar;
    int place = -1;  // in reached_; -1: not yet
    int before = -1;
    int tie = -1;
    unsigned link = 0;
  };
  struct Waiting {
    double distance;
    int node;
    int next;
  };
  static constexpr double kFar = std::numeric_limits<double>::max() / 4;
  static constexpr double kTie = 1e-10;

  void push(double distance, int node);
  void keep_sorted(const Waiting& waiting);
  bool open_next_bucket();
  void settle(int node);

  const StreetGraph& graph_;
  double radius_;
  double buckets_per_metre_;
  std::vector<Label> labels_;  // per node
  std::vector<Reached> reached_;
  std::vector<Tie> ties_;
  std::vector<DeadEnd> dead_ends_;
  // Those who wait: by distance in buckets, of which the nearest lies sorted, farthest first.
  std::vector<int> buckets_;
  std::vector<Waiting> waiting_;
  std::vector<Waiting> front_;
  int bucket_ = 0;
  int in_buckets_ = 0;
};

}  // namespace trefpunt

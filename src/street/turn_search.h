// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "street/turn_graph.h"

namespace trefpunt {

// The simplest ways from one link after another, by Dijkstra's algorithm: least turning first, then
// the shortest, lengths being equal when they differ by at most 1e-10 of their sum.
class TurnSearch {
 public:
  struct Reached {
    double length;  // m
    double ways;    // equally simple ones
    int turn;       // thousandths of a degree
    int state;
    int before;     // by its place in reached(); -1: a start
    int tie;        // first of ties() with other states before it; -1: none
    bool is_best;   // no other direction of its link is simpler
    int twin = -1;  // place of the other direction when that is as simple
  };
  struct Tie {
    int before;
    int next;  // -1: the last
  };

  TurnSearch(const TurnGraph& graph, double radius);
  void run(int source);  // a number k of TurnGraph

  // Of the last run, simplest first; both directions of the source come first.
  const std::vector<Reached>& reached() const { return reached_; }
  const std::vector<Tie>& ties() const { return ties_; }

 private:
  static constexpr double kTie = 1e-10;
  static constexpr int kBucketBits = 12;  // some four degrees
  struct Label {
    double length = 0;
    int turn = std::numeric_limits<int>::max();
    int place = -1;  // in reached_; -1: not yet
    int before = -1;
    int tie = -1;
  };
  struct Waiting {
    double length;
    int turn;
    int state;
    int next;
  };

  void push(int turn, double length, int state);
  bool open_next_bucket();
  void settle(int state);

  const TurnGraph& graph_;
  double radius_;
  std::vector<Label> labels_;  // per state
  std::vector<Reached> reached_;
  std::vector<Tie> ties_;
  // Those who wait: by turn in buckets that are used again and again, of which the simplest lies
  // sorted, simplest last.
  std::vector<int> buckets_;
  std::vector<Waiting> waiting_, front_;
  int bucket_ = 0;
  int in_buckets_ = 0;
};

}  // namespace trefpunt

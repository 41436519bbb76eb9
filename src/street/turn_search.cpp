// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/turn_search.h"

#include <algorithm>
#include <bit>

namespace trefpunt {

TurnSearch::TurnSearch(const TurnGraph& graph, double radius)
    : graph_(graph),
      radius_(radius),
      labels_(static_cast<std::size_t>(graph.states())),
      buckets_(std::bit_ceil((static_cast<std::size_t>(graph.largest_turn) >> kBucketBits) + 2),
               -1) {}

void TurnSearch::push(int turn, double length, int state) {
  const int bucket = turn >> kBucketBits;
  if (bucket <= bucket_) {
    const auto is_simpler = [&](const Waiting& one) {
      return one.turn != turn ? one.turn < turn : one.length < length;
    };
    std::size_t i = front_.size();
    front_.push_back({length, turn, state, -1});
    for (; i > 0 && is_simpler(front_[i - 1]); --i) front_[i] = front_[i - 1];
    front_[i] = {length, turn, state, -1};
    return;
  }
  int& first = buckets_[static_cast<std::size_t>(bucket) & (buckets_.size() - 1)];
  waiting_.push_back({length, turn, state, first});
  first = static_cast<int>(waiting_.size()) - 1;
  ++in_buckets_;
}

bool TurnSearch::open_next_bucket() {
  if (in_buckets_ == 0) return false;
  const std::size_t mask = buckets_.size() - 1;
  do {
    ++bucket_;
  } while (buckets_[static_cast<std::size_t>(bucket_) & mask] < 0);
  int& first = buckets_[static_cast<std::size_t>(bucket_) & mask];
  for (int w = first; w >= 0; w = waiting_[w].next) {
    if (labels_[waiting_[w].state].place < 0) front_.push_back(waiting_[w]);
    --in_buckets_;
  }
  first = -1;
  if (front_.size() > 1) {
    std::sort(front_.begin(), front_.end(), [](const Waiting& a, const Waiting& b) {
      if (a.turn != b.turn) return a.turn > b.turn;
      return a.length != b.length ? a.length > b.length : a.state > b.state;
    });
  }
  return true;
}

void TurnSearch::settle(int state) {
  Label& own = labels_[state];
  own.place = static_cast<int>(reached_.size());
  double ways = own.before < 0 ? 1 : reached_[own.before].ways;
  for (int t = own.tie; t >= 0; t = ties_[t].next) ways += reached_[ties_[t].before].ways;
  Reached reached{own.length, ways, own.turn, state, own.before, own.tie, true};
  if (const Label& other = labels_[state ^ 1]; other.place >= 0) {
    reached.is_best =
        other.turn == own.turn && own.length - other.length <= kTie * (own.length + other.length);
    if (reached.is_best) {
      reached.twin = other.place;
      reached_[other.place].twin = own.place;
    }
  }
  reached_.push_back(reached);
  const TurnArc* const end = graph_.arcs.data() + graph_.first_arc[state + 1];
  for (const TurnArc* arc = graph_.arcs.data() + graph_.first_arc[state]; arc != end; ++arc) {
    const double length = own.length + arc->length;
    if (length > radius_) continue;
    Label& there = labels_[arc->to];
    if (there.place >= 0) continue;
    const int turn = own.turn + arc->turn;
    if (turn > there.turn) continue;
    const double slack = kTie * (length + there.length);
    if (turn < there.turn || length < there.length - slack) {
      there = {length, turn, -1, own.place, -1};
      push(turn, length, arc->to);
    } else if (length <= there.length + slack) {
      ties_.push_back({own.place, there.tie});
      there.tie = static_cast<int>(ties_.size()) - 1;
    }
  }
}

void TurnSearch::run(int source) {
  for (const Reached& reached : reached_) labels_[reached.state] = {};
  reached_.clear();
  ties_.clear();
  waiting_.clear();
  bucket_ = 0;
  for (const int state : {2 * source + 1, 2 * source}) {
    labels_[state].turn = 0;
    front_.push_back({0, 0, state, -1});
  }
  do {
    while (!front_.empty()) {
      const int state = front_.back().state;
      front_.pop_back();
      if (labels_[state].place < 0) settle(state);
    }
  } while (open_next_bucket());
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/route_pieces.h"

#include <algorithm>
#include <numeric>

#include "base/index.h"

namespace trefpunt {

namespace {

constexpr int kUnused = -1, kForks = -2;

// Ends of arcs are numbered 2 arc (where it begins) and 2 arc + 1.
int entry(const WalkedArc& walked) {
  return 2 * walked.arc + (walked.forward ? 0 : 1);
}
int other_end(int end) {
  return end ^ 1;
}

// Per end: the end that every way goes on to from there.
std::vector<int> sole_next(const RouteGraph& graph,
                           const std::vector<std::vector<WeightedWay>>& ways) {
  std::vector<int> next(2 * graph.arcs.size(), kUnused);
  const auto note = [&](int end, int to) {
    int& known = next[at(end)];
    known = known == kUnused || known == to ? to : kForks;
  };
  for (const std::vector<WeightedWay>& of_pair : ways) {
    for (const WeightedWay& weighted : of_pair) {
      int last = kForks;
      for (const WalkedArc& walked : weighted.way) {
        if (last >= 0) note(last, entry(walked));
        note(entry(walked), last);
        last = other_end(entry(walked));
      }
      note(last, kForks);
    }
  }
  return next;
}

// Arcs walked together, in order, and the pieces they are cut into.
struct Chain {
  std::vector<WalkedArc> arcs;
  std::vector<std::int32_t> pieces;
};

class Cutter {
 public:
  Cutter(const RouteGraph& graph, const std::vector<std::vector<WeightedWay>>& ways, RouteSet& set)
      : graph_(graph), next_(sole_next(graph, ways)), set_(set) {
    chain_of_.assign(graph.arcs.size(), -1);
    is_turned_.assign(graph.arcs.size(), false);
    for (const std::vector<WeightedWay>& of_pair : ways) {
      for (const WeightedWay& weighted : of_pair) {
        for (const WalkedArc& walked : weighted.way) {
          if (chain_of_[at(walked.arc)] < 0) add_chain(entry(walked));
        }
      }
    }
    sort_pieces();
    for (const std::vector<WeightedWay>& of_pair : ways) {
      std::vector<Route>& routes = set_.routes.emplace_back();
      for (const WeightedWay& weighted : of_pair) routes.push_back(route_of(weighted));
      std::stable_sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) {
        return a.probability != b.probability ? a.probability > b.probability : a.length < b.length;
      });
    }
  }

 private:
  // The end joined to this one for all ways, or -1.
  int joined(int end) const {
    const int next = next_[at(end)];
    return next >= 0 && next_[at(next)] == end ? next : -1;
  }

  void add_chain(int end) {
    while (joined(end) >= 0) end = other_end(joined(end));
    Chain chain;
    for (; end >= 0; end = joined(other_end(end))) {
      const WalkedArc walked{end / 2, end % 2 == 0};
      chain_of_[at(walked.arc)] = static_cast<std::int32_t>(chains_.size());
      is_turned_[at(walked.arc)] = !walked.forward;
      chain.arcs.push_back(walked);
      add_steps(walked, chain);
    }
    chains_.push_back(std::move(chain));
  }

  void add_steps(const WalkedArc& walked, Chain& chain) {
    const RouteGraph::Arc& arc = graph_.arcs[at(walked.arc)];
    for (int i = 0; i < arc.count; ++i) {
      RouteGraph::Step step =
          graph_.steps[at(arc.first + (walked.forward ? i : arc.count - 1 - i))];
      if (!walked.forward) std::swap(step.from, step.to);
      const bool goes_on = !chain.pieces.empty() && set_.pieces.back().storey == step.storey &&
                           set_.pieces.back().space == step.space;
      if (!goes_on) {
        chain.pieces.push_back(static_cast<std::int32_t>(set_.pieces.size()));
        set_.pieces.push_back({0, step.storey, step.space, {graph_.knots[at(step.from)].place}});
      }
      set_.pieces.back().length += step.length;
      set_.pieces.back().line.push_back(graph_.knots[at(step.to)].place);
    }
  }

  void sort_pieces() {
    std::vector<std::int32_t> order(set_.pieces.size()), place(set_.pieces.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      const Piece &one = set_.pieces[at(a)], &other = set_.pieces[at(b)];
      return std::pair(one.storey, one.space) < std::pair(other.storey, other.space);
    });
    std::vector<Piece> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
      sorted.push_back(std::move(set_.pieces[at(order[i])]));
      sorted.back().line.shrink_to_fit();
      place[at(order[i])] = static_cast<std::int32_t>(i);
    }
    set_.pieces = std::move(sorted);
    for (Chain& chain : chains_) {
      for (std::int32_t& piece : chain.pieces) piece = place[at(piece)];
    }
  }

  Route route_of(const WeightedWay& weighted) const {
    Route route;
    route.probability = weighted.probability;
    int last = -1;
    for (const WalkedArc& walked : weighted.way) {
      if (chain_of_[at(walked.arc)] == last) continue;
      last = chain_of_[at(walked.arc)];
      const std::vector<std::int32_t>& pieces = chains_[at(last)].pieces;
      const bool forward = walked.forward != is_turned_[at(walked.arc)];
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::int32_t piece = pieces[forward ? i : pieces.size() - 1 - i];
        route.pieces.push_back({piece, forward, route.length});
        route.length += set_.pieces[at(piece)].length;
      }
    }
    route.pieces.shrink_to_fit();
    return route;
  }

  const RouteGraph& graph_;
  std::vector<int> next_;
  RouteSet& set_;
  std::vector<Chain> chains_;
  std::vector<std::int32_t> chain_of_;  // per arc
  std::vector<bool> is_turned_;         // per arc: walked backwards in its chain
};

}  // namespace

void cut_into_pieces(const RouteGraph& graph, const std::vector<std::vector<WeightedWay>>& ways,
                     RouteSet& set) {
  Cutter(graph, ways, set);
}

}  // namespace trefpunt

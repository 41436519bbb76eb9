// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/route_graph.h"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>

#include "base/index.h"

namespace trefpunt {

namespace {

// Which nodes can lie on a way between stations. A cell without a station that can be entered by
// one node only is a dead end; without it others may become one.
struct Pruned {
  std::vector<bool> alive;              // per node
  std::vector<std::int32_t> count;      // per cell: nodes alive
  std::vector<bool> is_home;            // per cell: holds a station
  std::vector<std::int32_t> home_cell;  // per station; -1: it cannot be reached
};

Pruned prune(const WalkNetwork& network, const std::vector<Place>& stations) {
  Pruned pruned;
  pruned.alive.assign(network.nodes.size(), true);
  pruned.is_home.assign(network.cells.size(), false);
  for (const Place& station : stations) {
    const int cell = network.cell_at(station);
    pruned.home_cell.push_back(cell);
    if (cell >= 0) pruned.is_home[at(cell)] = true;
  }
  std::vector<int> dead_ends;
  const auto look_at = [&](int cell) {
    if (!pruned.is_home[at(cell)] && pruned.count[at(cell)] == 1) dead_ends.push_back(cell);
  };
  for (int c = 0; c < static_cast<int>(network.cells.size()); ++c) {
    pruned.count.push_back(network.cells[at(c)].count);
    look_at(c);
  }
  while (!dead_ends.empty()) {
    const int cell = dead_ends.back();
    dead_ends.pop_back();
    for (const int node : network.nodes_in(cell)) {
      if (!pruned.alive[at(node)]) continue;
      pruned.alive[at(node)] = false;
      for (const int of : network.nodes[at(node)].cells) {
        --pruned.count[at(of)];
        look_at(of);
      }
    }
  }
  return pruned;
}

class Builder {
 public:
  Builder(const WalkNetwork& network, const std::vector<Place>& stations)
      : network_(network), stations_(stations), pruned_(prune(network, stations)) {}

  RouteGraph build() {
    graph_.stations = static_cast<int>(stations_.size());
    for (const Place& station : stations_) {
      graph_.knots.push_back({station, {station.at, station.at}});
    }
    knot_of_.assign(network_.nodes.size(), -1);
    vertex_of_.assign(network_.nodes.size(), -1);
    int vertices = graph_.stations;
    for (int n = 0; n < static_cast<int>(network_.nodes.size()); ++n) {
      if (pruned_.alive[at(n)] && is_junction(n)) vertex_of_[at(n)] = vertices++;
    }
    add_chains();
    add_stations();
    index(vertices);
    return std::move(graph_);
  }

 private:
  bool is_junction(int node) const {
    for (const int cell : network_.nodes[at(node)].cells) {
      if (pruned_.is_home[at(cell)] || pruned_.count[at(cell)] != 2) return true;
    }
    return false;
  }

  int knot_of(int node) {
    std::int32_t& knot = knot_of_[at(node)];
    if (knot < 0) {
      const WalkNetwork::Node& from = network_.nodes[at(node)];
      knot = static_cast<std::int32_t>(graph_.knots.size());
      graph_.knots.push_back({{from.storey, from.at}, from.across});
    }
    return knot;
  }

  void add_step(int from, int to, int cell, double length) {
    const WalkNetwork::Cell& in = network_.cells[at(cell)];
    graph_.steps.push_back({from, to, in.storey, in.space, length});
  }

  void close_arc(int from, int to, std::size_t first) {
    graph_.arcs.push_back({from, to, static_cast<std::int32_t>(first),
                           static_cast<std::int32_t>(graph_.steps.size() - first)});
  }

  void add_chains() {
    std::vector<bool> done(network_.links.size(), false);
    for (int n = 0; n < static_cast<int>(network_.nodes.size()); ++n) {
      if (vertex_of_[at(n)] < 0) continue;
      for (int k = network_.start[at(n)]; k < network_.start[at(n) + 1]; ++k) {
        follow(n, network_.at[at(k)], done);
      }
    }
  }

  void follow(int from, int link, std::vector<bool>& done) {
    const std::size_t first = graph_.steps.size();
    int node = from;
    while (true) {
      const WalkNetwork::Link& here = network_.links[at(link)];
      const int next = here.from == node ? here.to : here.from;
      if (done[at(link)] || !pruned_.alive[at(next)]) break;
      done[at(link)] = true;
      add_step(knot_of(node), knot_of(next), here.cell, here.length);
      if (vertex_of_[at(next)] >= 0) {
        if (next == from) break;  // round and back
        close_arc(vertex_of_[at(from)], vertex_of_[at(next)], first);
        return;
      }
      node = next;
      link = onward(node, here.cell);
    }
    graph_.steps.resize(first);
  }

  // The link of a node in a chain that leaves the cell by which it was reached.
  int onward(int node, int cell) const {
    for (int k = network_.start[at(node)]; k < network_.start[at(node) + 1]; ++k) {
      const int link = network_.at[at(k)];
      const WalkNetwork::Link& next = network_.links[at(link)];
      const int other = next.from == node ? next.to : next.from;
      if (next.cell != cell && pruned_.alive[at(other)]) return link;
    }
    TP_CHECK(false);
    return -1;
  }

  void add_stations() {
    std::map<int, std::vector<int>> in_cell;
    for (int s = 0; s < graph_.stations; ++s) {
      const int cell = pruned_.home_cell[at(s)];
      if (cell < 0) continue;
      for (const int n : network_.nodes_in(cell)) {
        if (!pruned_.alive[at(n)]) continue;
        add_straight(s, vertex_of_[at(n)], s, knot_of(n), cell);
      }
      for (const int other : in_cell[cell]) {
        add_straight(other, s, other, s, cell);
      }
      in_cell[cell].push_back(s);
    }
  }

  void add_straight(int from, int to, int knot, int other, int cell) {
    const std::size_t first = graph_.steps.size();
    add_step(knot, other, cell,
             distance(graph_.knots[at(knot)].place.at, graph_.knots[at(other)].place.at));
    close_arc(from, to, first);
  }

  void index(int vertices) {
    graph_.start.assign(at(vertices) + 1, 0);
    for (const RouteGraph::Arc& arc : graph_.arcs) {
      ++graph_.start[at(arc.from) + 1];
      ++graph_.start[at(arc.to) + 1];
    }
    for (std::size_t v = 0; v < at(vertices); ++v) graph_.start[v + 1] += graph_.start[v];
    std::vector<std::int32_t> next(graph_.start.begin(), graph_.start.end() - 1);
    graph_.at.resize(2 * graph_.arcs.size());
    for (int a = 0; a < static_cast<int>(graph_.arcs.size()); ++a) {
      graph_.at[at(next[at(graph_.arcs[at(a)].from)]++)] = a;
      graph_.at[at(next[at(graph_.arcs[at(a)].to)]++)] = a;
    }
  }

  const WalkNetwork& network_;
  const std::vector<Place>& stations_;
  Pruned pruned_;
  RouteGraph graph_;
  std::vector<std::int32_t> knot_of_;    // per node
  std::vector<std::int32_t> vertex_of_;  // per node; -1: within a chain, or pruned
};

}  // namespace

RouteGraph make_route_graph(const WalkNetwork& network, const std::vector<Place>& stations) {
  return Builder(network, stations).build();
}

std::vector<Way> cheapest_ways(const RouteGraph& graph, const std::vector<double>& costs, int from,
                               const std::vector<int>& to) {
  std::vector<double> best(at(graph.vertices()), kNoWay);
  std::vector<std::int32_t> by(at(graph.vertices()), -1);
  std::vector<bool> wanted(at(graph.stations), false);
  std::size_t open = 0;  // stations that are wanted and not reached yet
  for (const int station : to) {
    if (!wanted[at(station)]) ++open;
    wanted[at(station)] = true;
  }
  using Entry = std::pair<double, int>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  best[at(from)] = 0;
  queue.push({0, from});
  while (!queue.empty() && open > 0) {
    const auto [cost, vertex] = queue.top();
    queue.pop();
    if (cost > best[at(vertex)]) continue;
    if (vertex < graph.stations && vertex != from) {
      --open;
      continue;
    }
    for (int k = graph.start[at(vertex)]; k < graph.start[at(vertex) + 1]; ++k) {
      const int a = graph.at[at(k)];
      const RouteGraph::Arc& arc = graph.arcs[at(a)];
      const int other = arc.from == vertex ? arc.to : arc.from;
      if (other < graph.stations && !wanted[at(other)]) continue;
      const double next = cost + costs[at(a)];
      if (next >= best[at(other)]) continue;
      best[at(other)] = next;
      by[at(other)] = a;
      queue.push({next, other});
    }
  }
  std::vector<Way> ways;
  for (const int station : to) {
    Way& way = ways.emplace_back();
    for (int vertex = station; by[at(vertex)] >= 0 && vertex != from;) {
      const RouteGraph::Arc& arc = graph.arcs[at(by[at(vertex)])];
      const bool forward = arc.to == vertex;
      way.push_back({by[at(vertex)], forward});
      vertex = forward ? arc.from : arc.to;
    }
    std::reverse(way.begin(), way.end());
  }
  return ways;
}

}  // namespace trefpunt

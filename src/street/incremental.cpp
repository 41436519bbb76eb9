// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/incremental.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "street/in_chunks.h"
#include "street/pair_sums.h"

namespace trefpunt {

namespace {

constexpr int kSourcesPerChunk = 16;
constexpr double kSlack = 1e-6;    // m; the same way summed from its other end
constexpr double kNothing = 1e-9;  // what is left of a sum of which all was taken off

struct LiveLink {
  int from = 0, to = 0;  // nodes
  double length = 0;     // m; infinite: removed
};

}  // namespace

struct LiveStreets::State {
  CentralityOptions options;
  std::vector<double> radii;       // ascending
  std::vector<std::size_t> place;  // of options.radii in `radii`
  WalkGraph graph;
  std::vector<LiveLink> links;
  std::vector<StreetValues> values;
  std::vector<std::unique_ptr<PairSums>> rooms;
  std::size_t rooms_in_use = 0;

  void lay_arcs();
  void set_length(int link, double length);
  void mark_sources(const std::vector<int>& changed, std::vector<char>& is_affected) const;
  void search(const std::vector<int>& sources, double sign);
  void add(const FlowSums& sums, double sign);
  void set(int node, const std::vector<SourceSums>& sums);
};

// The arcs of all links, for another number of nodes or links than before.
void LiveStreets::State::lay_arcs() {
  std::vector<int>& first = graph.first_arc;
  first.assign(static_cast<std::size_t>(graph.size()) + 1, 0);
  for (const LiveLink& link : links) {
    ++first[link.from + 1];
    ++first[link.to + 1];
  }
  for (std::size_t n = 1; n < first.size(); ++n) first[n] += first[n - 1];
  const auto degree = [&](int node) { return first[node + 1] - first[node]; };
  std::vector<int> next(first.begin(), first.end() - 1);
  graph.arcs.resize(2 * links.size());
  graph.links = static_cast<int>(links.size());
  for (std::size_t l = 0; l < links.size(); ++l) {
    const LiveLink& link = links[l];
    const unsigned number = static_cast<unsigned>(l);
    graph.arcs[next[link.from]++] = {link.length, link.to, number, degree(link.to) == 1 ? 1u : 0u};
    graph.arcs[next[link.to]++] = {link.length, link.from, number,
                                   degree(link.from) == 1 ? 1u : 0u};
  }
  rooms.clear();
}

void LiveStreets::State::set_length(int link, double length) {
  links[link].length = length;
  for (const int node : {links[link].from, links[link].to}) {
    for (int a = graph.first_arc[node]; a < graph.first_arc[node + 1]; ++a) {
      if (graph.arcs[a].link == static_cast<unsigned>(link)) graph.arcs[a].length = length;
    }
  }
}

// The sources with a shortest way along one of the links, as the network is now.
void LiveStreets::State::mark_sources(const std::vector<int>& changed,
                                      std::vector<char>& is_affected) const {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  WalkSearch search(graph, radii.back() + kSlack);
  std::vector<double> away(static_cast<std::size_t>(graph.size()), kFar);
  for (const int l : changed) {
    const LiveLink& link = links[l];
    if (!(link.length <= radii.back())) continue;
    search.run(link.from);
    for (const auto& one : search.reached()) away[one.node] = one.distance;
    for (const auto& one : search.dead_ends()) away[one.node] = one.distance;
    const std::vector<WalkSearch::Reached> reached = search.reached();
    const std::vector<WalkSearch::DeadEnd> dead_ends = search.dead_ends();
    search.run(link.to);
    const auto mark = [&](int node, double distance) {
      if (away[node] < kFar && std::abs(distance - away[node]) >= link.length - kSlack)
        is_affected[node] = 1;
    };
    for (const auto& one : search.reached()) mark(one.node, one.distance);
    for (const auto& one : search.dead_ends()) mark(one.node, one.distance);
    for (const auto& one : reached) away[one.node] = kFar;
    for (const auto& one : dead_ends) away[one.node] = kFar;
  }
}

void LiveStreets::State::add(const FlowSums& sums, double sign) {
  const auto change = [sign](double& value, double by) {
    value += sign * by / 2;
    if (value < kNothing) value = 0;
  };
  for (std::size_t o = 0; o < values.size(); ++o) {
    const auto at = [&](std::size_t i) { return 2 * (i * radii.size() + place[o]); };
    for (std::size_t i = 0; i < sums.nodes.size(); ++i) {
      const int junction = graph.junction[sums.nodes[i]];
      change(values[o].betweenness[junction], sums.of_nodes[at(i)]);
      change(values[o].betweenness_decayed[junction], sums.of_nodes[at(i) + 1]);
    }
    for (std::size_t i = 0; i < sums.links.size(); ++i) {
      change(values[o].link_betweenness[sums.links[i]], sums.of_links[at(i)]);
      change(values[o].link_betweenness_decayed[sums.links[i]], sums.of_links[at(i) + 1]);
    }
  }
}

void LiveStreets::State::set(int node, const std::vector<SourceSums>& sums) {
  const int junction = graph.junction[node];
  for (std::size_t o = 0; o < values.size(); ++o) {
    const SourceSums& own = sums[place[o]];
    values[o].density[junction] = own.density;
    values[o].harmonic[junction] = own.harmonic;
    values[o].farness[junction] = own.farness;
    values[o].gravity[junction] = own.gravity;
  }
}

void LiveStreets::State::search(const std::vector<int>& sources, double sign) {
  std::mutex mutex;
  rooms_in_use = 0;
  const auto room = [&] {
    const std::lock_guard lock(mutex);
    if (rooms_in_use == rooms.size()) {
      rooms.push_back(std::make_unique<PairSums>(graph, radii, options.with_links, false));
    }
    return rooms[rooms_in_use++].get();
  };
  Job job;
  in_chunks(
      static_cast<int>(sources.size()), kSourcesPerChunk, job, room,
      [&](int first, int past, PairSums* pairs) {
        std::vector<SourceSums> sums;
        for (int i = first; i < past; ++i) {
          pairs->run(sources[i], sums);
          set(sources[i], sums);
        }
        return pairs->take();
      },
      [&](const FlowSums& sums) { add(sums, sign); });
}

Result<LiveStreets> LiveStreets::make(const StreetNetwork& network,
                                      const CentralityOptions& options, Job& job) {
  auto state = std::make_unique<State>();
  state->options = options;
  state->options.with_reach = false;
  Result<std::vector<StreetValues>> values = street_centrality(network, state->options, job);
  if (!values) return values.error();
  state->values = *std::move(values);
  state->radii = options.radii;
  std::sort(state->radii.begin(), state->radii.end());
  for (const double radius : options.radii) {
    state->place.push_back(static_cast<std::size_t>(
        std::lower_bound(state->radii.begin(), state->radii.end(), radius) - state->radii.begin()));
  }
  state->graph = make_walk_graph(network);
  for (const StreetLink& link : network.links) {
    state->links.push_back({state->graph.node[link.from], state->graph.node[link.to], link.length});
  }
  return LiveStreets(std::move(state));
}

int LiveStreets::apply(const std::vector<StreetChange>& changes) {
  State& state = *state_;
  WalkGraph& graph = state.graph;
  const std::size_t links_before = state.links.size();
  const int nodes_before = graph.size();
  std::vector<int> changed;
  std::vector<double> lengths;  // of the changed links, afterwards
  for (const StreetChange& change : changes) {
    if (change.kind == StreetChange::Kind::AddJunction) {
      graph.node.push_back(graph.size());
      graph.junction.push_back(static_cast<int>(graph.node.size()) - 1);
      continue;
    }
    if (change.kind == StreetChange::Kind::AddLink) {
      changed.push_back(static_cast<int>(state.links.size()));
      state.links.push_back({graph.node.at(change.from), graph.node.at(change.to),
                             std::numeric_limits<double>::infinity()});
      lengths.push_back(change.length);
      continue;
    }
    const bool removes = change.kind == StreetChange::Kind::RemoveLink;
    changed.push_back(change.link);
    lengths.push_back(removes ? std::numeric_limits<double>::infinity() : change.length);
  }
  // New links lie there closed at first, so that before and after differ in lengths only.
  if (state.links.size() != links_before || graph.size() != nodes_before) state.lay_arcs();
  for (StreetValues& values : state.values) {
    for (auto* column : {&values.density, &values.harmonic, &values.farness, &values.gravity,
                         &values.betweenness, &values.betweenness_decayed}) {
      column->resize(static_cast<std::size_t>(graph.size()), 0);
    }
    if (!state.options.with_links) continue;
    values.link_betweenness.resize(state.links.size(), 0);
    values.link_betweenness_decayed.resize(state.links.size(), 0);
  }
  std::vector<char> is_affected(static_cast<std::size_t>(graph.size()), 0);
  std::vector<double> old_lengths;
  for (const int l : changed) old_lengths.push_back(state.links[l].length);
  state.mark_sources(changed, is_affected);
  for (std::size_t i = 0; i < changed.size(); ++i) state.set_length(changed[i], lengths[i]);
  state.mark_sources(changed, is_affected);
  std::vector<int> sources;
  for (int n = 0; n < graph.size(); ++n) {
    if (is_affected[n] != 0) sources.push_back(n);
  }
  for (std::size_t i = changed.size(); i-- > 0;) state.set_length(changed[i], old_lengths[i]);
  state.search(sources, -1);
  for (std::size_t i = 0; i < changed.size(); ++i) state.set_length(changed[i], lengths[i]);
  state.search(sources, 1);
  return static_cast<int>(sources.size());
}

const std::vector<StreetValues>& LiveStreets::values() const {
  return state_->values;
}

LiveStreets::LiveStreets(std::unique_ptr<State> state) : state_(std::move(state)) {}
LiveStreets::LiveStreets(LiveStreets&&) noexcept = default;
LiveStreets& LiveStreets::operator=(LiveStreets&&) noexcept = default;
LiveStreets::~LiveStreets() = default;

}  // namespace trefpunt

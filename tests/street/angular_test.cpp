// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/angular.h"

#include <tbb/global_control.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "street/networks.h"

using namespace streets;

namespace {

// The oracle: every way of a small network is walked, step by step, over the drawn lines.
struct Step {
  int link;
  bool forward;
  auto operator<=>(const Step&) const = default;
};

double angle(Point a, Point b, Point c) {
  const Point u = b - a, v = c - b;
  const double cosine = dot(u, v) / (length(u) * length(v));
  return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / M_PI;
}
long thousandths(double degrees) {
  return std::lround(1000 * degrees);
}
Line walked(const StreetNetwork& network, Step step) {
  Line line = network.links[step.link].shape;
  if (!step.forward) std::reverse(line.begin(), line.end());
  return line;
}
// Bends in the half of a link that one walks first, or last. A bend in the very middle belongs to
// the half at the first junction of the link.
long bends(const StreetNetwork& network, Step step, bool first_half) {
  const StreetLink& link = network.links[step.link];
  double along = 0, sum = 0;
  const bool wanted = first_half == step.forward;  // the half at the first junction
  for (std::size_t i = 1; i + 1 < link.shape.size(); ++i) {
    along += distance(link.shape[i - 1], link.shape[i]);
    if ((along <= link.length / 2) == wanted) {
      sum += angle(link.shape[i - 1], link.shape[i], link.shape[i + 1]);
    }
  }
  return thousandths(sum);
}

struct Cost {
  long turn = 0;  // thousandths of a degree
  double length = 0;
};
int compare(const Cost& a, const Cost& b) {
  if (a.turn != b.turn) return a.turn < b.turn ? -1 : 1;
  if (std::abs(a.length - b.length) <= 1e-10 * (a.length + b.length)) return 0;
  return a.length < b.length ? -1 : 1;
}

struct Next {
  Step step;
  Cost cost;
};
std::vector<Next> steps_after(const StreetNetwork& network, Step step) {
  const Line line = walked(network, step);
  const StreetLink& link = network.links[step.link];
  const int at = step.forward ? link.to : link.from;
  std::vector<Next> found;
  for (int l = 0; l < static_cast<int>(network.links.size()); ++l) {
    for (const bool forward : {true, false}) {
      const StreetLink& other = network.links[l];
      if ((forward ? other.from : other.to) != at) continue;
      if (l == step.link && forward != step.forward) continue;  // back by the same end
      const Line next = walked(network, {l, forward});
      const long turn = bends(network, step, false) +
                        thousandths(angle(line[line.size() - 2], line.back(), next[1])) +
                        bends(network, {l, forward}, true);
      found.push_back({{l, forward}, {turn, (link.length + other.length) / 2}});
    }
  }
  return found;
}

struct Found {
  std::vector<double> density, farness, harmonic, betweenness;
  explicit Found(std::size_t links) {
    for (auto* column : {&density, &farness, &harmonic, &betweenness}) column->assign(links, 0);
  }
  void add(int source, const Cost& cost) {
    density[source] += 1;
    farness[source] += 1 + static_cast<double>(cost.turn) / 180000;
    harmonic[source] += 1 / (1 + static_cast<double>(cost.turn) / 180000);
  }
};

// Without a radius: all ways that do not walk a link twice in one direction.
Found by_walking_every_way(const StreetNetwork& network) {
  const int links = static_cast<int>(network.links.size());
  Found values(static_cast<std::size_t>(links));
  std::map<Step, std::vector<Next>> after;
  for (int l = 0; l < links; ++l) {
    for (const bool forward : {true, false})
      after[{l, forward}] = steps_after(network, {l, forward});
  }
  for (int source = 0; source < links; ++source) {
    struct Best {
      bool is_reached = false;
      Cost cost;
      std::vector<std::vector<Step>> ways;
    };
    std::vector<Best> best(static_cast<std::size_t>(links));
    std::vector<Step> way;
    const std::function<void(Cost)> walk = [&](Cost cost) {
      for (const auto& [step, more] : after[way.back()]) {
        if (step.link == source || std::find(way.begin(), way.end(), step) != way.end()) continue;
        const Cost now{cost.turn + more.turn, cost.length + more.length};
        Best& there = best[static_cast<std::size_t>(step.link)];
        const int order = there.is_reached ? compare(now, there.cost) : -1;
        way.push_back(step);
        if (order < 0) there = {true, now, {}};
        if (order <= 0) there.ways.push_back(way);
        walk(now);
        way.pop_back();
      }
    };
    for (const bool forward : {true, false}) {
      way = {{source, forward}};
      walk({});
    }
    for (int target = 0; target < links; ++target) {
      const Best& there = best[static_cast<std::size_t>(target)];
      if (target == source || !there.is_reached) continue;
      values.add(source, there.cost);
      for (const auto& steps : there.ways) {
        for (std::size_t i = 1; i + 1 < steps.size(); ++i) {
          values.betweenness[static_cast<std::size_t>(steps[i].link)] +=
              0.5 / static_cast<double>(there.ways.size());
        }
      }
    }
  }
  return values;
}

// With a radius: the cheapest cost of every step, until no cost changes any more.
Found by_settling(const StreetNetwork& network, double radius) {
  const int links = static_cast<int>(network.links.size());
  Found values(static_cast<std::size_t>(links));
  std::map<Step, std::vector<Next>> after;
  for (int l = 0; l < links; ++l) {
    for (const bool forward : {true, false})
      after[{l, forward}] = steps_after(network, {l, forward});
  }
  for (int source = 0; source < links; ++source) {
    std::map<Step, Cost> costs;
    for (bool changed = true; changed;) {
      std::map<Step, Cost> now = {{{source, true}, {}}, {{source, false}, {}}};
      for (const auto& [step, cost] : costs) {
        for (const auto& [next, more] : after[step]) {
          if (next.link == source || cost.length + more.length > radius) continue;
          const Cost there{cost.turn + more.turn, cost.length + more.length};
          const auto [at, is_new] = now.try_emplace(next, there);
          if (!is_new && compare(there, at->second) < 0) at->second = there;
        }
      }
      changed = now.size() != costs.size();
      for (const auto& [step, cost] : now) {
        changed = changed || !costs.contains(step) || compare(costs[step], cost) != 0;
      }
      costs = std::move(now);
    }
    for (int target = 0; target < links; ++target) {
      if (target == source) continue;
      const Cost* best = nullptr;
      for (const bool forward : {true, false}) {
        const auto at = costs.find({target, forward});
        if (at == costs.end()) continue;
        if (best == nullptr || compare(at->second, *best) < 0) best = &at->second;
      }
      if (best != nullptr) values.add(source, *best);
    }
  }
  return values;
}

double worst_difference(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    worst = std::max(worst, std::abs(a[i] - b[i]) / std::max(1.0, std::abs(b[i])));
  }
  return worst;
}

AngularValues angular_of(const StreetNetwork& network, double radius) {
  Job job;
  Result<std::vector<AngularValues>> values = street_angular(network, {radius}, job);
  REQUIRE(values);
  return values->front();
}

}  // namespace

TEST_CASE("A right angle costs half a step more than going straight on") {
  const StreetNetwork network = network_of(
      {street({{0, 0}, {100, 0}}), street({{100, 0}, {200, 0}}), street({{100, 0}, {100, 100}})});
  const AngularValues values = angular_of(network, 400);
  CHECK(values.density == std::vector<double>{2, 2, 2});
  CHECK(values.farness == std::vector<double>{2.5, 2.5, 3});
  CHECK(values.harmonic[0] == Approx(1 + 1 / 1.5));
  CHECK(values.betweenness == std::vector<double>{0, 0, 0});
}

TEST_CASE("Bends inside a street count as those at a junction do") {
  const StreetNetwork bent =
      network_of({street({{0, 0}, {100, 0}}), street({{100, 0}, {130, 0}, {130, 200}}),
                  street({{130, 200}, {230, 200}})});
  const AngularValues values = angular_of(bent, 1000);
  // From the first to the middle of the second there is one bend of 90 degrees, and one to the
  // third behind it.
  CHECK(values.farness[0] == Approx(1.5 + 2));
  CHECK(values.betweenness == std::vector<double>{0, 1, 0});
}

TEST_CASE("One cannot turn around at a dead end or in a junction") {
  // The short spur at the crossing would save the sharp turn if one could turn around in it.
  const StreetNetwork network = network_of(
      {street({{0, 0}, {100, 0}}), street({{100, 0}, {0, 10}}), street({{100, 0}, {110, 0}})});
  const AngularValues values = angular_of(network, 400);
  const double sharp = 180 - std::atan2(10, 100) * 180 / M_PI;
  CHECK(values.farness[0] == Approx(1 + 1 + sharp / 180).epsilon(1e-5));
  CHECK(values.betweenness == std::vector<double>{0, 0, 0});
}

TEST_CASE("What is too far is not counted, middle to middle") {
  const StreetNetwork network = network_of(
      {street({{0, 0}, {100, 0}}), street({{100, 0}, {200, 0}}), street({{200, 0}, {300, 0}})});
  CHECK(angular_of(network, 100).density == std::vector<double>{1, 2, 1});
  CHECK(angular_of(network, 99).density == std::vector<double>{0, 0, 0});
}

TEST_CASE("On 200 planar networks the values equal those of walking every way") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    const StreetNetwork network = network_of(random_streets(seed, 3, seed % 4 == 0));
    if (network.links.empty()) continue;
    CAPTURE(seed);
    const AngularValues values = angular_of(network, 50000);
    const Found expected = by_walking_every_way(network);
    CHECK(values.density == expected.density);
    CHECK(worst_difference(values.farness, expected.farness) <= 1e-9);
    CHECK(worst_difference(values.harmonic, expected.harmonic) <= 1e-9);
    CHECK(worst_difference(values.betweenness, expected.betweenness) <= 1e-9);
  }
}

TEST_CASE("Within a radius the values equal costs that were improved until nothing changed") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const StreetNetwork network = network_of(random_streets(300 + seed, 4, seed % 4 == 0));
    CAPTURE(seed);
    const AngularValues values = angular_of(network, 320);
    const Found expected = by_settling(network, 320);
    CHECK(values.density == expected.density);
    CHECK(worst_difference(values.farness, expected.farness) <= 1e-9);
    CHECK(worst_difference(values.harmonic, expected.harmonic) <= 1e-9);
  }
}

TEST_CASE("Angular values do not depend on the number of threads, to the last bit") {
  const StreetNetwork network = network_of(random_streets(7, 30));
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return angular_of(network, 500);
  };
  const AngularValues one = with_threads(1), many = with_threads(4);
  CHECK(many.farness == one.farness);
  CHECK(many.harmonic == one.harmonic);
  CHECK(many.betweenness == one.betweenness);
}

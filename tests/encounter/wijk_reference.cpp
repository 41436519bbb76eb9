// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_reference.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

namespace trefpunt {

namespace {

constexpr double kNear = 5e-7, kSame = 1e-6, kFar = 1e300;

// The network cut at every door, place and bench.
struct Cut {
  struct Edge {
    int a, b, link;
    double from, length;  // m along the link
  };
  std::vector<Edge> edges;
  std::vector<std::map<double, int>> nodes;  // per link: by m along it
  std::vector<std::vector<double>> distance;
};

double put_right(const StreetNetwork& network, const Foothold& at) {
  const double length = network.links[static_cast<std::size_t>(at.link)].length;
  return at.along < kNear ? 0 : length - at.along < kNear ? length : at.along;
}

Cut cut_all(const WijkEncounterInput& input) {
  const StreetNetwork& network = *input.network;
  Cut cut;
  cut.nodes.resize(network.links.size());
  int count = static_cast<int>(network.junctions.size());
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    cut.nodes[l][0] = network.links[l].from;
    cut.nodes[l][network.links[l].length] = network.links[l].to;
  }
  const auto add = [&](const Foothold& at) {
    auto& nodes = cut.nodes[static_cast<std::size_t>(at.link)];
    const double along = put_right(network, at);
    if (nodes.count(along) == 0) nodes[along] = count++;
  };
  for (const auto& home : input.homes) add(home.at);
  for (const auto& place : input.places) add(place.at);
  for (const auto& bench : input.benches) add(bench.at);
  const auto n = static_cast<std::size_t>(count);
  cut.distance.assign(n, std::vector<double>(n, kFar));
  for (std::size_t i = 0; i < n; ++i) cut.distance[i][i] = 0;
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    for (auto it = cut.nodes[l].begin(); std::next(it) != cut.nodes[l].end(); ++it) {
      const auto next = std::next(it);
      const double length = next->first - it->first;
      cut.edges.push_back({it->second, next->second, static_cast<int>(l), it->first, length});
      auto& d = cut.distance;
      const auto a = static_cast<std::size_t>(it->second);
      const auto b = static_cast<std::size_t>(next->second);
      d[a][b] = d[b][a] = std::min(d[a][b], length);
    }
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        cut.distance[i][j] = std::min(cut.distance[i][j], cut.distance[i][k] + cut.distance[k][j]);
      }
    }
  }
  return cut;
}

// How often each edge is walked over all shortest routes from one node to another, per route.
std::vector<double> shares_of_routes(const Cut& cut, int from, int to) {
  std::vector<double> walked(cut.edges.size(), 0);
  std::vector<int> way;
  double routes = 0;
  const std::function<void(int)> go = [&](int at) {
    if (at == to) {
      ++routes;
      for (const int e : way) ++walked[static_cast<std::size_t>(e)];
      return;
    }
    for (std::size_t e = 0; e < cut.edges.size(); ++e) {
      const Cut::Edge& edge = cut.edges[e];
      if (edge.a == edge.b) continue;
      for (const auto& [here, there] : {std::pair{edge.a, edge.b}, std::pair{edge.b, edge.a}}) {
        if (here != at) continue;
        const double rest =
            cut.distance[static_cast<std::size_t>(there)][static_cast<std::size_t>(to)];
        const double now = cut.distance[static_cast<std::size_t>(at)][static_cast<std::size_t>(to)];
        if (edge.length + rest > now + kSame) continue;
        way.push_back(static_cast<int>(e));
        go(there);
        way.pop_back();
      }
    }
  };
  go(from);
  for (double& share : walked) share /= routes;
  return walked;
}

double twice(double mean, double kappa) {
  if (std::isinf(kappa)) return 1 - std::exp(-mean) * (1 + mean);
  const double none = std::pow(kappa / (kappa + mean), kappa);
  return 1 - none * (1 + kappa * mean / (kappa + mean));
}

struct Person {
  int home, group;
  double people;
  std::vector<double> walks;  // per edge
  std::vector<double> passes, visits, minutes;
};

}  // namespace

WijkReference wijk_reference(const WijkEncounterInput& input) {
  const StreetNetwork& network = *input.network;
  const WijkAssumptions& assumed = input.assumptions;
  const Cut cut = cut_all(input);
  const auto node = [&](const Foothold& at) {
    return cut.nodes[static_cast<std::size_t>(at.link)].at(put_right(network, at));
  };
  const std::size_t groups = assumed.groups.size();
  std::vector<Person> people;
  for (std::size_t h = 0; h < input.homes.size(); ++h) {
    const WijkHomePeople& home = input.homes[h];
    std::vector<std::vector<double>> routes(input.places.size());
    std::vector<double> distance(input.places.size());
    for (std::size_t z = 0; z < input.places.size(); ++z) {
      const int from = node(home.at), to = node(input.places[z].at);
      distance[z] = cut.distance[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] +
                    home.at.away + input.places[z].at.away;
      if (distance[z] < kFar) routes[z] = shares_of_routes(cut, from, to);
    }
    for (std::size_t g = 0; g < groups; ++g) {
      if (home.people[g] <= 0) continue;
      Person person{static_cast<int>(h),
                    static_cast<int>(g),
                    home.people[g],
                    std::vector<double>(cut.edges.size(), 0),
                    std::vector<double>(input.benches.size(), 0),
                    std::vector<double>(input.places.size(), 0),
                    std::vector<double>(input.places.size(), 0)};
      const double radius = assumed.groups[g].radius.value;
      for (const WijkErrand& errand : assumed.errands) {
        if (errand.group != assumed.groups[g].id) continue;
        const auto pull = [&](std::size_t z) {
          const WijkDestination& place = input.places[z];
          if (place.category != errand.category || distance[z] > radius) return 0.0;
          return std::pow(place.attraction, assumed.attraction.value) *
                 std::exp(-4 / radius * distance[z]);
        };
        double sum = 0;
        for (std::size_t z = 0; z < input.places.size(); ++z) sum += pull(z);
        for (std::size_t z = 0; z < input.places.size(); ++z) {
          if (pull(z) <= 0) continue;
          const double visits = errand.per_week.value * pull(z) / sum;
          person.visits[z] += visits;
          person.minutes[z] = errand.minutes.value;
          for (std::size_t e = 0; e < cut.edges.size(); ++e) {
            person.walks[e] += 2 * visits * routes[z][e];
          }
        }
      }
      for (std::size_t b = 0; b < input.benches.size(); ++b) {
        const Foothold& at = input.benches[b].at;
        const double along = put_right(network, at);
        double sum = 0;
        int sides = 0;
        for (std::size_t e = 0; e < cut.edges.size(); ++e) {
          const Cut::Edge& edge = cut.edges[e];
          if (edge.link != at.link) continue;
          if (edge.from != along && std::abs(edge.from + edge.length - along) > 1e-9) continue;
          sum += person.walks[e];
          ++sides;
        }
        person.passes[b] = sum / sides;
      }
      people.push_back(std::move(person));
    }
  }

  WijkReference found;
  found.link_walks.assign(network.links.size(), 0);
  found.link_encounters = found.link_walks;
  found.bench_walks.assign(input.benches.size(), 0);
  found.bench_encounters = found.bench_repeated = found.bench_walks;
  found.place_visits.assign(input.places.size(), 0);
  found.place_encounters = found.place_repeated = found.place_visits;
  found.own.assign(input.homes.size() * groups, 0);
  found.other = found.own;
  for (const Person& one : people) {
    for (std::size_t e = 0; e < cut.edges.size(); ++e) {
      const auto link = static_cast<std::size_t>(cut.edges[e].link);
      found.link_walks[link] +=
          one.people * one.walks[e] * cut.edges[e].length / network.links[link].length;
    }
    for (std::size_t b = 0; b < one.passes.size(); ++b) {
      found.bench_walks[b] += one.people * one.passes[b];
    }
    for (std::size_t z = 0; z < one.visits.size(); ++z) {
      found.place_visits[z] += one.people * one.visits[z];
    }
  }
  const double hours = assumed.hours_per_week.value;
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (std::size_t j = i; j < people.size(); ++j) {
      const Person &one = people[i], &other = people[j];
      double pairs = one.people * other.people * (i == j ? 0.5 : 1);
      if (one.home == other.home) {
        pairs *= 1 - 1 / input.homes[static_cast<std::size_t>(one.home)].dwellings;
      }
      const auto g = static_cast<std::size_t>(one.group), k = static_cast<std::size_t>(other.group);
      const double pace = 1 / assumed.groups[g].speed.value + 1 / assumed.groups[k].speed.value;
      double mean = 0;
      std::vector<double> at_bench(one.passes.size()), at_place(one.visits.size());
      for (std::size_t e = 0; e < cut.edges.size(); ++e) {
        const double met = one.walks[e] * other.walks[e] * assumed.towards.value *
                           cut.edges[e].length * pace / (3600 * hours);
        mean += met;
        found.link_encounters[static_cast<std::size_t>(cut.edges[e].link)] += pairs * met;
      }
      for (std::size_t b = 0; b < at_bench.size(); ++b) {
        at_bench[b] = one.passes[b] * other.passes[b] * assumed.opportunity.value * 2 *
                      assumed.bench_minutes.value / (60 * hours);
        mean += at_bench[b];
        found.bench_encounters[b] += pairs * at_bench[b];
      }
      for (std::size_t z = 0; z < at_place.size(); ++z) {
        at_place[z] = one.visits[z] * other.visits[z] * assumed.opportunity.value *
                      (one.minutes[z] + other.minutes[z]) / (60 * input.places[z].hours);
        mean += at_place[z];
        found.place_encounters[z] += pairs * at_place[z];
      }
      found.encounters += pairs * mean;
      const std::array<double, 3> kappas = {0.2, assumed.kappa.value,
                                            std::numeric_limits<double>::infinity()};
      for (std::size_t kappa = 0; kappa < 3; ++kappa) {
        found.repeated[kappa] += pairs * twice(mean, kappas[kappa]);
        if (g != k) found.cross[kappa] += pairs * twice(mean, kappas[kappa]);
      }
      const double both = twice(mean, kappas[1]);
      auto& familiar = g == k ? found.own : found.other;
      familiar[static_cast<std::size_t>(one.home) * groups + g] += pairs / one.people * both;
      familiar[static_cast<std::size_t>(other.home) * groups + k] += pairs / other.people * both;
      for (std::size_t b = 0; b < at_bench.size(); ++b) {
        found.bench_repeated[b] += pairs * at_bench[b] * both;
      }
      for (std::size_t z = 0; z < at_place.size(); ++z) {
        found.place_repeated[z] += pairs * at_place[z] * both;
      }
    }
  }
  return found;
}

}  // namespace trefpunt

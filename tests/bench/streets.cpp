// SPDX-License-Identifier: GPL-3.0-or-later
// Street analysis on a real network, beside igraph in the same run: seconds of CPU, memory, edits.
// Built when asked for, in a Release build: ninja bench_streets; bench_streets [DATA FOLDER].
#include <fmt/format.h>
#include <igraph/igraph.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

#include "clock.h"
#include "io/street_reader.h"
#include "must.h"
#include "street/angular.h"
#include "street/incremental.h"

using namespace trefpunt;

namespace {

struct Timer {
  double cpu = cpu_seconds(), wall = wall_seconds();
  double cpu_s() const { return cpu_seconds() - cpu; }
  double wall_s() const { return wall_seconds() - wall; }
};

// Each part in a process of its own, so that peak memory is of that part alone.
void apart(const std::function<void()>& work) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    work();
    std::fflush(nullptr);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
}

void print_row(const std::string& what, double cpu_s, double wall_s, const char* target) {
  fmt::print("{:<52} {:>8.3f} {:>8.3f} {:>6.0f}  {}\n", what, cpu_s, wall_s, peak_mib(), target);
}

std::vector<Street> read(const std::string& path) {
  Job job;
  return must(read_streets(path, {}, job)).streets;
}
StreetNetwork network_of(const std::vector<Street>& streets) {
  Job job;
  return must(make_street_network(streets, {}, job));
}

void first_load(const std::string& path) {
  const Timer timer;
  Job job;
  const StreetNetwork network = network_of(read(path));
  const double read_s = timer.cpu_s();
  must(street_centrality(network, {{800}, false, false}, job));
  print_row("first load: file to five values at 800 m", timer.cpu_s(), timer.wall_s(), "3 s");
  fmt::print("    of which file and network {:.3f} s; {} junctions, {} links\n", read_s,
             network.junctions.size(), network.links.size());
}

// The same graph and the same radius; igraph has no decayed values and no gravity.
double igraph_three(const StreetNetwork& network, double radius) {
  igraph_vector_int_t ends, reached;
  igraph_vector_t lengths, values;
  igraph_vector_int_init(&ends, 0);
  igraph_vector_int_init(&reached, 0);
  igraph_vector_init(&lengths, 0);
  igraph_vector_init(&values, 0);
  for (const StreetLink& link : network.links) {
    igraph_vector_int_push_back(&ends, link.from);
    igraph_vector_int_push_back(&ends, link.to);
    igraph_vector_push_back(&lengths, link.length);
  }
  igraph_t graph;
  igraph_create(&graph, &ends, static_cast<igraph_integer_t>(network.junctions.size()),
                IGRAPH_UNDIRECTED);
  igraph_bool_t all = false;
  const Timer timer;
  igraph_harmonic_centrality_cutoff(&graph, &values, igraph_vss_all(), IGRAPH_ALL, &lengths, false,
                                    radius);
  igraph_closeness_cutoff(&graph, &values, &reached, &all, igraph_vss_all(), IGRAPH_ALL, &lengths,
                          false, radius);
  igraph_betweenness_cutoff(&graph, &values, igraph_vss_all(), false, &lengths, radius);
  const double cpu = timer.cpu_s();
  print_row(fmt::format("igraph: harmonic, closeness, betweenness at {} m", radius), cpu,
            timer.wall_s(), "the peer");
  return cpu;
}

void beside_igraph(const StreetNetwork& network, double radius) {
  Job job;
  const Timer timer;
  must(street_centrality(network, {{radius}, false, false}, job));
  const double ours = timer.cpu_s();
  print_row(fmt::format("five values at {} m", radius), ours, timer.wall_s(), "a third of igraph");
  const double theirs = igraph_three(network, radius);
  fmt::print("    {:.3f} of igraph's CPU time\n", ours / theirs);
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

// A link taken away and put back, another made longer, a new one to a junction nearby.
void edits(const StreetNetwork& network, double radius, const char* target) {
  using Kind = StreetChange::Kind;
  Job job;
  LiveStreets live = must(LiveStreets::make(network, {{radius}, false, false}, job));
  std::mt19937 random(1);
  std::vector<double> wall;
  double cpu = 0, sources = 0;
  const auto apply = [&](const StreetChange& change) {
    const Timer timer;
    sources += live.apply({change});
    wall.push_back(1000 * timer.wall_s());
    cpu += timer.cpu_s();
  };
  for (int i = 0; i < 100; ++i) {
    const int link = static_cast<int>(random() % network.links.size());
    const double length = network.links[link].length;
    apply({Kind::RemoveLink, link, -1, -1, 0, {}});
    apply({Kind::SetLength, link, -1, -1, length, {}});
    apply({Kind::SetLength, link, -1, -1, 1.2 * length, {}});
    const int from = network.links[link].from;
    int to = from;
    for (int k = 0; k < 100000 && to == from; ++k) {
      const int other = static_cast<int>(random() % network.junctions.size());
      if (distance(network.junctions[from], network.junctions[other]) < 150) to = other;
    }
    const double away = distance(network.junctions[from], network.junctions[to]);
    if (to != from) apply({Kind::AddLink, -1, from, to, away, {}});
  }
  fmt::print("{:<52} {:>8.3f} {:>8.3f} {:>6.0f}  {}\n", fmt::format("an edit at {} m: p90", radius),
             cpu / static_cast<double>(wall.size()), percentile(wall, 0.9) / 1000, peak_mib(),
             target);
  fmt::print("    median {:.1f} ms, p90 {:.1f} ms, worst {:.1f} ms; {:.0f} sources on average\n",
             percentile(wall, 0.5), percentile(wall, 0.9), percentile(wall, 1),
             sources / static_cast<double>(wall.size()));
}

// The same city several times beside each other.
std::vector<Street> tiled(const std::vector<Street>& streets, int times) {
  std::vector<Street> all;
  for (int t = 0; t < times; ++t) {
    for (Street street : streets) {
      for (Point& p : street.line) p.x += 100'000.0 * t;
      all.push_back(std::move(street));
    }
  }
  return all;
}

}  // namespace

int main(int count, char** words) {
  const std::string data = count > 1 ? words[1] : TREFPUNT_ROOT "/../shared/data";
  const std::string path = data + "/networks/poa.osm.pbf";
  fmt::print("{:<52} {:>8} {:>8} {:>6}  {}\n", "", "CPU s", "wall s", "MiB", "target");
  apart([&] { first_load(path); });
  const std::vector<Street> streets = read(path);
  const StreetNetwork network = network_of(streets);
  for (const double radius : {400.0, 800.0, 1600.0}) {
    apart([&] { beside_igraph(network, radius); });
  }
  apart([&] {
    Job job;
    const Timer timer;
    must(street_centrality(network, {{400, 800, 1600}, true, true}, job));
    print_row("400, 800 and 1600 m in one run, links and reach too", timer.cpu_s(), timer.wall_s(),
              "");
  });
  apart([&] {
    Job job;
    const Timer timer;
    must(street_angular(network, {800}, job));
    print_row("angular at 800 m", timer.cpu_s(), timer.wall_s(), "1.7 s");
  });
  apart([&] { edits(network, 400, "16 ms"); });
  apart([&] { edits(network, 800, "60 ms"); });
  apart([&] {
    Job job;
    const StreetNetwork large = network_of(tiled(streets, 5));
    const Timer timer;
    must(street_centrality(large, {{400, 800}, true, false}, job));
    must(street_angular(large, {800}, job));
    print_row(fmt::format("{} links: all values", large.links.size()), timer.cpu_s(),
              timer.wall_s(), "1 GiB");
  });
  return 0;
}

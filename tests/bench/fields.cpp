// SPDX-License-Identifier: GPL-3.0-or-later
// The visibility graph and its measures on depthmapX's gallery plan, beside what depthmapX 0.9.0
// takes for them, and after one wall of a ward moved. Built when asked for, in a Release build:
// ninja bench_fields; bench_fields [DATA FOLDER [SAMPLES FOLDER [moves]]];
// `moves` leaves the first part out.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <random>

#include "clock.h"
#include "io/plan_reader.h"
#include "space/local_measures.h"
#include "space/visual_depth.h"

using namespace trefpunt;

namespace {

struct Timer {
  double cpu = cpu_seconds(), wall = wall_seconds();
  void print(const char* what) const {
    fmt::print("  {:<34} {:>9.3f} s CPU {:>9.3f} s wall\n", what, cpu_seconds() - cpu,
               wall_seconds() - wall);
  }
};

std::shared_ptr<const Storey> storey_of(const std::string& path, std::optional<double> unit) {
  Job job;
  PlanOptions options;
  options.metres_per_unit = unit;
  const auto plan = read_plan({{path, ""}}, options, job);
  if (plan) return plan->building.storeys.front();
  fmt::print(stderr, "{}\n", to_string(plan.error(), Lang::En));
  std::exit(2);
}

// Each in a process of its own, so that CPU time and peak memory are of that alone.
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

template <typename T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", to_string(result.error(), Lang::En));
  std::exit(2);
}

void gallery(const Storey& storey, double spacing, const char* peer) {
  Job job;
  const double before = peak_mib();
  const Timer all;
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = must(make_field_grid(scene, {spacing, {{3, 5}}, nullptr}, job));
  fmt::print("gallery, {} cells of {} m; depthmapX: {}\n", grid.size(), spacing, peer);
  const Timer graph;
  const SightRuns runs = must(make_sight_runs(scene, grid, 0, job));
  graph.print("visibility graph");
  const Timer moments;
  sight_moments(runs, grid, 0);
  moments.print("moments");
  const Timer sample;
  const VisualDepth sampled = must(sampled_visual_depth(runs, grid, {}, 512, job));
  sample.print("global, estimated from 512 cells");
  const Timer depth;
  const VisualDepth exact = must(visual_depth(runs, grid, {}, job));
  depth.print("global");
  const double global = cpu_seconds() - all.cpu;
  const Timer local;
  local_measures(must(local_counts(runs, grid, 0, job)), runs);
  local.print("local");
  all.print("everything");
  double worst = 0;
  for (std::size_t i = 0; i < exact.mean_depth.size(); ++i) {
    worst = std::max(worst, std::abs(sampled.mean_depth[i] / exact.mean_depth[i] - 1));
  }
  fmt::print(
      "  up to and with global {:.3f} s CPU; peak {:.0f} MiB, {:.0f} before; {:.1f} runs a "
      "cell; worst estimate of mean depth {:.1f} % off\n\n",
      global, peak_mib(), before, static_cast<double>(runs.runs.size()) / grid.size(), 100 * worst);
}

// One wall moved at random, fifty times, from the same plan.
void moves(const char* name, const Storey& storey, double spacing, std::vector<Point> from) {
  Job job;
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = must(make_field_grid(scene, {spacing, from, nullptr}, job));
  const SightRuns runs = must(make_sight_runs(scene, grid, 0, job));
  const LocalCounts counts = must(local_counts(runs, grid, 0, job));
  fmt::print("{}, {} cells of {} m, one wall moved: milliseconds, median and worst of 50\n", name,
             grid.size(), spacing);
  std::vector<double> graph, local, both, both_cpu, scratch, sampled;
  std::size_t rebuilt = 0;
  std::mt19937 random(1);
  for (int i = 0; i < 50; ++i) {
    Storey moved = storey;
    Wall& wall = moved.walls[random() % moved.walls.size()];
    const Point by{0.01 * (static_cast<int>(random() % 101) - 50),
                   0.01 * (static_cast<int>(random() % 101) - 50)};
    for (Point& p : wall.points) p = snap(p + by);
    const double start = wall_seconds(), cpu = cpu_seconds();
    const SightScene scene_now = make_sight_scene(moved);
    const FieldGrid grid_now = must(make_field_grid(scene_now, {spacing, from, nullptr}, job));
    const SightUpdate update =
        must(update_sight_runs(runs, scene, grid, scene_now, grid_now, 0, job));
    connectivity(update.runs);
    sight_moments(update.runs, grid_now, 0);
    const double made = wall_seconds();
    const LocalCounts counts_now =
        must(update_local_counts(counts, runs, grid, update.runs, grid_now, 0, job));
    local_measures(counts_now, update.runs);
    const double done = wall_seconds();
    both_cpu.push_back(1000 * (cpu_seconds() - cpu));
    must(sampled_visual_depth(update.runs, grid_now, {}, 512, job));
    const double estimated = wall_seconds();
    must(make_sight_runs(scene_now, grid_now, 0, job));
    rebuilt += update.rebuilt.size();
    graph.push_back(1000 * (made - start));
    local.push_back(1000 * (done - made));
    both.push_back(1000 * (done - start));
    sampled.push_back(1000 * (estimated - done));
    scratch.push_back(1000 * (wall_seconds() - estimated));
  }
  const auto print = [](const char* what, std::vector<double> values) {
    std::sort(values.begin(), values.end());
    fmt::print("  {:<34} {:>9.1f} {:>9.1f}\n", what, values[values.size() / 2], values.back());
  };
  print("graph, connectivity, moments", graph);
  print("(graph from nothing)", scratch);
  print("local", local);
  print("together", both);
  print("(together, CPU)", both_cpu);
  print("global, estimated from 512 cells", sampled);
  fmt::print("  looked at again: {} cells of {} on average\n\n", rebuilt / 50, grid.size());
}

}  // namespace

int main(int count, char** words) {
  const std::string data = count > 1 ? words[1] : TREFPUNT_ROOT "/../shared/data";
  const std::string samples = count > 2 ? words[2] : TREFPUNT_ROOT "/samples";
  const auto plan = storey_of(data + "/depthmapx-gallery/gallery.dxf", 1);
  if (count < 4) {
    apart([&] { gallery(*plan, 0.04, "global + local 143 s CPU"); });
    apart([&] { gallery(*plan, 0.025, "global 163 s CPU"); });
    apart([&] { gallery(*plan, 0.0125, "global about 1.5 h"); });
  }
  const auto ward = storey_of(samples + "/verpleegafdeling/verpleegafdeling.geojson", std::nullopt);
  apart([&] { moves("ward", *ward, 0.375, door_seeds(*ward)); });
  apart([&] { moves("gallery", *plan, 0.026, {{3, 5}}); });
  return 0;
}

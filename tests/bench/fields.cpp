// SPDX-License-Identifier: GPL-3.0-or-later
// The fields on depthmapX's gallery plan and, after one wall moved, on that plan and on the sample
// ward: one table beside the target and what depthmapX 0.9.0 takes. Built when asked for, in a
// Release build: ninja bench_fields; bench_fields [DATA FOLDER [SAMPLES FOLDER]].
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "clock.h"
#include "io/plan_reader.h"
#include "must.h"
#include "space/isovist_field.h"
#include "space/local_measures.h"
#include "space/visual_depth.h"

using namespace trefpunt;

namespace {

struct Row {
  const char* what;
  const char* target;
  const char* peer;
};

struct Timer {
  double cpu = cpu_seconds(), wall = wall_seconds();
  double cpu_ms() const { return 1000 * (cpu_seconds() - cpu); }
  double wall_ms() const { return 1000 * (wall_seconds() - wall); }
};

std::shared_ptr<const Storey> storey_of(const std::string& path, std::optional<double> unit) {
  Job job;
  PlanOptions options;
  options.metres_per_unit = unit;
  return must(read_plan({{path, ""}}, options, job)).building.storeys.front();
}

// Each row in a process of its own, so that peak memory is of that row alone.
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

void print_row(const Row& row, int cells, double cpu_s, double wall_s) {
  fmt::print("{:<36} {:>6} {:>8.3f} {:>8.3f} {:>6.0f}  {:<14} {}\n", row.what, cells, cpu_s, wall_s,
             peak_mib(), row.target, row.peer);
}

std::vector<MicroPoint> places(const FieldGrid& grid) {
  std::vector<MicroPoint> all;
  for (int cell = 0; cell < grid.size(); ++cell) all.push_back(grid.place(cell));
  return all;
}

// From the storey to the values of all cells, as depthmapX's figures are.
void global(const Storey& storey, double spacing, bool with_local, const Row& row) {
  Job job;
  const Timer all;
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = must(make_field_grid(scene, {spacing, {{3, 5}}, nullptr}, job));
  const SightRuns runs = must(make_sight_runs(scene, grid, 0, job));
  must(visual_depth(runs, grid, {}, job));
  sight_moments(runs, grid, 0);
  if (with_local) local_measures(must(local_counts(runs, grid, 0, job)), runs);
  print_row(row, grid.size(), all.cpu_ms() / 1000, all.wall_ms() / 1000);
}

void isovists(const Storey& storey, double spacing, const Row& row) {
  Job job;
  const Timer all;
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = must(make_field_grid(scene, {spacing, {{3, 5}}, nullptr}, job));
  must(make_isovist_field(scene.sight, places(grid), 0, job));
  print_row(row, grid.size(), all.cpu_ms() / 1000, all.wall_ms() / 1000);
}

// Every depth estimated from 512 cells, once the graph is there.
void sampled(const Storey& storey, double spacing, const Row& row) {
  Job job;
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = must(make_field_grid(scene, {spacing, {{3, 5}}, nullptr}, job));
  const SightRuns runs = must(make_sight_runs(scene, grid, 0, job));
  const Timer all;
  must(sampled_visual_depth(runs, grid, {}, 512, job));
  print_row(row, grid.size(), all.cpu_ms() / 1000, all.wall_ms() / 1000);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// One wall moved at random, fifty times, from the same plan: scene, cells, visibility graph,
// connectivity, local measures and isovists.
void moves(const Storey& storey, double spacing, const std::vector<Point>& from, const Row& row) {
  Job job;
  const SightScene scene = make_sight_scene(storey);
  const FieldGrid grid = must(make_field_grid(scene, {spacing, from, nullptr}, job));
  const SightRuns runs = must(make_sight_runs(scene, grid, 0, job));
  const LocalCounts counts = must(local_counts(runs, grid, 0, job));
  const std::vector<MicroPoint> points = places(grid);
  const IsovistField isovists = must(make_isovist_field(scene.sight, points, 0, job));
  struct Times {
    std::vector<double> cpu, wall;
  };
  std::map<std::string, Times> parts;
  const auto add = [&](const char* part, const Timer& timer) {
    parts[part].cpu.push_back(timer.cpu_ms());
    parts[part].wall.push_back(timer.wall_ms());
  };
  std::size_t looked_again = 0, remade = 0;
  std::mt19937 random(1);
  for (int i = 0; i < 50; ++i) {
    Storey moved = storey;
    Wall& wall = moved.walls[random() % moved.walls.size()];
    const Point by{0.01 * (static_cast<int>(random() % 101) - 50),
                   0.01 * (static_cast<int>(random() % 101) - 50)};
    for (Point& p : wall.points) p = snap(p + by);
    const Timer all, graph;
    const SightScene scene_now = make_sight_scene(moved);
    const FieldGrid grid_now = must(make_field_grid(scene_now, {spacing, from, nullptr}, job));
    const SightUpdate update =
        must(update_sight_runs(runs, scene, grid, scene_now, grid_now, 0, job));
    connectivity(update.runs);
    add("cells, graph, connectivity", graph);
    const Timer local;
    local_measures(must(update_local_counts(counts, runs, grid, update.runs, grid_now, 0, job)),
                   update.runs);
    add("local", local);
    const Timer isovist;
    const IsovistUpdate seen = must(update_isovist_field(
        isovists, scene.sight, points, scene_now.sight, places(grid_now), 0, job));
    add("isovists", isovist);
    add("together", all);
    const Timer anew;
    const SightRuns runs_anew = must(make_sight_runs(scene_now, grid_now, 0, job));
    local_measures(must(local_counts(runs_anew, grid_now, 0, job)), runs_anew);
    must(make_isovist_field(scene_now.sight, places(grid_now), 0, job));
    add("(all of it from nothing)", anew);
    looked_again += update.rebuilt.size();
    remade += seen.remade.size();
  }
  const Times& all = parts["together"];
  print_row(row, grid.size(), median(all.cpu) / 1000, median(all.wall) / 1000);
  for (const auto& [part, times] : parts) {
    fmt::print("    {:<26} median {:>6.1f} ms CPU, {:>6.1f} ms wall; worst {:>6.1f} ms wall\n",
               part, median(times.cpu), median(times.wall),
               *std::max_element(times.wall.begin(), times.wall.end()));
  }
  fmt::print("    on average {} cells looked at again, {} isovists made again\n", looked_again / 50,
             remade / 50);
}

}  // namespace

int main(int count, char** words) {
  const std::string data = count > 1 ? words[1] : TREFPUNT_ROOT "/../shared/data";
  const std::string samples = count > 2 ? words[2] : TREFPUNT_ROOT "/samples";
  const auto plan = storey_of(data + "/depthmapx-gallery/gallery.dxf", 1);
  const auto ward = storey_of(samples + "/verpleegafdeling/verpleegafdeling.geojson", std::nullopt);
  fmt::print("{:<36} {:>6} {:>8} {:>8} {:>6}  {:<14} {}\n", "", "cells", "CPU s", "wall s", "MiB",
             "target", "depthmapX 0.9.0");
  apart([&] { global(*plan, 0.04, true, {"gallery, global and local", "1 s CPU", "143 s CPU"}); });
  apart([&] { global(*plan, 0.025, false, {"gallery, global", "3 s CPU", "163 s CPU"}); });
  apart([&] {
    global(*plan, 0.0125, false, {"gallery, global", "60 s CPU, 1 GiB", "about 1.5 h"});
  });
  apart([&] { isovists(*plan, 0.0125, {"gallery, isovists", "3 s CPU", "not published"}); });
  apart([&] { sampled(*plan, 0.026, {"gallery, global by sample", "0.5 s wall", "has none"}); });
  const Row moved{"ward, a wall moved: median of 50", "0.1 s wall", "all anew"};
  apart([&] { moves(*ward, 0.375, door_seeds(*ward), moved); });
  const Row gallery{"gallery, a wall moved: median of 50", "0.1 s wall", "all anew"};
  apart([&] { moves(*plan, 0.026, {{3, 5}}, gallery); });
  return 0;
}

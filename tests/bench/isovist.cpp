// SPDX-License-Identifier: GPL-3.0-or-later
// Isovists on depthmapX's gallery plan: a field of 44 thousand cells (target 3 s CPU), and after
// one of 50 random moves of a wall on 10 thousand cells (target 100 ms median). depthmapX has no
// published figure for isovists alone; its global and local analysis of 4,332 cells takes 143 s.
// Built when asked for, in a Release build: ninja bench_isovist; bench_isovist [DATA FOLDER].
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "clock.h"
#include "io/plan_reader.h"
#include "space/field_grid.h"
#include "space/isovist_field.h"

using namespace trefpunt;

namespace {

template <typename T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", to_string(result.error(), Lang::En));
  std::exit(2);
}

std::vector<MicroPoint> points_of(const SightScene& scene, double spacing) {
  Job job;
  const FieldGrid grid = must(make_field_grid(scene, {spacing, {{3, 5}}, nullptr}, job));
  std::vector<MicroPoint> points;
  for (int cell = 0; cell < grid.size(); ++cell) points.push_back(grid.place(cell));
  return points;
}

void whole_field(const Storey& storey, double spacing) {
  Job job;
  const SightScene scene = make_sight_scene(storey);
  const auto points = points_of(scene, spacing);
  const double cpu = cpu_seconds(), wall = wall_seconds();
  const IsovistField field = must(make_isovist_field(scene.sight, points, 0, job));
  fmt::print("gallery, {} cells, {} segments: {:.3f} s CPU, {:.3f} s wall, peak {:.0f} MiB\n",
             points.size(), scene.sight.size(), cpu_seconds() - cpu, wall_seconds() - wall,
             peak_mib());
}

void moves(const Storey& storey, double spacing) {
  Job job;
  const SightScene scene = make_sight_scene(storey);
  const auto points = points_of(scene, spacing);
  const IsovistField field = must(make_isovist_field(scene.sight, points, 0, job));
  std::vector<double> wall, cpu;
  std::size_t remade = 0;
  std::mt19937 random(1);
  for (int i = 0; i < 50; ++i) {
    Storey moved = storey;
    Wall& one = moved.walls[random() % moved.walls.size()];
    const Point by{0.01 * (static_cast<int>(random() % 101) - 50),
                   0.01 * (static_cast<int>(random() % 101) - 50)};
    for (Point& p : one.points) p = snap(p + by);
    const SightScene now = make_sight_scene(moved);
    const auto points_now = points_of(now, spacing);
    const double cpu_start = cpu_seconds(), start = wall_seconds();
    const IsovistUpdate update =
        must(update_isovist_field(field, scene.sight, points, now.sight, points_now, 0, job));
    wall.push_back(1000 * (wall_seconds() - start));
    cpu.push_back(1000 * (cpu_seconds() - cpu_start));
    remade += update.remade.size();
  }
  std::sort(wall.begin(), wall.end());
  std::sort(cpu.begin(), cpu.end());
  fmt::print(
      "gallery, {} cells, one wall moved, 50 times: median {:.1f} ms wall, {:.1f} ms CPU; worst "
      "{:.1f} ms wall; {} cells remade on average; peak {:.0f} MiB\n",
      points.size(), wall[25], cpu[25], wall.back(), remade / 50, peak_mib());
}

}  // namespace

int main(int count, char** words) {
  const std::string data = count > 1 ? words[1] : TREFPUNT_ROOT "/../shared/data";
  Job job;
  PlanOptions options;
  options.metres_per_unit = 1;
  const PlanImport plan =
      must(read_plan({{data + "/depthmapx-gallery/gallery.dxf", ""}}, options, job));
  whole_field(*plan.building.storeys.front(), 0.0125);
  moves(*plan.building.storeys.front(), 0.026);
  return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/storey_sight.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "space/visual_depth.h"

namespace trefpunt {

namespace {

double spacing_for(const Layout& layout) {
  const double floor =
      std::accumulate(layout.area_of_region.begin(), layout.area_of_region.end(), 0.0);
  double spacing = kSightSpacing;
  while (floor > kSightCells * spacing * spacing) spacing *= 2;
  return spacing;
}

// Whether a place lies on what parts two floors, so that it belongs to neither.
bool is_on_border(const Mesh& mesh, int triangle, Point p) {
  for (int i = 0; i < 3; ++i) {
    if (mesh.triangles[static_cast<std::size_t>(triangle)].edge[static_cast<std::size_t>(i)] ==
        EdgeKind::Free) {
      continue;
    }
    const Segment side{mesh.at(triangle, (i + 1) % 3), mesh.at(triangle, (i + 2) % 3)};
    if (distance(p, side) < 1e-6) return true;
  }
  return false;
}

std::vector<std::int32_t> spaces_of_cells(const FieldGrid& grid, const Layout& layout) {
  std::vector<std::int32_t> found(static_cast<std::size_t>(grid.size()), -1);
  for (int i = 0; i < grid.size(); ++i) {
    const int triangle = layout.mesh->locate(grid.centre(i));
    if (triangle < 0 || is_on_border(*layout.mesh, triangle, grid.centre(i))) continue;
    const int region = layout.region[static_cast<std::size_t>(triangle)];
    if (region < 0) continue;
    found[static_cast<std::size_t>(i)] = layout.space_of_region[static_cast<std::size_t>(region)];
  }
  return found;
}

}  // namespace

bool sees_past_leaves(const StoreySight& sight, int from, int to) {
  const MicroPoint a = sight.grid.place(from), b = sight.grid.place(to);
  const MicroSegment line = a < b ? MicroSegment{a, b} : MicroSegment{b, a};
  return std::none_of(sight.leaves.begin(), sight.leaves.end(),
                      [&](const MicroSegment& leaf) { return touch(leaf, line); });
}

Result<StoreySight> make_storey_sight(const Storey& storey, const Layout& layout, Job& job) {
  const SightScene open = make_sight_scene(storey, {.doors_open = true});
  const SightScene shut = make_sight_scene(storey, {.doors_open = false});
  StoreySight sight;
  if (Result<SightMesh> mesh = make_sight_mesh(open.sight)) sight.open = std::move(*mesh);
  std::set_difference(shut.sight.begin(), shut.sight.end(), open.sight.begin(), open.sight.end(),
                      std::back_inserter(sight.leaves));
  GridParameters parameters;
  parameters.spacing = spacing_for(layout);
  parameters.from = door_seeds(storey);
  parameters.within = &layout;
  for (const Space& space : storey.spaces) parameters.from.push_back(space.anchor);
  Result<FieldGrid> grid = make_field_grid(open, parameters, job);
  if (!grid && grid.error().code == Code::Cancelled) return grid.error();
  if (!grid) {
    sight.runs.start = {0};
    return sight;
  }
  sight.grid = std::move(*grid);
  sight.space_of = spaces_of_cells(sight.grid, layout);
  // One thread: the storeys of a building are made side by side.
  Result<SightRuns> runs = make_sight_runs(open, sight.grid, 1, job);
  if (!runs) return runs.error();
  sight.runs = std::move(*runs);
  Result<VisualDepth> depth =
      sampled_visual_depth(sight.runs, sight.grid, {.threads = 1}, kSightSamples, job);
  if (!depth) return depth.error();
  sight.integration_hh = std::move(depth->integration_hh);
  return sight;
}

std::size_t memory_of(const StoreySight& sight) {
  return sizeof(StoreySight) + sight.open.vertices.size() * sizeof(SightMesh::Vertex) +
         sight.open.triangles.size() * (sizeof(SightMesh::Triangle) + 16) +
         (sight.open.walls.size() + sight.leaves.size()) * sizeof(MicroSegment) +
         sight.grid.cells.size() * 20 + sight.grid.cell_at.size() * 4 +
         sight.runs.runs.size() * sizeof(SightRun) + sight.runs.start.size() * 8;
}

}  // namespace trefpunt

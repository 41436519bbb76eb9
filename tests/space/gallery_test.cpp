// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement with depthmapX 0.9.0 on its own test plan; in its files -1 is "missing". Where we
// differ on purpose the test says so.
#include <catch2/catch.hpp>
#include <cmath>

#include "gallery_data.h"
#include "space/depth_batch.h"
#include "space/local_measures.h"
#include "space/visual_depth.h"

using namespace trefpunt;

namespace {

using Table = std::map<std::string, std::vector<double>>;  // by column name

struct Gallery {
  SightScene scene;
  FieldGrid grid;
  SightRuns runs;
};
Gallery gallery(const std::string& folder, double spacing) {
  Gallery g;
  g.scene = gallery_scene(folder);
  g.grid = grid_of(g.scene, spacing, {{3, 5}});
  g.runs = runs_of(g.scene, g.grid, 2);
  return g;
}

// Our cells in the order of a table; all of them are in it.
std::vector<std::size_t> cells_of(const Gallery& g, const Table& table) {
  std::vector<std::size_t> cells;
  std::set<int> found;
  for (std::size_t i = 0; i < table.at("x").size(); ++i) {
    const int cell = g.grid.cell_of({table.at("x")[i], table.at("y")[i]});
    REQUIRE(cell >= 0);
    CHECK(distance(g.grid.centre(cell), Point{table.at("x")[i], table.at("y")[i]}) < 1e-5);
    found.insert(cell);
    cells.push_back(static_cast<std::size_t>(cell));
  }
  REQUIRE(static_cast<int>(found.size()) == g.grid.size());
  return cells;
}

void check_equal(const std::string& name, const std::vector<double>& ours, const Table& table,
                 const std::vector<std::size_t>& cells) {
  const std::vector<double>& theirs = table.at(name);
  double worst = 0;
  std::size_t missing = 0, wrong = 0;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    const double our = ours[cells[i]];
    if (std::isnan(our) || theirs[i] == -1) {
      ++missing;
      if (!(std::isnan(our) && theirs[i] == -1)) ++wrong;
      continue;
    }
    worst = std::max(worst, std::abs(our - theirs[i]) / std::max(1e-9, std::abs(theirs[i])));
  }
  INFO(name << ": greatest relative difference " << worst << ", missing " << missing);
  CHECK(wrong == 0);
  CHECK(worst < 1e-5);
}

void check_moments_and_connectivity(const Gallery& g, const Table& table) {
  const auto cells = cells_of(g, table);
  const std::vector<std::int32_t> seen = connectivity(g.runs);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    REQUIRE(seen[cells[i]] == static_cast<std::int32_t>(table.at("Connectivity")[i]));
  }
  const SightMoments moments = sight_moments(g.runs, g.grid, 2);
  check_equal("Point First Moment", moments.first, table, cells);
  check_equal("Point Second Moment", moments.second, table, cells);
}

// Theirs takes (d + 1)! where Poisson has d!: mean over p_d of log2((d + 1)! / d!) more.
std::vector<double> with_next_factorial(const Gallery& g, const VisualDepth& depth, int radius) {
  std::vector<double> out = depth.relativised_entropy;
  DepthBatch batch(g.runs);
  for (std::int32_t cell = 0; cell < g.grid.size(); cell += kBatch) {
    std::vector<std::int32_t> sources;
    for (std::int32_t s = cell; s < std::min(cell + kBatch, g.grid.size()); ++s)
      sources.push_back(s);
    batch.search(sources, radius);
    for (std::size_t b = 0; b < sources.size(); ++b) {
      double sum = 0, others = 0;
      for (int d = 1; d <= batch.depths(); ++d) {
        sum += std::log2(d + 1) * batch.count(d)[b];
        others += batch.count(d)[b];
      }
      out[static_cast<std::size_t>(cell) + b] += sum / others;
    }
  }
  return out;
}

void check_depth(const Gallery& g, const Table& table, int radius) {
  const auto cells = cells_of(g, table);
  Job job;
  DepthOptions options;
  options.radius = radius;
  const auto depth = visual_depth(g.runs, g.grid, options, job);
  REQUIRE(depth);
  const std::string r = radius > 0 ? " R" + std::to_string(radius) : "";
  check_equal("Visual Node Count" + r, depth->node_count, table, cells);
  check_equal("Visual Mean Depth" + r, depth->mean_depth, table, cells);
  check_equal("Visual Integration [HH]" + r, depth->integration_hh, table, cells);
  check_equal("Visual Integration [Tekl]" + r, depth->integration_tekl, table, cells);
  check_equal("Visual Entropy" + r, depth->entropy, table, cells);
  check_equal("Visual Relativised Entropy" + r, with_next_factorial(g, *depth, radius), table,
              cells);
}

void check_local(const Gallery& g, const Table& table) {
  const auto cells = cells_of(g, table);
  Job job;
  const auto counts = local_counts(g.runs, g.grid, 2, job);
  REQUIRE(counts);
  const LocalMeasures local = local_measures(*counts, g.runs);
  check_equal("Visual Clustering Coefficient", local.clustering, table, cells);
  check_equal("Visual Control", local.control, table, cells);
  check_equal("Visual Controllability", local.controllability, table, cells);
}

}  // namespace

TEST_CASE("The gallery at 0.08 m has depthmapX's 1,037 cells, sight lines and values") {
  const std::string folder = gallery_data();
  if (folder.empty()) return;
  const Gallery g = gallery(folder, 0.08);
  REQUIRE(g.grid.size() == 1037);
  check_moments_and_connectivity(g, read_columns(folder + "/gallery_0.08.visual_n.csv"));
  check_depth(g, read_columns(folder + "/gallery_0.08.visual_n.csv"), 0);
  check_depth(g, read_columns(folder + "/gallery_0.08.visual_3.csv"), 3);
  check_local(g, read_columns(folder + "/gallery_0.08.local.csv"));
}

TEST_CASE("The gallery at 0.04 m has depthmapX's 4,332 cells, sight lines and values") {
  const std::string folder = gallery_data();
  if (folder.empty()) return;
  const Gallery g = gallery(folder, 0.04);
  REQUIRE(g.grid.size() == 4332);
  check_moments_and_connectivity(g, read_columns(folder + "/gallery_0.04.visual_n.csv"));
  check_depth(g, read_columns(folder + "/gallery_0.04.visual_n.csv"), 0);
  check_local(g, read_columns(folder + "/gallery_0.04.local.csv"));
}

TEST_CASE("The gallery's sight lines are depthmapX's, one by one") {
  const std::string folder = gallery_data();
  if (folder.empty()) return;
  const Gallery g = gallery(folder, 0.08);
  const Table places = read_columns(folder + "/gallery_0.08.visual_n.csv");
  const auto cells = cells_of(g, places);
  std::map<double, int> cell_of_ref;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cell_of_ref[places.at("Ref")[i]] = static_cast<int>(cells[i]);
  }
  const Table lines = read_columns(folder + "/gallery_0.08.conn.csv");
  std::vector<std::set<int>> theirs(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) theirs[i].insert(static_cast<int>(i));
  for (std::size_t i = 0; i < lines.at("RefFrom").size(); ++i) {
    const int from = cell_of_ref.at(lines.at("RefFrom")[i]),
              to = cell_of_ref.at(lines.at("RefTo")[i]);
    theirs[static_cast<std::size_t>(from)].insert(to);
    theirs[static_cast<std::size_t>(to)].insert(from);
  }
  CHECK(as_sets(g.runs) == theirs);
}

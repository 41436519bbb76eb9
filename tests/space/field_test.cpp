// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "field_plans.h"
#include "space/isovist_field.h"
#include "space/local_measures.h"
#include "space/path_fields.h"
#include "space/through_vision.h"
#include "space/visual_depth.h"

using namespace trefpunt;

namespace {

using Columns = std::map<std::string, std::vector<double>>;

// Two rooms with an open door between them and one to the outside; a grid of half a metre.
FieldOptions options_of(FieldKind kind) {
  FieldOptions options;
  options.kind = kind;
  options.grid.spacing = 0.5;
  options.grid.from = {{2, 1.5}};
  options.threads = 1;
  return options;
}

FloorField made(const Storey& storey, const FieldOptions& options) {
  Job job;
  Result<FloorField> field = make_field(storey, options, job);
  if (!field) FAIL(field.error().sentence.en);
  return *std::move(field);
}

Columns columns_of(const FloorField& field) {
  Columns columns;
  for (const FieldColumn& column : field.columns) columns[column.id] = column.values;
  return columns;
}

// Column by column; two missing values are the same.
void check_same(const Columns& one, const Columns& other) {
  REQUIRE(one.size() == other.size());
  for (const auto& [id, values] : one) {
    INFO(id);
    REQUIRE(other.count(id) == 1);
    const std::vector<double>& others = other.at(id);
    REQUIRE(values.size() == others.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::isnan(values[i]) != std::isnan(others[i]) ||
          (!std::isnan(values[i]) && values[i] != others[i])) {
        FAIL_CHECK("cell " << i << ": " << values[i] << " and " << others[i]);
        break;
      }
    }
  }
}

struct Floor {
  SightScene scene;
  FieldGrid grid;
  SightRuns runs;
};
Floor floor_of(const Storey& storey) {
  Floor floor{make_sight_scene(storey), {}, {}};
  floor.grid = grid_of(floor.scene, 0.5, {{2, 1.5}});
  floor.runs = runs_of(floor.scene, floor.grid);
  return floor;
}

}  // namespace

TEST_CASE("A visibility field holds connectivity, depth and moments under their own names") {
  const Storey storey = two_rooms();
  const auto [scene, grid, runs] = floor_of(storey);
  Job job;
  const VisualDepth depth = *visual_depth(runs, grid, {}, job);
  const SightMoments moments = sight_moments(runs, grid, 1);
  const auto seen = connectivity(runs);
  check_same(columns_of(made(storey, options_of(FieldKind::Visibility))),
             {{"connectivity", {seen.begin(), seen.end()}},
              {"node_count", depth.node_count},
              {"mean_depth", depth.mean_depth},
              {"integration_hh", depth.integration_hh},
              {"integration_tekl", depth.integration_tekl},
              {"entropy", depth.entropy},
              {"relativised_entropy", depth.relativised_entropy},
              {"first_moment", moments.first},
              {"second_moment", moments.second}});
}

TEST_CASE("Local, path and through fields hold what their columns are called") {
  const Storey storey = two_rooms();
  const auto [scene, grid, runs] = floor_of(storey);
  Job job;
  const LocalMeasures local = local_measures(*local_counts(runs, grid, 1, job), runs);
  check_same(columns_of(made(storey, options_of(FieldKind::Local))),
             {{"clustering", local.clustering},
              {"control", local.control},
              {"controllability", local.controllability}});
  const MetricField metric = *metric_field(scene, grid, runs, {}, job);
  check_same(columns_of(made(storey, options_of(FieldKind::Metric))),
             {{"mean_distance", metric.mean_distance},
              {"mean_straight_distance", metric.mean_straight_distance},
              {"mean_turn", metric.mean_turn}});
  check_same(columns_of(made(storey, options_of(FieldKind::Angular))),
             {{"mean_angular_depth", *mean_angular_depth(scene, grid, runs, {}, job)}});
  check_same(columns_of(made(storey, options_of(FieldKind::Through))),
             {{"through", *through_vision(runs, grid, {}, job)}});
}

TEST_CASE("An isovist field holds each measure, and says how many isovists look outside") {
  const Storey storey = two_rooms();
  const auto [scene, grid, runs] = floor_of(storey);
  const FloorField field = made(storey, options_of(FieldKind::Isovist));
  const SightMesh mesh = *make_sight_mesh(scene.sight);
  Columns expected;
  int open = 0;
  for (int cell = 0; cell < grid.size(); ++cell) {
    const Isovist isovist = make_isovist(mesh, grid.centre(cell));
    REQUIRE(isovist.state == Isovist::State::Seen);
    open += isovist.is_closed ? 0 : 1;
    const IsovistMeasures m = measure(isovist);
    expected["area"].push_back(m.area);
    expected["perimeter"].push_back(m.perimeter);
    expected["compactness"].push_back(m.compactness);
    expected["occlusivity"].push_back(m.occlusivity);
    expected["drift_magnitude"].push_back(m.drift_magnitude);
    expected["drift_angle"].push_back(m.drift_angle);
    expected["min_radial"].push_back(m.min_radial);
    expected["max_radial"].push_back(m.max_radial);
  }
  check_same(columns_of(field), expected);
  CHECK(field.open_isovists == open);
  CHECK(open > 0);            // out through the door
  CHECK(open < grid.size());  // not from everywhere
}

TEST_CASE("A cell on a shut door has no isovist and no measure of it") {
  Storey storey = two_rooms();
  FieldOptions options = options_of(FieldKind::Isovist);
  options.sight.doors_open = false;
  storey.doors.front().footprint = {};
  storey.doors.front().a = {4, 1};
  storey.doors.front().b = {4, 1.9};
  const FloorField field = made(storey, options);
  const int on_door = field.grid.cell_of({4, 1.5});
  REQUIRE(on_door >= 0);
  for (const FieldColumn& column : field.columns) {
    INFO(column.id);
    CHECK(std::isnan(column.values[static_cast<std::size_t>(on_door)]));
    CHECK(!std::isnan(column.values.front()));
  }
}

TEST_CASE("A field takes its radius, its doors and its seeds from what is asked") {
  const Storey storey = two_rooms();
  FieldOptions options = options_of(FieldKind::Visibility);
  const Columns open = columns_of(made(storey, options));
  options.radius = 1;
  const Columns near = columns_of(made(storey, options));
  for (std::size_t i = 0; i < near.at("node_count").size(); ++i) {
    REQUIRE(near.at("node_count")[i] == near.at("connectivity")[i] + 1);
  }
  CHECK(near.at("node_count") != open.at("node_count"));
  options.sight.doors_open = false;
  const Columns shut = columns_of(made(storey, options));
  CHECK(shut.at("connectivity").front() < open.at("connectivity").front());
  options.grid.from = {};
  const FloorField from_doors = made(storey, options);
  CHECK(from_doors.grid.cells == grid_of(make_sight_scene(storey), 0.5, door_seeds(storey)).cells);
}

TEST_CASE("Every kind of field has a name, and stops when it is asked to") {
  for (const FieldInfo& info : field_kinds()) {
    CHECK(field_kind(info.name) == info.kind);
    std::stop_source source;
    source.request_stop();
    Job job(source.get_token());
    const auto field = make_field(two_rooms(), options_of(info.kind), job);
    REQUIRE(!field);
    CHECK(field.error().code == Code::Cancelled);
  }
  CHECK(!field_kind("zicht"));
}

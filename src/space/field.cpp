// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field.h"

#include <limits>
#include <memory>

#include "space/isovist_field.h"
#include "space/local_measures.h"
#include "space/path_fields.h"
#include "space/sight_runs.h"
#include "space/through_vision.h"
#include "space/visual_depth.h"

namespace trefpunt {

namespace {

const Text kNone{"", ""};
const Text kSteps{"stappen", "steps"};
const Text kBits{"bit", "bit"};
const Text kMetres{"m", "m"};
const Text kQuarterTurns{"kwartslagen", "quarter turns"};
const Text kSquareMetres{"m²", "m²"};

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

void fill_in(const VisualDepth& depth, bool is_final, FloorField& field) {
  const std::pair<const char*, const std::vector<double>*> columns[] = {
      {"node_count", &depth.node_count},
      {"mean_depth", &depth.mean_depth},
      {"integration_hh", &depth.integration_hh},
      {"integration_tekl", &depth.integration_tekl},
      {"entropy", &depth.entropy},
      {"relativised_entropy", &depth.relativised_entropy}};
  for (const auto& [id, values] : columns) {
    for (FieldColumn& column : field.columns) {
      if (column.id != id) continue;
      column.values = *values;
      column.is_exact = is_final ? std::vector<char>{} : depth.is_exact;
    }
  }
}

Status visibility(const SightRuns& runs, const FieldOptions& options, FloorField& field, Job& job) {
  const std::vector<std::int32_t> seen = connectivity(runs);
  SightMoments moments = sight_moments(runs, field.grid, options.threads);
  field.columns = {
      {"connectivity", {"cellen", "cells"}, std::vector<double>(seen.begin(), seen.end()), {}},
      {"node_count", {"cellen", "cells"}, {}, {}},
      {"mean_depth", kSteps, {}, {}},
      {"integration_hh", kNone, {}, {}},
      {"integration_tekl", kNone, {}, {}},
      {"entropy", kBits, {}, {}},
      {"relativised_entropy", kBits, {}, {}},
      {"first_moment", kMetres, std::move(moments.first), {}},
      {"second_moment", kSquareMetres, std::move(moments.second), {}}};
  DepthProgress progress;
  if (options.progress) {
    progress = [&](const VisualDepth& so_far) {
      fill_in(so_far, false, field);
      options.progress(field);
    };
  }
  const Result<VisualDepth> depth =
      visual_depth(runs, field.grid, {options.radius, options.threads}, job, progress);
  if (!depth) return depth.error();
  fill_in(*depth, true, field);
  return Done{};
}

Status local(const SightRuns& runs, const FieldOptions& options, FloorField& field, Job& job) {
  const Result<LocalCounts> counts = local_counts(runs, field.grid, options.threads, job);
  if (!counts) return counts.error();
  LocalMeasures measures = local_measures(*counts, runs);
  field.columns = {{"clustering", kNone, std::move(measures.clustering), {}},
                   {"control", kNone, std::move(measures.control), {}},
                   {"controllability", kNone, std::move(measures.controllability), {}}};
  return Done{};
}

Status isovists(const SightScene& scene, const FieldOptions& options, FloorField& field, Job& job) {
  std::vector<MicroPoint> points;
  for (int i = 0; i < field.grid.size(); ++i) points.push_back(field.grid.place(i));
  const Result<IsovistField> made = make_isovist_field(scene.sight, points, options.threads, job);
  if (!made) return made.error();
  const std::pair<FieldColumn, double IsovistMeasures::*> columns[] = {
      {{"area", kSquareMetres, {}, {}}, &IsovistMeasures::area},
      {{"perimeter", kMetres, {}, {}}, &IsovistMeasures::perimeter},
      {{"compactness", kNone, {}, {}}, &IsovistMeasures::compactness},
      {{"occlusivity", kMetres, {}, {}}, &IsovistMeasures::occlusivity},
      {{"drift_magnitude", kMetres, {}, {}}, &IsovistMeasures::drift_magnitude},
      {{"drift_angle", {"graden", "degrees"}, {}, {}}, &IsovistMeasures::drift_angle},
      {{"min_radial", kMetres, {}, {}}, &IsovistMeasures::min_radial},
      {{"max_radial", kMetres, {}, {}}, &IsovistMeasures::max_radial}};
  for (const auto& [column, value] : columns) {
    FieldColumn filled = column;
    for (std::size_t i = 0; i < made->values.size(); ++i) {
      const bool is_seen = made->states[i] == Isovist::State::Seen;
      filled.values.push_back(is_seen ? made->values[i].*value
                                      : std::numeric_limits<double>::quiet_NaN());
    }
    field.columns.push_back(std::move(filled));
  }
  for (std::size_t i = 0; i < made->values.size(); ++i) {
    field.open_isovists += made->states[i] == Isovist::State::Seen && made->is_closed[i] == 0;
  }
  return Done{};
}

Status metric(const SightScene& scene, const SightRuns& runs, const FieldOptions& options,
              FloorField& field, Job& job) {
  PathOptions how;
  how.threads = options.threads;
  Result<MetricField> paths = metric_field(scene, field.grid, runs, how, job);
  if (!paths) return paths.error();
  field.columns = {
      {"mean_distance", kMetres, std::move(paths->mean_distance), {}},
      {"mean_straight_distance", kMetres, std::move(paths->mean_straight_distance), {}},
      {"mean_turn", kQuarterTurns, std::move(paths->mean_turn), {}}};
  return Done{};
}

Status angular(const SightScene& scene, const SightRuns& runs, const FieldOptions& options,
               FloorField& field, Job& job) {
  PathOptions how;
  how.threads = options.threads;
  Result<std::vector<double>> turns = mean_angular_depth(scene, field.grid, runs, how, job);
  if (!turns) return turns.error();
  field.columns = {{"mean_angular_depth", kQuarterTurns, std::move(*turns), {}}};
  return Done{};
}

Status through(const SightRuns& runs, const FieldOptions& options, FloorField& field, Job& job) {
  ThroughOptions how;
  how.threads = options.threads;
  Result<std::vector<double>> lines = through_vision(runs, field.grid, how, job);
  if (!lines) return lines.error();
  field.columns = {{"through", {"lijnen", "lines"}, std::move(*lines), {}}};
  return Done{};
}

}  // namespace

const std::vector<FieldInfo>& field_kinds() {
  static const std::vector<FieldInfo> kinds = {
      {FieldKind::Visibility, "visibility", {"zichtbaarheid", "visibility"}},
      {FieldKind::Local, "local", {"naaste omgeving", "local"}},
      {FieldKind::Isovist, "isovist", {"zichtveld", "isovist"}},
      {FieldKind::Metric, "metric", {"loopafstand", "metric paths"}},
      {FieldKind::Angular, "angular", {"draaiing onderweg", "angular paths"}},
      {FieldKind::Through, "through", {"doorzicht", "through vision"}}};
  return kinds;
}

std::optional<FieldKind> field_kind(std::string_view name) {
  for (const FieldInfo& info : field_kinds()) {
    if (info.name == name) return info.kind;
  }
  return std::nullopt;
}

Result<FloorField> make_field(const Storey& storey, const FieldOptions& options, Job& job) {
  const SightScene scene = make_sight_scene(storey, options.sight);
  GridParameters parameters = options.grid;
  if (parameters.from.empty()) parameters.from = door_seeds(storey);
  Result<FieldGrid> grid = make_field_grid(scene, parameters, job);
  if (!grid) return grid.error();
  FloorField field;
  field.grid = std::move(*grid);
  Status done = Done{};
  if (options.kind == FieldKind::Isovist) {
    done = isovists(scene, options, field, job);
  } else {
    const Result<SightRuns> runs = make_sight_runs(scene, field.grid, options.threads, job);
    if (!runs) return runs.error();
    switch (options.kind) {
      case FieldKind::Visibility:
        done = visibility(*runs, options, field, job);
        break;
      case FieldKind::Local:
        done = local(*runs, options, field, job);
        break;
      case FieldKind::Metric:
        done = metric(scene, *runs, options, field, job);
        break;
      case FieldKind::Angular:
        done = angular(scene, *runs, options, field, job);
        break;
      case FieldKind::Through:
        done = through(*runs, options, field, job);
        break;
      case FieldKind::Isovist:
        break;  // above: it needs no graph
    }
  }
  if (!done) return done.error();
  if (job.stopped()) return cancelled();
  return field;
}

}  // namespace trefpunt

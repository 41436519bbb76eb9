// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/indoor_geojson.h"

#include <cmath>
#include <optional>

#include "base/text.h"
#include "io/files.h"
#include "io/geojson.h"
#include "io/indoor_draft.h"
#include "io/plan_crs.h"
#include "project/object_reader.h"

namespace trefpunt {

namespace {

constexpr double kMostBeds = 10000;

bool is_empty(const StoreyDraft& draft) {
  const Storey& storey = draft.raw.storey;
  return draft.rooms.empty() && storey.walls.empty() && storey.spaces.empty();
}

// {"units": [{"name", "kind", "beds", "overnight"}]} beside the features.
Result<std::vector<Unit>> units_of(const GeoFile& file) {
  std::vector<Unit> units;
  if (!file.members.contains("units")) return units;
  std::optional<Error> fault;
  ObjectReader members(file.members, file.name, fault);
  for (ObjectReader& entry : members.objects("units")) {
    Unit unit;
    unit.name = squeeze(entry.text("name"));
    unit.kind = squeeze(entry.text_or_empty("kind"));
    const std::optional<double> beds = entry.number_or_none("beds");
    if (beds && (*beds < 0 || *beds > kMostBeds || *beds != std::floor(*beds))) {
      entry.fail({"Dit is geen aantal bedden.", "This is no number of beds."}, "beds");
    } else if (beds) {
      unit.beds = static_cast<int>(*beds);
    }
    unit.is_overnight = entry.yes_no_or_none("overnight");
    entry.end();
    units.push_back(std::move(unit));
  }
  if (fault) return *fault;
  return units;
}

}  // namespace

Result<RawPlan> read_indoor_geojson(const std::string& path, const PlanOptions& options, Job& job) {
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  const std::string name = file_name(path);
  Result<GeoFile> file = parse_geojson(*text, name, options.max_segments);
  if (!file) return file.error();

  const bool is_osm = has_osm_tags(*file);
  if (is_osm) keep_indoor(*file);
  RawPlan plan;
  Result<Placement> placement = to_metres(*file, options.crs, plan.findings);
  if (!placement) return placement.error();
  plan.placement = *placement;

  if (!is_osm) {
    Result<std::vector<Unit>> units = units_of(*file);
    if (!units) return units.error();
    plan.units = *std::move(units);
  }
  std::vector<StoreyDraft> drafts =
      is_osm ? read_osm_tags(*file, plan) : read_own_keys(*file, plan);
  const int total = static_cast<int>(drafts.size());
  for (StoreyDraft& draft : drafts) {
    if (!job.step(static_cast<int>(plan.storeys.size()), total)) {
      return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    }
    if (!is_empty(draft)) plan.storeys.push_back(finished(std::move(draft), options));
  }
  if (plan.storeys.empty()) {
    return Error{
        Code::BadInput,
        {"Hier staat geen plattegrond in: geen enkel element is een wand of een ruimte. "
         "Verwacht \"type\": \"wall\" of \"space\", of OSM-tags zoals \"indoor\": \"room\".",
         "This holds no floor plan: no feature is a wall or a space. Expected \"type\": "
         "\"wall\" or \"space\", or OSM tags such as \"indoor\": \"room\"."},
        name};
  }
  return plan;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/indoor_geojson.h"

#include "io/files.h"
#include "io/geojson.h"
#include "io/indoor_draft.h"
#include "io/plan_crs.h"

namespace trefpunt {

namespace {

bool is_empty(const StoreyDraft& draft) {
  const Storey& storey = draft.raw.storey;
  return draft.rooms.empty() && storey.walls.empty() && storey.spaces.empty();
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

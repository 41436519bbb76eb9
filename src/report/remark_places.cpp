// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/remark_places.h"

#include "report/wijk_names.h"

namespace trefpunt {

namespace {

RemarkPlace on_storey(const ReportModel& model, const Remark& remark, int index) {
  const Building& building = *model.building();
  const Storey& storey = *building.storeys[static_cast<std::size_t>(index)];
  RemarkPlace place{0, index, remark.at, {storey.name, storey.name}};
  std::string space_id = remark.space;
  const auto at = static_cast<std::size_t>(index);
  if (space_id.empty() && remark.at && model.result() && at < model.result()->layouts.size()) {
    const auto inside = space_at(*model.result()->layouts[at], *remark.at);
    if (inside) space_id = to_string(*inside);
  }
  for (const Space& space : storey.spaces) {
    if (to_string(space.id) != space_id) continue;
    if (!place.at) place.at = space.anchor;
    const PlanNames names(building);
    place.label.nl += ", " + names.label(space_id, Lang::Nl);
    place.label.en += ", " + names.label(space_id, Lang::En);
  }
  return place;
}

}  // namespace

std::vector<RemarkPlace> remark_places(const ReportModel& model) {
  const Text whole{"het hele plan", "the whole plan"};
  std::vector<RemarkPlace> places;
  for (const Remark& remark : model.input.project.remarks) {
    RemarkPlace place{0, -1, std::nullopt, whole};
    const Building* building = model.building();
    if (!remark.storey.empty() && building) {
      for (std::size_t s = 0; s < building->storeys.size(); ++s) {
        if (to_string(building->storeys[s]->id) == remark.storey) {
          place = on_storey(model, remark, static_cast<int>(s));
        }
      }
    } else if (remark.storey.empty() && remark.at && model.input.project.wijk) {
      place.at = remark.at;
      place.label = {"in de wijk", "in the wijk"};
      const Wijk& wijk = *model.input.project.wijk;
      for (const WijkPlace& one : wijk.places ? *wijk.places : std::vector<WijkPlace>()) {
        if (one.at == *remark.at && !one.name.empty()) place.label = {one.name, one.name};
      }
    }
    place.number = static_cast<int>(places.size()) + 1;
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shown_measure.h"

#include <algorithm>

#include "report/encounter_maps.h"

namespace trefpunt {

namespace {

const std::vector<MeasureInfo>& map_infos() {
  static const std::vector<MeasureInfo> all = [] {
    std::vector<MeasureInfo> made;
    for (const EncounterMap map : encounter_maps()) made.push_back(encounter_info(map));
    return made;
  }();
  return all;
}

}  // namespace

const MeasureInfo* shown_info(const std::string& id) {
  if (const Measure* measure = find_measure(id)) return &measure->info();
  const auto& maps = map_infos();
  const auto found = std::find_if(maps.begin(), maps.end(),
                                  [&](const MeasureInfo& info) { return info.id == id; });
  return found == maps.end() ? nullptr : &*found;
}

const Outcome* shown_outcome(const Evaluated* evaluated, const std::string& id) {
  if (!evaluated || evaluated->evaluation.buildings.empty()) return nullptr;
  if (const auto map = evaluated->maps.find(id); map != evaluated->maps.end()) return &map->second;
  const auto& outcomes = evaluated->evaluation.buildings.front().outcomes;
  const auto found = outcomes.find(id);
  return found == outcomes.end() ? nullptr : found->second.get();
}

std::vector<const MeasureInfo*> shown_infos(bool has_programme) {
  std::vector<const MeasureInfo*> infos;
  for (const Measure* measure : all_measures()) infos.push_back(&measure->info());
  if (!has_programme) return infos;
  for (const MeasureInfo& info : map_infos()) infos.push_back(&info);
  return infos;
}

const EncounterResult* encounter_of(const Evaluated* evaluated) {
  if (!evaluated || evaluated->evaluation.buildings.empty()) return nullptr;
  return evaluated->evaluation.buildings.front().encounter.get();
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/encounter_maps.h"

namespace trefpunt {

const std::vector<EncounterMap>& encounter_maps() {
  static const std::vector<EncounterMap> all = {EncounterMap::DistinctPairs,
                                                EncounterMap::Encounters, EncounterMap::Minutes,
                                                EncounterMap::Peak};
  return all;
}

MeasureInfo encounter_info(EncounterMap map) {
  MeasureInfo info;
  info.row_name = {"ruimte", "space"};
  info.decimals = 1;
  switch (map) {
    case EncounterMap::DistinctPairs:
      info.id = "encounters_distinct_pairs";
      info.name = {"Verschillende paren die elkaar hier treffen", "Different pairs that meet here"};
      info.unit = {"paren per week", "pairs per week"};
      info.formula = {
          "Verwacht aantal paren mensen dat elkaar er in een week ten minste één keer treft.",
          "Expected number of pairs of people who meet here at least once in a week."};
      break;
    case EncounterMap::Encounters:
      info.id = "encounters_expected";
      info.name = {"Verwachte ontmoetingen", "Expected encounters"};
      info.unit = {"ontmoetingen per week", "encounters per week"};
      info.formula = {"Verwacht aantal ontmoetingen per week: bij verblijf en in het voorbijgaan.",
                      "Expected number of encounters per week: while staying and in passing."};
      break;
    case EncounterMap::Minutes:
      info.id = "encounters_minutes";
      info.name = {"Minuten samen op een plek", "Minutes together in a place"};
      info.unit = {"min per week", "min per week"};
      info.decimals = 0;
      info.formula = {
          "Minuten per week dat twee mensen er tegelijk en in elkaars zicht zijn, over alle paren.",
          "Minutes per week that two people are here together and in sight, over all pairs."};
      break;
    case EncounterMap::Peak:
      info.id = "encounters_peak";
      info.name = {"Mensen op het drukste moment", "People at the busiest moment"};
      info.unit = {"mensen", "people"};
      info.formula = {"Grootste verwachte aantal mensen dat er op één moment van de week is.",
                      "Largest expected number of people here at one moment of the week."};
      break;
  }
  info.row_unit = info.unit;
  return info;
}

Outcome encounter_outcome(const Building& building, const Encounters& encounters,
                          EncounterMap map) {
  Outcome outcome;
  for (const PlaceMeetings& place : encounters.places) {
    if (place.storey < 0 || place.space < 0) continue;
    const Storey& storey = *building.storeys[static_cast<std::size_t>(place.storey)];
    double value = 0;
    switch (map) {
      case EncounterMap::DistinctPairs:
        value = place.distinct_pairs;
        break;
      case EncounterMap::Encounters:
        value = place.encounters.value + place.passings;
        break;
      case EncounterMap::Minutes:
        value = place.minutes;
        break;
      case EncounterMap::Peak:
        value = place.peak;
        break;
    }
    outcome.rows.push_back(
        {to_string(storey.spaces[static_cast<std::size_t>(place.space)].id), value});
  }
  return outcome;
}

std::optional<EncounterMap> encounter_map_of(const std::string& id) {
  for (const EncounterMap map : encounter_maps()) {
    if (encounter_info(map).id == id) return map;
  }
  return std::nullopt;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_place_areas.h"

#include "measure/wijk_parts.h"

namespace trefpunt {

PlaceAreas add_place_areas(const WijkScene& scene, bool (*wanted)(PlaceCategory),
                           Outcome& outcome) {
  PlaceAreas areas;
  for (const WijkPlace& place : *scene.wijk().places) {
    if (!wanted(place.category)) continue;
    ++areas.places;
    const Value own =
        place.area_m2
            ? Value{*place.area_m2}
            : Value{NotComputed{{"De oppervlakte is niet bekend.", "The area is not known."}}};
    outcome.rows.push_back({to_string(place.id), own});
    if (!place.area_m2) {
      ++areas.without_area;
      outcome.places.push_back(place_at(to_string(place.id), place.at));
    }
    areas.m2 += place.area_m2.value_or(0);
  }
  return areas;
}

}  // namespace trefpunt

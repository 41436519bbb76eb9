// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/wijk_measure.h"

namespace trefpunt {

struct PlaceAreas {
  double m2 = 0;  // of those whose area is known
  int places = 0, without_area = 0;
};

// The floor area of the places of the wanted categories: their sum, a row for each in `outcome`,
// and as places to look at those whose area is not known. The layer of places must be there.
PlaceAreas add_place_areas(const WijkScene& scene, bool (*wanted)(PlaceCategory), Outcome& outcome);

}  // namespace trefpunt

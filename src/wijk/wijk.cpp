// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/wijk.h"

namespace trefpunt {

Box box_of(const Wijk& wijk) {
  Box box;
  const auto add_points = [&box](const auto& layer) {
    if (!layer) return;
    for (const auto& thing : *layer) box.add(thing.at);
  };
  const auto add_polygons = [&box](const auto& layer) {
    if (!layer) return;
    for (const auto& thing : *layer) box.add(box_of(thing.polygon.outer));
  };
  if (wijk.streets) {
    for (const Street& street : *wijk.streets) box.add(box_of(street.line));
  }
  add_points(wijk.homes);
  add_points(wijk.places);
  add_points(wijk.furnishings);
  add_polygons(wijk.open_spaces);
  add_polygons(wijk.footprints);
  if (wijk.areas && box.empty()) {  // else they would show a whole gemeente around a wijk
    for (const StatisticalArea& area : *wijk.areas) {
      for (const Polygon& part : area.parts) box.add(box_of(part.outer));
    }
  }
  return box;
}

}  // namespace trefpunt

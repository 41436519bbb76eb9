// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>

#include "app/camera.h"
#include "wijk/ground.h"
#include "wijk/place.h"
#include "wijk/street.h"

namespace trefpunt {

// From below to above.
enum class MapLayer {
  Areas,
  Ground,
  Water,
  Footprints,
  Streets,
  Buildings,
  Homes,
  Places,
  Furnishings,
  Names
};

// What colours the streets.
enum class StreetHeat { None, Closeness, Betweenness, Encounters };

// What the map of a wijk shows and what is half done on it: as UiState.
struct WijkChoice {
  bool is_shown = true;  // rather than a plan, when there are both
  Camera other;          // of the one that is not shown
  std::set<MapLayer> hidden;
  StreetHeat heat = StreetHeat::None;
  int radius = 1;                        // of the heat: index into kStreetRadii
  std::optional<PlaceCategory> missing;  // homes without one in reach are marked
  double reach = 400;                    // m, on foot: of that and of the catchment
  bool has_catchment = false;            // of what the pointer or the selection is at

  int access_index = 0;  // of the categories that access is told of

  StreetKind new_street = StreetKind::Footway;
  PlaceCategory new_place = PlaceCategory::CommunityCentre;
  FurnishingKind new_furnishing = FurnishingKind::Bench;
  Ground new_ground = Ground::Park;
  int new_dwellings = 1;

  // Of the thing that is selected, while it is typed.
  struct ThingText {
    std::string of, name;
    bool is_typed = false;  // in the last frame
  } thing_text;
};

}  // namespace trefpunt

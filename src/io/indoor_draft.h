// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/drawing.h"
#include "io/geojson.h"
#include "io/plan_reader.h"

namespace trefpunt {

// A space with the polygon that the file draws for it.
struct RoomDraft {
  Polygon polygon;
  Space space;  // its anchor follows from the polygon
  std::string unit;
};

// A storey while its file is read: polygons of rooms are not yet anchors and boundaries.
struct StoreyDraft {
  RawStorey raw;
  std::vector<RoomDraft> rooms;
  std::vector<Polygon> outlines;  // of the building
  // Floors that no room claims are no rooms: those of stairs and voids in a building model. Not
  // where rooms claim less than half of the floor: then most of them were not modelled.
  bool names_its_spaces = false;
};

// Mends or drops rooms that cross themselves, reports rooms that overlap, turns room polygons into
// boundaries and anchors, gives stairs and lifts outside every room their own space, and fills
// faces that no room claims.
RawStorey finished(StoreyDraft draft, const PlanOptions& options);

// The two dialects of indoor GeoJSON. Both read coordinates that are metres already, and tell
// `findings` what they leave out.
std::vector<StoreyDraft> read_own_keys(const GeoFile& file, RawPlan& plan);
std::vector<StoreyDraft> read_osm_tags(const GeoFile& file, RawPlan& plan);

// Whether the file uses OSM simple indoor tagging.
bool has_osm_tags(const GeoFile& file);
// Drops what is no part of a building's interior: an OSM extract holds the streets around it.
void keep_indoor(GeoFile& file);

// The first of the attributes that is there, as a number: "0.9", "0,9", "0.9 m".
std::optional<double> number_of(const GeoFeature& feature, std::initializer_list<const char*> keys);

// "a, b, c and 4 more" in both languages.
Text shown_ids(const std::vector<std::string>& ids);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "geom/shapes.h"

namespace trefpunt {

// One feature with its geometry split into single parts, in the file's own coordinates.
struct GeoFeature {
  std::string id;             // as the file names it, else its place in the file: "#12"
  nlohmann::json properties;  // always an object
  bool has_geometry = false;
  std::vector<Point> points;
  std::vector<Line> lines;        // a closed one repeats its first point
  std::vector<Polygon> polygons;  // rings turn as in geom/shapes.h, without the repeated point

  // The property as text: numbers as they are written, "" when it is absent or null.
  std::string text(const char* key) const;
  // The first of the keys that is there.
  std::string text(std::initializer_list<const char*> keys) const;
};

struct GeoFile {
  std::string name;
  nlohmann::json members;  // of the collection, without its features
  std::vector<GeoFeature> features;
};

// Errors: BadInput (not GeoJSON, malformed, a coordinate that is no number), TooLarge (more than
// `max_points` points).
Result<GeoFile> parse_geojson(const std::string& text, const std::string& name, int max_points);

// Whether the text looks like JSON at all: decides which reader gets the file.
bool looks_like_json(const std::string& text);

}  // namespace trefpunt

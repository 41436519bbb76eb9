// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geom/shapes.h"
#include "io/sqlite.h"

namespace trefpunt {

// What a feature looks like. A point has one part of one point, a line one part; a polygon has its
// rings as parts, without the repeated last point; a multipolygon has those of all its polygons,
// and of each how many.
struct Shape {
  enum class Kind { None, Point, LineString, Polygon, MultiPolygon };
  Kind kind = Kind::None;
  std::vector<std::vector<Point>> parts;
  std::vector<std::size_t> rings = {};  // of a multipolygon
};

Shape shape_of(const Polygon& polygon);
Shape shape_of(const std::vector<Polygon>& polygons);
// Of a polygon or a multipolygon; empty for anything else.
std::optional<std::vector<Polygon>> polygons_of(const Shape& shape);

// Well-known binary, and the same inside a GeoPackage. Reading gives nothing for any other
// geometry, an open ring, a coordinate that is not a number or a byte too few or too many.
std::string to_wkb(const Shape& shape);
std::optional<Shape> from_wkb(std::string_view bytes);
std::string to_geometry(const Shape& shape, int srs_id);
std::optional<Shape> from_geometry(std::string_view bytes);

inline constexpr int kUndefinedCartesian = -1;

// Makes an empty GeoPackage 1.3 of a new database. The answer is the srs_id of its layers: that of
// `crs` (a name or a PROJ string), or the undefined Cartesian one when it is empty or not known.
int begin_geopackage(Database& database, const std::string& crs);

// The srs_id of one more system in the same database; as begin_geopackage().
int add_crs(Database& database, const std::string& crs);

// Registers a table that exists. `geometry` is the type of its column "geom", or empty for a table
// without one; `extent` is empty when no row has a geometry.
void register_table(Database& database, const std::string& table, const std::string& geometry,
                    int srs_id, const Box& extent);

}  // namespace trefpunt

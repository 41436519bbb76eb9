// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "geom/shapes.h"

namespace trefpunt {

// Points with numbers, as a table for others: rows of points, columns of values.
struct PointTable {
  std::string name;  // of the layer
  std::string crs;   // a name or a PROJ string; empty: no place in the world
  std::vector<Point> points;
  std::vector<Line> lines;  // per row, drawn in a .gpkg instead of the points; empty: none
  std::vector<std::string> columns;
  std::vector<std::vector<double>> values;  // per column, per point; NaN: missing
};

// F.csv: comma-separated with a decimal point, columns x, y and the rest, every digit, missing is
// empty. F.gpkg: a GeoPackage with one layer of points, missing is NULL. Whole or not at all.
// Errors: Unsupported (another extension), NotWritable.
Status write_points(const PointTable& table, const std::string& path);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/point_table.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <random>

#include "base/check.h"
#include "io/files.h"
#include "io/geopackage.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

std::string csv_of(const PointTable& table) {
  std::string text = "x,y";
  for (const std::string& column : table.columns) text += "," + column;
  text += "\n";
  for (std::size_t i = 0; i < table.points.size(); ++i) {
    fmt::format_to(std::back_inserter(text), "{},{}", table.points[i].x, table.points[i].y);
    for (const auto& column : table.values) {
      text += ",";
      if (!std::isnan(column[i])) fmt::format_to(std::back_inserter(text), "{}", column[i]);
    }
    text += "\n";
  }
  return text;
}

void fill(Database& database, const PointTable& table) {
  database.run("BEGIN");
  const int srs = begin_geopackage(database, table.crs);
  const bool has_lines = !table.lines.empty();
  const std::string kind = has_lines ? "LINESTRING" : "POINT";
  std::string columns, values = "?,?";
  for (const std::string& column : table.columns) {
    columns += fmt::format(", \"{}\" REAL", column);
    values += ",?";
  }
  database.run(
      fmt::format("CREATE TABLE \"{}\" (\"fid\" INTEGER PRIMARY KEY NOT NULL, \"geom\" {}{})",
                  table.name, kind, columns));
  const auto shape_of = [&](std::size_t row) {
    if (has_lines) return Shape{Shape::Kind::LineString, {table.lines[row]}};
    return Shape{Shape::Kind::Point, {{table.points[row]}}};
  };
  Box extent;
  {
    Statement insert(database, fmt::format("INSERT INTO \"{}\" VALUES ({})", table.name, values));
    for (std::size_t i = 0; i < table.points.size(); ++i) {
      insert.reset();
      const Shape shape = shape_of(i);
      insert.bind(0, static_cast<std::int64_t>(i) + 1);
      insert.bind_blob(1, to_geometry(shape, srs));
      for (std::size_t c = 0; c < table.values.size(); ++c) {
        insert.bind(static_cast<int>(c) + 2, table.values[c][i]);
      }
      insert.step();
      extent.add(box_of(shape.parts.front()));
    }
  }
  register_table(database, table.name, kind, srs, extent);
  database.run("COMMIT");
}

}  // namespace

Status write_points(const PointTable& table, const std::string& path) {
  TP_CHECK(table.columns.size() == table.values.size());
  TP_CHECK(table.lines.empty() || table.lines.size() == table.points.size());
  if (path.ends_with(".csv")) return write_file(path, csv_of(table));
  if (!path.ends_with(".gpkg")) {
    return Error{
        Code::Unsupported, {"een veld wordt .csv of .gpkg", "a field is .csv or .gpkg"}, path};
  }
  std::error_code failed;
  const fs::path made =
      fs::temp_directory_path(failed) / fmt::format("trefpunt-{:08x}.gpkg", std::random_device()());
  int trouble = 0;
  {
    Database database = Database::create(made.string());
    fill(database, table);
    trouble = database.trouble();
  }
  Result<std::string> bytes =
      trouble == 0 ? read_file(made.string())
                   : Result<std::string>(Error{
                         Code::NotWritable,
                         {"Er is geen ruimte om dit te maken.", "There is no room to make this."},
                         path});
  fs::remove(made, failed);
  if (!bytes) return bytes.error();
  return write_file(path, *bytes);
}

}  // namespace trefpunt

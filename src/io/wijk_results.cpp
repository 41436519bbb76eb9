// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "io/geopackage.h"
#include "io/qgis_style.h"
#include "io/replace_file.h"

namespace trefpunt {

namespace {

using Numbers = std::vector<std::optional<double>>;
using Words = std::vector<std::optional<std::string>>;

std::string quoted(const std::string& name) {
  std::string safe = "\"";
  for (const char c : name) safe += c == '"' ? "\"\"" : std::string(1, c);
  return safe + "\"";
}

Shape shape_of(Point p) {
  return {Shape::Kind::Point, {{p}}};
}
Shape shape_of(const Line& line) {
  return {Shape::Kind::LineString, {line}};
}

// By the place in the variant of ResultTable::shapes.
constexpr const char* kGeometries[] = {"POINT", "LINESTRING", "MULTIPOLYGON"};
constexpr StyledAs kStyledAs[] = {StyledAs::Marker, StyledAs::Stroke, StyledAs::Fill};
// The same of ResultColumn::values.
constexpr const char* kTypes[] = {"REAL", "BOOLEAN", "TEXT"};

std::size_t rows_of(const auto& values) {
  return std::visit([](const auto& list) { return list.size(); }, values);
}

void check(const ResultTable& table) {
  std::set<std::string> names = {"fid", "geom"};
  for (const ResultColumn& column : table.columns) {
    TP_CHECK(names.insert(fold(column.name)).second);
    TP_CHECK(rows_of(column.values) == rows_of(table.shapes));
  }
}

void bind(Statement& insert, int at, double value) {
  TP_CHECK(std::isfinite(value));
  insert.bind(at, value);
}
void bind(Statement& insert, int at, bool value) {
  insert.bind(at, std::int64_t{value});
}
void bind(Statement& insert, int at, const std::string& value) {
  insert.bind_text(at, value);
}

void write_table(Database& database, const ResultTable& table, int srs_id) {
  check(table);
  const char* geometry = kGeometries[table.shapes.index()];
  std::string columns, marks;
  for (const ResultColumn& column : table.columns) {
    columns += fmt::format(", {} {}", quoted(column.name), kTypes[column.values.index()]);
    marks += ",?";
  }
  database.run(fmt::format("CREATE TABLE {} (\"fid\" INTEGER PRIMARY KEY NOT NULL, \"geom\" {}{})",
                           quoted(table.name), geometry, columns));
  Statement insert(database,
                   fmt::format("INSERT INTO {} VALUES (?,?{})", quoted(table.name), marks));
  Box extent;
  for (std::size_t row = 0; row < rows_of(table.shapes); ++row) {
    const Shape shape =
        std::visit([&](const auto& shapes) { return shape_of(shapes[row]); }, table.shapes);
    for (const auto& part : shape.parts) extent.add(box_of(part));
    insert.reset();
    insert.bind(0, static_cast<std::int64_t>(row) + 1);
    insert.bind_blob(1, to_geometry(shape, srs_id));
    int at = 2;
    for (const ResultColumn& column : table.columns) {
      std::visit(
          [&](const auto& values) {
            values[row] ? bind(insert, at, *values[row]) : insert.bind_null(at);
          },
          column.values);
      ++at;
    }
    insert.step();
  }
  register_table(database, table.name, geometry, srs_id, extent);
}

// Four digits that say something.
std::string short_number(double value) {
  const double size = std::abs(value);
  const int decimals =
      size == 0 ? 0 : std::clamp(3 - static_cast<int>(std::floor(std::log10(size))), 0, 12);
  return format_short(value, decimals, Lang::Nl);
}

// Edges of classes with as many values each; fewer when values are equal.
std::vector<double> even_edges(const Numbers& values) {
  constexpr std::size_t kClasses = 5;
  std::vector<double> sorted;
  for (const auto& value : values) {
    if (value) sorted.push_back(*value);
  }
  if (sorted.empty()) return {};
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> edges;
  for (std::size_t i = 0; i <= kClasses; ++i) {
    edges.push_back(sorted[i * (sorted.size() - 1) / kClasses]);
  }
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  if (edges.size() == 1) edges.push_back(edges.front());
  return edges;
}

std::string style_of(StyledAs as, const ResultStyle& style, const Numbers& values,
                     const Aliases& aliases) {
  const std::vector<double> edges = style.edges.empty() ? even_edges(values) : style.edges;
  std::vector<StyleRange> ranges;
  const std::vector<Colour> colours = colour_scale(edges.empty() ? 0 : edges.size() - 1);
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    ranges.push_back({edges[i], edges[i + 1],
                      short_number(edges[i]) + " - " + short_number(edges[i + 1]), colours[i]});
  }
  return graduated_style(as, style.column, ranges, aliases);
}

std::string style_of(StyledAs as, const ResultStyle& style, const std::vector<std::optional<bool>>&,
                     const Aliases& aliases) {
  return categorised_style(
      as, style.column, {{"true", "ja", {33, 145, 140}}, {"false", "nee", {190, 60, 60}}}, aliases);
}

std::string style_of(StyledAs as, const ResultStyle& style, const Words& values,
                     const Aliases& aliases) {
  std::set<std::string> words;
  for (const auto& value : values) {
    if (value) words.insert(*value);
  }
  static constexpr Colour kColours[] = {{60, 110, 170}, {217, 119, 36}, {76, 145, 85},
                                        {190, 60, 60},  {122, 80, 150}, {125, 125, 125},
                                        {170, 130, 60}, {90, 170, 190}};
  std::vector<StyleClass> classes;
  for (const std::string& word : words) {
    classes.push_back({word, word, kColours[classes.size() % std::size(kColours)]});
  }
  return categorised_style(as, style.column, classes, aliases);
}

std::vector<TableStyle> styles_of(const ResultTable& table) {
  Aliases aliases;
  for (const ResultColumn& column : table.columns) {
    if (!column.label.empty()) aliases.emplace_back(column.name, column.label);
  }
  std::vector<TableStyle> styles;
  for (const ResultStyle& style : table.styles) {
    const auto column =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [&](const ResultColumn& one) { return one.name == style.column; });
    TP_CHECK(column != table.columns.end());
    styles.push_back({table.name, style.name,
                      std::visit(
                          [&](const auto& values) {
                            return style_of(kStyledAs[table.shapes.index()], style, values,
                                            aliases);
                          },
                          column->values)});
  }
  return styles;
}

}  // namespace

Status save_wijk_results(const std::string& path, const std::string& crs,
                         const std::vector<ResultTable>& tables) {
  return replace_file(path, [&](const std::string& beside) -> Status {
    Database database = Database::create(beside);
    database.run("BEGIN");
    const int srs_id = begin_geopackage(database, crs);
    std::vector<TableStyle> styles;
    for (const ResultTable& table : tables) {
      write_table(database, table, srs_id);
      for (TableStyle& style : styles_of(table)) styles.push_back(std::move(style));
    }
    add_styles(database, styles);
    database.run("COMMIT");
    if (database.trouble() == 0) return Done{};
    return Error{Code::NotWritable,
                 {"Hier kan niet worden bewaard: mag u in deze map schrijven en is er ruimte?",
                  "This cannot be saved: may you write in this folder, and is there room?"},
                 path};
  });
}

}  // namespace trefpunt

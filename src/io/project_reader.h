// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "io/geopackage.h"
#include "io/project_columns.h"
#include "io/wijk_columns.h"

namespace trefpunt {

// What the files that read a project share; nobody else includes it.

inline bool take_ring(const Shape& shape, Ring& ring) {
  if (shape.kind != Shape::Kind::Polygon || shape.parts.size() > 1) return false;
  if (!shape.parts.empty()) ring = shape.parts.front();
  return true;
}
inline bool take_line_or_ring(const Shape& shape, std::vector<Point>& points, bool& is_closed) {
  is_closed = shape.kind == Shape::Kind::Polygon;
  if (is_closed) return take_ring(shape, points);
  if (shape.kind != Shape::Kind::LineString) return false;
  points = shape.parts.front();
  return true;
}
inline bool take_segment(const Shape& shape, Point& a, Point& b) {
  if (shape.kind != Shape::Kind::LineString || shape.parts.front().size() != 2) return false;
  a = shape.parts.front()[0];
  b = shape.parts.front()[1];
  return true;
}

// Gives the thing its geometry; false when it does not suit the thing.
inline bool take(const Shape& shape, Wall& wall) {
  return take_line_or_ring(shape, wall.points, wall.is_closed);
}
inline bool take(const Shape& shape, Boundary& boundary) {
  return take_line_or_ring(shape, boundary.points, boundary.is_closed);
}
inline bool take(const Shape& shape, Door& door) {
  return take_segment(shape, door.a, door.b);
}
inline bool take(const Shape& shape, Window& window) {
  return take_segment(shape, window.a, window.b);
}
inline bool take(const Shape& shape, Seat& seat) {
  if (shape.kind != Shape::Kind::Point) return false;
  seat.at = shape.parts.front().front();
  return true;
}
inline bool take(const Shape& shape, Furniture& furniture) {
  return take_ring(shape, furniture.ring);
}
inline bool take(const Shape& shape, Link& link) {
  return take_ring(shape, link.footprint);
}
inline bool take(const Shape& shape, Storey& storey) {
  return shape.kind == Shape::Kind::None || take_ring(shape, storey.outline);
}
inline bool take(const Shape& shape, Finding& finding) {
  if (shape.kind == Shape::Kind::None) return true;
  if (shape.kind != Shape::Kind::Point) return false;
  finding.place = shape.parts.front().front();
  return true;
}
inline bool take(const Shape& shape, Street& street) {
  if (shape.kind != Shape::Kind::LineString) return false;
  street.line = shape.parts.front();
  return true;
}
template <typename Thing>
requires std::same_as<decltype(Thing::at), Point>
bool take_point(const Shape& shape, Thing& thing) {
  if (shape.kind != Shape::Kind::Point) return false;
  thing.at = shape.parts.front().front();
  return true;
}
inline bool take(const Shape& shape, Home& home) {
  return take_point(shape, home);
}
inline bool take(const Shape& shape, WijkPlace& place) {
  return take_point(shape, place);
}
inline bool take(const Shape& shape, Furnishing& furnishing) {
  return take_point(shape, furnishing);
}
inline bool take_polygon(const Shape& shape, Polygon& polygon) {
  auto polygons = polygons_of(shape);
  if (!polygons || polygons->size() != 1) return false;
  polygon = std::move(polygons->front());
  return true;
}
inline bool take(const Shape& shape, OpenSpace& space) {
  return take_polygon(shape, space.polygon);
}
inline bool take(const Shape& shape, Footprint& footprint) {
  return take_polygon(shape, footprint.polygon);
}
inline bool take(const Shape& shape, AreaRow& row) {
  auto polygons = polygons_of(shape);
  if (polygons) row.area.parts = *std::move(polygons);
  return polygons.has_value();
}
template <typename Thing>
bool take(const Shape&, Thing&) {  // has no geometry, or one for other readers only
  return true;
}
// The polygon of a space is remade from the walls: not even fetched.
template <typename Thing>
constexpr bool kReadsGeometry = *kTable<Thing>.geometry != 0 && !std::same_as<Thing, Space>;

class ColumnNames {
 public:
  std::vector<std::string> names;
  void operator()(const char* name, const auto&) { names.push_back(name); }
};

// Reads the columns of one row, in the order of ColumnNames.
class RowReader {
 public:
  RowReader(const Statement& statement, int at) : statement_(statement), at_(at) {}
  std::string bad_column;  // the first that could not be read

  template <typename Tag>
  void operator()(const char* name, Id<Tag>& id) {
    (*this)(name, id.number);
    if (id.number < 0) bad(name);
  }
  void operator()(const char* name, int& value) {
    const auto read = statement_.integer(at_++);
    const bool is_good = read && *read >= std::numeric_limits<int>::min() &&
                         *read <= std::numeric_limits<int>::max();
    is_good ? void(value = static_cast<int>(*read)) : bad(name);
  }
  void operator()(const char* name, bool& value) {
    const auto read = statement_.integer(at_++);
    read == 0 || read == 1 ? void(value = *read == 1) : bad(name);
  }
  void operator()(const char* name, double& value) {
    const auto read = statement_.real(at_++);
    read&& std::isfinite(*read) ? void(value = *read) : bad(name);
  }
  void operator()(const char* name, std::string& value) {
    auto read = statement_.text(at_++);
    read ? void(value = std::move(*read)) : bad(name);
  }
  template <typename Value>
  void operator()(const char* name, std::optional<Value>& value) {
    if (statement_.is_null(at_)) {
      ++at_;
    } else {
      (*this)(name, value.emplace());
    }
  }
  void operator()(const char* name, PictureBytes& picture) {
    auto read = statement_.blob(at_++);
    read ? void(picture = std::make_shared<const std::string>(std::move(*read))) : bad(name);
  }
  void operator()(const char* name, Ring& ring) {
    const bool is_empty = statement_.is_null(at_);
    const auto read = statement_.blob(at_++);
    const auto shape = read ? from_wkb(*read) : std::nullopt;
    if (!is_empty && (!shape || !take_ring(*shape, ring))) bad(name);
  }
  template <typename Value>
  requires std::is_enum_v<Value>
  void operator()(const char* name, Value& value) {
    const auto read = statement_.text(at_++);
    const auto& known = names(Value{});
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const auto& entry) { return read == entry.second; });
    found != known.end() ? void(value = found->first) : bad(name);
  }
  void shape(const char* name, Shape& shape) {
    const bool is_empty = statement_.is_null(at_);
    const auto read = statement_.blob(at_++);
    auto known = read ? from_geometry(*read) : std::nullopt;
    if (known) shape = std::move(*known);
    if (!known && !is_empty) bad(name);
  }
  void bad(const char* name) {
    if (bad_column.empty()) bad_column = name;
  }

 private:
  const Statement& statement_;
  int at_;
};

// Everything that is read goes through here; the first fault is kept, after it nothing is read.
class Reader {
 public:
  // Of a file with that schema.
  Reader(Database& database, std::string name, int schema)
      : database_(database), name_(std::move(name)), schema_(schema) {}
  std::optional<Error> fault;

  // Calls use(thing, parent) for each row in order, where a row without a parent gives its own
  // number; `use` returns the column that does not fit the rest of the project, or null.
  template <typename Thing>
  void each(auto use) {
    constexpr TableInfo info = kTable<Thing>;
    if (fault) return;
    const std::vector<std::string> names = columns<Thing>();
    std::string list;
    for (const std::string& column : names) {
      const char* instead = instead_of(info.name, column);
      if (!instead && !database_.has(info.name, column)) return missing(info.name, column);
      list += list.empty() ? "" : ",";
      list += instead ? instead : fmt::format("\"{}\"", column);
    }
    Statement rows(database_,
                   fmt::format("SELECT {} FROM \"{}\" ORDER BY \"fid\"", list, info.name));
    while (!fault && rows.step()) {
      RowReader row(rows, 1);
      Thing thing;
      Shape shape;
      int parent = static_cast<int>(rows.integer(0).value_or(0));
      if constexpr (kReadsGeometry<Thing>) row.shape("geom", shape);
      if constexpr (*info.parent != 0) row(info.parent, parent);
      columns_of(row, thing);
      if (row.bad_column.empty() && !take(shape, thing)) row.bad("geom");
      if (row.bad_column.empty()) {
        if (const char* unfit = use(std::move(thing), parent)) row.bad(unfit);
      }
      if (!row.bad_column.empty()) bad_value(info.name, rows.integer(0), row.bad_column);
    }
  }

  template <typename Thing>
  Thing one() {
    std::optional<Thing> found;
    each<Thing>([&](Thing thing, int) {
      if (found) return "fid";
      found = std::move(thing);
      return static_cast<const char*>(nullptr);
    });
    if (!found) missing(kTable<Thing>.name, "");
    return found.value_or(Thing{});
  }

  template <typename Part>
  void read_json(Part& part, Result<Part> (*parse)(const std::string&, const std::string&)) {
    const AsJson<Part> text = one<AsJson<Part>>();
    if (fault) return;
    Result<Part> parsed =
        parse(text.json, fmt::format("{}: table '{}'", name_, kTable<AsJson<Part>>.name));
    parsed ? void(part = *std::move(parsed)) : void(fault = parsed.error());
  }

  void missing(const char* table, const std::string& column) {
    if (fault) return;
    fault =
        column.empty() || !database_.has(table)
            ? Error{Code::BadInput,
                    {"Deze tabel ontbreekt in het projectbestand of is leeg.",
                     "This table is missing from the project file or empty."},
                    fmt::format("{}: table '{}'", name_, table)}
            : Error{Code::BadInput,
                    {fmt::format("De kolom \"{}\" ontbreekt in het projectbestand.", column),
                     fmt::format("The column \"{}\" is missing from the project file.", column)},
                    fmt::format("{}: table '{}'", name_, table)};
  }

 private:
  template <typename Thing>
  static std::vector<std::string> columns() {
    ColumnNames columns;
    columns.names.push_back("fid");
    if (kReadsGeometry<Thing>) columns.names.push_back("geom");
    if (*kTable<Thing>.parent != 0) columns.names.push_back(kTable<Thing>.parent);
    const Thing thing{};
    columns_of(columns, thing);
    return columns.names;
  }
  const char* instead_of(std::string_view table, const std::string& column) const {
    for (const AddedColumn& added : kAddedColumns) {
      if (added.table == table && added.column == column && schema_ < added.schema) {
        return added.instead;
      }
    }
    return nullptr;
  }
  void bad_value(const char* table, std::optional<std::int64_t> row, const std::string& column) {
    fault =
        Error{Code::BadInput,
              {fmt::format("De waarde in kolom \"{}\" ontbreekt of past hier niet.", column),
               fmt::format("The value in column \"{}\" is missing or does not fit here.", column)},
              fmt::format("{}: table '{}': row {}", name_, table, row.value_or(0))};
  }

  Database& database_;
  std::string name_;
  int schema_;
};

// Whether a number is new among its kind; keeps the counter above it, so that it stays the only
// one.
class Numbers {
 public:
  explicit Numbers(int& next) : next_(next) {}
  bool is_new(int number) {
    if (number < std::numeric_limits<int>::max()) next_ = std::max(next_, number + 1);
    return seen_.insert(number).second;
  }

 private:
  int& next_;
  std::set<int> seen_;
};

}  // namespace trefpunt

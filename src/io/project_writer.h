// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "io/geopackage.h"
#include "io/project_columns.h"
#include "io/wijk_columns.h"

namespace trefpunt {

// What the files that write a project share; nobody else includes it.

inline Shape ring_shape(const Ring& ring) {
  if (ring.empty()) return {Shape::Kind::Polygon, {}};
  return {Shape::Kind::Polygon, {ring}};
}
inline Shape shape_of(const Wall& wall) {
  return wall.is_closed ? ring_shape(wall.points) : Shape{Shape::Kind::LineString, {wall.points}};
}
inline Shape shape_of(const Boundary& boundary) {
  return boundary.is_closed ? ring_shape(boundary.points)
                            : Shape{Shape::Kind::LineString, {boundary.points}};
}
inline Shape shape_of(const Door& door) {
  return {Shape::Kind::LineString, {{door.a, door.b}}};
}
inline Shape shape_of(const Window& window) {
  return {Shape::Kind::LineString, {{window.a, window.b}}};
}
inline Shape shape_of(const Seat& seat) {
  return {Shape::Kind::Point, {{seat.at}}};
}
inline Shape shape_of(const Furniture& furniture) {
  return ring_shape(furniture.ring);
}
inline Shape shape_of(const Link& link) {
  return ring_shape(link.footprint);
}
inline Shape shape_of(const Storey& storey) {
  return storey.outline.empty() ? Shape{} : ring_shape(storey.outline);
}
inline Shape shape_of(const Finding& finding) {
  return finding.place ? Shape{Shape::Kind::Point, {{*finding.place}}} : Shape{};
}
inline Shape shape_of(const Street& street) {
  return {Shape::Kind::LineString, {street.line}};
}
inline Shape shape_of(const Home& home) {
  return {Shape::Kind::Point, {{home.at}}};
}
inline Shape shape_of(const WijkPlace& place) {
  return {Shape::Kind::Point, {{place.at}}};
}
inline Shape shape_of(const Furnishing& furnishing) {
  return {Shape::Kind::Point, {{furnishing.at}}};
}
inline Shape shape_of(const OpenSpace& space) {
  return shape_of(space.polygon);
}
inline Shape shape_of(const Footprint& footprint) {
  return shape_of(footprint.polygon);
}

// Writes the columns of CREATE TABLE. Types are those of the GeoPackage standard.
class ColumnTypes {
 public:
  std::string sql;

  template <typename Tag>
  void operator()(const char* name, Id<Tag>) {
    // The thing's own number stands once; others refer to it.
    add(name, std::string_view(name) == "id" ? "MEDIUMINT NOT NULL UNIQUE" : "MEDIUMINT NOT NULL");
  }
  void operator()(const char* name, int) { add(name, "MEDIUMINT NOT NULL"); }
  void operator()(const char* name, bool) { add(name, "BOOLEAN NOT NULL"); }
  void operator()(const char* name, double) { add(name, "REAL NOT NULL"); }
  void operator()(const char* name, const std::string&) { add(name, "TEXT NOT NULL"); }
  void operator()(const char* name, const std::optional<int>&) { add(name, "MEDIUMINT"); }
  void operator()(const char* name, const std::optional<bool>&) { add(name, "BOOLEAN"); }
  void operator()(const char* name, const std::optional<double>&) { add(name, "REAL"); }
  void operator()(const char* name, const Ring&) { add(name, "BLOB"); }
  void operator()(const char* name, const PictureBytes&) { add(name, "BLOB NOT NULL"); }
  template <typename Value>
  requires std::is_enum_v<Value>
  void operator()(const char* name, Value) { add(name, "TEXT NOT NULL"); }

  void add(const std::string& name, const char* type) {
    sql += fmt::format(", \"{}\" {}", name, type);
    ++count;
  }
  int count = 0;
};

// Binds the columns of one row, in the order of ColumnTypes.
class RowWriter {
 public:
  RowWriter(Statement& statement, int at) : statement_(statement), at_(at) {}
  std::string bad_column;  // of a value that is not a number

  template <typename Tag>
  void operator()(const char*, Id<Tag> id) {
    statement_.bind(at_++, std::int64_t{id.number});
  }
  void operator()(const char*, int value) { statement_.bind(at_++, std::int64_t{value}); }
  void operator()(const char*, bool value) { statement_.bind(at_++, std::int64_t{value}); }
  void operator()(const char* name, double value) {
    if (!std::isfinite(value) && bad_column.empty()) bad_column = name;
    statement_.bind(at_++, value);
  }
  void operator()(const char*, const std::string& value) { statement_.bind_text(at_++, value); }
  template <typename Value>
  void operator()(const char* name, const std::optional<Value>& value) {
    if (value) return (*this)(name, *value);
    statement_.bind_null(at_++);
  }
  void operator()(const char*, const PictureBytes& picture) {
    statement_.bind_blob(at_++, picture ? *picture : std::string());
  }
  void operator()(const char* name, const Ring& ring) {
    if (!all_finite(ring) && bad_column.empty()) bad_column = name;
    ring.empty() ? statement_.bind_null(at_++)
                 : statement_.bind_blob(at_++, to_wkb(ring_shape(ring)));
  }
  template <typename Value>
  requires std::is_enum_v<Value>
  void operator()(const char*, Value value) {
    for (const auto& [one, name] : names(value)) {
      if (one == value) return statement_.bind_text(at_++, std::string(name));
    }
    TP_CHECK(false);
  }
  void shape(const Shape& shape, int srs_id) {
    for (const auto& part : shape.parts) {
      if (!all_finite(part)) bad_column = "geom";
    }
    shape.kind == Shape::Kind::None ? statement_.bind_null(at_++)
                                    : statement_.bind_blob(at_++, to_geometry(shape, srs_id));
  }

 private:
  static bool all_finite(const std::vector<Point>& points) {
    return std::all_of(points.begin(), points.end(),
                       [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
  }
  Statement& statement_;
  int at_;
};

// Everything that is written goes through here; the first fault is kept.
class Writer {
 public:
  Writer(Database& database, int srs_id, std::string name)
      : database_(database), srs_id_(srs_id), name_(std::move(name)) {}
  std::optional<Error> fault;

  template <typename Thing>
  class Table {
   public:
    explicit Table(Writer& writer) : writer_(writer), insert_(writer.database_, make()) {}
    ~Table() { register_table(writer_.database_, info_.name, info_.geometry, srs(), extent_); }

    void add(const Thing& thing, int parent, const Shape& shape) {
      insert_.reset();
      insert_.bind(0, std::int64_t{++rows_});
      RowWriter row(insert_, 1);
      if (has_geometry()) row.shape(shape, srs());
      if (has_parent()) row("", parent);
      columns_of(row, thing);
      for (const auto& part : shape.parts) extent_.add(box_of(part));
      const bool was_well = writer_.database_.trouble() == 0;
      insert_.step();
      if (writer_.fault) return;
      if (!row.bad_column.empty()) {
        writer_.fault = fault({fmt::format("De waarde voor kolom \"{}\" is geen getal; er is niets "
                                           "bewaard.",
                                           row.bad_column),
                               fmt::format("The value for column \"{}\" is not a number; nothing "
                                           "was saved.",
                                           row.bad_column)});
      } else if (was_well && is_refusal(writer_.database_.trouble())) {
        writer_.fault =
            fault({"Dit nummer is al van iets anders; er is niets bewaard.",
                   "This number already belongs to something else; nothing was saved."});
      }
    }

   private:
    static bool has_geometry() { return *info_.geometry != 0; }
    static bool has_parent() { return *info_.parent != 0; }
    static bool is_refusal(int code) { return (code & 0xFF) == kConstraint; }
    static constexpr int kConstraint = 19;  // the only constraint a row can break is UNIQUE
    static constexpr TableInfo info_ = kTable<Thing>;
    int srs() const { return writer_.srs_id_; }

    std::string make() {
      ColumnTypes types;
      if (has_geometry()) types.add("geom", info_.geometry);
      if (has_parent()) types.add(info_.parent, "MEDIUMINT NOT NULL");
      const Thing thing{};
      columns_of(types, thing);
      writer_.database_.run(fmt::format(
          "CREATE TABLE \"{}\" (\"fid\" INTEGER PRIMARY KEY NOT NULL{})", info_.name, types.sql));
      std::string values = "?";
      for (int i = 0; i < types.count; ++i) values += ",?";
      return fmt::format("INSERT INTO \"{}\" VALUES ({})", info_.name, values);
    }
    Error fault(const Text& sentence) const {
      return {Code::BadInput, sentence,
              fmt::format("{}: table '{}': row {}", writer_.name_, info_.name, rows_)};
    }

    Writer& writer_;
    Statement insert_;
    int rows_ = 0;
    Box extent_;
  };

  template <typename Thing>
  void one(const Thing& thing) {
    Table<Thing>(*this).add(thing, 0, {});
  }
  template <typename Thing>
  void of_storeys(const Project& project, std::vector<Thing> Storey::*things) {
    Table<Thing> table(*this);
    for (const Building& building : project.buildings) {
      for (const auto& storey : building.storeys) {
        for (const Thing& thing : (*storey).*things) {
          table.add(thing, storey->id.number, shape_of(thing));
        }
      }
    }
  }

 private:
  Database& database_;
  int srs_id_;
  std::string name_;
};

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "io/geopackage.h"
#include "io/project_columns.h"
#include "io/project_tables.h"
#include "project/json.h"
#include "project/programme_json.h"

namespace trefpunt {

namespace {

Shape ring_shape(const Ring& ring) {
  if (ring.empty()) return {Shape::Kind::Polygon, {}};
  return {Shape::Kind::Polygon, {ring}};
}
Shape shape_of(const Wall& wall) {
  return wall.is_closed ? ring_shape(wall.points) : Shape{Shape::Kind::LineString, {wall.points}};
}
Shape shape_of(const Boundary& boundary) {
  return boundary.is_closed ? ring_shape(boundary.points)
                            : Shape{Shape::Kind::LineString, {boundary.points}};
}
Shape shape_of(const Door& door) {
  return {Shape::Kind::LineString, {{door.a, door.b}}};
}
Shape shape_of(const Window& window) {
  return {Shape::Kind::LineString, {{window.a, window.b}}};
}
Shape shape_of(const Seat& seat) {
  return {Shape::Kind::Point, {{seat.at}}};
}
Shape shape_of(const Furniture& furniture) {
  return ring_shape(furniture.ring);
}
Shape shape_of(const Link& link) {
  return ring_shape(link.footprint);
}
Shape shape_of(const Storey& storey) {
  return storey.outline.empty() ? Shape{} : ring_shape(storey.outline);
}
Shape shape_of(const Finding& finding) {
  return finding.place ? Shape{Shape::Kind::Point, {{*finding.place}}} : Shape{};
}
Shape shape_of(const Polygon& polygon) {
  Shape shape = ring_shape(polygon.outer);
  for (const Ring& hole : polygon.holes) {
    if (!hole.empty()) shape.parts.push_back(hole);
  }
  return shape;
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

void write_buildings(Writer& writer, const Project& project) {
  Writer::Table<Building> buildings(writer);
  for (const Building& building : project.buildings) buildings.add(building, 0, {});
}

void write_units(Writer& writer, const Project& project) {
  Writer::Table<Unit> units(writer);
  int building_id = 0;
  for (const Building& building : project.buildings) {
    ++building_id;
    for (const Unit& unit : building.units) units.add(unit, building_id, {});
  }
}

void write_storeys(Writer& writer, const Project& project) {
  Writer::Table<Storey> storeys(writer);
  int building_id = 0;
  for (const Building& building : project.buildings) {
    ++building_id;
    for (const auto& storey : building.storeys)
      storeys.add(*storey, building_id, shape_of(*storey));
  }
}

void write_underlays(Writer& writer, const Project& project) {
  Writer::Table<Underlay> underlays(writer);
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      if (storey->underlay) underlays.add(*storey->underlay, storey->id.number, {});
    }
  }
}

void write_spaces(Writer& writer, const Project& project, const SpacePolygons& polygons) {
  Writer::Table<Space> spaces(writer);
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const Building& building = project.buildings[b];
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      const Storey& storey = *building.storeys[s];
      // What has no layout has no polygons.
      const bool has_polygons = b < polygons.size() && s < polygons[b].size();
      for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
        const bool has_polygon =
            has_polygons && i < polygons[b][s].size() && polygons[b][s][i].has_value();
        spaces.add(storey.spaces[i], storey.id.number,
                   has_polygon ? shape_of(*polygons[b][s][i]) : Shape{});
      }
    }
  }
}

void write_lists(Writer& writer, const Project& project) {
  {
    Writer::Table<Source> sources(writer);
    for (const Source& source : project.sources) sources.add(source, 0, {});
  }
  Writer::Table<Finding> findings(writer);
  for (const Finding& finding : project.import_findings) {
    findings.add(finding, 0, shape_of(finding));
  }
}

// Layers have one CRS; buildings that do not share theirs lie in none.
std::string shared_crs(const Project& project) {
  std::string crs;
  for (const Building& building : project.buildings) {
    if (&building != &project.buildings.front() && building.placement.crs != crs) return "";
    crs = building.placement.crs;
  }
  return crs;
}

}  // namespace

Status write_tables(const Project& project, const SpacePolygons& polygons, const std::string& path,
                    const std::string& name) {
  Database database = Database::create(path);
  database.run("BEGIN");
  Writer writer(database, begin_geopackage(database, shared_crs(project)), name);
  writer.one(Meta{kProjectSchema, TREFPUNT_VERSION, project.name});
  writer.one(project.next);
  write_buildings(writer, project);
  write_storeys(writer, project);
  write_spaces(writer, project, polygons);
  writer.of_storeys(project, &Storey::walls);
  writer.of_storeys(project, &Storey::doors);
  writer.of_storeys(project, &Storey::windows);
  writer.of_storeys(project, &Storey::seats);
  writer.of_storeys(project, &Storey::furniture);
  writer.of_storeys(project, &Storey::links);
  writer.of_storeys(project, &Storey::boundaries);
  write_underlays(writer, project);
  write_units(writer, project);
  writer.one(AsJson<Ambition>{to_json(project.ambition)});
  writer.one(AsJson<Answers>{to_json(project.answers)});
  writer.one(AsJson<Programme>{to_json(project.programme)});
  write_lists(writer, project);
  database.run("COMMIT");
  if (writer.fault) return *writer.fault;
  if (database.trouble() != 0) {
    return Error{Code::NotWritable,
                 {"Hier kan niet worden bewaard: mag u in deze map schrijven en is er ruimte?",
                  "This cannot be saved: may you write in this folder, and is there room?"},
                 name};
  }
  return Done{};
}

}  // namespace trefpunt

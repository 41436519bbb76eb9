// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <set>

#include "io/geopackage.h"
#include "io/project_columns.h"
#include "io/project_tables.h"
#include "io/raster.h"
#include "project/json.h"
#include "project/programme_json.h"

namespace trefpunt {

namespace {

bool take_ring(const Shape& shape, Ring& ring) {
  if (shape.kind != Shape::Kind::Polygon || shape.parts.size() > 1) return false;
  if (!shape.parts.empty()) ring = shape.parts.front();
  return true;
}
bool take_line_or_ring(const Shape& shape, std::vector<Point>& points, bool& is_closed) {
  is_closed = shape.kind == Shape::Kind::Polygon;
  if (is_closed) return take_ring(shape, points);
  if (shape.kind != Shape::Kind::LineString) return false;
  points = shape.parts.front();
  return true;
}
bool take_segment(const Shape& shape, Point& a, Point& b) {
  if (shape.kind != Shape::Kind::LineString || shape.parts.front().size() != 2) return false;
  a = shape.parts.front()[0];
  b = shape.parts.front()[1];
  return true;
}

// Gives the thing its geometry; false when it does not suit the thing.
bool take(const Shape& shape, Wall& wall) {
  return take_line_or_ring(shape, wall.points, wall.is_closed);
}
bool take(const Shape& shape, Boundary& boundary) {
  return take_line_or_ring(shape, boundary.points, boundary.is_closed);
}
bool take(const Shape& shape, Door& door) {
  return take_segment(shape, door.a, door.b);
}
bool take(const Shape& shape, Window& window) {
  return take_segment(shape, window.a, window.b);
}
bool take(const Shape& shape, Seat& seat) {
  if (shape.kind != Shape::Kind::Point) return false;
  seat.at = shape.parts.front().front();
  return true;
}
bool take(const Shape& shape, Furniture& furniture) {
  return take_ring(shape, furniture.ring);
}
bool take(const Shape& shape, Link& link) {
  return take_ring(shape, link.footprint);
}
bool take(const Shape& shape, Storey& storey) {
  return shape.kind == Shape::Kind::None || take_ring(shape, storey.outline);
}
bool take(const Shape& shape, Finding& finding) {
  if (shape.kind == Shape::Kind::None) return true;
  if (shape.kind != Shape::Kind::Point) return false;
  finding.place = shape.parts.front().front();
  return true;
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
  Reader(Database& database, std::string name) : database_(database), name_(std::move(name)) {}
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
      if (!database_.has(info.name, column)) return missing(info.name, column);
      list += fmt::format("{}\"{}\"", list.empty() ? "" : ",", column);
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
  void bad_value(const char* table, std::optional<std::int64_t> row, const std::string& column) {
    fault =
        Error{Code::BadInput,
              {fmt::format("De waarde in kolom \"{}\" ontbreekt of past hier niet.", column),
               fmt::format("The value in column \"{}\" is missing or does not fit here.", column)},
              fmt::format("{}: table '{}': row {}", name_, table, row.value_or(0))};
  }

  Database& database_;
  std::string name_;
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

class ProjectReader {
 public:
  ProjectReader(Database& database, const std::string& name)
      : reader_(database, name), name_(name) {}

  // Of a file with that schema.
  Result<Project> read(int schema) {
    project_.name = reader_.one<Meta>().project_name;
    project_.next = reader_.one<Counters>();
    read_buildings();
    read_things(&Storey::spaces, project_.next.space);
    read_things(&Storey::walls, project_.next.wall);
    read_things(&Storey::doors, project_.next.door);
    read_things(&Storey::windows, project_.next.window);
    read_things(&Storey::seats, project_.next.seat);
    read_things(&Storey::furniture, project_.next.furniture);
    read_things(&Storey::links, project_.next.link);
    read_things(&Storey::boundaries, project_.next.boundary);
    if (schema >= kWithUnderlays) read_underlays();
    for (std::size_t i = 0; i < storeys_.size(); ++i) {
      project_.buildings[building_of_[i]].storeys.push_back(
          std::make_shared<const Storey>(std::move(storeys_[i])));
    }
    reader_.each<Source>([&](Source source, int) {
      project_.sources.push_back(std::move(source));
      return kFits;
    });
    reader_.each<Finding>([&](Finding finding, int) {
      project_.import_findings.push_back(std::move(finding));
      return kFits;
    });
    read_json(project_.ambition, ambition_from_json);
    read_json(project_.answers, answers_from_json);
    if (schema >= kWithProgramme) read_json(project_.programme, programme_from_json);
    if (reader_.fault) return *reader_.fault;
    return std::move(project_);
  }

 private:
  static constexpr const char* kFits = nullptr;
  static constexpr int kWithUnderlays = 2;
  static constexpr int kWithProgramme = 3;

  void read_buildings() {
    std::map<int, std::size_t> at;  // in buildings, by row
    reader_.each<Building>([&](Building building, int row) {
      at[row] = project_.buildings.size();
      project_.buildings.push_back(std::move(building));
      return kFits;
    });
    Numbers storey_numbers(project_.next.storey);
    reader_.each<Storey>([&](Storey storey, int building) {
      if (!at.contains(building)) return "building_id";
      if (!storey_numbers.is_new(storey.id.number)) return "id";
      at_[storey.id.number] = storeys_.size();
      storeys_.push_back(std::move(storey));
      building_of_.push_back(at[building]);
      return kFits;
    });
    Numbers unit_numbers(project_.next.unit);
    reader_.each<Unit>([&](Unit unit, int building) {
      if (!at.contains(building)) return "building_id";
      if (!unit_numbers.is_new(unit.id.number)) return "id";
      project_.buildings[at[building]].units.push_back(std::move(unit));
      return kFits;
    });
  }

  template <typename Thing>
  void read_things(std::vector<Thing> Storey::*things, int& next) {
    Numbers numbers(next);
    reader_.each<Thing>([&](Thing thing, int storey) {
      const auto found = at_.find(storey);
      if (found == at_.end()) return "storey_id";
      if (!numbers.is_new(thing.id.number)) return "id";
      (storeys_[found->second].*things).push_back(std::move(thing));
      return kFits;
    });
  }

  void read_underlays() {
    reader_.each<Underlay>([&](Underlay underlay, int storey) {
      const auto found = at_.find(storey);
      if (found == at_.end() || storeys_[found->second].underlay) return "storey_id";
      const Result<RasterSize> size = size_of_raster(underlay.picture, name_);
      if (!size) return "picture";
      underlay.width = size->width;
      underlay.height = size->height;
      if (underlay.picture->size() > kLargestPicture) return "picture";
      if (!(underlay.opacity >= 0 && underlay.opacity <= 1)) return "opacity";
      if (!valid(underlay)) return "metres_per_pixel";
      storeys_[found->second].underlay = std::move(underlay);
      return kFits;
    });
  }

  template <typename Part>
  void read_json(Part& part, Result<Part> (*parse)(const std::string&, const std::string&)) {
    const AsJson<Part> text = reader_.one<AsJson<Part>>();
    if (reader_.fault) return;
    Result<Part> parsed =
        parse(text.json, fmt::format("{}: table '{}'", name_, kTable<AsJson<Part>>.name));
    parsed ? void(part = *std::move(parsed)) : void(reader_.fault = parsed.error());
  }

  Reader reader_;
  std::string name_;
  Project project_;
  std::vector<Storey> storeys_;
  std::vector<std::size_t> building_of_;
  std::map<int, std::size_t> at_;  // in storeys_, by number
};

Error damaged(const std::string& name) {
  return {Code::BadInput,
          {"Dit projectbestand is beschadigd of afgebroken.",
           "This project file is damaged or cut off."},
          name};
}

Error in_use(const std::string& name) {
  return {
      Code::BadInput,
      {"Een ander programma, zoals QGIS, is dit project aan het bewaren; probeer het zo nog eens.",
       "Another program, such as QGIS, is saving this project; try again in a moment."},
      name};
}

Error no_project(const std::string& name) {
  return {Code::BadInput,
          {"Dit is geen projectbestand van Trefpunt.", "This is not a project file of Trefpunt."},
          name};
}

// Why the library could not go on with the file.
Error refusal(const Database& database, const std::string& path, const std::string& name) {
  constexpr int kBusy = 5;
  if ((database.trouble() & 0xFF) == kBusy) return in_use(name);
  std::string start(15, ' ');
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return {Code::BadInput,
            {"Dit bestand kan niet worden gelezen.", "This file cannot be read."},
            name};
  }
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == "SQLite format 3" ? damaged(name) : no_project(name);
}

}  // namespace

Result<Project> read_tables(const std::string& path, const std::string& name) {
  Database database = Database::open(path);
  if (!database.integer("SELECT count(*) FROM sqlite_master")) {
    return refusal(database, path, name);
  }
  if (!database.has("gpkg_contents") || !database.has("meta", "schema_version")) {
    return no_project(name);
  }
  // Every page is looked at: a file that was cut off must not lose its last walls in silence.
  if (database.text("PRAGMA quick_check(1)") != "ok") return refusal(database, path, name);
  const auto schema = database.integer("SELECT schema_version FROM meta");
  if (!schema) return no_project(name);
  if (*schema > kProjectSchema) {
    return Error{Code::Newer,
                 {fmt::format("Dit project is gemaakt met een nieuwere versie van Trefpunt (schema "
                              "{}; deze versie leest schema {}).",
                              *schema, kProjectSchema),
                  fmt::format("This project was made by a newer version of Trefpunt (schema {}; "
                              "this version reads schema {}).",
                              *schema, kProjectSchema)},
                 name};
  }
  if (*schema < 1) return no_project(name);
  Result<Project> project = ProjectReader(database, name).read(static_cast<int>(*schema));
  if (database.trouble() != 0) return refusal(database, path, name);
  return project;
}

}  // namespace trefpunt

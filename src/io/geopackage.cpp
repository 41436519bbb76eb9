// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/geopackage.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace trefpunt {

// Geometries are stored as this machine holds its numbers, and say so in their first byte.
static_assert(std::endian::native == std::endian::little);

namespace {

constexpr char kLittleEndian = 1;
enum : std::uint32_t { kWkbPoint = 1, kWkbLine = 2, kWkbPolygon = 3, kWkbMultiPolygon = 6 };

template <typename T>
void put(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::string& bytes, Point p) {
  put(bytes, p.x);
  put(bytes, p.y);
}

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  bool take(T& value) {
    if (rest_.size() < sizeof value) return false;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return true;
  }
  bool take(Point& p) { return take(p.x) && take(p.y) && std::isfinite(p.x) && std::isfinite(p.y); }
  bool take(std::vector<Point>& points) {
    std::uint32_t count = 0;
    if (!take(count) || count > rest_.size() / (2 * sizeof(double))) return false;
    points.resize(count);
    for (Point& p : points) {
      if (!take(p)) return false;
    }
    return true;
  }
  bool skip(std::size_t count) {
    if (rest_.size() < count) return false;
    rest_.remove_prefix(count);
    return true;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// As stored in the file, of the tables that the standard asks for (GeoPackage 1.3, annex C).
constexpr const char* kTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
)sql";

void CPL_STDCALL say_nothing(CPLErr, CPLErrorNum, const char*) {}

struct Crs {
  std::string name = "Undefined Cartesian SRS";
  int srs_id = kUndefinedCartesian;
  std::string organization = "NONE";
  int code = kUndefinedCartesian;
  std::string definition = "undefined";
};

// Reads "EPSG:28992", a PROJ string, WKT, and a name with a number: "UTM 32N (EPSG:32632)".
std::optional<Crs> crs_of(std::string text) {
  if (const std::size_t number = text.rfind("(EPSG:"); number != std::string::npos) {
    text = text.substr(number + 1, text.find(')', number) - number - 1);
  }
  constexpr const char* kOptions[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
  CPLPushErrorHandler(say_nothing);
  OGRSpatialReference reference;
  char* wkt = nullptr;
  std::optional<Crs> crs;
  if (reference.SetFromUserInput(text.c_str(), kOptions) == OGRERR_NONE &&
      reference.exportToWkt(&wkt) == OGRERR_NONE && wkt != nullptr) {
    const char* name = reference.GetName();
    const char* authority = reference.GetAuthorityName(nullptr);
    const char* code = reference.GetAuthorityCode(nullptr);
    // Numbers from 100000 are for what no authority has numbered.
    crs = Crs{name != nullptr ? name : text, 100000, "NONE", 100000, wkt};
    int number = 0;
    if (authority != nullptr && std::string_view(authority) == "EPSG" && code != nullptr &&
        std::from_chars(code, code + std::strlen(code), number).ec == std::errc()) {
      crs->srs_id = crs->code = number;
      crs->organization = "EPSG";
    }
  }
  CPLFree(wkt);
  CPLPopErrorHandler();
  return crs;
}

void insert_crs(Database& database, const Crs& crs) {
  Statement insert(database, "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL)");
  insert.bind_text(0, crs.name);
  insert.bind(1, std::int64_t{crs.srs_id});
  insert.bind_text(2, crs.organization);
  insert.bind(3, std::int64_t{crs.code});
  insert.bind_text(4, crs.definition);
  insert.step();
}

void put_polygon(std::string& bytes, const std::vector<Ring>& parts, std::size_t first,
                 std::size_t count) {
  bytes += kLittleEndian;
  put(bytes, std::uint32_t{kWkbPolygon});
  put(bytes, static_cast<std::uint32_t>(count));
  for (std::size_t i = first; i < first + count; ++i) {
    put(bytes, static_cast<std::uint32_t>(parts[i].size() + 1));
    for (const Point p : parts[i]) put(bytes, p);
    put(bytes, parts[i].front());
  }
}

bool take_header(Bytes& bytes, std::uint32_t& type) {
  char order = 0;
  return bytes.take(order) && order == kLittleEndian && bytes.take(type);
}

// Adds the rings of a polygon, whose header is read, to the parts.
bool take_rings(Bytes& bytes, Shape& shape) {
  std::uint32_t rings = 0;
  if (!bytes.take(rings)) return false;
  for (std::uint32_t i = 0; i < rings; ++i) {
    Ring ring;
    if (!bytes.take(ring) || ring.size() < 2 || ring.front() != ring.back()) return false;
    ring.pop_back();
    shape.parts.push_back(std::move(ring));
  }
  return true;
}

}  // namespace

Shape shape_of(const Polygon& polygon) {
  Shape shape{Shape::Kind::Polygon, {}};
  if (polygon.outer.empty()) return shape;
  shape.parts.push_back(polygon.outer);
  for (const Ring& hole : polygon.holes) {
    if (!hole.empty()) shape.parts.push_back(hole);
  }
  return shape;
}

Shape shape_of(const std::vector<Polygon>& polygons) {
  Shape shape{Shape::Kind::MultiPolygon, {}};
  for (const Polygon& polygon : polygons) {
    const Shape one = shape_of(polygon);
    shape.parts.insert(shape.parts.end(), one.parts.begin(), one.parts.end());
    shape.rings.push_back(one.parts.size());
  }
  return shape;
}

std::optional<std::vector<Polygon>> polygons_of(const Shape& shape) {
  std::vector<std::size_t> rings = shape.rings;
  if (shape.kind == Shape::Kind::Polygon) rings = {shape.parts.size()};
  if (shape.kind != Shape::Kind::Polygon && shape.kind != Shape::Kind::MultiPolygon) return {};
  std::vector<Polygon> polygons;
  auto part = shape.parts.begin();
  for (const std::size_t count : rings) {
    Polygon& polygon = polygons.emplace_back();
    const auto end = part + static_cast<std::ptrdiff_t>(count);
    if (part != end) polygon.outer = *part++;
    polygon.holes.assign(part, end);
    part = end;
  }
  return polygons;
}

std::string to_wkb(const Shape& shape) {
  std::string bytes;
  if (shape.kind == Shape::Kind::Polygon) {
    put_polygon(bytes, shape.parts, 0, shape.parts.size());
    return bytes;
  }
  bytes += kLittleEndian;
  if (shape.kind == Shape::Kind::Point) {
    put(bytes, std::uint32_t{kWkbPoint});
    put(bytes, shape.parts.front().front());
  } else if (shape.kind == Shape::Kind::LineString) {
    put(bytes, std::uint32_t{kWkbLine});
    put(bytes, static_cast<std::uint32_t>(shape.parts.front().size()));
    for (const Point p : shape.parts.front()) put(bytes, p);
  } else {
    put(bytes, std::uint32_t{kWkbMultiPolygon});
    put(bytes, static_cast<std::uint32_t>(shape.rings.size()));
    std::size_t first = 0;
    for (const std::size_t count : shape.rings) {
      put_polygon(bytes, shape.parts, first, count);
      first += count;
    }
  }
  return bytes;
}

std::optional<Shape> from_wkb(std::string_view wkb) {
  Bytes bytes(wkb);
  std::uint32_t type = 0, polygons = 0;
  if (!take_header(bytes, type)) return std::nullopt;
  Shape shape;
  if (type == kWkbPoint) {
    shape.kind = Shape::Kind::Point;
    shape.parts = {{Point{}}};
    if (!bytes.take(shape.parts[0][0])) return std::nullopt;
  } else if (type == kWkbLine) {
    shape.kind = Shape::Kind::LineString;
    shape.parts.resize(1);
    if (!bytes.take(shape.parts[0])) return std::nullopt;
  } else if (type == kWkbPolygon) {
    shape.kind = Shape::Kind::Polygon;
    if (!take_rings(bytes, shape)) return std::nullopt;
  } else if (type == kWkbMultiPolygon) {
    shape.kind = Shape::Kind::MultiPolygon;
    if (!bytes.take(polygons)) return std::nullopt;
    for (std::uint32_t i = 0; i < polygons; ++i) {
      const std::size_t before = shape.parts.size();
      if (!take_header(bytes, type) || type != kWkbPolygon || !take_rings(bytes, shape)) {
        return std::nullopt;
      }
      shape.rings.push_back(shape.parts.size() - before);
    }
  } else {
    return std::nullopt;
  }
  if (!bytes.rest().empty()) return std::nullopt;
  return shape;
}

std::string to_geometry(const Shape& shape, int srs_id) {
  Box box;
  for (const auto& part : shape.parts) box.add(box_of(part));
  const bool has_envelope = shape.kind != Shape::Kind::Point && !box.empty();
  // Bit 0: little endian; bits 1-3: kind of envelope; bit 4: empty geometry.
  const int flags = 1 | (has_envelope ? 2 : 0) | (box.empty() ? 16 : 0);
  std::string bytes = {'G', 'P', 0, static_cast<char>(flags)};
  put(bytes, std::int32_t{srs_id});
  if (has_envelope) {
    for (const double side : {box.low.x, box.high.x, box.low.y, box.high.y}) put(bytes, side);
  }
  return bytes + to_wkb(shape);
}

std::optional<Shape> from_geometry(std::string_view geometry) {
  constexpr std::size_t kEnvelopes[] = {0, 32, 48, 48, 64};  // bytes, by kind
  Bytes bytes(geometry);
  char magic[2], version = 0, flags = 0;
  if (!bytes.take(magic) || magic[0] != 'G' || magic[1] != 'P' || !bytes.take(version) ||
      !bytes.take(flags)) {
    return std::nullopt;
  }
  const int kind = (flags >> 1) & 7;
  constexpr std::size_t kSrsId = 4;
  if (kind > 4 || !bytes.skip(kSrsId + kEnvelopes[kind])) return std::nullopt;
  return from_wkb(bytes.rest());
}

int begin_geopackage(Database& database, const std::string& crs) {
  database.run("PRAGMA application_id = 0x47504B47");  // "GPKG"
  database.run("PRAGMA user_version = 10300");
  database.run(kTables);
  insert_crs(database, {});
  insert_crs(database, {"Undefined geographic SRS", 0, "NONE", 0, "undefined"});
  if (const auto world = crs_of("EPSG:4326")) insert_crs(database, *world);
  return add_crs(database, crs);
}

int add_crs(Database& database, const std::string& crs) {
  auto known = crs.empty() ? std::nullopt : crs_of(crs);
  if (!known) return kUndefinedCartesian;
  if (known->organization == "NONE") {
    Statement same(database, "SELECT srs_id FROM gpkg_spatial_ref_sys WHERE definition = ?");
    same.bind_text(0, known->definition);
    if (same.step()) return static_cast<int>(same.integer(0).value_or(kUndefinedCartesian));
    const auto last = database.integer("SELECT max(srs_id) FROM gpkg_spatial_ref_sys");
    known->srs_id = known->code = std::max(known->srs_id, static_cast<int>(last.value_or(0)) + 1);
  }
  insert_crs(database, *known);
  return known->srs_id;
}

void register_table(Database& database, const std::string& table, const std::string& geometry,
                    int srs_id, const Box& extent) {
  // A fixed day: the same project gives the same file.
  Statement contents(database,
                     "INSERT INTO gpkg_contents VALUES "
                     "(?,?,?,'','1970-01-01T00:00:00.000Z',?,?,?,?,?)");
  contents.bind_text(0, table);
  contents.bind_text(1, geometry.empty() ? "attributes" : "features");
  contents.bind_text(2, table);
  if (!extent.empty()) {
    contents.bind(3, extent.low.x);
    contents.bind(4, extent.low.y);
    contents.bind(5, extent.high.x);
    contents.bind(6, extent.high.y);
  }
  if (!geometry.empty()) contents.bind(7, std::int64_t{srs_id});
  contents.step();
  if (geometry.empty()) return;
  Statement columns(database, "INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)");
  columns.bind_text(0, table);
  columns.bind_text(1, geometry);
  columns.bind(2, std::int64_t{srs_id});
  columns.step();
}

}  // namespace trefpunt

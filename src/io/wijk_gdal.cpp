// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_gdal.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <mutex>

#include "base/text.h"
#include "io/files.h"
#include "io/gdal.h"

namespace trefpunt {

namespace {

// What GDAL is to keep of OpenStreetMap: everything, and closed ways as areas when a tag says so.
constexpr const char* kOsmSettings =
    R"(closed_ways_are_polygons=amenity,building,building:part,landuse,leisure,natural,office,place,shop,tourism,healthcare,highway=platform,public_transport=platform
report_all_nodes=no
report_all_ways=no
attribute_name_laundering=no
[points]
osm_id=yes
attributes=highway
unsignificant=created_by,converted_by,source,time,ele,attribution
ignore=created_by,converted_by
other_tags=yes
[lines]
osm_id=yes
attributes=highway
ignore=created_by,converted_by
other_tags=yes
[multipolygons]
osm_id=yes
attributes=type
ignore=created_by,converted_by
other_tags=yes
[multilinestrings]
osm_id=yes
attributes=type
ignore=created_by,converted_by
other_tags=yes
[other_relations]
osm_id=yes
attributes=type
ignore=created_by,converted_by
other_tags=yes
)";
constexpr const char* kOsmSettingsPath = "/vsimem/trefpunt-osm.ini";

void write_osm_settings() {
  static std::once_flag once;
  std::call_once(once, [] {
    prepare_gdal();
    auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(kOsmSettings));
    VSILFILE* file =
        VSIFileFromMemBuffer(kOsmSettingsPath, bytes, std::string_view(kOsmSettings).size(), FALSE);
    if (file != nullptr) VSIFCloseL(file);
  });
}

GdalRequest request_for(WijkFormat format) {
  GdalRequest request;
  switch (format) {
    case WijkFormat::GeoPackage:
      request.drivers = {"GPKG"};
      break;
    case WijkFormat::Shapefile:
      request.drivers = {"ESRI Shapefile"};
      request.config = {{"SHAPE_RESTORE_SHX", "NO"}};
      break;
    case WijkFormat::GeoJson:
      request.drivers = {"GeoJSON"};
      request.config = {{"OGR_GEOJSON_MAX_OBJ_SIZE", "512"}};
      request.open_options = {"DATE_AS_STRING=YES"};
      break;
    case WijkFormat::Gml:
      request.drivers = {"GML"};
      request.config = {{"GML_SKIP_RESOLVE_ELEMS", "ALL"},
                        {"GML_PARSER", "EXPAT"},
                        {"GML_USE_SCHEMA_IMPORT", "NO"}};
      request.open_options = {"DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO", "FORCE_SRS_DETECTION=YES",
                              "USE_SCHEMA_IMPORT=NO"};
      break;
    case WijkFormat::FlatGeobuf:
      request.drivers = {"FlatGeobuf"};
      break;
    default:
      write_osm_settings();
      request.drivers = {"OSM"};
      request.open_options = {std::string("CONFIG_FILE=") + kOsmSettingsPath,
                              "INTERLEAVED_READING=YES"};
  }
  return request;
}

bool is_osm(WijkFormat format) {
  return format == WijkFormat::OsmPbf || format == WijkFormat::OsmXml;
}

// "k"=>"v","k2"=>"v2", with \" and \\ inside.
template <typename Take>
void each_tag(std::string_view tags, Take take) {
  std::string text[2];
  int part = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const char c = tags[i];
    if (is_quoted && c == '\\' && i + 1 < tags.size()) {
      text[part] += tags[++i];
    } else if (c == '"') {
      is_quoted = !is_quoted;
      if (!is_quoted && part == 1) {
        take(text[0], text[1]);
        text[0].clear();
        text[1].clear();
        part = 0;
      }
    } else if (is_quoted) {
      text[part] += c;
    } else if (c == '>') {
      part = 1;
    }
  }
}

class Reader {
 public:
  Reader(const WijkFile& file, GDALDataset& dataset, Job& job)
      : file_(file), dataset_(dataset), job_(job), is_osm_(is_osm(file.format)) {}

  Result<std::vector<WijkSourceLayer>> read() {
    for (int i = 0; i < dataset_.GetLayerCount(); ++i) add_layer(*dataset_.GetLayer(i));
    dataset_.ResetReading();
    OGRLayer* owner = nullptr;
    double share = 0;
    while (const OGRFeatureUniquePtr feature{
        dataset_.GetNextFeature(&owner, is_osm_ ? &share : nullptr, nullptr, nullptr)}) {
      const auto at = std::find(owners_.begin(), owners_.end(), owner);
      if (at == owners_.end()) continue;
      take(*feature, static_cast<std::size_t>(at - owners_.begin()));
      if (++count_ % 1024 == 0 && !job_.step(static_cast<int>(900 * share), 1000)) {
        return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
      }
      if (count_ > kMostWijkFeatures || points_ > kMostWijkPoints) return too_large();
    }
    return std::move(layers_);
  }

 private:
  void add_layer(OGRLayer& from) {
    owners_.push_back(&from);
    WijkSourceLayer& layer = layers_.emplace_back();
    layer.file = file_.name;
    layer.name = from.GetName();
    layer.is_tagged = is_osm_;
    if (file_.bytes && layer.name.starts_with("trefpunt-")) layer.name = file_.name;
    if (const OGRSpatialReference* crs = from.GetSpatialRef()) {
      static const char* const kWkt[] = {"FORMAT=WKT2_2019", nullptr};
      char* wkt = nullptr;
      if (crs->exportToWkt(&wkt, kWkt) == OGRERR_NONE && wkt != nullptr) layer.crs = wkt;
      CPLFree(wkt);
    }
    const char* description = from.GetMetadataItem("DESCRIPTION");
    if (description != nullptr) layer.stated_source = squeeze(description);
    std::vector<int>& columns = columns_.emplace_back();
    OGRFeatureDefn& fields = *from.GetLayerDefn();
    for (int i = 0; i < fields.GetFieldCount(); ++i) {
      const std::string name = fields.GetFieldDefn(i)->GetNameRef();
      columns.push_back(name == "other_tags" ? kTags : layer.add_column(name));
    }
    if (from.GetGeomType() == wkbNone) layer.is_table = true;
  }

  void take(OGRFeature& from, std::size_t which) {
    WijkSourceLayer& layer = layers_[which];
    WijkFeature feature;
    if (OGRGeometry* geometry = from.GetGeometryRef()) {
      if (geometry->hasCurveGeometry(TRUE)) {
        const OGRGeometryUniquePtr straight(geometry->getLinearGeometry());
        if (straight) collect(*straight, feature);
      } else {
        collect(*geometry, feature);
      }
    }
    if (!feature.has_geometry() && !layer.is_table) {
      ++layer.without_geometry;
      return;
    }
    for (int i = 0; i < from.GetFieldCount(); ++i) {
      if (!from.IsFieldSetAndNotNull(i)) continue;
      const int column = columns_[which][static_cast<std::size_t>(i)];
      if (column == kTags) {
        each_tag(from.GetFieldAsString(i), [&](const std::string& key, const std::string& value) {
          feature.values.emplace_back(layer.add_column(key), value);
        });
        continue;
      }
      std::string text = squeeze(from.GetFieldAsString(i));
      if (!text.empty()) feature.values.emplace_back(column, std::move(text));
    }
    feature.id = id_of(layer, feature, from, which);
    layer.features.push_back(std::move(feature));
  }

  std::string id_of(const WijkSourceLayer& layer, const WijkFeature& feature,
                    const OGRFeature& from, std::size_t which) const {
    if (!is_osm_) return fmt::format("#{}", from.GetFID());
    const std::string& way = layer.text(feature, "osm_way_id");
    if (!way.empty()) return "way/" + way;
    const std::string kind = which == 0 ? "node" : which == 1 ? "way" : "relation";
    return kind + "/" + layer.text(feature, "osm_id");
  }

  template <typename Curve>
  Line points_of(const Curve& curve) {
    Line line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    points_ += curve.getNumPoints();
    for (int i = 0; i < curve.getNumPoints(); ++i) {
      const Point p{curve.getX(i), curve.getY(i)};
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {};
      if (line.empty() || line.back() != p) line.push_back(p);
    }
    return line;
  }

  void add_polygon(const OGRPolygon& from, WijkFeature& feature) {
    Polygon polygon;
    for (const OGRLinearRing* from_ring : from) {
      Ring ring = points_of(*from_ring);
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      const bool is_outer = from_ring == from.getExteriorRing();
      if (ring.size() < 3) {
        if (is_outer) return;
        continue;
      }
      if ((signed_area(ring) > 0) != is_outer) std::reverse(ring.begin() + 1, ring.end());
      (is_outer ? polygon.outer : polygon.holes.emplace_back()) = std::move(ring);
    }
    if (!polygon.outer.empty()) feature.polygons.push_back(std::move(polygon));
  }

  void collect(const OGRGeometry& geometry, WijkFeature& feature) {
    switch (wkbFlatten(geometry.getGeometryType())) {
      case wkbPoint: {
        const OGRPoint& p = *geometry.toPoint();
        ++points_;
        if (!p.IsEmpty() && std::isfinite(p.getX()) && std::isfinite(p.getY())) {
          feature.points.push_back({p.getX(), p.getY()});
        }
        break;
      }
      case wkbLineString: {
        Line line = points_of(*geometry.toLineString());
        if (line.size() >= 2) feature.lines.push_back(std::move(line));
        break;
      }
      case wkbPolygon:
      case wkbTriangle:
        add_polygon(*geometry.toPolygon(), feature);
        break;
      case wkbTIN:
      case wkbPolyhedralSurface:
        for (const OGRPolygon* part : *geometry.toPolyhedralSurface()) add_polygon(*part, feature);
        break;
      case wkbMultiPoint:
      case wkbMultiLineString:
      case wkbMultiPolygon:
      case wkbGeometryCollection:
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) collect(*part, feature);
        break;
      default:
        break;
    }
  }

  Error too_large() const {
    const auto bound = [](Lang lang) {
      return std::pair(format_number(kMostWijkFeatures, 0, lang),
                       format_number(kMostWijkPoints, 0, lang));
    };
    return {Code::TooLarge,
            {fmt::format("Dit bestand heeft meer dan {} objecten of {} punten, de grens van dit "
                         "programma. Knip het gebied eerst uit.",
                         bound(Lang::Nl).first, bound(Lang::Nl).second),
             fmt::format("This file has more than {} features or {} points, the limit of this "
                         "program. Cut out the area first.",
                         bound(Lang::En).first, bound(Lang::En).second)},
            file_.name};
  }

  static constexpr int kTags = -2;  // the column in which OSM's other tags are
  const WijkFile& file_;
  GDALDataset& dataset_;
  Job& job_;
  bool is_osm_;
  std::vector<OGRLayer*> owners_;
  std::vector<std::vector<int>> columns_;  // per layer, per field
  std::vector<WijkSourceLayer> layers_;
  int count_ = 0;
  std::int64_t points_ = 0;
};

// XML that defines its own entities can grow without bound, or ask for other files.
bool has_entities(const std::string& text) {
  const std::string_view head = std::string_view(text).substr(0, 1 << 20);
  return head.find("<!DOCTYPE") != std::string_view::npos ||
         head.find("<!ENTITY") != std::string_view::npos;
}

// "crs": null says that the coordinates are of nowhere; GDAL takes it for WGS 84.
bool denies_crs(const WijkFile& file) {
  constexpr std::streamoff kPart = 1 << 16;
  std::string text = file.bytes ? *file.bytes : std::string();
  if (!file.bytes) {
    std::ifstream in(file.path, std::ios::binary);
    text.resize(2 * kPart);
    in.read(text.data(), kPart);
    std::streamsize read = in.gcount();
    in.clear();
    in.seekg(0, std::ios::end);
    const std::streamoff size = in.tellg();
    if (size > kPart) {
      in.seekg(std::max(kPart, size - kPart));
      in.read(text.data() + read, kPart);
      read += in.gcount();
    }
    text.resize(static_cast<std::size_t>(read));
  }
  for (std::size_t at = text.find("\"crs\""); at != std::string::npos;
       at = text.find("\"crs\"", at + 1)) {
    const std::size_t colon = text.find_first_not_of(" \t\r\n", at + 5);
    if (colon == std::string::npos || text[colon] != ':') continue;
    const std::size_t value = text.find_first_not_of(" \t\r\n", colon + 1);
    return value != std::string::npos && text.compare(value, 4, "null") == 0;
  }
  return false;
}

Error unreadable(const std::string& name) {
  return {Code::BadInput,
          {"Dit bestand is beschadigd of van een andere soort dan zijn naam zegt.",
           "This file is damaged or of another kind than its name says."},
          name};
}

}  // namespace

Result<std::vector<WijkSourceLayer>> read_gdal_layers(const WijkFile& file, Job& job) {
  std::shared_ptr<const std::string> bytes = file.bytes;
  // In memory GML has no neighbours: no schema, and nowhere to leave one.
  const bool is_xml = file.format == WijkFormat::Gml || file.format == WijkFormat::OsmXml;
  if (!bytes && is_xml) {
    Result<std::string> text = read_file(file.path);
    if (!text) return text.error();
    bytes = std::make_shared<const std::string>(std::move(*text));
  }
  if (is_xml && has_entities(*bytes)) {
    return Error{
        Code::BadInput,
        {"Dit XML-bestand verwijst naar eigen entiteiten (DOCTYPE); dat wordt niet gelezen.",
         "This XML file refers to entities of its own (DOCTYPE); that is not read."},
        file.name};
  }
  const GdalRequest request = request_for(file.format);
  Result<GdalFile> opened =
      bytes ? open_gdal_bytes(bytes, request, file.name) : open_gdal(file.path, request);
  if (!opened) return opened.error();
  Result<std::vector<WijkSourceLayer>> layers = Reader(file, opened->dataset(), job).read();
  if (!layers) return layers;
  if (!opened->complaint().empty()) return unreadable(file.name);
  if (file.format == WijkFormat::GeoJson && denies_crs(file)) {
    for (WijkSourceLayer& layer : *layers) layer.crs.clear();
  }
  return layers;
}

}  // namespace trefpunt

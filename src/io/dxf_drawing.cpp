// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_drawing.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "io/files.h"
#include "io/gdal.h"

namespace trefpunt {

namespace {

constexpr double kFarthest = 1e9;  // drawing units

std::string field(const OGRFeature& feature, const char* name) {
  const int index = feature.GetFieldIndex(name);
  return index >= 0 && feature.IsFieldSetAndNotNull(index) ? feature.GetFieldAsString(index) : "";
}

std::vector<double> numbers(const OGRFeature& feature, const char* name) {
  const int index = feature.GetFieldIndex(name);
  if (index < 0 || !feature.IsFieldSetAndNotNull(index)) return {};
  int count = 0;
  const double* values = feature.GetFieldAsDoubleList(index, &count);
  return {values, values + count};
}

// GDAL marks what is invisible by a colour without opacity: c:#RRGGBB00.
bool is_invisible(const OGRFeature& feature) {
  const char* style = feature.GetStyleString();
  if (style == nullptr) return false;
  const std::string_view text = style;
  const std::size_t at = text.find("c:#");
  return at != std::string_view::npos && text.size() >= at + 11 && text.substr(at + 9, 2) == "00";
}

// A number after `key` in a label style ("LABEL(...,s:250g,p:5,...)").
std::optional<double> style_number(const OGRFeature& feature, std::string_view key) {
  const char* style = feature.GetStyleString();
  if (style == nullptr) return std::nullopt;
  const std::string_view text = style;
  const std::size_t at = text.rfind(key);
  if (at == std::string_view::npos) return std::nullopt;
  double value = 0;
  const char* from = text.data() + at + key.size();
  if (std::from_chars(from, text.data() + text.size(), value).ec != std::errc())
    return std::nullopt;
  return value;
}

// The middle of a text from its insertion point: letters are about 0.6 of their height wide.
Point middle_of_text(const OGRFeature& feature, const DxfItem& item) {
  const int anchor = static_cast<int>(style_number(feature, ",p:").value_or(1));
  const double angle = style_number(feature, ",a:").value_or(0) * std::acos(-1.0) / 180;
  std::size_t longest = 0, lines = 1, run = 0;
  for (const char c : item.text) {
    run = c == '\n' ? 0 : run + 1;
    if (c == '\n') ++lines;
    longest = std::max(longest, run);
  }
  const double width = 0.6 * item.text_height * static_cast<double>(longest);
  const double height = item.text_height * (1.6 * static_cast<double>(lines) - 0.6);
  const int column = (anchor - 1) % 3, row = (anchor - 1) / 3;
  const Point offset{(1 - column) * width / 2, row == 1 ? 0 : row == 2 ? -height / 2 : height / 2};
  const double c = std::cos(angle), s = std::sin(angle);
  return item.points.front() + Point{c * offset.x - s * offset.y, s * offset.x + c * offset.y};
}

bool contains_word(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

// What is never part of a plan, wherever it lies.
bool is_annotation(const std::string& subclasses) {
  for (const char* word : {"Dimension", "Leader", "AttributeDefinition", "AcDbPoint",
                           "AcDbViewport", "AcDbRasterImage", "AcDbOle", "AcDbFcf", "AcDbTable",
                           "AcDbXline", "AcDbRay", "PolyFaceMesh", "PolygonMesh"}) {
    if (contains_word(subclasses, word)) return true;
  }
  return false;
}

std::vector<Point> points_of(const OGRSimpleCurve& curve) {
  std::vector<Point> points;
  for (int i = 0; i < curve.getNumPoints(); ++i) {
    const Point p{curve.getX(i), curve.getY(i)};
    if (points.empty() || p != points.back()) points.push_back(p);
  }
  return points;
}

Ring ring_of(const OGRSimpleCurve& curve) {
  Ring ring = points_of(curve);
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

// Drawn by hand, the last point is often a rounding away from the first.
bool comes_back(const std::vector<Point>& points) {
  double size = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) size += distance(points[i], points[i + 1]);
  return distance(points.front(), points.back()) <= 1e-6 * size;
}

// Adds what a geometry draws; collections piece by piece.
void add_geometry(const OGRGeometry& geometry, const DxfItem& like, DxfContent& content) {
  const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbLineString) {
    DxfItem item = like;
    const OGRLineString& line = *geometry.toLineString();
    item.points = points_of(line);
    if (item.points.size() > 3 && comes_back(item.points)) {
      item.points.pop_back();
      item.kind = DxfItem::Kind::Closed;
    }
    if (item.points.size() >= 2) content.items.push_back(std::move(item));
  } else if (type == wkbPolygon) {
    const OGRPolygon& polygon = *geometry.toPolygon();
    if (polygon.getExteriorRing() == nullptr) return;
    DxfItem item = like;
    item.kind = DxfItem::Kind::Filled;
    item.points = ring_of(*polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
      item.holes.push_back(ring_of(*polygon.getInteriorRing(i)));
    }
    if (item.points.size() >= 3) content.items.push_back(std::move(item));
  } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
      add_geometry(*part, like, content);
    }
  } else if (OGR_GT_IsCurve(type)) {
    OGRGeometry* straight = geometry.getLinearGeometry();
    if (straight != nullptr && wkbFlatten(straight->getGeometryType()) == wkbLineString) {
      add_geometry(*straight, like, content);
    }
    OGRGeometryFactory::destroyGeometry(straight);
  }
}

// The plane part of scale, rotation and the object coordinate system ("arbitrary axis algorithm" of
// the DXF reference: the extrusion (0, 0, -1) mirrors).
void set_axes(const OGRFeature& feature, DxfInsert& insert) {
  const std::vector<double> scale = numbers(feature, "BlockScale");
  const std::vector<double> normal = numbers(feature, "BlockOCSNormal");
  const int angle_field = feature.GetFieldIndex("BlockAngle");
  const double angle =
      (angle_field >= 0 ? feature.GetFieldAsDouble(angle_field) : 0.0) * std::acos(-1.0) / 180;
  const double sx = scale.size() > 0 ? scale[0] : 1, sy = scale.size() > 1 ? scale[1] : 1;
  // Whole quarter turns stay exact.
  double c = std::cos(angle), s = std::sin(angle);
  if (std::abs(c) < 1e-12) c = 0;
  if (std::abs(s) < 1e-12) s = 0;
  const Point x{sx * c, sx * s}, y{-sy * s, sy * c};
  Point ax{1, 0}, ay{0, 1};
  if (normal.size() == 3) {
    double nx = normal[0], ny = normal[1], nz = normal[2];
    const double size = std::sqrt(nx * nx + ny * ny + nz * nz);
    if (size > 0 && (nx != 0 || ny != 0 || nz < 0)) {
      nx /= size, ny /= size, nz /= size;
      double a[3];
      if (std::abs(nx) < 1.0 / 64 && std::abs(ny) < 1.0 / 64) {
        a[0] = nz, a[1] = 0, a[2] = -nx;  // Wy x N
      } else {
        a[0] = -ny, a[1] = nx, a[2] = 0;  // Wz x N
      }
      const double norm = std::sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
      for (double& part : a) part /= norm;
      ax = {a[0], a[1]};
      ay = {ny * a[2] - nz * a[1], nz * a[0] - nx * a[2]};  // N x Ax
    }
  }
  insert.x_axis = x.x * ax + x.y * ay;
  insert.y_axis = y.x * ax + y.y * ay;
}

void add_attributes(const OGRFeature& feature, DxfInsert& insert) {
  const int index = feature.GetFieldIndex("BlockAttributes");
  if (index < 0 || !feature.IsFieldSetAndNotNull(index)) return;
  char** list = feature.GetFieldAsStringList(index);
  for (int i = 0; list != nullptr && list[i] != nullptr; ++i) {
    const std::string entry = list[i];
    const std::size_t space = std::min(entry.find(' '), entry.size());
    const std::string value =
        squeeze(decode_dxf_text(entry.substr(std::min(space + 1, entry.size()))));
    insert.attributes[fold(decode_dxf_text(entry.substr(0, space)))] = value;
  }
}

bool is_absurd(const OGRGeometry& geometry) {
  OGREnvelope box;
  geometry.getEnvelope(&box);
  for (const double value : {box.MinX, box.MinY, box.MaxX, box.MaxY}) {
    if (!std::isfinite(value) || std::abs(value) > kFarthest) return true;
  }
  // An envelope of comparisons overlooks a NaN in the middle.
  bool absurd = false;
  const auto look = [&](const OGRSimpleCurve& curve) {
    for (int i = 0; i < curve.getNumPoints(); ++i) {
      if (!std::isfinite(curve.getX(i)) || !std::isfinite(curve.getY(i))) absurd = true;
    }
  };
  if (wkbFlatten(geometry.getGeometryType()) == wkbLineString) look(*geometry.toLineString());
  return absurd;
}

std::string where_of(const OGRFeature& feature, const std::string& file) {
  return fmt::format("{}: layer '{}': handle {}", file, decode_dxf_text(field(feature, "Layer")),
                     field(feature, "EntityHandle"));
}

std::optional<Error> add_feature(const OGRFeature& feature, const DxfHeader& header,
                                 const std::string& file, bool in_block, DxfContent& content) {
  if (feature.GetFieldIndex("PaperSpace") >= 0 && feature.GetFieldAsInteger("PaperSpace") != 0) {
    return std::nullopt;
  }
  const std::string layer = decode_dxf_text(field(feature, "Layer"));
  // In a block, layer 0 stands for the layer of whoever inserts it: judged there.
  const bool layer_is_borrowed = in_block && layer == "0";
  if (!layer_is_borrowed && (header.hidden_layers.contains(layer) || is_invisible(feature))) {
    return std::nullopt;
  }
  const OGRGeometry* geometry = feature.GetGeometryRef();
  if (geometry == nullptr || geometry->IsEmpty()) return std::nullopt;
  if (is_absurd(*geometry)) {
    return Error{
        Code::BadInput,
        {"De tekening bevat een coördinaat die geen getal is of te groot is om waar te zijn.",
         "The drawing holds a coordinate that is no number or too large to be true."},
        where_of(feature, file)};
  }
  const std::string block = decode_dxf_text(field(feature, "BlockName"));
  const std::string subclasses = field(feature, "SubClasses");
  if (is_annotation(subclasses)) return std::nullopt;
  const bool is_point = wkbFlatten(geometry->getGeometryType()) == wkbPoint;
  if (!block.empty()) {
    if (!is_point || block.starts_with("*D") || block.starts_with("*d")) return std::nullopt;
    DxfInsert insert;
    insert.block = block;
    insert.layer = layer;
    insert.handle = field(feature, "EntityHandle");
    insert.at = {geometry->toPoint()->getX(), geometry->toPoint()->getY()};
    set_axes(feature, insert);
    add_attributes(feature, insert);
    content.inserts.push_back(std::move(insert));
    return std::nullopt;
  }
  DxfItem item;
  item.layer = layer;
  item.handle = field(feature, "EntityHandle");
  if (is_point) {
    item.kind = DxfItem::Kind::Text;
    item.text = decode_dxf_text(field(feature, "Text"));
    if (squeeze(item.text).empty()) return std::nullopt;
    item.points = {{geometry->toPoint()->getX(), geometry->toPoint()->getY()}};
    item.text_height = style_number(feature, ",s:").value_or(0);
    item.points.push_back(middle_of_text(feature, item));
    content.items.push_back(std::move(item));
    return std::nullopt;
  }
  // The strokes of a pattern are no lines of the plan; its outline would have come as a polygon.
  if (contains_word(subclasses, "AcDbHatch") &&
      OGR_GT_IsSubClassOf(wkbFlatten(geometry->getGeometryType()), wkbMultiLineString)) {
    return std::nullopt;
  }
  add_geometry(*geometry, item, content);
  return std::nullopt;
}

}  // namespace

int segments_of(const DxfItem& item) {
  if (item.kind == DxfItem::Kind::Text) return 0;
  std::size_t count = item.points.size() - (item.kind == DxfItem::Kind::Open ? 1 : 0);
  for (const Ring& hole : item.holes) count += hole.size();
  return static_cast<int>(count);
}

Error too_large(double segments, int max_segments, const std::string& file) {
  const auto counts = [&](Lang lang) {
    return std::pair(format_number(segments, 0, lang), format_number(max_segments, 0, lang));
  };
  const auto [many_nl, limit_nl] = counts(Lang::Nl);
  const auto [many_en, limit_en] = counts(Lang::En);
  return {
      Code::TooLarge,
      {fmt::format("De tekening heeft {} lijnstukken; de grens is {}. Laat lagen weg die niet "
                   "bij de plattegrond horen.",
                   many_nl, limit_nl),
       fmt::format("The drawing has {} line segments; the limit is {}. Leave out layers that are "
                   "no part of the floor plan.",
                   many_en, limit_en)},
      file};
}

Result<DxfDrawing> read_dxf_drawing(const std::string& path, int max_segments, Job& job) {
  const std::string file = file_name(path);
  DxfDrawing drawing;
  {
    const Result<std::string> bytes = read_file(path);
    if (!bytes) return bytes.error();
    Result<DxfHeader> header = read_dxf_header(*bytes, file);
    if (!header) return header.error();
    drawing.header = *std::move(header);
  }
  const Result<GdalFile> opened = open_gdal(path, {{"DXF"},
                                                   {{"DXF_INLINE_BLOCKS", "FALSE"},
                                                    {"DXF_MERGE_BLOCK_GEOMETRIES", "FALSE"},
                                                    {"DXF_TRANSLATE_ESCAPE_SEQUENCES", "TRUE"},
                                                    {"DXF_FEATURE_LIMIT_PER_BLOCK", "-1"}},
                                                   {}});
  if (!opened) return opened.error();
  GDALDataset& dataset = opened->dataset();
  for (const char* name : {"blocks", "entities"}) {
    OGRLayer* layer = dataset.GetLayerByName(name);
    if (layer == nullptr) continue;
    const bool in_block = std::string_view(name) == "blocks";
    int done = 0;
    double segments = 0;
    layer->ResetReading();
    while (true) {
      const OGRFeatureUniquePtr feature(layer->GetNextFeature());
      if (feature == nullptr) break;
      if (++done % 4096 == 0 && !job.step(0, 1)) {
        return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, file};
      }
      DxfContent& content =
          in_block ? drawing.blocks[decode_dxf_text(field(*feature, "Block"))] : drawing.model;
      const std::size_t before = content.items.size();
      if (auto error = add_feature(*feature, drawing.header, file, in_block, content)) {
        return *error;
      }
      for (std::size_t i = before; i < content.items.size(); ++i) {
        segments += segments_of(content.items[i]);
      }
      // Beyond the limit they are only counted.
      if (segments > max_segments) content.items.resize(before);
    }
    if (segments > max_segments) return too_large(segments, max_segments, file);
  }
  if (!opened->complaint().empty()) {
    return Error{Code::BadInput,
                 {"Dit DXF-bestand is beschadigd: niet alles kon worden gelezen.",
                  "This DXF file is damaged: not all of it could be read."},
                 file};
  }
  return drawing;
}

}  // namespace trefpunt

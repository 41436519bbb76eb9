// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trefpunt {

namespace {

constexpr int kDeepest = 24;       // items in items: more is a cycle
constexpr double kUpright = 1e-6;  // of a direction of length 1

const StepValue& value(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
}

std::vector<Vec3> lifted(const Ring& ring, double z) {
  std::vector<Vec3> loop;
  for (const Point p : ring) loop.push_back({p.x, p.y, z});
  return loop;
}

Ring placed(const Ring& ring, const Frame& at) {
  Ring out;
  for (const Point p : ring) out.push_back(flat(at({p.x, p.y, 0})));
  return out;
}

Polygon turned_right(Polygon polygon) {
  if (signed_area(polygon.outer) < 0) std::reverse(polygon.outer.begin(), polygon.outer.end());
  for (Ring& hole : polygon.holes) {
    if (signed_area(hole) > 0) std::reverse(hole.begin(), hole.end());
  }
  return polygon;
}

}  // namespace

// Counts how deep things hold each other.
struct IfcShapes::Depth {
  explicit Depth(int& count) : depth(count) { ++depth; }
  ~Depth() { --depth; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;
  bool is_too_deep() const { return depth > kDeepest; }
  int& depth;
};

IfcShapes::IfcShapes(const StepFile& file, double metre, double radian)
    : file_(file), metre_(metre), radian_(radian) {}

void IfcShapes::skip(std::uint32_t id) {
  ++skipped_[std::string(file_.type(id))];
}

Vec3 IfcShapes::point(std::uint32_t id) {
  const Values values = file_.values(id);
  const auto& at = value(values, 0).items;
  return metre_ * Vec3{value(at, 0).number, value(at, 1).number, value(at, 2).number};
}

Vec3 IfcShapes::direction(std::uint32_t id, Vec3 otherwise) {
  if (id == 0) return otherwise;
  const Values values = file_.values(id);
  const auto& along = value(values, 0).items;
  return unit({value(along, 0).number, value(along, 1).number, value(along, 2).number}, otherwise);
}

Frame IfcShapes::axes(std::uint32_t id) {
  if (id == 0) return {};
  const Values values = file_.values(id);
  const Vec3 at = point(value(values, 0).ref);
  if (file_.type(id) == "IFCAXIS2PLACEMENT2D") {
    return frame_of(at, {0, 0, 1}, direction(value(values, 1).ref, {1, 0, 0}));
  }
  return frame_of(at, direction(value(values, 1).ref, {0, 0, 1}),
                  direction(value(values, 2).ref, {1, 0, 0}));
}

// (Axis1, Axis2, LocalOrigin, Scale, Axis3, Scale2, Scale3); the 2D form ends at Scale, or at
// Scale2 when it is non-uniform.
Frame IfcShapes::transform(std::uint32_t id) {
  const Values values = file_.values(id);
  const bool is_flat = file_.type(id).starts_with("IFCCARTESIANTRANSFORMATIONOPERATOR2D");
  const auto number = [&](std::size_t i, double otherwise) {
    const StepValue& one = value(values, i);
    return one.kind == StepValue::Kind::Number ? one.number : otherwise;
  };
  const double scale = number(3, 1);
  const Vec3 x = direction(value(values, 0).ref, {1, 0, 0});
  Vec3 y = direction(value(values, 1).ref, is_flat ? Vec3{-x.y, x.x, 0} : Vec3{0, 1, 0});
  const Vec3 z =
      is_flat ? Vec3{0, 0, 1} : direction(value(values, 4).ref, unit(cross(x, y), {0, 0, 1}));
  if (!is_flat && value(values, 1).ref == 0) y = unit(cross(z, x), y);
  Frame frame{scale * x, number(is_flat ? 4 : 5, scale) * y, number(6, scale) * z,
              point(value(values, 2).ref)};
  if (is_flat) frame.z = {0, 0, 1};
  return frame;
}

Frame IfcShapes::placement(std::uint32_t id) {
  std::vector<std::uint32_t> chain;
  Frame outer;
  std::set<std::uint32_t> seen;
  while (id != 0 && seen.insert(id).second) {
    if (const auto known = placements_.find(id); known != placements_.end()) {
      outer = known->second;
      break;
    }
    chain.push_back(id);
    const Values values = file_.values(id);
    id = file_.type(id) == "IFCLOCALPLACEMENT" ? value(values, 0).ref : 0;
  }
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const Values values = file_.values(*at);
    if (file_.type(*at) == "IFCLOCALPLACEMENT") outer = outer * axes(value(values, 1).ref);
    placements_[*at] = outer;
  }
  return outer;
}

Solid IfcShapes::shape(std::uint32_t product, std::initializer_list<std::string_view> wanted) {
  Solid solid;
  const Values values = file_.values(product);
  const Frame at = placement(value(values, 5).ref);
  const Values definition = file_.values(value(values, 6).ref);
  for (const std::string_view name : wanted) {
    for (const StepValue& one : value(definition, 2).items) {
      const Values representation = file_.values(one.ref);
      const std::string called = value(representation, 1).str();
      const std::string kind = value(representation, 2).str();
      const bool is_line = kind == "Curve2D" || kind == "Curve3D" || kind == "Curve" ||
                           kind == "Annotation2D" || kind == "GeometricCurveSet" ||
                           kind == "Point" || called == "Axis" || called == "Annotation";
      if (name.empty() ? is_line || called == "Box" || called == "FootPrint" : called != name)
        continue;
      for (const StepValue& part : value(representation, 3).items) item(part.ref, at, solid);
    }
    if (!solid.empty()) break;
  }
  return solid;
}

std::optional<double> IfcShapes::line_length(std::uint32_t product,
                                             std::initializer_list<std::string_view> wanted) {
  const Values values = file_.values(product);
  const Values definition = file_.values(value(values, 6).ref);
  for (const std::string_view name : wanted) {
    for (const StepValue& one : value(definition, 2).items) {
      const Values representation = file_.values(one.ref);
      if (value(representation, 1).str() != name) continue;
      for (const StepValue& part : value(representation, 3).items) {
        const auto points = curve(part.ref);
        double sum = 0;
        for (std::size_t i = 1; points && i < points->size(); ++i)
          sum += distance(flat((*points)[i - 1]), flat((*points)[i]));
        if (sum > 0) return sum;
      }
    }
  }
  return std::nullopt;
}

void IfcShapes::item(std::uint32_t id, const Frame& at, Solid& out) {
  const Depth depth(depth_);
  if (depth.is_too_deep()) return skip(id);
  const std::string_view type = file_.type(id);
  const Values values = file_.values(id);
  if (type == "IFCEXTRUDEDAREASOLID" || type == "IFCEXTRUDEDAREASOLIDTAPERED") {
    extrusion(values, at, out);
  } else if (type == "IFCMAPPEDITEM") {
    const Values map = file_.values(value(values, 0).ref);
    const Frame inner = at * transform(value(values, 1).ref) * axes(value(map, 0).ref);
    const Values representation = file_.values(value(map, 1).ref);
    for (const StepValue& part : value(representation, 3).items) item(part.ref, inner, out);
  } else if (type == "IFCBOOLEANCLIPPINGRESULT" || type == "IFCBOOLEANRESULT") {
    item(value(values, 1).ref, at, out);  // what is cut off lies mostly above where a plan looks
  } else if (type == "IFCFACETEDBREP" || type == "IFCFACETEDBREPWITHVOIDS") {
    brep(value(values, 0).ref, at, out);
  } else if (type == "IFCFACEBASEDSURFACEMODEL" || type == "IFCSHELLBASEDSURFACEMODEL") {
    for (const StepValue& shell : value(values, 0).items) brep(shell.ref, at, out);
  } else if (type == "IFCPOLYGONALFACESET" || type == "IFCTRIANGULATEDFACESET" ||
             type == "IFCTRIANGULATEDIRREGULARNETWORK") {
    indexed_faces(type, values, at, out);
  } else if (type == "IFCBOUNDINGBOX") {
    block(point(value(values, 0).ref),
          metre_ * Vec3{value(values, 1).number, value(values, 2).number, value(values, 3).number},
          at, out);
  } else if (type == "IFCBLOCK") {
    block({},
          metre_ * Vec3{value(values, 1).number, value(values, 2).number, value(values, 3).number},
          at * axes(value(values, 0).ref), out);
  } else if (type == "IFCCSGSOLID") {
    item(value(values, 0).ref, at, out);
  } else {
    skip(id);
  }
}

// (SweptArea, Position, ExtrudedDirection, Depth)
void IfcShapes::extrusion(const Values& values, const Frame& at, Solid& out) {
  const Frame base = at * axes(value(values, 1).ref);
  const Vec3 along = base.direction(direction(value(values, 2).ref, {0, 0, 1}));
  const Vec3 path = (metre_ * value(values, 3).number) * along;
  for (const Polygon& area : profile(value(values, 0).ref)) {
    const double tilt = std::hypot(along.x, along.y) + std::hypot(base.x.z, base.y.z);
    if (tilt < kUpright) {
      Prism prism;
      prism.footprint.outer = placed(area.outer, base);
      for (const Ring& hole : area.holes) prism.footprint.holes.push_back(placed(hole, base));
      prism.footprint = turned_right(std::move(prism.footprint));
      prism.low = std::min(base.at.z, base.at.z + path.z);
      prism.high = std::max(base.at.z, base.at.z + path.z);
      out.prisms.push_back(std::move(prism));
      continue;
    }
    std::vector<const Ring*> rings{&area.outer};
    for (const Ring& hole : area.holes) rings.push_back(&hole);
    Facet bottom, top;
    for (const Ring* ring : rings) {
      std::vector<Vec3> low = lifted(*ring, 0), high;
      for (Vec3& p : low) {
        p = base(p);
        high.push_back(p + path);
      }
      for (std::size_t i = 0; i < low.size(); ++i) {
        const std::size_t next = (i + 1) % low.size();
        out.facets.push_back({{{low[i], low[next], high[next], high[i]}}});
      }
      bottom.loops.push_back(std::move(low));
      top.loops.push_back(std::move(high));
    }
    out.facets.push_back(std::move(bottom));
    out.facets.push_back(std::move(top));
  }
}

// IfcClosedShell, IfcOpenShell and IfcConnectedFaceSet of IfcFace with IfcPolyLoop.
void IfcShapes::brep(std::uint32_t shell, const Frame& at, Solid& out) {
  const Values faces = file_.values(shell);
  for (const StepValue& face : value(faces, 0).items) {
    Facet facet;
    const Values face_values = file_.values(face.ref);
    for (const StepValue& bound : value(face_values, 0).items) {
      const Values bound_values = file_.values(bound.ref);
      const Values polygon = file_.values(value(bound_values, 0).ref);
      if (file_.type(value(bound_values, 0).ref) != "IFCPOLYLOOP") {
        skip(value(bound_values, 0).ref);
        continue;
      }
      std::vector<Vec3> loop;
      for (const StepValue& corner : value(polygon, 0).items) loop.push_back(at(point(corner.ref)));
      if (loop.size() >= 3) facet.loops.push_back(std::move(loop));
    }
    if (!facet.loops.empty()) out.facets.push_back(std::move(facet));
  }
}

std::vector<Vec3> IfcShapes::coordinates(std::uint32_t list) {
  std::vector<Vec3> points;
  const Values values = file_.values(list);
  for (const StepValue& row : value(values, 0).items) {
    points.push_back(metre_ * Vec3{value(row.items, 0).number, value(row.items, 1).number,
                                   value(row.items, 2).number});
  }
  return points;
}

// IfcTriangulatedFaceSet (Coordinates, Normals, Closed, CoordIndex, PnIndex) and
// IfcPolygonalFaceSet (Coordinates, Closed, Faces, PnIndex).
void IfcShapes::indexed_faces(std::string_view type, const Values& values, const Frame& at,
                              Solid& out) {
  const std::vector<Vec3> points = coordinates(value(values, 0).ref);
  const bool is_polygonal = type == "IFCPOLYGONALFACESET";
  const Values other = is_polygonal ? value(values, 3).items : value(values, 4).items;
  const auto loop_of = [&](const Values& indices) {
    std::vector<Vec3> loop;
    for (const StepValue& one : indices) {
      std::size_t i = static_cast<std::size_t>(std::max(0.0, one.number));
      if (!other.empty()) i = static_cast<std::size_t>(std::max(0.0, value(other, i - 1).number));
      if (i >= 1 && i <= points.size()) loop.push_back(at(points[i - 1]));
    }
    return loop;
  };
  for (const StepValue& face : value(values, is_polygonal ? 2 : 3).items) {
    Facet facet;
    if (is_polygonal) {
      const Values indices = file_.values(face.ref);
      facet.loops.push_back(loop_of(value(indices, 0).items));
      for (const StepValue& hole : value(indices, 1).items)
        facet.loops.push_back(loop_of(hole.items));
    } else {
      facet.loops.push_back(loop_of(face.items));
    }
    std::erase_if(facet.loops, [](const auto& loop) { return loop.size() < 3; });
    if (!facet.loops.empty()) out.facets.push_back(std::move(facet));
  }
}

void IfcShapes::block(Vec3 corner, Vec3 size, const Frame& at, Solid& out) {
  const auto p = [&](double x, double y, double z) {
    return at(corner + Vec3{x * size.x, y * size.y, z * size.z});
  };
  out.facets.push_back({{{p(0, 0, 0), p(1, 0, 0), p(1, 1, 0), p(0, 1, 0)}}});
  out.facets.push_back({{{p(0, 0, 1), p(1, 0, 1), p(1, 1, 1), p(0, 1, 1)}}});
  out.facets.push_back({{{p(0, 0, 0), p(1, 0, 0), p(1, 0, 1), p(0, 0, 1)}}});
  out.facets.push_back({{{p(0, 1, 0), p(1, 1, 0), p(1, 1, 1), p(0, 1, 1)}}});
  out.facets.push_back({{{p(0, 0, 0), p(0, 1, 0), p(0, 1, 1), p(0, 0, 1)}}});
  out.facets.push_back({{{p(1, 0, 0), p(1, 1, 0), p(1, 1, 1), p(1, 0, 1)}}});
}

}  // namespace trefpunt

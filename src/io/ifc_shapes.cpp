// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_shapes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "io/ifc_depth.h"

namespace trefpunt {

namespace {

constexpr double kFarthestPlace = 1e7;           // m
constexpr std::size_t kMostParts = 1'000'000;    // of one thing: items, corners
constexpr std::size_t kMostAnyway = 5'000'000;   // of the file, and as many more as it has
constexpr std::size_t kMostPerInstance = 100;    // instances times this
constexpr std::size_t kBetweenLooks = 1U << 12;  // parts

// What products are counted for: how far the reading is.
constexpr std::string_view kDrawn[] = {"IFCSPACE",  "IFCWALL",
                                       "IFCDOOR",   "IFCWALLSTANDARDCASE",
                                       "IFCWINDOW", "IFCFURNISHINGELEMENT",
                                       "IFCCOLUMN", "IFCMEMBER",
                                       "IFCPLATE",  "IFCSTAIRFLIGHT"};

}  // namespace

IfcShapes::IfcShapes(const StepFile& file, double metre, double radian, Job* job)
    : file_(file),
      metre_(metre),
      radian_(radian),
      job_(job),
      left_of_file_(kMostAnyway + kMostPerInstance * file.size()) {
  for (const std::string_view type : kDrawn) products_ += file.all(type).size();
}

void IfcShapes::skip(std::uint32_t id) {
  const std::string_view type = file_.type(id);
  ++skipped_[type.empty() ? std::string("?") : std::string(type)];
}

bool IfcShapes::spend(std::size_t parts) {
  if (left_ < parts) return left_ = 0, false;
  if (job_ && (left_ - parts) / kBetweenLooks != left_ / kBetweenLooks && job_->stopped())
    return left_ = 0, false;
  left_ -= parts;
  return true;
}

Vec3 IfcShapes::point(std::uint32_t id) {
  const Values values = file_.values(id);
  const auto& at = step_item(values, 0).items;
  return {size(at, 0), size(at, 1), size(at, 2)};
}

Vec3 IfcShapes::direction(std::uint32_t id, Vec3 otherwise) {
  if (id == 0) return otherwise;
  const Values values = file_.values(id);
  const auto& along = step_item(values, 0).items;
  return unit({step_item(along, 0).number, step_item(along, 1).number, step_item(along, 2).number},
              otherwise);
}

Frame IfcShapes::axes(std::uint32_t id) {
  if (id == 0) return {};
  const Values values = file_.values(id);
  const Vec3 at = point(step_item(values, 0).ref);
  if (file_.type(id) == "IFCAXIS2PLACEMENT2D") {
    return frame_of(at, {0, 0, 1}, direction(step_item(values, 1).ref, {1, 0, 0}));
  }
  return frame_of(at, direction(step_item(values, 1).ref, {0, 0, 1}),
                  direction(step_item(values, 2).ref, {1, 0, 0}));
}

// (Axis1, Axis2, LocalOrigin, Scale, Axis3, Scale2, Scale3); the 2D form ends at Scale, or at
// Scale2 when it is non-uniform. Axes that are not said are those of the system (IfcBaseAxis), so
// that an x axis turned around alone mirrors.
Frame IfcShapes::transform(std::uint32_t id) {
  const Values values = file_.values(id);
  const bool is_flat = file_.type(id).starts_with("IFCCARTESIANTRANSFORMATIONOPERATOR2D");
  const auto number = [&](std::size_t i, double otherwise) {
    const StepValue& one = step_item(values, i);
    return one.kind == StepValue::Kind::Number ? one.number : otherwise;
  };
  const auto axis = [&](std::size_t i, Vec3 otherwise) {
    return direction(step_item(values, i).ref, otherwise);
  };
  const double scale = number(3, 1);
  const Vec3 z = is_flat ? Vec3{0, 0, 1} : axis(4, {0, 0, 1});
  const Vec3 x = frame_of({}, z, axis(0, {1, 0, 0})).x;
  const Vec3 wanted = axis(1, is_flat ? cross(z, x) : Vec3{0, 1, 0});
  const Vec3 y = dot(wanted, cross(z, x)) < 0 ? -1 * cross(z, x) : cross(z, x);
  Frame frame{scale * x, number(is_flat ? 4 : 5, scale) * y, number(6, scale) * z,
              point(step_item(values, 2).ref)};
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
    id = file_.type(id) == "IFCLOCALPLACEMENT" ? step_item(values, 0).ref : 0;
  }
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const Values values = file_.values(*at);
    if (file_.type(*at) == "IFCLOCALPLACEMENT") {
      const Frame placed = outer * axes(step_item(values, 1).ref);
      if (length(placed.at) < kFarthestPlace) {
        outer = placed;
      } else {
        skip(*at);
      }
    }
    placements_[*at] = outer;
  }
  return outer;
}

Solid IfcShapes::shape(std::uint32_t product, std::initializer_list<std::string_view> wanted) {
  drawn_ = std::min(drawn_ + 1, products_);
  if (job_ && !job_->step(static_cast<int>(300 + 600 * drawn_ / products_), 1000)) return {};
  Solid solid;
  left_ = std::min(kMostParts, left_of_file_);
  const std::size_t had = left_;
  const Values values = file_.values(product);
  const Frame at = placement(step_item(values, 5).ref);
  const Values definition = file_.values(step_item(values, 6).ref);
  for (const std::string_view name : wanted) {
    for (const StepValue& one : step_item(definition, 2).items) {
      const Values representation = file_.values(one.ref);
      const std::string called = step_item(representation, 1).str();
      const std::string kind = step_item(representation, 2).str();
      const bool is_line = kind == "Curve2D" || kind == "Curve3D" || kind == "Curve" ||
                           kind == "Annotation2D" || kind == "GeometricCurveSet" ||
                           kind == "Point" || called == "Axis" || called == "Annotation";
      if (name.empty() ? is_line || called == "Box" || called == "FootPrint" : called != name)
        continue;
      for (const StepValue& part : step_item(representation, 3).items) item(part.ref, at, solid);
    }
    if (!solid.empty()) break;
  }
  left_of_file_ -= had - left_;
  if (job_ && job_->stopped()) return {};
  if (left_ == 0 || !is_sane(solid)) {
    ++too_large_[std::string(file_.type(product))];
    return {};
  }
  return solid;
}

std::optional<double> IfcShapes::line_length(std::uint32_t product,
                                             std::initializer_list<std::string_view> wanted) {
  left_ = std::min(kMostParts, left_of_file_);
  const Values values = file_.values(product);
  const Values definition = file_.values(step_item(values, 6).ref);
  for (const std::string_view name : wanted) {
    for (const StepValue& one : step_item(definition, 2).items) {
      const Values representation = file_.values(one.ref);
      if (step_item(representation, 1).str() != name) continue;
      for (const StepValue& part : step_item(representation, 3).items) {
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
  if (!spend(kPerItem)) return;
  const std::string_view type = file_.type(id);
  const Values values = file_.values(id);
  if (type == "IFCMAPPEDITEM") {
    const Values map = file_.values(step_item(values, 0).ref);
    const Frame inner = at * transform(step_item(values, 1).ref) * axes(step_item(map, 0).ref);
    const Values representation = file_.values(step_item(map, 1).ref);
    for (const StepValue& part : step_item(representation, 3).items) item(part.ref, inner, out);
  } else if (type == "IFCBOOLEANCLIPPINGRESULT" || type == "IFCBOOLEANRESULT") {
    boolean(values, at, out);
  } else if (type.starts_with("IFCFACETEDBREP") || type.starts_with("IFCADVANCEDBREP")) {
    brep(step_item(values, 0).ref, at, out);
  } else if (type == "IFCFACEBASEDSURFACEMODEL" || type == "IFCSHELLBASEDSURFACEMODEL") {
    for (const StepValue& shell : step_item(values, 0).items) brep(shell.ref, at, out);
  } else if (type == "IFCPOLYGONALFACESET" || type == "IFCTRIANGULATEDFACESET" ||
             type == "IFCTRIANGULATEDIRREGULARNETWORK") {
    indexed_faces(type, values, at, out);
  } else if (type == "IFCCSGSOLID") {
    item(step_item(values, 0).ref, at, out);
  } else if (!swept(type, values, at, out) && !primitive(type, values, at, out)) {
    skip(id);
  }
}

// (Operator, FirstOperand, SecondOperand)
void IfcShapes::boolean(const Values& values, const Frame& at, Solid& out) {
  const auto made = std::make_shared<IfcBoolean>();
  const std::string_view how = step_item(values, 0).text;
  made->kind = how == "UNION"          ? IfcBoolean::Kind::Union
               : how == "INTERSECTION" ? IfcBoolean::Kind::Intersection
                                       : IfcBoolean::Kind::Difference;
  item(step_item(values, 1).ref, at, made->first);
  const std::uint32_t second = step_item(values, 2).ref;
  const std::string_view type = file_.type(second);
  if (type.find("HALFSPACE") != std::string_view::npos || type == "IFCBOXEDHALFSPACE") {
    half_space(type, file_.values(second), at, made->second);
  } else {
    item(second, at, made->second);
  }
  if (!made->first.empty()) out.booleans.push_back(made);
}

// (BaseSurface, AgreementFlag, Position, PolygonalBoundary)
void IfcShapes::half_space(std::string_view type, const Values& values, const Frame& at,
                           Solid& out) {
  const std::uint32_t surface = step_item(values, 0).ref;
  if (file_.type(surface) != "IFCPLANE") return skip(surface);
  const Frame plane = at * axes(step_item(file_.values(surface), 0).ref);
  const double side = step_item(values, 1).is_true() ? 1 : -1;
  HalfSpace half{plane.at, side * plane.z, {}};
  if (type == "IFCPOLYGONALBOUNDEDHALFSPACE") {
    const Frame upright = at * axes(step_item(values, 2).ref);
    Ring bound = ring(step_item(values, 3).ref);
    for (Point& p : bound) p = flat(upright({p.x, p.y, 0}));
    half.within = polygons_of({std::move(bound)});
    if (half.within.empty()) return;
  }
  out.half_spaces.push_back(std::move(half));
}

}  // namespace trefpunt

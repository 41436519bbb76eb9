// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles and curves of IfcShapes: what is swept into a body, in the plane of the profile.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "io/ifc_shapes.h"

namespace trefpunt {

namespace {

constexpr int kDeepest = 24;
constexpr double kStep = std::numbers::pi / 36;  // of an arc: 5 degrees

const StepValue& value(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
}

Ring box(double width, double depth) {
  const double x = width / 2, y = depth / 2;
  return {{-x, -y}, {x, -y}, {x, y}, {-x, y}};
}

Ring flattened(const std::vector<Vec3>& line) {
  Ring ring;
  for (const Vec3& p : line) {
    if (ring.empty() || distance(ring.back(), flat(p)) > 1e-7) ring.push_back(flat(p));
  }
  while (ring.size() > 1 && distance(ring.front(), ring.back()) <= 1e-7) ring.pop_back();
  return ring;
}

std::vector<Polygon> placed(std::vector<Polygon> polygons, const Frame& at) {
  for (Polygon& polygon : polygons) {
    const auto move = [&](Ring& ring) {
      for (Point& p : ring) p = flat(at({p.x, p.y, 0}));
    };
    move(polygon.outer);
    for (Ring& hole : polygon.holes) move(hole);
  }
  return polygons;
}

// Outlines of I, L, T and U sections without their fillets, around the middle of their box.
Ring steel(std::string_view type, const std::vector<double>& size) {
  const auto s = [&](std::size_t i) { return i < size.size() ? size[i] : 0; };
  if (type == "IFCISHAPEPROFILEDEF") {  // OverallWidth, OverallDepth, WebThickness, FlangeThickness
    const double w = s(0) / 2, d = s(1) / 2, web = s(2) / 2, in = d - s(3);
    return {{-w, -d}, {w, -d}, {w, -in}, {web, -in}, {web, in},   {w, in},
            {w, d},   {-w, d}, {-w, in}, {-web, in}, {-web, -in}, {-w, -in}};
  }
  if (type == "IFCLSHAPEPROFILEDEF") {  // Depth, Width, Thickness
    const double d = s(0) / 2, w = (s(1) > 0 ? s(1) : s(0)) / 2, t = s(2);
    return {{-w, -d}, {w, -d}, {w, -d + t}, {-w + t, -d + t}, {-w + t, d}, {-w, d}};
  }
  const double d = s(0) / 2, w = s(1) / 2;  // Depth, FlangeWidth, WebThickness, FlangeThickness
  if (type == "IFCTSHAPEPROFILEDEF") {
    return {{-s(2) / 2, -d}, {s(2) / 2, -d}, {s(2) / 2, d - s(3)}, {w, d - s(3)},
            {w, d},          {-w, d},        {-w, d - s(3)},       {-s(2) / 2, d - s(3)}};
  }
  return {{-w, -d},      {w, -d}, {w, -d + s(3)}, {-w + s(2), -d + s(3)}, {-w + s(2), d - s(3)},
          {w, d - s(3)}, {w, d},  {-w, d}};
}

}  // namespace

std::vector<Vec3> IfcShapes::arc(const Frame& at, double a, double b, double from,
                                 double to) const {
  const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(to - from) / kStep)));
  std::vector<Vec3> points;
  for (int i = 0; i <= steps; ++i) {
    const double angle = from + (to - from) * i / steps;
    points.push_back(at({a * std::cos(angle), b * std::sin(angle), 0}));
  }
  return points;
}

std::vector<Polygon> IfcShapes::profile(std::uint32_t id) {
  if (++depth_ > kDeepest) {
    --depth_;
    skip(id);
    return {};
  }
  const std::string_view type = file_.type(id);
  const Values values = file_.values(id);
  const auto size = [&](std::size_t i) { return metre_ * value(values, i).number; };
  const auto place = [&] { return axes(value(values, 2).ref); };
  const auto circle = [&](double a, double b) {
    Ring ring = flattened(arc({}, a, b, 0, 2 * std::numbers::pi));
    return ring;
  };
  const auto ring_of = [&](const StepValue& one) {
    const auto line = curve(one.ref);
    return line ? flattened(*line) : Ring{};
  };
  std::vector<Polygon> polygons;
  if (type == "IFCARBITRARYCLOSEDPROFILEDEF" || type == "IFCARBITRARYPROFILEDEFWITHVOIDS") {
    std::vector<Ring> rings{ring_of(value(values, 2))};
    for (const StepValue& hole : value(values, 3).items) rings.push_back(ring_of(hole));
    polygons = polygons_of(std::move(rings));
  } else if (type == "IFCRECTANGLEPROFILEDEF" || type == "IFCROUNDEDRECTANGLEPROFILEDEF") {
    polygons = placed({{box(size(3), size(4)), {}}}, place());
  } else if (type == "IFCRECTANGLEHOLLOWPROFILEDEF") {
    polygons = placed(
        polygons_of({box(size(3), size(4)), box(size(3) - 2 * size(5), size(4) - 2 * size(5))}),
        place());
  } else if (type == "IFCCIRCLEPROFILEDEF") {
    polygons = placed({{circle(size(3), size(3)), {}}}, place());
  } else if (type == "IFCCIRCLEHOLLOWPROFILEDEF") {
    const double inner = size(3) - size(4);
    polygons = placed(polygons_of({circle(size(3), size(3)), circle(inner, inner)}), place());
  } else if (type == "IFCELLIPSEPROFILEDEF") {
    polygons = placed({{circle(size(3), size(4)), {}}}, place());
  } else if (type == "IFCISHAPEPROFILEDEF" || type == "IFCLSHAPEPROFILEDEF" ||
             type == "IFCTSHAPEPROFILEDEF" || type == "IFCUSHAPEPROFILEDEF") {
    polygons = placed({{steel(type, {size(3), size(4), size(5), size(6)}), {}}}, place());
  } else if (type == "IFCDERIVEDPROFILEDEF" || type == "IFCMIRROREDPROFILEDEF") {
    const Frame at = type == "IFCDERIVEDPROFILEDEF" ? transform(value(values, 3).ref)
                                                    : Frame{{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}};
    polygons = placed(profile(value(values, 2).ref), at);
  } else if (type == "IFCCOMPOSITEPROFILEDEF") {
    for (const StepValue& part : value(values, 2).items) {
      for (Polygon& one : profile(part.ref)) polygons.push_back(std::move(one));
    }
  } else {
    skip(id);
  }
  --depth_;
  return polygons;
}

// Nothing for a kind of curve that is not known; it is counted as skipped.
std::optional<std::vector<Vec3>> IfcShapes::curve(std::uint32_t id) {
  if (++depth_ > kDeepest) {
    --depth_;
    skip(id);
    return std::nullopt;
  }
  const std::string_view type = file_.type(id);
  const Values values = file_.values(id);
  std::optional<std::vector<Vec3>> line;
  if (type == "IFCPOLYLINE") {
    line.emplace();
    for (const StepValue& one : value(values, 0).items) line->push_back(point(one.ref));
  } else if (type == "IFCINDEXEDPOLYCURVE") {
    line.emplace();
    const std::vector<Vec3> points = coordinates(value(values, 0).ref);
    const auto at = [&](const StepValue& one) {
      const std::size_t i = static_cast<std::size_t>(std::max(0.0, one.number));
      return i >= 1 && i <= points.size() ? points[i - 1] : Vec3{};
    };
    if (value(values, 1).items.empty()) *line = points;
    for (const StepValue& part : value(values, 1).items) {
      if (part.type == "IFCARCINDEX" && part.items.size() == 3) {
        const Point a = flat(at(part.items[0])), b = flat(at(part.items[1])),
                    c = flat(at(part.items[2]));
        const double twice = 2 * cross(b - a, c - a);
        if (std::abs(twice) < 1e-14) {
          for (const StepValue& one : part.items) line->push_back(at(one));
          continue;
        }
        const Point u = b - a, v = c - a;
        const Point middle{a.x + (v.y * dot(u, u) - u.y * dot(v, v)) / twice,
                           a.y + (u.x * dot(v, v) - v.x * dot(u, u)) / twice};
        const auto angle = [&](Point p) { return std::atan2(p.y - middle.y, p.x - middle.x); };
        double from = angle(a), to = angle(c);
        const double full = 2 * std::numbers::pi;
        if (twice > 0) {
          while (to <= from) to += full;
        } else {
          while (to >= from) to -= full;
        }
        const double radius = distance(middle, a);
        const std::vector<Vec3> bow = arc(
            {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {middle.x, middle.y, 0}}, radius, radius, from, to);
        line->insert(line->end(), bow.begin(), bow.end());
      } else {
        for (const StepValue& one : part.items) line->push_back(at(one));
      }
    }
  } else if (type == "IFCCOMPOSITECURVE" || type == "IFC2DCOMPOSITECURVE") {
    line.emplace();
    for (const StepValue& one : value(values, 0).items) {
      const Values segment = file_.values(one.ref);
      auto part = curve(value(segment, 2).ref);
      if (!part) {
        line.reset();
        break;
      }
      if (!value(segment, 1).is_true()) std::reverse(part->begin(), part->end());
      line->insert(line->end(), part->begin(), part->end());
    }
  } else if (type == "IFCTRIMMEDCURVE") {
    line = trimmed(values);
  } else if (type == "IFCCIRCLE" || type == "IFCELLIPSE") {
    const double a = metre_ * value(values, 1).number;
    const double b = type == "IFCCIRCLE" ? a : metre_ * value(values, 2).number;
    line = arc(axes(value(values, 0).ref), a, b, 0, 2 * std::numbers::pi);
  } else {
    skip(id);
  }
  --depth_;
  return line;
}

// (BasisCurve, Trim1, Trim2, SenseAgreement, MasterRepresentation); a trim is a place, a parameter
// or both. The parameter of a conic is an angle, that of a line the number of its vectors.
std::optional<std::vector<Vec3>> IfcShapes::trimmed(const Values& values) {
  const std::uint32_t basis = value(values, 0).ref;
  const std::string_view type = file_.type(basis);
  const Values shape = file_.values(basis);
  const bool is_same = value(values, 3).is_true();
  const auto place = [&](std::size_t i) -> std::optional<Vec3> {
    for (const StepValue& one : value(values, i).items) {
      if (one.kind == StepValue::Kind::Ref) return point(one.ref);
    }
    return std::nullopt;
  };
  const auto parameter = [&](std::size_t i) -> std::optional<double> {
    for (const StepValue& one : value(values, i).items) {
      if (one.kind == StepValue::Kind::Number) return one.number;
    }
    return std::nullopt;
  };
  if (type == "IFCLINE") {
    const Vec3 start = point(value(shape, 0).ref);
    const Values vector = file_.values(value(shape, 1).ref);
    const Vec3 along =
        (metre_ * value(vector, 1).number) * direction(value(vector, 0).ref, {1, 0, 0});
    std::vector<Vec3> line;
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
      if (const auto at = place(i)) {
        line.push_back(*at);
      } else if (const auto t = parameter(i)) {
        line.push_back(start + *t * along);
      }
    }
    if (line.size() == 2) return line;
  } else if (type == "IFCCIRCLE" || type == "IFCELLIPSE") {
    const Frame at = axes(value(shape, 0).ref);
    const double a = metre_ * value(shape, 1).number;
    const double b = type == "IFCCIRCLE" ? a : metre_ * value(shape, 2).number;
    const auto angle = [&](std::size_t i) -> std::optional<double> {
      if (const auto t = parameter(i)) return *t * radian_;
      const auto p = place(i);
      if (!p || a <= 0 || b <= 0) return std::nullopt;
      const Vec3 away = *p - at.at;
      return std::atan2(dot(away, at.y) / b, dot(away, at.x) / a);
    };
    const auto from = angle(1), to = angle(2);
    if (from && to) {
      const double full = 2 * std::numbers::pi;
      double start = *from, end = *to;
      if (is_same) {
        while (end <= start + 1e-9) end += full;
        while (end > start + full + 1e-9) end -= full;
      } else {
        while (end >= start - 1e-9) end -= full;
        while (end < start - full - 1e-9) end += full;
      }
      return arc(at, a, b, start, end);
    }
  } else if (type == "IFCPOLYLINE") {
    return curve(basis);
  }
  skip(basis);
  return std::nullopt;
}

}  // namespace trefpunt

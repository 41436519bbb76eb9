// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of IfcShapes, as lines of corners.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "io/ifc_depth.h"

namespace trefpunt {

namespace {

constexpr double kArcStep = std::numbers::pi / 36;  // of an arc: 5 degrees
constexpr double kWhole = 2 * std::numbers::pi;

// From one angle to the other, forwards (or backwards), at most once around; the same: around.
double way_between(double from, double to, bool is_forward) {
  double turn = std::fmod(to - from, kWhole);
  if (is_forward && turn <= 1e-9) turn += kWhole;
  if (!is_forward && turn >= -1e-9) turn -= kWhole;
  return turn;
}

}  // namespace

std::vector<Vec3> IfcShapes::arc(const Frame& at, double a, double b, double from,
                                 double to) const {
  if (!(std::abs(to - from) <= 2 * kWhole)) return {};
  const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(to - from) / kArcStep)));
  std::vector<Vec3> points;
  for (int i = 0; i <= steps; ++i) {
    const double angle = from + (to - from) * i / steps;
    points.push_back(at({a * std::cos(angle), b * std::sin(angle), 0}));
  }
  return points;
}

// Nothing for a kind of curve that is not known; it is counted as skipped.
IfcShapes::Curve IfcShapes::curve(std::uint32_t id) {
  const Depth depth(depth_);
  if (depth.is_too_deep()) return skip(id), std::nullopt;
  if (!spend(kPerItem)) return std::nullopt;
  const std::string_view type = file_.type(id);
  const Values values = file_.values(id);
  Curve line;
  if (type == "IFCPOLYLINE") {
    line.emplace();
    for (const StepValue& one : step_item(values, 0).items) line->push_back(point(one.ref));
  } else if (type == "IFCINDEXEDPOLYCURVE") {
    line = indexed_curve(values);
  } else if (type == "IFCCOMPOSITECURVE" || type == "IFC2DCOMPOSITECURVE" ||
             type == "IFCCOMPOSITECURVEONSURFACE" || type == "IFCBOUNDARYCURVE" ||
             type == "IFCOUTERBOUNDARYCURVE") {
    line = composite(values);
  } else if (type == "IFCTRIMMEDCURVE") {
    line = trimmed(values);
  } else if (type == "IFCCIRCLE" || type == "IFCELLIPSE") {
    const double a = size(values, 1), b = type == "IFCCIRCLE" ? a : size(values, 2);
    line = arc(axes(step_item(values, 0).ref), a, b, 0, kWhole);
  } else {
    skip(id);
  }
  if (line && !spend(line->size())) return std::nullopt;
  return line;
}

// (Points, Segments, SelfIntersect); an arc goes through three of the points.
std::vector<Vec3> IfcShapes::indexed_curve(const Values& values) {
  const std::vector<Vec3> points = coordinates(step_item(values, 0).ref);
  if (step_item(values, 1).items.empty()) return points;
  std::vector<Vec3> line;
  const auto at = [&](const StepValue& one) {
    const std::size_t i = one.index();
    return i >= 1 && i <= points.size() ? points[i - 1] : Vec3{};
  };
  for (const StepValue& part : step_item(values, 1).items) {
    if (!spend(1)) return {};
    const bool is_arc = part.type == "IFCARCINDEX" && part.items.size() == 3;
    const Point a = is_arc ? flat(at(part.items[0])) : Point{};
    const Point u = is_arc ? flat(at(part.items[1])) - a : Point{};
    const Point v = is_arc ? flat(at(part.items[2])) - a : Point{};
    const double twice = 2 * cross(u, v);
    if (!is_arc || !(std::abs(twice) > 1e-14)) {
      for (const StepValue& one : part.items) line.push_back(at(one));
      continue;
    }
    const Point away{(v.y * dot(u, u) - u.y * dot(v, v)) / twice,
                     (u.x * dot(v, v) - v.x * dot(u, u)) / twice};
    const double from = std::atan2(-away.y, -away.x);
    const double to = std::atan2(v.y - away.y, v.x - away.x);
    const Frame middle{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {a.x + away.x, a.y + away.y, 0}};
    const double radius = length(away);
    const std::vector<Vec3> bow =
        arc(middle, radius, radius, from, from + way_between(from, to, twice > 0));
    line.insert(line.end(), bow.begin(), bow.end());
  }
  return line;
}

// (Segments, SelfIntersect) of (Transition, SameSense, ParentCurve)
IfcShapes::Curve IfcShapes::composite(const Values& values) {
  std::vector<Vec3> line;
  for (const StepValue& one : step_item(values, 0).items) {
    const Values segment = file_.values(one.ref);
    Curve part = curve(step_item(segment, 2).ref);
    if (!part) return std::nullopt;
    if (!step_item(segment, 1).is_true()) std::reverse(part->begin(), part->end());
    line.insert(line.end(), part->begin(), part->end());
  }
  return line;
}

// (BasisCurve, Trim1, Trim2, SenseAgreement, MasterRepresentation); a trim is a place, a parameter
// or both. The parameter of a conic is an angle, that of a line the number of its vectors.
IfcShapes::Curve IfcShapes::trimmed(const Values& values) {
  const std::uint32_t basis = step_item(values, 0).ref;
  const std::string_view type = file_.type(basis);
  const Values shape = file_.values(basis);
  const auto place = [&](std::size_t i) -> std::optional<Vec3> {
    for (const StepValue& one : step_item(values, i).items) {
      if (one.kind == StepValue::Kind::Ref) return point(one.ref);
    }
    return std::nullopt;
  };
  const auto parameter = [&](std::size_t i) -> std::optional<double> {
    for (const StepValue& one : step_item(values, i).items) {
      if (one.kind == StepValue::Kind::Number) return one.number;
    }
    return std::nullopt;
  };
  if (type == "IFCLINE") {
    const Vec3 start = point(step_item(shape, 0).ref);
    const Values vector = file_.values(step_item(shape, 1).ref);
    const Vec3 along = size(vector, 1) * direction(step_item(vector, 0).ref, {1, 0, 0});
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
    const Frame at = axes(step_item(shape, 0).ref);
    const double a = size(shape, 1), b = type == "IFCCIRCLE" ? a : size(shape, 2);
    const auto angle = [&](std::size_t i) -> std::optional<double> {
      if (const auto t = parameter(i)) return *t * radian_;
      const auto p = place(i);
      if (!p || a <= 0 || b <= 0) return std::nullopt;
      const Vec3 away = *p - at.at;
      return std::atan2(dot(away, at.y) / b, dot(away, at.x) / a);
    };
    const auto from = angle(1), to = angle(2);
    if (from && to) {
      return arc(at, a, b, *from, *from + way_between(*from, *to, step_item(values, 3).is_true()));
    }
  } else if (type == "IFCPOLYLINE") {
    return curve(basis);
  }
  skip(basis);
  return std::nullopt;
}

}  // namespace trefpunt

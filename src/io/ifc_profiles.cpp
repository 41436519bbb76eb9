// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles of IfcShapes: what is swept into a body, in the plane of the profile.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "io/ifc_depth.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostCorners = 4000;  // of one outline: no floor has more, a terrain may
constexpr double kFarFromOrigin = 1e7;      // m

Ring rectangle_of(double width, double depth) {
  const double x = width / 2, y = depth / 2;
  return {{-x, -y}, {x, -y}, {x, y}, {-x, y}};
}

void move_to(std::vector<Polygon>& polygons, const Frame& at) {
  const auto move = [&](Ring& ring) {
    for (Point& p : ring) p = flat(at({p.x, p.y, 0}));
  };
  for (Polygon& polygon : polygons) {
    move(polygon.outer);
    for (Ring& hole : polygon.holes) move(hole);
  }
}

// Outlines of steel sections without their fillets, around the middle of their box. `s` are the
// parameters after the position, in metres.
Ring i_section(double bottom, double depth, double web, double under, double top, double over) {
  const double b = bottom / 2, t = top / 2, w = web / 2, d = depth / 2;
  return {{-b, -d}, {b, -d}, {b, -d + under}, {w, -d + under}, {w, d - over},    {t, d - over},
          {t, d},   {-t, d}, {-t, d - over},  {-w, d - over},  {-w, -d + under}, {-b, -d + under}};
}

Ring steel(std::string_view type, const std::vector<double>& s) {
  if (type == "IFCISHAPEPROFILEDEF") {  // OverallWidth, OverallDepth, WebThickness, FlangeThickness
    return i_section(s[0], s[1], s[2], s[3], s[0], s[3]);
  }
  if (type == "IFCASYMMETRICISHAPEPROFILEDEF") {  // ..., fillet, TopFlangeWidth, its thickness
    return i_section(s[0], s[1], s[2], s[3], s[5], s[6] > 0 ? s[6] : s[3]);
  }
  if (type == "IFCLSHAPEPROFILEDEF") {  // Depth, Width, Thickness
    const double d = s[0] / 2, w = (s[1] > 0 ? s[1] : s[0]) / 2, t = s[2];
    return {{-w, -d}, {w, -d}, {w, -d + t}, {-w + t, -d + t}, {-w + t, d}, {-w, d}};
  }
  const double d = s[0] / 2, w = s[1] / 2;  // Depth, FlangeWidth, WebThickness, FlangeThickness
  if (type == "IFCTSHAPEPROFILEDEF") {
    return {{-s[2] / 2, -d}, {s[2] / 2, -d}, {s[2] / 2, d - s[3]}, {w, d - s[3]},
            {w, d},          {-w, d},        {-w, d - s[3]},       {-s[2] / 2, d - s[3]}};
  }
  if (type == "IFCZSHAPEPROFILEDEF") {
    const double web = s[2] / 2, out = s[1] - web;
    return {{-web, -d}, {out, -d}, {out, -d + s[3]}, {web, -d + s[3]},
            {web, d},   {-out, d}, {-out, d - s[3]}, {-web, d - s[3]}};
  }
  if (type == "IFCCSHAPEPROFILEDEF") {  // Depth, Width, WallThickness, Girth
    const double t = s[2], lip = d - s[3];
    return {{-w, -d},        {w, -d},          {w, -lip},       {w - t, -lip},
            {w - t, -d + t}, {-w + t, -d + t}, {-w + t, d - t}, {w - t, d - t},
            {w - t, lip},    {w, lip},         {w, d},          {-w, d}};
  }
  return {{-w, -d},      {w, -d}, {w, -d + s[3]}, {-w + s[2], -d + s[3]}, {-w + s[2], d - s[3]},
          {w, d - s[3]}, {w, d},  {-w, d}};
}

bool is_steel(std::string_view type) {
  for (const std::string_view one :
       {"IFCISHAPEPROFILEDEF", "IFCASYMMETRICISHAPEPROFILEDEF", "IFCLSHAPEPROFILEDEF",
        "IFCTSHAPEPROFILEDEF", "IFCZSHAPEPROFILEDEF", "IFCCSHAPEPROFILEDEF",
        "IFCUSHAPEPROFILEDEF"}) {
    if (type == one) return true;
  }
  return false;
}

// A line as thick as stated: along one side and back along the other, mitred.
Ring thickened(const Ring& line, double thickness) {
  Ring there, back;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Point before = i > 0 ? line[i] - line[i - 1] : line[1] - line[0];
    const Point after = i + 1 < line.size() ? line[i + 1] - line[i] : before;
    const Point u = (1 / length(before)) * before, v = (1 / length(after)) * after;
    const double bend = std::max(0.1, 1 + dot(u, v));  // a spike of a miter is cut short
    const Point aside = (thickness / 2 / bend) * Point{-u.y - v.y, u.x + v.x};
    there.push_back(line[i] + aside);
    back.push_back(line[i] - aside);
  }
  there.insert(there.end(), back.rbegin(), back.rend());
  return there;
}

}  // namespace

// A curve seen from above, without the repeated last point; empty when it cannot be drawn.
Ring IfcShapes::ring(std::uint32_t id) {
  const Curve line = curve(id);
  Ring ring;
  if (!line) return ring;
  for (const Vec3& p : *line) {
    if (!(std::abs(p.x) < kFarFromOrigin && std::abs(p.y) < kFarFromOrigin)) return {};
    if (ring.empty() || distance(ring.back(), flat(p)) > 1e-7) ring.push_back(flat(p));
  }
  while (ring.size() > 1 && distance(ring.front(), ring.back()) <= 1e-7) ring.pop_back();
  if (ring.size() <= kMostCorners) return ring;
  skip(id);
  return {};
}

std::vector<Polygon> IfcShapes::profile(std::uint32_t id) {
  const Depth depth(depth_);
  if (depth.is_too_deep()) return skip(id), std::vector<Polygon>{};
  if (!spend(kPerItem)) return {};
  return outline(id, file_.type(id), file_.values(id));
}

// (ProfileType, ProfileName, Position, sizes...) of those with a position.
std::vector<Polygon> IfcShapes::outline(std::uint32_t id, std::string_view type,
                                        const Values& values) {
  const auto s = [&](std::size_t i) {
    const double one = size(values, i);
    return std::abs(one) < kFarFromOrigin ? one : 0;
  };
  const auto oval = [&](double a, double b) {
    Ring round;
    for (const Vec3& p : arc({}, a, b, 0, 2 * std::numbers::pi)) round.push_back(flat(p));
    round.pop_back();
    return round;
  };
  std::vector<Polygon> polygons;
  if (type == "IFCARBITRARYCLOSEDPROFILEDEF" || type == "IFCARBITRARYPROFILEDEFWITHVOIDS") {
    std::vector<Ring> rings{ring(step_item(values, 2).ref)};
    for (const StepValue& hole : step_item(values, 3).items) rings.push_back(ring(hole.ref));
    return polygons_of(std::move(rings));
  }
  if (type == "IFCCENTERLINEPROFILEDEF") {
    const Ring line = ring(step_item(values, 2).ref);
    if (line.size() < 2) return {};
    return polygons_of({thickened(line, s(3))});
  }
  if (type == "IFCCOMPOSITEPROFILEDEF") {
    for (const StepValue& part : step_item(values, 2).items) {
      for (Polygon& one : profile(part.ref)) polygons.push_back(std::move(one));
    }
    return polygons;
  }
  if (type == "IFCDERIVEDPROFILEDEF" || type == "IFCMIRROREDPROFILEDEF") {
    polygons = profile(step_item(values, 2).ref);
    move_to(polygons, type == "IFCDERIVEDPROFILEDEF" ? transform(step_item(values, 3).ref)
                                                     : Frame{{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}});
    return polygons;
  }
  if (type == "IFCRECTANGLEPROFILEDEF") {
    polygons = {{rectangle_of(s(3), s(4)), {}}};
  } else if (type == "IFCROUNDEDRECTANGLEPROFILEDEF") {
    const double r = std::min({std::abs(s(5)), std::abs(s(3)) / 2, std::abs(s(4)) / 2});
    const Ring inner = rectangle_of(s(3) - 2 * r, s(4) - 2 * r);
    Ring round;
    for (std::size_t i = 0; i < 4; ++i) {
      const double from = std::numbers::pi * (1 + static_cast<double>(i) / 2);
      for (const Vec3& p : arc({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {inner[i].x, inner[i].y, 0}}, r, r,
                               from, from + std::numbers::pi / 2))
        round.push_back(flat(p));
    }
    polygons = {{std::move(round), {}}};
  } else if (type == "IFCRECTANGLEHOLLOWPROFILEDEF") {
    polygons =
        polygons_of({rectangle_of(s(3), s(4)), rectangle_of(s(3) - 2 * s(5), s(4) - 2 * s(5))});
  } else if (type == "IFCTRAPEZIUMPROFILEDEF") {  // BottomXDim, TopXDim, YDim, TopXOffset
    const double x = s(3) / 2, y = s(5) / 2, left = -x + s(6);
    polygons = {{{{-x, -y}, {x, -y}, {left + s(4), y}, {left, y}}, {}}};
  } else if (type == "IFCCIRCLEPROFILEDEF") {
    polygons = {{oval(s(3), s(3)), {}}};
  } else if (type == "IFCCIRCLEHOLLOWPROFILEDEF") {
    polygons = polygons_of({oval(s(3), s(3)), oval(s(3) - s(4), s(3) - s(4))});
  } else if (type == "IFCELLIPSEPROFILEDEF") {
    polygons = {{oval(s(3), s(4)), {}}};
  } else if (is_steel(type)) {
    std::vector<double> sizes;
    for (std::size_t i = 3; i < 10; ++i) sizes.push_back(s(i));
    polygons = {{steel(type, sizes), {}}};
  } else {
    skip(id);
  }
  move_to(polygons, axes(step_item(values, 2).ref));
  return polygons;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of IfcShapes: what is swept, what is built of faces, and the primitives of CSG.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "io/ifc_shapes.h"

namespace trefpunt {

namespace {

constexpr double kUpright = 1e-6;                // of a direction of length 1
constexpr double kTurn = std::numbers::pi / 36;  // of a revolution: 5 degrees
constexpr int kSidesOfTube = 36;
constexpr double kFull = 2 * std::numbers::pi;

std::vector<Vec3> in_space(const Ring& ring, const Frame& at) {
  std::vector<Vec3> loop;
  for (const Point p : ring) loop.push_back(at({p.x, p.y, 0}));
  return loop;
}

std::vector<const Ring*> loops_of(const Polygon& area) {
  std::vector<const Ring*> rings{&area.outer};
  for (const Ring& hole : area.holes) rings.push_back(&hole);
  return rings;
}

Ring turned_ring(Ring ring, bool is_outer) {
  if ((signed_area(ring) < 0) == is_outer) std::reverse(ring.begin(), ring.end());
  return ring;
}

// The side of a body between two loops that have as many corners.
void add_skin(const std::vector<Vec3>& low, const std::vector<Vec3>& high, Solid& out) {
  for (std::size_t i = 0; i < low.size(); ++i) {
    const std::size_t next = (i + 1) % low.size();
    out.facets.push_back({{{low[i], low[next], high[next], high[i]}}});
  }
}

Ring circle_of(double radius) {
  Ring ring;
  for (double angle = 0; angle < kFull - kTurn / 2; angle += kTurn)
    ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  return ring;
}

// Around an axis through the origin, by Rodrigues.
Vec3 spun(Vec3 p, Vec3 axis, double angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  return c * p + s * cross(axis, p) + ((1 - c) * dot(axis, p)) * axis;
}

void add_box(Vec3 corner, Vec3 size, const Frame& at, Solid& out) {
  const auto side = [&](double z) {
    std::vector<Vec3> loop;
    for (const Point p : Ring{{0, 0}, {1, 0}, {1, 1}, {0, 1}})
      loop.push_back(at(corner + Vec3{p.x * size.x, p.y * size.y, z * size.z}));
    return loop;
  };
  add_skin(side(0), side(1), out);
  out.facets.push_back({{side(0)}});
  out.facets.push_back({{side(1)}});
}

}  // namespace

void IfcShapes::extrude(const Polygon& area, const Frame& base, Vec3 path, Solid& out) {
  const double long_ = length(path);
  const double tilt =
      std::hypot(path.x, path.y) / std::max(long_, 1e-300) + std::hypot(base.x.z, base.y.z);
  std::size_t corners = 0;
  for (const Ring* ring : loops_of(area)) corners += ring->size();
  if (!spend(corners)) return;
  if (tilt < kUpright) {
    const auto placed = [&](const Ring& ring, bool is_outer) {
      Ring moved;
      for (const Point p : ring) moved.push_back(flat(base({p.x, p.y, 0})));
      return turned_ring(std::move(moved), is_outer);
    };
    Prism prism{{placed(area.outer, true), {}},
                std::min(base.at.z, base.at.z + path.z),
                std::max(base.at.z, base.at.z + path.z)};
    for (const Ring& hole : area.holes) prism.footprint.holes.push_back(placed(hole, false));
    out.prisms.push_back(std::move(prism));
    return;
  }
  Facet bottom, top;
  for (const Ring* ring : loops_of(area)) {
    std::vector<Vec3> low = in_space(*ring, base), high = low;
    for (Vec3& p : high) p = p + path;
    add_skin(low, high, out);
    bottom.loops.push_back(std::move(low));
    top.loops.push_back(std::move(high));
  }
  out.facets.push_back(std::move(bottom));
  out.facets.push_back(std::move(top));
}

// (SweptArea, Position, ExtrudedDirection, Depth, EndSweptArea)
void IfcShapes::extrusion(const Values& values, const Frame& at, Solid& out) {
  const Frame base = at * axes(step_item(values, 1).ref);
  const Vec3 along = base.direction(direction(step_item(values, 2).ref, {0, 0, 1}));
  const Vec3 path = size(values, 3) * along;
  const std::vector<Polygon> areas = profile(step_item(values, 0).ref);
  const std::uint32_t end_id = step_item(values, 4).ref;
  if (end_id == 0) {
    for (const Polygon& area : areas) extrude(area, base, path, out);
    return;
  }
  const std::vector<Polygon> ends = profile(end_id);
  const bool is_alike = areas.size() == 1 && ends.size() == 1 && areas[0].holes.empty() &&
                        ends[0].holes.empty() && areas[0].outer.size() == ends[0].outer.size();
  if (!is_alike) return skip(end_id);
  if (!spend(areas[0].outer.size())) return;
  const std::vector<Vec3> low = in_space(turned_ring(areas[0].outer, true), base);
  std::vector<Vec3> high = in_space(turned_ring(ends[0].outer, true), base);
  for (Vec3& p : high) p = p + path;
  add_skin(low, high, out);
  out.facets.push_back({{low}});
  out.facets.push_back({{high}});
}

void IfcShapes::revolve(const Polygon& area, const Frame& base, Vec3 middle, Vec3 axis,
                        double angle, Solid& out) {
  if (!(std::abs(angle) <= kFull + 1e-6)) angle = kFull;
  const bool is_closed = std::abs(angle) > kFull - 1e-6;
  const int steps = std::max(3, static_cast<int>(std::ceil(std::abs(angle) / kTurn)));
  Facet first, last;
  for (const Ring* ring : loops_of(area)) {
    if (!spend(ring->size() * static_cast<std::size_t>(steps))) return;
    const auto at_angle = [&](double turn) {
      std::vector<Vec3> loop;
      for (const Point p : *ring)
        loop.push_back(base(middle + spun(Vec3{p.x, p.y, 0} - middle, axis, turn)));
      return loop;
    };
    std::vector<Vec3> before = at_angle(0);
    first.loops.push_back(before);
    for (int i = 1; i <= steps; ++i) {
      std::vector<Vec3> after = at_angle(is_closed && i == steps ? 0 : angle * i / steps);
      add_skin(before, after, out);
      before = std::move(after);
    }
    last.loops.push_back(std::move(before));
  }
  if (is_closed) return;
  out.facets.push_back(std::move(first));
  out.facets.push_back(std::move(last));
}

void IfcShapes::tube(const std::vector<Vec3>& line, double radius, const Frame& at, Solid& out) {
  std::vector<Vec3> before;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec3 along = line[std::min(i + 1, line.size() - 1)] - line[i > 0 ? i - 1 : 0];
    if (length(along) < 1e-9 || !spend(kSidesOfTube)) continue;
    const Frame across =
        at * frame_of(line[i], along,
                      std::abs(along.x) > std::abs(along.z) ? Vec3{0, 0, 1} : Vec3{1, 0, 0});
    std::vector<Vec3> round;
    for (int k = 0; k < kSidesOfTube; ++k) {
      const double angle = kFull * k / kSidesOfTube;
      round.push_back(across({radius * std::cos(angle), radius * std::sin(angle), 0}));
    }
    if (before.empty()) {
      out.facets.push_back({{round}});
    } else {
      add_skin(before, round, out);
    }
    before = std::move(round);
  }
  if (!before.empty()) out.facets.push_back({{std::move(before)}});
}

bool IfcShapes::swept(std::string_view type, const Values& values, const Frame& at, Solid& out) {
  if (type == "IFCEXTRUDEDAREASOLID" || type == "IFCEXTRUDEDAREASOLIDTAPERED") {
    extrusion(values, at, out);
  } else if (type == "IFCREVOLVEDAREASOLID") {  // (SweptArea, Position, Axis, Angle)
    const Frame base = at * axes(step_item(values, 1).ref);
    const Values axis = file_.values(step_item(values, 2).ref);
    for (const Polygon& area : profile(step_item(values, 0).ref)) {
      revolve(area, base, point(step_item(axis, 0).ref),
              direction(step_item(axis, 1).ref, {0, 0, 1}), radian_ * step_item(values, 3).number,
              out);
    }
  } else if (type == "IFCSWEPTDISKSOLID" || type == "IFCSWEPTDISKSOLIDPOLYGONAL") {
    if (const Curve line = curve(step_item(values, 0).ref)) tube(*line, size(values, 1), at, out);
  } else {
    return false;
  }
  return true;
}

// The first of each is its Position, but for the bounding box: its corner.
bool IfcShapes::primitive(std::string_view type, const Values& values, const Frame& at,
                          Solid& out) {
  if (type == "IFCBOUNDINGBOX") {
    add_box(point(step_item(values, 0).ref), {size(values, 1), size(values, 2), size(values, 3)},
            at, out);
    return true;
  }
  const auto base = [&] { return at * axes(step_item(values, 0).ref); };
  const auto to_a_point = [&](const Ring& ring, double height) {
    const Frame frame = base();
    const std::vector<Vec3> low = in_space(ring, frame);
    add_skin(low, std::vector<Vec3>(low.size(), frame({0, 0, height})), out);
    out.facets.push_back({{low}});
  };
  if (type == "IFCBLOCK") {
    add_box({}, {size(values, 1), size(values, 2), size(values, 3)}, base(), out);
  } else if (type == "IFCRECTANGULARPYRAMID") {
    const double x = size(values, 1), y = size(values, 2);
    to_a_point({{0, 0}, {x, 0}, {x, y}, {0, y}}, size(values, 3));
  } else if (type == "IFCRIGHTCIRCULARCONE") {
    to_a_point(circle_of(size(values, 2)), size(values, 1));
  } else if (type == "IFCRIGHTCIRCULARCYLINDER") {
    const Frame frame = base();
    extrude({circle_of(size(values, 2)), {}}, frame, size(values, 1) * frame.z, out);
  } else if (type == "IFCSPHERE") {
    const double r = size(values, 1);
    Ring half;
    for (int i = 0; i <= 36; ++i) {
      const double angle = std::numbers::pi * (i / 36.0 - 0.5);
      half.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    const Frame frame = base();  // the half circle stands upright, and goes round its chord
    revolve({half, {}}, {frame.x, frame.z, frame.y, frame.at}, {}, {0, 1, 0}, kFull, out);
  } else {
    return false;
  }
  return true;
}

// IfcPolyLoop, or IfcEdgeLoop by the corners where its edges meet.
std::vector<Vec3> IfcShapes::loop(std::uint32_t id, const Frame& at) {
  const Values values = file_.values(id);
  const auto& parts = step_item(values, 0).items;
  std::vector<Vec3> corners;
  if (!spend(parts.size())) return corners;
  if (file_.type(id) == "IFCPOLYLOOP") {
    for (const StepValue& corner : parts) corners.push_back(at(point(corner.ref)));
  } else if (file_.type(id) == "IFCEDGELOOP") {
    for (const StepValue& part : parts) {
      const Values oriented = file_.values(part.ref);
      const Values edge = file_.values(step_item(oriented, 2).ref);
      const std::size_t start = step_item(oriented, 3).is_true() ? 0 : 1;
      const Values vertex = file_.values(step_item(edge, start).ref);
      corners.push_back(at(point(step_item(vertex, 0).ref)));
    }
  } else {
    skip(id);
  }
  return corners;
}

// IfcClosedShell, IfcOpenShell and IfcConnectedFaceSet of IfcFace and its kinds.
void IfcShapes::brep(std::uint32_t shell, const Frame& at, Solid& out) {
  const Values faces = file_.values(shell);
  for (const StepValue& face : step_item(faces, 0).items) {
    Facet facet;
    const Values values = file_.values(face.ref);
    const std::string_view surface = file_.type(step_item(values, 1).ref);
    if (!surface.empty() && surface != "IFCPLANE") skip(step_item(values, 1).ref);  // read as flat
    for (const StepValue& bound : step_item(values, 0).items) {
      const Values of_bound = file_.values(bound.ref);
      std::vector<Vec3> corners = loop(step_item(of_bound, 0).ref, at);
      if (corners.size() >= 3) facet.loops.push_back(std::move(corners));
    }
    if (!facet.loops.empty()) out.facets.push_back(std::move(facet));
  }
}

std::vector<Vec3> IfcShapes::coordinates(std::uint32_t list) {
  std::vector<Vec3> points;
  const Values values = file_.values(list);
  if (!spend(step_item(values, 0).items.size())) return points;
  for (const StepValue& row : step_item(values, 0).items)
    points.push_back({size(row.items, 0), size(row.items, 1), size(row.items, 2)});
  return points;
}

// IfcTriangulatedFaceSet (Coordinates, Normals, Closed, CoordIndex, PnIndex) and
// IfcPolygonalFaceSet (Coordinates, Closed, Faces, PnIndex).
void IfcShapes::indexed_faces(std::string_view type, const Values& values, const Frame& at,
                              Solid& out) {
  const std::vector<Vec3> points = coordinates(step_item(values, 0).ref);
  const bool is_polygonal = type == "IFCPOLYGONALFACESET";
  const auto& other = step_item(values, is_polygonal ? 3 : 4).items;
  const auto add_loop = [&](const Values& indices, Facet& facet) {
    std::vector<Vec3> corners;
    if (!spend(indices.size())) return;
    for (const StepValue& one : indices) {
      std::size_t i = one.index();
      if (!other.empty() && i >= 1) i = step_item(other, i - 1).index();
      if (i >= 1 && i <= points.size()) corners.push_back(at(points[i - 1]));
    }
    if (corners.size() >= 3) facet.loops.push_back(std::move(corners));
  };
  for (const StepValue& face : step_item(values, is_polygonal ? 2 : 3).items) {
    Facet facet;
    if (is_polygonal) {
      const Values indices = file_.values(face.ref);
      add_loop(step_item(indices, 0).items, facet);
      for (const StepValue& hole : step_item(indices, 1).items) add_loop(hole.items, facet);
    } else {
      add_loop(face.items, facet);
    }
    if (!facet.loops.empty()) out.facets.push_back(std::move(facet));
  }
}

}  // namespace trefpunt

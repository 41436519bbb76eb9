// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "io/ifc_frame.h"

namespace trefpunt {

// An upright block: a footprint from one height to another. Metres.
struct Prism {
  Polygon footprint;
  double low = 0, high = 0;
};

// A flat piece of surface: its outline and the outlines of its holes.
struct Facet {
  std::vector<std::vector<Vec3>> loops;
};

// All that lies on one side of a plane, within an upright outline where there is one.
struct HalfSpace {
  Vec3 at, outward;             // `outward` points away from what is in it
  std::vector<Polygon> within;  // seen from above; empty: everywhere
};

struct IfcBoolean;

// A body in space, as blocks where it is made of them and as surface where it is not.
struct Solid {
  std::vector<Prism> prisms;
  std::vector<Facet> facets;
  std::vector<HalfSpace> half_spaces;  // only to be cut away or to cut with
  std::vector<std::shared_ptr<const IfcBoolean>> booleans;

  bool empty() const { return prisms.empty() && facets.empty() && booleans.empty(); }
  void add(const Solid& other);
};

// One body without, within or together with another. Where `second` only cuts, the heights and
// what is seen from above are those of `first`.
struct IfcBoolean {
  enum class Kind { Difference, Intersection, Union };
  Kind kind = Kind::Difference;
  Solid first, second;
};

// The heights between which it lies; nothing when it is empty.
std::optional<std::pair<double, double>> heights(const Solid& solid);

// Whether all of it lies within 10,000 km of the origin and is narrower than 20 km; not so for
// what is no number.
bool is_sane(const Solid& solid);

// What a level plane cuts out of it. Pieces may overlap when parts of the solid do.
std::vector<Polygon> section(const Solid& solid, double height);

// All its points seen from above.
std::vector<Point> seen_from_above(const Solid& solid);

// Counter-clockwise; fewer than three points when they all lie on a line.
Ring convex_hull(std::vector<Point> points);
// The smallest rectangle around points, as four corners counter-clockwise; empty without area.
Ring smallest_rectangle(const std::vector<Point>& points);

// Rings that lie in one plane, whichever way they turn, as polygons with holes (even-odd).
std::vector<Polygon> polygons_of(std::vector<Ring> rings);

}  // namespace trefpunt

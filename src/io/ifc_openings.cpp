// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_openings.h"

#include <algorithm>
#include <cmath>

#include "geom/boxes.h"

namespace trefpunt {

namespace {

constexpr double kJambBeside = 0.03;   // m: how far beside a hole its wall is felt for
constexpr double kThickestWall = 1.5;  // m of a wall

// How far from `p` along `u` the ring is left, at most `most`.
double depth_along(const Ring& ring, Point p, Point u, double most) {
  double nearest = most;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], side = ring[(i + 1) % ring.size()] - a;
    const double turn = cross(u, side);
    if (std::abs(turn) < 1e-12) continue;
    const double t = cross(a - p, side) / turn;
    const double s = cross(a - p, u) / turn;
    if (t > 1e-9 && s >= -1e-9 && s <= 1 + 1e-9) nearest = std::min(nearest, t);
  }
  return nearest;
}

struct Side {
  double above = 0, below = 0;  // m of wall on either side of a jamb's point
  double thickness() const { return above + below; }
};

IfcPassage passage(Point middle, Point u, double half, Point v, double below, double above) {
  const auto at = [&](double s, double t) { return middle + s * u + t * v; };
  return {at(-half, (above - below) / 2),
          at(half, (above - below) / 2),
          {at(-half, -below), at(half, -below), at(half, above), at(-half, above)}};
}

}  // namespace

std::optional<IfcPassage> through_wall(const Ring& rectangle, const std::vector<Ring>& all_walls) {
  if (rectangle.size() != 4) return std::nullopt;
  const Box near = box_of(rectangle).grown(2 * kJambBeside);
  std::vector<Ring> walls;
  for (const Ring& wall : all_walls) {
    if (touch(box_of(wall), near)) walls.push_back(wall);
  }
  const Point center = middle(rectangle[0], rectangle[2]);
  std::optional<IfcPassage> best;
  for (const int turn : {0, 1}) {
    const std::size_t i = static_cast<std::size_t>(turn);
    const Point side = rectangle[i + 1] - rectangle[i];
    const double half = length(side) / 2;
    if (half < 0.05) continue;
    const Point u = (0.5 / half) * side, v{-u.y, u.x};
    // Wall is felt for beside both jambs. Its middle may lie off the middle of the hole's shape,
    // and the two sides may be two pieces: some programs cut the hole out of the wall's own shape.
    const double reach = distance(rectangle[i + 1], rectangle[(i + 2) % 4]) / 2;
    for (const double off : {0.0, -reach / 2, reach / 2, -0.9 * reach, 0.9 * reach}) {
      const Point p = center + off * v;
      std::optional<Side> found;
      bool has_both = true;
      for (const double end : {-1.0, 1.0}) {
        const Point jamb = p + end * (half + kJambBeside) * u;
        bool is_in_wall = false;
        for (const Ring& wall : walls) {
          if (!contains(wall, jamb)) continue;
          is_in_wall = true;
          const Side felt{depth_along(wall, jamb, v, kThickestWall),
                          depth_along(wall, jamb, {-v.x, -v.y}, kThickestWall)};
          // Beside a corner the jamb is in a wall that runs on across.
          if (felt.thickness() < kThickestWall &&
              (!found || felt.thickness() < found->thickness() - 1e-9)) {
            found = felt;
          }
        }
        has_both = has_both && is_in_wall;
      }
      if (!has_both || !found) continue;
      if (!best || found->thickness() < distance(best->footprint[1], best->footprint[2]) - 1e-9)
        best = passage(p, u, half, v, found->below, found->above);
      break;
    }
  }
  return best;
}

IfcPassage in_own_shape(const Ring& rectangle) {
  const bool is_wide = distance(rectangle[0], rectangle[1]) >= distance(rectangle[1], rectangle[2]);
  const std::size_t i = is_wide ? 0 : 1;
  const auto corner = [&](std::size_t k) { return rectangle[(i + k) % 4]; };
  return {middle(corner(0), corner(3)),
          middle(corner(1), corner(2)),
          {corner(0), corner(1), corner(2), corner(3)}};
}

}  // namespace trefpunt

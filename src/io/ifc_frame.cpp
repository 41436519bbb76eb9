// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/ifc_frame.h"

#include <cmath>

namespace trefpunt {

double length(Vec3 a) {
  return std::sqrt(dot(a, a));
}

Vec3 unit(Vec3 a, Vec3 otherwise) {
  const double size = length(a);
  return size > 1e-12 && size < 1e150 ? (1 / size) * a : otherwise;
}

Frame operator*(const Frame& outer, const Frame& inner) {
  return {outer.direction(inner.x), outer.direction(inner.y), outer.direction(inner.z),
          outer(inner.at)};
}

Frame frame_of(Vec3 at, Vec3 z, Vec3 near_x) {
  z = unit(z, {0, 0, 1});
  Vec3 x = near_x - dot(near_x, z) * z;
  if (length(x) < 1e-9) {  // the stated direction is z itself
    const Vec3 other = std::abs(z.x) < 0.9 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
    x = other - dot(other, z) * z;
  }
  x = unit(x, {1, 0, 0});
  return {x, cross(z, x), z, at};
}

}  // namespace trefpunt

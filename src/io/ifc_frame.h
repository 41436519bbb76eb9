// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/shapes.h"

namespace trefpunt {

// A place or a direction in space; a place in metres.
struct Vec3 {
  double x = 0, y = 0, z = 0;
};

inline Vec3 operator+(Vec3 a, Vec3 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
inline Vec3 operator-(Vec3 a, Vec3 b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline Vec3 operator*(double s, Vec3 a) {
  return {s * a.x, s * a.y, s * a.z};
}
inline double dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
double length(Vec3 a);
Vec3 unit(Vec3 a, Vec3 otherwise);  // `otherwise` when it has no length
inline Point flat(Vec3 a) {
  return {a.x, a.y};
}

// Where something stands in what holds it: its axes may be scaled and mirrored.
struct Frame {
  Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, at;

  Vec3 direction(Vec3 p) const { return p.x * x + p.y * y + p.z * z; }
  Vec3 operator()(Vec3 p) const { return at + direction(p); }
};
// First `inner`, then `outer`.
Frame operator*(const Frame& outer, const Frame& inner);

// The axes of IfcAxis2Placement3D: z, and x as near to the stated direction as can be.
Frame frame_of(Vec3 at, Vec3 z, Vec3 near_x);

}  // namespace trefpunt

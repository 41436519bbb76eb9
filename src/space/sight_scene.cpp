// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/sight_scene.h"

#include <algorithm>
#include <cmath>

#include "plan/barriers.h"

namespace trefpunt {

namespace {

void make_canonical(std::vector<MicroSegment>& segments) {
  std::erase_if(segments, [](const MicroSegment& s) { return s.a == s.b; });
  std::sort(segments.begin(), segments.end());
  segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
}

bool stops_sight(const Barrier& barrier, const Storey& storey, bool doors_open) {
  if (barrier.kind == EdgeKind::Wall) return true;
  if (barrier.kind != EdgeKind::Door || doors_open) return false;
  const Door& door = storey.doors[static_cast<std::size_t>(barrier.owner)];
  return !door.is_opening && !door.is_glass;
}

}  // namespace

MicroPoint micro(Point p) {
  return {std::llround(p.x * 1e6), std::llround(p.y * 1e6)};
}

MicroSegment micro(Point a, Point b) {
  const MicroPoint p = micro(a), q = micro(b);
  return p < q ? MicroSegment{p, q} : MicroSegment{q, p};
}

Point metres(MicroPoint p) {
  return {static_cast<double>(p.x) / 1e6, static_cast<double>(p.y) / 1e6};
}

SightScene make_sight_scene(const Storey& storey, const SightParameters& parameters) {
  SightScene scene;
  for (const Barrier& barrier : storey_barriers(storey, parameters.gap)) {
    const MicroSegment segment = micro(barrier.segment.a, barrier.segment.b);
    if (stops_sight(barrier, storey, parameters.doors_open)) scene.sight.push_back(segment);
    if (barrier.kind == EdgeKind::Wall || barrier.kind == EdgeKind::Glass) {
      scene.walking.push_back(segment);
    }
  }
  for (const Furniture& piece : storey.furniture) {
    for (std::size_t i = 0; i < piece.ring.size(); ++i) {
      const MicroSegment segment = micro(piece.ring[i], piece.ring[(i + 1) % piece.ring.size()]);
      scene.walking.push_back(segment);
      if (piece.blocks_sight) scene.sight.push_back(segment);
    }
  }
  make_canonical(scene.sight);
  make_canonical(scene.walking);
  return scene;
}

Key key_of_sight_scene(const SightScene& scene) {
  Hasher hasher;
  hasher.add("sight_scene@1");
  for (const auto* segments : {&scene.sight, &scene.walking}) {
    hasher.add(segments->size());
    for (const MicroSegment& s : *segments) {
      hasher.add(s.a.x).add(s.a.y).add(s.b.x).add(s.b.y);
    }
  }
  return hasher.key();
}

int side_of(MicroPoint a, MicroPoint b, MicroPoint p) {
  const std::int64_t left = (b.x - a.x) * (p.y - a.y);
  const std::int64_t right = (b.y - a.y) * (p.x - a.x);
  return left > right ? 1 : left < right ? -1 : 0;
}

bool touch(const MicroSegment& one, const MicroSegment& other) {
  if (std::max(one.a.x, one.b.x) < std::min(other.a.x, other.b.x) ||
      std::max(other.a.x, other.b.x) < std::min(one.a.x, one.b.x) ||
      std::max(one.a.y, one.b.y) < std::min(other.a.y, other.b.y) ||
      std::max(other.a.y, other.b.y) < std::min(one.a.y, one.b.y)) {
    return false;
  }
  // With boxes that overlap this also holds for segments on one line.
  return side_of(one.a, one.b, other.a) * side_of(one.a, one.b, other.b) <= 0 &&
         side_of(other.a, other.b, one.a) * side_of(other.a, other.b, one.b) <= 0;
}

}  // namespace trefpunt

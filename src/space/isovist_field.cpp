// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/isovist_field.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/index.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr int kBlock = 64;       // points of one piece of work
constexpr double kTouch = 2e-6;  // m; nearer than this a change counts as touching

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

// 0 .. 15 counter-clockwise from the direction of x. A direction on a border may go either way.
int sector(Point to) {
  const double ax = std::abs(to.x), ay = std::abs(to.y);
  constexpr double kTangent = 0.41421356237309503;  // of 22.5 degrees
  int part = ay < ax ? (ay < kTangent * ax ? 0 : 1) : (ax < kTangent * ay ? 3 : 2);
  if (to.x < 0) part = 7 - part;
  return to.y < 0 ? 15 - part : part;
}

IsovistField::Reach reach_of(const Isovist& isovist) {
  IsovistField::Reach reach{};
  for (std::size_t i = 0; i < isovist.corners.size(); ++i) {
    if (isovist.edges[i] == IsovistEdge::Occluding) continue;  // its ends belong to others too
    const Point a = isovist.corners[i], b = isovist.corners[isovist.next(i)];
    const double farthest = std::sqrt(std::max(dot(a, a), dot(b, b)));
    const auto bound =
        std::nextafter(static_cast<float>(farthest), std::numeric_limits<float>::max());
    const int last = sector(b);
    for (int s = sector(a);; s = (s + 1) % IsovistField::kSectors) {
      reach[at(s)] = std::max(reach[at(s)], bound);
      if (s == last) break;
    }
  }
  return reach;
}

// Whether a segment may touch the isovist of a point; never false when it does.
bool may_touch(const IsovistField::Reach& reach, MicroPoint from, const MicroSegment& segment) {
  Point a = metres({segment.a.x - from.x, segment.a.y - from.y});
  Point b = metres({segment.b.x - from.x, segment.b.y - from.y});
  const double nearest = distance({0, 0}, Segment{a, b}) - kTouch;
  if (cross(a, b) < 0) std::swap(a, b);
  const int n = IsovistField::kSectors;
  const int last = (sector(b) + 1) % n;
  for (int s = (sector(a) + n - 1) % n;; s = (s + 1) % n) {
    if (reach[at(s)] >= nearest) return true;
    if (s == last) return false;
  }
}

void resize(IsovistField& field, std::size_t size) {
  field.values.resize(size);
  field.states.resize(size);
  field.is_closed.resize(size);
  field.reach.resize(size);
}

struct Room {
  IsovistMaker maker;
  Isovist isovist;
};

void make_point(const SightMesh& mesh, MicroPoint from, Room& room, IsovistField& field,
                std::size_t i) {
  room.maker.make(mesh, from, room.isovist);
  field.states[i] = room.isovist.state;
  field.is_closed[i] = room.isovist.is_closed;
  if (room.isovist.state == Isovist::State::Seen) {
    field.values[i] = measure(room.isovist);
    field.reach[i] = reach_of(room.isovist);
  } else {  // whatever changes, it is looked at again
    field.values[i] = {};
    field.reach[i].fill(std::numeric_limits<float>::infinity());
  }
}

Status make_points(const SightMesh& mesh, const std::vector<MicroPoint>& points,
                   const std::vector<std::int32_t>& which, int threads, Job& job,
                   IsovistField& field) {
  const int count = (static_cast<int>(which.size()) + kBlock - 1) / kBlock;
  std::atomic<int> done{0};
  parallel_for(count, threads, [&](int block) {
    if (!job.step(done++, count)) return;
    Room room;
    const int end = std::min(static_cast<int>(which.size()), (block + 1) * kBlock);
    for (int k = block * kBlock; k < end; ++k) {
      const std::size_t i = at(which[at(k)]);
      make_point(mesh, points[i], room, field, i);
    }
  });
  if (job.stopped()) return cancelled();
  return Done{};
}

// Per point its place among others, or -1.
std::vector<std::int32_t> find_in(const std::vector<MicroPoint>& points,
                                  const std::vector<MicroPoint>& others) {
  std::vector<std::int32_t> order(others.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::int32_t a, std::int32_t b) { return others[at(a)] < others[at(b)]; });
  std::vector<std::int32_t> found;
  found.reserve(points.size());
  for (const MicroPoint& p : points) {
    const auto same =
        std::lower_bound(order.begin(), order.end(), p,
                         [&](std::int32_t a, const MicroPoint& to) { return others[at(a)] < to; });
    found.push_back(same != order.end() && others[at(*same)] == p ? *same : -1);
  }
  return found;
}

bool have_one_frame(const SightMesh& mesh, const std::vector<MicroSegment>& other) {
  if (other.empty() || mesh.triangles.empty()) return false;
  MicroPoint low = other.front().a, high = low;
  for (const MicroSegment& s : other) {
    low = {std::min({low.x, s.a.x, s.b.x}), std::min({low.y, s.a.y, s.b.y})};
    high = {std::max({high.x, s.a.x, s.b.x}), std::max({high.y, s.a.y, s.b.y})};
  }
  const MicroPoint far{high.x - low.x + 2 * kSightFrame, high.y - low.y + 2 * kSightFrame};
  return mesh.origin == MicroPoint{low.x - kSightFrame, low.y - kSightFrame} && mesh.far == far;
}

}  // namespace

Result<IsovistField> make_isovist_field(const std::vector<MicroSegment>& sight,
                                        const std::vector<MicroPoint>& points, int threads,
                                        Job& job) {
  const Result<SightMesh> mesh = make_sight_mesh(sight);
  if (!mesh) return mesh.error();
  IsovistField field;
  resize(field, points.size());
  std::vector<std::int32_t> all(points.size());
  std::iota(all.begin(), all.end(), 0);
  if (const Status done = make_points(*mesh, points, all, threads, job, field); !done) {
    return done.error();
  }
  return field;
}

Result<IsovistUpdate> update_isovist_field(const IsovistField& before,
                                           const std::vector<MicroSegment>& sight_before,
                                           const std::vector<MicroPoint>& points_before,
                                           const std::vector<MicroSegment>& sight,
                                           const std::vector<MicroPoint>& points, int threads,
                                           Job& job) {
  TP_CHECK(before.values.size() == points_before.size());
  const Result<SightMesh> mesh = make_sight_mesh(sight);
  if (!mesh) return mesh.error();
  std::vector<MicroSegment> changed;
  std::set_symmetric_difference(sight_before.begin(), sight_before.end(), sight.begin(),
                                sight.end(), std::back_inserter(changed));
  // Another frame: all that is open ends elsewhere, and crossings are rounded elsewhere.
  const bool is_comparable = have_one_frame(*mesh, sight_before);
  const std::vector<std::int32_t> old = find_in(points, points_before);
  IsovistUpdate update;
  IsovistField& field = update.field;
  resize(field, points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool is_kept = is_comparable && old[i] >= 0 &&
                         std::none_of(changed.begin(), changed.end(), [&](const MicroSegment& s) {
                           return may_touch(before.reach[at(old[i])], points[i], s);
                         });
    if (!is_kept) {
      update.remade.push_back(static_cast<std::int32_t>(i));
      continue;
    }
    field.values[i] = before.values[at(old[i])];
    field.states[i] = before.states[at(old[i])];
    field.is_closed[i] = before.is_closed[at(old[i])];
    field.reach[i] = before.reach[at(old[i])];
  }
  if (const Status done = make_points(*mesh, points, update.remade, threads, job, field); !done) {
    return done.error();
  }
  return update;
}

}  // namespace trefpunt

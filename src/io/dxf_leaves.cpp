// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_leaves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "io/dxf_arcs.h"

namespace trefpunt {

namespace {

constexpr double kSmallestLeaf = 0.4, kLargestLeaf = 1.7;  // m, for arcs that no block vouches for
constexpr double kLeastSweep = 0.8, kMostSweep = 2.1;      // radians
constexpr double kMeet = 0.06;                             // m between two leaves of one door
constexpr double kShortest = 0.6, kLongest = 2.5;          // m, a door that is but a line

struct Leaf {
  Point hinge;
  double radius = 0;
  std::array<Point, 2> end;
  std::array<bool, 2> drawn{};  // the leaf itself is drawn here: it stands open there
  int object = -1;
  std::string handle, layer;
};

void add_leaves(const DxfItem& item, int object, bool any_size, std::vector<Leaf>& leaves) {
  if (item.kind != DxfItem::Kind::Open && item.kind != DxfItem::Kind::Closed) return;
  std::vector<Point> line = item.points;
  if (item.kind == DxfItem::Kind::Closed) line.push_back(line.front());
  for (const Arc& arc : arcs_in(line)) {
    if (arc.sweep < kLeastSweep || arc.sweep > kMostSweep) continue;
    if (arc.radius < kSmallestLeaf || (!any_size && arc.radius > kLargestLeaf)) continue;
    Leaf leaf;
    leaf.hinge = arc.centre;
    leaf.radius = arc.radius;
    leaf.end = {arc.from, arc.to};
    leaf.object = object;
    leaf.handle = item.handle;
    leaf.layer = item.layer;
    const auto same = std::find_if(leaves.begin(), leaves.end(), [&](const Leaf& other) {
      return distance(other.hinge, leaf.hinge) < 0.1 &&
             std::abs(other.radius - leaf.radius) < 0.1 &&
             std::min(distance(other.end[0], leaf.end[0]) + distance(other.end[1], leaf.end[1]),
                      distance(other.end[0], leaf.end[1]) + distance(other.end[1], leaf.end[0])) <
                 0.2;
    });
    if (same == leaves.end()) leaves.push_back(leaf);
  }
}

void mark_drawn(const DxfItem& item, Leaf& leaf) {
  if (item.kind == DxfItem::Kind::Text) return;
  const std::size_t count = item.points.size();
  const double near = 0.15 * leaf.radius;
  for (std::size_t i = 0; i + 1 < count + (item.kind == DxfItem::Kind::Open ? 0 : 1); ++i) {
    const Point p = item.points[i], q = item.points[(i + 1) % count];
    for (std::size_t k = 0; k < 2; ++k) {
      if ((distance(p, leaf.hinge) < near && distance(q, leaf.end[k]) < near) ||
          (distance(q, leaf.hinge) < near && distance(p, leaf.end[k]) < near)) {
        leaf.drawn[k] = true;
      }
    }
  }
}

std::vector<Leaf> leaves_of(const FlatDrawing& drawing) {
  std::vector<Leaf> leaves;
  for (std::size_t o = 0; o < drawing.objects.size(); ++o) {
    const MeantObject& object = drawing.objects[o];
    if (object.meaning != Meaning::Door && object.meaning != Meaning::Window) continue;
    const std::size_t first = leaves.size();
    const bool any_size = object.meaning == Meaning::Door && object.by_name;
    for (const DxfItem& item : object.items) {
      add_leaves(item, static_cast<int>(o), any_size, leaves);
    }
    for (std::size_t i = first; i < leaves.size(); ++i) {
      for (const DxfItem& item : object.items) mark_drawn(item, leaves[i]);
      leaves[i].handle = object.handle;
      leaves[i].layer = object.layer;
    }
  }
  const std::size_t loose = leaves.size();
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning == Meaning::Door) add_leaves(meant.item, -1, false, leaves);
  }
  for (std::size_t i = loose; i < leaves.size(); ++i) {
    const Box around = box_of({leaves[i].hinge, leaves[i].end[0], leaves[i].end[1]}).grown(0.1);
    for (const MeantItem& meant : drawing.items) {
      if (meant.meaning == Meaning::Door && !meant.item.points.empty() &&
          around.contains(meant.item.points.front())) {
        mark_drawn(meant.item, leaves[i]);
      }
    }
  }
  return leaves;
}

// The other leaf of a double door: the closed leaves touch, hinge to hinge in one line.
std::optional<std::size_t> other_leaf(const std::vector<Leaf>& leaves, std::size_t i,
                                      const std::vector<bool>& used) {
  std::optional<std::size_t> best;
  double nearest = kMeet * 2;
  for (std::size_t k = 0; k < leaves.size(); ++k) {
    if (k == i || used[k]) continue;
    const Leaf &a = leaves[i], &b = leaves[k];
    const double apart = distance(a.hinge, b.hinge), both = a.radius + b.radius;
    if (std::abs(apart - both) > 0.08 * both + kMeet) continue;
    for (const Point p : a.end) {
      for (const Point q : b.end) {
        const double gap = distance(p, q) + (a.object == b.object && a.object >= 0 ? 0 : kMeet);
        const bool straight = distance(p, Segment{a.hinge, b.hinge}) < 0.1 * both;
        if (straight && gap < nearest) {
          nearest = gap;
          best = k;
        }
      }
    }
  }
  return best;
}

bool inside_swing(const DxfItem& item, const std::vector<Leaf>& leaves) {
  return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    return std::all_of(item.points.begin(), item.points.end(),
                       [&](Point p) { return distance(p, leaf.hinge) < leaf.radius + 0.2; });
  });
}

double length_of(const DoorSign& sign) {
  return distance(sign.readings.front().a, sign.readings.front().b);
}

// Loose lines and outlines on door layers that are no part of a swing.
std::vector<DoorSign> line_signs(const FlatDrawing& drawing, const std::vector<Leaf>& leaves) {
  std::vector<DoorSign> signs;
  for (const MeantItem& meant : drawing.items) {
    const DxfItem& item = meant.item;
    if (meant.meaning != Meaning::Door || item.kind == DxfItem::Kind::Text) continue;
    if (item.points.size() > 6 || inside_swing(item, leaves)) continue;
    const auto line = middle_line({item}, item.points[1] - item.points[0]);
    if (!line || distance(line->a, line->b) < kShortest) continue;
    DoorSign sign;
    sign.readings = {*line};
    sign.handle = item.handle;
    sign.layer = item.layer;
    sign.needs_walls = true;
    signs.push_back(std::move(sign));
  }
  return signs;
}

}  // namespace

std::optional<Segment> middle_line(const std::vector<DxfItem>& items, Point x_axis) {
  const double size = length(x_axis);
  if (size <= 0) return std::nullopt;
  const Point u = (1 / size) * x_axis, v{-u.y, u.x};
  Box box;
  for (const DxfItem& item : items) {
    if (item.kind == DxfItem::Kind::Text) continue;
    for (const Point p : item.points) box.add(Point{dot(p, u), dot(p, v)});
  }
  if (box.empty() || std::max(box.width(), box.height()) < 0.05) return std::nullopt;
  const Point centre = middle(box.low, box.high);
  const auto at = [&](double x, double y) { return x * u + y * v; };
  if (box.width() >= box.height()) {
    return Segment{at(box.low.x, centre.y), at(box.high.x, centre.y)};
  }
  return Segment{at(centre.x, box.low.y), at(centre.x, box.high.y)};
}

bool is_glazing(const MeantObject& object) {
  if (object.meaning == Meaning::Window) return true;
  if (object.meaning != Meaning::Door || object.by_name) return false;
  std::vector<Leaf> leaves;
  for (const DxfItem& item : object.items) add_leaves(item, 0, false, leaves);
  return leaves.empty();
}

std::vector<DoorSign> door_signs(const FlatDrawing& drawing) {
  const std::vector<Leaf> leaves = leaves_of(drawing);
  std::vector<bool> used(leaves.size(), false);
  std::vector<DoorSign> signs;
  std::vector<bool> has_leaf(drawing.objects.size(), false);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].object >= 0) has_leaf[static_cast<std::size_t>(leaves[i].object)] = true;
    if (used[i]) continue;
    used[i] = true;
    DoorSign sign;
    sign.object = leaves[i].object;
    sign.handle = leaves[i].handle;
    sign.layer = leaves[i].layer;
    if (const auto k = other_leaf(leaves, i, used)) {
      used[*k] = true;
      sign.readings = {{leaves[i].hinge, leaves[*k].hinge}};
      if (sign.object < 0) sign.object = leaves[*k].object;
    } else {
      const std::size_t shut = leaves[i].drawn[0] && !leaves[i].drawn[1] ? 1 : 0;
      sign.readings = {{leaves[i].hinge, leaves[i].end[shut]}};
      // With the open leaf drawn on one side only, the other side is where it shuts.
      if (leaves[i].drawn[0] == leaves[i].drawn[1]) {
        sign.readings.push_back({leaves[i].hinge, leaves[i].end[1 - shut]});
      }
    }
    signs.push_back(std::move(sign));
  }
  for (std::size_t o = 0; o < drawing.objects.size(); ++o) {
    const MeantObject& object = drawing.objects[o];
    if (object.meaning != Meaning::Door || has_leaf[o] || is_glazing(object)) continue;
    const auto line = middle_line(object.items, object.x_axis);
    if (!line) continue;
    DoorSign sign;
    sign.readings = {*line};
    sign.object = static_cast<int>(o);
    sign.handle = object.handle;
    sign.layer = object.layer;
    signs.push_back(std::move(sign));
  }
  for (DoorSign& sign : line_signs(drawing, leaves)) {
    if (length_of(sign) <= kLongest) signs.push_back(std::move(sign));
  }
  return signs;
}

std::vector<DoorSign> glazing_signs(const FlatDrawing& drawing) {
  std::vector<DoorSign> signs = line_signs(drawing, leaves_of(drawing));
  std::erase_if(signs, [](const DoorSign& sign) { return length_of(sign) <= kLongest; });
  return signs;
}

}  // namespace trefpunt

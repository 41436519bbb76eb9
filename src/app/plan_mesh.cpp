// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_mesh.h"

#include <algorithm>
#include <cmath>

#include "app/mesh_builder.h"
#include "report/drawing_legend.h"
#include "report/drawing_lines.h"

namespace trefpunt {

namespace {

constexpr Rgb kWindowPane = 0xe3eef5;
constexpr Rgb kLeaf = 0x8a6d3b;
constexpr Rgb kThing = 0x8b8f96;
constexpr double kTread = 0.28;  // m
constexpr int kMostTreads = 80;
constexpr double kSeatRadius = 0.14;  // m

Paint paint_of_space(const Space& space, const PlanLook& look) {
  Paint paint{0xffffff};
  if (look.colours) {
    const auto found = look.colours->entry_of.find(to_string(space.id));
    if (found != look.colours->entry_of.end()) {
      paint = look.colours->entries[static_cast<std::size_t>(found->second)].paint;
    }
  } else {
    paint = paint_of(group_of(space.use));
  }
  if (look.is_stale) paint = {greyed(paint.fill), paint.hatch, greyed(paint.ink)};
  return paint;
}

// Either the floors or what is solid.
void add_faces(MeshBuilder& builder, const Storey& storey, const Layout& layout,
               const PlanLook& look, bool is_of_solids) {
  if (!layout.mesh || layout.zone.size() != layout.mesh->triangles.size()) return;
  // Spaces by id: the layout may be of an earlier state of the storey.
  std::map<int, const Space*> spaces;
  for (const Space& space : storey.spaces) spaces[space.id.number] = &space;
  const Mesh& mesh = *layout.mesh;
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const auto index = static_cast<std::size_t>(t);
    Paint paint{0xf7f7f4};
    const bool is_cavity = index < layout.is_cavity.size() && layout.is_cavity[index];
    if (layout.zone[index] == Zone::Outside) continue;
    const bool is_solid = layout.zone[index] == Zone::Solid || is_cavity;
    if (is_solid != is_of_solids) continue;
    if (is_solid) {
      paint = {kWallColour};
    } else if (layout.zone[index] == Zone::Floor && layout.region[index] >= 0) {
      const int which = layout.space_of_region[static_cast<std::size_t>(layout.region[index])];
      if (which >= 0 && which < static_cast<int>(layout.shapes.size())) {
        const auto space = spaces.find(layout.shapes[static_cast<std::size_t>(which)].id.number);
        if (space != spaces.end()) paint = paint_of_space(*space->second, look);
      }
    }
    builder.triangle(mesh.at(t, 0), mesh.at(t, 1), mesh.at(t, 2), paint);
  }
}

void add_link(MeshBuilder& builder, const Link& link) {
  const Ring& ring = link.footprint;
  if (ring.size() < 3) return;
  Point along{1, 0};
  double longest = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point edge = ring[(i + 1) % ring.size()] - ring[i];
    if (length(edge) <= longest) continue;
    longest = length(edge);
    along = unit_vector(edge);
  }
  const auto add = [&](const std::vector<Segment>& parts) {
    for (const Segment& part : parts) builder.line(part.a, part.b, 1, 0x5c6470);
  };
  const Point across{-along.y, along.x};
  if (link.kind == LinkKind::Stairs) {
    double low = 1e300, high = -1e300;
    for (const Point p : ring) {
      low = std::min(low, dot(p, along));
      high = std::max(high, dot(p, along));
    }
    const double step = std::max(kTread, (high - low) / kMostTreads);
    for (double at = low + step; at < high - step / 2; at += step) {
      add(clipped(ring, at * along + dot(ring[0], across) * across, across));
    }
  } else if (link.kind == LinkKind::Lift) {
    add(clipped(ring, centroid(ring), along + across));
    add(clipped(ring, centroid(ring), along - across));
  } else {
    add(clipped(ring, centroid(ring), along));
  }
  builder.lines(ring, true, 1.5, 0x5c6470);
}

void add_walls(MeshBuilder& builder, const Storey& storey) {
  for (const Wall& wall : storey.walls) {
    if (wall.is_glass) {
      for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
        builder.double_line(wall.points[i], wall.points[i + 1]);
      }
      if (wall.is_closed) builder.double_line(wall.points.back(), wall.points.front());
    } else {
      builder.lines(wall.points, wall.is_closed, wall.is_closed ? 1.2 : 3, kWallColour);
    }
  }
}

void add_openings(MeshBuilder& builder, const Storey& storey) {
  for (const Window& window : storey.windows) {
    if (window.footprint.size() == 4) {
      builder.quad(window.footprint, {kWindowPane});
      builder.lines(window.footprint, true, 1, kGlassColour);
    } else {
      builder.double_line(window.a, window.b);
    }
  }
  for (const Door& door : storey.doors) {
    if (door.footprint.size() == 4) {
      builder.quad(door.footprint, {0xffffff});
      builder.line(door.footprint[1], door.footprint[2], 1, kWallColour);
      builder.line(door.footprint[3], door.footprint[0], 1, kWallColour);
    } else {
      builder.line(door.a, door.b, 5, 0xffffff);
    }
    if (door.is_opening) continue;
    builder.line(door.a, door.b, door.is_glass ? 2.5 : 1.5, door.is_glass ? kGlassColour : kLeaf);
  }
}

}  // namespace

PlanMesh plan_mesh(const Storey& storey, const Layout* layout, const PlanLook& look) {
  const Box box = box_of(storey);
  MeshBuilder builder(box.empty() ? Point{} : middle(box.low, box.high));
  if (layout) {
    add_faces(builder, storey, *layout, look, false);
    builder.end_floors();
    add_faces(builder, storey, *layout, look, true);
  }
  if (look.show_furniture) {
    for (const Furniture& piece : storey.furniture) builder.lines(piece.ring, true, 1, kThing);
  }
  for (const Link& link : storey.links) add_link(builder, link);
  for (const Boundary& boundary : storey.boundaries) {
    builder.lines(boundary.points, boundary.is_closed, 1, 0xb9bdc4);
  }
  add_walls(builder, storey);
  add_openings(builder, storey);
  if (look.colours) {
    for (const Door& door : storey.doors) {
      const auto found = look.colours->entry_of.find(to_string(door.id));
      if (found == look.colours->entry_of.end()) continue;
      const Paint paint = look.colours->entries[static_cast<std::size_t>(found->second)].paint;
      builder.line(door.a, door.b, 9, kWallColour);
      builder.line(door.a, door.b, 7, look.is_stale ? greyed(paint.fill) : paint.fill);
    }
  }
  if (look.show_seats) {
    for (const Seat& seat : storey.seats) builder.disc(seat.at, kSeatRadius, kSeatColour);
  }
  return builder.take();
}

}  // namespace trefpunt

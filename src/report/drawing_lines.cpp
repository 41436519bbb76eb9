// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing_lines.h"

#include <algorithm>
#include <cmath>

#include "report/drawing_legend.h"

namespace trefpunt {

namespace {

constexpr Paint kSolid = {kWallColour};
constexpr Paint kPane = {0xe3eef5};
constexpr double kRim = 1.2;     // px, hides boundaries that run along a wall
constexpr double kTread = 0.28;  // m
constexpr int kMostTreads = 80;

Ring on_page(const Ring& ring, const View& view) {
  Ring out;
  for (const Point p : ring) out.push_back(view(p));
  return out;
}

Point unit(Point v) {
  const double l = length(v);
  return l > 0 ? Point{v.x / l, v.y / l} : Point{1, 0};
}

// Two lines beside a-b, `apart` pixels from each other.
Stroke double_line(Point a, Point b, double apart) {
  const Point d = unit(b - a);
  const Point side = (apart / 2) * Point{-d.y, d.x};
  return {{{a + side, b + side}, {a - side, b - side}}, false, 1.2, kGlassColour};
}

void draw_walls(const Storey& storey, const Layout& layout, const View& view,
                std::vector<Shape>& into) {
  // The mass between the lines of a wall, as far as the layout knows it.
  if (layout.mesh && layout.zone.size() == layout.mesh->triangles.size()) {
    std::vector<bool> mass(layout.zone.size(), false);
    for (std::size_t t = 0; t < mass.size(); ++t) {
      const bool is_cavity = t < layout.is_cavity.size() && layout.is_cavity[t];
      mass[t] = layout.zone[t] == Zone::Solid || layout.zone[t] == Zone::DoorReveal || is_cavity;
    }
    for (const Polygon& polygon : outline(*layout.mesh, mass)) {
      Area area{{on_page(polygon.outer, view)}, kSolid};
      for (const Ring& hole : polygon.holes) area.rings.push_back(on_page(hole, view));
      into.push_back(Stroke{area.rings, true, kRim, kWallColour});
      into.push_back(std::move(area));
    }
  }
  Stroke lines{{}, false, 2, kWallColour};
  for (const Wall& wall : storey.walls) {
    if (wall.is_glass) continue;
    if (wall.is_closed && wall.points.size() >= 3) {
      into.push_back(Stroke{{on_page(wall.points, view)}, true, kRim, kWallColour});
      into.push_back(Area{{on_page(wall.points, view)}, kSolid});
    } else {
      lines.lines.push_back(on_page(wall.points, view));
    }
  }
  if (!lines.lines.empty()) into.push_back(std::move(lines));
  for (const Wall& wall : storey.walls) {
    if (!wall.is_glass) continue;
    if (wall.is_closed && wall.points.size() >= 3) {
      into.push_back(Area{{on_page(wall.points, view)}, kPane});
      into.push_back(Stroke{{on_page(wall.points, view)}, true, 1.2, kGlassColour});
      continue;
    }
    for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
      into.push_back(double_line(view(wall.points[i]), view(wall.points[i + 1]), 3.2));
    }
  }
}

void draw_windows(const Storey& storey, const View& view, std::vector<Shape>& into) {
  for (const Window& window : storey.windows) {
    if (window.footprint.size() >= 3) {
      into.push_back(Area{{on_page(window.footprint, view)}, kPane});
      into.push_back(Stroke{{on_page(window.footprint, view)}, true, 1, kGlassColour});
    } else {
      into.push_back(Stroke{{{view(window.a), view(window.b)}}, false, 4.5, 0xffffff});
      into.push_back(double_line(view(window.a), view(window.b), 3.2));
    }
  }
}

// A gap in the wall with a thin leaf in it; an opening has no leaf.
void draw_doors(const Storey& storey, const View& view, std::vector<Shape>& into) {
  Stroke leaves{{}, false, 1, 0x8a6d3b};
  Stroke jambs{{}, false, 1, kWallColour};
  for (const Door& door : storey.doors) {
    const Point a = view(door.a), b = view(door.b);
    if (door.footprint.size() == 4) {
      const Ring ring = on_page(door.footprint, view);
      into.push_back(Area{{ring}, {0xffffff}});
      jambs.lines.push_back({ring[1], ring[2]});
      jambs.lines.push_back({ring[3], ring[0]});
    } else {
      into.push_back(Stroke{{{a, b}}, false, 5, 0xffffff});
      const Point d = unit(b - a);
      const Point side = 3.0 * Point{-d.y, d.x};
      jambs.lines.push_back({a + side, a - side});
      jambs.lines.push_back({b + side, b - side});
    }
    if (!door.is_opening) leaves.lines.push_back({a, b});
  }
  if (!leaves.lines.empty()) into.push_back(std::move(leaves));
  if (!jambs.lines.empty()) into.push_back(std::move(jambs));
}

void draw_links(const Storey& storey, const View& view, std::vector<Shape>& into) {
  for (const Link& link : storey.links) {
    const Ring& ring = link.footprint;
    if (ring.size() < 3) continue;
    Stroke lines{{}, false, 0.8, 0x5c6470};
    const auto add = [&](const std::vector<Segment>& parts) {
      for (const Segment& part : parts) lines.lines.push_back({view(part.a), view(part.b)});
    };
    Point along{1, 0};
    double longest = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point edge = ring[(i + 1) % ring.size()] - ring[i];
      if (length(edge) > longest) {
        longest = length(edge);
        along = unit(edge);
      }
    }
    const Point across{-along.y, along.x};
    if (link.kind == LinkKind::Stairs) {
      double low = 1e300, high = -1e300;
      for (const Point p : ring) {
        low = std::min(low, dot(p, along));
        high = std::max(high, dot(p, along));
      }
      const double step = std::max(kTread, (high - low) / kMostTreads);
      const double level = dot(ring[0], across);
      for (double at = low + step; at < high - step / 2; at += step) {
        add(clipped(ring, at * along + level * across, across));
      }
    } else if (link.kind == LinkKind::Lift) {
      const Point heart = centroid(ring);
      add(clipped(ring, heart, along + across));
      add(clipped(ring, heart, along - across));
      if (ring.size() == 4) {
        lines.lines = {{view(ring[0]), view(ring[2])}, {view(ring[1]), view(ring[3])}};
      }
    } else {
      add(clipped(ring, centroid(ring), along));
    }
    lines.lines.push_back(on_page(ring, view));
    lines.lines.back().push_back(lines.lines.back().front());
    into.push_back(std::move(lines));
  }
}

}  // namespace

void mark_numbers(const std::vector<NumberedPoint>& numbers, const View& view,
                  std::vector<Shape>& into) {
  for (const NumberedPoint& one : numbers) {
    if (!view.box.contains(one.at)) continue;
    const Point at = view(one.at);
    into.push_back(Dot{{at}, 9.5, 0xffffff});
    into.push_back(Dot{{at}, 8.5, kInk});
    into.push_back(Word{at + Point{0, 4}, std::to_string(one.number), 11, Anchor::Middle, true,
                        false, 0xffffff});
  }
}

std::vector<Segment> clipped(const Ring& ring, Point through, Point direction) {
  std::vector<double> at;  // along the line, of each crossing
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    const double side_a = cross(direction, a - through), side_b = cross(direction, b - through);
    if ((side_a > 0) == (side_b > 0)) continue;
    const Point hit = a + (side_a / (side_a - side_b)) * (b - a);
    at.push_back(dot(hit - through, direction) / dot(direction, direction));
  }
  std::sort(at.begin(), at.end());
  std::vector<Segment> parts;
  for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
    parts.push_back({through + at[i] * direction, through + at[i + 1] * direction});
  }
  return parts;
}

void draw_structure(const Storey& storey, const Layout& layout, const View& view,
                    std::vector<Shape>& into) {
  Stroke furniture{{}, true, 0.8, 0x8b8f96};
  for (const Furniture& piece : storey.furniture) {
    if (piece.ring.size() >= 3) furniture.lines.push_back(on_page(piece.ring, view));
  }
  if (!furniture.lines.empty()) into.push_back(std::move(furniture));
  draw_links(storey, view, into);
  Stroke edges{{}, false, 1, 0x8b8f96, 4};
  for (const Boundary& boundary : storey.boundaries) {
    Line line = on_page(boundary.points, view);
    if (boundary.is_closed && !line.empty()) line.push_back(line.front());
    edges.lines.push_back(std::move(line));
  }
  if (!edges.lines.empty()) into.push_back(std::move(edges));
  draw_walls(storey, layout, view, into);
  draw_windows(storey, view, into);
  draw_doors(storey, view, into);
  Dot seats{{}, std::clamp(0.14 * view.scale, 1.0, 3.5), kSeatColour};
  for (const Seat& seat : storey.seats) seats.at.push_back(view(seat.at));
  if (!seats.at.empty()) into.push_back(std::move(seats));
}

void mark_door(const Door& door, const View& view, Paint paint, std::vector<Shape>& into) {
  const Point a = view(door.a), b = view(door.b);
  const Point d = unit(b - a);
  const Point end = 2.0 * d;
  const Point side = 5.0 * Point{-d.y, d.x};
  const Ring bar = {a - end - side, b + end - side, b + end + side, a - end + side};
  into.push_back(Area{{bar}, paint});
  into.push_back(Stroke{{bar}, true, 1.2, kWallColour});
}

void mark_place(const Building& building, const Layout& layout, const PlanPlace& place,
                const View& view, std::vector<Shape>& into) {
  const Storey& storey = *building.storeys[static_cast<std::size_t>(place.storey)];
  for (std::size_t i = 0; i < storey.spaces.size() && i < layout.shapes.size(); ++i) {
    if (to_string(storey.spaces[i].id) != place.object || !layout.shapes[i].polygon) continue;
    into.push_back(
        Stroke{{on_page(layout.shapes[i].polygon->outer, view)}, true, 2.4, kPlaceColour, 5});
    return;
  }
  constexpr int kCorners = 24;
  Ring ring;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = 2 * 3.14159265358979 * i / kCorners;
    ring.push_back(view(place.at) + 11.0 * Point{std::cos(angle), std::sin(angle)});
  }
  into.push_back(Stroke{{ring}, true, 2.4, kPlaceColour, 5});
}

}  // namespace trefpunt

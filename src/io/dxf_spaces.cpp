// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_spaces.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
namespace trefpunt {

namespace {

constexpr double kSmallest = 0.5;          // m2: no space is smaller, named or not
constexpr double kSmallestNameless = 1.0;  // m2
constexpr double kNarrowest = 0.7;         // m: nobody stands in less
constexpr double kShaft = 2.5;             // m2: a smaller face without a door is a shaft
constexpr double kShaftWidth = 1.1;        // m
constexpr double kCavity = 0.225;          // m: thinner ones the layout takes for wall by itself
constexpr double kFurnished = 0.1;         // share of a face
constexpr double kStairwell = 0.3;         // share of a nameless face that its stairs take
constexpr double kSmallPlan = 12.0;        // m: of a smaller plan all sizes count in proportion

std::size_t at_index(int i) {
  return static_cast<std::size_t>(i);
}

struct Content {
  bool has_door = false;
  int seats = 0;
  double furniture_m2 = 0;
  double stairs_m2 = 0, lift_m2 = 0;
  std::vector<Stamp> stamps;
};

// Just beyond the two faces of the wall that a door stands in.
std::vector<Point> beside(const Door& door) {
  const double width = distance(door.a, door.b);
  if (width <= 0) return {};
  const Point n = (1 / width) * Point{door.a.y - door.b.y, door.b.x - door.a.x};
  Point plus = middle(door.a, door.b), minus = plus;
  if (door.footprint.size() == 4) {
    plus = middle(door.footprint[2], door.footprint[3]);
    minus = middle(door.footprint[0], door.footprint[1]);
    if (dot(plus - minus, n) < 0) std::swap(plus, minus);
  }
  return {plus + 0.05 * n, minus - 0.05 * n, plus + 0.15 * n, minus - 0.15 * n};
}

std::vector<Content> contents_of(const Storey& storey, const Faces& faces,
                                 const std::vector<Stamp>& stamps) {
  std::vector<Content> contents(faces.area.size());
  for (const Door& door : storey.doors) {
    for (const Point p : beside(door)) {
      if (const auto face = faces.at(p)) contents[at_index(*face)].has_door = true;
    }
  }
  for (const Seat& seat : storey.seats) {
    if (const auto face = faces.at(seat.at)) ++contents[at_index(*face)].seats;
  }
  for (const Link& link : storey.links) {
    const auto face = faces.at(label_point({link.footprint, {}}));
    if (!face || link.kind == LinkKind::Ramp) continue;
    Content& content = contents[at_index(*face)];
    (link.kind == LinkKind::Lift ? content.lift_m2 : content.stairs_m2) +=
        std::abs(signed_area(link.footprint));
  }
  // Of pieces that lie in one another the largest counts.
  std::vector<const Furniture*> pieces;
  for (const Furniture& piece : storey.furniture) pieces.push_back(&piece);
  std::stable_sort(pieces.begin(), pieces.end(), [](const Furniture* a, const Furniture* b) {
    return std::abs(signed_area(a->ring)) > std::abs(signed_area(b->ring));
  });
  std::vector<Box> counted;
  for (const Furniture* piece : pieces) {
    const Box box = box_of(piece->ring);
    const Point centre = middle(box.low, box.high);
    const auto face = faces.at(centre);
    if (!face || std::any_of(counted.begin(), counted.end(),
                             [&](const Box& other) { return other.contains(centre); })) {
      continue;
    }
    counted.push_back(box);
    contents[at_index(*face)].furniture_m2 += std::abs(signed_area(piece->ring));
  }
  for (const Stamp& stamp : stamps) {
    auto face = faces.at(stamp.at);
    if (!face) face = faces.at(stamp.or_at);
    if (face) contents[at_index(*face)].stamps.push_back(stamp);
  }
  for (Content& content : contents) content.stamps = joined(std::move(content.stamps));
  return contents;
}

double to_edge(const Polygon& polygon, Point p) {
  double nearest = 1e9;
  const auto look = [&](const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      nearest = std::min(nearest, distance(p, Segment{ring[i], ring[(i + 1) % ring.size()]}));
    }
  };
  look(polygon.outer);
  for (const Ring& hole : polygon.holes) look(hole);
  return nearest;
}

Space space_from(const Stamp* stamp) {
  Space space;
  if (stamp == nullptr) return space;
  space.name = stamp->name;
  space.number = stamp->number;
  space.stated_area_m2 = stamp->area_m2;
  space.source_key = stamp->handle;
  return space;
}

// Of several texts in a face those with a number each name a space; else the fullest names it.
std::vector<const Stamp*> naming(const std::vector<Stamp>& all) {
  std::vector<const Stamp*> stamps;
  for (const Stamp& stamp : all) stamps.push_back(&stamp);
  const auto weight = [](const Stamp* stamp) {
    return (stamp->is_stamp ? 8 : 0) + (stamp->number.empty() ? 0 : 4) +
           (stamp->name.empty() ? 0 : 2) + (stamp->area_m2 ? 1 : 0);
  };
  std::stable_sort(stamps.begin(), stamps.end(),
                   [&](const Stamp* a, const Stamp* b) { return weight(a) > weight(b); });
  std::vector<const Stamp*> names;
  for (const Stamp* stamp : stamps) {
    if (names.empty()) {
      names.push_back(stamp);
      continue;
    }
    const bool other_room = stamp->is_stamp == names.front()->is_stamp && !stamp->number.empty() &&
                            !names.front()->number.empty();
    const bool known = std::any_of(names.begin(), names.end(), [&](const Stamp* name) {
      return name->number == stamp->number;
    });
    if (other_room && !known) names.push_back(stamp);
  }
  return names;
}

// A face that may be a space.
struct Candidate {
  Polygon polygon;
  Point anchor;
  double area = 0, width = 0;  // width: of the largest circle in it
  const Content* content = nullptr;
  bool is_used() const {
    return !content->stamps.empty() || content->has_door || content->seats > 0;
  }
};

// An island in another face that nobody enters, or, where doors are drawn, any face without one.
bool is_void(const Candidate& one, const std::vector<Candidate>& all, bool has_doors) {
  if (one.is_used() || one.content->furniture_m2 > kFurnished * area(one.polygon)) return false;
  return has_doors || std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
           return std::any_of(other.polygon.holes.begin(), other.polygon.holes.end(),
                              [&](const Ring& hole) { return contains(hole, one.anchor); });
         });
}

// What a face shows of its use without a name.
Use use_of(const Candidate& one, const std::vector<Candidate>& all, bool has_doors) {
  const double enough = kStairwell * area(one.polygon);
  if (one.content->stamps.empty() && one.content->stairs_m2 > enough) return Use::Stairs;
  if (one.content->stamps.empty() && one.content->lift_m2 > enough) return Use::Lift;
  return is_void(one, all, has_doors) ? Use::Void : Use::Unknown;
}

}  // namespace

void add_spaces(const std::vector<Stamp>& stamps, const Faces& faces, Storey& storey) {
  const Box plan = box_of(storey);
  const double scale = std::min(1.0, std::max(plan.width(), plan.height()) / kSmallPlan);
  const std::vector<Content> contents = contents_of(storey, faces, stamps);
  const bool has_doors = std::any_of(storey.doors.begin(), storey.doors.end(),
                                     [](const Door& door) { return !door.is_opening; });
  std::vector<Candidate> candidates;
  for (int face = 0; face < static_cast<int>(faces.area.size()); ++face) {
    Candidate one;
    one.area = faces.area[at_index(face)] / (scale * scale);
    one.content = &contents[at_index(face)];
    if (one.area < kSmallest || faces.width[at_index(face)] / scale < kCavity) continue;
    std::vector<bool> inside(faces.of.size());
    for (std::size_t t = 0; t < inside.size(); ++t) inside[t] = faces.of[t] == face;
    std::vector<Polygon> polygons = outline(faces.mesh, inside);
    if (polygons.empty()) continue;
    one.polygon = std::move(polygons.front());
    one.anchor = label_point(one.polygon);
    one.width = 2 * to_edge(one.polygon, one.anchor) / scale;

    const bool is_wide =
        one.width >= kNarrowest || (!one.content->stamps.empty() && one.width >= kNarrowest / 2);
    const bool is_shaft =
        has_doors && !one.is_used() && (one.area < kShaft || one.width < kShaftWidth);
    if (is_wide && !is_shaft && (one.is_used() || one.area >= kSmallestNameless)) {
      candidates.push_back(std::move(one));
    } else if (one.width < kNarrowest && polygons.size() == 1 && one.polygon.holes.empty()) {
      // A ring of wall says it best; one with holes cannot be said so.
      Wall wall;
      wall.points = one.polygon.outer;
      wall.is_closed = true;
      storey.walls.push_back(std::move(wall));
    }
  }
  // Named ones in the order of the drawing, then from the top down.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     const auto order = [](const Candidate& one) {
                       int first = std::numeric_limits<int>::max();
                       for (const Stamp& stamp : one.content->stamps)
                         first = std::min(first, stamp.order);
                       return std::tuple(first, -one.anchor.y, one.anchor.x);
                     };
                     return order(a) < order(b);
                   });
  for (const Candidate& one : candidates) {
    std::vector<const Stamp*> names = naming(one.content->stamps);
    if (names.empty()) names.push_back(nullptr);
    for (const Stamp* stamp : names) {
      Space space = space_from(stamp);
      space.anchor = names.size() == 1 ? one.anchor : stamp->at;
      if (const Use use = use_of(one, candidates, has_doors); use != Use::Unknown) {
        space.use = use;
        space.use_is_suggested = true;
      }
      storey.spaces.push_back(std::move(space));
    }
  }
}

void lines_to_outside_are_windows(const Faces& faces, const std::vector<bool>& is_mere_line,
                                  Storey& storey) {
  std::vector<Door> doors;
  for (std::size_t i = 0; i < storey.doors.size(); ++i) {
    Door& door = storey.doors[i];
    const std::vector<Point> sides = beside(door);
    const auto floor = [&](std::size_t side) {
      return faces.at(sides[side]) || faces.at(sides[side + 2]);
    };
    if (i >= is_mere_line.size() || !is_mere_line[i] || sides.empty() || (floor(0) && floor(1))) {
      doors.push_back(std::move(door));
      continue;
    }
    Window window;
    window.a = door.a;
    window.b = door.b;
    window.footprint = std::move(door.footprint);
    window.source_key = std::move(door.source_key);
    storey.windows.push_back(std::move(window));
  }
  storey.doors = std::move(doors);
}

}  // namespace trefpunt

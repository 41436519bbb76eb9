// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "io/ifc_findings.h"
#include "io/ifc_storey.h"

namespace trefpunt {

namespace {

constexpr double kSmallestLink = 0.2;  // m2
constexpr double kLinkReach = 0.5;     // m: how near a floor a stair must come to serve it
constexpr double kLevel = 0.02;        // m between treads: nearer is one tread
constexpr double kTread = 0.03;        // m2: a smaller level face is an edge
constexpr double kFlat = 0.02;         // rise / run: less is a landing

Vec3 centre_of(const std::vector<Vec3>& loop) {
  Vec3 sum;
  for (const Vec3& p : loop) sum = sum + p;
  return (1.0 / static_cast<double>(loop.size())) * sum;
}

// Twice the area, along the normal.
Vec3 normal_of(const std::vector<Vec3>& loop) {
  Vec3 sum;
  for (std::size_t i = 1; i + 1 < loop.size(); ++i)
    sum = sum + cross(loop[i] - loop[0], loop[i + 1] - loop[0]);
  return sum;
}

struct StairTread {
  double height = 0, size = 0;
  Point at;
};

// The level faces of a stair from low to high, those at one height together: where feet go.
std::vector<StairTread> treads_of(const Solid& solid) {
  std::vector<StairTread> faces;
  for (const Prism& prism : solid.prisms) {
    const Point at = centroid(prism.footprint.outer);
    faces.push_back({prism.high, area(prism.footprint), at});
  }
  for (const Facet& facet : solid.facets) {
    if (facet.loops.empty() || facet.loops[0].size() < 3) continue;
    const Vec3 normal = normal_of(facet.loops[0]);
    const double size = length(normal);
    if (size < 2 * kTread || std::abs(normal.z) < 0.999 * size) continue;
    const Vec3 at = centre_of(facet.loops[0]);
    faces.push_back({at.z, size / 2, flat(at)});
  }
  std::erase_if(faces, [](const StairTread& face) { return face.size < kTread; });
  std::stable_sort(faces.begin(), faces.end(),
                   [](const StairTread& a, const StairTread& b) { return a.height < b.height; });
  std::vector<StairTread> treads;
  for (const StairTread& face : faces) {
    if (treads.empty() || face.height - treads.back().height > kLevel) {
      treads.push_back(face);
      continue;
    }
    StairTread& same = treads.back();
    const double all = same.size + face.size;
    same.at = (1 / all) * (same.size * same.at + face.size * face.at);
    same.size = all;
  }
  return treads;
}

// m along the middles of the treads; nothing for a shape without at least four of them.
std::optional<double> walked_over(const Solid& solid) {
  const std::vector<StairTread> treads = treads_of(solid);
  if (treads.size() < 4) return std::nullopt;
  double sum = 0;
  for (std::size_t i = 1; i < treads.size(); ++i) {
    sum += std::hypot(distance(treads[i - 1].at, treads[i].at),
                      treads[i].height - treads[i - 1].height);
  }
  return sum;
}

// What the stair or one flight of it says: its walking line, else steps of believable size.
std::optional<double> stated_length(IfcReading& reading, std::uint32_t flight) {
  const auto values = reading.file.values(flight);
  const auto between = heights(reading.shapes.shape(flight, {"Body", ""}));
  if (const auto line = reading.shapes.line_length(flight, {"WalkingLine", "Axis"});
      line && between)
    return std::hypot(*line, between->second - between->first);
  const auto properties = reading.properties(flight);
  const auto number = [&](std::size_t attribute, std::string_view name) -> double {
    if (const IfcProperty* said = find_property(properties, {name});
        said && said->value.number > 0) {
      return said->value.number;
    }
    return attribute < values.size() ? values[attribute].number : 0;
  };
  const bool is_flight = reading.file.type(flight).ends_with("FLIGHT");
  const double treads = number(is_flight ? 9 : 99, "numberoftreads");
  const double rise = reading.metre * number(is_flight ? 10 : 99, "riserheight");
  const double going = reading.metre * number(is_flight ? 11 : 99, "treadlength");
  if (treads < 1 || treads > 100 || rise < 0.1 || rise > 0.25 || going < 0.18 || going > 0.4)
    return std::nullopt;
  return treads * std::hypot(rise, going);
}

// What feet go over: the thing itself, its flights and landings; not its railings and strings.
Solid walked_part(IfcReading& reading, std::uint32_t id, std::vector<std::uint32_t>& flights) {
  Solid walked = reading.shapes.shape(id, {"Body", ""});
  if (const auto parts = reading.relations.parts.find(id); parts != reading.relations.parts.end()) {
    for (const std::uint32_t part : parts->second) {
      const std::string_view type = reading.file.type(part);
      if (type.ends_with("FLIGHT")) flights.push_back(part);
      if (type.ends_with("FLIGHT") || type.starts_with("IFCSLAB"))
        walked.add(reading.shapes.shape(part, {"Body", ""}));
    }
  }
  if (flights.empty()) flights.push_back(id);
  return walked.empty() ? reading.body(id) : walked;
}

// A single flight where it says so, else over the treads: landings are in no flight's line.
std::optional<double> stair_length(IfcReading& reading, const std::vector<std::uint32_t>& flights,
                                   const Solid& walked) {
  if (flights.size() == 1) {
    if (const auto said = stated_length(reading, flights.front())) return said;
  }
  if (const auto over = walked_over(walked)) return over;
  double sum = 0;
  for (const std::uint32_t flight : flights) {
    const auto said = stated_length(reading, flight);
    if (!said) return std::nullopt;
    sum += *said;
  }
  return sum;
}

struct RampWay {
  double slope = 0, length = 0;
};

// From its largest sloping face; steepest where flights differ.
std::optional<RampWay> ramp_way(const Solid& solid) {
  std::optional<RampWay> found;
  double low = 1e300, high = -1e300;
  for (const Facet& facet : solid.facets) {
    if (facet.loops.empty() || facet.loops[0].size() < 3) continue;
    const Vec3 normal = normal_of(facet.loops[0]);
    const double across = std::hypot(normal.x, normal.y);
    if (length(normal) < 0.5 || std::abs(normal.z) < across) continue;  // upright, or a crumb
    const double slope = across / std::abs(normal.z);
    if (slope < kFlat) continue;
    if (!found) found = RampWay{};
    found->slope = std::max(found->slope, slope);
    // The top and the underside go the same way: from the lowest of one to its highest.
    double bottom = 1e300, top = -1e300;
    for (const Vec3& p : facet.loops[0]) {
      bottom = std::min(bottom, p.z);
      top = std::max(top, p.z);
    }
    if (low > 1e299 || top > high) {
      low = std::min(low, bottom);
      high = top;
    }
  }
  if (found) found->length = (high - low) * std::hypot(1, found->slope) / found->slope;
  return found;
}

std::optional<double> stated_slope(const IfcReading& reading, std::uint32_t id) {
  const auto properties = reading.properties(id);
  for (const char* name : {"requiredslope", "slope", "helling", "neigung"}) {
    const IfcProperty* said = find_property(properties, {name});
    if (!said || said->value.number <= 0) continue;
    const double value = said->value.number;
    if (said->value.type == "IFCPLANEANGLEMEASURE") {
      const double angle = value * reading.shapes.radian();
      if (angle < 0.8) return std::tan(angle);
    } else if (said->value.type.ends_with("RATIOMEASURE") && value < 1) {
      return value;
    }
  }
  return std::nullopt;
}

void add_ifc_link(IfcReading& reading, std::uint32_t id, LinkKind kind) {
  std::vector<std::uint32_t> flights;
  const Solid solid = walked_part(reading, id, flights);
  const IfcStorey* own = reading.storey_of(id, solid);
  const auto between = heights(solid);
  Ring hull = convex_hull(seen_from_above(solid));
  snap_ring(hull);
  if (!own || hull.size() < 3 || std::abs(signed_area(hull)) < kSmallestLink)
    return reading.skip(id, IfcSkip::NoShape);
  Link link{{}, kind, hull, std::nullopt, std::nullopt, name_of(reading.file, id).id};
  if (kind == LinkKind::Stairs) link.walking_length = stair_length(reading, flights, solid);
  if (kind == LinkKind::Ramp) {
    link.slope = stated_slope(reading, id);
    if (const auto way = ramp_way(solid)) {
      if (!link.slope) link.slope = way->slope;
      link.walking_length = way->length;
    }
  }
  for (IfcStorey& storey : reading.storeys) {
    const bool is_there = &storey == own || (storey.floor > between->first + kLinkReach &&
                                             storey.floor < between->second + kLinkReach);
    if (is_there) storey.draft.raw.storey.links.push_back(link);
  }
}

bool is_ifc_lift(const IfcReading& reading, std::uint32_t id) {
  if (reading.file.type(id) != "IFCTRANSPORTELEMENT") return true;  // a proxy that says so
  const auto values = reading.file.values(id);
  const std::string_view kind = values.size() > 8 ? values[8].text : "";
  if (kind == "ELEVATOR" || kind == "LIFTINGGEAR") return kind == "ELEVATOR";
  const std::string called = reading.called(id);
  if (says_any(called, {"lift", "elevator", "aufzug", "fahrstuhl"})) return true;
  const std::uint32_t type = reading.relations.type_of(id);
  const auto of_type = reading.file.values(type);
  return of_type.size() > 9 && of_type[9].text == "ELEVATOR";
}

bool has_link_in(const Storey& storey, const Polygon& room, LinkKind kind) {
  return std::any_of(storey.links.begin(), storey.links.end(), [&](const Link& link) {
    return link.kind == kind && (contains(room, centroid(link.footprint)) ||
                                 contains(link.footprint, label_point(room)));
  });
}

// A shaft or a stairwell that is a room on every storey but holds no lift or stair in the model.
void links_of_spaces(IfcReading& reading) {
  std::string names;
  for (IfcStorey& storey : reading.storeys) {
    Storey& drawn = storey.draft.raw.storey;
    for (const RoomDraft& room : storey.draft.rooms) {
      const Use use = room.space.use;
      if (use != Use::Lift && use != Use::Stairs) continue;
      const LinkKind kind = use == Use::Lift ? LinkKind::Lift : LinkKind::Stairs;
      if (has_link_in(drawn, room.polygon, kind)) continue;
      // One that leads up from below may end in this room.
      drawn.links.push_back(
          {{}, kind, room.polygon.outer, std::nullopt, std::nullopt, room.space.source_key});
      names += (names.empty() ? "" : ", ") + room.space.name;
    }
  }
  if (names.empty()) return;
  reading.findings.push_back(
      {finding::kLinkFromSpace,
       Severity::Note,
       {"Het model tekent hier geen trap of lift; de naam van de ruimte zegt dat die er is: " +
            names + ".",
        "The model draws no stairs or lift here; the name of the space says that there are: " +
            names + "."},
       "",
       "",
       std::nullopt});
}

}  // namespace

void add_ifc_links(IfcReading& reading) {
  for (const IfcKind kind : {IfcKind::Stair, IfcKind::Ramp}) {
    for (const std::uint32_t id : reading.all(kind)) {
      const auto whole = reading.relations.parent.find(id);
      const std::string_view of =
          whole != reading.relations.parent.end() ? reading.file.type(whole->second) : "";
      if (reading.file.type(id).ends_with("FLIGHT") && (of == "IFCSTAIR" || of == "IFCRAMP"))
        continue;
      add_ifc_link(reading, id, kind == IfcKind::Stair ? LinkKind::Stairs : LinkKind::Ramp);
    }
  }
  for (const std::uint32_t id : reading.all(IfcKind::Lift)) {
    if (is_ifc_lift(reading, id)) {
      add_ifc_link(reading, id, LinkKind::Lift);
    } else {
      reading.skip(id, IfcSkip::NotInPlan);
    }
  }
  links_of_spaces(reading);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "io/access_words.h"
#include "io/indoor_draft.h"
#include "io/level_name.h"
#include "io/line_walls.h"
#include "io/polygon_repair.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

constexpr double kDrawnDoor = 0.9;      // m: a door node has no size; this is drawn, never measured
constexpr double kStairsWidth = 1.2;    // m: the same for a stair drawn as a line
constexpr double kSameDoor = 0.2;       // m: two door nodes nearer than this are one door
constexpr double kBetweenDoors = 0.04;  // m
constexpr double kBeyond = 0.05;        // m: how far past an edge to look for a neighbour
constexpr double kMostLevels = 100;

bool is_door(const GeoFeature& feature) {
  return !feature.text({"door", "entrance"}).empty() || feature.text("indoor") == "door";
}

bool is_lift(const GeoFeature& feature) {
  return feature.text("highway") == "elevator" || feature.text("indoor") == "elevator" ||
         feature.text("room") == "elevator" || feature.text("elevator") == "yes";
}

bool is_stairs(const GeoFeature& feature) {
  const std::string stairs = feature.text("stairs");
  return feature.text("highway") == "steps" || feature.text("room") == "stairs" ||
         feature.text("indoor") == "staircase" || (!stairs.empty() && stairs != "no");
}

bool is_indoor(const GeoFeature& feature) {
  const std::string indoor = feature.text("indoor");
  if (!indoor.empty() && indoor != "no" && indoor != "yes") return true;
  // Doors, stairs and seats count when they say on which level they are.
  if (feature.text({"level", "repeat_on"}).empty()) return false;
  return indoor == "yes" || is_door(feature) || is_lift(feature) || is_stairs(feature) ||
         feature.text("amenity") == "bench";
}

// "0", "0;1", "0-3", "-1-2": what lies on several levels is drawn on each.
std::vector<double> levels_of(const GeoFeature& feature) {
  std::string text = feature.text("level");
  if (const std::string more = feature.text("repeat_on"); !more.empty()) text += ";" + more;
  std::vector<double> levels;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string part = squeeze(text.substr(at, end - at));
    at = end + 1;
    if (const auto level = number_from_text(part)) {
      levels.push_back(*level);
      continue;
    }
    const std::size_t dash = part.find('-', 1);
    if (dash == std::string::npos) continue;
    const auto low = number_from_text(part.substr(0, dash));
    const auto high = number_from_text(part.substr(dash + 1));
    if (!low || !high || *high - *low > kMostLevels) continue;
    for (double level = *low; level <= *high; ++level) levels.push_back(level);
  }
  if (levels.empty()) levels.push_back(0);  // OSM: no level is the ground floor
  std::sort(levels.begin(), levels.end());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  return levels;
}

std::vector<Polygon> areas_of(const GeoFeature& feature) {
  std::vector<Polygon> areas = feature.polygons;
  for (const Line& line : feature.lines) {
    if (line.size() < 4 || line.front() != line.back()) continue;
    Ring ring(line.begin(), line.end() - 1);
    if (signed_area(ring) < 0) std::reverse(ring.begin(), ring.end());
    areas.push_back({ring, {}});
  }
  return areas;
}

Line closed_line(const Ring& ring) {
  Line line = ring;
  line.push_back(ring.front());
  return line;
}

// What the tags say outright; a guess from the name comes later, for all formats alike.
Use stated_use(const GeoFeature& feature) {
  if (is_lift(feature)) return Use::Lift;
  if (is_stairs(feature)) return Use::Stairs;
  if (feature.text({"amenity", "room"}).starts_with("toilet")) {
    const std::string wheelchair = feature.text("wheelchair");
    const bool accessible =
        wheelchair == "yes" || wheelchair == "designated" || wheelchair == "only";
    return accessible ? Use::AccessibleToilet : Use::Toilet;
  }
  if (const std::string room = feature.text("room"); !room.empty() && room != "yes") {
    if (const auto use = use_from_id(room)) return *use;
    if (const auto use = suggest_use(room)) return *use;
  }
  return feature.text("indoor") == "corridor" ? Use::Corridor : Use::Unknown;
}

Space space_of(const GeoFeature& feature) {
  Space space;
  space.name = feature.text("name");
  space.number = feature.text("ref");
  space.use = stated_use(feature);
  space.access = access_from_text(feature.text("access"));
  space.opening_hours = feature.text("opening_hours");
  space.source_key = feature.id;
  return space;
}

struct OsmStorey {
  StoreyDraft draft;
  LineWalls walls;
  std::vector<const GeoFeature*> doors;
  std::vector<std::size_t> open_areas;  // places in draft.rooms: corridors and areas

  void add(const GeoFeature& feature) {
    const std::string indoor = feature.text("indoor");
    const std::vector<Polygon> areas = areas_of(feature);
    if (is_door(feature) && areas.empty()) {
      doors.push_back(&feature);
    } else if (indoor == "wall") {
      add_wall(feature);
    } else if (indoor == "column" || indoor == "pillar") {
      for (const Polygon& polygon : areas) add_solid(polygon, feature, false);
    } else if (indoor == "level") {
      draft.outlines.insert(draft.outlines.end(), areas.begin(), areas.end());
      if (const std::string name = feature.text("name"); !name.empty()) {
        draft.raw.storey.name = name;
      }
    } else if (feature.text("amenity") == "bench") {
      for (const Point p : feature.points) {
        const double seats = number_of(feature, {"seats", "capacity"}).value_or(1);
        draft.raw.storey.seats.push_back(
            {{}, p, static_cast<int>(std::clamp(seats, 1.0, 999.0)), feature.id});
      }
    } else {
      add_room(feature, areas);
    }
  }

  // Where nothing is drawn beyond the edge of a corridor or an open area stands the outer wall.
  void add_outer_walls() {
    for (const std::size_t place : open_areas) {
      const RoomDraft& room = draft.rooms[place];
      const Ring& ring = room.polygon.outer;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        add_outer_walls_along({ring[i], ring[(i + 1) % ring.size()]}, room.space.source_key, place);
      }
    }
  }

  void add_doors() {
    // One place may hold a node for every room that the door serves.
    std::vector<std::pair<const GeoFeature*, Point>> nodes;
    for (const GeoFeature* feature : doors) {
      for (const Point p : feature->points) {
        const bool is_new = std::none_of(nodes.begin(), nodes.end(), [&](const auto& other) {
          return distance(other.second, p) < kSameDoor;
        });
        if (is_new) nodes.emplace_back(feature, p);
      }
    }
    // All openings first: a door that is cut out leaves its neighbour less wall.
    std::vector<std::pair<const GeoFeature*, Segment>> openings;
    for (const auto& [feature, p] : nodes) {
      double width = number_of(*feature, {"door:width", "width"}).value_or(kDrawnDoor);
      for (const auto& [other, q] : nodes) {
        if (other != feature) width = std::min(width, distance(p, q) - kBetweenDoors);
      }
      if (const std::optional<Segment> opening = walls.opening_at(p, width)) {
        openings.emplace_back(feature, *opening);
      } else {
        report_door_on_no_wall(*feature, p);
      }
    }
    for (const GeoFeature* feature : doors) {
      for (const Line& line : feature->lines) {
        openings.emplace_back(feature, Segment{line.front(), line.back()});
      }
    }
    for (const auto& [feature, opening] : openings) add_door(*feature, opening);
    walls.write_to(draft.raw.storey);
  }

 private:
  void add_solid(const Polygon& polygon, const GeoFeature& feature, bool is_glass) {
    draft.raw.storey.walls.push_back({{}, with_slits(polygon), true, is_glass, feature.id});
  }

  void add_wall(const GeoFeature& feature) {
    const bool is_glass = feature.text("material") == "glass";
    for (const Polygon& polygon : feature.polygons) add_solid(polygon, feature, is_glass);
    for (const Line& line : feature.lines) walls.add(line, is_glass, feature.id);
  }

  void add_room(const GeoFeature& feature, const std::vector<Polygon>& areas) {
    const std::string indoor = feature.text("indoor");
    const bool has_walls = indoor == "room" || indoor == "elevator" || is_lift(feature);
    for (const Polygon& polygon : areas) {
      if (!has_walls) open_areas.push_back(draft.rooms.size());
      draft.rooms.push_back({polygon, space_of(feature), ""});
      if (has_walls) {
        walls.add(closed_line(polygon.outer), false, feature.id);
        for (const Ring& hole : polygon.holes) walls.add(closed_line(hole), false, feature.id);
      }
      if (is_lift(feature)) add_link(feature, LinkKind::Lift, polygon.outer);
      if (is_stairs(feature)) add_link(feature, LinkKind::Stairs, polygon.outer);
    }
    if (areas.empty() && is_stairs(feature)) {
      for (const Line& line : feature.lines) add_stairs_line(feature, line);
    }
  }

  void add_link(const GeoFeature& feature, LinkKind kind, const Ring& footprint) {
    Link link;
    link.kind = kind;
    link.footprint = footprint;
    link.source_key = feature.id;
    draft.raw.storey.links.push_back(std::move(link));
  }

  void add_stairs_line(const GeoFeature& feature, const Line& line) {
    const Point along = line.back() - line.front();
    const double size = length(along);
    if (size == 0) return;
    const double half = number_of(feature, {"width"}).value_or(kStairsWidth) / 2;
    const Point side = (half / size) * Point{-along.y, along.x};
    add_link(feature, LinkKind::Stairs,
             {snap(line.front() - side), snap(line.back() - side), snap(line.back() + side),
              snap(line.front() + side)});
    double walked = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) walked += distance(line[i], line[i + 1]);
    draft.raw.storey.links.back().walking_length = walked;
  }

  void add_outer_walls_along(const Segment& edge, const std::string& source_key, std::size_t self) {
    const double size = distance(edge.a, edge.b);
    if (size == 0) return;
    const Point u = (1 / size) * (edge.b - edge.a);
    const Point out{u.y, -u.x};  // the ring runs counter-clockwise
    // Corners of other rooms on this edge part what lies beyond it.
    std::vector<double> cuts{0, size};
    for (const RoomDraft& room : draft.rooms) {
      for (const Point p : room.polygon.outer) {
        const double at = dot(p - edge.a, u);
        if (at > kBeyond && at < size - kBeyond && std::abs(cross(u, p - edge.a)) < kBeyond) {
          cuts.push_back(at);
        }
      }
    }
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const Point middle_point = edge.a + ((cuts[i] + cuts[i + 1]) / 2 * u);
      const Point beyond = middle_point + (kBeyond * out);
      bool is_outer = true;
      for (std::size_t k = 0; k < draft.rooms.size(); ++k) {
        if (k != self && contains(draft.rooms[k].polygon, beyond)) is_outer = false;
      }
      if (!is_outer) continue;
      walls.add({i == 0 ? edge.a : snap(edge.a + (cuts[i] * u)),
                 i + 2 == cuts.size() ? edge.b : snap(edge.a + (cuts[i + 1] * u))},
                false, source_key);
    }
  }

  void report_door_on_no_wall(const GeoFeature& feature, Point place) {
    draft.raw.findings.push_back(
        {finding::kDoorToNowhere,
         Severity::Warning,
         {fmt::format("Deur {} ligt op geen enkele wand en is weggelaten.", feature.id),
          fmt::format("Door {} lies on no wall and was left out.", feature.id)},
         "",
         feature.id,
         place});
  }

  void add_door(const GeoFeature& feature, const Segment& opening) {
    Door door;
    door.a = opening.a;
    door.b = opening.b;
    if (const auto width = number_of(feature, {"door:width", "width"}); width && *width > 0) {
      door.clear_width = width;
    }
    const std::string kind = feature.text("door"), entrance = feature.text("entrance");
    const std::string access = feature.text("access");
    door.is_opening = kind == "no";
    door.is_glass = feature.text("material") == "glass";
    if (entrance == "main" || entrance == "public") door.entrance = Entrance::Public;
    if (entrance == "service" || entrance == "staff") door.entrance = Entrance::Staff;
    if (entrance == "exit" || entrance == "emergency") door.entrance = Entrance::None;
    if (access == "private" || access == "no") door.lock = Lock::Controlled;
    if (access == "yes" || access == "public" || access == "permissive") door.lock = Lock::Free;
    door.name = feature.text({"ref", "name"});
    door.source_key = feature.id;
    walls.cut(opening);
    draft.raw.storey.doors.push_back(std::move(door));
  }
};

}  // namespace

bool has_osm_tags(const GeoFile& file) {
  return std::any_of(file.features.begin(), file.features.end(), [](const GeoFeature& feature) {
    const std::string indoor = feature.text("indoor");
    return indoor == "room" || indoor == "corridor" || indoor == "area" || indoor == "wall";
  });
}

void keep_indoor(GeoFile& file) {
  std::erase_if(file.features, [](const GeoFeature& feature) {
    return feature.has_geometry && !is_indoor(feature);
  });
}

std::vector<StoreyDraft> read_osm_tags(const GeoFile& file, RawPlan& plan) {
  std::map<double, OsmStorey> storeys;
  std::vector<std::string> without_geometry, points;
  for (const GeoFeature& feature : file.features) {
    if (!feature.has_geometry) {
      without_geometry.push_back(feature.id);
      continue;
    }
    const bool only_points = feature.lines.empty() && feature.polygons.empty();
    if (only_points && !is_door(feature) && feature.text("amenity") != "bench") {
      points.push_back(feature.id);  // a column or a room label: no size, no outline
      continue;
    }
    for (const double level : levels_of(feature)) {
      OsmStorey& storey = storeys[level];
      storey.draft.raw.level = level;
      storey.add(feature);
    }
  }
  const auto report = [&](int code, Severity severity, const std::vector<std::string>& ids,
                          const Text& sentence) {
    if (ids.empty()) return;
    const Text shown = shown_ids(ids);
    plan.findings.push_back({code,
                             severity,
                             {fmt::format("{} {} ({}).", sentence.nl, ids.size(), shown.nl),
                              fmt::format("{} {} ({}).", sentence.en, ids.size(), shown.en)},
                             "",
                             "",
                             std::nullopt});
  };
  report(finding::kWithoutGeometry, Severity::Warning, without_geometry,
         {"Weggelaten omdat zij geen vorm hebben, aantal elementen:",
          "Left out for want of a geometry, number of features:"});
  report(finding::kUnknownKind, Severity::Note, points,
         {"Weggelaten omdat een punt geen maat heeft (kolommen, labels), aantal elementen:",
          "Left out because a point has no size (columns, labels), number of features:"});
  std::vector<StoreyDraft> drafts;
  for (auto& [level, storey] : storeys) {
    storey.add_outer_walls();
    storey.add_doors();
    drafts.push_back(std::move(storey.draft));
  }
  return drafts;
}

}  // namespace trefpunt

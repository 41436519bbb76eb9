// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "io/access_words.h"
#include "io/indoor_draft.h"
#include "io/level_name.h"
#include "io/line_walls.h"
#include "io/opening_shape.h"
#include "io/polygon_repair.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

enum class Kind {
  Space,
  Void,
  Wall,
  Door,
  Opening,
  Window,
  Stairs,
  Lift,
  Ramp,
  Boundary,
  Seat,
  Furniture,
  Outline,
  Ignored,
  Unknown
};

constexpr double kTall = 1.4;  // m: furniture of this height is not seen over by who sits

Kind kind_of(const std::string& type) {
  static const std::map<std::string, Kind> kKinds = {
      {"space", Kind::Space},
      {"room", Kind::Space},
      {"area", Kind::Space},
      {"no_geometry", Kind::Space},  // WRLD: a space that its viewer does not draw
      {"void", Kind::Void},
      {"inaccessible_space", Kind::Void},
      {"floor_opening", Kind::Void},
      {"wall", Kind::Wall},
      {"column", Kind::Wall},
      {"pillar", Kind::Wall},
      {"door", Kind::Door},
      {"opening", Kind::Opening},
      {"doorway", Kind::Opening},
      {"window", Kind::Window},
      {"stairs", Kind::Stairs},
      {"stair", Kind::Stairs},
      {"staircase", Kind::Stairs},
      {"lift", Kind::Lift},
      {"elevator", Kind::Lift},
      {"ramp", Kind::Ramp},
      {"boundary", Kind::Boundary},
      {"seat", Kind::Seat},
      {"furniture", Kind::Furniture},
      {"outline", Kind::Outline},
      {"building_outline", Kind::Outline},
      {"building", Kind::Outline},
      {"pathway", Kind::Ignored},
      {"path", Kind::Ignored},
      {"route", Kind::Ignored},
      {"entrance", Kind::Ignored}};
  if (const auto at = kKinds.find(type); at != kKinds.end()) return at->second;
  // "bathroom", "corridor": a space whose kind is its use.
  if (use_from_id(type) || suggest_use(type)) return Kind::Space;
  return Kind::Unknown;
}

std::vector<Polygon> areas_of(const GeoFeature& feature) {
  std::vector<Polygon> areas = feature.polygons;
  for (const Line& line : feature.lines) {
    if (line.size() > 3 && line.front() == line.back()) {
      Ring ring(line.begin(), line.end() - 1);
      if (signed_area(ring) < 0) std::reverse(ring.begin(), ring.end());
      areas.push_back({ring, {}});
    }
  }
  return areas;
}

Lock lock_of(const std::string& text) {
  if (text == "free" || text == "vrij") return Lock::Free;
  if (text == "controlled" || text == "gecontroleerd" || text == "locked") return Lock::Controlled;
  return Lock::Unknown;
}

Entrance entrance_of(const std::string& text) {
  if (text == "public" || text == "openbaar" || text == "main" || text == "yes") {
    return Entrance::Public;
  }
  if (text == "staff" || text == "personeel" || text == "service") return Entrance::Staff;
  if (text == "none" || text == "geen" || text == "no") return Entrance::None;
  return Entrance::Unknown;
}

// Reads one storey's features; openings wait until every wall is known.
class OwnStorey {
 public:
  StoreyDraft draft;

  // Whether the feature's geometry suits its kind.
  bool add(const GeoFeature& feature, Kind kind, const std::string& type) {
    switch (kind) {
      case Kind::Space:
        return add_space(feature, type);
      case Kind::Void:
        return add_void(feature);
      case Kind::Wall:
        return add_wall(feature);
      case Kind::Door:
      case Kind::Opening:
      case Kind::Window:
        openings_.push_back({&feature, kind});
        return is_opening_shape(feature);
      case Kind::Stairs:
        return add_link(feature, LinkKind::Stairs);
      case Kind::Lift:
        return add_link(feature, LinkKind::Lift);
      case Kind::Ramp:
        return add_link(feature, LinkKind::Ramp);
      case Kind::Boundary:
        return add_boundary(feature);
      case Kind::Seat:
        return add_seat(feature);
      case Kind::Furniture:
        return add_furniture(feature);
      case Kind::Outline:
        return add_outline(feature);
      default:
        return true;
    }
  }

  void add_openings() {
    SolidIndex solids;
    for (const Wall& wall : draft.raw.storey.walls) {
      wall.is_closed ? solids.add_ring(wall.points) : solids.add_line(wall.points);
    }
    for (const auto& [feature, kind] : openings_) {
      for (const Polygon& polygon : feature->polygons) solids.add_ring(polygon.outer);
    }
    for (const auto& [feature, kind] : openings_) {
      for (const Polygon& polygon : feature->polygons) {
        add_opening(*feature, kind, opening_shape(polygon.outer, solids), polygon.outer);
      }
      for (const Line& line : feature->lines) {
        add_opening(*feature, kind, {line.front(), line.back(), {}}, {});
      }
    }
  }

  // A plan that draws rooms but no wall at all: what parts two rooms is a wall then, or nobody
  // would need the doors.
  void add_walls_of_rooms() {
    Storey& storey = draft.raw.storey;
    if (!storey.walls.empty() || walled_rooms_.empty()) return;
    LineWalls walls;
    for (const std::size_t place : walled_rooms_) {
      const RoomDraft& room = draft.rooms[place];
      Line outline = room.polygon.outer;
      outline.push_back(outline.front());
      walls.add(outline, false, room.space.source_key);
    }
    for (const Door& door : storey.doors) {
      const Ring& f = door.footprint;
      if (f.empty()) {
        walls.cut({door.a, door.b});
      } else {
        walls.cut({f[0], f[1]});
        walls.cut({f[2], f[3]});
      }
    }
    for (const Boundary& boundary : storey.boundaries) {
      for (std::size_t i = 0; i + 1 < boundary.points.size(); ++i) {
        walls.cut({boundary.points[i], boundary.points[i + 1]});
      }
    }
    walls.write_to(storey);
    draft.raw.findings.push_back(
        {finding::kFloorInsteadOfWalls,
         Severity::Warning,
         {"De plattegrond tekent ruimten maar geen wanden; hun omtrekken zijn als wanden genomen.",
          "The plan draws rooms but no walls; their outlines were taken as walls."},
         "",
         "",
         std::nullopt});
  }

 private:
  static bool is_opening_shape(const GeoFeature& feature) {
    return !feature.polygons.empty() || !feature.lines.empty();
  }

  static Space space_of(const GeoFeature& feature) {
    Space space;
    space.name = feature.text("name");
    space.number = feature.text({"number", "roomnumber", "ref"});
    space.access = access_from_text(feature.text("access"));
    if (const auto beds = number_of(feature, {"beds"}); beds && *beds >= 0 && *beds < 10000) {
      space.beds = static_cast<int>(*beds);
    }
    if (const auto size = number_of(feature, {"area_m2"}); size && *size > 0) {
      space.stated_area_m2 = size;
    }
    space.building_function = feature.text("building_function");
    space.opening_hours = feature.text("opening_hours");
    space.source_key = feature.id;
    return space;
  }

  bool add_space(const GeoFeature& feature, const std::string& type) {
    Space space = space_of(feature);
    const std::string use = feature.text("use");
    if (!use.empty()) {
      space.use = use_from_id(use).value_or(suggest_use(use).value_or(Use::Unknown));
      if (space.use == Use::Unknown && use != id_of(Use::Unknown)) report_use(space, use);
    } else if (const auto of_type = use_from_id(type); of_type || suggest_use(type)) {
      space.use = of_type ? *of_type : *suggest_use(type);
      space.use_is_suggested = true;
    }
    const std::string unit = feature.text("unit");
    std::vector<Polygon> areas = areas_of(feature);
    std::stable_sort(areas.begin(), areas.end(),
                     [](const Polygon& a, const Polygon& b) { return area(a) > area(b); });
    for (Polygon& polygon : areas) {
      if (type != "area") walled_rooms_.push_back(draft.rooms.size());
      draft.rooms.push_back({std::move(polygon), space, unit});
      // A second part of a MultiPolygon is not a second room of that number.
      space.number.clear();
      space.beds.reset();
      space.stated_area_m2.reset();
    }
    for (const Point p : feature.points) {
      space.anchor = p;
      draft.raw.storey.spaces.push_back(space);
      draft.raw.unit_of_space.push_back(unit);
    }
    return !areas.empty() || !feature.points.empty();
  }

  void report_use(const Space& space, const std::string& use) {
    draft.raw.findings.push_back(
        {finding::kUseNotUnderstood,
         Severity::Warning,
         {fmt::format("Het gebruik \"{}\" van ruimte {} is niet bekend.", use, space.number),
          fmt::format("The use \"{}\" of space {} is not known.", use, space.number)},
         "",
         space.source_key,
         std::nullopt});
  }

  bool add_void(const GeoFeature& feature) {
    Space space = space_of(feature);
    space.use = Use::Void;
    const std::vector<Polygon> areas = areas_of(feature);
    for (const Polygon& polygon : areas) draft.rooms.push_back({polygon, space, ""});
    return !areas.empty();
  }

  bool add_wall(const GeoFeature& feature) {
    const bool is_glass = feature.text("material") == "glass";
    for (const Polygon& polygon : feature.polygons) {
      draft.raw.storey.walls.push_back({{}, with_slits(polygon), true, is_glass, feature.id});
    }
    for (const Line& line : feature.lines) {
      draft.raw.storey.walls.push_back({{}, line, false, is_glass, feature.id});
    }
    return !feature.polygons.empty() || !feature.lines.empty();
  }

  void add_opening(const GeoFeature& feature, Kind kind, const OpeningShape& shape,
                   const Ring& ring) {
    if (kind == Kind::Window) {
      draft.raw.storey.windows.push_back(
          {{}, shape.a, shape.b, ring, number_of(feature, {"sill_height"}), feature.id});
      return;
    }
    Door door;
    door.a = shape.a;
    door.b = shape.b;
    door.footprint = shape.footprint;
    if (const auto width = number_of(feature, {"width"}); width && *width > 0) {
      door.clear_width = width;
    }
    if (const auto step = number_of(feature, {"threshold"}); step && *step >= 0) {
      door.threshold_height = step;
    }
    door.lock = lock_of(feature.text("lock"));
    door.entrance = entrance_of(feature.text("entrance"));
    door.is_glass = feature.text("material") == "glass";
    door.is_opening = kind == Kind::Opening;
    door.name = feature.text({"number", "name"});
    door.source_key = feature.id;
    draft.raw.storey.doors.push_back(std::move(door));
  }

  bool add_link(const GeoFeature& feature, LinkKind kind) {
    const std::vector<Polygon> areas = areas_of(feature);
    for (const Polygon& polygon : areas) {
      Link link;
      link.kind = kind;
      link.footprint = polygon.outer;
      if (const auto along = number_of(feature, {"length"}); along && *along > 0) {
        link.walking_length = along;
      }
      if (const auto slope = number_of(feature, {"slope"}); slope && *slope > 0) link.slope = slope;
      link.source_key = feature.id;
      draft.raw.storey.links.push_back(std::move(link));
    }
    return !areas.empty();
  }

  bool add_boundary(const GeoFeature& feature) {
    for (const Line& line : feature.lines) {
      draft.raw.storey.boundaries.push_back({{}, line, false, feature.id});
    }
    for (const Polygon& polygon : feature.polygons) {
      draft.raw.storey.boundaries.push_back({{}, polygon.outer, true, feature.id});
    }
    return !feature.lines.empty() || !feature.polygons.empty();
  }

  bool add_seat(const GeoFeature& feature) {
    const std::optional<double> count = number_of(feature, {"count", "places"});
    const int places = count && *count >= 1 && *count < 1000 ? static_cast<int>(*count) : 1;
    for (const Point p : feature.points) {
      draft.raw.storey.seats.push_back({{}, p, places, feature.id});
    }
    for (const Polygon& polygon : feature.polygons) {
      draft.raw.storey.seats.push_back({{}, snap(centroid(polygon.outer)), places, feature.id});
    }
    return !feature.points.empty() || !feature.polygons.empty();
  }

  bool add_furniture(const GeoFeature& feature) {
    if (feature.text("blocks") == "no") return true;  // a rug
    const bool is_tall = number_of(feature, {"height"}).value_or(0) >= kTall;
    const std::vector<Polygon> areas = areas_of(feature);
    for (const Polygon& polygon : areas) {
      draft.raw.storey.furniture.push_back(
          {{}, polygon.outer, is_tall, feature.text("name"), feature.id});
    }
    return !areas.empty();
  }

  bool add_outline(const GeoFeature& feature) {
    const std::vector<Polygon> areas = areas_of(feature);
    draft.outlines.insert(draft.outlines.end(), areas.begin(), areas.end());
    return !areas.empty();
  }

  std::vector<std::pair<const GeoFeature*, Kind>> openings_;
  std::vector<std::size_t> walled_rooms_;  // places in draft.rooms
};

// A storey that has a level may have a name besides.
bool names_storey(const GeoFeature& feature) {
  const std::string name = feature.text("storey");
  return !feature.text("level").empty() && !name.empty() && !number_from_text(name);
}

using Ids = std::vector<std::string>;

void report(RawPlan& plan, int code, Severity severity, std::size_t count, const Ids& ids,
            const Text& one, const Text& more) {
  const Text shown = shown_ids(ids);
  const std::string nl = count == 1 ? one.nl : fmt::format("{} {}", count, more.nl);
  const std::string en = count == 1 ? one.en : fmt::format("{} {}", count, more.en);
  plan.findings.push_back(
      {code,
       severity,
       {fmt::format("{} ({}).", nl, shown.nl), fmt::format("{} ({}).", en, shown.en)},
       "",
       "",
       std::nullopt});
}

}  // namespace

std::vector<StoreyDraft> read_own_keys(const GeoFile& file, RawPlan& plan) {
  std::vector<OwnStorey> storeys;
  std::map<std::string, std::size_t> place_of;  // by level, else by what the file writes
  Ids without_geometry;
  std::map<std::string, Ids> unknown, misshapen;
  std::string level_of_file;
  for (const char* key : {"level", "storey"}) {
    if (!level_of_file.empty() || !file.members.contains(key)) continue;
    const nlohmann::json& value = file.members[key];
    level_of_file = value.is_string() ? squeeze(value.get<std::string>()) : value.dump();
  }
  for (const GeoFeature& feature : file.features) {
    const std::string type = fold(feature.text("type"));
    const Kind kind = kind_of(type);
    if (kind == Kind::Ignored) continue;
    if (kind == Kind::Unknown) {
      unknown[type].push_back(feature.id);
      continue;
    }
    if (!feature.has_geometry) {
      without_geometry.push_back(feature.id);
      continue;
    }
    std::string level = feature.text({"level", "storey"});
    if (level.empty()) level = level_of_file;
    const std::optional<double> number = level_from_name(level);
    // 0, 0.0 and "bg" are one storey.
    const auto [at, is_new] =
        place_of.try_emplace(number ? fmt::format("{}", *number) : level, storeys.size());
    if (is_new) {
      storeys.emplace_back();
      RawStorey& raw = storeys.back().draft.raw;
      raw.level = number;
      if (!number_from_text(level)) raw.storey.name = level;
    }
    if (names_storey(feature)) {
      storeys[at->second].draft.raw.storey.name = feature.text("storey");
    }
    if (!storeys[at->second].add(feature, kind, type)) misshapen[type].push_back(feature.id);
    if (kind == Kind::Outline && plan.name.empty()) plan.name = feature.text("name");
  }
  for (const auto& [type, ids] : unknown) {
    const std::string name = type.empty() ? "" : fmt::format(" \"{}\"", type);
    report(
        plan, finding::kUnknownKind, Severity::Warning, ids.size(), ids,
        type.empty() ? Text{"Een element heeft geen \"type\" en is weggelaten",
                            "A feature has no \"type\" and was left out"}
                     : Text{fmt::format("Een element van de onbekende soort{} is weggelaten", name),
                            fmt::format("A feature of the unknown kind{} was left out", name)},
        type.empty() ? Text{"elementen hebben geen \"type\" en zijn weggelaten",
                            "features have no \"type\" and were left out"}
                     : Text{fmt::format("elementen van de onbekende soort{} zijn weggelaten", name),
                            fmt::format("features of the unknown kind{} were left out", name)});
  }
  for (const auto& [type, ids] : misshapen) {
    report(
        plan, finding::kUnknownKind, Severity::Warning, ids.size(), ids,
        {fmt::format("Een element van de soort \"{}\" heeft een vorm die daarvoor niet past en is "
                     "weggelaten",
                     type),
         fmt::format("A feature of the kind \"{}\" has a shape that does not suit it and was left "
                     "out",
                     type)},
        {fmt::format("elementen van de soort \"{}\" hebben een vorm die daarvoor niet past en zijn "
                     "weggelaten",
                     type),
         fmt::format("features of the kind \"{}\" have a shape that does not suit them and were "
                     "left out",
                     type)});
  }
  if (!without_geometry.empty()) {
    report(plan, finding::kWithoutGeometry, Severity::Warning, without_geometry.size(),
           without_geometry,
           {"Een element heeft geen vorm en is weggelaten",
            "A feature has no geometry and was left out"},
           {"elementen hebben geen vorm en zijn weggelaten",
            "features have no geometry and were left out"});
  }
  std::vector<StoreyDraft> drafts;
  for (OwnStorey& storey : storeys) {
    storey.add_openings();
    storey.add_walls_of_rooms();
    drafts.push_back(std::move(storey.draft));
  }
  return drafts;
}

}  // namespace trefpunt

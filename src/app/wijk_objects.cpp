// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wijk_objects.h"

#include <algorithm>
#include <charconv>

namespace trefpunt {

namespace {

constexpr double kOnStreet = 1e-5;  // m: what was snapped to a street lies on it

template <typename Thing>
const Thing* find(const WijkLayer<Thing>& layer, const std::string& id) {
  if (!layer || id.size() < 2 || id[0] != to_string(decltype(Thing::id){1})[0]) return nullptr;
  int number = 0;
  const char* end = id.data() + id.size();
  if (std::from_chars(id.data() + 1, end, number).ptr != end) return nullptr;
  const auto found = std::find_if(layer->begin(), layer->end(), [number](const Thing& thing) {
    return thing.id.number == number;
  });
  return found == layer->end() ? nullptr : &*found;
}

bool may_be_near(const std::vector<Point>& points, Point p, double reach) {
  return box_of(points).grown(reach).contains(p);
}

// The id of the nearest point within reach.
template <typename Thing>
void take_nearest(const WijkLayer<Thing>& layer, Point p, double& best, std::string& found) {
  if (!layer) return;
  for (const Thing& thing : *layer) {
    const double away = distance(thing.at, p);
    if (away >= best) continue;
    best = away;
    found = to_string(thing.id);
  }
}

std::string street_at(const Wijk& wijk, Point p, double reach) {
  std::string found;
  if (!wijk.streets) return found;
  double best = reach;
  for (const Street& street : *wijk.streets) {
    if (!may_be_near(street.line, p, reach)) continue;
    for (std::size_t i = 0; i + 1 < street.line.size(); ++i) {
      const double away = distance(p, Segment{street.line[i], street.line[i + 1]});
      if (away >= best) continue;
      best = away;
      found = to_string(street.id);
    }
  }
  return found;
}

template <typename Thing, typename Wanted>
std::string smallest_at(const WijkLayer<Thing>& layer, Point p, Wanted wanted) {
  std::string found;
  if (!layer) return found;
  double smallest = 0;
  for (const Thing& thing : *layer) {
    if (!wanted(thing) || !may_be_near(thing.polygon.outer, p, 0)) continue;
    if (!contains(thing.polygon, p)) continue;
    const double size = area(thing.polygon);
    if (!found.empty() && size >= smallest) continue;
    smallest = size;
    found = to_string(thing.id);
  }
  return found;
}

std::string area_at(const Wijk& wijk, Point p) {
  if (!wijk.areas) return {};
  for (const StatisticalArea& area : *wijk.areas) {
    if (area.level == AreaLevel::Buurt && contains(area, p)) return area.code;
  }
  return {};
}

std::string named(const Text& kind, const std::string& name, const std::string& id, Lang lang) {
  return name.empty() ? kind.in(lang) + " " + id : name + ", " + kind.in(lang);
}

}  // namespace

const Street* find_street(const Wijk& wijk, const std::string& id) {
  return find(wijk.streets, id);
}
const Home* find_home(const Wijk& wijk, const std::string& id) {
  return find(wijk.homes, id);
}
const WijkPlace* find_place(const Wijk& wijk, const std::string& id) {
  return find(wijk.places, id);
}
const Furnishing* find_furnishing(const Wijk& wijk, const std::string& id) {
  return find(wijk.furnishings, id);
}
const OpenSpace* find_open_space(const Wijk& wijk, const std::string& id) {
  return find(wijk.open_spaces, id);
}
const Footprint* find_footprint(const Wijk& wijk, const std::string& id) {
  return find(wijk.footprints, id);
}
const StatisticalArea* find_area(const Wijk& wijk, const std::string& code) {
  if (!wijk.areas) return nullptr;
  for (const StatisticalArea& area : *wijk.areas) {
    if (area.code == code) return &area;
  }
  return nullptr;
}

std::string wijk_object_at(const Wijk& wijk, Point p, double reach,
                           const std::set<MapLayer>& hidden) {
  const auto shows = [&](MapLayer layer) { return !hidden.contains(layer); };
  std::string found;
  double best = reach;
  if (shows(MapLayer::Places)) take_nearest(wijk.places, p, best, found);
  if (shows(MapLayer::Furnishings)) take_nearest(wijk.furnishings, p, best, found);
  if (!found.empty()) return found;
  best = reach * 0.7;
  if (shows(MapLayer::Homes)) take_nearest(wijk.homes, p, best, found);
  if (!found.empty()) return found;
  if (shows(MapLayer::Streets)) found = street_at(wijk, p, reach * 0.7);
  if (!found.empty()) return found;
  const auto any = [](const Footprint&) { return true; };
  if (shows(MapLayer::Footprints)) found = smallest_at(wijk.footprints, p, any);
  if (!found.empty()) return found;
  found = smallest_at(wijk.open_spaces, p, [&](const OpenSpace& space) {
    return shows(space.ground == Ground::Water ? MapLayer::Water : MapLayer::Ground);
  });
  if (!found.empty() || !shows(MapLayer::Areas)) return found;
  return area_at(wijk, p);
}

std::string name_of_object(const Wijk& wijk, const std::string& id, Lang lang) {
  if (const WijkPlace* place = find_place(wijk, id)) {
    return named(name_of(place->category), place->name, id, lang);
  }
  if (const Street* street = find_street(wijk, id)) {
    return named(name_of(street->kind), street->name, id, lang);
  }
  if (const Furnishing* one = find_furnishing(wijk, id)) {
    return named(name_of(one->kind), {}, id, lang);
  }
  if (find_home(wijk, id)) return named({"woning", "home"}, {}, id, lang);
  if (const OpenSpace* space = find_open_space(wijk, id)) {
    return named(name_of(space->ground), space->name, id, lang);
  }
  if (find_footprint(wijk, id)) return named({"pand", "building"}, {}, id, lang);
  if (const StatisticalArea* area = find_area(wijk, id)) {
    return named(name_of(area->level), area->name, id, lang);
  }
  return id;
}

std::vector<Point> points_of_object(const Wijk& wijk, const std::string& id) {
  if (const WijkPlace* place = find_place(wijk, id)) return {place->at};
  if (const Furnishing* one = find_furnishing(wijk, id)) return {one->at};
  if (const Home* home = find_home(wijk, id)) return {home->at};
  if (const Street* street = find_street(wijk, id)) return street->line;
  if (const OpenSpace* space = find_open_space(wijk, id)) return space->polygon.outer;
  if (const Footprint* footprint = find_footprint(wijk, id)) return footprint->polygon.outer;
  const StatisticalArea* area = find_area(wijk, id);
  return area && !area->parts.empty() ? area->parts.front().outer : Ring{};
}

bool is_face(const std::string& id) {
  return !id.empty() && (id[0] == 'O' || id[0] == 'G' || id.size() > 8);
}

StreetSnap snap_to_streets(const Wijk& wijk, Point p, double reach,
                           const std::vector<Point>& ignored) {
  StreetSnap snapped{snap(p), false, std::nullopt};
  if (!wijk.streets) return snapped;
  const auto is_ignored = [&](Point q) {
    return std::find(ignored.begin(), ignored.end(), q) != ignored.end();
  };
  double best = reach;
  for (const Street& street : *wijk.streets) {
    if (!may_be_near(street.line, p, reach)) continue;
    for (const Point vertex : street.line) {
      const double away = distance(vertex, p);
      if (away >= best || is_ignored(vertex)) continue;
      best = away;
      snapped = {vertex, true, std::nullopt};
    }
  }
  if (snapped.is_vertex) return snapped;
  best = reach * 0.8;
  for (const Street& street : *wijk.streets) {
    if (!may_be_near(street.line, p, reach)) continue;
    for (std::size_t i = 0; i + 1 < street.line.size(); ++i) {
      const Segment segment{street.line[i], street.line[i + 1]};
      if (is_ignored(segment.a) || is_ignored(segment.b)) continue;
      const double away = distance(p, segment);
      if (away >= best) continue;
      best = away;
      snapped = {snap(closest(p, segment)), false, street.id};
    }
  }
  return snapped;
}

namespace {

// Splits the street that p lies on and puts p exactly on the vertex that this makes.
void join_at(Project& now, Point& p, std::vector<Edit>& edits) {
  const StreetSnap snapped = snap_to_streets(*now.wijk, p, kOnStreet);
  if (!snapped.street) return;
  edits.push_back(edit::SplitStreet{*snapped.street, p});
  Result<Project> after = trefpunt::apply(now, edits.back());
  if (!after) return;  // the step will say why
  now = std::move(*after);
  p = snap_to_streets(*now.wijk, p, kOnStreet).at;
}

}  // namespace

std::vector<Edit> add_path(const Project& project, Street street) {
  std::vector<Edit> edits;
  Project now = project;  // after the splits so far: a street may be split twice
  for (Point& p : street.line) join_at(now, p, edits);
  edits.push_back(edit::AddStreet{std::move(street)});
  return edits;
}

std::vector<Edit> move_and_join(const Project& project, Point from, Point to) {
  std::vector<Edit> edits;
  Project now = project;
  join_at(now, to, edits);
  edits.push_back(edit::MoveStreetVertex{from, to});
  return edits;
}

}  // namespace trefpunt

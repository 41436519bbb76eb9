// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenStreetMap tags make of a thing.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "io/street_reader.h"
#include "io/wijk_draft.h"

namespace trefpunt {

namespace {

constexpr double kFlatArea = 100;  // m2 of floor for a flat in a building that counts none
constexpr double kGridCell = 50;   // m

const std::string& tag(const MappedLayer& layer, const WijkFeature& feature, const char* key) {
  return layer.source.text(feature, column_key(key));
}

std::optional<bool> plain_yes_no(const std::string& value) {
  return value == "yes" ? std::optional(true) : value == "no" ? std::optional(false) : std::nullopt;
}

bool is_private(const MappedLayer& layer, const WijkFeature& feature) {
  const std::string& access = tag(layer, feature, "access");
  return access == "private" || access == "no" ||
         tag(layer, feature, "garden:type") == "residential";
}

constexpr auto kPlaceKeys = {"amenity", "shop",    "leisure", "healthcare",
                             "tourism", "landuse", "place"};
constexpr auto kGroundKeys = {"leisure", "place", "landuse", "natural", "amenity"};
constexpr auto kFurnishingKeys = {"amenity", "leisure", "highway", "railway", "public_transport"};

void add_place(MappedLayer& layer, const WijkFeature& feature, WijkDraft& draft) {
  const auto category = tag_meaning(layer.source, feature, wijk_words().osm_places, kPlaceKeys);
  if (!category || is_private(layer, feature)) return;
  const std::optional<Point> at = point_of(feature);
  if (!at) return;
  WijkPlace place;
  place.at = *at;
  place.category = *category;
  place.name = tag(layer, feature, "name");
  place.step_free = plain_yes_no(tag(layer, feature, "wheelchair"));
  place.opening_hours = tag(layer, feature, "opening_hours");
  if (const std::string& seats = tag(layer, feature, "seats"); !seats.empty()) {
    if (const auto number = number_of(seats); number && *number >= 0 && *number < 1e6) {
      place.seats = static_cast<int>(std::lround(*number));
    }
  }
  for (const char* key : {"indoor_seating", "outdoor_seating"}) {
    const auto seating = plain_yes_no(tag(layer, feature, key));
    if (seating && !place.has_seating.value_or(false)) place.has_seating = seating;
  }
  if (const auto fee = plain_yes_no(tag(layer, feature, "fee"))) place.free_stay = !*fee;
  if (!feature.polygons.empty()) {
    double m2 = 0;
    for (const Polygon& polygon : feature.polygons) m2 += area(polygon);
    place.area_m2 = std::round(m2);
  }
  place.source_key = feature.id;
  WijkDraft::given(draft.places).push_back(std::move(place));
  layer.made("places");
}

void add_furnishing(MappedLayer& layer, const WijkFeature& feature, WijkDraft& draft) {
  const auto kind =
      tag_meaning(layer.source, feature, wijk_words().osm_furnishings, kFurnishingKeys);
  if (!kind || is_private(layer, feature)) return;
  // The platform of a stop is drawn beside its post: the post counts.
  if (*kind == FurnishingKind::Stop && feature.points.empty()) return;
  const std::optional<Point> at = point_of(feature);
  if (!at) return;
  Furnishing thing;
  thing.at = *at;
  thing.kind = *kind;
  thing.backrest = plain_yes_no(tag(layer, feature, "backrest"));
  thing.wheelchair = plain_yes_no(tag(layer, feature, "wheelchair"));
  if (const auto toilets = plain_yes_no(tag(layer, feature, "toilets:wheelchair"))) {
    thing.wheelchair = toilets;
  }
  thing.source_key = feature.id;
  WijkDraft::given(draft.furnishings).push_back(std::move(thing));
  layer.made("furnishings");
}

bool is_dwelling(const std::string& building) {
  for (const char* kind : {"house", "apartments", "residential", "detached", "terrace",
                           "semidetached_house", "bungalow", "dormitory", "houseboat", "farm"}) {
    if (building == kind) return true;
  }
  return false;
}

bool has_other_use(const MappedLayer& layer, const WijkFeature& feature) {
  for (const char* key :
       {"amenity", "shop", "office", "craft", "tourism", "leisure", "healthcare", "industrial"}) {
    if (!tag(layer, feature, key).empty()) return true;
  }
  return false;
}

void add_building(MappedLayer& layer, const WijkFeature& feature, WijkDraft& draft) {
  const std::string& building = tag(layer, feature, "building");
  if (building.empty() || building == "no" || feature.polygons.empty()) return;
  Footprint footprint;
  footprint.storeys = number_of(tag(layer, feature, "building:levels"));
  if (is_dwelling(building)) {
    footprint.is_residential = true;
  } else if (building != "yes") {
    footprint.is_residential = false;
  }
  if (const auto year = number_of(tag(layer, feature, "start_date").substr(0, 4));
      year && *year > 1000) {
    footprint.year_built = static_cast<int>(*year);
  }
  footprint.source_key = feature.id;
  for (const Polygon& polygon : feature.polygons) {
    footprint.polygon = polygon;
    WijkDraft::given(draft.footprints).push_back(footprint);
    layer.made("footprints");
  }
}

void add_open_space(MappedLayer& layer, const WijkFeature& feature, WijkDraft& draft) {
  if (feature.polygons.empty()) return;
  auto ground = tag_meaning(layer.source, feature, wijk_words().osm_ground, kGroundKeys);
  const bool is_area =
      tag(layer, feature, "area") == "yes" || layer.source.text(feature, "osm_way_id").empty();
  if (!ground && is_area) {
    ground = tag_meaning(layer.source, feature, wijk_words().osm_ground, {"highway"});
  }
  if (!ground) return;
  OpenSpace space;
  space.ground = *ground;
  space.name = tag(layer, feature, "name");
  if (is_private(layer, feature)) space.is_public = false;
  if (const std::string& access = tag(layer, feature, "access");
      access == "yes" || access == "public" || access == "permissive") {
    space.is_public = true;
  }
  space.source_key = feature.id;
  for (const Polygon& polygon : feature.polygons) {
    space.polygon = polygon;
    WijkDraft::given(draft.open_spaces).push_back(space);
    layer.made("open_spaces");
  }
}

// The outline of a closed way that is a path and something else besides: GDAL makes an area of it.
bool is_ring_street(const MappedLayer& layer, const WijkFeature& feature) {
  return !feature.polygons.empty() && !tag(layer, feature, "highway").empty() &&
         tag(layer, feature, "area") != "yes" && !layer.source.text(feature, "osm_way_id").empty();
}

void add_tagged_streets(MappedLayer& layer, WijkDraft& draft) {
  // Fences and railways are lines too, and relations repeat the ways they are made of.
  WijkSourceLayer ways = layer.source;
  std::erase_if(ways.features, [&](const WijkFeature& feature) {
    return feature.lines.empty() || tag(layer, feature, "highway").empty() ||
           (layer.source.is_tagged && !feature.id.starts_with("way/"));
  });
  LayerStreets found = streets_of(ways, layer.said_columns);
  WijkSourceLayer rings = layer.source;
  std::erase_if(rings.features,
                [&](const WijkFeature& feature) { return !is_ring_street(layer, feature); });
  for (WijkFeature& feature : rings.features) {
    for (const Polygon& polygon : std::exchange(feature.polygons, {})) {
      Line line = polygon.outer;
      line.push_back(line.front());
      feature.lines.push_back(std::move(line));
    }
  }
  if (!rings.features.empty()) {
    for (Street& street : streets_of(rings, layer.said_columns).streets) {
      found.streets.push_back(std::move(street));
    }
  }
  if (found.streets.empty()) return;
  layer.made("streets", static_cast<int>(found.streets.size()));
  std::vector<Street>& streets = WijkDraft::given(draft.streets);
  std::ranges::move(found.streets, std::back_inserter(streets));
}

void remember_address(const MappedLayer& layer, const WijkFeature& feature, AddressBook& book) {
  const std::optional<Point> at = point_of(feature);
  const std::string key = AddressBook::key(tag(layer, feature, "addr:postcode"),
                                           tag(layer, feature, "addr:housenumber"), "", "");
  if (at && !key.empty()) book.by_address.try_emplace(key, AddressBook::Entry{*at, std::string()});
}

using Cell = std::pair<long, long>;
Cell cell_of(Point p) {
  return {std::lround(std::floor(p.x / kGridCell)), std::lround(std::floor(p.y / kGridCell))};
}

int dwellings_of(const MappedLayer& layer, const WijkFeature& feature, double m2) {
  for (const char* key : {"building:flats", "addr:flats"}) {
    const auto flats = number_of(tag(layer, feature, key));
    if (flats && *flats >= 1 && *flats < 2000) return static_cast<int>(std::lround(*flats));
  }
  if (tag(layer, feature, "building") != "apartments") return 1;
  const double levels = number_of(tag(layer, feature, "building:levels")).value_or(1);
  return std::clamp(static_cast<int>(std::lround(m2 * levels / kFlatArea)), 1, 2000);
}

}  // namespace

void add_tagged(MappedLayer& layer, WijkDraft& draft) {
  add_tagged_streets(layer, draft);
  for (const WijkFeature& feature : layer.source.features) {
    remember_address(layer, feature, draft.addresses);
    if (!feature.lines.empty()) continue;
    add_place(layer, feature, draft);
    add_furnishing(layer, feature, draft);
    add_building(layer, feature, draft);
    add_open_space(layer, feature, draft);
  }
}

void approximate_homes(WijkDraft& draft, const std::vector<MappedLayer>& layers) {
  std::vector<Home> homes;
  std::map<Cell, std::vector<Point>> addresses;
  for (const MappedLayer& layer : layers) {
    if (layer.mapping.meaning != WijkMeaning::Tags) continue;
    for (const WijkFeature& feature : layer.source.features) {
      if (feature.points.empty() || tag(layer, feature, "addr:housenumber").empty()) continue;
      const Point at = feature.points.front();
      addresses[cell_of(at)].push_back(at);
      if (has_other_use(layer, feature)) continue;
      Home home;
      home.at = at;
      home.dwellings = dwellings_of(layer, feature, 0);
      home.source_key = feature.id;
      homes.push_back(std::move(home));
    }
  }
  const auto has_address = [&](const Polygon& polygon) {
    const Box box = box_of(polygon.outer);
    const Cell low = cell_of(box.low), high = cell_of(box.high);
    for (long x = low.first; x <= high.first; ++x) {
      for (long y = low.second; y <= high.second; ++y) {
        const auto cell = addresses.find({x, y});
        if (cell == addresses.end()) continue;
        for (const Point p : cell->second) {
          if (contains(polygon, p)) return true;
        }
      }
    }
    return false;
  };
  for (const MappedLayer& layer : layers) {
    if (layer.mapping.meaning != WijkMeaning::Tags) continue;
    for (const WijkFeature& feature : layer.source.features) {
      const std::string& building = tag(layer, feature, "building");
      const bool may_be = is_dwelling(building) ||
                          (building == "yes" && !tag(layer, feature, "addr:housenumber").empty());
      if (!may_be || feature.polygons.empty() || has_other_use(layer, feature)) continue;
      if (std::ranges::any_of(feature.polygons, has_address)) continue;
      double m2 = 0;
      for (const Polygon& polygon : feature.polygons) m2 += area(polygon);
      Home home;
      home.at = *point_of(feature);
      home.dwellings = dwellings_of(layer, feature, m2);
      home.source_key = feature.id;
      homes.push_back(std::move(home));
    }
  }
  if (homes.empty()) return;
  int dwellings = 0;
  for (const Home& home : homes) dwellings += home.dwellings;
  draft.findings.push_back(
      {finding::kHomesApproximated,
       Severity::Warning,
       {fmt::format(
            "Woningen zijn benaderd uit OpenStreetMap: {} adrespunten en woongebouwen, samen "
            "{} woningen (een flat zonder aantal telt 100 m² vloer per woning). Neem liever "
            "verblijfsobjecten uit de BAG.",
            homes.size(), dwellings),
        fmt::format("Homes are approximated from OpenStreetMap: {} address points and residential "
                    "buildings, {} dwellings together (a block without a number counts 100 m² of "
                    "floor per dwelling). Better take verblijfsobjecten of BAG.",
                    homes.size(), dwellings)},
       "",
       ""});
  draft.homes = std::move(homes);
}

}  // namespace trefpunt

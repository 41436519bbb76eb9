// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/project_writer.h"
#include "io/qgis_style.h"
#include "io/wijk_tables.h"
#include "project/wijk_assumptions_json.h"

namespace trefpunt {

namespace {

AreaRow row_of(const StatisticalArea& area) {
  AreaRow row{area, {}, {}};
  if (area.loneliness) {
    row.loneliness = *area.loneliness;
    row.loneliness_year = area.loneliness->year;
  }
  return row;
}

template <typename Thing>
void write_layer(Writer& writer, const WijkLayer<Thing>& layer) {
  if (!layer) return;
  Writer::Table<Thing> table(writer);
  for (const Thing& thing : *layer) table.add(thing, 0, shape_of(thing));
}

void write_areas(Writer& writer, const WijkLayer<StatisticalArea>& layer) {
  if (!layer) return;
  Writer::Table<AreaRow> table(writer);
  for (const StatisticalArea& area : *layer) table.add(row_of(area), 0, shape_of(area.parts));
}

constexpr Colour kGreen{76, 145, 85}, kLightGreen{160, 200, 140}, kBlue{60, 110, 170},
    kOrange{217, 119, 36}, kRed{190, 60, 60}, kPurple{122, 80, 150}, kGrey{125, 125, 125},
    kLightGrey{205, 205, 200}, kSand{226, 208, 160}, kDark{55, 55, 60}, kWater{150, 190, 215};

Colour colour_of(StreetKind kind) {
  switch (kind) {
    case StreetKind::Footway:
    case StreetKind::Path:
      return kGreen;
    case StreetKind::Pedestrian:
    case StreetKind::LivingStreet:
      return kOrange;
    case StreetKind::Cycleway:
      return kRed;
    case StreetKind::Steps:
      return kPurple;
    case StreetKind::Road:
      return kDark;
    case StreetKind::Unknown:
      return kBlue;
    default:
      return kGrey;
  }
}

Colour colour_of(PlaceCategory category) {
  if (category == PlaceCategory::Park || category == PlaceCategory::Garden) return kGreen;
  if (is_meeting_place(category)) return kOrange;
  if (is_daily(category)) return kBlue;
  if (category == PlaceCategory::Other) return kGrey;
  return kPurple;
}

Colour colour_of(Ground ground) {
  switch (ground) {
    case Ground::Park:
    case Ground::Garden:
    case Ground::Pitch:
      return kGreen;
    case Ground::Green:
      return kLightGreen;
    case Ground::Water:
      return kWater;
    case Ground::Square:
    case Ground::Pedestrian:
    case Ground::LivingStreet:
    case Ground::Courtyard:
    case Ground::Playground:
      return kOrange;
    case Ground::Footway:
      return kSand;
    default:
      return kLightGrey;
  }
}

Colour colour_of(FurnishingKind kind) {
  return kind == FurnishingKind::Stop ? kBlue : kind == FurnishingKind::Toilet ? kPurple : kOrange;
}

template <typename Value>
std::vector<StyleClass> classes_of(const std::vector<Value>& values) {
  std::vector<StyleClass> classes;
  for (const Value value : values) {
    classes.push_back({std::string(id_of(value)), name_of(value).nl, colour_of(value)});
  }
  return classes;
}

std::vector<TableStyle> styles_of(const Wijk& wijk) {
  std::vector<TableStyle> styles;
  const auto add = [&](bool is_there, const char* table, const char* name, std::string qml) {
    if (is_there) styles.push_back({table, name, std::move(qml)});
  };
  add(wijk.streets != nullptr, "streets", "soort straat",
      categorised_style(StyledAs::Stroke, "kind", classes_of(all_street_kinds())));
  add(wijk.homes != nullptr, "homes", "adressen", single_style(StyledAs::Marker, kDark));
  add(wijk.places != nullptr, "places", "soort plek",
      categorised_style(StyledAs::Marker, "category", classes_of(all_place_categories())));
  add(wijk.furnishings != nullptr, "furnishings", "soort straatmeubel",
      categorised_style(StyledAs::Marker, "kind", classes_of(all_furnishing_kinds())));
  add(wijk.open_spaces != nullptr, "open_spaces", "soort grond",
      categorised_style(StyledAs::Fill, "ground", classes_of(all_grounds())));
  add(wijk.footprints != nullptr, "footprints", "panden",
      single_style(StyledAs::Fill, {170, 150, 140}));
  add(wijk.areas != nullptr, "areas", "gebieden", single_style(StyledAs::Outline, kDark));
  return styles;
}

}  // namespace

std::optional<Error> write_wijk(Database& database, const Project& project,
                                const std::string& name) {
  const Wijk* wijk = project.wijk.get();
  Writer writer(database, wijk ? add_crs(database, wijk->crs.code) : kUndefinedCartesian, name);
  {
    Writer::Table<WijkPosition> positions(writer);
    int building_id = 0;
    for (const Building& building : project.buildings) {
      ++building_id;
      if (const auto& position = building.placement.in_wijk) {
        positions.add(*position, building_id, {});
      }
    }
  }
  writer.one(project.next_wijk);
  {
    Writer::Table<WijkRow> table(writer);
    if (wijk) {
      table.add({wijk->name, wijk->crs.code, wijk->crs.accuracy, wijk->snap_tolerance,
                 wijk->benches_are_all},
                0, {});
    }
  }
  if (!wijk) return writer.fault;
  writer.one(AsJson<WijkAssumptions>{to_json(wijk->assumptions)});
  write_layer(writer, wijk->streets);
  write_layer(writer, wijk->homes);
  write_layer(writer, wijk->places);
  write_layer(writer, wijk->furnishings);
  write_layer(writer, wijk->open_spaces);
  write_layer(writer, wijk->footprints);
  write_areas(writer, wijk->areas);
  add_styles(database, styles_of(*wijk));
  return writer.fault;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/project_reader.h"
#include "io/wijk_tables.h"
#include "project/wijk_assumptions_json.h"

namespace trefpunt {

namespace {

constexpr const char* kFits = nullptr;

template <typename Thing>
WijkLayer<Thing> read_layer(Database& database, Reader& reader, int& next) {
  if (!database.has(kTable<Thing>.name)) return nullptr;
  auto things = std::make_shared<std::vector<Thing>>();
  Numbers numbers(next);
  reader.each<Thing>([&](Thing thing, int) {
    if (!numbers.is_new(thing.id.number)) return "id";
    things->push_back(std::move(thing));
    return kFits;
  });
  return things;
}

WijkLayer<StatisticalArea> read_areas(Database& database, Reader& reader) {
  if (!database.has(kTable<AreaRow>.name)) return nullptr;
  auto areas = std::make_shared<std::vector<StatisticalArea>>();
  reader.each<AreaRow>([&](AreaRow row, int) {
    areas->push_back(std::move(row.area));
    if (row.loneliness_year) {
      areas->back().loneliness = std::move(row.loneliness);
      areas->back().loneliness->year = *row.loneliness_year;
    }
    return kFits;
  });
  return areas;
}

void read_positions(Reader& reader, std::vector<Building>& buildings) {
  reader.each<WijkPosition>([&](WijkPosition position, int building) {
    if (building < 1 || static_cast<std::size_t>(building) > buildings.size()) return "building_id";
    auto& placed = buildings[static_cast<std::size_t>(building) - 1].placement.in_wijk;
    if (placed) return "building_id";
    placed = position;
    return kFits;
  });
}

}  // namespace

void read_wijk(Database& database, Reader& reader, Project& project) {
  read_positions(reader, project.buildings);
  project.next_wijk = reader.one<WijkCounters>();
  std::shared_ptr<Wijk> wijk;
  reader.each<WijkRow>([&](WijkRow row, int) {
    if (wijk) return "fid";
    wijk = std::make_shared<Wijk>();
    wijk->name = std::move(row.name);
    wijk->crs = {std::move(row.crs), row.accuracy};
    wijk->snap_tolerance = row.snap_tolerance;
    wijk->benches_are_all = row.benches_are_all;
    return kFits;
  });
  if (!wijk || reader.fault) return;
  WijkCounters& next = project.next_wijk;
  wijk->streets = read_layer<Street>(database, reader, next.street);
  wijk->homes = read_layer<Home>(database, reader, next.home);
  wijk->places = read_layer<WijkPlace>(database, reader, next.place);
  wijk->furnishings = read_layer<Furnishing>(database, reader, next.furnishing);
  wijk->open_spaces = read_layer<OpenSpace>(database, reader, next.open_space);
  wijk->footprints = read_layer<Footprint>(database, reader, next.footprint);
  wijk->areas = read_areas(database, reader);
  reader.read_json(wijk->assumptions, wijk_assumptions_from_json);
  project.wijk = std::move(wijk);
}

}  // namespace trefpunt

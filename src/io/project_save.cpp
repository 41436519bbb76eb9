// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/project_tables.h"
#include "io/project_wijk.h"
#include "io/project_writer.h"
#include "project/json.h"
#include "project/programme_json.h"

namespace trefpunt {

namespace {

void write_buildings(Writer& writer, const Project& project) {
  Writer::Table<Building> buildings(writer);
  for (const Building& building : project.buildings) buildings.add(building, 0, {});
}

void write_units(Writer& writer, const Project& project) {
  Writer::Table<Unit> units(writer);
  int building_id = 0;
  for (const Building& building : project.buildings) {
    ++building_id;
    for (const Unit& unit : building.units) units.add(unit, building_id, {});
  }
}

void write_storeys(Writer& writer, const Project& project) {
  Writer::Table<Storey> storeys(writer);
  int building_id = 0;
  for (const Building& building : project.buildings) {
    ++building_id;
    for (const auto& storey : building.storeys)
      storeys.add(*storey, building_id, shape_of(*storey));
  }
}

void write_underlays(Writer& writer, const Project& project) {
  Writer::Table<Underlay> underlays(writer);
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      if (storey->underlay) underlays.add(*storey->underlay, storey->id.number, {});
    }
  }
}

void write_spaces(Writer& writer, const Project& project, const SpacePolygons& polygons) {
  Writer::Table<Space> spaces(writer);
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const Building& building = project.buildings[b];
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      const Storey& storey = *building.storeys[s];
      // What has no layout has no polygons.
      const bool has_polygons = b < polygons.size() && s < polygons[b].size();
      for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
        const bool has_polygon =
            has_polygons && i < polygons[b][s].size() && polygons[b][s][i].has_value();
        spaces.add(storey.spaces[i], storey.id.number,
                   has_polygon ? shape_of(*polygons[b][s][i]) : Shape{});
      }
    }
  }
}

void write_lists(Writer& writer, const Project& project) {
  {
    Writer::Table<Source> sources(writer);
    for (const Source& source : project.sources) sources.add(source, 0, {});
  }
  Writer::Table<Finding> findings(writer);
  for (const Finding& finding : project.import_findings) {
    findings.add(finding, 0, shape_of(finding));
  }
}

void write_record(Writer& writer, const Project& project) {
  {
    Writer::Table<DecisionChange> changes(writer);
    for (const DecisionChange& change : project.decisions) changes.add(change, 0, {});
  }
  Writer::Table<RemarkRecord> remarks(writer);
  for (const Remark& remark : project.remarks) {
    RemarkRecord row{remark, {}, {}};
    if (remark.at) row.x = remark.at->x, row.y = remark.at->y;
    remarks.add(row, 0, {});
  }
}

// Layers have one CRS; buildings that do not share theirs lie in none.
std::string shared_crs(const Project& project) {
  std::string crs;
  for (const Building& building : project.buildings) {
    if (&building != &project.buildings.front() && building.placement.crs != crs) return "";
    crs = building.placement.crs;
  }
  return crs;
}

}  // namespace

Status write_tables(const Project& project, const SpacePolygons& polygons, const std::string& path,
                    const std::string& name) {
  Database database = Database::create(path);
  database.run("BEGIN");
  Writer writer(database, begin_geopackage(database, shared_crs(project)), name);
  writer.one(Meta{kProjectSchema, TREFPUNT_VERSION, project.name});
  writer.one(project.next);
  write_buildings(writer, project);
  write_storeys(writer, project);
  write_spaces(writer, project, polygons);
  writer.of_storeys(project, &Storey::walls);
  writer.of_storeys(project, &Storey::doors);
  writer.of_storeys(project, &Storey::windows);
  writer.of_storeys(project, &Storey::seats);
  writer.of_storeys(project, &Storey::furniture);
  writer.of_storeys(project, &Storey::links);
  writer.of_storeys(project, &Storey::boundaries);
  write_underlays(writer, project);
  write_units(writer, project);
  writer.one(AsJson<Ambition>{to_json(project.ambition)});
  writer.one(AsJson<Answers>{to_json(project.answers)});
  writer.one(AsJson<Programme>{to_json(project.programme)});
  write_record(writer, project);
  write_lists(writer, project);
  if (const auto fault = write_wijk(database, project, name); fault && !writer.fault) {
    writer.fault = fault;
  }
  database.run("COMMIT");
  if (writer.fault) return *writer.fault;
  if (database.trouble() != 0) {
    return Error{Code::NotWritable,
                 {"Hier kan niet worden bewaard: mag u in deze map schrijven en is er ruimte?",
                  "This cannot be saved: may you write in this folder, and is there room?"},
                 name};
  }
  return Done{};
}

}  // namespace trefpunt

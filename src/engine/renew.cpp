// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/renew.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/sort_files.h"
#include "io/files.h"

namespace trefpunt {

namespace {

Result<std::size_t> building_called(const Project& project, const std::string& name) {
  if (project.buildings.size() == 1 && name.empty()) return std::size_t{0};
  std::string names;
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const std::string& known = project.buildings[b].name;
    if (!name.empty() && fold(squeeze(known)) == fold(squeeze(name))) return b;
    names += (names.empty() ? "" : ", ") + known;
  }
  if (project.buildings.empty()) {
    return Error{Code::NotFound,
                 {"In dit project staat geen plattegrond om te vernieuwen.",
                  "There is no plan in this project to renew."},
                 {}};
  }
  if (name.empty()) {
    return Error{Code::BadInput,
                 {fmt::format("Noem het gebouw met --building; er zijn: {}.", names),
                  fmt::format("Name the building with --building; there are: {}.", names)},
                 {}};
  }
  return Error{Code::NotFound,
               {fmt::format("Er is geen gebouw dat zo heet; er zijn: {}.", names),
                fmt::format("There is no building of that name; there are: {}.", names)},
               name};
}

Status only_plans(const InputOptions& files) {
  for (const std::string& path : files.inputs) {
    if (kind_of_file(path) == FileKind::Plan) continue;
    return Error{
        Code::BadInput,
        {"Dit is geen plattegrond. Noem het bestand van de architect: IFC, DXF, PDF of GeoJSON.",
         "This is no plan. Name the architect's file: IFC, DXF, PDF or GeoJSON."},
        file_name(path)};
  }
  if (!files.inputs.empty() || !files.storeys.empty()) return Done{};
  return Error{
      Code::BadInput, {"Noem het nieuwe bestand.", "Name the file of the new version."}, {}};
}

FloorsOf floors_by(Session& session, Job& job) {
  return [&](const Building& building) -> Result<SpaceFloors> {
    Result<Layouts> layouts = session.layouts(building, job);
    if (!layouts) return layouts.error();
    SpaceFloors floors;
    for (const auto& layout : *layouts) {
      for (const SpaceShape& shape : layout->shapes) {
        if (shape.polygon) floors[shape.id] = *shape.polygon;
      }
    }
    return floors;
  };
}

}  // namespace

Result<Renewal> renew_project(const Project& project, const RenewOptions& options,
                              const Catalogue& catalogue, Session& session, Job& job) {
  const Result<std::size_t> building = building_called(project, options.building);
  if (!building) return building.error();
  if (const Status good = only_plans(options.files); !good) return good.error();
  InputOptions files = options.files;
  files.plan_crs = project.buildings[*building].placement.crs;
  Result<Input> input = read_input(files, catalogue, session, job);
  if (!input) return input.error();
  Project& read = input->project;
  TP_CHECK(read.buildings.size() == 1);
  RevisedPlan revised{std::move(read.buildings.front()), std::move(read.import_findings),
                      std::move(read.sources), !files.uses.empty()};
  return renewed(project, *building, revised, floors_by(session, job), options.is_same_building);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "io/project_reader.h"
#include "io/project_tables.h"
#include "io/project_wijk.h"
#include "io/raster.h"
#include "project/json.h"
#include "project/programme_json.h"

namespace trefpunt {

namespace {

class ProjectReader {
 public:
  // Of a file with that schema.
  ProjectReader(Database& database, const std::string& name, int schema)
      : database_(database), reader_(database, name, schema), name_(name), schema_(schema) {}

  Result<Project> read() {
    project_.name = reader_.one<Meta>().project_name;
    project_.next = reader_.one<Counters>();
    read_buildings();
    read_things(&Storey::spaces, project_.next.space);
    read_things(&Storey::walls, project_.next.wall);
    read_things(&Storey::doors, project_.next.door);
    read_things(&Storey::windows, project_.next.window);
    read_things(&Storey::seats, project_.next.seat);
    read_things(&Storey::furniture, project_.next.furniture);
    read_things(&Storey::links, project_.next.link);
    read_things(&Storey::boundaries, project_.next.boundary);
    if (schema_ >= kWithUnderlays) read_underlays();
    for (std::size_t i = 0; i < storeys_.size(); ++i) {
      project_.buildings[building_of_[i]].storeys.push_back(
          std::make_shared<const Storey>(std::move(storeys_[i])));
    }
    reader_.each<Source>([&](Source source, int) {
      project_.sources.push_back(std::move(source));
      return kFits;
    });
    reader_.each<Finding>([&](Finding finding, int) {
      project_.import_findings.push_back(std::move(finding));
      return kFits;
    });
    reader_.read_json(project_.ambition, ambition_from_json);
    reader_.read_json(project_.answers, answers_from_json);
    if (schema_ >= kWithProgramme) reader_.read_json(project_.programme, programme_from_json);
    if (schema_ >= kWithRecord) read_record();
    if (schema_ >= kWithWijk) read_wijk(database_, reader_, project_);
    if (reader_.fault) return *reader_.fault;
    return std::move(project_);
  }

 private:
  static constexpr const char* kFits = nullptr;
  static constexpr int kWithUnderlays = 2;
  static constexpr int kWithProgramme = 3;
  static constexpr int kWithWijk = 4;
  static constexpr int kWithRecord = 5;

  void read_buildings() {
    std::map<int, std::size_t> at;  // in buildings, by row
    reader_.each<Building>([&](Building building, int row) {
      at[row] = project_.buildings.size();
      project_.buildings.push_back(std::move(building));
      return kFits;
    });
    Numbers storey_numbers(project_.next.storey);
    reader_.each<Storey>([&](Storey storey, int building) {
      if (!at.contains(building)) return "building_id";
      if (!storey_numbers.is_new(storey.id.number)) return "id";
      at_[storey.id.number] = storeys_.size();
      storeys_.push_back(std::move(storey));
      building_of_.push_back(at[building]);
      return kFits;
    });
    Numbers unit_numbers(project_.next.unit);
    reader_.each<Unit>([&](Unit unit, int building) {
      if (!at.contains(building)) return "building_id";
      if (!unit_numbers.is_new(unit.id.number)) return "id";
      project_.buildings[at[building]].units.push_back(std::move(unit));
      return kFits;
    });
  }

  template <typename Thing>
  void read_things(std::vector<Thing> Storey::*things, int& next) {
    Numbers numbers(next);
    reader_.each<Thing>([&](Thing thing, int storey) {
      const auto found = at_.find(storey);
      if (found == at_.end()) return "storey_id";
      if (!numbers.is_new(thing.id.number)) return "id";
      (storeys_[found->second].*things).push_back(std::move(thing));
      return kFits;
    });
  }

  void read_record() {
    reader_.each<DecisionChange>([&](DecisionChange change, int) {
      project_.decisions.push_back(std::move(change));
      return kFits;
    });
    reader_.each<RemarkRecord>([&](RemarkRecord row, int) {
      if (row.x.has_value() != row.y.has_value()) return "y";
      if (row.x) row.remark.at = Point{*row.x, *row.y};
      project_.remarks.push_back(std::move(row.remark));
      return kFits;
    });
  }

  void read_underlays() {
    reader_.each<Underlay>([&](Underlay underlay, int storey) {
      const auto found = at_.find(storey);
      if (found == at_.end() || storeys_[found->second].underlay) return "storey_id";
      const Result<RasterSize> size = size_of_raster(underlay.picture, name_);
      if (!size) return "picture";
      underlay.width = size->width;
      underlay.height = size->height;
      if (underlay.picture->size() > kLargestPicture) return "picture";
      if (!(underlay.opacity >= 0 && underlay.opacity <= 1)) return "opacity";
      if (!valid(underlay)) return "metres_per_pixel";
      storeys_[found->second].underlay = std::move(underlay);
      return kFits;
    });
  }

  Database& database_;
  Reader reader_;
  std::string name_;
  int schema_;
  Project project_;
  std::vector<Storey> storeys_;
  std::vector<std::size_t> building_of_;
  std::map<int, std::size_t> at_;  // in storeys_, by number
};

Error damaged(const std::string& name) {
  return {Code::BadInput,
          {"Dit projectbestand is beschadigd of afgebroken.",
           "This project file is damaged or cut off."},
          name};
}

Error in_use(const std::string& name) {
  return {
      Code::BadInput,
      {"Een ander programma, zoals QGIS, is dit project aan het bewaren; probeer het zo nog eens.",
       "Another program, such as QGIS, is saving this project; try again in a moment."},
      name};
}

Error no_project(const std::string& name) {
  return {Code::BadInput,
          {"Dit is geen projectbestand van Trefpunt.", "This is not a project file of Trefpunt."},
          name};
}

// The library fills up a last page that was cut short, and an empty table there would look whole.
bool has_whole_pages(Database& database, const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  const auto page = database.integer("PRAGMA page_size").value_or(0);
  return !failed && page > 0 && size % static_cast<std::uintmax_t>(page) == 0;
}

// Why the library could not go on with the file.
Error refusal(const Database& database, const std::string& path, const std::string& name) {
  constexpr int kBusy = 5;
  if ((database.trouble() & 0xFF) == kBusy) return in_use(name);
  std::string start(15, ' ');
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return {Code::BadInput,
            {"Dit bestand kan niet worden gelezen.", "This file cannot be read."},
            name};
  }
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == "SQLite format 3" ? damaged(name) : no_project(name);
}

}  // namespace

Result<Project> read_tables(const std::string& path, const std::string& name) {
  Database database = Database::open(path);
  if (!database.integer("SELECT count(*) FROM sqlite_master")) {
    return refusal(database, path, name);
  }
  if (!database.has("gpkg_contents") || !database.has("meta", "schema_version")) {
    return no_project(name);
  }
  // Every page is looked at: a file that was cut off must not lose its last walls in silence.
  if (!has_whole_pages(database, path) || database.text("PRAGMA quick_check(1)") != "ok") {
    return refusal(database, path, name);
  }
  const auto schema = database.integer("SELECT schema_version FROM meta");
  if (!schema) return no_project(name);
  if (*schema > kProjectSchema) {
    return Error{Code::Newer,
                 {fmt::format("Dit project is gemaakt met een nieuwere versie van Trefpunt (schema "
                              "{}; deze versie leest schema {}).",
                              *schema, kProjectSchema),
                  fmt::format("This project was made by a newer version of Trefpunt (schema {}; "
                              "this version reads schema {}).",
                              *schema, kProjectSchema)},
                 name};
  }
  if (*schema < 1) return no_project(name);
  Result<Project> project = ProjectReader(database, name, static_cast<int>(*schema)).read();
  if (database.trouble() != 0) return refusal(database, path, name);
  return project;
}

}  // namespace trefpunt

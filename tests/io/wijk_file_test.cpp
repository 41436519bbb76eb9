// SPDX-License-Identifier: GPL-3.0-or-later
#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>
#include <set>

#include "io/gdal.h"
#include "io/project_file.h"
#include "support/geopackage_file.h"
#include "support/project_text.h"
#include "support/rich_project.h"
#include "support/rich_wijk.h"

using namespace trefpunt;

namespace {

Project load(const std::string& path) {
  Result<Project> loaded = load_project(path);
  if (!loaded) FAIL(to_string(loaded.error(), Lang::En));
  return *std::move(loaded);
}

void save(const Project& project, const std::string& path) {
  const Status saved = save_project(project, {}, path);
  if (!saved) FAIL(to_string(saved.error(), Lang::En));
}

bool has_value(const OGRFeature& feature, const char* field) {
  return feature.IsFieldSetAndNotNull(feature.GetFieldIndex(field));
}

Error error_after(const std::string& sql) {
  const Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(project_with_wijk(), path);
  change(path, sql);
  const Result<Project> loaded = load_project(path);
  INFO(sql);
  REQUIRE_FALSE(loaded);
  return loaded.error();
}

}  // namespace

TEST_CASE("A wijk comes back from its file with every field as it was") {
  const Folder folder;
  const std::string path = folder / "p.trefpunt";
  const Project project = project_with_wijk();
  save(project, path);
  const Project again = load(path);
  CHECK(first_difference(project, again) == "");
  // Nobody gave footprints; furnishings were given and there are none.
  CHECK(again.wijk->footprints == nullptr);
  REQUIRE(again.wijk->furnishings);
  CHECK(again.wijk->furnishings->empty());
  save(again, folder / "q.trefpunt");
  CHECK(bytes_of(path) == bytes_of(folder / "q.trefpunt"));
}

TEST_CASE("A wijk without any layer, and a project without a wijk, come back as they were") {
  const Folder folder;
  Project project;
  project.wijk = std::make_shared<const Wijk>();
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
  project.wijk = nullptr;
  project.next_wijk.street = 12;  // there was one
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
}

TEST_CASE("A project of schema 3 opens, without a wijk and without attributions") {
  const Project project = load(TREFPUNT_ROOT "/tests/fixtures/project/schema-3.trefpunt");
  CHECK(project.name == "none");
  CHECK(project.programme.roles.size() == 1);
  CHECK_FALSE(project.wijk);
  REQUIRE(project.sources.size() == 2);
  CHECK(project.sources[0].sha256.size() == 64);
  CHECK(project.sources[0].attribution.empty());
  REQUIRE(project.buildings.size() == 1);
  CHECK_FALSE(project.buildings[0].placement.in_wijk);
  const Folder folder;
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
}

TEST_CASE(
    "Other readers find the layers of a wijk in its own system, and those of a plan in theirs") {
  const Folder folder;
  const std::string path = folder / "p.gpkg";
  const auto code_of = [&](const Project& project, const char* name) {
    save(project, path);
    Result<GdalFile> file = open_gdal(path, {{"GPKG"}, {}, {}});
    REQUIRE(file);
    OGRLayer* layer = file->dataset().GetLayerByName(name);
    REQUIRE(layer != nullptr);
    const OGRSpatialReference* crs = layer->GetSpatialRef();
    const char* code = crs ? crs->GetAuthorityCode(nullptr) : nullptr;
    return code ? std::string(code) : std::string(crs ? crs->GetName() : "none");
  };
  Project project = project_with_wijk();
  for (Building& building : project.buildings) building.placement.crs.clear();
  for (const char* name : {"streets", "homes", "places", "furnishings", "open_spaces", "areas"}) {
    CHECK(code_of(project, name) == "28992");
  }
  CHECK(code_of(project, "walls") != "28992");
  auto wijk = std::make_shared<Wijk>(*project.wijk);
  wijk->crs.code = "UTM 32N (EPSG:32632)";
  project.wijk = wijk;
  CHECK(code_of(project, "streets") == "32632");
  // Two systems that nobody has numbered are two.
  wijk = std::make_shared<Wijk>(*project.wijk);
  wijk->crs.code = "+proj=tmerc +lat_0=52 +lon_0=5 +datum=WGS84 +units=m +title=wijk +type=crs";
  project.wijk = wijk;
  for (Building& building : project.buildings) {
    building.placement.crs = "+proj=tmerc +lat_0=50 +lon_0=9 +datum=WGS84 +units=m +type=crs";
  }
  save(project, path);
  CHECK(number_in(path, "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'walls'") !=
        number_in(path, "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'streets'"));
  CHECK(first_difference(project, load(path)) == "");
}

TEST_CASE("An area of several parts is one feature for other readers") {
  const Folder folder;
  const std::string path = folder / "p.gpkg";
  save(project_with_wijk(), path);
  Result<GdalFile> file = open_gdal(path, {{"GPKG"}, {}, {}});
  REQUIRE(file);
  OGRLayer* areas = file->dataset().GetLayerByName("areas");
  REQUIRE(areas != nullptr);
  CHECK(areas->GetGeomType() == wkbMultiPolygon);
  const OGRFeatureUniquePtr first(areas->GetFeature(1));
  REQUIRE(first);
  CHECK(first->GetGeometryRef()->toMultiPolygon()->getNumGeometries() == 2);
  CHECK(first->GetGeometryRef()->toMultiPolygon()->get_Area() == Approx(1.495e6));
  CHECK(first->GetFieldAsString("code") == std::string("BU05990101"));
  CHECK_FALSE(has_value(*first, "percent_emotionally_lonely"));
  CHECK(first->GetFieldAsDouble("percent_socially_lonely") == 0);
}

TEST_CASE("Every layer of a wijk that was given has a style of QGIS that can be read") {
  const Folder folder;
  const std::string path = folder / "p.gpkg";
  save(project_with_wijk(), path);
  Result<GdalFile> file = open_gdal(path, {{"GPKG"}, {}, {}});
  REQUIRE(file);
  OGRLayer* styles = file->dataset().GetLayerByName("layer_styles");
  REQUIRE(styles != nullptr);
  std::multiset<std::string> tables;
  for (const auto& feature : *styles) {
    const std::string table = feature->GetFieldAsString("f_table_name");
    tables.insert(table);
    CHECK(feature->GetFieldAsInteger("useAsDefault") == 1);
    // What QGIS filters on (its OGR provider): empty, not NULL.
    CHECK(has_value(*feature, "f_table_schema"));
    CHECK(feature->GetFieldAsString("f_geometry_column") == std::string("geom"));
    const std::string qml = feature->GetFieldAsString("styleQML");
    CPLXMLNode* tree = CPLParseXMLString(qml.c_str());
    INFO(qml);
    REQUIRE(tree != nullptr);
    const std::string column = CPLGetXMLValue(tree, "=qgis.renderer-v2.attr", "");
    CPLDestroyXMLNode(tree);
    OGRLayer* styled = file->dataset().GetLayerByName(table.c_str());
    REQUIRE(styled != nullptr);
    if (!column.empty()) CHECK(styled->GetLayerDefn()->GetFieldIndex(column.c_str()) >= 0);
  }
  CHECK(tables == std::multiset<std::string>{"areas", "furnishings", "homes", "open_spaces",
                                             "places", "streets"});
  const std::string streets =
      text_in(path, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'streets'");
  CHECK(streets.find("value=\"living_street\"") != std::string::npos);
  CHECK(streets.find("label=\"woonerf\"") != std::string::npos);
}

TEST_CASE("A layer of the wijk that another program took away is one that nobody gave") {
  const Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(project_with_wijk(), path);
  change(path, "DROP TABLE places");
  const Project project = load(path);
  CHECK(project.wijk->places == nullptr);
  CHECK(project.wijk->homes->size() == 3);
  CHECK(project.next_wijk.place == 12);
}

TEST_CASE("Counters of the wijk that are too low are raised") {
  const Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(project_with_wijk(), path);
  change(path, "UPDATE wijk_counters SET place = 1, street = 1");
  CHECK(load(path).next_wijk.place == 10);
  CHECK(load(path).next_wijk.street == 8);
}

TEST_CASE("A value of the wijk that does not fit is named with its table and row") {
  const auto where = [](const std::string& sql) {
    const Error error = error_after(sql);
    CHECK(error.code == Code::BadInput);
    return error.where;
  };
  const std::string p = "p.trefpunt: table ";
  CHECK(where("UPDATE streets SET kind = 'highway' WHERE fid = 2") == p + "'streets': row 2");
  CHECK(where("UPDATE streets SET geom = (SELECT geom FROM homes WHERE fid = 1) WHERE fid = 1") ==
        p + "'streets': row 1");
  CHECK(where("UPDATE homes SET dwellings = 'veel' WHERE fid = 3") == p + "'homes': row 3");
  CHECK(where("UPDATE places SET plan_allows = 'maybe' WHERE fid = 1") == p + "'places': row 1");
  CHECK(where("UPDATE open_spaces SET geom = (SELECT geom FROM areas WHERE fid = 1)") ==
        p + "'open_spaces': row 1");  // two polygons are no one space
  CHECK(where("UPDATE areas SET geom = NULL WHERE fid = 2") == p + "'areas': row 2");
  CHECK(where("UPDATE areas SET level = 'stad' WHERE fid = 2") == p + "'areas': row 2");
  CHECK(where("UPDATE building_positions SET building_id = 3") ==
        p + "'building_positions': row 1");
  CHECK(where("UPDATE building_positions SET angle = 9e999") == p + "'building_positions': row 1");
  CHECK(where("INSERT INTO wijk SELECT 2, name, crs, accuracy, snap_tolerance, benches_are_all "
              "FROM wijk") == p + "'wijk': row 2");
  CHECK(where("DROP TABLE wijk") == p + "'wijk'");
  CHECK(where("DROP TABLE wijk_counters") == p + "'wijk_counters'");
  CHECK(where("DELETE FROM wijk_assumptions") == p + "'wijk_assumptions'");
  CHECK(where("UPDATE wijk_assumptions SET json = '{'").starts_with(p + "'wijk_assumptions'"));
  CHECK(where("ALTER TABLE sources DROP COLUMN attribution") == p + "'sources'");
}

TEST_CASE("A number used twice in a layer of the wijk is refused and nothing is saved") {
  const Folder folder;
  const std::string path = folder / "p.trefpunt";
  Project project = project_with_wijk();
  save(project, path);
  const std::string before = bytes_of(path);
  auto wijk = std::make_shared<Wijk>(*project.wijk);
  auto homes = *wijk->homes;
  homes[2].id = homes[0].id;
  wijk->homes = std::make_shared<const std::vector<Home>>(homes);
  project.wijk = wijk;
  const Status saved = save_project(project, {}, path);
  REQUIRE_FALSE(saved);
  CHECK(saved.error().where == path + ": table 'homes': row 3");
  CHECK(bytes_of(path) == before);
  CHECK(folder.files().size() == 1);
}

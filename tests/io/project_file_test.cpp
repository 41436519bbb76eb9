// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/project_file.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <thread>

#include "io/gdal.h"
#include "support/geopackage_file.h"
#include "support/project_text.h"
#include "support/rich_project.h"

using namespace trefpunt;

namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

SpacePolygons polygons_of(const Project& project) {
  SpacePolygons polygons;
  for (const Building& building : project.buildings) {
    polygons.emplace_back();
    for (const auto& storey : building.storeys) {
      polygons.back().emplace_back(storey->spaces.size());
      for (auto& polygon : polygons.back().back()) {
        polygon = Polygon{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{4, 4}, {4, 5}, {5, 5}, {5, 4}}}};
        if (polygons.back().back().size() > 1) polygons.back().back().front() = std::nullopt;
      }
    }
  }
  return polygons;
}

void save(const Project& project, const std::string& path) {
  const Status saved = save_project(project, polygons_of(project), path);
  if (!saved) FAIL(to_string(saved.error(), Lang::En));
}

Project load(const std::string& path) {
  Result<Project> loaded = load_project(path);
  if (!loaded) FAIL(to_string(loaded.error(), Lang::En));
  return *std::move(loaded);
}

Project small_project(const std::string& name, int seats) {
  Project project;
  project.name = name;
  Storey storey;
  storey.id = {1};
  for (int i = 1; i <= seats; ++i) storey.seats.push_back({{i}, {double(i), 0}, 1, name});
  project.buildings = {{"", {std::make_shared<const Storey>(storey)}, {}, {}}};
  project.next.storey = 2;
  project.next.seat = seats + 1;
  return project;
}

// The error of loading the rich project after that change.
Error error_after(const std::string& sql) {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(rich_project(), path);
  change(path, sql);
  const Result<Project> loaded = load_project(path);
  INFO(sql);
  REQUIRE_FALSE(loaded);
  CHECK_FALSE(loaded.error().sentence.nl.empty());
  CHECK_FALSE(loaded.error().sentence.en.empty());
  return loaded.error();
}

// Runs in a process of its own, so that limits and rights die with it; whether it returned true.
template <typename Work>
bool in_child(Work work) {
  const pid_t child = fork();
  if (child == 0) _exit(work() ? 0 : 1);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("A project comes back from its file with every field as it was") {
  Folder folder;
  const std::string path = folder / "rich project #1?%41.trefpunt";
  const Project project = rich_project();
  save(project, path);
  CHECK(first_difference(project, load(path)) == "");
  CHECK(folder.files().size() == 1);
}

TEST_CASE("An empty project comes back empty") {
  Folder folder;
  const std::string path = folder / "empty.trefpunt";
  save({}, path);
  CHECK(first_difference({}, load(path)) == "");
}

TEST_CASE("What is not known is NULL in the file and an empty name is not") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(rich_project(), path);
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  int rows = 0;
  const auto count = [](void* into, int, char**, char**) { return ++*static_cast<int*>(into), 0; };
  for (const char* sql :
       {"SELECT 1 FROM spaces WHERE id = 1 AND beds IS NULL AND stated_area_m2 IS NULL AND name = "
        "''",
        "SELECT 1 FROM spaces WHERE id = 2 AND beds = 0 AND stated_area_m2 = 0",
        "SELECT 1 FROM doors WHERE id = 11 AND footprint IS NULL AND clear_width IS NULL",
        "SELECT 1 FROM units WHERE id = 1 AND is_overnight IS NULL AND beds IS NULL",
        "SELECT 1 FROM units WHERE id = 3 AND is_overnight = 0 AND beds = 0",
        "SELECT 1 FROM storeys WHERE id = 2 AND geom IS NULL AND building_id = 1",
        "SELECT 1 FROM meta WHERE schema_version = 6 AND program_version <> ''"}) {
    INFO(sql);
    rows = 0;
    CHECK(sqlite3_exec(database, sql, count, &rows, nullptr) == SQLITE_OK);
    CHECK(rows == 1);
  }
  sqlite3_close(database);
}

TEST_CASE("The same project gives the same file") {
  Folder folder;
  const std::string a = folder / "a.trefpunt", b = folder / "b.trefpunt";
  save(rich_project(), a);
  save(load(a), b);  // without the polygons of a run in between
  CHECK(content(a) == content(b));
  CHECK(content(a).size() > 40000);
  CHECK(bytes_of(a) == bytes_of(b));
  // One that replaces another file is the same too.
  save(small_project("other", 100), b);
  CHECK(content(a) != content(b));
  save(rich_project(), b);
  CHECK(bytes_of(a) == bytes_of(b));
}

TEST_CASE("Other readers find layers with the plan's CRS, extents, polygons and storeys") {
  Folder folder;
  const std::string path = folder / "p.gpkg";  // the library grumbles at another name
  save(rich_project(), path);
  Result<GdalFile> file = open_gdal(path, {{"GPKG"}, {}, {}});
  REQUIRE(file);
  for (const char* name : {"storeys", "spaces", "walls", "doors", "windows", "seats", "furniture",
                           "links", "boundaries", "findings"}) {
    INFO(name);
    OGRLayer* layer = file->dataset().GetLayerByName(name);
    REQUIRE(layer != nullptr);
    REQUIRE(layer->GetSpatialRef() != nullptr);
    CHECK(std::string(layer->GetSpatialRef()->GetAuthorityCode(nullptr)) == "28992");
    CHECK(layer->GetGeomType() != wkbNone);
    OGREnvelope extent;
    CHECK(layer->GetExtent(&extent, FALSE) == OGRERR_NONE);
    if (name != std::string("storeys") && name != std::string("findings")) {
      CHECK(layer->GetLayerDefn()->GetFieldIndex("storey_id") >= 0);
    }
  }
  for (const char* name : {"buildings", "units", "underlays", "ambition", "answers", "decisions",
                           "remarks", "sources", "counters", "meta"}) {
    INFO(name);
    OGRLayer* layer = file->dataset().GetLayerByName(name);
    REQUIRE(layer != nullptr);
    CHECK(layer->GetGeomType() == wkbNone);
  }
  OGRLayer* spaces = file->dataset().GetLayerByName("spaces");
  OGREnvelope extent;
  REQUIRE(spaces->GetExtent(&extent, FALSE) == OGRERR_NONE);
  CHECK(extent.MaxX == 10);
  CHECK(spaces->GetFeatureCount() == 4);
  const OGRFeatureUniquePtr first(spaces->GetFeature(1)), second(spaces->GetFeature(2));
  CHECK(first->GetGeometryRef() == nullptr);  // no face was found around this anchor
  REQUIRE(second->GetGeometryRef() != nullptr);
  CHECK(second->GetGeometryRef()->toPolygon()->get_Area() == Approx(99));
  CHECK(second->GetFieldAsInteger("storey_id") == 7);
  // A solid wall is a polygon, a thin one a line.
  OGRLayer* walls = file->dataset().GetLayerByName("walls");
  const OGRFeatureUniquePtr thin(walls->GetFeature(1)), solid(walls->GetFeature(2));
  CHECK(thin->GetGeometryRef()->getGeometryType() == wkbLineString);
  CHECK(solid->GetGeometryRef()->getGeometryType() == wkbPolygon);
  CHECK(file->complaint().empty());
}

TEST_CASE("A plan without a place in the world, or plans in two systems, lie in no CRS") {
  Folder folder;
  const auto srs_id = [&](const std::string& first, const std::string& second) {
    Project project = rich_project();
    project.buildings[0].placement.crs = first;
    project.buildings[1].placement.crs = second;
    const std::string path = folder / "p.trefpunt";
    save(project, path);
    CHECK(first_difference(project, load(path)) == "");
    const std::string all = content(path);
    const std::string row = "'walls'|'geom'|'GEOMETRY'|";
    const std::size_t at = all.find(row);
    REQUIRE(at != std::string::npos);
    return all.substr(at + row.size(), all.find('|', at + row.size()) - at - row.size());
  };
  CHECK(srs_id("", "") == "-1");
  CHECK(srs_id("EPSG:28992", "EPSG:25832") == "-1");
  CHECK(srs_id("EPSG:28992", "") == "-1");
  CHECK(srs_id("EPSG:25832", "EPSG:25832") == "25832");
  const std::string local = "+proj=tmerc +lat_0=52 +lon_0=5 +datum=WGS84 +units=m +type=crs";
  CHECK(srs_id(local, local) == "100000");
  CHECK(srs_id("nonsense", "nonsense") == "-1");
}

TEST_CASE("Counters that another program left too low are raised above every number in use") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(rich_project(), path);
  change(path, "UPDATE counters SET seat = 1");
  CHECK(load(path).next.seat == 10);
}

TEST_CASE("A seat added by another program is read") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(rich_project(), path);
  change(path,
         "INSERT INTO seats (geom, storey_id, id, places, source_key) "
         "SELECT geom, 2, 50, 2, 'QGIS' FROM seats WHERE fid = 1");
  const Project project = load(path);
  REQUIRE(project.buildings[0].storeys[1]->seats.size() == 2);
  CHECK(project.buildings[0].storeys[1]->seats[1].id == SeatId{50});
  CHECK(project.next.seat == 51);
}

TEST_CASE("A process killed while it saves leaves a whole project, twenty times") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  const Project even = small_project("even", 300), odd = small_project("odd", 400);
  const auto begin = std::chrono::steady_clock::now();
  save(even, path);
  // Kills fall within a few saves, also when the machine is busy.
  const auto one_save = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  const auto longest = static_cast<unsigned>(std::max<long>(60'000, 4 * one_save.count()));
  std::mt19937 random(20261005);
  int seen_odd = 0, interrupted = 0;
  for (int round = 0; round < 20; ++round) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (int i = 0;; ++i) (void)save_project(i % 2 == 0 ? odd : even, {}, path);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(3000 + random() % longest));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    const Project found = load(path);
    const bool is_odd = found.name == "odd";
    seen_odd += is_odd;
    CHECK(first_difference(is_odd ? odd : even, found) == "");
    for (const std::string& name : folder.files()) {
      CHECK(name.find("-wal") == std::string::npos);
      CHECK(name.find("-journal") == std::string::npos);
      if (name == "p.trefpunt") continue;
      ++interrupted;
      fs::remove(folder / name);
    }
  }
  INFO("odd " << seen_odd << ", temporaries left " << interrupted);
  CHECK(seen_odd > 0);
  CHECK(interrupted > 0);  // else the kills came at no interesting moment
}

TEST_CASE("A full disk leaves the old project and nothing else") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(small_project("old", 2), path);
  const std::string before = bytes_of(path);
  for (const rlim_t limit : {rlim_t{0}, rlim_t{4096}, rlim_t{50000}, rlim_t{200000}}) {
    INFO("limit " << limit);
    CHECK(in_child([&] {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit bytes{limit, limit};
      setrlimit(RLIMIT_FSIZE, &bytes);
      const Status saved = save_project(small_project("new", 5000), {}, path);
      return !saved && saved.error().code == Code::NotWritable && saved.error().where == path;
    }));
    CHECK(bytes_of(path) == before);
    CHECK(folder.files() == std::vector<std::string>{"p.trefpunt"});
  }
}

TEST_CASE("A folder without the right to write gives one sentence and no file") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(small_project("old", 2), path);
  const std::string before = bytes_of(path);
  fs::permissions(folder / "", fs::perms(0555));
  CHECK(in_child([&] {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setuid(kNobody) != 0) return false;
    const Status saved = save_project(small_project("new", 3), {}, path);
    return !saved && saved.error().code == Code::NotWritable && bool(load_project(path));
  }));
  fs::permissions(folder / "", fs::perms::owner_all);
  CHECK(bytes_of(path) == before);
  CHECK(folder.files().size() == 1);
}

TEST_CASE("A missing folder, a folder as name and a read-only file are not written") {
  Folder folder;
  const Project project = small_project("new", 3);
  const Status missing = save_project(project, {}, folder / "nowhere/p.trefpunt");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == Code::NotWritable);
  fs::create_directory(folder / "map");
  const Status directory = save_project(project, {}, folder / "map");
  REQUIRE_FALSE(directory);
  CHECK(directory.error().code == Code::NotWritable);
  save(project, folder / "p.trefpunt");
  fs::permissions(folder / "p.trefpunt", fs::perms::owner_read);
  const Status read_only = save_project(project, {}, folder / "p.trefpunt");
  REQUIRE_FALSE(read_only);
  CHECK(read_only.error().code == Code::NotWritable);
  CHECK(folder.files() == std::vector<std::string>{"map", "p.trefpunt"});
}

TEST_CASE("A project that another program has open is not replaced but can be read") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(small_project("old", 2), path);
  sqlite3* qgis = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &qgis) == SQLITE_OK);
  sqlite3_exec(qgis, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
  sqlite3_exec(qgis, "UPDATE meta SET project_name = 'changed'", nullptr, nullptr, nullptr);
  const Status saved = save_project(small_project("new", 3), {}, path);
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == Code::NotWritable);
  CHECK(saved.error().sentence.en.find("another program") != std::string::npos);
  CHECK(load(path).name == "changed");
  sqlite3_close(qgis);
  save(small_project("new", 3), path);
  CHECK(load(path).name == "new");
}

TEST_CASE("Saving keeps the rights of the file and a link to it") {
  Folder folder;
  const std::string path = folder / "p.trefpunt", link = folder / "link.trefpunt";
  save(small_project("old", 2), path);
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(path, link);
  save(small_project("new", 2), link);
  CHECK(fs::is_symlink(link));
  CHECK(load(path).name == "new");
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("A value that is not a number or a number used twice is refused with its row") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(small_project("old", 2), path);
  const std::string before = bytes_of(path);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto refused = [&](const Project& project) {
    const Status saved = save_project(project, {}, path);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == Code::BadInput);
    CHECK(bytes_of(path) == before);
    CHECK(folder.files().size() == 1);
    return saved.error().where;
  };
  Storey storey;
  storey.id = {1};
  storey.seats = {{{1}, {0, 0}}, {{2}, {nan, 0}}};
  Project project = small_project("new", 0);
  const auto with = [&](const Storey& changed) {
    project.buildings[0].storeys = {std::make_shared<const Storey>(changed)};
    return project;
  };
  CHECK(refused(with(storey)) == path + ": table 'seats': row 2");
  storey.seats = {{{1}, {0, 0}}, {{1}, {1, 0}}};
  CHECK(refused(with(storey)) == path + ": table 'seats': row 2");
  storey.seats.clear();
  storey.level = nan;
  CHECK(refused(with(storey)) == path + ": table 'storeys': row 1");
  storey.level = 0;
  storey.doors = {{{1}, {0, 0}, {1, 0}, {{0, 0}, {nan, 1}, {1, 1}}}};
  CHECK(refused(with(storey)) == path + ": table 'doors': row 1");
  storey.doors = {{{1}, {0, 0}, {1, 0}, {}, std::numeric_limits<double>::infinity()}};
  CHECK(refused(with(storey)) == path + ": table 'doors': row 1");
  storey.doors.clear();
  with(storey);
  project.ambition.thresholds = {{"RVS-4.1a", nan, "omdat", "", "", false}};
  refused(project);
}

TEST_CASE("A file that is not there is not found") {
  Folder folder;
  const Result<Project> loaded = load_project(folder / "no.trefpunt");
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == Code::NotFound);
  CHECK(folder.files().empty());
}

TEST_CASE("What is no GeoPackage is no project") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  for (const std::string& bytes :
       {std::string(), std::string("x"), std::string("not a project"), std::string(5000, '\0'),
        std::string("SQLite format 3"), std::string("SQLite format 3\0", 16),
        std::string("SQLite format 3\0", 16) + std::string(8000, 'q')}) {
    write(path, bytes);
    const Result<Project> loaded = load_project(path);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == Code::BadInput);
    CHECK(loaded.error().where == "p.trefpunt");
    CHECK(folder.files().size() == 1);
  }
  const Result<Project> directory = load_project(folder / "");
  REQUIRE_FALSE(directory);
  CHECK(directory.error().code == Code::BadInput);
}

TEST_CASE("A GeoPackage of something else is no project") {
  for (const char* sql : {"DROP TABLE meta", "DROP TABLE gpkg_contents", "DELETE FROM meta",
                          "UPDATE meta SET schema_version = 'x'",
                          "DROP TABLE meta; CREATE VIEW meta AS SELECT 1 AS schema_version"}) {
    const Error error = error_after(sql);
    CHECK(error.code == Code::BadInput);
    CHECK(error.sentence.en == "This is not a project file of Trefpunt.");
  }
}

TEST_CASE("A file that was cut off says so, wherever it was cut") {
  Folder folder;
  const std::string whole = folder / "whole.trefpunt", cut = folder / "cut.trefpunt";
  save(rich_project(), whole);
  const std::string bytes = bytes_of(whole);
  for (std::size_t size = 60; size < bytes.size(); size += 1000) {
    INFO(size << " of " << bytes.size());
    write(cut, bytes.substr(0, size));
    const Result<Project> loaded = load_project(cut);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == Code::BadInput);
    CHECK(loaded.error().sentence.nl == "Dit projectbestand is beschadigd of afgebroken.");
  }
}

TEST_CASE("Damage anywhere in the file gives a project or an error, never a crash") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  save(rich_project(), path);
  const std::string bytes = bytes_of(path);
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 20; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    write(path, damaged);
    refused += !load_project(path);
  }
  CHECK(refused > 100);
}

TEST_CASE("A missing table or column is named") {
  for (const char* table :
       {"counters", "buildings", "storeys", "spaces", "walls", "doors", "windows", "seats",
        "furniture", "links", "boundaries", "underlays", "units", "ambition", "answers",
        "decisions", "remarks", "sources", "findings"}) {
    const Error error = error_after("DROP TABLE " + std::string(table));
    CHECK(error.code == Code::BadInput);
    CHECK(error.where == "p.trefpunt: table '" + std::string(table) + "'");
  }
  const Error error = error_after("ALTER TABLE doors RENAME COLUMN lock TO slot");
  CHECK(error.where == "p.trefpunt: table 'doors'");
  CHECK(error.sentence.en == "The column \"lock\" is missing from the project file.");
  CHECK(error_after("DELETE FROM answers").where == "p.trefpunt: table 'answers'");
}

TEST_CASE("A value that does not fit is named with its table and row") {
  const auto where = [](const std::string& sql, const std::string& column) {
    const Error error = error_after(sql);
    CHECK(error.code == Code::BadInput);
    CHECK(error.sentence.en.find('"' + column + '"') != std::string::npos);
    CHECK(error.sentence.nl.find('"' + column + '"') != std::string::npos);
    return error.where;
  };
  const std::string p = "p.trefpunt: table ";
  CHECK(where("UPDATE doors SET lock = 'maybe' WHERE fid = 2", "lock") == p + "'doors': row 2");
  CHECK(where("UPDATE spaces SET use = 'Lounge' WHERE fid = 3", "use") == p + "'spaces': row 3");
  CHECK(where("UPDATE spaces SET beds = 'four' WHERE fid = 1", "beds") == p + "'spaces': row 1");
  CHECK(where("UPDATE spaces SET anchor_x = 'w' WHERE fid = 1", "anchor_x") ==
        p + "'spaces': row 1");
  CHECK(where("UPDATE spaces SET anchor_y = 9e999 WHERE fid = 1", "anchor_y") ==
        p + "'spaces': row 1");
  CHECK(where("UPDATE walls SET is_glass = 2 WHERE fid = 1", "is_glass") == p + "'walls': row 1");
  CHECK(where("UPDATE walls SET storey_id = 99 WHERE fid = 4", "storey_id") ==
        p + "'walls': row 4");
  CHECK(where("UPDATE walls SET geom = NULL WHERE fid = 1", "geom") == p + "'walls': row 1");
  CHECK(where("UPDATE walls SET geom = x'4750' WHERE fid = 1", "geom") == p + "'walls': row 1");
  CHECK(where("UPDATE walls SET geom = (SELECT geom FROM seats WHERE fid = 1) WHERE fid = 1",
              "geom") == p + "'walls': row 1");
  CHECK(where("UPDATE links SET geom = (SELECT geom FROM spaces WHERE fid = 2) WHERE fid = 3",
              "geom") == p + "'links': row 3");  // it has a hole
  CHECK(where("UPDATE doors SET geom = (SELECT geom FROM walls WHERE fid = 1) WHERE fid = 1",
              "geom") == p + "'doors': row 1");  // three points
  CHECK(where("UPDATE doors SET footprint = x'01' WHERE fid = 1", "footprint") ==
        p + "'doors': row 1");
  CHECK(where("UPDATE seats SET id = 3000000000 WHERE fid = 1", "id") == p + "'seats': row 1");
  CHECK(where("UPDATE seats SET id = -1 WHERE fid = 1", "id") == p + "'seats': row 1");
  CHECK(where("UPDATE storeys SET building_id = 3 WHERE fid = 2", "building_id") ==
        p + "'storeys': row 2");
  CHECK(where("UPDATE units SET building_id = 0 WHERE fid = 2", "building_id") ==
        p + "'units': row 2");
  const std::string picture = p + "'underlays': row 1";
  CHECK(where("UPDATE underlays SET storey_id = 99", "storey_id") == picture);
  CHECK(where("INSERT INTO underlays SELECT 2, storey_id, name, picture, origin_x, origin_y, "
              "metres_per_pixel, angle, opacity, is_visible FROM underlays",
              "storey_id") == p + "'underlays': row 2");  // a storey has one
  CHECK(where("UPDATE underlays SET picture = x''", "picture") == picture);
  CHECK(where("UPDATE underlays SET picture = 'scan.png'", "picture") == picture);
  CHECK(where("UPDATE underlays SET picture = x'89504E470D0A1A0A'", "picture") == picture);
  CHECK(where("UPDATE underlays SET picture = zeroblob(1000)", "picture") == picture);
  CHECK(where("UPDATE underlays SET picture = CAST(picture || zeroblob(33554432) AS BLOB)",
              "picture") == picture);
  CHECK(where("UPDATE underlays SET origin_x = 9e999", "origin_x") == picture);
  CHECK(where("UPDATE underlays SET metres_per_pixel = 0", "metres_per_pixel") == picture);
  CHECK(where("UPDATE underlays SET opacity = 7", "opacity") == picture);
  CHECK(where("UPDATE underlays SET is_visible = 3", "is_visible") == picture);
  CHECK(where("UPDATE remarks SET x = NULL WHERE fid = 1", "y") == p + "'remarks': row 1");
  CHECK(where("UPDATE remarks SET y = 'n' WHERE fid = 1", "y") == p + "'remarks': row 1");
  CHECK(where("UPDATE findings SET severity = 'fatal' WHERE fid = 2", "severity") ==
        p + "'findings': row 2");
  CHECK(where("INSERT INTO answers (json) VALUES ('{}')", "fid") == p + "'answers': row 2");
  CHECK(where("CREATE TABLE t AS SELECT * FROM seats; UPDATE t SET id = 1; DROP TABLE seats; "
              "ALTER TABLE t RENAME TO seats",
              "id") == p + "'seats': row 2");
}

TEST_CASE("Broken answers or ambition inside the file are named") {
  const Error answers = error_after("UPDATE answers SET json = '{'");
  CHECK(answers.code == Code::BadInput);
  CHECK(answers.where.starts_with("p.trefpunt: table 'answers'"));
  CHECK(error_after("UPDATE ambition SET json = '[]'").where.starts_with("p.trefpunt: table 'amb"));
  const Error programme =
      error_after("UPDATE programme SET json = replace(json, '\"count\": 12', '\"count\": -1')");
  CHECK(programme.where.starts_with("p.trefpunt: table 'programme': line "));
  CHECK(programme.where.ends_with(": roles 1 (patient): count"));
}

TEST_CASE("A project of a newer version is refused as such") {
  const Error error = error_after("UPDATE meta SET schema_version = 7; DROP TABLE walls");
  CHECK(error.code == Code::Newer);
  CHECK(error.sentence.en.find("made by a newer version") != std::string::npos);
  CHECK(error.sentence.nl.find("nieuwere versie") != std::string::npos);
  CHECK(error_after("UPDATE meta SET schema_version = 99999999999").code == Code::Newer);
  CHECK(error_after("UPDATE meta SET schema_version = 0").code == Code::BadInput);
}

TEST_CASE("A project of schema 1 opens, without underlays") {
  const Project project = load(TREFPUNT_ROOT "/tests/fixtures/project/schema-1.trefpunt");
  CHECK(project.name == "Nieuw ontwerp");
  REQUIRE(project.buildings.size() == 1);
  REQUIRE(project.buildings[0].storeys.size() == 1);
  const Storey& storey = *project.buildings[0].storeys[0];
  CHECK(storey.walls.size() == 1);
  REQUIRE(storey.spaces.size() == 1);
  CHECK(storey.spaces[0].anchor.x == Approx(2.980211));
  CHECK_FALSE(storey.underlay);
  // Saved again it is of this schema, with the same content.
  Folder folder;
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
}

TEST_CASE("A project of schema 2 opens, without a programme") {
  const Project project = load(TREFPUNT_ROOT "/tests/fixtures/project/schema-2.trefpunt");
  CHECK(project.name == "Ontwerp van schema 2");
  CHECK(project.ambition.work == "verbouw");
  REQUIRE(project.buildings.size() == 1);
  CHECK(project.buildings[0].storeys[0]->walls.size() == 1);
  CHECK(project.programme.empty());
  Folder folder;
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
}

TEST_CASE("A project of schema 4 opens, without a history of decisions and without remarks") {
  const Project project = load(TREFPUNT_ROOT "/tests/fixtures/project/schema-4.trefpunt");
  CHECK(project.name == "Ontwerp van schema 4");
  REQUIRE(project.ambition.thresholds.size() == 1);
  CHECK(project.ambition.thresholds[0].value == 1.5);
  CHECK(project.decisions.empty());
  CHECK(project.remarks.empty());
  Folder folder;
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
}

TEST_CASE("A project of schema 5 opens, without heights of floors") {
  const Project project = load(TREFPUNT_ROOT "/tests/fixtures/project/schema-5.trefpunt");
  CHECK(project.name == "Ontwerp van schema 5");
  REQUIRE(project.buildings.size() == 1);
  const Storey& storey = *project.buildings[0].storeys[0];
  CHECK(storey.spaces.size() == 1);
  CHECK_FALSE(storey.elevation);
  CHECK(storey.source_key == "");
  Folder folder;
  save(project, folder / "p.trefpunt");
  CHECK(first_difference(project, load(folder / "p.trefpunt")) == "");
}

TEST_CASE("A project without a programme stays one") {
  Folder folder;
  Project project = rich_project();
  REQUIRE_FALSE(project.programme.empty());
  project.programme = {};
  save(project, folder / "p.trefpunt");
  CHECK(load(folder / "p.trefpunt").programme.empty());
}

TEST_CASE("The picture of an underlay comes back byte by byte, also a large one") {
  Folder folder;
  const std::string path = folder / "p.trefpunt";
  Project project = rich_project();
  auto storey = std::make_shared<Storey>(*project.buildings[0].storeys[1]);
  std::string bytes = *small_picture();
  bytes.resize(20u << 20, '\0');  // what follows the picture is no part of it
  for (std::size_t i = small_picture()->size(); i < bytes.size(); ++i) bytes[i] = char(i * 7 >> 3);
  storey->underlay = Underlay{"plan.png", std::make_shared<const std::string>(bytes), 3, 2};
  project.buildings[0].storeys[1] = storey;
  save(project, path);
  const Project again = load(path);
  CHECK(*again.buildings[0].storeys[1]->underlay->picture == bytes);
  CHECK(first_difference(project, again) == "");
}

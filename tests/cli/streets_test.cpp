// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "run.h"

using namespace run;

namespace {

// Lines in RD New, each with its properties ("\"kind\":\"steps\"").
std::string geojson(const std::vector<std::pair<std::string, std::string>>& lines,
                    const std::string& crs = "urn:ogc:def:crs:EPSG::28992") {
  std::string text = R"({"type":"FeatureCollection",)";
  if (!crs.empty()) {
    text += R"("crs":{"type":"name","properties":{"name":")" + crs + R"("}},)";
  }
  text += R"("features":[)";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) text += ",";
    text += R"({"type":"Feature","properties":{)" + lines[i].second +
            R"(},"geometry":{"type":"LineString","coordinates":[)" + lines[i].first + "]}}";
  }
  return text + "]}";
}

// Three streets in a row of 100 m, and one across.
const std::vector<std::pair<std::string, std::string>> kRow = {
    {"[140000,450000],[140100,450000]", R"("name":"a")"},
    {"[140100,450000],[140200,450000]", R"("kind":"footway")"},
    {"[140200,450000],[140300,450000]", R"("kind":"steps")"},
    {"[140100,450000],[140100,450100]", R"("wheelchair":"yes")"}};

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> lines;
  std::stringstream text(text_of(path));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

// Runs on a network that is refused: one sentence, exit 2, nothing written.
void check_refused(const Folder& folder, const std::vector<std::string>& words,
                   const std::string& part) {
  const fs::path out = folder / "out.csv";
  const Ran ran = trefpunt(std::vector<std::string>{"streets"} + words +
                           std::vector<std::string>{"--lang", "en", "-o", out.string()});
  CAPTURE(ran.err);
  CHECK(ran.exit == 2);
  CHECK(ran.err.starts_with("trefpunt: error: "));
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  CHECK(ran.err.find(part) != std::string::npos);
  CHECK_FALSE(fs::exists(out));
}

}  // namespace

TEST_CASE("streets writes a row per junction and the links between them") {
  const Folder folder;
  const fs::path network = folder.write("net.geojson", geojson(kRow));
  const fs::path out = folder / "out.csv", links = folder / "links.csv";
  const Ran ran = trefpunt({"streets", network.string(), "--radius", "100,200", "--links",
                            links.string(), "-o", out.string(), "--lang", "en"});
  CAPTURE(ran.err);
  REQUIRE(ran.exit == 0);
  CHECK(ran.out.find("5 junctions, 4 pieces of street, 0.4 km, in EPSG:28992") !=
        std::string::npos);
  const std::vector<std::string> rows = lines_of(out);
  REQUIRE(rows.size() == 6);
  CHECK(rows[0] ==
        "x,y,harmonic_100,farness_100,gravity_100,betweenness_100,betweenness_decayed_100,"
        "density_100,reach_100,harmonic_200,farness_200,gravity_200,betweenness_200,"
        "betweenness_decayed_200,density_200,reach_200");
  // The second junction: three at 100 m, one at 200 m; of the six pairs of others past it those at
  // 200 m count, three.
  CHECK(rows[2].starts_with("140100,450000,0.03,300,"));
  CHECK(rows[2].find(",500,") != std::string::npos);
  CHECK(lines_of(links) ==
        std::vector<std::string>{"from,to,length", "0,1,100", "1,2,100", "2,3,100", "1,4,100"});
}

TEST_CASE("streets gives lines with angular values per piece of street") {
  const Folder folder;
  const fs::path network = folder.write("net.geojson", geojson(kRow));
  const fs::path out = folder / "out.gpkg";
  const Ran ran = trefpunt({"streets", network.string(), "--radius", "300", "--per", "segment",
                            "--angular", "-o", out.string()});
  CAPTURE(ran.err);
  REQUIRE(ran.exit == 0);
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(out.string().c_str(), &database) == SQLITE_OK);
  const auto ask = [&](const char* query) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, query, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    const std::string answer = text == nullptr ? "" : text;
    sqlite3_finalize(statement);
    return answer;
  };
  CHECK(ask("SELECT count(*) FROM segments") == "4");
  CHECK(ask("SELECT geometry_type_name FROM gpkg_geometry_columns") == "LINESTRING");
  CHECK(ask("SELECT srs_id FROM gpkg_geometry_columns") == "28992");
  // Past the second piece lead the ways from the third to the first and to the one across.
  CHECK(ask("SELECT angular_betweenness_300 FROM segments WHERE fid = 2") == "2.0");
  CHECK(ask("SELECT betweenness_300 FROM segments WHERE fid = 2") == "6.0");
  sqlite3_close(database);
}

TEST_CASE("streets keeps to what a wheelchair can use when it is asked to") {
  const Folder folder;
  const fs::path network = folder.write("net.geojson", geojson(kRow));
  const fs::path out = folder / "out.csv";
  const auto rows_for = [&](const std::string& which) {
    const Ran ran = trefpunt({"streets", network.string(), "--radius", "300", "--wheelchair", which,
                              "-o", out.string()});
    REQUIRE(ran.exit == 0);
    return lines_of(out).size() - 1;
  };
  CHECK(rows_for("possible") == 4);
  CHECK(rows_for("stated") == 2);
}

TEST_CASE("streets reads OpenStreetMap, packed too, and leaves out what is not to walk along") {
  const Folder folder;
  const std::string osm =
      R"(<?xml version="1.0" encoding="UTF-8"?><osm version="0.6" generator="test">)"
      R"(<node id="1" lat="52.09" lon="5.12" version="1"/><node id="2" lat="52.09" lon="5.121" version="1"/>)"
      R"(<node id="3" lat="52.091" lon="5.121" version="1"/><node id="4" lat="52.092" lon="5.121" version="1"/>)"
      R"(<way id="10" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>)"
      R"(<way id="11" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="path"/><tag k="access" v="private"/><tag k="foot" v="yes"/></way>)"
      R"(<way id="12" version="1"><nd ref="3"/><nd ref="4"/><tag k="highway" v="cycleway"/><tag k="foot" v="no"/></way>)"
      R"(<way id="13" version="1"><nd ref="1"/><nd ref="4"/><tag k="highway" v="motorway"/></way>)"
      R"(<way id="14" version="1"><nd ref="1"/><nd ref="3"/><tag k="waterway" v="canal"/></way>)"
      R"(</osm>)";
  const fs::path plain = folder.write("net.osm", osm);
  REQUIRE(std::system(("gzip -k " + quoted(plain.string())).c_str()) == 0);
  for (const fs::path& network : {plain, folder / "net.osm.gz"}) {
    const Ran ran = trefpunt({"streets", network.string(), "--radius", "400", "--lang", "en", "-o",
                              (folder / "out.csv").string()});
    CAPTURE(ran.err);
    REQUIRE(ran.exit == 0);
    CHECK(ran.out.find("3 junctions, 2 pieces of street, 0.2 km, in EPSG:28992; 3 lines") !=
          std::string::npos);
  }
}

TEST_CASE("streets writes what is wrong with the network, each with its place") {
  const Folder folder;
  const fs::path findings = folder / "findings.csv";
  const Ran ran =
      trefpunt({"streets", (kRoot / "tests/findings/401.geojson").string(), "--radius", "400",
                "--findings", findings.string(), "-o", (folder / "out.csv").string()});
  REQUIRE(ran.exit == 0);
  CHECK(ran.out.find("bevindingen: 401 × 1") != std::string::npos);
  const std::vector<std::string> rows = lines_of(findings);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].starts_with("140050,450001.5,401,warning,\"3\",\"dit losse einde ligt 1,5 m"));
}

TEST_CASE("streets refuses what is no network of streets with one sentence") {
  const Folder folder;
  const auto file = [&](const std::string& name, const std::string& text) {
    return folder.write(name, text).string();
  };
  const std::string good = file("good.geojson", geojson(kRow));
  check_refused(folder, {"nowhere.osm.pbf", "--radius", "400"}, "does not exist");
  check_refused(folder, {good, "--radius", "0"}, "radii");
  check_refused(folder, {good, "--radius", "60000"}, "50,000");
  check_refused(folder, {good, "--radius", "400", "--per", "junction", "--angular"}, "segment");
  check_refused(folder, {good, "--radius", "400", "--snap", "-1"}, "--snap");
  check_refused(folder, {good, "--radius", "400", "--links", "links.txt"}, ".csv");
  check_refused(folder, {good, "--radius", "400", "--crs", "EPSG:0"}, "unknown");
  // RD coordinates in a GeoJSON without a CRS are said to be degrees.
  check_refused(folder, {file("rd.geojson", geojson(kRow, "")), "--radius", "400"}, "RD New");
  check_refused(folder, {file("bad.geojson", geojson(kRow).substr(0, 400)), "--radius", "400"},
                "bad.geojson");
  check_refused(folder,
                {file("bad.osm.pbf", std::string("\0\0\0\x0d\x0a\x09OSMHeader\x18\x20", 17)),
                 "--radius", "400"},
                "bad.osm.pbf");
  check_refused(
      folder,
      {file("bad.gml", R"(<a xmlns:gml="http://www.opengis.net/gml"><gml:b>)"), "--radius", "400"},
      "bad.gml");
  check_refused(folder,
                {file("points.geojson", R"({"type":"FeatureCollection","features":[{)"
                                        R"("type":"Feature","properties":{},"geometry":{)"
                                        R"("type":"Point","coordinates":[5,52]}}]})"),
                 "--radius", "400"},
                "no layer with lines");
  check_refused(folder, {file("list.csv", "x,y\n1,2\n"), "--radius", "400"}, "no streets");
  // A file that only points to another is never followed.
  check_refused(folder,
                {file("net.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"good\"><SrcDataSource>" +
                                     good + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"),
                 "--radius", "400"},
                "net.vrt");
}

TEST_CASE("streets refuses a file of four gigabytes with the bound") {
  const Folder folder;
  const fs::path large = folder.write("planet.osm.pbf", "\0\0\0\x0d\x0a\x09OSMHeader");
  fs::resize_file(large, std::uintmax_t{4} << 30);  // takes no room on the disk
  check_refused(folder, {large.string(), "--radius", "400"}, "2 GiB");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_results.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>

#include "io/gdal.h"
#include "support/geopackage_file.h"

using namespace trefpunt;

namespace {

std::vector<ResultTable> results() {
  const std::optional<double> none;
  ResultTable buurten{
      "buurten",
      std::vector<std::vector<Polygon>>{
          {{{{0, 0}, {100, 0}, {100, 100}}, {}}},
          {{{{100, 0}, {200, 0}, {200, 100}}, {}}, {{{300, 0}, {400, 0}, {400, 100}}, {}}},
          {{{{0, 200}, {9, 200}, {9, 209}}, {}}}},
      {{"buurtcode", "", std::vector<std::optional<std::string>>{"BU1", "BU2", "BU3"}},
       {"share_65+", "aandeel 65-plus", std::vector<std::optional<double>>{0.0, none, 81.5}}},
      {{"bereik 65+", "share_65+", {0, 20, 40, 60, 80, 100}}}};
  ResultTable streets{"streets",
                      std::vector<Line>{{{0, 0}, {10, 0}}, {{10, 0}, {10, 10}, {20, 10}}},
                      {{"harmonic_400", "", std::vector<std::optional<double>>{1.0 / 3, 1e-9}},
                       {"betweenness_800", "", std::vector<std::optional<double>>{12345.6, 0.0}}},
                      {{"harmonisch", "harmonic_400"}, {"tussenligging", "betweenness_800"}}};
  ResultTable homes{
      "homes",
      std::vector<Point>{{1, 1}, {2, 2}, {3, 3}},
      {{"left_out_park", "geen park", std::vector<std::optional<bool>>{true, false, {}}}},
      {{"zonder park", "left_out_park"}}};
  return {buurten, streets, homes};
}

void save(const std::vector<ResultTable>& tables, const std::string& path) {
  const Status saved = save_wijk_results(path, "EPSG:28992", tables);
  if (!saved) FAIL(to_string(saved.error(), Lang::En));
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("Results per buurt are keyed by its code, and what is missing is NULL and not 0") {
  const Folder folder;
  const std::string path = folder / "wijk.gpkg";
  save(results(), path);
  CHECK(text_in(path, "SELECT \"share_65+\" FROM buurten WHERE buurtcode = 'BU2'") == "NULL");
  CHECK(text_in(path, "SELECT \"share_65+\" FROM buurten WHERE buurtcode = 'BU1'") == "0.0");
  CHECK(text_in(path, "SELECT \"share_65+\" FROM buurten WHERE buurtcode = 'BU3'") == "81.5");
  CHECK(text_in(path, "SELECT left_out_park FROM homes WHERE fid = 3") == "NULL");
  CHECK(text_in(path, "SELECT left_out_park FROM homes WHERE fid = 2") == "0");
  CHECK(number_in(path, "SELECT harmonic_400 FROM streets WHERE fid = 1") == Approx(1.0 / 3));
}

TEST_CASE("The layers of results lie in the wijk's system, with their shapes and extents") {
  const Folder folder;
  const std::string path = folder / "wijk.gpkg";
  save(results(), path);
  Result<GdalFile> file = open_gdal(path, {{"GPKG"}, {}, {}});
  REQUIRE(file);
  const auto layer = [&](const char* name) {
    OGRLayer* found = file->dataset().GetLayerByName(name);
    REQUIRE(found != nullptr);
    CHECK(std::string(found->GetSpatialRef()->GetAuthorityCode(nullptr)) == "28992");
    return found;
  };
  CHECK(layer("buurten")->GetGeomType() == wkbMultiPolygon);
  CHECK(layer("streets")->GetGeomType() == wkbLineString);
  CHECK(layer("homes")->GetGeomType() == wkbPoint);
  OGREnvelope extent;
  REQUIRE(layer("buurten")->GetExtent(&extent, FALSE) == OGRERR_NONE);
  CHECK(extent.MaxX == 400);
  const OGRFeatureUniquePtr second(layer("buurten")->GetFeature(2));
  CHECK(second->GetGeometryRef()->toMultiPolygon()->getNumGeometries() == 2);
  CHECK(file->complaint().empty());
}

TEST_CASE("Each layer of results has its styles, the first of which QGIS shows") {
  const Folder folder;
  const std::string path = folder / "wijk.gpkg";
  save(results(), path);
  CHECK(number_in(path, "SELECT count(*) FROM layer_styles") == 4);
  const std::string in_streets = " FROM layer_styles WHERE f_table_name = 'streets'";
  CHECK(text_in(path, "SELECT styleName" + in_streets + " AND useAsDefault = 1") == "harmonisch");
  CHECK(number_in(path, "SELECT count(*)" + in_streets + " AND useAsDefault = 1") == 1);
  const std::string shares =
      text_in(path, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'buurten'");
  CHECK(shares.find("type=\"graduatedSymbol\" attr=\"share_65+\"") != shares.npos);
  CHECK(count(shares, "<range ") == 5);
  CHECK(shares.find("label=\"80 - 100\"") != shares.npos);
  CHECK(shares.find("<alias field=\"share_65+\" name=\"aandeel 65-plus\"/>") != shares.npos);
  const std::string homes =
      text_in(path, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'homes'");
  CHECK(homes.find("type=\"categorizedSymbol\" attr=\"left_out_park\"") != homes.npos);
  CHECK(homes.find("value=\"true\"") != homes.npos);
}

TEST_CASE("Classes of a number hold as many rows each, and fewer classes when rows are equal") {
  const Folder folder;
  const std::string path = folder / "wijk.gpkg";
  const auto ranges = [&](const std::vector<std::optional<double>>& values) {
    ResultTable table{"t", std::vector<Point>(values.size()), {{"v", "", values}}, {{"v", "v"}}};
    save({table}, path);
    return text_in(path, "SELECT styleQML FROM layer_styles");
  };
  std::vector<std::optional<double>> many;
  for (int i = 0; i <= 100; ++i) many.push_back(i * i);
  const std::string quantiles = ranges(many);
  CHECK(count(quantiles, "<range ") == 5);
  CHECK(quantiles.find("lower=\"400\" upper=\"1600\"") != quantiles.npos);
  CHECK(count(ranges({3.0, 3.0, std::nullopt}), "<range ") == 1);
  CHECK(count(ranges({std::nullopt}), "<range ") == 0);
  CHECK(count(ranges({}), "<range ") == 0);
}

TEST_CASE("The same results give the same file, and words that break markup do not break it") {
  const Folder folder;
  std::vector<ResultTable> tables = results();
  tables[0].name = "buurt\"en";
  tables[0].columns[0].values =
      std::vector<std::optional<std::string>>{"<b>&\"'", "'; DROP TABLE homes;--", std::nullopt};
  tables[0].styles = {{"woorden <&>", "buurtcode"}};
  save(tables, folder / "a.gpkg");
  save(tables, folder / "b.gpkg");
  CHECK(content(folder / "a.gpkg") == content(folder / "b.gpkg"));
  CHECK(bytes_of(folder / "a.gpkg") == bytes_of(folder / "b.gpkg"));
  const std::string words = text_in(
      folder / "a.gpkg", "SELECT styleQML FROM layer_styles WHERE styleName = 'woorden <&>'");
  CHECK(words.find("value=\"&lt;b&gt;&amp;&quot;'\"") != words.npos);
  CHECK(number_in(folder / "a.gpkg", "SELECT count(*) FROM homes") == 3);
}

TEST_CASE("Results that cannot be written leave what was there") {
  const Folder folder;
  const Status nowhere = save_wijk_results(folder / "no/wijk.gpkg", "EPSG:28992", results());
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == Code::NotWritable);
  CHECK(folder.files().empty());
}

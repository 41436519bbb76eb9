// SPDX-License-Identifier: GPL-3.0-or-later
// Data of others. Their counts come from the notes beside them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "layer_text.h"

using namespace trefpunt;

TEST_CASE("Karlsruhe-Kirchfeld: 2,995 buildings, its streets and its places", "[wijk]") {
  const std::string folder = real_data("osm-extracts");
  if (folder.empty()) return;
  const WijkImport import = good({folder + "/karlsruhe-kirchfeld.osm.pbf"});
  CHECK(import.wijk.crs.code == "UTM 32N (EPSG:32632)");
  std::set<std::string> buildings;
  for (const Footprint& footprint : *import.wijk.footprints) buildings.insert(footprint.source_key);
  CHECK(buildings.size() == 2995);
  // Counted by a reading of the protobuf on its own: 724 lines with a highway that one may walk, of
  // which docs/streets.md leaves six out; 70 places; 42 benches, 19 bus stops.
  CHECK(import.wijk.streets->size() == 718);
  CHECK(import.wijk.places->size() == 70);
  CHECK(std::ranges::count(*import.wijk.furnishings, FurnishingKind::Bench, &Furnishing::kind) ==
        42);
  CHECK(std::ranges::count(*import.wijk.furnishings, FurnishingKind::Stop, &Furnishing::kind) >=
        19);
  CHECK(import.wijk.homes->size() > 1000);
}

TEST_CASE("Packed extracts are read: gzip and bzip2", "[wijk]") {
  const std::string folder = real_data("osm-extracts");
  if (folder.empty()) return;
  CHECK(good({folder + "/berlin-siegessaeule.osm.gz"}).wijk.streets->size() > 100);
  const auto packed = read({folder + "/West-Oakland.osm.bz2"});
  if (!packed && packed.error().code == Code::Unsupported) return;  // built without bzip2
  REQUIRE(packed);
  CHECK(packed->wijk.crs.code == "UTM 10N (EPSG:32610)");
}

TEST_CASE("CBS wijken: 3,340 of them, 15,515 people in Osdorp-Midden", "[wijk]") {
  const std::string folder = real_data("nl-cbs-wijken");
  if (folder.empty()) return;
  const WijkImport import = good({folder + "/nl_wijken_cbs_tmap.gpkg"});
  CHECK(import.wijk.areas->size() == 3340);
  const auto osdorp = std::ranges::find(*import.wijk.areas, "WK036382", &StatisticalArea::code);
  REQUIRE(osdorp != import.wijk.areas->end());
  CHECK(osdorp->figures.inhabitants == 15515);
  CHECK(osdorp->figures.percent_65_plus == 12);
  CHECK(osdorp->level == AreaLevel::Wijk);
  CHECK(!osdorp->figures.percent_low_income);  // "income_low" there is a share of persons
  CHECK(import.wijk.crs.code == "EPSG:28992");
  CHECK(import.wijk.crs.accuracy == 0);
}

TEST_CASE("Amsterdam: 518 buurten with the codes of CBS, from degrees into RD New", "[wijk]") {
  const std::string folder = real_data("nl-amsterdam-gebieden");
  if (folder.empty()) return;
  const WijkImport import = good({folder + "/amsterdam_buurten_2026.geojson"});
  CHECK(import.wijk.areas->size() == 518);
  CHECK(import.wijk.areas->front().code == "BU0363AA01");
  CHECK(import.wijk.areas->front().year == 2026);
  CHECK(import.wijk.crs.accuracy == 0.25);
}

TEST_CASE("TU Delft: 1,529 panden of BAG", "[wijk]") {
  const std::string folder = real_data("nl-tudelft-campus");
  if (folder.empty()) return;
  const WijkImport import = good({folder + "/tudcampus_buildings.geojson"});
  CHECK(import.mapping.front().count == 1529);
  CHECK(import.mapping.front().meaning == WijkMeaning::Footprints);
  CHECK(import.wijk.footprints->size() == 1530);  // one of them has two parts
  CHECK(import.sources.front().attribution == "Kadaster, BAG, publiek domein");
}

TEST_CASE("The centre of Delft in CityJSON: 160 buildings and its ground", "[wijk]") {
  const std::string folder = real_data("nl-cityjson");
  if (folder.empty()) return;
  const WijkImport import = good({folder + "/delft.json"});
  std::vector<std::string> keys;
  for (const Footprint& footprint : *import.wijk.footprints) keys.push_back(footprint.source_key);
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  CHECK(keys.size() == 160);
  CHECK(import.wijk.open_spaces->size() >= 143 + 126 + 81 + 3);
  double footways = 0;
  for (const OpenSpace& space : *import.wijk.open_spaces) {
    if (space.ground == Ground::Footway) footways += area(space.polygon);
  }
  CHECK(footways == Approx(2127.0).margin(0.1));  // m2, summed over its triangles elsewhere
  CHECK(import.wijk.crs.code == "EPSG:28992");
  const auto unplaced = read({folder + "/DH_01_subs.city.json"});
  REQUIRE(!unplaced);  // it states no reference system
}

TEST_CASE("Streets of others without OpenStreetMap's names", "[wijk]") {
  const std::string folder = real_data("peer-misc"), other = real_data("momepy");
  if (folder.empty() || other.empty()) return;
  const WijkImport roxel = good({folder + "/roxel_streets.gpkg"});
  CHECK(roxel.wijk.streets->size() >= 1200);
  CHECK(std::ranges::count(*roxel.wijk.streets, StreetKind::Footway, &Street::kind) == 134);
  const WijkImport bubenec = good({other + "/bubenec.gpkg"});
  CHECK(bubenec.wijk.streets->size() == 35);
  CHECK(bubenec.wijk.footprints->size() == 144);
  CHECK(count(bubenec, finding::kLayerNotRecognised) == 2);
}

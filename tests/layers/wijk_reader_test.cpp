// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_reader.h"

#include <catch2/catch.hpp>

#include "layer_text.h"

using namespace trefpunt;
using Catch::Contains;

namespace {

// Two roads that share a node, one of them closed to people; a house, a cafe, a bench, a park.
constexpr const char* kOsm = R"(<?xml version="1.0"?>
<osm version="0.6">
 <node id="1" lat="49.0500" lon="8.4000"/>
 <node id="2" lat="49.0510" lon="8.4000"/>
 <node id="3" lat="49.0520" lon="8.4000"/>
 <node id="4" lat="49.0510" lon="8.4010"><tag k="amenity" v="cafe"/><tag k="name" v="Eck"/><tag k="wheelchair" v="yes"/></node>
 <node id="5" lat="49.0511" lon="8.4010"><tag k="amenity" v="bench"/><tag k="backrest" v="no"/></node>
 <node id="6" lat="49.0512" lon="8.4010"><tag k="highway" v="bus_stop"/></node>
 <node id="7" lat="49.0513" lon="8.4010"><tag k="addr:housenumber" v="3"/><tag k="addr:postcode" v="76149"/></node>
 <node id="11" lat="49.0530" lon="8.4000"/><node id="12" lat="49.0530" lon="8.4002"/>
 <node id="13" lat="49.0532" lon="8.4002"/><node id="14" lat="49.0532" lon="8.4000"/>
 <node id="21" lat="49.0540" lon="8.4000"/><node id="22" lat="49.0540" lon="8.4020"/>
 <node id="23" lat="49.0550" lon="8.4020"/>
 <way id="100"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/><tag k="width" v="2.5"/></way>
 <way id="101"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="name" v="Weg &quot;A&quot;"/></way>
 <way id="102"><nd ref="1"/><nd ref="3"/><tag k="highway" v="motorway"/></way>
 <way id="103"><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="14"/><nd ref="11"/><tag k="building" v="apartments"/><tag k="building:flats" v="6"/></way>
 <way id="104"><nd ref="21"/><nd ref="22"/><nd ref="23"/><nd ref="21"/><tag k="leisure" v="park"/></way>
</osm>)";

const std::string kHomes = features(
    {point_feature(
         R"("identificatie":"0344010000000001","gebruiksdoel":"woonfunctie","status":"Verblijfsobject in gebruik","postcode":"3511 AB","huisnummer":12,"huisletter":"a")",
         136010, 455010),
     point_feature(
         R"("identificatie":"0344010000000002","gebruiksdoel":"bijeenkomstfunctie","status":"Verblijfsobject in gebruik","postcode":"3511AB","huisnummer":14)",
         136020, 455010),
     point_feature(
         R"("identificatie":"0344010000000003","gebruiksdoel":"woonfunctie","status":"Verblijfsobject gevormd","postcode":"3511AB","huisnummer":16)",
         136030, 455010),
     point_feature(
         R"("identificatie":"0344010000000004","gebruiksdoel":"woonfunctie","status":"Verblijfsobject ingetrokken","postcode":"3511AB","huisnummer":18)",
         136040, 455010)});

}  // namespace

TEST_CASE("OpenStreetMap gives streets, places, furniture, buildings, open space and homes",
          "[wijk]") {
  const Folder folder;
  const WijkImport import = good({folder.file("klein.osm", kOsm)});
  const Wijk& wijk = import.wijk;
  CHECK(wijk.crs.code == "UTM 32N (EPSG:32632)");
  CHECK(wijk.crs.accuracy == 0);
  REQUIRE(wijk.streets->size() == 2);
  const Street& path = (*wijk.streets)[0];
  CHECK(path.kind == StreetKind::Footway);
  CHECK(path.width == 2.5);
  CHECK(path.source_key.find("100") != std::string::npos);
  CHECK((*wijk.streets)[1].name == "Weg \"A\"");
  CHECK(path.line.back() == (*wijk.streets)[1].line.front());  // the node they share
  REQUIRE(wijk.places->size() == 2);
  CHECK((*wijk.places)[0].category == PlaceCategory::Cafe);
  CHECK((*wijk.places)[0].name == "Eck");
  CHECK((*wijk.places)[0].step_free == true);
  CHECK((*wijk.places)[1].category == PlaceCategory::Park);
  REQUIRE(wijk.furnishings->size() == 2);
  CHECK((*wijk.furnishings)[0].kind == FurnishingKind::Bench);
  CHECK((*wijk.furnishings)[0].backrest == false);
  CHECK((*wijk.furnishings)[1].kind == FurnishingKind::Stop);
  CHECK(wijk.footprints->size() == 1);
  CHECK(wijk.open_spaces->front().ground == Ground::Park);
  REQUIRE(wijk.homes->size() == 2);
  CHECK((*wijk.homes)[0].dwellings + (*wijk.homes)[1].dwellings == 7);
  CHECK(count(import, finding::kHomesApproximated) == 1);
  CHECK(import.sources.front().attribution == "© OpenStreetMap-bijdragers, ODbL 1.0");
  CHECK(import.sources.front().role == "wijk");
  CHECK(import.sources.front().sha256.size() == 64);
  CHECK(!wijk.areas);
}

TEST_CASE("Of BAG the homes that are lived in or planned are taken", "[wijk]") {
  const Folder folder;
  const WijkImport import = good({folder.file("verblijfsobject.geojson", kHomes)});
  REQUIRE(import.wijk.homes->size() == 2);
  CHECK(import.wijk.crs.code == "EPSG:28992");
  CHECK(!(*import.wijk.homes)[0].is_planned);
  CHECK((*import.wijk.homes)[1].is_planned);
  CHECK((*import.wijk.homes)[0].source_key == "0344010000000001");
  CHECK(to_string((*import.wijk.homes)[1].id) == "H2");
  CHECK(import.next.home == 3);
  CHECK(count(import, finding::kEndedLeftOut) == 1);
  CHECK(count(import, finding::kWijkProjected) == 0);
  CHECK(import.sources.front().attribution == "Kadaster, BAG, publiek domein");
}

TEST_CASE("A planner's list is placed by coordinates, by address or by BAG number", "[wijk]") {
  const Folder folder;
  const std::string homes = folder.file("verblijfsobject.geojson", kHomes);
  const std::string list = folder.file("plekken.csv",
                                       "\xEF\xBB\xBFnaam;categorie;rd_x;rd_y;postcode;huisnummer;"
                                       "toevoeging;bag_id;zitplaatsen;omgevingsplan\r\n"
                                       "Buurthuis;buurthuis;136050,5;455020;;;;;40;ja\r\n"
                                       "Bieb;bibliotheek;;;3511ab;12;A;;;nee\r\n"
                                       "Kerk;Kerk;;;;;;344010000000002;;\r\n"
                                       "Nergens;café;;;9999ZZ;1;;;;\r\n"
                                       "Hal;bowlingbaan;136060;455020;;;;;;\r\n");
  const WijkImport import = good({homes, list});
  REQUIRE(import.wijk.places->size() == 4);
  const WijkPlace& house = (*import.wijk.places)[0];
  CHECK(house.at == Point{136050.5, 455020});
  CHECK(house.category == PlaceCategory::CommunityCentre);
  CHECK(house.seats == 40);
  CHECK(house.plan_allows == PlanAllows::Yes);
  CHECK((*import.wijk.places)[1].at == Point{136010, 455010});
  CHECK((*import.wijk.places)[1].plan_allows == PlanAllows::No);
  CHECK((*import.wijk.places)[2].at == Point{136020, 455010});
  CHECK((*import.wijk.places)[2].building_function == "bijeenkomstfunctie");
  CHECK((*import.wijk.places)[2].plan_allows == PlanAllows::NotChecked);
  CHECK((*import.wijk.places)[3].category == PlaceCategory::Other);
  REQUIRE(count(import, finding::kRowNotPlaced) == 1);
  CHECK(count(import, finding::kValueNotUnderstood) == 1);
  for (const Finding& finding : import.findings) {
    if (finding.code == finding::kRowNotPlaced) CHECK(finding.object == "plekken.csv: row 5");
  }
}

TEST_CASE("Degrees in a list are WGS 84; plain x and y need a system that someone states",
          "[wijk]") {
  const Folder folder;
  const WijkImport degrees =
      good({folder.file("poi.csv", "name,category,lon,lat\nLibrary,library,5.38720,52.15517\n")});
  CHECK(degrees.wijk.places->front().at.x == Approx(154999.76).margin(0.3));
  CHECK(degrees.wijk.crs.accuracy == 0.25);
  CHECK(count(degrees, finding::kWijkProjected) == 1);
  const std::string plain =
      folder.file("xy.csv", "naam;categorie;x;y\nBieb;bibliotheek;136000;455000\n");
  CHECK_THAT(refusal({plain}), Contains("do not say which system"));
  WijkReadOptions options;
  options.crs = "EPSG:28992";
  CHECK(good({plain}, options).wijk.places->front().at == Point{136000, 455000});
}

TEST_CASE("BGT gives ground and furniture; what has ended is left out", "[wijk]") {
  const Folder folder;
  const std::string roads = folder.file(
      "bgt_wegdeel.geojson",
      features(
          {square_feature(R"("bgt_functie":"voetpad")", 136000, 455000),
           square_feature(R"("bgt_functie":"woonerf")", 136100, 455000),
           square_feature(R"("bgt_functie":"rijbaan lokale weg","objecteindtijd":"2020-01-01")",
                          136200, 455000),
           square_feature(R"("bgt_functie":"luchtbrug")", 136300, 455000)}));
  const std::string yards =
      folder.file("bgt_onbegroeidterreindeel.geojson",
                  features({square_feature(R"("bgt_fysiekvoorkomen":"erf")", 136000, 455200)}));
  const std::string things =
      folder.file("bgt_straatmeubilair.geojson",
                  features({point_feature(R"("plus-type":"bank")", 136010, 455010),
                            point_feature(R"("plus-type":"lichtmast")", 136011, 455010),
                            point_feature(R"("plus-type":"openbaar toilet")", 136012, 455010)}));
  const WijkImport import = good({roads, yards, things});
  REQUIRE(import.wijk.open_spaces->size() == 4);
  CHECK((*import.wijk.open_spaces)[0].ground == Ground::Footway);
  CHECK((*import.wijk.open_spaces)[1].ground == Ground::LivingStreet);
  CHECK((*import.wijk.open_spaces)[2].ground == Ground::Other);
  CHECK((*import.wijk.open_spaces)[3].is_public == false);
  REQUIRE(import.wijk.furnishings->size() == 2);
  CHECK((*import.wijk.furnishings)[1].kind == FurnishingKind::Toilet);
  CHECK(count(import, finding::kEndedLeftOut) == 1);
  CHECK(count(import, finding::kValueNotUnderstood) == 1);
}

TEST_CASE("Lines and outlines of a drawing are streets and buildings by their columns", "[wijk]") {
  const Folder folder;
  const std::string roads = folder.file(
      "wegen.geojson",
      features({line_feature(R"("soort":"woonstraat","straatnaam":"Laan","breedte":"3,5")",
                             {{136000, 455000}, {136100, 455000}}),
                line_feature(R"("soort":"voetpad")", {{136100, 455000}, {136100, 455100}})}));
  const std::string houses = folder.file(
      "panden.geojson",
      features({square_feature(R"("bouwjaar":1965,"bouwlagen":3,"gebruiksdoel":"woonfunctie")",
                               136000, 455020, 10)}));
  const WijkImport import = good({roads, houses});
  REQUIRE(import.wijk.streets->size() == 2);
  CHECK((*import.wijk.streets)[0].kind == StreetKind::Residential);
  CHECK((*import.wijk.streets)[0].name == "Laan");
  CHECK((*import.wijk.streets)[0].width == 3.5);
  CHECK((*import.wijk.streets)[1].kind == StreetKind::Footway);
  const Footprint& house = import.wijk.footprints->front();
  CHECK(house.year_built == 1965);
  CHECK(house.storeys == 3);
  CHECK(house.is_residential == true);
}

TEST_CASE("CityJSON is seen from above, its triangles as one area", "[wijk]") {
  const Folder folder;
  const std::string city =
      R"({"type":"CityJSON","version":"2.0","metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/7415"},
    "transform":{"scale":[0.001,0.001,0.001],"translate":[136000,455000,0]},
    "CityObjects":{
     "r1":{"type":"Road","attributes":{"function":"voetgangersgebied"},"geometry":[{"type":"MultiSurface","lod":"1","boundaries":[[[0,1,2]],[[0,2,3]]]}]},
     "b1":{"type":"Building","attributes":{"identificatiebagpnd":"503100000000035"},"geometry":[{"type":"Solid","lod":"1","boundaries":[[[[0,1,5,4]],[[4,5,6]],[[4,6,7]]]]}]}},
    "vertices":[[0,0,0],[10000,0,0],[10000,10000,0],[0,10000,0],[0,0,9000],[10000,0,9000],[10000,10000,9000],[0,10000,9000]]})";
  const WijkImport import = good({folder.file("stad.city.json", city)});
  REQUIRE(import.wijk.open_spaces->size() == 1);
  CHECK(import.wijk.open_spaces->front().ground == Ground::Pedestrian);
  CHECK(import.wijk.open_spaces->front().polygon.outer.size() == 4);
  CHECK(area(import.wijk.open_spaces->front().polygon) == Approx(100));
  REQUIRE(import.wijk.footprints->size() == 1);
  CHECK(area(import.wijk.footprints->front().polygon) == Approx(100));
}

TEST_CASE("A layer of its own goes before what tags say of the same kind", "[wijk]") {
  const Folder folder;
  const std::string osm = folder.file("klein.osm", kOsm);
  const std::string homes = folder.file(
      "woningen.geojson", features({point_feature(R"("woningen":3)", 8.4005, 49.0515)}, ""));
  const WijkImport import = good({osm, homes});
  REQUIRE(import.wijk.homes->size() == 1);
  CHECK(import.wijk.homes->front().dwellings == 3);
  CHECK(import.wijk.streets->size() == 2);
  CHECK(count(import, finding::kTagsReplaced) == 1);
  CHECK(count(import, finding::kHomesApproximated) == 0);
}

TEST_CASE("What is not recognised is said, and a map says what it is", "[wijk]") {
  const Folder folder;
  const std::string unknown =
      folder.file("x.geojson", features({square_feature(R"("wat":"Hofje")", 136000, 455000)}));
  const std::string street = folder.file(
      "paden.geojson", features({line_feature("", {{136000, 455000}, {136100, 455000}})}));
  CHECK(count(good({unknown, street}), finding::kLayerNotRecognised) == 1);
  CHECK_THAT(refusal({unknown}), Contains("Not a single layer was recognised"));
  WijkReadOptions options;
  options.map_path = folder.file(
      "map.json",
      R"({"schema":1,"layers":{"x*":"open_spaces","paden":"ignore"},"columns":{"ground":"wat"}})");
  const WijkImport import = good({unknown, street}, options);
  CHECK(import.wijk.open_spaces->front().ground == Ground::Courtyard);
  CHECK(!import.wijk.streets);
  CHECK(import.mapping.front().made.at("open_spaces") == 1);
}

TEST_CASE("A map that is wrong is refused with what is wrong", "[wijk]") {
  CHECK(!parse_wijk_map("{", "m.json"));
  CHECK(!parse_wijk_map("[]", "m.json"));
  CHECK(!parse_wijk_map(R"({"schema":2})", "m.json"));
  CHECK(!parse_wijk_map(R"({"schema":1,"layers":{"a":"wegen"}})", "m.json"));
  CHECK(!parse_wijk_map(R"({"schema":1,"columns":{"kleur":"a"}})", "m.json"));
  CHECK(!parse_wijk_map(R"({"schema":1,"lagen":{}})", "m.json"));
}

TEST_CASE("One thing far away is kept and its distance told", "[wijk]") {
  const Folder folder;
  const WijkImport import = good({folder.file(
      "wegen.geojson", features({line_feature("", {{136000, 455000}, {136100, 455000}}),
                                 line_feature("", {{136000, 455100}, {136100, 455100}}),
                                 line_feature("", {{236000, 555000}, {236100, 555000}})}))});
  CHECK(import.wijk.streets->size() == 3);
  CHECK(count(import, finding::kFarAway) == 1);
}

TEST_CASE("A file of a wijk is told from a plan of a building", "[wijk]") {
  const Folder folder;
  CHECK(looks_like_wijk(folder.file("a.osm", kOsm)));
  CHECK(looks_like_wijk(folder.file("a.geojson", kHomes)));
  CHECK(looks_like_wijk(folder.file("a.csv", "naam;categorie;lon;lat\nx;cafe;5;52\n")));
  CHECK(!looks_like_wijk(folder.file("b.csv", "nummer;naam\n1;x\n")));
  CHECK(!looks_like_wijk(folder.file(
      "b.geojson", features({square_feature(R"("indoor":"room","building":"yes")", 0, 0)}))));
  CHECK(!looks_like_wijk(
      folder.file("c.geojson", features({line_feature(R"("type":"wall")", {{0, 0}, {1, 0}})}))));
  CHECK(!looks_like_wijk(folder.file("c.dxf", "0\nSECTION\n")));
  CHECK(!looks_like_wijk(folder.file("leeg", "")));
  CHECK(!looks_like_wijk("/bestaat/niet"));
}

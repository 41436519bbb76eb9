// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "report/support/page_checks.h"
#include "report/support/report_fixture.h"
#include "report/support/wijk_fixture.h"
#include "report/wijk_map.h"

using namespace trefpunt;
using Json = nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// From one heading to the next of its level or higher.
std::string part_of(const std::string& html, const std::string& id) {
  const std::size_t start = html.find(" id=\"" + id + "\"");
  REQUIRE(start != std::string::npos);
  const std::size_t end = std::min(html.find("<h3", start), html.find("<h2", start));
  return html.substr(start, end - start);
}

}  // namespace

TEST_CASE("A page about a wijk is whole, with headings that skip no level", "[report][wijk]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = WijkFixture().html(lang);
    CHECK(unbalanced(html) == "");
    CHECK(skipped_heading(html) == "");
    CHECK(double_id(html) == "");
    CHECK(has(html, "href=\"#vision\""));
    CHECK_FALSE(has(html, "Langstraat <b>"));
    CHECK_FALSE(has(visible_text(html), " nan"));
  }
}

TEST_CASE("A report without a wijk says nothing of one", "[report][wijk]") {
  const ReportFixture fixture;
  CHECK_FALSE(has(fixture.html(), "id=\"wijk\""));
  CHECK_FALSE(has(fixture.html(), "id=\"vision\""));
  CHECK_FALSE(Json::parse(fixture.json()).contains("wijk"));
}

TEST_CASE("A layer that was not given is unknown and never none", "[report][wijk]") {
  const std::string data = visible_text(part_of(WijkFixture().html(), "wijk-data"));
  CHECK(has(data, "banken, haltes en toiletten niet gegeven: onbekend, niet nul –"));
  CHECK(has(data, "plekken gegeven 2"));
  CHECK(Json::parse(WijkFixture().json()).at("wijk").at("layers").at("furnishings").is_null());
}

TEST_CASE("The report names the system of coordinates, its accuracy and whom to thank",
          "[report][wijk]") {
  WijkFixture fixture;
  std::string data = visible_text(part_of(fixture.html(), "wijk-data"));
  CHECK(has(data, "Alle lagen staan in RD New (EPSG:28992), het Nederlandse stelsel"));
  CHECK(has(data, "er is niets omgerekend"));
  CHECK(has(data, "wijk.gpkg Bron: <CBS> & BAG EPSG:28992 2 november 2026"));
  fixture.wijk.crs.accuracy = 0.25;
  fixture.derive();
  CHECK(has(visible_text(fixture.html()), "kan een plek op de kaart tot 0,25 m afwijken"));
  const Json report = Json::parse(fixture.json());
  CHECK(report.at("wijk").at("crs") == Json{{"code", "EPSG:28992"}, {"accuracy_m", 0.25}});
  CHECK(report.at("inputs")[0].at("attribution") == "Bron: <CBS> & BAG");
}

TEST_CASE("Buurten stand in the order of their code, whatever they score", "[report][wijk]") {
  for (const char* id : {"wijk-access", "wijk-ground", "wijk-context", "vision"}) {
    const std::string html = WijkFixture().html();
    const std::size_t start = html.find(" id=\"" + std::string(id) + "\"");
    const std::string table = html.substr(html.find("<tbody>", start));
    INFO(id);
    CHECK(table.find("BU00000001") < table.find("BU00000002"));
  }
}

// Homes stand at 50, 150, 350, 550 and 950 m along the street, the buurthuis at 50 m; 20 m are
// walked beside it. Beyond 500 m are both homes of the second buurt: the one at 550 m is 500 + 20 m
// away.
TEST_CASE("Access is told per buurt and group with who is left out", "[report][wijk]") {
  const std::string access = visible_text(part_of(WijkFixture().html(), "wijk-access"));
  CHECK(has(access, "Eerste (BU00000001) 100% 100% 100% niet bekend niet bekend 100% 153 320 0"));
  CHECK(has(access, "Tweede (BU00000002) 0% 0% 0% niet bekend niet bekend niet bekend 720 920 20"));
  CHECK(has(access, "Bij 20 van de 50 woningen is binnen 500 m lopen geen ontmoetingsplek."));
  const Json own = Json::parse(WijkFixture().json()).at("wijk").at("access");
  CHECK(own.at("categories")[0].at("left_out") == Json{"H4", "H5"});
  CHECK(own.at("categories")[0].at("areas")[0].at("dwellings_left_out") == 20);
}

TEST_CASE("What cannot be known of a wijk is said in words", "[report][wijk]") {
  WijkFixture fixture;
  fixture.wijk.streets = nullptr;
  fixture.wijk.places = nullptr;
  fixture.derive();
  const std::string html = fixture.html();
  CHECK(unbalanced(html) == "");
  CHECK(has(visible_text(part_of(html, "wijk-network")), "Loopafstanden zijn niet te bepalen."));
  CHECK(has(visible_text(part_of(html, "wijk-access")), "Niet te bepalen"));
  CHECK(has(visible_text(part_of(html, "wijk-meetings")), "Niet te bepalen"));
  CHECK(has(visible_text(part_of(html, "wijk-places")), "onbekend, niet nul"));
  const Json own = Json::parse(fixture.json()).at("wijk");
  for (const char* key : {"network", "access", "encounters", "places"}) {
    INFO(key);
    CHECK(own.at(key).is_null());
  }
}

TEST_CASE("A suppressed figure is not known and hatched, never zero", "[report][wijk]") {
  const std::string html = WijkFixture().html();
  const std::string context = part_of(html, "wijk-context");
  CHECK(has(visible_text(context), "Eerste (BU00000001) 50 niet bekend 20% niet bekend 7,5%"));
  CHECK(
      has(visible_text(context), "Tweede (BU00000002) 50 niet bekend 20% niet bekend niet bekend"));
  CHECK(has(context, "geen cijfer"));
  const Json buurten = Json::parse(WijkFixture().json()).at("wijk").at("buurten");
  CHECK(buurten[1].at("percent_low_income").is_null());
  CHECK(buurten[1].at("loneliness").is_null());
}

TEST_CASE("Loneliness is an estimate of a year, told as background", "[report][wijk]") {
  const std::string context = visible_text(part_of(WijkFixture().html(), "wijk-context"));
  CHECK(has(context, "Eenzaamheid (schatting, 2022, 18+)"));
  CHECK(has(context, "Trefpunt rekent er niet mee"));
  CHECK(has(context, "voor 1 is er geen cijfer"));
  const Json own = Json::parse(WijkFixture().json()).at("wijk").at("buurten")[0].at("loneliness");
  CHECK(own.at("context_only") == true);
  CHECK(own.at("is_estimate") == true);
}

TEST_CASE("Encounters carry their assumptions, sources and limits", "[report][wijk]") {
  const std::string part = visible_text(part_of(WijkFixture().html(), "wijk-meetings"));
  CHECK(has(part, "looptempo 1,2 m/s aanname"));
  CHECK(has(part, "uren per week 70 telling gemeente 2025"));
  CHECK(has(part, "Het weer telt niet mee."));
  CHECK(has(part, "Langstraat <b> 35 120 kinderen 25%, volwassenen 75%"));
  CHECK(has(part, "Buurthuis & co 80 12 40% kinderen 30%, volwassenen 70% 1,20"));
  CHECK(has(part, "(k = 0,2 · 1 · ∞)"));
  CHECK(has(visible_text(WijkFixture().html()), "Het weer telt niet mee."));
}

TEST_CASE("A place says what its building is for and whether the plan allows it",
          "[report][wijk]") {
  WijkFixture fixture;
  CHECK(has(visible_text(part_of(fixture.html(), "wijk-places")),
            "Buurthuis & co buurthuis of wijkcentrum bijeenkomstfunctie ja 210 niet bekend"));
  std::vector<WijkPlace> places = *fixture.wijk.places;
  places[0].plan_allows = PlanAllows::NotChecked;
  places[0].building_function.clear();
  fixture.wijk.places = std::make_shared<std::vector<WijkPlace>>(places);
  fixture.derive();
  CHECK(has(visible_text(part_of(fixture.html(), "wijk-places")), "niet bekend niet nagegaan 210"));
}

TEST_CASE("The annex for an omgevingsvisie has question, map, table and limits", "[report][wijk]") {
  const std::string html = WijkFixture().html();
  const std::size_t start = html.find(" id=\"vision\""), end = html.size();
  REQUIRE(html.find(" id=\"annex\"") < start);
  REQUIRE(start < end);
  const std::string annex = html.substr(start, end - start);
  CHECK(has(visible_text(annex), "De vraag. Waar in Proefwijk kunnen bewoners te voet"));
  CHECK(has(annex, "<svg"));
  CHECK(has(visible_text(annex), "Eerste (BU00000001) 50 1 100% 100% 320 20,0 3,0 0,9"));
  CHECK(has(visible_text(annex), "Deze lagen zijn niet gegeven en dus onbekend: banken"));
  CHECK(has(visible_text(annex), "Voor genoeg contact bestaat geen norm."));
}

TEST_CASE("No page about a wijk ranks buurten or gives a total", "[report][wijk]") {
  const std::string html = WijkFixture().html();
  const std::size_t start = html.find(" id=\"wijk\"");
  const std::string words =
      visible_text(html.substr(start, html.find(" id=\"explanations\"") - start));
  for (const char* word : {"totaalscore", "rangorde", "ranglijst", "beste buurt", "slechtste buurt",
                           "eenzaamheid verminder"}) {
    INFO(word);
    CHECK_FALSE(has(words, word));
  }
}

TEST_CASE("A map of streets says heat by width as well as colour", "[report][wijk]") {
  const WijkFixture fixture;
  WijkMapOptions options;
  const StreetNetwork& network = *fixture.evaluation.wijk->ground->network;
  StreetColours heat{&network, {0, 10, std::nan("")}, {"aantal", "number"}};
  REQUIRE(network.links.size() == 3);
  options.shows = heat;
  const Picture picture = make_wijk_map(fixture.wijk, options);
  std::set<double> widths;
  std::size_t lines = 0;
  for (const Shape& shape : picture.marks) {
    const Stroke* stroke = std::get_if<Stroke>(&shape);
    if (!stroke || stroke->colour == 0x3a3f47) continue;
    widths.insert(stroke->width);
    lines += stroke->lines.size();
  }
  CHECK(lines == 2);  // the link without a value is not drawn as one
  CHECK(widths.size() == 2);
}

TEST_CASE("A map of areas hatches the one without a figure", "[report][wijk]") {
  const WijkFixture fixture;
  WijkMapOptions options;
  options.with_places = false;
  options.shows = AreaFigures{{{"BU00000001", 0.0}}, {"%", "%"}, 0};
  std::vector<Paint> paints;
  for (const Shape& shape : make_wijk_map(fixture.wijk, options).fills) {
    paints.push_back(std::get<Area>(shape).paint);
  }
  REQUIRE(paints.size() == 2);
  CHECK(paints[0].hatch == Hatch::Crossed);
  CHECK(paints[0].fill == 0xffffff);
  CHECK_FALSE(paints[0] == paints[1]);
}

TEST_CASE("A map of a wijk without anything in it is still a map", "[report][wijk]") {
  const Picture picture = make_wijk_map(Wijk{}, {});
  CHECK(picture.height > 0);
  CHECK(svg_of(picture, "m", Lang::Nl).find("nan") == std::string::npos);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_areas.h"

#include <catch2/catch.hpp>

#include "layer_text.h"

using namespace trefpunt;
using Catch::Contains;

namespace {

const std::string kTwoBuurten = features(
    {square_feature(R"("buurtcode":"BU03440101","buurtnaam":"Oost","wijkcode":"WK034401",
                       "gemeentecode":"GM0344","gemeentenaam":"Utrecht","jaar":2023,"water":"NEE",
                       "aantal_inwoners":1200,"percentage_personen_65_jaar_en_ouder":-99997,
                       "percentage_eenpersoonshuishoudens":41)",
                    136000, 455000),
     square_feature(R"("buurtcode":"BU03440102","buurtnaam":"West","jaar":2023,"water":"NEE",
                       "aantal_inwoners":-99999999)",
                    136100, 455000)});

}  // namespace

TEST_CASE("Buurten of CBS keep their code, year and figures; suppressed is missing, not zero",
          "[wijk]") {
  const Folder folder;
  const WijkImport import = good({folder.file("buurten.geojson", kTwoBuurten)});
  REQUIRE(import.wijk.areas);
  REQUIRE(import.wijk.areas->size() == 2);
  const StatisticalArea& east = import.wijk.areas->front();
  CHECK(east.code == "BU03440101");
  CHECK(east.name == "Oost");
  CHECK(east.level == AreaLevel::Buurt);
  CHECK(east.wijk_code == "WK034401");
  CHECK(east.gemeente == "Utrecht");
  CHECK(east.year == 2023);
  CHECK(!east.is_water);
  CHECK(east.figures.inhabitants == 1200);
  CHECK(east.figures.percent_single_households == 41);
  CHECK(!east.figures.percent_65_plus);
  CHECK(!import.wijk.areas->back().figures.inhabitants);
  CHECK(import.sources.front().attribution == "CBS, Wijken en Buurten, CC BY 4.0");
  CHECK(!import.wijk.streets);  // nobody gave them: unknown, not empty
}

TEST_CASE("The row Buitenland is left out, and water is known as water", "[wijk]") {
  const Folder folder;
  const WijkImport import = good({folder.file(
      "wijken.geojson",
      features(
          {square_feature(R"("wijkcode":"WK034401","wijknaam":"Wijk 1","water":"NEE")", 136000,
                          455000),
           square_feature(R"("wijkcode":"WK034499","wijknaam":"","water":"JA")", 136100, 455000),
           square_feature(R"("wijkcode":"WK099800","wijknaam":"Buitenland","water":"NEE")", 136200,
                          455000)}))});
  REQUIRE(import.wijk.areas->size() == 2);
  CHECK(!import.wijk.areas->front().is_water);
  CHECK(import.wijk.areas->back().is_water);
  CHECK(count(import, finding::kYearNotStated) == 1);
}

TEST_CASE("Older and newer names of columns mean the same", "[wijk]") {
  const Folder folder;
  const WijkImport import = good({folder.file(
      "buurt_2012.geojson",
      features({square_feature(R"("BU_CODE":"BU03440101","BU_NAAM":"Oost","AANT_INW":900,
                                  "P_65_EO_JR":18,"P_EENP_HH":40,"GEM_HH_GR":2.1)",
                               136000, 455000)}))});
  const StatisticalArea& area = import.wijk.areas->front();
  CHECK(area.year == 2012);  // from the name of the file
  CHECK(area.figures.inhabitants == 900);
  CHECK(area.figures.percent_65_plus == 18);
  CHECK(area.figures.persons_per_household == 2.1);
}

TEST_CASE("Squares of 100 m and postcodes are areas too; numbers of people become shares",
          "[wijk]") {
  const Folder folder;
  const WijkImport squares = good(
      {folder.file("vierkanten.geojson",
                   features({square_feature(R"("crs28992res100m":"E1360N4550","aantal_inwoners":80,
                                  "aantal_inwoners_65_jaar_en_ouder":20)",
                                            136000, 455000)}))});
  CHECK(squares.wijk.areas->front().level == AreaLevel::Square100m);
  CHECK(squares.wijk.areas->front().figures.percent_65_plus == 25);
  const WijkImport codes = good({folder.file(
      "pc6.geojson", features({square_feature(R"("postcode6":"3511 AB","aantal_inwoners":40)",
                                              136000, 455000)}))});
  CHECK(codes.wijk.areas->front().level == AreaLevel::Postcode6);
  CHECK(codes.wijk.areas->front().code == "3511AB");
}

TEST_CASE("A table of key figures is joined by code, spaces and all", "[wijk]") {
  const Folder folder;
  const std::string areas = folder.file("buurten.geojson", kTwoBuurten);
  const std::string table =
      folder.file("kerncijfers-2023.csv",
                  "\xEF\xBB\xBFWijkenEnBuurten;AantalInwoners_5;k_65JaarOfOuder_12\n"
                  "BU03440102  ;1500;300\n");
  const WijkImport import = good({areas, table});
  CHECK(import.wijk.areas->back().figures.inhabitants == 1500);
  CHECK(import.wijk.areas->back().figures.percent_65_plus == 20);
  CHECK(import.wijk.areas->front().figures.inhabitants == 1200);
  CHECK(import.mapping.back().meaning == WijkMeaning::KeyFigures);
}

TEST_CASE("Codes that match no area are one sentence with their number and examples", "[wijk]") {
  const Folder folder;
  const std::string areas = folder.file("buurten.geojson", kTwoBuurten);
  const std::string table = folder.file(
      "kerncijfers.csv", "buurtcode,aantal_inwoners\nBU99990101,1\nBU99990102,2\nBU03440101,3\n");
  const WijkImport import = good({areas, table});
  REQUIRE(count(import, finding::kCodeWithoutArea) == 1);
  for (const Finding& finding : import.findings) {
    if (finding.code != finding::kCodeWithoutArea) continue;
    CHECK(finding.sentence.en ==
          "2 of 3 codes belong to no area, for instance BU99990101, BU99990102.");
  }
}

TEST_CASE("Two years are not mixed: areas with areas, or figures with areas", "[wijk]") {
  const Folder folder;
  const std::string areas = folder.file("buurten.geojson", kTwoBuurten);
  const std::string later = folder.file(
      "later.geojson",
      features({square_feature(R"("buurtcode":"BU03440103","jaar":2024)", 136300, 455000)}));
  CHECK_THAT(refusal({areas, later}), Contains("Two years are mixed here (2023 and 2024)"));
  const std::string table =
      folder.file("cijfers.csv", "buurtcode;jaar;aantal_inwoners\nBU03440101;2021;5\n");
  CHECK_THAT(refusal({areas, table}), Contains("Two years are mixed here (2023 and 2021)"));
}

TEST_CASE("Loneliness is joined by the stems of its columns, whatever their numbers", "[wijk]") {
  const Folder folder;
  const std::string areas = folder.file("buurten.geojson", kTwoBuurten);
  const std::string csv = folder.file(
      "eenzaam.csv",
      R"("Leeftijd";"Marges";"Codering_3";"Perioden";"Eenzaam_24";"ErnstigZeerErnstigEenzaam_25";"EmotioneelEenzaam_26";"SociaalEenzaam_27"
"18 jaar of ouder";"Waarde";"BU03440101 ";"2020JJ00";"40,0";"9";"20";"30"
"18 jaar of ouder";"Waarde";"BU03440101 ";"2022JJ00";"46,5";"10";"21";"31"
"18 jaar of ouder";"Ondergrens 95%";"BU03440101 ";"2022JJ00";"41,0";"8";"18";"28"
"65 jaar of ouder";"Waarde";"BU03440101 ";"2022JJ00";"50,0";"12";"25";"35"
"18 jaar of ouder";"Waarde";"BU03449999 ";"2022JJ00";"50,0";"12";"25";"35"
)");
  const WijkImport import = good({areas, csv});
  const std::optional<Loneliness>& found = import.wijk.areas->front().loneliness;
  REQUIRE(found);
  CHECK(found->year == 2022);
  CHECK(found->ages == "18+");
  CHECK(found->percent_lonely == 46.5);
  CHECK(found->percent_severely == 10);
  CHECK(found->percent_emotionally == 21);
  CHECK(found->percent_socially == 31);
  CHECK(!import.wijk.areas->back().loneliness);
  CHECK(count(import, finding::kCodeWithoutArea) == 1);

  const std::string json = folder.file("eenzaam.json", R"({"odata.metadata":"x","value":[
    {"WijkenEnBuurten":"BU03440102  ","Perioden":"2022JJ00","Eenzaam_28":44.1}]})");
  CHECK(good({areas, json}).wijk.areas->back().loneliness->percent_lonely == 44.1);
}

TEST_CASE("Areas without a code keep their name as key, and it is said", "[wijk]") {
  const Folder folder;
  WijkReadOptions options;
  options.map_path = folder.file("map.json", R"({"schema":1,"layers":{"*":"areas"}})");
  const WijkImport import =
      good({folder.file("utrecht.geojson",
                        features({square_feature(R"("name":"Overvecht")", 136000, 455000)}))},
           options);
  CHECK(import.wijk.areas->front().code == "Overvecht");
  CHECK(count(import, finding::kAreaWithoutCode) == 1);
  CHECK(import.mapping.front().is_said);
}

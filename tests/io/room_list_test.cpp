// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/room_list.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>

#include "geo_text.h"

using namespace trefpunt;

namespace {

std::vector<RoomRow> rows_of(const std::string& text) {
  const TestFolder folder;
  const auto rows = read_room_list(folder.file("ruimtestaat.csv", text));
  if (!rows) FAIL(to_string(rows.error(), Lang::En));
  return *rows;
}

Error refused(const std::string& text) {
  const TestFolder folder;
  const auto rows = read_room_list(folder.file("ruimtestaat.csv", text));
  REQUIRE(!rows);
  return rows.error();
}

Project project_of(const std::vector<std::string>& features) {
  const TestFolder folder;
  const auto plan = read({{folder.file("bg.geojson", collection(features)), ""}});
  REQUIRE(plan);
  Project project;
  project.buildings = {plan->building};
  project.next = plan->next;
  return project;
}

// Writes a sheet as a spreadsheet program would, numbers as numbers.
void write_sheet(const std::string& path, const char* driver_name) {
  GDALAllRegister();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
  REQUIRE(driver != nullptr);
  GDALDataset* dataset = driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
  REQUIRE(dataset != nullptr);
  OGRLayer* layer = dataset->CreateLayer("Ruimtestaat");
  OGRFieldDefn number("Ruimtenummer", OFTString), area("NVO (m²)", OFTReal),
      beds("Bedden", OFTInteger);
  REQUIRE(layer->CreateField(&number) == OGRERR_NONE);
  REQUIRE(layer->CreateField(&area) == OGRERR_NONE);
  REQUIRE(layer->CreateField(&beds) == OGRERR_NONE);
  for (int i = 1; i <= 2; ++i) {
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetField(0, i == 1 ? "A.01" : "A.02");
    feature.SetField(1, 12.25 * i);
    if (i == 2) feature.SetField(2, 3);
    REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
  }
  GDALClose(dataset);
}

}  // namespace

TEST_CASE("A Dutch list with semicolons and decimal commas is read") {
  const auto rows = rows_of(
      "\xEF\xBB\xBFRuimtenummer;Ruimtenaam;Afdeling;Gebruik;Oppervlakte "
      "m2;Bedden;Gebruiksfunctie;Toegang;Openingstijden\r\n"
      "0.04;Lounge;Algemeen;lounge;45,8;;Bijeenkomstfunctie;openbaar;\"ma-vr 8.00; za "
      "\"\"10.00\"\"\"\r\n"
      "1.10;Kamer;Afdeling A;eenpersoonskamer;1.012,5;2;Gezondheidszorgfunctie;op afspraak;\r\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].row == 2);
  CHECK(rows[0].number == "0.04");
  CHECK(rows[0].unit == "Algemeen");
  CHECK(rows[0].use == Use::Lounge);
  CHECK(rows[0].area_m2 == 45.8);
  CHECK(!rows[0].beds);
  CHECK(rows[0].building_function == "Bijeenkomstfunctie");
  CHECK(rows[0].access == Access::Public);
  CHECK(rows[0].opening_hours == "ma-vr 8.00; za \"10.00\"");
  CHECK(rows[1].area_m2 == 1012.5);
  CHECK(rows[1].beds == 2);
  CHECK(rows[1].use == Use::Bedroom);
  CHECK(rows[1].access == Access::Appointment);
}

TEST_CASE("An English list with commas, a tabbed one and one in cp1252 are read alike") {
  const auto commas =
      rows_of("Room number,Room name,Area,Department\n12,\"Office, back\",1012.5,B\n");
  CHECK(commas[0].name == "Office, back");
  CHECK(commas[0].area_m2 == 1012.5);
  const auto tabs = rows_of("Nr\tNaam\tOpp.\n12\tHal\t8,25\n");
  CHECK(tabs[0].area_m2 == 8.25);
  const auto latin = rows_of("Ruimte nr.;Omschrijving;Opp. m\xB2\n12;Caf\xE9;8\n");
  CHECK(latin[0].name == "Café");
  CHECK(latin[0].area_m2 == 8);
}

TEST_CASE("Titles above the header and empty rows keep the row numbers of the file") {
  const auto rows =
      rows_of("Ruimtestaat De Veldkers;;\n;;\nNummer;Naam;m2\n\n7;Hal;8\n;Totaal;8\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].row == 5);
  CHECK(rows[0].number == "7");
  CHECK(rows[1].number.empty());
}

TEST_CASE("A net area goes before a gross one, a thousands point before a decimal one") {
  const auto rows = rows_of("Nummer;BVO m2;NVO m2\n1;20,5;1.250\n2;30;12,5\n");
  CHECK(rows[0].area_m2 == 1250);
  CHECK(rows[1].area_m2 == 12.5);
  CHECK(rows_of("Nummer,Area\n1,1.250\n")[0].area_m2 == 1.25);
}

TEST_CASE("A list that is wrong is refused with its row") {
  const Error twice = refused("Nummer;Naam\n0.01;Hal\n0.02;Gang\n00.01;Hal\n");
  CHECK(twice.where == "ruimtestaat.csv: row 4");
  CHECK(twice.sentence.nl == "Ruimtenummer 00.01 staat ook in rij 2.");
  CHECK(refused("Nummer;m2\n1;veel\n").where == "ruimtestaat.csv: row 2");
  CHECK(refused("Nummer;m2\n1;-4\n").where == "ruimtestaat.csv: row 2");
  CHECK(refused("Nummer;Bedden\n1;2,5\n").sentence.nl == "\"2,5\" is geen aantal bedden.");
  CHECK(refused("Kleur;Geur\nrood;zoet\n").sentence.nl.find("Kleur, Geur") != std::string::npos);
  CHECK(refused("").code == Code::BadInput);
  CHECK(refused(std::string("\0\1\2", 3)).sentence.nl.find("geen tabel") != std::string::npos);
  CHECK(refused("PK\3\4 dit is geen zip").sentence.nl.find("XLSX") != std::string::npos);
  CHECK(refused("\xD0\xCF\x11\xE0").code == Code::Unsupported);
}

TEST_CASE("Columns about the unit are told from those about the room", "[io]") {
  const auto rows = rows_of(
      "Bedden afdeling;Nummer;Soort afdeling;Afdeling;Bedden;Overnachting\n"
      "24;1;verpleegafdeling;Noord;2;ja\n;2;;Noord;;nee\n-;3;n.v.t.;;;\n");
  CHECK(rows[0].unit == "Noord");
  CHECK(rows[0].unit_kind == "verpleegafdeling");
  CHECK(rows[0].unit_beds == 24);
  CHECK(rows[0].beds == 2);
  CHECK(rows[0].is_overnight == true);
  CHECK(rows[1].is_overnight == false);
  CHECK(rows[2].unit_kind.empty());
  CHECK(!rows[2].unit_beds);
  CHECK(!rows[2].is_overnight);
  const auto english = rows_of("No,Unit,Unit kind,Unit beds,Overnight\n1,A,ward,12,yes\n");
  CHECK(english[0].unit == "A");
  CHECK(english[0].unit_kind == "ward");
  CHECK(english[0].unit_beds == 12);
  CHECK(english[0].is_overnight == true);
  CHECK(refused("Nummer;Overnachting\n1;soms\n").sentence.nl ==
        "\"soms\" bij overnachting is geen ja en geen nee.");
  CHECK(refused("Nummer;Bedden afdeling\n1;veel\n").where == "ruimtestaat.csv: row 2");
}

TEST_CASE("What a list says of a unit is taken, and what it does not say stays unknown", "[io]") {
  const Project before = project_of(small_plan());
  const auto unit_of = [&](const std::string& list) {
    const Project after = with_room_list(before, rows_of(list), "lijst.csv");
    REQUIRE(after.buildings[0].units.size() == 1);
    CHECK(count(after.import_findings, finding::kUnitContradicted) == 0);
    return after.buildings[0].units[0];
  };
  const Unit stated = unit_of(
      "Nummer;Afdeling;Soort afdeling;Bedden afdeling;Overnachting\n"
      "1;Noord;Verpleegafdeling;24;ja\n2;Noord;verpleegafdeling;;\n");
  CHECK(stated.kind == "Verpleegafdeling");
  CHECK(stated.beds == 24);
  CHECK(stated.is_overnight == true);
  // Beds of rooms are not beds of the unit: nobody said that those are all.
  const Unit silent = unit_of("Nummer;Afdeling;Bedden\n1;Noord;2\n2;Noord;\n");
  CHECK(silent.kind.empty());
  CHECK(!silent.beds);
  CHECK(!silent.is_overnight);
}

TEST_CASE("Rows that contradict each other about a unit are both named, and neither is taken",
          "[io]") {
  Project project = project_of(small_plan());
  project.buildings[0].units.push_back({{project.next.unit++}, "Noord", "", 8, std::nullopt});
  const Project after =
      with_room_list(project,
                     rows_of("Nummer;Afdeling;Soort afdeling;Bedden afdeling;Overnachting\n"
                             "2;Noord;dagverblijf;8;nee\n1;Noord;verpleegafdeling;9;ja\n"),
                     "lijst.csv");
  const Unit& unit = after.buildings[0].units[0];
  CHECK(unit.kind.empty());
  CHECK(unit.beds == 8);  // as was known before
  CHECK(!unit.is_overnight);
  CHECK(count(after.import_findings, finding::kUnitContradicted) == 3);
  for (const Finding& finding : after.import_findings) {
    CHECK(finding.sentence.nl.find("Rij 2 en rij 3 van lijst.csv") == 0);
    CHECK(finding.sentence.en.find("\"Noord\"") != std::string::npos);
  }
}

TEST_CASE("XLSX and ODS give the same rows as text") {
  const TestFolder folder;
  for (const auto& [name, driver] : {std::pair{"lijst.xlsx", "XLSX"}, {"lijst.ods", "ODS"}}) {
    INFO(name);
    const std::string path = folder.path() + "/" + name;
    write_sheet(path, driver);
    const auto rows = read_room_list(path);
    if (!rows) FAIL(to_string(rows.error(), Lang::En));
    REQUIRE(rows->size() == 2);
    CHECK((*rows)[0].row == 2);
    CHECK((*rows)[0].number == "A.01");
    CHECK((*rows)[0].area_m2 == 12.25);
    CHECK(!(*rows)[0].beds);
    CHECK((*rows)[1].beds == 3);
  }
}

TEST_CASE("A list fills the rooms of its numbers and tells what has no partner") {
  const Project before = project_of(small_plan());
  const auto rows = rows_of(
      "Nummer;Naam;Afdeling;Gebruik;m2;Bedden;Toegang\n"
      " 01 ;Huiskamer;Afdeling A;lounge;29,4;1;personeel\n"
      "9;Kluis;;;;;\n;Totaal;;;;;\n;Vergeten;;;;;\n");
  const Project after = with_room_list(before, rows, "lijst.csv", {{SpaceId{1}, 29.4}});
  const Space& space = after.buildings[0].storeys[0]->spaces[0];
  CHECK(space.name == "Huiskamer");
  CHECK(space.use == Use::Lounge);
  CHECK(!space.use_is_suggested);
  CHECK(space.beds == 1);
  CHECK(space.access == Access::Staff);
  CHECK(space.stated_area_m2 == 29.4);
  REQUIRE(after.buildings[0].units.size() == 1);
  CHECK(space.unit == after.buildings[0].units[0].id);
  CHECK(count(after.import_findings, finding::kRowWithoutRoom) == 2);
  CHECK(count(after.import_findings, finding::kRoomWithoutRow) == 1);
  CHECK(count(after.import_findings, finding::kAreaDiffers) == 0);
  // The project before is untouched.
  CHECK(before.buildings[0].storeys[0]->spaces[0].name == "Wachtkamer");
  CHECK(before.import_findings.empty());
}

TEST_CASE("An area that differs more than three per cent is told, with and without") {
  const Project project = project_of(small_plan());
  const auto rows = rows_of("Nummer;m2\n1;30,0\n2;29,4\n");
  const auto differing = [&](double one) {
    const Project after =
        with_room_list(project, rows, "lijst.csv", {{SpaceId{1}, one}, {SpaceId{2}, 29.4}});
    return count(after.import_findings, finding::kAreaDiffers);
  };
  CHECK(differing(29.4) == 0);
  CHECK(differing(29.0) == 1);
  CHECK(differing(31.0) == 1);
  const Project unmeasured = with_room_list(project, rows, "lijst.csv");
  CHECK(count(unmeasured.import_findings, finding::kAreaDiffers) == 0);
}

TEST_CASE("A use that was stated stays, one that is not understood is told") {
  Project project =
      project_of({polygon(R"("type":"space","number":"1","use":"office")", box(0, 0, 4, 4)),
                  polygon(R"("type":"space","number":"2","name":"Hal")", box(5, 0, 9, 4))});
  project = with_room_list(project, rows_of("Nummer;Gebruik\n1;lounge\n2;xyzzy\n"), "lijst.csv");
  CHECK(project.buildings[0].storeys[0]->spaces[0].use == Use::Office);
  CHECK(project.buildings[0].storeys[0]->spaces[1].use == Use::Corridor);
  CHECK(count(project.import_findings, finding::kUseNotUnderstood) == 1);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/plan_reader.h"

#include <catch2/catch.hpp>

#include "geo_text.h"
#include "io/files.h"

using namespace trefpunt;

namespace {

std::vector<std::string> without_level() {
  std::vector<std::string> features;
  for (std::string feature : small_plan()) {
    feature.erase(feature.find(",\"level\":0"), std::string(",\"level\":0").size());
    features.push_back(feature);
  }
  return features;
}

std::vector<double> levels_of(const PlanImport& plan) {
  std::vector<double> levels;
  for (const auto& storey : plan.building.storeys) levels.push_back(storey->level);
  return levels;
}

}  // namespace

TEST_CASE("Levels come from the user, else the data, else the file name, else the order") {
  const TestFolder folder;
  const std::string text = collection(without_level());
  const auto named = read({{folder.file("huis-2.geojson", text), ""},
                           {folder.file("huis-bg.geojson", text), ""},
                           {folder.file("huis-x.geojson", text), "kelder"}});
  REQUIRE(named);
  CHECK(levels_of(*named) == std::vector<double>{-1, 0, 2});
  CHECK(named->building.storeys[0]->name == "kelder");
  CHECK(named->building.name == "huis");
  CHECK(count(named->findings, finding::kLevelGuessed) == 0);

  const auto guessed =
      read({{folder.file("noord.geojson", text), ""}, {folder.file("zuid.geojson", text), ""}});
  REQUIRE(guessed);
  CHECK(levels_of(*guessed) == std::vector<double>{0, 1});
  CHECK(count(guessed->findings, finding::kLevelGuessed) == 2);

  const auto data = read({{folder.file("floor-7.geojson", collection(small_plan("3"))), ""}});
  REQUIRE(data);
  CHECK(levels_of(*data) == std::vector<double>{3});
}

TEST_CASE("Ids count through the storeys from low to high, whatever the order of the files") {
  const TestFolder folder;
  const std::string low = folder.file("bg.geojson", collection(small_plan("0")));
  const std::string high = folder.file("1.geojson", collection(small_plan("1")));
  const auto one = read({{low, ""}, {high, ""}});
  const auto other = read({{high, ""}, {low, ""}});
  REQUIRE(one);
  REQUIRE(other);
  CHECK(one->building.storeys[1]->spaces[0].id == SpaceId{3});
  CHECK(one->next.space == 5);
  for (std::size_t i = 0; i < 2; ++i) {
    Hasher a, b;
    hash_geometry(a, *one->building.storeys[i]);
    hash_geometry(b, *other->building.storeys[i]);
    CHECK(a.key() == b.key());
  }
}

TEST_CASE("Sources carry the checksum of the file") {
  const TestFolder folder;
  const std::string text = collection(small_plan());
  const auto plan = read({{folder.file("bg.geojson", text), ""}});
  REQUIRE(plan);
  REQUIRE(plan->sources.size() == 1);
  CHECK(plan->sources[0].name == "bg.geojson");
  CHECK(plan->sources[0].role == "plan");
  CHECK(plan->sources[0].sha256 == sha256(text));
  CHECK(plan->sources[0].crs == "EPSG:28992");
  CHECK(plan->building.placement.crs == "EPSG:28992");
}

TEST_CASE("A mapping file wins over a guess, and an entry without a room is told") {
  const TestFolder folder;
  PlanOptions options;
  options.uses_path = folder.file(
      "uses.json",
      R"({"schema":1,"spaces":[{"number":"1","use":"lounge"},{"number":"99","use":"office"}]})");
  const auto plan = read({{folder.file("bg.geojson", collection(small_plan())), ""}}, options);
  REQUIRE(plan);
  const Storey& storey = *plan->building.storeys[0];
  CHECK(storey.spaces[0].use == Use::Lounge);
  CHECK(!storey.spaces[0].use_is_suggested);
  CHECK(storey.spaces[1].use_is_suggested);
  CHECK(count(plan->findings, finding::kUseNotUnderstood) == 1);
  CHECK(plan->sources.back().role == "uses");
}

TEST_CASE("Units are made by name, once each") {
  const TestFolder folder;
  std::vector<std::string> features;
  for (int i = 0; i < 3; ++i) {
    features.push_back(polygon(
        i == 1 ? R"("type":"space","unit":"afdeling  A")" : R"("type":"space","unit":"Afdeling A")",
        box(5 * i, 0, 5 * i + 4, 4)));
  }
  features.push_back(polygon(R"("type":"space","unit":"B")", box(0, 10, 4, 14)));
  const auto plan = read({{folder.file("bg.geojson", collection(features)), ""}});
  REQUIRE(plan);
  REQUIRE(plan->building.units.size() == 2);
  CHECK(plan->building.units[0].name == "Afdeling A");
  CHECK(plan->building.storeys[0]->spaces[1].unit == plan->building.units[0].id);
}

TEST_CASE("A collection says of its units what holds for them as a whole") {
  const TestFolder folder;
  const auto with_units = [&](const std::string& name, const std::string& units) {
    std::string text = collection({polygon(R"("type":"space","unit":"noord")", box(0, 0, 4, 4))});
    text.insert(1, "\"units\":" + units + ",");
    return folder.file(name, text);
  };
  const std::string a = with_units(
      "0.geojson",
      R"([{"name":"Noord","kind":"verpleegafdeling","beds":24,"overnight":true},{"name":"Zuid"}])");
  const auto plan =
      read({{a, ""}, {with_units("1.geojson", R"([{"name":"Noord","beds":24}])"), ""}});
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  REQUIRE(plan->building.units.size() == 2);
  const Unit& unit = plan->building.units[0];
  CHECK(unit.name == "Noord");
  CHECK(unit.kind == "verpleegafdeling");
  CHECK(unit.beds == 24);
  CHECK(unit.is_overnight == true);
  CHECK(plan->building.storeys[0]->spaces[0].unit == unit.id);
  CHECK(!plan->building.units[1].beds);
  CHECK(!plan->building.units[1].is_overnight);

  const auto other =
      read({{a, ""}, {with_units("1.geojson", R"([{"name":"Noord","beds":9}])"), ""}});
  REQUIRE(!other);
  CHECK(other.error().where == "1.geojson: units");
  for (const char* wrong : {R"({"name":"Noord"})", R"([{"beds":4}])", R"([{"name":"A","beds":-1}])",
                            R"([{"name":"A","beds":2.5}])", R"([{"name":"A","overnight":"soms"}])",
                            R"([{"name":"A","kleur":"rood"}])"}) {
    CAPTURE(wrong);
    const auto refused = read({{with_units("2.geojson", wrong), ""}});
    REQUIRE(!refused);
    CHECK(refused.error().code == Code::BadInput);
    CHECK(refused.error().where.find("2.geojson: units") == 0);
  }
}

TEST_CASE("A plan of ten kilometres is read and its size is doubted") {
  const TestFolder folder;
  std::vector<std::string> features = small_plan();
  features.push_back(polygon(R"("type":"wall","level":0)", box(10000, 0, 10001, 1)));
  const auto plan = read({{folder.file("bg.geojson", collection(features)), ""}});
  REQUIRE(plan);
  CHECK(count(plan->findings, finding::kSizeSuspicious) == 1);
  CHECK(count(read({{folder.file("a.geojson", collection(small_plan())), ""}})->findings,
              finding::kSizeSuspicious) == 0);
}

TEST_CASE("Wrong arguments are refused by name") {
  const TestFolder folder;
  const std::string text = collection(small_plan());
  const std::string a = folder.file("a.geojson", text), b = folder.file("b.geojson", text);
  const auto twice = read({{a, ""}, {a, ""}});
  REQUIRE(!twice);
  CHECK(twice.error().sentence.nl.find("twee keer") != std::string::npos);
  const auto same_name = read({{a, "1"}, {b, "1"}});
  REQUIRE(!same_name);
  CHECK(same_name.error().where == b);
  const auto missing = read({{folder.path() + "/weg.geojson", ""}});
  REQUIRE(!missing);
  CHECK(missing.error().code == Code::NotFound);
  std::vector<std::string> two = small_plan("0");
  for (const std::string& feature : small_plan("1")) two.push_back(feature);
  const auto several = read({{folder.file("c.geojson", collection(two)), "1"}});
  REQUIRE(!several);
  CHECK(several.error().sentence.nl.find("--storey") != std::string::npos);
  const auto mixed =
      read({{a, ""}, {folder.file("d.geojson", collection(small_plan("4"), "EPSG:32631")), ""}});
  REQUIRE(!mixed);
  CHECK(mixed.error().sentence.nl.find("coördinatenstelsels") != std::string::npos);
}

TEST_CASE("A sheet is read once per rectangle, and is one source with one list of layers") {
  const std::string sheet = TREFPUNT_ROOT "/tests/fixtures/dxf/sheet.dxf";
  const auto plan =
      read({{sheet, "1", Box{{19, -1}, {31, 7}}}, {sheet, "begane grond", Box{{1, -1}, {13, 7}}}});
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  CHECK(levels_of(*plan) == std::vector<double>{0, 1});
  CHECK(plan->sources.size() == 1);
  CHECK(plan->layers.size() == 4);
  CHECK(plan->building.name == "sheet");
  CHECK(plan->findings.empty());
  for (const auto& storey : plan->building.storeys) {
    CHECK(box_of(*storey).low == Point{20, 0});  // the first rectangle stays where it is
  }
}

TEST_CASE("A sheet whole and in parts, or a rectangle on GeoJSON, is refused") {
  const std::string sheet = TREFPUNT_ROOT "/tests/fixtures/dxf/sheet.dxf";
  const Box left{{1, -1}, {13, 7}};
  const auto both = read({{sheet, "0", left}, {sheet, ""}});
  REQUIRE(!both);
  CHECK(both.error().sentence.nl.find("twee keer") != std::string::npos);
  const TestFolder folder;
  const auto json = read({{folder.file("a.geojson", collection(small_plan())), "0", left}});
  REQUIRE(!json);
  CHECK(json.error().code == Code::Unsupported);
  CHECK(json.error().sentence.nl.find("level") != std::string::npos);
}

TEST_CASE("A DWG is refused with the way out") {
  const TestFolder folder;
  const auto plan = read({{folder.file("plan.dxf", std::string("AC1032\0\0\0", 9)), ""}});
  REQUIRE(!plan);
  CHECK(plan.error().code == Code::Unsupported);
  CHECK(plan.error().sentence.nl.find("DXF") != std::string::npos);
}

TEST_CASE("What a file is shows in its bytes, not in its name") {
  const TestFolder folder;
  CHECK(read({{folder.file("plan.dxf", "\xEF\xBB\xBF\n " + collection(small_plan())), ""}}));
}

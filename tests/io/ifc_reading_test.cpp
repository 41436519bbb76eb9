// SPDX-License-Identifier: GPL-3.0-or-later
// What a building model says of its rooms and things, by models of boxes; and the real files.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "io/ifc.h"
#include "io/ifc_findings.h"
#include "io/ifc_storey.h"

using namespace trefpunt;

namespace {

// Boxes on storeys 3 m high, in metres. `type` stands with its brackets open, up to ObjectType:
// "IFCWALL('w',$,'wall',$,$"; `rest` is what comes after the shape.
struct Model {
  std::string text =
      "#1=IFCPROJECT('p',$,'p',$,$,$,$,(),#5);\n#2=IFCCARTESIANPOINT((0.,0.,0.));\n"
      "#3=IFCDIRECTION((0.,0.,1.));\n#5=IFCUNITASSIGNMENT((#6,#7));\n"
      "#6=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);\n#7=IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.);\n"
      "#20=IFCAXIS2PLACEMENT3D(#2,$,$);\n#21=IFCCARTESIANPOINT((0.,0.));\n"
      "#30=IFCAXIS2PLACEMENT2D(#21,$);\n";
  int next = 100;

  int storey(const std::string& name, double height) {
    const int id = add("IFCBUILDINGSTOREY('s" + name + "',$,'" + name + "',$,$,#" +
                       std::to_string(next + 1) + ",$,$,.ELEMENT.," + std::to_string(height) + ")");
    add("IFCLOCALPLACEMENT($,#" + std::to_string(next + 1) + ")");
    add("IFCAXIS2PLACEMENT3D(#" + std::to_string(next + 1) + ",$,$)");
    add("IFCCARTESIANPOINT((0.,0.," + std::to_string(height) + "))");
    return id;
  }

  int add(const std::string& line) {
    text += "#" + std::to_string(next) + "=" + line + ";\n";
    return next++;
  }

  int box(const std::string& type, Box at, double low, double high,
          const std::string& rest = ",$") {
    const auto n = [&](int more) { return "#" + std::to_string(next + more); };
    const auto x = [](double value) { return std::to_string(value); };
    const int id = add(type + "," + n(1) + "," + n(4) + rest + ")");
    add("IFCLOCALPLACEMENT($," + n(1) + ")");
    add("IFCAXIS2PLACEMENT3D(" + n(1) + ",$,$)");
    add("IFCCARTESIANPOINT((" + x((at.low.x + at.high.x) / 2) + "," +
        x((at.low.y + at.high.y) / 2) + "," + x(low) + "))");
    add("IFCPRODUCTDEFINITIONSHAPE($,$,(" + n(1) + "))");
    add("IFCSHAPEREPRESENTATION($,'Body','SweptSolid',(" + n(1) + "))");
    add("IFCEXTRUDEDAREASOLID(" + n(1) + ",#20,#3," + x(high - low) + ")");
    add("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30," + x(at.width()) + "," + x(at.height()) + ")");
    return id;
  }

  int space(const std::string& name, Box at, int storey, double low = 0,
            const std::string& kind = "INTERNAL") {
    const int id = box("IFCSPACE('" + name + "',$,'" + name + "',$,$", at, low, low + 2.6,
                       ",$,.ELEMENT.,." + kind + ".,$");
    add("IFCRELAGGREGATES('a',$,$,$,#" + std::to_string(storey) + ",(#" + std::to_string(id) +
        "))");
    return id;
  }

  void property(int of, const std::string& name, const std::string& value) {
    add("IFCRELDEFINESBYPROPERTIES('d',$,$,$,(#" + std::to_string(of) + "),#" +
        std::to_string(next + 1) + ")");
    add("IFCPROPERTYSET('e',$,'Pset',$,(#" + std::to_string(next + 1) + "))");
    add("IFCPROPERTYSINGLEVALUE('" + name + "',$," + value + ",$)");
  }

  void group(const std::string& zone, const std::vector<int>& spaces) {
    const int id = add(zone);
    std::string list;
    for (const int space : spaces) list += (list.empty() ? "#" : ",#") + std::to_string(space);
    add("IFCRELASSIGNSTOGROUP('g',$,$,$,(" + list + "),$,#" + std::to_string(id) + ")");
  }

  void contain(int thing, int storey) {
    add("IFCRELCONTAINEDINSPATIALSTRUCTURE('c',$,$,$,(#" + std::to_string(thing) + "),#" +
        std::to_string(storey) + ")");
  }

  RawPlan read(const std::string& schema = "IFC4") const {
    Job job;
    const auto plan =
        read_ifc(std::make_shared<const std::string>("ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('" +
                                                     schema + "'));\nENDSEC;\nDATA;\n" + text +
                                                     "ENDSEC;\nEND-ISO-10303-21;\n"),
                 "x.ifc", {}, job);
    if (!plan) FAIL(to_string(plan.error(), Lang::En));
    return *plan;
  }
};

Box rect(double x1, double y1, double x2, double y2) {
  Box box;
  box.add(Point{x1, y1});
  box.add(Point{x2, y2});
  return box;
}

const Finding* finding_of(const RawPlan& plan, int code, const std::string& word) {
  for (const Finding& one : plan.findings) {
    if (one.code == code && one.sentence.nl.find(word) != std::string::npos) return &one;
  }
  return nullptr;
}

const Box kRoom = rect(0, 0, 4, 3);

}  // namespace

TEST_CASE("Names of storeys give the levels where they agree with the heights", "[ifc]") {
  const auto levels = [](const std::vector<std::pair<std::string, double>>& storeys) {
    Model model;
    for (const auto& [name, height] : storeys)
      model.space("Kamer " + name, kRoom, model.storey(name, height), height);
    std::vector<double> found;
    const RawPlan plan = model.read();
    for (const RawStorey& storey : plan.storeys) found.push_back(storey.level.value_or(99));
    found.push_back(finding_of(plan, finding::kLevelsContradict, "") ? 1 : 0);
    return found;
  };
  using Levels = std::vector<double>;
  // BIM basis ILS, with heights above NAP, in whatever order they stand in the file.
  CHECK(levels({{"01 eerste verdieping", 15.1}, {"00 begane grond", 12.1}, {"-1 kelder", 9.1}}) ==
        Levels{-1, 0, 1, 0});
  CHECK(levels({{"-2 kelder", -6}, {"-1 kelder", -3}, {"00 begane grond", 0}}) ==
        Levels{-2, -1, 0, 0});
  // Some count from 01; the words say it is the ground floor.
  CHECK(levels({{"01 begane grond", 0}, {"02 eerste verdieping", 3}}) == Levels{0, 1, 0});
  CHECK(levels({{"03 derde verdieping", 9}, {"04 vierde verdieping", 12}}) == Levels{3, 4, 0});
  CHECK(levels({{"00 begane grond", 0}, {"tussenvloer", 2}, {"01 eerste verdieping", 4}}) ==
        Levels{0, 0.5, 1, 0});
  CHECK(levels({{"Keller", -3}, {"Erdgeschoss", 0}, {"1. Obergeschoss", 3}, {"Dach", 6}}) ==
        Levels{-1, 0, 1, 2, 0});
  // "Level 1" may be the ground floor: the heights say.
  CHECK(levels({{"Level 1", 0}, {"Level 2", 4}, {"Level 4", 8}}) == Levels{0, 1, 2, 0});
  CHECK(levels({{"01 eerste verdieping", 0}, {"00 begane grond", 3}}) == Levels{0, 1, 1});
}

TEST_CASE("A room takes its use from its name, else from what the file states", "[ifc]") {
  Model model;
  const int storey = model.storey("00 begane grond", 0);
  const int named = model.space("Wachtkamer 1", kRoom, storey);
  model.property(named, "Category", "IFCLABEL('Kantoor')");
  const int coded = model.space("0.02", rect(5, 0, 9, 3), storey);
  model.property(coded, "OccupancyType", "IFCLABEL('Huiskamer')");
  model.property(coded, "Aantal bedden", "IFCINTEGER(2)");
  model.property(coded, "PubliclyAccessible", "IFCBOOLEAN(.T.)");
  const int hall = model.space("Gang trap", rect(10, 0, 14, 3), storey);
  model.property(hall, "Category", "IFCLABEL('Gang')");
  const int toilet = model.space("WC", rect(15, 0, 17, 3), storey);
  model.property(toilet, "HandicapAccessible", "IFCBOOLEAN(.T.)");
  const int classed = model.space("0.05", rect(18, 0, 22, 3), storey);
  model.add("IFCRELASSOCIATESCLASSIFICATION('k',$,$,$,(#" + std::to_string(classed) + "),#" +
            std::to_string(model.next + 1) + ")");
  model.add("IFCCLASSIFICATIONREFERENCE($,'13-51','Spreekkamer',$,$,$)");
  model.space("0.06", rect(23, 0, 27, 3), storey, 0, "EXTERNAL");
  model.space("BVO", rect(0, 0, 27, 3), storey);
  const RawPlan plan = model.read();
  REQUIRE(plan.storeys.size() == 1);
  std::map<std::string, Space> spaces;
  for (const Space& space : plan.storeys[0].storey.spaces) spaces[space.source_key] = space;
  CHECK(spaces.size() == 6);
  CHECK(spaces["Wachtkamer 1"].use == Use::Waiting);
  CHECK(spaces["0.02"].use == Use::Living);
  CHECK(spaces["0.02"].beds == 2);
  CHECK(spaces["0.02"].access == Access::Public);
  CHECK(spaces["Wachtkamer 1"].access == Access::Unknown);
  CHECK(spaces["Gang trap"].use == Use::Corridor);
  CHECK(spaces["WC"].use == Use::AccessibleToilet);
  CHECK(spaces["0.05"].use == Use::Consulting);
  CHECK(spaces["0.06"].use == Use::Outdoor);
  CHECK(finding_of(plan, finding::kUnknownKind, "bruto-oppervlak is: 1 IFCSPACE"));
}

TEST_CASE("Of several zones a room takes the one that is a department", "[ifc]") {
  Model model;
  const int storey = model.storey("00 begane grond", 0);
  const int a = model.space("WC 1", kRoom, storey);
  const int b = model.space("WC 2", rect(5, 0, 9, 3), storey);
  const int c = model.space("Kamer", rect(10, 0, 14, 3), storey);
  model.group("IFCZONE('z1',$,'Temperatuur 20 graden',$,$,$)", {a, b, c});
  model.group("IFCZONE('z2',$,'WC',$,$,$)", {a, b});
  model.group("IFCSPATIALZONE('z3',$,'Brandcompartiment 1',$,$,$,$,$,.FIRESAFETY.)", {a, b, c});
  model.group("IFCSPATIALZONE('z4',$,'Oost',$,$,$,$,$,.OCCUPANCY.)", {a, b});
  model.group("IFCZONE('z5',$,'Afdeling Linde',$,$,$)", {a});
  const int d = model.space("Kantoor", rect(15, 0, 19, 3), storey);
  model.property(d, "Department", "IFCLABEL('Poli')");
  const RawPlan plan = model.read();
  std::map<std::string, std::string> unit;
  for (std::size_t i = 0; i < plan.storeys[0].storey.spaces.size(); ++i)
    unit[plan.storeys[0].storey.spaces[i].source_key] = plan.storeys[0].unit_of_space[i];
  CHECK(unit["WC 1"] == "Afdeling Linde");
  CHECK(unit["WC 2"] == "Oost");
  CHECK(unit["Kamer"].empty());
  CHECK(unit["Kantoor"] == "Poli");
  const Finding* left = finding_of(plan, finding::kZoneIsNoUnit, "Brandcompartiment 1");
  REQUIRE(left);
  CHECK(left->sentence.nl.find("WC") != std::string::npos);
  CHECK(left->sentence.nl.find("Oost") == std::string::npos);
}

TEST_CASE("A door says what it is by its properties and its name, else it stays unknown", "[ifc]") {
  Model model;
  const int storey = model.storey("00 begane grond", 0);
  model.space("Hal", kRoom, storey);
  const auto door = [&](const std::string& name, double x) {
    const int id = model.box("IFCDOOR('" + name + "',$,'" + name + "',$,$", rect(x, -0.2, x + 1, 0),
                             0, 2.1, ",$,2.1,1.,$,$,$");
    model.contain(id, storey);
    return id;
  };
  const int plain = door("deur", 0);
  model.property(plain, "IsExternal", "IFCBOOLEAN(.T.)");
  model.property(plain, "FireExit", "IFCBOOLEAN(.T.)");
  model.property(plain, "ClearWidth", "IFCREAL(0.85)");  // of what unit?
  const int main = door("Hoofdentree glazen deur", 1.2);
  model.property(main, "Vrije doorgang", "IFCPOSITIVELENGTHMEASURE(0.85)");
  model.property(main, "Dorpelhoogte", "IFCLENGTHMEASURE(0.02)");
  const int staff = door("Personeelsingang", 2.4);
  model.property(staff, "HasAccessControl", "IFCBOOLEAN(.T.)");
  model.property(staff, "ClearWidth", "IFCPOSITIVELENGTHMEASURE(1.5)");  // wider than its opening
  const RawPlan plan = model.read();
  const auto& doors = plan.storeys[0].storey.doors;
  REQUIRE(doors.size() == 3);
  CHECK_FALSE(doors[0].clear_width);
  CHECK(doors[0].opening_width() == Approx(1));
  CHECK(doors[0].entrance == Entrance::Unknown);
  CHECK(doors[0].lock == Lock::Unknown);
  CHECK(doors[1].clear_width == Approx(0.85));
  CHECK(doors[1].threshold_height == Approx(0.02));
  CHECK(doors[1].entrance == Entrance::Public);
  CHECK(doors[1].is_glass);
  CHECK(doors[2].entrance == Entrance::Staff);
  CHECK(doors[2].lock == Lock::Controlled);
  CHECK_FALSE(doors[2].clear_width);
}

TEST_CASE("A hole in a wall that nothing fills is a way through, a niche is not", "[ifc]") {
  Model model;
  const int storey = model.storey("00 begane grond", 0);
  model.space("Hal", kRoom, storey);
  const int wall = model.box("IFCWALL('w',$,'wand',$,$", rect(0, -0.2, 10, 0), 0, 2.8, ",$,$");
  model.contain(wall, storey);
  const auto hole = [&](const std::string& key, Box at, double low, double high) {
    const int id =
        model.box("IFCOPENINGELEMENT('" + key + "',$,$,$,$", at, low, high, ",$,.OPENING.");
    model.add("IFCRELVOIDSELEMENT('v',$,$,$,#" + std::to_string(wall) + ",#" + std::to_string(id) +
              ")");
  };
  hole("doorgang", rect(1, -0.3, 2, 0.1), 0, 2.2);
  hole("luik", rect(3, -0.3, 4, 0.1), 0.9, 2);
  hole("nis", rect(5, -0.05, 6, 0.1), 0, 2.2);
  hole("rooster", rect(7, -0.3, 8, 0.1), 2.3, 2.5);
  const RawPlan plan = model.read();
  const Storey& drawn = plan.storeys[0].storey;
  REQUIRE(drawn.doors.size() == 1);
  CHECK(drawn.doors[0].source_key == "doorgang");
  CHECK(drawn.doors[0].is_opening);
  CHECK(drawn.doors[0].clear_width == Approx(1));
  REQUIRE(drawn.windows.size() == 1);
  CHECK(drawn.windows[0].source_key == "luik");
  CHECK(drawn.windows[0].sill_height == Approx(0.9));
}

TEST_CASE("A door fits the wall also where the hole is cut out of the wall's own shape", "[ifc]") {
  Model model;
  const int storey = model.storey("00 begane grond", 0);
  model.space("Hal", kRoom, storey);
  for (const Box& piece : {rect(0, -0.2, 1, 0), rect(2, -0.2, 4, 0)})
    model.contain(model.box("IFCWALL('w',$,'wand',$,$", piece, 0, 2.8, ",$,$"), storey);
  // Its frame and handles are thicker than the wall.
  model.contain(
      model.box("IFCDOOR('d',$,'deur',$,$", rect(1, -0.3, 2, 0.05), 0, 2.1, ",$,2.1,1.,$,$,$"),
      storey);
  const RawPlan plan = model.read();
  REQUIRE(plan.storeys[0].storey.doors.size() == 1);
  const Door& door = plan.storeys[0].storey.doors[0];
  REQUIRE(door.footprint.size() == 4);
  CHECK(door.opening_width() == Approx(1));
  CHECK(distance(door.footprint[1], door.footprint[2]) == Approx(0.2));
  CHECK(door.a.y == Approx(-0.1));
}

TEST_CASE("Glass is told by name or material, and a proxy by its NL/SfB code", "[ifc]") {
  Model model;
  const int storey = model.storey("00 begane grond", 0);
  const int room = model.space("Kamer", kRoom, storey);
  const auto wall = [&](const std::string& type, const std::string& name, double y) {
    const int id = model.box(type + "('" + name + "',$,'" + name + "',$,$", rect(0, y, 4, y + 0.1),
                             0, 2.8, ",$,$");
    model.contain(id, storey);
    return id;
  };
  wall("IFCWALL", "glaswand", 5);
  const int layered = wall("IFCWALL", "binnenwand", 6);
  model.add("IFCRELASSOCIATESMATERIAL('m',$,$,$,(#" + std::to_string(layered) + "),#" +
            std::to_string(model.next + 1) + ")");
  model.add("IFCMATERIALLIST((#" + std::to_string(model.next + 1) + ",#" +
            std::to_string(model.next + 2) + "))");
  model.add("IFCMATERIAL('gipsplaat')");
  model.add("IFCMATERIAL('glaswol')");
  const auto proxy = [&](const std::string& name, const std::string& code, double y, double high) {
    const int id = model.box("IFCBUILDINGELEMENTPROXY('" + name + "',$,'" + name + "',$,$",
                             rect(1, y, 2, y + 0.4), 0, high, ",$,$");
    model.contain(id, storey);
    if (code.empty()) return;
    model.add("IFCRELASSOCIATESCLASSIFICATION('k',$,$,$,(#" + std::to_string(id) + "),#" +
              std::to_string(model.next + 1) + ")");
    model.add("IFCCLASSIFICATIONREFERENCE($,'" + code + "','element',#" +
              std::to_string(model.next + 1) + ",$,$)");
    model.add("IFCCLASSIFICATION('BIM Loket','2019',$,'NL/SfB 4 cijfers',$,$,$)");
  };
  proxy("systeemwand", "22.11", 8, 2.8);
  proxy("kast", "72.10", 0.5, 2);
  proxy("bank", "", 10, 0.5);
  proxy("zitbank", "", 1.5, 0.5);
  proxy("boom", "", 12, 6);
  const int bed =
      model.box("IFCFURNITURE('bed',$,'x',$,$", rect(2.5, 1, 3.5, 2), 0, 0.6, ",$,.BED.");
  model.contain(bed, storey);
  const int sofa =
      model.box("IFCFURNITURE('sofa',$,'x',$,$", rect(0.1, 2, 2.1, 2.8), 0, 0.6, ",$,.SOFA.");
  model.contain(sofa, storey);
  const int pan = model.box("IFCSANITARYTERMINAL('pan',$,'x',$,$", rect(3.5, 2.5, 3.9, 2.9), 0, 0.5,
                            ",$,.TOILETPAN.");
  model.contain(pan, storey);
  CHECK(room > 0);
  const RawPlan plan = model.read();
  const Storey& drawn = plan.storeys[0].storey;
  std::map<std::string, bool> is_glass;
  for (const Wall& one : drawn.walls) is_glass[one.source_key] = one.is_glass;
  CHECK(is_glass == std::map<std::string, bool>{
                        {"glaswand", true}, {"binnenwand", false}, {"systeemwand", false}});
  std::map<std::string, int> places;
  for (const Seat& seat : drawn.seats) places[seat.source_key] = seat.places;
  CHECK(places == std::map<std::string, int>{{"zitbank", 1}, {"sofa", 3}});
  REQUIRE_FALSE(drawn.spaces.empty());
  CHECK(drawn.spaces[0].beds == 1);
  CHECK(finding_of(plan, finding::kUnknownKind, "2 IFCBUILDINGELEMENTPROXY"));
}

TEST_CASE("A stair is as long as the way over its treads, a lift serves every floor it passes",
          "[ifc]") {
  Model model;
  const int low = model.storey("00 begane grond", 0), high = model.storey("01 verdieping", 3);
  model.space("Hal", kRoom, low);
  model.space("Overloop", kRoom, high, 3);
  const int stair = model.add("IFCSTAIR('trap',$,'trap',$,$,$,$,$,.STRAIGHT_RUN_STAIR.)");
  model.contain(stair, low);
  std::string flight;
  for (int i = 0; i < 15; ++i) {
    const double x = 0.2 * i;
    const int tread = model.box("IFCSTAIRFLIGHT('t" + std::to_string(i) + "',$,$,$,$",
                                rect(x, 0, x + 0.2, 1), 0.2 * i, 0.2 * (i + 1), ",$,$,$,$,$");
    flight += (i > 0 ? ",#" : "#") + std::to_string(tread);
  }
  model.add("IFCRELAGGREGATES('a',$,$,$,#" + std::to_string(stair) + ",(" + flight + "))");
  const int lift =
      model.box("IFCTRANSPORTELEMENT('lift',$,'x',$,$", rect(3, 2, 4, 3), 0, 5.5, ",$,.ELEVATOR.");
  model.contain(lift, low);
  const RawPlan plan = model.read();
  for (const RawStorey& storey : plan.storeys) {
    REQUIRE(storey.storey.links.size() == 2);
    CHECK(storey.storey.links[0].source_key == "trap");
    CHECK(storey.storey.links[0].walking_length == Approx(14 * std::hypot(0.2, 0.2)));
    CHECK(storey.storey.links[1].kind == LinkKind::Lift);
  }
}

TEST_CASE("Things without a storey, or on a wrong one, stand where their height says", "[ifc]") {
  Model model;
  const int low = model.storey("00 begane grond", 0), high = model.storey("01 verdieping", 3);
  model.space("Hal", kRoom, low);
  model.space("Zaal", kRoom, high, 3);
  model.box("IFCFURNITURE('kast',$,'kast',$,$", rect(1, 1, 2, 2), 3, 4.8, ",$,$");
  const int wrong =
      model.box("IFCFURNITURE('tafel',$,'tafel',$,$", rect(2, 1, 3, 2), 3, 3.8, ",$,$");
  model.contain(wrong, low);
  const RawPlan plan = model.read();
  CHECK(plan.storeys[0].storey.furniture.empty());
  CHECK(plan.storeys[1].storey.furniture.size() == 2);
  CHECK(finding_of(plan, finding::kOtherStorey, "2 IFCFURNITURE"));
}

TEST_CASE("A place in RD New is taken with its turn, another system is told", "[ifc]") {
  const auto plan_at = [](const std::string& crs, const std::string& axis,
                          const std::string& north) {
    Model model;
    model.space("Hal", kRoom, model.storey("00 begane grond", 0));
    model.add("IFCMAPCONVERSION(#" + std::to_string(model.next + 1) + ",#" +
              std::to_string(model.next + 2) + ",155000.,463000.,0.," + axis + ",$)");
    model.add("IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,0.01,#20," +
              (north.empty() ? "$" : "#" + std::to_string(model.next + 2)) + ")");
    model.add("IFCPROJECTEDCRS('" + crs + "',$,$,$,$,$,$)");
    if (!north.empty()) model.add("IFCDIRECTION((" + north + "))");
    return model.read();
  };
  // The plan's x axis points north on the map: it is turned a quarter to the left.
  const RawPlan turned = plan_at("EPSG:28992", "0.,1.", "");
  REQUIRE(turned.placement.in_wijk);
  CHECK(turned.placement.in_wijk->at == Point{155000, 463000});
  CHECK(turned.placement.in_wijk->angle == Approx(M_PI / 2));
  // North is the plan's x axis: the same turn.
  CHECK(plan_at("EPSG:28992", "$,$", "1.,0.").placement.in_wijk->angle == Approx(M_PI / 2));
  CHECK(plan_at("EPSG:28992", "$,$", "").placement.in_wijk->angle == Approx(0));
  const RawPlan other = plan_at("EPSG:25832", "1.,0.", "");
  CHECK_FALSE(other.placement.in_wijk);
  CHECK(finding_of(other, finding::kMapPlaceUnused, "EPSG:25832"));
}

TEST_CASE("The real models have their storeys, rooms, doors and stairs", "[real][ifc]") {
  const char* data = std::getenv("TREFPUNT_DATA");
  const std::string folder = std::string(data ? data : "");
  if (!data || !std::filesystem::exists(folder + "/ifc-duplex")) {
    WARN("No real data: the IFC files are not read.");
    return;
  }
  struct Real {
    const char* file;
    std::vector<std::size_t> spaces;  // per storey
    std::size_t doors, links;
  };
  const std::vector<Real> files = {
      {"/ifc-duplex/Duplex_A_Architecture.ifc", {10, 10, 1}, 14, 4},
      {"/ifc-kit/AC20-FZK-Haus.ifc", {6, 1}, 5, 2},
      {"/ifc-institute/AC11-Institute-Var-2-IFC.ifc", {17, 18, 22, 22, 3}, 77, 8},
      {"/ifc-institute/AC11-Institute-Var-2-IFC.ifczip", {17, 18, 22, 22, 3}, 77, 8},
      {"/ifc-bimwhale/LargeBuilding.ifc", {8, 1}, 18, 0},  // rooms of level 2 from its walls
      {"/ifc-bimwhale/TallBuilding.ifc", {3, 3, 3, 3}, 5, 0}};
  for (const Real& real : files) {
    CAPTURE(real.file);
    Job job;
    const auto plan = read_plan({{folder + real.file, ""}}, {}, job);
    REQUIRE(plan);
    std::vector<std::size_t> spaces;
    std::size_t doors = 0, links = 0;
    bool has_kitchen = false;
    for (const auto& storey : plan->building.storeys) {
      spaces.push_back(storey->spaces.size());
      doors += storey->doors.size();
      links += storey->links.size();
      for (const Space& space : storey->spaces) has_kitchen |= space.name == "Küche";
      for (const Link& link : storey->links) {
        REQUIRE(link.walking_length);
        CHECK(*link.walking_length > 3);
        CHECK(*link.walking_length < 15);
      }
    }
    CHECK(spaces == real.spaces);
    CHECK(doors == real.doors);
    CHECK(links == real.links);
    CHECK(has_kitchen == (std::string(real.file).find("FZK") != std::string::npos));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// IFC by hand-made files of a few lines, and by the real ones when they are there.
#include "io/ifc.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "geo_text.h"
#include "io/files.h"
#include "io/ifc_solid.h"
#include "io/step_file.h"
#include "io/step_text.h"

using namespace trefpunt;

namespace {

std::string step(const std::string& data, const std::string& schema = "IFC4") {
  return "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('x','',(''),(''),'','','"
         "');\n"
         "FILE_SCHEMA(('" +
         schema + "'));\nENDSEC;\nDATA;\n" + data + "ENDSEC;\nEND-ISO-10303-21;\n";
}

Result<StepFile> step_of(const std::string& text) {
  Job job;
  return StepFile::read(std::make_shared<const std::string>(text), "x.ifc", job);
}

Result<RawPlan> ifc_of(const std::string& data) {
  Job job;
  return read_ifc(std::make_shared<const std::string>(step(data)), "x.ifc", {}, job);
}

// A house of one room of 4 x 3 m inside walls of 0.2 m, in millimetres; the door of 0.93 m lies in
// the south wall. `space_profile` and `placement` may be others.
std::string house(
    const std::string& space_profile = "IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4000.,3000.)",
    const std::string& storey_axes = "IFCAXIS2PLACEMENT3D(#2,$,$)") {
  const auto wall = [](int id, const char* at, const char* size) {
    const std::string n = std::to_string(id);
    return "#" + n + "=IFCWALL('wall" + n + "',$,'w',$,$,#" + std::to_string(id + 1) + ",#" +
           std::to_string(id + 4) + ",$,$);\n#" + std::to_string(id + 1) +
           "=IFCLOCALPLACEMENT(#11,#" + std::to_string(id + 2) + ");\n#" + std::to_string(id + 2) +
           "=IFCAXIS2PLACEMENT3D(#" + std::to_string(id + 3) + ",$,$);\n#" +
           std::to_string(id + 3) + "=IFCCARTESIANPOINT((" + at + "));\n#" +
           std::to_string(id + 4) + "=IFCPRODUCTDEFINITIONSHAPE($,$,(#" + std::to_string(id + 5) +
           "));\n#" + std::to_string(id + 5) + "=IFCSHAPEREPRESENTATION($,'Body','SweptSolid',(#" +
           std::to_string(id + 6) + "));\n#" + std::to_string(id + 6) + "=IFCEXTRUDEDAREASOLID(#" +
           std::to_string(id + 7) + ",#20,#3,2800.);\n#" + std::to_string(id + 7) +
           "=IFCRECTANGLEPROFILEDEF(.AREA.,$,#30," + size + ");\n";
  };
  return "#1=IFCPROJECT('p',$,'p',$,$,$,$,(),#5);\n#2=IFCCARTESIANPOINT((0.,0.,0.));\n"
         "#3=IFCDIRECTION((0.,0.,1.));\n#5=IFCUNITASSIGNMENT((#6));\n"
         "#6=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);\n"
         "#10=IFCBUILDINGSTOREY('storey',$,'Begane grond',$,$,#11,$,$,.ELEMENT.,0.);\n"
         "#11=IFCLOCALPLACEMENT($,#12);\n#12=" +
         storey_axes +
         ";\n#13=IFCDIRECTION((0.,1.,0.));\n#20=IFCAXIS2PLACEMENT3D(#2,$,$);\n"
         "#30=IFCAXIS2PLACEMENT2D(#31,$);\n#31=IFCCARTESIANPOINT((0.,0.));\n"
         "#40=IFCSPACE('space',$,'0.01',$,$,#41,#44,'K\\X2\\00FC\\X0\\che',.ELEMENT.,.INTERNAL.,$);"
         "\n"
         "#41=IFCLOCALPLACEMENT(#11,#42);\n#42=IFCAXIS2PLACEMENT3D(#43,$,$);\n"
         "#43=IFCCARTESIANPOINT((2000.,1500.,0.));\n#44=IFCPRODUCTDEFINITIONSHAPE($,$,(#45));\n"
         "#45=IFCSHAPEREPRESENTATION($,'Body','SweptSolid',(#46));\n"
         "#46=IFCEXTRUDEDAREASOLID(#47,#20,#3,2600.);\n#47=" +
         space_profile + ";\n#48=IFCRELAGGREGATES('a',$,$,$,#10,(#40));\n" +
         wall(100, "2000.,-100.,0.", "4400.,200.") + wall(110, "2000.,3100.,0.", "4400.,200.") +
         wall(120, "-100.,1500.,0.", "200.,3000.") + wall(130, "4100.,1500.,0.", "200.,3000.") +
         "#200=IFCDOOR('door',$,'deur',$,$,$,$,$,2100.,930.,$,$,$);\n"
         "#201=IFCOPENINGELEMENT('o',$,$,$,$,#202,#205,$,$);\n#202=IFCLOCALPLACEMENT(#101,#203);\n"
         "#203=IFCAXIS2PLACEMENT3D(#204,$,$);\n#204=IFCCARTESIANPOINT((0.,50.,0.));\n"
         "#205=IFCPRODUCTDEFINITIONSHAPE($,$,(#206));\n"
         "#206=IFCSHAPEREPRESENTATION($,'Body','SweptSolid',(#207));\n"
         "#207=IFCEXTRUDEDAREASOLID(#208,#20,#3,2100.);\n"
         "#208=IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,930.,500.);\n"
         "#209=IFCRELVOIDSELEMENT('v',$,$,$,#100,#201);\n#210=IFCRELFILLSELEMENT('f',$,$,$,#201,#"
         "200);\n"
         "#211=IFCRELCONTAINEDINSPATIALSTRUCTURE('c',$,$,$,(#100,#110,#120,#130,#200),#10);\n"
         "#212=IFCRELDEFINESBYPROPERTIES('d',$,$,$,(#200),#213);\n"
         "#213=IFCPROPERTYSET('e',$,'Pset',$,(#214));\n"
         "#214=IFCPROPERTYSINGLEVALUE('Clear Width',$,IFCPOSITIVELENGTHMEASURE(850.),$);\n";
}

double drawn_area(const Storey& storey, const std::string& key) {
  double most = 0;
  for (const Boundary& one : storey.boundaries) {
    if (one.source_key == key) most = std::max(most, std::abs(signed_area(one.points)));
  }
  return most;
}

}  // namespace

TEST_CASE("Strings of a STEP file become UTF-8, whichever way they are escaped", "[ifc]") {
  CHECK(step_text("K\\X2\\00FC\\X0\\che") == "Küche");
  CHECK(step_text("K\\X\\FCche") == "Küche");
  CHECK(step_text("K\\S\\|che") == "Küche");
  CHECK(step_text("K\xFC"
                  "che") == "Küche");  // Windows-1252
  CHECK(step_text("Küche") == "Küche");
  CHECK(step_text("\\X4\\0001F600\\X0\\") == "\xF0\x9F\x98\x80");
  CHECK(step_text("\\X2\\D83DDE00\\X0\\") == "\xF0\x9F\x98\x80");
  CHECK(step_text("d''accord \\\\") == "d'accord \\");
  CHECK(step_text("\\X2\\00F") == "\\X2\\00F");  // never closed: left as it is
}

TEST_CASE("Parameters are read with their lists, types and references", "[ifc]") {
  const auto file =
      step_of(step("#7 = IFCX ( 'a;b', (1.5,-2.,#3), $, *, .T., IFCLABEL('c') /* x */ ) ;\n"));
  REQUIRE(file);
  CHECK(file->schema() == "IFC4");
  const auto values = file->values(7);
  REQUIRE(values.size() == 6);
  CHECK(values[0].str() == "a;b");
  REQUIRE(values[1].items.size() == 3);
  CHECK(values[1].items[1].number == -2);
  CHECK(values[1].items[2].ref == 3);
  CHECK(values[2].kind == StepValue::Kind::Null);
  CHECK(values[3].kind == StepValue::Kind::Derived);
  CHECK(values[4].is_true());
  CHECK(values[5].type == "IFCLABEL");
  CHECK(values[5].str() == "c");
  CHECK(file->values(8).empty());
  CHECK(file->all("IFCX") == std::vector<std::uint32_t>{7});
}

TEST_CASE("A file that is cut off anywhere is refused with a sentence", "[ifc]") {
  const std::string whole = step(house());
  for (std::size_t size = 20; size + 20 < whole.size(); size += 37) {
    const auto file = step_of(whole.substr(0, size));
    REQUIRE_FALSE(file);
    CHECK(file.error().code == Code::BadInput);
  }
}

TEST_CASE("What is no STEP file, nests too deep or says a number twice is refused", "[ifc]") {
  CHECK_FALSE(step_of("PK"));
  CHECK_FALSE(step_of(""));
  const auto deep = step_of(
      step("#1=IFCX(" + std::string(1'000'000, '(') + std::string(1'000'000, ')') + ");\n"));
  REQUIRE_FALSE(deep);
  CHECK(deep.error().sentence.nl.find("dieper dan 64") != std::string::npos);
  const auto twice = step_of(step("#1=IFCX();\n#1=IFCX();\n"));
  REQUIRE_FALSE(twice);
  CHECK(twice.error().sentence.en == "#1 occurs twice.");
  Job job;
  const auto other =
      read_ifc(std::make_shared<const std::string>(step("#1=A();\n", "AUTOMOTIVE_DESIGN")), "x.stp",
               {}, job);
  REQUIRE_FALSE(other);
  CHECK(other.error().code == Code::Unsupported);
}

TEST_CASE("A house in millimetres has its room, walls, door and names in metres", "[ifc]") {
  const auto plan = ifc_of(house());
  REQUIRE(plan);
  REQUIRE(plan->storeys.size() == 1);
  const Storey& storey = plan->storeys[0].storey;
  CHECK(storey.name == "Begane grond");
  REQUIRE(storey.spaces.size() == 1);
  CHECK(storey.spaces[0].name == "Küche");
  CHECK(storey.spaces[0].number == "0.01");
  CHECK(storey.spaces[0].source_key == "space");
  CHECK(drawn_area(storey, "space") == Approx(12));
  CHECK(storey.walls.size() == 4);
  REQUIRE(storey.doors.size() == 1);
  const Door& door = storey.doors[0];
  CHECK(door.opening_width() == Approx(0.93));
  CHECK(door.clear_width == Approx(0.85));
  REQUIRE(door.footprint.size() == 4);
  // As thick as the wall, though the hole in the model is thicker and off its middle.
  CHECK(distance(door.footprint[1], door.footprint[2]) == Approx(0.2));
  CHECK(door.footprint[0].y == Approx(-0.2));
  CHECK(plan->findings.empty());
}

TEST_CASE("A turned and a mirrored building keep their areas", "[ifc]") {
  for (const char* axes : {"IFCAXIS2PLACEMENT3D(#2,$,#13)", "IFCAXIS2PLACEMENT3D(#2,#3,#13)"}) {
    const auto plan = ifc_of(house("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4000.,3000.)", axes));
    REQUIRE(plan);
    const Storey& storey = plan->storeys[0].storey;
    CHECK(drawn_area(storey, "space") == Approx(12));
    CHECK(box_of(storey).width() == Approx(3.4));  // was 4.4: turned a quarter
    CHECK(storey.doors[0].opening_width() == Approx(0.93));
  }
}

TEST_CASE("Profiles of each kind have the area that a formula gives", "[ifc]") {
  const double pi = 3.14159265358979;
  const std::vector<std::pair<std::string, double>> profiles = {
      {"IFCCIRCLEPROFILEDEF(.AREA.,$,#30,1000.)", pi},
      {"IFCELLIPSEPROFILEDEF(.AREA.,$,#30,1500.,1000.)", 1.5 * pi},
      {"IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#60)", 2},
      {"IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#70)", 1 + pi / 8},
      {"IFCDERIVEDPROFILEDEF(.AREA.,$,#80,#90,$)", 4},
      {"IFCLSHAPEPROFILEDEF(.AREA.,$,#30,3000.,2000.,1000.,$,$,$)", 4},
  };
  const std::string curves =
      "#60=IFCPOLYLINE((#61,#62,#63,#61));\n#61=IFCCARTESIANPOINT((0.,0.));\n"
      "#62=IFCCARTESIANPOINT((2000.,0.));\n#63=IFCCARTESIANPOINT((0.,2000.));\n"
      // A square of 1 m with half a circle on its right side.
      "#70=IFCINDEXEDPOLYCURVE(#71,(IFCLINEINDEX((1,2)),IFCARCINDEX((2,3,4)),IFCLINEINDEX((4,5,1)))"
      ",.F.);\n"
      "#71=IFCCARTESIANPOINTLIST2D(((0.,0.),(1000.,0.),(1500.,500.),(1000.,1000.),(0.,1000.)));\n"
      "#80=IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,1000.,1000.);\n"
      "#90=IFCCARTESIANTRANSFORMATIONOPERATOR2D($,$,#31,2.);\n";
  for (const auto& [profile, wanted] : profiles) {
    CAPTURE(profile);
    const auto plan = ifc_of(house(profile) + curves);
    REQUIRE(plan);
    CHECK(drawn_area(plan->storeys[0].storey, "space") == Approx(wanted).epsilon(0.005));
  }
}

TEST_CASE("References that go around or lead nowhere end no program", "[ifc]") {
  std::string around = house();
  const std::string chain = "#11=IFCLOCALPLACEMENT($,#12)";
  around.replace(around.find(chain), chain.size(), "#11=IFCLOCALPLACEMENT(#41,#12)");
  CHECK(ifc_of(around));
  std::string mapped = house("IFCDERIVEDPROFILEDEF(.AREA.,$,#47,#90,$)");
  const auto plan = ifc_of(mapped);  // a profile derived from itself
  REQUIRE(plan);
  CHECK(plan->findings.size() == 1);
  std::string gone = house();
  gone.replace(gone.find("#47=IFC"), 4, "#57=");
  const auto without = ifc_of(gone);
  REQUIRE(without);
  REQUIRE(without->findings.size() == 1);
  CHECK(without->findings[0].sentence.nl.find("1 IFCSPACE") != std::string::npos);
}

TEST_CASE("What a plane cuts out of a box with a hole is a polygon with a hole", "[ifc]") {
  Solid solid;
  const auto side = [&](Point a, Point b) {
    const std::vector<Vec3> loop{{a.x, a.y, 0}, {b.x, b.y, 0}, {b.x, b.y, 2}, {a.x, a.y, 2}};
    solid.facets.push_back(Facet{{loop}});
  };
  const Ring outer{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, inner{{1, 1}, {2, 1}, {2, 2}, {1, 2}};
  for (const Ring& ring : {outer, inner}) {
    for (std::size_t i = 0; i < 4; ++i) side(ring[i], ring[(i + 1) % 4]);
  }
  const auto pieces = section(solid, 1);
  REQUIRE(pieces.size() == 1);
  CHECK(area(pieces[0]) == Approx(15));
  CHECK(pieces[0].holes.size() == 1);
  CHECK(section(solid, 3).empty());
}

TEST_CASE("Spaces of the institute have the area that the file states", "[real][ifc]") {
  const char* data = std::getenv("TREFPUNT_DATA");
  const std::string folder = std::string(data ? data : "") + "/ifc-institute/";
  if (!data || !std::filesystem::exists(folder)) {
    WARN("No real data: the IFC files are not read.");
    return;
  }
  for (const char* name : {"AC11-Institute-Var-2-IFC.ifc", "AC11-Institute-Var-2-IFC.ifczip"}) {
    Job job;
    const auto plan = read_plan({{folder + name, ""}}, {}, job);
    REQUIRE(plan);
    const auto& storeys = plan->building.storeys;
    REQUIRE(storeys.size() == 5);
    std::size_t spaces = 0, doors = 0;
    for (const auto& storey : storeys) {
      doors += storey->doors.size();
      for (const Space& space : storey->spaces) {
        ++spaces;
        REQUIRE(space.stated_area_m2);
        CAPTURE(space.name);
        CHECK(drawn_area(*storey, space.source_key) == Approx(*space.stated_area_m2).epsilon(0.01));
      }
    }
    CHECK(spaces == 82);
    CHECK(doors == 77);
    CHECK(storeys.front()->name == "Keller");
    CHECK(storeys.front()->level == -1);
    CHECK(storeys.back()->name == "Dachgeschoss");
  }
  Job job;
  const auto xml = read_plan({{folder + "SixSpaces.ifcxml", ""}}, {}, job);
  REQUIRE_FALSE(xml);
  CHECK(xml.error().code == Code::Unsupported);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of each kind that IFC has, and files that would crash or hang a trusting reader.
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <functional>
#include <numbers>
#include <sstream>
#include <thread>

#include "io/files.h"
#include "io/ifc.h"
#include "io/ifc_shapes.h"
#include "support/ifc_building.h"

using namespace trefpunt;

namespace {

const std::string kCorpus = TREFPUNT_ROOT "/tests/fuzz/corpus/";

std::shared_ptr<const std::string> bytes_of(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

std::string model(const std::string& item) {
  return "ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n"
         "#2=IFCCARTESIANPOINT((0.,0.,0.));\n#3=IFCDIRECTION((0.,0.,1.));\n"
         "#5=IFCUNITASSIGNMENT((#6));\n#6=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);\n"
         "#10=IFCBUILDINGSTOREY('storey',$,'1',$,$,#11,$,$,.ELEMENT.,0.);\n"
         "#11=IFCLOCALPLACEMENT($,#20);\n#20=IFCAXIS2PLACEMENT3D(#2,$,$);\n"
         "#30=IFCAXIS2PLACEMENT2D(#31,$);\n#31=IFCCARTESIANPOINT((0.,0.));\n"
         "#40=IFCSPACE('space',$,'0.01',$,$,#11,#44,'kamer',.ELEMENT.,.INTERNAL.,$);\n"
         "#44=IFCPRODUCTDEFINITIONSHAPE($,$,(#45));\n"
         "#45=IFCSHAPEREPRESENTATION($,'Body','',(#46));\n"
         "#49=IFCRELAGGREGATES('a',$,$,$,#10,(#40,#50));\n"
         // A second space, that must be read whatever the first one is.
         "#50=IFCSPACE('good',$,'0.02',$,$,#51,#54,'gang',.ELEMENT.,.INTERNAL.,$);\n"
         "#51=IFCLOCALPLACEMENT(#11,#52);\n#52=IFCAXIS2PLACEMENT3D(#53,$,$);\n"
         "#53=IFCCARTESIANPOINT((50.,0.,0.));\n#54=IFCPRODUCTDEFINITIONSHAPE($,$,(#55));\n"
         "#55=IFCSHAPEREPRESENTATION($,'Body','',(#56));\n"
         "#56=IFCEXTRUDEDAREASOLID(#57,#20,#3,2.6);\n"
         "#57=IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n" +
         item + "ENDSEC;\nEND-ISO-10303-21;\n";
}

std::string extruded(const std::string& profile) {
  return "#46=IFCEXTRUDEDAREASOLID(#47,#20,#3,2.6);\n#47=" + profile;
}

Result<RawPlan> plan_of(const std::string& text) {
  Job job;
  return read_ifc(bytes_of(text), "x.ifc", {}, job);
}

// The good space is there, and the plan says of the first what is wrong.
void check_left_out(const std::string& item, const std::string& told) {
  CAPTURE(item.substr(0, 300));
  const auto plan = plan_of(model(item));
  REQUIRE(plan);
  bool is_good = false;
  for (const Boundary& one : plan->storeys.at(0).storey.boundaries)
    is_good |= one.source_key == "good" && std::abs(signed_area(one.points)) > 11.9;
  CHECK(is_good);
  std::string said;
  for (const Finding& finding : plan->findings) said += finding.sentence.en + "\n";
  CAPTURE(said);
  CHECK(said.find(told) != std::string::npos);
}

struct Shaped {
  double area = 0;
  std::map<std::string, int> skipped;
};

// What a plane at 1 m cuts out of the first space.
Shaped shape_of(const std::string& text) {
  Job job;
  const auto file = StepFile::read(bytes_of(text), "x.ifc", job);
  REQUIRE(file);
  IfcShapes shapes(*file, 1, 1);
  Shaped shaped;
  for (const Polygon& piece : section(shapes.shape(40, {"Body"}), 1)) shaped.area += area(piece);
  shaped.skipped = shapes.skipped();
  return shaped;
}

using Files = std::vector<std::pair<std::string, std::string>>;

// A zip made by GDAL, with these files in it.
class ZipFile {
 public:
  explicit ZipFile(const Files& files) {
    folder = std::filesystem::temp_directory_path() / fmt::format("trefpunt-zip-{}", ++count_);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    path = (folder / "model.ifczip").string();
    const std::string zip = "/vsizip/{" + (folder / "model.zip").string() + "}";
    VSILFILE* whole = VSIFOpenL(zip.c_str(), "wb");
    REQUIRE(whole);
    for (const auto& [name, bytes] : files) {
      VSILFILE* file = VSIFOpenL((zip + "/" + name).c_str(), "wb");
      REQUIRE(file);
      VSIFWriteL(bytes.data(), 1, bytes.size(), file);
      VSIFCloseL(file);
    }
    VSIFCloseL(whole);
    std::filesystem::rename(folder / "model.zip", path);
  }
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;
  ~ZipFile() { std::filesystem::remove_all(folder); }
  Error refused() const {
    Job job;
    const auto plan = read_plan({{path, ""}}, {}, job);
    REQUIRE_FALSE(plan);
    CHECK_FALSE(plan.error().sentence.nl.empty());
    return plan.error();
  }
  void change(const std::function<void(std::string&)>& how) const {
    auto bytes = read_file(path);
    REQUIRE(bytes);
    how(*bytes);
    REQUIRE(write_file(path, *bytes));
  }

  std::filesystem::path folder;
  std::string path;

 private:
  static inline int count_ = 0;
};

}  // namespace

TEST_CASE("Shapes of each kind have the area that a formula gives", "[ifc]") {
  const double pi = std::numbers::pi;
  const std::vector<std::pair<std::string, double>> kinds = {
      {"rectangle", 12},
      {"rectangle_hollow", 6},
      {"rectangle_rounded", 12 - (4 - pi) * 0.25},
      {"trapezium", 9},
      {"circle", pi},
      {"circle_hollow", 0.75 * pi},
      {"ellipse", 1.5 * pi},
      {"polyline", 2},
      {"voids", 2 - 0.125},
      {"indexed_arc", 1 + pi / 8},
      {"indexed_line", 1},
      {"composite_trimmed", pi / 2},
      {"composite_by_points", pi / 4},
      {"trimmed_line", 1.5},
      {"section_i", 2 * 2 * 0.5 + 1 * 0.5},
      {"section_i_asymmetric", 1 * 0.5 + 1 * 0.5 + 2 * 0.5},
      {"section_l", 4},
      {"section_t", 2 * 0.5 + 1.5 * 0.5},
      {"section_u", 2 * 0.5 + 2 * 1.5 * 0.5},
      {"section_z", 2 * 0.5 + 2 * 0.75 * 0.5},
      {"section_c", 2 * 0.25 + 2 * 0.75 * 0.25 + 2 * 0.25 * 0.25},
      {"derived", 4},
      {"mirrored", 4},
      {"composite_profile", 2},
      {"centre_line", 3 * 0.2},
      {"tapered", 12},
      {"tilted", 12 / std::sqrt(0.5)},
      {"mapped_mirrored", 48},
      {"mapped_stretched", 24},
      {"clipped_above", 12},
      {"clipped_aside", 9},
      {"clipped_by_part", 11},
      {"boolean_difference", 11},
      {"boolean_union", 16},
      {"boolean_intersection", 1},
      {"brep_faceted", 4},
      {"surface_faces", 4},
      {"surface_shells", 4},
      {"triangles", 4},
      {"polygons", 4},
      {"brep_advanced", 4},
      {"csg_block", 12},
      {"csg_cylinder", pi},
      {"csg_cone", pi},
      {"csg_sphere", pi},
      {"csg_pyramid", 3},
      {"bounding_box", 12},
      {"revolved", pi * (2.5 * 2.5 - 1.5 * 1.5)},
      {"revolved_half", pi / 2 * (2.5 * 2.5 - 1.5 * 1.5)},
      {"swept_disk", pi * 0.25},
  };
  for (const auto& [name, wanted] : kinds) {
    CAPTURE(name);
    const auto bytes = read_file(kCorpus + name + ".ifc");
    REQUIRE(bytes);
    const Shaped shaped = shape_of(*bytes);
    CHECK(shaped.area == Approx(wanted).epsilon(0.006));
    CHECK(shaped.skipped.empty());
  }
}

TEST_CASE("Kinds of shape that are not read are named and counted", "[ifc]") {
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"IFCSURFACECURVESWEPTAREASOLID", "#46=IFCSURFACECURVESWEPTAREASOLID(#57,$,$,$,$,$);\n"},
      {"IFCFIXEDREFERENCESWEPTAREASOLID", "#46=IFCFIXEDREFERENCESWEPTAREASOLID(#57,$,$,$,$,$);\n"},
      {"IFCSECTIONEDSOLIDHORIZONTAL", "#46=IFCSECTIONEDSOLIDHORIZONTAL($,(#57),());\n"},
      {"IFCBSPLINECURVEWITHKNOTS",
       extruded("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#60);\n"
                "#60=IFCBSPLINECURVEWITHKNOTS(2,(),.U.,.T.,.F.,(),(),.U.);\n")},
      {"IFCARBITRARYOPENPROFILEDEF", extruded("IFCARBITRARYOPENPROFILEDEF(.CURVE.,$,#60);\n")},
      {"IFCSPHERICALSURFACE",
       "#46=IFCADVANCEDBREP(#60);\n#60=IFCCLOSEDSHELL((#61));\n"
       "#61=IFCADVANCEDFACE((),#62,.T.);\n#62=IFCSPHERICALSURFACE(#20,1.);\n"},
      {"?",
       "#46=IFCMAPPEDITEM(#98,#99);\n#98=IFCREPRESENTATIONMAP(#20,#97);\n"
       "#97=IFCSHAPEREPRESENTATION($,'Body','',(#12345));\n"},
  };
  for (const auto& [type, item] : kinds) {
    CAPTURE(type);
    const Shaped shaped = shape_of(model(item));
    CHECK(shaped.area == 0);
    CHECK(shaped.skipped == std::map<std::string, int>{{type, 1}});
    check_left_out(item, type);
  }
}

TEST_CASE("Chains of twenty thousand references end", "[ifc]") {
  const auto chain = [](const char* link, const std::string& start) {
    std::string text = start;
    const int last = 20'000;
    for (int i = 1000; i < 1000 + last; ++i)
      text += fmt::format("#{}={};\n", i, fmt::format(fmt::runtime(link), i + 1));
    return text;
  };
  check_left_out(chain("IFCBOOLEANRESULT(.UNION.,#{0},#56)", "#46=IFCCSGSOLID(#1000);\n"),
                 "IFCBOOLEANRESULT");
  check_left_out(chain("IFCDERIVEDPROFILEDEF(.AREA.,$,#{0},$,$)",
                       "#46=IFCEXTRUDEDAREASOLID(#1000,#20,#3,2.6);\n"),
                 "IFCDERIVEDPROFILEDEF");
  check_left_out(chain("IFCTRIMMEDCURVE(#{0},(),(),.T.,$)",
                       extruded("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#1000);\n")),
                 "IFCTRIMMEDCURVE");
  check_left_out(chain("IFCCSGSOLID(#{0})", "#46=IFCCSGSOLID(#1000);\n"), "IFCCSGSOLID");
  // Places within places are followed to the end; here there is one.
  std::string placed =
      model(chain("IFCLOCALPLACEMENT(#{0},#52)", "#46=IFCBLOCK(#20,4.,3.,2.6);\n"));
  const std::string own = "#11,#44,'kamer'";
  placed.replace(placed.find(own), own.size(), "#1000,#44,'kamer'");
  CHECK(plan_of(placed));
}

TEST_CASE("Copies of copies of copies do not fill the memory", "[ifc]") {
  std::string item = "#46=IFCMAPPEDITEM(#1000,$);\n";
  for (int i = 1000; i < 1060; i += 2) {  // two to the power of 30
    item += fmt::format("#{}=IFCREPRESENTATIONMAP(#20,#{});\n", i, i + 1);
    item += fmt::format("#{}=IFCSHAPEREPRESENTATION($,'Body','',(#{},#{}));\n", i + 1, i + 3000,
                        i + 3000);
    item += fmt::format("#{}=IFCMAPPEDITEM(#{},$);\n", i + 3000, i + 2);
  }
  check_left_out(item, "too many parts or lies too far away: 1 IFCSPACE");
}

TEST_CASE("Things that go around in a circle are left out", "[ifc]") {
  for (const char* item :
       {"#46=IFCBOOLEANRESULT(.UNION.,#46,#46);\n", "#46=IFCCSGSOLID(#46);\n",
        "#46=IFCMAPPEDITEM(#60,$);\n#60=IFCREPRESENTATIONMAP(#20,#45);\n",
        "#46=IFCEXTRUDEDAREASOLID(#47,#20,#3,2.6);\n"
        "#47=IFCCOMPOSITEPROFILEDEF(.AREA.,$,(#47,#47),$);\n",
        "#46=IFCSWEPTDISKSOLID(#60,0.5,$,0.,1.);\n#60=IFCCOMPOSITECURVE((#61,#61),.F.);\n"
        "#61=IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.,#60);\n"}) {
    check_left_out(item, "IFCSPACE");
  }
  std::string around = model(extruded("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n"));
  const std::string part = "(#40,#50)";
  around.replace(around.find(part), part.size(), "(#40,#50,#10)");  // a storey in itself
  CHECK(plan_of(around));
}

TEST_CASE("Numbers that no building has leave the rest of the plan as it is", "[ifc]") {
  const auto rectangle = [](const char* x, const char* y) {
    return extruded(fmt::format("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,{},{});\n", x, y));
  };
  for (const char* odd : {"1.E308", "-1.E308", "1.E-320", "1.E999", "NAN", "INF", "0.", "1.E12"})
    check_left_out(rectangle(odd, "3."), "IFCSPACE");
  check_left_out(rectangle("4.4E5", "2.E5"), "too far away");
  check_left_out("#46=IFCEXTRUDEDAREASOLID(#57,#20,#3,1.E308);\n", "IFCSPACE");
  check_left_out(
      "#46=IFCEXTRUDEDAREASOLID(#57,#60,#3,2.6);\n#60=IFCAXIS2PLACEMENT3D(#61,$,$);\n"
      "#61=IFCCARTESIANPOINT((1.E9,0.,0.));\n",
      "too far away");
  check_left_out(extruded("IFCCIRCLEPROFILEDEF(.AREA.,$,#30,1.E300);\n"), "IFCSPACE");
  check_left_out(
      extruded("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#60);\n#60=IFCTRIMMEDCURVE(#61,"
               "(IFCPARAMETERVALUE(-1.E300)),(IFCPARAMETERVALUE(1.E308)),.T.,.PARAMETER.);\n"
               "#61=IFCCIRCLE(#30,1.E8);\n"),
      "IFCSPACE");
  check_left_out(
      "#46=IFCTRIANGULATEDFACESET(#60,$,$,((1.E300,-1,4294967297)),$);\n"
      "#60=IFCCARTESIANPOINTLIST3D(((0.,0.,0.)));\n",
      "IFCSPACE");
  // Negative sizes and axes without length still have a meaning.
  CHECK(shape_of(model(rectangle("-4.", "3."))).area == Approx(12));
  CHECK(shape_of(model("#46=IFCEXTRUDEDAREASOLID(#57,#60,#3,2.6);\n"
                       "#60=IFCAXIS2PLACEMENT3D(#2,#61,#61);\n#61=IFCDIRECTION((0.,0.,0.));\n"))
            .area == Approx(12));
}

TEST_CASE("An outline of twenty thousand corners is left out", "[ifc]") {
  std::string list;
  for (int i = 0; i < 20'000; ++i) {
    const double turn = 2 * std::numbers::pi * i / 20'000;
    list += fmt::format("{}({:.4f},{:.4f})", i > 0 ? "," : "", 500 * std::cos(turn),
                        500 * std::sin(turn));
  }
  check_left_out(
      extruded("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#60);\n#60=IFCINDEXEDPOLYCURVE(#61,"
               "$,.F.);\n#61=IFCCARTESIANPOINTLIST2D((" +
               list + "));\n"),
      "IFCINDEXEDPOLYCURVE");
}

TEST_CASE("A wall of fifteen by fifteen kilometres costs no more than another", "[ifc]") {
  const auto plan = plan_of(
      model(extruded("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n") +
            "#60=IFCWALL('w',$,'w',$,$,#11,#61,$,$);\n#61=IFCPRODUCTDEFINITIONSHAPE($,$,(#62));\n"
            "#62=IFCSHAPEREPRESENTATION($,'Body','',(#63));\n#63=IFCBLOCK(#20,15000.,15000.,3.);\n"
            "#64=IFCRELCONTAINEDINSPATIALSTRUCTURE('c',$,$,$,(#60),#10);\n"));
  REQUIRE(plan);
  CHECK(plan->storeys.at(0).storey.walls.size() == 1);
}

TEST_CASE("A STEP file that is no ASCII or UTF-8, or has odd numbers, is refused or read",
          "[ifc]") {
  const std::string whole = model(extruded("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n"));
  CHECK(plan_of("\xEF\xBB\xBF" + whole));
  std::string wide = "\xFF\xFE";
  for (const char c : whole) wide += std::string{c, '\0'};
  const auto utf16 = plan_of(wide);
  REQUIRE_FALSE(utf16);
  CHECK(utf16.error().sentence.en.find("UTF-16") != std::string::npos);
  CHECK(looks_like_ifc(wide));
  std::string latin = whole;
  latin.replace(latin.find("kamer"), 5,
                "k\xFC"
                "che");
  const auto read = plan_of(latin);
  REQUIRE(read);
  CHECK(read->storeys.at(0).storey.spaces.at(0).name == "küche");
  const auto large = plan_of(model("#4294967296=IFCWALL();\n"));
  REQUIRE_FALSE(large);
  CHECK(large.error().sentence.en.find("4294967295") != std::string::npos);
  CHECK(plan_of(model("#4294967295=IFCWALL();\n")));
  CHECK_FALSE(plan_of(model("#0=IFCWALL();\n")));
  const auto twice = plan_of(model("#40=IFCWALL();\n"));
  REQUIRE_FALSE(twice);
  CHECK(twice.error().where.find("line ") != std::string::npos);
}

TEST_CASE("A model cut off at any byte is refused with a sentence", "[ifc]") {
  const std::string whole = model(extruded("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n"));
  for (std::size_t size = 0; size + 18 < whole.size(); size += 7) {
    const auto plan = plan_of(whole.substr(0, size));
    REQUIRE_FALSE(plan);
    CHECK(plan.error().code == Code::BadInput);
    CHECK_FALSE(plan.error().sentence.nl.empty());
  }
}

TEST_CASE("ifcXML is refused with a sentence", "[ifc]") {
  const std::string xml = "<?xml version=\"1.0\"?>\n<ifcXML xmlns=\"x\"></ifcXML>\n";
  const ZipFile zip(Files{{"model.ifcxml", xml}});
  CHECK(zip.refused().code == Code::Unsupported);
  REQUIRE(write_file(zip.path, xml));
  CHECK(zip.refused().code == Code::Unsupported);
}

TEST_CASE("A zip with no model, with several or with something that is none is refused", "[ifc]") {
  const std::string whole = model(extruded("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n"));
  CHECK(ZipFile(Files{{"lees.txt", "x"}}).refused().sentence.en ==
        "This zip file holds no IFC file.");
  CHECK(ZipFile(Files{{"a.ifc", whole}, {"b.ifc", whole}}).refused().sentence.en ==
        "This zip file holds more than one IFC file.");
  CHECK(ZipFile(Files{{"a.ifc", "geen STEP"}}).refused().code == Code::BadInput);
  CHECK(ZipFile(Files{{"a.ifc", ""}}).refused().code == Code::BadInput);
  const ZipFile good(Files{{"map/a.IFC", whole}});
  Job job;
  CHECK(read_plan({{good.path, ""}}, {}, job));
  good.change([](std::string& bytes) { bytes.resize(bytes.size() - 30); });
  CHECK(good.refused().code == Code::BadInput);
}

TEST_CASE("A zip leads to no file outside it, and is not believed about sizes", "[ifc]") {
  const std::string whole = model(extruded("IFCRECTANGLEPROFILEDEF(.AREA.,$,#30,4.,3.);\n"));
  const ZipFile zip(Files{{"aaaaaaaaaa.ifc", whole}});
  REQUIRE(write_file((zip.folder / "x.ifc").string(), whole));
  zip.change([](std::string& bytes) {
    for (std::size_t at = bytes.find("aaaaaaaaaa"); at != std::string::npos;
         at = bytes.find("aaaaaaaaaa", at))
      bytes.replace(at, 10, "../../../x");
  });
  Job job;
  (void)read_plan({{zip.path, ""}}, {}, job);  // its own bytes or a sentence
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(zip.folder))
    files += entry.is_regular_file();
  CHECK(files == 2);
  CHECK_FALSE(std::filesystem::exists(zip.folder.parent_path() / "x.ifc"));

  const ZipFile locked(Files{{"a.ifc", whole}});
  locked.change([](std::string& bytes) {
    bytes[bytes.find("PK\x03\x04") + 6] |= 1;  // the flag of encryption
    bytes[bytes.find("PK\x01\x02") + 8] |= 1;
  });
  CHECK(locked.refused().sentence.en.find("password") != std::string::npos);

  const ZipFile small(Files{{"a.ifc", whole}});
  small.change([](std::string& bytes) {
    const std::size_t at = bytes.find("PK\x01\x02") + 24;  // its unpacked size: 4 GB
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = '\xF0';
  });
  CHECK_NOTHROW(small.path.size() && read_plan({{small.path, ""}}, {}, job));
}

TEST_CASE("A zip that unpacks to more than is allowed is refused", "[ifc]") {
  const ZipFile bomb(Files{{"a.ifc", std::string(5 << 20, ' ')}});
  CHECK(std::filesystem::file_size(bomb.path) < 10'000);
  Job job;
  const auto refused = unzip_ifc(bomb.path, job, 4 << 20);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::TooLarge);
  CHECK(unzip_ifc(bomb.path, job, 5 << 20));
}

TEST_CASE("Progress only goes forward, and reading stops soon after it is asked to", "[ifc]") {
  std::ostringstream out;
  write_ifc_building(out, 1'000'000);
  const auto bytes = bytes_of(out.str());
  for (const int limit : {1001, 20, 320, 500, 700, 880}) {
    std::stop_source source;
    Job job(source.get_token());
    std::atomic<bool> is_done = false;
    std::chrono::steady_clock::time_point asked;
    int last = 0;
    bool is_forward = true;
    std::thread watch([&] {
      while (!is_done && last < limit) {
        const int now = job.permille();
        is_forward &= now >= last;
        last = now;
        std::this_thread::yield();
      }
      asked = std::chrono::steady_clock::now();
      source.request_stop();
    });
    const auto plan = read_ifc(bytes, "x.ifc", {}, job);
    const auto ended = std::chrono::steady_clock::now();
    is_done = true;
    watch.join();
    CAPTURE(limit, last);
    CHECK(is_forward);
    if (limit > 1000) {
      REQUIRE(plan);
      CHECK(last >= 900);
      CHECK(plan->storeys.size() == 1);
      CHECK(plan->storeys[0].storey.doors.size() == plan->storeys[0].storey.spaces.size());
    } else {
      REQUIRE_FALSE(plan);
      CHECK(plan.error().code == Code::Cancelled);
      CHECK(std::chrono::duration<double>(ended - asked).count() < 1);
    }
  }
}

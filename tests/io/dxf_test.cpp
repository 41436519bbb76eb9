// SPDX-License-Identifier: GPL-3.0-or-later
// The drawings are made by tests/fixtures/dxf/draw.py; the values follow from its numbers.
#include "io/dxf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <tuple>

#include "geo_text.h"
#include "io/dxf_arcs.h"
#include "io/dxf_doors.h"
#include "io/dxf_stamps.h"
#include "io/implied_spaces.h"

using namespace trefpunt;

namespace {

Result<RawPlan> open(const std::string& path, const PlanOptions& options = {},
                     const LayerMap& layers = builtin_layer_map()) {
  Job job;
  return read_dxf(path, layers, options, job);
}

std::string fixture(const std::string& name) {
  return TREFPUNT_ROOT "/tests/fixtures/dxf/" + name;
}

RawPlan plan_of(const std::string& path) {
  Result<RawPlan> plan = open(path);
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  REQUIRE(plan->storeys.size() == 1);
  return *std::move(plan);
}
RawPlan drawing(const std::string& name) {
  return plan_of(fixture(name));
}

// Net areas in the order of the spaces.
std::vector<double> areas(const Storey& storey) {
  const Faces faces = find_faces(storey, 0.02);
  std::vector<double> list;
  for (const Space& space : storey.spaces) {
    const auto face = faces.at(space.anchor);
    list.push_back(face ? faces.area[static_cast<std::size_t>(*face)] : -1);
  }
  return list;
}

const Space& named(const Storey& storey, const std::string& name) {
  const auto at = std::find_if(storey.spaces.begin(), storey.spaces.end(),
                               [&](const Space& space) { return space.name == name; });
  if (at == storey.spaces.end()) FAIL("no space is called " << name);
  return *at;
}

void check_error(const std::string& name, Code code, const std::string& word,
                 const PlanOptions& options = {}) {
  CAPTURE(name);
  const Result<RawPlan> plan = open(fixture(name), options);
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == code);
  const std::string sentence = to_string(plan.error(), Lang::En);
  CAPTURE(sentence);
  CHECK(sentence.find(word) != std::string::npos);
  CHECK(sentence.find(name) != std::string::npos);
  CHECK_FALSE(plan.error().sentence.nl.empty());
}

void check_two_rooms(const std::string& name, double metres_per_unit) {
  CAPTURE(name);
  const RawPlan plan = drawing(name);
  CHECK(plan.placement.metres_per_unit == Approx(metres_per_unit));
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.spaces.size() == 2);
  CHECK(areas(storey)[0] == Approx(4.8 * 5.6).margin(1e-4));
  CHECK(areas(storey)[1] == Approx(4.7 * 5.6).margin(1e-4));
  CHECK(storey.doors.size() == 2);
}

}  // namespace

TEST_CASE("A house of outlined walls has its rooms, and doors that fill their openings", "[io]") {
  check_two_rooms("house.dxf", 1);
  const RawPlan plan = drawing("house.dxf");
  CHECK(plan.findings.empty());
  const Storey& storey = plan.storeys[0].storey;
  const auto entrance = std::find_if(storey.doors.begin(), storey.doors.end(),
                                     [](const Door& door) { return door.name == "D1"; });
  REQUIRE(entrance != storey.doors.end());
  CHECK(entrance->clear_width == 0.85);
  CHECK(entrance->opening_width() == Approx(0.9));
  REQUIRE(entrance->footprint.size() == 4);
  CHECK(entrance->footprint[0] == Point{7, 0});
  CHECK(entrance->footprint[1] == Point{7.9, 0});
  CHECK(entrance->footprint[2] == Point{7.9, 0.2});
  CHECK(entrance->footprint[3] == Point{7, 0.2});
  for (const Wall& wall : storey.walls) CHECK(wall.is_closed);
}

TEST_CASE("Walls of two lines are closed at their ends, and swings find their openings", "[io]") {
  check_two_rooms("double_lines.dxf", 1);
  const RawPlan plan = drawing("double_lines.dxf");
  CHECK(plan.findings.empty());
  const Storey& storey = plan.storeys[0].storey;
  for (const Door& door : storey.doors) {
    CHECK(door.footprint.size() == 4);
    CHECK(door.opening_width() == Approx(0.9));
    CHECK_FALSE(door.clear_width);  // nobody stated it
  }
  const Space& room = named(storey, "Spreekkamer");
  CHECK(room.number == "0.01");
  CHECK(room.stated_area_m2 == 26.9);
  const Space& hall = named(storey, "Hal");
  CHECK(hall.number == "0.02");
  CHECK(hall.stated_area_m2 == 26.3);
}

TEST_CASE("A missing unit is guessed from the width of the doors", "[io]") {
  for (const auto& [name, unit] : {std::pair{"unit_mm.dxf", 0.001},
                                   {"unit_cm.dxf", 0.01},
                                   {"unit_m.dxf", 1.0},
                                   {"unit_inch.dxf", 0.0254}}) {
    check_two_rooms(name, unit);
    CHECK(count(drawing(name).findings, finding::kUnitGuessed) == 1);
  }
}

TEST_CASE("A stated unit that makes a building of 20 mm is not believed", "[io]") {
  const RawPlan plan = drawing("unit_impossible.dxf");
  CHECK(plan.placement.metres_per_unit == 1);
  CHECK(count(plan.findings, finding::kUnitGuessed) == 1);
  CHECK(areas(plan.storeys[0].storey)[0] == Approx(200));
  // Nothing else fits either: it stays as stated.
  CHECK(drawing("third_of_a_millimetre.dxf").placement.metres_per_unit == 0.001);
}

TEST_CASE("A rectangle takes one storey off a sheet and lays it on the first", "[io]") {
  Job job;
  const auto part = [&](const Box& box) {
    Result<RawPlan> plan =
        read_dxf(fixture("sheet.dxf"), builtin_layer_map(), {}, job, SheetPart{box, {1, -1}});
    if (!plan) FAIL(to_string(plan.error(), Lang::En));
    return plan->storeys.at(0).storey;
  };
  const Storey low = part({{1, -1}, {13, 7}}), high = part({{19, -1}, {31, 7}});
  CHECK(low.spaces.size() == 4);
  CHECK(high.spaces.size() == 4);
  CHECK(named(low, "Hal").number == "0.02");
  CHECK(named(high, "Hal").number == "1.02");
  CHECK(low.doors.size() == 4);
  CHECK(high.doors.size() == 3);
  REQUIRE(low.links.size() == 1);
  REQUIRE(high.links.size() == 1);
  CHECK(high.links[0].footprint == low.links[0].footprint);
  CHECK(box_of(high).low == Point{2, 0});
}

TEST_CASE("What has its middle in the rectangle belongs to it, whatever sticks out", "[io]") {
  Job job;
  const auto plan = read_dxf(fixture("sheet.dxf"), builtin_layer_map(), {}, job,
                             SheetPart{{{1.5, -1}, {11.95, 7}}, {0, 0}});
  REQUIRE(plan);
  CHECK(box_of(plan->storeys[0].storey).width() == Approx(10));
  const auto less = read_dxf(fixture("sheet.dxf"), builtin_layer_map(), {}, job,
                             SheetPart{{{1.5, -1}, {11.85, 7}}, {0, 0}});
  REQUIRE(less);
  CHECK(less->storeys[0].storey.walls.size() + 1 == plan->storeys[0].storey.walls.size());
}

TEST_CASE("A rectangle without walls says where the walls are", "[io]") {
  Job job;
  const auto plan = read_dxf(fixture("sheet.dxf"), builtin_layer_map(), {}, job,
                             SheetPart{{{13, 0}, {19, 6}}, {13, 0}});
  REQUIRE_FALSE(plan);
  CHECK(to_string(plan.error(), Lang::En) ==
        "sheet.dxf@13,0,19,6: No walls are drawn in this rectangle; those of the drawing lie in "
        "2,0,30,6.");
}

TEST_CASE("Groups of walls far apart are storeys when they have rooms enough", "[io]") {
  const auto storey = [](double second, int rooms) {
    Storey made;
    for (const double x : {0.0, second}) {
      made.walls.push_back({{}, {{x, 0}, {x + 10, 0}, {x + 10, 6}, {x, 6}}, true, false, ""});
      for (int i = 0; i < rooms; ++i) {
        made.spaces.emplace_back();
        made.spaces.back().anchor = {x + 1 + i, 3};
      }
    }
    return made;
  };
  const auto parts = sheet_parts(storey(15.1, 4));
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].low == Point{-1, -1});
  CHECK(parts[0].high == Point{11, 7});
  CHECK(parts[1].low == Point{14.1, -1});
  CHECK(sheet_parts(storey(14.9, 4)).empty());
  CHECK(sheet_parts(storey(15.1, 3)).empty());
  CHECK(sheet_parts({}).empty());
  Storey stacked = storey(20, 4);  // the second above the first
  for (Point& p : stacked.walls[1].points) p = {p.x - 20, p.y + 12};
  for (std::size_t i = 4; i < 8; ++i) stacked.spaces[i].anchor = {1.0 + i, 15};
  CHECK(sheet_parts(stacked).size() == 2);
}

TEST_CASE("Single-line walls part rooms, with doors in gaps and on walls drawn through", "[io]") {
  const RawPlan plan = drawing("single_lines.dxf");
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.spaces.size() == 3);
  CHECK(areas(storey)[0] == Approx(30));
  CHECK(areas(storey)[1] == Approx(20));
  CHECK(areas(storey)[2] == Approx(10));
  CHECK(storey.spaces[1].number == "0.02");
  CHECK(storey.spaces[1].name == "Flur");
  REQUIRE(storey.doors.size() == 3);
  std::vector<std::pair<Point, Point>> ends;
  for (const Door& door : storey.doors) {
    CHECK(door.footprint.empty());
    ends.push_back(std::minmax(door.a, door.b));
  }
  const auto has = [&](Point a, Point b) {
    return std::any_of(ends.begin(), ends.end(), [&](const auto& end) {
      return distance(end.first, a) < 1e-6 && distance(end.second, b) < 1e-6;
    });
  };
  CHECK(has({5, 1}, {5, 1.9}));
  CHECK(has({7, 4}, {7.9, 4}));
  CHECK(has({1.1, 0}, {2, 0}));  // extrusion (0, 0, -1): x runs the other way
}

TEST_CASE("Outlines of rooms in an outline of the building leave walls between", "[io]") {
  const RawPlan plan = drawing("outlines.dxf");
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.spaces.size() == 2);
  CHECK(storey.spaces[0].number == "101");
  CHECK(storey.spaces[0].name == "OFFICE");
  CHECK(areas(storey)[0] == Approx(4.7 * 5.6));
  CHECK(areas(storey)[1] == Approx(4.8 * 5.6 - 0.16));  // without the column
  REQUIRE(storey.boundaries.size() == 1);
  CHECK(storey.boundaries[0].is_closed);
}

TEST_CASE("Blocks in blocks, turned, mirrored and scaled, lie where they should", "[io]") {
  check_two_rooms("nested.dxf", 0.001);
  const Storey storey = drawing("nested.dxf").storeys[0].storey;
  // The outer corner (0, 0) of the house: minus the base point, turned 30 degrees, moved by
  // (100, 100), mirrored, turned 45 degrees, moved.
  const double c = std::cos(std::acos(-1.0) / 6), s = 0.5, r = std::sqrt(0.5);
  const Point inner{100 - 1000 * c + 500 * s, 100 - 1000 * s - 500 * c};
  const Point corner{(50000 - r * inner.x - r * inner.y) / 1000,
                     (20000 - r * inner.x + r * inner.y) / 1000};
  const bool found = std::any_of(storey.walls.begin(), storey.walls.end(), [&](const Wall& wall) {
    return std::any_of(wall.points.begin(), wall.points.end(),
                       [&](Point p) { return distance(p, corner) < 2e-6; });
  });
  CHECK(found);
}

TEST_CASE("Two leaves are one door, a sliding door needs no swing, a frame is a window", "[io]") {
  const Storey storey = drawing("openings.dxf").storeys[0].storey;
  REQUIRE(storey.doors.size() == 2);
  CHECK(storey.doors[0].opening_width() == Approx(1.8));
  CHECK(storey.doors[1].opening_width() == Approx(2.0));
  for (const Door& door : storey.doors) CHECK(door.footprint.size() == 4);
  REQUIRE(storey.windows.size() == 1);
  CHECK(storey.windows[0].footprint.size() == 4);
  CHECK(distance(storey.windows[0].a, storey.windows[0].b) == Approx(1.0));
  CHECK(storey.spaces.size() == 1);
}

TEST_CASE("Stamps name rooms that only a line parts; things stand where they are drawn", "[io]") {
  const RawPlan plan = drawing("stamps.dxf");
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.spaces.size() == 2);
  CHECK(storey.spaces[0].number == "0.01");
  CHECK(storey.spaces[0].name == "Wachtruimte");
  CHECK(storey.spaces[0].stated_area_m2 == 26.88);
  CHECK(storey.spaces[1].stated_area_m2 == 26.9);
  CHECK(areas(storey)[0] == Approx(4.8 * 5.6));
  CHECK(storey.boundaries.size() == 1);
  // A chair, a bench for three, the chair of the table; a wheelchair symbol is no seat.
  REQUIRE(storey.seats.size() == 3);
  int places = 0;
  for (const Seat& seat : storey.seats) places += seat.places;
  CHECK(places == 5);
  REQUIRE(storey.furniture.size() == 1);
  CHECK(signed_area(storey.furniture[0].ring) == Approx(1.6 * 0.8));
  // The table stands turned by 90 degrees: its chair is to the left of it.
  CHECK(std::any_of(storey.seats.begin(), storey.seats.end(), [](const Seat& seat) {
    return distance(seat.at, Point{0.8, 2.0}) < 1e-6;
  }));
  REQUIRE(storey.links.size() == 2);
  CHECK(storey.links[0].kind == LinkKind::Stairs);
  CHECK(signed_area(storey.links[0].footprint) == Approx(1.2 * 8 * 0.28));
  CHECK(storey.links[1].kind == LinkKind::Lift);
  // A layer that is off says nothing.
  CHECK(std::none_of(storey.spaces.begin(), storey.spaces.end(),
                     [](const Space& space) { return space.number == "9.99"; }));
}

TEST_CASE("A hole in a floor's hatch that nobody stands in is a void", "[io]") {
  const Storey storey = drawing("well.dxf").storeys[0].storey;
  REQUIRE(storey.spaces.size() == 3);
  int voids = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (storey.spaces[i].use != Use::Void) continue;
    ++voids;
    CHECK(storey.spaces[i].use_is_suggested);
    CHECK(areas(storey)[i] == Approx(6.0));
  }
  CHECK(voids == 1);
}

TEST_CASE("Lines that lie like treads are stairs; tiles and shelves are none", "[io]") {
  const RawPlan plan = drawing("stairs_and_fills.dxf");
  CHECK(count(plan.findings, finding::kStairsFromTreads) == 1);
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.links.size() == 1);
  CHECK(storey.links[0].kind == LinkKind::Stairs);
  const Box box = box_of(storey.links[0].footprint);
  CHECK(box.low == Point{1, 3});
  CHECK(box.high == Point{2.2, 4.25});
}

TEST_CASE("A coloured desk is no wall; an outline that ends a hair from its start is one", "[io]") {
  const RawPlan plan = drawing("stairs_and_fills.dxf");
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.spaces.size() == 2);
  CHECK(areas(storey)[0] == Approx(4.7 * 5.6).margin(1e-4));
  CHECK(areas(storey)[1] == Approx(4.8 * 5.6 - 0.4 * 0.4).margin(1e-4));
}

TEST_CASE("A gap is closed where the outside would come in, or two names would share a floor",
          "[io]") {
  const RawPlan plan = drawing("gaps.dxf");
  CHECK(plan.storeys[0].storey.spaces.size() == 1);  // the inner gap stays open
  REQUIRE(plan.storeys[0].storey.doors.size() == 1);
  CHECK(plan.storeys[0].storey.doors[0].is_opening);
  CHECK(plan.storeys[0].storey.doors[0].footprint.size() == 4);
  CHECK(count(plan.findings, finding::kGapsClosed) == 1);

  const RawPlan named_plan = drawing("gaps_named.dxf");
  CHECK(named_plan.storeys[0].storey.doors.size() == 2);
  CHECK(areas(named_plan.storeys[0].storey)[0] == Approx(4.8 * 5.6));
  CHECK(named(named_plan.storeys[0].storey, "Hal").number.empty());

  PlanOptions narrow;
  narrow.max_door_gap = 0.5;
  const Result<RawPlan> open_house = open(fixture("gaps.dxf"), narrow);
  REQUIRE(open_house);
  CHECK(open_house->storeys[0].storey.spaces.empty());  // all of it is outside
}

TEST_CASE("A bulge is a bay, not a straight wall", "[io]") {
  const Storey storey = drawing("bay.dxf").storeys[0].storey;
  REQUIRE(storey.spaces.size() == 1);
  CHECK(areas(storey)[0] == Approx(60 + std::acos(-1.0) * 9 / 2).epsilon(0.001));
}

TEST_CASE("A walkable floor gives walls around it and its obstacles", "[io]") {
  const RawPlan plan = drawing("floor.dxf");
  CHECK(count(plan.findings, finding::kFloorInsteadOfWalls) == 1);
  const Storey& storey = plan.storeys[0].storey;
  REQUIRE(storey.spaces.size() == 1);
  CHECK(areas(storey)[0] == Approx(56));
  REQUIRE(storey.doors.size() == 1);
  CHECK(storey.doors[0].opening_width() == Approx(1.5).margin(0.02));
}

TEST_CASE("The layers of a drawing are listed with their count and meaning", "[io]") {
  const RawPlan plan = drawing("house.dxf");
  REQUIRE(plan.layers.size() == 2);
  CHECK(plan.layers[0].name == "DEUREN");
  CHECK(plan.layers[0].count == 2);
  CHECK(plan.layers[0].meaning == Meaning::Door);
  CHECK(plan.layers[1].count == 7);
  CHECK(plan.layers[1].meaning == Meaning::Wall);
}

TEST_CASE("Frozen and hidden layers are left out", "[io]") {
  const RawPlan plan = drawing("hidden.dxf");
  CHECK(plan.storeys[0].storey.walls.size() == 1);
}

TEST_CASE("Each kind of bad drawing is refused with a sentence", "[io]") {
  check_error("no_dxf.dxf", Code::BadInput, "not a DXF");
  check_error("binary.dxf", Code::Unsupported, "Save the drawing as DXF");
  check_error("drawing.dwg", Code::Unsupported, "Save the drawing as DXF");
  check_error("halfway.dxf", Code::BadInput, "halfway");
  check_error("empty.dxf", Code::BadInput, "empty");
  check_error("nan.dxf", Code::BadInput, "layer 'muur'");
  check_error("too_far.dxf", Code::BadInput, "too large to be true");
  check_error("degrees.dxf", Code::BadInput, "degrees");
  check_error("unknown_layers.dxf", Code::NotFound, "'a1', 'b1'");
  check_error("bomb.dxf", Code::TooLarge, "100,000,000,004");
  PlanOptions few;
  few.max_segments = 20;
  check_error("house.dxf", Code::TooLarge, "the limit is 20", few);
  check_error("none.dxf", Code::NotFound, "");
}

TEST_CASE("A layer map of one's own opens a drawing with unknown layers", "[io]") {
  const auto map =
      parse_layer_map(R"({"schema":1,"layers":{"a1":"wall"}})", "kaart.json", builtin_layer_map());
  REQUIRE(map);
  const Result<RawPlan> plan = open(fixture("unknown_layers.dxf"), {}, *map);
  REQUIRE(plan);
  CHECK(count(plan->findings, finding::kLayersUnused) == 1);
}

TEST_CASE("What is only odd becomes a finding", "[io]") {
  CHECK(count(drawing("circle.dxf").findings, finding::kBlockInsideItself) == 1);
  CHECK(count(drawing("crossing.dxf").findings, finding::kSelfCrossing) == 1);
}

TEST_CASE("A stopped job gives no half plan", "[io]") {
  std::stop_source source;
  source.request_stop();
  Job job(source.get_token());
  const Result<RawPlan> plan = read_dxf(fixture("house.dxf"), builtin_layer_map(), {}, job);
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == Code::Cancelled);
}

TEST_CASE("Two readings of one drawing are the same", "[io]") {
  const Storey first = drawing("stamps.dxf").storeys[0].storey;
  const Storey second = drawing("stamps.dxf").storeys[0].storey;
  Hasher a, b;
  hash_geometry(a, first);
  hash_geometry(b, second);
  CHECK(a.key() == b.key());
}

TEST_CASE("Room stamps are read as they are written", "[io]") {
  const Stamp full = stamp_from_text("0.12\nSpreekkamer 1\nopp. 14,8 m\xC2\xB2");
  CHECK(full.number == "0.12");
  CHECK(full.name == "Spreekkamer 1");
  CHECK(full.area_m2 == 14.8);
  CHECK(stamp_from_text("1.04a Kantoor").number == "1.04a");
  CHECK(stamp_from_text("1.04a Kantoor").name == "Kantoor");
  CHECK(stamp_from_text("A-101").number == "A-101");
  CHECK(stamp_from_text("B1.23").number == "B1.23");
  CHECK(stamp_from_text("Lounge 45.5 m2").area_m2 == 45.5);
  CHECK(stamp_from_text("Lounge 45.5 m2").name == "Lounge");
  CHECK(stamp_from_text("2 persoonskamer").name == "persoonskamer");
  for (const char* other : {"+2600", "P = 0", "h=2700", "1:100", ""}) {
    CAPTURE(other);
    CHECK(stamp_from_text(other).empty());
  }
}

TEST_CASE("Widths are read in the unit that they must have", "[io]") {
  CHECK(*width_from_text("850") == Approx(0.85));
  CHECK(*width_from_text("0,85 m") == Approx(0.85));
  CHECK(*width_from_text("85 cm") == Approx(0.85));
  CHECK(*width_from_text("930 mm") == Approx(0.93));
  CHECK(*width_from_text("1.2") == Approx(1.2));
  CHECK_FALSE(width_from_text("breed"));
  CHECK_FALSE(width_from_text("0"));
}

TEST_CASE("An arc is found back in the pieces it was read as", "[io]") {
  std::vector<Point> line = {{2, 0}, {1, 0}};  // a leaf, then its swing
  for (int i = 1; i <= 22; ++i) {
    const double angle = std::acos(-1.0) / 2 * i / 22;
    line.push_back({std::cos(angle), std::sin(angle)});
  }
  const auto arcs = arcs_in(line);
  REQUIRE(arcs.size() == 1);
  CHECK(arcs[0].radius == Approx(1));
  CHECK(length(arcs[0].centre) < 1e-9);
  CHECK(arcs[0].sweep == Approx(std::acos(-1.0) / 2).epsilon(0.1));
  CHECK(arcs_in({{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}).empty());
}

TEST_CASE("The sample's drawings give its rooms with the areas on their stamps", "[io]") {
  for (const auto& [file, rooms, doors] :
       {std::tuple{"bg.dxf", 35u, 34u}, std::tuple{"verdieping-1.dxf", 34u, 31u}}) {
    CAPTURE(file);
    const RawPlan plan = plan_of(std::string(TREFPUNT_ROOT "/samples/gezondheidscentrum/") + file);
    CHECK(plan.findings.empty());
    const Storey& storey = plan.storeys[0].storey;
    CHECK(storey.spaces.size() == rooms);
    CHECK(storey.doors.size() == doors);
    CHECK(storey.links.size() == 3);
    const std::vector<double> found = areas(storey);
    for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
      CAPTURE(storey.spaces[i].number);
      CHECK_FALSE(storey.spaces[i].name.empty());
      REQUIRE(storey.spaces[i].stated_area_m2);
      CHECK(found[i] == Approx(*storey.spaces[i].stated_area_m2).margin(0.06));
    }
    for (const Door& door : storey.doors) {
      CHECK(door.footprint.size() == 4);
      CHECK(door.clear_width);
    }
  }
}

TEST_CASE("The office has 25 to 45 spaces, and its courtyard is a void", "[io]") {
  const std::string folder = shared_data("dxf-wrld-office");
  if (folder.empty()) return;
  const RawPlan plan = plan_of(folder + "/cad.dxf");
  CHECK(plan.placement.metres_per_unit == 0.001);
  const Storey& storey = plan.storeys[0].storey;
  CHECK(storey.spaces.size() >= 25);
  CHECK(storey.spaces.size() <= 45);
  const std::vector<double> found = areas(storey);
  int voids = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i] > 1);
    if (storey.spaces[i].use != Use::Void) continue;
    ++voids;
    CHECK(found[i] == Approx(67.56).margin(0.1));  // 6.8 x 9.935 m in the drawing
  }
  CHECK(voids == 1);
  // The meeting room, the storage room and a toilet of the picture.
  for (const double area : {38.45, 8.92, 6.47}) {
    CAPTURE(area);
    CHECK(std::any_of(found.begin(), found.end(),
                      [&](double one) { return std::abs(one - area) < 0.05; }));
  }
  int swings = 0;
  for (const Door& door : storey.doors) swings += door.is_opening ? 0 : 1;
  CHECK(swings >= 28);
  CHECK(storey.links.size() == 2);  // the stairs in the north and in the south-east
  CHECK(std::count_if(storey.spaces.begin(), storey.spaces.end(),
                      [](const Space& space) { return space.use == Use::Stairs; }) == 2);
}

TEST_CASE("The bare lines of the gallery are one floor around closed blocks", "[io]") {
  const std::string folder = shared_data("depthmapx-gallery");
  if (folder.empty()) return;
  const RawPlan plan = plan_of(folder + "/gallery.dxf");
  CHECK(count(plan.findings, finding::kSingleLayerIsWalls) == 1);
  const Storey& storey = plan.storeys[0].storey;
  int floors = 0;
  for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
    if (storey.spaces[i].use == Use::Void) continue;
    ++floors;
    // depthmapX fills 1,037 cells of 0.08 from (3, 5); cells along a wall are only partly floor.
    CHECK(areas(storey)[i] == Approx(1037 * 0.08 * 0.08).epsilon(0.06));
  }
  CHECK(floors == 1);
}

TEST_CASE("JuPedSim's floors are single spaces with their exits", "[io]") {
  const std::string folder = shared_data("jupedsim-geometry/dxf");
  if (folder.empty()) return;
  for (const auto& [file, area, exits] : {std::tuple{"Gallery.dxf", 685.5, 2u},
                                          {"ISO-Office.dxf", 204.9, 1u},
                                          {"turns.dxf", 120.0, 1u}}) {
    CAPTURE(file);
    const RawPlan plan = plan_of(folder + "/" + file);
    const Storey& storey = plan.storeys[0].storey;
    REQUIRE(storey.spaces.size() == 1);
    CHECK(areas(storey)[0] == Approx(area).margin(0.1));
    CHECK(storey.doors.size() == exits);
  }
}

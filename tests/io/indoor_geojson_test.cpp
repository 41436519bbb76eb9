// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/indoor_geojson.h"

#include <catch2/catch.hpp>

#include "geo_text.h"
#include "io/geojson.h"

using namespace trefpunt;

namespace {

const Space& space_called(const Storey& storey, const std::string& number) {
  for (const Space& space : storey.spaces) {
    if (space.number == number) return space;
  }
  FAIL("no space " << number);
  return storey.spaces[0];
}

Error refused(const std::string& text) {
  const TestFolder folder;
  const auto plan = read({{folder.file("plan.geojson", text), ""}});
  REQUIRE(!plan);
  CHECK(!plan.error().sentence.nl.empty());
  CHECK(plan.error().sentence.nl != plan.error().sentence.en);
  return plan.error();
}

std::vector<Finding> findings_of(const std::vector<std::string>& features) {
  const TestFolder folder;
  const auto plan = read({{folder.file("bg.geojson", collection(features)), ""}});
  REQUIRE(plan);
  return plan->findings;
}

}  // namespace

TEST_CASE("Polygons of rooms, walls and doors become a storey") {
  const Storey storey = storey_of(small_plan());
  CHECK(storey.level == 0);
  CHECK(storey.name == "begane grond");
  CHECK(storey.walls.size() == 7);
  REQUIRE(storey.doors.size() == 2);
  CHECK(storey.doors[0].a != storey.doors[0].b);
  CHECK(storey.doors[0].opening_width() == Approx(1));
  CHECK(storey.doors[1].entrance == Entrance::Public);
  CHECK(!storey.doors[1].clear_width);
  REQUIRE(storey.spaces.size() == 2);
  CHECK(contains(box(0, 0, 4.9, 6), storey.spaces[0].anchor));
  CHECK(storey.spaces[0].use == Use::Waiting);
  CHECK(storey.spaces[0].use_is_suggested);
  CHECK(storey.boundaries.size() == 2);
}

TEST_CASE("The attributes of the format arrive") {
  std::vector<std::string> features = small_plan();
  features.push_back(polygon(
      R"("type":"space","level":0,"number":"3","use":"bedroom","unit":"Afdeling A","beds":2,"access":"staff")",
      box(20, 0, 24, 4)));
  features.push_back(line(
      R"("type":"door","level":0,"number":"D1","width":"0,85","threshold":0.02,"lock":"controlled","material":"glass")",
      {{21, 0}, {22, 0}}));
  features.push_back(line(R"("type":"wall","level":0,"material":"glass")", {{20, 0}, {21, 0}}));
  features.push_back(point(R"("type":"seat","level":0,"count":3)", {21, 2}));
  features.push_back(
      polygon(R"("type":"furniture","level":0,"name":"kast","height":2)", box(22, 2, 23, 3)));
  features.push_back(polygon(R"("type":"furniture","level":0,"blocks":false)", box(1, 1, 2, 2)));
  features.push_back(polygon(R"("type":"stairs","level":0,"length":6.5)", box(20.5, 2, 21, 4)));
  features.push_back(polygon(R"("type":"ramp","level":0,"slope":0.05)", box(23, 0, 24, 2)));
  const Storey storey = storey_of(features);
  const Space& room = space_called(storey, "3");
  CHECK(room.use == Use::Bedroom);
  CHECK(!room.use_is_suggested);
  CHECK(room.beds == 2);
  CHECK(room.access == Access::Staff);
  CHECK(room.unit);
  const Door& door = storey.doors.back();
  CHECK(door.name == "D1");
  CHECK(door.clear_width == 0.85);
  CHECK(door.threshold_height == 0.02);
  CHECK(door.lock == Lock::Controlled);
  CHECK(door.is_glass);
  CHECK(door.footprint.empty());
  CHECK(storey.walls.back().is_glass);
  CHECK(!storey.walls.back().is_closed);
  REQUIRE(storey.seats.size() == 1);
  CHECK(storey.seats[0].places == 3);
  REQUIRE(storey.furniture.size() == 1);
  CHECK(storey.furniture[0].blocks_sight);
  REQUIRE(storey.links.size() == 2);
  CHECK(storey.links[0].walking_length == 6.5);
  CHECK(storey.links[1].slope == 0.05);
}

TEST_CASE("A room that only walls imply gets a space without a name") {
  std::vector<std::string> features = small_plan();
  features.pop_back();  // room 2 has walls but no polygon
  const Storey storey = storey_of(features);
  REQUIRE(storey.spaces.size() == 2);
  CHECK(contains(box(5.1, 0, 10, 6), storey.spaces[1].anchor));
  CHECK(storey.spaces[1].name.empty());
  CHECK(storey.spaces[1].use == Use::Unknown);
}

TEST_CASE(
    "A plan of rooms without walls gets walls where rooms end, with doors and boundaries open") {
  const std::vector<std::string> features = {
      polygon(R"("type":"space","level":0,"number":"1")", box(0, 0, 4, 4)),
      polygon(R"("type":"space","level":0,"number":"2")", box(4, 0, 8, 4)),
      polygon(R"("type":"space","level":0,"number":"3")", box(0, 4, 4, 8)),
      line(R"("type":"door","level":0)", {{4, 1}, {4, 2}}),
      line(R"("type":"boundary","level":0)", {{0, 4}, {4, 4}}),
  };
  const Storey storey = storey_of(features);
  CHECK(count(findings_of(features), finding::kFloorInsteadOfWalls) == 1);
  double length_of_walls = 0;
  for (const Wall& wall : storey.walls) length_of_walls += distance(wall.points[0], wall.points[1]);
  // Around the three 4 x 4 rooms 32 m, and the 4 m between 1 and 2 less the door.
  CHECK(length_of_walls == Approx(32 + 3));
  CHECK(count(findings_of(small_plan()), finding::kFloorInsteadOfWalls) == 0);
}

TEST_CASE("A courtyard in the outline and a void are told apart from rooms") {
  std::vector<std::string> features = small_plan();
  features.pop_back();
  features.push_back(polygon(R"("type":"inaccessible_space","level":0)", box(6, 1, 7, 2)));
  features.push_back(
      R"({"type":"Feature","properties":{"type":"outline","level":0,"name":"Huis"},"geometry":{"type":"Polygon","coordinates":[[[-1,-1],[11,-1],[11,7],[-1,7],[-1,-1]],[[5.1,0],[5.1,6],[10,6],[10,0],[5.1,0]]]}})");
  const Storey storey = storey_of(features);
  REQUIRE(storey.spaces.size() == 3);
  CHECK(storey.spaces[1].use == Use::Void);
  CHECK(storey.spaces[2].use == Use::Outdoor);
  CHECK(storey.outline.size() == 4);
}

TEST_CASE("A stair that no room covers is a room, one inside a room is not") {
  std::vector<std::string> features = small_plan();
  features.push_back(polygon(R"("type":"stairs","level":0)", box(1, 1, 2, 4)));
  features.push_back(polygon(R"("type":"lift","level":0)", box(20, 0, 22, 2)));
  const Storey storey = storey_of(features);
  CHECK(storey.links.size() == 2);
  REQUIRE(storey.spaces.size() == 3);
  CHECK(storey.spaces[2].use == Use::Lift);
  CHECK(!storey.spaces[2].use_is_suggested);
}

TEST_CASE("Anchors stay out of walls and out of smaller rooms inside") {
  std::vector<std::string> features = small_plan();
  features.push_back(polygon(R"("type":"wall","level":0)", box(2, 2.5, 3, 3.5)));  // on the middle
  features.push_back(polygon(R"("type":"room","level":0,"number":"2a")", box(6.5, 2, 8.5, 4)));
  const Storey storey = storey_of(features);
  const Point one = space_called(storey, "1").anchor;
  CHECK(contains(box(0, 0, 4.9, 6), one));
  CHECK(!contains(box(2, 2.5, 3, 3.5), one));
  CHECK(!contains(box(6.5, 2, 8.5, 4), space_called(storey, "2").anchor));
  CHECK(contains(box(6.5, 2, 8.5, 4), space_called(storey, "2a").anchor));
}

TEST_CASE("A wall with a hole leaves the floor inside it free") {
  const Storey storey = storey_of(
      {R"({"type":"Feature","properties":{"type":"wall"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[5,0],[5,5],[0,5],[0,0]],[[0.2,0.2],[0.2,4.8],[4.8,4.8],[4.8,0.2],[0.2,0.2]]]}})"});
  REQUIRE(storey.walls.size() == 1);
  CHECK(std::abs(signed_area(storey.walls[0].points)) == Approx(25 - 4.6 * 4.6));
  REQUIRE(storey.spaces.size() == 1);
  CHECK(contains(box(0.2, 0.2, 4.8, 4.8), storey.spaces[0].anchor));
}

TEST_CASE("A narrow gap in the outer wall is closed and told, a doorway is not") {
  const auto walls = [](double gap) {
    return std::vector<std::string>{polygon(R"("type":"outline")", box(-0.2, -0.2, 6.2, 4.2)),
                                    polygon(R"("type":"wall")", box(-0.2, -0.2, 6.2, 0)),
                                    polygon(R"("type":"wall")", box(-0.2, 4, 6.2, 4.2)),
                                    polygon(R"("type":"wall")", box(-0.2, 0, 0, 4)),
                                    polygon(R"("type":"wall")", box(6, gap, 6.2, 4))};
  };
  const Storey closed = storey_of(walls(0.12));
  REQUIRE(closed.spaces.size() == 1);
  CHECK(closed.walls.size() == 5);
  CHECK(count(findings_of(walls(0.12)), finding::kGapsClosed) == 1);
  CHECK(count(findings_of(walls(0)), finding::kGapsClosed) == 0);
  CHECK(storey_of(walls(0.9)).spaces.empty());
}

TEST_CASE("Overlapping rooms are a warning, a room within a room a note") {
  std::vector<std::string> features = small_plan();
  features.push_back(polygon(R"("type":"space","level":0,"number":"2b")", box(8, 1, 12, 5)));
  const std::vector<Finding> overlapping = findings_of(features);
  CHECK(count(overlapping, finding::kOverlappingSpaces) == 1);
  features.back() = polygon(R"("type":"space","level":0,"number":"2b")", box(7, 1, 9, 5));
  const std::vector<Finding> within = findings_of(features);
  REQUIRE(count(within, finding::kOverlappingSpaces) == 1);
  for (const Finding& finding : within) {
    if (finding.code == finding::kOverlappingSpaces) CHECK(finding.severity == Severity::Note);
  }
  CHECK(count(findings_of(small_plan()), finding::kOverlappingSpaces) == 0);
}

TEST_CASE("A room of which another covers the most stands in what is left of it") {
  const Storey storey = storey_of({polygon(R"("type":"wall")", box(-0.2, -0.2, 10.2, 0)),
                                   polygon(R"("type":"space","number":"1")", box(0, 0, 10, 4)),
                                   polygon(R"("type":"space","number":"1a")", box(0.5, 0, 9, 4))});
  CHECK(contains(box(9, 0, 10, 4), space_called(storey, "1").anchor));
  CHECK(contains(box(0.5, 0, 9, 4), space_called(storey, "1a").anchor));
}

TEST_CASE("A room that crosses itself is mended when one room is left, else left out") {
  std::vector<std::string> features = small_plan();
  features.back() =
      polygon(R"("type":"space","level":0,"number":"2")",
              {{5.1, 0}, {10, 0}, {10, 6}, {5.1, 6}, {5.1, 5.9}, {5.15, 5.95}, {5.05, 5.97}});
  const Storey mended = storey_of(features);
  CHECK(count(findings_of(features), finding::kSelfCrossing) == 1);
  CHECK(space_called(mended, "2").number == "2");
  features.back() =
      polygon(R"("type":"space","level":0,"number":"2")", {{5.1, 0}, {10, 6}, {10, 0}, {5.1, 6}});
  CHECK(count(findings_of(features), finding::kSelfCrossing) == 1);
  for (const Space& space : storey_of(features).spaces) CHECK(space.number != "2");
}

TEST_CASE("What cannot be used is counted once per reason") {
  std::vector<std::string> features = small_plan();
  features.push_back(
      R"({"type":"Feature","id":"x1","properties":{"type":"wall"},"geometry":null})");
  features.push_back(R"({"type":"Feature","id":"x2","properties":{"type":"wall"}})");
  features.push_back(polygon(R"("type":"vliegveld")", box(20, 0, 21, 1)));
  features.push_back(polygon(R"("id":7)", box(20, 0, 21, 1)));
  features.push_back(point(R"("type":"door")", {20, 0}));
  features.push_back(line(R"("type":"pathway")", {{0, 0}, {1, 1}}));
  const std::vector<Finding> findings = findings_of(features);
  CHECK(count(findings, finding::kWithoutGeometry) == 1);
  CHECK(count(findings, finding::kUnknownKind) == 3);
  for (const Finding& finding : findings) {
    if (finding.code != finding::kWithoutGeometry) continue;
    CHECK(finding.sentence.nl == "2 elementen hebben geen vorm en zijn weggelaten (x1, x2).");
  }
}

TEST_CASE("One file holds several storeys by level") {
  const TestFolder folder;
  std::vector<std::string> features = small_plan("1");
  features.push_back(polygon(R"("type":"wall","level":1.0)", box(1, 1, 1.2, 2)));
  features.push_back(polygon(R"("type":"wall","storey":"verdieping 1")", box(2, 1, 2.2, 2)));
  for (const std::string& feature : small_plan("0")) features.push_back(feature);
  for (const std::string& feature : small_plan("\"kelder\"")) features.push_back(feature);
  const auto plan = read({{folder.file("huis.geojson", collection(features)), ""}});
  REQUIRE(plan);
  REQUIRE(plan->building.storeys.size() == 3);
  CHECK(plan->building.storeys[0]->level == -1);
  CHECK(plan->building.storeys[0]->name == "kelder");
  CHECK(plan->building.storeys[2]->level == 1);
  CHECK(count(plan->findings, finding::kLevelGuessed) == 0);
  CHECK(count(plan->findings, finding::kDuplicateNumber) == 2);
}

TEST_CASE("A file that is no plan gets one clear sentence") {
  CHECK(refused("dit is geen plattegrond").sentence.nl.find("geen DXF, IFC, PDF of GeoJSON") !=
        std::string::npos);
  CHECK(refused("").code == Code::BadInput);
  CHECK(refused("{\"type\":\"Topology\"}").sentence.nl.find("geen GeoJSON") != std::string::npos);
  CHECK(refused("[1,2,3]").sentence.nl.find("geen GeoJSON") != std::string::npos);
  CHECK(refused(collection({})).sentence.nl.find("geen plattegrond") != std::string::npos);
  CHECK(refused(collection({line(R"("type":"pathway")", {{0, 0}, {1, 1}})}))
            .sentence.nl.find("geen plattegrond") != std::string::npos);
}

TEST_CASE("Malformed JSON is told with line and column, a truncated file as such") {
  const std::string good = collection(small_plan());
  const Error truncated = refused(good.substr(0, good.size() / 2));
  CHECK(truncated.sentence.nl.find("houdt te vroeg op") != std::string::npos);
  CHECK(truncated.where == "plan.geojson");
  CHECK(refused("{\n \"type\": FeatureCollection}").sentence.nl.find("regel 2, kolom") !=
        std::string::npos);
}

TEST_CASE("A coordinate that is no number names the feature") {
  const auto with = [](const std::string& coordinates) {
    return refused(
        R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"w9",)"
        R"("properties":{"type":"wall"},"geometry":{"type":"LineString","coordinates":)" +
        coordinates + "}}]}");
  };
  CHECK(with(R"([[5.1,52.1],["oost",52.1]])").where == "plan.geojson: feature w9");
  CHECK(with("[[5.1,52.1],[null,52.1]]").where == "plan.geojson: feature w9");
  CHECK(with("[[5.1,52.1],[5.1]]").where == "plan.geojson: feature w9");
  CHECK(with("[[5.1,52.1],7]").where == "plan.geojson: feature w9");
  CHECK(with("[[5.1,52.1],[NaN,52.1]]").where == "plan.geojson");
  CHECK(with("[[5.1,52.1],[1e999,52.1]]").code == Code::BadInput);
}

TEST_CASE("A file with too many points is refused") {
  const auto file = parse_geojson(collection({line("", {{0, 0}, {1, 1}, {2, 2}})}), "a.geojson", 2);
  REQUIRE(!file);
  CHECK(file.error().code == Code::TooLarge);
}

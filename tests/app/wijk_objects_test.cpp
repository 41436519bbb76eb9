// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wijk_objects.h"

#include <catch2/catch.hpp>

#include "app/small_wijk.h"
#include "street/network.h"

using namespace trefpunt;

namespace {

Point at(int column, int row) {
  return kWijkOrigin + Point{column * kBlock, row * kBlock};
}

Project after(Project project, const std::vector<Edit>& edits) {
  for (const Edit& one : edits) {
    Result<Project> next = trefpunt::apply(project, one);
    REQUIRE(next);
    project = std::move(*next);
  }
  return project;
}

StreetNetwork network_of(const Project& project) {
  Job job;
  Result<StreetNetwork> made = make_street_network(*project.wijk->streets, {}, job);
  REQUIRE(made);
  return std::move(*made);
}

Street path(Line line) {
  Street street;
  street.line = std::move(line);
  street.kind = StreetKind::Footway;
  return street;
}

}  // namespace

TEST_CASE("a place is picked before the street and the square it lies on") {
  const Project project = small_wijk();
  const Wijk& wijk = *project.wijk;
  const Point heart = at(3, 2);
  CHECK(wijk_object_at(wijk, heart + Point{8, -8}, 6, {}) == "P1");
  CHECK(wijk_object_at(wijk, heart + Point{40, 0}, 6, {}) == "E3");
  CHECK(wijk_object_at(wijk, heart + Point{15, -18}, 3, {}) == "O2");
  CHECK(wijk_object_at(wijk, at(0, 0) + Point{12, 14}, 1, {}) == "G1");
  CHECK(wijk_object_at(wijk, at(1, 1) + Point{40, 40}, 3, {}) == "BU00000001");
  CHECK(wijk_object_at(wijk, {0, 0}, 3, {}).empty());
}

TEST_CASE("what is hidden is not picked") {
  const Project project = small_wijk();
  const Point place = at(3, 2) + Point{8, -8};
  CHECK(wijk_object_at(*project.wijk, place, 3, {MapLayer::Places}) == "O2");
  CHECK(wijk_object_at(*project.wijk, place, 3, {MapLayer::Places, MapLayer::Ground}) ==
        "BU00000002");
}

TEST_CASE("things are found by the id that people see") {
  const Project project = small_wijk();
  const Wijk& wijk = *project.wijk;
  CHECK(find_place(wijk, "P1")->name == "Buurthuis De Brink");
  CHECK(find_place(wijk, "P99") == nullptr);
  CHECK(find_place(wijk, "E1") == nullptr);
  CHECK(find_place(wijk, "P1x") == nullptr);
  CHECK(find_place(wijk, "") == nullptr);
  CHECK(name_of_object(wijk, "P1", Lang::Nl) == "Buurthuis De Brink, buurthuis of wijkcentrum");
  CHECK(name_of_object(wijk, "M1", Lang::Nl) == "bank M1");
  CHECK(name_of_object(wijk, "H2", Lang::En) == "home H2");
  CHECK(name_of_object(wijk, "BU00000001", Lang::Nl) == "Westbuurt, buurt");
  CHECK(points_of_object(wijk, "M1").size() == 1);
  CHECK(points_of_object(wijk, "O1").size() == 4);
  CHECK(points_of_object(wijk, "O77").empty());
}

TEST_CASE("a wijk without layers has nothing to pick or snap to") {
  const Wijk wijk;
  CHECK(wijk_object_at(wijk, {0, 0}, 100, {}).empty());
  const StreetSnap snapped = snap_to_streets(wijk, {1, 2}, 100);
  CHECK(snapped.at == Point{1, 2});
  CHECK_FALSE(snapped.is_vertex);
}

TEST_CASE("a new vertex prefers vertices to streets and streets to nothing") {
  const Project project = small_wijk();
  const Wijk& wijk = *project.wijk;
  const StreetSnap vertex = snap_to_streets(wijk, at(2, 2) + Point{2, 1}, 6);
  CHECK(vertex.is_vertex);
  CHECK(vertex.at == at(2, 2));
  const StreetSnap street = snap_to_streets(wijk, at(2, 2) + Point{40, 2}, 6);
  CHECK(street.street == StreetId{3});
  CHECK(street.at == at(2, 2) + Point{40, 0});
  const StreetSnap ignored = snap_to_streets(wijk, at(2, 2) + Point{2, 1}, 6, {at(2, 2)});
  CHECK_FALSE(ignored.is_vertex);
  CHECK_FALSE(snap_to_streets(wijk, at(2, 2) + Point{40, 40}, 6).street);
}

TEST_CASE("a path that ends on two streets joins both") {
  const Project before = small_wijk();
  const StreetNetwork was = network_of(before);
  const std::vector<Edit> edits =
      add_path(before, path({at(1, 1) + Point{40, 0}, at(1, 2) + Point{40, 0}}));
  CHECK(edits.size() == 3);
  const Project now = after(before, edits);
  const StreetNetwork network = network_of(now);
  CHECK(network.junctions.size() == was.junctions.size() + 2);
  CHECK(network.links.size() == was.links.size() + 3);  // both are cut in two, and the path
  CHECK(network.islands == 1);
}

TEST_CASE("a path may join one street twice") {
  const Project before = small_wijk();
  const StreetNetwork was = network_of(before);
  const std::vector<Edit> edits = add_path(
      before, path({at(1, 1) + Point{20, 0}, at(1, 1) + Point{40, 20}, at(1, 1) + Point{60, 0}}));
  CHECK(edits.size() == 3);
  const StreetNetwork network = network_of(after(before, edits));
  CHECK(network.junctions.size() == was.junctions.size() + 2);
  CHECK(network.islands == 1);
}

TEST_CASE("a path that ends at a junction splits nothing") {
  const Project before = small_wijk();
  CHECK(add_path(before, path({at(1, 1), at(2, 2)})).size() == 1);
  CHECK(add_path(before, path({at(1, 1) + Point{30, 30}, at(1, 1) + Point{50, 50}})).size() == 1);
}

TEST_CASE("a path joins a slanting street exactly") {
  Project project = small_wijk();
  project = after(project, {edit::AddStreet{path({at(1, 1), at(2, 2)})}});
  // A third along the slant no coordinate is a round number.
  const StreetSnap snapped =
      snap_to_streets(*project.wijk, at(1, 1) + Point{kBlock / 3, kBlock / 3 + 1}, 6);
  REQUIRE(snapped.street);
  project = after(project, add_path(project, path({snapped.at, at(1, 1) + Point{40, 70}})));
  CHECK(network_of(project).islands == 1);
}

TEST_CASE("a vertex that is let go on a street joins it") {
  Project project = small_wijk();
  const Point end = at(1, 1) + Point{30, 30};
  project = after(project, {edit::AddStreet{path({at(1, 1), end})}});
  const StreetNetwork was = network_of(project);
  project = after(project, move_and_join(project, end, at(1, 2) + Point{30, 0}));
  const StreetNetwork network = network_of(project);
  CHECK(network.links.size() == was.links.size() + 1);
  CHECK(network.junctions.size() == was.junctions.size());
}

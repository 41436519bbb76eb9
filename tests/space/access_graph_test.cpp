// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/access_graph.h"

#include <catch2/catch.hpp>

#include "space/plans.h"

using namespace trefpunt;

namespace {

std::vector<int> codes(const AccessGraph& graph) {
  std::vector<int> found;
  for (const Finding& finding : graph.findings) found.push_back(finding.code);
  return found;
}

Link stairs(int id, double x0, double y0, double x1, double y1) {
  Link link;
  link.id = LinkId{id};
  link.footprint = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
  return link;
}

}  // namespace

TEST_CASE("Two rooms with a way out make three nodes and two edges", "[access]") {
  const Building building = building_of({two_rooms()});
  const AccessGraph graph = make_access_graph(building, layouts_of(building));
  CHECK(graph.nodes.size() == 3);
  CHECK(graph.edges.size() == 2);
  CHECK(codes(graph).empty());
}

TEST_CASE("Stairs join storeys where footprints overlap by half", "[access]") {
  Storey low = two_rooms(), high = two_rooms();
  high.id = StoreyId{2};
  high.name = "verdieping";
  high.level = 1;
  high.doors.pop_back();
  high.walls.push_back(solid(9, -0.2, 1, 0, 1.9));
  low.links = {stairs(1, 5, 1, 7, 2)};
  high.links = {stairs(2, 5.9, 1, 7.9, 2)};
  const Building building = building_of({low, high});
  const AccessGraph graph = make_access_graph(building, layouts_of(building));
  CHECK(codes(graph).empty());
  int vertical = 0;
  for (const auto& edge : graph.edges) vertical += edge.via == AccessGraph::Via::Stairs ? 1 : 0;
  CHECK(vertical == 1);

  Storey apart = high;
  apart.links = {stairs(2, 6.1, 1, 8.1, 2)};
  const Building other = building_of({low, apart});
  CHECK(codes(make_access_graph(other, layouts_of(other))) ==
        std::vector<int>{finding::kStoreyWithoutLink, finding::kStoreyWithoutLink});
}

TEST_CASE("A room behind no door to the rest cannot be reached", "[access]") {
  Storey storey = two_rooms();
  storey.doors[0].footprint.clear();
  storey.walls.push_back(solid(8, 4, 1, 4.2, 1.9));
  storey.doors[0] = door_line(1, {6, -0.2}, {6.9, -0.2});
  storey.doors[0].footprint = {{6, -0.2}, {6.9, -0.2}, {6.9, 0}, {6, 0}};
  storey.walls.push_back(solid(10, 4.2, -3, 8.4, -2.8));
  storey.walls.push_back(solid(11, 4.0, -3, 4.2, -0.2));
  storey.walls.push_back(solid(12, 8.4, -3, 8.6, -0.2));
  storey.spaces.push_back(space_at_point(3, {6, -1.5}, "kluis", Use::Storage));
  const Building building = building_of({storey});
  const AccessGraph graph = make_access_graph(building, layouts_of(building));
  CHECK(codes(graph) == std::vector<int>{finding::kUnreachableSpace, finding::kUnreachableSpace});
}

TEST_CASE("An entrance is public when stated, assumed for an unlocked hall, else not known",
          "[access]") {
  Storey storey = two_rooms();
  const auto ask = [&] {
    const Building building = building_of({storey});
    return is_public_entrance(building, layouts_of(building), 0, 1);
  };
  CHECK(ask() == true);
  storey.doors[1].entrance = Entrance::Unknown;
  CHECK(ask() == std::nullopt);
  storey.spaces[0].use = Use::Entrance;
  CHECK(ask() == true);
  storey.doors[1].lock = Lock::Controlled;
  CHECK(ask() == false);
  storey.doors[1].entrance = Entrance::Staff;
  CHECK(ask() == false);
}

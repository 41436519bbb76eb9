// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wijk_mesh.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "app/map_paint.h"
#include "app/mesh_builder.h"
#include "app/small_wijk.h"
#include "app/street_heat.h"
#include "report/heat_scale.h"

using namespace trefpunt;

namespace {

double covered(const PlanMesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < mesh.vertices.size(); i += 3) {
    const PlanVertex &a = mesh.vertices[i], &b = mesh.vertices[i + 1], &c = mesh.vertices[i + 2];
    sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
  }
  return sum;
}

StreetNetwork network_of(const Project& project) {
  Job job;
  Result<StreetNetwork> made = make_street_network(*project.wijk->streets, {}, job);
  REQUIRE(made);
  return std::move(*made);
}

}  // namespace

TEST_CASE("the triangles of a polygon cover it and leave its holes open") {
  const Polygon square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}};
  Polygon holed = square;
  holed.holes.push_back({{2, 2}, {2, 4}, {4, 4}, {4, 2}});
  const Polygon bent{{{0, 0}, {10, 0}, {10, 10}, {5, 2}, {0, 10}}, {}};
  for (const Polygon& polygon : {square, holed, bent}) {
    MeshBuilder builder({5, 5});
    builder.polygon(polygon, {});
    CHECK(covered(builder.take()) == Approx(area(polygon)));
  }
  MeshBuilder builder({0, 0});
  builder.polygon({{{0, 0}, {1, 1}}, {}}, {});
  CHECK(builder.take().vertices.empty());
}

TEST_CASE("dashes leave as much open as they draw") {
  MeshBuilder builder({0, 0});
  builder.dashes({{0, 0}, {30, 0}, {30, 30}}, 5, 2, 0);
  const PlanMesh mesh = builder.take();
  double drawn = 0;
  for (std::size_t i = 0; i < mesh.vertices.size(); i += 6) {
    drawn += std::hypot(mesh.vertices[i + 2].x - mesh.vertices[i].x,
                        mesh.vertices[i + 2].y - mesh.vertices[i].y);
  }
  CHECK(drawn == Approx(30).margin(0.2));
}

TEST_CASE("water is drawn apart from the ground") {
  const Project project = small_wijk();
  const auto& spaces = *project.wijk->open_spaces;
  double land = 0, water = 0;
  for (const OpenSpace& space : spaces) {
    (space.ground == Ground::Water ? water : land) += area(space.polygon);
  }
  CHECK(covered(ground_mesh(spaces, true)) == Approx(water));
  CHECK(covered(ground_mesh(spaces, false)) == Approx(land));
}

TEST_CASE("a home that is left out is larger and of another shape") {
  const Project project = small_wijk(2, 2);
  const auto& homes = *project.wijk->homes;
  const PlanMesh all = homes_mesh(homes, {});
  std::vector<bool> missing(homes.size(), false);
  missing[0] = true;
  const PlanMesh one = homes_mesh(homes, missing);
  // A pentagon is three triangles, a diamond with its rim four.
  CHECK(one.vertices.size() == all.vertices.size() - 9 + 12);
  std::set<std::uint32_t> fills;
  for (const PlanVertex& vertex : one.vertices) fills.insert(vertex.fill);
  CHECK(fills.contains(kMissingColour));
}

TEST_CASE("layers with nothing in them are empty meshes") {
  CHECK(streets_mesh({}).vertices.empty());
  CHECK(homes_mesh({}, {}).vertices.empty());
  CHECK(areas_mesh({}).vertices.empty());
  CHECK(reach_mesh({}).vertices.empty());
  CHECK(heat_mesh({}, {}).vertices.empty());
}

TEST_CASE("more on a street is broader as well as lighter") {
  for (int i = 0; i < kHeatClasses; ++i) CHECK(heat_width(i) > heat_width(i - 1));
  const StreetNetwork network = network_of(small_wijk());
  LinkClasses classes;
  for (std::size_t i = 0; i < network.links.size(); ++i) {
    classes.of_link.push_back(static_cast<int>(i % 7) - 1);
  }
  const PlanMesh mesh = heat_mesh(network, classes);
  std::map<std::uint32_t, double> width_of;
  for (const PlanVertex& vertex : mesh.vertices) {
    width_of[vertex.fill] = 2 * std::hypot(vertex.aside_x, vertex.aside_y);
  }
  for (int i = 0; i < kHeatClasses; ++i) {
    CHECK(width_of[heat_class(i).fill] == Approx(heat_width(i)));
  }
  classes.is_stale = true;
  for (const PlanVertex& vertex : heat_mesh(network, classes).vertices) {
    CHECK_FALSE(vertex.fill == heat_class(0).fill);
  }
}

TEST_CASE("values of streets are classed by rank and nothing is below the rest") {
  std::vector<double> values = {0, NAN};
  for (int i = 0; i < 60; ++i) values.push_back(std::pow(1.3, i));
  const HeatClasses classes = heat_classes(values, Lang::Nl);
  REQUIRE(classes.of_link.size() == values.size());
  CHECK(classes.of_link[0] == -1);
  CHECK(classes.of_link[1] == -1);
  for (int i = 0; i < kHeatClasses; ++i) {
    CHECK(std::count(classes.of_link.begin(), classes.of_link.end(), i) == 10);
    CHECK_FALSE(classes.words[static_cast<std::size_t>(i)].empty());
  }
  CHECK(std::is_sorted(classes.of_link.begin() + 2, classes.of_link.end()));
}

TEST_CASE("equal values of streets are one class") {
  const HeatClasses classes = heat_classes({2.5, 2.5, 2.5}, Lang::Nl);
  CHECK(classes.of_link[0] == classes.of_link[2]);
  CHECK(classes.words[static_cast<std::size_t>(classes.of_link[0])] == "2,5");
  const HeatClasses none = heat_classes({0, 0}, Lang::Nl);
  CHECK(none.of_link == std::vector<int>{-1, -1});
}

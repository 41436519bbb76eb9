// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <limits>

#include "project/edit.h"
#include "support/project_text.h"

using namespace trefpunt;

namespace {

template <typename Thing>
WijkLayer<Thing> layer(std::vector<Thing> things) {
  return std::make_shared<const std::vector<Thing>>(std::move(things));
}

Street street(int id, Line line) {
  Street made;
  made.id = {id};
  made.line = std::move(line);
  made.source_key = "way/" + std::to_string(id);
  return made;
}

OpenSpace green(int id, Ring ring) {
  OpenSpace made;
  made.id = {id};
  made.polygon.outer = std::move(ring);
  return made;
}

// Two streets that meet in (100, 0), a home, a bench and a green; nobody gave footprints.
Project small_wijk() {
  auto wijk = std::make_shared<Wijk>();
  wijk->crs.code = "EPSG:28992";
  wijk->streets =
      layer<Street>({street(1, {{0, 0}, {50, 0}, {100, 0}}), street(2, {{100, 0}, {100, 80}})});
  Home home;
  home.id = {1};
  home.at = {10, 5};
  wijk->homes = layer<Home>({home});
  wijk->places = layer<WijkPlace>({});
  Furnishing bench;
  bench.id = {1};
  bench.at = {100, 0};
  wijk->furnishings = layer<Furnishing>({bench});
  wijk->open_spaces = layer<OpenSpace>({green(1, {{0, 10}, {20, 10}, {20, 30}})});
  Project project;
  project.wijk = wijk;
  project.next_wijk.street = 3;
  project.next_wijk.home = project.next_wijk.furnishing = project.next_wijk.open_space = 2;
  return project;
}

Project after(const Project& project, const Edit& edit) {
  Result<Project> made = trefpunt::apply(project, edit);
  if (!made) FAIL(made.error().sentence.en);
  return *std::move(made);
}

// Also checks that it says something in both languages.
Code refusal(const Project& project, const Edit& edit) {
  const Result<Project> made = trefpunt::apply(project, edit);
  REQUIRE_FALSE(made);
  CHECK_FALSE(made.error().sentence.nl.empty());
  CHECK_FALSE(made.error().sentence.en.empty());
  CHECK(made.error().sentence.nl != made.error().sentence.en);
  return made.error().code;
}

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("An edit of one layer shares every other layer and leaves the wijk before it", "[edit]") {
  const Project before = small_wijk();
  const std::string text = to_text(before);
  Furnishing bench;
  bench.at = {30, 2};
  const Project now = after(before, edit::AddFurnishing{bench});
  CHECK(to_text(before) == text);
  REQUIRE(now.wijk->furnishings->size() == 2);
  CHECK(now.wijk->furnishings->back().id == FurnishingId{2});
  CHECK(now.next_wijk.furnishing == 3);
  CHECK(now.wijk->furnishings != before.wijk->furnishings);
  CHECK(now.wijk->streets == before.wijk->streets);
  CHECK(now.wijk->homes == before.wijk->homes);
  CHECK(now.wijk->places == before.wijk->places);
  CHECK(now.wijk->open_spaces == before.wijk->open_spaces);
  CHECK(now.wijk->footprints == nullptr);
}

TEST_CASE("Each kind of thing of a wijk is added, changed and removed", "[edit]") {
  const auto each = [](auto thing, auto layer_of, const auto& change) {
    using Thing = decltype(thing);
    Project project = small_wijk();
    const std::size_t had =
        project.wijk.get()->*layer_of ? (project.wijk.get()->*layer_of)->size() : 0;
    project = after(project, edit::AddToWijk<Thing>{thing});
    REQUIRE((project.wijk.get()->*layer_of)->size() == had + 1);
    Thing added = (project.wijk.get()->*layer_of)->back();
    CHECK(added.id.number == static_cast<int>(had) + 1);
    change(added);
    project = after(project, edit::SetInWijk<Thing>{added});
    CHECK((project.wijk.get()->*layer_of)->back() == added);
    project = after(project, edit::RemoveFromWijk<Thing>{added.id});
    CHECK((project.wijk.get()->*layer_of)->size() == had);
    CHECK(refusal(project, edit::RemoveFromWijk<Thing>{added.id}) == Code::NotFound);
    CHECK(refusal(project, edit::SetInWijk<Thing>{added}) == Code::NotFound);
    // Its number is not given again.
    project = after(project, edit::AddToWijk<Thing>{thing});
    CHECK((project.wijk.get()->*layer_of)->back().id.number == static_cast<int>(had) + 2);
  };
  each(street(0, {{0, 0}, {0, 9}}), &Wijk::streets, [](Street& one) { one.width = 1.5; });
  each(Home{}, &Wijk::homes, [](Home& one) { one.residents = 2.1; });
  each(WijkPlace{}, &Wijk::places, [](WijkPlace& one) { one.name = "Buurthuis"; });
  each(Furnishing{}, &Wijk::furnishings, [](Furnishing& one) { one.backrest = false; });
  each(green(0, {{0, 0}, {4, 0}, {4, 4}}), &Wijk::open_spaces,
       [](OpenSpace& one) { one.ground = Ground::Square; });
  Footprint footprint;
  footprint.polygon.outer = {{0, 0}, {4, 0}, {4, 4}};
  each(footprint, &Wijk::footprints, [](Footprint& one) { one.storeys = 3; });
}

TEST_CASE("A layer that lost its last thing is still a layer that was given", "[edit]") {
  const Project now = after(small_wijk(), edit::RemoveFurnishing{{1}});
  REQUIRE(now.wijk->furnishings);
  CHECK(now.wijk->furnishings->empty());
}

TEST_CASE("Coordinates are rounded and rings turned as those of an import", "[edit]") {
  OpenSpace square = green(0, {{0, 4}, {4, 4}, {4, 0.1234567891}, {0, 0}});
  square.polygon.holes = {{{1, 1}, {2, 1}, {2, 2}, {1, 2}}};
  const Project now = after(small_wijk(), edit::AddOpenSpace{square});
  const Polygon& made = now.wijk->open_spaces->back().polygon;
  CHECK(signed_area(made.outer) > 0);
  CHECK(signed_area(made.holes[0]) < 0);
  CHECK(std::find(made.outer.begin(), made.outer.end(), Point{4, 0.123457}) != made.outer.end());
}

TEST_CASE("Moving a vertex takes along every street that meets there, and nothing else", "[edit]") {
  const Project now = after(small_wijk(), edit::MoveStreetVertex{{100, 0}, {110, 3}});
  CHECK((*now.wijk->streets)[0].line == Line{{0, 0}, {50, 0}, {110, 3}});
  CHECK((*now.wijk->streets)[1].line == Line{{110, 3}, {100, 80}});
  CHECK((*now.wijk->furnishings)[0].at == Point{100, 0});
  CHECK(refusal(now, edit::MoveStreetVertex{{100, 0}, {0, 0}}) == Code::NotFound);
  CHECK(refusal(now, edit::MoveStreetVertex{{110, 3}, {kNaN, 0}}) == Code::BadInput);
  // Of the second street nothing would be left.
  CHECK(refusal(now, edit::MoveStreetVertex{{100, 80}, {110, 3}}) == Code::BadInput);
}

TEST_CASE("A street is split at its nearest point, and both parts keep what is said of it",
          "[edit]") {
  const Project before = small_wijk();
  const Project now = after(before, edit::SplitStreet{{1}, {70, 4}});
  REQUIRE(now.wijk->streets->size() == 3);
  CHECK((*now.wijk->streets)[0].line == Line{{0, 0}, {50, 0}, {70, 0}});
  CHECK((*now.wijk->streets)[2].line == Line{{70, 0}, {100, 0}});
  CHECK((*now.wijk->streets)[2].id == StreetId{3});
  CHECK((*now.wijk->streets)[2].source_key == "way/1");
  const Project at_vertex = after(before, edit::SplitStreet{{1}, {50, 1}});
  CHECK((*at_vertex.wijk->streets)[0].line == Line{{0, 0}, {50, 0}});
  CHECK((*at_vertex.wijk->streets)[2].line == Line{{50, 0}, {100, 0}});
  CHECK(refusal(before, edit::SplitStreet{{1}, {-5, 0}}) == Code::BadInput);
  CHECK(refusal(before, edit::SplitStreet{{9}, {50, 0}}) == Code::NotFound);
  CHECK(refusal(before, edit::SplitStreet{{1}, {kNaN, 0}}) == Code::BadInput);
}

TEST_CASE("What is chosen moves together, and streets that hang on a moved one stay joined",
          "[edit]") {
  const Project before = small_wijk();
  const Project now = after(before, edit::MoveWijkThings{{"E2", "M1", "O1"}, {0, 5}});
  CHECK((*now.wijk->streets)[0].line == Line{{0, 0}, {50, 0}, {100, 5}});
  CHECK((*now.wijk->streets)[1].line == Line{{100, 5}, {100, 85}});
  CHECK((*now.wijk->furnishings)[0].at == Point{100, 5});
  CHECK((*now.wijk->open_spaces)[0].polygon.outer == Ring{{0, 15}, {20, 15}, {20, 35}});
  CHECK(now.wijk->homes == before.wijk->homes);
  CHECK(refusal(before, edit::MoveWijkThings{{}, {0, 5}}) == Code::BadInput);
  CHECK(refusal(before, edit::MoveWijkThings{{"M1", "P7"}, {0, 5}}) == Code::NotFound);
  CHECK(refusal(before, edit::MoveWijkThings{{"M1"}, {kNaN, 0}}) == Code::BadInput);
}

TEST_CASE("What is chosen goes together, or nothing goes", "[edit]") {
  const Project before = small_wijk();
  const Project now = after(before, edit::RemoveWijkThings{{"E2", "H1"}});
  CHECK(now.wijk->streets->size() == 1);
  CHECK(now.wijk->homes->empty());
  CHECK(now.wijk->furnishings == before.wijk->furnishings);
  CHECK(refusal(before, edit::RemoveWijkThings{{"E2", "E9"}}) == Code::NotFound);
  CHECK(refusal(before, edit::RemoveWijkThings{{}}) == Code::BadInput);
}

TEST_CASE("Shapes and numbers that cannot be are refused with a sentence", "[edit]") {
  const Project project = small_wijk();
  CHECK(refusal(project, edit::AddStreet{street(0, {})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddStreet{street(0, {{1, 1}})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddStreet{street(0, {{1, 1}, {1, 1}})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddStreet{street(0, {{1, 1}, {1, 1 + 1e-9}})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddStreet{street(0, {{1, 1}, {kNaN, 1}})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddStreet{street(0, {{1, 1}, {1e12, 1}})}) == Code::BadInput);
  Street narrow = street(1, {{0, 0}, {1, 0}});
  narrow.width = 0;
  CHECK(refusal(project, edit::SetStreet{narrow}) == Code::BadInput);
  Home home;
  home.dwellings = 0;
  CHECK(refusal(project, edit::AddHome{home}) == Code::BadInput);
  home.dwellings = 1;
  home.residents = -1;
  CHECK(refusal(project, edit::AddHome{home}) == Code::BadInput);
  WijkPlace place;
  place.area_m2 = -1;
  CHECK(refusal(project, edit::AddPlace{place}) == Code::BadInput);
  place.area_m2 = {};
  place.at = {kNaN, 0};
  CHECK(refusal(project, edit::AddPlace{place}) == Code::BadInput);
  Furnishing bench;
  bench.at = {0, kNaN};
  CHECK(refusal(project, edit::AddFurnishing{bench}) == Code::BadInput);
  CHECK(refusal(project, edit::AddOpenSpace{green(0, {{0, 0}, {1, 1}})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddOpenSpace{green(0, {{0, 0}, {1, 1}, {2, 2}})}) == Code::BadInput);
  CHECK(refusal(project, edit::AddOpenSpace{green(0, {{0, 0}, {4, 4}, {4, 0}, {0, 3}})}) ==
        Code::BadInput);
  Footprint footprint;
  footprint.polygon.outer = {{0, 0}, {4, 0}, {4, 4}};
  footprint.floor_area_m2 = kNaN;
  CHECK(refusal(project, edit::AddFootprint{footprint}) == Code::BadInput);
}

TEST_CASE("An imported outline that crosses itself can still be named", "[edit]") {
  Project project = small_wijk();
  auto wijk = std::make_shared<Wijk>(*project.wijk);
  wijk->open_spaces = layer<OpenSpace>({green(1, {{0, 0}, {4, 4}, {4, 0}, {0, 3}})});
  project.wijk = wijk;
  OpenSpace named = wijk->open_spaces->front();
  named.name = "Het plantsoen";
  project = after(project, edit::SetOpenSpace{named});
  CHECK(project.wijk->open_spaces->front() == named);
  named.polygon.outer[0] = {0, 0.5};
  CHECK(refusal(project, edit::SetOpenSpace{named}) == Code::BadInput);
}

TEST_CASE("A project without a wijk says so", "[edit]") {
  CHECK(refusal({}, edit::AddHome{}) == Code::NotFound);
  CHECK(refusal({}, edit::RemoveStreet{{1}}) == Code::NotFound);
  CHECK(refusal({}, edit::SetWijk{"Wijk"}) == Code::NotFound);
  CHECK(refusal({}, edit::RemoveWijkThings{{"E1"}}) == Code::NotFound);
}

TEST_CASE("Name, tolerance and assumptions of a wijk change without touching its layers",
          "[edit]") {
  const Project before = small_wijk();
  Project now = after(before, edit::SetWijk{"De Hoek", 0.5, true});
  now = after(now, edit::SetWijkAssumptions{default_assumptions()});
  CHECK(now.wijk->name == "De Hoek");
  CHECK(now.wijk->snap_tolerance == 0.5);
  CHECK(now.wijk->benches_are_all);
  CHECK(now.wijk->assumptions == default_assumptions());
  CHECK(now.wijk->streets == before.wijk->streets);
  CHECK(refusal(before, edit::SetWijk{"", -1, false}) == Code::BadInput);
  CHECK(refusal(before, edit::SetWijk{"", kNaN, false}) == Code::BadInput);
}

TEST_CASE("A building is placed in the wijk and taken out of it", "[edit]") {
  Project project = small_wijk();
  CHECK(refusal(project, edit::PlaceBuilding{0, WijkPosition{}}) == Code::NotFound);
  project.buildings.emplace_back();
  const WijkPosition position{{155000, 463000}, 0.25};
  const Project placed = after(project, edit::PlaceBuilding{0, position});
  CHECK(placed.buildings[0].placement.in_wijk == position);
  CHECK_FALSE(after(placed, edit::PlaceBuilding{0, {}}).buildings[0].placement.in_wijk);
  CHECK(refusal(project, edit::PlaceBuilding{0, WijkPosition{{0, 0}, kNaN}}) == Code::BadInput);
}

TEST_CASE("The undo menu names what is done to a wijk", "[edit]") {
  const auto nl = [](const Edit& edit) { return label_of(edit).nl; };
  const auto en = [](const Edit& edit) { return label_of(edit).en; };
  CHECK(nl(edit::AddStreet{}) == "Straat tekenen");
  CHECK(en(edit::AddStreet{}) == "Draw street");
  CHECK(nl(edit::AddFurnishing{}) == "Bank plaatsen");
  CHECK(en(edit::AddFurnishing{}) == "Place bench");
  CHECK(nl(edit::SetPlace{}) == "Plek wijzigen");
  CHECK(nl(edit::RemoveOpenSpace{}) == "Open ruimte verwijderen");
  CHECK(nl(edit::SplitStreet{}) == "Straat splitsen");
  CHECK(nl(edit::MoveWijkThings{{"M1", "M2"}, {}}) == "Straatmeubels verplaatsen");
  CHECK(nl(edit::RemoveWijkThings{{"M1", "P2"}}) == "2 dingen verwijderen");
  CHECK(nl(edit::SetWijkAssumptions{}) == "Aannamen over de wijk wijzigen");
  CHECK(nl(edit::PlaceBuilding{0, WijkPosition{}}) == "Gebouw in de wijk plaatsen");
  CHECK(en(edit::PlaceBuilding{0, {}}) == "Take building out of the neighbourhood");
}

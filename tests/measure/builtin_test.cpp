// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "measure/clinic.h"

using namespace trefpunt;

namespace {

std::string page_of(const MeasureInfo& info) {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/docs/measures/" + info.id + ".md");
  return {std::istreambuf_iterator<char>(file), {}};
}

// Each point of the storey through `move`; turned rings are put back counter-clockwise.
template <typename Move>
Storey moved(Storey storey, Move move, bool mirrors) {
  const auto line = [&](std::vector<Point>& points) {
    for (Point& p : points) p = snap(move(p));
    if (mirrors) std::reverse(points.begin(), points.end());
  };
  for (Wall& wall : storey.walls) line(wall.points);
  for (Boundary& boundary : storey.boundaries) line(boundary.points);
  for (Furniture& piece : storey.furniture) line(piece.ring);
  for (Link& link : storey.links) line(link.footprint);
  for (Space& space : storey.spaces) space.anchor = snap(move(space.anchor));
  for (Seat& seat : storey.seats) seat.at = snap(move(seat.at));
  for (Door& door : storey.doors) {
    door.a = snap(move(door.a));
    door.b = snap(move(door.b));
    for (Point& p : door.footprint) p = snap(move(p));
    // Reversed: a side, b side, b side, a side again, and counter-clockwise as before.
    if (mirrors) std::reverse(door.footprint.begin(), door.footprint.end());
  }
  return storey;
}

std::vector<Storey> two_storeys() {
  Storey below = storey_from_text(R"(
    ###############
    #1..#2..#3..#^#
    #.s.#...#.%.#.#
    ##D###D###D##O#
    #w..Oc..Ol....#
    ######E########)",
                                  {{'1', space("spreekkamer 1", Use::Consulting, 1)},
                                   {'2', space("groep", Use::GroupRoom, 1)},
                                   {'3', space("toilet", Use::AccessibleToilet)},
                                   {'c', space("gang", Use::Corridor)},
                                   {'l', space("lounge", Use::Lounge)},
                                   {'w', space("wachtkamer", Use::Waiting)}});
  Storey above = storey_from_text(R"(
    ###############
    #1..#2..#3..#^#
    #...#...#...#.#
    ##D###D###D##O#
    #c............#
    ###############)",
                                  {{'1', space("spreekkamer 2", Use::Consulting, 1)},
                                   {'2', space("activiteiten", Use::Activity)},
                                   {'3', space("toilet", Use::Toilet)},
                                   {'c', space("gang", Use::Corridor)}},
                                  1);
  below.doors[0].threshold_height = 0.02;
  below.doors[4].clear_width = 0.8;
  return {below, above};
}

Building with_unit(std::vector<Storey> storeys) {
  Building building = building_of(std::move(storeys));
  building.units = {{{1}, "praktijk", "", std::nullopt, std::nullopt}};
  return building;
}

void check_close(const Value& one, const Value& other) {
  REQUIRE(one.index() == other.index());
  // The turning circle is found to 2 mm.
  if (has_number(one)) CHECK(number(one) == Approx(number(other)).margin(0.003));
  if (const auto* range = std::get_if<Range>(&one)) {
    CHECK(range->low == Approx(std::get<Range>(other).low).margin(0.003));
    CHECK(range->high == Approx(std::get<Range>(other).high).margin(0.003));
  }
}

}  // namespace

TEST_CASE("Every measure says in both languages what it is", "[measure]") {
  std::set<std::string> ids;
  for (const Measure* measure : builtin_measures()) {
    const MeasureInfo& info = measure->info();
    INFO(info.id);
    CHECK(ids.insert(info.id).second);
    CHECK(find_measure(info.id) == measure);
    CHECK(info.version >= 1);
    for (const Text& text : {info.name, info.formula, info.row_name}) {
      CHECK_FALSE(text.nl.empty());
      CHECK_FALSE(text.en.empty());
    }
    CHECK(info.unit.nl.empty() == info.unit.en.empty());
    for (const ParameterInfo& parameter : info.parameters) {
      CHECK_FALSE(parameter.why.nl.empty());
      CHECK_FALSE(parameter.why.en.empty());
    }
  }
  CHECK(ids.size() == 26);
  CHECK(find_measure("loneliness") == nullptr);
}

TEST_CASE("Every measure has a page that names its parts", "[measure]") {
  for (const Measure* measure : builtin_measures()) {
    const MeasureInfo& info = measure->info();
    INFO(info.id);
    const std::string page = page_of(info);
    CHECK(page.find("# " + info.name.en + " (" + info.name.nl + ")") == 0);
    for (const char* section :
         {"## What it says", "## Formula", "## Source", "## Worked example", "## Limits"}) {
      INFO(section);
      CHECK(page.find(section) != std::string::npos);
    }
    for (const ParameterInfo& parameter : info.parameters) {
      INFO(parameter.id);
      CHECK(page.find("`" + parameter.id + "`") != std::string::npos);
    }
    for (const SecondaryInfo& secondary : info.secondary) {
      INFO(secondary.id);
      CHECK(page.find("`" + secondary.id + "`") != std::string::npos);
    }
  }
}

TEST_CASE("A measure whose job is no longer wanted stops", "[measure]") {
  const TestScene scene(with_unit(two_storeys()));
  std::stop_source source;
  source.request_stop();
  for (const Measure* measure : builtin_measures()) {
    INFO(measure->info().id);
    std::map<std::string, double> parameters;
    for (const ParameterInfo& parameter : measure->info().parameters) {
      parameters[parameter.id] = parameter.value;
    }
    Job job(source.get_token());
    const Result<Outcome> outcome =
        measure->evaluate({scene.building, scene.layouts, scene.access, *scene.on_foot,
                           *scene.wheelchair_low, *scene.wheelchair_high, scene.sights, parameters},
                          job);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == Code::Cancelled);
  }
}

TEST_CASE("A plan without spaces gives no number, not zero", "[measure]") {
  const TestScene scene(storey_from_text("#####\n#...#\n##E##"));
  for (const Measure* measure : builtin_measures()) {
    INFO(measure->info().id);
    CHECK(is_not_computed(scene.measure(measure->info().id).headline));
  }
}

TEST_CASE("A plan whose uses are all unknown never gives a certain number by use", "[measure]") {
  std::vector<Storey> storeys = two_storeys();
  for (Storey& storey : storeys) {
    for (Space& space : storey.spaces) space.use = Use::Unknown;
  }
  const TestScene scene(with_unit(storeys));
  for (const Measure* measure : builtin_measures()) {
    const std::string& id = measure->info().id;
    INFO(id);
    if (id == "space_depth" || id == "space_integration") continue;  // ask for no use
    CHECK_FALSE(has_number(scene.measure(id).headline));
  }
}

TEST_CASE("Moving, turning and mirroring a plan change no measure", "[measure]") {
  const TestScene scene(with_unit(two_storeys()));
  const auto all = [](std::vector<Storey> storeys, auto move, bool mirrors) {
    for (Storey& storey : storeys) storey = moved(std::move(storey), move, mirrors);
    return TestScene(with_unit(std::move(storeys)));
  };
  const std::vector<std::pair<std::string, TestScene>> others = {
      {"moved", all(
                    two_storeys(),
                    [](Point p) {
                      // By whole cells of the grid that sight is measured on (0.75 m).
                      return p + Point{155000.25, 463000.5};
                    },
                    false)},
      {"turned", all(
                     two_storeys(),
                     [](Point p) {
                       return Point{-p.y, p.x};
                     },
                     false)},
      {"mirrored", all(
                       two_storeys(),
                       [](Point p) {
                         return Point{-p.x, p.y};
                       },
                       true)}};
  for (const auto& [name, other] : others) {
    for (const Measure* measure : builtin_measures()) {
      const std::string& id = measure->info().id;
      INFO(id << " " << name);
      const Outcome one = scene.measure(id);
      const Outcome two = other.measure(id);
      check_close(one.headline, two.headline);
      CHECK(objects(one.places) == objects(two.places));
      REQUIRE(one.rows.size() == two.rows.size());
      for (const Row& here : one.rows) check_close(here.value, row(two, here.object));
      for (const auto& [key, value] : one.secondary) check_close(value, secondary(two, key));
    }
  }
}

TEST_CASE("The order in which things are drawn changes no measure", "[measure]") {
  std::vector<Storey> storeys = two_storeys();
  for (Storey& storey : storeys) {
    std::reverse(storey.spaces.begin(), storey.spaces.end());
    std::reverse(storey.doors.begin(), storey.doors.end());
    std::reverse(storey.walls.begin(), storey.walls.end());
    std::reverse(storey.links.begin(), storey.links.end());
  }
  const TestScene one(with_unit(two_storeys()));
  const TestScene two(with_unit(storeys));
  for (const Measure* measure : builtin_measures()) {
    const std::string& id = measure->info().id;
    INFO(id);
    const Outcome first = one.measure(id);
    const Outcome second = two.measure(id);
    check_close(first.headline, second.headline);
    for (const Row& here : first.rows) check_close(here.value, row(second, here.object));
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iterator>
#include <set>

#include "measure/small_wijk.h"

using namespace trefpunt;

namespace {

std::string page_of(const MeasureInfo& info) {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/docs/measures/" + info.id + ".md");
  return {std::istreambuf_iterator<char>(file), {}};
}

// A wijk with something in every layer.
SmallWijk whole_wijk() {
  SmallWijk wijk;
  for (StatisticalArea& area : wijk.areas) {
    area.figures.persons_per_household = 2;
    area.figures.inhabitants = 4;
    area.loneliness = Loneliness{2022, "18+", 40, 10, std::nullopt, std::nullopt};
  }
  wijk.places[0].step_free = wijk.places[0].free_stay = true;
  wijk.places[0].user_groups = 2;
  wijk.places[1].has_seating = true;
  wijk.add_place({0, -10}, PlaceCategory::School).user_groups = 1;
  wijk.add_place({500, 290}, PlaceCategory::Park).step_free = true;
  wijk.add_furnishing({1000, 5}, FurnishingKind::Stop);
  wijk.add_furnishing({50, 5}, FurnishingKind::Bench);
  wijk.add_furnishing({500, 100}, FurnishingKind::Toilet);
  wijk.add_ground({480, 300}, {520, 340}, Ground::Park).user_right = true;
  wijk.add_ground({40, 2}, {60, 4}, Ground::Footway);
  wijk.add_ground({40, -3}, {60, 2}, Ground::Carriageway);
  OpenSpace& courtyard = wijk.add_ground({95, 12}, {105, 30}, Ground::Courtyard);
  courtyard.is_shared = true;
  courtyard.user_right = false;
  wijk.add_building({45, 6}, {55, 20}, true).storeys = 2;
  wijk.benches_are_all = true;
  return wijk;
}

}  // namespace

TEST_CASE("Every measure of a wijk says in both languages what it is", "[wijk]") {
  std::set<std::string> ids;
  for (const WijkMeasure* measure : wijk_measures()) {
    const MeasureInfo& info = measure->info();
    INFO(info.id);
    CHECK(ids.insert(info.id).second);
    CHECK(find_measure(info.id) == nullptr);  // no building's measure has the same id
    for (const Text& text : {info.name, info.formula, info.row_name, info.unit}) {
      CHECK_FALSE(text.nl.empty());
      CHECK_FALSE(text.en.empty());
    }
    for (const ParameterInfo& parameter : info.parameters) {
      CHECK_FALSE(parameter.why.nl.empty());
      CHECK_FALSE(parameter.why.en.empty());
      CHECK_FALSE(parameter.label.nl.empty());
    }
  }
  CHECK(ids.size() == 21);
}

TEST_CASE("Every measure of a wijk has a page that names its parts", "[wijk]") {
  for (const WijkMeasure* measure : wijk_measures()) {
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

TEST_CASE("With every layer there, every measure of a wijk has a number", "[wijk]") {
  const SmallWijk wijk = whole_wijk();
  for (const WijkMeasure* measure : wijk_measures()) {
    INFO(measure->info().id);
    CHECK(has_number(measured(wijk, measure->info().id).headline));
  }
}

TEST_CASE("A wijk without any layer gives no number, and says which layer is missing", "[wijk]") {
  for (const WijkMeasure* measure : wijk_measures()) {
    INFO(measure->info().id);
    const Outcome outcome = measured(Wijk{}, measure->info().id);
    REQUIRE(is_not_computed(outcome.headline));
    CHECK(std::get<NotComputed>(outcome.headline).reason.nl.starts_with("De laag ‘"));
    for (const auto& [id, value] : outcome.secondary) CHECK(is_not_computed(value));
  }
}

TEST_CASE("Layers that were given and are empty never give a share", "[wijk]") {
  SmallWijk empty;
  empty.homes.clear();
  empty.places.clear();
  empty.areas.clear();
  empty.furnishings.emplace();
  empty.open_spaces.emplace();
  empty.footprints.emplace();
  for (const WijkMeasure* measure : wijk_measures()) {
    INFO(measure->info().id);
    CHECK_FALSE(has_number(measured(empty, measure->info().id).headline));
  }
}

TEST_CASE("A measure of a wijk whose job is no longer wanted stops", "[wijk]") {
  std::stop_source source;
  source.request_stop();
  for (const WijkMeasure* measure : wijk_measures()) {
    INFO(measure->info().id);
    Job job(source.get_token());
    const Result<Outcome> outcome = evaluated(whole_wijk().wijk(), *measure, job);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == Code::Cancelled);
  }
}

TEST_CASE("Moving a wijk to where it is in the country changes no measure", "[wijk]") {
  const Point by{155000.5, 463000.25};
  SmallWijk wijk = whole_wijk();
  SmallWijk other = wijk;
  const auto move_all = [&](auto& points) {
    for (Point& p : points) p = p + by;
  };
  for (Street& street : other.streets) move_all(street.line);
  for (Home& home : other.homes) home.at = home.at + by;
  for (WijkPlace& place : other.places) place.at = place.at + by;
  for (Furnishing& thing : *other.furnishings) thing.at = thing.at + by;
  for (OpenSpace& space : *other.open_spaces) move_all(space.polygon.outer);
  for (Footprint& building : *other.footprints) move_all(building.polygon.outer);
  for (StatisticalArea& area : other.areas) move_all(area.parts[0].outer);
  for (const WijkMeasure* measure : wijk_measures()) {
    INFO(measure->info().id);
    const Outcome one = measured(wijk, measure->info().id);
    const Outcome two = measured(other, measure->info().id);
    CHECK(number(one.headline) == Approx(number(two.headline)).epsilon(1e-7));
    REQUIRE(one.rows.size() == two.rows.size());
    CHECK(objects(one.places) == objects(two.places));
  }
}

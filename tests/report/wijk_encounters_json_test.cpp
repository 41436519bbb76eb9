// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wijk_encounters_json.h"

#include <catch2/catch.hpp>

#include "support/random_wijk.h"

using namespace trefpunt;
using Json = nlohmann::json;

namespace {

WijkEncounters encounters_in(const RandomWijk& options) {
  Job job;
  return *wijk_encounters(random_wijk_input(options), {}, job);
}

}  // namespace

TEST_CASE("Encounters of a wijk as JSON say all that was found, with every assumption",
          "[report][wijk-encounters]") {
  const RandomWijk options;
  const Wijk wijk = random_wijk(options);
  const WijkEncounters found = encounters_in(options);
  const Json root = Json::parse(wijk_encounters_json(wijk, found));
  CHECK(root["scale"] == "wijk");
  CHECK(root["days"] == 7);
  CHECK(root["k"] == 2);
  CHECK(root["total"]["expected_per_week"] == found.totals.encounters());
  CHECK(root["total"]["repeated_pairs"]["kappa_inf"]["value"] == found.totals.repeated[2].value);
  CHECK(root["streets"].size() == found.streets.size());
  CHECK(root["places"].size() == wijk.places->size());
  CHECK(root["benches"].size() == wijk.furnishings->size());
  CHECK(root["buurten"].size() == 2);
  CHECK(root["pairs"].size() == 6);
  CHECK(root["pairs"][1]["groups"] == Json({"children", "adults"}));
  for (const Json& assumption : root["assumptions"]) CHECK(assumption["is_assumption"] == true);
  CHECK(root["limits"].size() == found.limits.size());
  CHECK_FALSE(root.contains("comparison"));
  for (const Json& street : root["streets"]) {
    CHECK(street["mix"].is_null() == (street["walks_per_week"] == 0.0));
  }
}

TEST_CASE("What an edit of a wijk changed is null where a thing was not there",
          "[report][wijk-encounters]") {
  RandomWijk options;
  options.benches = 1;
  const Wijk before = random_wijk(options);
  const WijkEncounters without = encounters_in(options);
  options.benches = 2;
  const Wijk after = random_wijk(options);
  const WijkComparison found = compare(without, encounters_in(options));
  const Json comparison = wijk_comparison_object(before, after, found);
  REQUIRE(comparison["benches"].size() == 1);
  CHECK(comparison["benches"][0]["id"] == "M2");
  CHECK(comparison["benches"][0]["visits_per_week"]["before"].is_null());
  CHECK(comparison["streets"].empty());
  const Json root = Json::parse(wijk_encounters_json(after, without, &comparison));
  CHECK(root["comparison"]["on_benches_per_week"]["difference"] >= 0.0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/wijk_assumptions_json.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

namespace {

const std::string kGroups = R"({
  "groups": [
    {"id": "older", "name": {"nl": "ouderen", "en": "older people"},
     "radius": {"value": 400, "source": "looptelling 2026"}, "speed": {"value": 0.9}}
  ],
)";
const std::string kErrands = R"(  "errands": [
    {"group": "older", "category": "park", "per_week": {"value": 2}, "minutes": {"value": 30}}
  ])";
const std::string kFile = kGroups + kErrands + "\n}";

WijkAssumptions read(const std::string& text) {
  Result<WijkAssumptions> made = wijk_assumptions_from_json(text, "a.json");
  if (!made) FAIL(to_string(made.error(), Lang::En));
  return *std::move(made);
}

// After that change of the file above.
Error error_of(const std::string& from, const std::string& to) {
  std::string text = kFile;
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), to);
  const Result<WijkAssumptions> made = wijk_assumptions_from_json(text, "a.json");
  INFO(text);
  REQUIRE_FALSE(made);
  CHECK_FALSE(made.error().sentence.nl.empty());
  CHECK_FALSE(made.error().sentence.en.empty());
  return made.error();
}

}  // namespace

TEST_CASE("The default assumptions come back from their file as they were") {
  WijkAssumptions all = default_assumptions();
  CHECK(read(to_json(all)) == all);
  all.groups[1].speed = {1.0 / 3, "een \"bron\""};
  all.errands[2].minutes.source = "telling";
  all.detour = {1.2, "aanname"};
  CHECK(read(to_json(all)) == all);
  CHECK(read(to_json({})) == WijkAssumptions{});
}

TEST_CASE("A number keeps its source, and what the file leaves out keeps its default") {
  const WijkAssumptions made = read(kFile);
  REQUIRE(made.groups.size() == 1);
  CHECK(made.groups[0].radius == AssumedNumber{400, "looptelling 2026"});
  CHECK(made.groups[0].speed == AssumedNumber{0.9, ""});
  REQUIRE(made.errands.size() == 1);
  CHECK(made.errands[0].category == PlaceCategory::Park);
  CHECK(made.kappa == WijkAssumptions{}.kappa);
  CHECK(made.hours_per_week == WijkAssumptions{}.hours_per_week);
  CHECK(read(kGroups + kErrands + R"(, "detour": {"value": 1.2, "source": "meting"}})").detour ==
        AssumedNumber{1.2, "meting"});
}

TEST_CASE("What cannot be is refused with its line and key") {
  CHECK(error_of("400", "0").where == "a.json: line 4: groups 1 (older): radius: value");
  CHECK(error_of("400", "\"ver\"").where == "a.json: line 4: groups 1 (older): radius: value");
  CHECK(error_of("0.9", "30").where == "a.json: line 4: groups 1 (older): speed: value");
  CHECK(error_of("\"value\": 2}", "\"value\": -1}").where ==
        "a.json: line 7: errands 1: per_week: value");
  CHECK(error_of("{\"value\": 30}", "{}").where == "a.json: line 7: errands 1: minutes: value");
  CHECK(error_of("\"id\": \"older\"", "\"id\": \"\"").where == "a.json: line 3: groups 1 (): id");
  CHECK(error_of("\"source\"", "\"bron\"").where ==
        "a.json: line 4: groups 1 (older): radius: bron");
  CHECK(error_of("\n}", ",\n\"kappa\": {\"value\": 0}}").where == "a.json: line 9: kappa: value");
  CHECK(error_of("\n}", ",\n\"opportunity\": {\"value\": 1.1}}").where ==
        "a.json: line 9: opportunity: value");
  CHECK(error_of("\n}", ",\n\"detour\": {\"value\": 0.9}}").where ==
        "a.json: line 9: detour: value");
  CHECK(error_of("\n}", ",\n\"hours_per_week\": {\"value\": 169}}").where ==
        "a.json: line 9: hours_per_week: value");
  CHECK(error_of("\n}", ",\n\"schema\": 2}").code == Code::Newer);
  CHECK(error_of("\"errands\"", "\"trips\"").sentence.en == "The list 'errands' is missing.");
}

TEST_CASE("A category or group that is not known is named with those that are") {
  const Error category = error_of("\"park\"", "\"plantsoen\"");
  CHECK(category.where == "a.json: line 7: errands 1: category");
  CHECK(category.sentence.nl.find("community_centre") != std::string::npos);
  const Error group = error_of("\"group\": \"older\"", "\"group\": \"dogs\"");
  CHECK(group.where == "a.json: line 7: errands 1: group");
  CHECK(group.sentence.en == "Group 'dogs' is not there. Named are: older.");
}

TEST_CASE("A group or an errand that stands twice is refused") {
  const std::string group =
      R"({"id": "older", "name": {"nl": "a", "en": "b"}, "radius": {"value": 1}, "speed": {"value": 1}})";
  CHECK(error_of("  ],", ", " + group + "],").where == "a.json: line 5: groups 2 (older): id");
  const std::string errand =
      R"({"group": "older", "category": "park", "per_week": {"value": 9}, "minutes": {"value": 9}})";
  CHECK(error_of("  ]\n}", ", " + errand + "]}").where == "a.json: line 8: errands 2: category");
}

TEST_CASE("What is no JSON, or a list where the file begins, is refused") {
  for (const char* text : {"", "{", "[]", "{\"groups\": 3, \"errands\": []}"}) {
    const Result<WijkAssumptions> made = wijk_assumptions_from_json(text, "a.json");
    REQUIRE_FALSE(made);
    CHECK(made.error().where.starts_with("a.json"));
  }
}

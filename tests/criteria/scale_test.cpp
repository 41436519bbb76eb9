// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/scale.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "criteria/scope.h"
#include "measure/wijk_measure.h"

using namespace trefpunt;

namespace {

std::set<std::string> ids(const Catalogue& catalogue) {
  std::set<std::string> found;
  for (const Criterion& criterion : catalogue.criteria) found.insert(criterion.id);
  return found;
}

}  // namespace

TEST_CASE("In a wijk a measure of the wijk answers what another answers in a building", "[scale]") {
  const Catalogue wijk = at_scale(builtin_catalogue(), Scale::Wijk);
  const Criterion* toilet = wijk.find("NRM-5");
  REQUIRE(toilet);
  CHECK(toilet->measure == "wijk_toilet_distance");
  CHECK(toilet->text.nl.find("over straat") != std::string::npos);
  CHECK(toilet->threshold.suggestion.en.find("150 m") != std::string::npos);
  CHECK_FALSE(toilet->in_wijk);
  CHECK(wijk.find("GEHL-1")->parameters.size() == 2);
  CHECK(builtin_catalogue().find("NRM-5")->measure == "toilet_distance");
}

TEST_CASE("Every measured criterion of a wijk names a measure of a wijk", "[scale]") {
  for (const Criterion& criterion : at_scale(builtin_catalogue(), Scale::Wijk).criteria) {
    INFO(criterion.id);
    if (criterion.measure.empty() || !criterion.fields.empty()) continue;  // answered
    const WijkMeasure* measure = find_wijk_measure(criterion.measure);
    REQUIRE(measure);
    for (const CriterionParameter& parameter : criterion.parameters) {
      INFO(parameter.id);
      const auto& known = measure->info().parameters;
      const auto found = std::find_if(known.begin(), known.end(), [&](const ParameterInfo& own) {
        return own.id == parameter.id;
      });
      REQUIRE(found != known.end());
      CHECK(found->value == parameter.value);
    }
  }
}

TEST_CASE("A building is asked nothing about a wijk, and a wijk nothing about beds", "[scale]") {
  const std::set<std::string> building = ids(at_scale(builtin_catalogue(), Scale::Building));
  const std::set<std::string> wijk = ids(at_scale(builtin_catalogue(), Scale::Wijk));
  CHECK(building.contains("RVS-4.1c"));
  CHECK(building.contains("NRM-5"));
  CHECK_FALSE(building.contains("RMO-02"));
  CHECK_FALSE(building.contains("CTX-1"));
  CHECK(wijk.contains("RMO-02"));
  CHECK(wijk.contains("WAC-D1"));
  CHECK_FALSE(wijk.contains("RVS-4.1c"));
  CHECK_FALSE(wijk.contains("SNA-2"));  // measured in a building only
}

TEST_CASE("Scopes, pairs and themes name only what is left", "[scale]") {
  for (const Scale scale : {Scale::Building, Scale::Wijk}) {
    const Catalogue at = at_scale(builtin_catalogue(), scale);
    const std::set<std::string> known = ids(at);
    for (const auto& [name, criteria] : at.scopes) {
      INFO(name);
      for (const std::string& id : criteria) CHECK(known.contains(id));
    }
    for (const Criterion& criterion : at.criteria) {
      for (const std::string& id : criterion.pair_with) CHECK(known.contains(id));
    }
    CHECK(named_scope(at, "volledig")->left_out.empty());
    const bool has_context = std::any_of(at.themes.begin(), at.themes.end(),
                                         [](const Theme& theme) { return theme.id == "context"; });
    CHECK(has_context == (scale == Scale::Wijk));
  }
}

TEST_CASE("The scope wijk holds every criterion of a wijk", "[scale]") {
  const Catalogue at = at_scale(builtin_catalogue(), Scale::Wijk);
  const Result<Scope> scope = named_scope(at, "wijk");
  REQUIRE(scope);
  CHECK(scope->left_out.empty());
  CHECK(scope->criteria.size() == 32);
}

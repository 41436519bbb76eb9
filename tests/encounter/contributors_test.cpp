// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/contributors.h"

#include <numeric>

#include "laid_plan.h"
#include "ward.h"

using namespace trefpunt;

namespace {

Formula formula_of(Ward ward) {
  ward.model.routes = std::make_shared<const RouteSet>(ward.routes);
  return formula_of(std::move(ward.model));
}
Contributions parts_of(const Formula& formula, const WhichEncounters& which = {}) {
  return contributions(formula.model, *formula.stays, *formula.passings, which);
}
double sum_of(const Contributions& parts) {
  double sum = 0;
  for (const Contributor& part : parts.parts) sum += part.per_week;
  return sum;
}
double hours_of(const Contributions& parts) {
  return std::accumulate(parts.of_hour.begin(), parts.of_hour.end(), 0.0);
}

// With a roster of two shifts, chances and notice besides.
Formula full() {
  Ward ward = busy();
  ward.model.notice = 0.8;
  ModelRole& role = ward.model.roles[1];
  role.presence.push_back({0, 0, 0, 0, 0.5, 0.5, 0.5});
  role.presence[0] = {1, 1, 1, 0.7, 0.3, 0, 0};
  role.visits.push_back({1, 1, stays(2, 45, 1000, 1440)});
  ward.model.classes[1].to.push_back({{2, 0.5, {1, true}, {1, false}}, {1, 0.5, {0, true}, {}}});
  return formula_of(ward);
}

}  // namespace

TEST_CASE("Parts add up to the total of the closed form", "[contributors]") {
  const Formula formula = full();
  CHECK(sum_of(parts_of(formula)) == Approx(formula.encounters.total.value).epsilon(1e-9));
}

TEST_CASE("Parts of two roles add up to what their pairs have", "[contributors]") {
  const Formula formula = full();
  for (const RolePair& row : formula.encounters.pairs) {
    const double expected = row.pairs * row.per_week.value;
    const Contributions parts = parts_of(formula, {row.a, row.b, -1, -1});
    CHECK(sum_of(parts) == Approx(expected).epsilon(1e-9));
    CHECK(sum_of(parts_of(formula, {row.b, row.a, -1, -1})) == Approx(expected).epsilon(1e-9));
    for (const Contributor& part : parts.parts) {
      CHECK(std::pair(part.role_a, part.role_b) == std::pair(row.a, row.b));
    }
  }
}

TEST_CASE("Parts of one role are those of all its pairs", "[contributors]") {
  const Formula formula = full();
  double expected = 0;
  for (const RolePair& row : formula.encounters.pairs) {
    if (row.a == 1 || row.b == 1) expected += row.pairs * row.per_week.value;
  }
  CHECK(sum_of(parts_of(formula, {1, -1, -1, -1})) == Approx(expected).epsilon(1e-9));
}

TEST_CASE("Parts of a place add up to what happens there", "[contributors]") {
  const Formula formula = full();
  for (const PlaceMeetings& place : formula.encounters.places) {
    const Contributions parts = parts_of(formula, {-1, -1, place.storey, place.space});
    CHECK(sum_of(parts) == Approx(place.encounters.value + place.passings).epsilon(1e-9));
    double passings = 0;
    for (const Contributor& part : parts.parts) passings += part.is_passing ? part.per_week : 0;
    CHECK(passings == Approx(place.passings).epsilon(1e-9));
  }
  CHECK(parts_of(formula, {-1, -1, 0, 77}).parts.empty());
}

TEST_CASE("The largest part comes first, and each stands once", "[contributors]") {
  const Contributions parts = parts_of(full());
  for (std::size_t i = 1; i < parts.parts.size(); ++i) {
    CHECK(parts.parts[i - 1].per_week >= parts.parts[i].per_week);
    const Contributor& one = parts.parts[i];
    for (std::size_t j = 0; j < i; ++j) {
      const Contributor& other = parts.parts[j];
      CHECK_FALSE((one.role_a == other.role_a && one.role_b == other.role_b &&
                   one.errand_a == other.errand_a && one.errand_b == other.errand_b &&
                   one.session == other.session && one.space == other.space &&
                   one.is_passing == other.is_passing));
    }
  }
}

TEST_CASE("A group is a part of its own, at its hour", "[contributors]") {
  Ward ward = busy();
  for (ModelRole& role : ward.model.roles) role.visits.clear();
  for (PersonClass& people : ward.model.classes) people.to.clear();
  const ModelSession& session = ward.model.sessions.at(0);
  REQUIRE(session.start_min == 600);
  // One class, all of whom come.
  for (double& attendance : ward.model.sessions[0].attendance) attendance = 0;
  for (std::size_t p = 0; p < 4; ++p) ward.model.sessions[0].attendance[p] = 0.5;
  ward.model.classes[0].sessions = {0};
  const Contributions parts = parts_of(formula_of(ward));
  REQUIRE(parts.parts.size() == 1);
  CHECK(parts.parts[0].session == 0);
  CHECK(parts.parts[0].errand_a == -1);
  CHECK(parts.parts[0].per_week == Approx(6 * 0.25));
  CHECK(parts.of_hour[10] == 1);
}

TEST_CASE("The hours together are 1, or 0 when there is nothing", "[contributors]") {
  CHECK(hours_of(parts_of(full())) == Approx(1).epsilon(1e-9));
  CHECK(hours_of(parts_of(full(), {-1, -1, 0, 77})) == 0);
}

TEST_CASE("Encounters fall in the hours in which both are there", "[contributors]") {
  Ward ward;
  ward.add_role(1, stays(2, 30, 540, 600), 2);
  ward.add_role(1, stays(2, 30, 570, 720), 2);
  const Contributions parts = parts_of(formula_of(ward));
  CHECK(parts.of_hour[9] + parts.of_hour[10] == Approx(1));
  CHECK(parts.of_hour[9] > 0.1);
  CHECK(parts.of_hour[10] > 0.1);
}

TEST_CASE("Short stays at both sides of a quarter of an hour have their hour", "[contributors]") {
  // One comes from 9:40 to 9:45 and stays 5 minutes, the other comes from 9:46 to 9:48.
  Ward ward;
  ward.add_role(1, stays(2, 5, 580, 585), 2);
  ward.add_role(1, stays(2, 5, 586, 588), 2);
  const Contributions parts = parts_of(formula_of(ward));
  CHECK(sum_of(parts) > 0);
  CHECK(parts.of_hour[9] == Approx(1));
}

TEST_CASE("Who goes when another comes passes at that hour", "[contributors]") {
  Ward ward;
  ward.add_role(1, stays(1, 60, 600, 610), 2, {1, true}, {1, false});
  ward.add_role(1, stays(1, 5, 660, 670), 2, {1, true}, {1, false});
  const Contributions parts = parts_of(formula_of(ward), {-1, -1, 0, 3});
  CHECK(sum_of(parts) > 0);
  CHECK(parts.of_hour[11] == Approx(1));
}

TEST_CASE("A stay over midnight has hours on both sides", "[contributors]") {
  Ward ward;
  ward.add_role(2, stays(1, 120, 1380, 1440), 2);
  const Contributions parts = parts_of(formula_of(ward));
  CHECK(hours_of(parts) == Approx(1));
  CHECK(parts.of_hour[23] > 0.1);
  CHECK(parts.of_hour[0] > 0.3);
  CHECK(parts.of_hour[1] > 0.1);
}

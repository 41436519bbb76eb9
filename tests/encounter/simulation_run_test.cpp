// SPDX-License-Identifier: GPL-3.0-or-later
// The run: random numbers, threads, when it stops, how sure it is.
#include <catch2/catch.hpp>
#include <cstring>

#include "encounter/simulation.h"
#include "ward.h"

using namespace trefpunt;

namespace {

bool same(const Simulation& a, const Simulation& b) {
  bool equal = a.total_of_week == b.total_of_week && a.repeated_of_week == b.repeated_of_week;
  REQUIRE(a.result.pairs.size() == b.result.pairs.size());
  for (std::size_t i = 0; i < a.result.pairs.size(); ++i) {
    equal &= std::memcmp(&a.result.pairs[i], &b.result.pairs[i], sizeof(RolePair)) == 0;
  }
  REQUIRE(a.result.places.size() == b.result.places.size());
  for (std::size_t i = 0; i < a.result.places.size(); ++i) {
    equal &= a.result.places[i].minutes == b.result.places[i].minutes &&
             a.result.places[i].distinct_pairs == b.result.places[i].distinct_pairs &&
             a.result.places[i].peak == b.result.places[i].peak;
  }
  return equal;
}

}  // namespace

TEST_CASE("The number of threads changes nothing", "[simulation]") {
  Ward ward = busy();
  const Simulation one = ward.run({7, 110, 110, 0, 1});
  CHECK(same(one, ward.run({7, 110, 110, 0, 2})));
  CHECK(same(one, ward.run({7, 110, 110, 0, 3})));
}

TEST_CASE("A seed gives the same again and another seed something else", "[simulation]") {
  Ward ward = busy();
  CHECK(same(ward.run(20, 7), ward.run(20, 7)));
  CHECK_FALSE(same(ward.run(20, 7), ward.run(20, 8)));
  CHECK_FALSE(same(ward.run(20, 7), ward.run(20, 7 + (1ull << 32))));
}

TEST_CASE("What people draw does not change when others are added", "[simulation]") {
  Ward ward = busy();
  const Simulation without = ward.run(30);
  ward.add_role(6, stays(4, 30), 2, {1, true}, {1, false});
  const Simulation with = ward.run(30);
  for (const RolePair& row : without.result.pairs) {
    CHECK(std::memcmp(&row, &pair_of(with, row.a, row.b), sizeof(RolePair)) == 0);
  }
}

TEST_CASE("What people draw does not change when a place moves", "[simulation]") {
  Ward ward;
  ward.add_role(3, stays(3, 40), 2, {1, true}, {1, false});
  ward.model.beside_m = 0;
  const Simulation before = ward.run(30);
  ward.model.classes[0].to[0] = {{1, 1, {0, true}, {0, false}}};
  const Simulation after = ward.run(30);
  CHECK(before.result.pairs[0].minutes_per_week == after.result.pairs[0].minutes_per_week);
  CHECK(after.result.roles[0].walk_m_per_day == Approx(2 * before.result.roles[0].walk_m_per_day));
}

TEST_CASE("Weeks stop at the precision", "[simulation]") {
  Ward ward = busy();
  const Simulation coarse = ward.run({1, 10, 2000, 0.04, 1});
  const Estimate& total = coarse.result.total;
  CHECK(coarse.result.weeks > 10);
  CHECK(coarse.result.weeks < 2000);
  CHECK(coarse.result.weeks % kRoundWeeks == 0);
  CHECK(total.high - total.value <= 0.04 * total.value);
  // The round before was not enough.
  const Simulation shorter = ward.run(coarse.result.weeks - kRoundWeeks);
  CHECK(shorter.result.total.high - shorter.result.total.value > 0.04 * shorter.result.total.value);
  CHECK(ward.run({1, 10, 70, 0, 1}).result.weeks == 70);
}

TEST_CASE("A simulation that nobody wants any more stops", "[simulation]") {
  Ward ward = busy();
  ward.model.routes = std::make_shared<const RouteSet>(ward.routes);
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const Result<Simulation> simulation = simulate(ward.model, {}, job);
  REQUIRE_FALSE(simulation);
  CHECK(simulation.error().code == Code::Cancelled);
}

TEST_CASE("The interval holds the expected value about as often as it says", "[simulation]") {
  Ward ward;
  ward.add_role(1, stays(kVisits, kDwell), 2);
  ward.add_role(1, stays(2, 30), 2);
  const double expected = 7 * kVisits * 2 * (kDwell + 30 - 2) / kDayMin;
  int held = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Estimate total = ward.run(30, seed).result.total;
    held += total.low <= expected && expected <= total.high;
  }
  CHECK(held >= 180);
  CHECK(held <= 198);
}

TEST_CASE("Student's quantiles are those of the tables", "[simulation]") {
  CHECK(t_quantile(1) == Approx(12.7062));
  CHECK(t_quantile(5) == Approx(2.5706).epsilon(2e-3));
  CHECK(t_quantile(10) == Approx(2.2281).epsilon(1e-4));
  CHECK(t_quantile(99) == Approx(1.9842).epsilon(1e-4));
}

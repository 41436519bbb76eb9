// SPDX-License-Identifier: GPL-3.0-or-later
// The law: what is drawn agrees with what can be computed.
#include "encounter/simulation.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "ward.h"

using namespace trefpunt;

TEST_CASE("Two people on uniform schedules meet as often as the formula says", "[simulation]") {
  Ward ward;
  ward.add_role(1, stays(kVisits, kDwell), 2);
  ward.add_role(1, stays(2, 30), 2);
  ward.model.overlap_min = 5;
  const Simulation simulation = ward.run(2500);
  agrees(pair_of(simulation, 0, 1).per_week, 7 * kVisits * 2 * (kDwell + 30 - 2 * 5) / kDayMin);
}

TEST_CASE("A chance of noticing thins the encounters and the minutes by that much",
          "[simulation]") {
  Ward ward;
  ward.add_role(1, stays(kVisits, kDwell), 2);
  ward.add_role(1, stays(2, 30), 2);
  ward.model.stations[2].chance = 0.5;
  ward.model.notice = 0.5;
  const Simulation simulation = ward.run(2500);
  const RolePair& row = pair_of(simulation, 0, 1);
  agrees(row.per_week, 7 * 0.25 * kVisits * 2 * (kDwell + 30 - 2) / kDayMin);
  CHECK(row.minutes_per_week ==
        Approx(7 * 0.25 * kVisits * 2 * kDwell * 30 / kDayMin).epsilon(0.03));
}

TEST_CASE("Two walkers in a corridor pass within 2L/v", "[simulation]") {
  // One walks from 0 to 1 only, the other from 1 to 0 only.
  Ward ward;
  ward.add_role(1, stays(20, 1), 1, {0, true}, {}).speed = 0.5;
  ward.add_role(1, stays(20, 1), 0, {0, false}, {}).speed = 0.5;
  const Simulation simulation = ward.run(2500);
  agrees(pair_of(simulation, 0, 1).per_week, 7 * 20 * 20 * (2 * 60 / 30.0) / kDayMin);
  CHECK(pair_of(simulation, 0, 1).passing_per_week == pair_of(simulation, 0, 1).per_week.value);
}

TEST_CASE("Only the stretch that both walk counts", "[simulation]") {
  Ward ward;
  SECTION("at the beginning of one and the end of the other") {
    // From 0 to 1 (60 m) against from 2 to 0 (the first 30 m), at different speeds.
    ward.add_role(1, stays(20, 1), 1, {0, true}, {}).speed = 0.5;
    ward.add_role(1, stays(20, 1), 0, {1, false}, {}).speed = 1;
    agrees(pair_of(ward.run(2500), 0, 1).per_week, 7 * 400 * (30 / 30.0 + 30 / 60.0) / kDayMin);
  }
  SECTION("in the middle of both") {
    // 10, 20 and 30 m against 50, 20 and 50 m.
    for (int i = 0; i < 2; ++i) {
      ward.routes.pieces.push_back({50, 0, 3, {}});
      ward.model.can_stop.push_back(false);
    }
    ward.routes.routes[1] = {ward.way({{3, true}, {1, false}, {4, true}})};
    SECTION("opposite ways") {
      ward.add_role(1, stays(20, 1), 1, {0, true}, {}).speed = 0.5;
      ward.add_role(1, stays(20, 1), 2, {1, true}, {}).speed = 1;
      agrees(pair_of(ward.run(2500), 0, 1).per_week, 7 * 400 * (20 / 30.0 + 20 / 60.0) / kDayMin);
    }
    SECTION("the same way") {
      ward.model.stations[0].chance = 0;
      ward.add_role(1, stays(60, 1), 0, {0, false}, {}).speed = 0.5;
      ward.add_role(1, stays(60, 1), 2, {1, true}, {}).speed = 1;
      ward.routes.pieces[2].space = 4;  // the next one, where they do not meet
      const Simulation simulation = ward.run(2500);
      agrees(pair_of(simulation, 0, 1).per_week,
             7 * 3600 * (2 / 60.0 + 20 / 30.0 - 18 / 60.0) / kDayMin);
      CHECK(place_of(simulation, 4).passings == 0);
    }
  }
}

TEST_CASE("Who walk the same way meet within two metres, or when one catches up", "[simulation]") {
  const double r = 2, length = 60;
  SECTION("as fast as each other") {
    Ward ward;
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 0.5;
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 0.5;
    ward.model.stations[1].chance = 0;
    const Simulation simulation = ward.run(2000);
    agrees(pair_of(simulation, 0, 1).per_week, 7 * 60 * 60 * (2 * r / 30) / kDayMin);
  }
  SECTION("one twice as fast") {
    Ward ward;
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 1;
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 0.5;
    ward.model.stations[1].chance = 0;
    const Simulation simulation = ward.run(2000);
    const double window = r / 60 + std::max(r / 30, length / 30 - (length - r) / 60);
    agrees(pair_of(simulation, 0, 1).per_week, 7 * 60 * 60 * window / kDayMin);
  }
  SECTION("on a stretch shorter than two metres both are on it together") {
    // In the middle of both ways, which share nothing else.
    Ward ward;
    ward.routes.pieces[1].length = 1;
    for (int i = 0; i < 2; ++i) {
      ward.routes.pieces.push_back({50, 0, 3, {}});
      ward.model.can_stop.push_back(false);
    }
    ward.routes.routes[0] = {ward.way({{0, true}, {1, true}, {2, true}})};
    ward.routes.routes[1] = {ward.way({{3, true}, {1, true}, {4, true}})};
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 0.1;
    ward.add_role(1, stays(60, 1), 2, {1, true}, {}).speed = 0.05;
    const Simulation simulation = ward.run(2000);
    agrees(pair_of(simulation, 0, 1).per_week, 7 * 60 * 60 * (1 / 6.0 + 1 / 3.0) / kDayMin);
  }
}

TEST_CASE("Passings fall to the pieces on which people meet", "[simulation]") {
  Ward ward;
  ward.routes.pieces[0].space = 4;  // 10 of the 60 m
  ward.model.can_stop[0] = true;
  double share = 0;
  SECTION("opposite ways: by length") {
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 0.5;
    ward.add_role(1, stays(60, 1), 0, {0, false}, {}).speed = 1;
    share = 10 / 60.0;
  }
  SECTION("side by side from the beginning: on the first piece") {
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 1;
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 1;
    share = 1;
  }
  SECTION("coming from the other end the last piece is the first") {
    ward.add_role(1, stays(60, 1), 0, {0, false}, {}).speed = 1;
    ward.add_role(1, stays(60, 1), 0, {0, false}, {}).speed = 1;
    share = 0;
  }
  SECTION("catching up: by length, and what begins together") {
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 0.5;
    ward.add_role(1, stays(60, 1), 1, {0, true}, {}).speed = 1;
    const double together = 2 / 60.0 + 2 / 30.0, per_metre = 1 / 30.0 - 1 / 60.0;
    share = (together + 8 * per_metre) / (together + 58 * per_metre);
  }
  ward.model.stations[0].chance = ward.model.stations[1].chance = 0;
  const Simulation simulation = ward.run(2000);
  const RolePair& row = pair_of(simulation, 0, 1);
  CHECK(place_of(simulation, 4).passings == Approx(share * row.passing_per_week).epsilon(0.03));
  CHECK(place_of(simulation, 3).passings ==
        Approx((1 - share) * row.passing_per_week).epsilon(0.03));
  CHECK(place_of(simulation, 4).can_stop);
  CHECK_FALSE(place_of(simulation, 3).can_stop);
  // Where one can stop one meets on fewer days.
  CHECK(row.repeated_stop[2] >= 0.1 * share * row.repeated[2]);
  CHECK((share == 1 ? row.repeated_stop == row.repeated : row.repeated_stop[2] < row.repeated[2]));
}

TEST_CASE("Where nobody can notice another nobody meets", "[simulation]") {
  Ward ward = busy();
  SECTION("not in the lounge") {
    for (Station& station : ward.model.stations) station.chance = 0;
    const Simulation simulation = ward.run(20);
    for (const int space : {0, 1}) CHECK(place_of(simulation, space).encounters.value == 0);
    CHECK(place_of(simulation, 3).passings > 0);
  }
  SECTION("nowhere but in a session") {
    ward.model.notice = 0;
    ward.model.sessions.clear();
    CHECK(ward.run(20).result.total.value == 0);
  }
}

TEST_CASE("Who are there at different times never meet", "[simulation]") {
  Ward ward;
  ward.add_role(3, stays(9, 30, 480, 700), 2, {1, true}, {1, false});
  ward.add_role(3, stays(9, 30, 780, 1000), 2, {1, true}, {1, false});
  const Simulation simulation = ward.run(50);
  CHECK(pair_of(simulation, 0, 1).per_week.value == 0);
  CHECK(pair_of(simulation, 0, 1).minutes_per_week == 0);
  CHECK(pair_of(simulation, 0, 0).per_week.value > 0);
}

TEST_CASE("Who come on different weekdays never meet", "[simulation]") {
  Ward ward;
  ward.add_role(2, stays(9, 30), 2).presence[0] = {1, 0, 1, 0, 1, 0, 0};
  ward.add_role(2, stays(9, 30), 2).presence[0] = {0, 1, 0, 1, 0, 1, 1};
  CHECK(pair_of(ward.run(50), 0, 1).per_week.value == 0);
}

TEST_CASE("The day is a circle", "[simulation]") {
  Ward ward;
  SECTION("a stay past midnight meets the morning, once") {
    ward.add_role(1, stays(1, 120, 1400, 1401), 2);
    ward.add_role(1, stays(1, 10, 20, 21), 2);
    agrees(pair_of(ward.run(2000), 0, 1).per_week, 7);
  }
  SECTION("two stays past midnight meet once") {
    ward.add_role(1, stays(1, 120, 1400, 1401), 2);
    ward.add_role(1, stays(1, 120, 1410, 1411), 2);
    agrees(pair_of(ward.run(2000), 0, 1).per_week, 7);
  }
  SECTION("two stays of nearly a day overlap at both ends and meet once") {
    ward.add_role(1, stays(1, 1400, 0, 1), 2);
    ward.add_role(1, stays(1, 1400, 720, 721), 2);
    const Simulation simulation = ward.run(2000);
    agrees(pair_of(simulation, 0, 1).per_week, 7);
    CHECK(pair_of(simulation, 0, 1).minutes_per_week == Approx(7 * 1360).epsilon(0.03));
  }
  SECTION("a stay of more than a day counts as a day") {
    ward.add_role(1, stays(1, 2000), 2);
    ward.add_role(1, stays(1, 60), 2);
    const Simulation simulation = ward.run(2000);
    agrees(pair_of(simulation, 0, 1).per_week, 7);
    CHECK(pair_of(simulation, 0, 1).minutes_per_week == Approx(7 * 60).epsilon(0.03));
  }
  SECTION("a walk that begins before midnight meets one that begins after it") {
    ward.model.overlap_min = 30;
    SECTION("on the same route") {
      // One leaves at 23:59:00 for a stay from 0:01, the other walks back from 0:00:12 on.
      ward.add_role(1, stays(1, 1, 1, 1.01), 1, {0, true}, {}).speed = 0.5;
      ward.add_role(1, stays(1, 10, 1430.2, 1430.21), 1, {}, {0, false}).speed = 0.5;
    }
    SECTION("on another route") {
      // From 1 to 2 from 23:59:30 on, against from 0 to 1, on the last 30 m after 0:00:12.
      ward.add_role(1, stays(1, 1, 0.5, 0.51), 2, {2, true}, {}).speed = 0.5;
      ward.add_role(1, stays(1, 10, 1430.2, 1430.21), 0, {}, {0, true}).speed = 3;
    }
    agrees(pair_of(ward.run(2000), 0, 1).per_week, 7);
  }
}

TEST_CASE("Starts, lengths, places and ways are drawn by their shares", "[simulation]") {
  SECTION("starts") {
    Ward ward;
    Stays uneven = stays(1, 30);
    uneven.starts = {{100, 200, 0.03}, {300, 400, 0.01}};  // 3 and 1 a day
    ward.add_role(1, uneven, 2);
    ward.add_role(1, stays(2, 30, 300, 400), 2);
    const double around = 2 * 29 - 29.0 * 29 / 100;  // min within 29 of each other, in 100
    agrees(pair_of(ward.run(2500), 0, 1).per_week, 7 * 1 * 2 * around / 100);
  }
  SECTION("lengths") {
    Ward ward;
    ward.add_role(1, stays(3, 0), 2).visits[0].stays.dwell = {10, 20, 40, 130};
    ward.add_role(1, stays(3, 30), 2);
    agrees(pair_of(ward.run(2500), 0, 1).per_week, 7 * 9 * (50 + 30 - 2) / kDayMin);
  }
  SECTION("places and ways") {
    Ward ward;
    ward.routes.routes[0].push_back(ward.way({{0, true}, {1, true}}));
    ward.routes.routes[0][0].probability = 0.2;  // 60 m
    ward.routes.routes[0][1].probability = 0.8;  // 30 m
    ward.add_role(50, stays(10, 10), 1, {0, true}, {0, false});
    ward.model.classes[0].to[0].push_back({2, 0.9, {}, {}});
    ward.model.classes[0].to[0].push_back({0, 0.05, {}, {}});
    ward.model.classes[0].to[0][0].probability = 0.05;
    const Simulation simulation = ward.run(200);
    CHECK(simulation.result.roles[0].walk_m_per_day ==
          Approx(2 * 10 * 0.05 * (0.2 * 60 + 0.8 * 30)).epsilon(0.02));
    const double meet = 7 * 1225 * 10 * 10 * 18 / kDayMin;
    CHECK(place_of(simulation, 0).encounters.value == Approx(0.0025 * meet).epsilon(0.05));
    CHECK(place_of(simulation, 1).encounters.value == Approx(0.0025 * meet).epsilon(0.05));
    CHECK(place_of(simulation, 2).encounters.value == Approx(0.81 * meet).epsilon(0.02));
  }
}

TEST_CASE("Stations in one space are one place, those in entrances are apart", "[simulation]") {
  Ward ward;
  ward.add_role(1, stays(kVisits, kDwell), 1);
  ward.add_role(1, stays(kVisits, kDwell), 2);
  ward.model.stations[1].space = ward.model.stations[2].space = 5;
  CHECK(place_of(ward.run(50), 5).encounters.value > 0);
  ward.model.stations[1].space = ward.model.stations[2].space = -1;
  CHECK(ward.run(50).result.total.value == 0);
}

TEST_CASE("Passings on stairs count in the total and in no place", "[simulation]") {
  Ward ward;
  for (Piece& piece : ward.routes.pieces) piece.storey = piece.space = -1;
  ward.add_role(1, stays(20, 1), 1, {0, true}, {});
  ward.add_role(1, stays(20, 1), 0, {0, false}, {});
  const Simulation simulation = ward.run(50);
  CHECK(simulation.result.total.value > 0);
  for (const PlaceMeetings& place : simulation.result.places) CHECK(place.passings == 0);
}

TEST_CASE("Members of a session meet when both attend", "[simulation]") {
  Ward ward;
  ward.add_role(3, {}, 2);
  ModelSession session{2, {}, 600, 90, 4, {0.6, 0.6, 0}};
  session.on[1] = session.on[4] = true;
  ward.model.sessions.push_back(session);
  ward.model.classes[0].count = 2;
  ward.model.classes[0].sessions = {0};
  PersonClass other = ward.model.classes[0];
  other.first = 2;
  other.count = 1;
  other.sessions.clear();
  ward.model.classes.push_back(other);
  const Simulation simulation = ward.run(3000);
  const RolePair& row = pair_of(simulation, 0, 0);
  agrees(row.per_week, 2 * 0.36 / 3);  // one of three pairs
  CHECK(row.minutes_per_week == Approx(90 * row.per_week.value));
  CHECK(row.twice_in_week == Approx(0.36 * 0.36 / 3).epsilon(0.1));
  CHECK(row.days == Approx((28 + 7 + 7) / 3.0));
  CHECK(place_of(simulation, 2).encounters.value == Approx(3 * row.per_week.value));
  CHECK(place_of(simulation, 2).peak == Approx(2 * 0.6).epsilon(0.05));  // on either day
  // Eight meetings in the series of four weeks.
  const double missed = std::pow(1 - 0.36, 8), once = 8 * 0.36 * std::pow(1 - 0.36, 7);
  CHECK(row.repeated[2] == Approx((1 - missed - once) / 3).epsilon(0.02));
}

TEST_CASE("Repeats come from the days on which pairs met", "[simulation]") {
  Ward ward;
  ward.add_role(1, stays(1, 60, 600, 601), 2);
  ward.add_role(1, stays(1, 60, 600, 601), 2);
  const Simulation simulation = ward.run(2500);
  const RolePair& row = pair_of(simulation, 0, 1);
  // Both come at least once: each day alike, apart from each other.
  const double met = std::pow(1 - std::exp(-1), 2), not_met = 1 - met;
  const double twice = 1 - std::pow(not_met, 7) - 7 * met * std::pow(not_met, 6);
  CHECK(row.twice_in_week == Approx(twice).epsilon(0.02));
  CHECK(row.repeated[2] == Approx(twice).epsilon(0.02));
  CHECK(row.repeated[0] < row.repeated[1]);
  CHECK(row.repeated[1] < row.repeated[2]);
  CHECK(row.repeated_stop == row.repeated);
  double repeated = 0;
  for (const double pairs : simulation.repeated_of_week) repeated += pairs;
  CHECK(repeated / 2500 == Approx(row.twice_in_week));
}

TEST_CASE("Pairs that meet twice at a place count there once", "[simulation]") {
  Ward ward;
  ward.add_role(4, stays(30, 200), 2);
  const Simulation simulation = ward.run(10);
  CHECK(place_of(simulation, 2).distinct_pairs == 6);
  CHECK(place_of(simulation, 2).encounters.value > 1000);
}

TEST_CASE("The most people at one time are counted over the bins of the day", "[simulation]") {
  // About four of eight are there around noon: the mean of stays is 30/60 of the hour.
  Ward ward;
  ward.add_role(8, stays(1, 30, 700, 760), 2);
  ward.add_role(8, stays(1, 60, 1430, 1431), 2);
  const Simulation simulation = ward.run(1000);
  CHECK(place_of(simulation, 2).peak == Approx(8).epsilon(0.03));
  ward.model.roles[1].visits[0].stays = {};
  // The largest of many bins is above their mean by some standard errors.
  CHECK(place_of(ward.run(1000), 2).peak == Approx(4).epsilon(0.06));
}

TEST_CASE("Bridging compares with pairs taken at random", "[simulation]") {
  Ward ward;
  ward.add_role(3, stays(3, 60), 2);
  ward.add_role(3, stays(3, 60), 2);
  const Simulation mixed = ward.run(500);
  REQUIRE(mixed.result.bridging);
  CHECK(*mixed.result.bridging == Approx(1).epsilon(0.03));
  CHECK(*mixed.result.ei_index == Approx((9 - 6) / 15.0).margin(0.03));
  CHECK(mixed.result.roles[0].familiar ==
        Approx(2 * pair_of(mixed, 0, 0).repeated[1] + 3 * pair_of(mixed, 0, 1).repeated[1]));
  CHECK(mixed.result.roles[0].familiar_own == Approx(2 * pair_of(mixed, 0, 0).repeated[1]));
  ward.model.classes[1].to[0] = {{1, 1, {}, {}}};
  const Simulation apart = ward.run(50);
  CHECK(*apart.result.bridging == 0);
  CHECK(*apart.result.ei_index == -1);
  ward.model.notice = 0;
  CHECK_FALSE(ward.run(10).result.bridging);
}

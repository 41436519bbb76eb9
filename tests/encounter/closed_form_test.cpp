// SPDX-License-Identifier: GPL-3.0-or-later
// Expected encounters by formula, with values that can be counted by hand.
#include "laid_plan.h"
#include "ward.h"

using namespace trefpunt;

namespace {

Formula formula_of(Ward ward) {
  ward.model.routes = std::make_shared<const RouteSet>(ward.routes);
  return formula_of(std::move(ward.model));
}
Encounters encounters_of(Ward ward) {
  return formula_of(std::move(ward)).encounters;
}

// Minutes of the window in which two who walk `m` at 1.33 m/s in opposite ways meet.
double opposite(double m) {
  return 2 * m / 1.33 / 60;
}
// The same of two who walk the same way, within 2 m.
constexpr double kSameWay = 2 * 2 / 1.33 / 60;

constexpr int kLounge = 2, kCorridor = 3;  // spaces of Ward

// Two who stay in the lounge of a ward at any time of the day, without a walk.
Ward two_in_lounge(double one = 4, double dwell = 60, double other = 2, double other_dwell = 30) {
  Ward ward;
  ward.add_role(1, stays(one, dwell), kLounge);
  ward.add_role(1, stays(other, other_dwell), kLounge);
  return ward;
}
// A corridor with a door at both ends, 60 m apart; two roles go to each other's end and stay.
Ward opposite_ways() {
  Ward ward;
  ward.add_role(1, stays(3, 20), 1, {0, true});
  ward.add_role(1, stays(5, 20), 0, {0, false});
  return ward;
}

double sum_over_places(const Encounters& encounters) {
  double sum = 0;
  for (const PlaceMeetings& place : encounters.places) {
    sum += place.encounters.value + place.passings;
  }
  return sum;
}

// The chance of at least two days when each of `days` has its own chance.
double twice(const std::vector<double>& days) {
  double none = 1, one = 0;
  for (const double p : days) {
    one = one * (1 - p) + none * p;
    none *= 1 - p;
  }
  return 1 - none - one;
}

}  // namespace

TEST_CASE("Two who come at any time meet la lb (ta + tb - 2 t) / 1440 times a day",
          "[closed form]") {
  Ward ward = two_in_lounge();
  for (const double overlap_min : {0.0, 1.0, 5.0}) {
    ward.model.overlap_min = overlap_min;
    const Encounters result = encounters_of(ward);
    const double expected = 7 * 4 * 2 * (60 + 30 - 2 * overlap_min) / 1440;
    CHECK(result.pairs.at(0).per_week.value == Approx(expected).epsilon(1e-9));
    CHECK(result.total.value == Approx(expected).epsilon(1e-9));
    CHECK(place_of(result, kLounge).encounters.value == Approx(expected).epsilon(1e-9));
    CHECK(result.pairs.at(0).passing_per_week == 0);
  }
}

TEST_CASE("On a plan two who come at any time meet as the formula says", "[closed form]") {
  const LaidPlan plan(storey_from_text(R"(
    ######
    #l...#
    #....#
    ######)",
                                       {{'l', room(Use::Lounge)}}));
  const Formula formula = plan.formula(
      programme_of({people("x", 1, to_use(Use::Lounge), {errand(home_place(), 3, 40)}),
                    people("y", 1, to_use(Use::Lounge), {errand(home_place(), 5, 12)})}));
  CHECK(formula.encounters.pairs.at(0).per_week.value ==
        Approx(7 * 3 * 5 * (40 + 12 - 2) / 1440.0).epsilon(1e-9));
}

TEST_CASE("Minutes together are those of two who are there independently", "[closed form]") {
  Ward ward = two_in_lounge();
  const double expected = 7 * (4 * 60) * (2 * 30) / 1440.0;
  CHECK(encounters_of(ward).pairs.at(0).minutes_per_week == Approx(expected).epsilon(1e-9));
  CHECK(place_of(encounters_of(ward), kLounge).minutes == Approx(expected).epsilon(1e-9));
  ward.model.stations[2].chance = 0.4;
  ward.model.notice = 0.5;
  CHECK(encounters_of(ward).pairs.at(0).minutes_per_week == Approx(0.2 * expected).epsilon(1e-9));
  CHECK(encounters_of(ward).pairs.at(0).per_week.value ==
        Approx(0.2 * 7 * 4 * 2 * (60 + 30 - 2) / 1440.0).epsilon(1e-9));
}

TEST_CASE("Who go opposite ways through a corridor meet 2 L / v times their common rate",
          "[closed form]") {
  const Encounters result = encounters_of(opposite_ways());
  const double expected = 7 * opposite(60) * 3 * 5 / 1440;
  CHECK(result.pairs.at(0).passing_per_week == Approx(expected));
  CHECK(result.pairs.at(0).per_week.value == Approx(expected));
  CHECK(place_of(result, kCorridor).passings == Approx(expected));
  CHECK(place_of(result, kCorridor).encounters.value == 0);
}

TEST_CASE("On a plan who go opposite ways pass as often as their corridor is long",
          "[closed form]") {
  const LaidPlan plan(storey_from_text(
      R"(
    ##############################
    #a.#......................#b.#
    #..D..........c...........D..#
    #..#......................#..#
    ##############################)",
      {{'a', room(Use::Office, "1")}, {'b', room(Use::Office, "2")}, {'c', room(Use::Corridor)}}));
  Programme programme = programme_of({people("x", 1, to_room("1"), {errand(to_room("2"), 3)}),
                                      people("y", 1, to_room("2"), {errand(to_room("1"), 5)})});
  for (Role& role : programme.roles) role.errands[0].stays = true;
  const Formula formula = plan.formula(programme);
  const auto& stations = formula.model.stations;
  const double length =
      walking_distances(*plan.on_foot, stations[0].place, {stations[1].place}).at(0);
  CHECK(length > 24);
  CHECK(formula.encounters.pairs.at(0).passing_per_week ==
        Approx(7 * opposite(length) * 3 * 5 / 1440).epsilon(0.02));
}

TEST_CASE("Who come for the same sitting pass only the same way", "[closed form]") {
  Ward ward;
  // Starts within half an hour, an hour's stay: nobody comes when others go.
  ward.add_role(2, stays(1, 60, 600, 630), kLounge, {1, true}, {1, false});
  const Formula formula = formula_of(ward);
  const StayPair& pair = formula.stays->of(0, 0).at(0, 0);
  CHECK(pair.common[leg_pair(0, 1)] == 0);
  CHECK(pair.common[leg_pair(1, 0)] == 0);
  // There and back, 30 minutes with a rate of 1/30 each.
  CHECK(formula.encounters.pairs.at(0).passing_per_week == Approx(7 * 2 * kSameWay / 30));
}

TEST_CASE("Who come when others go pass them", "[closed form]") {
  Ward ward;
  ward.add_role(1, stays(1, 60, 600, 630), kLounge, {1, true}, {1, false});
  ward.add_role(1, stays(1, 60, 660, 690), kLounge, {1, true}, {1, false});
  CHECK(encounters_of(ward).pairs.at(0).passing_per_week == Approx(7 * opposite(30) / 30));
}

TEST_CASE("Two who share a part of their ways pass on that part", "[closed form]") {
  Ward ward;
  // From 0 to 1, 60 m; from 2 to 0, the first 30 m of it.
  ward.add_role(1, stays(3, 20), 1, {0, true});
  ward.add_role(1, stays(5, 20), 0, {1, false});
  CHECK(encounters_of(ward).pairs.at(0).passing_per_week == Approx(7 * opposite(30) * 15 / 1440));
}

TEST_CASE("What cannot be is 0", "[closed form]") {
  const auto nothing = [](const Encounters& result) {
    const RolePair& pair = result.pairs.at(0);
    CHECK(result.total.value == 0);
    CHECK(pair.per_week.value == 0);
    CHECK(pair.minutes_per_week == 0);
    CHECK(pair.repeated == std::array<double, 3>{});
    CHECK(pair.twice_in_week == 0);
    for (const PlaceMeetings& place : result.places) {
      CHECK(place.encounters.value == 0);
      CHECK(place.passings == 0);
      CHECK(place.distinct_pairs == 0);
    }
    CHECK_FALSE(result.bridging);
    CHECK_FALSE(result.ei_index);
  };
  SECTION("Nobody can notice each other there") {
    Ward ward = two_in_lounge();
    ward.model.stations[kLounge].chance = 0;
    nothing(encounters_of(ward));
  }
  SECTION("Nobody notices") {
    Ward ward = busy();
    ward.model.sessions.clear();
    for (PersonClass& people : ward.model.classes) people.sessions.clear();
    ward.model.notice = 0;
    nothing(encounters_of(ward));
  }
  SECTION("They are there on other days") {
    Ward ward = two_in_lounge();
    ward.model.roles[0].presence[0] = {1, 1, 1, 0, 0, 0, 0};
    ward.model.roles[1].presence[0] = {0, 0, 0, 1, 1, 1, 1};
    nothing(encounters_of(ward));
  }
  SECTION("They are there at other times") {
    Ward ward;
    ward.add_role(1, stays(4, 30, 480, 600), kLounge, {1, true}, {1, false});
    ward.add_role(1, stays(4, 30, 840, 960), kLounge, {1, true}, {1, false});
    nothing(encounters_of(ward));
  }
  SECTION("They share no place and no way") {
    Ward ward;
    ward.add_role(1, stays(4, 60), kLounge, {1, true}, {1, false});
    ward.add_role(1, stays(4, 60), 1, {2, false}, {2, true});
    nothing(encounters_of(ward));
  }
}

TEST_CASE("A stay shorter than an encounter is none, but minutes are minutes", "[closed form]") {
  Ward ward = two_in_lounge(4, 60, 2, 3);
  ward.model.overlap_min = 4;
  const Encounters result = encounters_of(ward);
  CHECK(result.total.value == 0);
  CHECK(result.pairs.at(0).minutes_per_week == Approx(7 * (4 * 60) * (2 * 3) / 1440.0));
  CHECK(place_of(result, kLounge).minutes == Approx(7 * (4 * 60) * (2 * 3) / 1440.0));
}

TEST_CASE("More people, visits, time and chance give more encounters", "[closed form]") {
  struct Given {
    int count = 3;
    double per_day = 2, dwell = 30, chance = 0.5, notice = 0.5, there = 0.5;
  };
  const auto result = [](const Given& given) {
    Ward ward;
    ward.add_role(given.count, stays(given.per_day, given.dwell), kLounge, {1, true}, {1, false});
    ward.model.roles[0].presence[0].fill(given.there);
    ward.add_role(2, stays(3, 20), kLounge, {0, true}, {2, false});
    ward.model.stations[kLounge].chance = given.chance;
    ward.model.notice = given.notice;
    return encounters_of(ward);
  };
  const Encounters low = result({});
  const RolePair& row = pair_of(low, 0, 1);
  const auto more = [&](const Given& given, double by) {
    const Encounters high = result(given);
    const RolePair& other = pair_of(high, 0, 1);
    CHECK(high.total.value > low.total.value);
    CHECK(other.pairs * other.per_week.value ==
          Approx(by * row.pairs * row.per_week.value).epsilon(1e-6));
    CHECK(other.pairs * other.twice_in_week > row.pairs * row.twice_in_week);
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(other.pairs * other.repeated[k] > row.pairs * row.repeated[k]);
    }
    CHECK(place_of(high, kLounge).distinct_pairs > place_of(low, kLounge).distinct_pairs);
  };
  more({.count = 6}, 2);
  more({.per_day = 4}, 2);
  more({.notice = 1}, 2);
  more({.there = 1}, 2);
  const double passing = row.passing_per_week, stay = row.per_week.value - passing;
  more({.dwell = 60}, (passing + stay * (60 + 20 - 2) / (30 + 20 - 2)) / (passing + stay));
  more({.chance = 1}, (passing + 2 * stay) / (passing + stay));
}

TEST_CASE("The order of the roles changes nothing", "[closed form]") {
  const auto make = [](bool turned) {
    Ward ward;
    const auto one = [&] {
      ward.add_role(3, {{{400, 1200, 0.004}}, {10, 20, 40, 90}}, kLounge, {1, true}, {1, false});
    };
    const auto other = [&] {
      ward.add_role(2, stays(5, 20, 300, 900), kLounge, {2, true}, {1, false}).speed = 0.8;
    };
    turned ? other() : one();
    turned ? one() : other();
    ward.model.stations[kLounge].chance = 0.7;
    return encounters_of(ward);
  };
  const Encounters a = make(false), b = make(true);
  const auto same = [](const RolePair& one, const RolePair& other) {
    CHECK(one.pairs == other.pairs);
    CHECK(one.per_week.value == Approx(other.per_week.value).epsilon(1e-9));
    CHECK(one.passing_per_week == Approx(other.passing_per_week).epsilon(1e-6));
    CHECK(one.minutes_per_week == Approx(other.minutes_per_week).epsilon(1e-9));
    CHECK(one.twice_in_week == Approx(other.twice_in_week).epsilon(1e-6));
    for (std::size_t k = 0; k < 3; ++k) CHECK(one.repeated[k] == Approx(other.repeated[k]));
  };
  same(pair_of(a, 0, 1), pair_of(b, 0, 1));
  same(pair_of(a, 0, 0), pair_of(b, 1, 1));
  same(pair_of(a, 1, 1), pair_of(b, 0, 0));
  CHECK(a.total.value == Approx(b.total.value).epsilon(1e-6));
}

TEST_CASE("A pair meets in a place on at least one day of the week with 1 - exp(-7 H)",
          "[closed form]") {
  const Ward ward = two_in_lounge(1, 60, 1, 30);
  const double hazard = no_meeting_hazard(stays(1, 60), stays(1, 30), 1, 1);
  const Encounters result = encounters_of(ward);
  CHECK(place_of(result, kLounge).distinct_pairs ==
        Approx(1 - std::exp(-7 * hazard)).epsilon(1e-9));
  const double day = 1 - std::exp(-hazard);
  CHECK(result.pairs.at(0).twice_in_week ==
        Approx(twice(std::vector<double>(7, day))).epsilon(1e-9));

  const Encounters passing = encounters_of(opposite_ways());
  CHECK(place_of(passing, kCorridor).distinct_pairs ==
        Approx(1 - std::exp(-7 * opposite(60) * 15 / 1440)));
}

TEST_CASE("Overlapping stays of one person are merged at every chance", "[closed form]") {
  for (const double chance : {0.5, 1.0}) {
    Ward ward = two_in_lounge(12, 60, 8, 90);
    for (ModelRole& role : ward.model.roles) role.presence[0] = {1, 0, 0, 0, 0, 0, 0};
    ward.model.stations[kLounge].chance = chance;
    const double hazard = no_meeting_hazard(stays(12, 60), stays(8, 90), 1, chance);
    CHECK(hazard < 0.8 * encounters_of(ward).total.value);
    CHECK(place_of(encounters_of(ward), kLounge).distinct_pairs ==
          Approx(1 - std::exp(-hazard)).epsilon(1e-9));
  }
}

TEST_CASE("Of visits that go to several places fewer overlap in each", "[closed form]") {
  Ward ward = two_in_lounge(12, 60, 8, 90);
  for (ModelRole& role : ward.model.roles) role.presence[0] = {1, 0, 0, 0, 0, 0, 0};
  for (PersonClass& people : ward.model.classes) {
    people.to[0] = {{kLounge, 0.25, {}, {}}, {1, 0.75, {}, {}}};
  }
  const double hazard = no_meeting_hazard(stays(3, 60), stays(2, 90), 1, 1);
  CHECK(place_of(encounters_of(ward), kLounge).distinct_pairs ==
        Approx(1 - std::exp(-hazard)).epsilon(0.01));
}

TEST_CASE("A pair that meets in a group may meet elsewhere that day: one day", "[closed form]") {
  Ward ward = two_in_lounge(1, 60, 1, 60);
  for (ModelRole& role : ward.model.roles) role.presence[0] = {1, 1, 0, 0, 0, 0, 0};
  ModelSession session{1, {}, 600, 45, 1, {0.5, 0.6}};
  session.on[0] = session.on[1] = true;
  ward.model.sessions.push_back(session);
  for (PersonClass& people : ward.model.classes) people.sessions = {0};
  const double apart = std::exp(-no_meeting_hazard(stays(1, 60), stays(1, 60), 1, 1));
  const double day = 1 - apart * (1 - 0.3);
  const RolePair pair = encounters_of(ward).pairs.at(0);
  CHECK(pair.twice_in_week == Approx(day * day).epsilon(1e-9));
  CHECK(pair.repeated[2] == Approx(day * day).epsilon(1e-9));
  CHECK(pair.repeated_stop[2] == Approx(day * day).epsilon(1e-9));
}

TEST_CASE("A way that runs through several places is one way", "[closed form]") {
  Ward ward;
  ward.add_role(1, stays(3, 20), 1, {0, true});
  ward.add_role(1, stays(5, 20), 1, {0, true}).speed = 0.8;
  ward.model.beside_m = 15;  // more than the first piece is long
  const double whole = encounters_of(ward).pairs.at(0).passing_per_week;
  CHECK(whole > 0);
  ward.model.can_stop = {false, true, false};
  CHECK(encounters_of(ward).pairs.at(0).passing_per_week == Approx(whole).epsilon(1e-6));
  ward.routes.pieces[2].space = 4;
  const Encounters result = encounters_of(ward);
  CHECK(result.pairs.at(0).passing_per_week == Approx(whole).epsilon(1e-6));
  CHECK(place_of(result, kCorridor).passings + place_of(result, 4).passings ==
        Approx(whole).epsilon(1e-6));
}

TEST_CASE("Who only goes passes who only comes, at the time of going and coming", "[closed form]") {
  Ward ward;
  ward.add_role(1, stays(1, 60, 600, 630), kLounge, {}, {1, false});
  ward.add_role(1, stays(1, 60, 660, 690), kLounge, {1, true}, {});
  CHECK(encounters_of(ward).pairs.at(0).passing_per_week == Approx(7 * opposite(30) / 30));
}

TEST_CASE("Distinct pairs are never more than pairs or encounters", "[closed form]") {
  for (const double per_day : {0.1, 2.0, 20.0}) {
    Ward ward;
    ward.add_role(4, stays(per_day, 40), kLounge, {1, true}, {1, false});
    ward.add_role(3, stays(per_day, 20), kLounge, {2, true}, {2, false});
    for (const PlaceMeetings& place : encounters_of(ward).places) {
      CHECK(place.distinct_pairs >= 0);
      CHECK(place.distinct_pairs <= 21);
      CHECK(place.distinct_pairs <= place.encounters.value + place.passings);
    }
  }
}

TEST_CASE("Who is never there on the same day as another shift meets only its own",
          "[closed form]") {
  // Either early or late, each with a half; in both one visit somewhere in the same hour.
  Ward ward;
  ward.add_role(2, stays(1, 60, 600, 660), kLounge);
  ModelRole& role = ward.model.roles[0];
  role.presence = {{}, {}};
  role.presence[0].fill(0.5);
  role.presence[1].fill(0.5);
  role.visits.push_back(role.visits[0]);
  role.visits[1].presence = 1;
  role.visits[1].stays = stays(1, 60, 900, 960);
  ward.model.classes[0].to.push_back(ward.model.classes[0].to[0]);
  const double one_shift = expected_overlaps(stays(1, 60, 600, 660), stays(1, 60, 600, 660), 1);
  const Encounters result = encounters_of(ward);
  CHECK(result.pairs.at(0).per_week.value == Approx(7 * 2 * 0.25 * one_shift).epsilon(1e-9));
  const double met =
      2 * 0.25 *
      (1 - std::exp(-no_meeting_hazard(stays(1, 60, 600, 660), stays(1, 60, 600, 660), 1, 1)));
  CHECK(result.pairs.at(0).twice_in_week ==
        Approx(twice(std::vector<double>(7, met))).epsilon(1e-9));
}

TEST_CASE("A visit that goes to several places meets who goes to the same one", "[closed form]") {
  Ward ward = two_in_lounge();
  for (PersonClass& people : ward.model.classes) {
    people.to[0] = {{kLounge, 0.25, {}, {}}, {1, 0.75, {}, {}}};
  }
  const Encounters result = encounters_of(ward);
  const double whole = 7 * 4 * 2 * (60 + 30 - 2) / 1440.0;
  CHECK(place_of(result, kLounge).encounters.value == Approx(whole / 16).epsilon(1e-9));
  CHECK(place_of(result, 1).encounters.value == Approx(whole * 9 / 16).epsilon(1e-9));
}

TEST_CASE("Members of a group meet with the square of their attendance", "[closed form]") {
  Ward ward;
  ward.add_role(4, stays(0.001, 1), 0);
  ward.model.roles[0].visits.clear();
  PersonClass others = ward.model.classes[0];
  ward.model.classes[0].to.clear();
  ward.model.classes[0].count = 3;
  others.first = 3;
  others.count = 1;
  others.to.clear();
  ward.model.classes.push_back(others);
  ModelSession session{kLounge, {}, 600, 45, 8, {0.5, 0.5, 0.5, 0}};
  session.on[1] = session.on[3] = true;
  ward.model.sessions.push_back(session);
  ward.model.classes[0].sessions = {0};
  const Encounters result = encounters_of(ward);

  const PlaceMeetings& place = place_of(result, kLounge);
  CHECK(place.encounters.value == Approx(3 * 2 * 0.25));
  CHECK(place.minutes == Approx(3 * 2 * 0.25 * 45));
  CHECK(place.distinct_pairs == Approx(3 * (1 - 0.75 * 0.75)));
  CHECK(place.peak == Approx(1.5));
  const RolePair& pair = result.pairs.at(0);
  CHECK(pair.pairs == 6);
  CHECK(pair.per_week.value == Approx(1.5 / 6));
  CHECK(pair.minutes_per_week == Approx(1.5 * 45 / 6));
  // Three pairs have the eight weeks of the series, three the week of the role.
  CHECK(pair.days == Approx((3 * 56 + 3 * 7) / 6.0));
  CHECK(pair.repeated[2] == Approx(twice(std::vector<double>(16, 0.25)) / 2));
  CHECK(pair.repeated_stop[2] == pair.repeated[2]);
  CHECK(pair.twice_in_week == Approx(0.25 * 0.25 / 2));
}

TEST_CASE("The window is that of who stays shortest", "[closed form]") {
  Ward ward = two_in_lounge(1, 10, 1, 10);
  ward.model.roles[0].window_days = 84;
  ward.model.roles[1].window_days = 10;
  const RolePair pair = encounters_of(ward).pairs.at(0);
  CHECK(pair.days == 10);
  const double day = 1 - std::exp(-no_meeting_hazard(stays(1, 10), stays(1, 10), 1, 1));
  CHECK(pair.repeated[2] == Approx(twice(std::vector<double>(10, day))).epsilon(1e-9));
}

TEST_CASE("The peak is the most people at one time", "[closed form]") {
  Ward ward;
  // One visit each between ten and eleven, an hour long: at eleven all ten are there.
  ward.add_role(10, stays(1, 60, 600, 660), kLounge);
  CHECK(place_of(encounters_of(ward), kLounge).peak == Approx(10));
  // Over midnight too.
  Ward night;
  night.add_role(10, stays(1, 120, 1380, 1440), kLounge);
  CHECK(place_of(encounters_of(night), kLounge).peak == Approx(10));
  // Half of them on Monday, all of them on Sunday.
  ward.model.roles[0].presence[0] = {0.5, 0, 0, 0, 0, 0, 0.75};
  CHECK(place_of(encounters_of(ward), kLounge).peak == Approx(7.5));
}

TEST_CASE("Walking per day is there and back of each visit", "[closed form]") {
  Ward ward;
  ward.add_role(2, stays(4, 10), kLounge, {1, true}, {1, false});
  ward.add_role(1, stays(2, 10), 1, {0, true});
  ward.model.roles[1].presence[0] = {0.5, 0.5, 0, 0, 0, 0, 0};
  const Encounters result = encounters_of(ward);
  CHECK(result.roles.at(0).walk_m_per_day == Approx(4 * 2 * 30));
  CHECK(result.roles.at(1).walk_m_per_day == Approx(2 * 60));  // on a day that one is there
}

TEST_CASE("Walking is that of each route by its probability", "[closed form]") {
  Ward ward;
  ward.add_role(1, stays(3, 10), kLounge, {1, true}, {1, false});
  ward.routes.routes[1] = {ward.way({{0, true}, {1, true}}), ward.way({{0, true}, {2, true}})};
  ward.routes.routes[1][0].probability = 0.75;
  ward.routes.routes[1][1].probability = 0.25;
  CHECK(encounters_of(ward).roles.at(0).walk_m_per_day == Approx(3 * 2 * (0.75 * 30 + 0.25 * 40)));
}

TEST_CASE("Frailty makes rare repeats likelier and frequent ones less likely", "[closed form]") {
  const auto repeated = [](double per_day, int times) {
    Ward ward = two_in_lounge(per_day, 30, per_day, 30);
    ward.model.times = times;
    return encounters_of(ward).pairs.at(0).repeated;
  };
  const auto rare = repeated(0.2, 2), often = repeated(8, 2), once = repeated(0.2, 1);
  CHECK(rare[0] > rare[1]);
  CHECK(rare[1] > rare[2]);
  CHECK(often[0] < often[1]);
  CHECK(often[1] < often[2]);
  // At least once: always less likely when encounters are heaped on few pairs.
  CHECK(once[0] < once[1]);
  CHECK(once[1] < once[2]);
}

TEST_CASE("A passing counts as one that can become a talk only where one can stop",
          "[closed form]") {
  Ward ward = opposite_ways();
  RolePair pair = encounters_of(ward).pairs.at(0);
  CHECK(pair.repeated[1] > 0);
  CHECK(pair.repeated_stop == std::array<double, 3>{});
  CHECK_FALSE(place_of(encounters_of(ward), kCorridor).can_stop);
  ward.model.can_stop = {true, false, false};
  const RolePair some = encounters_of(ward).pairs.at(0);
  CHECK(some.repeated_stop[1] > 0);
  CHECK(some.repeated_stop[1] < some.repeated[1]);
  CHECK(some.repeated[1] == Approx(pair.repeated[1]));
  CHECK(place_of(encounters_of(ward), kCorridor).can_stop);
  ward.model.can_stop = {true, true, true};
  pair = encounters_of(ward).pairs.at(0);
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(pair.repeated_stop[k] == Approx(pair.repeated[k]).epsilon(1e-6));
  }
}

TEST_CASE("Places and pairs add up to the same total", "[closed form]") {
  const Encounters result = encounters_of(busy());
  double pairs = 0;
  for (const RolePair& row : result.pairs) pairs += row.pairs * row.per_week.value;
  CHECK(result.total.value == Approx(pairs).epsilon(1e-12));
  CHECK(sum_over_places(result) == Approx(pairs).epsilon(1e-6));
}

TEST_CASE("Familiar others are the expected number of repeated pairs of one person",
          "[closed form]") {
  const Encounters result = encounters_of(busy());
  const double own = pair_of(result, 0, 0).repeated[1], other = pair_of(result, 0, 1).repeated[1],
               third = pair_of(result, 0, 2).repeated[1];
  CHECK(result.roles.at(0).familiar_own == Approx(3 * own));
  CHECK(result.roles.at(0).familiar == Approx(3 * own + 5 * other + 2 * third));
}

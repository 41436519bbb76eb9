// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "measure/people.h"

using namespace trefpunt;

namespace {

Storey plan(const char* lounge = "ss") {
  const std::string text = R"(
    #################
    #1..#2..#l.)" + std::string(lounge) +
                           R"(#p..#
    ##D###D###O####D#
    #c..............#
    ######E##########)";
  return storey_from_text(text, {{'1', space("kamer", Use::Bedroom)},
                                 {'2', space("kantoor", Use::Office)},
                                 {'l', space("lounge", Use::Lounge)},
                                 {'p', space("apotheek", Use::Pharmacy)},
                                 {'c', space("gang", Use::Corridor)}});
}

Role patients(std::vector<Errand> errands, int count = 1) {
  return people("patient", RoleKind::Patient, count, Use::Bedroom, std::move(errands));
}
Role doctors(std::vector<Errand> errands) {
  return people("arts", RoleKind::Staff, 1, Use::Office, std::move(errands));
}

TestScene scene_of(Storey storey, std::vector<Role> roles) {
  TestScene scene(building_of({std::move(storey)}), programme_of(std::move(roles)));
  REQUIRE_FALSE(scene.encounter->refused);
  return scene;
}

double index_of(const TestScene& scene, const std::map<std::string, double>& changed = {}) {
  return number(scene.measure("recurrence_index", changed).headline);
}

// Numbers of its own in place of the closed form's.
TestScene with_numbers(Encounters encounters, std::vector<Relation> relations) {
  TestScene scene = scene_of(plan(), {patients({errand("koffie", Use::Lounge, 9, 11)}, 3),
                                      doctors({errand("koffie", Use::Lounge, 9, 11)})});
  scene.programme->relations = std::move(relations);
  encounters.roles.resize(2);
  scene.encounter->encounters = std::make_shared<const Encounters>(std::move(encounters));
  return scene;
}

RolePair role_pair(int a, int b, int pairs, std::array<double, 3> repeated) {
  RolePair made;
  made.a = a;
  made.b = b;
  made.pairs = pairs;
  made.repeated_stop = repeated;
  made.repeated = {1, 1, 1};  // on the way as well: not asked for
  return made;
}

}  // namespace

TEST_CASE("A lounge that two groups visit in the same mornings counts", "[measure]") {
  const TestScene scene = scene_of(plan(), {patients({errand("koffie", Use::Lounge, 9, 11)}),
                                            doctors({errand("koffie", Use::Lounge, 9, 11)})});
  const Outcome outcome = scene.measure("recurrence_index");
  CHECK(number(outcome.headline) == 1);
  CHECK(number(row(outcome, "S4")) == 1);
  CHECK(outcome.places.empty());
}

TEST_CASE("Groups that come in different parts of the day do not meet", "[measure]") {
  const TestScene scene = scene_of(plan(), {patients({errand("koffie", Use::Lounge, 9, 11)}),
                                            doctors({errand("koffie", Use::Lounge, 13, 17)})});
  const Outcome outcome = scene.measure("recurrence_index");
  CHECK(number(outcome.headline) == 0);
  CHECK(objects(outcome.places) == std::vector<std::string>{"S4"});
}

TEST_CASE("One group alone is no meeting of groups", "[measure]") {
  CHECK(index_of(scene_of(plan(), {patients({errand("koffie", Use::Lounge, 9, 11)}, 5)})) == 0);
}

TEST_CASE("A place with one seat does not count", "[measure]") {
  CHECK(index_of(scene_of(plan("s."), {patients({errand("koffie", Use::Lounge, 9, 11)}),
                                       doctors({errand("koffie", Use::Lounge, 9, 11)})})) == 0);
}

TEST_CASE("Who walks past the place counts, as far as the parameter says", "[measure]") {
  // The doctor walks along the corridor, past the opening of the lounge.
  const TestScene scene = scene_of(plan(), {patients({errand("koffie", Use::Lounge, 9, 11)}),
                                            doctors({errand("medicijnen", Use::Pharmacy, 9, 11)})});
  CHECK(index_of(scene) == 1);
  CHECK(index_of(scene, {{"reach", 0.1}}) == 0);
}

TEST_CASE("A route behind a wall does not pass the place", "[measure]") {
  const auto index = [](const char* wall, const std::map<std::string, double>& changed = {}) {
    const std::string text = std::string(R"(
    #################
    #p......O......2#
    #)") + wall + R"(
    #lss#...........#
    ##O#######D######
    #c..........O..1#
    ######E##########)";
    return index_of(scene_of(storey_from_text(text, {{'1', space("kamer", Use::Bedroom)},
                                                     {'2', space("kantoor", Use::Office)},
                                                     {'l', space("lounge", Use::Lounge)},
                                                     {'p', space("apotheek", Use::Pharmacy)},
                                                     {'c', space("gang", Use::Corridor)}}),
                             {patients({errand("koffie", Use::Lounge, 9, 11)}),
                              doctors({errand("medicijnen", Use::Pharmacy, 9, 11)})}),
                    changed);
  };
  CHECK(index("################") == 0);
  CHECK(index("#O##############") == 1);
  // A way round that is longer than 10 m.
  CHECK(index("#############O##") == 0);
  CHECK(index("#############O##", {{"reach", 20}}) == 1);
}

TEST_CASE("A group that comes less than once a week does not count", "[measure]") {
  Errand rare = errand("koffie", Use::Lounge, 9, 11);
  rare.per_day = 0.1;  // 0.7 times a week
  const TestScene scene =
      scene_of(plan(), {patients({errand("koffie", Use::Lounge, 9, 11)}), doctors({rare})});
  CHECK(index_of(scene) == 0);
  CHECK(index_of(scene, {{"times_per_week", 0.7}}) == 1);
}

TEST_CASE("Members of a group in the place come there", "[measure]") {
  Programme who = programme_of({patients({}, 2), doctors({})});
  GroupSession session;
  session.id = "uitleg";
  session.place = any_of(Use::Lounge);
  session.weekdays = {2};
  session.start_min = 600;
  session.members = {{"patient", 0, 2, 0.5}, {"arts", 0, 1, 1}};
  who.sessions = {session};
  const TestScene scene(building_of({plan()}), who);
  CHECK(index_of(scene) == 1);
  who.sessions[0].members[0].attendance = 0.4;  // 0.8 patients a week
  CHECK(index_of(TestScene(building_of({plan()}), who)) == 0);
}

TEST_CASE("Repeated meeting is the mean over the pairs of people who are wanted", "[measure]") {
  Encounters encounters;
  encounters.pairs = {role_pair(0, 0, 3, {0.1, 0.3, 0.5}), role_pair(0, 1, 1, {0.5, 0.7, 0.9})};
  const auto repeated = [&](std::vector<Relation> relations, const char* kappa) {
    const Outcome outcome =
        with_numbers(encounters, std::move(relations)).measure("recurrence_index");
    return secondary(outcome, std::string("repeated_kappa_") + kappa);
  };
  const Relation both{"patient", "patient", Wish::Wanted}, other{"arts", "patient", Wish::Wanted},
      unwanted{"patient", "patient", Wish::Unwanted};
  CHECK(number(repeated({both, other}, "0.2")) == Approx((3 * 0.1 + 0.5) / 4));
  CHECK(number(repeated({both, other}, "1")) == Approx((3 * 0.3 + 0.7) / 4));
  CHECK(number(repeated({both, other}, "inf")) == Approx((3 * 0.5 + 0.9) / 4));
  CHECK(number(repeated({unwanted, other}, "1")) == Approx(0.7));
  CHECK(is_not_applicable(repeated({unwanted}, "1")));
  CHECK(is_not_applicable(repeated({}, "0.2")));
}

TEST_CASE("Crowding and walking stand beside repeated meeting", "[measure]") {
  Encounters encounters;
  PlaceMeetings lounge;
  lounge.space = 3;
  lounge.peak = 3;
  PlaceMeetings corridor;
  corridor.space = 2;
  corridor.peak = 50;  // no place to sit
  encounters.places = {lounge, corridor};
  encounters.roles = {{0, 0, 800}, {0, 0, 2500}};
  const Outcome outcome = with_numbers(encounters, {}).measure("recurrence_index");
  CHECK(number(secondary(outcome, "crowding")) == Approx(1.5));  // two seats
  CHECK(number(secondary(outcome, "staff_walk")) == Approx(2500));
}

TEST_CASE("Without seats or meeting places the index has no number, the repeats have",
          "[measure]") {
  const std::vector<Role> roles = {patients({errand("arts", Use::Office, 9, 11)}), doctors({})};
  Storey bare = plan("..");
  const Outcome outcome = scene_of(bare, roles).measure("recurrence_index");
  CHECK(is_not_computed(outcome.headline));
  CHECK(is_not_computed(secondary(outcome, "crowding")));
  CHECK(number(secondary(outcome, "wanted_pairs")) == 0);
  bare.spaces[3].use = Use::Storage;
  CHECK(is_not_applicable(scene_of(bare, roles).measure("recurrence_index").headline));
}

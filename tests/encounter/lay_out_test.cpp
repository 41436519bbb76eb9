// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/lay_out.h"

#include <numeric>

#include "laid_plan.h"

using namespace trefpunt;

namespace {

// Spaces in the order of their letters: rooms 1, 2 and 3 above a corridor (h), a lounge at each
// end below it.
constexpr int A = 0, B = 1, C = 2, H = 3, L = 4, M = 5;
const std::string_view kPlan = R"(
    ###################
    #..a..#..b..#..c..#
    #.....#.....#.....#
    ###D#####D#####D###
    E........h........#
    #.................#
    ####D#########D####
    #..l...#####...m..#
    #......#####......#
    ###################)";
Storey ward(std::string_view text = kPlan) {
  return storey_from_text(text, {{'a', room(Use::Bedroom, "1", 2)},
                                 {'b', room(Use::Bedroom, "2", 1)},
                                 {'c', room(Use::Bedroom, "3", 1)},
                                 {'h', room(Use::Corridor)},
                                 {'l', room(Use::Lounge, "4")},
                                 {'m', room(Use::Lounge, "5")}});
}
const LaidPlan& plan() {
  static const LaidPlan made(ward());
  return made;
}

const Station& station_of(const LaidOut& laid, int station) {
  REQUIRE(station >= 0);
  return laid.model.stations[static_cast<std::size_t>(station)];
}
int space_of(const LaidOut& laid, int station) {
  return station_of(laid, station).space;
}

// The class of a person, numbered over all roles.
const PersonClass& class_of(const LaidOut& laid, int person) {
  for (const PersonClass& people : laid.model.classes) {
    if (person >= people.first && person < people.first + people.count) return people;
  }
  FAIL("nobody");
  return laid.model.classes.front();
}
std::vector<int> home_spaces(const LaidOut& laid) {
  std::vector<int> spaces;
  for (int person = 0; person < laid.model.persons; ++person) {
    spaces.push_back(space_of(laid, class_of(laid, person).home));
  }
  return spaces;
}
// Where the only errand of a person leads: the spaces.
std::vector<int> destinations(const LaidOut& laid, int person) {
  std::vector<int> spaces;
  for (const Destination& to : class_of(laid, person).to.at(0)) {
    spaces.push_back(space_of(laid, to.station));
  }
  return spaces;
}
// The stations that a trip goes from and to.
std::pair<int, int> ends(const LaidOut& laid, const Trip& trip) {
  REQUIRE(trip.pair >= 0);
  auto [from, to] = laid.pairs.at(static_cast<std::size_t>(trip.pair));
  return trip.forward ? std::pair(from, to) : std::pair(to, from);
}
std::pair<int, int> spaces_of(const LaidOut& laid, const Trip& trip) {
  const auto [from, to] = ends(laid, trip);
  return {space_of(laid, from), space_of(laid, to)};
}

Starts starts_with(Presence presence, std::vector<TimeWeight> when, double per_day = 1) {
  Programme programme = programme_of({people("x", 1, to_room("1"), {errand(to_room("4"))})});
  programme.roles[0].presence = {presence};
  programme.roles[0].errands[0].when = std::move(when);
  programme.roles[0].errands[0].per_day = per_day;
  const LaidOut laid = plan().lay(programme);
  if (laid.model.roles[0].visits.empty()) return {};
  return laid.model.roles[0].visits[0].stays.starts;
}
std::string text_of(const Starts& starts) {
  std::string text;
  for (const StartPiece& piece : starts) {
    text += std::to_string(std::lround(piece.from_min)) + "-" +
            std::to_string(std::lround(piece.to_min)) + " x" +
            std::to_string(std::lround(1e6 * piece.per_min)) + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("Homes are spread over rooms by their beds", "[lay out]") {
  const auto homes = [](int count) {
    return home_spaces(plan().lay(programme_of({people("x", count, to_use(Use::Bedroom))})));
  };
  CHECK(homes(4) == std::vector{A, A, B, C});
  CHECK(homes(2) == std::vector{A, B});              // as far apart as can be
  CHECK(homes(6) == std::vector{A, A, B, C, A, A});  // more people than beds: round again
}

TEST_CASE("Relatives have their home with the patient of their number", "[lay out]") {
  const LaidOut laid = plan().lay(programme_of(
      {people("naaste", 5, to_role("patient")), people("patient", 3, to_use(Use::Bedroom))}));
  CHECK(home_spaces(laid) == std::vector{A, A, B, A, A, A, A, B});
}

TEST_CASE("Who comes from outside has its home inside the entrance", "[lay out]") {
  const LaidOut laid = plan().lay(programme_of({people("buur", 2, to_entrance())}));
  CHECK(home_spaces(laid) == std::vector{H, H});
  const Station& station = station_of(laid, class_of(laid, 0).home);
  CHECK(station.place.at.x < 2);
  CHECK(station.chance > 0.5);  // that of the hall, not of the doormat
  CHECK(station.chance < 1);
}

TEST_CASE("Of several places that fit the nearest on foot is taken, for each home", "[lay out]") {
  const LaidOut laid = plan().lay(
      programme_of({people("x", 4, to_use(Use::Bedroom), {errand(to_use(Use::Lounge))})}));
  CHECK(destinations(laid, 0) == std::vector{L});
  CHECK(destinations(laid, 3) == std::vector{M});
}

TEST_CASE("Spread goes to each place that fits, each as likely", "[lay out]") {
  PlaceQuery lounge = to_use(Use::Lounge);
  lounge.spread = true;
  const LaidOut laid = plan().lay(programme_of({people("x", 1, to_room("1"), {errand(lounge)})}));
  CHECK(destinations(laid, 0) == std::vector{L, M});
  for (const Destination& to : class_of(laid, 0).to[0]) CHECK(to.probability == 0.5);
}

TEST_CASE("Who goes to the n-th of a role goes to the home of that one", "[lay out]") {
  const LaidOut laid = plan().lay(
      programme_of({people("patient", 4, to_use(Use::Bedroom)),
                    people("verzorgende", 3, to_room("4"), {errand(to_role("patient"))})}));
  CHECK(destinations(laid, 4) == std::vector{A});
  CHECK(destinations(laid, 5) == std::vector{A});
  CHECK(destinations(laid, 6) == std::vector{B});
  // The first two cannot be told apart, the third can.
  CHECK(class_of(laid, 4).count == 2);
  CHECK(class_of(laid, 6).count == 1);
  PlaceQuery any = to_role("patient");
  any.spread = true;
  const LaidOut spread =
      plan().lay(programme_of({people("patient", 4, to_use(Use::Bedroom)),
                               people("verzorgende", 3, to_room("4"), {errand(any)})}));
  CHECK(destinations(spread, 4) == std::vector{A, B, C});
}

TEST_CASE("Who goes to many roles is told apart by all of them", "[lay out]") {
  std::vector<Role> roles = {people("patient", 4, to_use(Use::Bedroom))};
  std::vector<Errand> errands(6, errand(to_role("patient")));
  roles.push_back(people("verzorgende", 4, to_room("4"), errands));
  const LaidOut laid = plan().lay(programme_of(roles));
  CHECK(class_of(laid, 4).count == 2);
  CHECK(class_of(laid, 6).count == 1);
  CHECK(class_of(laid, 7).count == 1);
}

TEST_CASE("One goes from home and back when nothing else is said", "[lay out]") {
  const LaidOut laid =
      plan().lay(programme_of({people("x", 1, to_room("3"), {errand(to_room("4"))})}));
  const Destination& to = class_of(laid, 0).to.at(0).at(0);
  CHECK(spaces_of(laid, to.out) == std::pair<int, int>{C, L});
  CHECK(spaces_of(laid, to.back) == std::pair<int, int>{L, C});
}

TEST_CASE("From and then change where one comes from and goes to", "[lay out]") {
  Programme programme = programme_of({people("x", 1, to_room("3"), {errand(to_room("4"))})});
  programme.roles[0].errands[0].from = to_entrance();
  LaidOut laid = plan().lay(programme);
  const Destination entering = class_of(laid, 0).to.at(0).at(0);
  CHECK(spaces_of(laid, entering.out) == std::pair<int, int>{H, L});
  CHECK(spaces_of(laid, entering.back) == std::pair<int, int>{L, H});

  programme.roles[0].errands[0].then = to_room("5");
  laid = plan().lay(programme);
  CHECK(spaces_of(laid, class_of(laid, 0).to.at(0).at(0).back) == std::pair<int, int>{L, M});

  programme.roles[0].errands[0].then = home_place();
  laid = plan().lay(programme);
  CHECK(spaces_of(laid, class_of(laid, 0).to.at(0).at(0).back) == std::pair<int, int>{L, C});
}

TEST_CASE("Who stays has no way back", "[lay out]") {
  Programme programme = programme_of({people("x", 1, to_room("3"), {errand(to_room("4"))})});
  programme.roles[0].errands[0].stays = true;
  const LaidOut laid = plan().lay(programme);
  const Destination& to = class_of(laid, 0).to.at(0).at(0);
  CHECK(to.out.pair >= 0);
  CHECK(to.back.pair == -1);
}

TEST_CASE("An errand at home is no walk", "[lay out]") {
  const LaidOut laid =
      plan().lay(programme_of({people("x", 1, to_room("3"), {errand(home_place())})}));
  const Destination& to = class_of(laid, 0).to.at(0).at(0);
  CHECK(space_of(laid, to.station) == C);
  CHECK(to.out.pair == -1);
  CHECK(to.back.pair == -1);
  CHECK(laid.pairs.empty());
}

TEST_CASE("The nearest is counted from where one comes, not from home", "[lay out]") {
  Programme programme = programme_of({people("x", 1, to_room("3"), {errand(to_use(Use::Lounge))})});
  CHECK(destinations(plan().lay(programme), 0) == std::vector{M});
  programme.roles[0].errands[0].from = to_entrance();
  CHECK(destinations(plan().lay(programme), 0) == std::vector{L});
}

TEST_CASE("Pairs of stations are sorted, each once", "[lay out]") {
  PlaceQuery any = to_use(Use::Bedroom);
  any.spread = true;
  const LaidOut laid = plan().lay(
      programme_of({people("w", 1, to_room("5")), people("x", 2, to_room("4"), {errand(any)}),
                    people("y", 2, to_room("5"), {errand(any)})}));
  CHECK(laid.pairs.size() == 6);
  CHECK(std::is_sorted(laid.pairs.begin(), laid.pairs.end()));
  for (const auto& [from, to] : laid.pairs) CHECK(from < to);
  for (const PersonClass& people : laid.model.classes) {
    if (people.role == 0) continue;
    for (const Destination& to : people.to.at(0)) {
      CHECK(ends(laid, to.out) == std::pair(people.home, to.station));
      CHECK(ends(laid, to.back) == std::pair(to.station, people.home));
    }
  }
}

TEST_CASE("Starts are spread over the presence when no times are said", "[lay out]") {
  CHECK(text_of(starts_with({480, 960}, {}, 4.8)) == "480-960 x10000; ");
}

TEST_CASE("A night shift starts errands before and after midnight", "[lay out]") {
  CHECK(text_of(starts_with({1380, 1860}, {}, 4.8)) == "0-420 x10000; 1380-1440 x10000; ");
}

TEST_CASE("Times are cut by the presence, and the rest of the day is not made up for",
          "[lay out]") {
  CHECK(text_of(starts_with({540, 720}, {{480, 600}}, 1.2)) == "540-600 x10000; ");
  CHECK(starts_with({540, 720}, {{800, 900}}).empty());
  // Times over midnight and a presence that begins at it.
  CHECK(text_of(starts_with({0, 360}, {{1380, 1860}}, 4.8)) == "0-360 x10000; ");
  CHECK(text_of(starts_with({1380, 1860}, {{60, 120}}, 0.6)) == "60-120 x10000; ");
  CHECK(text_of(starts_with({1380, 1860}, {{0, 1440}}, 14.4)) ==
        "0-420 x10000; 1380-1440 x10000; ");
}

TEST_CASE("Times are weighed by minute, and add up where they overlap", "[lay out]") {
  // 60 x 2 + 60 x 1 = 180 parts.
  CHECK(text_of(starts_with({}, {{600, 660, 2}, {900, 960, 1}}, 1.8)) ==
        "600-660 x20000; 900-960 x10000; ");
  CHECK(text_of(starts_with({}, {{600, 720, 1}, {660, 720, 1}}, 1.8)) ==
        "600-660 x10000; 660-720 x20000; ");
}

TEST_CASE("Each presence has its own visits, on its own weekdays", "[lay out]") {
  Programme programme = programme_of({people("x", 1, to_room("1"), {errand(to_room("4"), 2)})});
  programme.roles[0].presence = {{420, 900, 0.5, {1, 3}}, {900, 1380, 0.25, {3, 7}}};
  const LaidOut laid = plan().lay(programme);
  const ModelRole& role = laid.model.roles[0];
  CHECK(role.presence.at(0) == std::array<double, 7>{0.5, 0, 0.5, 0, 0, 0, 0});
  CHECK(role.presence.at(1) == std::array<double, 7>{0, 0, 0.25, 0, 0, 0, 0.25});
  REQUIRE(role.visits.size() == 2);
  CHECK(role.visits[0].presence == 0);
  CHECK(role.visits[1].presence == 1);
  CHECK(role.visits[1].stays.starts.at(0).from_min == 900);
  CHECK(laid.model.classes.at(0).to.size() == 2);
}

TEST_CASE("Classes hold everybody once, and in one class all are alike", "[lay out]") {
  Programme programme =
      programme_of({people("patient", 7, to_use(Use::Bedroom), {errand(to_use(Use::Lounge))}),
                    people("naaste", 5, to_role("patient"), {errand(to_use(Use::Lounge))}),
                    people("staf", 3, to_room("4"))});
  GroupSession group;
  group.id = "koffie";
  group.place = to_room("5");
  group.weekdays = {2};
  group.members = {{"patient", 0, 1, 0.5}, {"patient", 1, 3, 0.7}, {"naaste", 0, 1, 0.9}};
  programme.sessions = {group};
  const LaidOut laid = plan().lay(programme);
  REQUIRE(laid.model.persons == 15);
  std::vector<int> seen(15, 0);
  int before = 0;
  for (const PersonClass& people : laid.model.classes) {
    CHECK(people.first == before);  // in order, without a gap
    before = people.first + people.count;
    for (int p = people.first; p < before; ++p) {
      seen.at(static_cast<std::size_t>(p)) += 1;
      CHECK(laid.model.sessions[0].attendance[static_cast<std::size_t>(p)] ==
            laid.model.sessions[0].attendance[static_cast<std::size_t>(people.first)]);
    }
  }
  CHECK(seen == std::vector<int>(15, 1));
}

TEST_CASE("A session knows its members and how often they come", "[lay out]") {
  Programme programme =
      programme_of({people("patient", 3, to_use(Use::Bedroom)), people("staf", 2, to_room("4"))});
  GroupSession group;
  group.id = "koffie";
  group.place = to_use(Use::Lounge);
  group.weekdays = {2, 7};
  group.start_min = 600;
  group.minutes = 45;
  group.weeks = 6;
  group.members = {{"patient", 1, 2, 0.5}, {"staf", 1, 1, 1}};
  programme.sessions = {group};
  const LaidOut laid = plan().lay(programme);
  const ModelSession& session = laid.model.sessions.at(0);
  CHECK(session.attendance == std::vector<double>{0, 0.5, 0.5, 0, 1});
  CHECK(session.on == std::array<bool, 7>{false, true, false, false, false, false, true});
  CHECK(session.start_min == 600);
  CHECK(session.minutes == 45);
  CHECK(session.weeks == 6);
  CHECK(space_of(laid, session.station) == L);
  CHECK(class_of(laid, 0).sessions.empty());
  CHECK(class_of(laid, 1).sessions == std::vector{0});
  CHECK(class_of(laid, 1).first == 1);
}

TEST_CASE("The seats of a place are counted", "[lay out]") {
  Storey storey = ward();
  storey.seats = {{SeatId{1}, {2.5, 1.5}, 2, ""},
                  {SeatId{2}, {4.5, 1.5}, 1, ""},
                  {SeatId{3}, {14.5, 1.5}, 1, ""}};
  const LaidOut laid = LaidPlan(storey).lay(programme_of({people("x", 1, to_room("4"))}));
  CHECK(laid.model.stations.at(static_cast<std::size_t>(class_of(laid, 0).home)).seats == 3);
}

TEST_CASE("A unit asks for its own places", "[lay out]") {
  Storey storey = ward();
  storey.spaces[M].unit = UnitId{1};
  LaidPlan made(storey);
  made.scene.building.units = {{UnitId{1}, "Geriatrie", "", std::nullopt, std::nullopt}};
  PlaceQuery lounge = to_use(Use::Lounge);
  lounge.unit = "Geriatrie";
  const LaidOut laid = made.lay(programme_of({people("x", 1, to_room("1"), {errand(lounge)})}));
  CHECK(destinations(laid, 0) == std::vector{M});
}

TEST_CASE("A place upstairs is reached by the stairs", "[lay out]") {
  const auto storey = [](int level, const char* stairs) {
    return storey_from_text(std::string(R"(
      ####################
      #a..#...........#.l#
      #...D...........D..#
      #########O##########
              #..#
              #)") + stairs + R"(#
              ####)",
                            {{'a', room(Use::Bedroom, level == 0 ? "1" : "2")},
                             {'l', room(level == 0 ? Use::Lounge : Use::Dayroom)}},
                            level);
  };
  const LaidPlan made({storey(0, "^^"), storey(1, "^^")});
  const LaidOut laid =
      made.lay(programme_of({people("x", 1, to_room("1"), {errand(to_use(Use::Dayroom))})}));
  const Destination& to = class_of(laid, 0).to.at(0).at(0);
  CHECK(station_of(laid, to.station).storey == 1);
  CHECK(to.out.pair >= 0);
}

TEST_CASE("A place that is not there is one sentence with its line", "[lay out]") {
  const auto refused = [](Programme programme) {
    const Result<LaidOut> laid = plan().try_lay(programme);
    REQUIRE_FALSE(laid);
    CHECK(laid.error().code == Code::BadInput);
    CHECK_FALSE(laid.error().sentence.nl.empty());
    CHECK(laid.error().sentence.nl != laid.error().sentence.en);
    return to_string(laid.error(), Lang::En);
  };
  PlaceQuery chapel = to_use(Use::Quiet);
  chapel.line = 12;
  CHECK(refused(programme_of({people("x", 1, chapel)})) ==
        "programme: line 12: role ‘x’: its home (quiet room) is not on the plan.");
  CHECK(refused(programme_of({people("x", 1, to_room("1"), {errand(chapel)})})) ==
        "programme: line 12: role ‘x’, errand ‘e’: its place (quiet room) is not on the plan.");
  Programme programme = programme_of({people("x", 1, to_room("1"), {errand(to_room("4"))})});
  programme.roles[0].errands[0].from = chapel;
  CHECK(refused(programme) ==
        "programme: line 12: role ‘x’, errand ‘e’: its place (quiet room) is not on the plan.");
  programme.roles[0].errands[0] = errand(to_room("4"));
  programme.roles[0].errands[0].then = chapel;
  CHECK(refused(programme) ==
        "programme: line 12: role ‘x’, errand ‘e’: its place (quiet room) is not on the plan.");
  PlaceQuery numbered = to_room("99");
  numbered.unit = "Geriatrie";
  programme = programme_of({people("x", 1, to_room("1"))});
  GroupSession group;
  group.id = "koffie";
  group.place = numbered;
  programme.sessions = {group};
  CHECK(refused(programme) ==
        "programme: session ‘koffie’: its place (room 99, unit Geriatrie) is not on the plan.");
}

TEST_CASE("A home with a role that has none of its own is one sentence with its line",
          "[lay out]") {
  PlaceQuery with = to_role("z");
  with.line = 3;
  Result<LaidOut> laid = plan().try_lay(programme_of({people("x", 1, with)}));
  REQUIRE_FALSE(laid);
  CHECK(to_string(laid.error(), Lang::En) ==
        "programme: line 3: role ‘x’: its home refers to a role without a home place.");
  PlaceQuery each = to_role("y");
  each.line = 3;
  laid = plan().try_lay(programme_of({people("x", 1, each), people("y", 1, to_role("x"))}));
  REQUIRE_FALSE(laid);
}

TEST_CASE("An errand to a role that is not there is one sentence", "[lay out]") {
  const Result<LaidOut> laid =
      plan().try_lay(programme_of({people("x", 1, to_room("1"), {errand(to_role("z"))})}));
  REQUIRE_FALSE(laid);
  CHECK(to_string(laid.error(), Lang::En) ==
        "programme: role ‘x’, errand ‘e’: its place (place of z) is not on the plan.");
}

TEST_CASE("A lounge behind a wall cannot be reached", "[lay out]") {
  std::string text(kPlan);
  const std::string wall = "####D#########D####";
  text.replace(text.find(wall), wall.size(), "##############D####");
  const LaidPlan closed(ward(text));
  PlaceQuery lounge = to_room("4");
  lounge.line = 8;
  const Result<LaidOut> laid =
      closed.try_lay(programme_of({people("x", 1, to_room("1"), {errand(lounge)})}));
  REQUIRE_FALSE(laid);
  CHECK(to_string(laid.error(), Lang::En) ==
        "programme: line 8: role ‘x’, errand ‘e’: its place (room 4) cannot be reached by those "
        "who have to be there.");
  // The other lounge can.
  CHECK(destinations(
            closed.lay(programme_of({people("x", 1, to_room("1"), {errand(to_use(Use::Lounge))})})),
            0) == std::vector{M});
}

TEST_CASE("A closed room of three corners cannot be reached", "[lay out]") {
  Storey storey = ward();
  storey.walls.push_back({WallId{90}, {{30, 0}, {36, 0}, {33, 5}, {30, 0}}, false, false, ""});
  Space space = room(Use::Quiet);
  space.id = SpaceId{90};
  space.anchor = {33, 2};
  storey.spaces.push_back(space);
  const LaidPlan made(storey);
  for (const auto& [from, to] :
       {std::pair(to_room("1"), to_use(Use::Quiet)), std::pair(to_use(Use::Quiet), to_room("1"))}) {
    CHECK_FALSE(made.try_lay(programme_of({people("x", 1, from, {errand(to)})})));
  }
}

TEST_CASE("Without a public entrance each outer door of which it is not known counts",
          "[lay out]") {
  Storey storey = ward();
  for (Door& door : storey.doors) door.entrance = Entrance::Unknown;
  const LaidPlan made(storey);
  const LaidOut laid = made.lay(programme_of({people("x", 1, to_entrance())}));
  CHECK(home_spaces(laid) == std::vector{H});
  CHECK(laid.model.assumptions.size() == 1);
  CHECK(plan().lay(programme_of({people("x", 1, to_entrance())})).model.assumptions.empty());
  for (Door& door : storey.doors) door.entrance = Entrance::Staff;
  CHECK_FALSE(LaidPlan(storey).try_lay(programme_of({people("x", 1, to_entrance())})));
}

TEST_CASE("A plan that is moved or mirrored is laid out the same", "[lay out]") {
  PlaceQuery any = to_use(Use::Bedroom);
  any.spread = true;
  Programme programme =
      programme_of({people("patient", 4, to_use(Use::Bedroom), {errand(to_use(Use::Lounge))}),
                    people("staf", 2, to_room("5"), {errand(any)}),
                    people("naaste", 2, to_role("patient"), {errand(home_place())})});
  programme.roles[2].errands[0].from = to_entrance();
  const LaidOut laid = plan().lay(programme);
  for (const Move& move : {Move([](Point p) {
                             return Point{p.x + 130, p.y - 40.25};
                           }),
                           Move([](Point p) {
                             return Point{-p.x, p.y};
                           })}) {
    const bool mirrors = move({1, 0}).x < move({0, 0}).x;
    const LaidOut other = LaidPlan(moved(ward(), move, mirrors)).lay(programme);
    CHECK(other.pairs == laid.pairs);
    REQUIRE(other.model.classes.size() == laid.model.classes.size());
    for (std::size_t c = 0; c < laid.model.classes.size(); ++c) {
      const PersonClass &one = laid.model.classes[c], &two = other.model.classes[c];
      CHECK(one.count == two.count);
      CHECK(space_of(laid, one.home) == space_of(other, two.home));
      for (std::size_t v = 0; v < one.to.size(); ++v) {
        REQUIRE(one.to[v].size() == two.to[v].size());
        for (std::size_t d = 0; d < one.to[v].size(); ++d) {
          CHECK(one.to[v][d].station == two.to[v][d].station);
          CHECK(one.to[v][d].out.pair == two.to[v][d].out.pair);
        }
      }
    }
  }
}

TEST_CASE("The rules of the programme are those of the model", "[lay out]") {
  Programme programme = programme_of({people("x", 2, to_room("1"))});
  programme.roles[0].speed = 0.8;
  programme.roles[0].window_days = 21;
  programme.rules.overlap_min.value = 3;
  programme.rules.beside_m.value = 1.5;
  programme.rules.notice.value = 0.4;
  programme.rules.times.value = 3;
  const EncounterModel model = plan().lay(programme).model;
  CHECK(model.overlap_min == 3);
  CHECK(model.beside_m == 1.5);
  CHECK(model.notice == 0.4);
  CHECK(model.times == 3);
  CHECK(model.roles.at(0).speed == 0.8);
  CHECK(model.roles.at(0).window_days == 21);
  CHECK(model.roles.at(0).count == 2);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session.h"

#include <tbb/global_control.h>

#include <catch2/catch.hpp>
#include <random>

#include "project/edit.h"
#include "report/encounters.h"
#include "report/report.h"
#include "space/plans.h"

using namespace trefpunt;

namespace {

constexpr const char* kDay = "2026-11-05";

// Two storeys of the two rooms, joined by stairs and a lift, with units and one seat.
Project practice() {
  Storey low = two_rooms(), high = two_rooms();
  low.name = "begane grond";
  high.name = "verdieping 1";
  high.level = 1;
  high.id = StoreyId{2};
  high.doors.pop_back();
  high.walls.push_back(solid(20, -0.2, 1, 0, 1.9));
  int id = 100;
  for (Wall& wall : high.walls) wall.id.number = ++id;
  high.doors[0].id.number = 11;
  high.spaces[0].id.number = 11;
  high.spaces[1].id.number = 12;
  Link stairs, lift;
  stairs.id.number = 1;
  stairs.footprint = {{1, 2}, {3, 2}, {3, 3}, {1, 3}};
  lift.id.number = 2;
  lift.kind = LinkKind::Lift;
  lift.footprint = {{6, 0}, {8, 0}, {8, 1}, {6, 1}};
  low.links = {stairs, lift};
  stairs.id.number = 3;
  lift.id.number = 4;
  high.links = {stairs, lift};
  low.seats = {{SeatId{1}, {6, 2}, 2, ""}};
  Project project;
  project.name = "praktijk";
  project.buildings = {building_of({low, high})};
  project.buildings[0].units = {{UnitId{1}, "Huisartsen", "", std::nullopt, false}};
  project.next = {3, 50, 300, 50, 1, 50, 1, 10, 1, 2};
  return project;
}

PlaceQuery place(Use use) {
  PlaceQuery query;
  query.use = use;
  return query;
}
PlaceQuery entrance() {
  PlaceQuery query;
  query.is_entrance = true;
  return query;
}

// The practice with a doctor in each consulting room, and people who come and wait.
Project practice_with_people() {
  Project project = practice();
  Role doctor, patient;
  doctor.id = "arts";
  doctor.kind = RoleKind::Staff;
  doctor.count = 2;
  doctor.home = place(Use::Consulting);
  doctor.presence = {{480, 1020, 0.8, {1, 2, 3, 4, 5}}};
  doctor.errands.resize(1);
  doctor.errands[0].id = "koffie";
  doctor.errands[0].to = place(Use::Living);
  doctor.errands[0].per_day = 3;
  patient.id = "bezoeker";
  patient.count = 3;
  patient.home = entrance();
  patient.presence = {{480, 1020}};
  patient.errands = doctor.errands;
  patient.errands[0].to.spread = true;
  patient.errands[0].dwell_spread = 0.5;
  project.programme.roles = {doctor, patient};
  return project;
}

EvaluateOptions options() {
  return {*named_scope(builtin_catalogue(), "gebouw"), kDay};
}

std::string report_of(Session& session, const Project& project) {
  Job job;
  Result<Evaluation> evaluation = session.evaluate(project, options(), job);
  REQUIRE(evaluation);
  std::string text = report_json({project, *evaluation, builtin_catalogue(), kDay});
  if (const auto& encounter = evaluation->buildings.at(0).encounter) {
    text += encounter->refused ? to_string(*encounter->refused, Lang::En)
                               : encounters_json(project, *encounter);
  }
  return text;
}

Edit random_edit(std::mt19937& random, const Project& project) {
  const auto pick = [&](int count) {
    return static_cast<int>(random() % static_cast<unsigned>(count));
  };
  const auto& storeys = project.buildings[0].storeys;
  const Storey& storey = *storeys[static_cast<std::size_t>(pick(2))];
  const auto some = [&](const auto& list) {
    return list[static_cast<std::size_t>(pick(static_cast<int>(list.size())))];
  };
  switch (pick(9)) {
    case 0: {
      const Wall wall = some(storey.walls);
      const Point from = some(wall.points);
      return edit::MoveVertex{storey.id, from, snap({from.x + 0.01 * pick(40) - 0.2, from.y})};
    }
    case 1: {
      Space space = some(storey.spaces);
      space.use = some(all_uses());
      return edit::SetSpace{storey.id, space};
    }
    case 2: {
      Door door = some(storey.doors);
      door.clear_width = 0.5 + 0.1 * pick(6);
      return edit::SetDoor{storey.id, door};
    }
    case 3:
      return edit::AddSeat{storey.id, {SeatId{}, {1.0 + pick(6), 1.0 + 0.1 * pick(15)}, 1, ""}};
    case 4: {
      const double x = 0.5 + 0.3 * pick(20);
      return edit::AddWall{storey.id, wall_line(0, {{x, 0.5}, {x, 2.5}})};
    }
    case 5: {
      Space space = some(storey.spaces);
      space.unit = UnitId{pick(2)};
      space.access = static_cast<Access>(pick(4));
      return edit::SetSpace{storey.id, space};
    }
    case 6: {
      Programme programme = project.programme;
      Role& role = programme.roles[static_cast<std::size_t>(pick(2))];
      role.errands[0].per_day = 1 + pick(4);
      role.errands[0].dwell_min = 5 + 10 * pick(3);
      role.count = 1 + pick(3);
      return edit::SetProgramme{programme};
    }
    case 7: {
      Space space = some(storey.spaces);
      space.use = pick(2) == 0 ? Use::Consulting : Use::Living;
      space.beds = 1 + pick(3);
      return edit::SetSpace{storey.id, space};
    }
    default: {
      Ambition ambition;
      ambition.thresholds = {{"RVS-4.1a", 1.0 + pick(10), "reden", "bestuur", "2026-01-01", false}};
      return edit::SetAmbition{ambition};
    }
  }
}

int remade(const Evaluation& evaluation, const std::string& prefix) {
  int count = 0;
  for (const StageNote& note : evaluation.notes) {
    if (note.was_remade && note.stage.starts_with(prefix)) ++count;
  }
  return count;
}

}  // namespace

// This test is never removed.
TEST_CASE("After any edit an incremental evaluation equals one from scratch", "[engine]") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Session session(builtin_catalogue());
    Project project = practice_with_people();
    for (int step = 0; step < 12; ++step) {
      CAPTURE(step);
      Session fresh(builtin_catalogue());
      REQUIRE(report_of(session, project) == report_of(fresh, project));
      Result<Project> next = trefpunt::apply(project, random_edit(random, project));
      REQUIRE(next);
      project = *next;
    }
  }
}

// This test is never removed.
TEST_CASE("One thread and many give the same bytes", "[engine]") {
  const Project project = practice_with_people();
  std::string alone, together;
  {
    tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    Session session(builtin_catalogue());
    alone = report_of(session, project);
  }
  {
    tbb::global_control four(tbb::global_control::max_allowed_parallelism, 4);
    Session session(builtin_catalogue());
    together = report_of(session, project);
  }
  CHECK(alone == together);
}

// What a session that has seen a project makes anew when it is edited.
Evaluation evaluated_again(const Project& first, const Edit& edit) {
  Session session(builtin_catalogue());
  Job job;
  REQUIRE(session.evaluate(first, options(), job));
  Result<Project> second = trefpunt::apply(first, edit);
  REQUIRE(second);
  Result<Evaluation> evaluation = session.evaluate(*second, options(), job);
  REQUIRE(evaluation);
  return *std::move(evaluation);
}

TEST_CASE("Undoing an edit brings everything back from memory", "[engine]") {
  Session session(builtin_catalogue());
  const Project first = practice();
  Job job;
  REQUIRE(session.evaluate(first, options(), job));
  Storey const& low = *first.buildings[0].storeys[0];
  Result<Project> moved = trefpunt::apply(first, edit::MoveVertex{low.id, {4, 1}, {4, 0.9}});
  REQUIRE(moved);
  REQUIRE(session.evaluate(*moved, options(), job));
  Result<Evaluation> again = session.evaluate(first, options(), job);
  REQUIRE(again);
  CHECK(remade(*again, "") == 0);
}

TEST_CASE("A seat moved upstairs remakes no layout downstairs", "[engine]") {
  const Project first = practice();
  const Evaluation evaluation =
      evaluated_again(first, edit::AddSeat{StoreyId{2}, {SeatId{}, {6, 1}, 1, ""}});
  CHECK(remade(evaluation, "layout L1") == 0);
  CHECK(remade(evaluation, "layout L2") == 1);
}

TEST_CASE("A threshold remakes no stage at all, a use remakes measures but no layout geometry",
          "[engine]") {
  Session session(builtin_catalogue());
  const Project first = practice();
  Job job;
  REQUIRE(session.evaluate(first, options(), job));
  Ambition ambition;
  ambition.thresholds = {{"RVS-4.1a", 12, "reden", "bestuur", "2026-01-01", false}};
  Result<Project> second = trefpunt::apply(first, edit::SetAmbition{ambition});
  REQUIRE(second);
  Result<Evaluation> evaluation = session.evaluate(*second, options(), job);
  REQUIRE(evaluation);
  CHECK(remade(*evaluation, "") == 0);
  for (const StageNote& note : evaluation->notes) CHECK(note.because == "remembered");

  Space space = first.buildings[0].storeys[0]->spaces[0];
  space.access = Access::Staff;
  Result<Project> third = trefpunt::apply(*second, edit::SetSpace{StoreyId{1}, space});
  REQUIRE(third);
  evaluation = session.evaluate(*third, options(), job);
  REQUIRE(evaluation);
  CHECK(remade(*evaluation, "layout") == 0);
  CHECK(remade(*evaluation, "walking") == 0);
  CHECK(remade(*evaluation, "measure") > 0);
  for (const StageNote& note : evaluation->notes) {
    if (note.was_remade) CHECK(note.because == "changed: attributes");
  }
}

TEST_CASE("Taking a rate back brings every encounter back from memory", "[engine]") {
  Session session(builtin_catalogue());
  const Project first = practice_with_people();
  Job job;
  REQUIRE(session.evaluate(first, options(), job));
  Programme programme = first.programme;
  programme.roles[0].errands[0].per_day = 5;
  Result<Project> second = trefpunt::apply(first, edit::SetProgramme{programme});
  REQUIRE(second);
  REQUIRE(session.evaluate(*second, options(), job));
  Result<Evaluation> again = session.evaluate(first, options(), job);
  REQUIRE(again);
  CHECK(remade(*again, "") == 0);
}

TEST_CASE("A rate remakes stays and what follows from them, and no network or route", "[engine]") {
  const Project first = practice_with_people();
  Programme programme = first.programme;
  programme.roles[0].errands[0].per_day = 5;
  const Evaluation evaluation = evaluated_again(first, edit::SetProgramme{programme});
  CHECK(remade(evaluation, "walking network") == 0);
  CHECK(remade(evaluation, "routes") == 0);
  CHECK(remade(evaluation, "passings") == 0);
  CHECK(remade(evaluation, "stays") == 1);
  CHECK(remade(evaluation, "encounters by formula") == 1);
  CHECK(remade(evaluation, "layout") == 0);
  for (const StageNote& note : evaluation.notes) {
    if (note.stage == "encounters by formula") CHECK(note.because == "changed: programme");
  }
}

TEST_CASE("Who walks faster is passed otherwise, on the same routes", "[engine]") {
  const Project first = practice_with_people();
  Programme programme = first.programme;
  programme.roles[0].speed *= 2;
  const Evaluation evaluation = evaluated_again(first, edit::SetProgramme{programme});
  CHECK(remade(evaluation, "routes") == 0);
  CHECK(remade(evaluation, "passings") == 1);
}

TEST_CASE("A seat moved upstairs leaves the schedules as they were", "[engine]") {
  const Project first = practice_with_people();
  const Evaluation evaluation =
      evaluated_again(first, edit::AddSeat{StoreyId{2}, {SeatId{}, {6, 1}, 1, ""}});
  CHECK(remade(evaluation, "stays") == 0);
  CHECK(remade(evaluation, "layout L1") == 0);
  CHECK(remade(evaluation, "encounters by formula") == 1);
  for (const StageNote& note : evaluation.notes) {
    if (note.stage == "encounters by formula") CHECK(note.because == "changed: plan");
  }
}

TEST_CASE("More weeks of simulation remake the measures that read the programme", "[engine]") {
  Session session(builtin_catalogue());
  const Project project = practice_with_people();
  Job job;
  EvaluateOptions few = options(), more = options();
  few.simulate = SimulationOptions{1, 4, 4, 0, 1};
  more.simulate = SimulationOptions{1, 8, 8, 0, 1};
  REQUIRE(session.evaluate(project, few, job));
  Result<Evaluation> evaluation = session.evaluate(project, more, job);
  REQUIRE(evaluation);
  CHECK(evaluation->buildings.at(0).encounter->encounters->weeks == 8);
  CHECK(remade(*evaluation, "encounters, simulated") == 1);
  CHECK(remade(*evaluation, "measure") > 0);
  CHECK(remade(*evaluation, "stays") == 0);
}

TEST_CASE("A programme that does not fit the plan is refused with a sentence, and nothing else is",
          "[engine]") {
  Session session(builtin_catalogue());
  Project project = practice_with_people();
  project.programme.roles[0].errands[0].to = place(Use::Quiet);
  Job job;
  Result<Evaluation> evaluation = session.evaluate(project, options(), job);
  REQUIRE(evaluation);
  const auto& encounter = evaluation->buildings.at(0).encounter;
  REQUIRE(encounter);
  REQUIRE(encounter->refused);
  CHECK(encounter->refused->sentence.en ==
        "role ‘arts’, errand ‘koffie’: its place (quiet room) is not on the plan.");
}

TEST_CASE("A stopped job gives no evaluation", "[engine]") {
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  Session session(builtin_catalogue());
  const Result<Evaluation> evaluation = session.evaluate(practice(), options(), job);
  REQUIRE_FALSE(evaluation);
  CHECK(evaluation.error().code == Code::Cancelled);
}

TEST_CASE("Answers without a plan are judged", "[engine]") {
  Project project;
  project.name = "alleen antwoorden";
  Job job;
  Session session(builtin_catalogue());
  const Result<Evaluation> evaluation =
      session.evaluate(project, {*named_scope(builtin_catalogue(), "rvs-a4"), kDay}, job);
  REQUIRE(evaluation);
  CHECK(evaluation->judgement.verdicts.size() == 6);
  CHECK_FALSE(evaluation->judgement.is_final);
}

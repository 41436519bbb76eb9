// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/decisions.h"

#include <catch2/catch.hpp>

#include "support/rich_project.h"

using namespace trefpunt;

namespace {

Project decided() {
  Project project;
  project.ambition.thresholds = {{"RVS-4.1d", 60, "omdat", "projectleider", "2026-09-14", false},
                                 {"RVS-4.1a", 15, "groepen", "projectleider", "2026-09-14", false}};
  project.answers.explanations = {{"RVS-4.1j", "a", "b"}};
  project.answers.explanations[0].decided_by = "raad van bestuur";
  project.answers.consultations = {{"cliëntenraad", "2026-09-17", "positive", "goed", ""}};
  return project;
}

const std::string kDay = "2026-11-05";

}  // namespace

TEST_CASE("Nothing changed in what was decided gives no history, whatever the order of entries",
          "[decisions]") {
  const Project before = decided();
  Project after = decided();
  std::swap(after.ambition.thresholds[0], after.ambition.thresholds[1]);
  after.name = "another name";
  CHECK(decision_changes(before, after, "", kDay).empty());
  CHECK(decision_changes(rich_project(), rich_project(), "", kDay).empty());
  CHECK(with_history(before, after, "", kDay).decisions.empty());
}

TEST_CASE("A threshold that was changed is one change with what it was, what it is and who said so",
          "[decisions]") {
  Project after = decided();
  after.ambition.thresholds[0].value = 40;
  after.ambition.thresholds[0].declared_by = "raad van bestuur";
  const auto changes = decision_changes(decided(), after, "", kDay);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].moment == kDay);
  CHECK(changes[0].by == "raad van bestuur");
  CHECK(changes[0].kind == "thresholds");
  CHECK(changes[0].criterion == "RVS-4.1d");
  CHECK(changes[0].before.find("\"value\":60.0") != std::string::npos);
  CHECK(changes[0].after.find("\"value\":40.0") != std::string::npos);
  CHECK(decision_changes(decided(), after, "secretaris", kDay)[0].by == "secretaris");
}

TEST_CASE("What is added has no before, and what is taken away no after and no decider of its own",
          "[decisions]") {
  Project after = decided();
  after.ambition.work = "verbouw";
  after.ambition.parameters = {{"RVS-4.1a", "m2_per_person", 2, "zonder tafels"}};
  after.answers.explanations.clear();
  after.answers.consultations.push_back({"omwonenden", "2026-10-01", "none", "", ""});
  after.answers.no_threshold = {{{"RVS-4.1b", "RVS-4.1c"}, "geen getal", "bestuur", kDay}};
  const auto changes = decision_changes(decided(), after, "", kDay);
  REQUIRE(changes.size() == 5);
  CHECK(changes[0].kind == "declarations");
  CHECK(changes[0].before.empty());
  CHECK(changes[0].after == R"({"work":"verbouw"})");
  CHECK(changes[1].kind == "parameters");
  CHECK(changes[2].kind == "explanations");
  CHECK(changes[2].criterion == "RVS-4.1j");
  CHECK(changes[2].after.empty());
  CHECK(changes[2].by.empty());
  CHECK(changes[3].kind == "no_threshold");
  CHECK(changes[3].criterion == "RVS-4.1b, RVS-4.1c");
  CHECK(changes[4].kind == "consultations");
  CHECK(changes[4].after.find("omwonenden") != std::string::npos);
}

TEST_CASE("A history grows behind what was saved, and what was undone in between leaves no trace",
          "[decisions]") {
  Project first = decided();
  first.ambition.thresholds[0].value = 50;
  const Project saved = with_history(decided(), first, "", kDay);
  REQUIRE(saved.decisions.size() == 1);
  Project second = decided();  // undone to before the first save: its own history is shorter
  second.answers.explanations[0].why = "c";
  const Project again = with_history(saved, second, "", "2026-12-01");
  REQUIRE(again.decisions.size() == 3);
  CHECK(again.decisions[0].after == saved.decisions[0].after);
  CHECK(again.decisions[1].before == saved.decisions[0].after);
  CHECK(again.decisions[2].kind == "explanations");
  CHECK(again.decisions[2].moment == "2026-12-01");
  CHECK(with_history(again, again, "", kDay).decisions.size() == 3);
}

TEST_CASE("Two entries for one criterion and text that is no UTF-8 make a history too",
          "[decisions]") {
  Project after = decided();
  after.answers.explanations.push_back({"RVS-4.1j", "\xff\xfe", "x"});
  const auto changes = decision_changes(decided(), after, "", kDay);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].before.empty());
}

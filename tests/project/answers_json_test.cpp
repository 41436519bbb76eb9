// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "project/json.h"

using namespace trefpunt;

namespace {

// The first ```json block below a heading of docs/answers-format.md.
std::string example(const std::string& heading) {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/docs/answers-format.md");
  std::stringstream all;
  all << file.rdbuf();
  const std::string page = all.str();
  const std::size_t section = page.find("## `" + heading + "`");
  REQUIRE(section != std::string::npos);
  const std::size_t from = page.find("```json\n", section);
  REQUIRE(from != std::string::npos);
  return page.substr(from + 8, page.find("\n```", from) - from - 8);
}

Error ambition_error(const std::string& text) {
  const Result<Ambition> read = ambition_from_json(text, "ambition.json");
  REQUIRE_FALSE(read);
  return read.error();
}

Error answers_error(const std::string& text) {
  const Result<Answers> read = answers_from_json(text, "answers.json");
  REQUIRE_FALSE(read);
  return read.error();
}

}  // namespace

TEST_CASE("The ambition of the documentation is read as it stands", "[answers]") {
  const Result<Ambition> ambition = ambition_from_json(example("ambition.json"), "ambition.json");
  REQUIRE(ambition);
  CHECK(ambition->work == "verbouw");
  CHECK(ambition->accessibility_sector == true);
  REQUIRE(ambition->thresholds.size() == 1);
  CHECK(ambition->thresholds[0].criterion == "RVS-4.1d");
  CHECK(ambition->thresholds[0].value == 40);
  CHECK_FALSE(ambition->thresholds[0].reason.empty());
  CHECK_FALSE(ambition->thresholds[0].after_value_shown);
  REQUIRE(ambition->parameters.size() == 1);
  CHECK(ambition->parameters[0].parameter == "m2_per_person");
}

TEST_CASE("The answers of the documentation are read as they stand", "[answers]") {
  const Result<Answers> answers = answers_from_json(example("answers.json"), "answers.json");
  REQUIRE(answers);
  REQUIRE(answers->answers.size() == 1);
  CHECK(answers->answers[0].values.at("openness") == "partly");
  CHECK(answers->answers[0].values.at("hours_per_week") == "20");
  REQUIRE(answers->explanations.size() == 1);
  CHECK(answers->explanations[0].duration == "temporary");
  CHECK(answers->explanations[0].attachments.size() == 1);
  CHECK(answers->not_applicable.size() == 1);
  CHECK(answers->no_threshold.size() == 1);
  CHECK(answers->undetermined.size() == 1);
  CHECK(answers->consultations.size() == 1);
}

TEST_CASE("What was written is read back the same, and written the same again", "[answers]") {
  const auto ambition = ambition_from_json(example("ambition.json"), "a");
  REQUIRE(ambition);
  const std::string once = to_json(*ambition);
  const auto ambition_again = ambition_from_json(once, "a");
  REQUIRE(ambition_again);
  CHECK(to_json(*ambition_again) == once);
  CHECK(ambition_again->thresholds[0].reason == ambition->thresholds[0].reason);

  const auto answers = answers_from_json(example("answers.json"), "b");
  REQUIRE(answers);
  const std::string text = to_json(*answers);
  const auto answers_again = answers_from_json(text, "b");
  REQUIRE(answers_again);
  CHECK(to_json(*answers_again) == text);
  CHECK(answers_again->explanations[0].reviewer == answers->explanations[0].reviewer);
  CHECK(answers_again->answers[0].values == answers->answers[0].values);
}

TEST_CASE("Nothing stated is read as nothing stated", "[answers]") {
  const auto ambition = ambition_from_json("{\"declarations\": {\"work\": null}}", "a");
  REQUIRE(ambition);
  CHECK(ambition->work.empty());
  CHECK_FALSE(ambition->accessibility_sector.has_value());
  CHECK(to_json(*ambition).find("accessibility_sector") == std::string::npos);
  const auto answers = answers_from_json("{}", "b");
  REQUIRE(answers);
  CHECK(answers->answers.empty());
}

TEST_CASE("An unknown key is refused, with the keys that exist", "[answers]") {
  const Error error = ambition_error(
      R"({"thresholds": [{"criterion": "RVS-4.1d", "value": 3, "reason": "x", "raeson": "y"}]})");
  CHECK(error.code == Code::BadInput);
  CHECK(error.where == "ambition.json: thresholds 1 (RVS-4.1d): raeson");
  CHECK(error.sentence.en ==
        "Key 'raeson' is unknown. What may stand here: after_value_shown, criterion, date, "
        "declared_by, reason, value.");
  CHECK(answers_error(R"({"answerz": []})").where == "answers.json: answerz");
}

TEST_CASE("A threshold without a reason is refused", "[answers]") {
  const Error error = ambition_error(R"({"thresholds": [{"criterion": "RVS-4.1d", "value": 30}]})");
  CHECK(error.where == "ambition.json: thresholds 1 (RVS-4.1d): reason");
  CHECK(error.sentence.en == "Key 'reason' is missing.");
}

TEST_CASE("A number written as text is refused", "[answers]") {
  const Error error = ambition_error(
      R"({"thresholds": [{"criterion": "RVS-4.1d", "value": "30", "reason": "x"}]})");
  CHECK(error.where == "ambition.json: thresholds 1 (RVS-4.1d): value");
  CHECK(error.sentence.en == "A number is expected here, with a point and without quotes.");
}

TEST_CASE("Yes or no written as text is refused", "[answers]") {
  const Error error = ambition_error(R"({"declarations": {"accessibility_sector": "ja"}})");
  CHECK(error.where == "ambition.json: declarations: accessibility_sector");
}

TEST_CASE("A list where one thing belongs is refused, and the other way round", "[answers]") {
  CHECK(answers_error(R"({"explanations": {}})").where == "answers.json: explanations");
  CHECK(answers_error(R"({"explanations": [3]})").where == "answers.json: explanations 1");
  CHECK(answers_error(R"([])").where == "answers.json");
  CHECK(answers_error(R"({"answers": [{"criterion": "A", "values": {"x": [1]}}]})").where ==
        "answers.json: answers 1 (A): values: x");
  CHECK(answers_error(R"({"no_threshold": [{"criteria": [1]}]})").where ==
        "answers.json: no_threshold 1: criteria");
}

TEST_CASE("A file of a newer schema is refused as newer, before anything else of it", "[answers]") {
  const Error error = answers_error(R"({"schema": 2, "something_new": true})");
  CHECK(error.code == Code::Newer);
  CHECK(error.sentence.en ==
        "This file is for a newer version of this program (schema 2, this program knows schema "
        "1).");
  CHECK(ambition_error(R"({"schema": 99})").code == Code::Newer);
  CHECK(ambition_error(R"({"schema": "1"})").code == Code::BadInput);
}

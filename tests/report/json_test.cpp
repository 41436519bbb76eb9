// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "report/support/report_fixture.h"

using namespace trefpunt;
using Json = nlohmann::json;

namespace {

Json criterion(const Json& report, const std::string& id) {
  for (const Json& entry : report.at("criteria")) {
    if (entry.at("id") == id) return entry;
  }
  FAIL("no criterion " << id);
  return {};
}

}  // namespace

TEST_CASE("The report as JSON keeps the names that scripts rely on", "[report]") {
  const Json report = Json::parse(ReportFixture().json());
  CHECK(report.at("status") == "draft");
  CHECK(report.at("scope") == "gebouw");
  CHECK(report.at("criteria").size() == 7);
  for (const Json& entry : report.at("criteria")) {
    for (const char* key : {"id", "status", "underlying", "value", "unit", "threshold", "measure",
                            "version", "places"}) {
      INFO(entry.at("id") << " " << key);
      CHECK(entry.contains(key));
    }
  }
  CHECK(report.at("findings")[0].at("code") == 206);
  CHECK(report.at("inputs")[0] == Json{{"name", "plan.geojson"},
                                       {"role", "plan"},
                                       {"sha256", "ab12"},
                                       {"crs", "EPSG:4326"},
                                       {"date", ""}});
}

TEST_CASE("A number, a range, not applicable and not computed are four things in JSON",
          "[report]") {
  const Json report = Json::parse(ReportFixture().json());
  const Json group = criterion(report, "ENC-1");
  CHECK(group.at("value") == 15.0);
  CHECK(group.at("value_state") == "value");
  const Json width = criterion(report, "ACC-1");
  CHECK(width.at("value").is_null());
  CHECK(width.at("value_state") == "range");
  CHECK(width.at("low") == 0.8);
  CHECK(width.at("high") == 0.9);
  CHECK(width.at("rows")[1].at("value_state") == "not_computed");
  CHECK(width.at("rows")[1].at("reason").at("nl") == "De breedte is onbekend.");
  const Json none = criterion(report, "ACC-9");
  CHECK(none.at("value").is_null());
  CHECK(none.at("value_state") == "not_applicable");
  CHECK(criterion(report, "WAC-D1").at("value_state").is_null());
}

TEST_CASE("A value that is no number becomes null and never zero", "[report]") {
  ReportFixture fixture;
  fixture.evaluation.judgement.verdicts[0].value = std::numeric_limits<double>::infinity();
  fixture.outcome("group_capacity").rows[0].value = std::nan("");
  const Json group = criterion(Json::parse(fixture.json()), "ENC-1");
  CHECK(group.at("value").is_null());
  CHECK(group.at("value_state") == "not_computed");
  CHECK(group.at("rows")[0].at("value").is_null());
}

TEST_CASE("Privacy stands first in JSON whatever the catalogue says", "[report]") {
  const Json report = Json::parse(ReportFixture().json());
  CHECK(report.at("criteria")[0].at("id") == "PRI-1");
  CHECK(report.at("summary").at("themes")[0].at("id") == "privacy");
}

TEST_CASE("The summary counts statuses and knows no total score", "[report]") {
  const Json summary = Json::parse(ReportFixture().json()).at("summary");
  CHECK(summary.at("counts") ==
        Json{{"A", 2}, {"B", 0}, {"C", 1}, {"D", 1}, {"E", 1}, {"F", 1}, {"X", 1}});
  CHECK(summary.at("without_threshold") == 1);
  CHECK_FALSE(summary.contains("score"));
  CHECK_FALSE(summary.contains("total"));
}

TEST_CASE("The same report gives the same bytes and another date other ones", "[report]") {
  const ReportFixture fixture;
  CHECK(fixture.json() == fixture.json());
  ReportInput later = fixture.input();
  later.date = "2026-11-06";
  CHECK(report_json(later) != fixture.json());
}

TEST_CASE("Numbers in JSON survive the round trip", "[report]") {
  ReportFixture fixture;
  fixture.evaluation.judgement.verdicts[0].value = 0.1 + 0.2;
  const Json group = criterion(Json::parse(fixture.json()), "ENC-1");
  CHECK(group.at("value").get<double>() == 0.1 + 0.2);
}

TEST_CASE("Broken UTF-8 from a drawing does not stop the JSON", "[report]") {
  ReportFixture fixture;
  fixture.project.name = "Huis \xff\xc3";
  const Json report = Json::parse(fixture.json());
  CHECK(report.at("title").get<std::string>().find("Huis ") == 0);
}

TEST_CASE("What people said stands in JSON as it was said", "[report]") {
  const Json report = Json::parse(ReportFixture().json());
  const Json privacy = criterion(report, "PRI-1");
  CHECK(privacy.at("explanation").at("departs") == "Eén kamer ligt achter de lounge.");
  CHECK(privacy.at("places")[0].at("number") == "0.01");
  const Json group = criterion(report, "ENC-1");
  CHECK(group.at("threshold_detail").at("declared").at("after_value_shown") == true);
  CHECK_FALSE(group.contains("explanation"));
  CHECK(report.at("consultations")[0].at("advice") == "negative");
  CHECK(report.at("left_out")[0].at("criterion") == "RVS-4.1g");
  CHECK(report.at("other_measures")[0].at("id") == "space_depth");
  CHECK(report.at("plans")[0].at("storeys")[0].at("spaces").size() == 2);
}

TEST_CASE("Answers without a plan give a report in every form", "[report]") {
  ReportFixture fixture;
  fixture.project.buildings.clear();
  fixture.evaluation.buildings.clear();
  const Json report = Json::parse(fixture.json());
  CHECK(report.at("plans").empty());
  CHECK(visible_text(fixture.html()).find("Er is geen plattegrond") != std::string::npos);
  CHECK_FALSE(report_profile(fixture.input(), Lang::Nl).empty());
}

TEST_CASE("The report says its rules, and how many departures are explained", "[report]") {
  ReportFixture fixture;
  CHECK(visible_text(fixture.html()).find("De enige afwijking is uitgelegd.") != std::string::npos);
  for (Verdict& verdict : fixture.evaluation.judgement.verdicts) {
    if (verdict.status == StatusCode::X) verdict.underlying = StatusCode::C;
  }
  const Json report = Json::parse(fixture.json());
  REQUIRE(report.at("rules").size() == 4);
  CHECK(report.at("own_criteria").is_null());
  const Json rule = report.at("rules")[2];
  CHECK(rule.at("id") == "REP-1");
  CHECK(rule.at("departures") == 2);
  CHECK(rule.at("explained") == 1);
  for (const Json& entry : report.at("criteria")) CHECK(entry.at("theme") != "rules");
  const std::string page = visible_text(fixture.html());
  CHECK(page.find("Regels van dit rapport") != std::string::npos);
  CHECK(page.find("1 van de 2 afwijkingen zijn uitgelegd.") != std::string::npos);
}

TEST_CASE("The report says which criteria are not the program's, with inert names", "[report]") {
  ReportFixture fixture;
  fixture.catalogue.own =
      OwnCriteria{"<b>.json", "Onze \"nota\"", "ab12", false, {"VB-1"}, {"RMO-02"}};
  const Json own = Json::parse(fixture.json()).at("own_criteria");
  CHECK(own.at("added") == Json{"VB-1"});
  CHECK(own.at("is_whole") == false);
  CHECK(fixture.html().find("<b>.json") == std::string::npos);
  const std::string page = visible_text(fixture.html());
  CHECK(page.find("Toegevoegd: VB-1.") != std::string::npos);
  CHECK(page.find("catalogus van Trefpunt: RMO-02.") != std::string::npos);
  fixture.catalogue.own->is_whole = true;
  CHECK(visible_text(fixture.html()).find("komen niet uit de catalogus") != std::string::npos);
}

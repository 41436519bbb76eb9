// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "report/comparison.h"
#include "report/numbered_places.h"
#include "report/portfolio.h"
#include "report/reading_version.h"
#include "report/report_digest.h"
#include "report/support/page_checks.h"
#include "report/support/report_fixture.h"
#include "report/support/wijk_fixture.h"

namespace trefpunt {

namespace {

ReportDigest digest(const ReportFixture& fixture) {
  const Result<ReportDigest> read = read_report(fixture.json(), "report.json");
  REQUIRE(read);
  return *read;
}

const CriterionChange* change_in(const ReportComparison& comparison, const std::string& id) {
  for (const ThemeChange& theme : comparison.themes) {
    for (const CriterionChange& change : theme.criteria) {
      if (change.one().id == id) return &change;
    }
  }
  return nullptr;
}

Verdict& verdict_of(ReportFixture& fixture, const std::string& id) {
  for (Verdict& verdict : fixture.evaluation.judgement.verdicts) {
    if (verdict.criterion == id) return verdict;
  }
  FAIL("no verdict of " + id);
  return fixture.evaluation.judgement.verdicts.front();
}

void check_page(const std::string& html) {
  CHECK(unbalanced(html) == "");
  CHECK(skipped_heading(html) == "");
  CHECK(double_id(html) == "");
  CHECK(html.find("<script") == std::string::npos);
}

std::string sentence_of(const std::string& json) {
  const Result<ReportDigest> read = read_report(json, "x.json");
  REQUIRE_FALSE(read);
  return to_string(read.error(), Lang::Nl);
}

}  // namespace

TEST_CASE("a report that is read back says what the report says") {
  const ReportFixture fixture;
  const ReportDigest read = digest(fixture);
  CHECK(read.name == fixture.project.name);
  CHECK(read.date == "2026-11-05");
  CHECK(read.catalogue_version == "toets.1");
  CHECK(read.criteria.size() == fixture.evaluation.judgement.verdicts.size());
  CHECK(read.themes.front().id == "privacy");
  for (const Verdict& verdict : fixture.evaluation.judgement.verdicts) {
    const DigestCriterion* entry = read.find(verdict.criterion);
    REQUIRE(entry);
    CHECK(entry->status == verdict.status);
    CHECK(entry->threshold == verdict.threshold);
    if (verdict.value && has_number(*verdict.value)) {
      CHECK(*entry->value == *verdict.value);
    }
  }
}

TEST_CASE("what is no report, newer or broken is a sentence, and an older report is read") {
  CHECK(sentence_of("{\"a\":") ==
        "x.json: Dit is geen geldige JSON: het bestand houdt te vroeg op (regel 1, kolom 6).");
  const std::string none =
      "x.json: dit is geen rapport van Trefpunt; geef een report.json, de map van een rapport, een "
      "project of een plattegrond op";
  CHECK(sentence_of("[1,2]") == none);
  CHECK(sentence_of("{}") == none);
  const std::string start = R"({"status":"draft","scope":"gebouw",)";
  CHECK(sentence_of(start + R"("criteria":[],"program":{"name":"anders"}})") == none);
  CHECK(sentence_of(start + R"("criteria":[],"schema":99})") ==
        "x.json: dit rapport is gemaakt met een nieuwere versie van Trefpunt; neem die");
  const std::string unreadable =
      ": dit criterium heeft geen nummer en status, of staat er twee keer";
  CHECK(sentence_of(start + R"("criteria":[3]})") == "x.json: criteria 1" + unreadable);
  CHECK(sentence_of(start + R"("criteria":[{"id":"A-1","status":"Q"}]})") ==
        "x.json: criteria 1" + unreadable);
  CHECK(
      sentence_of(start + R"("criteria":[{"id":"A-1","status":"F"},{"id":"A-1","status":"F"}]})") ==
      "x.json: criteria 2" + unreadable);
  const Result<ReportDigest> old =
      read_report(start + R"("criteria":[{"id":"A-1","status":"F","value":2.5}]})", "x.json");
  REQUIRE(old);
  CHECK(std::get<double>(*old->criteria.front().value) == 2.5);
  const ReportComparison same = compare_reports(*old, *old);
  check_page(comparison_html(same, Lang::Nl));
}

TEST_CASE("a comparison names what changed per criterion and claims nothing of better or worse") {
  ReportFixture before, after;
  Verdict& width = verdict_of(after, "ACC-1");
  const StatusCode was = width.status;
  width.status = width.underlying = was == StatusCode::A ? StatusCode::C : StatusCode::A;
  width.value = Value(1.25);
  width.threshold = 0.9;
  after.project.answers.explanations.front().why = "Een andere reden =1+1";
  const std::string gone = "ENC-2";
  std::erase_if(after.evaluation.judgement.verdicts,
                [&](const Verdict& one) { return one.criterion == gone; });
  after.project.sources.push_back({"nieuw.csv", "room list", "abc", "", ""});
  after.catalogue.version = "toets.2";
  const ReportDigest a = digest(before), b = digest(after);
  const ReportComparison comparison = compare_reports(a, b);
  const CriterionChange* change = change_in(comparison, "ACC-1");
  REQUIRE(change);
  CHECK(change->status);
  CHECK(change->value);
  CHECK(change->threshold);
  const CriterionChange* explained =
      change_in(comparison, after.project.answers.explanations.front().criterion);
  REQUIRE(explained);
  CHECK(explained->said == std::vector<std::string>{"explanation.why"});
  CHECK(comparison.themes.front().theme.id == "privacy");
  CHECK(comparison.inputs.size() == 1);
  REQUIRE(change_in(comparison, gone));
  CHECK(change_in(comparison, gone)->after == nullptr);
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = comparison_html(comparison, lang);
    check_page(html);
    const std::string words = visible_text(html);
    CHECK(words.find("toets.2") != std::string::npos);
    for (const char* claim : {"gunstig", "verbeterd", "slechter", "improved", "worse"}) {
      CHECK(words.find(claim) == std::string::npos);
    }
  }
  CHECK(changes_in_status(comparison, Lang::Nl).starts_with("In status veranderde: ACC-1 "));
  CHECK(changes_in_status(comparison, Lang::Nl).ends_with("Er viel 1 criterium weg."));
  CHECK(comparison_json(comparison).find("\"explanation.why\": \"Een andere reden =1+1\"") !=
        std::string::npos);
  CHECK(changes_in_status(compare_reports(a, a), Lang::En) == "No status changed.");
}

TEST_CASE("values that differ never read the same, and other ways of measuring are not compared") {
  ReportFixture before, after;
  verdict_of(before, "ACC-1").value = Value(0.85001);
  verdict_of(after, "ACC-1").value = Value(0.85004);
  const ReportDigest a = digest(before);
  ReportDigest b = digest(after);
  const std::string words = visible_text(comparison_html(compare_reports(a, b), Lang::Nl));
  CHECK(words.find("0,85001 m") != std::string::npos);
  CHECK(words.find("meer (") != std::string::npos);
  for (DigestCriterion& one : b.criteria) one.version = 7;
  const std::string other = visible_text(comparison_html(compare_reports(a, b), Lang::Nl));
  CHECK(other.find("niet te vergelijken") != std::string::npos);
  CHECK(other.find("meer (") == std::string::npos);
}

TEST_CASE("a portfolio shows a status per criterion and location, in the order given, unranked") {
  ReportFixture one, two;
  one.project.name = "Zuid <script>alert(1)</script>";
  two.project.name = "=cmd()\"'Aan zee";
  verdict_of(two, "ACC-1").threshold = 0.95;
  Portfolio portfolio{"Onze \"locaties\"", {}};
  portfolio.locations.push_back({"zuid", digest(one)});
  portfolio.locations.push_back({"zee", digest(two)});
  portfolio.locations.push_back(
      {"weg.json",
       std::nullopt,
       {Code::NotFound, {"Dit bestand bestaat niet.", "Not there."}, {}}});
  CHECK(not_comparable(portfolio, "ACC-1").size() == 1);
  CHECK(not_comparable(portfolio, "ENC-1").empty());
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = portfolio_html(portfolio, lang);
    check_page(html);
    const std::string words = visible_text(html);
    CHECK(words.find("Zuid <script>") < words.find("=cmd()"));
    CHECK(words.find(portfolio.locations[2].refused.sentence.in(lang)) != std::string::npos);
    CHECK(html.find("tabindex=\"0\" role=\"region\" aria-label=") != std::string::npos);
    CHECK(html.find("theme-privacy") < html.find("theme-encounter"));
  }
  const std::string json = portfolio_json(portfolio);
  CHECK(json.find("\"refused\"") != std::string::npos);
  for (const char* claim : {"\"total", "\"rank", "\"average", "\"score", "\"sum"}) {
    CHECK(json.find(claim) == std::string::npos);
  }
}

TEST_CASE("fifty locations stay columns with a number and a name for who does not see the list") {
  const ReportDigest read = digest(ReportFixture());
  Portfolio portfolio;
  for (int i = 1; i <= 50; ++i) {
    portfolio.locations.push_back({"locatie-" + std::to_string(i), read});
  }
  const std::string html = portfolio_html(portfolio, Lang::Nl);
  check_page(html);
  CHECK(html.find("data-h=\"50 ") != std::string::npos);
  CHECK(html.find("50<span class=\"unseen\">") != std::string::npos);
}

TEST_CASE("the leesversie asks about what departs, with numbered places that the table has too") {
  const ReportFixture fixture;
  const ReportInput input = fixture.input();
  const ReportModel model = make_model(input);
  const std::vector<NumberedPlace> places = numbered_places(model);
  REQUIRE_FALSE(places.empty());
  CHECK(places.size() <= 12);
  CHECK(places.front().number == 1);
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = reading_html(input, lang);
    check_page(html);
    const std::string words = visible_text(html);
    for (const NumberedPlace& one : places) {
      CHECK(words.find(one.label.in(lang)) != std::string::npos);
    }
  }
  const std::string words = visible_text(reading_html(input, Lang::Nl));
  CHECK(words.find("Vragen aan u") != std::string::npos);
  CHECK(words.find("Hier wijkt het plan af") != std::string::npos);
  CHECK(words.find("Te vermijden") < words.find("Vrije doorgang"));
  const std::string table = remarks_csv(input, Lang::Nl);
  CHECK(table.starts_with("\xEF\xBB\xBFnummer;ruimte;plek;verdieping;x;y;opmerking;van;datum\r\n"));
  CHECK(count_of(table, "\r\n") == static_cast<int>(places.size()) + 2);
}

TEST_CASE("names of others are inert in the leesversie and in the table for remarks") {
  ReportFixture fixture;
  Storey storey = fixture.storey();
  for (Space& space : storey.spaces) {
    space.number = "=cmd()\"<script>" + to_string(space.id);
    space.name = std::string(10000, 'a');
  }
  fixture.set_storey(storey);
  fixture.project.name = "<script>alert('x')</script>" + std::string(10000, 'b');
  check_page(reading_html(fixture.input(), Lang::Nl));
  const std::string table = remarks_csv(fixture.input(), Lang::Nl);
  CHECK(table.find("\"=cmd") == std::string::npos);
  CHECK(table.find("\"'=cmd()\"\"<script>") != std::string::npos);
}

TEST_CASE("a wijk has a leesversie with a map, and the homes of people bear no number") {
  const WijkFixture fixture;
  const ReportInput input = fixture.input();
  const std::string html = reading_html(input, Lang::Nl);
  check_page(html);
  CHECK(html.find("Kaart van de wijk") != std::string::npos);
  for (const NumberedPlace& one : numbered_places(make_model(input))) {
    CHECK(one.object.front() != 'H');
  }
}

TEST_CASE("remarks of readers stand in the report with number, place, who and when") {
  ReportFixture fixture;
  const Storey storey = fixture.storey();
  const Space& space = storey.spaces.front();
  fixture.project.remarks = {{"R1", "Te druk <script>", "bewoner", "2026-11-01",
                              to_string(storey.id), to_string(space.id), std::nullopt},
                             {"R2", "Mooi plan", "", "", "", "", std::nullopt}};
  const std::string html = fixture.html();
  check_page(html);
  const std::string words = visible_text(html);
  CHECK(words.find("Opmerkingen van lezers") != std::string::npos);
  CHECK(words.find("Te druk <script>") != std::string::npos);
  CHECK(words.find("1 november 2026") != std::string::npos);
  CHECK(words.find("het hele plan") != std::string::npos);
  CHECK(html.find("id=\"remarks-") != std::string::npos);
  CHECK(fixture.json().find("\"Mooi plan\"") != std::string::npos);
  CHECK(ReportFixture().html().find("id=\"remarks\"") == std::string::npos);
}

}  // namespace trefpunt

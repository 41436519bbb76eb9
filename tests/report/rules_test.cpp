// SPDX-License-Identifier: GPL-3.0-or-later
// What every form of a report must say and may never say, held against the produced text.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "report/decision_words.h"
#include "report/support/page_checks.h"
#include "report/support/report_fixture.h"
#include "report/support/wijk_fixture.h"
#include "support/honest_text.h"

using namespace trefpunt;
using honest::before_privacy;
using honest::broken_rules;

namespace {

bool holds_words(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string sample_file(const std::string& path) {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/samples/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string from_criteria(const std::string& json) {
  return json.substr(json.find("\"criteria\": ["));
}

// The fixture with a history: a threshold made milder, an explanation rewritten and one withdrawn.
ReportFixture with_past() {
  ReportFixture fixture;
  fixture.project.decisions = {
      {"2026-10-05", "programmamanager", "thresholds", "ENC-1",
       R"({"criterion":"ENC-1","value":20.0,"reason":"Twintig.","declared_by":"architect","date":"2026-08-01"})",
       R"({"criterion":"ENC-1","value":12.0,"reason":"De groep telt twaalf mensen.","declared_by":"programmamanager","date":"2026-09-14"})"},
      {"2026-11-02T14:03:20Z", "raad van bestuur", "explanations", "PRI-1",
       R"({"criterion":"PRI-1","why":"Geld.","duration":"lasting","obstacle":"financing"})",
       R"({"criterion":"PRI-1","why":"De gang was te kort.","duration":"temporary","obstacle":"space"})"},
      {"2026-11-03", "", "thresholds", "ENC-2", R"({"criterion":"ENC-2","value":1.0})", ""},
      {"2026-11-03", "", "answers", "WAC-D1", "",
       R"({"criterion":"WAC-D1","values":{"when":"2027-03-01"},"answered_by":"<script>"})"},
      {"2026-11-04", "x", "iets", "", "{broken", "[1]"}};
  return fixture;
}

}  // namespace

TEST_CASE("No form of a report breaks a rule of honesty, in either language", "[rules]") {
  const ReportFixture plan = with_past();
  const WijkFixture wijk;
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    for (const std::string& text :
         {plan.html(lang), wijk.html(lang), report_profile(plan.input(), lang)}) {
      CHECK(broken_rules(text) == std::vector<std::string>{});
    }
  }
  CHECK(broken_rules(plan.json()) == std::vector<std::string>{});
  CHECK(broken_rules(wijk.json()) == std::vector<std::string>{});
}

TEST_CASE("No report of a sample breaks a rule of honesty", "[rules]") {
  for (const char* sample : {"gezondheidscentrum", "verpleegafdeling", "wijk"}) {
    const std::string json = sample_file(std::string(sample) + "/expected/report.json");
    REQUIRE(json.size() > 10000);
    CHECK(broken_rules(json) == std::vector<std::string>{});
  }
}

TEST_CASE("Each rule is broken by a text that was tampered with", "[rules]") {
  const std::string page = ReportFixture().html(Lang::Nl);
  const auto tampered = [&](const std::string& sentence) {
    std::string with = page;
    return with.insert(with.find("<h1"), "<p>" + sentence + "</p>");
  };
  for (const char* sentence :
       {"Met dit plan voelen bewoners zich <strong>minder eenzaam</strong>.",
        "Een zitje vermindert eenzaamheid.", "De lounge helpt tegen eenzaamheid.",
        "This design reduces loneliness.", "Zes mensen per week is genoeg contact.",
        "Totaalscore: 7,4", "Overall score 7.4", "Deze buurt staat derde op de ranglijst.",
        "Het plan voldoet aan de RVS.", "The plan meets the RVS."}) {
    INFO(sentence);
    const auto broken = broken_rules(tampered(sentence));
    CHECK(broken.size() == 1);
    CHECK(broken_rules("RVS-4.1j;" + std::string(sentence) + ";A\n").size() == 1);
  }
  CHECK(broken_rules(R"({"total_score": 7.4})").size() == 1);
  // Titles and denials are no claims.
  for (const char* sentence :
       {"Wetenschappelijke adviescommissie Eén tegen eenzaamheid, brief van 10 april 2025.",
        "Er is geen eindcijfer en geen ranglijst.", "Voor genoeg contact bestaat geen norm.",
        "It never says that a plan reduces loneliness."}) {
    INFO(sentence);
    CHECK(broken_rules(tampered(sentence)).empty());
  }
}

TEST_CASE("Privacy stands before encounter in every form", "[rules]") {
  const std::vector<std::string> privacy = {"PRI-1"}, encounter = {"ENC-1", "ENC-2"};
  const ReportFixture plan;
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    CHECK(before_privacy(plan.html(lang), privacy, encounter) == "");
    CHECK(before_privacy(report_profile(plan.input(), lang), privacy, encounter) == "");
  }
  CHECK(before_privacy(from_criteria(plan.json()), privacy, encounter) == "");
  CHECK(before_privacy("<p>ENC-2</p>" + plan.html(), privacy, encounter) == "ENC-2");
  for (const char* sample : {"gezondheidscentrum", "verpleegafdeling"}) {
    const std::string json = sample_file(std::string(sample) + "/expected/report.json");
    CHECK(before_privacy(from_criteria(json), {"\"RVS-4.1j\""}, {"\"RVS-4.1a\"", "\"WAC-8a\""}) ==
          "");
  }
}

TEST_CASE("A page has the twelve parts in their order, in the contents and as headings",
          "[rules]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string page = ReportFixture().html(lang);
    std::size_t link = 0, heading = 0;
    int number = 0;
    for (const char* id :
         {"summary", "about", "goal", "data", "thresholds", "results", "explanations", "variants",
          "heard", "follow-up", "signature", "annex"}) {
      INFO(id);
      const std::string title = std::to_string(++number) + ". ";
      const std::size_t next_link = page.find("href=\"#" + std::string(id) + "\">" + title, link);
      const std::size_t next = page.find("id=\"" + std::string(id) + "\">" + title, heading);
      REQUIRE(next_link != std::string::npos);
      REQUIRE(next != std::string::npos);
      link = next_link;
      heading = next;
    }
    CHECK(link < page.find("id=\"summary\""));
  }
}

TEST_CASE("The cover names version, scale, client and who is responsible, or that nobody said so",
          "[rules]") {
  ReportFixture fixture;
  CHECK(count_of(visible_text(fixture.html()), "niet opgegeven") >= 3);
  fixture.project.answers.cover = {"Stichting De Proef", "raad van bestuur", "ontwerp 2"};
  const std::string text = visible_text(fixture.html());
  const std::string cover = text.substr(0, text.find("Inhoud"));
  for (const char* said : {"Stichting De Proef", "raad van bestuur", "ontwerp 2", "gebouw"}) {
    CHECK(holds_words(cover, said));
  }
  CHECK(holds_words(fixture.json(), "\"responsible_body\": \"raad van bestuur\""));
}

TEST_CASE("What the letters of a criterion stand for is told before the first criterion",
          "[rules]") {
  const std::string page = ReportFixture().html();
  CHECK(page.find("Raad voor Volksgezondheid &amp; Samenleving") < page.find("id=\"summary\""));
  CHECK(page.find("Besluit bouwwerken leefomgeving") < page.find("id=\"summary\""));
}

TEST_CASE("The report names what has no criterion and how far comply or explain goes", "[rules]") {
  const std::string nl = visible_text(ReportFixture().html());
  for (const char* said : {"element 1 ", "3 (bestaanszekerheid)", "5 (acceptatie", "6 (sociaal",
                           "waar medewerkers elkaar ontmoeten", "Governancecode Zorg 2022",
                           "gaat verder dan de RVS vraagt", "Geen Bbl-toets"}) {
    INFO(said);
    CHECK(holds_words(nl, said));
  }
}

TEST_CASE("The history tells date, function, criterion, what was and what is", "[rules]") {
  const ReportFixture fixture = with_past();
  const std::string page = fixture.html();
  CHECK(unbalanced(page) == "");
  CHECK_FALSE(holds_words(page, "<script>"));
  const std::string all = visible_text(page);
  const std::string text = all.substr(all.rfind("Wat er besloten en veranderd is"));
  for (const char* said :
       {"5 oktober 2026", "programmamanager", "eigen drempel", "ENC-1", "waarde:", "20", "12",
        "2 november 2026, 14:03 UTC", "Geld.", "De gang was te kort.", "blijvend", "tijdelijk",
        "te weinig ruimte", "niet vermeld", "weggehaald", "stond er niet", "Wanneer?",
        "1 maart 2027", "{broken"}) {
    INFO(said);
    CHECK(holds_words(text, said));
  }
  const std::string json = fixture.json();
  CHECK(holds_words(json, "\"decisions\": ["));
  CHECK(holds_words(json, "\"moment\": \"2026-11-02T14:03:20Z\""));
  CHECK(holds_words(json, "\"before\": \"{broken\""));
}

TEST_CASE(
    "A threshold that was changed later tells what held before, and one declared after the "
    "result says so",
    "[rules]") {
  const std::string all = visible_text(with_past().html());
  const std::size_t from = all.rfind("Drempels die de planner zelf vaststelde");
  const std::string text = all.substr(from, all.find("Uitkomsten per thema", from) - from);
  CHECK(holds_words(text, "Vastgesteld na de uitkomst."));
  CHECK(holds_words(text, "Eerder gold: ten minste 20 personen"));
  CHECK(holds_words(text, "1 augustus 2026), veranderd op 5 oktober 2026."));
  CHECK(count_of(text, "Eerder gold") == 2);  // and the one that was withdrawn
  CHECK(earlier_thresholds(with_past().project.decisions, "PRI-1").empty());
}

TEST_CASE("The bodies nothing was written about are named, and a wijk has no client council",
          "[rules]") {
  const std::string text = visible_text(ReportFixture().html());
  CHECK(holds_words(text,
                    "Hierover is niets opgeschreven: ondernemingsraad (OR), adviesraad sociaal "
                    "domein. Dat zegt niet dat zij niet zijn gehoord."));
  CHECK(holds_words(text, "(Wmcz 2018)"));
  WijkFixture wijk;
  wijk.evaluation.scale = Scale::Wijk;
  CHECK_FALSE(holds_words(visible_text(wijk.html()), "(Wmcz 2018)"));
  const std::size_t summary = text.rfind("1. Samenvatting"),
                    about = text.rfind("2. Wat dit rapport");
  CHECK(holds_words(text.substr(summary, about - summary), "Negatief advies"));
}

TEST_CASE("Obstacles are gathered with the criterion and what was said of it", "[rules]") {
  const std::string all = visible_text(ReportFixture().html());
  const std::string text = all.substr(all.rfind("Wat in de weg stond, bij welk criterium"));
  CHECK(holds_words(text, "te weinig ruimte"));
  CHECK(holds_words(text, "PRI-1 Te vermijden"));
  CHECK(holds_words(text, "De gang was te kort."));
}

TEST_CASE("The summary shows three departures, privacy first, and how many more there are",
          "[rules]") {
  ReportFixture fixture;
  for (Verdict& verdict : fixture.evaluation.judgement.verdicts) {
    if (verdict.criterion == "WAC-D1") verdict.underlying = verdict.status = StatusCode::B;
    if (verdict.criterion == "ENC-1" || verdict.criterion == "ENC-2") {
      verdict.underlying = verdict.status = StatusCode::C;
    }
  }
  const std::string all = visible_text(fixture.html());
  const std::size_t from = all.find("Waar het plan afwijkt");
  const std::string text = all.substr(from, all.find("Zie ", from) - from);
  CHECK(text.find("PRI-1") < text.find("ENC-1"));
  CHECK(holds_words(text, "ENC-2"));
  CHECK_FALSE(holds_words(text, "WAC-D1"));
  CHECK(holds_words(text, "Nog één criterium wijkt af."));
}

TEST_CASE("Remarks on the answers as a whole stand in the summary", "[rules]") {
  ReportFixture fixture;
  CHECK_FALSE(holds_words(fixture.html(), ">Let op</h3>"));
  fixture.evaluation.judgement.hints = {{"De antwoorden zijn voor ‘<i>’.", "For '<i>'."}};
  const std::string page = fixture.html();
  CHECK(holds_words(page, ">Let op</h3>"));
  CHECK_FALSE(holds_words(page, "<i>"));
  CHECK(holds_words(page, "&lt;i&gt;"));
  CHECK(holds_words(fixture.json(), "\"hints\": ["));
}

TEST_CASE("An entry of a history that is nested without end is not followed", "[rules]") {
  ReportFixture fixture;
  const std::string deep(200000, '[');
  fixture.project.decisions = {{"", "", "thresholds", "ENC-1", "{\"value\":" + deep, "{}"}};
  fixture.project.decisions.push_back(fixture.project.decisions[0]);
  fixture.project.decisions[1].before += std::string(200000, ']') + "}";
  CHECK(holds_words(fixture.json(), "\"decisions\": ["));
  CHECK(unbalanced(fixture.html()) == "");
}

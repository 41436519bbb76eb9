// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "report/support/page_checks.h"
#include "report/support/report_fixture.h"

using namespace trefpunt;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The page is one self-contained document in its language", "[report]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = ReportFixture().html(lang);
    CHECK(html.rfind("<!DOCTYPE html>", 0) == 0);
    CHECK(has(html, lang == Lang::Nl ? "<html lang=\"nl\">" : "<html lang=\"en\">"));
    CHECK(unbalanced(html) == "");
    CHECK(count_of(html, "<h1") == 1);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<link"));
    CHECK_FALSE(has(html, "<img"));
    CHECK_FALSE(has(html, "url(http"));
    CHECK_FALSE(has(html, "src="));
  }
}

TEST_CASE("No heading skips a level and no id stands twice", "[report]") {
  const std::string html = ReportFixture().html();
  CHECK(skipped_heading(html) == "");
  CHECK(double_id(html) == "");
}

TEST_CASE("Tables have captions and scopes and drawings have a title and words", "[report]") {
  const std::string html = ReportFixture().html();
  CHECK(count_of(html, "<table") == count_of(html, "<caption>"));
  CHECK(count_of(html, "<th ") == count_of(html, "scope=\""));
  const int drawings = count_of(html, "role=\"img\"");
  CHECK(drawings >= 3);
  CHECK(count_of(html, "<title id=") == drawings);
  CHECK(count_of(html, "<desc id=") == drawings);
  CHECK(count_of(html, "<figcaption>") == drawings);
}

TEST_CASE("Privacy comes before every other theme on the page", "[report]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = ReportFixture().html(lang);
    CHECK(html.find("id=\"c-PRI-1\"") < html.find("id=\"c-ENC-1\""));
    CHECK(html.find("id=\"theme-privacy\"") < html.find("id=\"theme-encounter\""));
    const std::string text = visible_text(html);
    CHECK(text.find(lang == Lang::Nl ? "Eerst: privacy en rust" : "First: privacy and rest") <
          text.find(lang == Lang::Nl ? "Alle criteria geteld" : "All criteria counted"));
  }
}

TEST_CASE("The page never promises what a plan cannot do", "[report]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string text = visible_text(ReportFixture().html(lang));
    const std::string page = fold(text);
    for (const char* never :
         {"voldoet aan rvs", "voldoet aan de rvs", "meets the rvs", "complies with the rvs",
          "minder eenzaam", "eenzaamheid daalt", "eenzaamheid vermindert", "eenzaamheid neemt af",
          "less lonely", "reduces loneliness", "totaalscore", "totaalcijfer", "total score",
          "overall score", "genoeg contact heeft"}) {
      INFO(never);
      CHECK_FALSE(has(page, never));
    }
  }
}

TEST_CASE("The page says what it is not and where the advice stops", "[report]") {
  const std::string text = visible_text(ReportFixture().html());
  for (const char* always :
       {"1 van 7 criteria zonder drempel: geen oordeel", "Geen Bbl-toets",
        "geen getal voor genoeg contact", "zijn geen wet", "Aanbeveling 4",
        "gaat verder dan de RVS vraagt", "alleen het voorwoord en openbare samenvattingen",
        "element 1 (maatschappelijk vertrouwen), 3", "geen eindcijfer en geen ranglijst", "CONCEPT",
        "INZ-2: er is nog geen antwoord"}) {
    INFO(always);
    CHECK(has(text, always));
  }
}

TEST_CASE("A final report is not marked as a draft", "[report]") {
  ReportFixture fixture;
  fixture.evaluation.judgement.is_final = true;
  fixture.evaluation.judgement.blockers.clear();
  const std::string text = visible_text(fixture.html());
  CHECK_FALSE(has(text, "CONCEPT"));
  CHECK(has(text, "definitief"));
  CHECK_FALSE(has(fixture.html(), "class=\"is-draft\""));
}

TEST_CASE("A status is a letter, a sign and words, never colour alone", "[report]") {
  const std::string html = ReportFixture().html();
  for (const char code : std::string("ABCDEFX")) {
    CHECK(has(html, std::string("<symbol id=\"sign-") + code + "\""));
    CHECK(has(html, std::string("</svg><b>") + code + "</b> "));
  }
}

TEST_CASE("A threshold declared after its value says so in both places", "[report]") {
  ReportFixture fixture;
  CHECK(count_of(visible_text(fixture.html()), "Vastgesteld na de uitkomst") == 2);
  fixture.project.ambition.thresholds[0].after_value_shown = false;
  CHECK(count_of(visible_text(fixture.html()), "Vastgesteld na de uitkomst") == 0);
}

TEST_CASE("Values carry Dutch numbers, units and reasons", "[report]") {
  const std::string text = visible_text(ReportFixture().html());
  CHECK(has(text, "50% van de kamers"));
  CHECK(has(text, "ten minste 100% van de kamers"));
  CHECK(has(text, "15 personen"));
  CHECK(has(text, "0,8 tot 0,9 m"));
  CHECK(has(text, "De breedte van D2 is onbekend."));
  CHECK(has(text, "niet van toepassing"));
  CHECK(has(text, "5 november 2026"));
  CHECK(has(text, "1 maart 2027"));
  CHECK(has(text, "bron niet ingezien"));
  CHECK(has(text, "Aanname: werkwaarde"));
}

TEST_CASE("The English page holds no Dutch of ours", "[report]") {
  const std::string text = " " + fold(visible_text(ReportFixture().html(Lang::En))) + " ";
  for (const char* dutch : {" drempel", " uitkomst", " criterium", " ruimten", " bevindingen",
                            " niet te bepalen", " verdieping", " uitleg", " geen "}) {
    INFO(dutch);
    CHECK_FALSE(has(text, dutch));
  }
}

TEST_CASE("The Dutch page holds no English of ours", "[report]") {
  const std::string text = " " + fold(visible_text(ReportFixture().html(Lang::Nl))) + " ";
  for (const char* english : {" threshold", " result ", " space ", " spaces ", " storey",
                              " finding", " the ", " not computed", " draft", " unknown"}) {
    INFO(english);
    CHECK_FALSE(has(text, english));
  }
}

TEST_CASE("Names from a plan come out inert", "[report]") {
  ReportFixture fixture;
  const std::string nasty = "<script>alert('x')</script>\" onload=\"y & \xE2\x80\xAE\x01z";
  Storey storey = fixture.storey();
  storey.name = nasty;
  storey.spaces[0].name = nasty;
  storey.spaces[0].number = nasty;
  fixture.set_storey(storey);
  fixture.project.name = nasty;
  fixture.project.answers.explanations[0].departs = nasty;
  fixture.project.answers.consultations[0].body = nasty;
  fixture.project.sources[0].name = nasty;
  fixture.evaluation.findings[0].object = nasty;
  fixture.evaluation.scope.left_out[0].reason = nasty;
  const std::string html = fixture.html();
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "\" onload"));
  CHECK_FALSE(has(html, "\xE2\x80\xAE"));
  CHECK_FALSE(has(html, "\x01"));
  CHECK(has(html, "&lt;script&gt;alert(&#39;x&#39;)"));
  CHECK(unbalanced(html) == "");
}

TEST_CASE("A source with another kind of address is no link", "[report]") {
  ReportFixture fixture;
  fixture.catalogue.criteria[0].sources[0].url = "javascript:alert(1)";
  CHECK_FALSE(has(fixture.html(), "javascript:"));
}

TEST_CASE("A name of ten thousand letters stays whole and outside the drawing", "[report]") {
  ReportFixture fixture;
  Storey storey = fixture.storey();
  storey.spaces[0].name = std::string(10000, 'w');
  storey.spaces[0].number.clear();
  fixture.set_storey(storey);
  const std::string html = fixture.html();
  CHECK(has(html, std::string(10000, 'w')));
  CHECK_FALSE(has(html, "stroke-linejoin=\"round\">" + std::string(100, 'w')));
}

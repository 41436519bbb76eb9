// SPDX-License-Identifier: GPL-3.0-or-later
// Names and words from outside come out inert in every text form, and no form loads anything.
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "report/csv.h"
#include "report/fodt.h"
#include "report/fodt_figure.h"
#include "report/fodt_table.h"
#include "report/support/report_fixture.h"

using namespace trefpunt;

namespace {

const std::string kLong(10000, 'w');

const std::vector<std::string>& hostile_words() {
  static const std::vector<std::string> kWords = {
      "<script>alert(1)</script>",
      "=cmd|'/c calc'!A1",
      "\"><img src=x onerror=alert(1)>",
      "a\xE2\x80\xAE"
      "fdp.exe",
      "\x01\x1B[31m\x7F",
      "\xC3\x28\xFF\xED\xA0\x80",
      "]]><!-- &lt; <b/",
      "url(https://example.com/x)",
      "@import 'https://example.com'",
      kLong,
  };
  return kWords;
}

// The words stand wherever a user can put some.
std::unique_ptr<ReportFixture> hostile(const std::string& words) {
  auto fixture = std::make_unique<ReportFixture>();
  fixture->project.name = words;
  Storey storey = fixture->storey();
  storey.name = words;
  for (Space& space : storey.spaces) space.name = words;
  fixture->set_storey(storey);
  for (Explanation& own : fixture->project.answers.explanations) {
    own.departs = own.why = own.weighed = own.instead = own.decided_by = words;
    own.attachments = {words};
  }
  for (Answer& answer : fixture->project.answers.answers) {
    for (auto& [field, value] : answer.values) value = words;
    answer.answered_by = words;
  }
  for (DeclaredThreshold& own : fixture->project.ambition.thresholds) own.reason = words;
  return fixture;
}

bool well_formed(const std::string& xml) {
  pugi::xml_document document;
  return static_cast<bool>(document.load_buffer(xml.data(), xml.size()));
}

bool has_part(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool has_bad_letters(const std::string& text) {
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if ((byte < 0x20 && letter != '\n' && letter != '\r' && letter != '\t') || byte == 0x7F) {
      return true;
    }
  }
  return has_part(text, "\xE2\x80\xAE") || has_part(text, "\xED\xA0") || has_part(text, "\xFF");
}

// The elements and attributes of a page that would fetch or run something; empty: none.
std::string loads_in(const std::string& html) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(html.data(), html.size()));
  std::string loads;
  document.find_node([&](pugi::xml_node node) {
    const std::string name = node.name();
    for (const char* element : {"link", "script", "img", "iframe", "object", "embed", "base",
                                "image", "feImage", "audio", "video", "form"}) {
      if (name == element) loads += name + " ";
    }
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string key = attribute.name(), value = attribute.value();
      const bool is_link = name == "a" && key == "href";
      if (key.rfind("on", 0) == 0 || key == "src" || key == "srcset" || key == "style" ||
          (key.find("href") != std::string::npos && !is_link && value.rfind('#', 0) != 0) ||
          (is_link && value.rfind('#', 0) != 0 && value.rfind("https://", 0) != 0 &&
           value.rfind("http://", 0) != 0)) {
        loads += name + "/" + key + " ";
      }
    }
    return false;
  });
  return loads;
}

// The elements of a name, whatever its prefix.
int elements(const std::string& xml, const std::string& name) {
  return count_of(xml, "<" + name + " ") + count_of(xml, "<" + name + ">");
}

}  // namespace

TEST_CASE("Hostile words leave the page and the OpenDocument text well-formed and inert",
          "[report][inert]") {
  const int drawings = count_of(ReportFixture().html(), "role=\"img\"");
  for (const std::string& words : hostile_words()) {
    INFO(words.substr(0, 40));
    const auto fixture = hostile(words);
    const std::string html = fixture->html();
    CHECK(well_formed(html));
    CHECK_FALSE(has_part(html, "<script"));
    CHECK_FALSE(has_part(html, "<img"));
    CHECK_FALSE(has_bad_letters(html));
    const std::string fodt = fodt_of(html, Lang::Nl);
    CHECK(well_formed(fodt));
    CHECK_FALSE(has_bad_letters(fodt));
    CHECK(elements(fodt, "draw:image") == drawings);
    CHECK(count_of(fodt, "<office:binary-data>") == drawings);
    CHECK_FALSE(has_part(fodt, "<script"));
    CHECK_FALSE(has_bad_letters(fixture->json()));
    CHECK_FALSE(has_bad_letters(report_csv(fixture->input(), Lang::Nl)));
  }
}

TEST_CASE("No form loads anything from elsewhere", "[report][inert]") {
  for (const std::string& words : hostile_words()) {
    const auto fixture = hostile(words);
    const std::string html = fixture->html();
    CHECK(loads_in(html) == "");
    const std::string style =
        html.substr(html.find("<style>"), html.find("</style>") - html.find("<style>"));
    CHECK_FALSE(has_part(style, "@import"));
    CHECK_FALSE(has_part(style, "url("));
    const std::string fodt = fodt_of(html, Lang::Nl);
    // A drawing is inside; what has an address is a link that a reader clicks.
    pugi::xml_document document;
    REQUIRE(document.load_buffer(fodt.data(), fodt.size()));
    int others = 0;
    document.find_node([&](pugi::xml_node node) {
      if (node.attribute("xlink:href") && std::string(node.name()) != "text:a") ++others;
      return false;
    });
    CHECK(others == 0);
    CHECK_FALSE(has_part(fodt, "script:event"));
  }
}

TEST_CASE("A cell never starts as a formula and its separators stay inside", "[report][inert]") {
  CHECK(csv_cell("=cmd|'/c calc'!A1", ';') == "'=cmd|'/c calc'!A1");
  CHECK(csv_cell("+31", ';') == "'+31");
  CHECK(csv_cell("-1", ';') == "'-1");
  CHECK(csv_cell("@SUM(A1)", ';') == "'@SUM(A1)");
  CHECK(csv_cell("\t=1", ';') == "'\t=1");
  CHECK(csv_cell("  =1", ';') == "'  =1");
  CHECK(csv_cell("\r=1", ';').find("\xEF\xBF\xBD") == 0);  // a control character, shown
  CHECK(csv_cell("a;b", ';') == "\"a;b\"");
  CHECK(csv_cell("a;b", ',') == "a;b");
  CHECK(csv_cell("zegt \"ja\"\nen nee", ';') == "\"zegt \"\"ja\"\"\nen nee\"");
  CHECK(csv_cell(std::string(40000, 'x'), ';').size() < 32010);
}

TEST_CASE("The table has a row per criterion, and a missing value is an empty cell",
          "[report][csv]") {
  const ReportFixture fixture;
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string csv = report_csv(fixture.input(), lang);
    const std::size_t rows = fixture.evaluation.judgement.verdicts.size();
    CHECK(count_of(csv, "\r\n") == static_cast<int>(rows) + 1);
    CHECK((csv.rfind("\xEF\xBB\xBF"
                     "criterium;titel",
                     0) == 0) == (lang == Lang::Nl));
    CHECK((csv.rfind("criterion,title", 0) == 0) == (lang == Lang::En));
    CHECK(csv.find("PRI-1") < csv.find("ENC-1"));
    CHECK(has_part(csv, lang == Lang::Nl ? "0,85" : "0.85"));
  }
}

TEST_CASE("The OpenDocument text has the words, headings, tables and drawings of the page",
          "[report][fodt]") {
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = ReportFixture().html(lang);
    const std::string fodt = fodt_of(html, lang);
    CHECK(fodt == fodt_of(html, lang));
    CHECK(has_part(fodt, lang == Lang::Nl ? "fo:country=\"NL\"" : "fo:country=\"GB\""));
    CHECK(elements(fodt, "text:h") == elements(html, "h1") + elements(html, "h2") +
                                          elements(html, "h3") + elements(html, "h4") +
                                          elements(html, "h5"));
    CHECK(elements(fodt, "table:table-header-rows") >= elements(html, "thead"));
    const int drawings = count_of(html, "role=\"img\"");
    CHECK(elements(fodt, "draw:frame") == drawings);
    CHECK(elements(fodt, "svg:title") == drawings);
    CHECK(elements(fodt, "svg:desc") == drawings);
    CHECK_FALSE(has_part(fodt, "<svg:desc/>"));
    CHECK(count_of(fodt, "<text:a ") == count_of(fodt, "office:title="));
    // Every link inside has its place.
    pugi::xml_document document;
    REQUIRE(document.load_buffer(fodt.data(), fodt.size()));
    document.find_node([&](pugi::xml_node node) {
      const std::string href = node.attribute("xlink:href").value();
      if (href.starts_with('#')) {
        INFO(href);
        CHECK(has_part(fodt, "<text:bookmark text:name=\"" + href.substr(1) + "\""));
      }
      return false;
    });
  }
}

TEST_CASE("A drawing stands alone: what it borrowed is in it, without patterns and halos",
          "[report][fodt]") {
  pugi::xml_document page;
  REQUIRE(page.load_string(
      "<p><svg><g id='walls'><path d='M0 0L9 9'/></g></svg>"
      "<svg viewBox='0 0 70 35' width='70'><title>T</title><defs><pattern id='a-p0' width='7' "
      "height='7'><path d='M-1 -1H8V8H-1Z' fill='#ffffff'/><path d='M3.5 0V7' stroke='#0000ff'/>"
      "</pattern></defs><path d='M0 0L70 0L70 35L0 35Z' fill='url(#a-p0)'/>"
      "<use href='#walls'/><text x='1' y='9' font-size='10' paint-order='stroke' stroke='#fff'>"
      "0.12</text></svg></p>"));
  const pugi::xml_node svg = page.child("p").last_child();
  const std::string alone = lone_svg(svg, {{"walls", page.child("p").first_child().first_child()}});
  CHECK(has_part(alone, "M0 0L9 9"));
  CHECK_FALSE(has_part(alone, "<use"));
  CHECK_FALSE(has_part(alone, "<pattern"));
  CHECK_FALSE(has_part(alone, "url("));
  CHECK_FALSE(has_part(alone, "paint-order"));
  CHECK(count_of(alone, "35.0M") + count_of(alone, "35.0\"") == 10);  // 10 lines, 7 px apart
  CHECK(base64("Trefpunt") == "VHJlZnB1bnQ=");
}

TEST_CASE("Columns of a table fit the page and have room for their longest word",
          "[report][fodt]") {
  std::vector<ColumnNeed> columns(4);
  columns[0].see("Ontmoetingsoppervlak per bed");
  columns[1].see(std::string(400, 'x') + " ");
  columns[2].see("12,5");
  columns[3].see("Een lange zin die over meer regels mag lopen omdat hij woorden genoeg heeft.");
  const TableShape shape = shape_table(columns);
  double sum = 0;
  for (const double width : shape.widths) sum += width;
  CHECK(sum == Approx(kTextWidth));
  CHECK_FALSE(shape.is_wide);
  CHECK(shape.widths[0] > 3.2);
  CHECK(shape.widths[3] > shape.widths[2]);
  CHECK(parts_of(columns).size() == 1);

  std::vector<ColumnNeed> many(40);
  for (ColumnNeed& column : many) column.see("ontmoetingsplekken");
  const auto parts = parts_of(many);
  REQUIRE(parts.size() > 1);
  std::size_t seen = 0;
  for (const auto& part : parts) {
    CHECK(part[0] == 0);
    seen += part.size() - 1;
  }
  CHECK(seen == 39);
}

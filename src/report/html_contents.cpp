// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "report/html_parts.h"

namespace trefpunt {

namespace {

// The parts of a report as criteria.md section 8 numbers them; what belongs to part 6, 9 or 12 and
// is not always there has a letter, so that a number always means the same part.
struct ReportPart {
  const char* id;
  const char* number;
  Text title;
};

const ReportPart kParts[] = {
    {"summary", "1", {"Samenvatting", "Summary"}},
    {"about", "2", {"Wat dit rapport is, en wat niet", "What this report is, and what it is not"}},
    {"goal", "3", {"Doel van het plan", "Goal of the plan"}},
    {"data", "4", {"Plan en gegevens", "Plan and data"}},
    {"thresholds", "5", {"Drempels", "Thresholds"}},
    {"results", "6", {"Uitkomsten per thema", "Results per theme"}},
    {"encounters", "6a", {"Wie ontmoet wie", "Who meets whom"}},
    {"wijk", "6b", {"De wijk", "The wijk"}},
    {"explanations", "7", {"Uitleg bij afwijkingen", "Explanations of departures"}},
    {"variants", "8", {"Vergelijking van varianten", "Comparison of variants"}},
    {"heard", "9", {"Wie is gehoord", "Who was heard"}},
    {"remarks", "9a", {"Opmerkingen van lezers", "Remarks of readers"}},
    {"follow-up",
     "10",
     {"Evaluatie, afhakers en doorverwijzing", "Evaluation, drop-out and referral"}},
    {"signature", "11", {"Ondertekening en herziening", "Signature and review"}},
    {"annex", "12", {"Bijlage", "Annex"}},
    {"vision", "12a", {"Bijlage voor een omgevingsvisie", "Annex for an omgevingsvisie"}},
};

struct CodeOfSource {
  std::string code;
  Text meaning;
};

const CodeOfSource kCodes[] = {
    {"RVS",
     {"Raad voor Volksgezondheid & Samenleving, advies Gezond Verbonden (2025)",
      "Raad voor Volksgezondheid & Samenleving (Dutch Council for Health and Society), advice "
      "Gezond Verbonden (2025)"}},
    {"WAC",
     {"wetenschappelijke adviescommissie Eén tegen eenzaamheid, brief van 10 april 2025",
      "scientific advisory committee Eén tegen eenzaamheid, letter of 10 April 2025"}},
    {"SNA",
     {"Sociaal-netwerkadvies van dezelfde commissie, brief van 1 december 2023",
      "Sociaal-netwerkadvies (advice on social networks) of the same committee, letter of 1 "
      "December 2023"}},
    {"INZ",
     {"Inzicht in eenzaamheid, ministerie van Volksgezondheid, Welzijn en Sport (2021)",
      "Inzicht in eenzaamheid, Dutch ministry of Health, Welfare and Sport (2021)"}},
    {"MOV",
     {"Movisie, publicatie over het voorkomen van eenzaamheid",
      "Movisie, publication on preventing loneliness"}},
    {"RMO",
     {"Ruimte maken voor ontmoeting (2022); eigen nummers, want alleen het voorwoord was te lezen",
      "Ruimte maken voor ontmoeting (2022); our own numbers, because only the foreword could be "
      "read"}},
    {"CRA", {"College van Rijksadviseurs", "Board of Government Advisers"}},
    {"P31",
     {"Platform31, kennisorganisatie voor stad en regio", "Platform31, Dutch urban institute"}},
    {"GEHL", {"werk van het bureau Gehl over openbare ruimte", "work of Gehl on public space"}},
    {"SYN",
     {"onderzoek naar zicht en looplijnen (space syntax)",
      "research on sight and walking lines (space syntax)"}},
    {"NRM",
     {"vuistregels en lijsten voor voorzieningen in een wijk",
      "rules of thumb and lists for facilities in a wijk"}},
    {"ACC", {"toegankelijkheid", "accessibility"}},
    {"CTX", {"achtergrond; hierover gaat geen oordeel", "context; no judgement is about it"}},
};

}  // namespace

Html part_title(const Page& page, const std::string& id) {
  for (const ReportPart& part : kParts) {
    if (id == part.id) return text(std::string(part.number) + ". ") + page.t(part.title);
  }
  TP_CHECK(false);
}

void write_part_heading(Page& page, const std::string& id) {
  page.heading(2, id, part_title(page, id));
}

void write_contents(Page& page, const ReportModel& model) {
  const bool has_wijk = tells_wijk(model);
  const auto is_there = [&](const std::string& id) {
    if (id == "encounters") return model.result() && model.result()->encounter;
    if (id == "wijk") return has_wijk;
    if (id == "remarks") return !model.input.project.remarks.empty();
    if (id == "vision") return has_wijk && has_vision_annex(model);
    return true;
  };
  page.raw("<nav aria-labelledby=\"contents\">\n");
  page.heading(2, "contents", page.t("Inhoud", "Contents"));
  page.raw("<ul class=\"parts\">\n");
  for (const ReportPart& part : kParts) {
    if (!is_there(part.id)) continue;
    page.raw("<li>" + link_to(part.id, part_title(page, part.id)).code);
    if (std::string(part.id) == "results") {
      page.raw("<ul>\n");
      for (const ReportTheme& theme : model.themes) {
        page.raw("<li>" + link_to("theme-" + theme.theme->id, page.t(theme.theme->title)).code +
                 "</li>\n");
      }
      page.raw("</ul>");
    }
    page.raw("</li>\n");
  }
  page.raw("</ul>\n</nav>\n");
}

void write_codes(Page& page, const ReportModel& model) {
  std::set<std::string> used;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      const std::string& id = entry.criterion->id;
      used.insert(id.substr(0, id.find('-')));
    }
  }
  std::vector<Fact> facts;
  for (const CodeOfSource& code : kCodes) {
    // The RVS is named wherever a report says what it is.
    if (used.contains(code.code) || code.code == "RVS") {
      facts.push_back({text(code.code), page.t(code.meaning)});
    }
  }
  facts.push_back(
      {text("Bbl"), page.t("Besluit bouwwerken leefomgeving, de wettelijke regels voor gebouwen",
                           "Besluit bouwwerken leefomgeving, the Dutch building decree")});
  page.raw("<section>\n");
  page.heading(2, "codes", page.t("Codes en afkortingen", "Codes and abbreviations"));
  page.paragraph(page.t("Elk criterium heeft een code. De letters zeggen uit welke bron het komt.",
                        "Each criterion has a code. Its letters say which source it comes from."));
  page.facts(facts);
  page.raw("</section>\n");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/html_parts.h"
#include "report/report_rules.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

Html listed(const std::vector<std::string>& ids) {
  return text(fmt::format("{}", fmt::join(ids, ", ")));
}

}  // namespace

void write_rules(Page& page, const ReportModel& model) {
  page.heading(3, "rules", page.t("Regels van dit rapport", "Rules of this report"));
  page.paragraph(
      page.t("Deze regels houdt het programma zelf aan. Ze zijn geen criteria: niemand hoeft ze te "
             "beantwoorden en ze zeggen niets over het plan.",
             "The program keeps these rules itself. They are not criteria: nobody has to answer "
             "them and they say nothing of the plan."));
  std::vector<std::vector<Html>> rows;
  for (const Criterion* rule : report_rules()) {
    Html what = page.t(rule->text);
    if (rule->id == "REP-1") {
      what = what + text(" ") +
             tag("strong", page.t(words_of(departures(model.input.evaluation.judgement))));
    }
    Html sources;
    for (const Citation& source : rule->sources) {
      sources = sources + (sources.empty() ? Html{} : text("; ")) + page.t(source.document) +
                text(". ") + page.t(source.locator) + text(" (") + page.t(read_words(source.read)) +
                text(")");
    }
    rows.push_back({text(rule->id + " ") + page.t(rule->title), what, sources});
  }
  page.table(page.t("Regels die voor elk rapport gelden", "Rules that hold for every report"),
             {{page.plain("regel", "rule")},
              {page.plain("wat die zegt", "what it says")},
              {page.plain("bron", "source")}},
             rows);
}

void write_own_criteria(Page& page, const ReportModel& model) {
  if (!model.input.catalogue.own) return;
  const OwnCriteria& own = *model.input.catalogue.own;
  const Html file =
      said(own.file) + (own.name.empty() ? Html{} : text(" (") + said(own.name) + text(")"));
  if (own.is_whole) {
    page.paragraph(page.t("De criteria komen niet uit de catalogus van Trefpunt maar uit een eigen "
                          "bestand: ",
                          "The criteria come from a file of its own, not from Trefpunt's "
                          "catalogue: ") +
                   file + text("."));
    return;
  }
  Html sentence = page.t("Dit rapport gebruikt eigen criteria uit ",
                         "This report uses criteria of its own, from ") +
                  file + text(".");
  if (!own.added.empty()) {
    sentence = sentence + page.t(" Toegevoegd: ", " Added: ") + listed(own.added) + text(".");
  }
  if (!own.replaced.empty()) {
    sentence = sentence +
               page.t(" In de plaats van criteria uit de catalogus van Trefpunt: ",
                      " In the place of criteria of Trefpunt's catalogue: ") +
               listed(own.replaced) + text(".");
  }
  page.paragraph(sentence);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <map>

#include "report/html_wijk.h"
#include "report/report_plugins.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

void write_criteria(Page& page, const ReportModel& model) {
  page.heading(3, "all-criteria", page.t("Alle criteria", "All criteria"));
  write_own_criteria(page, model);
  for (const ReportTheme& theme : model.themes) {
    std::vector<std::vector<Html>> rows;
    for (const ReportCriterion& entry : theme.criteria) {
      const Html value = value_html(page, entry);
      const std::string threshold = threshold_words(entry, page.lang());
      rows.push_back({criterion_link(page, entry), status_badge(page, entry),
                      value.empty() ? text("–") : value,
                      threshold.empty() ? page.t("geen", "none") : text(threshold),
                      page.t(name_of(entry.criterion->threshold.basis)),
                      text(entry.criterion->evidence)});
    }
    page.table(page.t(theme.theme->title),
               {{page.plain("criterium", "criterion")},
                {page.plain("status", "status")},
                {page.plain("uitkomst", "result")},
                {page.plain("drempel", "threshold")},
                {page.plain("grondslag", "basis")},
                {page.plain("bewijs", "evidence")}},
               rows, "dense criteria");
  }
}

// Gathered by obstacle, so that who can take one away sees all that it stands in the way of.
void write_obstacles(Page& page, const ReportModel& model) {
  std::map<std::string, std::vector<const ReportCriterion*>> criteria_of;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!entry.explanation || squeeze(entry.explanation->obstacle).empty()) continue;
      criteria_of[entry.explanation->obstacle].push_back(&entry);
    }
  }
  page.heading(3, "obstacles", page.t("Wat in de weg stond", "What stood in the way"));
  if (criteria_of.empty()) {
    page.paragraph(page.t("Bij geen enkele uitleg staat wat in de weg stond.",
                          "No explanation says what stood in the way."));
    return;
  }
  std::vector<std::vector<Html>> rows;
  for (const auto& [obstacle, entries] : criteria_of) {
    for (const ReportCriterion* entry : entries) {
      rows.push_back({said(obstacle_words(obstacle).in(page.lang())),
                      link_to("e-" + entry->criterion->id,
                              text(entry->criterion->id + " ") + page.t(entry->criterion->title)),
                      said(entry->explanation->why)});
    }
  }
  page.table(page.t("Wat in de weg stond, bij welk criterium, en wat erover is gezegd",
                    "What stood in the way, at which criterion, and what was said of it"),
             {{page.plain("wat in de weg stond", "what stood in the way")},
              {page.plain("criterium", "criterion")},
              {page.plain("wat erover is gezegd", "what was said of it")}},
             rows, "obstacles");
}

void write_findings(Page& page, const ReportModel& model) {
  page.heading(3, "findings", page.t("Bevindingen bij het plan", "Findings on the plan"));
  std::vector<std::vector<Html>> rows;
  for (const Finding& finding : model.input.evaluation.findings) {
    Html where = said(finding.storey);
    if (!finding.object.empty()) {
      where = where + (finding.storey.empty() ? Html{} : text(", ")) +
              said(where_in(finding.object, page.lang()));
    }
    if (finding.place) {
      where = where + text(fmt::format(" ({}; {})", format_number(finding.place->x, 1, page.lang()),
                                       format_number(finding.place->y, 1, page.lang())));
    }
    rows.push_back({text(std::to_string(finding.code)), page.t(severity_words(finding.severity)),
                    page.t(finding.sentence), where});
  }
  if (rows.empty()) {
    page.paragraph(page.t("Er zijn geen bevindingen.", "There are no findings."));
  }
  page.table(page.t("Bevindingen met code en plek (x en y in meters)",
                    "Findings with code and place (x and y in metres)"),
             {{page.plain("code", "code")},
              {page.plain("soort", "kind")},
              {page.plain("bevinding", "finding")},
              {page.plain("plek", "place")}},
             rows, "findings");
}

void write_checksums(Page& page, const ReportModel& model) {
  std::vector<std::vector<Html>> rows;
  for (const Source& source : model.input.project.sources) {
    rows.push_back(
        {said(source.name), page.t(role_words(source.role)), tag("code", text(source.sha256))});
  }
  if (rows.empty()) return;
  page.heading(3, "checksums", page.t("Controlegetallen", "Checksums"));
  page.table(page.t("Controlegetal (SHA-256) van elk bestand", "Checksum (SHA-256) of each file"),
             {{page.plain("bestand", "file")},
              {page.plain("wat het is", "what it is")},
              {page.plain("controlegetal", "checksum")}},
             rows);
}

}  // namespace

void write_annex(Page& page, const ReportModel& model) {
  page.raw("<section class=\"new-page\">\n");
  write_part_heading(page, "annex");
  write_criteria(page, model);
  write_rules(page, model);
  write_obstacles(page, model);
  write_history(page, model);
  write_spaces(page, model);
  if (const std::optional<ToldWijk> told = tell_wijk(model)) write_wijk_access_rows(page, *told);
  write_findings(page, model);
  write_formulas(page, model);
  write_plugins(page, model);
  write_checksums(page, model);
  page.paragraph(page.t("Dezelfde gegevens staan voor de computer leesbaar in report.json.",
                        "The same facts are machine-readable in report.json."));
  page.raw("</section>\n");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/html_parts.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

void write_criteria(Page& page, const ReportModel& model) {
  page.heading(3, "all-criteria", page.t("Alle criteria", "All criteria"));
  std::vector<std::vector<Html>> rows;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      Html value = value_html(page, entry);
      const std::string threshold = threshold_words(entry, page.lang());
      rows.push_back({criterion_link(page, entry), page.t(theme.theme->title),
                      status_badge(page, entry), value.empty() ? text("–") : value,
                      threshold.empty() ? page.t("geen", "none") : text(threshold),
                      page.t(name_of(entry.criterion->threshold.basis)),
                      text(entry.criterion->evidence)});
    }
  }
  page.table(page.t("Alle criteria binnen de reikwijdte", "All criteria in scope"),
             {{page.plain("criterium", "criterion")},
              {page.plain("thema", "theme")},
              {page.plain("status", "status")},
              {page.plain("uitkomst", "result")},
              {page.plain("drempel", "threshold")},
              {page.plain("grondslag", "basis")},
              {page.plain("bewijs", "evidence")}},
             rows);
  std::vector<Html> marks;
  for (const char* mark : {"E1", "E2", "E3", "E4"}) {
    marks.push_back(text(std::string(mark) + ": ") + page.t(evidence_words(mark)));
  }
  page.paragraph(page.t("Wat de letters bij bewijs betekenen:", "What the evidence marks mean:"));
  page.list(marks);
}

void write_obstacles(Page& page, const ReportModel& model) {
  std::vector<std::vector<Html>> rows;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!entry.explanation || entry.explanation->obstacle.empty()) continue;
      rows.push_back({criterion_link(page, entry),
                      page.t(obstacle_words(entry.explanation->obstacle)),
                      said(entry.explanation->why)});
    }
  }
  if (rows.empty()) return;
  page.heading(3, "obstacles", page.t("Wat in de weg stond", "What stood in the way"));
  page.table(page.t("Belemmeringen die in de uitleg worden genoemd",
                    "Obstacles named in the explanations"),
             {{page.plain("criterium", "criterion")},
              {page.plain("belemmering", "obstacle")},
              {page.plain("waarom", "why")}},
             rows);
}

void write_measures(Page& page, const ReportModel& model) {
  std::vector<std::vector<Html>> rows;
  const auto add = [&](const MeasureInfo& info) {
    rows.push_back({page.t(info.name), text(info.id), text(std::to_string(info.version)),
                    page.t(info.formula)});
  };
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (entry.info) add(*entry.info);
    }
  }
  for (const MeasureInfo* info : model.other_measures) add(*info);
  if (rows.empty()) return;
  page.heading(3, "formulas", page.t("Formules en versies", "Formulas and versions"));
  page.table(page.t("Maten die dit rapport gebruikt", "Measures used by this report"),
             {{page.plain("maat", "measure")},
              {page.plain("kenmerk", "id")},
              {page.plain("versie", "version"), true},
              {page.plain("formule", "formula")}},
             rows);
}

void write_spaces(Page& page, const ReportModel& model) {
  const Building* building = model.building();
  const BuildingResult* result = model.result();
  if (!building || !result) return;
  page.heading(3, "spaces", page.t("Ruimten", "Spaces"));
  for (std::size_t s = 0; s < building->storeys.size(); ++s) {
    const Storey& storey = *building->storeys[s];
    const Layout* layout = s < result->layouts.size() ? result->layouts[s].get() : nullptr;
    std::vector<std::vector<Html>> rows;
    for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
      const Space& space = storey.spaces[i];
      const SpaceShape* shape = layout && i < layout->shapes.size() ? &layout->shapes[i] : nullptr;
      Html use = page.t(name_of(space.use));
      if (space.use_is_suggested) {
        use = use + page.t(" (afgeleid uit de naam)", " (taken from the name)");
      }
      const std::string number = squeeze(space.number);
      rows.push_back({number.empty() ? text(to_string(space.id)) : said(number), said(space.name),
                      use,
                      shape && shape->polygon ? text(format_number(shape->area_m2, 1, page.lang()))
                                              : page.t("niet te bepalen", "cannot be determined")});
    }
    page.table(page.t("Ruimten op ", "Spaces on ") + said(storey.name),
               {{page.plain("nummer", "number")},
                {page.plain("naam", "name")},
                {page.plain("gebruik", "use")},
                {page.plain("netto vloer (m²)", "net floor (m²)"), true}},
               rows, true);
  }
}

void write_findings(Page& page, const ReportModel& model) {
  page.heading(3, "findings", page.t("Bevindingen bij het plan", "Findings on the plan"));
  std::vector<std::vector<Html>> rows;
  for (const Finding& finding : model.input.evaluation.findings) {
    Html where = said(finding.storey);
    if (!finding.object.empty()) {
      where = where + (finding.storey.empty() ? Html{} : text(", ")) + said(finding.object);
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
             rows);
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
  page.heading(2, "annex", page.t("Bijlage", "Annex"));
  write_criteria(page, model);
  write_obstacles(page, model);
  write_measures(page, model);
  write_spaces(page, model);
  write_findings(page, model);
  write_checksums(page, model);
  page.paragraph(page.t("Dezelfde gegevens staan voor de computer leesbaar in report.json.",
                        "The same facts are machine-readable in report.json."));
  page.raw("</section>\n");
}

}  // namespace trefpunt

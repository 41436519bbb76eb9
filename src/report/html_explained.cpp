// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "report/html_parts.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

Html words_or_missing(const Page& page, const std::string& words) {
  if (!squeeze(words).empty()) return said(words);
  return tag("strong", page.t("niet ingevuld", "not filled in"));
}

void write_explanation(Page& page, const ReportCriterion& entry) {
  const Explanation& own = *entry.explanation;
  page.raw("<article>\n");
  page.heading(3, "e-" + entry.criterion->id, criterion_link(page, entry));
  Html attachments;
  for (const std::string& name : own.attachments) {
    attachments = attachments + (attachments.empty() ? Html{} : text("; ")) + said(name);
  }
  Html duration =
      own.duration.empty() ? words_or_missing(page, "") : page.t(duration_words(own.duration));
  if (!own.until.empty()) {
    duration =
        duration + page.t(", tot en met ", ", until ") + text(format_date(own.until, page.lang()));
  }
  Html decided = words_or_missing(page, own.decided_by);
  if (!own.date.empty()) decided = decided + text(", " + format_date(own.date, page.lang()));
  Html review = own.review_date.empty() ? words_or_missing(page, "")
                                        : text(format_date(own.review_date, page.lang()));
  if (!own.reviewer.empty()) review = review + page.t(", door ", ", by ") + said(own.reviewer);
  page.paragraph(status_badge(page, entry), "status");
  page.facts({
      {page.t("Uitkomst", "Result"), value_html(page, entry)},
      {page.t("Wat afwijkt", "What departs"), words_or_missing(page, own.departs)},
      {page.t("Waarom", "Why"), words_or_missing(page, own.why)},
      {page.t("Wat is afgewogen", "What was weighed"), words_or_missing(page, own.weighed)},
      {page.t("Wat er in plaats daarvan gebeurt", "What is done instead"),
       words_or_missing(page, own.instead)},
      {page.t("Wie is gehoord", "Who was heard"), words_or_missing(page, own.consulted)},
      {page.t("Bijlagen", "Attachments"), attachments},
  });
  page.facts({{page.t("Wie besliste, en wanneer", "Who decided, and when"), decided},
              {page.t("Hoe lang", "How long"), duration},
              {page.t("Wanneer dit opnieuw wordt bekeken", "When this is reviewed"), review},
              {page.t("Wat in de weg stond", "What stood in the way"),
               own.obstacle.empty() ? Html{} : page.t(obstacle_words(own.obstacle))}},
             "facts tiles");
  page.raw("</article>\n");
}

void write_answer_of(Page& page, const ReportModel& model, const std::string& id) {
  const ReportCriterion* entry = model.find(id);
  const Criterion* criterion = model.input.catalogue.find(id);
  if (!criterion) return;
  page.heading(3, "", page.t(criterion->title));
  if (!entry) {
    page.paragraph(page.t("Dit valt buiten de reikwijdte van dit rapport.",
                          "This is outside the scope of this report."));
    return;
  }
  if (entry->answer) {
    write_answer(page, *entry);
  } else {
    page.paragraph(page.t("Hierop is nog geen antwoord gegeven.", "No answer was given yet."));
  }
  page.paragraph(page.t("Zie ook ", "See also ") + criterion_link(page, *entry) + text("."));
}

}  // namespace

void write_explanations(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "explanations");
  bool any = false;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!entry.explanation) continue;
      any = true;
      write_explanation(page, entry);
    }
  }
  if (!any) {
    page.paragraph(page.t("Er is bij geen enkel criterium uitleg gegeven.",
                          "No explanation was given for any criterion."));
  }
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!entry.is_departure() || entry.explanation) continue;
      page.paragraph(criterion_link(page, entry) +
                     page.t(": de uitleg ontbreekt nog.", ": the explanation is still missing."));
    }
  }
  page.raw("</section>\n");
}

void write_follow_up(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "follow-up");
  page.paragraph(
      page.t("Een plek maakt ontmoeten mogelijk. Of mensen er komen, wie wegblijft en "
             "wie meer hulp nodig heeft, blijkt pas later.",
             "A place makes meeting possible. Whether people come, who stays away and "
             "who needs more help shows only later."));
  for (const char* id : {"WAC-D2", "INZ-3", "INZ-2"}) write_answer_of(page, model, id);
  page.raw("</section>\n");
}

void write_signature(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "signature");
  std::string first;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!entry.explanation || !is_iso_date(entry.explanation->review_date)) continue;
      if (first.empty() || entry.explanation->review_date < first) {
        first = entry.explanation->review_date;
      }
    }
  }
  if (!model.input.evaluation.judgement.is_final) {
    page.paragraph(page.t("Dit is een concept. Het is nog niet bedoeld om te ondertekenen.",
                          "This is a draft. It is not yet meant to be signed."));
  }
  const std::string& body = model.input.project.answers.cover.responsible_body;
  const Html line{"<span class=\"line\"></span>"};
  page.facts({
      {page.t("Verantwoordelijk bestuur", "Responsible board"), body.empty() ? line : said(body)},
      {page.t("Functie", "Function"), line},
      {page.t("Plaats en datum", "Place and date"), line},
      {page.t("Handtekening", "Signature"), line},
      {page.t("Eerste datum waarop een uitleg opnieuw wordt bekeken",
              "First date on which an explanation is reviewed"),
       first.empty() ? page.t("niet vastgesteld", "not set")
                     : text(format_date(first, page.lang()))},
  });
  page.raw("</section>\n");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/decision_words.h"
#include "report/html_parts.h"

namespace trefpunt {

namespace {

// Label and words of one side of a change, each on a line of its own.
Html side_of(const Page& page, const std::vector<ChangedField>& fields,
             std::string ChangedField::*side) {
  Html listed;
  for (const ChangedField& field : fields) {
    const std::string& words = field.*side;
    listed = listed + (listed.empty() ? Html{} : text("\n")) + page.t(field.label) + text(": ") +
             (words.empty() ? page.t("niet ingevuld", "not filled in") : said(words));
  }
  return listed;
}

}  // namespace

void write_history(Page& page, const ReportModel& model) {
  page.heading(3, "history",
               page.t("Wat er besloten en veranderd is", "What was decided and changed"));
  const auto& decisions = model.input.project.decisions;
  if (decisions.empty()) {
    page.paragraph(page.t("In dit project is nog niets bewaard dat later is veranderd.",
                          "This project holds nothing that was kept and changed later."));
    return;
  }
  std::vector<std::vector<Html>> rows;
  for (const DecisionChange& change : decisions) {
    const auto fields = changed_fields(change, model.input.catalogue, page.lang());
    Html what = page.t(kind_words(change.kind));
    if (!change.criterion.empty()) what = what + text(" ") + said(change.criterion);
    rows.push_back({text(moment_words(change.moment, page.lang())),
                    change.by.empty() ? page.t("niet vermeld", "not stated") : said(change.by),
                    what,
                    change.before.empty() ? page.t("stond er niet", "was not there")
                                          : side_of(page, fields, &ChangedField::before),
                    change.after.empty() ? page.t("weggehaald", "taken away")
                                         : side_of(page, fields, &ChangedField::after)});
  }
  page.table(page.t("Elke verandering sinds het project voor het eerst is bewaard, de oudste eerst",
                    "Every change since the project was first saved, oldest first"),
             {{page.plain("datum", "date")},
              {page.plain("wie (functie)", "who (function)")},
              {page.plain("wat", "what")},
              {page.plain("wat was", "what was")},
              {page.plain("wat is", "what is")}},
             rows, "history");
}

}  // namespace trefpunt

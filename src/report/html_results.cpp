// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "criteria/counted.h"
#include "report/html_parts.h"
#include "report/report_plugins.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

Html with_reason(const Page& page, Html words, const Value& value) {
  const Text reason = reason_of(value);
  return reason.empty() ? words : words + text(". ") + page.t(reason);
}

// The secondary values of a measure, in the order it announces them.
void add_secondary(const Page& page, const Outcome& outcome, const MeasureInfo& info,
                   std::vector<Fact>& facts) {
  for (const SecondaryInfo& announced : info.secondary) {
    const auto found = outcome.secondary.find(announced.id);
    if (found == outcome.secondary.end()) continue;
    facts.push_back(
        {page.t(announced.name),
         with_reason(page, text(quantity(found->second, announced.unit, 2, page.lang())),
                     found->second)});
  }
}

Html threshold_html(const Page& page, const ReportCriterion& entry) {
  const Verdict& verdict = *entry.verdict;
  if (!verdict.threshold) return page.t("geen", "none");
  if (entry.criterion->threshold.comparison == Comparison::Filled) return {};
  Html threshold = text(threshold_words(entry, page.lang()));
  if (entry.declared && entry.declared->after_value_shown) {
    threshold = threshold + text(". ") +
                tag("strong",
                    page.t("Vastgesteld na de uitkomst.", "Declared after the result was shown."));
  }
  return threshold;
}

Html basis_html(const Page& page, const Threshold& threshold) {
  Html basis = page.t(name_of(threshold.basis));
  if (!threshold.basis_read) basis = basis + page.t("; bron niet ingezien", "; source not read");
  if (threshold.basis == Basis::Legal) {
    basis = basis + page.t(". Geen Bbl-toets.", ". Not a Bbl check.");
  }
  return basis;
}

void write_criterion_facts(Page& page, const ReportCriterion& entry) {
  const Verdict& verdict = *entry.verdict;
  Html value = value_html(page, entry);
  if (verdict.value && !has_number(*verdict.value))
    value = with_reason(page, value, *verdict.value);
  std::vector<Fact> facts = {
      {page.t("Uitkomst", "Result"), value},
      {page.t("Drempel", "Threshold"), threshold_html(page, entry)},
  };
  if (entry.outcome && entry.info) add_secondary(page, *entry.outcome, *entry.info, facts);
  page.facts(facts, "facts tiles");
}

void write_links(Page& page, const ReportModel& model, const ReportCriterion& entry) {
  const Criterion& criterion = *entry.criterion;
  page.paragraph(page.t("Bewijs ", "Evidence ") + text(criterion.evidence + ": ") +
                     page.t(criterion.evidence_note) + text(" ") +
                     link_to("f-" + criterion.id, page.t("Berekening, aannamen en bronnen",
                                                         "Calculation, assumptions and sources")) +
                     text("."),
                 "note");
  Html pairs;
  for (const std::string& id : criterion.pair_with) {
    const ReportCriterion* other = model.find(id);
    if (!other) continue;
    pairs = pairs + (pairs.empty() ? Html{} : text("; ")) + criterion_link(page, *other) +
            text(fmt::format(
                " ({} {})", letter(other->verdict->status),
                status_words(other->verdict->status, other->verdict->underlying, *other->criterion)
                    .in(page.lang())));
  }
  if (!pairs.empty()) {
    page.paragraph(page.t("Lees samen met: ", "Read together with: ") + pairs + text("."), "note");
  }
}

void write_criterion(Page& page, const ReportModel& model, const ReportCriterion& entry) {
  const Criterion& criterion = *entry.criterion;
  const Verdict& verdict = *entry.verdict;
  const std::string id = "c-" + criterion.id;
  page.raw(fmt::format("<article class=\"criterion\" aria-labelledby=\"{}\">\n", as_id(id)));
  page.heading(
      4, id, tag("span class=\"code\"", text(criterion.id)) + text(" ") + page.t(criterion.title));
  const Html how =
      criterion.measure.empty() ? page.t("verklaard, niet gemeten", "declared, not measured")
      : counted_info(criterion.measure)
          ? page.t("geteld uit het antwoord", "counted from the answer")
      : entry.is_of_wijk ? page.t("gemeten in de wijk", "measured in the wijk")
                         : page.t("gemeten op de plattegrond", "measured on the floor plan");
  page.paragraph(status_badge(page, entry) +
                     tag("span class=\"how\"", how + page.t("; grondslag: ", "; basis: ") +
                                                   basis_html(page, criterion.threshold)),
                 "status");
  if (entry.info) write_plugin_mark(page, *entry.info);
  // Value and threshold stand below; the sentence that repeats them says no more.
  const bool is_compared = verdict.value && has_number(*verdict.value) && verdict.threshold &&
                           !is_yes_no(criterion.unit) && verdict.underlying != StatusCode::E &&
                           verdict.underlying != StatusCode::D;
  if (!is_compared) page.paragraph(page.t(verdict.reason), "reason");
  page.paragraph(page.t(criterion.text));
  write_criterion_facts(page, entry);
  if (!verdict.missing.empty()) {
    page.paragraph(tag("strong", page.t("Wat hier nog ontbreekt:", "What is still missing here:")));
    std::vector<Html> items;
    for (const Text& missing : verdict.missing) items.push_back(page.t(missing));
    page.list(items);
  }
  if (entry.explanation) {
    page.paragraph(link_to("e-" + criterion.id, page.t("Lees de uitleg", "Read the explanation")) +
                   text("."));
  }
  if (const Html section = answer_section(page, criterion.id); !section.empty()) {
    if (entry.answer) {
      page.paragraph(page.t("Het antwoord staat bij ", "The answer is under ") + section +
                     text("."));
    }
  } else if (entry.answer) {
    // The sentence about the status may have said already who answered.
    const std::string& reason = verdict.reason.in(page.lang());
    write_answer(page, entry, reason.find(entry.answer->answered_by) == std::string::npos);
  }
  if (entry.outcome && entry.info && entry.is_of_wijk) {
    write_wijk_outcome(page, model, *entry.outcome, *entry.info);
  } else if (entry.outcome && entry.info && model.building()) {
    write_outcome(page, model, *entry.outcome, *entry.info);
  }
  for (const Text& hint : verdict.hints) {
    page.paragraph(tag("strong", page.t("Let op: ", "Mind: ")) + page.t(hint));
  }
  write_links(page, model, entry);
  page.raw("</article>\n");
}

void write_other_measures(Page& page, const ReportModel& model) {
  if (model.other_measures.empty()) return;
  page.heading(3, "theme-other",
               page.t("Ook gemeten, zonder criterium", "Also measured, without a criterion"));
  for (const MeasureInfo* info : model.other_measures) {
    const Outcome& outcome = *model.outcome(info->id);
    page.raw("<article class=\"criterion\">\n");
    page.heading(4, "m-" + info->id, page.t(info->name));
    write_plugin_mark(page, *info);
    std::vector<Fact> facts = {
        {page.t("Uitkomst", "Result"),
         with_reason(page,
                     text(quantity(outcome.headline, info->unit, info->decimals, page.lang())),
                     outcome.headline)}};
    add_secondary(page, outcome, *info, facts);
    page.facts(facts, "facts tiles");
    if (ReportModel::is_of_wijk(*info)) {
      write_wijk_outcome(page, model, outcome, *info);
    } else {
      write_outcome(page, model, outcome, *info);
    }
    page.paragraph(
        link_to("f-" + info->id, page.t("Berekening en aannamen", "Calculation and assumptions")) +
            text("."),
        "note");
    page.raw("</article>\n");
  }
}

}  // namespace

void write_results(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "results");
  page.paragraph(
      page.t("Bij elk criterium staat hoe sterk het bewijs is. Dat bewijs gaat over "
             "gebruik en ontmoeting, nooit over eenzaamheid.",
             "Each criterion says how strong its evidence is. That evidence is about "
             "use and encounter, never about loneliness."));
  std::vector<Html> marks;
  for (const char* mark : {"E1", "E2", "E3", "E4"}) {
    marks.push_back(text(std::string(mark) + ": ") + page.t(evidence_words(mark)));
  }
  page.list(marks);
  write_shared_plans(page, model);
  for (const ReportTheme& theme : model.themes) {
    page.heading(3, "theme-" + theme.theme->id, page.t(theme.theme->title));
    for (const ReportCriterion& entry : theme.criteria) write_criterion(page, model, entry);
  }
  write_other_measures(page, model);
  page.raw("</section>\n");
}

}  // namespace trefpunt

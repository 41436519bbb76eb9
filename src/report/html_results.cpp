// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/html_parts.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

// The storeys where the outcome has rows or places: each is drawn once.
std::set<int> storeys_of(const Building& building, const Outcome& outcome) {
  const PlanNames names(building);
  std::set<int> found;
  for (const Row& row : outcome.rows) {
    const PlanName* name = names.find(row.object);
    if (name && name->storey >= 0) found.insert(name->storey);
    if (!name || row.object[0] != 'U') continue;
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      const auto& spaces = building.storeys[s]->spaces;
      if (std::any_of(spaces.begin(), spaces.end(), [&](const Space& space) {
            return space.unit && to_string(space.unit) == row.object;
          })) {
        found.insert(static_cast<int>(s));
      }
    }
  }
  for (const PlanPlace& place : outcome.places) {
    if (place.storey >= 0 && place.storey < static_cast<int>(building.storeys.size())) {
      found.insert(place.storey);
    }
  }
  return found;
}

Html secondary_html(const Page& page, const Value& value, const SecondaryInfo& info) {
  const Html out = text(quantity(value, info.unit, 2, page.lang()));
  const Text reason = reason_of(value);
  return reason.empty() ? out : out + text(". ") + page.t(reason);
}

void write_measured(Page& page, const ReportModel& model, const Outcome& outcome,
                    const MeasureInfo& info) {
  std::vector<Fact> facts;
  for (const SecondaryInfo& announced : info.secondary) {
    const auto found = outcome.secondary.find(announced.id);
    if (found == outcome.secondary.end()) continue;
    facts.push_back({page.t(announced.name), secondary_html(page, found->second, announced)});
  }
  page.facts(facts);
  if (outcome.rows.empty() && outcome.places.empty()) return;
  for (const int storey : storeys_of(*model.building(), outcome)) {
    write_figure(page, model, storey, &outcome, &info);
  }
  write_rows(page, model, outcome, info);
}

void write_parameters(Page& page, const ReportCriterion& entry) {
  std::vector<Html> items;
  for (const ReportParameter& parameter : entry.parameters) {
    const std::string& unit = parameter.unit.in(page.lang());
    Html item =
        text(format_short(parameter.value, 4, page.lang()) + (unit.empty() ? "" : " " + unit));
    if (parameter.declared) {
      item = item + text(". ") +
             tag("strong", page.t("Door de planner gekozen: ", "Chosen by the planner: ")) +
             said(parameter.declared->reason);
    } else if (!parameter.assumption.empty()) {
      item = item + text(". ") + tag("strong", page.t("Aanname: ", "Assumption: ")) +
             page.t(parameter.assumption);
    }
    items.push_back(std::move(item));
  }
  if (entry.outcome) {
    for (const Text& assumption : entry.outcome->assumptions) {
      items.push_back(tag("strong", page.t("Aanname: ", "Assumption: ")) + page.t(assumption));
    }
  }
  if (items.empty()) return;
  page.heading(5, "", page.t("Rekenwaarden en aannamen", "Parameters and assumptions"));
  page.list(items);
}

void write_provenance(Page& page, const ReportModel& model, const ReportCriterion& entry) {
  const Criterion& criterion = *entry.criterion;
  if (entry.info) {
    page.heading(5, "", page.t("Hoe het is berekend", "How it was computed"));
    page.paragraph(page.t(entry.info->formula) +
                   text(fmt::format(
                       fmt::runtime(page.plain(" Maat {}, versie {}.", " Measure {}, version {}.")),
                       entry.info->id, entry.info->version)));
  }
  write_parameters(page, entry);
  std::vector<Html> sources;
  for (const Citation& source : criterion.sources) {
    Html item = page.t(source.document);
    if (!source.url.empty() &&
        (source.url.rfind("https://", 0) == 0 || source.url.rfind("http://", 0) == 0)) {
      item = tag("a href=\"" + text(source.url).code + "\"", item);
    }
    if (!source.locator.empty()) item = item + text(". ") + page.t(source.locator);
    sources.push_back(item + text(" (") + page.t(read_words(source.read)) + text(")"));
  }
  if (!sources.empty()) {
    page.heading(5, "", page.t("Bronnen", "Sources"));
    page.list(sources);
  }
  std::vector<Html> pairs;
  for (const std::string& id : criterion.pair_with) {
    const ReportCriterion* other = model.find(id);
    if (other)
      pairs.push_back(criterion_link(page, *other) + text(" ") + status_badge(page, *other));
  }
  page.facts({{page.t("Bewijs", "Evidence"), text(criterion.evidence + ": ") +
                                                 page.t(evidence_words(criterion.evidence)) +
                                                 text(". ") + page.t(criterion.evidence_note)}});
  if (!pairs.empty()) {
    page.heading(5, "", page.t("Lees samen met", "Read together with"));
    page.list(pairs);
  }
}

void write_criterion(Page& page, const ReportModel& model, const ReportCriterion& entry) {
  const Criterion& criterion = *entry.criterion;
  const Verdict& verdict = *entry.verdict;
  const std::string id = "c-" + criterion.id;
  page.raw(fmt::format("<article class=\"criterion\" aria-labelledby=\"{}\">\n", as_id(id)));
  page.heading(
      4, id, tag("span class=\"code\"", text(criterion.id)) + text(" ") + page.t(criterion.title));
  page.raw("<p class=\"status\">" + status_badge(page, entry).code + "</p>\n");
  // Value and threshold stand below; the sentence that repeats them says no more.
  const bool is_compared = verdict.value && has_number(*verdict.value) && verdict.threshold &&
                           !is_yes_no(criterion.unit) && verdict.underlying != StatusCode::E &&
                           verdict.underlying != StatusCode::D;
  if (!is_compared) page.paragraph(page.t(verdict.reason), "reason");
  page.paragraph(page.t(criterion.text));

  Html threshold = text(threshold_words(entry, page.lang()));
  const bool is_filled = criterion.threshold.comparison == Comparison::Filled;
  if (is_filled) threshold = {};
  if (!verdict.threshold) threshold = page.t("geen", "none");
  if (entry.declared && entry.declared->after_value_shown) {
    threshold = threshold + text(". ") +
                tag("strong",
                    page.t("Vastgesteld na de uitkomst.", "Declared after the result was shown."));
  }
  Html basis = page.t(name_of(criterion.threshold.basis));
  if (!criterion.threshold.basis_read) {
    basis = basis + page.t("; bron niet ingezien", "; source not read");
  }
  if (criterion.threshold.basis == Basis::Legal) {
    basis = basis + page.t(". Geen Bbl-toets.", ". Not a Bbl check.");
  }
  Html value = value_html(page, entry);
  if (verdict.value && !has_number(*verdict.value)) {
    const Text reason = reason_of(*verdict.value);
    if (!reason.empty()) value = value + text(". ") + page.t(reason);
  }
  page.facts({{page.t("Uitkomst", "Result"), value},
              {page.t("Drempel", "Threshold"), threshold},
              {page.t("Grondslag", "Basis"), basis},
              {page.t("Hoe", "How"),
               criterion.measure.empty()
                   ? page.t("verklaard, niet gemeten", "declared, not measured")
                   : page.t("gemeten op de plattegrond", "measured on the floor plan")}});
  if (!verdict.missing.empty()) {
    page.paragraph(tag("strong", page.t("Wat hier nog ontbreekt:", "What is still missing here:")));
    std::vector<Html> items;
    for (const Text& missing : verdict.missing) items.push_back(page.t(missing));
    page.list(items);
  }
  if (entry.answer) {
    page.heading(5, "", page.t("Het antwoord", "The answer"));
    write_answer(page, entry);
  }
  if (entry.explanation) {
    page.paragraph(link_to("e-" + criterion.id, page.t("Lees de uitleg", "Read the explanation")) +
                   text("."));
  }
  if (entry.outcome && entry.info && model.building()) {
    write_measured(page, model, *entry.outcome, *entry.info);
  }
  write_provenance(page, model, entry);
  if (!verdict.hints.empty()) {
    page.heading(5, "", page.t("Let op", "Mind"));
    std::vector<Html> items;
    for (const Text& hint : verdict.hints) items.push_back(page.t(hint));
    page.list(items);
  }
  page.raw("</article>\n");
}

}  // namespace

void write_results(Page& page, const ReportModel& model) {
  page.raw("<section class=\"new-page\">\n");
  page.heading(2, "results", page.t("Uitkomsten per thema", "Results per theme"));
  page.paragraph(
      page.t("Bij elk criterium staat hoe sterk het bewijs is. Dat bewijs gaat over "
             "gebruik en ontmoeting, nooit over eenzaamheid.",
             "Each criterion says how strong its evidence is. That evidence is about "
             "use and encounter, never about loneliness."));
  for (const ReportTheme& theme : model.themes) {
    page.heading(3, "theme-" + theme.theme->id, page.t(theme.theme->title));
    for (const ReportCriterion& entry : theme.criteria) write_criterion(page, model, entry);
  }
  if (!model.other_measures.empty()) {
    page.heading(3, "theme-other",
                 page.t("Ook gemeten, zonder criterium", "Also measured, without a criterion"));
    for (const MeasureInfo* info : model.other_measures) {
      const Outcome& outcome = *model.outcome(info->id);
      page.raw("<article class=\"criterion\">\n");
      page.heading(4, "m-" + info->id, page.t(info->name));
      Html value = text(quantity(outcome.headline, info->unit, info->decimals, page.lang()));
      const Text reason = reason_of(outcome.headline);
      if (!reason.empty()) value = value + text(". ") + page.t(reason);
      page.facts({{page.t("Uitkomst", "Result"), value},
                  {page.t("Hoe het is berekend", "How it was computed"), page.t(info->formula)}});
      write_measured(page, model, outcome, *info);
      page.raw("</article>\n");
    }
  }
  page.raw("</section>\n");
}

}  // namespace trefpunt

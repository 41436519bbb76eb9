// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/drawing_colours.h"
#include "report/drawing_scene.h"

namespace trefpunt {

namespace {

constexpr int kFigureWidth = 900;  // px

// A choice in the words of the catalogue, a date in those of the language.
Html answer_html(const Page& page, const Field& field, const std::string& value) {
  if (field.kind == "choice") {
    for (const Choice& choice : field.choices) {
      if (choice.id == value) return page.t(choice.label);
    }
  }
  if (field.kind == "date") return text(format_date(value, page.lang()));
  if (field.kind == "yesno") {
    if (value == "true" || value == "yes" || value == "ja") return page.t("ja", "yes");
    if (value == "false" || value == "no" || value == "nee") return page.t("nee", "no");
  }
  return said(value);
}

}  // namespace

Html criterion_link(const Page& page, const ReportCriterion& entry) {
  return link_to("c-" + entry.criterion->id,
                 text(entry.criterion->id + " ") + page.t(entry.criterion->title));
}

Html status_badge(const Page& page, const ReportCriterion& entry) {
  const Verdict& verdict = *entry.verdict;
  return badge(verdict.status,
               status_words(verdict.status, verdict.underlying, *entry.criterion).in(page.lang()));
}

Html value_html(const Page& page, const ReportCriterion& entry) {
  if (!entry.verdict->value) return {};
  const Value& value = *entry.verdict->value;
  const int decimals = entry.info ? entry.info->decimals : 2;
  const Html words = text(quantity(value, entry.criterion->unit, decimals, page.lang()));
  const bool is_number = has_number(value) || std::holds_alternative<Range>(value);
  return is_number ? tag("strong", words) : words;
}

void write_answer(Page& page, const ReportCriterion& entry) {
  const Answer* answer = entry.answer;
  if (!answer) return;
  std::vector<Fact> facts;
  for (const Field& field : entry.criterion->fields) {
    const auto found = answer->values.find(field.id);
    if (found == answer->values.end() || squeeze(found->second).empty()) continue;
    facts.push_back({page.t(field.label), answer_html(page, field, found->second)});
  }
  page.facts(facts);
  if (answer->answered_by.empty()) return;
  page.paragraph(page.t("Ingevuld door: ", "Answered by: ") + said(answer->answered_by) +
                     text(", " + format_date(answer->date, page.lang()) + "."),
                 "by");
}

void write_figure(Page& page, const ReportModel& model, int storey, const Outcome* outcome,
                  const MeasureInfo* info) {
  DrawingOptions options;
  options.storey = storey;
  options.outcome = outcome;
  options.info = info;
  options.width = kFigureWidth;
  options.lang = page.lang();
  options.id = as_id(fmt::format("drawing-{}-{}", info ? info->id : "use", storey));
  const std::string shared = fmt::format("storey-{}", storey);
  const Picture picture = make_picture(*model.building(), *model.result(), options);
  SvgSharing sharing;
  (outcome ? sharing.reuse : sharing.define) = shared;
  page.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  page.raw(text(page.plain("Tekening: ", "Drawing: ") + picture.title).code);
  page.raw("\">\n");
  page.raw(svg_of(picture, options.id, page.lang(), sharing));
  page.raw("</div>\n<figcaption>" + text(picture.description).code + "</figcaption>\n</figure>\n");
}

void write_rows(Page& page, const ReportModel& model, const Outcome& outcome,
                const MeasureInfo& info) {
  const Building& building = *model.building();
  const PlanNames names(building);
  std::set<std::string> places;
  for (const PlanPlace& place : outcome.places) places.insert(place.object);

  std::vector<const Row*> order;  // what to look at first
  for (const Row& row : outcome.rows) order.push_back(&row);
  std::stable_partition(order.begin(), order.end(),
                        [&](const Row* row) { return places.count(row->object) > 0; });
  std::vector<std::string> reasons;  // each said once, under the table
  std::vector<std::vector<Html>> rows;
  // Columns that would say nothing are left out.
  const bool several_storeys =
      building.storeys.size() > 1 &&
      std::any_of(outcome.rows.begin(), outcome.rows.end(), [&](const Row& row) {
        const PlanName* name = names.find(row.object);
        return name && name->storey >= 0;
      });
  const bool any_place = std::any_of(outcome.rows.begin(), outcome.rows.end(),
                                     [&](const Row& row) { return places.count(row.object) > 0; });
  std::set<std::string> with_row;
  for (const Row* one : order) {
    const Row& row = *one;
    const PlanName* name = names.find(row.object);
    with_row.insert(row.object);
    Html value = text(row_words(row.value, info, page.lang()));
    const std::string reason = reason_of(row.value).in(page.lang());
    if (!reason.empty()) {
      auto found = std::find(reasons.begin(), reasons.end(), reason);
      if (found == reasons.end()) found = reasons.insert(reasons.end(), reason);
      value = value + text(fmt::format(" [{}]", found - reasons.begin() + 1));
    }
    std::vector<Html> cells = {said(names.label(row.object, page.lang())), value};
    if (several_storeys) {
      cells.push_back(name && name->storey >= 0
                          ? said(building.storeys[static_cast<std::size_t>(name->storey)]->name)
                          : text("–"));
    }
    if (any_place) cells.push_back(places.count(row.object) ? page.t("ja", "yes") : text(""));
    rows.push_back(std::move(cells));
  }
  const bool has_words = !yes_no_of(info, page.lang()).empty();
  const std::string& unit = info.row_unit.in(page.lang());
  std::string name = info.row_name.in(page.lang());
  if (name.empty()) name = page.plain("onderdeel", "part");
  std::vector<Column> columns = {
      {name},
      {page.plain("uitkomst", "result") + (has_words || unit.empty() ? "" : " (" + unit + ")"),
       !has_words}};
  if (several_storeys) columns.push_back({page.plain("verdieping", "storey")});
  if (any_place) columns.push_back({page.plain("plek om naar te kijken", "place to look at")});
  page.table(text(info.name.in(page.lang()) + ", per " + name), columns, rows, true);
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    page.paragraph(text(fmt::format("[{}] {}", i + 1, reasons[i])), "note");
  }
  std::vector<Html> others;
  for (const PlanPlace& place : outcome.places) {
    if (with_row.insert(place.object).second) {
      others.push_back(said(names.label(place.object, page.lang())));
    }
  }
  if (!others.empty()) {
    page.paragraph(page.t("Ook plekken om naar te kijken:", "Also places to look at:"));
    page.list(others);
  }
}

}  // namespace trefpunt

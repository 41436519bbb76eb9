// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_parts.h"

namespace trefpunt {

namespace {

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

Html answer_section(const Page& page, const std::string& criterion) {
  if (criterion == "WAC-D1" || criterion == "MOV-1") {
    return link_to("goal", part_title(page, "goal"));
  }
  if (criterion == "WAC-D2" || criterion == "INZ-2" || criterion == "INZ-3") {
    return link_to("follow-up", part_title(page, "follow-up"));
  }
  return {};
}

void write_answer(Page& page, const ReportCriterion& entry, bool says_who) {
  const Answer* answer = entry.answer;
  if (!answer) return;
  std::vector<Fact> facts;
  for (const Field& field : entry.criterion->fields) {
    const auto found = answer->values.find(field.id);
    if (found == answer->values.end() || squeeze(found->second).empty()) continue;
    facts.push_back({page.t(field.label), answer_html(page, field, found->second)});
  }
  page.facts(facts);
  if (!says_who || answer->answered_by.empty()) return;
  page.paragraph(page.t("Ingevuld door: ", "Answered by: ") + said(answer->answered_by) +
                     text(", " + format_date(answer->date, page.lang()) + "."),
                 "by");
}

}  // namespace trefpunt

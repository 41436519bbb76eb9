// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/html_parts.h"
#include "report/report_plugins.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

// Documents by number: each stands once in the list under the criteria.
class Documents {
 public:
  std::string mark(const Page& page, const Citation& source) {
    const auto same = [&](const Citation* other) {
      return other->document.in(page.lang()) == source.document.in(page.lang()) &&
             other->url == source.url;
    };
    auto found = std::find_if(documents_.begin(), documents_.end(), same);
    if (found == documents_.end()) found = documents_.insert(documents_.end(), &source);
    return fmt::format("[{}]", found - documents_.begin() + 1);
  }
  void write(Page& page) const {
    if (documents_.empty()) return;
    page.heading(3, "documents", page.t("Bronnen", "Sources"));
    std::vector<Html> items;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const Citation& source = *documents_[i];
      Html name = page.t(source.document);
      if (source.url.rfind("https://", 0) == 0 || source.url.rfind("http://", 0) == 0) {
        name = tag("a href=\"" + text(source.url).code + "\"", name);
      }
      items.push_back(text(fmt::format("[{}] ", i + 1)) + name);
    }
    page.list(items, "plain");
  }

 private:
  std::vector<const Citation*> documents_;
};

// A paragraph that begins with what it is about.
void write_about(Page& page, const Html& what, const std::vector<Html>& parts) {
  Html all;
  for (const Html& part : parts) {
    if (!part.empty()) all = all + (all.empty() ? Html{} : text(" ")) + part;
  }
  if (!all.empty()) page.paragraph(tag("strong", what) + text(" ") + all);
}

std::vector<Html> parameters_html(const Page& page, const ReportCriterion& entry) {
  std::vector<Html> items;
  for (const ReportParameter& parameter : entry.parameters) {
    const std::string& unit = parameter.unit.in(page.lang());
    Html item =
        text(format_short(parameter.value, 4, page.lang()) + (unit.empty() ? "" : " " + unit));
    if (parameter.declared) {
      item = item + page.t(", door de planner gekozen: ", ", chosen by the planner: ") +
             said(parameter.declared->reason);
    } else if (!parameter.assumption.empty()) {
      item = item + page.t(". Aanname: ", ". Assumption: ") + page.t(parameter.assumption);
    }
    items.push_back(item + text("."));
  }
  return items;
}

void write_entry(Page& page, const ReportCriterion& entry, Documents& documents) {
  const Criterion& criterion = *entry.criterion;
  page.raw("<article>\n");
  page.heading(
      4, "f-" + criterion.id,
      tag("span class=\"code\"", text(criterion.id)) + text(" ") + page.t(criterion.title));
  if (entry.info) {
    write_about(page, page.t("Berekening.", "Calculation."),
                {page.t(entry.info->formula),
                 text(fmt::format(
                     fmt::runtime(page.plain("(Maat {}, versie {}.)", "(Measure {}, version {}.)")),
                     entry.info->id, entry.info->version))});
  }
  write_about(page, page.t("Rekenwaarden.", "Parameters."), parameters_html(page, entry));
  if (entry.outcome) {
    std::vector<Html> assumptions;
    for (const Text& one : entry.outcome->assumptions) assumptions.push_back(page.t(one));
    write_about(page, page.t("Aannamen bij dit plan.", "Assumptions for this plan."), assumptions);
  }
  std::vector<Html> sources;
  for (std::size_t i = 0; i < criterion.sources.size(); ++i) {
    const Citation& source = criterion.sources[i];
    Html item = link_to("documents", text(documents.mark(page, source))) + text(" ");
    if (!source.locator.empty()) item = item + page.t(source.locator) + text(" ");
    sources.push_back(item + text("(") + page.t(read_words(source.read)) +
                      text(i + 1 < criterion.sources.size() ? ");" : ")."));
  }
  write_about(page, page.t("Bronnen.", "Sources."), sources);
  if (entry.info && entry.info->plugin) {
    write_about(
        page,
        page.t("Bron van de maat, volgens de maker.", "Source of the measure, says its maker."),
        {page.t(entry.info->source)});
  }
  page.raw("</article>\n");
}

}  // namespace

void write_formulas(Page& page, const ReportModel& model) {
  page.heading(3, "formulas",
               page.t("Berekening, aannamen en bronnen", "Calculation, assumptions and sources"));
  page.raw("<div class=\"columns\">\n");
  Documents documents;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) write_entry(page, entry, documents);
  }
  for (const MeasureInfo* info : model.other_measures) {
    page.raw("<article>\n");
    page.heading(4, "f-" + info->id, page.t(info->name));
    write_about(page, page.t("Berekening.", "Calculation."),
                {page.t(info->formula),
                 text(fmt::format(
                     fmt::runtime(page.plain("(Maat {}, versie {}.)", "(Measure {}, version {}.)")),
                     info->id, info->version))});
    std::vector<Html> assumptions;
    for (const Text& one : model.outcome(info->id)->assumptions) assumptions.push_back(page.t(one));
    write_about(page, page.t("Aannamen bij dit plan.", "Assumptions for this plan."), assumptions);
    write_plugin_basis(page, *info, model.input.project.ambition);
    page.raw("</article>\n");
  }
  page.raw("</div>\n");
  documents.write(page);
}

}  // namespace trefpunt

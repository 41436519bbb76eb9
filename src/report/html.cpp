// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/html_parts.h"
#include "report/page_frame.h"

namespace trefpunt {

namespace {

void write_contents(Page& page, const ReportModel& model) {
  page.raw("<nav aria-labelledby=\"contents\">\n");
  page.heading(2, "contents", page.t("Inhoud", "Contents"));
  page.raw("<ol>\n");
  const auto entry = [&](const char* id, const char* nl, const char* en) {
    page.raw("<li>" + link_to(id, page.t(nl, en)).code + "</li>\n");
  };
  entry("summary", "Samenvatting", "Summary");
  entry("about", "Wat dit rapport is, en wat niet", "What this report is, and what it is not");
  entry("goal", "Doel van het plan", "Goal of the plan");
  entry("data", "Plan en gegevens", "Plan and data");
  entry("thresholds", "Drempels", "Thresholds");
  page.raw("<li>" + link_to("results", page.t("Uitkomsten per thema", "Results per theme")).code +
           "<ul>\n");
  for (const ReportTheme& theme : model.themes) {
    page.raw("<li>" + link_to("theme-" + theme.theme->id, page.t(theme.theme->title)).code +
             "</li>\n");
  }
  page.raw("</ul></li>\n");
  if (model.result() && model.result()->encounter) {
    entry("encounters", "Wie ontmoet wie", "Who meets whom");
  }
  const bool has_wijk = tells_wijk(model);
  if (has_wijk) entry("wijk", "De wijk", "The wijk");
  entry("explanations", "Uitleg bij afwijkingen", "Explanations of departures");
  entry("heard", "Wie is gehoord", "Who was heard");
  if (!model.input.project.remarks.empty()) {
    entry("remarks", "Opmerkingen van lezers", "Remarks of readers");
  }
  entry("follow-up", "Evaluatie, afhakers en doorverwijzing", "Evaluation, drop-out and referral");
  entry("signature", "Ondertekening en herziening", "Signature and review");
  if (has_wijk && has_vision_annex(model)) {
    entry("vision", "Bijlage voor een omgevingsvisie", "Annex for an omgevingsvisie");
  }
  entry("annex", "Bijlage", "Annex");
  page.raw("</ol>\n</nav>\n");
}

}  // namespace

std::string report_html(const ReportInput& input, Lang lang) {
  const ReportModel model = make_model(input);
  const bool is_final = input.evaluation.judgement.is_final;
  Page page(lang);
  const std::string title = fmt::format("{} – {}{}", squeeze(input.project.name),
                                        page.plain("pas toe of leg uit", "comply or explain"),
                                        is_final ? "" : page.plain(" (concept)", " (draft)"));
  open_page(page, title, is_final ? "" : "is-draft");
  skip_link(page, "summary", page.t("Naar de samenvatting", "Skip to the summary"));
  page.raw(badge_signs());
  page.raw("<main>\n");
  write_cover(page, model);
  write_contents(page, model);
  write_summary(page, model);
  write_about(page, model);
  write_goal(page, model);
  write_data(page, model);
  write_thresholds(page, model);
  write_shared_map(page, model);
  write_results(page, model);
  write_encounters(page, model);
  write_wijk(page, model);
  write_explanations(page, model);
  write_consultations(page, model);
  write_remarks(page, model);
  write_follow_up(page, model);
  write_signature(page, model);
  write_vision_annex(page, model);
  write_annex(page, model);
  close_page(page);
  return page.take();
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/html_parts.h"
#include "report/page_frame.h"

namespace trefpunt {

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
  write_codes(page, model);
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
  write_variants(page);
  write_consultations(page, model);
  write_remarks(page, model);
  write_follow_up(page, model);
  write_signature(page, model);
  write_annex(page, model);
  write_vision_annex(page, model);
  close_page(page);
  return page.take();
}

}  // namespace trefpunt

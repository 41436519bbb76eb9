// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "embedded/report_css.h"
#include "report/html_parts.h"

namespace trefpunt {

std::string report_html(const ReportInput& input, Lang lang) {
  const ReportModel model = make_model(input);
  const bool is_final = input.evaluation.judgement.is_final;
  Page page(lang);
  const std::string title = fmt::format("{} – {}{}", squeeze(input.project.name),
                                        page.plain("pas toe of leg uit", "comply or explain"),
                                        is_final ? "" : page.plain(" (concept)", " (draft)"));
  page.raw(
      fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                  "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body{}>\n",
                  lang == Lang::Nl ? "nl" : "en", text(title).code, embedded::report_css,
                  is_final ? "" : " class=\"is-draft\""));
  page.raw("<a class=\"skip\" href=\"#summary\">" +
           page.t("Naar de samenvatting", "Skip to the summary").code + "</a>\n");
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
  write_follow_up(page, model);
  write_signature(page, model);
  write_annex(page, model);
  write_vision_annex(page, model);
  page.raw("</main>\n</body>\n</html>\n");
  return page.take();
}

}  // namespace trefpunt

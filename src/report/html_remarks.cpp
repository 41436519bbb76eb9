// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <map>

#include "report/html_parts.h"
#include "report/remark_places.h"
#include "report/wijk_map.h"

namespace trefpunt {

namespace {

void write_drawing(Page& page, const Picture& picture, const std::string& id) {
  page.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  page.raw(text(page.plain("Tekening: ", "Drawing: ") + picture.title).code + "\">\n");
  page.raw(svg_of(picture, id, page.lang()) + "</div>\n");
  page.raw("<figcaption>" +
           page.t("De nummers zijn die van de opmerkingen hieronder.",
                  "The numbers are those of the remarks below.")
               .code +
           "</figcaption>\n</figure>\n");
}

void write_marked(Page& page, const ReportModel& model, const std::vector<RemarkPlace>& places) {
  std::map<int, std::vector<NumberedPoint>> of_storey;
  for (const RemarkPlace& one : places) {
    if (one.at) of_storey[one.storey].push_back({*one.at, one.number});
  }
  for (const auto& [storey, numbers] : of_storey) {
    const std::string id = fmt::format("remarks-{}", storey + 1);
    if (storey < 0) {
      WijkMapOptions options;
      options.width = 720;
      options.lang = page.lang();
      options.title = {"Opmerkingen in de wijk", "Remarks in the wijk"};
      options.finding = {fmt::format("{} opmerkingen met een plek", numbers.size()),
                         fmt::format("{} remarks with a place", numbers.size())};
      options.numbers = numbers;
      write_drawing(page, make_wijk_map(*model.input.project.wijk, options), id);
    } else {
      DrawingOptions options;
      options.storey = storey;
      options.width = 720;
      options.show_uses = false;
      options.lang = page.lang();
      options.numbers = numbers;
      write_drawing(page, make_picture(*model.building(), *model.result(), options), id);
    }
  }
}

}  // namespace

void write_remarks(Page& page, const ReportModel& model) {
  const std::vector<Remark>& remarks = model.input.project.remarks;
  if (remarks.empty()) return;
  const std::vector<RemarkPlace> places = remark_places(model);
  page.raw("<section>\n");
  write_part_heading(page, "remarks");
  page.paragraph(page.t("Wat lezers van de leesversie opmerkten, in hun eigen woorden.",
                        "What readers of the short version remarked, in their own words."));
  write_marked(page, model, places);
  std::vector<std::vector<Html>> rows;
  for (std::size_t i = 0; i < remarks.size(); ++i) {
    const Remark& one = remarks[i];
    rows.push_back({text(std::to_string(places[i].number)), said(places[i].label.in(page.lang())),
                    said(one.text),
                    one.by.empty() ? page.t("niet vermeld", "not stated") : said(one.by),
                    one.date.empty() ? page.t("niet vermeld", "not stated")
                                     : text(format_date(one.date, page.lang()))});
  }
  page.table(page.t("De opmerkingen, met hun plek", "The remarks, with their place"),
             {{page.plain("nummer", "number")},
              {page.plain("plek", "place")},
              {page.plain("opmerking", "remark")},
              {page.plain("van", "by")},
              {page.plain("datum", "date")}},
             rows);
  page.raw("</section>\n");
}

}  // namespace trefpunt

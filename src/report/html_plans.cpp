// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <set>

#include "report/drawing_colours.h"
#include "report/drawing_scene.h"
#include "report/html_parts.h"

namespace trefpunt {

namespace {

// px: the letters are readable on paper when a drawing takes all or half of the page.
constexpr int kFigureWidth = 720;
constexpr int kSmallWidth = 400;

std::string shared_name(int storey) {
  return fmt::format("storey-{}", storey);
}

void write_figure(Page& page, const Picture& picture, const std::string& id,
                  const std::string& shared, const Html& caption) {
  page.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  page.raw(text(page.plain("Tekening: ", "Drawing: ") + picture.title).code);
  page.raw("\">\n");
  page.raw(svg_of(picture, id, page.lang(), shared));
  page.raw("</div>\n<figcaption>" + caption.code + "</figcaption>\n</figure>\n");
}

// Something differs on the storey, or a place lies there.
bool is_seen(const Building& building, const PlanNames& names, const RowColours& colours,
             const Outcome& outcome, int storey) {
  for (const PlanPlace& place : outcome.places) {
    if (place.storey == storey) return true;
  }
  std::set<int> entries;
  for (const auto& [object, entry] : colours.entry_of) {
    const PlanName* name = names.find(object);
    if (name && name->storey == storey) entries.insert(entry);
  }
  for (const Space& space : building.storeys[static_cast<std::size_t>(storey)]->spaces) {
    const auto found =
        space.unit ? colours.entry_of.find(to_string(space.unit)) : colours.entry_of.end();
    if (found != colours.entry_of.end()) entries.insert(found->second);
  }
  return entries.size() > 1;
}

}  // namespace

void write_plans_by_use(Page& page, const ReportModel& model) {
  for (std::size_t s = 0; s < model.building()->storeys.size(); ++s) {
    DrawingOptions options;
    options.storey = static_cast<int>(s);
    options.width = kFigureWidth;
    options.lang = page.lang();
    options.id = fmt::format("drawing-use-{}", s);
    const Picture picture = make_picture(*model.building(), *model.result(), options);
    write_figure(page, picture, options.id, "", text(picture.description));
  }
}

void write_shared_plans(Page& page, const ReportModel& model) {
  if (!model.building() || !model.result()) return;
  page.raw("<svg class=\"signs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>\n");
  for (std::size_t s = 0; s < model.building()->storeys.size(); ++s) {
    DrawingOptions options;
    options.storey = static_cast<int>(s);
    options.width = kSmallWidth;
    options.is_small = true;
    options.lang = page.lang();
    page.raw(svg_shared(make_picture(*model.building(), *model.result(), options),
                        shared_name(options.storey)));
  }
  page.raw("</defs></svg>\n");
}

std::vector<Html> write_small_plans(Page& page, const ReportModel& model, const Outcome& outcome,
                                    const MeasureInfo& info) {
  const Building& building = *model.building();
  const PlanNames names(building);
  const RowColours colours = colours_of(outcome, info, page.lang());
  std::vector<Html> not_drawn;
  for (int storey = 0; storey < static_cast<int>(building.storeys.size()); ++storey) {
    DrawingOptions options;
    options.storey = storey;
    options.outcome = &outcome;
    options.info = &info;
    options.width = kSmallWidth;
    options.is_small = true;
    options.lang = page.lang();
    options.id = as_id(fmt::format("drawing-{}-{}", info.id, storey));
    const Html finding = page.t(drawing_finding(building, options));
    if (finding.empty()) continue;
    if (!is_seen(building, names, colours, outcome, storey)) {
      not_drawn.push_back(finding);
      continue;
    }
    write_figure(page, make_picture(building, *model.result(), options), options.id,
                 shared_name(storey), finding);
  }
  return not_drawn;
}

void write_outcome(Page& page, const ReportModel& model, const Outcome& outcome,
                   const MeasureInfo& info) {
  if (outcome.rows.empty() && outcome.places.empty()) return;
  page.raw("<div class=\"plans\">\n");
  const std::vector<Html> not_drawn = write_small_plans(page, model, outcome, info);
  page.raw("<div>\n");
  for (const Html& finding : not_drawn) page.paragraph(finding);
  write_rows(page, model, outcome, info);
  page.raw("</div>\n</div>\n");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "report/drawing_colours.h"
#include "report/html_parts.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostRows = 8;  // of a table beside the result
constexpr int kMostNames = 6;         // that a plan's caption holds

// Reasons why there is no number: each said once, under the table.
class Notes {
 public:
  Html mark(const Page& page, const Value& value) {
    const std::string reason = reason_of(value).in(page.lang());
    if (reason.empty()) return {};
    auto found = std::find(reasons_.begin(), reasons_.end(), reason);
    if (found == reasons_.end()) found = reasons_.insert(reasons_.end(), reason);
    return text(fmt::format(" [{}]", found - reasons_.begin() + 1));
  }
  void write(Page& page) const {
    for (std::size_t i = 0; i < reasons_.size(); ++i) {
      page.paragraph(text(fmt::format("[{}] {}", i + 1, reasons_[i])), "note");
    }
  }

 private:
  std::vector<std::string> reasons_;
};

std::set<std::string> places_of(const Outcome& outcome) {
  std::set<std::string> places;
  for (const PlanPlace& place : outcome.places) places.insert(place.object);
  return places;
}

// "uitkomst (m)"; yes and no have no unit.
std::string with_unit(const Page& page, const std::string& words, const MeasureInfo& info) {
  const std::string& unit = info.row_unit.in(page.lang());
  const bool has_words = !yes_no_of(info, page.lang()).empty();
  return words + (has_words || unit.empty() ? "" : " (" + unit + ")");
}

std::string name_of_row(const Page& page, const MeasureInfo& info) {
  return info.row_name.empty() ? page.plain("onderdeel", "part") : info.row_name.in(page.lang());
}

Html storey_of(const Building& building, const PlanName* name) {
  if (!name || name->storey < 0) return text("–");
  return said(building.storeys[static_cast<std::size_t>(name->storey)]->name);
}

void write_single_rows(Page& page, const Building& building, const Outcome& outcome,
                       const MeasureInfo& info) {
  const PlanNames names(building);
  const std::set<std::string> places = places_of(outcome);
  std::vector<const Row*> order;  // what to look at first
  for (const Row& row : outcome.rows) order.push_back(&row);
  std::stable_partition(order.begin(), order.end(),
                        [&](const Row* row) { return places.count(row->object) > 0; });
  // Columns that would say nothing are left out.
  const bool several_storeys =
      building.storeys.size() > 1 && std::any_of(order.begin(), order.end(), [&](const Row* row) {
        const PlanName* name = names.find(row->object);
        return name && name->storey >= 0;
      });
  const bool any_place = std::any_of(order.begin(), order.end(),
                                     [&](const Row* row) { return places.count(row->object) > 0; });
  Notes notes;
  std::vector<std::vector<Html>> rows;
  for (const Row* row : order) {
    std::vector<Html> cells = {
        said(names.label(row->object, page.lang())),
        text(row_words(row->value, info, page.lang())) + notes.mark(page, row->value)};
    if (several_storeys) cells.push_back(storey_of(building, names.find(row->object)));
    if (any_place) cells.push_back(places.count(row->object) ? page.t("ja", "yes") : text(""));
    rows.push_back(std::move(cells));
  }
  const std::string name = name_of_row(page, info);
  std::vector<Column> columns = {{name},
                                 {with_unit(page, page.plain("uitkomst", "result"), info),
                                  yes_no_of(info, page.lang()).empty()}};
  if (several_storeys) columns.push_back({page.plain("verdieping", "storey")});
  if (any_place) columns.push_back({page.plain("plek om naar te kijken", "place to look at")});
  page.table(text(info.name.in(page.lang()) + ", per " + name), columns, rows, "dense");
  notes.write(page);
}

// Many doors or units: those with the same outcome together.
void write_grouped_rows(Page& page, const Building& building, const Outcome& outcome,
                        const MeasureInfo& info) {
  const PlanNames names(building);
  const std::set<std::string> places = places_of(outcome);
  Notes notes;
  std::map<std::pair<double, std::string>, std::vector<const Row*>> groups;
  for (const Row& row : outcome.rows) {
    const double* number = std::get_if<double>(&row.value);
    const Html words = text(row_words(row.value, info, page.lang())) + notes.mark(page, row.value);
    groups[{number ? std::round(*number * 1e6) : 1e300, words.code}].push_back(&row);
  }
  std::vector<std::vector<Html>> rows;
  bool any_place = false;
  for (const auto& [key, members] : groups) {
    Html listed;
    for (const Row* row : members) {
      const bool is_place = places.count(row->object) > 0;
      any_place = any_place || is_place;
      listed = listed + (listed.empty() ? Html{} : text(", ")) +
               said(names.label(row->object, page.lang())) + text(is_place ? "*" : "");
    }
    rows.push_back({Html{key.second}, text(std::to_string(members.size())), listed});
  }
  const std::string name = name_of_row(page, info);
  Html caption = text(info.name.in(page.lang()) + ", per " + name);
  if (any_place)
    caption = caption + page.t(" (*: plek om naar te kijken)", " (*: place to look at)");
  page.table(caption,
             {{with_unit(page, page.plain("uitkomst", "result"), info)},
              {page.plain("aantal", "number"), true},
              {page.plain("welke", "which")}},
             rows, "dense");
  notes.write(page);
}

// A measure whose rows stand in the table of all spaces.
struct SpaceMeasure {
  std::string title;
  const MeasureInfo* info = nullptr;
  const Outcome* outcome = nullptr;
  std::set<std::string> places;
  std::map<std::string, const Value*> values;
};

std::vector<SpaceMeasure> space_measures(const Page& page, const ReportModel& model) {
  std::vector<SpaceMeasure> found;
  const auto add = [&](const std::string& code, const MeasureInfo& info, const Outcome* outcome) {
    if (!outcome || !stands_in_annex(*outcome)) return;
    for (SpaceMeasure& other : found) {
      if (other.info->id != info.id) continue;
      other.title = code + ", " + other.title;
      return;
    }
    SpaceMeasure one{
        with_unit(page, (code.empty() ? "" : code + " ") + info.name.in(page.lang()), info),
        &info,
        outcome,
        places_of(*outcome),
        {}};
    for (const Row& row : outcome->rows) one.values[row.object] = &row.value;
    found.push_back(std::move(one));
  };
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (entry.info) add(entry.criterion->id, *entry.info, entry.outcome);
    }
  }
  for (const MeasureInfo* info : model.other_measures) add("", *info, model.outcome(info->id));
  return found;
}

void write_storey_of_spaces(Page& page, const Storey& storey, const Layout* layout,
                            const std::vector<SpaceMeasure>& measures) {
  std::vector<const SpaceMeasure*> here;
  for (const SpaceMeasure& one : measures) {
    if (std::any_of(storey.spaces.begin(), storey.spaces.end(), [&](const Space& space) {
          return one.values.count(to_string(space.id)) > 0;
        })) {
      here.push_back(&one);
    }
  }
  Notes notes;
  bool any_place = false, any_suggested = false;
  std::vector<std::vector<Html>> rows;
  for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
    const Space& space = storey.spaces[i];
    const std::string object = to_string(space.id);
    const SpaceShape* shape = layout && i < layout->shapes.size() ? &layout->shapes[i] : nullptr;
    const std::string number = squeeze(space.number), name = squeeze(space.name);
    any_suggested = any_suggested || space.use_is_suggested;
    std::vector<Html> cells = {(number.empty() ? text(object) : said(number)) +
                                   (name.empty() ? Html{} : text(" ") + said(name)),
                               page.t(name_of(space.use)) + text(space.use_is_suggested ? "†" : ""),
                               shape && shape->polygon
                                   ? text(format_number(shape->area_m2, 1, page.lang()))
                                   : page.t("niet te bepalen", "cannot be determined")};
    for (const SpaceMeasure* one : here) {
      const auto found = one->values.find(object);
      if (found == one->values.end()) {
        cells.push_back({});
        continue;
      }
      const bool is_place = one->places.count(object) > 0;
      any_place = any_place || is_place;
      std::string words_of = row_words(*found->second, *one->info, page.lang());
      const YesNoWords yes_no = yes_no_of(*one->info, page.lang());
      if (!yes_no.empty() && words_of == yes_no.yes) words_of = page.plain("ja", "yes");
      if (!yes_no.empty() && words_of == yes_no.no) words_of = page.plain("nee", "no");
      const Html words = text(words_of) + notes.mark(page, *found->second);
      cells.push_back(is_place ? tag("strong", words + text("*")) : words);
    }
    rows.push_back(std::move(cells));
  }
  std::vector<Column> columns = {{page.plain("ruimte", "space")},
                                 {page.plain("gebruik", "use")},
                                 {page.plain("netto vloer (m²)", "net floor (m²)"), true}};
  for (const SpaceMeasure* one : here) columns.push_back({one->title, true});
  Html caption = page.t("Ruimten op ", "Spaces on ") + said(storey.name);
  if (any_place) caption = caption + page.t(". *: plek om naar te kijken", ". *: place to look at");
  if (any_suggested) {
    caption = caption + page.t(". †: gebruik afgeleid uit de naam", ". †: use taken from the name");
  }
  page.table(caption, columns, rows, "dense spaces");
  notes.write(page);
}

}  // namespace

bool stands_in_annex(const Outcome& outcome) {
  return outcome.rows.size() > kMostRows &&
         std::all_of(outcome.rows.begin(), outcome.rows.end(),
                     [](const Row& row) { return row.object.rfind('S', 0) == 0; });
}

void write_rows(Page& page, const ReportModel& model, const Outcome& outcome,
                const MeasureInfo& info) {
  const Building& building = *model.building();
  if (stands_in_annex(outcome)) {
    page.paragraph(text(fmt::format(fmt::runtime(page.plain("Alle {} waarden staan per {} in ",
                                                            "All {} values stand per {} in ")),
                                    outcome.rows.size(), name_of_row(page, info))) +
                       link_to("spaces", page.t("de tabel van ruimten", "the table of spaces")) +
                       text("."),
                   "note");
  } else if (outcome.rows.size() > kMostRows) {
    write_grouped_rows(page, building, outcome, info);
  } else {
    write_single_rows(page, building, outcome, info);
  }
  const PlanNames names(building);
  std::set<std::string> with_row;
  for (const Row& row : outcome.rows) with_row.insert(row.object);
  Html others;
  int count = 0;
  for (const PlanPlace& place : outcome.places) {
    if (!with_row.insert(place.object).second) continue;
    ++count;
    others = others + (others.empty() ? Html{} : text(", ")) +
             said(names.label(place.object, page.lang()));
  }
  if (count > kMostNames) {
    page.paragraph(page.t("Ook plekken om naar te kijken: ", "Also places to look at: ") + others +
                   text("."));
  }
}

void write_spaces(Page& page, const ReportModel& model) {
  const Building* building = model.building();
  const BuildingResult* result = model.result();
  if (!building || !result) return;
  page.heading(3, "spaces", page.t("Ruimten en hun uitkomsten", "Spaces and their results"));
  const std::vector<SpaceMeasure> measures = space_measures(page, model);
  if (!measures.empty()) {
    page.paragraph(page.t("Een leeg vak betekent: deze ruimte telt bij die uitkomst niet mee.",
                          "An empty cell means: this space does not count for that result."));
  }
  for (std::size_t s = 0; s < building->storeys.size(); ++s) {
    write_storey_of_spaces(page, *building->storeys[s],
                           s < result->layouts.size() ? result->layouts[s].get() : nullptr,
                           measures);
  }
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/html_wijk.h"
#include "street/home_groups.h"

namespace trefpunt {

namespace {

Text name_of_category(const CategoryAccess& access) {
  return access.category ? name_of(*access.category)
                         : Text{"een ontmoetingsplek", "any meeting place"};
}

std::string metres_words(double metres, Lang lang) {
  return format_short(metres, 0, lang) + " m";
}

// A row per buurt and one for the whole: each group, then distances and who is left out.
void write_category(Page& page, const ToldWijk& told, const CategoryAccess& access) {
  std::vector<Column> columns = {{page.plain("buurt", "buurt")}};
  for (const HomeGroup group : all_home_groups()) {
    columns.push_back({name_of(group).in(page.lang()), true});
  }
  columns.push_back({page.plain("gemiddeld (m)", "mean (m)"), true});
  columns.push_back({page.plain("slechtst bediende vijfde (m)", "worst-served fifth (m)"), true});
  columns.push_back({page.plain("woningen erbuiten", "homes left out"), true});
  const std::vector<double> left_out = left_out_dwellings(told, access);
  const auto row = [&](Html name, std::size_t cell) {
    std::vector<Html> cells = {std::move(name)};
    for (const HomeGroup group : all_home_groups()) {
      cells.push_back(share_cell(page, access.cells[static_cast<std::size_t>(group)][cell]));
    }
    const auto& homes = access.cells[static_cast<std::size_t>(HomeGroup::Homes)][cell];
    cells.push_back(mean_cell(page, homes));
    cells.push_back(fifth_cell(page, homes));
    cells.push_back(homes ? count_cell(page, left_out[cell]) : not_known(page));
    return cells;
  };
  std::vector<std::vector<Html>> rows;
  const std::vector<int>& areas = told.result.access->areas;
  for (const int buurt : told.buurten) {
    const auto found = std::find(areas.begin(), areas.end(), buurt);
    if (found == areas.end()) continue;
    rows.push_back(row(buurt_cell(told, buurt), static_cast<std::size_t>(found - areas.begin())));
  }
  rows.push_back(row(tag("strong", page.t("hele wijk", "whole wijk")), areas.size()));
  page.table(
      text(capitalised(name_of_category(access).in(page.lang())) +
           fmt::format(fmt::runtime(page.plain(
                           ": deel met een plek binnen {} lopen (aantal plekken: {})",
                           ": share with a place within {} on foot (number of places: {})")),
                       metres_words(told.result.access->distance, page.lang()), access.places)),
      columns, rows, "dense");
}

// One row per kind of place, for the wijk as a whole.
void write_kinds(Page& page, const ToldWijk& told) {
  std::vector<Column> columns = {{page.plain("soort plek", "kind of place")},
                                 {page.plain("aantal", "number"), true}};
  for (const HomeGroup group : all_home_groups()) {
    columns.push_back({name_of(group).in(page.lang()), true});
  }
  columns.push_back({page.plain("slechtst bediende vijfde (m)", "worst-served fifth (m)"), true});
  std::vector<std::vector<Html>> rows;
  for (const CategoryAccess& access : told.result.access->categories) {
    std::vector<Html> cells = {text(name_of_category(access).in(page.lang())),
                               count_cell(page, access.places)};
    for (const HomeGroup group : all_home_groups()) {
      cells.push_back(share_cell(page, access.whole(group)));
    }
    cells.push_back(fifth_cell(page, access.whole(HomeGroup::Homes)));
    rows.push_back(std::move(cells));
  }
  page.table(text(fmt::format(fmt::runtime(page.plain(
                                  "Deel van de woningen en van elke groep met een plek binnen {} "
                                  "lopen, in de hele wijk",
                                  "Share of homes and of each group with a place within {} on "
                                  "foot, in the whole wijk")),
                              metres_words(told.result.access->distance, page.lang()))),
             columns, rows, "dense");
}

}  // namespace

Html share_cell(const Page& page, const std::optional<AccessCell>& cell) {
  return cell ? text(percentage(cell->share_within, page.lang())) : not_known(page);
}

Html mean_cell(const Page& page, const std::optional<AccessCell>& cell) {
  if (!cell) return not_known(page);
  return cell->mean ? count_cell(page, *cell->mean) : page.t("geen route", "no way");
}

Html fifth_cell(const Page& page, const std::optional<AccessCell>& cell) {
  if (!cell) return not_known(page);
  return cell->worst_fifth ? count_cell(page, *cell->worst_fifth) : page.t("geen route", "no way");
}

std::vector<double> left_out_dwellings(const ToldWijk& told, const CategoryAccess& access) {
  const std::vector<int>& areas = told.result.access->areas;
  std::vector<double> sums(areas.size() + 1, 0.0);
  for (const int home : access.left_out) {
    const auto h = static_cast<std::size_t>(home);
    const double dwellings = (*told.wijk.homes)[h].dwellings;
    sums.back() += dwellings;
    const auto found = std::find(areas.begin(), areas.end(), told.result.ground->buurt_of_home[h]);
    if (found != areas.end()) sums[static_cast<std::size_t>(found - areas.begin())] += dwellings;
  }
  return sums;
}

Text left_out_in_words(const ToldWijk& told, const CategoryAccess& access) {
  double all = 0;
  for (const Home& home : *told.wijk.homes) all += home.dwellings;
  double not_joined = 0;
  for (const int home : told.result.access->not_joined) {
    not_joined += (*told.wijk.homes)[static_cast<std::size_t>(home)].dwellings;
  }
  const double left_out = left_out_dwellings(told, access).back();
  const double within = told.result.access->distance;
  const auto words = [&](Lang lang, const char* some, const char* none, const char* unjoined) {
    std::string sentence =
        left_out > 0 ? fmt::format(fmt::runtime(some), format_number(left_out, 0, lang),
                                   format_number(all, 0, lang), metres_words(within, lang))
                     : fmt::format(fmt::runtime(none), metres_words(within, lang));
    if (not_joined > 0) {
      sentence += fmt::format(fmt::runtime(unjoined), format_number(not_joined, 0, lang));
    }
    return sentence;
  };
  return {words(Lang::Nl,
                "Bij {} van de {} woningen is binnen {} lopen geen ontmoetingsplek. Zij staan met "
                "een kruis op de kaart.",
                "Bij elke woning aan het net is binnen {} lopen een ontmoetingsplek.",
                " Van {} woningen is het niet bekend: er is geen straat in de buurt."),
          words(Lang::En,
                "At {} of the {} homes there is no meeting place within {} on foot. They have a "
                "cross on the map.",
                "Every home on the network has a meeting place within {} on foot.",
                " Of {} homes it is not known: no street is near.")};
}

WijkMapOptions left_out_map(const ToldWijk& told, const CategoryAccess& access, Lang lang) {
  WijkMapOptions options;
  options.lang = lang;
  MarkedPoints points;
  for (const int home : access.left_out) {
    points.at.push_back((*told.wijk.homes)[static_cast<std::size_t>(home)].at);
  }
  points.label = {
      "adres zonder ontmoetingsplek binnen " + metres_words(told.result.access->distance, Lang::Nl),
      "address without a meeting place within " +
          metres_words(told.result.access->distance, Lang::En)};
  options.title = {"Waar geen ontmoetingsplek op loopafstand is",
                   "Where no meeting place is within walking distance"};
  options.finding = left_out_in_words(told, access);
  options.shows = std::move(points);
  return options;
}

void write_wijk_access(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-access", page.t("Wie kan er te voet komen", "Who can get there on foot"));
  const auto& access = told.result.access;
  if (!access || access->categories.empty()) {
    page.paragraph(
        page.t("Niet te bepalen: er zijn geen straten, geen woningen of geen plekken gegeven.",
               "Cannot be determined: no streets, no homes or no places were given."));
    return;
  }
  page.paragraph(page.t(
      "Afstanden zijn gemeten over het looproutenet, van de deur tot de ingang. Een geplande plek "
      "telt mee alsof zij er al is, ook als het omgevingsplan haar niet toelaat. Groepen komen uit "
      "de cijfers van de buurt: binnen een buurt wonen zij in dit model gelijk verdeeld. ‘Slechtst "
      "bediende vijfde’ is de gemiddelde afstand voor de twintig procent die het verst moet lopen.",
      "Distances are measured along the walking network, from door to entrance. Groups come from "
      "the figures of the buurt: within a buurt this model spreads them evenly. The worst-served "
      "fifth is the mean distance of the twenty percent who have to walk farthest."));
  const CategoryAccess& meeting = access->categories.front();
  write_category(page, told, meeting);
  write_wijk_figure(page, told, "wijk-map-left-out", left_out_map(told, meeting, page.lang()));
  write_kinds(page, told);
  page.paragraph(page.t("De tabel per soort plek en per buurt staat in ",
                        "The table per kind of place and buurt is in ") +
                 link_to("wijk-access-rows", page.t("de bijlage", "the annex")) + text("."));
}

void write_wijk_access_rows(Page& page, const ToldWijk& told) {
  const auto& access = told.result.access;
  if (!access || access->categories.size() < 2) return;
  page.heading(3, "wijk-access-rows",
               page.t("Bereik te voet per soort plek en per buurt",
                      "Reach on foot per kind of place and buurt"));
  for (std::size_t c = 1; c < access->categories.size(); ++c) {
    write_category(page, told, access->categories[c]);
  }
}

}  // namespace trefpunt

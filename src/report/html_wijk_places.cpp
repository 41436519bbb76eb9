// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/html_wijk.h"

namespace trefpunt {

namespace {

Html figure(const Page& page, const std::optional<double>& value, int decimals = 0,
            const char* after = "") {
  return value ? text(format_number(*value, decimals, page.lang()) + after) : not_known(page);
}

Html yes_no(const Page& page, const std::optional<bool>& value) {
  if (!value) return not_known(page);
  return *value ? page.t("ja", "yes") : page.t("nee", "no");
}

Html allows(const Page& page, PlanAllows allows) {
  switch (allows) {
    case PlanAllows::Yes:
      return page.t("ja", "yes");
    case PlanAllows::No:
      return page.t("nee", "no");
    case PlanAllows::NotChecked:
      break;
  }
  return page.t("niet nagegaan", "not checked");
}

// The figures of one year, and what it is called; several years in one table are all named.
std::string years_of(const ToldWijk& told, bool of_loneliness) {
  std::set<int> years;
  for (const int buurt : told.buurten) {
    const StatisticalArea& area = told.area(buurt);
    const int year = !of_loneliness ? area.year : area.loneliness ? area.loneliness->year : 0;
    if (year > 0) years.insert(year);
  }
  std::string words;
  for (const int year : years) words += (words.empty() ? "" : ", ") + std::to_string(year);
  return words;
}

void write_loneliness(Page& page, const ToldWijk& told) {
  const bool any = std::any_of(told.buurten.begin(), told.buurten.end(),
                               [&](int buurt) { return told.area(buurt).loneliness.has_value(); });
  if (!any) {
    page.paragraph(page.t("Er is geen tabel met cijfers over eenzaamheid gegeven.",
                          "No table of figures on loneliness was given."));
    return;
  }
  const std::string year = years_of(told, true);
  AreaFigures figures;
  std::vector<std::vector<Html>> rows;
  std::string ages;
  for (const int buurt : told.buurten) {
    const StatisticalArea& area = told.area(buurt);
    const Loneliness own = area.loneliness.value_or(Loneliness{});
    if (!own.ages.empty()) ages = own.ages;
    if (own.percent_lonely) figures.by_code[area.code] = *own.percent_lonely;
    rows.push_back({buurt_cell(told, buurt), figure(page, own.percent_lonely, 0, "%"),
                    figure(page, own.percent_severely, 0, "%"),
                    figure(page, own.percent_emotionally, 0, "%"),
                    figure(page, own.percent_socially, 0, "%")});
  }
  page.paragraph(page.t(
      "De percentages over eenzaamheid zijn schattingen uit een rekenmodel, geen metingen. Zij "
      "staan hier als achtergrond. Trefpunt rekent er niet mee, en een maatregel in de ruimte "
      "verandert ze niet "
      "aantoonbaar.",
      "The percentages on loneliness are estimates from a statistical model, not measurements. "
      "They stand here "
      "as background. Trefpunt does not compute with them, and no measure in space is shown to "
      "change them."));
  const std::string of = ages.empty() ? "" : ", " + ages;
  page.table(text(page.plain("Eenzaamheid (schatting", "Loneliness (estimate") +
                  (year.empty() ? "" : ", " + year) + of + ")"),
             {{page.plain("buurt", "buurt")},
              {page.plain("eenzaam", "lonely"), true},
              {page.plain("ernstig eenzaam", "severely lonely"), true},
              {page.plain("emotioneel eenzaam", "emotionally lonely"), true},
              {page.plain("sociaal eenzaam", "socially lonely"), true}},
             rows);
  WijkMapOptions options;
  options.with_places = false;
  figures.title = {"Eenzaam (%, schatting" + (year.empty() ? "" : ", " + year) + of + ")",
                   "Lonely (%, estimate" + (year.empty() ? "" : ", " + year) + of + ")"};
  options.title = {"Achtergrond: geschatte eenzaamheid per buurt",
                   "Background: estimated loneliness per buurt"};
  const auto missing = told.buurten.size() - figures.by_code.size();
  options.finding = {
      fmt::format("Achtergrond, geen uitkomst: de schatting voor {} buurten{}. Een buurt zonder "
                  "cijfer is gearceerd.",
                  figures.by_code.size(),
                  missing > 0 ? fmt::format("; voor {} is er geen cijfer", missing) : ""),
      fmt::format("Background, no result: the estimate for {} buurten{}. A buurt without a figure "
                  "is hatched.",
                  figures.by_code.size(),
                  missing > 0 ? fmt::format("; for {} there is no figure", missing) : "")};
  options.shows = std::move(figures);
  write_wijk_figure(page, told, "wijk-map-loneliness", options);
}

}  // namespace

std::vector<GroundFigures> ground_of(const ToldWijk& told) {
  if (!told.wijk.open_spaces && !told.wijk.footprints) return {};
  return ground_figures(told.wijk, told.buurten);
}

void write_wijk_ground(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-ground", page.t("Bebouwing en open ruimte", "Buildings and open space"));
  const std::vector<GroundFigures> figures = ground_of(told);
  if (figures.empty() || told.buurten.empty()) {
    page.paragraph(page.t(
        "Niet te bepalen: er zijn geen buurten, of geen gebouwen en geen open ruimte gegeven.",
        "Cannot be determined: no buurten, or no buildings and no open space were given."));
    return;
  }
  std::vector<std::vector<Html>> rows;
  int floors_missing = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const GroundFigures& own = figures[i];
    const bool has_buildings = told.wijk.footprints != nullptr;
    const bool has_ground = told.wijk.open_spaces != nullptr;
    const auto& people = told.area(told.buurten[i]).figures.inhabitants;
    floors_missing += own.floors_missing;
    std::optional<double> per_inhabitant;
    if (has_ground && people && *people > 0) per_inhabitant = own.stay_m2 / *people;
    rows.push_back({buurt_cell(told, told.buurten[i]), count_cell(page, own.ground_m2 / 1e4, 1),
                    has_buildings ? count_cell(page, own.gsi, 2) : not_known(page),
                    figure(page, has_buildings ? own.fsi : std::nullopt, 2),
                    figure(page, has_buildings ? own.osr : std::nullopt, 2),
                    has_ground ? count_cell(page, own.stay_m2) : not_known(page),
                    figure(page, per_inhabitant, 1)});
  }
  page.table(page.t("Bebouwing en grond om te verblijven, per buurt",
                    "Buildings and ground to stay on, per buurt"),
             {{page.plain("buurt", "buurt")},
              {page.plain("grond (ha)", "ground (ha)"), true},
              {page.plain("GSI: deel bebouwd (0-1)", "GSI: share built on"), true},
              {page.plain("FSI: vloer per grond (m²/m²)", "FSI: floor per ground"), true},
              {page.plain("OSR: open grond per vloer (m²/m²)", "OSR: open ground per floor"), true},
              {page.plain("om te verblijven (m²)", "to stay on (m²)"), true},
              {page.plain("per inwoner (m²)", "per inhabitant (m²)"), true}},
             rows, "dense");
  page.paragraph(page.t(
      "Om te verblijven zijn: voetgangersgebied, woonerf, plein, park, speelplek, hof en tuin, "
      "tenzij de laag iets anders zegt. Dat is een aanname. Per inwoner van de buurt zelf: wie aan "
      "de rand woont, loopt ook naar het park van de buren.",
      "To stay on are: pedestrian area, woonerf, square, park, playground, courtyard and garden, "
      "unless the layer says otherwise. That is an assumption. Per inhabitant of the buurt itself: "
      "who lives at its edge walks to the neighbours’ park as well."));
  if (floors_missing > 0) {
    page.paragraph(text(fmt::format(
        fmt::runtime(page.plain(
            "Van {} gebouwen is het aantal bouwlagen niet bekend. FSI en OSR ontbreken daar.",
            "Of {} buildings the number of storeys is not known. FSI and OSR are missing there.")),
        floors_missing)));
  }
}

void write_wijk_places(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-places", page.t("De ontmoetingsplekken", "The meeting places"));
  if (!told.wijk.places) {
    page.paragraph(page.t("Er is geen laag met plekken gegeven: onbekend, niet nul.",
                          "No layer of places was given: unknown, not zero."));
    return;
  }
  std::vector<std::vector<Html>> rows;
  std::size_t others = 0, not_checked = 0;
  for (const WijkPlace& place : *told.wijk.places) {
    if (!is_meeting_place(place)) {
      ++others;
      continue;
    }
    not_checked += place.plan_allows == PlanAllows::NotChecked;
    Html name = said(told.names.label(to_string(place.id), page.lang()));
    if (place.is_planned) name = name + page.t(" (gepland)", " (planned)");
    rows.push_back(
        {name, page.t(name_of(place.category)),
         place.building_function.empty() ? not_known(page) : said(place.building_function),
         allows(page, place.plan_allows), figure(page, place.area_m2),
         yes_no(page, place.free_stay), yes_no(page, place.step_free)});
  }
  if (rows.empty()) {
    page.paragraph(page.t("In de laag staat geen ontmoetingsplek.",
                          "There is no meeting place in the layer."));
    return;
  }
  page.table(page.t("Ontmoetingsplekken, met de gebruiksfunctie en wat het omgevingsplan toelaat",
                    "Meeting places, with the function of the building and what the "
                    "omgevingsplan allows"),
             {{page.plain("plek", "place")},
              {page.plain("soort", "kind")},
              {page.plain("gebruiksfunctie", "function")},
              {page.plain("omgevingsplan laat dit toe", "omgevingsplan allows it")},
              {page.plain("oppervlakte (m²)", "area (m²)"), true},
              {page.plain("verblijf zonder betalen", "stay without paying")},
              {page.plain("zonder trede", "without a step")}},
             rows, "dense");
  page.paragraph(text(fmt::format(
      fmt::runtime(page.plain(
          "Van {} van deze plekken is niet nagegaan of het omgevingsplan het gebruik toelaat. Er "
          "staan ook {} andere plekken in de laag, zoals winkels en scholen.",
          "Of {} of these places nobody checked whether the omgevingsplan allows the use. The "
          "layer also has {} other places, such as shops and schools.")),
      not_checked, others)));
}

void write_wijk_context(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-context",
               page.t("Achtergrond: wie er wonen", "Background: who lives there"));
  if (told.buurten.empty()) {
    page.paragraph(
        page.t("Er is geen laag met buurten gegeven.", "No layer of buurten was given."));
    return;
  }
  std::vector<std::vector<Html>> rows;
  for (const int buurt : told.buurten) {
    const KeyFigures& own = told.area(buurt).figures;
    rows.push_back({buurt_cell(told, buurt), figure(page, own.inhabitants),
                    figure(page, own.percent_0_15, 0, "%"),
                    figure(page, own.percent_65_plus, 0, "%"),
                    figure(page, own.percent_single_households, 0, "%"),
                    figure(page, own.percent_low_income, 1, "%")});
  }
  const std::string year = years_of(told, false);
  page.table(
      text(page.plain("Kerncijfers per buurt", "Key figures per buurt") +
           (year.empty() ? page.plain(", jaar niet vermeld", ", year not stated") : ", " + year)),
      {{page.plain("buurt", "buurt")},
       {page.plain("inwoners", "inhabitants"), true},
       {page.plain("0 tot 15 jaar", "0 to 15"), true},
       {page.plain("65 en ouder", "65 and over"), true},
       {page.plain("huishoudens van één persoon", "one-person households"), true},
       {page.plain("huishoudens met een laag inkomen", "low-income households"), true}},
      rows, "dense");
  write_loneliness(page, told);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "encounter/wijk_encounters.h"
#include "report/html_wijk.h"

namespace trefpunt {

namespace {

// The unit of an assumption as people read it; a plain number has none.
std::string in_words(const std::string& unit, Lang lang) {
  if (unit == "1") return {};
  if (unit == "h") return lang == Lang::Nl ? "uur" : "hours";
  return unit;
}

constexpr std::size_t kMostStreetRows = 10;

// "kinderen 24%, volwassenen 61%, 65 en ouder 15%"
Html mix_cell(const Page& page, const WijkEncounters& found, const std::vector<double>& mix) {
  if (mix.empty()) return text("–");
  Html words;
  for (std::size_t g = 0; g < mix.size() && g < found.groups.size(); ++g) {
    words = words + (words.empty() ? Html{} : text(", ")) + page.t(found.groups[g].name) +
            text(" " + format_short(100 * mix[g], 0, page.lang()) + "%");
  }
  return words;
}

Html optional_cell(const Page& page, const std::optional<double>& value) {
  return value ? count_cell(page, *value, 2) : text("–");
}

void write_totals(Page& page, const WijkEncounters& found) {
  const WijkTotals& totals = found.totals;
  std::string repeated, kappas;
  for (std::size_t k = 0; k < totals.kappas.size(); ++k) {
    const char* dot = k ? "\u00a0\u00b7\u00a0" : "";
    repeated += dot + format_number(totals.repeated[k].value, 0, page.lang());
    kappas += (k ? " · " : "") + (std::isfinite(totals.kappas[k])
                                      ? format_short(totals.kappas[k], 2, page.lang())
                                      : std::string("∞"));
  }
  page.facts(
      {{page.t("Mensen in het model", "People in the model"), count_cell(page, totals.people)},
       {page.t("In het voorbijgaan, per week", "In passing, a week"),
        count_cell(page, totals.passings)},
       {page.t("Bij banken, per week", "At benches, a week"),
        count_cell(page, totals.bench_encounters)},
       {page.t("Op plekken, per week", "At places, a week"),
        count_cell(page, totals.place_encounters)},
       {page.t("Paren die elkaar ten minste twee keer per week treffen (k = ",
               "Pairs that meet at least twice a week (k = ") +
            text(kappas + ")"),
        text(repeated)}},
      "facts tiles");
  if (totals.drawn < 1) {
    page.paragraph(text(fmt::format(
        fmt::runtime(page.plain(
            "Van alle paren is {} door loting gekozen en uitgerekend. Door de loting kan het "
            "middelste getal ongeveer {} hoger of lager uitvallen (de standaardfout).",
            "Of the pairs {} were worked out, drawn by lot. The standard "
            "error of the middle number is {}.")),
        percentage(totals.drawn, page.lang()),
        format_number(totals.repeated[1].standard_error, 0, page.lang()))));
  }
  if (found.people_off_streets > 0 || found.places_off_streets > 0) {
    page.paragraph(text(fmt::format(
        fmt::runtime(page.plain("Buiten het model vielen {} mensen en {} plekken: er is geen "
                                "straat in de buurt.",
                                "Left out of the model were {} people and {} places: no street is "
                                "near.")),
        format_number(found.people_off_streets, 0, page.lang()), found.places_off_streets)));
  }
}

// Streets by name, so that a long one is one row: encounters added up over its links.
void write_streets(Page& page, const ToldWijk& told, const WijkEncounters& found) {
  struct Of {
    double encounters = 0, walks = 0;
    std::vector<double> mix;
  };
  const StreetNetwork& network = *told.result.ground->network;
  std::map<std::string, Of> by_name;
  for (std::size_t l = 0; l < found.streets.size(); ++l) {
    const Street& street = (*told.wijk.streets)[static_cast<std::size_t>(network.links[l].street)];
    const StreetMeetings& own = found.streets[l];
    Of& of = by_name[told.names.label(to_string(street.id), page.lang())];
    of.encounters += own.encounters;
    if (own.walks > of.walks) {
      of.walks = own.walks;
      of.mix = own.mix;
    }
  }
  std::vector<std::pair<std::string, Of>> streets(by_name.begin(), by_name.end());
  std::stable_sort(streets.begin(), streets.end(), [](const auto& a, const auto& b) {
    return a.second.encounters > b.second.encounters;
  });
  if (streets.size() > kMostStreetRows) streets.resize(kMostStreetRows);
  std::vector<std::vector<Html>> rows;
  for (const auto& [name, of] : streets) {
    rows.push_back({said(name), count_cell(page, of.encounters), count_cell(page, of.walks),
                    mix_cell(page, found, of.mix)});
  }
  page.table(
      page.t("Tien straten waar het model de meeste ontmoetingen in het voorbijgaan verwacht",
             "Streets with the most encounters in passing"),
      {{page.plain("straat", "street")},
       {page.plain("ontmoetingen per week", "encounters a week"), true},
       {page.plain("wandelingen per week, drukste deel", "walks a week, busiest part"), true},
       {page.plain("wie er lopen, drukste deel", "who walks, busiest part")}},
      rows, "dense");
}

void write_place_rows(Page& page, const ToldWijk& told, const WijkEncounters& found) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < found.places.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return found.places[a].encounters > found.places[b].encounters;
  });
  if (order.size() > kMostStreetRows) order.resize(kMostStreetRows);
  std::vector<std::vector<Html>> rows;
  for (const std::size_t i : order) {
    const WijkPlaceMeetings& own = found.places[i];
    rows.push_back(
        {said(told.names.label(to_string(found.place_ids[i]), page.lang())),
         count_cell(page, own.visits), count_cell(page, own.encounters),
         own.repeated_share ? text(percentage(*own.repeated_share, page.lang())) : text("–"),
         mix_cell(page, found, own.mix), optional_cell(page, own.bridging)});
  }
  page.table(
      page.t(
          "Tien plekken waar het model de meeste ontmoetingen verwacht; geen oordeel over de plek",
          "Places with the most encounters"),
      {{page.plain("plek", "place")},
       {page.plain("bezoeken per week", "visits a week"), true},
       {page.plain("ontmoetingen per week", "encounters a week"), true},
       {page.plain("waarvan herhaald", "of which repeated"), true},
       {page.plain("wie er komen", "who comes")},
       {page.plain("hoe gemengd (1 = zoals de hele wijk)", "mixed (1: as the wijk)"), true}},
      rows, "dense");
}

void write_familiar(Page& page, const ToldWijk& told, const WijkEncounters& found) {
  std::vector<std::vector<Html>> rows;
  const auto row = [&](Html name, const FamiliarOthers& own) {
    rows.push_back({std::move(name), count_cell(page, own.people),
                    count_cell(page, own.mean.own, 1), count_cell(page, own.mean.other, 1),
                    count_cell(page, own.fifth, 1)});
  };
  for (const BuurtMeetings& buurt : found.buurten) {
    row(buurt.code.empty() ? page.t("in geen buurt", "in no buurt")
                           : said(told.names.label(buurt.code, page.lang())),
        buurt.familiar);
  }
  for (const WijkGroupMeetings& group : found.groups) row(page.t(group.name), group.familiar);
  page.table(page.t("Vertrouwde anderen: hoeveel mensen iemand naar verwachting ten minste twee "
                    "keer per week treft",
                    "Familiar others: how many people someone is expected to meet at least twice "
                    "a week"),
             {{page.plain("buurt of groep", "buurt or group")},
              {page.plain("mensen", "people"), true},
              {page.plain("uit de eigen groep", "of the own group"), true},
              {page.plain("uit een andere groep", "of another group"), true},
              {page.plain("laagste vijfde, hoogstens", "lowest fifth, at most"), true}},
             rows, "dense");
}

void write_assumptions(Page& page, const WijkEncounters& found) {
  std::vector<std::vector<Html>> rows;
  for (const UsedAssumption& one : found.used) {
    rows.push_back({page.t(one.name),
                    text(format_short(one.value, 3, page.lang()) +
                         (one.unit.empty() ? "" : " " + in_words(one.unit, page.lang()))),
                    one.source.empty() ? page.t("aanname", "assumption") : said(one.source)});
  }
  page.table(page.t("Getallen waar dit op rust", "Numbers that this rests on"),
             {{page.plain("getal", "number")},
              {page.plain("waarde", "value"), true},
              {page.plain("bron", "source")}},
             rows, "dense");
  std::vector<Html> taken, limits;
  for (const Text& one : found.taken) taken.push_back(page.t(one));
  for (const Text& one : found.limits) limits.push_back(page.t(one));
  page.list(taken);
  page.paragraph(tag("strong", page.t("Grenzen van dit model", "Limits of this model")));
  page.list(limits);
}

}  // namespace

void write_wijk_meetings(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-meetings", page.t("Wie kunnen elkaar treffen", "Who may meet"));
  const auto& encounters = told.result.encounters;
  if (!encounters || !told.result.ground->network) {
    page.paragraph(
        page.t("Niet te bepalen: er zijn geen straten, geen woningen of geen plekken gegeven.",
               "Cannot be determined: no streets, no homes or no places were given."));
    return;
  }
  page.paragraph(page.t(
      "Dit zijn modelcijfers: wie gaat waarheen, langs welke straat, en wie is er tegelijk. Zij "
      "zeggen welke kans de wijk geeft, niet hoe vaak mensen elkaar echt spreken. Alleen "
      "verschillen tussen varianten zeggen iets.",
      "These are model figures: who goes where, along which street, and who is there at the same "
      "time. They say what chance the wijk gives, not how often people really talk. Only "
      "differences between variants mean anything."));
  write_totals(page, *encounters);
  WijkMapOptions options;
  StreetColours heat{
      told.result.ground->network.get(),
      {},
      {"Ontmoetingen per week per 100 m straat", "Encounters a week per 100 m of street"}};
  for (std::size_t l = 0; l < encounters->streets.size(); ++l) {
    const double metres = told.result.ground->network->links[l].length;
    heat.per_link.push_back(metres > 0 ? 100 * encounters->streets[l].encounters / metres
                                       : std::nan(""));
  }
  options.title = {"Waar wandelingen elkaar kruisen", "Where walks cross"};
  options.finding = {
      "Hoe breder de lijn, hoe meer mensen elkaar er naar verwachting in het voorbijgaan treffen. "
      "De straten met de meeste ontmoetingen staan in de tabel.",
      "The wider the line, the more people are expected to meet there in passing. The streets with "
      "the most encounters are in the table."};
  options.shows = std::move(heat);
  write_wijk_figure(page, told, "wijk-map-meetings", options);
  write_streets(page, told, *encounters);
  write_place_rows(page, told, *encounters);
  write_familiar(page, told, *encounters);
  write_assumptions(page, *encounters);
}

}  // namespace trefpunt

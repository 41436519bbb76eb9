// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "encounter/wijk_encounters.h"
#include "report/html_wijk.h"

namespace trefpunt {

namespace {

// Of the meeting places that lie in each buurt.
std::vector<int> places_in(const ToldWijk& told) {
  std::vector<int> counts(told.buurten.size(), 0);
  for (const WijkPlace& place : *told.wijk.places) {
    if (!is_meeting_place(place)) continue;
    for (std::size_t b = 0; b < told.buurten.size(); ++b) {
      if (!contains(told.area(told.buurten[b]), place.at)) continue;
      ++counts[b];
      break;
    }
  }
  return counts;
}

const BuurtMeetings* meetings_of(const ToldWijk& told, const std::string& code) {
  if (!told.result.encounters) return nullptr;
  for (const BuurtMeetings& one : told.result.encounters->buurten) {
    if (one.code == code && one.familiar.people > 0) return &one;
  }
  return nullptr;
}

void write_table(Page& page, const ToldWijk& told) {
  const CategoryAccess* meeting = told.result.access && !told.result.access->categories.empty()
                                      ? &told.result.access->categories.front()
                                      : nullptr;
  const std::vector<GroundFigures> ground = ground_of(told);
  const std::vector<int> places = told.wijk.places ? places_in(told) : std::vector<int>();
  std::vector<std::vector<Html>> rows;
  for (std::size_t b = 0; b < told.buurten.size(); ++b) {
    const StatisticalArea& area = told.area(told.buurten[b]);
    std::optional<AccessCell> homes, older;
    if (meeting) {
      const std::vector<int>& areas = told.result.access->areas;
      const auto found = std::find(areas.begin(), areas.end(), told.buurten[b]);
      if (found != areas.end()) {
        const auto cell = static_cast<std::size_t>(found - areas.begin());
        homes = meeting->cells[static_cast<std::size_t>(HomeGroup::Homes)][cell];
        older = meeting->cells[static_cast<std::size_t>(HomeGroup::Older)][cell];
      }
    }
    const auto& people = area.figures.inhabitants;
    const bool has_stay = told.wijk.open_spaces && !ground.empty() && people && *people > 0;
    const BuurtMeetings* meetings = meetings_of(told, area.code);
    rows.push_back(
        {buurt_cell(told, told.buurten[b]), people ? count_cell(page, *people) : not_known(page),
         told.wijk.places ? count_cell(page, places[b]) : not_known(page), share_cell(page, homes),
         share_cell(page, older), fifth_cell(page, homes),
         has_stay ? count_cell(page, ground[b].stay_m2 / *people, 1) : not_known(page),
         meetings ? count_cell(page, meetings->familiar.mean.own + meetings->familiar.mean.other, 1)
                  : not_known(page),
         meetings ? count_cell(page, meetings->familiar.fifth, 1) : not_known(page)});
  }
  page.table(page.t("Per buurt, op volgorde van de code", "Per buurt, in the order of the code"),
             {{page.plain("buurt", "buurt")},
              {page.plain("inwoners", "inhabitants"), true},
              {page.plain("ontmoetingsplekken", "meeting places"), true},
              {page.plain("woningen met een plek op loopafstand",
                          "homes with a place within walking distance"),
               true},
              {page.plain("65-plussers met een plek op loopafstand",
                          "people of 65 and over with a place within walking distance"),
               true},
              {page.plain("slechtst bediende vijfde (m)", "worst-served fifth (m)"), true},
              {page.plain("grond om te verblijven per inwoner (m²)",
                          "ground to stay on per inhabitant (m²)"),
               true},
              {page.plain("vertrouwde anderen, gemiddeld", "familiar others, mean"), true},
              {page.plain("vertrouwde anderen, laagste vijfde hoogstens",
                          "familiar others, lowest fifth at most"),
               true}},
             rows, "dense");
}

void write_limits(Page& page, const ToldWijk& told) {
  page.heading(3, "", page.t("Wat deze bijlage niet zegt", "What this annex does not say"));
  std::vector<Html> limits = {
      page.t("Zij gaat over de kans om elkaar te ontmoeten, niet over eenzaamheid. Voor genoeg "
             "contact bestaat geen norm.",
             "It is about the opportunity to meet, not about loneliness. No norm for enough "
             "contact exists."),
      page.t("Zij geeft buurten geen eindcijfer en geen rangorde. Een lage waarde zegt iets over "
             "straten "
             "en plekken, niet over bewoners.",
             "It does not grade buurten against each other. A low value says something of streets "
             "and places, not of residents."),
      page.t("Een plek die niet in de lagen staat, telt niet mee. Of mensen zich ergens welkom of "
             "veilig voelen, is niet gemeten.",
             "A place that is not in the layers does not count. Whether people feel welcome or "
             "safe somewhere is not measured."),
      page.t("Cijfers over bewoners gelden voor een hele buurt en zijn gelijk over de woningen "
             "verdeeld.",
             "Figures of residents hold for a whole buurt and are spread evenly over its homes."),
  };
  std::string missing;
  const auto add = [&](const auto& layer, const char* nl, const char* en) {
    if (!layer) missing += (missing.empty() ? "" : ", ") + page.plain(nl, en);
  };
  add(told.wijk.streets, "straten", "streets");
  add(told.wijk.homes, "woningen", "homes");
  add(told.wijk.places, "plekken", "places");
  add(told.wijk.furnishings, "banken, haltes en toiletten", "benches, stops and toilets");
  add(told.wijk.open_spaces, "open ruimte", "open space");
  add(told.wijk.footprints, "gebouwen", "buildings");
  if (!missing.empty()) {
    limits.push_back(page.t("Deze lagen zijn niet gegeven en dus onbekend: ",
                            "These layers were not given and so are unknown: ") +
                     text(missing + "."));
  }
  if (told.result.encounters) {
    for (const Text& limit : told.result.encounters->limits) limits.push_back(page.t(limit));
  }
  page.list(limits);
}

}  // namespace

void write_vision_annex(Page& page, const ReportModel& model) {
  if (!has_vision_annex(model)) return;
  const std::optional<ToldWijk> told = tell_wijk(model);
  page.raw("<section class=\"new-page\">\n");
  write_part_heading(page, "vision");
  const std::string name = squeeze(told->wijk.name);
  page.paragraph(
      tag("strong", page.t("De vraag. ", "The question. ")) + page.t("Waar in ", "Where in ") +
      (name.empty() ? page.t("de wijk", "the wijk") : said(name)) +
      page.t(" kunnen bewoners te voet een plek bereiken om elkaar te ontmoeten, waar niet, en "
             "hoeveel ruimte is er buiten om te blijven?",
             " can residents reach a place to meet on foot, where can they not, and how much room "
             "is there outdoors to stay?"));
  if (told->result.access && !told->result.access->categories.empty()) {
    write_wijk_figure(page, *told, "vision-map",
                      left_out_map(*told, told->result.access->categories.front(), page.lang()));
  }
  write_table(page, *told);
  write_limits(page, *told);
  page.paragraph(
      page.t("De lagen, bronnen en aannamen staan in ", "Layers, sources and assumptions are in ") +
      link_to("wijk", page.t("het deel over de wijk", "the part about the wijk")) + text("."));
  page.raw("</section>\n");
}

}  // namespace trefpunt

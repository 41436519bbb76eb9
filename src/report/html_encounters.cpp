// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "base/index.h"
#include "report/drawing_scene.h"
#include "report/encounter_maps.h"
#include "report/html_parts.h"

namespace trefpunt {

namespace {

// What the section writes about.
struct Told {
  const Programme& programme;
  const Building& building;
  const EncounterResult& result;
  const Encounters& found;
  PlanNames names;

  Html role(int r) const { return said(programme.roles[at(r)].name); }
  Html place(int storey, int space) const {
    const Space& what = building.storeys[at(storey)]->spaces[at(space)];
    return said(what.number.empty() ? what.name : what.number + " " + what.name);
  }
};

Html number(const Page& page, double value, int decimals) {
  return text(format_number(value, decimals, page.lang()));
}

Html with_interval(const Page& page, const Estimate& estimate, int decimals, bool is_simulated) {
  Html words = number(page, estimate.value, decimals);
  if (!is_simulated) return words;
  return words + text(fmt::format(" ({}–{})", format_number(estimate.low, decimals, page.lang()),
                                  format_number(estimate.high, decimals, page.lang())));
}

Html wish_words(const Page& page, Wish wish) {
  switch (wish) {
    case Wish::Wanted:
      return page.t("gewenst", "wanted");
    case Wish::Unwanted:
      return page.t("ongewenst", "unwanted");
    case Wish::Neutral:
      break;
  }
  return page.t("neutraal", "neutral");
}

void write_what_it_is(Page& page, const Told& told) {
  page.paragraph(page.t(
      "Deze cijfers komen uit een model van wie er is, wanneer, en waarheen men loopt. Het zijn "
      "modelcijfers: ze zeggen welke kans de plattegrond geeft, niet hoe vaak mensen elkaar echt "
      "spreken. Alleen verschillen tussen varianten zeggen iets.",
      "These figures come from a model of who is there, when, and where people walk. They are "
      "model figures: they say what chance the plan gives, not how often people really talk. "
      "Only differences between variants are news."));
  page.paragraph(page.t(
      "In een echte verpleegafdeling ordenden eenvoudige maten van de plattegrond de plekken matig "
      "naar "
      "het aantal verschillende paren dat elkaar er trof (samenhang van de volgorde ongeveer 0,5, "
      "waarbij 1 dezelfde volgorde is en 0 geen verband), en naar de minuten helemaal niet. De "
      "plattegrond maakt de verscheidenheid, het programma maakt de tijd.",
      "In a real ward simple measures of the plan ranked places moderately by the number of "
      "different "
      "pairs that met there (rank correlation about 0.5), and by minutes not at all. The plan "
      "makes the "
      "variety, the programme makes the time."));
  if (told.found.weeks > 0) {
    page.paragraph(text(fmt::format(
        fmt::runtime(page.plain(
            "Nagebootst: {} weken. Tussen haakjes staat waar de verwachte waarde met 95% zekerheid "
            "tussen ligt. De formule geeft samen {} ontmoetingen per week, de "
            "nabootsing {} ({}–{}).",
            "Simulated: {} weeks. The 95% interval of the expected value stands in "
            "brackets. The formula gives {} encounters a week in all, the "
            "simulation {} ({}–{}).")),
        told.found.weeks, format_number(told.result.formula->total.value, 0, page.lang()),
        format_number(told.found.total.value, 0, page.lang()),
        format_number(told.found.total.low, 0, page.lang()),
        format_number(told.found.total.high, 0, page.lang()))));
  }
}

void write_privacy(Page& page, const Told& told) {
  page.heading(3, "encounter-privacy",
               page.t("Privacy: wie kijkt binnen of komt langs de deur",
                      "Privacy: who looks in or passes the door"));
  struct OfRoom {
    int storey = 0, space = 0;
    double view = 0, shut = 0, door = 0;
    int role = 0;
    double most = -1;
  };
  std::vector<OfRoom> rooms;
  for (const PrivacyCost& cost : *told.result.privacy) {
    if (rooms.empty() || rooms.back().storey != cost.storey || rooms.back().space != cost.space) {
      rooms.push_back({cost.storey, cost.space});
    }
    OfRoom& room = rooms.back();
    room.view += cost.in_view_min;
    room.shut += cost.in_view_shut_min;
    room.door += cost.at_door_min;
    if (cost.in_view_min + cost.at_door_min > room.most) {
      room.most = cost.in_view_min + cost.at_door_min;
      room.role = cost.role;
    }
  }
  if (rooms.empty()) {
    page.paragraph(
        page.t("Volgens het model komt niemand die er niets te zoeken heeft in zicht van een "
               "kamer of langs een kamerdeur.",
               "In the model nobody without business there comes in view of a room or past "
               "its door."));
    return;
  }
  std::stable_sort(rooms.begin(), rooms.end(), [](const OfRoom& a, const OfRoom& b) {
    return a.view + a.door > b.view + b.door;
  });
  page.paragraph(text(
      fmt::format(fmt::runtime(page.plain(
                      "Bij {} kamers staan of lopen mensen die er niets te zoeken hebben in zicht "
                      "van de kamer of langs de deur. De tabel geeft de {} meest geraakte.",
                      "At {} rooms people who have no business there stand or walk in view of the "
                      "room or past its door. The table gives the {} most affected.")),
                  rooms.size(), std::min<std::size_t>(rooms.size(), 10))));
  if (rooms.size() > 10) rooms.resize(10);
  std::vector<std::vector<Html>> rows;
  for (const OfRoom& room : rooms) {
    rows.push_back({told.place(room.storey, room.space), number(page, room.view, 0),
                    number(page, room.shut, 0), number(page, room.door, 0), told.role(room.role)});
  }
  page.table(page.t("Minuten per week, alle mensen samen", "Minutes per week, all people together"),
             {{page.plain("kamer", "room")},
              {page.plain("in zicht, deuren open", "in view, doors open"), true},
              {page.plain("in zicht, deuren dicht", "in view, doors shut"), true},
              {page.plain("langs de deur (2 m)", "past the door (2 m)"), true},
              {page.plain("vooral door", "mostly by")}},
             rows);
}

void write_pairs(Page& page, const Told& told) {
  page.heading(3, "encounter-pairs", page.t("Wie met wie", "Who with whom"));
  page.paragraph(text(fmt::format(
      fmt::runtime(page.plain(
          "Per paar mensen: verwachte ontmoetingen per week, en de kans dat zij elkaar op ten "
          "minste {} "
          "dagen treffen waar men kan blijven staan of zitten, binnen de dagen die bij hun zorg of "
          "werk "
          "horen. De kans staat er drie keer, omdat niemand weet hoe ongelijk ontmoetingen over "
          "paren "
          "verdeeld zijn: k = 0,2 (zeer ongelijk), 1 en oneindig (gelijk). Er hoort geen drempel "
          "bij.",
          "Per pair of people: expected encounters a week, and the chance that they meet on at "
          "least {} "
          "days where one can stop or sit, within the days that go with their care or work. The "
          "chance "
          "stands there three times, because nobody knows how unevenly encounters are spread over "
          "pairs: k = 0.2 (very uneven), 1 and infinite (even). No threshold belongs to it.")),
      told.result.model->times)));
  std::vector<const RolePair*> pairs;
  for (const RolePair& pair : told.found.pairs) {
    if (pair.pairs > 0) pairs.push_back(&pair);
  }
  const auto wish = [&](const RolePair& pair) {
    return told.programme.wish(told.programme.roles[at(pair.a)].id,
                               told.programme.roles[at(pair.b)].id);
  };
  const auto order = [&](const RolePair& pair) {  // what was asked for first
    return wish(pair) == Wish::Wanted ? 0 : wish(pair) == Wish::Unwanted ? 1 : 2;
  };
  std::stable_sort(pairs.begin(), pairs.end(), [&](const RolePair* a, const RolePair* b) {
    if (order(*a) != order(*b)) return order(*a) < order(*b);
    return a->per_week.value > b->per_week.value;
  });
  std::vector<std::vector<Html>> rows;
  for (const RolePair* pair : pairs) {
    if (rows.size() >= 24 && order(*pair) == 2) break;
    std::string repeated;  // all three in one cell that does not break
    for (const double chance : pair->repeated_stop) {
      if (!repeated.empty()) repeated += "\u00a0\u00b7\u00a0";
      repeated += format_number(chance, 2, page.lang());
    }
    rows.push_back({told.role(pair->a) + text(" – ") + told.role(pair->b),
                    wish_words(page, wish(*pair)),
                    with_interval(page, pair->per_week, 2, told.found.weeks > 0),
                    number(page, pair->days, 0), text(repeated)});
  }
  page.table(
      page.t("Gewenste en ongewenste paren eerst; daarna de paren die elkaar het meest treffen",
             "Wanted and unwanted pairs first; then those that meet most"),
      {{page.plain("twee mensen", "two people")},
       {page.plain("bedoeling", "wish")},
       {page.plain("ontmoetingen per week", "encounters per week"), true},
       {page.plain("dagen", "days"), true},
       {page.plain("herhaald (k = 0,2 · 1 · ∞)", "repeated (k = 0.2 · 1 · ∞)"), true}},
      rows);
}

void write_roles(Page& page, const Told& told) {
  std::vector<std::vector<Html>> rows;
  for (std::size_t r = 0; r < told.programme.roles.size(); ++r) {
    const RoleMeetings& role = told.found.roles[r];
    rows.push_back({told.role(static_cast<int>(r)), number(page, told.programme.roles[r].count, 0),
                    number(page, role.familiar, 1), number(page, role.familiar_own, 1),
                    number(page, role.walk_m_per_day, 0)});
  }
  page.table(
      page.t("Vertrouwde anderen (herhaald getroffen, k = 1) staan naast de loopafstand: een "
             "langere weg is geen winst op zich",
             "Familiar others (met repeatedly, k = 1) stand beside the distance walked: a longer "
             "way is no gain in itself"),
      {{page.plain("rol", "role")},
       {page.plain("mensen", "people"), true},
       {page.plain("vertrouwde anderen", "familiar others"), true},
       {page.plain("van de eigen rol", "of the own role"), true},
       {page.plain("lopen per dag (m)", "walking per day (m)"), true}},
      rows);
  if (told.found.bridging && told.found.ei_index) {
    page.paragraph(text(
        fmt::format(fmt::runtime(page.plain(
                        "Van de herhaalde paren verbindt {} keer zo veel twee rollen als bij "
                        "willekeurige paren; de E-I-index is {} (−1: alleen binnen de eigen rol, "
                        "1: alleen daarbuiten).",
                        "Of the repeated pairs {} times as many join two roles as among random "
                        "pairs; the E-I index is {} (−1: only within the own role, 1: only "
                        "outside).")),
                    format_number(*told.found.bridging, 2, page.lang()),
                    format_number(*told.found.ei_index, 2, page.lang()))));
  }
}

void write_places(Page& page, const ReportModel& model, const Told& told) {
  page.heading(3, "encounter-places", page.t("Waar", "Where"));
  page.paragraph(page.t(
      "Drie verschillende dingen, die niet bij elkaar op te tellen zijn: het aantal verwachte "
      "ontmoetingen, de minuten die mensen er samen zijn, en het aantal verschillende paren dat "
      "elkaar er in een week treft. De drukte staat ernaast: een knelpunt is geen verdienste.",
      "Three different things that do not add up: the number of expected encounters, the minutes "
      "that people are there together, and the number of different pairs that meet there in a "
      "week. Crowding stands beside them: a bottleneck is no merit."));
  for (const EncounterMap map : {EncounterMap::DistinctPairs, EncounterMap::Encounters}) {
    page.raw("<div class=\"plans\">\n");
    const std::vector<Html> not_drawn = write_small_plans(
        page, model, encounter_outcome(told.building, told.found, map), encounter_info(map));
    for (const Html& finding : not_drawn) page.paragraph(finding);
    page.raw("</div>\n");
  }
  std::vector<PlaceMeetings> places = told.found.places;
  std::stable_sort(places.begin(), places.end(),
                   [](const PlaceMeetings& a, const PlaceMeetings& b) {
                     return a.distinct_pairs > b.distinct_pairs;
                   });
  std::vector<std::vector<Html>> rows;
  for (const PlaceMeetings& place : places) {
    if (place.space < 0 || rows.size() >= 20) continue;
    rows.push_back({told.place(place.storey, place.space), number(page, place.distinct_pairs, 1),
                    number(page, place.encounters.value, 1), number(page, place.passings, 1),
                    number(page, place.minutes, 0), number(page, place.peak, 1),
                    place.can_stop ? page.t("ja", "yes") : page.t("nee", "no")});
  }
  page.table(page.t("De plekken waar in een week de meeste verschillende paren elkaar treffen",
                    "The places where most different pairs meet in a week"),
             {{page.plain("plek", "place")},
              {page.plain("verschillende paren", "different pairs"), true},
              {page.plain("ontmoetingen bij verblijf", "encounters while staying"), true},
              {page.plain("in het voorbijgaan", "in passing"), true},
              {page.plain("minuten samen", "minutes together"), true},
              {page.plain("mensen op het drukst", "people at the peak"), true},
              {page.plain("kan men blijven staan", "can one stop")}},
             rows);
}

void write_sensitivity(Page& page, const Told& told) {
  if (!told.result.sensitivity) return;
  const Tornado& tornado = *told.result.sensitivity;
  page.heading(3, "encounter-sensitivity",
               page.t("Hoe gevoelig de uitkomst is", "How sensitive the outcome is"));
  page.paragraph(text(fmt::format(
      fmt::runtime(page.plain(
          "Het verwachte aantal herhaalde paren waar men kan blijven staan (formule, k = 1) is {}. "
          "De "
          "tabel geeft dat getal als één aanname 25% lager of hoger is. Een verschil tussen twee "
          "varianten heet pas ‘robuust’ als de volgorde in ten minste 90% van de doorrekeningen "
          "standhoudt; dit rapport gaat over één variant en zegt daar dus niets over.",
          "The expected number of repeated pairs where one can stop (formula, k = 1) is {}. The "
          "table "
          "gives that number with one assumption 25% lower or higher. A difference between two "
          "variants "
          "is called ‘robust’ only when their order holds in at least 90% of the runs; this report "
          "is "
          "about one variant and says nothing of that.")),
      format_number(tornado.base, 1, page.lang()))));
  std::vector<std::vector<Html>> rows;
  for (const Tornado::Row& row : tornado.rows) {
    rows.push_back({page.t(row.name), number(page, row.low, 1), number(page, row.high, 1)});
  }
  page.table(page.t("Herhaalde paren bij een andere aanname, de gevoeligste eerst",
                    "Repeated pairs under another assumption, the most sensitive first"),
             {{page.plain("aanname", "assumption")},
              {page.plain("25% lager", "25% lower"), true},
              {page.plain("25% hoger", "25% higher"), true}},
             rows);
}

void write_assumptions(Page& page, const Told& told) {
  page.heading(3, "encounter-assumptions", page.t("Aannamen en grenzen", "Assumptions and limits"));
  std::vector<std::vector<Html>> rows;
  const auto source_of = [&](const std::string& source) {
    return source.empty() ? page.t("aanname zonder bron", "assumption without a source")
                          : said(source);
  };
  const auto add = [&](const Html& what, const std::string& number_words,
                       const std::string& source) {
    rows.push_back({what, text(number_words), source_of(source)});
  };
  const auto value = [&](double number_value, int decimals, const char* unit) {
    return format_short(number_value, decimals, page.lang()) + " " + unit;
  };
  const EncounterRules& rules = told.programme.rules;
  add(page.t("samen op een plek telt vanaf", "together in a place counts from"),
      value(rules.overlap_min.value, 1, "min"), rules.overlap_min.source);
  add(page.t("elkaar opmerken binnen", "noticing each other within"),
      value(rules.sight_m.value, 1, "m"), rules.sight_m.source);
  add(page.t("naast elkaar lopen binnen", "walking beside each other within"),
      value(rules.beside_m.value, 1, "m"), rules.beside_m.source);
  add(page.t("spreiding van routekeuze", "spread of route choice"),
      value(rules.detour.value, 2, ""), rules.detour.source);
  add(page.t("deel dat elkaar opmerkt", "share that notices"), value(rules.notice.value, 2, ""),
      rules.notice.source);
  for (const Role& role : told.programme.roles) {
    add(said(role.name),
        fmt::format(
            fmt::runtime(page.plain("{} mensen, {} m/s, {} dagen", "{} people, {} m/s, {} days")),
            role.count, format_short(role.speed, 2, page.lang()),
            format_short(role.window_days, 0, page.lang())),
        role.source);
    for (const Errand& errand : role.errands) {
      add(said(role.name) + text(": ") + said(errand.id),
          fmt::format(fmt::runtime(page.plain("{} keer per dag, {} min", "{} times a day, {} min")),
                      format_short(errand.per_day, 2, page.lang()),
                      format_short(errand.dwell_min, 1, page.lang())),
          errand.source);
    }
  }
  page.table(page.t("Elk getal waarmee gerekend is, en waar het vandaan komt",
                    "Every number that was used, and where it comes from"),
             {{page.plain("wat", "what")},
              {page.plain("waarde", "value")},
              {page.plain("bron", "source")}},
             rows);
  std::vector<Html> limits = {
      page.t("Het model kent geen voorkeur, vermijding, weer, veiligheid of cultuur.",
             "The model knows no preference, avoidance, weather, safety or culture."),
      page.t("Mensen handelen los van elkaar; stellen en vaste groepjes doen dat niet, behalve de "
             "groepen in het programma.",
             "People act independently of each other; couples and cliques do not, but for the "
             "groups in "
             "the programme."),
      page.t("Alle weken zijn gelijk. De bezigheden van één dag staan los van elkaar.",
             "All weeks are alike. The errands of one day do not depend on each other."),
      page.t("Wie op een kamer slaapt, telt daar niet als ontmoeting; zorg aan bed ook niet.",
             "People who share a bedroom do not count as an encounter there; nor does care at the "
             "bed."),
      page.t(
          "Meer ontmoetingen zijn niet altijd beter: rust, besmetting en overprikkeling wegen mee.",
          "More encounters are not always better: rest, infection and overstimulation matter."),
  };
  for (const Text& text_of : told.result.model->assumptions) limits.push_back(page.t(text_of));
  page.list(limits);
}

}  // namespace

void write_encounters(Page& page, const ReportModel& model) {
  if (!model.result() || !model.result()->encounter) return;
  const EncounterResult& result = *model.result()->encounter;
  page.raw("<section>\n");
  write_part_heading(page, "encounters");
  if (result.refused) {
    page.paragraph(page.t("Het programma past niet op deze plattegrond. ",
                          "The programme does not fit this plan. ") +
                   page.t(result.refused->sentence));
  } else {
    const Told told{model.input.project.programme, *model.building(), result, *result.encounters,
                    PlanNames(*model.building())};
    write_what_it_is(page, told);
    write_privacy(page, told);
    write_pairs(page, told);
    write_roles(page, told);
    write_places(page, model, told);
    write_sensitivity(page, told);
    write_assumptions(page, told);
  }
  page.raw("</section>\n");
}

}  // namespace trefpunt

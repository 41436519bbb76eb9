// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_texts.h"

namespace trefpunt {

std::vector<UsedAssumption> used_assumptions(const WijkAssumptions& assumptions) {
  std::vector<UsedAssumption> used;
  const auto add = [&](const Text& name, const AssumedNumber& number, const char* unit) {
    used.push_back({name, number.value, unit, number.source});
  };
  const auto of = [](const Text& what, const Text& whom) {
    return Text{what.nl + ": " + whom.nl, what.en + ": " + whom.en};
  };
  for (const WijkGroup& group : assumptions.groups) {
    add(of({"loopt niet verder dan", "walks at most"}, group.name), group.radius, "m");
    add(of({"loopsnelheid", "walking speed"}, group.name), group.speed, "m/s");
    add(of({"deel van de bewoners (0-1), als de buurt geen cijfer heeft",
            "share of residents where the buurt does not know"},
           group.name),
        group.share, "1");
  }
  for (const WijkErrand& errand : assumptions.errands) {
    Text who{errand.group, errand.group};
    for (const WijkGroup& group : assumptions.groups) {
      if (group.id == errand.group) who = group.name;
    }
    const Text& where = name_of(errand.category);
    const Text whom{who.nl + ", " + where.nl, who.en + ", " + where.en};
    add(of({"keer per week heen", "trips a week"}, whom), errand.per_week, "per week");
    add(of({"blijft daar", "stays there"}, whom), errand.minutes, "min");
  }
  add({"uren per week waarin mensen op pad zijn", "hours a week in which people are about"},
      assumptions.hours_per_week, "h");
  add({"kans dat twee mensen op een plek elkaar opmerken",
       "chance that two people at a place notice each other"},
      assumptions.opportunity, "1");
  add({"verschil tussen paren in de kans om elkaar te treffen (kappa)", "frailty of pairs (kappa)"},
      assumptions.kappa, "1");
  add({"routes die hooguit zoveel keer de kortste zijn, tellen mee",
       "routes of at most so many times the shortest count"},
      assumptions.detour, "1");
  add({"hoe sterk de oppervlakte van een plek trekt (exponent)",
       "how strongly the area of a place attracts (exponent)"},
      assumptions.attraction, "1");
  add({"deel van de wandelingen van twee mensen in een straat dat elkaar tegemoet gaat",
       "share of two people's walks in a street that go in opposite directions"},
      assumptions.towards, "1");
  add({"tijd op een bank, gemiddeld over wie er langskomt",
       "time on a bench, mean over all who pass it"},
      assumptions.bench_minutes, "min");
  add({"personen per woning waar niets bekend is", "people per dwelling of which nothing is known"},
      assumptions.household, "1");
  return used;
}

const std::vector<Text>& wijk_encounter_limits() {
  static const std::vector<Text> kLimits = {
      {"Dit is de gelegenheid om elkaar te treffen, niet wat mensen doen: alleen verschillen "
       "tussen "
       "varianten zeggen iets.",
       "This is the opportunity to meet, not what people do: only differences between variants say "
       "something."},
      {"Niemand zoekt of mijdt hier iemand. Weer, veiligheid, drukte en cultuur spelen niet mee.",
       "Nobody seeks or avoids anybody here. Weather, safety, crowding and culture play no part."},
      {"Mensen gaan los van elkaar op pad. Huisgenoten tellen niet als ontmoeting, maar vrienden "
       "en "
       "groepen die samen lopen zijn niet bekend.",
       "People set out independently. Members of a household do not count as an encounter, but "
       "friends and groups that walk together are not known."},
      {"Elke week is gelijk, en binnen de uren waarin mensen op pad zijn is elk moment even druk.",
       "All weeks are alike, and within the hours in which people are about every moment is as "
       "busy."},
      {"Mensen lopen altijd dezelfde korte routes, te voet, van huis naar één plek en terug.",
       "People always walk the same short routes, from home to one place and back."},
      {"Wie van buiten de wijk komt, telt niet mee; wie voor iets buiten de wijk moet zijn ook "
       "niet.",
       "Who comes from outside is not counted, nor is who goes outside for something."},
      {"Naar een soort plek die niet bij een groep in de tabel staat, gaat die groep hier nooit. "
       "0% "
       "zegt dus niets over echte bezoekers.",
       "A group never goes to a kind of place that the table does not list for it. So 0% says "
       "nothing "
       "of real visitors."},
      {"Elkaar herkennen vraagt geheugen en een zichtbaar gezicht; het model kent geen van beide.",
       "Recognising each other takes memory and a face in view; the model knows neither."},
      {"Meer ontmoeting is niet altijd beter: denk aan privacy, besmetting en te veel prikkels.",
       "More encounters are not always better: think of privacy, infection and too many stimuli."},
  };
  return kLimits;
}

}  // namespace trefpunt

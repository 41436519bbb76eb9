// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

bool is_social(PlaceCategory category) {
  switch (category) {
    case PlaceCategory::CommunityCentre:
    case PlaceCategory::Library:
    case PlaceCategory::Worship:
    case PlaceCategory::School:
    case PlaceCategory::Childcare:
    case PlaceCategory::Sport:
    case PlaceCategory::Culture:
    case PlaceCategory::Care:
      return true;
    default:
      return false;
  }
}

Result<Outcome> evaluate_multi_use_share(const WijkScene& scene, Job&, Outcome outcome) {
  const Text not_known{
      "Van een deel van de voorzieningen is niet bekend hoeveel groepen ze gebruiken.",
      "It is not known of facilities how many groups use them."};
  Tally whole;
  for (const WijkPlace& place : *scene.wijk().places) {
    if (!is_social(place.category)) continue;
    YesNo own = YesNo::Unknown;
    if (place.user_groups) {
      own = *place.user_groups >= scene.parameter("groups") ? YesNo::Yes : YesNo::No;
    }
    whole.add(own);
    outcome.rows.push_back({to_string(place.id), value_of(own, not_known)});
    if (own == YesNo::No) outcome.places.push_back(place_at(to_string(place.id), place.at));
  }
  if (whole.total() == 0) {
    outcome.headline = NotComputed{{"In de laag ‘plekken’ staat geen maatschappelijke voorziening.",
                                    "There is no social facility in the layer 'places'."}};
  } else if (whole.unknown == whole.total()) {
    outcome.headline = NotComputed{not_known};
  } else {
    outcome.headline = whole.share(not_known);
  }
  return outcome;
}

}  // namespace

const WijkMeasure& multi_use_share() {
  static const WijkMeasureOf measure(
      {"multi_use_share",
       1,
       {"Voorzieningen met dubbel gebruik", "Facilities used for more than one thing"},
       {"deel van de voorzieningen (0-1)", "share of the facilities (0-1)"},
       2,
       {"Maatschappelijke voorzieningen die in verschillende dagdelen door twee of meer groepen "
        "worden gebruikt, gedeeld door alle.",
        "Social facilities that two or more groups use in different parts of the day, over all."},
       {{"groups",
         {"groepen", "groups"},
         2,
         {"Twee is het minste dat dubbel gebruik heet.",
          "Two is the least that can be called more than one."},
         {"Groepen, minstens", "Groups, at least"},
         1}},
       {},
       {"voorziening", "facility"},
       {"1 is ja, 0 is nee", "1 is yes, 0 is no"}},
      {kPlaces}, evaluate_multi_use_share);
  return measure;
}

}  // namespace trefpunt

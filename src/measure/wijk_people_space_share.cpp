// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/clip.h"
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

bool is_for_people(Ground ground) {
  return ground == Ground::Footway || ground == Ground::Pedestrian ||
         ground == Ground::LivingStreet || ground == Ground::Square;
}

bool is_street_ground(Ground ground) {
  return is_for_people(ground) || ground == Ground::Carriageway || ground == Ground::Parking ||
         ground == Ground::Cycleway;
}

struct StreetGround {
  double people = 0, all = 0, parking = 0, carriageway = 0;  // m2
  void add(Ground ground, double m2) {
    all += m2;
    if (is_for_people(ground)) people += m2;
    if (ground == Ground::Parking) parking += m2;
    if (ground == Ground::Carriageway || ground == Ground::LivingStreet) carriageway += m2;
  }
  Value share(double part) const {
    if (all > 0) return part / all;
    return NotComputed{{"In de laag ‘open ruimte’ staat hier geen straat.",
                        "There is no street in the layer 'open spaces' here."}};
  }
};

Result<Outcome> evaluate_people_space_share(const WijkScene& scene, Job& job, Outcome outcome) {
  StreetGround whole;
  std::map<int, StreetGround> per_buurt;
  const Wijk& wijk = scene.wijk();
  for (const OpenSpace& space : *wijk.open_spaces) {
    if (job.stopped()) return stopped();
    if (!is_street_ground(space.ground)) continue;
    whole.add(space.ground, area(space.polygon));
    if (!wijk.areas) continue;
    for (std::size_t a = 0; a < wijk.areas->size(); ++a) {
      if ((*wijk.areas)[a].level != AreaLevel::Buurt) continue;
      const auto part = common_area(space.polygon, (*wijk.areas)[a].parts);
      if (part) per_buurt[static_cast<int>(a)].add(space.ground, *part);
    }
  }
  if (whole.carriageway == 0) {
    outcome.headline = NotComputed{
        {"In de laag ‘open ruimte’ staat geen rijbaan, dus zijn dit niet de vlakken van de hele "
         "straat. Geef de wegdelen van de BGT.",
         "There is no carriageway in the layer 'open spaces', so these are not the surfaces of the "
         "whole street. Give the road parts of the BGT."}};
    return outcome;
  }
  outcome.headline = whole.share(whole.people);
  outcome.secondary["parking"] = whole.share(whole.parking);
  add_buurt_rows(scene, outcome, [&](int a) { return per_buurt[a].share(per_buurt[a].people); });
  return outcome;
}

}  // namespace

const WijkMeasure& people_space_share() {
  static const Text share{"deel van de straat (0-1)", "share of street area (0-1)"};
  static const WijkMeasureOf measure(
      {"people_space_share",
       1,
       {"Ruimte om te lopen en te verblijven", "Space for walking and staying"},
       share,
       2,
       {"Oppervlakte van voetpad, voetgangersgebied, woonerf en plein, gedeeld door die van alle "
        "straten met rijbaan, fietspad en parkeervlak erbij.",
        "Area of footway, pedestrian area, living street and square, over that of all streets, "
        "with carriageway, cycleway and parking."},
       {},
       {{"parking", {"Parkeervlak", "Parking"}, share}},
       {"buurt", "buurt"},
       share},
      {kOpenSpaces}, evaluate_people_space_share);
  return measure;
}

}  // namespace trefpunt

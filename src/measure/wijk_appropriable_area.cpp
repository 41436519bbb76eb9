// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/clip.h"
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "measure/wijk_residents.h"
#include "street/open_ground.h"

namespace trefpunt {

namespace {

struct Area {
  double certain = 0, possible = 0;
};

Value per_1000(const Area& area, std::optional<double> residents) {
  if (!residents) {
    return NotComputed{
        {"Het aantal inwoners is niet bekend.", "The number of residents is not known."}};
  }
  if (*residents <= 0) {
    return NotApplicable{{"Hier wonen geen mensen.", "Nobody lives here."}};
  }
  return between(
      1000 * area.certain / *residents, 1000 * area.possible / *residents,
      {"Van een deel van de plekken is niet bekend of bewoners ze mogen gebruiken en inrichten.",
       "For some places it is not known whether residents may use and furnish them."});
}

Result<Outcome> evaluate_appropriable_area(const WijkScene& scene, Job& job, Outcome outcome) {
  const Wijk& wijk = scene.wijk();
  Area whole;
  std::map<int, Area> per_buurt;
  double with_right = 0;
  for (const OpenSpace& space : *wijk.open_spaces) {
    if (job.stopped()) return stopped();
    const bool is_certain = space.user_right == true;
    if (!is_certain && (space.user_right || !may_stay_on(space))) continue;
    const auto add = [&](Area& to, double m2) {
      to.possible += m2;
      if (is_certain) to.certain += m2;
    };
    add(whole, area(space.polygon));
    if (is_certain) {
      ++with_right;
      outcome.places.push_back(place_at(to_string(space.id), label_point(space.polygon)));
    }
    if (!wijk.areas) continue;
    for (std::size_t a = 0; a < wijk.areas->size(); ++a) {
      if ((*wijk.areas)[a].level != AreaLevel::Buurt) continue;
      const auto part = common_area(space.polygon, (*wijk.areas)[a].parts);
      if (part) add(per_buurt[static_cast<int>(a)], *part);
    }
  }
  outcome.headline = per_1000(whole, residents_of(scene));
  outcome.secondary["places"] = with_right;
  add_buurt_rows(scene, outcome,
                 [&](int a) { return per_1000(per_buurt[a], residents_of(scene, a)); });
  outcome.assumptions.push_back(
      {"Alleen een plek om te verblijven kan meetellen zolang niets over het gebruik is vermeld.",
       "Only a place to stay may count as long as nothing is stated about its use."});
  return outcome;
}

}  // namespace

const WijkMeasure& appropriable_area() {
  static const Text unit{"m² per 1.000 inwoners", "m² per 1,000 residents"};
  static const WijkMeasureOf measure(
      {"appropriable_area",
       1,
       {"Ruimte die bewoners zich eigen mogen maken", "Space that residents may make their own"},
       unit,
       0,
       {"Oppervlakte die bewoners mogen gebruiken en inrichten, per 1.000 inwoners.",
        "Area that residents may use and furnish, per 1,000 residents."},
       {},
       {{"places", {"Aantal zulke plekken", "Number of such places"}, {"", ""}}},
       {"buurt", "buurt"},
       unit},
      {kOpenSpaces}, evaluate_appropriable_area);
  return measure;
}

}  // namespace trefpunt

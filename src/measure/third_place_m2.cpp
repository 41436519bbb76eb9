// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/third_place_m2.h"

#include <algorithm>

#include "measure/places.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

bool says_nothing(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

YesNo is_open(const Space& space) {
  if (space.access == Access::Public) return YesNo::Yes;
  return space.access == Access::Unknown ? YesNo::Unknown : YesNo::No;
}

// What surely counts, and what counts when all that is unknown is open.
struct Bounds {
  double low = 0, high = 0;
  void add(YesNo answer, double what) {
    if (answer == YesNo::Yes) low += what;
    if (answer != YesNo::No) high += what;
  }
};

}  // namespace

const MeasureInfo& ThirdPlaceM2::info() const {
  static const MeasureInfo info{
      "third_place_m2",
      1,
      {"Derde plek in het zorggebouw", "Third place inside the care building"},
      {"m²", "m²"},
      1,
      {"Oppervlakte van de plekken voor koffie of inloop, los van de zorg, waar iedereen binnen "
       "mag.",
       "Area of the places for coffee or drop-in, apart from care, that anyone may walk into."},
      {},
      {{"places",
        {"Derde plekken waar iedereen binnen mag", "Third places open to anyone"},
        {"", ""}},
       {"with_hours", {"Waarvan met openingstijden", "Of which with opening hours"}, {"", ""}},
       {"with_hours_m2",
        {"Oppervlakte met openingstijden", "Area with opening hours"},
        {"m²", "m²"}}},
      {"derde plek", "third place"},
      {"m² waar iedereen binnen mag", "m² open to anyone"}};
  return info;
}

Result<Outcome> ThirdPlaceM2::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  if (all_spaces(scene).empty()) {
    return without_numbers(outcome, info(),
                           NotComputed{{"Er zijn geen ruimten op de plattegrond gevonden.",
                                        "No spaces were found on the plan."}});
  }
  const Text not_known{"Van ruimten is niet bekend of iedereen er binnen mag.",
                       "It is not known of spaces whether anyone may walk in."};
  Bounds area, places, with_hours, with_hours_m2;
  const auto count = [&](SpaceRef ref, YesNo open) {
    const double own = shape_of(scene, ref).area_m2;
    area.add(open, own);
    places.add(open, 1);
    if (says_nothing(space_of(scene, ref).opening_hours)) return;
    with_hours.add(open, 1);
    with_hours_m2.add(open, own);
  };
  int missing = 0;
  const std::vector<SpaceRef> third = spaces_of(scene, Use::ThirdPlace);
  for (const SpaceRef ref : third) {
    const Space& space = space_of(scene, ref);
    const YesNo open = is_open(space);
    count(ref, open);
    Bounds own;
    own.add(open, shape_of(scene, ref).area_m2);
    outcome.rows.push_back({to_string(space.id), between(own.low, own.high, not_known)});
    outcome.places.push_back(place_of(scene, ref));
    if (!shape_of(scene, ref).polygon) ++missing;
  }
  note_missing_floor(missing, outcome);
  Text why = not_known;
  if (third.empty() && !all_uses_known(scene)) {  // perhaps a third place that nothing names
    why = {"Van een deel van de ruimten is het gebruik niet bekend.",
           "The use of part of the spaces is not known."};
    for (const SpaceRef ref : spaces_of(scene, Use::Unknown)) {
      count(ref, std::min(is_open(space_of(scene, ref)), YesNo::Unknown));
    }
  }
  outcome.headline = between(area.low, area.high, why);
  outcome.secondary["places"] = between(places.low, places.high, why);
  outcome.secondary["with_hours"] = between(with_hours.low, with_hours.high, why);
  outcome.secondary["with_hours_m2"] = between(with_hours_m2.low, with_hours_m2.high, why);
  return outcome;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/toilet_distance.h"

#include <algorithm>
#include <cmath>

#include "measure/places.h"
#include "measure/step_free.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

bool is_toilet(Use use) {
  return use == Use::Toilet || use == Use::AccessibleToilet;
}
bool is_accessible_toilet(Use use) {
  return use == Use::AccessibleToilet;
}

std::vector<Place> ways_to(const Scene& scene, bool (*wanted)(Use)) {
  std::vector<Place> found;
  for (const SpaceRef ref : spaces_of(scene, wanted)) {
    const std::vector<Place> own = ways_in(scene, ref);
    found.insert(found.end(), own.begin(), own.end());
  }
  return found;
}

const Text& no_way() {
  static const Text text{"Niet elke ontmoetingsplek heeft een route naar een toilet.",
                         "Not every meeting place has a way to a toilet."};
  return text;
}

double longest(const std::vector<double>& lengths) {
  return *std::max_element(lengths.begin(), lengths.end());
}

}  // namespace

const MeasureInfo& ToiletDistance::info() const {
  static const MeasureInfo info{
      "toilet_distance",
      1,
      {"Afstand tot het toilet", "Distance to the toilet"},
      {"m", "m"},
      1,
      {"De kortste looproute van elke ontmoetingsplek naar de deur van het dichtstbijzijnde "
       "toilet; "
       "de langste telt.",
       "The shortest walking route from each meeting place to the door of the nearest toilet; the "
       "longest counts."},
      {},
      {{"longest_accessible",
        {"Langste route met een rolstoel naar een toegankelijk toilet",
         "Longest way with a wheelchair to an accessible toilet"},
        {"m", "m"}}},
      {"ontmoetingsplek", "meeting place"},
      {"m", "m"}};
  return info;
}

Result<Outcome> ToiletDistance::evaluate(const Scene& scene, Job& job) const {
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> places = spaces_of(scene, is_meeting_place);
  if (places.empty()) {
    outcome.headline = no_meeting_place(scene);
    outcome.secondary["longest_accessible"] = outcome.headline;
    return outcome;
  }
  std::vector<std::vector<Place>> doors;
  for (const SpaceRef ref : places) doors.push_back(ways_in(scene, ref));

  const std::vector<Place> toilets = ways_to(scene, is_toilet);
  const std::vector<double> on_foot = nearest(scene.on_foot, doors, toilets, job);
  if (job.stopped()) return stopped();
  if (toilets.empty()) {
    outcome.headline = NotComputed{{"Er is geen toilet bekend.", "No toilet is known."}};
  } else if (std::isinf(longest(on_foot))) {
    outcome.headline = NotComputed{no_way()};
  } else {
    outcome.headline = longest(on_foot);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool has_way = !std::isinf(on_foot[i]);
    outcome.rows.push_back({to_string(space_of(scene, places[i]).id),
                            has_way ? Value{on_foot[i]}
                                    : Value{NotComputed{{"Er is geen route naar een toilet.",
                                                         "There is no way to a toilet."}}}});
    if (on_foot[i] == longest(on_foot)) outcome.places.push_back(place_of(scene, places[i]));
  }

  const std::vector<Place> accessible = ways_to(scene, is_accessible_toilet);
  if (accessible.empty()) {
    outcome.secondary["longest_accessible"] =
        NotComputed{{"Er is geen toegankelijk toilet bekend.", "No accessible toilet is known."}};
  } else {
    const double best = longest(nearest(scene.wheelchair_high, doors, accessible, job));
    const double worst = longest(nearest(scene.wheelchair_low, doors, accessible, job));
    outcome.secondary["longest_accessible"] =
        distance_between(best, worst, step_free_unknown(), no_way());
  }
  if (job.stopped()) return stopped();
  return outcome;
}

}  // namespace trefpunt

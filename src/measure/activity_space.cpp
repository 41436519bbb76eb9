// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/activity_space.h"

#include <algorithm>

#include "measure/care_rooms.h"
#include "measure/routines.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

// A space that is there for something else, and counts once something is done in it.
bool is_perhaps(const Space& space) {
  return (space.use == Use::Kitchen || space.use == Use::Outdoor) && space.access != Access::Staff;
}

bool has_session(const EncounterModel& model, SpaceRef ref) {
  return std::any_of(model.sessions.begin(), model.sessions.end(), [&](const ModelSession& one) {
    const Station& station = model.stations[static_cast<std::size_t>(one.station)];
    return SpaceRef{station.storey, station.space} == ref &&
           std::count(one.on.begin(), one.on.end(), true) > 0;
  });
}

const Text kNoProgrammeKnown{
    "Zonder programma is niet bekend of mensen in de keuken of buiten iets doen.",
    "Without a programme it is not known whether people do things in the kitchen "
    "or outdoors."};

}  // namespace

const MeasureInfo& ActivitySpace::info() const {
  static const Text m2{"m²", "m²"};
  static const MeasureInfo info{
      "activity_space",
      1,
      {"Ruimte om iets te doen, per bed", "Room to do things, per bed"},
      {"m² per bed of spreekkamer", "m² per bed or consulting room"},
      2,
      {"Oppervlakte van activiteitenruimten, en van keukens en buitenruimten waar het programma "
       "een activiteit heeft, gedeeld door het aantal bedden; zonder bedden door het aantal "
       "spreek- en behandelkamers.",
       "Area of activity rooms, and of kitchens and outdoor spaces where the programme has an "
       "activity, over the number of beds; without beds over the number of consulting and "
       "treatment rooms."},
      {},
      {{"area_m2", {"Oppervlakte om iets te doen", "Area to do things"}, m2},
       {"programmed_m2",
        {"Daarvan met een activiteit in het programma",
         "Of which with an activity in the "
         "programme"},
        m2}},
      {"ruimte", "space"},
      m2,
      Better::Neither,
      true};
  return info;
}

Result<Outcome> ActivitySpace::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const auto lacking = no_programme(scene);
  double area = 0, perhaps = 0, programmed = 0;
  int missing = 0;
  for (const SpaceRef ref : all_spaces(scene)) {
    const Space& space = space_of(scene, ref);
    const bool is_activity = space.use == Use::Activity;
    if (!is_activity && !is_perhaps(space)) continue;
    const bool is_used = !lacking && has_session(*scene.encounter->model, ref);
    if (!shape_of(scene, ref).polygon) {
      missing += is_activity || is_used;
      continue;
    }
    const double own = shape_of(scene, ref).area_m2;
    if (is_activity || is_used) {
      area += own;
      outcome.rows.push_back({to_string(space.id), own});
    } else if (lacking) {
      perhaps += own;
    }
    if (is_used) programmed += own;
    if (is_activity && !lacking && !is_used) outcome.places.push_back(place_of(scene, ref));
  }
  note_missing_floor(missing, outcome);
  outcome.secondary["area_m2"] = between(area, area + perhaps, kNoProgrammeKnown);
  outcome.secondary["programmed_m2"] = lacking ? Value{*lacking} : Value{programmed};
  const CareBasis basis = care_basis(scene);
  if (basis == CareBasis::None || basis == CareBasis::Unknown) {
    outcome.headline = no_care_rooms(basis);
    return outcome;
  }
  note_practice(basis, outcome);
  const std::optional<int> count = care_places(scene, basis, nullptr);
  outcome.headline = per_care_place(area, count);
  if (!has_number(outcome.headline)) return outcome;
  if (area == 0 && !all_uses_known(scene)) {  // perhaps an activity room that nothing names
    for (const SpaceRef ref : spaces_of(scene, Use::Unknown)) {
      perhaps += shape_of(scene, ref).area_m2;
    }
    outcome.headline = between(0, perhaps / *count,
                               {"Van een deel van de ruimten is het gebruik niet bekend.",
                                "The use of part of the spaces is not known."});
  } else {
    outcome.headline = between(area / *count, (area + perhaps) / *count, kNoProgrammeKnown);
  }
  return outcome;
}

}  // namespace trefpunt

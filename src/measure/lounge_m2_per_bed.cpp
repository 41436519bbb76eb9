// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/lounge_m2_per_bed.h"

#include "measure/care_rooms.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

bool is_lounge(Use use) {
  return use == Use::Lounge || use == Use::Dayroom || use == Use::Living || use == Use::FamilyRoom;
}

// Floor of the lounges that `counts` picks, in m2.
template <typename Counts>
double lounge_area(const Scene& scene, Counts counts) {
  double sum = 0;
  for (const SpaceRef ref : spaces_of(scene, is_lounge)) {
    if (counts(space_of(scene, ref))) sum += shape_of(scene, ref).area_m2;
  }
  return sum;
}

}  // namespace

const MeasureInfo& LoungeM2PerBed::info() const {
  static const MeasureInfo info{
      "lounge_m2_per_bed",
      1,
      {"Ontmoetingsoppervlak per bed", "Meeting area per bed"},
      {"m² per bed of spreekkamer", "m² per bed or consulting room"},
      2,
      {"Oppervlakte van ontmoetingsruimten, dagverblijven, huiskamers en familiekamers, gedeeld "
       "door het aantal bedden; zonder bedden door het aantal spreek- en behandelkamers.",
       "Area of lounges, dayrooms, living rooms and family rooms over the number of beds; without "
       "beds over the number of consulting and treatment rooms."},
      {},
      {{"area_m2", {"Oppervlakte voor samenzijn", "Area for being together"}, {"m²", "m²"}},
       {"divisor",
        {"Aantal bedden (zonder bedden: spreek- en behandelkamers)",
         "Number of beds (without beds: consulting and treatment rooms)"},
        {"", ""}}},
      {"afdeling", "unit"},
      {"m² per bed of spreekkamer", "m² per bed or consulting room"}};
  return info;
}

Result<Outcome> LoungeM2PerBed::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const CareBasis basis = care_basis(scene);
  int missing = 0;
  for (const SpaceRef ref : spaces_of(scene, is_lounge)) {
    if (shape_of(scene, ref).polygon) {
      outcome.places.push_back(place_of(scene, ref));
    } else {
      ++missing;
    }
  }
  note_missing_floor(missing, outcome);
  const double area = lounge_area(scene, [](const Space&) { return true; });
  outcome.secondary["area_m2"] = area;
  if (basis == CareBasis::None || basis == CareBasis::Unknown) {
    outcome.headline = no_care_rooms(basis);
    outcome.secondary["divisor"] = outcome.headline;
    return outcome;
  }
  note_practice(basis, outcome);
  const std::optional<int> count = care_places(scene, basis, nullptr);
  outcome.headline = per_care_place(area, count);
  outcome.secondary["divisor"] = outcome.headline;
  if (has_number(outcome.headline)) {
    outcome.secondary["divisor"] = static_cast<double>(*count);
    if (area == 0) {  // perhaps a lounge that nothing names
      double perhaps = 0;
      for (const SpaceRef ref : spaces_of(scene, Use::Unknown)) {
        perhaps += shape_of(scene, ref).area_m2;
      }
      outcome.headline = between(0, perhaps / *count,
                                 {"Van een deel van de ruimten is het gebruik niet bekend.",
                                  "The use of part of the spaces is not known."});
    }
  }
  for (const Unit* unit : care_units(scene, basis)) {
    const double own =
        lounge_area(scene, [&](const Space& space) { return space.unit == unit->id; });
    outcome.rows.push_back(
        {to_string(unit->id), per_care_place(own, care_places(scene, basis, unit))});
  }
  return outcome;
}

}  // namespace trefpunt

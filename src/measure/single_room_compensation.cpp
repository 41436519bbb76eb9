// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/single_room_compensation.h"

#include "measure/care_rooms.h"
#include "measure/values.h"

namespace trefpunt {

const MeasureInfo& SingleRoomCompensation::info() const {
  static const MeasureInfo info{
      "single_room_compensation",
      1,
      {"Evenwicht tussen eenpersoonskamers en samen zijn",
       "Balance of single rooms and shared space"},
      {"voorwaarde (1 = ja, 0 = nee)", "condition (1 = yes, 0 = no)"},
      0,
      {"Blijft het deel eenpersoonskamers binnen de grens, dan is aan de voorwaarde voldaan; "
       "daarboven hangt het af van de ontmoetingsplek per afdeling en het oppervlak per bed.",
       "While the share of single rooms stays within the trigger the condition is met; above it, "
       "it "
       "depends on the meeting place per unit and the area per bed."},
      {{"trigger",
        {"deel van de kamers", "share of rooms"},
        0.5,
        {"Voorbeeld, geen norm: vanaf welk deel eenpersoonskamers om uitleg wordt gevraagd.",
         "Illustration, not a norm: the share of single rooms above which an explanation is asked "
         "for."}}},
      {{"single_share", {"Deel eenpersoonskamers", "Share of single rooms"}, {"", ""}}},
      {"kamer", "room"},
      {"bedden", "beds"}};
  return info;
}

Result<Outcome> SingleRoomCompensation::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const CareBasis basis = care_basis(scene);
  const std::vector<SpaceRef> rooms = spaces_of(scene, Use::Bedroom);
  if (rooms.empty()) {
    switch (basis) {
      case CareBasis::Beds:
        outcome.headline = NotComputed{{"Het is niet bekend welke ruimten slaapkamers zijn.",
                                        "It is not known which spaces are bedrooms."}};
        break;
      case CareBasis::Practice:
        outcome.headline =
            NotApplicable{{"De plattegrond heeft geen slaapkamers.", "The plan has no bedrooms."}};
        break;
      case CareBasis::None:
      case CareBasis::Unknown:
        outcome.headline = no_care_rooms(basis);
        break;
    }
    outcome.secondary["single_share"] = outcome.headline;
    return outcome;
  }
  const Text not_known{"Van een deel van de slaapkamers is het aantal bedden niet bekend.",
                       "The number of beds of part of the bedrooms is not known."};
  Tally single;
  for (const SpaceRef ref : rooms) {
    const Space& space = space_of(scene, ref);
    if (space.beds) {
      single.add(*space.beds == 1 ? YesNo::Yes : YesNo::No);
      outcome.rows.push_back({to_string(space.id), static_cast<double>(*space.beds)});
      if (*space.beds == 1) outcome.places.push_back(place_of(scene, ref));
    } else {
      single.add(YesNo::Unknown);
      outcome.rows.push_back({to_string(space.id), NotComputed{not_known}});
    }
  }
  outcome.secondary["single_share"] = single.share(not_known);
  const double trigger = scene.parameter("trigger") + 1e-9;
  const double all = single.total();
  if ((single.yes + single.unknown) / all <= trigger) {
    outcome.headline = 1.0;
  } else if (single.yes / all > trigger) {
    outcome.headline = NotComputed{
        {"Er zijn zoveel eenpersoonskamers dat het antwoord volgt uit RVS-4.1b en RVS-4.1c.",
         "There are so many single rooms that the answer follows from RVS-4.1b and RVS-4.1c."}};
  } else {
    outcome.headline = NotComputed{not_known};
  }
  return outcome;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/rooming_in_share.h"

#include <algorithm>
#include <map>

#include "measure/bedside.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

const Text kNoOvernightKnown{
    "De tekening laat bij een deel van de kamers niet zien of er een slaapplaats "
    "is.",
    "For some rooms the drawing does not show whether there is a place to sleep."};

// Whether a relative can sleep in the space itself. A drawing that shows sleeping places somewhere
// shows all of those in rooms of which it shows the furniture.
YesNo sleeps_in(const Scene& scene, SpaceRef ref, bool shows_sleeping_places) {
  const std::vector<const Furniture*> furniture = furniture_in(scene, ref);
  if (std::any_of(furniture.begin(), furniture.end(),
                  [](const Furniture* piece) { return is_sleeping_place(piece->name); })) {
    return YesNo::Yes;
  }
  return shows_sleeping_places && !furniture.empty() ? YesNo::No : YesNo::Unknown;
}

bool shows_any(const Scene& scene) {
  return std::any_of(
      scene.building.storeys.begin(), scene.building.storeys.end(), [](const auto& storey) {
        return std::any_of(storey->furniture.begin(), storey->furniture.end(),
                           [](const Furniture& piece) { return is_sleeping_place(piece.name); });
      });
}

}  // namespace

const MeasureInfo& RoomingInShare::info() const {
  static const Text share{"deel van de slaapkamers (0-1)", "share of bedrooms (0-1)"};
  static const MeasureInfo info{
      "rooming_in_share",
      1,
      {"Kamers waar een naaste kan slapen", "Rooms where a relative can sleep"},
      share,
      2,
      {"Slaapkamers met een slaapplaats voor een naaste, of met een familiekamer met een "
       "slaapplaats op dezelfde verdieping, gedeeld door alle slaapkamers.",
       "Bedrooms with a sleeping place for a relative, or with a family room with a sleeping place "
       "on the same storey, over all bedrooms."},
      {},
      {{"in_room",
        {"Met een slaapplaats in de kamer zelf", "With a place in the room itself"},
        share}},
      {"slaapkamer", "bedroom"},
      {"1 is ja, 0 is nee", "1 is yes, 0 is no"}};
  return info;
}

Result<Outcome> RoomingInShare::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> rooms = spaces_of(scene, Use::Bedroom);
  if (rooms.empty()) return without_numbers(outcome, info(), no_bedroom(scene));
  const bool shows_sleeping_places = shows_any(scene);
  std::map<int, YesNo> family_room;  // per storey with one
  for (const SpaceRef ref : spaces_of(scene, Use::FamilyRoom)) {
    YesNo& here = family_room.try_emplace(ref.storey, YesNo::No).first->second;
    here = std::max(here, sleeps_in(scene, ref, shows_sleeping_places));
  }
  Tally anywhere, in_room;
  for (const SpaceRef ref : rooms) {
    const YesNo own = sleeps_in(scene, ref, shows_sleeping_places);
    const auto family = family_room.find(ref.storey);
    const YesNo either = family == family_room.end() ? own : std::max(own, family->second);
    in_room.add(own);
    anywhere.add(either);
    outcome.rows.push_back(
        {to_string(space_of(scene, ref).id), value_of(either, kNoOvernightKnown)});
    if (either == YesNo::No) outcome.places.push_back(place_of(scene, ref));
  }
  const auto share = [](const Tally& tally) {
    return tally.unknown == tally.total() ? Value{NotComputed{kNoOvernightKnown}}
                                          : tally.share(kNoOvernightKnown);
  };
  outcome.headline = share(anywhere);
  outcome.secondary["in_room"] = share(in_room);
  outcome.assumptions.push_back(
      {"Een slaapplaats is wat de tekening zo noemt: slaapbank, logeerbed, opklapbed. Of hij te "
       "reserveren is, staat er niet.",
       "A sleeping place is what the drawing calls one: sofa bed, guest bed, folding bed. Whether "
       "it can be booked is not said."});
  return outcome;
}

}  // namespace trefpunt

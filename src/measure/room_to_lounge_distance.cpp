// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/room_to_lounge_distance.h"

#include <algorithm>
#include <cmath>

#include "measure/care_rooms.h"
#include "measure/entrances.h"
#include "measure/step_free.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

const Text kNoWay_{"Er is geen route zonder treden naar een ontmoetingsplek.",
                   "There is no step-free way to a meeting place."};

// Ways from sets of places to the lounges: when what is not known lets pass, and when it does not.
struct LoungeWays {
  std::vector<double> best, worst;
};

LoungeWays ways(const Scene& scene, const std::vector<std::vector<Place>>& sets,
                const std::vector<Place>& goals, Job& job) {
  return {nearest(scene.wheelchair_high, sets, goals, job),
          nearest(scene.wheelchair_low, sets, goals, job)};
}

Value rank(const LoungeWays& found, double share) {
  const Text too_many{"Te veel kamers hebben geen route zonder treden naar een ontmoetingsplek.",
                      "Too many rooms have no step-free way to a meeting place."};
  return distance_between(*nearest_rank(found.best, share), *nearest_rank(found.worst, share),
                          step_free_unknown(), too_many);
}

// The shortest way from any of these places.
Value shortest(const Scene& scene, const std::vector<Place>& from, const std::vector<Place>& goals,
               const Text& no_start, Job& job) {
  if (from.empty()) return NotApplicable{no_start};
  const LoungeWays found = ways(scene, {from}, goals, job);
  return distance_between(found.best[0], found.worst[0], step_free_unknown(), kNoWay_);
}

std::vector<Place> ways_into(const Scene& scene, const std::vector<SpaceRef>& spaces) {
  std::vector<Place> all;
  for (const SpaceRef ref : spaces) {
    const std::vector<Place> own = ways_in(scene, ref);
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

// Just inside the certain public entrances.
std::vector<Place> inside_entrances(const Scene& scene) {
  std::vector<Place> found;
  for (const PublicEntrance& entrance : public_entrances(scene)) {
    if (entrance.is_public != YesNo::Yes) continue;
    const auto place = inside_of(scene, entrance);
    if (place) found.push_back(*place);
  }
  return found;
}

}  // namespace

const MeasureInfo& RoomToLoungeDistance::info() const {
  static const MeasureInfo info{
      "room_to_lounge_distance",
      1,
      {"Loopafstand van kamer naar ontmoetingsplek", "Walking distance from room to meeting place"},
      {"m", "m"},
      1,
      {"De kortste route zonder treden van de deur van elke slaapkamer (zonder bedden: van elke "
       "spreek- en behandelkamer) naar de deur van de dichtstbijzijnde vrije ontmoetingsplek; de "
       "afstand waar negen van de tien kamers binnen blijven.",
       "The shortest step-free way from the door of each bedroom (without beds: of each consulting "
       "and treatment room) to the door of the nearest informal meeting place; the distance that "
       "nine out of ten rooms stay within."},
      {},
      {{"median", {"Mediaan over de kamers", "Median over the rooms"}, {"m", "m"}},
       {"from_entrance", {"Vanaf de ingang", "From the entrance"}, {"m", "m"}},
       {"from_waiting", {"Vanaf een wachtruimte", "From a waiting room"}, {"m", "m"}}},
      {"kamer", "room"},
      {"m", "m"}};
  return info;
}

Result<Outcome> RoomToLoungeDistance::evaluate(const Scene& scene, Job& job) const {
  Outcome outcome;
  note_uses(scene, outcome);
  const CareBasis basis = care_basis(scene);
  if (basis == CareBasis::None || basis == CareBasis::Unknown)
    return without_numbers(outcome, info(), no_care_rooms(basis));
  note_practice(basis, outcome);
  const std::vector<SpaceRef> rooms = care_rooms(scene, basis);
  if (rooms.empty()) {
    return without_numbers(outcome, info(),
                           NotComputed{{"Het is niet bekend welke ruimten slaapkamers zijn.",
                                        "It is not known which spaces are bedrooms."}});
  }
  const std::vector<SpaceRef> lounges = spaces_of(scene, is_informal_meeting_place);
  if (lounges.empty()) {
    return without_numbers(outcome, info(),
                           NotComputed{{"Er is geen vrije ontmoetingsplek bekend.",
                                        "No informal meeting place is known."}});
  }
  outcome.assumptions.push_back(
      {"De afstand loopt van net binnen de deur van de kamer tot net binnen de deur van de "
       "ontmoetingsplek; een lift telt 0 m.",
       "The distance runs from just inside the room's door to just inside the meeting place's "
       "door; "
       "a lift counts 0 m."});

  const std::vector<Place> goals = ways_into(scene, lounges);
  std::vector<std::vector<Place>> doors;
  for (const SpaceRef ref : rooms) doors.push_back(ways_in(scene, ref));
  const LoungeWays found = ways(scene, doors, goals, job);
  if (job.stopped()) return stopped();

  outcome.headline = rank(found, 0.9);
  outcome.secondary["median"] = rank(found, 0.5);
  outcome.secondary["from_entrance"] =
      shortest(scene, inside_entrances(scene), goals,
               {"Er is geen ingang voor publiek bekend.", "No public entrance is known."}, job);
  outcome.secondary["from_waiting"] =
      shortest(scene, ways_into(scene, spaces_of(scene, Use::Waiting)), goals,
               {"Er is geen wachtruimte bekend.", "No waiting room is known."}, job);
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    outcome.rows.push_back(
        {to_string(space_of(scene, rooms[i]).id),
         distance_between(found.best[i], found.worst[i], step_free_unknown(), kNoWay_)});
    if (std::isinf(found.best[i])) outcome.places.push_back(place_of(scene, rooms[i]));
  }
  if (job.stopped()) return stopped();
  return outcome;
}

}  // namespace trefpunt

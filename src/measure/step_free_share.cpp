// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/step_free_share.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "measure/places.h"
#include "measure/step_free.h"

namespace trefpunt {

namespace {

// Just inside the entrances that surely (Yes) or perhaps (Unknown) let a wheelchair user in.
std::vector<Place> starts(const Scene& scene, const std::vector<PublicEntrance>& entrances,
                          YesNo least) {
  std::vector<Place> found;
  for (const PublicEntrance& entrance : entrances) {
    const Door& door = scene.building.storeys[at(entrance.storey)]->doors[at(entrance.door)];
    if (std::min(entrance.is_public, is_step_free(door)) < least) continue;
    if (const auto place = inside_of(scene, entrance)) found.push_back(*place);
  }
  return found;
}

}  // namespace

const MeasureInfo& StepFreeShare::info() const {
  static const MeasureInfo info{
      "step_free_share",
      1,
      {"Drempelloos bereikbare ontmoetingsplekken", "Meeting places reached step-free"},
      {"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"},
      2,
      {"Ontmoetingsplekken met een route vanaf een ingang voor publiek met deuren van minstens "
       "0,85 m, drempels tot 0,02 m en zonder trap, gedeeld door alle ontmoetingsplekken.",
       "Meeting places with a way from a public entrance with doors of at least 0.85 m, thresholds "
       "up to 0.02 m and no stairs, over all meeting places."},
      {},
      {{"places", {"Ontmoetingsplekken", "Meeting places"}, {"", ""}}},
      {"ontmoetingsplek", "meeting place"},
      {"1 = ja, 0 = nee", "1 = yes, 0 = no"}};
  return info;
}

Result<Outcome> StepFreeShare::evaluate(const Scene& scene, Job& job) const {
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> places = spaces_of(scene, is_meeting_place);
  outcome.secondary["places"] = static_cast<double>(places.size());
  if (places.empty()) {
    outcome.headline = no_meeting_place(scene);
    outcome.secondary["places"] = outcome.headline;
    return outcome;
  }
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances)) {
    outcome.headline = no_public_entrance();
    return outcome;
  }
  note_entrances(scene, entrances, outcome);
  outcome.assumptions.push_back(
      {"Een deur met een slot gaat open voor wie er moet zijn; een lift is groot genoeg.",
       "A door with a lock opens for those who have to be there; a lift is large enough."});

  std::vector<std::vector<Place>> doors;
  for (const SpaceRef ref : places) doors.push_back(ways_in(scene, ref));
  const std::vector<double> worst =
      nearest(scene.wheelchair_low, doors, starts(scene, entrances, YesNo::Yes), job);
  const std::vector<double> best =
      nearest(scene.wheelchair_high, doors, starts(scene, entrances, YesNo::Unknown), job);
  if (job.stopped()) return stopped();

  Tally tally;
  for (std::size_t i = 0; i < places.size(); ++i) {
    // A place without a door on the drawing cannot be looked for.
    const YesNo answer = !std::isinf(worst[i])                      ? YesNo::Yes
                         : !std::isinf(best[i]) || doors[i].empty() ? YesNo::Unknown
                                                                    : YesNo::No;
    tally.add(answer);
    outcome.rows.push_back(
        {to_string(space_of(scene, places[i]).id), value_of(answer, step_free_unknown())});
    if (answer == YesNo::No) outcome.places.push_back(place_of(scene, places[i]));
  }
  outcome.headline = tally.share(step_free_unknown());
  return outcome;
}

}  // namespace trefpunt

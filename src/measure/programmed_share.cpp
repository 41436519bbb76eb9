// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/programmed_share.h"

#include <algorithm>

#include "measure/places.h"
#include "measure/routines.h"
#include "measure/values.h"

namespace trefpunt {

const MeasureInfo& ProgrammedShare::info() const {
  static const Text per_week{"keer per week", "times a week"};
  static const MeasureInfo info{
      "programmed_share",
      1,
      {"Ontmoetingsplekken met een activiteit", "Meeting places with an activity"},
      {"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"},
      2,
      {"Ontmoetingsplekken waar volgens het programma minstens één keer per week een groep of "
       "activiteit is, gedeeld door alle ontmoetingsplekken.",
       "Meeting places where by the programme a group or activity takes place at least once a "
       "week, over all meeting places."},
      {},
      {{"per_week", {"Keren in een ontmoetingsplek", "Times in a meeting place"}, per_week},
       {"elsewhere", {"Keren in een andere ruimte", "Times in another space"}, per_week}},
      {"ontmoetingsplek", "meeting place"},
      per_week,
      Better::Neither,
      true};
  return info;
}

Result<Outcome> ProgrammedShare::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> meeting = spaces_of(scene, is_meeting_place);
  if (meeting.empty()) return without_numbers(outcome, info(), no_meeting_place(scene));
  if (const auto none = no_programme(scene)) return without_numbers(outcome, info(), *none);

  const EncounterModel& model = *scene.encounter->model;
  std::vector<double> times(meeting.size(), 0);
  double elsewhere = 0;
  for (const ModelSession& session : model.sessions) {
    const Station& station = model.stations[static_cast<std::size_t>(session.station)];
    const auto days = static_cast<double>(std::count(session.on.begin(), session.on.end(), true));
    const auto found =
        std::find(meeting.begin(), meeting.end(), SpaceRef{station.storey, station.space});
    if (found == meeting.end()) {
      elsewhere += days;
    } else {
      times[static_cast<std::size_t>(found - meeting.begin())] += days;
    }
  }
  Tally tally;
  double per_week = 0;
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    tally.add(times[i] > 0 ? YesNo::Yes : YesNo::No);
    per_week += times[i];
    outcome.rows.push_back({to_string(space_of(scene, meeting[i]).id), times[i]});
    if (times[i] == 0) outcome.places.push_back(place_of(scene, meeting[i]));
  }
  outcome.headline = tally.share({});
  outcome.secondary["per_week"] = per_week;
  outcome.secondary["elsewhere"] = elsewhere;
  outcome.assumptions.push_back(
      {"Wat er te doen is, komt uit het programma; of er mensen komen, is niet gemeten.",
       "What there is to do comes from the programme; whether people come was not measured."});
  return outcome;
}

}  // namespace trefpunt

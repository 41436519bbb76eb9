// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/routines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "base/index.h"

namespace trefpunt {

namespace {

constexpr double kPartMin = kDayMin / kDayParts;

// Starts per day in each part of the day, `later` minutes after they were.
PerDayPart by_part(const Starts& starts, double later) {
  PerDayPart sum{};
  for (const StartPiece& piece : starts) {
    const double from = std::fmod(piece.from_min + later, kDayMin);
    const double to = from + (piece.to_min - piece.from_min);
    for (int part = 0; part < 2 * kDayParts; ++part) {  // the piece may run beyond midnight
      const double low = std::max(from, part * kPartMin);
      const double high = std::min(to, (part + 1) * kPartMin);
      if (high > low) sum[at(part % kDayParts)] += piece.per_min * (high - low);
    }
  }
  return sum;
}

void add(const PerDayPart& more, double times, PerDayPart& sum) {
  for (std::size_t part = 0; part < kDayParts; ++part) sum[part] += times * more[part];
}

void add_visits(const EncounterModel& model, const PersonClass& person, Routines& routines) {
  const ModelRole& role = model.roles[at(person.role)];
  for (std::size_t v = 0; v < role.visits.size(); ++v) {
    const Visit& visit = role.visits[v];
    const auto& on = role.presence[at(visit.presence)];
    const double days = std::accumulate(on.begin(), on.end(), 0.0);
    const Dwell& dwell = visit.stays.dwell;
    const double mean = std::accumulate(dwell.begin(), dwell.end(), 0.0) / kDwellClasses;
    const PerDayPart begins = by_part(visit.stays.starts, 0);
    const PerDayPart ends = by_part(visit.stays.starts, mean);
    for (const Destination& to : person.to[v]) {
      const double times = days * person.count * to.probability;
      add(begins, times, routines.at_station[at(to.station)][at(person.role)]);
      if (to.out.pair >= 0) add(begins, times, routines.of_pair[at(to.out.pair)][at(person.role)]);
      if (to.back.pair >= 0) add(ends, times, routines.of_pair[at(to.back.pair)][at(person.role)]);
    }
  }
}

// A group that lasts into the next part of the day is there in that part as well.
void add_session(const EncounterModel& model, const ModelSession& session, Routines& routines) {
  const auto days = static_cast<double>(std::count(session.on.begin(), session.on.end(), true));
  PerDayPart on{};
  for (int part = 0; part < 2 * kDayParts; ++part) {
    if (session.start_min < (part + 1) * kPartMin &&
        session.start_min + session.minutes > part * kPartMin) {
      on[at(part % kDayParts)] = days;
    }
  }
  for (std::size_t r = 0; r < model.roles.size(); ++r) {
    const auto first = session.attendance.begin() + model.roles[r].first_person;
    const double people = std::accumulate(first, first + model.roles[r].count, 0.0);
    add(on, people, routines.at_station[at(session.station)][r]);
  }
}

}  // namespace

std::optional<NotComputed> no_programme(const Scene& scene) {
  if (!scene.encounter) {
    return NotComputed{
        {"Er is geen programma (programme.json).", "There is no programme (programme.json)."}};
  }
  if (scene.encounter->refused) return NotComputed{scene.encounter->refused->sentence};
  return std::nullopt;
}

void note_programme(const Scene& scene, Outcome& outcome) {
  const auto& known = scene.encounter->model->assumptions;
  outcome.assumptions.insert(outcome.assumptions.end(), known.begin(), known.end());
  outcome.assumptions.push_back(
      {"Wie waar is en wanneer, komt uit het programma; de uitkomsten zijn modelcijfers. Alleen "
       "het "
       "verschil tussen twee varianten zegt iets.",
       "Who is where and when comes from the programme; the results are model figures. Only the "
       "difference between two variants says something."});
}

Routines routines_of(const EncounterModel& model) {
  const std::vector<PerDayPart> none(model.roles.size(), PerDayPart{});
  Routines routines{{model.routes->pairs.size(), none}, {model.stations.size(), none}};
  for (const PersonClass& person : model.classes) add_visits(model, person, routines);
  for (const ModelSession& session : model.sessions) add_session(model, session, routines);
  return routines;
}

std::vector<std::vector<double>> times_walked(const EncounterModel& model,
                                              const Routines& routines) {
  std::vector<std::vector<double>> walked(model.routes->pieces.size(),
                                          std::vector<double>(model.roles.size(), 0));
  for (std::size_t pair = 0; pair < routines.of_pair.size(); ++pair) {
    for (std::size_t r = 0; r < model.roles.size(); ++r) {
      const PerDayPart& parts = routines.of_pair[pair][r];
      const double times = std::accumulate(parts.begin(), parts.end(), 0.0);
      if (times == 0) continue;
      for (const Route& route : model.routes->routes[pair]) {
        for (const RoutePiece& part : route.pieces) {
          walked[at(part.piece)][r] += times * route.probability;
        }
      }
    }
  }
  return walked;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <tbb/parallel_for.h>

#include "encounter/wijk_encounters.h"
#include "engine/parameters.h"
#include "engine/session.h"
#include "engine/sizes.h"
#include "engine/stage_key.h"
#include "project/campus.h"
#include "wijk/hash.h"

namespace trefpunt {

namespace {

// Raised when the same input may give another result.
constexpr int kStreetsVersion = 1;
constexpr int kGroundVersion = 1;
constexpr int kWijkAccessVersion = 1;
constexpr int kWijkEncounterVersion = 1;

std::size_t bytes_of(const WijkGround& ground) {
  return sizeof(ground) +
         (ground.homes.size() + ground.places.size() + ground.furnishings.size()) *
             sizeof(std::optional<Foothold>) +
         ground.buurt_of_home.size() * sizeof(int);
}

std::size_t bytes_of(const std::vector<StreetValues>& values) {
  std::size_t bytes = 0;
  for (const StreetValues& one : values) {
    bytes += sizeof(one) +
             (6 * one.density.size() + one.reach.size() + 2 * one.link_betweenness.size()) *
                 sizeof(double);
  }
  return bytes;
}

std::size_t bytes_of(const WijkEncounters& encounters) {
  const std::size_t groups = encounters.groups.size();
  return sizeof(encounters) +
         (encounters.streets.size() + encounters.places.size() + encounters.benches.size()) *
             (sizeof(StreetMeetings) + groups * sizeof(double));
}

// What access is told for: the distance of the criterion on reach (RMO-02).
double access_distance(const Catalogue& catalogue, const Ambition& ambition) {
  for (const WijkMeasure* measure : wijk_measures()) {
    if (measure->info().id != "reach_500") continue;
    return parameters_of(measure->info(), catalogue, ambition).at("distance");
  }
  TP_CHECK(false);
  return 0;
}

}  // namespace

Result<WijkResult> Session::evaluate_wijk(const Project& project, const EvaluateOptions&, Job& job,
                                          std::vector<StageNote>& notes) {
  WijkResult result;
  const std::shared_ptr<const Wijk> wijk = wijk_with_campus(project);
  bool was_made = false;

  Parts parts = {{"streets", trefpunt::key_of(wijk->streets)},
                 {"snapping", Hasher().add(wijk->snap_tolerance).key()},
                 {"version", kStreetsVersion}};
  const Key streets_key = key_of(parts);
  std::shared_ptr<const StreetNetwork> network;
  if (wijk->streets && !wijk->streets->empty()) {
    auto made = memo_.get<StreetNetwork>(
        Hasher().add("street network").add(streets_key).key(),
        [&] { return make_street_network(*wijk->streets, {wijk->snap_tolerance}, job); },
        [](const StreetNetwork& value) { return memory_of(value); }, was_made);
    if (!made) return made.error();
    notes.push_back(note("street network", parts, was_made));
    network = *made;
    auto values = memo_.get<std::vector<StreetValues>>(
        Hasher().add("street values").add(streets_key).key(),
        [&] {
          CentralityOptions options;
          options.radii.assign(std::begin(kStreetRadii), std::end(kStreetRadii));
          options.with_links = true;
          return street_centrality(*network, options, job);
        },
        [](const std::vector<StreetValues>& value) { return bytes_of(value); }, was_made);
    if (!values) return values.error();
    notes.push_back(note("street values", parts, was_made));
    result.streets = *values;
  }

  const Parts layers = {{"streets", streets_key},
                        {"homes", trefpunt::key_of(wijk->homes)},
                        {"places", trefpunt::key_of(wijk->places)},
                        {"furnishings", trefpunt::key_of(wijk->furnishings)},
                        {"areas", trefpunt::key_of(wijk->areas)}};
  parts = layers;
  parts.emplace_back("version", kGroundVersion);
  const Key ground_key = key_of(parts);
  // Also keyed by what it does not read: it hands the whole wijk on.
  Parts whole = layers;
  whole.emplace_back("open spaces", trefpunt::key_of(wijk->open_spaces));
  whole.emplace_back("footprints", trefpunt::key_of(wijk->footprints));
  whole.emplace_back("settings", Hasher().add(wijk->benches_are_all).add(wijk->assumptions).key());
  const Key whole_key = key_of(whole);
  auto ground = memo_.get<WijkGround>(
      Hasher().add("wijk ground").add(whole_key).key(),
      [&]() -> Result<WijkGround> { return make_wijk_ground(wijk, network); },
      [](const WijkGround& value) { return bytes_of(value); }, was_made);
  if (!ground) return ground.error();
  notes.push_back(note("footholds", whole, was_made));
  result.ground = *ground;

  if (network && wijk->homes && !wijk->homes->empty() && wijk->places && !wijk->places->empty()) {
    const double reach = access_distance(catalogue_, project.ambition);
    parts = {{"ground", ground_key},
             {"distance", Hasher().add(reach).key()},
             {"version", kWijkAccessVersion}};
    auto access = memo_.get<WijkAccess>(
        Hasher().add("access").add(key_of(parts)).key(),
        [&] {
          return wijk_access(
              {*wijk, *network, (*ground)->homes, (*ground)->places, (*ground)->buurt_of_home},
              reach, job);
        },
        [](const WijkAccess& value) { return memory_of(value); }, was_made);
    if (!access) return access.error();
    notes.push_back(note("access", parts, was_made));
    result.access = *access;
  }

  if (network) {
    parts = {{"ground", ground_key},
             {"assumptions", Hasher().add(wijk->assumptions).key()},
             {"version", kWijkEncounterVersion}};
    Result<WijkEncounterInput> input = wijk_encounter_input(
        *wijk, network,
        {(*ground)->homes, (*ground)->places, (*ground)->furnishings, (*ground)->buurt_of_home});
    if (!input && input.error().code != Code::NotFound) return input.error();
    if (input) {
      auto encounters = memo_.get<WijkEncounters>(
          Hasher().add("wijk encounters").add(key_of(parts)).key(),
          [&] { return wijk_encounters(*input, {}, job); },
          [](const WijkEncounters& value) { return bytes_of(value); }, was_made);
      if (!encounters) return encounters.error();
      notes.push_back(note("wijk encounters", parts, was_made));
      result.encounters = *encounters;
    }
  }

  const auto& measures = wijk_measures();
  std::vector<std::shared_ptr<const Outcome>> outcomes(measures.size());
  std::vector<Parts> outcome_parts(measures.size());
  std::vector<char> outcome_made(measures.size(), 0);
  std::vector<std::optional<Error>> errors(measures.size());
  tbb::parallel_for(std::size_t{0}, measures.size(), [&](std::size_t i) {
    const WijkMeasure& measure = *measures[i];
    const auto parameters = parameters_of(measure.info(), catalogue_, project.ambition);
    outcome_parts[i] = {{"wijk", whole_key},
                        {"parameters", trefpunt::key_of(parameters)},
                        {"version", static_cast<Key>(measure.info().version)}};
    bool made_now = false;
    auto outcome = memo_.get<Outcome>(
        Hasher().add("measure").add(measure.info().id).add(key_of(outcome_parts[i])).key(),
        [&]() -> Result<Outcome> {
          const WijkScene scene{*result.ground, parameters, result.encounters.get()};
          Job own(job.token());
          if (job.stopped()) return cancelled();
          return measure.evaluate(scene, own);
        },
        [](const Outcome& value) { return trefpunt::bytes_of(value); }, made_now);
    outcome_made[i] = made_now;
    if (outcome) {
      outcomes[i] = *outcome;
    } else {
      errors[i] = outcome.error();
    }
  });
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (errors[i]) return *errors[i];
    result.outcomes[measures[i]->info().id] = outcomes[i];
    notes.push_back(
        note("measure " + measures[i]->info().id, outcome_parts[i], outcome_made[i] != 0));
  }
  return result;
}

}  // namespace trefpunt

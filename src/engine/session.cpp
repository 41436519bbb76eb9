// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <array>

#include "engine/parameters.h"
#include "engine/sizes.h"
#include "engine/stage_key.h"

namespace trefpunt {

namespace {

constexpr int kAccessVersion = 1;
constexpr int kWalkVersion = 1;
constexpr int kSightVersion = 1;

Key combined(const std::vector<Key>& keys) {
  Hasher hasher;
  for (const Key key : keys) hasher.add(key);
  return hasher.key();
}

Key key_of_attributes(const Building& building) {
  Hasher hasher;
  for (const auto& storey : building.storeys) hash_attributes(hasher, *storey);
  for (const Unit& unit : building.units) {
    hasher.add(unit.id.number).add(unit.name).add(unit.kind).add(unit.beds).add(unit.is_overnight);
  }
  return hasher.key();
}

// What stops or slows a walker at doors and links.
Key key_of_ways(const Storey& storey) {
  Hasher hasher;
  for (const Door& door : storey.doors) {
    hasher.add(door.clear_width).add(door.threshold_height).add(door.lock);
  }
  for (const Link& link : storey.links) hasher.add(link.walking_length).add(link.slope);
  return hasher.key();
}

Key key_of_ways(const Building& building) {
  Hasher hasher;
  for (const auto& storey : building.storeys) hasher.add(key_of_ways(*storey));
  return hasher.key();
}

Key key_of(const MeasureInfo& info) {
  return Hasher().add(info.id).add(info.plugin ? info.plugin->sha256 : std::string()).key();
}

}  // namespace

StageNote Session::note(const std::string& stage, const Parts& parts, bool was_made) {
  StageNote note{stage, was_made, "remembered"};
  const auto before = last_.find(stage);
  if (was_made) {
    note.because = before == last_.end() ? "first time" : "forgotten";
    if (before != last_.end()) {
      std::string changed;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i < before->second.size() && before->second[i] == parts[i]) continue;
        changed += (changed.empty() ? "" : ", ") + parts[i].first;
      }
      if (!changed.empty()) note.because = "changed: " + changed;
    }
  }
  last_[stage] = parts;
  return note;
}

Result<Layouts> Session::layouts(const Building& building, Job& job) {
  std::vector<Key> keys;
  std::vector<StageNote> notes;
  return layouts(building, job, keys, notes);
}

Result<Layouts> Session::layouts(const Building& building, Job& job, std::vector<Key>& keys,
                                 std::vector<StageNote>& notes) {
  const std::size_t count = building.storeys.size();
  const LayoutParameters parameters;
  Layouts made(count);
  keys.resize(count);
  std::vector<char> was_made(count, 0);  // not vector<bool>: threads write side by side
  std::vector<std::optional<Error>> errors(count);
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t s) {
    const Storey& storey = *building.storeys[s];
    keys[s] = key_of_layout(storey, parameters);
    bool made_now = false;
    auto layout = memo_.get<Layout>(
        keys[s], [&] { return make_layout(storey, parameters, job); },
        [](const Layout& value) { return bytes_of(value); }, made_now);
    was_made[s] = made_now;
    if (layout) {
      made[s] = *layout;
    } else {
      errors[s] = layout.error();
    }
  });
  for (std::size_t s = 0; s < count; ++s) {
    if (errors[s]) return *errors[s];
    notes.push_back(note("layout " + to_string(building.storeys[s]->id), {{"geometry", keys[s]}},
                         was_made[s] != 0));
  }
  return made;
}

// An edit changes one storey; what walks on the others is remembered.
Result<std::vector<std::shared_ptr<const StoreyWalk>>> Session::storey_walks(
    const Building& building, const Layouts& layouts, const std::vector<Key>& layout_keys,
    int number, const Walker& who, Job& job) {
  using SharedMesh = std::shared_ptr<const Mesh>;
  using SharedWalk = std::shared_ptr<const StoreyWalk>;
  std::vector<SharedWalk> walks;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    if (job.stopped()) return cancelled();
    const Storey& storey = *building.storeys[s];
    bool was_made = false;
    const auto floor = memo_.get<SharedMesh>(
        Hasher().add("floor").add(layout_keys[s]).add(who.width).add(kWalkVersion).key(),
        [&]() -> Result<SharedMesh> { return wide_enough(storey, *layouts[s], who.width); },
        [&](const SharedMesh& mesh) {
          return mesh == layouts[s]->mesh ? std::size_t{0} : bytes_of(*mesh);
        },
        was_made);
    if (!floor) return floor.error();
    const auto walk = memo_.get<SharedWalk>(
        Hasher()
            .add("storey walk")
            .add(layout_keys[s])
            .add(key_of_ways(storey))
            .add(number)
            .add(kWalkVersion)
            .key(),
        [&]() -> Result<SharedWalk> { return make_storey_walk(storey, *layouts[s], **floor, who); },
        [](const SharedWalk& one) { return memory_of(*one); }, was_made);
    if (!walk) return walk.error();
    walks.push_back(**walk);
  }
  return walks;
}

Result<std::shared_ptr<const StoreySight>> Session::sight(const Storey& storey,
                                                          const Layout& layout, Key layout_key,
                                                          Job& job, bool& was_made) {
  return memo_.get<StoreySight>(
      Hasher().add("sight").add(layout_key).add(kSightVersion).key(),
      [&] {
        Job own(job.token());
        return make_storey_sight(storey, layout, own);
      },
      [](const StoreySight& value) { return memory_of(value); }, was_made);
}

Result<BuildingResult> Session::evaluate(const Building& building, const Project& project,
                                         const EvaluateOptions& options, Job& job,
                                         std::vector<StageNote>& notes) {
  const Ambition& ambition = project.ambition;
  BuildingResult result;
  std::vector<Key> layout_keys;
  Result<Layouts> layouts_made = layouts(building, job, layout_keys, notes);
  if (!layouts_made) return layouts_made.error();
  result.layouts = *layouts_made;
  const Key layout_key = combined(layout_keys);
  const Key attributes = key_of_attributes(building);
  const Key ways = key_of_ways(building);

  Parts parts = {{"layouts", layout_key}, {"attributes", attributes}, {"version", kAccessVersion}};
  bool was_made = false;
  auto access = memo_.get<AccessGraph>(
      key_of(parts),
      [&]() -> Result<AccessGraph> { return make_access_graph(building, result.layouts); },
      [](const AccessGraph& graph) { return bytes_of(graph); }, was_made);
  if (!access) return access.error();
  result.access = *access;
  notes.push_back(note("access graph", parts, was_made));

  struct Walk {
    const char* name;
    Walker who;
    std::shared_ptr<const WalkGraph>* into;
    bool was_made = false;
  };
  Walker low = wheelchair_user();
  low.unknown_is_open = false;
  std::array<Walk, 3> walks = {
      Walk{"walking on foot", walker(), &result.on_foot},
      Walk{"walking wheelchair, unknown closed", low, &result.wheelchair_low},
      Walk{"walking wheelchair, unknown open", wheelchair_user(), &result.wheelchair_high}};
  const auto parts_of_walk = [&](std::size_t i) {
    return Parts{{"layouts", layout_key},
                 {"doors and links", ways},
                 {"walker", i},
                 {"version", kWalkVersion}};
  };
  using Shared = std::shared_ptr<const WalkGraph>;
  const auto make_walk = [&](std::size_t i) {
    auto graph = memo_.get<Shared>(
        key_of(parts_of_walk(i)),
        [&]() -> Result<Shared> {
          auto storeys = storey_walks(building, result.layouts, layout_keys, static_cast<int>(i),
                                      walks[i].who, job);
          if (!storeys) return storeys.error();
          return join_storeys(building, result.layouts, std::move(*storeys), walks[i].who);
        },
        [](const Shared& value) { return memory_of(*value); }, walks[i].was_made);
    if (graph) *walks[i].into = **graph;
  };
  const std::size_t storeys = building.storeys.size();
  result.sights.resize(storeys);
  std::vector<char> sight_made(storeys, 0);
  const auto make_sight = [&](std::size_t s) {
    bool made_now = false;
    auto made = sight(*building.storeys[s], *result.layouts[s], layout_keys[s], job, made_now);
    sight_made[s] = made_now;
    if (made) result.sights[s] = *made;
  };
  tbb::parallel_for(std::size_t{0}, storeys + walks.size(), [&](std::size_t i) {
    if (i < storeys) return make_sight(i);
    make_walk(i - storeys);
  });
  for (std::size_t s = 0; s < storeys; ++s) {
    if (!result.sights[s]) return cancelled();
    notes.push_back(note("sight " + to_string(building.storeys[s]->id),
                         {{"layout", layout_keys[s]}, {"version", kSightVersion}},
                         sight_made[s] != 0));
  }
  for (std::size_t i = 0; i < walks.size(); ++i) {
    if (!*walks[i].into) return cancelled();
    notes.push_back(note(walks[i].name, parts_of_walk(i), walks[i].was_made));
  }

  const Key ground = Hasher().add(layout_key).add(attributes).add(ways).key();
  Hasher people;
  people.add(ground).add(project.programme).add(options.simulate.has_value());
  if (const auto& simulate = options.simulate) {
    people.add(simulate->seed).add(simulate->min_weeks).add(simulate->max_weeks);
    people.add(simulate->precision);
  }
  const Key encounter_key = project.programme.empty() ? Key{0} : people.key();
  std::optional<Error> encounter_error;
  const auto make_encounters = [&] {
    if (project.programme.empty()) return;
    auto made = encounters({building, result.layouts, result.sights, *result.on_foot, ground},
                           project.programme,
                           {options.simulate, 1, true, options.simulate.has_value()}, job, notes);
    if (made) {
      result.encounter = std::make_shared<const EncounterResult>(std::move(*made));
    } else {
      encounter_error = made.error();
    }
  };

  const auto& measures = all_measures();
  std::vector<std::shared_ptr<const Outcome>> outcomes(measures.size());
  std::vector<Parts> outcome_parts(measures.size());
  std::vector<char> outcome_made(measures.size(), 0);
  std::vector<std::optional<Error>> errors(measures.size());
  const auto make_outcome = [&](std::size_t i) {
    const Measure& measure = *measures[i];
    const bool reads_programme = measure.info().reads_programme;
    const auto parameters = parameters_of(measure.info(), catalogue_, ambition);
    outcome_parts[i] = {{"layouts", layout_key},
                        {"attributes", attributes},
                        {"parameters", key_of(parameters)},
                        {"version", static_cast<Key>(measure.info().version)},
                        {"measure", key_of(measure.info())}};
    if (reads_programme) {
      outcome_parts[i].emplace_back("programme", encounter_key);
    }
    bool made_now = false;
    auto outcome = memo_.get<Outcome>(
        key_of(outcome_parts[i]),
        [&]() -> Result<Outcome> {
          const Scene scene{building,
                            result.layouts,
                            *result.access,
                            *result.on_foot,
                            *result.wheelchair_low,
                            *result.wheelchair_high,
                            result.sights,
                            parameters,
                            reads_programme && result.encounter ? &project.programme : nullptr,
                            reads_programme ? result.encounter.get() : nullptr};
          Job own(job.token());  // progress of one measure says little, stopping is of the whole
          if (job.stopped()) return cancelled();
          return measure.evaluate(scene, own);
        },
        [](const Outcome& value) { return bytes_of(value); }, made_now);
    outcome_made[i] = made_now;
    if (outcome) {
      outcomes[i] = *outcome;
    } else {
      errors[i] = outcome.error();
    }
  };
  // What asks for no programme does not wait for it.
  std::vector<std::size_t> at_once, after;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    (measures[i]->info().reads_programme ? after : at_once).push_back(i);
  }
  const auto make_outcomes = [&](const std::vector<std::size_t>& which) {
    tbb::parallel_for(std::size_t{0}, which.size(), [&](std::size_t i) { make_outcome(which[i]); });
  };
  tbb::parallel_invoke(make_encounters, [&] { make_outcomes(at_once); });
  if (encounter_error) return *encounter_error;
  make_outcomes(after);
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (errors[i]) return *errors[i];
    result.outcomes[measures[i]->info().id] = outcomes[i];
    notes.push_back(
        note("measure " + measures[i]->info().id, outcome_parts[i], outcome_made[i] != 0));
  }
  return result;
}

Result<Evaluation> Session::evaluate(const Project& project, const EvaluateOptions& options,
                                     Job& job) {
  Evaluation evaluation;
  evaluation.scope = options.scope;
  evaluation.scale = options.scale;
  evaluation.findings = project.import_findings;
  for (const Building& building : project.buildings) {
    Result<BuildingResult> result = evaluate(building, project, options, job, evaluation.notes);
    if (!result) return result.error();
    for (const auto& layout : result->layouts) {
      evaluation.findings.insert(evaluation.findings.end(), layout->findings.begin(),
                                 layout->findings.end());
    }
    evaluation.findings.insert(evaluation.findings.end(), result->access->findings.begin(),
                               result->access->findings.end());
    evaluation.buildings.push_back(std::move(*result));
  }
  if (project.wijk) {
    Result<WijkResult> result = evaluate_wijk(project, options, job, evaluation.notes);
    if (!result) return result.error();
    if (const auto& network = result->ground->network) {
      evaluation.findings.insert(evaluation.findings.end(), network->findings.begin(),
                                 network->findings.end());
    }
    evaluation.wijk = std::make_shared<const WijkResult>(std::move(*result));
  }
  if (job.stopped()) return cancelled();
  std::map<std::string, Outcome> outcomes;
  if (!evaluation.buildings.empty()) {
    for (const auto& [id, outcome] : evaluation.buildings.front().outcomes) outcomes[id] = *outcome;
  }
  if (evaluation.wijk) {
    for (const auto& [id, outcome] : evaluation.wijk->outcomes) outcomes[id] = *outcome;
  }
  evaluation.judgement = judge({scaled_.at(options.scale), evaluation.scope.criteria, outcomes,
                                project.ambition, project.answers, options.today, project.name});
  return evaluation;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "measure/clinic.h"
#include "measure/plugin_measure.h"

namespace trefpunt {

inline Result<Outcome> evaluate(const Measure& measure, const TestScene& scene, Job& job,
                                const std::map<std::string, double>& parameters) {
  return measure.evaluate({scene.building, scene.layouts, scene.access, *scene.on_foot,
                           *scene.wheelchair_low, *scene.wheelchair_high, scene.sights, parameters},
                          job);
}

// The outcome of a plugin linked into the test; parameters that are not named have their defaults.
inline Outcome outcome_of(const tp_plugin& plugin, const TestScene& scene,
                          std::map<std::string, double> parameters = {}) {
  REQUIRE(check_plugin(plugin, "linked"));
  const PluginMeasure measure(plugin, {"linked.so", "", ""});
  for (const ParameterInfo& own : measure.info().parameters) {
    parameters.try_emplace(own.id, own.value);
  }
  Job job;
  Result<Outcome> outcome = evaluate(measure, scene, job, parameters);
  REQUIRE(outcome);
  return *std::move(outcome);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "encounter/encounters.h"
#include "encounter/privacy.h"
#include "encounter/sensitivity.h"
#include "encounter/simulation.h"

namespace trefpunt {

// All that a programme gives on a building.
struct EncounterResult {
  std::shared_ptr<const EncounterModel> model;
  std::shared_ptr<const StayPairs> stays;
  std::shared_ptr<const Passings> passings;
  std::shared_ptr<const Encounters> formula;     // by the closed form
  std::shared_ptr<const Encounters> encounters;  // simulated when weeks > 0, else the formula's
  std::shared_ptr<const std::vector<PrivacyCost>> privacy;
  std::shared_ptr<const Simulation> simulation;  // null: by formula
  std::shared_ptr<const Tornado> sensitivity;    // of repeated_pairs(); made for a report
  std::optional<Error> refused;  // why the programme does not fit the plan; then the rest is null
};

// Expected number of pairs of people that meet repeatedly where one can stop or stay (the middle
// kappa): of roles that are declared to be wanted together; of all when none are.
double repeated_pairs(const Programme& programme, const Encounters& encounters);

}  // namespace trefpunt

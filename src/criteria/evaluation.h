// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "criteria/scope.h"
#include "criteria/verdict.h"
#include "measure/building_result.h"
#include "measure/wijk_result.h"
#include "plan/finding.h"

namespace trefpunt {

// A stage that ran or was remembered, and why: for --explain.
struct StageNote {
  std::string stage;  // "layout L1", "measure avoidability"
  bool was_remade = false;
  std::string because;  // what of its key changed, or "remembered"
};

// All that follows from a project.
struct Evaluation {
  std::vector<BuildingResult> buildings;   // as Project::buildings
  std::shared_ptr<const WijkResult> wijk;  // null: none
  Scope scope;
  Judgement judgement;            // over the first building, or the wijk when the scale is its
  std::vector<Finding> findings;  // of the import, the layouts and the access graph, in that order
  std::vector<StageNote> notes;
};

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

namespace trefpunt {

// What was decided otherwise in `after` than in `before`: one change per entry of ambition.json and
// answers.json, in the order of those files, with what was added or altered first and what was
// taken away last in each list. An entry is known by its criterion (a parameter also by its name, a
// consultation by body and date); its place in the list says nothing. Before them, as the kind
// "plan", that other files of the plan were read: a renewal.
// `by` is the function that made the changes; empty: who the entry itself says decided, declared or
// answered. `moment` is an ISO day or moment.
std::vector<DecisionChange> decision_changes(const Project& before, const Project& after,
                                             const std::string& by, const std::string& moment);

// `now` with the history of `before` and behind it what changed since. `before` is the project as
// it was last saved or read, so that a history has one step per saving and nothing of what was
// undone in between; whatever history `now` has is left out of account. Call it where a project is
// saved or reported on, and keep what it gives as the next `before`.
Project with_history(const Project& before, Project now, const std::string& by,
                     const std::string& moment);

}  // namespace trefpunt

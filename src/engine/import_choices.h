// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "project/project.h"

namespace trefpunt {

// What a planner corrects in a plan that was just read, before it is a design with a history.

struct StoreyChoice {
  std::string name;
  double level = 0;
};
// Names and levels, all at once, so that storeys can change places. Findings follow the name; once
// someone sets a level, none is guessed any more. Errors: BadInput for a name that is empty or
// taken, and for a level that is taken.
Result<Project> with_storeys(const Project& project,
                             const std::map<StoreyId, StoreyChoice>& choices);
// That storey at that level; a storey that is there gets the level that came free. A storey that is
// called after its level takes the new one's name.
Result<Project> with_level(const Project& project, StoreyId storey, double level);

std::vector<SpaceId> spaces_called(const Project& project, const std::string& name);
Project with_use(const Project& project, const std::vector<SpaceId>& spaces, Use use);

// The same choices after the files were read again, when ids may have become others: storeys are
// known by the name they were read with, spaces by their key in the file, their number or name.
struct Carried {
  Project project;
  int lost = 0;  // choices whose storey or space is not there any more, or is not the only one
};
Carried carry_choices(const Project& read, const Project& corrected, const Project& again);

}  // namespace trefpunt

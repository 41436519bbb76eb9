// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/read_input.h"
#include "project/renewal.h"

namespace trefpunt {

struct RenewOptions {
  // Plan files of one building, and what is needed to read them, as `trefpunt new` has it. The CRS
  // of the plan is that of the project.
  InputOptions files;
  std::string building;           // its name in the project; empty: the only one
  bool is_same_building = false;  // also when nothing in the files is recognised
};

// The project with what those files say in the place of the older plan. Errors: those of reading
// and of renewed() (project/renewal.h), NotFound for the building, BadInput for files that are no
// plan.
Result<Renewal> renew_project(const Project& project, const RenewOptions& options,
                              const Catalogue& catalogue, Session& session, Job& job);

}  // namespace trefpunt

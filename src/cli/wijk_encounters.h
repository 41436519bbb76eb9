// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "engine/session.h"

namespace trefpunt {

// `trefpunt encounters` of a wijk: writes command.path and says the main figures. With
// command.against also what differs from that other wijk.
Result<int> run_wijk_encounters(const EncountersCommand& command, const Project& project,
                                const Catalogue& catalogue, Session& session, Job& job);

}  // namespace trefpunt

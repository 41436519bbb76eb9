// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "encounter/model.h"

namespace trefpunt {

// A building with what was derived from it, as a programme needs it. Read only.
struct EncounterGround {
  const Building& building;
  const Layouts& layouts;
  const StoreySights& sights;
  const WalkNetwork& network;
  const WalkGraph& on_foot;  // walker()
};

// The pairs of stations that somebody walks between, sorted: Trip::pair counts in this list.
struct LaidOut {
  EncounterModel model;  // without routes
  std::vector<std::pair<int, int>> pairs;
};

// Finds the places of a programme on a building and who goes where. Of several places that fit, the
// nearest on foot; people of a role are spread over several homes, by beds where stated.
// Errors: BadInput with role, errand and line, when a place is not there or cannot be reached.
Result<LaidOut> lay_out(const Programme& programme, const EncounterGround& ground, Job& job);

// Two people who want to talk can stop here: two seats within 5 m and in sight of the middle of the
// piece, or a place to meet or to wait.
std::vector<bool> stopping_places(const EncounterGround& ground, const RouteSet& routes);

// The model with its routes; `routes` were made for the pairs of its laying out.
EncounterModel with_routes(LaidOut laid, std::shared_ptr<const RouteSet> routes,
                           const EncounterGround& ground);

// The share of the ordered pairs of positions in a space that see each other within `sight_m`: its
// seats when it has two or more, else its cells (at most 256, evenly chosen). 1 with one position.
double chance_to_notice(const EncounterGround& ground, int storey, int space, double sight_m);

inline constexpr double kStopDistance = 5;  // m to the nearest two seats

}  // namespace trefpunt

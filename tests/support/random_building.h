// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "encounter/lay_out.h"

namespace trefpunt {

// One or two storeys of 12 to 40 rooms along one corridor, two, or a ring: bedrooms, a lounge or
// two with seats, a staff room and other rooms; a public entrance and, between storeys, stairs.
// The same seed gives the same building on any machine.
Building random_building(std::uint32_t seed);

// 3 to 6 roles of 3 to 10 people for such a building: who sleeps there, who works in shifts, who
// visits in the afternoon; 2 to 5 errands each with a dwell of 3 to 60 min, of one length or
// spread; now and then a session with fixed members.
Programme random_programme(std::uint32_t seed);

// A building with all that is derived from it.
struct Grounds {
  Building building;
  Layouts layouts;
  StoreySights sights;
  WalkNetwork network;
  std::shared_ptr<const WalkGraph> on_foot;
  EncounterGround ground() const { return {building, layouts, sights, network, *on_foot}; }
};
// Errors as those of its parts.
Result<std::shared_ptr<const Grounds>> grounds_of(Building building, Job& job);
// The whole chain from programme to model.
Result<EncounterModel> model_of(const Programme& programme, const Grounds& grounds, Job& job);

}  // namespace trefpunt

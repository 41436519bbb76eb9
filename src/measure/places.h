// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "measure/measure.h"

namespace trefpunt {

// A space of the building: indices into its storeys and into that storey's spaces.
struct SpaceRef {
  int storey = 0;
  int index = 0;
  bool operator==(const SpaceRef&) const = default;
};

// In the order of storeys and spaces.
std::vector<SpaceRef> spaces_of(const Scene& scene, bool (*wanted)(Use));
std::vector<SpaceRef> spaces_of(const Scene& scene, Use use);
std::vector<SpaceRef> all_spaces(const Scene& scene);

const Space& space_of(const Scene& scene, SpaceRef ref);
const SpaceShape& shape_of(const Scene& scene, SpaceRef ref);
PlanPlace place_of(const Scene& scene, SpaceRef ref);
PlanPlace door_place(const Scene& scene, int storey, int door);

// Points just inside the space's doors, and the middles of its open sides. Empty: no way in.
std::vector<Place> ways_in(const Scene& scene, SpaceRef ref);

// From each set of places the shortest way to any of `goals`; infinity when there is none.
std::vector<double> nearest(const WalkGraph& graph, const std::vector<std::vector<Place>>& sets,
                            const std::vector<Place>& goals, Job& job);

// Why there is no number without any meeting place.
Value no_meeting_place(const Scene& scene);

// When there is no number at all: why, as the headline and as every secondary value.
Outcome without_numbers(Outcome outcome, const MeasureInfo& info, const Value& why);

// Whether there are spaces and each says what it is for: only then "there is none" can be said.
bool all_uses_known(const Scene& scene);
// Adds what every measure by use takes for granted: uses suggested from names count as they are,
// spaces without a known use, or of `missing` floor, do not count.
void note_uses(const Scene& scene, Outcome& outcome);
void note_missing_floor(int missing, Outcome& outcome);

Error stopped();  // the job is no longer wanted

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "measure/measure.h"
#include "measure/values.h"

namespace trefpunt {

// A door through which the public may come in.
struct PublicEntrance {
  int storey = 0;
  int door = 0;                      // index into the storey's doors
  int node = 0;                      // of the access graph, just inside
  YesNo is_public = YesNo::Unknown;  // Yes or Unknown
};

// Doors to the outside of which nothing says that they are closed to the public.
std::vector<PublicEntrance> public_entrances(const Scene& scene);

// A point on the floor just inside it; empty when none is found.
std::optional<Place> inside_of(const Scene& scene, const PublicEntrance& entrance);

// Whether one of them is certain; without it no measure from the entrance can be made.
bool has_certain_entrance(const std::vector<PublicEntrance>& entrances);
NotComputed no_public_entrance();

// Says which entrances were taken to be public without the plan saying so.
void note_entrances(const Scene& scene, const std::vector<PublicEntrance>& entrances,
                    Outcome& outcome);

}  // namespace trefpunt

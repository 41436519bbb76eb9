// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/furnished_floor.h"

namespace trefpunt {

FreeFloor furnished_floor(const Scene& scene, SpaceRef ref) {
  const Storey& storey = *scene.building.storeys[static_cast<std::size_t>(ref.storey)];
  FreeFloor free{*shape_of(scene, ref).polygon, {}, {}, {}};
  const Box box = box_of(free.floor.outer).grown(kSeatRadius);
  for (const Furniture& piece : storey.furniture) {
    const Box other = box_of(piece.ring);
    if (!other.empty() && other.low.x <= box.high.x && other.high.x >= box.low.x &&
        other.low.y <= box.high.y && other.high.y >= box.low.y) {
      free.rings.push_back(piece.ring);
    }
  }
  for (const Seat& seat : storey.seats) {
    if (box.contains(seat.at)) free.discs.push_back({seat.at, kSeatRadius});
  }
  return free;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/storey.h"

namespace trefpunt {

Box box_of(const Storey& storey) {
  Box box = box_of(storey.outline);
  for (const Wall& wall : storey.walls) box.add(box_of(wall.points));
  for (const Boundary& boundary : storey.boundaries) box.add(box_of(boundary.points));
  for (const Door& door : storey.doors) {
    box.add(door.a);
    box.add(door.b);
  }
  for (const Window& window : storey.windows) {
    box.add(window.a);
    box.add(window.b);
  }
  return box;
}

void hash_geometry(Hasher& hasher, const Storey& storey) {
  hasher.add(storey.walls.size());
  for (const Wall& wall : storey.walls) {
    hasher.add(wall.id.number).add(wall.points).add(wall.is_closed).add(wall.is_glass);
  }
  hasher.add(storey.doors.size());
  for (const Door& door : storey.doors) {
    hasher.add(door.id.number).add(door.a).add(door.b).add(door.footprint);
    hasher.add(door.is_glass).add(door.is_opening);
  }
  hasher.add(storey.windows.size());
  for (const Window& window : storey.windows) {
    hasher.add(window.id.number).add(window.a).add(window.b).add(window.footprint);
  }
  hasher.add(storey.furniture.size());
  for (const Furniture& piece : storey.furniture) {
    hasher.add(piece.id.number).add(piece.ring).add(piece.blocks_sight);
  }
  hasher.add(storey.boundaries.size());
  for (const Boundary& boundary : storey.boundaries) {
    hasher.add(boundary.id.number).add(boundary.points).add(boundary.is_closed);
  }
  hasher.add(storey.links.size());
  for (const Link& link : storey.links) {
    hasher.add(link.id.number).add(link.kind).add(link.footprint);
  }
  hasher.add(storey.seats.size());
  for (const Seat& seat : storey.seats) hasher.add(seat.id.number).add(seat.at);
  hasher.add(storey.spaces.size());
  for (const Space& space : storey.spaces) hasher.add(space.id.number).add(space.anchor);
  hasher.add(storey.outline);
}

void hash_attributes(Hasher& hasher, const Storey& storey) {
  hasher.add(storey.id.number).add(storey.name).add(storey.level);
  for (const Space& space : storey.spaces) {
    hasher.add(space.name).add(space.number).add(space.use).add(space.use_is_suggested);
    hasher.add(space.unit.number).add(space.beds).add(space.stated_area_m2).add(space.access);
    hasher.add(space.building_function).add(space.opening_hours);
  }
  for (const Door& door : storey.doors) {
    hasher.add(door.clear_width).add(door.threshold_height).add(door.lock).add(door.entrance);
    hasher.add(door.name);
  }
  for (const Window& window : storey.windows) hasher.add(window.sill_height);
  for (const Seat& seat : storey.seats) hasher.add(seat.places);
  for (const Furniture& piece : storey.furniture) hasher.add(piece.name);
  for (const Link& link : storey.links) hasher.add(link.walking_length).add(link.slope);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "measure/main_routes.h"
#include "measure/places.h"
#include "space/isovist.h"

namespace trefpunt {

// A seat on the drawing and the space it stands in.
struct SeatRef {
  SpaceRef space;
  int seat = 0;  // index into the storey's seats
};
const Seat& seat_of(const Scene& scene, const SeatRef& ref);

// Where anyone may be: meeting and waiting places, corridors, entrances and receptions that are not
// stated to be for staff or by appointment.
bool is_open_to_visitors(const Space& space);

// The seats in spaces that `wanted` takes, in the order of storeys and seats.
std::vector<SeatRef> seats_in(const Scene& scene, bool (*wanted)(const Space&));
// Whether the drawing shows a seat anywhere; without it nothing can be said of seats.
bool shows_seats(const Scene& scene);
Value no_seats_drawn();

// What can be seen from a seat with the doors open; its state tells whether it has a view at all.
Isovist view_from(const Scene& scene, const SeatRef& ref);
bool sees(const Isovist& view, Point p);

// Says how fine the grid is and that doors stand open.
void note_sight(const Scene& scene, Outcome& outcome);

}  // namespace trefpunt

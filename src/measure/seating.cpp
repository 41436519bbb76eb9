// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/seating.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/index.h"

namespace trefpunt {

const Seat& seat_of(const Scene& scene, const SeatRef& ref) {
  return scene.building.storeys[at(ref.space.storey)]->seats[at(ref.seat)];
}

bool is_open_to_visitors(const Space& space) {
  if (space.access == Access::Staff || space.access == Access::Appointment) return false;
  return is_meeting_place(space.use) || space.use == Use::Waiting || space.use == Use::Corridor ||
         space.use == Use::Entrance || space.use == Use::Reception;
}

std::vector<SeatRef> seats_in(const Scene& scene, bool (*wanted)(const Space&)) {
  std::vector<SeatRef> found;
  for (int s = 0; s < static_cast<int>(scene.building.storeys.size()); ++s) {
    const Storey& storey = *scene.building.storeys[at(s)];
    for (int i = 0; i < static_cast<int>(storey.seats.size()); ++i) {
      const auto here = space_at(*scene.layouts[at(s)], storey.seats[at(i)].at);
      if (!here) continue;
      const auto space = std::find_if(storey.spaces.begin(), storey.spaces.end(),
                                      [&](const Space& other) { return other.id == *here; });
      if (space == storey.spaces.end() || !wanted(*space)) continue;
      found.push_back({{s, static_cast<int>(space - storey.spaces.begin())}, i});
    }
  }
  return found;
}

bool shows_seats(const Scene& scene) {
  return std::any_of(scene.building.storeys.begin(), scene.building.storeys.end(),
                     [](const auto& storey) { return !storey->seats.empty(); });
}

Value no_seats_drawn() {
  return NotComputed{{"De tekening toont geen zitplaatsen.", "The drawing shows no seats."}};
}

Isovist view_from(const Scene& scene, const SeatRef& ref) {
  return make_isovist(scene.sights[at(ref.space.storey)]->open, seat_of(scene, ref).at);
}

bool sees(const Isovist& view, Point p) {
  return view.state == Isovist::State::Seen && contains(view.corners, p - view.from);
}

void note_sight(const Scene& scene, Outcome& outcome) {
  double finest = 0, coarsest = 0;
  for (const auto& sight : scene.sights) {
    if (sight->grid.cells.empty()) continue;
    const double spacing = sight->grid.spacing_m();
    finest = finest == 0 ? spacing : std::min(finest, spacing);
    coarsest = std::max(coarsest, spacing);
  }
  if (coarsest == 0) return;
  const auto words = [&](Lang lang, const char* to) {
    const std::string least = format_short(finest, 2, lang);
    return finest == coarsest ? least : least + to + format_short(coarsest, 2, lang);
  };
  outcome.assumptions.push_back(
      {fmt::format("Zicht is gemeten van cel naar cel; een cel is {} m. Deuren staan open, tenzij "
                   "anders vermeld.",
                   words(Lang::Nl, " tot ")),
       fmt::format("Sight was measured from cell to cell; a cell is {} m. Doors stand open unless "
                   "stated otherwise.",
                   words(Lang::En, " to "))});
}

}  // namespace trefpunt

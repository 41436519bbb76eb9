// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/exposure.h"

#include "measure/cell_set.h"
#include "measure/seating.h"

namespace trefpunt {

namespace {

bool is_seen_past_leaves(const StoreySight& sight, const CellSet& visitors, int cell) {
  for (const SightRun run : sight.runs.of(cell)) {
    for (auto other = static_cast<int>(run.first); other <= static_cast<int>(run.last); ++other) {
      if (visitors.holds(other) && sees_past_leaves(sight, cell, other)) return true;
    }
  }
  return false;
}

}  // namespace

Value exposed_share(const Scene& scene, const std::vector<SpaceRef>& rooms, bool doors_open) {
  double sum = 0;
  int counted_rooms = 0, visitor_cells = 0;
  for (std::size_t s = 0; s < scene.sights.size(); ++s) {
    const StoreySight& sight = *scene.sights[s];
    const Storey& storey = *scene.building.storeys[s];
    const CellSet visitors(sight, storey, is_open_to_visitors);
    visitor_cells += visitors.size();
    struct Count {
      int cells = 0, exposed = 0;
    };
    std::vector<Count> of_space(storey.spaces.size());
    for (int i = 0; i < sight.grid.size(); ++i) {
      const std::int32_t space = sight.space_of[static_cast<std::size_t>(i)];
      if (space < 0 || !is_private_room(storey.spaces[static_cast<std::size_t>(space)].use)) {
        continue;
      }
      Count& count = of_space[static_cast<std::size_t>(space)];
      ++count.cells;
      const bool is_exposed = doors_open ? visitors.seen_from(sight.runs, i) > 0
                                         : is_seen_past_leaves(sight, visitors, i);
      count.exposed += is_exposed ? 1 : 0;
    }
    for (const SpaceRef ref : rooms) {
      if (ref.storey != static_cast<int>(s)) continue;
      const Count& count = of_space[static_cast<std::size_t>(ref.index)];
      if (count.cells == 0) continue;
      ++counted_rooms;
      sum += static_cast<double>(count.exposed) / count.cells;
    }
  }
  if (counted_rooms == 0) {
    return NotComputed{
        {"De vloer van de kamers is niet gevonden.", "The floor of the rooms was not found."}};
  }
  if (visitor_cells == 0) {
    return NotComputed{{"Het is niet bekend welke vloer voor bezoekers open is.",
                        "It is not known which floor is open to visitors."}};
  }
  return sum / counted_rooms;
}

}  // namespace trefpunt

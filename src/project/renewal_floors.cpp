// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

constexpr double kFarForARoom = 1;  // m: a room of which one wall moved has not moved itself

std::optional<double> renewed_area(const SpaceFloors& floors, SpaceId id) {
  const auto found = floors.find(id);
  return found != floors.end() ? std::optional(area(found->second)) : std::nullopt;
}

const Space* space_around(const Storey& storey, const SpaceFloors& floors, Point at) {
  for (const Space& space : storey.spaces) {
    const auto floor = floors.find(space.id);
    if (floor != floors.end() && contains(floor->second, at)) return &space;
  }
  return nullptr;
}

}  // namespace

bool compare_floors(SpaceId id, const SpaceFloors& old, const SpaceFloors& now,
                    std::vector<RenewedField>& fields) {
  const std::optional<double> before = renewed_area(old, id), after = renewed_area(now, id);
  if (!before && !after) return false;
  if (!before || !after) {
    fields.push_back(area_changed(before, after));
    return false;
  }
  const Polygon &was = old.at(id), &is = now.at(id);
  const bool is_resized = std::abs(*after - *before) > kListedArea * *before;
  if (is_resized) fields.push_back(area_changed(before, after));
  const double far = distance(centroid(was.outer), centroid(is.outer));
  if (far > (is_resized ? kFarForARoom : kListedMove)) fields.push_back(moved_by(far));
  return !(was == is);
}

void report_lost_seats(const Storey& old, const SpaceFloors& old_floors, const Storey& now,
                       const SpaceFloors& floors, std::vector<Text>& depended) {
  for (const Seat& seat : now.seats) {
    if (!seat.source_key.empty()) continue;
    const Space* was = space_around(old, old_floors, seat.at);
    if (!was || space_around(now, floors, seat.at)) continue;
    const Text in = words_of_thing(*was);
    depended.push_back({fmt::format("Zitplek {} stond in {} ({}) en staat nu buiten elke ruimte.",
                                    to_string(seat.id), in.nl, now.name),
                        fmt::format("Seat {} stood in {} ({}) and is now outside every space.",
                                    to_string(seat.id), in.en, now.name)});
  }
}

}  // namespace trefpunt

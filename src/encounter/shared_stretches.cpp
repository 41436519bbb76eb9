// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/routes.h"

namespace trefpunt {

std::vector<SharedStretch> shared_stretches(const RouteSet& set, const Route& a, const Route& b) {
  // Where each piece stands in b, counted from 1; 0 again for all of them before we leave.
  static thread_local std::vector<std::int32_t> place_in_b;
  if (place_in_b.size() < set.pieces.size()) place_in_b.resize(set.pieces.size(), 0);
  const auto place = [](const RoutePiece& part) -> std::int32_t& {
    return place_in_b[static_cast<std::size_t>(part.piece)];
  };
  std::int32_t count = 0;
  for (const RoutePiece& part : b.pieces) place(part) = ++count;

  std::vector<SharedStretch> stretches;
  std::int32_t last = 0;  // the place in b of the piece before, 0 when it is not shared
  for (const RoutePiece& part : a.pieces) {
    const std::int32_t here = place(part);
    if (here > 0) {
      const RoutePiece& its = b.pieces[static_cast<std::size_t>(here - 1)];
      const double length = set.pieces[static_cast<std::size_t>(part.piece)].length;
      const bool same = part.forward == its.forward;
      if (last > 0 && stretches.back().same_direction == same &&
          here == (same ? last + 1 : last - 1)) {
        stretches.back().length += length;
        if (!same) stretches.back().start_b = its.start;
      } else {
        stretches.push_back({part.start, its.start, length, same, part.piece});
      }
    }
    last = here;
  }
  for (const RoutePiece& part : b.pieces) place(part) = 0;
  return stretches;
}

}  // namespace trefpunt

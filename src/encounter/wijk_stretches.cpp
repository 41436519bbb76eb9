// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_stretches.h"

#include <algorithm>

#include "encounter/wijk_routes.h"

namespace trefpunt {

int StreetStretches::before(int link, double along) const {
  if (along <= 0) return 0;
  const auto begin = end.begin() + first[link], last = end.begin() + first[link + 1];
  return static_cast<int>(std::lower_bound(begin, last, along) - begin) + 1;
}

Foothold at_end_if_near(const StreetNetwork& network, Foothold foothold) {
  const double length = network.links[foothold.link].length;
  if (foothold.along <= kSameLength) {
    foothold.along = 0;
  } else if (length - foothold.along <= kSameLength) {
    foothold.along = length;
  }
  return foothold;
}

StreetStretches cut_at(const StreetNetwork& network, const std::vector<Foothold>& places,
                       const std::vector<Foothold>& others) {
  struct Cut {
    double along;
    bool is_other;  // sorts behind a place at the same spot
    auto operator<=>(const Cut&) const = default;
  };
  std::vector<std::vector<Cut>> of_link(network.links.size());
  const auto add = [&](const std::vector<Foothold>& cuts, bool is_other) {
    for (const Foothold& cut : cuts) {
      if (cut.along > 0 && cut.along < network.links[cut.link].length) {
        of_link[cut.link].push_back({cut.along, is_other});
      }
    }
  };
  add(places, false);
  add(others, true);
  StreetStretches made;
  made.first = made.first_piece = made.first_of_piece = {0};
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    std::vector<Cut>& cuts = of_link[l];
    cuts.push_back({network.links[l].length, false});
    std::sort(cuts.begin(), cuts.end());
    double begin = 0, piece_begin = 0;
    for (const Cut& cut : cuts) {
      if (cut.along == begin) continue;
      made.end.push_back(cut.along);
      made.length.push_back(cut.along - begin);
      begin = cut.along;
      if (cut.is_other) continue;
      made.length_of_piece.push_back(cut.along - piece_begin);
      made.first_of_piece.push_back(made.count());
      piece_begin = cut.along;
    }
    made.first.push_back(made.count());
    made.first_piece.push_back(made.pieces());
  }
  return made;
}

}  // namespace trefpunt

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

StreetStretches cut_at(const StreetNetwork& network, const std::vector<Foothold>& cuts) {
  std::vector<std::vector<double>> of_link(network.links.size());
  for (const Foothold& cut : cuts) {
    if (cut.along > 0 && cut.along < network.links[cut.link].length) {
      of_link[cut.link].push_back(cut.along);
    }
  }
  StreetStretches stretches;
  stretches.first.push_back(0);
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    std::vector<double>& ends = of_link[l];
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    ends.push_back(network.links[l].length);
    double begin = 0;
    for (const double end : ends) {
      stretches.end.push_back(end);
      stretches.length.push_back(end - begin);
      begin = end;
    }
    stretches.first.push_back(stretches.count());
  }
  return stretches;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/radii.h"

#include <algorithm>

namespace trefpunt {

Status check_radii(const std::vector<double>& radii) {
  const bool all_good =
      !radii.empty() && std::all_of(radii.begin(), radii.end(), [](double radius) {
        return radius > 0 && radius <= kLargestRadius;  // not NaN either
      });
  if (all_good) return Done{};
  return Error{Code::BadInput,
               {"geef een of meer stralen op van meer dan 0 en ten hoogste 50.000 meter",
                "give one or more radii of more than 0 and at most 50,000 metres"},
               {}};
}

}  // namespace trefpunt

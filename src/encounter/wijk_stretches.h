// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "street/foothold.h"
#include "street/network.h"

namespace trefpunt {

// Links cut at the doors and benches on them: who walks on a stretch walks all of it, so that two
// neighbours who leave in opposite directions share nothing.
struct StreetStretches {
  std::vector<int> first;      // of link l: [first[l], first[l + 1])
  std::vector<double> end;     // per stretch: m along its link
  std::vector<double> length;  // per stretch: m

  int count() const { return static_cast<int>(length.size()); }
  // The stretches of the link that lie before a cut at `along`.
  int before(int link, double along) const;
};

// A foothold within kSameLength of an end of its link is put there.
Foothold at_end_if_near(const StreetNetwork& network, Foothold foothold);

StreetStretches cut_at(const StreetNetwork& network, const std::vector<Foothold>& cuts);

}  // namespace trefpunt

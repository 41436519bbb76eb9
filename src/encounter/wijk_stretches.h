// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "street/foothold.h"
#include "street/network.h"

namespace trefpunt {

// Links cut into pieces at the places on them, and pieces into stretches at homes and benches. Who
// walks on a stretch walks all of it, so that two neighbours who leave in opposite directions share
// nothing; all but the people of a piece's own homes walk all of it.
struct StreetStretches {
  std::vector<int> first;               // of link l: [first[l], first[l + 1])
  std::vector<double> end;              // per stretch: m along its link
  std::vector<double> length;           // per stretch: m
  std::vector<int> first_piece;         // of link l: [first_piece[l], first_piece[l + 1])
  std::vector<int> first_of_piece;      // of piece p: stretches [..[p], ..[p + 1])
  std::vector<double> length_of_piece;  // m

  int count() const { return static_cast<int>(length.size()); }
  int pieces() const { return static_cast<int>(length_of_piece.size()); }
  // The stretches of the link that lie before a cut at `along`.
  int before(int link, double along) const;
};

// A foothold within kSameLength of an end of its link is put there.
Foothold at_end_if_near(const StreetNetwork& network, Foothold foothold);

StreetStretches cut_at(const StreetNetwork& network, const std::vector<Foothold>& places,
                       const std::vector<Foothold>& others);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "wijk/wijk.h"

namespace trefpunt {

// All that a thing states, ids included.
void hash_into(Hasher& hasher, const Street& street);
void hash_into(Hasher& hasher, const Home& home);
void hash_into(Hasher& hasher, const WijkPlace& place);
void hash_into(Hasher& hasher, const Furnishing& furnishing);
void hash_into(Hasher& hasher, const OpenSpace& space);
void hash_into(Hasher& hasher, const Footprint& footprint);
void hash_into(Hasher& hasher, const StatisticalArea& area);

// A layer that was never given differs from one that has nothing in it.
template <typename Thing>
Key key_of(const WijkLayer<Thing>& layer) {
  Hasher hasher;
  hasher.add(layer != nullptr);
  if (layer) hasher.add(*layer);
  return hasher.key();
}

}  // namespace trefpunt

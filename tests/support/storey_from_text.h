// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>

#include "plan/storey.h"

namespace trefpunt {

// A plan as text; one character is one square metre, the origin lies bottom left, y goes up.
//   #  solid wall            .  floor                  (blank)  outside
//   D  door, free            L  door with a lock       E  public entrance, a free door outside
//   O  opening without leaf  =  boundary through the middle of its cells
//   s  seat                  %  furniture              ^  stairs   @  lift   /  ramp
// A door of n cells is n - 0.1 m wide (an opening n m), with a threshold of 0 m: known, so that a
// test says itself what is not. Doors and walls are one metre deep.
// `spaces` gives a meaning to characters of its own choice and goes before the list above; each
// must stand once in the text. Spaces are numbered in the order of their characters, doors and
// the rest from the bottom row up, from left to right; on level n from 1000 n + 1.
Storey storey_from_text(std::string_view text, const std::map<char, Space>& spaces = {},
                        int level = 0);

}  // namespace trefpunt

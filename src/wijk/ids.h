// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace trefpunt {

// Letters differ from those of a plan (plan/ids.h), so that "P4" says what it is.
struct StreetTag {
  static constexpr char letter = 'E';
};
struct HomeTag {
  static constexpr char letter = 'H';
};
struct PlaceTag {
  static constexpr char letter = 'P';
};
struct FurnishingTag {
  static constexpr char letter = 'M';
};
struct OpenSpaceTag {
  static constexpr char letter = 'O';
};
struct FootprintTag {
  static constexpr char letter = 'G';
};

using StreetId = Id<StreetTag>;
using HomeId = Id<HomeTag>;
using PlaceId = Id<PlaceTag>;
using FurnishingId = Id<FurnishingTag>;
using OpenSpaceId = Id<OpenSpaceTag>;
using FootprintId = Id<FootprintTag>;

}  // namespace trefpunt

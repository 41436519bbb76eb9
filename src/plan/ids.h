// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace trefpunt {

struct StoreyTag {
  static constexpr char letter = 'L';
};
struct SpaceTag {
  static constexpr char letter = 'S';
};
struct WallTag {
  static constexpr char letter = 'W';
};
struct DoorTag {
  static constexpr char letter = 'D';
};
struct WindowTag {
  static constexpr char letter = 'V';
};
struct SeatTag {
  static constexpr char letter = 'Z';
};
struct FurnitureTag {
  static constexpr char letter = 'F';
};
struct LinkTag {
  static constexpr char letter = 'K';
};
struct BoundaryTag {
  static constexpr char letter = 'B';
};
struct UnitTag {
  static constexpr char letter = 'U';
};

using StoreyId = Id<StoreyTag>;
using SpaceId = Id<SpaceTag>;
using WallId = Id<WallTag>;
using DoorId = Id<DoorTag>;
using WindowId = Id<WindowTag>;
using SeatId = Id<SeatTag>;
using FurnitureId = Id<FurnitureTag>;
using LinkId = Id<LinkTag>;
using BoundaryId = Id<BoundaryTag>;
using UnitId = Id<UnitTag>;

}  // namespace trefpunt

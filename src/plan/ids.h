// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <string_view>

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

// The id that to_string() writes this way: id_from<DoorId>("D12"); 0 when it writes none so.
template <typename AnyId>
AnyId id_from(std::string_view text) {
  AnyId id;
  if (text.empty()) return id;
  std::from_chars(text.data() + 1, text.data() + text.size(), id.number);
  return id.number > 0 && to_string(id) == text ? id : AnyId{};
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace trefpunt {

// What a space is for. The list is closed: a measure asks for a use, never for a name.
enum class Use {
  Unknown,
  Bedroom,
  Consulting,
  Treatment,
  Waiting,
  Lounge,
  Dayroom,
  Living,
  FamilyRoom,
  GroupRoom,
  Meeting,
  Quiet,
  ThirdPlace,
  Activity,
  Toilet,
  AccessibleToilet,
  Bathroom,
  Reception,
  Entrance,
  Corridor,
  Stairs,
  Lift,
  Office,
  StaffRoom,
  Kitchen,
  Pantry,
  Pharmacy,
  Storage,
  Technical,
  Outdoor,
  Void,
  Other
};

const std::vector<Use>& all_uses();
std::string_view id_of(Use use);                      // "group_room"
std::optional<Use> use_from_id(std::string_view id);  // the ids above, nothing else
const Text& name_of(Use use);                         // "groepsruimte", "group room"

// A place to meet: lounge, dayroom, living, family room, group room, third place or activity room.
// A waiting room is not one: people are there to wait (reported apart).
bool is_meeting_place(Use use);
// A place to sit without an appointment: lounge, dayroom, living, third place.
bool is_informal_meeting_place(Use use);
// A private room whose user may want to avoid meeting: bedroom, consulting or treatment room.
bool is_private_room(Use use);
// Where people only move: corridor, entrance, stairs, lift.
bool is_circulation(Use use);
// Not a floor to stay on: void, outdoor, stairs, lift shaft.
bool is_floor(Use use);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "project/project.h"

namespace trefpunt {

// What a user can do to a project, as plain data. Ids in `add` edits are given by apply().
namespace edit {
struct AddWall {
  StoreyId storey;
  Wall wall;
};
// Moves every vertex of walls, doors, windows, boundaries and the outline that coincides.
struct MoveVertex {
  StoreyId storey;
  Point from;
  Point to;
};
struct RemoveWall {
  StoreyId storey;
  WallId wall;
};
struct AddDoor {
  StoreyId storey;
  Door door;
};
struct SetDoor {
  StoreyId storey;
  Door door;
};  // by door.id
struct RemoveDoor {
  StoreyId storey;
  DoorId door;
};
struct AddSpace {
  StoreyId storey;
  Space space;
};
struct SetSpace {
  StoreyId storey;
  Space space;
};  // by space.id
struct RemoveSpace {
  StoreyId storey;
  SpaceId space;
};
struct AddSeat {
  StoreyId storey;
  Seat seat;
};
struct RemoveSeat {
  StoreyId storey;
  SeatId seat;
};
struct SetAmbition {
  Ambition ambition;
};
struct SetAnswers {
  Answers answers;
};
}  // namespace edit

using Edit =
    std::variant<edit::AddWall, edit::MoveVertex, edit::RemoveWall, edit::AddDoor, edit::SetDoor,
                 edit::RemoveDoor, edit::AddSpace, edit::SetSpace, edit::RemoveSpace, edit::AddSeat,
                 edit::RemoveSeat, edit::SetAmbition, edit::SetAnswers>;

// The project after the edit; the one before is untouched, and every storey but the edited one is
// shared with it. Errors: NotFound for an id that is not there, BadInput for coordinates that are
// not numbers or a wall of fewer than two points.
Result<Project> apply(const Project& project, const Edit& edit);

}  // namespace trefpunt

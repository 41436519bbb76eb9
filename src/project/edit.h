// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "project/project.h"

namespace trefpunt {

// What a user can do to a project, as plain data. A building is named by its place in the project.
namespace edit {
// The id of what is added is given by apply().
template <typename Thing>
struct Add {
  StoreyId storey;
  Thing thing;
};
// Takes the place of the thing with the same id.
template <typename Thing>
struct Set {
  StoreyId storey;
  Thing thing;
};
template <typename Thing>
struct Remove {
  StoreyId storey;
  decltype(Thing::id) id;
};
using AddWall = Add<Wall>;
using SetWall = Set<Wall>;
using RemoveWall = Remove<Wall>;
using AddDoor = Add<Door>;
using SetDoor = Set<Door>;
using RemoveDoor = Remove<Door>;
using AddWindow = Add<Window>;
using SetWindow = Set<Window>;
using RemoveWindow = Remove<Window>;
using AddSpace = Add<Space>;
using SetSpace = Set<Space>;
using RemoveSpace = Remove<Space>;
using AddSeat = Add<Seat>;
using SetSeat = Set<Seat>;
using RemoveSeat = Remove<Seat>;
using AddFurniture = Add<Furniture>;
using SetFurniture = Set<Furniture>;
using RemoveFurniture = Remove<Furniture>;
using AddLink = Add<Link>;
using SetLink = Set<Link>;
using RemoveLink = Remove<Link>;
using AddBoundary = Add<Boundary>;
using SetBoundary = Set<Boundary>;
using RemoveBoundary = Remove<Boundary>;

// Moves every vertex of walls, doors, windows, boundaries and the outline that coincides.
struct MoveVertex {
  StoreyId storey;
  Point from;
  Point to;
};
// Cuts an open wall at its point nearest to `at`; the part behind it gets a new id.
struct SplitWall {
  StoreyId storey;
  WallId wall;
  Point at;
};
// Moves what is named ("W3", "D4"). With a wall go its doors and windows, and every vertex of
// other walls, doors, windows, boundaries and the outline that coincides with one of its own; a
// boundary goes alone.
struct MoveThings {
  StoreyId storey;
  std::vector<std::string> objects;
  Point by;
};
struct RemoveThings {
  StoreyId storey;
  std::vector<std::string> objects;
};

// In the same building, in the order of levels, with new ids for everything, no source keys and no
// underlay.
struct CopyStorey {
  std::size_t building;
  StoreyId storey;
  std::string name;
  double level;
};
struct SetStorey {
  StoreyId storey;
  std::string name;
  double level;
};
struct RemoveStorey {
  StoreyId storey;
};
// In the place of the storey's underlay, if it has one.
struct SetUnderlay {
  StoreyId storey;
  Underlay underlay;
};
struct RemoveUnderlay {
  StoreyId storey;
};
struct AddUnit {
  std::size_t building;
  Unit unit;
};
struct SetUnit {
  std::size_t building;
  Unit unit;
};  // by unit.id

struct RenameProject {
  std::string name;
};
struct SetAmbition {
  Ambition ambition;
};
struct SetAnswers {
  Answers answers;
};
// An empty programme takes it away.
struct SetProgramme {
  Programme programme;
};

// In the project's wijk, whose things have no storey. Ids as above. Adding to a layer that nobody
// gave begins that layer.
template <typename Thing>
struct AddToWijk {
  Thing thing;
};
template <typename Thing>
struct SetInWijk {
  Thing thing;
};
template <typename Thing>
struct RemoveFromWijk {
  decltype(Thing::id) id;
};
using AddStreet = AddToWijk<Street>;
using SetStreet = SetInWijk<Street>;
using RemoveStreet = RemoveFromWijk<Street>;
using AddHome = AddToWijk<Home>;
using SetHome = SetInWijk<Home>;
using RemoveHome = RemoveFromWijk<Home>;
using AddPlace = AddToWijk<WijkPlace>;
using SetPlace = SetInWijk<WijkPlace>;
using RemovePlace = RemoveFromWijk<WijkPlace>;
using AddFurnishing = AddToWijk<Furnishing>;
using SetFurnishing = SetInWijk<Furnishing>;
using RemoveFurnishing = RemoveFromWijk<Furnishing>;
using AddOpenSpace = AddToWijk<OpenSpace>;
using SetOpenSpace = SetInWijk<OpenSpace>;
using RemoveOpenSpace = RemoveFromWijk<OpenSpace>;
using AddFootprint = AddToWijk<Footprint>;
using SetFootprint = SetInWijk<Footprint>;
using RemoveFootprint = RemoveFromWijk<Footprint>;

// Moves every vertex of streets that coincides.
struct MoveStreetVertex {
  Point from;
  Point to;
};
// Cuts a street at its point nearest to `at`, which becomes a vertex where others can join; the
// part behind it gets a new id.
struct SplitStreet {
  StreetId street;
  Point at;
};
// What is named ("P4", "E12"). With a street goes every vertex of other streets that coincides
// with one of its own.
struct MoveWijkThings {
  std::vector<std::string> objects;
  Point by;
};
struct RemoveWijkThings {
  std::vector<std::string> objects;
};
struct SetWijk {
  std::string name;
  double snap_tolerance = 0;
  bool benches_are_all = false;
};
struct SetWijkAssumptions {
  WijkAssumptions assumptions;
};
// Where a plan stands in the wijk; empty takes it out again.
struct PlaceBuilding {
  std::size_t building;
  std::optional<WijkPosition> position;
};
}  // namespace edit

using Edit = std::variant<
    edit::AddWall, edit::SetWall, edit::RemoveWall, edit::AddDoor, edit::SetDoor, edit::RemoveDoor,
    edit::AddWindow, edit::SetWindow, edit::RemoveWindow, edit::AddSpace, edit::SetSpace,
    edit::RemoveSpace, edit::AddSeat, edit::SetSeat, edit::RemoveSeat, edit::AddFurniture,
    edit::SetFurniture, edit::RemoveFurniture, edit::AddLink, edit::SetLink, edit::RemoveLink,
    edit::AddBoundary, edit::SetBoundary, edit::RemoveBoundary, edit::MoveVertex, edit::SplitWall,
    edit::MoveThings, edit::RemoveThings, edit::CopyStorey, edit::SetStorey, edit::RemoveStorey,
    edit::SetUnderlay, edit::RemoveUnderlay, edit::AddUnit, edit::SetUnit, edit::RenameProject,
    edit::SetAmbition, edit::SetAnswers, edit::SetProgramme, edit::AddStreet, edit::SetStreet,
    edit::RemoveStreet, edit::AddHome, edit::SetHome, edit::RemoveHome, edit::AddPlace,
    edit::SetPlace, edit::RemovePlace, edit::AddFurnishing, edit::SetFurnishing,
    edit::RemoveFurnishing, edit::AddOpenSpace, edit::SetOpenSpace, edit::RemoveOpenSpace,
    edit::AddFootprint, edit::SetFootprint, edit::RemoveFootprint, edit::MoveStreetVertex,
    edit::SplitStreet, edit::MoveWijkThings, edit::RemoveWijkThings, edit::SetWijk,
    edit::SetWijkAssumptions, edit::PlaceBuilding>;

// The project after the edit; the one before is untouched, and every storey and every layer of the
// wijk but the edited one is shared with it. Errors: NotFound for what is not there, BadInput for
// coordinates that are not numbers, shapes that cannot be, a level that is taken and the last
// storey of a building.
Result<Project> apply(const Project& project, const Edit& edit);

// What an undo menu calls it: "Deur verplaatsen", "Move door".
Text label_of(const Edit& edit);

}  // namespace trefpunt

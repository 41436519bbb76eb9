// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "geom/shapes.h"

namespace trefpunt {

enum class Severity { Note, Warning, Error };

// The plan is imperfect here. Every code has a section in docs/findings.md and a test file.
struct Finding {
  int code = 0;
  Severity severity = Severity::Warning;
  Text sentence;
  std::string storey;          // its name, or empty
  std::string object;          // "D12", "ruimtestaat: row 4", or empty
  std::optional<Point> place;  // on the storey
};

std::string_view id_of(Severity severity);  // "note", "warning", "error"

// The codes, grouped as in docs/findings.md: 1xx reading a file, 2xx the plan, 3xx the room list,
// 4xx the wijk: its streets from 401.
namespace finding {
inline constexpr int kUnitGuessed = 101;     // the drawing states no unit
inline constexpr int kSizeSuspicious = 102;  // wider than 2 km or smaller than 2 m
inline constexpr int kLevelGuessed = 103;    // level from the order of the files
inline constexpr int kSingleLayerIsWalls = 104;
inline constexpr int kFloorInsteadOfWalls = 105;  // walkable area with obstacles
inline constexpr int kUnboundXref = 106;
inline constexpr int kWithoutGeometry = 107;
inline constexpr int kUnknownKind = 108;  // a feature whose meaning is not recognised
inline constexpr int kSelfCrossing = 109;
inline constexpr int kLayersUnused = 110;
inline constexpr int kProjected = 111;   // WGS84 projected to a metric CRS
inline constexpr int kGapsClosed = 112;  // gaps in walls closed by guessed openings
inline constexpr int kBlockInsideItself = 113;
inline constexpr int kWallsFromDoors = 114;    // lines without a meaning, but with doors in them
inline constexpr int kStairsFromTreads = 116;  // lines without a meaning that lie like treads
inline constexpr int kSeveralStoreys = 118;    // a sheet with storeys next to each other
inline constexpr int kUnclosedWall = 201;
inline constexpr int kOverlappingSpaces = 202;
inline constexpr int kDoorToNowhere = 203;
inline constexpr int kSpaceWithoutDoor = 204;
inline constexpr int kUnreachableSpace = 205;
inline constexpr int kSeatOutside = 206;
inline constexpr int kDuplicateNumber = 207;
inline constexpr int kDoorWidthSuspicious = 208;
inline constexpr int kStoreyWithoutLink = 209;
inline constexpr int kTwoAnchors = 210;        // two spaces in one face
inline constexpr int kSpaceWithoutFace = 211;  // anchor in a wall or outside
inline constexpr int kFaceWithoutSpace = 212;  // a closed floor that no space claims
inline constexpr int kRowWithoutRoom = 301;
inline constexpr int kRoomWithoutRow = 302;
inline constexpr int kAreaDiffers = 303;  // more than 3 %
inline constexpr int kUseNotUnderstood = 304;
inline constexpr int kUnitContradicted = 305;  // two rows say different things of one unit
inline constexpr int kNearMiss = 401;          // a loose end within 2 m of another street
inline constexpr int kIsland = 402;            // streets apart from the rest
inline constexpr int kDuplicateLink = 403;     // the same piece of street twice
inline constexpr int kStreetWithoutLength = 404;
inline constexpr int kStreetWithoutPlace = 405;       // no usable coordinates
inline constexpr int kCrossingWithoutJunction = 406;  // neither bridge nor tunnel
}  // namespace finding

}  // namespace trefpunt

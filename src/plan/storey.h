// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geom/shapes.h"
#include "plan/ids.h"
#include "plan/underlay.h"
#include "plan/use.h"

namespace trefpunt {

// Every `source_key` is the thing's name in the file it came from: a DXF handle, a feature id.
// Every optional that is empty means "not known", never "none".

enum class Access { Unknown, Public, Appointment, Staff };

// A room or an open area, held by a point inside it. Its polygon is not stored: it is the face
// around the anchor between walls, closed doors and boundaries (space/layout.h).
struct Space {
  SpaceId id;
  Point anchor;
  std::string name;
  std::string number;
  Use use = Use::Unknown;
  bool use_is_suggested = false;  // by the dictionary, from the name
  UnitId unit;                    // 0: belongs to no unit
  std::optional<int> beds;
  std::optional<double> stated_area_m2;  // on the stamp or in the room list; never used as the area
  Access access = Access::Unknown;
  std::string building_function;  // gebruiksfunctie, as stated
  std::string opening_hours;      // as stated
  std::string source_key;
};

// Stops walking; stops sight too unless it is glass. A ring when it is drawn with its thickness.
struct Wall {
  WallId id;
  std::vector<Point> points;
  bool is_closed = false;  // the points are the ring of a solid wall
  bool is_glass = false;
  std::string source_key;
};

enum class Lock { Unknown, Free, Controlled };
enum class Entrance { Unknown, Public, Staff, None };

// A way through, from jamb a to jamb b. With a footprint (four points: a side, b side, b side,
// a side; so 0-1 and 2-3 are the passages, 1-2 and 3-0 the jambs) it owns the floor in its wall.
struct Door {
  DoorId id;
  Point a;
  Point b;
  Ring footprint;                          // empty: only the line
  std::optional<double> clear_width;       // m, free passage as stated; |ab| is only an upper bound
  std::optional<double> threshold_height;  // m
  Lock lock = Lock::Unknown;
  Entrance entrance = Entrance::Unknown;  // for a door to the outside
  bool is_glass = false;
  bool is_opening = false;  // a gap without a leaf
  std::string name;
  std::string source_key;

  double opening_width() const { return distance(a, b); }
};

struct Window {
  WindowId id;
  Point a;
  Point b;
  Ring footprint;  // empty: only the line
  std::optional<double> sill_height;
  std::string source_key;
};

struct Seat {
  SeatId id;
  Point at;
  int places = 1;
  std::string source_key;
};

// Stands on the floor: is walked around, seen over unless it is tall.
struct Furniture {
  FurnitureId id;
  Ring ring;
  bool blocks_sight = false;
  std::string name;
  std::string source_key;
};

enum class LinkKind { Stairs, Lift, Ramp };

// A way between storeys. It joins the link of the same kind on the next level whose footprint
// overlaps by half.
struct Link {
  LinkId id;
  LinkKind kind = LinkKind::Stairs;
  Ring footprint;
  std::optional<double> walking_length;  // m along the walking line to the next storey
  std::optional<double> slope;           // ramp: rise / run
  std::string source_key;
};

// Parts spaces without stopping anyone: the edge of a lounge in an open hall.
struct Boundary {
  BoundaryId id;
  std::vector<Point> points;
  bool is_closed = false;
  std::string source_key;
};

struct Storey {
  StoreyId id;
  std::string name;
  double level = 0;                 // 0 the ground floor; -1 below; 0.5 between
  std::optional<double> elevation;  // m: of the floor, in the heights of the file it came from
  std::string source_key;
  std::vector<Space> spaces;
  std::vector<Wall> walls;
  std::vector<Door> doors;
  std::vector<Window> windows;
  std::vector<Seat> seats;
  std::vector<Furniture> furniture;
  std::vector<Link> links;
  std::vector<Boundary> boundaries;
  Ring outline;  // of the building, when the drawing says; else empty
  std::optional<Underlay> underlay;
};

Box box_of(const Storey& storey);

// For memo keys: what the layout reads (all geometry and anchors), and what only measures read.
void hash_geometry(Hasher& hasher, const Storey& storey);
void hash_attributes(Hasher& hasher, const Storey& storey);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "geom/mesh.h"
#include "plan/finding.h"
#include "plan/storey.h"

namespace trefpunt {

struct LayoutParameters {
  double gap = 0.02;           // m: narrower gaps between walls are taken as closed
  double min_face_area = 0.5;  // m2: smaller unclaimed faces are wall cavities, not spaces
};

// What lies in a triangle of a storey's mesh.
enum class Zone : std::uint8_t { Outside, Solid, DoorReveal, Floor };

// The floor of one space: net, between wall faces and closed doors.
struct SpaceShape {
  SpaceId id;
  std::optional<Polygon> polygon;  // empty: the anchor lies in no face of its own
  double area_m2 = 0;              // holes taken off
};

// What a door joins. A side is a region of the mesh, the space that claims it, or the outside.
struct DoorSides {
  DoorId id;
  struct Side {
    int region = -1;  // -1: solid wall, nothing to reach
    std::optional<SpaceId> space;
    bool is_outside = false;
  };
  Side left, right;
};

// A stretch of boundary between two spaces, open to walkers.
struct Passage {
  SpaceId from, to;  // 0: a floor that no space claims
  int from_region, to_region;
  Segment along;  // its longest straight part
  double width = 0;
};

// What a storey's drawing means: faces, spaces, what doors join, and what is wrong with it.
struct Layout {
  std::shared_ptr<const Mesh> mesh;
  std::vector<Zone> zone;            // per triangle
  std::vector<int> region;           // per triangle: faces counted from 0, -1 in solid and outside
  std::vector<bool> is_furniture;    // per triangle: not walkable
  std::vector<int> space_of_region;  // index into Storey::spaces, or -1
  std::vector<double> area_of_region;   // m2
  std::vector<double> width_of_region;  // m: twice the area over the outline, half that of a strip
  std::vector<bool> is_cavity;     // per triangle: unclaimed, too thin or small; counts as wall
  std::vector<SpaceShape> shapes;  // as Storey::spaces
  std::vector<DoorSides> doors;    // as Storey::doors
  std::vector<Passage> passages;
  std::vector<Finding> findings;
  double solid_area = 0;  // m2 of walls, columns and door reveals
};

Key key_of_layout(const Storey& storey, const LayoutParameters& parameters);
Result<Layout> make_layout(const Storey& storey, const LayoutParameters& parameters, Job& job);

// The space whose floor holds the point, or nothing.
std::optional<SpaceId> space_at(const Layout& layout, Point p);

}  // namespace trefpunt

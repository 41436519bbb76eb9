// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "space/sight_mesh.h"

namespace trefpunt {

enum class IsovistEdge : std::uint8_t {
  Wall,       // a piece of what stops sight
  Occluding,  // along a line of sight: behind it lies floor that is not seen
  Open,       // on the frame around the plan: sight met nothing
  Side,       // an end of the angle of view
};

// All that can be seen from a point, whole or within an angle of view. Exact: its corners are ends
// and crossings of what stops sight and the places behind them, no rays are sampled. A gap without
// width is not seen through.
struct Isovist {
  enum class State : std::uint8_t {
    Seen,
    OnWall,   // the point touches what stops sight: it has no isovist
    Outside,  // on or beyond the frame, or there is nothing that stops sight
  };
  Point from;  // the viewpoint, on whole micrometres
  State state = State::Outside;
  bool is_closed = false;  // no edge is Open
  // Counter-clockwise, in metres from `from`. A whole isovist begins at the first corner from the
  // direction of x; one with an angle of view begins with the viewpoint itself.
  std::vector<Point> corners;
  // Per corner: the edge from it to the next.
  std::vector<IsovistEdge> edges;
  std::vector<std::int32_t> walls;  // index into the mesh's walls, or -1

  Point corner(std::size_t i) const { return from + corners[i]; }
  std::size_t next(std::size_t i) const { return i + 1 < corners.size() ? i + 1 : 0; }
};

struct AngleOfView {
  double direction = 0;  // radians from the direction of x, counter-clockwise
  double angle = 0;      // radians, above 0 and below 2 pi
};

// Makes isovists one after another; keeps the room it worked in. One for each thread.
class IsovistMaker {
 public:
  void make(const SightMesh& mesh, MicroPoint from, Isovist& out);

 private:
  struct Ray {  // to a vertex, from the viewpoint
    MicroPoint to;
    double x, y;
  };
  struct Cone {  // what is still open of the sight through an edge of a triangle
    std::int32_t triangle;
    std::int32_t edge;  // opposite this corner
    std::int32_t right, left;
  };
  struct Piece {  // of a wall or the frame, from right to left
    Point from, to;
    MicroPoint ray;
    std::int32_t wall;
  };
  bool look(const SightMesh& mesh, int triangle);
  void follow(const SightMesh& mesh);
  Ray ray(const SightMesh& mesh, int vertex) const;
  Point hit(const SightMesh& mesh, int along, int right, int left, int wall) const;
  void add_piece(const SightMesh& mesh, const Cone& cone, int right, int left, int wall);
  void join(Isovist& out) const;

  MicroPoint eye_;
  std::vector<Cone> cones_;
  std::vector<Piece> pieces_;
};

Isovist make_isovist(const SightMesh& mesh, Point from);
// What of an isovist lies within an angle of view.
Isovist within_view(const Isovist& whole, AngleOfView view);

// Benedikt's measures (1979), of a polygon with its occluding edges. When the isovist is not
// closed, all but `min_radial` depend on where the frame lies.
struct IsovistMeasures {
  double area = 0;             // m2
  double perimeter = 0;        // m, occluding edges included
  double compactness = 0;      // 4 pi area / perimeter^2: 1 for a circle
  double occlusivity = 0;      // m, sum of the occluding edges
  double drift_magnitude = 0;  // m, from the viewpoint to the centroid
  double drift_angle = 0;      // degrees, 0 to 360 counter-clockwise from the direction of x
  double min_radial = 0;       // m, to the nearest place on an edge; ends of the view do not count
  double max_radial = 0;       // m, to the farthest corner
  bool operator==(const IsovistMeasures&) const = default;
};
// The isovist's state must be Seen.
IsovistMeasures measure(const Isovist& isovist);

}  // namespace trefpunt

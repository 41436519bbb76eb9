// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "geom/mesh.h"
#include "space/layout.h"

namespace trefpunt {

// The free floor of one storey for one walker: the mesh, which triangles can be walked, which edges
// can be crossed, and the corners around which a shortest way can bend. Sight over this floor is
// found by unfolding triangles outwards from a point (triangular expansion); a corner exactly on
// the edge of sight is seen.
class FloorGraph {
 public:
  // `open_doors` as the storey's doors. The mesh may be finer than the layout's own.
  FloorGraph(std::shared_ptr<const Mesh> mesh, const Layout& layout,
             const std::vector<bool>& open_doors);

  int corner_count() const { return static_cast<int>(corners_.size()); }
  Point corner(int index) const { return corners_[static_cast<std::size_t>(index)].at; }

  using Seen = std::function<void(int corner, double distance)>;
  // Nothing is seen from a place that cannot be walked.
  void look(Point from, const Seen& seen) const;
  void look_from_corner(int corner, const Seen& seen) const;
  bool sees(Point from, Point to) const;

  std::size_t memory() const;  // bytes, without a mesh shared with a layout

 private:
  struct Corner {
    Point at;
    int first = 0;  // into wedge_starts_: the triangles around it, as 3 * triangle + corner
    int count = 0;
  };
  template <typename OnVertex>
  void expand(Point from, int triangle, int edge, OnVertex on_vertex) const;
  int walkable_triangle(Point p) const;
  bool passable(int triangle, int edge) const {
    return passable_[static_cast<std::size_t>(3 * triangle + edge)];
  }

  std::shared_ptr<const Mesh> mesh_;
  std::vector<bool> walkable_;  // per triangle
  std::vector<bool> passable_;  // per triangle edge
  std::vector<int> corner_of_;  // per triangle corner: index into corners_ or -1
  std::vector<Corner> corners_;
  std::vector<int> wedge_starts_;
};

}  // namespace trefpunt

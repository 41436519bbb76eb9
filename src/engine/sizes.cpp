// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sizes.h"

namespace trefpunt {

std::size_t bytes_of(const Mesh& mesh) {
  return mesh.points.size() * sizeof(Point) +
         mesh.triangles.size() * (sizeof(Mesh::Triangle) + 4 * sizeof(int));
}

std::size_t bytes_of(const Layout& layout) {
  std::size_t bytes = sizeof(Layout);
  if (layout.mesh) bytes += bytes_of(*layout.mesh);
  for (const SpaceShape& shape : layout.shapes) {
    bytes += sizeof(SpaceShape);
    if (shape.polygon) bytes += shape.polygon->outer.size() * sizeof(Point);
  }
  return bytes + layout.doors.size() * sizeof(DoorSides) + layout.findings.size() * 512;
}

std::size_t bytes_of(const AccessGraph& graph) {
  return sizeof(AccessGraph) + graph.nodes.size() * 64 +
         graph.edges.size() * (sizeof(AccessGraph::Edge) + 8) + graph.findings.size() * 512;
}

std::size_t bytes_of(const Outcome& outcome) {
  return sizeof(Outcome) + outcome.rows.size() * 256 + outcome.places.size() * 64 +
         outcome.assumptions.size() * 512;
}

}  // namespace trefpunt

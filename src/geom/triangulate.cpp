// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that sees CGAL's triangulation: half a minute and a gigabyte to compile.
#include "geom/triangulate.h"

#include <CGAL/Constrained_Delaunay_triangulation_2.h>
#include <CGAL/Constrained_triangulation_face_base_2.h>
#include <CGAL/Constrained_triangulation_plus_2.h>
#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>
#include <CGAL/Triangulation_face_base_with_info_2.h>
#include <CGAL/Triangulation_vertex_base_with_info_2.h>

namespace trefpunt {

namespace {

using Kernel = CGAL::Exact_predicates_inexact_constructions_kernel;
using VertexBase = CGAL::Triangulation_vertex_base_with_info_2<int, Kernel>;
using FaceBase =
    CGAL::Triangulation_face_base_with_info_2<int, Kernel,
                                              CGAL::Constrained_triangulation_face_base_2<Kernel>>;
using Data = CGAL::Triangulation_data_structure_2<VertexBase, FaceBase>;
using Plain = CGAL::Constrained_Delaunay_triangulation_2<Kernel, Data, CGAL::Exact_predicates_tag>;
using Plus = CGAL::Constrained_triangulation_plus_2<Plain>;

}  // namespace

RawMesh triangulate_raw(const std::vector<Segment>& segments) {
  Plus cdt;
  std::vector<std::pair<Plus::Constraint_id, int>> constraints;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    if (s.a == s.b) continue;
    const auto id =
        cdt.insert_constraint(Kernel::Point_2(s.a.x, s.a.y), Kernel::Point_2(s.b.x, s.b.y));
    constraints.emplace_back(id, static_cast<int>(i));
  }

  RawMesh raw;
  if (cdt.dimension() < 2) return raw;
  int count = 0;
  for (auto v = cdt.finite_vertices_begin(); v != cdt.finite_vertices_end(); ++v) {
    v->info() = count++;
    raw.points.push_back({CGAL::to_double(v->point().x()), CGAL::to_double(v->point().y())});
  }
  count = 0;
  for (auto f = cdt.all_faces_begin(); f != cdt.all_faces_end(); ++f) f->info() = -1;
  for (auto f = cdt.finite_faces_begin(); f != cdt.finite_faces_end(); ++f) f->info() = count++;
  for (auto f = cdt.finite_faces_begin(); f != cdt.finite_faces_end(); ++f) {
    RawMesh::Triangle triangle;
    for (int i = 0; i < 3; ++i) {
      triangle.corner[i] = f->vertex(i)->info();
      triangle.neighbour[i] = f->neighbor(i)->info();
    }
    raw.triangles.push_back(triangle);
  }
  for (const auto& [id, index] : constraints) {
    if (id == Plus::Constraint_id()) continue;
    auto v = cdt.vertices_in_constraint_begin(id);
    const auto end = cdt.vertices_in_constraint_end(id);
    for (auto next = std::next(v); next != end; v = next++) {
      raw.pieces.push_back({(*v)->info(), (*next)->info(), index});
    }
  }
  return raw;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/visibility_oracle.h"

#include <CGAL/Arr_naive_point_location.h>
#include <CGAL/Arr_segment_traits_2.h>
#include <CGAL/Arrangement_2.h>
#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Triangular_expansion_visibility_2.h>

#include <cmath>

namespace trefpunt {

namespace {

using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
using Traits = CGAL::Arr_segment_traits_2<Kernel>;
using Arrangement = CGAL::Arrangement_2<Traits>;
using Visibility = CGAL::Triangular_expansion_visibility_2<Arrangement, CGAL::Tag_true>;

// Without what goes out and back along one line: a wall seen end on encloses nothing.
std::vector<Kernel::Point_2> without_spikes(std::vector<Kernel::Point_2> ring) {
  const auto is_spike = [&](std::size_t i) {
    const auto& before = ring[(i + ring.size() - 1) % ring.size()];
    const auto& after = ring[(i + 1) % ring.size()];
    return ring[i] == after || (CGAL::collinear(before, ring[i], after) &&
                                CGAL::angle(before, ring[i], after) == CGAL::ACUTE);
  };
  for (std::size_t i = 0; i < ring.size() && ring.size() > 2;) {
    if (!is_spike(i)) {
      ++i;
      continue;
    }
    ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
    i = i > 2 ? i - 2 : 0;
  }
  return ring;
}

}  // namespace

std::vector<SeenByOracle> visibility_oracle(const std::vector<Segment>& segments,
                                            const std::vector<Point>& from) {
  std::vector<Traits::Curve_2> curves;
  for (const Segment& s : segments) {
    if (s.a != s.b)
      curves.emplace_back(Kernel::Point_2(s.a.x, s.a.y), Kernel::Point_2(s.b.x, s.b.y));
  }
  Arrangement all;
  CGAL::insert(all, curves.begin(), curves.end());
  const CGAL::Arr_naive_point_location<Arrangement> where(all);
  const Visibility visibility(all);
  std::vector<SeenByOracle> out;
  for (const Point& p : from) {
    const Kernel::Point_2 q(p.x, p.y);
    const auto found = where.locate(q);
    const auto* face = boost::get<Arrangement::Face_const_handle>(&found);
    SeenByOracle seen;
    if (face) {
      Arrangement region;
      const auto polygon = visibility.compute_visibility(q, *face, region);
      std::vector<Kernel::Point_2> ring;
      auto edge = polygon->outer_ccb();
      const auto first = edge;
      do {
        ring.push_back(edge->source()->point());
      } while (++edge != first);
      ring = without_spikes(std::move(ring));
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto at = [&](const Kernel::Point_2& place) {
          return Point{CGAL::to_double(place.x() - q.x()), CGAL::to_double(place.y() - q.y())};
        };
        const Point a = at(ring[i]), b = at(ring[(i + 1) % ring.size()]);
        seen.area += cross(a, b) / 2;
        seen.perimeter += std::hypot(b.x - a.x, b.y - a.y);
        seen.farthest = std::max(seen.farthest, std::hypot(a.x, a.y));
      }
    }
    out.push_back(seen);
  }
  return out;
}

}  // namespace trefpunt

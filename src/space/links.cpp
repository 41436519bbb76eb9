// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/links.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

double shared_area(const Ring& a, const Ring& b) {
  // Both rings cut into triangles; inside both is what counts.
  std::vector<Barrier> barriers;
  for (const Ring* ring : {&a, &b}) {
    if (ring->size() < 3) return 0;
    for (std::size_t i = 0; i < ring->size(); ++i) {
      barriers.push_back({{(*ring)[i], (*ring)[(i + 1) % ring->size()]}, EdgeKind::Wall, -1});
    }
  }
  const Mesh mesh = triangulate(barriers);
  double sum = 0;
  for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
    const Point p = mesh.centre(t);
    if (contains(a, p) && contains(b, p)) sum += mesh.area(t);
  }
  return sum;
}

std::vector<VerticalLink> vertical_links(const Building& building) {
  std::vector<VerticalLink> found;
  for (int s = 0; s + 1 < static_cast<int>(building.storeys.size()); ++s) {
    const Storey& lower = *building.storeys[static_cast<std::size_t>(s)];
    const Storey& upper = *building.storeys[static_cast<std::size_t>(s) + 1];
    for (int i = 0; i < static_cast<int>(lower.links.size()); ++i) {
      const Link& below = lower.links[static_cast<std::size_t>(i)];
      double best = 0;
      int partner = -1;
      for (int j = 0; j < static_cast<int>(upper.links.size()); ++j) {
        const Link& above = upper.links[static_cast<std::size_t>(j)];
        if (above.kind != below.kind) continue;
        const double smaller = std::min(std::abs(signed_area(below.footprint)),
                                        std::abs(signed_area(above.footprint)));
        const double shared = shared_area(below.footprint, above.footprint);
        if (shared >= smaller / 2 && shared > best) {
          best = shared;
          partner = j;
        }
      }
      if (partner >= 0) found.push_back({s, i, partner});
    }
  }
  return found;
}

int floor_triangle(const Layout& layout, const Link& link) {
  if (link.footprint.size() < 3) return -1;
  const Point middle_point = label_point({link.footprint, {}});
  const auto walkable = [&](int t) {
    const auto i = static_cast<std::size_t>(t);
    return layout.region[i] >= 0 && !layout.is_cavity[i] && !layout.is_furniture[i];
  };
  if (const int t = layout.mesh->locate(middle_point); t >= 0 && walkable(t)) return t;
  int best = -1;
  double nearest = 1.0;  // m: further off is another room
  for (int t = 0; t < static_cast<int>(layout.region.size()); ++t) {
    if (!walkable(t)) continue;
    const Point p = layout.mesh->centre(t);
    const double away = contains(link.footprint, p) ? 0 : distance(p, middle_point);
    if (away < nearest) {
      nearest = away;
      best = t;
    }
  }
  return best;
}

}  // namespace trefpunt

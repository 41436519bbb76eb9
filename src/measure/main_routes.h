// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "measure/entrances.h"

namespace trefpunt {

// The main routes: the shortest ways on foot from each room that people come for to the nearest
// public entrance. That is a meeting place, a private room or an accessible toilet.
struct MainRoutes {
  // Per storey: places on the routes, at most kRouteStep apart along each leg; a leg that several
  // routes share stands here once.
  std::vector<std::vector<Point>> places;
  bool empty() const;
};
MainRoutes main_routes(const Scene& scene, const std::vector<PublicEntrance>& entrances);

inline constexpr double kRouteStep = 0.25;  // m

}  // namespace trefpunt

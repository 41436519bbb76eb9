// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include <algorithm>

#include "geom/shapes.h"

namespace trefpunt {

// Where the plan lies on the screen. Metres are subtracted before anything becomes a float: RD
// coordinates have six digits before the sign.
struct Camera {
  Point centre;            // m, in the middle of the view
  double scale = 20;       // px per m
  double least = 0.2;      // px per m, of the scale; a wijk is seen from further away
  ImVec2 low, high;        // px, of the view
  bool is_placed = false;  // false: fit at the next frame

  double width() const { return high.x - low.x; }
  double height() const { return high.y - low.y; }
  ImVec2 operator()(Point p) const {
    return {static_cast<float>((low.x + high.x) / 2 + (p.x - centre.x) * scale),
            static_cast<float>((low.y + high.y) / 2 - (p.y - centre.y) * scale)};
  }
  Point world(ImVec2 at) const {
    return {centre.x + (at.x - (low.x + high.x) / 2) / scale,
            centre.y - (at.y - (low.y + high.y) / 2) / scale};
  }
  void zoom(double factor, ImVec2 around) {
    const Point before = world(around);
    scale = std::clamp(scale * factor, least, 4000.0);
    centre = centre + (before - world(around));
  }
  void fit(const Box& box) {
    if (box.empty() || width() <= 0) return;
    constexpr double kMargin = 1.12;
    scale = std::clamp(std::min(width() / std::max(1.0, box.width() * kMargin),
                                height() / std::max(1.0, box.height() * kMargin)),
                       least, 400.0);
    centre = middle(box.low, box.high);
    is_placed = true;
  }
};

}  // namespace trefpunt

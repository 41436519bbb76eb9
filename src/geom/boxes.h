// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "geom/shapes.h"

namespace trefpunt {

// What two boxes share: empty when they lie apart, without area when they only touch.
inline Box common(const Box& a, const Box& b) {
  const Box box{{std::max(a.low.x, b.low.x), std::max(a.low.y, b.low.y)},
                {std::min(a.high.x, b.high.x), std::min(a.high.y, b.high.y)}};
  return box.low.x <= box.high.x && box.low.y <= box.high.y ? box : Box{};
}

inline bool touch(const Box& a, const Box& b) {
  return !common(a, b).empty();
}

// Whether they share more than an edge.
inline bool overlap(const Box& a, const Box& b) {
  const Box both = common(a, b);
  return both.width() > 0 && both.height() > 0;
}

}  // namespace trefpunt

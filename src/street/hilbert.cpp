// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/hilbert.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace trefpunt {

namespace {

// The place of a cell of a 65536 x 65536 grid on Hilbert's curve.
std::uint64_t on_hilbert_curve(std::uint32_t x, std::uint32_t y) {
  std::uint64_t place = 0;
  for (std::uint32_t side = 1u << 15; side > 0; side >>= 1) {
    const bool right = (x & side) != 0, up = (y & side) != 0;
    place += static_cast<std::uint64_t>(side) * side * ((right ? 3u : 0u) ^ (up ? 1u : 0u));
    if (up) continue;
    if (right) {
      x = 65535 - x;
      y = 65535 - y;
    }
    std::swap(x, y);
  }
  return place;
}

}  // namespace

std::vector<int> along_curve(const std::vector<Point>& points) {
  const Box box = box_of(points);
  const double side = std::max({box.width(), box.height(), 1e-6});
  std::vector<std::uint64_t> place;
  place.reserve(points.size());
  for (const Point& p : points) {
    place.push_back(on_hilbert_curve(static_cast<std::uint32_t>(65535 * (p.x - box.low.x) / side),
                                     static_cast<std::uint32_t>(65535 * (p.y - box.low.y) / side)));
  }
  std::vector<int> order(points.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return place[a] < place[b]; });
  return order;
}

}  // namespace trefpunt

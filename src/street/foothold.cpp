// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/foothold.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace trefpunt {

namespace {

constexpr double kCell = 50;  // m

struct Piece {
  int link;
  Segment segment;
  double before;  // m along the link to its start
};

std::int64_t cell_of(double coordinate) {
  return static_cast<std::int64_t>(std::floor(coordinate / kCell));
}
Key key_of(std::int64_t x, std::int64_t y) {
  return Hasher().add(x).add(y).key();
}

}  // namespace

struct FootholdFinder::Index {
  std::vector<Piece> pieces;
  std::unordered_map<Key, std::vector<int>> cells;
};

FootholdFinder::FootholdFinder(const StreetNetwork& network) : index_(std::make_unique<Index>()) {
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    const Line& shape = network.links[l].shape;
    double before = 0;
    for (std::size_t i = 1; i < shape.size(); ++i) {
      const int number = static_cast<int>(index_->pieces.size());
      index_->pieces.push_back({static_cast<int>(l), {shape[i - 1], shape[i]}, before});
      before += distance(shape[i - 1], shape[i]);
      const Box box = box_of({shape[i - 1], shape[i]});
      for (std::int64_t x = cell_of(box.low.x); x <= cell_of(box.high.x); ++x) {
        for (std::int64_t y = cell_of(box.low.y); y <= cell_of(box.high.y); ++y) {
          index_->cells[key_of(x, y)].push_back(number);
        }
      }
    }
  }
}

FootholdFinder::~FootholdFinder() = default;

std::optional<Foothold> FootholdFinder::find(Point p, double reach) const {
  int best = -1;
  double away = reach;
  const std::int64_t x = cell_of(p.x), y = cell_of(p.y);
  const std::int64_t rings = cell_of(reach) + 1;
  const auto look = [&](std::int64_t i, std::int64_t j) {
    const auto found = index_->cells.find(key_of(i, j));
    if (found == index_->cells.end()) return;
    for (const int number : found->second) {
      const double d = distance(p, index_->pieces[number].segment);
      if (d > away || (d == away && best >= 0 && number >= best)) continue;
      away = d;
      best = number;
    }
  };
  for (std::int64_t ring = 0; ring <= rings; ++ring) {
    // What lies in this ring of cells is at least this far.
    if (best >= 0 && static_cast<double>(ring - 1) * kCell > away) break;
    for (std::int64_t i = -ring; i <= ring; ++i) {
      if (std::abs(i) == ring) {
        for (std::int64_t j = -ring; j <= ring; ++j) look(x + i, y + j);
      } else {
        look(x + i, y - ring);
        look(x + i, y + ring);
      }
    }
  }
  if (best < 0) return std::nullopt;
  const Piece& piece = index_->pieces[best];
  Foothold found;
  found.link = piece.link;
  found.at = closest(p, piece.segment);
  found.along = piece.before + distance(piece.segment.a, found.at);
  found.away = distance(p, found.at);
  return found;
}

std::vector<std::optional<Foothold>> footholds(const StreetNetwork& network,
                                               const std::vector<Point>& points, double reach) {
  const FootholdFinder finder(network);
  std::vector<std::optional<Foothold>> found;
  found.reserve(points.size());
  for (const Point& p : points) found.push_back(finder.find(p, reach));
  return found;
}

}  // namespace trefpunt

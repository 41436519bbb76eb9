// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/shared_way_cache.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "ward.h"

using namespace trefpunt;

namespace {

struct Step {
  double start = 0;
  bool forward = true;
};
// Piece p is 2^p long.
std::map<int, Step> steps(const Route& route) {
  std::map<int, Step> at;
  double along = 0;
  for (const RoutePiece& step : route.pieces) {
    at[step.piece] = {along, step.forward};
    along += std::ldexp(1.0, step.piece);
  }
  return at;
}

std::vector<SharedWayCache::Stretch> slow_stretches(const Route& a, const Route& b) {
  const auto in_a = steps(a), in_b = steps(b);
  // Runs of one piece each, joined while any two fit end to end.
  std::vector<SharedWayCache::Stretch> slow;
  for (const auto& [piece, step] : in_a) {
    if (!in_b.contains(piece)) continue;
    const Step& other = in_b.at(piece);
    slow.push_back({static_cast<float>(step.start), static_cast<float>(other.start),
                    std::ldexp(1.0f, piece), step.forward == other.forward});
  }
  for (bool joined = true; joined;) {
    joined = false;
    for (std::size_t i = 0; i < slow.size() && !joined; ++i) {
      for (std::size_t j = 0; j < slow.size() && !joined; ++j) {
        auto &one = slow[i], &next = slow[j];
        if (i == j || one.same_direction != next.same_direction) continue;
        if (one.start_a + one.length != next.start_a) continue;
        if (one.same_direction ? one.start_b + one.length != next.start_b
                               : next.start_b + next.length != one.start_b) {
          continue;
        }
        one.length += next.length;
        one.start_b = std::min(one.start_b, next.start_b);
        slow.erase(slow.begin() + static_cast<std::ptrdiff_t>(j));
        joined = true;
      }
    }
  }
  std::sort(slow.begin(), slow.end(),
            [](const auto& x, const auto& y) { return x.start_a < y.start_a; });
  return slow;
}

}  // namespace

TEST_CASE("The stretches of two ways are all they share, in runs as long as can be",
          "[simulation]") {
  std::mt19937 random(5);
  Ward ward;
  ward.routes.pieces.clear();
  for (int p = 0; p < 8; ++p) ward.routes.pieces.push_back({std::ldexp(1.0, p), 0, 0, {}});
  ward.model.can_stop.assign(8, false);
  ward.routes.routes[0].clear();
  for (int r = 0; r < 40; ++r) {
    std::vector<RoutePiece> pieces;
    for (int p = 0; p < 8; ++p) {
      if (random() % 3 != 0) pieces.push_back({p, random() % 8 != 0});
    }
    if (random() % 2 == 0) std::reverse(pieces.begin(), pieces.end());
    ward.routes.routes[0].push_back(ward.way(pieces));
    ward.routes.routes[0].back().probability = 1 / 40.0;
  }
  ward.routes.pairs.resize(1);
  ward.routes.routes.resize(1);
  ward.model.routes = std::make_shared<const RouteSet>(ward.routes);
  const DayTables tables(ward.model);
  // One that has room for all pairs and one that must forget.
  SharedWayCache roomy(tables), cramped(tables, 16, 20);
  for (int round = 0; round < 2; ++round) {
    for (int a = 0; a < 40; ++a) {
      for (int b = a; b < 40; ++b) {
        const auto slow = slow_stretches(ward.routes.routes[0][static_cast<std::size_t>(a)],
                                         ward.routes.routes[0][static_cast<std::size_t>(b)]);
        for (SharedWayCache* cache : {&roomy, &cramped}) {
          const auto fast = cache->stretches(a, b);
          REQUIRE(fast.size() == slow.size());
          for (std::size_t i = 0; i < slow.size(); ++i) {
            CHECK(fast[i].start_a == slow[i].start_a);
            CHECK(fast[i].start_b == slow[i].start_b);
            CHECK(fast[i].length == slow[i].length);
            CHECK(fast[i].same_direction == slow[i].same_direction);
          }
        }
      }
    }
  }
}

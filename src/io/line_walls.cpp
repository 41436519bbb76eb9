// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/line_walls.h"

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

constexpr double kReach = 0.5;      // m: a door node farther from a wall is on none
constexpr double kSameLine = 0.05;  // m: two walls nearer than this along an opening are one
constexpr double kShortest = 0.01;  // m
constexpr double kParallel = 0.1;   // sine of the angle

// Where `p` lies along the line through `a` in direction `u`.
double along(Point p, Point a, Point u) {
  return dot(p - a, u);
}

bool is_parallel(const Segment& s, Point u) {
  return std::abs(cross(s.b - s.a, u)) <= kParallel * distance(s.a, s.b);
}

}  // namespace

void LineWalls::add(const Line& line, bool is_glass, const std::string& source_key) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i] == line[i + 1]) continue;
    const auto [at, is_new] =
        place_of_.try_emplace(std::minmax(line[i], line[i + 1]), pieces_.size());
    if (is_new) {
      pieces_.push_back({{line[i], line[i + 1]}, is_glass, source_key});
    } else {
      pieces_[at->second].is_glass = pieces_[at->second].is_glass || is_glass;
    }
  }
}

std::optional<Segment> LineWalls::opening_at(Point node, double width) const {
  const Piece* nearest = nullptr;
  for (const Piece& piece : pieces_) {
    if (!nearest) nearest = &piece;
    const double d = distance(node, piece.segment), best = distance(node, nearest->segment);
    // Of the two walls that meet in the node the longer one holds the door.
    const bool is_longer = distance(piece.segment.a, piece.segment.b) >
                           distance(nearest->segment.a, nearest->segment.b);
    if (d < best - kShortest || (d < best + kShortest && is_longer)) nearest = &piece;
  }
  if (!nearest || distance(node, nearest->segment) > kReach) return std::nullopt;

  const Point a = nearest->segment.a;
  const Point u = (1 / distance(a, nearest->segment.b)) * (nearest->segment.b - a);
  const double at = along(closest(node, nearest->segment), a, u);
  // How far the wall runs on straight to both sides.
  double low = 0, high = distance(a, nearest->segment.b);
  for (bool grew = true; grew;) {
    grew = false;
    for (const Piece& piece : pieces_) {
      const Segment& s = piece.segment;
      if (!is_parallel(s, u) || std::abs(cross(u, s.a - a)) > kSameLine ||
          std::abs(cross(u, s.b - a)) > kSameLine) {
        continue;
      }
      const auto [first, last] = std::minmax({along(s.a, a, u), along(s.b, a, u)});
      if (first > high + kShortest || last < low - kShortest) continue;
      if (first < low - 1e-6 || last > high + 1e-6) {
        low = std::min(low, first);
        high = std::max(high, last);
        grew = true;
      }
    }
  }
  const double half = std::min(width, high - low) / 2;
  const double centre = std::clamp(at, low + half, high - half);
  if (2 * half < kShortest) return std::nullopt;
  return Segment{snap(a + ((centre - half) * u)), snap(a + ((centre + half) * u))};
}

void LineWalls::cut(const Segment& opening) {
  const double width = distance(opening.a, opening.b);
  if (width == 0) return;
  const Point u = (1 / width) * (opening.b - opening.a);
  std::vector<Piece> kept;
  for (const Piece& piece : pieces_) {
    const Segment& s = piece.segment;
    double from = along(s.a, opening.a, u), to = along(s.b, opening.a, u);
    Point start = s.a, end = s.b;
    if (from > to) {
      std::swap(from, to);
      std::swap(start, end);
    }
    const double low = std::max(0.0, from), high = std::min(width, to);
    const auto place = [&](double at) {
      return start + (((at - from) / (to - from)) * (end - start));
    };
    if (high - low < kShortest || !is_parallel(s, u) || distance(place(low), opening) > kSameLine ||
        distance(place(high), opening) > kSameLine) {
      kept.push_back(piece);
      continue;
    }
    // What is left ends in the jamb itself, also when the wall lies a little beside it.
    if (from < -kShortest) kept.push_back({{start, opening.a}, piece.is_glass, piece.source_key});
    if (to > width + kShortest)
      kept.push_back({{opening.b, end}, piece.is_glass, piece.source_key});
  }
  pieces_ = std::move(kept);
}

void LineWalls::write_to(Storey& storey) const {
  for (const Piece& piece : pieces_) {
    storey.walls.push_back(
        {{}, {piece.segment.a, piece.segment.b}, false, piece.is_glass, piece.source_key});
  }
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_treads.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

namespace trefpunt {

namespace {

constexpr double kShortest = 0.7, kLongest = 4.0;      // m, a tread
constexpr double kLeastPitch = 0.2, kMostPitch = 0.4;  // m, from tread to tread
constexpr double kSamePitch = 0.02;                    // m
constexpr double kBeside = 0.7;                        // share of a tread that lies beside the next
constexpr std::size_t kFewest = 5;

// A line on its own axes: along its direction from `from` to `to`, at `across`.
struct Tread {
  std::size_t item = 0;
  double across = 0, from = 0, to = 0;
  double size() const { return to - from; }
};

bool lie_beside(const Tread& a, const Tread& b) {
  const double shared = std::min(a.to, b.to) - std::max(a.from, b.from);
  return shared >= kBeside * std::max(a.size(), b.size());
}

// Lines by direction, in whole degrees from 0 to 179.
std::map<int, std::vector<Tread>> lines_by_direction(const FlatDrawing& drawing) {
  std::map<int, std::vector<Tread>> lines;
  for (std::size_t i = 0; i < drawing.items.size(); ++i) {
    const auto& [item, meaning] = drawing.items[i];
    if (meaning != Meaning::Unknown || item.kind != DxfItem::Kind::Open) continue;
    if (item.points.size() != 2) continue;
    const Point d = item.points[1] - item.points[0];
    if (length(d) < kShortest || length(d) > kLongest) continue;
    const double degrees = std::atan2(d.y, d.x) * 180 / std::numbers::pi;
    const int direction = (static_cast<int>(std::lround(degrees)) + 360) % 180;
    const double angle = direction * std::numbers::pi / 180;
    const Point u{std::cos(angle), std::sin(angle)}, n{-u.y, u.x};
    const auto [from, to] = std::minmax({dot(item.points[0], u), dot(item.points[1], u)});
    lines[direction].push_back({i, dot(middle(item.points[0], item.points[1]), n), from, to});
  }
  return lines;
}

// The longest run from the first line on, each at the same pitch from the one before.
std::vector<Tread> flight_from(const std::vector<Tread>& sorted, std::size_t first) {
  std::vector<Tread> best;
  for (std::size_t second = first + 1; second < sorted.size(); ++second) {
    const double pitch = sorted[second].across - sorted[first].across;
    if (pitch > kMostPitch) break;
    if (pitch < kLeastPitch || !lie_beside(sorted[first], sorted[second])) continue;
    std::vector<Tread> run{sorted[first], sorted[second]};
    for (std::size_t k = second + 1; k < sorted.size(); ++k) {
      const double step = sorted[k].across - run.back().across;
      if (step > pitch + kSamePitch) break;
      if (step > pitch - kSamePitch && lie_beside(run.back(), sorted[k])) run.push_back(sorted[k]);
    }
    if (run.size() > best.size()) best = std::move(run);
  }
  return best;
}

}  // namespace

void take_treads(FlatDrawing& drawing, std::vector<Finding>& findings) {
  struct Flight {
    int direction;
    Box box;
    std::vector<std::size_t> items;
  };
  std::vector<Flight> flights;
  for (auto& [direction, lines] : lines_by_direction(drawing)) {
    std::sort(lines.begin(), lines.end(), [](const Tread& a, const Tread& b) {
      return std::tuple(a.across, a.from, a.item) < std::tuple(b.across, b.from, b.item);
    });
    std::vector<bool> is_taken(drawing.items.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (is_taken[lines[i].item]) continue;
      const std::vector<Tread> run = flight_from(lines, i);
      if (run.size() < kFewest) continue;
      Flight flight{direction, {}, {}};
      for (const Tread& tread : run) {
        is_taken[tread.item] = true;
        flight.items.push_back(tread.item);
        flight.box.add(box_of(drawing.items[tread.item].item.points));
      }
      flights.push_back(std::move(flight));
    }
  }
  std::map<std::string, int> count;
  std::map<std::string, Point> place;
  for (const Flight& flight : flights) {
    // Lines across the lines are tiles.
    const bool is_tiled = std::any_of(flights.begin(), flights.end(), [&](const Flight& other) {
      const int turn = std::abs(flight.direction - other.direction);
      const Point centre = middle(other.box.low, other.box.high);
      return turn > 45 && turn < 135 && flight.box.contains(centre);
    });
    if (is_tiled) continue;
    for (const std::size_t i : flight.items) {
      MeantItem& tread = drawing.items[i];
      tread.meaning = Meaning::Stairs;
      ++count[tread.item.layer];
      place.try_emplace(tread.item.layer, tread.item.points.front());
    }
  }
  for (const auto& [layer, lines] : count) {
    findings.push_back(
        {finding::kStairsFromTreads,
         Severity::Note,
         {fmt::format("Van laag '{}' zijn {} lijnen als treden van een trap gelezen.", layer,
                      lines),
          fmt::format("Of layer '{}' {} lines were read as the treads of stairs.", layer, lines)},
         "",
         "layer " + layer,
         place[layer]});
  }
}

}  // namespace trefpunt

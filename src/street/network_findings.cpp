// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/network_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

namespace trefpunt {

namespace {

constexpr double kNearMiss = 2;  // m
constexpr double kCell = 25;     // m

struct Piece {
  int link;
  Segment segment;
};

// The straight pieces of all links, by the cells of a grid that they touch.
class Pieces {
 public:
  explicit Pieces(const StreetNetwork& network) {
    for (std::size_t l = 0; l < network.links.size(); ++l) {
      const Line& shape = network.links[l].shape;
      for (std::size_t i = 1; i < shape.size(); ++i)
        add(static_cast<int>(l), shape[i - 1], shape[i]);
    }
    std::sort(entries_.begin(), entries_.end());
  }

  const Piece& operator[](int piece) const { return pieces_[piece]; }

  // The cells one after another, each with its pieces.
  template <typename Take>
  void each_cell(Take take) const {
    for (std::size_t i = 0; i < entries_.size();) {
      std::size_t past = i;
      while (past < entries_.size() && entries_[past].first == entries_[i].first) ++past;
      take(i, past);
      i = past;
    }
  }
  int piece_at(std::size_t entry) const { return entries_[entry].second; }

  template <typename Take>
  void each_near(Point p, Take take) const {
    for (const double x : {-kNearMiss, kNearMiss}) {
      for (const double y : {-kNearMiss, kNearMiss}) {
        const Cell cell = cell_of(p + Point{x, y});
        auto at = std::lower_bound(entries_.begin(), entries_.end(), std::pair{cell, 0});
        for (; at != entries_.end() && at->first == cell; ++at) take(pieces_[at->second]);
      }
    }
  }

 private:
  using Cell = std::pair<std::int64_t, std::int64_t>;
  static Cell cell_of(Point p) {
    return {static_cast<std::int64_t>(std::floor(p.x / kCell)),
            static_cast<std::int64_t>(std::floor(p.y / kCell))};
  }
  void add(int link, Point a, Point b) {
    const int number = static_cast<int>(pieces_.size());
    pieces_.push_back({link, {a, b}});
    // Row by row, only the cells the piece passes through (and one to either side).
    const double slope = b.y != a.y ? (b.x - a.x) / (b.y - a.y) : 0;
    const Box box = box_of({a, b});
    const Cell low = cell_of(box.low), high = cell_of(box.high);
    for (std::int64_t y = low.second; y <= high.second; ++y) {
      double left = box.low.x, right = box.high.x;
      if (low.second != high.second) {
        const double below = std::max(box.low.y, static_cast<double>(y) * kCell);
        const double above = std::min(box.high.y, static_cast<double>(y + 1) * kCell);
        const double u = a.x + slope * (below - a.y), v = a.x + slope * (above - a.y);
        left = std::max(left, std::min(u, v) - 1e-6);
        right = std::min(right, std::max(u, v) + 1e-6);
      }
      const std::int64_t first = cell_of({left, 0}).first, last = cell_of({right, 0}).first;
      for (std::int64_t x = first; x <= last; ++x) entries_.push_back({{x, y}, number});
    }
  }

  std::vector<Piece> pieces_;
  std::vector<std::pair<Cell, int>> entries_;
};

std::string name_of(const std::vector<Street>& streets, const StreetNetwork& network, int link) {
  const Street& street = streets[network.links[link].street];
  if (!street.source_key.empty()) return street.source_key;
  return street.id ? to_string(street.id) : fmt::format("#{}", network.links[link].street);
}

std::string metres(double value, Lang lang) {
  return format_short(value, 2, lang);
}

bool is_over_or_under(const Street& street) {
  return street.is_bridge || street.is_tunnel;
}

int degree(const StreetNetwork& network, int junction) {
  return network.first_arc[junction + 1] - network.first_arc[junction];
}

void find_near_misses(const std::vector<Street>& streets, const StreetNetwork& network,
                      const Pieces& pieces, std::vector<Finding>& findings) {
  std::vector<char> is_told(network.junctions.size(), 0);
  for (std::size_t j = 0; j < network.junctions.size(); ++j) {
    if (degree(network, static_cast<int>(j)) != 1) continue;
    const StreetArc& own = network.arcs[network.first_arc[j]];
    const Point end = network.junctions[j];
    int nearest = -1;
    double best = kNearMiss;
    pieces.each_near(end, [&](const Piece& piece) {
      const StreetLink& other = network.links[piece.link];
      // Links of the same junction lie near each other anyway.
      if (piece.link == own.link || other.from == own.to || other.to == own.to) return;
      if (is_over_or_under(streets[other.street])) return;
      const double away = distance(end, piece.segment);
      if (away > best || (away == best && nearest >= 0 && piece.link >= nearest)) return;
      best = away;
      nearest = piece.link;
    });
    if (nearest < 0) continue;
    // Two loose ends that face each other are one near miss.
    const StreetLink& other = network.links[nearest];
    const bool faces_told =
        (is_told[other.from] != 0 && distance(network.junctions[other.from], end) <= kNearMiss) ||
        (is_told[other.to] != 0 && distance(network.junctions[other.to], end) <= kNearMiss);
    if (faces_told) continue;
    is_told[j] = 1;
    const std::string name = name_of(streets, network, nearest);
    findings.push_back(
        {finding::kNearMiss,
         Severity::Warning,
         {fmt::format("dit losse einde ligt {} m van straat {}, maar raakt die niet",
                      metres(best, Lang::Nl), name),
          fmt::format("this loose end lies {} m from street {} but does not touch it",
                      metres(best, Lang::En), name)},
         {},
         name_of(streets, network, own.link),
         end});
  }
}

void find_islands(const std::vector<Street>& streets, const StreetNetwork& network,
                  std::vector<Finding>& findings) {
  struct Island {
    int links = 0, first = -1;
    double metres = 0;
  };
  std::vector<Island> islands(static_cast<std::size_t>(network.islands));
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    Island& island = islands[network.island[network.links[l].from]];
    if (island.links++ == 0) island.first = static_cast<int>(l);
    island.metres += network.links[l].length;
  }
  for (std::size_t i = 1; i < islands.size(); ++i) {
    const Island& island = islands[i];
    if (island.first < 0) continue;
    findings.push_back({finding::kIsland,
                        Severity::Warning,
                        {fmt::format("{} m straat hangt hier los van de rest van het netwerk",
                                     format_number(island.metres, 0, Lang::Nl)),
                         fmt::format("{} m of street here is not joined to the rest of the network",
                                     format_number(island.metres, 0, Lang::En))},
                        {},
                        name_of(streets, network, island.first),
                        network.junctions[network.links[island.first].from]});
  }
}

void find_duplicates(const std::vector<Street>& streets, const StreetNetwork& network,
                     std::vector<Finding>& findings) {
  std::vector<int> order(network.links.size());
  std::iota(order.begin(), order.end(), 0);
  const auto ends = [&](int l) {
    const StreetLink& link = network.links[l];
    return std::tuple(std::min(link.from, link.to), std::max(link.from, link.to),
                      link.shape.size());
  };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return ends(a) < ends(b); });
  const auto are_same = [&](int a, int b) {
    const Line &one = network.links[a].shape, &other = network.links[b].shape;
    return one == other || std::equal(one.begin(), one.end(), other.rbegin(), other.rend());
  };
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t before = i; before-- > 0 && ends(order[before]) == ends(order[i]);) {
      if (!are_same(order[before], order[i])) continue;
      const std::string name = name_of(streets, network, order[before]);
      findings.push_back({finding::kDuplicateLink,
                          Severity::Warning,
                          {fmt::format("dit stuk straat ligt precies op een stuk van {}", name),
                           fmt::format("this piece of street lies exactly on a piece of {}", name)},
                          {},
                          name_of(streets, network, order[i]),
                          network.junctions[network.links[order[i]].from]});
      break;
    }
  }
}

// Where two pieces cross between their ends.
std::optional<Point> crossing(const Segment& s, const Segment& t) {
  const Point along = s.b - s.a, other = t.b - t.a;
  const double turn = cross(along, other);
  if (turn == 0) return std::nullopt;
  const double u = cross(t.a - s.a, other) / turn, v = cross(t.a - s.a, along) / turn;
  if (u <= 0 || u >= 1 || v <= 0 || v >= 1) return std::nullopt;
  return s.a + u * along;
}

void find_crossings(const std::vector<Street>& streets, const StreetNetwork& network,
                    const Pieces& pieces, std::vector<Finding>& findings) {
  std::map<std::pair<int, int>, Point> found;  // by the numbers of the pieces
  pieces.each_cell([&](std::size_t first, std::size_t past) {
    for (std::size_t i = first; i < past; ++i) {
      const Piece& one = pieces[pieces.piece_at(i)];
      if (is_over_or_under(streets[network.links[one.link].street])) continue;
      for (std::size_t k = i + 1; k < past; ++k) {
        const Piece& other = pieces[pieces.piece_at(k)];
        if (is_over_or_under(streets[network.links[other.link].street])) continue;
        const std::optional<Point> at = crossing(one.segment, other.segment);
        if (at) found[std::minmax(pieces.piece_at(i), pieces.piece_at(k))] = *at;
      }
    }
  });
  for (const auto& [pair, at] : found) {
    const std::string name = name_of(streets, network, pieces[pair.second].link);
    findings.push_back(
        {finding::kCrossingWithoutJunction,
         Severity::Note,
         {fmt::format("deze straat kruist {}, maar ze hebben daar geen punt samen: er is geen "
                      "overgang van de een naar de ander",
                      name),
          fmt::format("this street crosses {} but they have no vertex in common there: one cannot "
                      "go from one to the other",
                      name)},
         {},
         name_of(streets, network, pieces[pair.first].link),
         at});
  }
}

}  // namespace

std::vector<Finding> network_findings(const std::vector<Street>& streets,
                                      const StreetNetwork& network) {
  std::vector<Finding> findings;
  const Pieces pieces(network);
  find_near_misses(streets, network, pieces, findings);
  find_islands(streets, network, findings);
  find_duplicates(streets, network, findings);
  find_crossings(streets, network, pieces, findings);
  return findings;
}

bool has_place(const Street& street) {
  // Not NaN, and on the earth whatever the system.
  const auto is_usable = [](Point p) { return std::abs(p.x) < 1e8 && std::abs(p.y) < 1e8; };
  return !street.line.empty() && std::all_of(street.line.begin(), street.line.end(), is_usable);
}

Finding left_out(const Street& street, std::size_t row) {
  const bool is_placed = has_place(street);
  Finding finding;
  finding.code = is_placed ? finding::kStreetWithoutLength : finding::kStreetWithoutPlace;
  finding.severity = Severity::Warning;
  finding.sentence = is_placed
                         ? Text{"deze straat heeft geen lengte en telt niet mee",
                                "this street has no length and does not count"}
                         : Text{"deze straat heeft geen bruikbare coördinaten en telt niet mee",
                                "this street has no usable coordinates and does not count"};
  finding.object = !street.source_key.empty() ? street.source_key
                   : street.id                ? to_string(street.id)
                                              : fmt::format("#{}", row);
  if (is_placed) finding.place = street.line.front();
  return finding;
}

}  // namespace trefpunt

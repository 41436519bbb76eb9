// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/stay_pairs.h"

#include <algorithm>
#include <cmath>

#include "space/parallel.h"

namespace trefpunt {

namespace {

// The same rates `minutes` later on the circular day.
Starts later(const Starts& starts, double minutes) {
  Starts moved;
  for (const StartPiece& piece : starts) {
    const double from = std::fmod(piece.from_min + minutes, kDayMin);
    const double to = from + piece.to_min - piece.from_min;
    moved.push_back({from, std::min(to, kDayMin), piece.per_min});
    if (to > kDayMin) moved.push_back({0, to - kDayMin, piece.per_min});
  }
  std::sort(moved.begin(), moved.end(), [](const StartPiece& one, const StartPiece& other) {
    return one.from_min < other.from_min;
  });
  return moved;
}

// Per leg and dwell: when people set out. All of the way out are alike.
struct Legs {
  Starts out;
  std::array<Starts, kDwellClasses> back;
};

Legs legs_of(const Stays& stays) {
  Legs legs;
  legs.out = stays.starts;
  for (std::size_t k = 0; k < kDwellClasses; ++k)
    legs.back[k] = later(stays.starts, stays.dwell[k]);
  return legs;
}

StayPair pair_of(const Stays& a, const Legs& legs_a, const Stays& b, const Legs& legs_b,
                 double overlap_min) {
  StayPair pair;
  pair.common[leg_pair(0, 0)] = common_rate(legs_a.out, legs_b.out);
  for (const Starts& back : legs_b.back) {
    pair.common[leg_pair(0, 1)] += common_rate(legs_a.out, back) / kDwellClasses;
  }
  for (const Starts& back : legs_a.back) {
    pair.common[leg_pair(1, 0)] += common_rate(back, legs_b.out) / kDwellClasses;
    for (const Starts& other : legs_b.back) {
      pair.common[leg_pair(1, 1)] += common_rate(back, other) / (kDwellClasses * kDwellClasses);
    }
  }
  pair.minutes = minutes_together(a, b);
  pair.overlaps = expected_overlaps(a, b, overlap_min);
  return pair;
}

}  // namespace

Result<std::shared_ptr<const StayPairs>> make_stay_pairs(const std::vector<ModelRole>& roles,
                                                         double overlap_min, Job& job) {
  const int count = static_cast<int>(roles.size());
  auto pairs = std::make_shared<StayPairs>();
  pairs->roles = count;
  std::vector<std::pair<int, int>> of;
  for (int a = 0; a < count; ++a) {
    for (int b = a; b < count; ++b) of.emplace_back(a, b);
  }
  pairs->tables.resize(of.size());
  std::vector<std::vector<Legs>> legs;
  for (const ModelRole& role : roles) {
    legs.emplace_back();
    for (const Visit& visit : role.visits) legs.back().push_back(legs_of(visit.stays));
  }
  parallel_for(static_cast<int>(of.size()), 0, [&](int i) {
    if (job.stopped()) return;
    const int a = of[static_cast<std::size_t>(i)].first, b = of[static_cast<std::size_t>(i)].second;
    const auto& one = roles[static_cast<std::size_t>(a)].visits;
    const auto& other = roles[static_cast<std::size_t>(b)].visits;
    StayPairs::Table& table = pairs->tables[static_cast<std::size_t>(i)];
    table.columns = static_cast<int>(other.size());
    for (std::size_t va = 0; va < one.size(); ++va) {
      for (std::size_t vb = 0; vb < other.size(); ++vb) {
        table.cells.push_back(pair_of(one[va].stays, legs[static_cast<std::size_t>(a)][va],
                                      other[vb].stays, legs[static_cast<std::size_t>(b)][vb],
                                      overlap_min));
      }
    }
  });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  return std::shared_ptr<const StayPairs>(std::move(pairs));
}

std::size_t memory_of(const StayPairs& pairs) {
  std::size_t bytes = sizeof(StayPairs);
  for (const StayPairs::Table& table : pairs.tables) {
    bytes += sizeof(table) + table.cells.capacity() * sizeof(StayPair);
  }
  return bytes;
}

Key key_of_stays(const std::vector<ModelRole>& roles, double overlap_min) {
  Hasher hasher;
  hasher.add("stay pairs").add(overlap_min);
  for (const ModelRole& role : roles) {
    hasher.add(role.visits.size());
    for (const Visit& visit : role.visits) {
      hasher.add(visit.stays.starts.size());
      for (const StartPiece& piece : visit.stays.starts) {
        hasher.add(piece.from_min).add(piece.to_min).add(piece.per_min);
      }
      for (const double minutes : visit.stays.dwell) hasher.add(minutes);
    }
  }
  return hasher.key();
}

}  // namespace trefpunt

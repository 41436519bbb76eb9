// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/stay_pairs.h"

#include "space/parallel.h"

namespace trefpunt {

namespace {

StayPair pair_of(const Stays& a, const Stays& b, double overlap_min) {
  StayPair pair;
  pair.common = common_rate(a.starts, b.starts);
  pair.overlaps = expected_overlaps(a, b, overlap_min);
  if (pair.overlaps <= 0) return pair;
  pair.minutes = minutes_together(a, b);
  const double hazard = no_meeting_hazard(a, b, overlap_min, 1);
  pair.eta = hazard > 0 ? std::max(0.0, pair.overlaps / hazard - 1) : 0;
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
  parallel_for(static_cast<int>(of.size()), 0, [&](int i) {
    if (job.stopped()) return;
    const auto [a, b] = of[static_cast<std::size_t>(i)];
    const auto& one = roles[static_cast<std::size_t>(a)].visits;
    const auto& other = roles[static_cast<std::size_t>(b)].visits;
    StayPairs::Table& table = pairs->tables[static_cast<std::size_t>(i)];
    table.columns = static_cast<int>(other.size());
    for (const Visit& va : one) {
      for (const Visit& vb : other) table.cells.push_back(pair_of(va.stays, vb.stays, overlap_min));
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
  hasher.add("stay pairs 1").add(overlap_min);
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

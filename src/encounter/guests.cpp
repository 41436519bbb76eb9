// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/guests.h"

#include <algorithm>
#include <map>

#include "base/index.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

// The means of the quarters of a mixture of lengths.
Dwell quarters(std::vector<std::pair<double, double>> lengths) {  // minutes and weight
  std::sort(lengths.begin(), lengths.end());
  double whole = 0;
  for (const auto& [minutes, weight] : lengths) whole += weight;
  Dwell dwell{};
  double before = 0;
  for (const auto& [minutes, weight] : lengths) {
    const double from = before / whole * kDwellClasses;
    const double to = (before + weight) / whole * kDwellClasses;
    for (int q = 0; q < kDwellClasses; ++q) {
      const double share = std::min(to, q + 1.0) - std::max(from, static_cast<double>(q));
      if (share > 0) dwell[at(q)] += share * minutes;
    }
    before += weight;
  }
  return dwell;
}

// All errands of a kind as one: for merging windows only, the expected numbers stay exact.
Stays together(const EncounterModel& model, const Guests::Kind& kind) {
  const ModelRole& role = model.roles[at(kind.role)];
  if (kind.visits.size() == 1) {
    Stays alone = role.visits[at(kind.visits.front().first)].stays;
    for (StartPiece& piece : alone.starts) piece.per_min *= kind.visits.front().second;
    return alone;
  }
  std::vector<StartPiece> pieces;
  std::vector<std::pair<double, double>> lengths;
  for (const auto& [visit, chance] : kind.visits) {
    const Stays& stays = role.visits[at(visit)].stays;
    for (const StartPiece& piece : stays.starts) {
      pieces.push_back({piece.from_min, piece.to_min, chance * piece.per_min});
    }
    const double weight = chance * mean_number(stays.starts);
    for (const double minutes : stays.dwell) lengths.emplace_back(minutes, weight);
  }
  return {added_up(pieces), quarters(std::move(lengths))};
}

GuestPairs::Pair pair_of(const EncounterModel& model, const Guests::Place& place,
                         const Guests::Kind& one, const Guests::Kind& other, const Stays& all_one,
                         const Stays& all_other, const StayPairs& stays) {
  const bool is_turned = one.role > other.role;
  const StayPairs::Table& table =
      is_turned ? stays.of(other.role, one.role) : stays.of(one.role, other.role);
  double overlaps = 0, minutes = 0;
  for (const auto& [va, chance_a] : one.visits) {
    for (const auto& [vb, chance_b] : other.visits) {
      const StayPair& stay = is_turned ? table.at(vb, va) : table.at(va, vb);
      overlaps += chance_a * chance_b * stay.overlaps;
      minutes += chance_a * chance_b * stay.minutes;
    }
  }
  GuestPairs::Pair pair{overlaps * place.chance, minutes * place.chance, 0};
  if (pair.stays <= 0) return pair;
  const double merged = place.chance * expected_overlaps(all_one, all_other, model.overlap_min);
  const double hazard = no_meeting_hazard(all_one, all_other, model.overlap_min, place.chance);
  pair.hazard = merged > 0 && hazard > 0 ? pair.stays * std::min(1.0, hazard / merged) : pair.stays;
  return pair;
}

}  // namespace

Guests find_guests(const EncounterModel& model) {
  Guests guests;
  std::map<std::pair<int, int>, int> index;
  std::vector<int> place_of_station;
  for (const Station& station : model.stations) {
    const auto [found, is_new] =
        index.try_emplace({station.storey, station.space}, static_cast<int>(guests.places.size()));
    if (is_new) {
      guests.places.push_back({station.storey, station.space, station.chance * model.notice, {}});
    }
    place_of_station.push_back(found->second);
  }
  for (const PersonClass& person : model.classes) {
    const ModelRole& role = model.roles[at(person.role)];
    std::map<std::pair<int, int>, Guests::Kind> by_place;  // and presence
    for (int v = 0; v < static_cast<int>(role.visits.size()); ++v) {
      for (const Destination& to : person.to[at(v)]) {
        const int presence = role.visits[at(v)].presence;
        Guests::Kind& kind = by_place[{place_of_station[at(to.station)], presence}];
        kind.role = person.role;
        kind.presence = presence;
        if (!kind.visits.empty() && kind.visits.back().first == v) {
          kind.visits.back().second += to.probability;  // two points of one space
        } else {
          kind.visits.emplace_back(v, to.probability);
        }
      }
    }
    std::vector<Guests::Here>& here = guests.of_class.emplace_back();
    for (const auto& [key, kind] : by_place) {
      std::vector<Guests::Kind>& kinds = guests.places[at(key.first)].kinds;
      auto same = std::find(kinds.begin(), kinds.end(), kind);
      if (same == kinds.end()) same = kinds.insert(kinds.end(), kind);
      here.push_back({key.first, key.second, static_cast<std::int32_t>(same - kinds.begin())});
    }
  }
  return guests;
}

Result<std::shared_ptr<const GuestPairs>> make_guest_pairs(const EncounterModel& model,
                                                           const Guests& guests,
                                                           const StayPairs& stays, Job& job) {
  auto pairs = std::make_shared<GuestPairs>();
  pairs->tables.resize(guests.places.size());
  parallel_for(static_cast<int>(guests.places.size()), 0, [&](int p) {
    if (job.stopped()) return;
    const Guests::Place& place = guests.places[at(p)];
    std::vector<Stays> all;
    for (const Guests::Kind& kind : place.kinds) all.push_back(together(model, kind));
    const std::size_t count = place.kinds.size();
    std::vector<GuestPairs::Pair>& table = pairs->tables[at(p)];
    table.resize(count * count);
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a; b < count; ++b) {
        table[a * count + b] = table[b * count + a] =
            pair_of(model, place, place.kinds[a], place.kinds[b], all[a], all[b], stays);
      }
    }
  });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  return std::shared_ptr<const GuestPairs>(std::move(pairs));
}

std::size_t memory_of(const GuestPairs& pairs) {
  std::size_t bytes = sizeof(GuestPairs);
  for (const auto& table : pairs.tables) {
    bytes += sizeof(table) + table.size() * sizeof(GuestPairs::Pair);
  }
  return bytes;
}

Key key_of_guests(const Guests& guests) {
  Hasher hasher;
  hasher.add("guests");
  for (const Guests::Place& place : guests.places) {
    hasher.add(place.chance).add(place.kinds.size());
    for (const Guests::Kind& kind : place.kinds) {
      hasher.add(kind.role).add(kind.presence).add(kind.visits.size());
      for (const auto& [visit, chance] : kind.visits) hasher.add(visit).add(chance);
    }
  }
  return hasher.key();
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_pairs.h"

#include <algorithm>
#include <cmath>

#include "encounter/pair_blocks.h"
#include "encounter/philox.h"
#include "encounter/repeats.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr int kChunks = 64;

// The number of two groups among all two groups, by the lower and the higher.
int group_pair(int a, int b, int groups) {
  if (a > b) std::swap(a, b);
  return a * groups - a * (a - 1) / 2 + b - a;
}

// Sums of one chunk of first rows; added up in order of the chunks.
struct Sums {
  struct OfGroups {
    double encounters = 0, encounters_spread = 0;
    std::array<double, 3> repeated{}, spread{};
  };
  std::vector<OfGroups> groups;  // as WijkPairs::groups
  std::vector<Familiar> familiar;
  std::vector<double> buurt_spread, repeated_stays;
};

class PairWork {
 public:
  PairWork(const WijkEncounterInput& input, const WijkFlows& flows, const WijkPairOptions& options);
  double share() const { return blocks_.share; }
  Sums chunk(int number, Job& job) const;

 private:
  struct Room {
    std::vector<double> walks;  // of the first row, times lengths
    std::vector<double> stays;  // [group of the other * columns + column]: its weight for a pair
    std::vector<double> twice;  // as stays: what the others that it meets twice do there
    Sums sums;
  };
  void lay_out(int row, bool is_on, Room& room) const;
  void add(int first, int second, double people_pairs, double chance, Room& room) const;
  void end_first(int row, Room& room) const;

  const WijkEncounterInput& input_;
  const WijkFlows& flows_;
  const MeetingWeights weights_;
  const PairBlocks blocks_;
  const std::uint64_t seed_;
  const int columns_, groups_;  // of stays
  std::vector<double> length_of_column_;
  std::array<double, 3> kappas_;
};

PairWork::PairWork(const WijkEncounterInput& input, const WijkFlows& flows,
                   const WijkPairOptions& options)
    : input_(input),
      flows_(flows),
      weights_(meeting_weights(input)),
      blocks_(pair_blocks(input, flows, options.pairs_at_most)),
      seed_(options.seed),
      columns_(flows.benches + flows.places),
      groups_(static_cast<int>(input.assumptions.groups.size())),
      length_of_column_(flows.stretches.length_of_piece),
      kappas_{kKappas[0], input.assumptions.kappa.value, kKappas[2]} {
  length_of_column_.insert(length_of_column_.end(), flows.stretches.length.begin(),
                           flows.stretches.length.end());
}

void PairWork::lay_out(int row, bool is_on, Room& room) const {
  for (std::size_t i = flows_.walks.first[row]; i < flows_.walks.first[row + 1]; ++i) {
    const int column = flows_.walks.column[i];
    room.walks[column] = is_on ? length_of_column_[column] * flows_.walks.value[i] : 0;
  }
  const double* minutes = flows_.minutes.data();
  const int group = flows_.rows[row].group;
  for (std::size_t i = flows_.stays.first[row]; i < flows_.stays.first[row + 1]; ++i) {
    const int column = flows_.stays.column[i], place = column - flows_.benches;
    const double value = is_on ? flows_.stays.value[i] : 0;
    for (int g = 0; g < groups_; ++g) {
      const double weight = place < 0
                                ? weights_.bench
                                : weights_.place[place] * (minutes[group * flows_.places + place] +
                                                           minutes[g * flows_.places + place]);
      room.stays[g * columns_ + column] = weight * value;
    }
  }
}

double dot(const SparseRows& rows, int row, const double* with) {
  double even = 0, odd = 0;
  std::size_t i = rows.first[row];
  const std::size_t end = rows.first[row + 1];
  for (; i + 1 < end; i += 2) {
    even += rows.value[i] * with[rows.column[i]];
    odd += rows.value[i + 1] * with[rows.column[i + 1]];
  }
  if (i < end) even += rows.value[i] * with[rows.column[i]];
  return even + odd;
}

void PairWork::add(int first, int second, double people_pairs, double chance, Room& room) const {
  const WalkRow &one = flows_.rows[first], &other = flows_.rows[second];
  if (people_pairs <= 0) return;
  const double pace = weights_.pace[one.group] + weights_.pace[other.group];
  const int stays_of = other.group * columns_;
  // Differences may leave -1e-20 where nothing is shared.
  const double mean =
      weights_.passing * pace * std::max(0.0, dot(flows_.walks, second, room.walks.data())) +
      dot(flows_.stays, second, room.stays.data() + stays_of);
  if (mean <= 0) return;
  Sums& sums = room.sums;
  const double weight = people_pairs / chance;
  const double spread = (1 - chance) * weight * weight;  // of a sum, per value squared
  const bool is_cross = one.group != other.group;
  Sums::OfGroups& both = sums.groups[group_pair(one.group, other.group, groups_)];
  both.encounters += weight * mean;
  both.encounters_spread += spread * mean * mean;
  std::array<double, 3> twice;
  for (std::size_t k = 0; k < 3; ++k) {
    twice[k] = twice_a_week(mean, kappas_[k]);
    both.repeated[k] += weight * twice[k];
    both.spread[k] += spread * twice[k] * twice[k];
  }
  // Per person of the one row: the people of the other, less those of the own dwelling.
  const double of_one = weight * twice[1] / one.people, of_other = weight * twice[1] / other.people;
  Familiar &first_knows = sums.familiar[first], &second_knows = sums.familiar[second];
  (is_cross ? first_knows.other : first_knows.own) += of_one;
  (is_cross ? second_knows.other : second_knows.own) += of_other;
  const double squared = spread * twice[1] * twice[1];
  const int here = input_.homes[one.home].buurt, there = input_.homes[other.home].buurt;
  if (here >= 0) sums.buurt_spread[here] += here == there ? 4 * squared : squared;
  if (there >= 0 && there != here) sums.buurt_spread[there] += squared;
  for (std::size_t i = flows_.stays.first[second]; i < flows_.stays.first[second + 1]; ++i) {
    room.twice[stays_of + flows_.stays.column[i]] += weight * twice[1] * flows_.stays.value[i];
  }
}

void PairWork::end_first(int row, Room& room) const {
  for (std::size_t i = flows_.stays.first[row]; i < flows_.stays.first[row + 1]; ++i) {
    const int column = flows_.stays.column[i];
    for (int g = 0; g < groups_; ++g) {
      const int at = g * columns_ + column;
      room.sums.repeated_stays[column] += room.stays[at] * room.twice[at];
    }
  }
  std::fill(room.twice.begin(), room.twice.end(), 0);
  lay_out(row, false, room);
}

Sums PairWork::chunk(int number, Job& job) const {
  const int rows = static_cast<int>(flows_.rows.size());
  Room room;
  room.walks.assign(length_of_column_.size(), 0);
  room.stays.assign(static_cast<std::size_t>(columns_) * groups_, 0);
  room.twice = room.stays;
  room.sums.familiar.resize(rows);
  room.sums.groups.resize(static_cast<std::size_t>(groups_) * (groups_ + 1) / 2);
  room.sums.buurt_spread.assign(input_.buurten.size(), 0);
  room.sums.repeated_stays.assign(columns_, 0);
  const std::array<std::uint32_t, 2> key = {static_cast<std::uint32_t>(seed_),
                                            static_cast<std::uint32_t>(seed_ >> 32)};
  for (int i = number; i < rows && !job.stopped(); i += kChunks) {
    const int first = blocks_.order[i];
    const WalkRow& one = flows_.rows[first];
    const WijkHomePeople& home = input_.homes[one.home];
    const double apart = 1 - 1 / home.dwellings;  // of pairs behind one door: of two dwellings
    lay_out(first, true, room);
    add(first, first, one.people * one.people * apart / 2, 1, room);
    std::uint32_t draws = 0;
    for (std::size_t b = blocks_.block_of[i]; b < blocks_.blocks.size(); ++b) {
      const PairBlock& block = blocks_.blocks[b];
      const double chance = blocks_.chance(home.at.at, block);
      if (chance == 0) continue;
      const double log_not = chance < 1 ? std::log1p(-chance) : 0;
      for (int j = std::max(block.first, i + 1); j < block.end; ++j) {
        if (chance < 1) {  // on to the next that is drawn
          const auto words = philox({static_cast<std::uint32_t>(i), draws++, 0, 0x57494a4b}, key);
          const double skip = std::log1p(-unit_interval(words[0], words[1])) / log_not;
          if (skip >= block.end - j) break;
          j += static_cast<int>(skip);
        }
        const int second = blocks_.order[j];
        const WalkRow& other = flows_.rows[second];
        const double pairs = one.people * other.people * (other.home == one.home ? apart : 1);
        add(first, second, pairs, chance, room);
      }
    }
    end_first(first, room);
  }
  return room.sums;
}

// Each two groups with their pairs of people; within a dwelling there are none.
std::vector<GroupPair> group_pairs(const WijkEncounterInput& input, const WijkFlows& flows) {
  const int groups = static_cast<int>(input.assumptions.groups.size());
  std::vector<GroupPair> found;
  for (int a = 0; a < groups; ++a) {
    for (int b = a; b < groups; ++b) found.push_back({a, b, 0, {}, {}});
  }
  std::vector<double> all(static_cast<std::size_t>(groups), 0), home = all;
  const auto count = [&](const std::vector<double>& people, double times) {
    for (GroupPair& pair : found) {
      pair.pairs += times * people[pair.a] * people[pair.b] / (pair.a == pair.b ? 2 : 1);
    }
  };
  for (std::size_t r = 0; r < flows.rows.size();) {
    const int at = flows.rows[r].home;
    std::fill(home.begin(), home.end(), 0);
    for (; r < flows.rows.size() && flows.rows[r].home == at; ++r) {
      home[flows.rows[r].group] += flows.rows[r].people;
      all[flows.rows[r].group] += flows.rows[r].people;
    }
    count(home, -1 / input.homes[at].dwellings);
  }
  count(all, 1);
  for (GroupPair& pair : found) pair.pairs = std::max(0.0, pair.pairs);
  return found;
}

}  // namespace

double twice_a_week(double mean, double kappa) {
  if (std::isinf(kappa)) return std::max(0.0, -std::expm1(-mean) - mean * std::exp(-mean));
  const double q = mean / (kappa + mean);
  if (kappa == 1) return q * q;
  const double x = -kappa * std::log1p(-q);
  return std::max(0.0, -std::expm1(-x) - kappa * q * std::exp(-x));
}

Result<WijkPairs> wijk_pairs(const WijkEncounterInput& input, const WijkFlows& flows,
                             const WijkPairOptions& options, Job& job) {
  const PairWork work(input, flows, options);
  const int chunks = std::min(kChunks, static_cast<int>(flows.rows.size()));
  std::vector<Sums> parts(static_cast<std::size_t>(chunks));
  std::atomic<int> done{0};
  parallel_for(chunks, options.threads, [&](int chunk) {
    if (job.stopped()) return;
    parts[chunk] = work.chunk(chunk, job);
    job.step(chunks + 2 * ++done, 3 * chunks);  // two thirds of the whole
  });
  if (job.stopped()) {
    return Error{Code::Cancelled, {"het rekenen is gestopt", "the computation was stopped"}, {}};
  }
  WijkPairs pairs;
  pairs.drawn = work.share();
  pairs.groups = group_pairs(input, flows);
  Sums all;
  all.familiar.resize(flows.rows.size());
  all.groups.resize(pairs.groups.size());
  all.buurt_spread.assign(input.buurten.size(), 0);
  all.repeated_stays.assign(flows.benches + flows.places, 0);
  const auto add = [](auto& to, const auto& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  };
  for (const Sums& part : parts) {  // in order, whatever the threads
    for (std::size_t p = 0; p < all.groups.size(); ++p) {
      all.groups[p].encounters += part.groups[p].encounters;
      all.groups[p].encounters_spread += part.groups[p].encounters_spread;
      add(all.groups[p].repeated, part.groups[p].repeated);
      add(all.groups[p].spread, part.groups[p].spread);
    }
    add(all.buurt_spread, part.buurt_spread);
    add(all.repeated_stays, part.repeated_stays);
    for (std::size_t r = 0; r < all.familiar.size(); ++r) {
      all.familiar[r].own += part.familiar[r].own;
      all.familiar[r].other += part.familiar[r].other;
    }
  }
  Sums::OfGroups total;
  for (std::size_t p = 0; p < all.groups.size(); ++p) {
    const Sums::OfGroups& sums = all.groups[p];
    GroupPair& pair = pairs.groups[p];
    pairs.people_pairs += pair.pairs;
    if (pair.a != pair.b) pairs.cross_pairs += pair.pairs;
    pair.encounters = {sums.encounters, std::sqrt(sums.encounters_spread)};
    total.encounters += sums.encounters;
    total.encounters_spread += sums.encounters_spread;
    for (std::size_t k = 0; k < 3; ++k) {
      pair.repeated[k] = {sums.repeated[k], std::sqrt(sums.spread[k])};
      total.repeated[k] += sums.repeated[k];
      total.spread[k] += sums.spread[k];
      if (pair.a != pair.b) pairs.repeated_cross[k] += sums.repeated[k];
    }
  }
  pairs.encounters = {total.encounters, std::sqrt(total.encounters_spread)};
  for (std::size_t k = 0; k < 3; ++k) {
    pairs.repeated[k] = {total.repeated[k], std::sqrt(total.spread[k])};
  }
  std::vector<double> people(input.buurten.size(), 0);
  for (const WalkRow& row : flows.rows) {
    const int buurt = input.homes[row.home].buurt;
    if (buurt >= 0) people[buurt] += row.people;
  }
  for (std::size_t b = 0; b < people.size(); ++b) {
    pairs.buurt_error.push_back(people[b] > 0 ? std::sqrt(all.buurt_spread[b]) / people[b] : 0);
  }
  pairs.familiar = std::move(all.familiar);
  pairs.repeated_stays = std::move(all.repeated_stays);
  return pairs;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_pairs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "encounter/philox.h"
#include "encounter/repeats.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

constexpr int kChunks = 64;

// Sums of one chunk of first rows; added up in order of the chunks.
struct Sums {
  double encounters = 0, encounters_spread = 0;
  std::array<double, 3> repeated{}, spread{}, cross{}, cross_spread{};
  std::vector<Familiar> familiar;
  std::vector<double> buurt_spread, repeated_stays, all_stays;
};

class PairWork {
 public:
  PairWork(const WijkEncounterInput& input, const WijkFlows& flows, const WijkPairOptions& options)
      : input_(input), flows_(flows), weights_(meeting_weights(input)), seed_(options.seed) {
    const std::size_t rows = flows.rows.size();
    // Of two rows the longer one is laid out and the shorter one is walked through.
    order_.resize(rows);
    std::iota(order_.begin(), order_.end(), 0);
    std::stable_sort(order_.begin(), order_.end(), [&](int a, int b) {
      return flows.walks.size(a) + flows.stays.size(a) > flows.walks.size(b) + flows.stays.size(b);
    });
    first_of_home_.assign(input.homes.size() + 1, 0);
    for (const WalkRow& row : flows.rows) ++first_of_home_[row.home + 1];
    std::partial_sum(first_of_home_.begin(), first_of_home_.end(), first_of_home_.begin());
    const double pairs = 0.5 * static_cast<double>(rows) * static_cast<double>(rows);
    chance_ = pairs <= options.pairs_at_most ? 1 : options.pairs_at_most / pairs;
    kappas_ = {kKappas[0], input.assumptions.kappa.value, kKappas[2]};
    columns_ = flows.benches + flows.places;
    length_of_column_.resize(flows.links + flows.stretches.count());
    for (int l = 0; l < flows.links; ++l) length_of_column_[l] = input.network->links[l].length;
    std::copy(flows.stretches.length.begin(), flows.stretches.length.end(),
              length_of_column_.begin() + flows.links);
  }

  double chance() const { return chance_; }
  Sums chunk(int number, Job& job) const;

 private:
  struct Room {
    std::vector<double> walks, stays;  // of the first row, laid out with their weights
    std::vector<double> twice, once;   // over the other rows: their stays, by people
    Sums sums;
  };
  void lay_out(int row, bool is_on, Room& room) const;
  double passing(int row, const Room& room) const;
  double staying(int row, const Room& room) const;
  void add(int first, int second, double people_pairs, double chance, Room& room) const;
  void end_first(int row, Room& room) const;

  const WijkEncounterInput& input_;
  const WijkFlows& flows_;
  const MeetingWeights weights_;
  const std::uint64_t seed_;
  std::vector<int> order_, first_of_home_;
  std::vector<double> length_of_column_;
  std::array<double, 3> kappas_;
  double chance_ = 1;
  int columns_ = 0;
};

// The stays of another row times what is laid out is the expected number of encounters: its visits
// meet minutes of this row, its minutes meet visits.
void PairWork::lay_out(int row, bool is_on, Room& room) const {
  for (std::size_t i = flows_.walks.first[row]; i < flows_.walks.first[row + 1]; ++i) {
    const int column = flows_.walks.column[i];
    room.walks[column] = is_on ? length_of_column_[column] * flows_.walks.value[i] : 0;
  }
  const int benches = flows_.benches, places = flows_.places;
  for (std::size_t i = flows_.stays.first[row]; i < flows_.stays.first[row + 1]; ++i) {
    const int column = flows_.stays.column[i];
    const double value = is_on ? flows_.stays.value[i] : 0;
    if (column < benches) {
      room.stays[column] = weights_.bench * value;
    } else if (column < benches + places) {
      room.stays[column + places] = weights_.place[column - benches] * value;
    } else {
      room.stays[column - places] = weights_.place[column - benches - places] * value;
    }
  }
}

double dot(const SparseRows& rows, int row, const std::vector<double>& with) {
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

double PairWork::passing(int row, const Room& room) const {
  return std::max(0.0, dot(flows_.walks, row, room.walks));  // differences may leave -1e-20
}
double PairWork::staying(int row, const Room& room) const {
  return dot(flows_.stays, row, room.stays);
}

void PairWork::add(int first, int second, double people_pairs, double chance, Room& room) const {
  const WalkRow &one = flows_.rows[first], &other = flows_.rows[second];
  const double pace = weights_.pace[one.group] + weights_.pace[other.group];
  const double mean = weights_.passing * pace * passing(second, room) + staying(second, room);
  Sums& sums = room.sums;
  if (mean <= 0 || people_pairs <= 0) return;
  const double weight = people_pairs / chance;
  const double spread = (1 - chance) * weight * weight;  // of a sum, per value squared
  const bool is_cross = one.group != other.group;
  sums.encounters += weight * mean;
  sums.encounters_spread += spread * mean * mean;
  std::array<double, 3> twice;
  for (std::size_t k = 0; k < 3; ++k) {
    twice[k] = twice_a_week(mean, kappas_[k]);
    sums.repeated[k] += weight * twice[k];
    sums.spread[k] += spread * twice[k] * twice[k];
    if (!is_cross) continue;
    sums.cross[k] += weight * twice[k];
    sums.cross_spread[k] += spread * twice[k] * twice[k];
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
    const double value = weight * flows_.stays.value[i];
    room.once[flows_.stays.column[i]] += value;
    room.twice[flows_.stays.column[i]] += twice[1] * value;
  }
}

void PairWork::end_first(int row, Room& room) const {
  const int places = flows_.places;
  for (std::size_t i = flows_.stays.first[row]; i < flows_.stays.first[row + 1]; ++i) {
    const int column = flows_.stays.column[i];
    const bool is_visit = column >= flows_.benches && column < flows_.benches + places;
    const int other = column < flows_.benches ? column
                      : is_visit              ? column + places
                                              : column - places;
    const int thing = column < flows_.benches + places ? column : column - places;
    // What is laid out at `other` is the weight of this row's value at `column`.
    room.sums.all_stays[thing] += room.stays[other] * room.once[other];
    room.sums.repeated_stays[thing] += room.stays[other] * room.twice[other];
  }
  std::fill(room.once.begin(), room.once.end(), 0);
  std::fill(room.twice.begin(), room.twice.end(), 0);
  lay_out(row, false, room);
}

Sums PairWork::chunk(int number, Job& job) const {
  const int rows = static_cast<int>(flows_.rows.size());
  Room room;
  room.walks.assign(length_of_column_.size(), 0);
  room.stays.assign(columns_ + flows_.places, 0);
  room.once = room.twice = room.stays;
  room.sums.familiar.resize(rows);
  room.sums.buurt_spread.assign(input_.buurten.size(), 0);
  room.sums.repeated_stays.assign(columns_, 0);
  room.sums.all_stays.assign(columns_, 0);
  const double log_stay = chance_ < 1 ? std::log1p(-chance_) : 0;
  const std::array<std::uint32_t, 2> key = {static_cast<std::uint32_t>(seed_),
                                            static_cast<std::uint32_t>(seed_ >> 32)};
  for (int i = number; i < rows && !job.stopped(); i += kChunks) {
    const int first = order_[i];
    const WalkRow& one = flows_.rows[first];
    const double dwellings = input_.homes[one.home].dwellings;
    lay_out(first, true, room);
    // Neighbours behind one door: the part of their pairs that is of different dwellings.
    for (int second = first; second < first_of_home_[one.home + 1]; ++second) {
      const double pairs =
          one.people * flows_.rows[second].people * (1 - 1 / dwellings) / (first == second ? 2 : 1);
      add(first, second, pairs, 1, room);
    }
    std::uint32_t draws = 0;
    for (int j = i + 1; j < rows; ++j) {
      if (chance_ < 1) {
        const auto words = philox({static_cast<std::uint32_t>(i), draws++, 0, 0x57494a4b}, key);
        const double skip = std::log1p(-unit_interval(words[0], words[1])) / log_stay;
        if (skip >= rows - j) break;
        j += static_cast<int>(skip);
      }
      const int second = order_[j];
      if (flows_.rows[second].home == one.home) continue;
      add(first, second, one.people * flows_.rows[second].people, chance_, room);
    }
    end_first(first, room);
  }
  return room.sums;
}

Sampled sampled(double value, double spread) {
  return {value, std::sqrt(spread)};
}

// How many pairs of people there are, by group or not.
void count_pairs(const WijkEncounterInput& input, const WijkFlows& flows, WijkPairs& pairs) {
  std::vector<double> of_group(input.assumptions.groups.size(), 0), at_home = of_group;
  double all = 0, all_at_home = 0;
  for (std::size_t r = 0; r < flows.rows.size();) {
    const int home = flows.rows[r].home;
    double together = 0;
    for (; r < flows.rows.size() && flows.rows[r].home == home; ++r) {
      const WalkRow& row = flows.rows[r];
      together += row.people;
      of_group[row.group] += row.people;
      at_home[row.group] += row.people * row.people / input.homes[home].dwellings;
    }
    all += together;
    all_at_home += together * together / input.homes[home].dwellings;
  }
  pairs.people_pairs = pairs.cross_pairs = (all * all - all_at_home) / 2;
  for (std::size_t g = 0; g < of_group.size(); ++g) {
    pairs.cross_pairs -= (of_group[g] * of_group[g] - at_home[g]) / 2;
  }
  pairs.people_pairs = std::max(0.0, pairs.people_pairs);
  pairs.cross_pairs = std::max(0.0, pairs.cross_pairs);
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
  pairs.drawn = work.chance();
  count_pairs(input, flows, pairs);
  Sums all;
  all.familiar.resize(flows.rows.size());
  all.buurt_spread.assign(input.buurten.size(), 0);
  all.repeated_stays.assign(flows.benches + flows.places, 0);
  all.all_stays = all.repeated_stays;
  const auto add = [](auto& to, const auto& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  };
  for (const Sums& part : parts) {  // in order, whatever the threads
    all.encounters += part.encounters;
    all.encounters_spread += part.encounters_spread;
    add(all.repeated, part.repeated);
    add(all.spread, part.spread);
    add(all.cross, part.cross);
    add(all.cross_spread, part.cross_spread);
    add(all.buurt_spread, part.buurt_spread);
    add(all.repeated_stays, part.repeated_stays);
    add(all.all_stays, part.all_stays);
    for (std::size_t r = 0; r < all.familiar.size(); ++r) {
      all.familiar[r].own += part.familiar[r].own;
      all.familiar[r].other += part.familiar[r].other;
    }
  }
  pairs.encounters = sampled(all.encounters, all.encounters_spread);
  for (std::size_t k = 0; k < 3; ++k) {
    pairs.repeated[k] = sampled(all.repeated[k], all.spread[k]);
    pairs.repeated_cross[k] = sampled(all.cross[k], all.cross_spread[k]);
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
  pairs.all_stays = std::move(all.all_stays);
  return pairs;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/day_tables.h"
#include "encounter/shared_way_cache.h"

namespace trefpunt {

inline constexpr int kPresenceBins = 288;    // of 5 minutes
inline constexpr double kFixed = 1 << 20;    // minutes are added up in these parts,
inline constexpr double kFixedMetre = 1000;  // metres in these: sums do not depend on the order

// Sums over weeks, integers, so that any order of adding gives the same.
struct WeekCounts {
  using Sums = std::vector<std::int64_t>;
  // Per pair of roles (DayTables::role_pair): encounters in a week, their squares, passings,
  // minutes, pairs of people that met on two days or more of a week.
  Sums pair_encounters, pair_squares, pair_passings, pair_minutes, pair_twice;
  // Per place.
  Sums place_encounters, place_squares, place_passings, place_minutes, place_distinct;
  // Per place and bin: how many more are there at its beginning than at that of the bin before.
  Sums place_change;
  // Per pair of classes (DayTables::pair_index) and weekday: pairs that met.
  Sums class_met, class_met_stop;
  Sums role_metres, role_days;  // per role: walked; days of a person present

  explicit WeekCounts(const DayTables& tables);
  void add(const WeekCounts& other);
};

// What one thread works in.
struct WeekRoom {
  struct Stay {
    double start = 0, end = 0;  // min after midnight; end may lie on the next day
    std::int32_t place = 0;
    std::uint16_t person = 0, ordinal = 0;
  };
  struct Walking {
    double start = 0, end = 0;
    std::int32_t way = 0;
    std::uint16_t person = 0, ordinal = 0;
    bool forward = true;
  };
  struct BothWalking {              // at one time
    const Walking *one, *other;     // one->way <= other->way
    double one_shift, other_shift;  // min: one of them may walk past midnight
  };
  // Pairs of person and place of one week.
  class Seen {
   public:
    bool insert(std::uint64_t key);  // whether it was not there
    void clear();

   private:
    std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024, 0);
    std::vector<std::uint32_t> used_;
  };

  explicit WeekRoom(const DayTables& tables);

  WeekCounts counts;
  SharedWayCache shared;
  std::vector<Stay> stays, stays_by_place;
  std::vector<Walking> walks, walks_by_start;
  std::vector<BothWalking> both_walking;
  std::vector<std::uint32_t> first_of;  // counting sorts
  std::vector<std::uint16_t> here;      // members of a session who came
  // Per pair of people a bit for each weekday: met, apart from sessions, and where one can stop.
  std::vector<std::uint8_t> met, met_freely, met_stop;
  std::vector<std::pair<std::uint16_t, std::uint16_t>> touched;  // pairs that met this week
  std::vector<std::int64_t> pair_week, place_week;
  Seen seen;
};

struct WeekTotals {
  double encounters = 0, repeated = 0;
};
// Draws one week and adds it to the room's counts. The same whatever was drawn before.
WeekTotals simulate_week(const DayTables& tables, std::uint64_t seed, int week, WeekRoom& room);

}  // namespace trefpunt

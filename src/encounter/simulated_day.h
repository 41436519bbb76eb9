// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "encounter/day_tables.h"
#include "encounter/philox.h"
#include "encounter/simulated_week.h"

namespace trefpunt {

// What random numbers are for; those of errands are DayTables::Visit::purpose.
inline constexpr std::uint32_t kPresence = 0, kSession = 1u << 30, kStayCoin = 2u << 30,
                               kPassing = 3u << 30;

// One day of one week: the first counter word and the key of its random numbers.
struct DrawnDay {
  const DayTables& tables;
  WeekRoom& room;
  std::array<std::uint32_t, 2> key{};
  std::uint32_t date = 0;
  int weekday = 0;

  std::array<std::uint32_t, 4> draw(std::uint32_t who, std::uint32_t purpose,
                                    std::uint32_t number) const {
    return philox({date, who, purpose, number}, key);
  }
  // For two persons and their stays or walks, whichever comes first.
  template <typename Item>
  std::array<std::uint32_t, 4> draw_for(const Item& one, const Item& other,
                                        std::uint32_t purpose) const {
    const bool first = one.person < other.person;
    const Item &low = first ? one : other, &high = first ? other : one;
    return draw(static_cast<std::uint32_t>(low.person) << 16 | high.person, purpose,
                static_cast<std::uint32_t>(low.ordinal) << 16 | high.ordinal);
  }
};

// Fills in who stays where and who walks when; counts the walked metres and the days of presence.
void draw_day(const DrawnDay& day);

// Counts someone as there; min after midnight of the day, `end` at most a day later.
void note_presence(const DrawnDay& day, std::int32_t place, double start, double end);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <limits>

namespace trefpunt {

// Frailty: who of a pair is drawn to the other. Z is gamma with mean 1 and this shape, one draw for
// each pair; small: few pairs have most encounters; infinite: all pairs of equal chances are alike.
inline constexpr std::array<double, 3> kKappas = {0.2, 1.0,
                                                  std::numeric_limits<double>::infinity()};

// Hazards of meeting on each weekday, Monday first: H = -ln(1 - P(meet on that day)).
using WeekHazards = std::array<double, 7>;

// Chances of meeting on each weekday, Monday first.
using WeekChances = std::array<double, 7>;

// The chance that a pair meets on at least `times` (1 to 4) of `days` (1 to 366; the first is a
// Monday) days, given Z a chance 1 - exp(-Z H) on each, and besides `fixed` whatever Z: groups of
// which both are members are held for certain. E exp(-Z x) = (1 + x / kappa)^-kappa.
double repeat_chance(const WeekHazards& hazards, int times, int days, double kappa,
                     const WeekChances& fixed = {});

// The same from the chance of meeting on each weekday; on days with chance 1 a pair always meets.
double repeat_chance_of_days(const WeekChances& met, int times, int days, double kappa,
                             const WeekChances& fixed = {});

}  // namespace trefpunt

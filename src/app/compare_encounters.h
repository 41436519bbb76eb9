// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "app/workspace.h"

namespace trefpunt {

// What a programme gives on one design, by formula, for beside other designs: model figures of
// which only the differences are news.
struct EncounterFigures {
  double seen_min = 0;  // per week that people without business see into private rooms or pass
                        // their doors, all rooms and people
  // Expected number of wanted pairs of people that meet repeatedly where one can stop, per kappa
  // (0.2, 1, infinite); nothing when no pair of roles is wanted.
  std::optional<std::array<double, 3>> wanted;
  std::optional<double> unwanted;  // the same, kappa 1
  double per_week = 0;             // encounters, all pairs
  double walk_m_per_day = 0;       // mean over people
  double peak = 0;                 // people at the busiest place and moment
  Key programme = 0;               // the same: the difference is of the plan
};

// Empty without a programme, and where it does not fit.
std::optional<EncounterFigures> encounter_figures(const Evaluated* evaluated);

struct FigureRow {
  Text name;
  std::vector<std::optional<double>> values;  // per design
};
// Privacy first; a row that no design has is left out. Empty when no design has a programme.
std::vector<FigureRow> figure_rows(const std::vector<std::optional<EncounterFigures>>& all);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace trefpunt {

// Of walks or visits: the share of each group; empty when there are none.
std::vector<double> shares_of(const std::vector<double>& amounts);

// Gini-Simpson: the chance that two of them, drawn at random, are of different groups.
double mixed_chance(const std::vector<double>& shares);

// That chance here over the chance among all people of the wijk: 1 when as mixed as the wijk. Empty
// when there is nobody here, or the wijk has one group only.
std::optional<double> bridging(const std::vector<double>& here, const std::vector<double>& wijk);

}  // namespace trefpunt

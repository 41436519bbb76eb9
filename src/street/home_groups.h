// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Whom access is told of. Older people are 65 and over, children under 15.
enum class HomeGroup { Homes, Residents, Older, LivingAlone, Children, LowIncome };
const std::vector<HomeGroup>& all_home_groups();
std::string_view id_of(HomeGroup group);  // "living_alone"
const Text& name_of(HomeGroup group);

// How many of a group live at each home; empty where the figures are missing, never 0.
// Homes: dwellings. Residents: as stated, else dwellings x persons per household of the buurt.
// Older and children: residents x share of the buurt. Living alone and low income are figures of
// households: dwellings x share of the buurt. `buurt_of_home`: index into *wijk.areas, -1: none.
std::vector<std::optional<double>> people_at_homes(const Wijk& wijk,
                                                   const std::vector<int>& buurt_of_home,
                                                   HomeGroup group);

}  // namespace trefpunt

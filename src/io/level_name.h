// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace trefpunt {

// "1", "-1", "0.5", "0,5": a number and nothing else.
std::optional<double> number_from_text(const std::string& text);

// The level that a name or a file name (without folders) speaks of: "bg", "begane grond",
// "kelder", "verdieping-2", "floor-3", "1.OG", "eerste verdieping", "westport-house-floor-gf".
std::optional<double> level_from_name(const std::string& name);

// How a level is called when nobody named it: "begane grond", "verdieping 2", "kelder".
std::string name_of_level(double level);

}  // namespace trefpunt

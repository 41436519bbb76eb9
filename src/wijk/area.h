// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "geom/shapes.h"

namespace trefpunt {

enum class AreaLevel { Buurt, Wijk, Gemeente, Square100m, Postcode6 };
std::string_view id_of(AreaLevel level);
std::optional<AreaLevel> area_level_from_id(std::string_view id);
const Text& name_of(AreaLevel level);

// CBS "Kerncijfers wijken en buurten"; what is suppressed or absent (<= -99990) is empty, never 0.
struct KeyFigures {
  std::optional<double> inhabitants, households, dwellings;
  std::optional<double> percent_0_15, percent_15_25, percent_25_45, percent_45_65, percent_65_plus;
  std::optional<double> percent_single_households;  // living alone
  std::optional<double> percent_low_income;         // households
  std::optional<double> persons_per_household;
  bool operator==(const KeyFigures&) const = default;
};

// Table 50120NED: model estimates, context only (CTX-2), never a score.
struct Loneliness {
  int year = 0;
  std::string ages;  // "18+", "65+"
  std::optional<double> percent_lonely, percent_severely, percent_emotionally, percent_socially;
  bool operator==(const Loneliness&) const = default;
};

// Of CBS. Its code is its key: "BU05990101".
struct StatisticalArea {
  std::string code, name;
  AreaLevel level = AreaLevel::Buurt;
  std::string wijk_code, gemeente_code, gemeente;  // may be empty
  std::vector<Polygon> parts;
  int year = 0;  // of the figures; 0: not stated
  bool is_water = false;
  KeyFigures figures;
  std::optional<Loneliness> loneliness;
  bool operator==(const StatisticalArea&) const = default;
};

bool contains(const StatisticalArea& area, Point p);

}  // namespace trefpunt

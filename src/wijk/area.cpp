// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/area.h"

namespace trefpunt {

namespace {

struct AreaLevelRow {
  AreaLevel value;
  const char* id;
  Text name;
};

const std::vector<AreaLevelRow>& areaLevel_rows() {
  static const std::vector<AreaLevelRow> kRows = {
      {AreaLevel::Buurt, "buurt", {"buurt", "buurt"}},
      {AreaLevel::Wijk, "wijk", {"wijk", "wijk"}},
      {AreaLevel::Gemeente, "gemeente", {"gemeente", "gemeente"}},
      {AreaLevel::Square100m, "square_100m", {"vierkant van 100 m", "square of 100 m"}},
      {AreaLevel::Postcode6, "postcode6", {"postcode", "postcode"}},
  };
  return kRows;
}

}  // namespace

std::string_view id_of(AreaLevel value) {
  return areaLevel_rows()[static_cast<std::size_t>(value)].id;
}

std::optional<AreaLevel> area_level_from_id(std::string_view id) {
  for (const auto& row : areaLevel_rows()) {
    if (id == row.id) return row.value;
  }
  return std::nullopt;
}

const Text& name_of(AreaLevel value) {
  return areaLevel_rows()[static_cast<std::size_t>(value)].name;
}

bool contains(const StatisticalArea& area, Point p) {
  for (const Polygon& part : area.parts) {
    if (contains(part, p)) return true;
  }
  return false;
}

}  // namespace trefpunt

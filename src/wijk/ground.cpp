// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/ground.h"

namespace trefpunt {

namespace {

struct GroundRow {
  Ground value;
  const char* id;
  Text name;
};

const std::vector<GroundRow>& ground_rows() {
  static const std::vector<GroundRow> kRows = {
      {Ground::Other, "other", {"overig", "other"}},
      {Ground::Carriageway, "carriageway", {"rijbaan", "carriageway"}},
      {Ground::Parking, "parking", {"parkeervlak", "parking"}},
      {Ground::Cycleway, "cycleway", {"fietspad", "cycleway"}},
      {Ground::Footway, "footway", {"voetpad", "footway"}},
      {Ground::Pedestrian, "pedestrian", {"voetgangersgebied", "pedestrian area"}},
      {Ground::LivingStreet, "living_street", {"woonerf", "living street"}},
      {Ground::Square, "square", {"plein", "square"}},
      {Ground::Park, "park", {"park", "park"}},
      {Ground::Green, "green", {"groen", "green"}},
      {Ground::Playground, "playground", {"speelplek", "playground"}},
      {Ground::Pitch, "pitch", {"sportveld", "pitch"}},
      {Ground::Courtyard, "courtyard", {"hof", "courtyard"}},
      {Ground::Garden, "garden", {"tuin", "garden"}},
      {Ground::Water, "water", {"water", "water"}},
  };
  return kRows;
}

}  // namespace

const std::vector<Ground>& all_grounds() {
  static const std::vector<Ground> kAll = [] {
    std::vector<Ground> all;
    for (const auto& row : ground_rows()) all.push_back(row.value);
    return all;
  }();
  return kAll;
}

std::string_view id_of(Ground value) {
  return ground_rows()[static_cast<std::size_t>(value)].id;
}

std::optional<Ground> ground_from_id(std::string_view id) {
  for (const auto& row : ground_rows()) {
    if (id == row.id) return row.value;
  }
  return std::nullopt;
}

const Text& name_of(Ground value) {
  return ground_rows()[static_cast<std::size_t>(value)].name;
}

bool is_to_stay_on(Ground ground) {
  switch (ground) {
    case Ground::Pedestrian:
    case Ground::LivingStreet:
    case Ground::Square:
    case Ground::Park:
    case Ground::Playground:
    case Ground::Courtyard:
    case Ground::Garden:
      return true;
    default:
      return false;
  }
}

}  // namespace trefpunt

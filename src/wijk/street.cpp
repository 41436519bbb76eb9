// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/street.h"

namespace trefpunt {

namespace {

struct StreetKindRow {
  StreetKind value;
  const char* id;
  Text name;
};

const std::vector<StreetKindRow>& streetKind_rows() {
  static const std::vector<StreetKindRow> kRows = {
      {StreetKind::Unknown, "unknown", {"niet bekend", "not known"}},
      {StreetKind::Footway, "footway", {"voetpad", "footway"}},
      {StreetKind::Path, "path", {"pad", "path"}},
      {StreetKind::Pedestrian, "pedestrian", {"voetgangersgebied", "pedestrian area"}},
      {StreetKind::LivingStreet, "living_street", {"woonerf", "living street"}},
      {StreetKind::Residential, "residential", {"woonstraat", "residential street"}},
      {StreetKind::Service, "service", {"toegangsweg", "service road"}},
      {StreetKind::Cycleway, "cycleway", {"fietspad", "cycleway"}},
      {StreetKind::Road, "road", {"weg", "road"}},
      {StreetKind::Steps, "steps", {"trap", "steps"}},
  };
  return kRows;
}

}  // namespace

const std::vector<StreetKind>& all_street_kinds() {
  static const std::vector<StreetKind> kAll = [] {
    std::vector<StreetKind> all;
    for (const auto& row : streetKind_rows()) all.push_back(row.value);
    return all;
  }();
  return kAll;
}

std::string_view id_of(StreetKind value) {
  return streetKind_rows()[static_cast<std::size_t>(value)].id;
}

std::optional<StreetKind> street_kind_from_id(std::string_view id) {
  for (const auto& row : streetKind_rows()) {
    if (id == row.id) return row.value;
  }
  return std::nullopt;
}

const Text& name_of(StreetKind value) {
  return streetKind_rows()[static_cast<std::size_t>(value)].name;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/place.h"

namespace trefpunt {

namespace {

struct PlaceCategoryRow {
  PlaceCategory value;
  const char* id;
  Text name;
};

const std::vector<PlaceCategoryRow>& placeCategory_rows() {
  static const std::vector<PlaceCategoryRow> kRows = {
      {PlaceCategory::Other, "other", {"overig", "other"}},
      {PlaceCategory::CommunityCentre,
       "community_centre",
       {"buurthuis of wijkcentrum", "community centre"}},
      {PlaceCategory::Library, "library", {"bibliotheek", "library"}},
      {PlaceCategory::Cafe, "cafe", {"café of restaurant", "cafe or restaurant"}},
      {PlaceCategory::Worship, "worship", {"gebedshuis", "place of worship"}},
      {PlaceCategory::School, "school", {"school", "school"}},
      {PlaceCategory::Childcare, "childcare", {"kinderopvang", "childcare"}},
      {PlaceCategory::Sport, "sport", {"sport", "sport"}},
      {PlaceCategory::Culture, "culture", {"cultuur", "culture"}},
      {PlaceCategory::Care, "care", {"zorg", "care"}},
      {PlaceCategory::Pharmacy, "pharmacy", {"apotheek", "pharmacy"}},
      {PlaceCategory::Supermarket, "supermarket", {"supermarkt", "supermarket"}},
      {PlaceCategory::Shop, "shop", {"winkel", "shop"}},
      {PlaceCategory::Hairdresser, "hairdresser", {"kapper", "hairdresser"}},
      {PlaceCategory::Market, "market", {"markt", "market"}},
      {PlaceCategory::Park, "park", {"park", "park"}},
      {PlaceCategory::Playground, "playground", {"speelplek", "playground"}},
      {PlaceCategory::Garden, "garden", {"gemeenschappelijke tuin", "shared garden"}},
      {PlaceCategory::Square, "square", {"plein", "square"}},
  };
  return kRows;
}

}  // namespace

const std::vector<PlaceCategory>& all_place_categories() {
  static const std::vector<PlaceCategory> kAll = [] {
    std::vector<PlaceCategory> all;
    for (const auto& row : placeCategory_rows()) all.push_back(row.value);
    return all;
  }();
  return kAll;
}

std::string_view id_of(PlaceCategory value) {
  return placeCategory_rows()[static_cast<std::size_t>(value)].id;
}

std::optional<PlaceCategory> place_category_from_id(std::string_view id) {
  for (const auto& row : placeCategory_rows()) {
    if (id == row.id) return row.value;
  }
  return std::nullopt;
}

const Text& name_of(PlaceCategory value) {
  return placeCategory_rows()[static_cast<std::size_t>(value)].name;
}

bool is_meeting_place(PlaceCategory category) {
  switch (category) {
    case PlaceCategory::CommunityCentre:
    case PlaceCategory::Library:
    case PlaceCategory::Cafe:
    case PlaceCategory::Worship:
    case PlaceCategory::Sport:
    case PlaceCategory::Culture:
    case PlaceCategory::Market:
    case PlaceCategory::Park:
    case PlaceCategory::Playground:
    case PlaceCategory::Garden:
    case PlaceCategory::Square:
      return true;
    default:
      return false;
  }
}

bool is_daily(PlaceCategory category) {
  return category == PlaceCategory::Supermarket || category == PlaceCategory::Shop ||
         category == PlaceCategory::Hairdresser || category == PlaceCategory::Pharmacy;
}

bool is_meeting_place(const WijkPlace& place) {
  return place.is_meeting_place.value_or(is_meeting_place(place.category));
}

namespace {

struct FurnishingKindRow {
  FurnishingKind value;
  const char* id;
  Text name;
};

const std::vector<FurnishingKindRow>& furnishingKind_rows() {
  static const std::vector<FurnishingKindRow> kRows = {
      {FurnishingKind::Bench, "bench", {"bank", "bench"}},
      {FurnishingKind::PicnicTable, "picnic_table", {"picknicktafel", "picnic table"}},
      {FurnishingKind::Stop, "stop", {"halte", "stop"}},
      {FurnishingKind::Toilet, "toilet", {"openbaar toilet", "public toilet"}},
  };
  return kRows;
}

}  // namespace

const std::vector<FurnishingKind>& all_furnishing_kinds() {
  static const std::vector<FurnishingKind> kAll = [] {
    std::vector<FurnishingKind> all;
    for (const auto& row : furnishingKind_rows()) all.push_back(row.value);
    return all;
  }();
  return kAll;
}

std::string_view id_of(FurnishingKind value) {
  return furnishingKind_rows()[static_cast<std::size_t>(value)].id;
}

std::optional<FurnishingKind> furnishing_kind_from_id(std::string_view id) {
  for (const auto& row : furnishingKind_rows()) {
    if (id == row.id) return row.value;
  }
  return std::nullopt;
}

const Text& name_of(FurnishingKind value) {
  return furnishingKind_rows()[static_cast<std::size_t>(value)].name;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "geom/shapes.h"
#include "wijk/ids.h"

namespace trefpunt {

enum class PlaceCategory {
  Other,
  CommunityCentre,  // buurthuis, wijkcentrum
  Library,
  Cafe,  // also restaurants
  Worship,
  School,
  Childcare,
  Sport,
  Culture,
  Care,  // health centre, GP, care home with an open ground floor
  Pharmacy,
  Supermarket,
  Shop,  // baker and other daily shops
  Hairdresser,
  Market,
  Park,
  Playground,
  Garden,  // public or shared garden, allotments
  Square
};
const std::vector<PlaceCategory>& all_place_categories();
std::string_view id_of(PlaceCategory category);                            // "community_centre"
std::optional<PlaceCategory> place_category_from_id(std::string_view id);  // the ids above
const Text& name_of(PlaceCategory category);

// Where people may be without an errand: community centre, library, cafe, worship, culture, sport,
// market, park, playground, garden, square. An assumption that WijkPlace::is_meeting_place
// overrules.
bool is_meeting_place(PlaceCategory category);
// Baker, supermarket, hairdresser, pharmacy (MOV-2): a daily errand.
bool is_daily(PlaceCategory category);

// Whether the omgevingsplan allows the use.
enum class PlanAllows { NotChecked, Yes, No };

struct WijkPlace {
  PlaceId id;
  Point at;  // the entrance
  std::string name;
  PlaceCategory category = PlaceCategory::Other;
  std::optional<bool> is_meeting_place;  // stated; else by category
  std::optional<double> area_m2;
  std::optional<int> seats;
  std::optional<bool> free_stay;    // one may stay without paying
  std::optional<bool> has_seating;  // of a daily facility: a place to sit
  std::optional<bool> step_free;    // from the street to the place
  std::optional<int> user_groups;   // groups that use it in different parts of the day
  std::string building_function;    // gebruiksfunctie, as BAG writes it; may be empty
  PlanAllows plan_allows = PlanAllows::NotChecked;
  std::string opening_hours;
  bool is_planned = false;
  std::string source_key;  // OSM node, BAG verblijfsobject
  bool operator==(const WijkPlace&) const = default;
};
bool is_meeting_place(const WijkPlace& place);

enum class FurnishingKind { Bench, PicnicTable, Stop, Toilet };
const std::vector<FurnishingKind>& all_furnishing_kinds();
std::string_view id_of(FurnishingKind kind);  // "picnic_table"
std::optional<FurnishingKind> furnishing_kind_from_id(std::string_view id);
const Text& name_of(FurnishingKind kind);

// Street furniture and what else stands along the way.
struct Furnishing {
  FurnishingId id;
  Point at;
  FurnishingKind kind = FurnishingKind::Bench;
  std::optional<bool> backrest;    // of a bench
  std::optional<bool> wheelchair;  // of a toilet or stop: usable with one
  bool is_planned = false;
  std::string source_key;
  bool operator==(const Furnishing&) const = default;
};

}  // namespace trefpunt

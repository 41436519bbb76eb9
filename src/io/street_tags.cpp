// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/street_tags.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "base/text.h"

namespace trefpunt {

namespace {

struct Highway {
  const char* value;
  StreetKind kind;
};
constexpr Highway kHighways[] = {
    {"footway", StreetKind::Footway},
    {"pedestrian", StreetKind::Pedestrian},
    {"platform", StreetKind::Footway},
    {"path", StreetKind::Path},
    {"track", StreetKind::Path},
    {"bridleway", StreetKind::Path},
    {"steps", StreetKind::Steps},
    {"cycleway", StreetKind::Cycleway},
    {"living_street", StreetKind::LivingStreet},
    {"residential", StreetKind::Residential},
    {"service", StreetKind::Service},
    {"unclassified", StreetKind::Road},
    {"road", StreetKind::Road},
    {"tertiary", StreetKind::Road},
    {"secondary", StreetKind::Road},
    {"primary", StreetKind::Road},
    {"trunk", StreetKind::Road},
    {"motorway", StreetKind::Road},
};
// The values of OpenStreetMap that are no way for anyone, or not yet.
constexpr const char* kNoWay[] = {
    "construction", "proposed",     "planned",  "abandoned", "razed",   "raceway",   "busway",
    "corridor",     "bus_guideway", "elevator", "escape",    "disused", "rest_area", "services"};

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* one) { return word == one; });
}

// "2.5", "2,5 m"; nothing for what is not a plain number of metres.
std::optional<double> metres_of(std::string text) {
  while (!text.empty() && (text.back() == 'm' || text.back() == ' ')) text.pop_back();
  const std::optional<double> metres = number_of(text);
  return metres && *metres > 0 ? metres : std::nullopt;
}

bool is_stated(const std::string& word) {
  return !word.empty() && !is_one_of(word, {"no", "nee", "f", "false", "0", "n", "onwaar"});
}

// OpenStreetMap's values of highway, without "_link"; nothing for another vocabulary.
std::optional<StreetKind> highway_kind(std::string value, bool& is_way) {
  if (value.ends_with("_link")) value.resize(value.size() - 5);
  is_way = std::none_of(std::begin(kNoWay), std::end(kNoWay),
                        [&](const char* one) { return value == one; });
  if (!is_way) return StreetKind::Unknown;
  for (const Highway& one : kHighways) {
    if (value == one.value) return one.kind;
  }
  // Geofabrik's classes: "track_grade2", "primary"; others keep their first word.
  if (value.starts_with("track")) return StreetKind::Path;
  return std::nullopt;
}

bool are_for_cars(const std::string& value) {
  return is_one_of(value, {"motorway", "motorway_link", "trunk", "trunk_link"});
}

}  // namespace

StreetColumns::StreetColumns(const WijkSourceLayer& layer,
                             const std::map<std::string, std::string>& said)
    : layer_(layer) {
  const auto find = [&](const char* role, std::initializer_list<const char*> names) {
    if (const auto stated = said.find(role); stated != said.end()) {
      const int column = layer.column(column_key(stated->second));
      if (column >= 0) return column;
    }
    for (const char* name : names) {
      if (const int column = layer.column(name); column >= 0) return column;
    }
    return -1;
  };
  kind_ = find("street", {"highway", "fclass", "kind", "soort", "wegtype", "type"});
  name_ = find("name", {"name", "naam", "stt_naam", "straatnaam"});
  width_ = find("width", {"width", "breedte"});
  wheelchair_ = find("wheelchair", {"wheelchair", "rolstoel"});
  bridge_ = find("bridge", {"bridge", "brug"});
  tunnel_ = find("tunnel", {"tunnel"});
  planned_ = find("planned", {"planned", "is_planned", "gepland"});
  key_ = find("key", {"source_key", "wvk_id", "osm_id", "identificatie", "lokaalid", "id"});
  foot_ = find("foot", {"foot"});
  access_ = find("access", {"access"});
  sidewalk_ = find("sidewalk", {"sidewalk"});
  motorroad_ = find("motorroad", {"motorroad"});
  area_ = find("area", {"area"});
  road_part_ = find("road_part", {"bst_code"});
  road_owner_ = find("road_owner", {"wegbehsrt"});
}

StreetTags StreetColumns::read(const WijkFeature& feature) const {
  const auto word = [&](int column) { return fold(layer_.text(feature, column)); };
  StreetTags tags;
  tags.name = layer_.text(feature, name_);
  tags.key = layer_.is_tagged || key_ < 0 ? feature.id : layer_.text(feature, key_);
  if (tags.key.empty()) tags.key = feature.id;
  tags.width = metres_of(word(width_));
  if (const std::string value = word(wheelchair_); value == "designated") {
    tags.wheelchair = true;
  } else {
    tags.wheelchair = yes_no_of(value);  // "limited" says neither
  }
  tags.is_bridge = is_stated(word(bridge_));
  tags.is_tunnel = is_stated(word(tunnel_));
  tags.is_planned = is_stated(word(planned_));

  const std::string value = word(kind_);
  bool is_way = true;
  if (const auto kind = highway_kind(value, is_way)) {
    tags.kind = *kind;
  } else if (const auto own = street_kind_from_id(value)) {
    tags.kind = *own;
  } else {
    for (const StreetKind one : all_street_kinds()) {
      if (value == fold(name_of(one).nl) || value == fold(name_of(one).en)) tags.kind = one;
    }
  }
  const std::string part = word(road_part_), foot = word(foot_), access = word(access_);
  if (part == "vp") tags.kind = StreetKind::Footway;
  if (part == "vz") tags.kind = StreetKind::Pedestrian;
  if (part == "fp") tags.kind = StreetKind::Cycleway;
  const bool is_footpath = is_one_of(part, {"vp", "vz", "fp"});

  const bool may_on_foot =
      is_one_of(foot, {"yes", "designated", "permissive", "destination", "official"});
  const bool has_sidewalk = is_one_of(word(sidewalk_), {"both", "left", "right", "yes"});
  const bool is_closed = is_one_of(foot, {"no", "private", "use_sidepath"}) ||
                         is_one_of(access, {"no", "private"}) ||
                         (are_for_cars(value) && !has_sidewalk) || word(motorroad_) == "yes" ||
                         (word(road_owner_) == "r" && !is_footpath) || part == "bu";
  // Of OpenStreetMap only what is a highway; elsewhere a line without a word is a street.
  const bool is_street = is_way && !(layer_.is_tagged && value.empty()) && word(area_) != "yes";
  tags.may_walk = is_street && (may_on_foot || !is_closed);
  return tags;
}

}  // namespace trefpunt

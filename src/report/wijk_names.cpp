// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wijk_names.h"

namespace trefpunt {

namespace {

Text of_kind(const Text& kind, const std::string& id) {
  return {kind.nl + " " + id, kind.en + " " + id};
}

Point middle_of(const Ring& ring) {
  const Box box = box_of(ring);
  return middle(box.low, box.high);
}

}  // namespace

WijkNames::WijkNames(const Wijk& wijk) {
  const auto add = [&](const std::string& object, const std::string& own, const Text& other,
                       Point at) {
    const std::string name = squeeze(own);
    entries_[object] = {name.empty() ? other : Text{name, name}, at};
  };
  for (const StatisticalArea& area : wijk.areas ? *wijk.areas : std::vector<StatisticalArea>()) {
    const Point at = area.parts.empty() ? Point{} : middle_of(area.parts.front().outer);
    const std::string name = squeeze(area.name);
    add(area.code, name.empty() ? "" : name + " (" + area.code + ")", {area.code, area.code}, at);
  }
  for (const WijkPlace& place : wijk.places ? *wijk.places : std::vector<WijkPlace>()) {
    add(to_string(place.id), place.name, of_kind(name_of(place.category), to_string(place.id)),
        place.at);
  }
  for (const Furnishing& one : wijk.furnishings ? *wijk.furnishings : std::vector<Furnishing>()) {
    add(to_string(one.id), "", of_kind(name_of(one.kind), to_string(one.id)), one.at);
  }
  for (const OpenSpace& space : wijk.open_spaces ? *wijk.open_spaces : std::vector<OpenSpace>()) {
    if (space.polygon.outer.empty()) continue;
    add(to_string(space.id), space.name, of_kind(name_of(space.ground), to_string(space.id)),
        middle_of(space.polygon.outer));
  }
  for (const Street& street : wijk.streets ? *wijk.streets : std::vector<Street>()) {
    if (street.line.empty()) continue;
    add(to_string(street.id), street.name, of_kind(name_of(street.kind), to_string(street.id)),
        street.line[street.line.size() / 2]);
  }
  for (const Home& home : wijk.homes ? *wijk.homes : std::vector<Home>()) {
    add(to_string(home.id), "", of_kind({"adres", "address"}, to_string(home.id)), home.at);
  }
}

std::string WijkNames::label(const std::string& object, Lang lang) const {
  const auto found = entries_.find(object);
  return found == entries_.end() ? object : found->second.name.in(lang);
}

std::optional<Point> WijkNames::at(const std::string& object) const {
  const auto found = entries_.find(object);
  if (found == entries_.end()) return {};
  return found->second.at;
}

}  // namespace trefpunt

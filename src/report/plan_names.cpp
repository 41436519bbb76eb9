// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/plan_names.h"

#include "plan/link_words.h"

namespace trefpunt {

PlanNames::PlanNames(const Building& building) {
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    const Storey& storey = *building.storeys[s];
    const int at = static_cast<int>(s);
    for (const Space& space : storey.spaces) {
      names_[to_string(space.id)] = {at, space.number, {space.name, space.name}, space.use};
    }
    for (const Door& door : storey.doors) {
      names_[to_string(door.id)] = {at, "", {door.name, door.name}};
    }
    for (const Link& link : storey.links) {
      names_[to_string(link.id)] = {at, "", words_of(link.kind)};
    }
  }
  for (const Unit& unit : building.units) {
    names_[to_string(unit.id)] = {-1, "", {unit.name, unit.name}};
  }
}

const PlanName* PlanNames::find(const std::string& object) const {
  const auto found = names_.find(object);
  return found == names_.end() ? nullptr : &found->second;
}

std::string PlanNames::label(const std::string& object, Lang lang) const {
  const PlanName* found = find(object);
  if (!found) return object;
  std::string text = squeeze(found->number);
  std::string name = squeeze(found->name.in(lang));
  if (object[0] == 'K') name += " " + object;  // links have no names of their own
  if (!name.empty()) text += (text.empty() ? "" : " ") + name;
  return text.empty() ? kind_of_object(object).in(lang) + " " + object : text;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] -= 'a' - 'A';
  return words;
}

Text kind_of_object(const std::string& object) {
  switch (object.empty() ? ' ' : object[0]) {
    case 'S':
      return {"ruimte", "space"};
    case 'D':
      return {"deur", "door"};
    case 'K':
      return {"trap of lift", "stairs or lift"};
    case 'U':
      return {"afdeling", "unit"};
    case 'Z':
      return {"zitplaats", "seat"};
    default:
      return {"onderdeel", "part"};
  }
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import_choices.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "io/level_name.h"
#include "project/edit.h"

namespace trefpunt {

namespace {

Error wrong(std::string nl, std::string en) {
  return {Code::BadInput, {std::move(nl), std::move(en)}, {}};
}

const Storey* storey_with(const Project& project, StoreyId id) {
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      if (storey->id == id) return storey.get();
    }
  }
  return nullptr;
}

Status check_names(const Project& project, const std::map<StoreyId, StoreyChoice>& choices) {
  for (const Building& building : project.buildings) {
    std::set<std::string> names;
    for (const auto& storey : building.storeys) {
      const auto choice = choices.find(storey->id);
      const std::string name = choice != choices.end() ? choice->second.name : storey->name;
      if (squeeze(name).empty()) {
        return wrong("Een verdieping heeft een naam nodig.", "A storey needs a name.");
      }
      if (!names.insert(fold(squeeze(name))).second) {
        return wrong("Twee verdiepingen heten ‘" + name + "’.",
                     "Two storeys are called ‘" + name + "’.");
      }
    }
  }
  return Done{};
}

// Who a space is, whatever its id: where, by what, and that.
using SpaceName = std::tuple<std::string, int, std::string>;

SpaceName key_of(const Storey& storey, const Space& space) {
  if (!space.source_key.empty()) return {storey.name, 0, space.source_key};
  if (!space.number.empty()) return {storey.name, 1, space.number};
  return {storey.name, 2, fold(squeeze(space.name))};
}

// Keys that mean one space.
std::map<SpaceName, SpaceId> keys_of(const Project& project) {
  std::map<SpaceName, SpaceId> keys;
  std::set<SpaceName> shared;
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      for (const Space& space : storey->spaces) {
        const SpaceName key = key_of(*storey, space);
        if (!keys.try_emplace(key, space.id).second) shared.insert(key);
      }
    }
  }
  for (const SpaceName& key : shared) keys.erase(key);
  return keys;
}

std::map<SpaceId, const Space*> spaces_of(const Project& project) {
  std::map<SpaceId, const Space*> spaces;
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      for (const Space& space : storey->spaces) spaces[space.id] = &space;
    }
  }
  return spaces;
}

}  // namespace

Result<Project> with_storeys(const Project& project,
                             const std::map<StoreyId, StoreyChoice>& choices) {
  if (const Status good = check_names(project, choices); !good) return good.error();
  Project after = project;
  // First out of each other's way, to levels that nobody has.
  double away = 0;
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) away = std::max(away, storey->level);
  }
  for (const auto& [id, choice] : choices) away = std::max(away, choice.level);
  bool has_level = false;
  for (const bool is_final : {false, true}) {
    for (const auto& [id, choice] : choices) {
      const Storey* storey = storey_with(project, id);
      if (storey && storey->level == choice.level && storey->name == choice.name) continue;
      has_level |= storey && storey->level != choice.level;
      away += 1;
      Result<Project> next =
          apply(after, edit::SetStorey{id, choice.name, is_final ? choice.level : away});
      if (!next) return next.error();
      after = std::move(*next);
    }
  }
  for (Finding& finding : after.import_findings) {
    for (const auto& [id, choice] : choices) {
      const Storey* storey = storey_with(project, id);
      if (storey == nullptr || storey->name != finding.storey || finding.storey.empty()) continue;
      finding.storey = choice.name;
      break;
    }
  }
  if (has_level) {
    std::erase_if(after.import_findings,
                  [](const Finding& finding) { return finding.code == finding::kLevelGuessed; });
  }
  return after;
}

Result<Project> with_level(const Project& project, StoreyId id, double level) {
  const Storey* moved = storey_with(project, id);
  if (moved == nullptr) return wrong("Deze verdieping is er niet.", "There is no such storey.");
  std::map<StoreyId, StoreyChoice> choices;
  const auto put = [&](const Storey& storey, double at) {
    const bool is_named_after_level = storey.name == name_of_level(storey.level);
    choices[storey.id] = {is_named_after_level ? name_of_level(at) : storey.name, at};
  };
  for (const Building& building : project.buildings) {
    const bool is_here = std::any_of(building.storeys.begin(), building.storeys.end(),
                                     [&](const auto& storey) { return storey->id == id; });
    for (const auto& storey : building.storeys) {
      if (is_here && storey->id != id && storey->level == level) put(*storey, moved->level);
    }
  }
  put(*moved, level);
  return with_storeys(project, choices);
}

std::vector<SpaceId> spaces_called(const Project& project, const std::string& name) {
  std::vector<SpaceId> same;
  const std::string wanted = fold(squeeze(name));
  if (wanted.empty()) return same;
  for (const auto& [id, space] : spaces_of(project)) {
    if (fold(squeeze(space->name)) == wanted) same.push_back(id);
  }
  return same;
}

Project with_use(const Project& project, const std::vector<SpaceId>& spaces, Use use) {
  const std::set<SpaceId> chosen(spaces.begin(), spaces.end());
  Project after = project;
  for (Building& building : after.buildings) {
    for (auto& shared : building.storeys) {
      const bool is_touched =
          std::any_of(shared->spaces.begin(), shared->spaces.end(),
                      [&](const Space& space) { return chosen.contains(space.id); });
      if (!is_touched) continue;
      auto storey = std::make_shared<Storey>(*shared);
      for (Space& space : storey->spaces) {
        if (!chosen.contains(space.id)) continue;
        space.use = use;
        space.use_is_suggested = false;
      }
      shared = std::move(storey);
    }
  }
  return after;
}

Carried carry_choices(const Project& read, const Project& corrected, const Project& again) {
  Carried carried{again, 0};
  if (corrected.name != read.name) carried.project.name = corrected.name;
  // Spaces first: their keys hold the names that storeys were read with.
  const std::map<SpaceName, SpaceId> old_keys = keys_of(read), new_keys = keys_of(again);
  const std::map<SpaceId, const Space*> before = spaces_of(read);
  std::map<SpaceId, SpaceName> key_of_space;
  for (const auto& [key, id] : old_keys) key_of_space[id] = key;
  for (const auto& [id, space] : spaces_of(corrected)) {
    const auto was = before.find(id);
    if (was == before.end() || (was->second->use == space->use &&
                                was->second->use_is_suggested == space->use_is_suggested)) {
      continue;
    }
    const auto key = key_of_space.find(id);
    const auto now = key != key_of_space.end() ? new_keys.find(key->second) : new_keys.end();
    if (now == new_keys.end()) {
      ++carried.lost;
    } else {
      carried.project = with_use(carried.project, {now->second}, space->use);
    }
  }
  std::map<StoreyId, StoreyChoice> choices;
  for (const Building& building : corrected.buildings) {
    for (const auto& storey : building.storeys) {
      const Storey* was = storey_with(read, storey->id);
      if (!was || (was->name == storey->name && was->level == storey->level)) continue;
      const Storey* now = nullptr;
      for (const Building& other : again.buildings) {
        for (const auto& one : other.storeys) {
          if (one->name == was->name) now = one.get();
        }
      }
      if (now == nullptr) {
        ++carried.lost;
      } else {
        choices[now->id] = {storey->name, storey->level};
      }
    }
  }
  if (choices.empty()) return carried;
  if (Result<Project> placed = with_storeys(carried.project, choices)) {
    carried.project = std::move(*placed);
  } else {
    carried.lost += static_cast<int>(choices.size());
  }
  return carried;
}

}  // namespace trefpunt

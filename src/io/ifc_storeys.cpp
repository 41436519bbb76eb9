// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/text.h"
#include "io/ifc_findings.h"
#include "io/ifc_storey.h"
#include "io/level_name.h"

namespace trefpunt {

namespace {

constexpr double kSameFloor = 0.05;  // m between storeys of two wings that are one
constexpr double kOff = 0.5;         // m: how far off its storey a thing may lie
constexpr double kOnNext = 0.1;      // m below the next floor: what starts higher stands on it

// "00 begane grond", "01 eerste verdieping", "-1 kelder" of the BIM basis ILS, and other names that
// say a level whatever the country. "Level 1" and "bouwlaag 1" do not: they may be the ground
// floor.
std::optional<double> certain_level(const std::string& name) {
  const std::string text = fold(squeeze(name));
  std::size_t end = 0;
  while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 ||
                               (end == 0 && (text[0] == '-' || text[0] == '+')))) {
    ++end;
  }
  const std::optional<double> number = number_from_text(text.substr(0, end));
  if (number && std::abs(*number) < 60) {
    if (end == text.size()) return number;
    const std::string rest = text.substr(end);
    if (std::isalpha(static_cast<unsigned char>(rest[0])) != 0) return level_from_name(text);
    const std::optional<double> said = level_from_name(rest);
    // Some count the ground floor as 01; of cellars only the number tells them apart.
    return said && !(*said < 0 && *number < 0) ? said : number;
  }
  for (const char* word : {"level", "floor", "storey", "story", "laag", "niveau", "peil"}) {
    if (text.find(word) == std::string::npos) continue;
    const std::optional<double> level = level_from_name(text);
    const bool is_plain = text.find("ground") == std::string::npos &&
                          text.find("basement") == std::string::npos &&
                          text.find("first") == std::string::npos;
    if (is_plain && level && *level > 0) return std::nullopt;
    return level;
  }
  return level_from_name(text);
}

// 0 is the storey whose floor is nearest to the zero of the file; the others count from there.
std::vector<double> levels_by_height(const std::vector<IfcStorey>& storeys) {
  std::size_t ground = 0;
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    if (std::abs(storeys[i].floor) < std::abs(storeys[ground].floor)) ground = i;
  }
  std::vector<double> levels;
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    levels.push_back(static_cast<double>(i) - static_cast<double>(ground));
  }
  return levels;
}

// Storeys whose name says no level take the place between their neighbours.
std::vector<double> filled_in(const std::vector<std::optional<double>>& said) {
  std::vector<double> levels(said.size(), 0);
  const auto first = static_cast<std::size_t>(
      std::find_if(said.begin(), said.end(), [](const auto& one) { return one.has_value(); }) -
      said.begin());
  for (std::size_t i = first + 1; i-- > 0;) {
    levels[i] = said[i] ? *said[i] : std::ceil(levels[i + 1]) - 1;
  }
  for (std::size_t i = first + 1; i < said.size(); ++i) {
    if (said[i]) {
      levels[i] = *said[i];
      continue;
    }
    levels[i] = std::floor(levels[i - 1]) + 1;
    for (std::size_t k = i + 1; k < said.size(); ++k) {
      if (!said[k]) continue;
      const auto free = static_cast<double>(k - i + 1);
      if (*said[k] - levels[i - 1] < free) {
        levels[i] = levels[i - 1] + (*said[k] - levels[i - 1]) / free;
      }
      break;
    }
  }
  return levels;
}

}  // namespace

std::vector<IfcStorey> storeys_of(const StepFile& file, IfcShapes& shapes, double metre) {
  std::vector<IfcStorey> storeys;
  std::vector<double> stated;
  for (const std::uint32_t id : file.all("IFCBUILDINGSTOREY")) {
    const auto values = file.values(id);
    const double floor = shapes.placement(values.size() > 5 ? values[5].ref : 0).at.z;
    const double elevation = values.size() > 9 ? metre * values[9].number : floor;
    const auto same = std::find_if(storeys.begin(), storeys.end(), [&](const IfcStorey& one) {
      return std::abs(one.floor - floor) < kSameFloor &&
             std::abs(stated[static_cast<std::size_t>(&one - storeys.data())] - elevation) <
                 kSameFloor;
    });
    if (same != storeys.end()) {
      same->ids.push_back(id);
      continue;
    }
    IfcStorey storey;
    storey.ids = {id};
    storey.floor = floor;
    const IfcName name = name_of(file, id);
    storey.draft.raw.storey.elevation = floor;
    storey.draft.raw.storey.source_key = name.id;
    storey.draft.raw.storey.name = name.name.empty() ? name.long_name : name.name;
    storeys.push_back(std::move(storey));
    stated.push_back(elevation);
  }
  std::stable_sort(storeys.begin(), storeys.end(),
                   [](const IfcStorey& a, const IfcStorey& b) { return a.floor < b.floor; });
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    storeys[i].ceiling = i + 1 < storeys.size() ? storeys[i + 1].floor : storeys[i].floor + 3;
  }
  return storeys;
}

void number_levels(std::vector<IfcStorey>& storeys, std::vector<Finding>& findings) {
  std::vector<std::optional<double>> said;
  std::optional<double> last;
  std::string wrong;
  for (const IfcStorey& storey : storeys) {
    said.push_back(certain_level(storey.draft.raw.storey.name));
    if (!said.back()) continue;
    if (last && *said.back() <= *last && wrong.empty()) wrong = storey.draft.raw.storey.name;
    last = said.back();
  }
  if (!wrong.empty()) {
    findings.push_back(
        {finding::kLevelsContradict,
         Severity::Warning,
         {fmt::format("De namen van de verdiepingen en hun hoogten spreken elkaar tegen (bij "
                      "\"{}\"); de niveaus volgen de hoogten.",
                      wrong),
          fmt::format("The names of the storeys contradict their heights (at \"{}\"); the levels "
                      "follow the heights.",
                      wrong)},
         "",
         "",
         std::nullopt});
  }
  const bool by_name = last && wrong.empty();
  const std::vector<double> levels = by_name ? filled_in(said) : levels_by_height(storeys);
  for (std::size_t i = 0; i < storeys.size(); ++i) storeys[i].draft.raw.level = levels[i];
}

void snap_ring(Ring& ring) {
  for (Point& p : ring) p = snap(p);
  const auto end = std::unique(ring.begin(), ring.end());
  ring.erase(end, ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
}

void snap_polygon(Polygon& polygon) {
  snap_ring(polygon.outer);
  for (Ring& hole : polygon.holes) snap_ring(hole);
}

bool says_any(const std::string& folded, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return folded.find(word) != std::string::npos; });
}

Solid IfcReading::body(std::uint32_t thing) {
  Solid solid = shapes.shape(thing, {"Body", "Facetation", ""});
  if (const auto found = relations.parts.find(thing); found != relations.parts.end()) {
    for (const std::uint32_t part : found->second) solid.add(shapes.shape(part, {"Body", ""}));
  }
  return solid;
}

IfcStorey* IfcReading::find(std::uint32_t storey) {
  const auto found = std::find_if(storeys.begin(), storeys.end(), [&](const IfcStorey& one) {
    return std::find(one.ids.begin(), one.ids.end(), storey) != one.ids.end();
  });
  return found != storeys.end() ? &*found : nullptr;
}

IfcStorey* IfcReading::storey_of(std::uint32_t thing, const Solid& solid) {
  const auto between = heights(solid);
  if (!between || storeys.empty()) return nullptr;
  IfcStorey* stated = find(relations.storey_of(file, thing));
  // High windows and parapets go with the storey below; nothing else starts at the next floor.
  const std::string_view type = file.type(thing);
  const bool may_start_high = type.starts_with("IFCWINDOW") || type.starts_with("IFCWALL");
  const double top = stated ? stated->ceiling + (may_start_high ? kOff : -kOnNext) : 0;
  if (stated && between->first < top && between->second > stated->floor - kOff) return stated;
  IfcStorey* nearest = &storeys.front();
  for (IfcStorey& storey : storeys) {
    if (storey.floor < between->first + kOff) nearest = &storey;
  }
  if (nearest != stated) ++moved[std::string(type)];
  return nearest;
}

}  // namespace trefpunt

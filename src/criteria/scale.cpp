// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/scale.h"

#include <algorithm>

namespace trefpunt {

namespace {

bool has(const std::vector<std::string>& words, const char* word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool belongs(const Criterion& criterion, Scale scale) {
  if (scale == Scale::Building) {
    // A campus is a building in its grounds, unless only a wijk can measure it.
    return has(criterion.scale, "building") ||
           (has(criterion.scale, "campus") && !has(criterion.scale, "wijk"));
  }
  if (!has(criterion.scale, "wijk")) return false;
  // What is answered is asked at either scale.
  if (criterion.measure.empty() || !criterion.fields.empty()) return true;
  return criterion.in_wijk || !has(criterion.scale, "building");
}

Criterion in_wijk(Criterion criterion) {
  if (!criterion.in_wijk) return criterion;
  const WijkForm form = *std::move(criterion.in_wijk);
  criterion.in_wijk.reset();
  criterion.text = form.text;
  criterion.measure = form.measure;
  criterion.headline = form.headline;
  criterion.unit = form.unit;
  criterion.direction = form.direction;
  criterion.parameters = form.parameters;
  criterion.threshold.suggestion = form.suggestion;
  criterion.parts.clear();  // secondary values of the other measure
  return criterion;
}

}  // namespace

Catalogue at_scale(const Catalogue& catalogue, Scale scale) {
  if (scale == Scale::Both) return catalogue;
  Catalogue at = catalogue;
  at.criteria.clear();
  for (const Criterion& criterion : catalogue.criteria) {
    if (!belongs(criterion, scale)) continue;
    at.criteria.push_back(scale == Scale::Wijk ? in_wijk(criterion) : criterion);
  }
  const auto is_gone = [&](const std::string& id) { return at.find(id) == nullptr; };
  for (Criterion& criterion : at.criteria) std::erase_if(criterion.pair_with, is_gone);
  for (auto& [name, criteria] : at.scopes) std::erase_if(criteria, is_gone);
  std::erase_if(at.themes, [&](const Theme& theme) {
    return std::none_of(at.criteria.begin(), at.criteria.end(),
                        [&](const Criterion& own) { return own.theme == theme.id; });
  });
  return at;
}

std::string usual_scope(const Project& project) {
  const bool has_plan = !project.buildings.empty();
  if (project.wijk) return has_plan ? "volledig" : "wijk";
  return has_plan ? "gebouw" : "rvs-a4";
}

Scale scale_for(const std::string& scope, const Project& project) {
  if (!project.wijk) return Scale::Building;
  if (scope == "wijk" || project.buildings.empty()) return Scale::Wijk;
  return scope == "gebouw" || scope == "rvs-a4" ? Scale::Building : Scale::Both;
}

}  // namespace trefpunt

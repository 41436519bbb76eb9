// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parameters.h"

namespace trefpunt {

std::map<std::string, double> parameters_of(const MeasureInfo& info, const Catalogue& catalogue,
                                            const Ambition& ambition) {
  std::map<std::string, double> values;
  for (const ParameterInfo& parameter : info.parameters) {
    values[parameter.id] = parameter.value;
  }
  // A plugin needs no criterion to be given its own numbers.
  for (const DeclaredParameter& declared : ambition.parameters) {
    if (info.plugin && declared.criterion == info.id) values[declared.parameter] = declared.value;
  }
  for (const Criterion& criterion : catalogue.criteria) {
    if (criterion.measure != info.id) continue;
    for (const CriterionParameter& parameter : criterion.parameters) {
      values[parameter.id] = parameter.value;
    }
    for (const DeclaredParameter& declared : ambition.parameters) {
      if (declared.criterion == criterion.id) values[declared.parameter] = declared.value;
    }
  }
  return values;
}

Key key_of(const std::map<std::string, double>& values) {
  Hasher hasher;
  for (const auto& [id, value] : values) hasher.add(id).add(value);
  return hasher.key();
}

}  // namespace trefpunt

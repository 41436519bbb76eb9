// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/encounter_result.h"

#include <algorithm>

namespace trefpunt {

double repeated_pairs(const Programme& programme, const Encounters& encounters) {
  const bool has_wish =
      std::any_of(programme.relations.begin(), programme.relations.end(),
                  [](const Relation& relation) { return relation.wish == Wish::Wanted; });
  double pairs = 0;
  for (const RolePair& pair : encounters.pairs) {
    const std::string& a = programme.roles[static_cast<std::size_t>(pair.a)].id;
    const std::string& b = programme.roles[static_cast<std::size_t>(pair.b)].id;
    if (has_wish && programme.wish(a, b) != Wish::Wanted) continue;
    pairs += pair.pairs * pair.repeated_stop[1];
  }
  return pairs;
}

}  // namespace trefpunt

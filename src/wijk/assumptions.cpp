// SPDX-License-Identifier: GPL-3.0-or-later
#include "wijk/assumptions.h"

namespace trefpunt {

// Radii: street-and-encounter.md section 2.5 (children 400 m, adults 1,200 m, 75 and older 400 to
// 600 m). Trips, dwell times and shares are ours, to be replaced by local figures.
WijkAssumptions default_assumptions() {
  WijkAssumptions made;
  made.groups = {
      {"children", {"kinderen tot 15 jaar", "children under 15"}, {400, {}}, {1.1, {}}, {0.15, {}}},
      {"adults",
       {"volwassenen van 15 tot 65 jaar", "adults from 15 to 65"},
       {1200, {}},
       {1.33, {}},
       {0.65, {}}},
      {"older", {"65 jaar en ouder", "65 and older"}, {500, {}}, {1.0, {}}, {0.2, {}}}};
  const auto add = [&](const char* group, PlaceCategory category, double per_week, double minutes) {
    made.errands.push_back({group, category, {per_week, {}}, {minutes, {}}});
  };
  using C = PlaceCategory;
  add("children", C::School, 5, 5);
  add("children", C::Playground, 2, 45);
  add("children", C::Sport, 1, 75);
  add("children", C::Park, 0.5, 45);
  add("adults", C::Supermarket, 2, 20);
  add("adults", C::Shop, 1, 10);
  add("adults", C::School, 1, 10);
  add("adults", C::Cafe, 0.5, 60);
  add("adults", C::Sport, 1, 75);
  add("adults", C::Park, 1, 30);
  add("adults", C::Square, 0.5, 15);
  add("adults", C::CommunityCentre, 0.1, 90);
  add("adults", C::Library, 0.1, 30);
  add("adults", C::Childcare, 0.5, 10);
  add("adults", C::Pharmacy, 0.1, 10);
  add("adults", C::Care, 0.05, 20);
  add("adults", C::Hairdresser, 0.1, 45);
  add("adults", C::Worship, 0.1, 75);
  add("adults", C::Culture, 0.1, 90);
  add("adults", C::Market, 0.25, 30);
  add("adults", C::Garden, 0.2, 60);
  add("older", C::Supermarket, 2.5, 25);
  add("older", C::Shop, 1, 10);
  add("older", C::Pharmacy, 0.25, 10);
  add("older", C::Care, 0.1, 20);
  add("older", C::Cafe, 0.5, 60);
  add("older", C::CommunityCentre, 0.3, 90);
  add("older", C::Library, 0.2, 45);
  add("older", C::Worship, 0.2, 75);
  add("older", C::Park, 1, 30);
  add("older", C::Square, 0.5, 20);
  add("older", C::Hairdresser, 0.1, 45);
  add("older", C::Culture, 0.1, 90);
  add("older", C::Market, 0.5, 30);
  add("older", C::Garden, 0.3, 60);
  return made;
}

void hash_into(Hasher& hasher, const WijkAssumptions& assumptions) {
  const auto add = [&hasher](const AssumedNumber& one) { hasher.add(one.value).add(one.source); };
  hasher.add(assumptions.groups.size());
  for (const WijkGroup& group : assumptions.groups) {
    hasher.add(group.id).add(group.name.nl).add(group.name.en);
    add(group.radius);
    add(group.speed);
    add(group.share);
  }
  hasher.add(assumptions.errands.size());
  for (const WijkErrand& errand : assumptions.errands) {
    hasher.add(errand.group).add(errand.category);
    add(errand.per_week);
    add(errand.minutes);
  }
  add(assumptions.hours_per_week);
  add(assumptions.opportunity);
  add(assumptions.kappa);
  add(assumptions.detour);
  add(assumptions.attraction);
  add(assumptions.towards);
  add(assumptions.bench_minutes);
  add(assumptions.household);
}

}  // namespace trefpunt

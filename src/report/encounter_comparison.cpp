// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "report/encounters.h"

namespace trefpunt {

namespace {

double walk_of(const Programme& programme, const Encounters& encounters) {
  double metres = 0, people = 0;
  for (std::size_t r = 0; r < programme.roles.size(); ++r) {
    metres += programme.roles[r].count * encounters.roles[r].walk_m_per_day;
    people += programme.roles[r].count;
  }
  return people > 0 ? metres / people : 0;
}

double view_of(const EncounterResult& result) {
  double minutes = 0;
  for (const PrivacyCost& cost : *result.privacy) minutes += cost.in_view_min;
  return minutes;
}

double peak_of(const Encounters& encounters) {
  double peak = 0;
  for (const PlaceMeetings& place : encounters.places) peak = std::max(peak, place.peak);
  return peak;
}

std::optional<Estimate> paired(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size() || a.size() < 2) return std::nullopt;
  const auto weeks = static_cast<double>(a.size());
  double sum = 0, squares = 0;
  for (std::size_t w = 0; w < a.size(); ++w) sum += a[w] - b[w];
  const double mean = sum / weeks;
  for (std::size_t w = 0; w < a.size(); ++w) squares += std::pow(a[w] - b[w] - mean, 2);
  const double half =
      t_quantile(static_cast<int>(a.size()) - 1) * std::sqrt(squares / (weeks - 1) / weeks);
  return Estimate{mean, mean - half, mean + half};
}

}  // namespace

EncounterComparison compare(const Programme& programme, const EncounterResult& result,
                            const EncounterResult& other, const OrderCheck& order) {
  EncounterComparison found;
  const Encounters &here = *result.encounters, &there = *other.encounters;
  found.expected = here.total.value - there.total.value;
  found.repeated = repeated_pairs(programme, here) - repeated_pairs(programme, there);
  found.walk_m = walk_of(programme, here) - walk_of(programme, there);
  found.in_view_min = view_of(result) - view_of(other);
  found.peak = peak_of(here) - peak_of(there);
  if (result.simulation && other.simulation) {
    found.expected_simulated =
        paired(result.simulation->total_of_week, other.simulation->total_of_week);
    found.twice_simulated =
        paired(result.simulation->repeated_of_week, other.simulation->repeated_of_week);
    found.weeks = here.weeks;
  }
  found.order = order;
  return found;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/simulation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "base/index.h"
#include "encounter/simulated_week.h"
#include "encounter/summary.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

// Mean over weeks of numbers with this sum and sum of squares, with Student's interval.
Estimate mean_of_weeks(double sum, double squares, int weeks) {
  const double mean = sum / weeks;
  const double variance = std::max(0.0, (squares - sum * mean) / (weeks - 1));
  const double half = t_quantile(weeks - 1) * std::sqrt(variance / weeks);
  return {mean, std::max(0.0, mean - half), mean + half};
}
Estimate mean_of_weeks(const std::vector<double>& values) {
  double sum = 0, squares = 0;
  for (const double value : values) {
    sum += value;
    squares += value * value;
  }
  return mean_of_weeks(sum, squares, static_cast<int>(values.size()));
}
Estimate divided(const Estimate& by_all, double number) {
  return {by_all.value / number, by_all.low / number, by_all.high / number};
}

std::vector<PlaceMeetings> places_of(const DayTables& tables, const WeekCounts& counts, int weeks) {
  std::vector<PlaceMeetings> places;
  for (std::size_t p = 0; p < tables.places.size(); ++p) {
    PlaceMeetings place;
    place.storey = tables.places[p].storey;
    place.space = tables.places[p].space;
    place.can_stop = tables.places[p].can_stop;
    place.encounters = mean_of_weeks(static_cast<double>(counts.place_encounters[p]),
                                     static_cast<double>(counts.place_squares[p]), weeks);
    place.passings = static_cast<double>(counts.place_passings[p]) / weeks;
    place.minutes = static_cast<double>(counts.place_minutes[p]) / kFixed / weeks;
    place.distinct_pairs = static_cast<double>(counts.place_distinct[p]) / weeks;
    std::int64_t most = 0;
    for (std::size_t day = 7 * p; day < 7 * p + 7; ++day) {
      std::int64_t there = 0;
      for (std::size_t bin = 0; bin < kPresenceBins; ++bin) {
        there += counts.place_change[day * kPresenceBins + bin];
        most = std::max(most, there);
      }
    }
    place.peak = static_cast<double>(most) / weeks;
    places.push_back(place);
  }
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
    return std::pair(a.storey, a.space) < std::pair(b.storey, b.space);
  });
  return places;
}

Encounters result_of(const DayTables& tables, const WeekCounts& counts, int weeks) {
  const EncounterModel& model = tables.model;
  Encounters result;
  result.weeks = weeks;
  result.pairs = role_pairs(model);
  for (RolePair& row : result.pairs) {
    const std::size_t i = tables.role_pair(at(row.a), at(row.b));
    row.per_week = divided(mean_of_weeks(static_cast<double>(counts.pair_encounters[i]),
                                         static_cast<double>(counts.pair_squares[i]), weeks),
                           row.pairs);
    const double pair_weeks = static_cast<double>(row.pairs) * weeks;
    row.passing_per_week = static_cast<double>(counts.pair_passings[i]) / pair_weeks;
    row.minutes_per_week = static_cast<double>(counts.pair_minutes[i]) / kFixed / pair_weeks;
    row.twice_in_week = static_cast<double>(counts.pair_twice[i]) / pair_weeks;
  }
  const auto meeting_days = [&](int one, int other) {
    const double people = model.classes[at(one)].count;
    const double pairs =
        one == other ? people * (people - 1) / 2 : people * model.classes[at(other)].count;
    const std::size_t first = 7 * DayTables::pair_index(at(one), at(other));
    MeetingDays days;
    for (std::size_t d = 0; d < 7; ++d) {
      days.any[d] = static_cast<double>(counts.class_met[first + d]) / (pairs * weeks);
      days.stop[d] = static_cast<double>(counts.class_met_stop[first + d]) / (pairs * weeks);
    }
    return days;
  };
  summarise_repeats(model, meeting_days, result);
  for (std::size_t r = 0; r < model.roles.size(); ++r) {
    if (counts.role_days[r] == 0) continue;
    result.roles[r].walk_m_per_day = static_cast<double>(counts.role_metres[r]) / kFixedMetre /
                                     static_cast<double>(counts.role_days[r]);
  }
  result.places = places_of(tables, counts, weeks);
  return result;
}

}  // namespace

// Cornish and Fisher's expansion; the first values from tables.
double t_quantile(int degrees_of_freedom) {
  TP_CHECK(degrees_of_freedom >= 1);
  constexpr std::array<double, 4> kFew = {12.7062, 4.3027, 3.1824, 2.7764};
  if (degrees_of_freedom <= 4) return kFew[at(degrees_of_freedom - 1)];
  const double z = 1.959963984540054, z2 = z * z, n = degrees_of_freedom;
  return z * (1 + (z2 + 1) / (4 * n) + (5 * z2 * z2 + 16 * z2 + 3) / (96 * n * n) +
              (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * n * n * n));
}

Result<Simulation> simulate(const EncounterModel& model, const SimulationOptions& options,
                            Job& job) {
  TP_CHECK(2 <= options.min_weeks && options.min_weeks <= options.max_weeks);
  const DayTables tables(model);
  Simulation simulation;
  std::vector<double>&totals = simulation.total_of_week, &repeated = simulation.repeated_of_week;
  std::vector<WeekRoom> rooms;
  const int threads = std::min(thread_count(options.threads), kRoundWeeks);
  rooms.reserve(at(threads));
  for (int t = 0; t < threads; ++t) rooms.emplace_back(tables);

  Encounters& result = simulation.result;
  int weeks = 0, foreseen = options.max_weeks;
  for (bool enough = false; !enough && weeks < options.max_weeks;) {
    const int first = weeks;
    weeks = std::min(weeks + kRoundWeeks, options.max_weeks);
    totals.resize(at(weeks));
    repeated.resize(at(weeks));
    std::atomic<int> next{first}, done{first};
    parallel_for(threads, threads, [&](int t) {
      for (int week = next++; week < weeks && !job.stopped(); week = next++) {
        const WeekTotals drawn = simulate_week(tables, options.seed, week, rooms[at(t)]);
        totals[at(week)] = drawn.encounters;
        repeated[at(week)] = drawn.repeated;
        job.step(++done, foreseen);
      }
    });
    if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    result.total = mean_of_weeks(totals);
    const double half = result.total.high - result.total.value;
    const double allowed = options.precision * result.total.value;
    enough = weeks >= options.min_weeks && half <= allowed;
    if (allowed > 0) {
      const double needed = weeks * (half / allowed) * (half / allowed);
      foreseen = static_cast<int>(
          std::clamp<double>(needed, std::max(weeks + 1, options.min_weeks), options.max_weeks));
    }
  }
  WeekCounts counts(tables);
  for (const WeekRoom& room : rooms) counts.add(room.counts);
  const Estimate total = result.total;
  result = result_of(tables, counts, weeks);
  result.total = total;
  return simulation;
}

}  // namespace trefpunt

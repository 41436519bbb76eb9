// SPDX-License-Identifier: GPL-3.0-or-later
// Encounters of a made-up wijk of 4,000 homes on a network of about 2,500 links with 80 places and
// 100 benches: seconds for the walks and for the pairs. Built when asked for, in a Release build:
// ninja bench_wijk_encounters; bench_wijk_encounters [HOMES [THREADS [PAIRS]]].
#include "encounter/wijk_encounters.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "clock.h"
#include "encounter/wijk_flows.h"
#include "support/random_wijk.h"

using namespace trefpunt;

int main(int count, char** words) {
  RandomWijk options;
  options.columns = options.rows = 41;
  options.block = 35;
  options.kept = 0.77;
  options.homes = count > 1 ? std::atoi(words[1]) : 4000;
  options.places = 80;
  options.benches = 100;
  options.buurten = 6;
  const WijkEncounterInput input = random_wijk_input(options);
  WijkPairOptions pairs;
  pairs.threads = count > 2 ? std::atoi(words[2]) : 1;
  if (count > 3) pairs.pairs_at_most = std::atof(words[3]);
  fmt::print("{} homes, {} links, {} places, {} benches, {} thread(s)\n", input.homes.size(),
             input.network->links.size(), input.places.size(), input.benches.size(), pairs.threads);
  Job job;
  double cpu = cpu_seconds(), wall = wall_seconds();
  const auto flows = wijk_flows(input, pairs.threads, job);
  if (!flows) return 2;
  fmt::print("walks:           {:.2f} s CPU, {:.2f} s; {} rows of {:.0f} + {:.0f} numbers\n",
             cpu_seconds() - cpu, wall_seconds() - wall, flows->rows.size(),
             static_cast<double>(flows->walks.column.size()) / flows->rows.size(),
             static_cast<double>(flows->stays.column.size()) / flows->rows.size());
  cpu = cpu_seconds();
  wall = wall_seconds();
  const auto found = wijk_encounters(input, pairs, job);
  if (!found) return 2;
  const WijkTotals& totals = found->totals;
  fmt::print("walks and pairs: {:.2f} s CPU, {:.2f} s, {:.0f} MiB at most\n", cpu_seconds() - cpu,
             wall_seconds() - wall, peak_mib());
  fmt::print("{:.0f} people: {:.0f} passings, {:.0f} at places, {:.0f} on benches a week\n",
             totals.people, totals.passings, totals.place_encounters, totals.bench_encounters);
  for (std::size_t k = 0; k < 3; ++k) {
    fmt::print("repeated pairs, kappa {}: {:.1f} (standard error {:.1f}), bridging {:.3f}\n",
               totals.kappas[k], totals.repeated[k].value, totals.repeated[k].standard_error,
               totals.bridging[k].value_or(std::nan("")));
  }
  fmt::print("{:.1f} % of the pairs worked out\n", 100 * totals.drawn);
  for (const BuurtMeetings& buurt : found->buurten) {
    fmt::print(
        "{}: {:.0f} people know {:.2f} + {:.2f} others (standard error {:.3f}), a fifth at most "
        "{:.2f}\n",
        buurt.code, buurt.familiar.people, buurt.familiar.mean.own, buurt.familiar.mean.other,
        buurt.familiar.standard_error.value_or(0), buurt.familiar.fifth);
  }
  return 0;
}

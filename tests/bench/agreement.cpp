// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the formulas and the simulation of the same programme agree: 20 random buildings, five
// random programmes each, every two roles a cell. Bounds: the expected number of encounters lies in
// the simulation's interval of 99 % in 95 % of the cells, and so does the chance of meeting on two
// days of a week, or it differs by at most 10 %. Exits 1 when a bound is not met. Built when asked
// for, in a Release build: ninja bench_agreement;
// bench_agreement [BUILDINGS [PROGRAMMES [ROUNDS [WEEKS]]]].
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>

#include "clock.h"
#include "encounter/passings.h"
#include "encounter/simulation.h"
#include "encounter/stay_pairs.h"
#include "must.h"
#include "support/random_building.h"

using namespace trefpunt;

namespace {

// The 99.5 % quantile of Student's t: Cornish and Fisher's expansion, within 0.001 from 9 on.
double t_of_99(int degrees) {
  const double z = 2.5758293035489, z2 = z * z, n = degrees;
  return z * (1 + (z2 + 1) / (4 * n) + (5 * z2 * z2 + 16 * z2 + 3) / (96 * n * n) +
              (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * n * n * n));
}

// A figure of the simulation, from rounds of weeks with seeds of their own: independent, so that
// their spread holds for any figure, also one without an interval of its own.
struct Sampled {
  std::vector<double> rounds;
  double mean() const {
    double sum = 0;
    for (const double value : rounds) sum += value;
    return sum / static_cast<double>(rounds.size());
  }
  double half_width() const {
    const double middle = mean();
    double squares = 0;
    for (const double value : rounds) squares += (value - middle) * (value - middle);
    const auto n = static_cast<double>(rounds.size());
    return t_of_99(static_cast<int>(rounds.size()) - 1) * std::sqrt(squares / (n - 1) / n);
  }
};

struct Figure {
  double formula = 0;
  Sampled simulated;
  double occurrences = 0;  // in all weeks simulated together, for the rare
  double difference() const { return formula - simulated.mean(); }
  bool inside() const {
    if (std::abs(difference()) <= simulated.half_width()) return true;
    // Never seen: 99.5 % certain that fewer than 5.3 were to be expected.
    return occurrences == 0 && formula * scale <= 5.3;
  }
  bool within(double share) const { return std::abs(difference()) <= share * simulated.mean(); }
  double z() const {
    const double half = simulated.half_width();
    return half > 0 ? 2.576 * difference() / half : 0;
  }
  double scale = 0;  // occurrences per unit of the figure
};

struct Cell {
  std::string name;
  double pairs = 0;
  Figure week, passing, twice;
  bool has_session = false;
};

struct Bounds {
  int cells = 0, week = 0, twice = 0, twice_by_interval = 0;
  int empty = 0;
  void add(const Bounds& other) {
    cells += other.cells;
    week += other.week;
    twice += other.twice;
    twice_by_interval += other.twice_by_interval;
    empty += other.empty;
  }
  double share(int some) const { return cells > 0 ? 100.0 * some / cells : 100; }
};

std::vector<Cell> cells_of(const EncounterModel& model, const Programme& programme, int rounds,
                           int weeks) {
  Job job;
  const Encounters formula = must(closed_form(model, job));
  std::vector<Simulation> all;
  for (int round = 0; round < rounds; ++round) {
    SimulationOptions options;
    options.seed = static_cast<std::uint64_t>(round) + 1;
    options.min_weeks = options.max_weeks = weeks;
    all.push_back(must(simulate(model, options, job)));
  }
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < formula.pairs.size(); ++i) {
    const RolePair& row = formula.pairs[i];
    Cell cell;
    cell.name = programme.roles[static_cast<std::size_t>(row.a)].id + "-" +
                programme.roles[static_cast<std::size_t>(row.b)].id;
    cell.pairs = row.pairs;
    for (const GroupSession& session : programme.sessions) {
      const auto is_member = [&](int role) {
        return std::any_of(session.members.begin(), session.members.end(), [&](const auto& some) {
          return programme.role_index(some.role) == role;
        });
      };
      cell.has_session = cell.has_session || (is_member(row.a) && is_member(row.b));
    }
    cell.week.formula = row.per_week.value;
    cell.passing.formula = row.passing_per_week;
    cell.twice.formula = row.twice_in_week;
    cell.week.scale = cell.passing.scale = cell.twice.scale =
        static_cast<double>(row.pairs) * rounds * weeks;
    for (const Simulation& simulation : all) {
      const RolePair& drawn = simulation.result.pairs[i];
      cell.week.simulated.rounds.push_back(drawn.per_week.value);
      cell.passing.simulated.rounds.push_back(drawn.passing_per_week);
      cell.twice.simulated.rounds.push_back(drawn.twice_in_week);
    }
    for (Figure* figure : {&cell.week, &cell.passing, &cell.twice}) {
      figure->occurrences = figure->simulated.mean() * figure->scale;
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

// What is known to make the formula of `twice` inexact, for who reads the list.
std::string reasons(const Programme& programme, const Cell& cell) {
  std::string text;
  for (const Role& role : programme.roles) {
    if (cell.name.find(role.id) == std::string::npos) continue;
    double minutes = 0;
    for (const Errand& errand : role.errands) minutes += errand.per_day * errand.dwell_min;
    text +=
        fmt::format(" {}: {} errands, {:.0f} min a day;", role.id, role.errands.size(), minutes);
  }
  if (cell.has_session) text += " session;";
  return text;
}

void print_miss(const char* what, const Figure& figure, const std::string& where,
                const std::string& why) {
  fmt::print("    {} {}: formula {:.5f}, simulated {:.5f} +- {:.5f} ({:+.1f} %, {:.0f} seen);{}\n",
             where, what, figure.formula, figure.simulated.mean(), figure.simulated.half_width(),
             100 * figure.difference() / figure.simulated.mean(), figure.occurrences, why);
}

// Cells by what share of their encounters is passing: where a bias comes from.
struct Kind {
  const char* name;
  double most;  // share of passings
  int cells = 0, misses = 0;
  double formula = 0, simulated = 0;  // pairs that meet twice in a week
};

}  // namespace

int main(int count, char** words) {
  const auto number = [&](int place, int otherwise) {
    return count > place ? std::atoi(words[place]) : otherwise;
  };
  const int buildings = number(1, 20), programmes = number(2, 5);
  const int rounds = number(3, 20), weeks = number(4, 100);
  fmt::print("{} rounds of {} weeks for each building and programme\n", rounds, weeks);
  fmt::print("{:<10} {:>6} {:>6} {:>7} {:>6} {:>8} {:>10} {:>8} {:>10}\n", "building", "spaces",
             "cells", "(empty)", "week %", "twice %", "of which 99%", "bias", "bias twice");
  Bounds all;
  std::vector<Kind> kinds = {{"stays and sessions only", 0},
                             {"less than a third passings", 1.0 / 3},
                             {"less than two thirds", 2.0 / 3},
                             {"more passings", 0.999},
                             {"passings only", 1}};
  double worst_twice = 0, z_sum = 0, z_squares = 0;
  const double start = wall_seconds();
  for (int b = 1; b <= buildings; ++b) {
    Job job;
    const auto grounds = must(grounds_of(random_building(static_cast<std::uint32_t>(b)), job));
    std::size_t spaces = 0;
    for (const auto& storey : grounds->building.storeys) spaces += storey->spaces.size();
    Bounds here;
    std::vector<std::string> misses;
    double formula = 0, simulated = 0, formula_twice = 0, simulated_twice = 0;
    std::vector<std::function<void()>> later;
    for (int p = 1; p <= programmes; ++p) {
      const Programme programme = random_programme(static_cast<std::uint32_t>(1000 * b + p));
      const EncounterModel model = must(model_of(programme, *grounds, job));
      for (const Cell& cell : cells_of(model, programme, rounds, weeks)) {
        if (cell.week.formula <= 0 && cell.week.occurrences <= 0) {
          ++here.empty;
          continue;
        }
        ++here.cells;
        formula += cell.pairs * cell.week.formula;
        simulated += cell.pairs * cell.week.simulated.mean();
        formula_twice += cell.pairs * cell.twice.formula;
        simulated_twice += cell.pairs * cell.twice.simulated.mean();
        z_sum += cell.week.z();
        z_squares += cell.week.z() * cell.week.z();
        const std::string where = fmt::format("programme {} {}", p, cell.name);
        const std::string why = reasons(programme, cell);
        if (cell.week.inside()) {
          ++here.week;
        } else {
          later.push_back([=] { print_miss("per week", cell.week, where, why); });
          if (!cell.passing.inside()) {
            later.push_back([=] { print_miss("  of which passing", cell.passing, where, ""); });
          }
        }
        const bool near = cell.twice.within(0.10), inside = cell.twice.inside();
        here.twice += near || inside ? 1 : 0;
        here.twice_by_interval += inside ? 1 : 0;
        Kind& kind = *std::find_if(kinds.begin(), kinds.end() - 1, [&](const Kind& some) {
          return cell.passing.formula <= some.most * cell.week.formula;
        });
        ++kind.cells;
        kind.misses += near || inside ? 0 : 1;
        kind.formula += cell.pairs * cell.twice.formula;
        kind.simulated += cell.pairs * cell.twice.simulated.mean();
        if (!near && !inside) {
          later.push_back([=] { print_miss("twice in a week", cell.twice, where, why); });
          if (cell.twice.occurrences == 0) continue;
          worst_twice = std::max(worst_twice,
                                 std::abs(cell.twice.difference()) / cell.twice.simulated.mean());
        }
      }
    }
    fmt::print("{:<10} {:>6} {:>6} {:>7} {:>6.1f} {:>8.1f} {:>12.1f} {:>+7.2f}% {:>+9.2f}%\n", b,
               spaces, here.cells, here.empty, here.share(here.week), here.share(here.twice),
               here.share(here.twice_by_interval), 100 * (formula / simulated - 1),
               100 * (formula_twice / simulated_twice - 1));
    for (const auto& print : later) print();
    std::fflush(stdout);
    all.add(here);
  }
  const double mean_z = z_sum / all.cells;
  fmt::print(
      "together: {} cells; encounters per week inside the 99 % interval in {:.1f} % "
      "(bound: 95 %); two days in a week within 10 % or that interval in {:.1f} % (bound: 95 "
      "%), inside the interval in {:.1f} %, worst miss {:.0f} %\n",
      all.cells, all.share(all.week), all.share(all.twice), all.share(all.twice_by_interval),
      100 * worst_twice);
  fmt::print(
      "standardised difference of encounters per week: mean {:+.2f}, standard deviation "
      "{:.2f} (0 and about 1 when the formula is exact); {:.0f} s\n",
      mean_z, std::sqrt(z_squares / all.cells - mean_z * mean_z), wall_seconds() - start);
  for (const Kind& kind : kinds) {
    fmt::print(
        "  {:<28} {:>5} cells, {:>4} miss twice in a week, which the formula has {:+.1f} % "
        "off\n",
        kind.name, kind.cells, kind.misses, 100 * (kind.formula / kind.simulated - 1));
  }
  return all.share(all.week) >= 95 && all.share(all.twice) >= 95 ? 0 : 1;
}

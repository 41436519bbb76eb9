// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/summary.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/index.h"

namespace trefpunt {

namespace {

double pairs_of(int count_a, int count_b, bool same) {
  return same ? 0.5 * count_a * (count_a - 1) : static_cast<double>(count_a) * count_b;
}

// Days of the longest series of which both are members; 0: none.
double series_days(const EncounterModel& model, const PersonClass& a, const PersonClass& b) {
  double days = 0;
  for (const int session : a.sessions) {
    if (std::find(b.sessions.begin(), b.sessions.end(), session) == b.sessions.end()) continue;
    days = std::max(days, 7 * model.sessions[at(session)].weeks);
  }
  return days;
}

double window_days(const EncounterModel& model, const PersonClass& a, const PersonClass& b) {
  const double series = series_days(model, a, b);
  return series > 0
             ? series
             : std::min(model.roles[at(a.role)].window_days, model.roles[at(b.role)].window_days);
}

}  // namespace

WeekChances session_days(const EncounterModel& model, const PersonClass& one,
                         const PersonClass& other) {
  WeekChances met{};
  for (const int s : one.sessions) {
    if (std::find(other.sessions.begin(), other.sessions.end(), s) == other.sessions.end()) {
      continue;
    }
    const ModelSession& session = model.sessions[at(s)];
    const double both = session.attendance[at(one.first)] * session.attendance[at(other.first)];
    for (std::size_t d = 0; d < 7; ++d) {
      if (session.on[d]) met[d] = 1 - (1 - met[d]) * (1 - both);
    }
  }
  return met;
}

std::vector<RolePair> role_pairs(const EncounterModel& model) {
  std::vector<RolePair> rows;
  const int roles = static_cast<int>(model.roles.size());
  for (int a = 0; a < roles; ++a) {
    for (int b = a; b < roles; ++b) {
      RolePair row{a, b, 0, 0, {}, 0, 0, {}, {}, 0};
      row.pairs =
          static_cast<int>(pairs_of(model.roles[at(a)].count, model.roles[at(b)].count, a == b));
      if (row.pairs > 0) rows.push_back(row);
    }
  }
  return rows;
}

void summarise_repeats(const EncounterModel& model,
                       const std::function<MeetingDays(int, int)>& meeting_days,
                       Encounters& encounters) {
  const std::size_t roles = model.roles.size();
  std::vector<RolePair*> row_of(roles * roles, nullptr);
  for (RolePair& row : encounters.pairs) {
    row.days = 0;
    row.repeated = row.repeated_stop = {};
    row_of[at(row.a) * roles + at(row.b)] = row_of[at(row.b) * roles + at(row.a)] = &row;
  }
  const int classes = static_cast<int>(model.classes.size());
  for (int c = 0; c < classes; ++c) {
    for (int d = c; d < classes; ++d) {
      const PersonClass &one = model.classes[at(c)], &other = model.classes[at(d)];
      const double pairs = pairs_of(one.count, other.count, c == d);
      if (pairs <= 0) continue;
      RolePair* row = row_of[at(one.role) * roles + at(other.role)];
      TP_CHECK(row != nullptr);
      const double share = pairs / row->pairs;
      const MeetingDays met = meeting_days(c, d);
      const double window = window_days(model, one, other);
      const int days = static_cast<int>(std::lround(std::clamp(window, 1.0, 366.0)));
      row->days += share * days;
      const WeekChances fixed = session_days(model, one, other);
      const auto chance = [&](const WeekChances& of, double kappa) {
        return repeat_chance_of_days(of, model.times, days, kappa, fixed);
      };
      for (std::size_t k = 0; k < model.kappas.size(); ++k) {
        const double any = chance(met.any, model.kappas[k]);
        row->repeated[k] += share * any;
        row->repeated_stop[k] +=
            share * (met.any == met.stop ? any : chance(met.stop, model.kappas[k]));
      }
    }
  }

  encounters.roles.resize(roles);
  double repeated = 0, repeated_across = 0, pairs = 0, pairs_across = 0;
  constexpr std::size_t kKappaOne = 1;
  for (const RolePair& row : encounters.pairs) {
    const double expected = row.pairs * row.repeated[kKappaOne];
    pairs += row.pairs;
    repeated += expected;
    if (row.a == row.b) {
      const double own = 2 * expected / model.roles[at(row.a)].count;
      encounters.roles[at(row.a)].familiar += own;
      encounters.roles[at(row.a)].familiar_own += own;
      continue;
    }
    pairs_across += row.pairs;
    repeated_across += expected;
    for (const int role : {row.a, row.b}) {
      encounters.roles[at(role)].familiar += expected / model.roles[at(role)].count;
    }
  }
  if (repeated <= 0) return;
  encounters.ei_index = (2 * repeated_across - repeated) / repeated;
  if (pairs_across > 0) encounters.bridging = repeated_across / repeated / (pairs_across / pairs);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "encounter/philox.h"

namespace trefpunt {

namespace {

constexpr double kDay = 1440;  // min

Text name_of(Assumed what) {
  switch (what) {
    case Assumed::Rate:
      return {"bezigheden per dag", "errands a day"};
    case Assumed::DwellTime:
      return {"verblijfsduur", "length of stay"};
    case Assumed::Spread:
      return {"spreiding van de verblijfsduur", "spread of the length of stay"};
    case Assumed::Width:
      return {"breedte van diensten en tijdvakken", "width of shifts and hours"};
    case Assumed::Attendance:
      return {"kans om er te zijn", "chance to be there"};
    case Assumed::Speed:
      return {"loopsnelheid", "walking speed"};
    case Assumed::Window:
      return {"dagen om elkaar te leren kennen", "days to come to know each other"};
    case Assumed::OverlapMin:
      return {"minuten samen voor het telt", "minutes together before it counts"};
    case Assumed::SightM:
      return {"afstand om elkaar op te merken", "distance of noticing each other"};
    case Assumed::BesideM:
      return {"afstand van naast elkaar lopen", "distance of walking side by side"};
    case Assumed::Detour:
      return {"spreiding van routes", "spread of routes"};
    case Assumed::Notice:
      return {"aandeel dat elkaar opmerkt", "share that notices each other"};
    case Assumed::Kappa:
      return {"ongelijkheid tussen paren (kappa)", "inequality between pairs (kappa)"};
  }
  TP_CHECK(false);
  return {};
}

template <typename Work>  // void(double&)
void each_chance(Programme& programme, Work work) {
  for (Role& role : programme.roles) {
    for (Presence& presence : role.presence) work(presence.probability);
  }
  for (GroupSession& session : programme.sessions) {
    for (SessionMembers& members : session.members) work(members.attendance);
  }
}

template <typename Work>  // void(Errand&, RoleKind)
void each_errand(Programme& programme, Work work) {
  for (Role& role : programme.roles) {
    for (Errand& errand : role.errands) work(errand, role.kind);
  }
}

void widen(double& from, double& to, double factor) {
  const double middle = (from + to) / 2;
  const double half = std::min(kDay, factor * (to - from)) / 2;
  from = middle - half;
  to = middle + half;
  if (from < 0) {  // the day is a circle
    from += kDay;
    to += kDay;
  }
}

// The numbers of a group, each handed to `work`; widths apart.
template <typename Work>  // void(double&)
void each_number(Assumptions& assumptions, const AssumptionGroup& group, Work work) {
  Programme& programme = assumptions.programme;
  EncounterRules& rules = programme.rules;
  switch (group.what) {
    case Assumed::Rate:
      return each_errand(programme, [&](Errand& errand, RoleKind kind) {
        if (!group.of || kind == *group.of) work(errand.per_day);
      });
    case Assumed::DwellTime:
      return each_errand(programme, [&](Errand& errand, RoleKind) { work(errand.dwell_min); });
    case Assumed::Spread:
      return each_errand(programme, [&](Errand& errand, RoleKind) { work(errand.dwell_spread); });
    case Assumed::Width:
      for (Role& role : programme.roles) {
        for (Presence& presence : role.presence) {
          double width = presence.to_min - presence.from_min;
          work(width);
        }
      }
      return;
    case Assumed::Attendance:
      return each_chance(programme, work);
    case Assumed::Speed:
      for (Role& role : programme.roles) work(role.speed);
      return;
    case Assumed::Window:
      for (Role& role : programme.roles) work(role.window_days);
      return;
    case Assumed::OverlapMin:
      return work(rules.overlap_min.value);
    case Assumed::SightM:
      return work(rules.sight_m.value);
    case Assumed::BesideM:
      return work(rules.beside_m.value);
    case Assumed::Detour:
      return work(rules.detour.value);
    case Assumed::Notice:
      return work(rules.notice.value);
    case Assumed::Kappa:
      return work(assumptions.kappa);
  }
}

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

int order_of(double a, double b) {
  const double tolerance = 1e-12 * std::max(std::abs(a), std::abs(b));
  return std::abs(a - b) <= tolerance ? 0 : (a < b ? -1 : 1);
}

}  // namespace

std::vector<AssumptionGroup> assumption_groups(const Assumptions& assumptions) {
  std::vector<AssumptionGroup> groups;
  Assumptions copy = assumptions;
  const auto add = [&](Assumed what, std::optional<RoleKind> of, const Text& name) {
    AssumptionGroup group{what, of, name};
    bool is_there = false;
    each_number(copy, group,
                [&](double& number) { is_there |= number > 0 && std::isfinite(number); });
    if (is_there) groups.push_back(std::move(group));
  };
  for (const RoleKind kind : all_role_kinds()) {
    const Text rate = name_of(Assumed::Rate), &role = name_of(kind);
    add(Assumed::Rate, kind, {rate.nl + ": " + role.nl, rate.en + ": " + role.en});
  }
  for (const Assumed what :
       {Assumed::DwellTime, Assumed::Spread, Assumed::Width, Assumed::Attendance, Assumed::Speed,
        Assumed::Window, Assumed::OverlapMin, Assumed::SightM, Assumed::BesideM, Assumed::Detour,
        Assumed::Notice, Assumed::Kappa}) {
    add(what, std::nullopt, name_of(what));
  }
  return groups;
}

Assumptions scaled(Assumptions assumptions, const AssumptionGroup& group, double factor) {
  TP_CHECK(factor > 0);
  if (group.what == Assumed::Width) {
    for (Role& role : assumptions.programme.roles) {
      for (Presence& presence : role.presence) widen(presence.from_min, presence.to_min, factor);
      for (Errand& errand : role.errands) {
        for (TimeWeight& when : errand.when) widen(when.from_min, when.to_min, factor);
      }
    }
    return assumptions;
  }
  const bool is_chance = group.what == Assumed::Attendance || group.what == Assumed::Notice;
  each_number(assumptions, group, [&](double& number) {
    number *= factor;
    if (is_chance) number = std::min(1.0, number);
  });
  return assumptions;
}

Result<Tornado> tornado(const Figure& figure, const Assumptions& base, Job& job) {
  const std::vector<AssumptionGroup> groups = assumption_groups(base);
  const Result<double> middle = figure(base);
  if (!middle) return middle.error();
  Tornado result;
  result.base = *middle;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (!job.step(static_cast<int>(g), static_cast<int>(groups.size()))) return cancelled();
    const Result<double> low = figure(scaled(base, groups[g], 1 - kChange));
    if (!low) return low.error();
    const Result<double> high = figure(scaled(base, groups[g], 1 + kChange));
    if (!high) return high.error();
    result.rows.push_back({groups[g].name, *low, *high});
  }
  std::stable_sort(result.rows.begin(), result.rows.end(),
                   [](const Tornado::Row& one, const Tornado::Row& other) {
                     return std::abs(one.high - one.low) > std::abs(other.high - other.low);
                   });
  return result;
}

std::vector<std::vector<double>> screening_factors(int runs, int groups, std::uint64_t seed) {
  TP_CHECK(runs > 0 && groups >= 0);
  const std::array<std::uint32_t, 2> key = {static_cast<std::uint32_t>(seed),
                                            static_cast<std::uint32_t>(seed >> 32)};
  std::vector<std::vector<double>> factors(static_cast<std::size_t>(runs));
  for (int g = 0; g < groups; ++g) {
    std::vector<int> strata(static_cast<std::size_t>(runs));
    std::iota(strata.begin(), strata.end(), 0);
    for (int run = runs - 1; run >= 0; --run) {
      const auto words =
          philox({static_cast<std::uint32_t>(g), static_cast<std::uint32_t>(run), 0, 0}, key);
      const double pick = unit_interval(words[0], words[1]) * (run + 1);
      std::swap(strata[static_cast<std::size_t>(run)], strata[static_cast<std::size_t>(pick)]);
      const double within = unit_interval(words[2], words[3]);
      const double u = (strata[static_cast<std::size_t>(run)] + within) / runs;
      factors[static_cast<std::size_t>(run)].push_back(1 + kChange * (2 * u - 1));
    }
  }
  return factors;
}

Result<OrderCheck> check_order(const Figure& a, const Figure& b, const Assumptions& base, Job& job,
                               int runs, std::uint64_t seed) {
  const std::vector<AssumptionGroup> groups = assumption_groups(base);
  const auto factors = screening_factors(runs, static_cast<int>(groups.size()), seed);
  const Result<double> base_a = a(base);
  if (!base_a) return base_a.error();
  const Result<double> base_b = b(base);
  if (!base_b) return base_b.error();
  OrderCheck check{*base_a, *base_b, runs, 0, false};
  const int order = order_of(*base_a, *base_b);
  int same = 0;
  for (int run = 0; run < runs; ++run) {
    if (!job.step(run, runs)) return cancelled();
    Assumptions changed = base;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      changed = scaled(std::move(changed), groups[g], factors[static_cast<std::size_t>(run)][g]);
    }
    const Result<double> now_a = a(changed);
    if (!now_a) return now_a.error();
    const Result<double> now_b = b(changed);
    if (!now_b) return now_b.error();
    same += order_of(*now_a, *now_b) == order ? 1 : 0;
  }
  check.share = static_cast<double>(same) / runs;
  check.has_difference =
      std::abs(check.base_a - check.base_b) >=
      kLeastDifference * std::max(std::abs(check.base_a), std::abs(check.base_b));
  check.has_difference = check.has_difference && order != 0;
  check.is_robust = check.has_difference && check.share >= kRobustShare;
  return check;
}

}  // namespace trefpunt

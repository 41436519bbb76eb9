// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/contributors.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/index.h"

namespace trefpunt {

namespace {

constexpr int kBins = 96;
using Profile = std::array<double, kBins>;

// Integral up to x of a rate of 1 from 0 on, and of that.
double ramp(double x) {
  return x > 0 ? x * x / 2 : 0;
}

// How many set out on a leg (0: there, 1: back) in each quarter of an hour.
Profile setting_out(const Stays& stays, int leg) {
  Profile profile{};
  for (const double minutes : stays.dwell) {
    const double later = leg == 0 ? 0 : std::fmod(minutes, kDayMin);
    for (const StartPiece& piece : stays.starts) {
      for (int bin = 0; bin < 2 * kBins; ++bin) {
        const double low = std::max(piece.from_min + later, bin * kDayMin / kBins);
        const double high = std::min(piece.to_min + later, (bin + 1) * kDayMin / kBins);
        if (high > low) profile[at(bin % kBins)] += piece.per_min * (high - low) / kDwellClasses;
      }
    }
  }
  return profile;
}

// Minutes that people are there in each quarter of an hour.
Profile present(const Stays& stays) {
  Profile profile{};
  for (const double dwell : stays.dwell) {
    const double minutes = std::min(dwell, kDayMin);
    for (const StartPiece& piece : stays.starts) {
      // People there at t: they come from `from` to `to`, and go the same `minutes` later.
      const auto until = [&](double t) {
        return ramp(t - piece.from_min) - ramp(t - piece.to_min) -
               ramp(t - piece.from_min - minutes) + ramp(t - piece.to_min - minutes);
      };
      for (int bin = 0; bin < 2 * kBins; ++bin) {
        const double there = until((bin + 1) * kDayMin / kBins) - until(bin * kDayMin / kBins);
        profile[at(bin % kBins)] += piece.per_min * there / kDwellClasses;
      }
    }
  }
  return profile;
}

void spread_over_hours(const Profile& a, const Profile& b, double amount,
                       std::array<double, 24>& hours) {
  double whole = 0;
  for (std::size_t bin = 0; bin < kBins; ++bin) whole += a[bin] * b[bin];
  if (whole <= 0) return;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    hours[bin * 24 / kBins] += amount * a[bin] * b[bin] / whole;
  }
}

class Taker {
 public:
  Taker(const EncounterModel& model, const WhichEncounters& which) : model_(model), which_(which) {}

  bool wants_roles(int a, int b) const {
    const auto is = [](int asked, int role) { return asked < 0 || asked == role; };
    return (is(which_.role_a, a) && is(which_.role_b, b)) ||
           (is(which_.role_a, b) && is(which_.role_b, a));
  }
  bool wants_place(int storey, int space) const {
    return (which_.storey < 0 || which_.storey == storey) &&
           (which_.space < 0 || which_.space == space);
  }

  void add(const Contributor& part) {
    if (part.per_week <= 0) return;
    auto& sum = sums_[{part.role_a, part.role_b, part.errand_a, part.errand_b, part.session,
                       part.storey, part.space, part.is_passing}];
    const double before = sum.per_week;
    sum = part;
    sum.per_week += before;
  }
  // Stays and passings (by leg_pair()) of two visits over the hours.
  void add_hours(int role_a, int va, int role_b, int vb, double stays,
                 const std::array<double, 4>& passings) {
    const Stays& a = model_.roles[at(role_a)].visits[at(va)].stays;
    const Stays& b = model_.roles[at(role_b)].visits[at(vb)].stays;
    if (stays > 0) spread_over_hours(present(a), present(b), stays, hours_);
    for (int la = 0; la < 2; ++la) {
      for (int lb = 0; lb < 2; ++lb) {
        const double passing = passings[leg_pair(la, lb)];
        if (passing <= 0) continue;
        spread_over_hours(setting_out(a, la), setting_out(b, lb), passing, hours_);
      }
    }
  }
  void add_hour(double minute, double amount) {
    hours_[at(static_cast<int>(minute / 60) % 24)] += amount;
  }

  Contributions finish() {
    Contributions result;
    for (const auto& [key, part] : sums_) result.parts.push_back(part);
    std::stable_sort(result.parts.begin(), result.parts.end(),
                     [](const auto& a, const auto& b) { return a.per_week > b.per_week; });
    double whole = 0;
    for (const double hour : hours_) whole += hour;
    for (std::size_t h = 0; h < 24 && whole > 0; ++h) result.of_hour[h] = hours_[h] / whole;
    return result;
  }

 private:
  const EncounterModel& model_;
  const WhichEncounters& which_;
  std::map<std::tuple<int, int, int, int, int, int, int, bool>, Contributor> sums_;
  std::array<double, 24> hours_{};
};

// Days a week on which both are there in these presences.
double days_together(const std::array<double, 7>& a, const std::array<double, 7>& b) {
  double days = 0;
  for (std::size_t d = 0; d < 7; ++d) days += a[d] * b[d];
  return days;
}

void take_sessions(const EncounterModel& model, const PersonClass& one, const PersonClass& other,
                   double pairs, Taker& taker) {
  for (const int s : one.sessions) {
    if (std::find(other.sessions.begin(), other.sessions.end(), s) == other.sessions.end())
      continue;
    const ModelSession& session = model.sessions[at(s)];
    const Station& station = model.stations[at(session.station)];
    if (!taker.wants_place(station.storey, station.space)) continue;
    double days = 0;
    for (const bool on : session.on) days += on ? 1 : 0;
    Contributor part;
    part.role_a = one.role;
    part.role_b = other.role;
    part.session = s;
    part.storey = station.storey;
    part.space = station.space;
    part.per_week =
        pairs * days * session.attendance[at(one.first)] * session.attendance[at(other.first)];
    taker.add_hour(session.start_min, part.per_week);
    taker.add(part);
  }
}

}  // namespace

Contributions contributions(const EncounterModel& model, const StayPairs& stays,
                            const Passings& passings, const WhichEncounters& which) {
  Taker taker(model, which);
  const int count = static_cast<int>(model.classes.size());
  struct OfVisits {
    double stays = 0;
    std::array<double, 4> passings{};
  };
  std::map<std::tuple<int, int, int, int>, OfVisits> of_visits;
  std::size_t t = 0;
  for (int a = 0; a < count; ++a) {
    for (int b = a; b < count; ++b, ++t) {
      const PersonClass &one = model.classes[at(a)], &other = model.classes[at(b)];
      const double pairs =
          a == b ? one.count * (one.count - 1) / 2.0 : static_cast<double>(one.count) * other.count;
      if (pairs <= 0 || !taker.wants_roles(one.role, other.role)) continue;
      take_sessions(model, one, other, pairs, taker);
      const ModelRole &ra = model.roles[at(one.role)], &rb = model.roles[at(other.role)];
      const StayPairs::Table& table = stays.of(one.role, other.role);
      const Passings::Table& passing = passings.tables[t];
      for (int va = 0; va < static_cast<int>(ra.visits.size()); ++va) {
        for (int vb = 0; vb < static_cast<int>(rb.visits.size()); ++vb) {
          const StayPair& stay = table.at(va, vb);
          const Visit &visit_a = ra.visits[at(va)], &visit_b = rb.visits[at(vb)];
          const double weight =
              pairs * model.notice *
              days_together(ra.presence[at(visit_a.presence)], rb.presence[at(visit_b.presence)]);
          if (weight <= 0) continue;
          Contributor part;
          part.role_a = one.role;
          part.role_b = other.role;
          part.errand_a = visit_a.errand;
          part.errand_b = visit_b.errand;
          auto& sums = of_visits[{one.role, va, other.role, vb}];
          for (const Destination& da : one.to[at(va)]) {
            for (const Destination& db : other.to[at(vb)]) {
              const Station& station = model.stations[at(da.station)];
              const Station& other_station = model.stations[at(db.station)];
              if (station.storey != other_station.storey || station.space != other_station.space) {
                continue;
              }
              if (!taker.wants_place(station.storey, station.space)) continue;
              part.storey = station.storey;
              part.space = station.space;
              part.is_passing = false;
              part.per_week =
                  weight * stay.overlaps * da.probability * db.probability * station.chance;
              sums.stays += part.per_week;
              taker.add(part);
            }
          }
          if (passing.cells.empty()) continue;
          const Passings::Cell& cell = passing.cells[at(va) * rb.visits.size() + at(vb)];
          for (std::uint32_t p = cell.first; p < cell.first + cell.count; ++p) {
            const auto [storey, space] = passings.places[at(passings.parts[p].place)];
            if (!taker.wants_place(storey, space)) continue;
            part.storey = storey;
            part.space = space;
            part.is_passing = true;
            part.per_week = 0;
            for (std::size_t legs = 0; legs < 4; ++legs) {
              const double amount =
                  weight * stay.common[legs] * static_cast<double>(passings.parts[p].window[legs]);
              part.per_week += amount;
              sums.passings[legs] += amount;
            }
            taker.add(part);
          }
        }
      }
    }
  }
  for (const auto& [key, sums] : of_visits) {
    const auto [role_a, va, role_b, vb] = key;
    taker.add_hours(role_a, va, role_b, vb, sums.stays, sums.passings);
  }
  return taker.finish();
}

}  // namespace trefpunt

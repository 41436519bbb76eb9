// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "base/index.h"
#include "encounter/encounters.h"
#include "encounter/passings.h"
#include "encounter/stay_pairs.h"
#include "encounter/summary.h"

namespace trefpunt {

namespace {

// What two people have to do with each other, given in which presence each is there today.
struct Given {
  double stays = 0, passings = 0;  // expected encounters
  double minutes = 0;
  double hazard = 0;       // of any encounter
  double hazard_stop = 0;  // of one where one can stop or stay
  bool is_empty() const { return minutes <= 0 && passings <= 0; }
};

// Of one place, the same.
struct GivenHere {
  double stays = 0, passings = 0, minutes = 0, hazard = 0;
  bool is_empty() const { return minutes <= 0 && passings <= 0; }
};

class Meeting {
 public:
  Meeting(const EncounterModel& model, const StayPairs& stays, const Guests& guests,
          const GuestPairs& guest_pairs, const Passings& passings)
      : model_(model),
        stays_(stays),
        guests_(guests),
        guest_pairs_(guest_pairs),
        passings_(passings) {
    for (const auto& place : passings.places) add_place(place);
    for (const Station& station : model.stations) {
      place_of_station_.push_back(add_place({station.storey, station.space}));
    }
    for (const Guests::Place& place : guests.places) {
      place_of_guests_.push_back(add_place({place.storey, place.space}));
    }
    here_.resize(result_.places.size());
  }

  Encounters run() {
    result_.pairs = role_pairs(model_);
    const int count = static_cast<int>(model_.classes.size());
    days_.resize(passings_.tables.size());
    std::size_t table = 0;
    for (int a = 0; a < count; ++a) {
      for (int b = a; b < count; ++b, ++table) meet(a, b, passings_.tables[table], days_[table]);
    }
    finish_pairs();
    summarise_repeats(
        model_, [&](int a, int b) { return days_[at(a * count - a * (a - 1) / 2 + (b - a))]; },
        result_);
    people();
    crowd();
    drop_empty_places();
    return std::move(result_);
  }

 private:
  int add_place(std::pair<int, int> key) {
    const auto [found, is_new] = place_index_.emplace(key, static_cast<int>(result_.places.size()));
    if (is_new) {
      PlaceMeetings place;
      place.storey = key.first;
      place.space = key.second;
      result_.places.push_back(place);
    }
    return found->second;
  }

  // Two people of these classes (two of the same when a == b).
  void meet(int a, int b, const Passings::Table& passing, MeetingDays& days) {
    const PersonClass &one = model_.classes[at(a)], &other = model_.classes[at(b)];
    const double pairs =
        a == b ? one.count * (one.count - 1) / 2.0 : static_cast<double>(one.count) * other.count;
    if (pairs <= 0) return;
    const ModelRole &ra = model_.roles[at(one.role)], &rb = model_.roles[at(other.role)];
    columns_ = static_cast<int>(rb.presence.size());
    given_.assign(ra.presence.size() * rb.presence.size(), {});
    touched_.clear();
    add_stays(a, b);
    const StayPairs::Table& table = stays_.of(one.role, other.role);
    for (int va = 0; va < static_cast<int>(ra.visits.size()); ++va) {
      for (int vb = 0; vb < static_cast<int>(rb.visits.size()); ++vb) {
        const StayPair& stay = table.at(va, vb);
        if (stay.is_empty()) continue;
        const int slot = ra.visits[at(va)].presence * columns_ + rb.visits[at(vb)].presence;
        if (!passing.cells.empty()) {
          add_passings(passing.cells[at(va) * rb.visits.size() + at(vb)], stay, slot);
        }
      }
    }
    weigh(one, other, ra, rb, pairs, days);
  }

  GivenHere& here(int place, int slot) {
    std::vector<GivenHere>& slots = here_[at(place)];
    if (slots.empty()) touched_.push_back(place);
    if (slots.size() < given_.size()) slots.resize(given_.size());
    return slots[at(slot)];
  }

  // Where both come, whatever for.
  void add_stays(int a, int b) {
    const std::vector<Guests::Here>&one = guests_.of_class[at(a)], &other = guests_.of_class[at(b)];
    std::size_t first = 0;
    for (const Guests::Here& here_a : one) {
      while (first < other.size() && other[first].place < here_a.place) ++first;
      for (std::size_t i = first; i < other.size() && other[i].place == here_a.place; ++i) {
        const std::size_t kinds = guests_.places[at(here_a.place)].kinds.size();
        const GuestPairs::Pair& pair =
            guest_pairs_.tables[at(here_a.place)][at(here_a.kind) * kinds + at(other[i].kind)];
        if (pair.minutes <= 0) continue;
        const int slot = here_a.presence * columns_ + other[i].presence;
        Given& given = given_[at(slot)];
        given.stays += pair.stays;
        given.minutes += pair.minutes;
        given.hazard += pair.hazard;
        given.hazard_stop += pair.hazard;
        GivenHere& there = here(place_of_guests_[at(here_a.place)], slot);
        there.stays += pair.stays;
        there.minutes += pair.minutes;
        there.hazard += pair.hazard;
      }
    }
  }

  void add_passings(const Passings::Cell& cell, const StayPair& stay, int slot) {
    if (cell.count == 0) return;
    const auto expected = [&](const Passings::Windows& window) {
      double sum = 0;
      for (std::size_t legs = 0; legs < 4; ++legs) {
        sum += stay.common[legs] * static_cast<double>(window[legs]);
      }
      return model_.notice * sum;
    };
    const double passings = expected(cell.all);
    if (passings <= 0) return;
    Given& given = given_[at(slot)];
    given.passings += passings;
    given.hazard += passings;
    given.hazard_stop += expected(cell.stop);
    for (std::uint32_t p = cell.first; p < cell.first + cell.count; ++p) {
      const Passings::Part& part = passings_.parts[p];
      const double passings_here = expected(part.window);
      GivenHere& there = here(place_of_part(part.place), slot);
      there.passings += passings_here;
      there.hazard += passings_here;
    }
  }
  int place_of_part(std::int32_t place) const { return place; }  // added first, in this order

  // From what holds given the presences to days and weeks.
  void weigh(const PersonClass& one, const PersonClass& other, const ModelRole& ra,
             const ModelRole& rb, double pairs, MeetingDays& met) {
    double stays = 0, passings = 0, minutes = 0;
    for (std::size_t g = 0; g < given_.size(); ++g) {
      const Given& given = given_[g];
      if (given.is_empty()) continue;
      const auto& on_a = ra.presence[g / at(columns_)];
      const auto& on_b = rb.presence[g % at(columns_)];
      const double met_today = -std::expm1(-given.hazard);
      const double met_stop_today = -std::expm1(-given.hazard_stop);
      for (std::size_t d = 0; d < 7; ++d) {
        const double both = on_a[d] * on_b[d];
        stays += both * given.stays;
        passings += both * given.passings;
        minutes += both * given.minutes;
        met.any[d] += both * met_today;
        met.stop[d] += both * met_stop_today;
      }
    }
    add_sessions(one, other, pairs, stays, minutes);
    RolePair& pair = *std::find_if(
        result_.pairs.begin(), result_.pairs.end(),
        [&](const RolePair& row) { return row.a == one.role && row.b == other.role; });
    pair.per_week.value += pairs * (stays + passings);
    pair.passing_per_week += pairs * passings;
    pair.minutes_per_week += pairs * minutes;
    pair.twice_in_week += pairs * repeat_chance_of_days(met.any, 2, 7, kKappas.back(),
                                                        session_days(model_, one, other));
    weigh_places(ra, rb, pairs);
  }

  void add_sessions(const PersonClass& one, const PersonClass& other, double pairs, double& stays,
                    double& minutes) {
    for (const int s : one.sessions) {
      if (std::find(other.sessions.begin(), other.sessions.end(), s) == other.sessions.end()) {
        continue;
      }
      const ModelSession& session = model_.sessions[at(s)];
      const double both = session.attendance[at(one.first)] * session.attendance[at(other.first)];
      PlaceMeetings& place = result_.places[at(place_of_station_[at(session.station)])];
      double none = 1;
      for (std::size_t d = 0; d < 7; ++d) {
        if (!session.on[d]) continue;
        stays += both;
        minutes += both * session.minutes;
        none *= 1 - both;
        place.encounters.value += pairs * both;
        place.minutes += pairs * both * session.minutes;
      }
      place.distinct_pairs += pairs * (1 - none);
    }
  }

  void weigh_places(const ModelRole& ra, const ModelRole& rb, double pairs) {
    for (const int p : touched_) {
      PlaceMeetings& place = result_.places[at(p)];
      std::array<double, 7> met{};
      for (std::size_t g = 0; g < here_[at(p)].size(); ++g) {
        const GivenHere& given = here_[at(p)][g];
        if (given.is_empty()) continue;
        const auto& on_a = ra.presence[g / at(columns_)];
        const auto& on_b = rb.presence[g % at(columns_)];
        const double met_today = -std::expm1(-given.hazard);
        double both_sum = 0;
        for (std::size_t d = 0; d < 7; ++d) {
          const double both = on_a[d] * on_b[d];
          both_sum += both;
          met[d] += both * met_today;
        }
        place.encounters.value += pairs * both_sum * given.stays;
        place.passings += pairs * both_sum * given.passings;
        place.minutes += pairs * both_sum * given.minutes;
      }
      double none = 1;
      for (const double today : met) none *= 1 - today;
      place.distinct_pairs += pairs * (1 - none);
      here_[at(p)].clear();
    }
  }

  void finish_pairs() {
    for (RolePair& pair : result_.pairs) {
      result_.total.value += pair.per_week.value;
      pair.per_week.value /= pair.pairs;
      pair.passing_per_week /= pair.pairs;
      pair.minutes_per_week /= pair.pairs;
      pair.twice_in_week /= pair.pairs;
      pair.per_week.low = pair.per_week.high = pair.per_week.value;
    }
    result_.total.low = result_.total.high = result_.total.value;
    for (PlaceMeetings& place : result_.places) {
      place.encounters.low = place.encounters.high = place.encounters.value;
    }
    result_.roles.resize(model_.roles.size());
  }

  // Metres walked on a day that one is there.
  void people() {
    std::vector<double> walked(model_.roles.size(), 0), days(model_.roles.size(), 0);
    for (const PersonClass& person : model_.classes) {
      const ModelRole& role = model_.roles[at(person.role)];
      for (std::size_t p = 0; p < role.presence.size(); ++p) {
        for (const double on : role.presence[p]) days[at(person.role)] += on * person.count;
      }
      for (std::size_t v = 0; v < role.visits.size(); ++v) {
        double length = 0;
        for (const Destination& to : person.to[v]) {
          for (const Trip* trip : {&to.out, &to.back}) {
            if (trip->pair >= 0) length += to.probability * passings_.length[at(trip->pair)];
          }
        }
        const double visits = mean_number(role.visits[v].stays.starts);
        for (const double on : role.presence[at(role.visits[v].presence)]) {
          walked[at(person.role)] += on * person.count * visits * length;
        }
      }
    }
    for (std::size_t r = 0; r < walked.size(); ++r) {
      if (days[r] > 0) result_.roles[r].walk_m_per_day = walked[r] / days[r];
    }
  }

  // Expected number of people in a place, at every five minutes.
  void crowd() {
    constexpr int kBins = 288;
    std::vector<std::vector<double>> present(result_.places.size() * 7);
    std::array<double, kBins> profile{};
    for (std::size_t r = 0; r < model_.roles.size(); ++r) {
      const ModelRole& role = model_.roles[r];
      for (std::size_t v = 0; v < role.visits.size(); ++v) {
        const Stays& stays = role.visits[v].stays;
        for (int bin = 0; bin < kBins; ++bin) {
          profile[at(bin)] = present_at(bin * kDayMin / kBins, stays);
        }
        std::map<int, double> people_to;
        for (const PersonClass& person : model_.classes) {
          if (person.role != static_cast<int>(r)) continue;
          for (const Destination& to : person.to[v]) {
            people_to[place_of_station_[at(to.station)]] += person.count * to.probability;
          }
        }
        for (const auto& [place, people] : people_to) {
          for (std::size_t d = 0; d < 7; ++d) {
            const double on = role.presence[at(role.visits[v].presence)][d] * people;
            std::vector<double>& bins = present[at(place) * 7 + d];
            if (bins.empty()) bins.assign(kBins, 0);
            for (std::size_t bin = 0; bin < kBins; ++bin) bins[bin] += on * profile[bin];
          }
        }
      }
    }
    for (const ModelSession& session : model_.sessions) {
      double people = 0;
      for (const double attendance : session.attendance) people += attendance;
      const int place = place_of_station_[at(session.station)];
      for (std::size_t d = 0; d < 7; ++d) {
        if (!session.on[d]) continue;
        std::vector<double>& bins = present[at(place) * 7 + d];
        if (bins.empty()) bins.assign(kBins, 0);
        for (std::size_t bin = 0; bin < kBins; ++bin) {
          const double t = static_cast<double>(bin) * kDayMin / kBins;
          if (t >= session.start_min && t < session.start_min + session.minutes) {
            bins[bin] += people;
          }
        }
      }
    }
    for (std::size_t p = 0; p < result_.places.size(); ++p) {
      for (std::size_t d = 0; d < 7; ++d) {
        for (const double people : present[p * 7 + d]) {
          result_.places[p].peak = std::max(result_.places[p].peak, people);
        }
      }
    }
  }

  static double present_at(double t, const Stays& stays) {
    double sum = 0;
    for (const double minutes : stays.dwell) {
      for (const StartPiece& piece : stays.starts) {
        for (const double shift : {0.0, -kDayMin}) {
          const double low = std::max(piece.from_min + shift, t - minutes);
          const double high = std::min(piece.to_min + shift, t);
          if (high > low) sum += piece.per_min * (high - low) / kDwellClasses;
        }
      }
    }
    return sum;
  }

  void drop_empty_places() {
    std::vector<bool> can_stop(result_.places.size(), false);
    for (std::size_t p = 0; p < model_.routes->pieces.size(); ++p) {
      const Piece& piece = model_.routes->pieces[p];
      const auto found = place_index_.find({piece.storey, piece.space});
      if (found != place_index_.end() && p < model_.can_stop.size() && model_.can_stop[p]) {
        can_stop[at(found->second)] = true;
      }
    }
    for (std::size_t p = 0; p < result_.places.size(); ++p)
      result_.places[p].can_stop = can_stop[p];
    auto& places = result_.places;
    places.erase(std::remove_if(places.begin(), places.end(),
                                [](const PlaceMeetings& place) {
                                  return place.peak <= 0 && place.passings <= 0 &&
                                         place.encounters.value <= 0;
                                }),
                 places.end());
    std::sort(places.begin(), places.end(), [](const PlaceMeetings& a, const PlaceMeetings& b) {
      return std::pair(a.storey, a.space) < std::pair(b.storey, b.space);
    });
  }

  const EncounterModel& model_;
  const StayPairs& stays_;
  const Guests& guests_;
  const GuestPairs& guest_pairs_;
  const Passings& passings_;
  Encounters result_;
  std::vector<MeetingDays> days_;  // per two classes, as Passings::tables
  std::map<std::pair<int, int>, int> place_index_;
  std::vector<int> place_of_station_, place_of_guests_;
  int columns_ = 0;                           // presences of the second role
  std::vector<Given> given_;                  // presences of the one x of the other
  std::vector<std::vector<GivenHere>> here_;  // per place, as given_; empty: not touched
  std::vector<int> touched_;
};

}  // namespace

Encounters closed_form(const EncounterModel& model, const StayPairs& stays, const Guests& guests,
                       const GuestPairs& guest_pairs, const Passings& passings) {
  return Meeting(model, stays, guests, guest_pairs, passings).run();
}

Result<Encounters> closed_form(const EncounterModel& model, Job& job) {
  const auto stays = make_stay_pairs(model.roles, model.overlap_min, job);
  if (!stays) return stays.error();
  const Guests guests = find_guests(model);
  const auto guest_pairs = make_guest_pairs(model, guests, **stays, job);
  if (!guest_pairs) return guest_pairs.error();
  const auto passings = make_passings(model, job);
  if (!passings) return passings.error();
  return closed_form(model, **stays, guests, **guest_pairs, **passings);
}

}  // namespace trefpunt

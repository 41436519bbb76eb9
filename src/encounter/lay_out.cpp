// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/index.h"
#include "base/text.h"
#include "encounter/place_finder.h"

namespace trefpunt {

namespace {

// The part of [from, to) (to may lie beyond midnight) as pieces of the circular day.
void add_piece(double from, double to, double per_min, Starts& starts) {
  for (const double shift : {-kDayMin, 0.0, kDayMin}) {
    const double low = std::max(0.0, from + shift), high = std::min(kDayMin, to + shift);
    if (high > low && per_min > 0) starts.push_back({low, high, per_min});
  }
}

Starts starts_of(const Errand& errand, const Presence& presence) {
  Starts starts;
  if (errand.when.empty()) {
    add_piece(presence.from_min, presence.to_min,
              errand.per_day / (presence.to_min - presence.from_min), starts);
    return added_up(starts);
  }
  double whole = 0;
  for (const TimeWeight& when : errand.when) whole += when.weight * (when.to_min - when.from_min);
  for (const TimeWeight& when : errand.when) {
    for (const double shift : {-kDayMin, 0.0, kDayMin}) {
      add_piece(std::max(presence.from_min, when.from_min + shift),
                std::min(presence.to_min, when.to_min + shift),
                errand.per_day * when.weight / whole, starts);
    }
  }
  return added_up(starts);
}

// What of the programme does not fit the plan, and where it stands.
Error fault(int line, const Text& what, const Text& sentence) {
  const std::string where = line > 0 ? fmt::format("programme: line {}", line) : "programme";
  return {
      Code::BadInput,
      {fmt::format("{}: {}", what.nl, sentence.nl), fmt::format("{}: {}", what.en, sentence.en)},
      where};
}

Text name_of(const PlaceQuery& query) {
  Text text;
  const auto add = [&](const Text& part) {
    text.nl += (text.nl.empty() ? "" : ", ") + part.nl;
    text.en += (text.en.empty() ? "" : ", ") + part.en;
  };
  if (query.is_entrance) add({"ingang", "entrance"});
  if (query.is_home) add({"eigen plek", "home place"});
  if (query.use) add(name_of(*query.use));
  if (!query.role.empty()) add({"plek van " + query.role, "place of " + query.role});
  if (!query.number.empty()) add({"ruimte " + query.number, "room " + query.number});
  if (!query.unit.empty()) add({"afdeling " + query.unit, "unit " + query.unit});
  return text;
}

Error not_on_plan(const PlaceQuery& query, const Text& what) {
  const Text place = name_of(query);
  return fault(query.line, what,
               {fmt::format("de plek ({}) is niet op de plattegrond.", place.nl),
                fmt::format("its place ({}) is not on the plan.", place.en)});
}

class Layer {
 public:
  Layer(const Programme& programme, const EncounterGround& ground)
      : programme_(programme), ground_(ground), places_(ground, programme.rules.sight_m.value) {}

  Result<LaidOut> run(Job& job) {
    if (auto status = place_homes(); !status) return status.error();
    if (auto status = place_sessions(); !status) return status.error();
    find_stations();
    if (auto status = place_errands(job); !status) return status.error();
    finish();
    sort_pairs();
    return std::move(laid_);
  }

 private:
  EncounterModel& model() { return laid_.model; }

  // The stations that fit, those where people of a role have their home included.
  std::vector<int> fitting(const PlaceQuery& query) {
    if (query.role.empty()) return places_.fitting(query);
    std::vector<int> found;
    const int role = programme_.role_index(query.role);
    if (role < 0) return found;
    for (const int home : homes_[at(role)]) {
      if (home >= 0 && std::find(found.begin(), found.end(), home) == found.end()) {
        found.push_back(home);
      }
    }
    return found;
  }

  // Every place that an errand names, before distances are asked for.
  void find_stations() {
    for (const Role& role : programme_.roles) {
      for (const Errand& errand : role.errands) {
        fitting(errand.to);
        fitting(errand.from);
        if (errand.then) fitting(*errand.then);
      }
    }
  }

  Status place_homes() {
    homes_.resize(programme_.roles.size());
    for (int round = 0; round < 2; ++round) {  // homes with other roles after those
      for (std::size_t r = 0; r < programme_.roles.size(); ++r) {
        const Role& role = programme_.roles[r];
        if (role.home.role.empty() != (round == 0)) continue;
        auto homes = homes_of(role);
        if (!homes) return homes.error();
        homes_[r] = std::move(*homes);
      }
    }
    int first = 0;
    for (const Role& role : programme_.roles) {
      ModelRole made;
      made.first_person = first;
      made.count = role.count;
      made.speed = role.speed;
      made.window_days = role.window_days;
      for (const Presence& presence : role.presence) {
        std::array<double, 7> on{};
        for (const int day : presence.weekdays) on[at(day - 1)] = presence.probability;
        made.presence.push_back(on);
      }
      first += role.count;
      model().roles.push_back(std::move(made));
    }
    model().persons = first;
    return Done{};
  }

  Result<std::vector<int>> homes_of(const Role& role) {
    std::vector<int> homes(at(role.count), -1);
    const Text what = {fmt::format("rol ‘{}’", role.id), fmt::format("role ‘{}’", role.id)};
    if (!role.home.role.empty()) {
      const int other = programme_.role_index(role.home.role);
      if (other < 0 || homes_[at(other)].empty()) {
        return fault(role.home.line, what,
                     {"de eigen plek verwijst naar een rol die geen eigen plek heeft.",
                      "its home refers to a role without a home place."});
      }
      for (int n = 0; n < role.count; ++n) {
        homes[at(n)] = homes_[at(other)][at(n % static_cast<int>(homes_[at(other)].size()))];
      }
      return homes;
    }
    std::vector<int> slots;
    for (const int station : fitting(role.home)) {
      const Station& where = places_.stations()[at(station)];
      const Space& space = ground_.building.storeys[at(where.storey)]->spaces[at(where.space)];
      const int beds = role.home.is_entrance ? 1 : std::max(1, space.beds.value_or(1));
      slots.insert(slots.end(), at(beds), station);
    }
    if (slots.empty()) {
      const Text place = name_of(role.home);
      return fault(role.home.line, what,
                   {fmt::format("de eigen plek ({}) is niet op de plattegrond.", place.nl),
                    fmt::format("its home ({}) is not on the plan.", place.en)});
    }
    const int count = static_cast<int>(slots.size());
    for (int n = 0; n < role.count; ++n) {
      homes[at(n)] =
          slots[at(n < count && role.count <= count ? n * count / role.count : n % count)];
    }
    return homes;
  }

  Status place_sessions() {
    for (const GroupSession& session : programme_.sessions) {
      const Text what = {fmt::format("groep ‘{}’", session.id),
                         fmt::format("session ‘{}’", session.id)};
      const std::vector<int> places = fitting(session.place);
      if (places.empty()) return not_on_plan(session.place, what);
      ModelSession made;
      made.station = places.front();
      for (const int day : session.weekdays) made.on[at(day - 1)] = true;
      made.start_min = session.start_min;
      made.minutes = session.minutes;
      made.weeks = session.weeks;
      made.attendance.assign(at(model().persons), 0);
      for (const SessionMembers& members : session.members) {
        const int role = programme_.role_index(members.role);
        if (role < 0) continue;  // refused on reading
        const int first = model().roles[at(role)].first_person + members.first;
        for (int n = 0; n < members.count; ++n) {
          made.attendance[at(std::min(first + n, model().persons - 1))] = members.attendance;
        }
      }
      model().sessions.push_back(std::move(made));
    }
    return Done{};
  }

  // The pair of stations and the direction.
  Trip trip(int from, int to) {
    if (from == to) return {};
    const std::pair<int, int> key = {std::min(from, to), std::max(from, to)};
    const auto [found, is_new] = pair_of_.emplace(key, static_cast<int>(laid_.pairs.size()));
    if (is_new) laid_.pairs.push_back(key);
    return {found->second, from < to};
  }

  // Where an errand leads for someone with that home, the n-th of its role.
  Result<std::vector<Destination>> destinations(const Role& role, const Errand& errand, int home,
                                                int n) {
    const Text what = {fmt::format("rol ‘{}’, bezigheid ‘{}’", role.id, errand.id),
                       fmt::format("role ‘{}’, errand ‘{}’", role.id, errand.id)};
    const auto no_way = [&](const PlaceQuery& query) {
      const Text place = name_of(query);
      return fault(
          query.line, what,
          {fmt::format("de plek ({}) is niet te bereiken voor wie daar moet zijn.", place.nl),
           fmt::format("its place ({}) cannot be reached by those who have to be there.",
                       place.en)});
    };
    // Where it starts, when that does not depend on the destination.
    int origin = errand.from.is_home ? home : -1;
    std::vector<int> origins;
    if (origin < 0) {
      origins = fitting(errand.from);
      if (origins.empty()) return not_on_plan(errand.from, what);
      if (origins.size() == 1) origin = origins.front();
    }
    std::vector<int> to;
    if (errand.to.is_home) {
      to = {home};
    } else if (!errand.to.role.empty() && !errand.to.spread) {
      const int linked = linked_home(errand, n);
      if (linked < 0) return not_on_plan(errand.to, what);
      to = {linked};
    } else {
      to = fitting(errand.to);
      if (to.empty()) return not_on_plan(errand.to, what);
      const int reference = origin >= 0 ? origin : home;
      to.erase(std::remove_if(to.begin(), to.end(),
                              [&](int station) { return !places_.is_way(station, reference); }),
               to.end());
      if (to.empty()) return no_way(errand.to);
      if (!errand.to.spread) to = {places_.nearest(to, reference)};
    }
    std::vector<Destination> found;
    for (const int station : to) {
      const int from = origin >= 0 ? origin : places_.nearest(origins, station);
      if (from < 0 || !places_.is_way(from, station)) {
        return no_way(errand.to);
      }
      Destination destination;
      destination.station = station;
      destination.probability = 1.0 / static_cast<double>(to.size());
      destination.out = trip(from, station);
      if (!errand.stays) {
        int back = from;
        if (errand.then) {
          if (errand.then->is_home) {
            back = home;
          } else {
            const std::vector<int> next = fitting(*errand.then);
            if (next.empty()) return not_on_plan(*errand.then, what);
            back = places_.nearest(next, station);
            if (back < 0) return no_way(*errand.then);
          }
        }
        destination.back = trip(station, back);
      }
      found.push_back(destination);
    }
    return found;
  }

  Status place_errands(Job& job) {
    for (std::size_t r = 0; r < programme_.roles.size(); ++r) {
      if (!job.step(static_cast<int>(r), static_cast<int>(programme_.roles.size()))) {
        return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
      }
      const Role& role = programme_.roles[r];
      ModelRole& made = model().roles[r];
      for (std::size_t e = 0; e < role.errands.size(); ++e) {
        const Errand& errand = role.errands[e];
        for (std::size_t p = 0; p < role.presence.size(); ++p) {
          Visit visit{static_cast<int>(e),
                      static_cast<int>(p),
                      {starts_of(errand, role.presence[p]),
                       dwell_of(errand.dwell_min, errand.dwell_spread)}};
          if (!visit.stays.starts.empty()) made.visits.push_back(std::move(visit));
        }
      }
      if (auto status = add_people(r); !status) return status;
    }
    return Done{};
  }

  // People who go to the same places from the same home and are in the same groups are one class;
  // classes hold people in the order of their numbers only when their neighbours are alike too.
  Status add_people(std::size_t r) {
    const Role& role = programme_.roles[r];
    const ModelRole& made = model().roles[r];
    std::map<std::pair<int, int>, std::vector<std::vector<Destination>>> known;
    for (int n = 0; n < role.count; ++n) {
      const int home = homes_[r][at(n)];
      std::vector<int> sessions;
      for (std::size_t s = 0; s < model().sessions.size(); ++s) {
        if (model().sessions[s].attendance[at(made.first_person + n)] > 0) {
          sessions.push_back(static_cast<int>(s));
        }
      }
      const int link = link_of(role, n);
      auto [entry, is_new] = known.try_emplace({home, link});
      if (is_new) {
        for (const Errand& errand : role.errands) {
          auto to = destinations(role, errand, home, n);
          if (!to) return to.error();
          entry->second.push_back(std::move(*to));
        }
      }
      PersonClass person;
      person.role = static_cast<int>(r);
      person.home = home;
      person.first = made.first_person + n;
      person.count = 1;
      person.sessions = std::move(sessions);
      person.link = link;
      if (!model().classes.empty()) {
        PersonClass& last = model().classes.back();
        if (last.role == person.role && last.home == home && last.link == link &&
            last.sessions == person.sessions && same_attendance(last, person)) {
          ++last.count;
          continue;
        }
      }
      for (const Visit& visit : made.visits) person.to.push_back(entry->second[at(visit.errand)]);
      model().classes.push_back(std::move(person));
    }
    return Done{};
  }

  // The home of the one of another role to whom the n-th person goes; -1: of nobody.
  int linked_home(const Errand& errand, int n) const {
    const int role = programme_.role_index(errand.to.role);
    if (role < 0 || homes_[at(role)].empty()) return -1;
    return homes_[at(role)][at(n % static_cast<int>(homes_[at(role)].size()))];
  }

  // A number for the homes of others that the n-th person goes to; 0: to none.
  int link_of(const Role& role, int n) {
    std::vector<int> homes;
    for (const Errand& errand : role.errands) {
      if (errand.to.role.empty() || errand.to.spread) continue;
      homes.push_back(linked_home(errand, n));
    }
    if (homes.empty()) return 0;
    return links_.emplace(std::move(homes), static_cast<int>(links_.size()) + 1).first->second;
  }

  bool same_attendance(const PersonClass& one, const PersonClass& other) const {
    return std::all_of(one.sessions.begin(), one.sessions.end(), [&](int s) {
      const auto& attendance = laid_.model.sessions[at(s)].attendance;
      return attendance[at(one.first)] == attendance[at(other.first)];
    });
  }

  void finish() {
    model().stations = places_.stations();
    if (!places_.has_certain_entrance() && !places_.entrances().empty()) {
      model().assumptions.push_back(
          {"Welke ingang voor publiek is, staat niet op de tekening; alle buitendeuren waarvan "
           "het niet bekend is, tellen als ingang.",
           "The drawing does not say which entrance is public; all outer doors of which it is "
           "not known count as one."});
    }
    model().overlap_min = programme_.rules.overlap_min.value;
    model().beside_m = programme_.rules.beside_m.value;
    model().notice = programme_.rules.notice.value;
    model().times = static_cast<int>(std::lround(programme_.rules.times.value));
  }

  // As routes are kept.
  void sort_pairs() {
    std::vector<int> place(laid_.pairs.size());
    std::sort(laid_.pairs.begin(), laid_.pairs.end());
    for (std::size_t i = 0; i < laid_.pairs.size(); ++i) {
      place[at(pair_of_[laid_.pairs[i]])] = static_cast<int>(i);
    }
    for (PersonClass& person : model().classes) {
      for (auto& destinations : person.to) {
        for (Destination& to : destinations) {
          if (to.out.pair >= 0) to.out.pair = place[at(to.out.pair)];
          if (to.back.pair >= 0) to.back.pair = place[at(to.back.pair)];
        }
      }
    }
  }

  const Programme& programme_;
  const EncounterGround& ground_;
  PlaceFinder places_;
  LaidOut laid_;
  std::vector<std::vector<int>> homes_;  // per role and person: station
  std::map<std::pair<int, int>, int> pair_of_;
  std::map<std::vector<int>, int> links_;
};

}  // namespace

Result<LaidOut> lay_out(const Programme& programme, const EncounterGround& ground, Job& job) {
  return Layer(programme, ground).run(job);
}

}  // namespace trefpunt

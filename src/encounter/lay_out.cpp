// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/text.h"

namespace trefpunt {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

// The part of [from, to) (to may lie beyond midnight) as pieces of the circular day.
void add_piece(double from, double to, double per_min, Starts& starts) {
  for (const double shift : {-kDayMin, 0.0, kDayMin}) {
    const double low = std::max(0.0, from + shift), high = std::min(kDayMin, to + shift);
    if (high > low && per_min > 0) starts.push_back({low, high, per_min});
  }
}

// Sorts pieces and adds up where they overlap.
Starts merged(const Starts& pieces) {
  std::vector<double> cuts;
  for (const StartPiece& piece : pieces) {
    cuts.push_back(piece.from_min);
    cuts.push_back(piece.to_min);
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  Starts result;
  for (std::size_t c = 1; c < cuts.size(); ++c) {
    double rate = 0;
    for (const StartPiece& piece : pieces) {
      if (piece.from_min <= cuts[c - 1] && piece.to_min >= cuts[c]) rate += piece.per_min;
    }
    if (rate <= 0) continue;
    if (!result.empty() && result.back().to_min == cuts[c - 1] && result.back().per_min == rate) {
      result.back().to_min = cuts[c];
    } else {
      result.push_back({cuts[c - 1], cuts[c], rate});
    }
  }
  return result;
}

Starts starts_of(const Errand& errand, const Presence& presence) {
  Starts starts;
  if (errand.when.empty()) {
    add_piece(presence.from_min, presence.to_min,
              errand.per_day / (presence.to_min - presence.from_min), starts);
    return merged(starts);
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
  return merged(starts);
}

// Where in the programme something is wrong.
struct Fault {
  const Programme& programme;
  Error error(int line, const Text& what, const Text& sentence) const {
    const std::string where = line > 0 ? fmt::format("programme: line {}", line) : "programme";
    return {
        Code::BadInput,
        {fmt::format("{}: {}", what.nl, sentence.nl), fmt::format("{}: {}", what.en, sentence.en)},
        where};
  }
};

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

class Layer {
 public:
  Layer(const Programme& programme, const EncounterGround& ground)
      : programme_(programme), ground_(ground), fault_{programme} {}

  Result<LaidOut> run(Job& job) {
    find_entrances();
    if (auto status = place_homes(); !status) return status.error();
    if (auto status = place_sessions(); !status) return status.error();
    find_stations();
    if (auto status = place_errands(job); !status) return status.error();
    fill_rules();
    sort_pairs();
    return std::move(laid_);
  }

 private:
  EncounterModel& model() { return laid_.model; }

  // The station of a space; -1 when no floor of it can be walked.
  int station_of(int storey, int space) {
    const auto found = station_of_space_.find({storey, space});
    if (found != station_of_space_.end()) return found->second;
    int index = -1;
    if (const std::optional<Point> point = floor_point(storey, space)) {
      Station station;
      station.storey = storey;
      station.space = space;
      station.place = {storey, *point};
      station.chance = chance_to_notice(ground_, storey, space, programme_.rules.sight_m.value);
      for (const Seat& seat : ground_.building.storeys[at(storey)]->seats) {
        if (space_at(*ground_.layouts[at(storey)], seat.at) ==
            ground_.building.storeys[at(storey)]->spaces[at(space)].id) {
          station.seats += seat.places;
        }
      }
      index = static_cast<int>(model().stations.size());
      model().stations.push_back(station);
    }
    station_of_space_[{storey, space}] = index;
    return index;
  }

  bool is_walked(int storey, Point p) const { return ground_.network.cell_at({storey, p}) >= 0; }

  // Free floor near the middle of a space.
  std::optional<Point> floor_point(int storey, int space) const {
    const std::optional<Polygon>& polygon = ground_.layouts[at(storey)]->shapes[at(space)].polygon;
    if (!polygon) return std::nullopt;
    const Point middle_point = label_point(*polygon);
    if (is_walked(storey, middle_point)) return middle_point;
    const StoreySight& sight = *ground_.sights[at(storey)];
    std::optional<Point> best;
    for (int cell = 0; cell < sight.grid.size(); ++cell) {
      if (sight.space_of[at(cell)] != space) continue;
      const Point p = sight.grid.centre(cell);
      if (best && distance(p, middle_point) >= distance(*best, middle_point)) continue;
      if (is_walked(storey, p)) best = p;
    }
    return best;
  }

  void find_entrances() {
    const Building& building = ground_.building;
    for (const bool certain : {true, false}) {
      for (int s = 0; s < static_cast<int>(building.storeys.size()); ++s) {
        const Storey& storey = *building.storeys[at(s)];
        for (int d = 0; d < static_cast<int>(storey.doors.size()); ++d) {
          const DoorSides& sides = ground_.layouts[at(s)]->doors[at(d)];
          if (sides.left.is_outside == sides.right.is_outside) continue;
          const std::optional<bool> open = is_public_entrance(building, ground_.layouts, s, d);
          if (certain ? open != true : open.has_value()) continue;
          const auto space = sides.left.is_outside ? sides.right.space : sides.left.space;
          if (!space) continue;
          const auto inside = in_front_of(building, ground_.layouts, s, d, *space);
          if (!inside || !is_walked(s, inside->at)) continue;
          Station station;
          station.storey = s;
          for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
            if (storey.spaces[i].id == *space) station.space = static_cast<int>(i);
          }
          station.place = *inside;
          station.chance =
              chance_to_notice(ground_, s, station.space, programme_.rules.sight_m.value);
          entrances_.push_back(static_cast<int>(model().stations.size()));
          model().stations.push_back(station);
        }
      }
      if (!entrances_.empty()) {
        if (!certain) {
          model().assumptions.push_back(
              {"Welke ingang voor publiek is, staat niet op de tekening; alle buitendeuren waarvan "
               "het niet bekend is, tellen als ingang.",
               "The drawing does not say which entrance is public; all outer doors of which it is "
               "not known count as one."});
        }
        return;
      }
    }
  }

  // The stations that fit, in the order of storeys and spaces.
  std::vector<int> fitting(const PlaceQuery& query) {
    if (query.is_entrance) return entrances_;
    std::vector<int> found;
    if (!query.role.empty()) {
      const int role = programme_.role_index(query.role);
      if (role < 0) return found;
      for (const int home : homes_[at(role)]) {
        if (home >= 0 && std::find(found.begin(), found.end(), home) == found.end()) {
          found.push_back(home);
        }
      }
      return found;
    }
    if (!query.use && query.unit.empty() && query.number.empty()) return found;
    for (int s = 0; s < static_cast<int>(ground_.building.storeys.size()); ++s) {
      const Storey& storey = *ground_.building.storeys[at(s)];
      for (int i = 0; i < static_cast<int>(storey.spaces.size()); ++i) {
        const Space& space = storey.spaces[at(i)];
        if (query.use && space.use != *query.use) continue;
        if (!query.number.empty() && space.number != query.number) continue;
        if (!query.unit.empty() && unit_name(space) != query.unit) continue;
        if (const int station = station_of(s, i); station >= 0) found.push_back(station);
      }
    }
    return found;
  }

  std::string unit_name(const Space& space) const {
    for (const Unit& unit : ground_.building.units) {
      if (unit.id == space.unit) return unit.name;
    }
    return {};
  }

  // Every place that an errand names, so that distances are asked for once.
  void find_stations() {
    for (const Role& role : programme_.roles) {
      for (const Errand& errand : role.errands) {
        fitting(errand.to);
        fitting(errand.from);
        if (errand.then) fitting(*errand.then);
      }
    }
    find_components();
  }

  // Parts of the floor without a way between them.
  void find_components() {
    const WalkNetwork& network = ground_.network;
    std::vector<std::int32_t> component(network.nodes.size(), -1);
    std::int32_t count = 0;
    for (std::size_t first = 0; first < component.size(); ++first) {
      if (component[first] >= 0) continue;
      std::vector<std::int32_t> stack{static_cast<std::int32_t>(first)};
      component[first] = count;
      while (!stack.empty()) {
        const std::int32_t node = stack.back();
        stack.pop_back();
        for (std::int32_t i = network.start[at(node)]; i < network.start[at(node) + 1]; ++i) {
          const WalkNetwork::Link& link = network.links[at(network.at[at(i)])];
          const std::int32_t other = link.from == node ? link.to : link.from;
          if (component[at(other)] >= 0) continue;
          component[at(other)] = count;
          stack.push_back(other);
        }
      }
      ++count;
    }
    for (const Station& station : model().stations) {
      const auto nodes = network.nodes_in(network.cell_at(station.place));
      component_.push_back(nodes.empty() ? count++ : component[at(nodes.front())]);
    }
  }

  bool is_way(int from, int to) const {
    return from == to || component_[at(from)] == component_[at(to)];
  }

  // m on foot from a station, to each of them.
  const std::vector<double>& lengths_from(int station) {
    std::vector<double>& known = lengths_[station];
    if (known.empty()) {
      std::vector<Place> places;
      for (const Station& to : model().stations) places.push_back(to.place);
      known = walking_distances(ground_.on_foot, model().stations[at(station)].place, places);
    }
    return known;
  }

  // Of some stations the nearest to one of them, with a way; -1: none.
  int nearest(const std::vector<int>& candidates, int to) {
    std::vector<int> reachable;
    for (const int candidate : candidates) {
      if (is_way(candidate, to)) reachable.push_back(candidate);
    }
    if (reachable.size() <= 1) return reachable.empty() ? -1 : reachable.front();
    int best = -1;
    double least = kNoWay;
    for (const int candidate : reachable) {
      const double length = candidate == to ? 0 : lengths_from(candidate)[at(to)];
      if (length < least) {
        least = length;
        best = candidate;
      }
    }
    return best >= 0 ? best : reachable.front();
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
        return fault_.error(role.home.line, what,
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
      const Station& where = model().stations[at(station)];
      const Space& space = ground_.building.storeys[at(where.storey)]->spaces[at(where.space)];
      const int beds = role.home.is_entrance ? 1 : std::max(1, space.beds.value_or(1));
      slots.insert(slots.end(), at(beds), station);
    }
    if (slots.empty()) {
      const Text place = name_of(role.home);
      return fault_.error(role.home.line, what,
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
      if (places.empty()) {
        const Text place = name_of(session.place);
        return fault_.error(session.place.line, what,
                            {fmt::format("de plek ({}) is niet op de plattegrond.", place.nl),
                             fmt::format("its place ({}) is not on the plan.", place.en)});
      }
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
    const auto not_there = [&](const PlaceQuery& query) {
      const Text place = name_of(query);
      return fault_.error(query.line, what,
                          {fmt::format("de plek ({}) is niet op de plattegrond.", place.nl),
                           fmt::format("its place ({}) is not on the plan.", place.en)});
    };
    const auto no_way = [&](const PlaceQuery& query) {
      const Text place = name_of(query);
      return fault_.error(
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
      if (origins.empty()) return not_there(errand.from);
      if (origins.size() == 1) origin = origins.front();
    }
    std::vector<int> to;
    if (errand.to.is_home) {
      to = {home};
    } else if (!errand.to.role.empty() && !errand.to.spread) {
      const int linked = linked_home(errand, n);
      if (linked < 0) return not_there(errand.to);
      to = {linked};
    } else {
      to = fitting(errand.to);
      if (to.empty()) return not_there(errand.to);
      const int reference = origin >= 0 ? origin : home;
      to.erase(std::remove_if(to.begin(), to.end(),
                              [&](int station) { return !is_way(station, reference); }),
               to.end());
      if (to.empty()) return no_way(errand.to);
      if (!errand.to.spread) to = {nearest(to, reference)};
    }
    std::vector<Destination> found;
    for (const int station : to) {
      const int from = origin >= 0 ? origin : nearest(origins, station);
      if (from < 0 || !is_way(from, station)) {
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
            if (next.empty()) return not_there(*errand.then);
            back = nearest(next, station);
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

  void fill_rules() {
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
  Fault fault_;
  LaidOut laid_;
  std::vector<int> entrances_;           // stations
  std::vector<std::vector<int>> homes_;  // per role and person: station
  std::map<std::pair<int, int>, int> station_of_space_;
  std::map<std::pair<int, int>, int> pair_of_;
  std::map<int, std::vector<double>> lengths_;  // per station, to all
  std::vector<std::int32_t> component_;         // per station
  std::map<std::vector<int>, int> links_;
};

}  // namespace

Result<LaidOut> lay_out(const Programme& programme, const EncounterGround& ground, Job& job) {
  return Layer(programme, ground).run(job);
}

}  // namespace trefpunt

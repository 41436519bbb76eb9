// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_flows.h"

#include <algorithm>
#include <cmath>

#include "encounter/wijk_routes.h"
#include "encounter/wijk_trips.h"
#include "space/parallel.h"
#include "street/distances.h"

namespace trefpunt {

namespace {

constexpr int kHomesAtOnce = 32;

// Footholds with their ends put right, and the cuts of links at them.
struct LaidOut {
  const WijkEncounterInput& input;
  const StreetNetwork& network;
  std::vector<Foothold> homes, places, benches;
  StreetStretches stretches;
  std::vector<std::vector<WijkErrandPlaces>> errands;
  int groups;
};

LaidOut ground_of(const WijkEncounterInput& input) {
  LaidOut ground{input,
                 *input.network,
                 {},
                 {},
                 {},
                 {},
                 errands_of_groups(input),
                 static_cast<int>(input.assumptions.groups.size())};
  std::vector<Foothold> others;
  const auto put = [&](const auto& things, std::vector<Foothold>& into) {
    for (const auto& thing : things) into.push_back(at_end_if_near(ground.network, thing.at));
  };
  put(input.homes, ground.homes);
  put(input.places, ground.places);
  put(input.benches, ground.benches);
  others = ground.homes;
  others.insert(others.end(), ground.benches.begin(), ground.benches.end());
  ground.stretches = cut_at(ground.network, ground.places, others);
  return ground;
}

// Rows of some homes next to each other.
struct Part {
  std::vector<WalkRow> rows;
  SparseRows walks, stays;
  std::vector<double> trips, trips_lost, metres;
};

void end_row(SparseRows& rows) {
  rows.first.push_back(rows.column.size());
}

// Room to work out one home after another.
class HomeFlows {
 public:
  explicit HomeFlows(const LaidOut& ground)
      : ground_(ground),
        groups_(ground.groups),
        routes_(ground.network, ground.input.assumptions.detour.value),
        on_link_(ground.network.links.size() * groups_, 0),
        on_stretch_(static_cast<std::size_t>(ground.stretches.count()) * groups_, 0),
        visits_(ground.places.size() * groups_, 0),
        distance_(ground.places.size()),
        arrival_(ground.places.size()),
        is_touched_(ground.network.links.size(), false),
        is_cut_(ground.network.links.size(), false) {}

  void add(int home, Part& part);

 private:
  void choose(int home, Part& part);
  void walk(int home);
  void touch(int link, bool is_cut);
  void walk_part(int link, int from, int to, const double* rates);
  void write(int home, int group, Part& part);
  void clear();

  const LaidOut& ground_;
  const int groups_;
  HomeRoutes routes_;
  std::vector<double> on_link_, on_stretch_;  // walks per person and group
  std::vector<double> visits_;                // per place and group
  std::vector<double> distance_;              // per place, doors included
  std::vector<std::optional<Arrival>> arrival_;
  std::vector<bool> is_touched_, is_cut_;
  std::vector<int> touched_, cut_;
  std::vector<double> attraction_, away_, chances_, twice_;
  std::vector<std::pair<int, double>> differing_;
};

void HomeFlows::choose(int home, Part& part) {
  const WijkHomePeople& people = ground_.input.homes[home];
  const WijkAssumptions& assumptions = ground_.input.assumptions;
  double radius = 0;
  for (int g = 0; g < groups_; ++g) {
    if (people.people[g] > 0) radius = std::max(radius, assumptions.groups[g].radius.value);
  }
  const Foothold& from = ground_.homes[home];
  routes_.grow(from, radius - from.away);
  for (std::size_t z = 0; z < ground_.places.size(); ++z) {
    arrival_[z] = routes_.arrive(ground_.places[z]);
    distance_[z] =
        arrival_[z] ? from.away + arrival_[z]->distance + ground_.places[z].away : kUnreached;
  }
  for (int g = 0; g < groups_; ++g) {
    if (!(people.people[g] > 0)) continue;
    for (const WijkErrandPlaces& errand : ground_.errands[g]) {
      attraction_.clear();
      away_.clear();
      for (const int z : errand.places) {
        attraction_.push_back(ground_.input.places[z].attraction);
        away_.push_back(distance_[z]);
      }
      huff_chances(attraction_, away_, assumptions.groups[g].radius.value,
                   assumptions.attraction.value, chances_);
      double going = 0;
      for (std::size_t i = 0; i < chances_.size(); ++i) {
        if (chances_[i] == 0) continue;
        const int z = errand.places[i];
        const double visits = errand.per_week * chances_[i];
        visits_[z * groups_ + g] += visits;
        part.metres[g] += people.people[g] * 2 * visits * distance_[z];
        going += chances_[i];
      }
      part.trips[g] += people.people[g] * errand.per_week;
      if (going == 0) part.trips_lost[g] += people.people[g] * errand.per_week;
    }
  }
}

void HomeFlows::touch(int link, bool is_cut) {
  if (!is_touched_[link]) touched_.push_back(link);
  is_touched_[link] = true;
  if (!is_cut || is_cut_[link]) return;
  is_cut_[link] = true;
  cut_.push_back(link);
}

// Stretches from..to of a link, counted from its beginning.
void HomeFlows::walk_part(int link, int from, int to, const double* rates) {
  const StreetStretches& stretches = ground_.stretches;
  const int first = stretches.first[link], count = stretches.first[link + 1] - first;
  if (from > to) std::swap(from, to);
  if (from == to) return;
  const bool is_whole = to - from == count;
  touch(link, !is_whole);
  for (int g = 0; g < groups_; ++g) {
    if (is_whole) {
      on_link_[link * groups_ + g] += rates[g];
      continue;
    }
    for (int s = first + from; s < first + to; ++s) on_stretch_[s * groups_ + g] += rates[g];
  }
}

void HomeFlows::walk(int home) {
  const StreetStretches& stretches = ground_.stretches;
  const Foothold& door = ground_.homes[home];
  const int door_cut = stretches.before(door.link, door.along);
  twice_.resize(groups_);
  for (std::size_t z = 0; z < ground_.places.size(); ++z) {
    bool is_visited = false;
    for (int g = 0; g < groups_; ++g) {
      twice_[g] = 2 * visits_[z * groups_ + g];  // there and back
      is_visited = is_visited || twice_[g] > 0;
    }
    if (!is_visited) continue;
    const Foothold& place = ground_.places[z];
    const StreetLink& link = ground_.network.links[place.link];
    const int cut = stretches.before(place.link, place.along);
    const int count = stretches.first[place.link + 1] - stretches.first[place.link];
    const Arrival& arrival = *arrival_[z];
    std::vector<double>& rates = chances_;
    const auto part_of = [&](double share) {
      rates.resize(groups_);
      for (int g = 0; g < groups_; ++g) rates[g] = share * twice_[g];
      return rates.data();
    };
    if (arrival.direct > 0) walk_part(place.link, door_cut, cut, part_of(arrival.direct));
    if (arrival.by_from > 0) {
      walk_part(place.link, 0, cut, part_of(arrival.by_from));
      routes_.put(link.from, twice_.data(), arrival.by_from, groups_);
    }
    if (arrival.by_to > 0) {
      walk_part(place.link, cut, count, part_of(arrival.by_to));
      routes_.put(link.to, twice_.data(), arrival.by_to, groups_);
    }
  }
  routes_.trace(
      groups_,
      [&](int link, const double* rates) {
        touch(link, false);
        for (int g = 0; g < groups_; ++g) on_link_[link * groups_ + g] += rates[g];
      },
      [&](int end, const double* rates) {
        const int count = stretches.first[door.link + 1] - stretches.first[door.link];
        walk_part(door.link, end == 0 ? 0 : door_cut, end == 0 ? door_cut : count, rates);
      });
}

void HomeFlows::write(int home, int group, Part& part) {
  const StreetStretches& stretches = ground_.stretches;
  const auto put = [](SparseRows& rows, int column, double value) {
    if (value == 0) return;
    rows.column.push_back(column);
    rows.value.push_back(value);
  };
  part.rows.push_back({home, group, ground_.input.homes[home].people[group]});
  differing_.clear();
  for (const int link : touched_) {
    const double whole = on_link_[link * groups_ + group];
    for (int p = stretches.first_piece[link]; p < stretches.first_piece[link + 1]; ++p) {
      const int first = stretches.first_of_piece[p], end = stretches.first_of_piece[p + 1];
      double mean = on_stretch_[first * groups_ + group];
      bool is_even = true;
      for (int s = first + 1; s < end; ++s) {
        is_even = is_even && on_stretch_[s * groups_ + group] == mean;
      }
      if (!is_even) {
        double sum = 0;
        for (int s = first; s < end; ++s) {
          sum += stretches.length[s] * on_stretch_[s * groups_ + group];
        }
        mean = sum / stretches.length_of_piece[p];
        for (int s = first; s < end; ++s) {
          differing_.push_back({stretches.pieces() + s, on_stretch_[s * groups_ + group] - mean});
        }
      }
      put(part.walks, p, whole + mean);
    }
  }
  for (const auto& [column, value] : differing_) put(part.walks, column, value);
  end_row(part.walks);

  const int benches = static_cast<int>(ground_.benches.size());
  const int places = static_cast<int>(ground_.places.size());
  for (int b = 0; b < benches; ++b) {
    const Foothold& bench = ground_.benches[b];
    if (!is_touched_[bench.link]) continue;
    // Who ends at the very spot passes it half.
    const int first = stretches.first[bench.link];
    const int cut = stretches.before(bench.link, bench.along);
    const int count = stretches.first[bench.link + 1] - first;
    const double before = on_stretch_[(first + std::max(0, cut - 1)) * groups_ + group];
    const double after = on_stretch_[(first + std::min(count - 1, cut)) * groups_ + group];
    put(part.stays, b, on_link_[bench.link * groups_ + group] + (before + after) / 2);
  }
  for (int z = 0; z < places; ++z) put(part.stays, benches + z, visits_[z * groups_ + group]);
  end_row(part.stays);
}

void HomeFlows::clear() {
  const StreetStretches& stretches = ground_.stretches;
  for (const int link : touched_) {
    std::fill_n(&on_link_[link * groups_], groups_, 0.0);
    is_touched_[link] = false;
  }
  for (const int link : cut_) {
    const int first = stretches.first[link], last = stretches.first[link + 1];
    std::fill_n(&on_stretch_[first * groups_], (last - first) * groups_, 0.0);
    is_cut_[link] = false;
  }
  touched_.clear();
  cut_.clear();
  std::fill(visits_.begin(), visits_.end(), 0);
}

void HomeFlows::add(int home, Part& part) {
  const std::vector<double>& people = ground_.input.homes[home].people;
  if (std::none_of(people.begin(), people.end(), [](double n) { return n > 0; })) return;
  choose(home, part);
  walk(home);
  std::sort(touched_.begin(), touched_.end());
  std::sort(cut_.begin(), cut_.end());
  for (int g = 0; g < groups_; ++g) {
    if (people[g] > 0) write(home, g, part);
  }
  clear();
}

void append(SparseRows& to, const SparseRows& rows) {
  const std::size_t base = to.column.size();
  to.column.insert(to.column.end(), rows.column.begin(), rows.column.end());
  to.value.insert(to.value.end(), rows.value.begin(), rows.value.end());
  for (std::size_t r = 1; r < rows.first.size(); ++r) to.first.push_back(base + rows.first[r]);
}

// Errands of one group to one category lead to the same places, so a visit lasts as long there for
// all of the group: the mean over its errands.
std::vector<double> minutes_of(const LaidOut& ground) {
  const std::size_t places = ground.places.size();
  std::vector<double> minutes(places * static_cast<std::size_t>(ground.groups), 0), trips = minutes;
  for (std::size_t g = 0; g < ground.errands.size(); ++g) {
    for (const WijkErrandPlaces& errand : ground.errands[g]) {
      for (const int z : errand.places) {
        minutes[g * places + z] += errand.per_week * errand.minutes;
        trips[g * places + z] += errand.per_week;
      }
    }
  }
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    if (trips[i] > 0) minutes[i] /= trips[i];
  }
  return minutes;
}

}  // namespace

Result<WijkFlows> wijk_flows(const WijkEncounterInput& input, int threads, Job& job) {
  const LaidOut ground = ground_of(input);
  const int homes = static_cast<int>(input.homes.size());
  const int chunks = (homes + kHomesAtOnce - 1) / kHomesAtOnce;
  const std::vector<double> none(static_cast<std::size_t>(ground.groups), 0);
  std::vector<Part> parts(static_cast<std::size_t>(chunks));
  std::atomic<int> done{0};
  parallel_for(
      chunks, threads, [&] { return HomeFlows(ground); },
      [&](int chunk, HomeFlows& flows) {
        if (job.stopped()) return;
        Part& part = parts[chunk];
        part.trips = part.trips_lost = part.metres = none;
        const int end = std::min(homes, (chunk + 1) * kHomesAtOnce);
        for (int h = chunk * kHomesAtOnce; h < end; ++h) flows.add(h, part);
        job.step(++done, 3 * chunks);  // a third of the whole
      });
  if (job.stopped()) {
    return Error{Code::Cancelled, {"het rekenen is gestopt", "the computation was stopped"}, {}};
  }
  WijkFlows flows;
  flows.stretches = ground.stretches;
  flows.benches = static_cast<int>(ground.benches.size());
  flows.places = static_cast<int>(ground.places.size());
  flows.minutes = minutes_of(ground);
  flows.trips = flows.trips_lost = flows.metres = none;
  for (const Part& part : parts) {  // in order, whatever the threads
    flows.rows.insert(flows.rows.end(), part.rows.begin(), part.rows.end());
    append(flows.walks, part.walks);
    append(flows.stays, part.stays);
    for (int g = 0; g < ground.groups; ++g) {
      flows.trips[g] += part.trips[g];
      flows.trips_lost[g] += part.trips_lost[g];
      flows.metres[g] += part.metres[g];
    }
  }
  return flows;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/simulated_week.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "base/index.h"
#include "encounter/simulated_day.h"

namespace trefpunt {

namespace {

using Stay = WeekRoom::Stay;
using Walking = WeekRoom::Walking;

std::int64_t rounded(double positive) {
  return static_cast<std::int64_t>(positive + 0.5);
}
std::uint32_t low_word(std::uint64_t word) {
  return static_cast<std::uint32_t>(word);
}

// Into the order of their bins; those of bin b are from first_of[b] to first_of[b + 1].
template <typename Item, typename Bin>
void sort_by_bin(const std::vector<Item>& items, std::vector<Item>& sorted, std::size_t bins,
                 std::vector<std::uint32_t>& first_of, Bin bin) {
  first_of.assign(bins + 1, 0);
  for (const Item& item : items) ++first_of[bin(item) + 1];
  for (std::size_t b = 0; b < bins; ++b) first_of[b + 1] += first_of[b];
  sorted.resize(items.size());
  for (const Item& item : items) sorted[first_of[bin(item)]++] = item;
  for (std::size_t b = bins; b > 0; --b) first_of[b] = first_of[b - 1];
  first_of[0] = 0;
}

template <typename Item>
void sort_by_start(Item* begin, Item* end) {
  const auto earlier = [](const Item& a, const Item& b) { return a.start < b.start; };
  std::sort(begin, end, earlier);
}

// Every pair of intervals that overlap on the circle of the day, once: meet(one, other, shift) with
// other.start + shift within one.
template <typename Item, typename Meet>
void sweep(const Item* begin, const Item* end, Meet meet) {
  for (const Item* one = begin; one != end; ++one) {
    for (const Item* other = one + 1; other != end && other->start < one->end; ++other) {
      meet(*one, *other, 0.0);
    }
    if (one->end <= kDayMin) continue;
    for (const Item* other = begin; other != one && other->start + kDayMin < one->end; ++other) {
      if (other->end <= one->start) meet(*one, *other, kDayMin);
    }
  }
}

enum class By { Staying, Passing, Session };

void note_encounter(const DrawnDay& day, std::uint16_t one, std::uint16_t other, std::int32_t place,
                    By by, bool stop) {
  const bool passing = by == By::Passing;
  WeekRoom& room = day.room;
  const auto [low, high] = std::minmax(one, other);
  const std::size_t pair = at(high) * (high - 1) / 2 + low;
  const std::size_t roles =
      day.tables.role_pair(at(day.tables.persons[low].role), at(day.tables.persons[high].role));
  ++room.pair_week[roles];
  if (passing) ++room.counts.pair_passings[roles];
  const auto bit = static_cast<std::uint8_t>(1 << day.weekday);
  if (room.met[pair] == 0) room.touched.push_back({low, high});
  room.met[pair] |= bit;
  // Sessions are held for certain: what is reported of them follows from attendance alone.
  if (by != By::Session) {
    room.met_freely[pair] |= bit;
    if (stop) room.met_stop[pair] |= bit;
  }
  if (place < 0) return;
  if (passing) {
    ++room.counts.place_passings[at(place)];
  } else {
    ++room.place_week[at(place)];
  }
  if (room.seen.insert(pair * day.tables.places.size() + at(place))) {
    ++room.counts.place_distinct[at(place)];
  }
}

void note_minutes(const DrawnDay& day, std::uint16_t one, std::uint16_t other, std::int32_t place,
                  double minutes) {
  const std::size_t roles =
      day.tables.role_pair(at(day.tables.persons[one].role), at(day.tables.persons[other].role));
  const std::int64_t parts = rounded(minutes * kFixed);
  day.room.counts.pair_minutes[roles] += parts;
  day.room.counts.place_minutes[at(place)] += parts;
}

void meet_in_places(const DrawnDay& day) {
  WeekRoom& room = day.room;
  const EncounterModel& model = day.tables.model;
  sort_by_bin(room.stays, room.stays_by_place, day.tables.places.size(), room.first_of,
              [](const Stay& stay) { return at(stay.place); });
  for (std::size_t place = 0; place < day.tables.places.size(); ++place) {
    const double chance = day.tables.places[place].chance * model.notice;
    Stay* begin = room.stays_by_place.data() + room.first_of[place];
    Stay* end = room.stays_by_place.data() + room.first_of[place + 1];
    if (chance <= 0 || end - begin < 2) continue;
    sort_by_start(begin, end);
    sweep(begin, end, [&](const Stay& one, const Stay& other, double shift) {
      if (one.person == other.person) return;
      const double from = other.start + shift;
      const double together = std::min(one.end, other.end + shift) - from;
      // Two long stays may also overlap at their other ends.
      const double again = std::max(0.0, other.end + shift - (one.start + kDayMin));
      note_minutes(day, one.person, other.person, one.place, chance * (together + again));
      if (std::max(together, again) < model.overlap_min) return;
      if (chance < 1 && unit_interval(day.draw_for(one, other, kStayCoin)[0]) >= chance) return;
      note_encounter(day, one.person, other.person, one.place, By::Staying, true);
    });
  }
}

std::size_t piece_at(const Route& route, double along) {
  std::size_t i = 0;
  while (i + 1 < route.pieces.size() && route.pieces[i + 1].start <= along) ++i;
  return at(route.pieces[i].piece);
}

// On one stretch: when each enters it. Gives, when they meet, how far into it that is, in the
// direction of a.
struct OnStretch {
  double length = 0, enters_a = 0, enters_b = 0, speed_a = 0, speed_b = 0;  // m, min, m/min
};
std::optional<double> meet_head_on(const OnStretch& on) {
  const double leaves_a = on.enters_a + on.length / on.speed_a;
  const double leaves_b = on.enters_b + on.length / on.speed_b;
  if (std::min(leaves_a, leaves_b) <= std::max(on.enters_a, on.enters_b)) return std::nullopt;
  return on.speed_a * (on.length + on.speed_b * (on.enters_b - on.enters_a)) /
         (on.speed_a + on.speed_b);
}
// Within `beside` metres of each other while both are on it: from where the later one enters, or
// where the faster comes up to the slower.
std::optional<double> meet_abreast(const OnStretch& on, double beside) {
  const bool a_slower = on.speed_a <= on.speed_b;
  const double slow = std::min(on.speed_a, on.speed_b), fast = std::max(on.speed_a, on.speed_b);
  const double later = a_slower ? on.enters_b - on.enters_a : on.enters_a - on.enters_b;
  const double reach = std::min(beside, on.length);
  if (later < -reach / fast) return std::nullopt;
  if (later <= reach / slow) return 0.0;
  if (slow == fast || later > on.length / slow - (on.length - reach) / fast) return std::nullopt;
  return slow * (fast * later - reach) / (fast - slow);
}

void meet_on_way(const DrawnDay& day, const WeekRoom::BothWalking& both) {
  const DayTables& tables = day.tables;
  const Walking &a = *both.one, &b = *both.other;
  const Route &way_a = *tables.ways[at(a.way)].route, &way_b = *tables.ways[at(b.way)].route;
  OnStretch on{0, 0, 0, tables.persons[a.person].speed, tables.persons[b.person].speed};
  std::uint32_t number = 0;
  for (const auto& stretch : day.room.shared.stretches(a.way, b.way)) {
    const std::uint32_t purpose = kPassing | number++;
    on.length = stretch.length;
    const double before_a =
        a.forward ? stretch.start_a : way_a.length - stretch.start_a - stretch.length;
    const double before_b =
        b.forward ? stretch.start_b : way_b.length - stretch.start_b - stretch.length;
    on.enters_a = a.start + both.one_shift + before_a / on.speed_a;
    on.enters_b = b.start + both.other_shift + before_b / on.speed_b;
    const bool same = stretch.same_direction == (a.forward == b.forward);
    const auto far = same ? meet_abreast(on, tables.model.beside_m) : meet_head_on(on);
    if (!far) continue;
    if (tables.model.notice < 1 &&
        unit_interval(day.draw_for(a, b, purpose)[0]) >= tables.model.notice) {
      continue;
    }
    const double margin = std::min(0.001, on.length / 2);  // not on the next piece by rounding
    const double inside = std::clamp(*far, margin, on.length - margin);
    const std::size_t piece =
        piece_at(way_a, stretch.start_a + (a.forward ? inside : on.length - inside));
    note_encounter(day, a.person, b.person, tables.place_of_piece[piece], By::Passing,
                   tables.model.can_stop[piece]);
  }
}

void meet_on_ways(const DrawnDay& day) {
  WeekRoom& room = day.room;
  constexpr std::size_t kBins = 1440;
  sort_by_bin(room.walks, room.walks_by_start, kBins, room.first_of, [](const Walking& walking) {
    return std::min(static_cast<std::size_t>(walking.start), kBins - 1);
  });
  Walking* all = room.walks_by_start.data();
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    if (room.first_of[bin + 1] - room.first_of[bin] < 2) continue;
    sort_by_start(all + room.first_of[bin], all + room.first_of[bin + 1]);
  }
  room.both_walking.clear();
  sweep(all, all + room.walks_by_start.size(),
        [&](const Walking& one, const Walking& other, double shift) {
          if (one.person == other.person) return;
          if (one.way <= other.way) {
            room.both_walking.push_back({&one, &other, 0, shift});
          } else {
            room.both_walking.push_back({&other, &one, shift, 0});
          }
          room.shared.fetch_slot(std::min(one.way, other.way), std::max(one.way, other.way));
        });
  constexpr std::size_t kAhead = 8;
  for (std::size_t i = 0; i < room.both_walking.size(); ++i) {
    if (i + kAhead < room.both_walking.size()) {
      const auto& soon = room.both_walking[i + kAhead];
      room.shared.fetch_stretches(soon.one->way, soon.other->way);
    }
    meet_on_way(day, room.both_walking[i]);
  }
}

void meet_in_sessions(const DrawnDay& day) {
  for (std::size_t s = 0; s < day.tables.members.size(); ++s) {
    const ModelSession& session = day.tables.model.sessions[s];
    if (!session.on[at(day.weekday)]) continue;
    const std::int32_t place = day.tables.place_of_station[at(session.station)];
    std::vector<std::uint16_t>& here = day.room.here;
    here.clear();
    for (const DayTables::Member& member : day.tables.members[s]) {
      const auto who = static_cast<std::uint16_t>(member.person);
      const auto words = day.draw(who, kSession | static_cast<std::uint32_t>(s), 0);
      if (unit_interval(words[0]) < member.attendance) here.push_back(who);
    }
    const double minutes = std::min(session.minutes, kDayMin);
    const double start = std::fmod(session.start_min, kDayMin);
    for (std::size_t i = 0; i < here.size(); ++i) {
      note_presence(day, place, start, start + minutes);
      for (std::size_t j = 0; j < i; ++j) {
        note_minutes(day, here[j], here[i], place, session.minutes);
        note_encounter(day, here[j], here[i], place, By::Session, true);
      }
    }
  }
}

WeekTotals close_week(const DayTables& tables, WeekRoom& room) {
  WeekTotals totals;
  WeekCounts& counts = room.counts;
  for (std::size_t i = 0; i < room.pair_week.size(); ++i) {
    totals.encounters += static_cast<double>(room.pair_week[i]);
    counts.pair_encounters[i] += room.pair_week[i];
    counts.pair_squares[i] += room.pair_week[i] * room.pair_week[i];
    room.pair_week[i] = 0;
  }
  for (std::size_t i = 0; i < room.place_week.size(); ++i) {
    counts.place_encounters[i] += room.place_week[i];
    counts.place_squares[i] += room.place_week[i] * room.place_week[i];
    room.place_week[i] = 0;
  }
  for (const auto& [low, high] : room.touched) {
    const DayTables::Person &one = tables.persons[low], &other = tables.persons[high];
    const std::size_t pair = at(high) * (high - 1) / 2 + low;
    const std::size_t classes = DayTables::pair_index(at(one.of_class), at(other.of_class));
    const int days = std::popcount(room.met[pair]);
    if (days >= 2) ++counts.pair_twice[tables.role_pair(at(one.role), at(other.role))];
    if (days >= tables.model.times) ++totals.repeated;
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
      counts.class_met[7 * classes + weekday] += room.met_freely[pair] >> weekday & 1;
      counts.class_met_stop[7 * classes + weekday] += room.met_stop[pair] >> weekday & 1;
    }
    room.met[pair] = room.met_freely[pair] = room.met_stop[pair] = 0;
  }
  room.touched.clear();
  room.seen.clear();
  return totals;
}

}  // namespace

WeekCounts::WeekCounts(const DayTables& tables) {
  const std::size_t roles = tables.model.roles.size(), places = tables.places.size();
  const std::size_t classes = tables.model.classes.size();
  const Sums pairs(roles * (roles + 1) / 2, 0);
  pair_encounters = pair_squares = pair_passings = pair_minutes = pair_twice = pairs;
  const Sums per_place(places, 0);
  place_encounters = place_squares = place_passings = place_minutes = place_distinct = per_place;
  place_change.assign(places * 7 * kPresenceBins, 0);
  class_met.assign(classes * (classes + 1) / 2 * 7, 0);
  class_met_stop = class_met;
  role_metres.assign(roles, 0);
  role_days = role_metres;
}

void WeekCounts::add(const WeekCounts& other) {
  for (const auto member :
       {&WeekCounts::pair_encounters, &WeekCounts::pair_squares, &WeekCounts::pair_passings,
        &WeekCounts::pair_minutes, &WeekCounts::pair_twice, &WeekCounts::place_encounters,
        &WeekCounts::place_squares, &WeekCounts::place_passings, &WeekCounts::place_minutes,
        &WeekCounts::place_distinct, &WeekCounts::place_change, &WeekCounts::class_met,
        &WeekCounts::class_met_stop, &WeekCounts::role_metres, &WeekCounts::role_days}) {
    Sums& mine = this->*member;
    const Sums& theirs = other.*member;
    for (std::size_t i = 0; i < mine.size(); ++i) mine[i] += theirs[i];
  }
}

WeekRoom::WeekRoom(const DayTables& tables) : counts(tables), shared(tables) {
  const std::size_t people = tables.persons.size();
  met.assign(people * (people + 1) / 2, 0);
  met_freely = met_stop = met;
  pair_week.assign(counts.pair_encounters.size(), 0);
  place_week.assign(tables.places.size(), 0);
}

bool WeekRoom::Seen::insert(std::uint64_t key) {
  const auto slot_of = [&](std::uint64_t k) {
    std::uint64_t slot = k * 0x9E3779B97F4A7C15ull >> 20 & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != k) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  };
  ++key;  // 0 is a free slot
  std::uint64_t slot = slot_of(key);
  if (slots_[slot] == key) return false;
  if (2 * used_.size() >= slots_.size()) {
    std::vector<std::uint64_t> keys;
    for (const std::uint32_t used : used_) keys.push_back(slots_[used]);
    slots_.assign(2 * slots_.size(), 0);
    used_.clear();
    for (const std::uint64_t k : keys) {
      used_.push_back(static_cast<std::uint32_t>(slot_of(k)));
      slots_[used_.back()] = k;
    }
    slot = slot_of(key);
  }
  slots_[slot] = key;
  used_.push_back(static_cast<std::uint32_t>(slot));
  return true;
}

void WeekRoom::Seen::clear() {
  for (const std::uint32_t used : used_) slots_[used] = 0;
  used_.clear();
}

WeekTotals simulate_week(const DayTables& tables, std::uint64_t seed, int week, WeekRoom& room) {
  for (int weekday = 0; weekday < 7; ++weekday) {
    const DrawnDay day{tables,
                       room,
                       {low_word(seed), low_word(seed >> 32)},
                       static_cast<std::uint32_t>(8 * week + weekday),
                       weekday};
    draw_day(day);
    meet_in_places(day);
    meet_on_ways(day);
    meet_in_sessions(day);
  }
  return close_week(tables, room);
}

}  // namespace trefpunt

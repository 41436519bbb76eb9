// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/simulated_day.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"

namespace trefpunt {

namespace {

void walk(const DrawnDay& day, const DayTables::Walk& along, double ends, bool back,
          std::uint32_t word, std::uint16_t person, std::uint16_t ordinal) {
  if (along.first == along.end) return;
  const DayTables& tables = day.tables;
  std::int32_t way = along.first;
  while (way + 1 < along.end && unit_interval(word) >= tables.ways[at(way)].up_to) ++way;
  const double length = tables.ways[at(way)].route->length;
  const double minutes = length / tables.persons[person].speed;
  double start = back ? ends : ends - minutes;
  start -= kDayMin * std::floor(start / kDayMin);
  if (start >= kDayMin) start = 0;
  day.room.walks.push_back({start, start + minutes, way, person,
                            static_cast<std::uint16_t>(2 * ordinal + back), along.forward});
  day.room.counts.role_metres[at(tables.persons[person].role)] +=
      std::llround(length * kFixedMetre);
}

void draw_visit(const DrawnDay& day, const DayTables::Visit& visit,
                const std::vector<DayTables::Target>& targets, std::uint16_t person,
                std::uint32_t number, std::uint16_t ordinal) {
  const auto words = day.draw(person, visit.purpose, number);
  static_assert(kDwellClasses == 4);
  const double dwell = visit.dwell[words[0] & 3];
  const double u = (words[0] >> 2) * 0x1p-30;
  std::size_t piece = 0;
  while (piece + 1 < visit.started.size() && u >= visit.started[piece]) ++piece;
  const double before = piece == 0 ? 0 : visit.started[piece - 1];
  const StartPiece& when = visit.starts[piece];
  const double start = when.from_min + (u - before) / (visit.started[piece] - before) *
                                           (when.to_min - when.from_min);
  const auto target =
      targets.size() == 1
          ? targets.begin()
          : std::upper_bound(
                targets.begin(), targets.end() - 1, unit_interval(words[1]),
                [](double chance, const DayTables::Target& to) { return chance < to.up_to; });
  day.room.stays.push_back({start, start + dwell, target->place, person, ordinal});
  note_presence(day, target->place, start, start + dwell);
  walk(day, target->out, start, false, words[2], person, ordinal);
  walk(day, target->back, start + dwell, true, words[3], person, ordinal);
}

}  // namespace

void note_presence(const DrawnDay& day, std::int32_t place, double start, double end) {
  const auto bin_after = [](double minutes) {  // the first that begins then or later
    const double bins = minutes * (kPresenceBins / kDayMin);
    const int whole = static_cast<int>(bins);
    return whole < bins ? whole + 1 : whole;
  };
  const int first = bin_after(start), last = bin_after(end);
  std::int64_t* change =
      &day.room.counts.place_change[(at(place) * 7 + at(day.weekday)) * kPresenceBins];
  if (first < kPresenceBins) ++change[first];
  if (last > kPresenceBins) ++change[0];
  const int leaves = last > kPresenceBins ? last - kPresenceBins : last;
  if (leaves < kPresenceBins) --change[leaves];
}

void draw_day(const DrawnDay& day) {
  WeekRoom& room = day.room;
  room.stays.clear();
  room.walks.clear();
  for (std::size_t p = 0; p < day.tables.persons.size(); ++p) {
    const DayTables::Person& person = day.tables.persons[p];
    const auto who = static_cast<std::uint16_t>(p);
    const ModelRole& role = day.tables.model.roles[at(person.role)];
    double rest = unit_interval(day.draw(who, kPresence, 0)[0]);
    std::size_t presence = 0;
    for (; presence < role.presence.size(); ++presence) {
      rest -= role.presence[presence][at(day.weekday)];
      if (rest < 0) break;
    }
    if (presence == role.presence.size()) continue;
    ++room.counts.role_days[at(person.role)];
    const auto& visits = day.tables.visits[at(person.role)][presence];
    const auto& targets = day.tables.targets[at(person.of_class)][presence];
    std::uint16_t ordinal = 0;
    for (std::size_t v = 0; v < visits.size(); ++v) {
      if (targets[v].empty() || visits[v].at_most.size() == 1) continue;
      const auto words = day.draw(who, visits[v].purpose, 0);
      const double u = unit_interval(words[0], words[1]);
      std::uint32_t number = 0;
      while (u >= visits[v].at_most[number]) ++number;
      for (std::uint32_t n = 1; n <= number; ++n) {
        draw_visit(day, visits[v], targets[v], who, n, ordinal++);
      }
    }
  }
}

}  // namespace trefpunt

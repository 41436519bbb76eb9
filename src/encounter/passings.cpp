// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/passings.h"

#include <algorithm>

#include "base/index.h"
#include "encounter/overlaps.h"
#include "encounter/stay_pairs.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

// The cells of two classes, with parts of its own until all are laid after each other.
struct Made {
  std::vector<Passings::Cell> cells;
  std::vector<Passings::Part> parts;
};

struct Walkers {
  double speed_a, speed_b, beside_m;
};

// What one leg of each shares. A stretch may run through several spots and counts where it begins:
// the window is that of all spots together, divided over them as their own windows are.
void add_legs(const Overlaps& overlaps, int leg_a, int leg_b, const Walkers& who,
              const std::vector<std::int32_t>& place_of_spot, std::size_t legs,
              Passings::Cell& cell, std::vector<Passings::Part>& parts) {
  const auto window = [&](const Overlaps::Shared& shared) {
    return passing_window(shared, who.speed_a, who.speed_b, who.beside_m);
  };
  Overlaps::Shared whole;
  double sum = 0;
  for (const Overlaps::Shared& shared : overlaps.shared(leg_a, leg_b)) {
    whole.opp_m += shared.opp_m;
    whole.same_m += shared.same_m;
    whole.same_stretches += shared.same_stretches;
    sum += window(shared);
  }
  if (sum <= 0) return;
  const double scale = window(whole) / sum;
  for (const Overlaps::Shared& shared : overlaps.shared(leg_a, leg_b)) {
    const auto here = static_cast<float>(scale * window(shared));
    cell.all[legs] += here;
    if (overlaps.spots[at(shared.spot)].can_stop) cell.stop[legs] += here;
    const std::int32_t place = place_of_spot[at(shared.spot)];
    auto part = std::find_if(parts.begin() + cell.first, parts.end(),
                             [&](const Passings::Part& one) { return one.place == place; });
    if (part == parts.end()) part = parts.insert(part, {place, {}});
    part->window[legs] += here;
  }
}

Made table_of(const EncounterModel& model, const Overlaps& overlaps,
              const std::vector<std::int32_t>& place_of_spot, int a, int b) {
  const PersonClass &one = model.classes[at(a)], &other = model.classes[at(b)];
  const double va = model.roles[at(one.role)].speed, vb = model.roles[at(other.role)].speed;
  Made made;
  bool is_empty = true;
  for (const auto& legs_a : overlaps.bundle_of[at(a)]) {
    for (const auto& legs_b : overlaps.bundle_of[at(b)]) {
      Passings::Cell cell;
      cell.first = static_cast<std::uint32_t>(made.parts.size());
      for (int la = 0; la < 2; ++la) {
        for (int lb = 0; lb < 2; ++lb) {
          if (legs_a[at(la)] < 0 || legs_b[at(lb)] < 0) continue;
          add_legs(overlaps, legs_a[at(la)], legs_b[at(lb)], {va, vb, model.beside_m},
                   place_of_spot, leg_pair(la, lb), cell, made.parts);
        }
      }
      cell.count = static_cast<std::uint32_t>(made.parts.size()) - cell.first;
      is_empty = is_empty && cell.count == 0;
      made.cells.push_back(cell);
    }
  }
  if (is_empty) made.cells.clear();
  return made;
}

}  // namespace

Result<std::shared_ptr<const Passings>> make_passings(const EncounterModel& model, Job& job) {
  const auto overlaps = make_overlaps(model, job);
  if (!overlaps) return overlaps.error();
  auto passings = std::make_shared<Passings>();
  std::vector<std::int32_t> place_of_spot;
  for (const Overlaps::Spot& spot : (*overlaps)->spots) {  // sorted by storey and space
    const std::pair<int, int> place = {spot.storey, spot.space};
    if (passings->places.empty() || passings->places.back() != place) {
      passings->places.push_back(place);
    }
    place_of_spot.push_back(static_cast<std::int32_t>(passings->places.size()) - 1);
  }
  const int count = static_cast<int>(model.classes.size());
  std::vector<std::pair<int, int>> of;
  for (int a = 0; a < count; ++a) {
    for (int b = a; b < count; ++b) of.emplace_back(a, b);
  }
  std::vector<Made> made(of.size());
  parallel_for(static_cast<int>(of.size()), 0, [&](int i) {
    if (job.stopped()) return;
    made[at(i)] = table_of(model, **overlaps, place_of_spot, of[at(i)].first, of[at(i)].second);
  });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  for (Made& one : made) {
    const auto first = static_cast<std::uint32_t>(passings->parts.size());
    for (Passings::Cell& cell : one.cells) cell.first += first;
    passings->parts.insert(passings->parts.end(), one.parts.begin(), one.parts.end());
    passings->tables.push_back({std::move(one.cells)});
  }
  for (const auto& routes : model.routes->routes) {
    double length = 0;
    for (const Route& route : routes) length += route.probability * route.length;
    passings->length.push_back(length);
  }
  return std::shared_ptr<const Passings>(std::move(passings));
}

Key key_of_walks(const EncounterModel& model) {
  Hasher hasher;
  hasher.add("walks").add(model.beside_m);
  for (const bool can_stop : model.can_stop) hasher.add(can_stop);
  for (const PersonClass& person : model.classes) {
    hasher.add(model.roles[at(person.role)].speed).add(person.to.size());
    for (const auto& destinations : person.to) {
      hasher.add(destinations.size());
      for (const Destination& to : destinations) {
        hasher.add(to.probability).add(to.out.pair).add(to.out.forward);
        hasher.add(to.back.pair).add(to.back.forward);
      }
    }
  }
  return hasher.key();
}

std::size_t memory_of(const Passings& passings) {
  std::size_t bytes = sizeof(Passings) + passings.parts.capacity() * sizeof(Passings::Part) +
                      passings.length.capacity() * sizeof(double);
  for (const Passings::Table& table : passings.tables) {
    bytes += sizeof(table) + table.cells.capacity() * sizeof(Passings::Cell);
  }
  return bytes;
}

}  // namespace trefpunt

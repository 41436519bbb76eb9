// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/passings.h"

#include <algorithm>

#include "encounter/overlaps.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

// The cells of two classes, with parts of its own until all are laid after each other.
struct Made {
  std::vector<Passings::Cell> cells;
  std::vector<Passings::Part> parts;
};

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
      for (const int leg_a : legs_a) {
        for (const int leg_b : legs_b) {
          if (leg_a < 0 || leg_b < 0) continue;
          for (const Overlaps::Shared& shared : overlaps.shared(leg_a, leg_b)) {
            const Overlaps::Spot& spot = overlaps.spots[at(shared.spot)];
            const auto window = static_cast<float>(passing_window(shared, va, vb, model.beside_m));
            if (window <= 0) continue;
            cell.all_min += window;
            if (spot.can_stop) cell.stop_min += window;
            const std::int32_t place = place_of_spot[at(shared.spot)];
            const auto same =
                std::find_if(made.parts.begin() + cell.first, made.parts.end(),
                             [&](const Passings::Part& part) { return part.place == place; });
            if (same != made.parts.end()) {
              same->window_min += window;
            } else {
              made.parts.push_back({place, window});
            }
          }
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

std::size_t memory_of(const Passings& passings) {
  std::size_t bytes = sizeof(Passings) + passings.parts.capacity() * sizeof(Passings::Part) +
                      passings.length.capacity() * sizeof(double);
  for (const Passings::Table& table : passings.tables) {
    bytes += sizeof(table) + table.cells.capacity() * sizeof(Passings::Cell);
  }
  return bytes;
}

}  // namespace trefpunt

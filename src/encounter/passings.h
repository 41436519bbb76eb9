// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/job.h"
#include "encounter/model.h"

namespace trefpunt {

// How close together in time two people must set out to meet on the way: of routes, destinations
// and speeds, not of schedules. Times the common rate of two visits it is the expected number of
// passings a day.
struct Passings {
  using Windows = std::array<float, 4>;  // min, by leg_pair(): out and out, out and back, ...
  struct Part {
    std::int32_t place = 0;  // into places
    Windows window{};
  };
  struct Cell {                          // of two visits
    Windows all{}, stop{};               // the second only where one can stop
    std::uint32_t first = 0, count = 0;  // into parts
  };
  struct Table {  // of two classes: visits of the one x visits of the other; empty: never
    std::vector<Cell> cells;
  };
  std::vector<std::pair<int, int>> places;  // storey and space
  std::vector<Part> parts;
  std::vector<Table> tables;   // of classes a <= b, row by row
  std::vector<double> length;  // m: per pair of stations, mean over its routes
};

// Errors: Cancelled.
Result<std::shared_ptr<const Passings>> make_passings(const EncounterModel& model, Job& job);
std::size_t memory_of(const Passings& passings);
// All that make_passings() reads but the routes: who walks where, how fast, and where one can stop.
Key key_of_walks(const EncounterModel& model);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "encounter/model.h"

namespace trefpunt {

// Where encounters are counted: a space, or the inside of an entrance (space -1, one for each
// station there).
struct CountedPlace {
  int storey = 0, space = 0;
  double chance = 0;  // of its (first) station
  bool can_stop = false;
};

// What drawing days of a model needs, laid flat. Routes of all pairs of stations are numbered
// together. Times in minutes, speeds in metres per minute.
struct DayTables {
  struct Visit {
    std::uint32_t purpose = 0;    // of its random numbers
    std::vector<double> at_most;  // chance of at most 0, 1, ... a day
    std::vector<double> started;  // share of the starts before the end of each piece
    Starts starts;
    Dwell dwell{};
  };
  struct Walk {
    std::int32_t first = 0, end = 0;  // routes; empty: no way to go
    bool forward = true;
  };
  struct Target {
    double up_to = 1;  // chance of this one or one before it
    std::int32_t place = 0;
    Walk out, back;
  };
  struct Way {
    double up_to = 1;  // as Target's, among the routes of its pair
    const Route* route = nullptr;
  };
  struct Person {
    std::int32_t role = 0, of_class = 0;
    double speed = 0;
  };
  struct Member {
    std::int32_t person = 0;
    double attendance = 0;
  };

  explicit DayTables(const EncounterModel& model);

  const EncounterModel& model;
  std::vector<Person> persons;
  // By role, presence: the visits; the same by class: where each of these may lead to.
  std::vector<std::vector<std::vector<Visit>>> visits;
  std::vector<std::vector<std::vector<std::vector<Target>>>> targets;
  std::vector<Way> ways;
  std::vector<CountedPlace> places;
  std::vector<std::int32_t> place_of_station, place_of_piece;  // -1: between storeys
  std::vector<std::vector<Member>> members;                    // per session

  std::size_t role_pair(std::size_t a, std::size_t b) const { return pair_index(a, b); }
  // Of two numbers: 0 0, 0 1, 1 1, 0 2, ...
  static std::size_t pair_index(std::size_t a, std::size_t b) {
    if (a > b) std::swap(a, b);
    return b * (b + 1) / 2 + a;
  }
};

}  // namespace trefpunt

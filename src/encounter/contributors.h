// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "encounter/encounters.h"

namespace trefpunt {

// A part of an expected number of encounters: two errands (or a group) that bring people together
// in a place or on the way.
struct Contributor {
  int role_a = 0, role_b = 0;
  int errand_a = -1, errand_b = -1;  // indices into the roles' errands; -1: a group
  int session = -1;                  // index into the sessions, or -1
  int storey = 0, space = 0;
  bool is_passing = false;
  double per_week = 0;  // expected encounters, all pairs of people
};
struct Contributions {
  std::vector<Contributor> parts;    // largest first
  std::array<double, 24> of_hour{};  // of the day: shares, together 1 (0 when there is nothing)
};

// Which of them are asked for; -1 asks for any.
struct WhichEncounters {
  int role_a = -1, role_b = -1;
  int storey = -1, space = -1;
};

// The closed form taken apart. Stays are spread over the hours by how many are there together,
// passings by how many of both set out, groups at their beginning.
Contributions contributions(const EncounterModel& model, const StayPairs& stays,
                            const Passings& passings, const WhichEncounters& which);

}  // namespace trefpunt

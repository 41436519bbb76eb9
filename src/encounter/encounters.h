// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/job.h"
#include "encounter/guests.h"
#include "encounter/model.h"
#include "encounter/passings.h"
#include "encounter/repeats.h"
#include "encounter/stay_pairs.h"

namespace trefpunt {

// A value with a 95 % interval when it was simulated; low = high = value in the closed form.
struct Estimate {
  double value = 0, low = 0, high = 0;
};

// Two roles, a <= b (indices into the model's); means over the pairs of people.
struct RolePair {
  int a = 0, b = 0;
  int pairs = 0;      // of people
  double days = 7;    // window in which repeats are counted: the shorter of both, or a series
  Estimate per_week;  // expected encounters of a pair, stays and passings together
  double passing_per_week = 0;            // the part that is passing on the way
  double minutes_per_week = 0;            // together in a place and in sight
  std::array<double, 3> repeated{};       // chance of `times` days in the window, per kappa
  std::array<double, 3> repeated_stop{};  // of encounters where one can stop or stay only
  double twice_in_week = 0;               // chance of 2 days in 7 without frailty, for the checks
};

// Three different things, never added up.
struct PlaceMeetings {
  int storey = 0, space = 0;
  Estimate encounters;        // per week, all pairs: stays
  double passings = 0;        // per week, all pairs
  double minutes = 0;         // of co-presence per week, all pairs
  double distinct_pairs = 0;  // expected number of pairs that meet here at least once in a week
  double peak = 0;            // most people expected there at one time of day (crowding)
  bool can_stop = false;
};

struct RoleMeetings {
  double familiar = 0;        // expected number of others one meets repeatedly (kappa 1)
  double familiar_own = 0;    // of the own role
  double walk_m_per_day = 0;  // mean over days present
};

// What a programme gives on a plan: model figures. Only differences between variants are news.
struct Encounters {
  std::vector<RolePair> pairs;
  std::vector<PlaceMeetings> places;  // spaces where anyone stays or passes, by storey and space
  std::vector<RoleMeetings> roles;
  // Repeated pairs of two roles over all repeated pairs, divided by its value if all pairs of
  // people were as likely (1: as at random; kappa 1). Empty: no repeated pair.
  std::optional<double> bridging;
  std::optional<double> ei_index;  // (other - own) / (other + own) repeated pairs
  Estimate total;                  // expected encounters per week, all pairs
  int weeks = 0;                   // simulated; 0: closed form
};

// Expected values by formula: docs/encounter.md. For the drag; a report takes the simulation.
Encounters closed_form(const EncounterModel& model, const StayPairs& stays, const Guests& guests,
                       const GuestPairs& guest_pairs, const Passings& passings);
// The same with all that it is made of. Errors: Cancelled.
Result<Encounters> closed_form(const EncounterModel& model, Job& job);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

namespace trefpunt {

inline constexpr double kDayMin = 1440;
inline constexpr int kDwellClasses = 4;

// The rate at which stays begin, per minute, constant within each piece; pieces in order, apart
// from each other, 0 <= from < to <= kDayMin. The day is a circle.
struct StartPiece {
  double from_min = 0, to_min = 0;
  double per_min = 0;
};
using Starts = std::vector<StartPiece>;
double mean_number(const Starts& starts);  // per day
// Pieces in any order, that may lie over each other, as one rate.
Starts added_up(const std::vector<StartPiece>& pieces);

// How long a stay lasts: kDwellClasses lengths, each as likely: the means of the quarters of a
// log-normal distribution with this mean and coefficient of variation (spread 0: all the mean).
using Dwell = std::array<double, kDwellClasses>;  // minutes
Dwell dwell_of(double mean_min, double spread);

// A kind of stay in a place: when it begins and how long it lasts.
struct Stays {
  Starts starts;
  Dwell dwell{};
};

// Exact for independent Poisson stays (no grid).
// Pairs of stays, one of each, that overlap by at least `overlap_min`, per day.
// For starts spread over the whole day: rate * rate * (tau_a + tau_b - 2 overlap) / 1440.
double expected_overlaps(const Stays& a, const Stays& b, double overlap_min);
// Minutes per day that one of a and one of b are there together.
double minutes_together(const Stays& a, const Stays& b);
// Integral of the product of both rates over the day, per minute: times a width in minutes it is
// the expected number of pairs of starts that lie within a (small) window of that width.
double common_rate(const Starts& a, const Starts& b);

// The chance per day that no stay of a overlaps one of b by `overlap_min`, as a hazard
// H = -ln(P(none)). `chance`: each overlapping pair is an encounter with this chance (opportunity),
// independently. Overlapping windows of one person are merged: a second stay within the first
// cannot add a first encounter twice. chance 1: solved as a two-state delay equation (only a change
// from an a-start to a b-start within a's dwell, or the other way, is an encounter), with mean
// dwell. Other chances and the classes of dwell by H = mu c / (1 + eta), mu the expected overlaps:
// eta changes from its solved value as it does when the stays of one side only are merged. Exact to
// first order in the rates and in c, and for one dwell at c = 1.
double no_meeting_hazard(const Stays& a, const Stays& b, double overlap_min, double chance);

}  // namespace trefpunt

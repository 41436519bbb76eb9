// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "street/network.h"

namespace trefpunt {

// What the simplest ways, those that turn least, say of every link. A way starts at the middle of
// its link in either direction, ends at the middle of another, never leaves a link by the end it
// came in by, and counts every change of direction: at junctions, and at bends inside a street.
// theta is their sum in degrees; of ways that turn equally much the shorter is simpler. A way is
// followed as long as it is at most `radius` metres long: of every link and direction the simplest
// way is kept, and only that one is followed on (as cityseer does).
struct AngularValues {
  double radius = 0;                // m
  std::vector<double> density;      // links within the radius, itself not counted
  std::vector<double> farness;      // sum of 1 + theta / 180
  std::vector<double> harmonic;     // sum of 1 / (1 + theta / 180)
  std::vector<double> betweenness;  // pairs of other links whose simplest way leads along it, each
                                    // once; of equally simple ways each has its share
};

// One search for each radius: what is simplest may be another way within a larger one. The same
// network gives the same bytes, whatever the number of threads.
// Errors: BadInput (radii, as CentralityOptions); Cancelled.
Result<std::vector<AngularValues>> street_angular(const StreetNetwork& network,
                                                  const std::vector<double>& radii, Job& job);

}  // namespace trefpunt

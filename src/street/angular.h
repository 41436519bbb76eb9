// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "street/network.h"

namespace trefpunt {

// What the simplest ways, those that turn least, say of every link. A way starts at the middle of
// its link in either direction, never leaves a link by the end it came in by, and counts every
// change of direction in degrees: at junctions, and at bends inside a street. theta is the sum from
// the middle of one link to the middle of the other. A link counts when its simplest way, middle to
// middle, is at most `radius` metres long.
struct AngularValues {
  double radius = 0;                // m
  std::vector<double> density;      // links within the radius, itself not counted
  std::vector<double> farness;      // sum of 1 + theta / 180
  std::vector<double> harmonic;     // sum of 1 / (1 + theta / 180)
  std::vector<double> betweenness;  // pairs of other links whose simplest way leads along it, each
                                    // once; of equally simple ways each has its share
};

// One search for each radius: a simplest way within a radius may be another than within a larger.
// Errors: BadInput (radii, as CentralityOptions); Cancelled.
Result<std::vector<AngularValues>> street_angular(const StreetNetwork& network,
                                                  const std::vector<double>& radii, Job& job);

}  // namespace trefpunt

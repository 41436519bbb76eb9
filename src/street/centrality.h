// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "street/network.h"

namespace trefpunt {

// What the ways of at most `radius` metres say of every junction (docs/streets.md has the
// formulas). d is the length of the shortest way to another junction; beta = 4 / radius.
struct StreetValues {
  double radius = 0;                // m
  std::vector<double> density;      // junctions within the radius, itself not counted
  std::vector<double> harmonic;     // sum of 1 / d
  std::vector<double> farness;      // sum of d, m; 0 where density is 0
  std::vector<double> gravity;      // sum of exp(-beta d)
  std::vector<double> betweenness;  // pairs of others whose shortest way leads past, each once;
                                    // of several equally short ways each has its share
  std::vector<double> betweenness_decayed;  // each pair counts exp(-beta d)
  std::vector<double> reach;                // m of street within the radius

  // Per link; empty unless asked for. Both count the pairs whose way leads along the link.
  std::vector<double> link_betweenness;
  std::vector<double> link_betweenness_decayed;
};

struct CentralityOptions {
  std::vector<double> radii;  // m, each more than 0 and at most 50 km; one search serves all
  bool with_links = false;
  bool with_reach = false;
};

// In the order of the radii. The same network gives the same bytes, whatever the number of threads.
// Errors: BadInput (radii); Cancelled.
Result<std::vector<StreetValues>> street_centrality(const StreetNetwork& network,
                                                    const CentralityOptions& options, Job& job);

// Of a value per junction, the mean of both ends of every link: the form for --per segment.
std::vector<double> mean_of_ends(const StreetNetwork& network, const std::vector<double>& values);

}  // namespace trefpunt

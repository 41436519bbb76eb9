// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encounter/wijk_input.h"

namespace trefpunt {

struct RandomWijk {
  int columns = 4, rows = 4;  // junctions
  double block = 60;          // m
  double jitter = 0.3;        // of a block; 0: a grid full of equal ways
  double kept = 0.8;          // share of the links
  int homes = 12, places = 5, benches = 2, buurten = 2;
  unsigned seed = 1;
};

// A made-up wijk: homes of one to four dwellings, places of a few categories, default assumptions.
Wijk random_wijk(const RandomWijk& options);
// With its network and footholds. Buurten are columns of the map.
WijkEncounterInput random_wijk_input(const RandomWijk& options);

}  // namespace trefpunt

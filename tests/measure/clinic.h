// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scene.h"
#include "support/storey_from_text.h"

namespace trefpunt {

inline Space space(const char* name, Use use, int unit = 0) {
  Space made;
  made.name = name;
  made.use = use;
  made.unit = {unit};
  return made;
}

// The small practice of the worked examples in docs/measures: six spaces of 3 m2. From the corridor
// one walks into a waiting room, a lounge and consulting room S2; S1 lies behind the waiting room,
// S3 behind the lounge. Doors from the bottom row up: D1 the entrance, D2 and D3 the openings to
// waiting room and lounge, D4 D5 D6 the doors of S1 S2 S3.
inline Storey clinic() {
  return storey_from_text(R"(
    #############
    #1..#2..#3..#
    ##D###D###D##
    #w..Oc..Ol..#
    ######E######)",
                          {{'1', space("spreekkamer 1", Use::Consulting)},
                           {'2', space("spreekkamer 2", Use::Consulting)},
                           {'3', space("behandelkamer", Use::Treatment)},
                           {'c', space("gang", Use::Corridor)},
                           {'l', space("ontmoetingsruimte", Use::Lounge)},
                           {'w', space("wachtkamer", Use::Waiting)}});
}

}  // namespace trefpunt

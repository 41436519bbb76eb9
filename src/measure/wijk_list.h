// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/wijk_measure.h"

namespace trefpunt {

// The measures of a wijk, each in a file of its own: docs/measures/<id>.md.
const WijkMeasure& reach_500();                 // RMO-02
const WijkMeasure& wijk_step_free_share();      // WAC-4a
const WijkMeasure& place_type_diversity();      // WAC-8b
const WijkMeasure& shared_space_share();        // WAC-8c
const WijkMeasure& facility_with_seat_share();  // MOV-2
const WijkMeasure& people_space_share();        // RMO-03
const WijkMeasure& appropriable_area();         // RMO-04
const WijkMeasure& wijk_activity_space();       // WAC-9
const WijkMeasure& free_stay_share();           // RMO-06
const WijkMeasure& multi_use_share();           // RMO-08
const WijkMeasure& shared_route_stops();        // CRA-1
const WijkMeasure& transition_zone_share();     // P31-1
const WijkMeasure& wijk_edge_seat_share();      // GEHL-1
const WijkMeasure& centre_m2_per_1000();        // NRM-1
const WijkMeasure& max_bench_gap();             // NRM-2
const WijkMeasure& green_300();                 // NRM-3
const WijkMeasure& stop_distance();             // NRM-4
const WijkMeasure& wijk_toilet_distance();      // NRM-5
const WijkMeasure& stay_ground();               // no criterion
const WijkMeasure& population_context();        // CTX-1
const WijkMeasure& loneliness_context();        // CTX-2

}  // namespace trefpunt

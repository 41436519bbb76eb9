// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "geom/shapes.h"
#include "plan/finding.h"
#include "wijk/street.h"

namespace trefpunt {

// A stretch between two junctions along one street.
struct StreetLink {
  int from = 0, to = 0;  // junctions; equal for a loop
  int street = 0;        // index into the streets it was made of
  double length = 0;     // m, along its shape
  Line shape;            // from junction to junction, bends included
};

// The end of a link, seen from a junction.
struct StreetArc {
  int link = 0;
  int to = 0;  // the junction at the other end
  double length = 0;
};

// Junctions are the vertices with identical coordinates that two or more streets, or a street
// twice, have in common, and the ends of streets. Lines that merely cross are not joined.
struct StreetNetwork {
  std::vector<Point> junctions;
  std::vector<StreetLink> links;
  std::vector<int> first_arc;   // per junction, and one past the last
  std::vector<StreetArc> arcs;  // of junction j: [first_arc[j], first_arc[j + 1]), a loop twice
  std::vector<int> island;      // per junction: 0 is the island with the most metres
  int islands = 0;
  std::vector<Finding> findings;  // 401 to 406, one for each place
};

// What is known of a street for who sits in a wheelchair: as stated; else not usable when it has
// steps or is stated to be narrower than `least_width`; else unknown.
enum class WheelchairUse { Unknown, Usable, NotUsable };
WheelchairUse wheelchair_use(const Street& street, double least_width);

enum class Walkers {
  Everyone,
  WheelchairStated,   // only streets that are known to be usable
  WheelchairPossible  // all but those known not to be
};

struct NetworkOptions {
  double snap_tolerance = 0;  // m: ends of streets this near to each other become one junction
  Walkers walkers = Walkers::Everyone;
  double least_width = 0.9;  // m, of a street for a wheelchair; an assumption
};

// The streets of the walkers. Streets without length or without coordinates are left out, with a
// finding. Same streets, same network, same order.
// Errors: Cancelled; TooLarge above 5 million vertices.
Result<StreetNetwork> make_street_network(const std::vector<Street>& streets,
                                          const NetworkOptions& options, Job& job);

std::size_t memory_of(const StreetNetwork& network);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plan/storey.h"

namespace trefpunt {

// Walls drawn as lines without thickness, in which doors are only nodes: finds where a door's
// opening lies and cuts it out. A line that two rooms share is kept once. First add, then cut.
class LineWalls {
 public:
  void add(const Line& line, bool is_glass, const std::string& source_key);

  // From jamb to jamb, `width` long where the wall is, around the place on a wall nearest to
  // `node`; nothing when no wall is within 0.5 m.
  std::optional<Segment> opening_at(Point node, double width) const;

  // Takes the opening out of every wall along it.
  void cut(const Segment& opening);

  void write_to(Storey& storey) const;

 private:
  struct Piece {
    Segment segment;
    bool is_glass;
    std::string source_key;
  };
  std::vector<Piece> pieces_;
  std::map<std::pair<Point, Point>, std::size_t> place_of_;  // lower end first; until the first cut
};

}  // namespace trefpunt

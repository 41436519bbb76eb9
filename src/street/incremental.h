// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "street/centrality.h"

namespace trefpunt {

// What happens to the network while something is dragged. Junctions and links keep their numbers;
// new ones come behind those that are there, in the order of the changes.
struct StreetChange {
  enum class Kind { AddJunction, AddLink, RemoveLink, SetLength };
  Kind kind = Kind::AddLink;
  int link = -1;           // RemoveLink, SetLength
  int from = -1, to = -1;  // AddLink: junctions, also one that an earlier change made
  double length = 0;       // m; AddLink, SetLength
  Point at;                // AddJunction
};

// The values of a network that is being changed: only the sources whose ways may be others are
// searched again. For a drag only: it equals street_centrality() within 1e-9 (of the largest value
// for sums in which a large one was taken off), not to the bit. `reach` is not kept.
class LiveStreets {
 public:
  // Searches the whole network once. Errors: as street_centrality().
  static Result<LiveStreets> make(const StreetNetwork& network, const CentralityOptions& options,
                                  Job& job);
  LiveStreets(LiveStreets&&) noexcept;
  LiveStreets& operator=(LiveStreets&&) noexcept;
  ~LiveStreets();

  // All changes at once; returns how many sources were searched again.
  int apply(const std::vector<StreetChange>& changes);
  // Per junction and link as numbered above; of a removed link 0.
  const std::vector<StreetValues>& values() const;

 private:
  struct State;
  explicit LiveStreets(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace trefpunt

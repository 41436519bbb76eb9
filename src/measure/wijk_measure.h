// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "measure/measure.h"
#include "street/distances.h"
#include "street/network.h"
#include "wijk/wijk.h"

namespace trefpunt {

struct WijkEncounters;  // encounter/wijk_encounters.h

// A wijk and what was derived from it for every measure. Read only. `network` is null when there
// are no streets; footholds are per thing of the layer, empty without a layer or a street nearby.
struct WijkGround {
  std::shared_ptr<const Wijk> wijk;
  std::shared_ptr<const StreetNetwork> network;
  std::vector<std::optional<Foothold>> homes, places, furnishings;
  std::vector<int> buurt_of_home;  // index into *wijk.areas; -1: in none
};

struct WijkScene {
  const WijkGround& ground;
  const std::map<std::string, double>& parameters;  // by id, declared values already put in
  const WijkEncounters* encounters = nullptr;       // null: cannot be known (no homes, no places)

  const Wijk& wijk() const { return *ground.wijk; }
  double parameter(const std::string& id) const;  // TP_CHECKs that it is there
};

// As Measure, at the scale of a wijk. Rows are keyed by buurtcode or by "P4", "O2"; a place of the
// outcome has storey -1 and coordinates of the wijk.
class WijkMeasure {
 public:
  virtual ~WijkMeasure() = default;
  virtual const MeasureInfo& info() const = 0;
  virtual Result<Outcome> evaluate(const WijkScene& scene, Job& job) const = 0;
};

// In the order they are listed to people. Ids differ from those of builtin_measures().
const std::vector<const WijkMeasure*>& wijk_measures();
const WijkMeasure* find_wijk_measure(const std::string& id);  // null when there is none

// How far from a street a door or a bench may be and still be joined to it.
inline constexpr double kFootholdReach = 100;  // m

WijkGround make_wijk_ground(std::shared_ptr<const Wijk> wijk,
                            std::shared_ptr<const StreetNetwork> network);

}  // namespace trefpunt

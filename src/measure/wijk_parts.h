// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <vector>

#include "measure/places.h"
#include "measure/values.h"
#include "measure/wijk_measure.h"

namespace trefpunt {

// A measure made of what it says and a function.
class WijkMeasureOf : public WijkMeasure {
 public:
  using Evaluate = Result<Outcome> (*)(const WijkScene& scene, Job& job, Outcome outcome);

  WijkMeasureOf(MeasureInfo info, std::initializer_list<int> layers, Evaluate function)
      : info_(std::move(info)), layers_(layers), evaluate_(function) {}

  const MeasureInfo& info() const override { return info_; }
  // Without one of its layers the outcome says which one is missing; `evaluate` is then not asked.
  Result<Outcome> evaluate(const WijkScene& scene, Job& job) const override;

 private:
  MeasureInfo info_;
  std::vector<int> layers_;
  Evaluate evaluate_;
};

// The layers of a wijk that a measure cannot do without.
enum NeededLayer { kStreets, kHomes, kPlaces, kFurnishings, kOpenSpaces, kFootprints, kAreas };

// Empty: nothing is missing. Else not computed, or not applicable when there are no homes.
std::optional<Value> lacking(const WijkScene& scene, const std::vector<int>& layers);

// No number at all: why, as the headline and every secondary value that `info` names.
Outcome no_number(const MeasureInfo& info, const Value& why);

// Indexes into the layer, which must be there.
std::vector<int> places_where(const WijkScene& scene, bool (*wanted)(const WijkPlace&));
std::vector<int> furnishings_where(const WijkScene& scene, bool (*wanted)(const Furnishing&));
// Where they are joined to the streets; those that are not are left out.
std::vector<Start> starts_of(const std::vector<std::optional<Foothold>>& footholds,
                             const std::vector<int>& indexes);

// Metres from every home to the nearest start; kUnreached: none within `radius`, or not joined.
std::vector<double> home_distances(const WijkScene& scene, const std::vector<Start>& starts,
                                   double radius);

// Answers counted by weight.
struct WeightedTally {
  double no = 0, unknown = 0, yes = 0;

  void add(YesNo answer, double weight);
  double total() const { return no + unknown + yes; }
  Value share(const Text& not_known) const;  // not computed without weight
};

// Share of dwellings whose home answers yes, of those joined to the streets: the headline, a row
// per buurt, and the homes that answer no as places.
void tell_homes(const WijkScene& scene, const std::vector<YesNo>& answers, const Text& not_known,
                Outcome& outcome);

// A number per home, empty where it has none: the value that `share` of the dwellings do not
// exceed, for the whole as the headline and per buurt as rows. Infinity is longest.
void tell_ranks(const WijkScene& scene, const std::vector<std::optional<double>>& values,
                double share, const Text& no_way, Outcome& outcome);

// Nearest rank by weight; empty without weight.
std::optional<double> weighted_rank(std::vector<std::pair<double, double>> value_and_weight,
                                    double share);

// A row for each buurt: `of` gets its index into *wijk.areas.
template <typename Of>
void add_buurt_rows(const WijkScene& scene, Outcome& outcome, Of of) {
  if (!scene.wijk().areas) return;
  const std::vector<StatisticalArea>& areas = *scene.wijk().areas;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (areas[a].level != AreaLevel::Buurt || areas[a].is_water) continue;
    outcome.rows.push_back({areas[a].code, of(static_cast<int>(a))});
  }
}

// How many homes are too far from a street to count, if any.
void note_not_joined(const WijkScene& scene, Outcome& outcome);

PlanPlace place_at(const std::string& object, Point at);

Text no_homes_here();  // "In deze buurt staan geen woningen in de laag."
Text no_street_way();  // "Er is geen route over straat."

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/visibility_percentile.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "measure/cell_set.h"
#include "measure/public_ways.h"
#include "measure/seating.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

constexpr double kNudge = 1e-4;  // m

// Visual integration of the floor of one storey that is open to visitors.
class OpenFloor {
 public:
  OpenFloor(const StoreySight& sight, const Storey& storey) : sight_(sight) {
    const CellSet open(sight, storey, is_open_to_visitors);
    for (int i = 0; i < sight.grid.size(); ++i) {
      const double value = sight.integration_hh[at(i)];
      if (open.holds(i) && !std::isnan(value)) sorted_.push_back(value);
    }
    std::sort(sorted_.begin(), sorted_.end());
  }

  // 0 to 100: the share of this floor that is less integrated than the space, cells as integrated
  // counted for half. Empty when the space has no cells to compare.
  std::optional<double> percentile(int space) const {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < sight_.grid.size(); ++i) {
      const double value = sight_.integration_hh[at(i)];
      if (sight_.space_of[at(i)] != space || std::isnan(value)) continue;
      sum += value;
      ++count;
    }
    if (count == 0 || sorted_.empty()) return std::nullopt;
    const auto [low, high] = std::equal_range(sorted_.begin(), sorted_.end(), sum / count);
    const auto below = static_cast<double>(low - sorted_.begin());
    const auto equal = static_cast<double>(high - low);
    return 100 * (below + equal / 2) / static_cast<double>(sorted_.size());
  }

 private:
  const StoreySight& sight_;
  std::vector<double> sorted_;
};

// The share of meeting places of which floor is seen from just inside a public entrance.
Value seen_from_entrance(const Scene& scene, const std::vector<SpaceRef>& places,
                         const std::vector<PublicEntrance>& entrances) {
  Tally tally;
  for (const SpaceRef ref : places) {
    const StoreySight& sight = *scene.sights[at(ref.storey)];
    bool is_seen = false;
    for (const PublicEntrance& entrance : entrances) {
      if (is_seen || entrance.storey != ref.storey || entrance.is_public != YesNo::Yes) continue;
      const auto inside = inside_of(scene, entrance);
      if (!inside) continue;
      const Isovist view = make_isovist(sight.open, inside->at);
      for (int i = 0; i < sight.grid.size() && !is_seen; ++i) {
        is_seen = sight.space_of[at(i)] == ref.index && sees(view, sight.grid.centre(i));
      }
    }
    tally.add(is_seen ? YesNo::Yes : YesNo::No);
  }
  return tally.share({});
}

// The share of the main routes from which some meeting place is in view.
Value seen_from_routes(const Scene& scene, const std::vector<PublicEntrance>& entrances) {
  const MainRoutes routes = main_routes(scene, entrances);
  int all = 0, with_view = 0;
  for (std::size_t s = 0; s < routes.places.size(); ++s) {
    const StoreySight& sight = *scene.sights[s];
    const CellSet meeting(sight, *scene.building.storeys[s],
                          [](const Space& space) { return is_meeting_place(space.use); });
    for (const Point place : routes.places[s]) {
      if (sight.grid.cells.empty()) continue;
      bool has_cell = false, has_view = false;
      // A place on the edge of a cell belongs to both.
      for (const Point nudge : {Point{-kNudge, -kNudge}, Point{kNudge, -kNudge},
                                Point{-kNudge, kNudge}, Point{kNudge, kNudge}}) {
        const int cell = sight.grid.cell_of(place + nudge);
        has_cell = has_cell || cell >= 0;
        has_view = has_view || (cell >= 0 && meeting.seen_from(sight.runs, cell) > 0);
      }
      all += has_cell ? 1 : 0;
      with_view += has_view ? 1 : 0;
    }
  }
  if (all == 0) return no_public_way(scene);
  return static_cast<double>(with_view) / all;
}

}  // namespace

const MeasureInfo& VisibilityPercentile::info() const {
  static const MeasureInfo info{
      "visibility_percentile",
      1,
      {"Ontmoetingsplekken tussen verborgen en te kijk",
       "Meeting places between hidden and on display"},
      {"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"},
      2,
      {"Ontmoetingsplekken waarvan de gemiddelde visuele integratie tussen de twee percentielen "
       "ligt van de vloer voor bezoekers op hun verdieping, gedeeld door alle "
       "ontmoetingsplekken.",
       "Meeting places whose mean visual integration lies between the two percentiles of the "
       "floor open to visitors on their storey, over all meeting places."},
      {{"low",
        {"percentiel", "percentile"},
        50,
        {"Alleen een voorbeeld, geen norm.", "An illustration only, not a norm."},
        {"Niet verborgen vanaf", "Not hidden from"},
        0,
        100},
       {"high",
        {"percentiel", "percentile"},
        90,
        {"Alleen een voorbeeld, geen norm.", "An illustration only, not a norm."},
        {"Niet te kijk tot", "Not on display up to"},
        0,
        100}},
      {{"lowest",
        {"Meest verborgen ontmoetingsplek", "Most hidden meeting place"},
        {"percentiel", "percentile"}},
       {"highest",
        {"Meest zichtbare ontmoetingsplek", "Most visible meeting place"},
        {"percentiel", "percentile"}},
       {"seen_from_entrance",
        {"In zicht vanuit een ingang voor publiek", "In view from a public entrance"},
        {"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"}},
       {"seen_from_routes",
        {"Hoofdroute met zicht op een ontmoetingsplek", "Main route with a meeting place in view"},
        {"deel van de hoofdroutes (0-1)", "share of the main routes (0-1)"}}},
      {"ontmoetingsplek", "meeting place"},
      {"percentiel", "percentile"}};
  return info;
}

Result<Outcome> VisibilityPercentile::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> places = spaces_of(scene, is_meeting_place);
  if (places.empty()) {
    outcome.headline = no_meeting_place(scene);
    for (const SecondaryInfo& other : info().secondary) {
      outcome.secondary[other.id] = outcome.headline;
    }
    return outcome;
  }
  std::vector<OpenFloor> floors;
  for (std::size_t s = 0; s < scene.sights.size(); ++s) {
    floors.emplace_back(*scene.sights[s], *scene.building.storeys[s]);
  }
  const Text no_floor{"De vloer van de ruimte is niet gevonden.",
                      "The floor of the space was not found."};
  const double low = scene.parameter("low"), high = scene.parameter("high");
  std::vector<double> found;
  Tally tally;
  for (const SpaceRef ref : places) {
    const std::string object = to_string(space_of(scene, ref).id);
    const std::optional<double> percentile = floors[at(ref.storey)].percentile(ref.index);
    if (!percentile) {
      tally.add(YesNo::Unknown);
      outcome.rows.push_back({object, NotComputed{no_floor}});
      continue;
    }
    const bool is_between = *percentile >= low && *percentile <= high;
    tally.add(is_between ? YesNo::Yes : YesNo::No);
    found.push_back(*percentile);
    outcome.rows.push_back({object, *percentile});
    if (!is_between) outcome.places.push_back(place_of(scene, ref));
  }
  outcome.headline = tally.share(no_floor);
  const Value none = NotComputed{no_floor};
  outcome.secondary["lowest"] =
      found.empty() ? none : *std::min_element(found.begin(), found.end());
  outcome.secondary["highest"] =
      found.empty() ? none : *std::max_element(found.begin(), found.end());

  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (has_certain_entrance(entrances)) {
    note_entrances(scene, entrances, outcome);
    outcome.secondary["seen_from_entrance"] = seen_from_entrance(scene, places, entrances);
    outcome.secondary["seen_from_routes"] = seen_from_routes(scene, entrances);
  } else {
    outcome.secondary["seen_from_entrance"] = no_public_entrance();
    outcome.secondary["seen_from_routes"] = no_public_entrance();
  }
  note_sight(scene, outcome);
  return outcome;
}

}  // namespace trefpunt

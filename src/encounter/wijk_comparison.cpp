// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_comparison.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace trefpunt {

namespace {

// Smaller differences are those of rounding.
bool is_changed(const BeforeAfter& change) {
  const double size = std::max(change.before.value_or(0), change.after.value_or(0));
  return change.before.has_value() != change.after.has_value() ||
         std::abs(change.difference()) > 1e-9 * std::max(1.0, size);
}

void put(BeforeAfter& change, bool is_after, double value) {
  std::optional<double>& side = is_after ? change.after : change.before;
  side = side.value_or(0) + value;
}

const BeforeAfter& visits_of(const StreetEncounters& change) {
  return change.walks;
}
template <typename Id>
const BeforeAfter& visits_of(const PlaceChange<Id>& change) {
  return change.visits;
}

template <typename Things, typename What>
std::vector<What> changed(const Things& things) {
  std::vector<What> made;
  for (const auto& [id, what] : things) {
    if (is_changed(what.encounters) || is_changed(visits_of(what))) made.push_back(what);
  }
  std::stable_sort(made.begin(), made.end(), [](const What& a, const What& b) {
    return std::abs(a.encounters.difference()) > std::abs(b.encounters.difference());
  });
  return made;
}
std::vector<StreetEncounters> streets_of(const WijkEncounters& before,
                                         const WijkEncounters& after) {
  std::map<StreetId, StreetEncounters> streets;
  for (const bool is_after : {false, true}) {
    const auto& links = (is_after ? after : before).streets;
    std::map<StreetId, double> lengths;
    for (const StreetMeetings& link : links) lengths[link.street] += link.length;
    for (const StreetMeetings& link : links) {
      StreetEncounters& street = streets[link.street];
      street.street = link.street;
      put(street.encounters, is_after, link.encounters);
      put(street.walks, is_after, link.walks * link.length / lengths[link.street]);
    }
  }
  return changed<decltype(streets), StreetEncounters>(streets);
}

template <typename Id>
void put_places(const std::vector<Id>& ids, const std::vector<WijkPlaceMeetings>& places,
                bool is_after, std::map<Id, PlaceChange<Id>>& into) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    PlaceChange<Id>& change = into[ids[i]];
    change.id = ids[i];
    put(change.visits, is_after, places[i].visits);
    put(change.encounters, is_after, places[i].encounters);
  }
}

template <typename Id>
std::vector<PlaceChange<Id>> places_of(const std::vector<Id>& ids_before,
                                       const std::vector<WijkPlaceMeetings>& before,
                                       const std::vector<Id>& ids_after,
                                       const std::vector<WijkPlaceMeetings>& after) {
  std::map<Id, PlaceChange<Id>> places;
  put_places(ids_before, before, false, places);
  put_places(ids_after, after, true, places);
  return changed<decltype(places), PlaceChange<Id>>(places);
}

double lost(const WijkEncounters& found) {
  double sum = 0;
  for (const WijkGroupMeetings& group : found.groups) sum += group.trips_lost;
  return sum;
}

}  // namespace

WijkComparison compare(const WijkEncounters& before, const WijkEncounters& after) {
  const WijkTotals &was = before.totals, &is = after.totals;
  WijkComparison found;
  found.encounters = {was.encounters(), is.encounters()};
  found.passings = {was.passings, is.passings};
  found.bench_encounters = {was.bench_encounters, is.bench_encounters};
  found.place_encounters = {was.place_encounters, is.place_encounters};
  found.trips_lost = {lost(before), lost(after)};
  int up = 0, down = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    found.repeated[k] = {was.repeated[k].value, is.repeated[k].value};
    found.repeated_error[k] =
        std::hypot(was.repeated[k].standard_error, is.repeated[k].standard_error);
    found.bridging[k] = {was.bridging[k], is.bridging[k]};
    if (!is_changed(found.repeated[k])) continue;
    const double difference = found.repeated[k].difference();
    if (difference > 2 * found.repeated_error[k]) ++up;
    if (difference < -2 * found.repeated_error[k]) ++down;
  }
  found.is_steady = up == 3 || down == 3;
  found.streets = streets_of(before, after);
  found.places = places_of(before.place_ids, before.places, after.place_ids, after.places);
  found.benches = places_of(before.bench_ids, before.benches, after.bench_ids, after.benches);
  std::map<std::string, BuurtChange> buurten;
  for (const bool is_after : {false, true}) {
    for (const BuurtMeetings& buurt : (is_after ? after : before).buurten) {
      BuurtChange& change = buurten[buurt.code];
      change.code = buurt.code;
      put(change.familiar, is_after, buurt.familiar.mean.own + buurt.familiar.mean.other);
      put(change.fifth, is_after, buurt.familiar.fifth);
    }
  }
  for (const auto& [code, change] : buurten) found.buurten.push_back(change);
  return found;
}

}  // namespace trefpunt

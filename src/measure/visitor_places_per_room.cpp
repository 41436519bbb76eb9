// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/visitor_places_per_room.h"

#include <algorithm>
#include <set>

#include "measure/bedside.h"
#include "measure/seating.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

const Text kNoBed{
    "In een deel van de kamers staat geen bed op de tekening, dus de vrije ruimte "
    "daaromheen is niet bekend.",
    "In some rooms the drawing shows no bed, so the clear space around it is not "
    "known."};
const Text kNoSeats{"Op een verdieping toont de tekening in geen enkele slaapkamer zitplaatsen.",
                    "On a storey the drawing shows no seats in any bedroom."};

struct Places {
  double low = 0, high = 0;
};

double metres_to(const Ring& ring, Point p) {
  if (contains(ring, p)) return 0;
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    nearest = std::min(nearest, distance(p, Segment{ring[i], ring[(i + 1) % ring.size()]}));
  }
  return nearest;
}

// Without a bed on the drawing a seat may or may not stand in its clear space.
Places places_of(const Scene& scene, SpaceRef room, const std::vector<SeatRef>& seats) {
  std::vector<const Furniture*> beds = furniture_in(scene, room);
  std::erase_if(beds, [](const Furniture* piece) { return !is_bed(piece->name); });
  const double clear = scene.parameter("clear");
  Places places;
  for (const SeatRef& ref : seats) {
    if (ref.space != room) continue;
    const Seat& seat = seat_of(scene, ref);
    const bool is_clear = std::all_of(beds.begin(), beds.end(), [&](const Furniture* bed) {
      return metres_to(bed->ring, seat.at) >= clear;
    });
    if (!is_clear) continue;
    places.high += seat.places;
    if (!beds.empty()) places.low += seat.places;
  }
  return places;
}

}  // namespace

const MeasureInfo& VisitorPlacesPerRoom::info() const {
  static const Text seats{"zitplaatsen", "seats"};
  static const MeasureInfo info{
      "visitor_places_per_room",
      1,
      {"Zitplaatsen voor bezoek op de kamer", "Seats for visitors in the room"},
      {"zitplaatsen per slaapkamer", "seats per bedroom"},
      0,
      {"Zitplaatsen in een slaapkamer buiten de vrije ruimte om de bedden, in de kamer met de "
       "minste.",
       "Seats in a bedroom outside the clear space around the beds, in the room with the fewest."},
      {{"clear",
        {"m", "m"},
        0.9,
        {"Eigen keuze, geen norm: de ruimte die vrij blijft om een bed.",
         "Our own choice, not a norm: the space that stays clear around a bed."},
        {"Vrije ruimte om een bed", "Clear space around a bed"},
        0}},
      {{"average", {"Gemiddeld per kamer", "Average per room"}, seats},
       {"without",
        {"Kamers zonder zitplaats voor bezoek", "Rooms without a seat for visitors"},
        {"", ""}}},
      {"slaapkamer", "bedroom"},
      seats};
  return info;
}

Result<Outcome> VisitorPlacesPerRoom::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> rooms = spaces_of(scene, Use::Bedroom);
  if (rooms.empty()) return without_numbers(outcome, info(), no_bedroom(scene));
  const std::vector<SeatRef> seats =
      seats_in(scene, [](const Space& space) { return space.use == Use::Bedroom; });
  if (seats.empty()) {
    return without_numbers(outcome, info(),
                           NotComputed{{"De tekening toont in geen enkele slaapkamer zitplaatsen.",
                                        "The drawing shows no seats in any bedroom."}});
  }
  std::set<int> shown;  // storeys where a bedroom without seats has none
  for (const SeatRef& seat : seats) shown.insert(seat.space.storey);

  Places fewest{kNoWay, kNoWay}, sum;
  int without_low = 0, without_high = 0, counted = 0;
  bool has_unknown_storey = false;
  for (const SpaceRef room : rooms) {
    const std::string id = to_string(space_of(scene, room).id);
    if (!shown.contains(room.storey)) {
      has_unknown_storey = true;
      outcome.rows.push_back({id, NotComputed{kNoSeats}});
      continue;
    }
    const Places places = places_of(scene, room, seats);
    outcome.rows.push_back({id, between(places.low, places.high, kNoBed)});
    fewest = {std::min(fewest.low, places.low), std::min(fewest.high, places.high)};
    sum = {sum.low + places.low, sum.high + places.high};
    without_low += places.high == 0;
    without_high += places.low == 0;
    ++counted;
    if (places.high == 0) outcome.places.push_back(place_of(scene, room));
  }
  if (has_unknown_storey) {
    outcome.headline = between(0, fewest.high, kNoSeats);
    outcome.secondary["average"] = outcome.secondary["without"] = NotComputed{kNoSeats};
  } else {
    outcome.headline = between(fewest.low, fewest.high, kNoBed);
    outcome.secondary["average"] = between(sum.low / counted, sum.high / counted, kNoBed);
    outcome.secondary["without"] = between(without_low, without_high, kNoBed);
  }
  outcome.assumptions.push_back(
      {"Elke getekende zitplaats telt. Of een patiënt er zelf op zit, is niet bekend.",
       "Every seat drawn counts. Whether a patient sits on it is not known."});
  return outcome;
}

}  // namespace trefpunt

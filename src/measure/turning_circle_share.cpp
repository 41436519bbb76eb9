// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/turning_circle_share.h"

#include <algorithm>

#include "base/index.h"
#include "measure/furnished_floor.h"
#include "measure/places.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

constexpr double kWidestLeaf = 1.3;  // m: a wider door has two leaves

// Where the leaves of its doors would swing if they opened into the room, on either hinge.
std::vector<Quarter> swings(const Scene& scene, SpaceRef ref) {
  const Storey& storey = *scene.building.storeys[at(ref.storey)];
  const Layout& layout = *scene.layouts[at(ref.storey)];
  const SpaceId id = space_of(scene, ref).id;
  std::vector<Quarter> found;
  for (std::size_t d = 0; d < storey.doors.size(); ++d) {
    const Door& door = storey.doors[d];
    const DoorSides& sides = layout.doors[d];
    const bool is_left = sides.left.space == id;
    const double width = door.opening_width();
    if ((!is_left && sides.right.space != id) || door.is_opening || width == 0) continue;
    const Point across = (is_left ? 1 / width : -1 / width) * (door.b - door.a);
    const Point inward{-across.y, across.x};
    Point from = door.a, to = door.b;
    if (const Ring& f = door.footprint; f.size() == 4) {
      const bool first = dot(middle(f[0], f[1]) - middle(f[2], f[3]), inward) > 0;
      from = first ? f[0] : f[2];
      to = first ? f[1] : f[3];
    }
    if (distance(from, to) == 0) continue;
    const Point along = (1 / distance(from, to)) * (to - from);
    const double leaf = width > kWidestLeaf ? width / 2 : width;
    found.push_back({from, leaf, along, inward});
    found.push_back({to, leaf, -1.0 * along, inward});
  }
  return found;
}

bool shows_furniture(const Scene& scene) {
  return std::any_of(
      scene.building.storeys.begin(), scene.building.storeys.end(),
      [](const auto& storey) { return !storey->furniture.empty() || !storey->seats.empty(); });
}

}  // namespace

const MeasureInfo& TurningCircleShare::info() const {
  static const MeasureInfo info{
      "turning_circle_share",
      1,
      {"Ontmoetingsruimten met een draaicirkel", "Meeting rooms with a turning circle"},
      {"deel van de ontmoetingsruimten (0-1)", "share of meeting rooms (0-1)"},
      2,
      {"Ontmoetingsruimten waarin een cirkel van de gegeven diameter past, vrij van meubels, "
       "zitplaatsen en draaiende deuren, gedeeld door alle ontmoetingsruimten.",
       "Meeting rooms in which a circle of the given diameter fits, free of furniture, seats and "
       "door swings, over all meeting rooms."},
      {{"diameter",
        {"m", "m"},
        1.5,
        {"Vuistregel, bron niet ingezien.", "Rule of thumb, source not read."}}},
      {{"rooms", {"Ontmoetingsruimten", "Meeting rooms"}, {"", ""}}},
      {"ontmoetingsruimte", "meeting room"},
      {"m, grootste vrije cirkel", "m, largest free circle"}};
  return info;
}

Result<Outcome> TurningCircleShare::evaluate(const Scene& scene, Job& job) const {
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> rooms = spaces_of(scene, is_meeting_place);
  if (rooms.empty()) {
    outcome.headline = no_meeting_place(scene);
    outcome.secondary["rooms"] = outcome.headline;
    return outcome;
  }
  outcome.secondary["rooms"] = static_cast<double>(rooms.size());
  outcome.assumptions.push_back(
      {"Een zitplaats neemt een cirkel van 0,5 m in. Waarheen een deur draait is niet bekend: "
       "eerst "
       "telt dat hij de ruimte in draait, aan beide kanten, dan dat hij er niet in draait.",
       "A seat takes a circle of 0.5 m. Which way a door swings is not known: first it counts as "
       "swinging into the room, on either hinge, then as not doing so."});
  const bool furniture_known = shows_furniture(scene);
  const Text not_known =
      furniture_known
          ? Text{"Waarheen deuren draaien is niet bekend, of de vloer van een ruimte is niet gevonden.",
                 "Which way doors swing is not known, or the floor of a room was not found."}
          : Text{"De tekening toont geen meubels; zonder meubels past de cirkel misschien wel, met "
                 "meubels misschien niet.",
                 "The drawing shows no furniture; the circle may fit without and not with it."};

  const double needed = scene.parameter("diameter") - 2 * kCirclePrecision;
  Tally tally;
  for (const SpaceRef ref : rooms) {
    if (!job.step(tally.total(), static_cast<int>(rooms.size()))) return stopped();
    const std::string object = to_string(space_of(scene, ref).id);
    if (!shape_of(scene, ref).polygon) {
      tally.add(YesNo::Unknown);
      outcome.rows.push_back({object, NotComputed{not_known}});
      continue;
    }
    FreeFloor free = furnished_floor(scene, ref);
    const double high = 2 * largest_circle(free);
    free.quarters = swings(scene, ref);
    double low = furniture_known ? std::min(high, 2 * largest_circle(free)) : 0;
    if (high - low <= 2 * kCirclePrecision) low = high;
    const YesNo answer = low >= needed ? YesNo::Yes : high >= needed ? YesNo::Unknown : YesNo::No;
    tally.add(answer);
    outcome.rows.push_back({object, between(low, high, not_known)});
    if (answer == YesNo::No) outcome.places.push_back(place_of(scene, ref));
  }
  outcome.headline = tally.share(not_known);
  return outcome;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/group_capacity.h"

#include <algorithm>
#include <cmath>

#include "measure/places.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

bool is_group_room(Use use) {
  return use == Use::GroupRoom || use == Use::Activity;
}

double capacity(const Scene& scene, double area) {
  return std::floor(area / scene.parameter("m2_per_person") + 1e-9);
}

// The largest capacity of these spaces; 0 when there are none.
double largest(const Scene& scene, const std::vector<SpaceRef>& spaces) {
  double most = 0;
  for (const SpaceRef ref : spaces) {
    most = std::max(most, capacity(scene, shape_of(scene, ref).area_m2));
  }
  return most;
}

}  // namespace

const MeasureInfo& GroupCapacity::info() const {
  static const MeasureInfo info{
      "group_capacity",
      1,
      {"Grootste groepsruimte", "Largest group room"},
      {"personen", "persons"},
      0,
      {"Oppervlakte van een groepsruimte of activiteitenruimte gedeeld door de oppervlakte per "
       "persoon, naar beneden afgerond; de grootste telt.",
       "Area of a group room or activity room over the area per person, rounded down; the largest "
       "counts."},
      {{"m2_per_person",
        {"m² per persoon", "m² per person"},
        2.5,
        {"Werkwaarde, geen norm.", "A working value, not a norm."}},
       {"target_capacity",
        {"personen", "persons"},
        15,
        {"Voorbeeld: bovenkant van de groepen van 10 tot 15 in Gezond Verbonden, paragraaf 2.3; "
         "geen norm.",
         "Illustration: upper end of the groups of 10 to 15 in Gezond Verbonden, section 2.3; not "
         "a "
         "norm."}}},
      {{"rooms_with_capacity",
        {"Groepsruimten voor een hele groep", "Group rooms for a whole group"},
        {"ruimten", "rooms"}},
       {"meeting_room_capacity",
        {"Grootste vergaderruimte (telt niet mee)", "Largest meeting room (does not count)"},
        {"personen", "persons"}}},
      {"groepsruimte", "group room"},
      {"personen", "persons"}};
  return info;
}

Result<Outcome> GroupCapacity::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);

  const std::vector<SpaceRef> rooms = spaces_of(scene, is_group_room);
  int large = 0;
  int missing = 0;
  for (const SpaceRef ref : rooms) {
    const std::string object = to_string(space_of(scene, ref).id);
    if (!shape_of(scene, ref).polygon) {
      ++missing;
      outcome.rows.push_back({object, NotComputed{{"De vloer van deze ruimte is niet gevonden.",
                                                   "The floor of this space was not found."}}});
      continue;
    }
    const double persons = capacity(scene, shape_of(scene, ref).area_m2);
    outcome.rows.push_back({object, persons});
    if (persons >= scene.parameter("target_capacity")) ++large;
    outcome.places.push_back(place_of(scene, ref));
  }
  note_missing_floor(missing, outcome);

  const Text not_known{"Van een deel van de ruimten is het gebruik niet bekend.",
                       "The use of part of the spaces is not known."};
  if (static_cast<int>(rooms.size()) > missing) {
    outcome.headline = largest(scene, rooms);
    outcome.secondary["rooms_with_capacity"] = static_cast<double>(large);
  } else if (missing > 0) {
    const NotComputed none{{"De vloer van de groepsruimte is niet gevonden.",
                            "The floor of the group room was not found."}};
    outcome.headline = none;
    outcome.secondary["rooms_with_capacity"] = none;
  } else if (all_spaces(scene).empty()) {
    const NotComputed none{{"De plattegrond heeft geen ruimten.", "The plan has no spaces."}};
    outcome.headline = none;
    outcome.secondary["rooms_with_capacity"] = none;
  } else {
    const std::vector<SpaceRef> unknown = spaces_of(scene, Use::Unknown);
    const double target = scene.parameter("target_capacity");
    const auto may_be_large = std::count_if(unknown.begin(), unknown.end(), [&](SpaceRef ref) {
      return capacity(scene, shape_of(scene, ref).area_m2) >= target;
    });
    outcome.headline = between(0, largest(scene, unknown), not_known);
    outcome.secondary["rooms_with_capacity"] =
        between(0, static_cast<double>(may_be_large), not_known);
  }
  const std::vector<SpaceRef> meeting = spaces_of(scene, Use::Meeting);
  if (meeting.empty()) {
    outcome.secondary["meeting_room_capacity"] = NotApplicable{
        {"De plattegrond heeft geen vergaderruimte.", "The plan has no meeting room."}};
  } else {
    outcome.secondary["meeting_room_capacity"] = largest(scene, meeting);
  }
  return outcome;
}

}  // namespace trefpunt

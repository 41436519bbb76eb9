// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "measure/places.h"

namespace trefpunt {

// For whom the plan is measured: people who sleep there, or people who come for an hour.
enum class CareBasis {
  Beds,      // bedrooms, or units in which people sleep
  Practice,  // none of these, but consulting or treatment rooms
  None,      // neither, and every space has a known use
  Unknown    // neither, but not every space has a known use
};
CareBasis care_basis(const Scene& scene);

// Why a measure of beds, rooms or units has no number for the bases None and Unknown.
Value no_care_rooms(CareBasis basis);

// Says that the building has no beds and what is counted instead.
void note_practice(CareBasis basis, Outcome& outcome);

// Bedrooms; without beds consulting and treatment rooms.
std::vector<SpaceRef> care_rooms(const Scene& scene, CareBasis basis);

// The units that the basis is about: with people who sleep there, or with care rooms.
std::vector<const Unit*> care_units(const Scene& scene, CareBasis basis);

// Beds of one unit: as stated, else of its bedrooms when each states them; empty when not known.
std::optional<int> beds_of_unit(const Scene& scene, const Unit& unit);
// Beds of the whole building: its units' and those of bedrooms outside them.
std::optional<int> beds_of_building(const Scene& scene);

// Beds, or in a practice the care rooms, of one unit or (null) of the whole building.
std::optional<int> care_places(const Scene& scene, CareBasis basis, const Unit* unit);
// Floor for each of them; not computed when their number is not known.
Value per_care_place(double area_m2, std::optional<int> count);

}  // namespace trefpunt

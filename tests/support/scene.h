// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "measure/measure.h"

namespace trefpunt {

// A building of these storeys, from low to high, without units.
Building building_of(std::vector<Storey> storeys);

// A building with all that is derived from it, ready to be measured.
struct TestScene {
  explicit TestScene(Building plan);
  explicit TestScene(std::vector<Storey> storeys) : TestScene(building_of(std::move(storeys))) {}
  explicit TestScene(Storey storey) : TestScene(std::vector<Storey>{std::move(storey)}) {}
  // With who is there and when, by the closed form. A programme that does not fit is refused, as
  // in the program.
  TestScene(Building plan, Programme who);

  // The outcome of a built-in measure with its default parameters, some replaced. Checks that the
  // outcome says only what the measure's info announces.
  Outcome measure(const std::string& id, const std::map<std::string, double>& changed = {}) const;

  Building building;
  Layouts layouts;
  AccessGraph access;
  std::shared_ptr<const WalkGraph> on_foot, wheelchair_low, wheelchair_high;
  StoreySights sights;
  std::optional<Programme> programme;
  std::optional<EncounterResult> encounter;  // a test may put other numbers in
};

// The number that a value must be; fails the test when it is none.
double number(const Value& value);
const Range& range(const Value& value);
bool is_not_computed(const Value& value);    // with a reason in both languages
bool is_not_applicable(const Value& value);  // the same

// The value of the row of that object, or of the only secondary with that id; fails when absent.
const Value& row(const Outcome& outcome, const std::string& object);
const Value& secondary(const Outcome& outcome, const std::string& id);

// The objects of the places, in order.
std::vector<std::string> objects(const std::vector<PlanPlace>& places);

}  // namespace trefpunt

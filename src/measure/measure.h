// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "encounter/encounter_result.h"
#include "measure/value.h"
#include "space/access_graph.h"
#include "space/storey_sight.h"
#include "space/walk.h"

namespace trefpunt {

// What a measure may look at: the plan as drawn and what was derived from it. Read only.
struct Scene {
  const Building& building;
  const Layouts& layouts;
  const AccessGraph& access;
  const WalkGraph& on_foot;                         // walker()
  const WalkGraph& wheelchair_low;                  // wheelchair_user(), what is unknown is closed
  const WalkGraph& wheelchair_high;                 // the same, what is unknown is open
  const StoreySights& sights;                       // who sees what, per storey
  const std::map<std::string, double>& parameters;  // by id, declared values already put in
  const Programme* programme = nullptr;             // null: none was given
  const EncounterResult* encounter = nullptr;       // of the programme; null without one

  double parameter(const std::string& id) const;  // TP_CHECKs that it is there
};

// A thing on the plan that a result is about, to light up on a drawing.
struct PlanPlace {
  int storey = 0;      // index into Building::storeys
  std::string object;  // "S12", "D3"
  Point at;
};

struct Row {
  std::string object;  // "S12", "D3", "U2"
  Value value;
};

// What a measure found. Only the headline meets a threshold.
struct Outcome {
  Value headline = NotComputed{};
  std::map<std::string, Value> secondary;  // named values, ids of MeasureInfo::secondary
  std::vector<Row> rows;                   // one per space, door or unit that the measure is about
  std::vector<PlanPlace> places;           // where it falls short, or where to look
  std::vector<Text> assumptions;           // what was taken for granted in this plan
};

struct ParameterInfo {
  std::string id;
  Text unit;
  double value = 0;  // default
  Text why;          // where the default comes from; marks it as an assumption
  Text label;        // what people call it; may be empty
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
};

struct SecondaryInfo {
  std::string id;
  Text name;
  Text unit;
};

// Judges nothing: says which way a value improves, for who compares two.
enum class Better { Neither, Higher, Lower };

// The library that a measure came out of.
struct PluginFile {
  std::string path;
  std::string maker;
  std::string sha256;
};

struct MeasureInfo {
  std::string id;   // "avoidability"; never used again for another formula
  int version = 1;  // raised when the same input may give another value
  Text name;
  Text unit;         // of the headline; "" for a plain number
  int decimals = 2;  // in reports
  Text formula;      // one sentence
  std::vector<ParameterInfo> parameters;
  std::vector<SecondaryInfo> secondary;
  Text row_name;  // what one row is: "ruimte", "deur"
  Text row_unit;
  Better better = Better::Neither;   // stated by plugins only
  bool reads_programme = false;      // measured anew when the programme changes
  Text source;                       // of a plugin's formula; for a built-in the criterion has it
  std::optional<PluginFile> plugin;  // empty: built in
};

// Turns a scene into numbers. Keeps no state; the same scene gives the same outcome anywhere.
class Measure {
 public:
  virtual ~Measure() = default;
  virtual const MeasureInfo& info() const = 0;
  virtual Result<Outcome> evaluate(const Scene& scene, Job& job) const = 0;
};

// The program's own, in the order they are listed to people.
const std::vector<const Measure*>& builtin_measures();

// Those and, after them, the measures of plugins in use.
const std::vector<const Measure*>& all_measures();
const Measure* find_measure(const std::string& id);  // of all; null when there is none

// From now on these measures of plugins are the ones in use. Called before there are other threads,
// and by tests.
void use_measures(std::vector<std::shared_ptr<const Measure>> of_plugins);

}  // namespace trefpunt

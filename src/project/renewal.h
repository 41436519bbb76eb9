// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "project/project.h"

namespace trefpunt {

// What was read of a revised file: what read_plan() gives (io/plan_reader.h).
struct RevisedPlan {
  Building building;
  std::vector<Finding> findings;
  std::vector<Source> sources;
  bool has_use_list = false;  // uses that are stated were given along, and go before older ones
};

// The floor of every space that has one (space/layout.h).
using SpaceFloors = std::map<SpaceId, Polygon>;
using FloorsOf = std::function<Result<SpaceFloors>(const Building&)>;

// One property: "name", "number", "use", "unit", "area_m2", "clear_width", "moved_m", "storey", ...
// `was` and `is` are for programs (ids, numbers with a point), empty where not known.
struct RenewedField {
  std::string field, was, is;
  Text words;
};

// A thing that came, went, changed or was kept as it is here.
struct RenewalEntry {
  std::string id;      // "S12" in the project; several of one kind with ", " between
  Text thing;          // "ruimte 0.12 Spreekkamer"
  std::string storey;  // its name
  std::vector<RenewedField> fields;
  bool is_by_place = false;  // recognised by where it lies, not by its key
};

struct Renewal {
  Project project;
  std::vector<RenewalEntry> came, went, changed;
  std::vector<RenewalEntry>
      kept;                      // stays as people said, though the file says otherwise or nothing
  std::vector<Text> depended;    // what was said of something that went; it is still there
  int by_key = 0, by_place = 0;  // things that were recognised
  int slight = 0;                // things that differ less than what is listed
  // m: the file has another origin; everything here was moved along before it was compared.
  std::optional<Point> shift = std::nullopt;

  bool is_unchanged() const {
    return came.empty() && went.empty() && changed.empty() && slight == 0 && !shift;
  }
};

// The project with the revised plan in the place of that building (docs/renewal.md). A thing is
// known by its `source_key`, else by lying where one lay (half of either lies in the other); it
// keeps its id and what people said of it, and takes geometry and names from the file. Errors:
// NotFound for the building, BadInput when nothing is recognised, unless `is_same_building` says
// that the file is of this building; those of `floors_of`.
Result<Renewal> renewed(const Project& old, std::size_t building, const RevisedPlan& revised,
                        const FloorsOf& floors_of, bool is_same_building = false);

// "ruimte 0.12 Spreekkamer (begane grond): naam: was A, nu B; 0,50 m verschoven", without the id.
std::string words_of(const RenewalEntry& entry, Lang lang);
// How much was recognised and by what, and that nothing changed or how much too little to list.
Text summary_of(const Renewal& renewal);

}  // namespace trefpunt

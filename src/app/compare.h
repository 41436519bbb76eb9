// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "criteria/evaluation.h"
#include "plan/building.h"
#include "report/drawing_colours.h"

namespace trefpunt {

// What one design gets for a criterion.
struct ComparedCell {
  StatusCode status = StatusCode::E;
  StatusCode underlying = StatusCode::E;
  std::optional<Value> value;       // empty: not measured
  std::optional<double> threshold;  // in force
};

// One criterion over the designs. What reads the same to people does not differ.
struct ComparedRow {
  const Theme* theme = nullptr;
  const Criterion* criterion = nullptr;
  std::vector<std::optional<ComparedCell>> cells;  // per design; empty: not judged there
  bool status_differs = false, value_differs = false, threshold_differs = false;

  bool differs() const { return status_differs || value_differs || threshold_differs; }
};

// Privacy first, then as in the catalogue. An evaluation that is null is not there yet and differs
// from nothing; a criterion that only some designs have in scope differs.
std::vector<ComparedRow> compare(const Catalogue& catalogue,
                                 const std::vector<const Evaluation*>& evaluations);

// "status, uitkomst"; empty when nothing differs.
Text difference_words(const ComparedRow& row);

// The colours of one measure for several designs: the same classes and legend for all. An outcome
// may be null.
std::vector<RowColours> shared_colours(const std::vector<const Outcome*>& outcomes,
                                       const MeasureInfo& info, Lang lang);

struct ComparedPlan {
  const Building* building = nullptr;
  const Outcome* outcome = nullptr;  // null: not there yet
};
// Less, equal or more than in the first design, by id of space or door. In the first itself and in
// the others, what the other side does not have is marked. Without `info`: by use.
std::vector<RowColours> difference_colours(const std::vector<ComparedPlan>& plans,
                                           const MeasureInfo* info, const std::string& first_name,
                                           Lang lang);

// A thing that is not where, or not what, it was.
struct Change {
  std::string object;
  std::vector<Point> was, is;  // empty: it is new, or gone
  bool is_closed = false;
};
std::vector<Change> changes(const Storey& first, const Storey& other);

// The storey of a plan on a level; empty: there is none.
std::optional<int> storey_on(const Building& building, double level);

}  // namespace trefpunt

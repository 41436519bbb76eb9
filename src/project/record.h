// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "geom/shapes.h"

namespace trefpunt {

// One change in what was decided: a threshold, a parameter, an answer, an explanation, ... The
// history of a project is a list of these, oldest first; nothing is ever taken out of it.
struct DecisionChange {
  std::string moment;     // "2026-11-05T14:03:20Z", or an ISO day where no more is known
  std::string by;         // function, never a name; may be empty: not stated
  std::string kind;       // the list in ambition.json or answers.json: "thresholds"; or "plan"
  std::string criterion;  // may be empty
  std::string before;     // the entry as compact JSON; empty: it was not there
  std::string after;      // empty: it was taken away
};

// What a reader of the leesversie remarked, and where.
struct Remark {
  std::string id;              // "R12"
  std::string text, by, date;  // by: function or body ("bewoner", "cliëntenraad"); date: ISO day
  std::string storey, space;   // ids; empty: of the plan as a whole
  std::optional<Point> at;     // m, in the plan or the wijk; empty: somewhere in the space
};

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/building.h"
#include "plan/finding.h"
#include "plan/programme.h"
#include "project/answers.h"
#include "project/record.h"
#include "wijk/wijk.h"

namespace trefpunt {

// A file that went into the project.
struct Source {
  std::string name;  // file name without folders
  std::string role;  // "plan", "room list", "uses", "ambition", "answers", "programme", "wijk"
  std::string sha256;
  std::string crs;          // as found in the file; may be empty
  std::string date;         // of the file's own data when it states one; may be empty
  std::string attribution;  // what its licence asks to be said; may be empty
};

// The next free number per kind of thing; numbers are never used again.
struct Counters {
  int storey = 1, space = 1, wall = 1, door = 1, window = 1, seat = 1, furniture = 1, link = 1,
      boundary = 1, unit = 1;
};

// The document: everything the user stated or imported, nothing derived. A value; an edit makes
// another one that shares what it did not touch.
struct Project {
  std::string name;
  std::vector<Building> buildings;
  std::shared_ptr<const Wijk> wijk;  // null: none
  Ambition ambition;
  Answers answers;
  Programme programme;  // empty(): none
  std::vector<DecisionChange> decisions;
  std::vector<Remark> remarks;
  std::vector<Source> sources;
  std::vector<Finding> import_findings;
  Counters next;
  WijkCounters next_wijk;
};

}  // namespace trefpunt

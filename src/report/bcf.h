// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "geom/shapes.h"
#include "report/report.h"

namespace trefpunt {

// The BIM Collaboration Format of buildingSMART: a zip of XML in which departures and findings go
// to the architect's own tool (docs/bcf.md).
enum class BcfVersion { V21, V30 };

// A look straight down on one storey, in metres of the plan's own coordinates.
struct BcfView {
  std::string guid;
  std::string storey;                   // GlobalId; empty: it has none
  std::vector<std::string> components;  // GlobalIds, sorted; empty: none is known
  bool shows_spaces = false;            // one of them is a space, which viewers hide otherwise
  Point middle;
  double eye = 0;             // height of the camera
  double size = 0;            // of what is seen, from below to above in the picture
  std::optional<double> cut;  // height above which nothing is shown; empty: the floor's is unknown
  std::string snapshot;       // PNG; empty: it could not be drawn
};

struct BcfDocument {
  std::string guid, url, name;
};

struct BcfTopic {
  std::string guid;
  std::string type, status, title, label, description;
  std::vector<BcfDocument> documents;
  std::vector<BcfView> views;  // one for each storey with a place
};

struct BcfProject {
  std::string guid, name, date;     // ISO day
  std::vector<std::string> models;  // names of the IFC files that the plan came from
  std::vector<std::string> types, statuses, labels;  // all that a topic may have
  std::vector<BcfTopic> topics;  // departures in the order of the report, then findings
  int left_out = 0;              // findings beyond the most that a file holds
};

// A topic for each criterion that departs (wholly or partly, explained or not) and for each finding
// about the plan that names a thing or a place. A GUID follows from what a topic is about, never
// from its value, its words or its order.
// Errors: NotFound without a plan, Cancelled.
Result<BcfProject> bcf_project(const ReportInput& input, Lang lang, Job& job);

// The bytes of the file.
std::string bcf_of(const BcfProject& project, BcfVersion version);

}  // namespace trefpunt

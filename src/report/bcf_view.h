// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/bcf.h"
#include "report/report_model.h"

namespace trefpunt {

// The width of a view over its height.
inline constexpr double kBcfAspect = 4.0 / 3.0;

// What is known of a thing of the plan where a topic is about it.
struct BcfThing {
  int storey = 0;  // index into Building::storeys
  Point at;
  Box box;          // m
  std::string key;  // its name in the file it came from; may be empty
  bool is_space = false;
};

// Spaces, doors, walls, windows, seats, furniture and links, by "S12".
std::map<std::string, BcfThing> bcf_things(const Building& building, const BuildingResult& result);

// How a topic's places are drawn: the colours of a measure with its places.
struct BcfPicture {
  const Outcome* outcome = nullptr;
  const MeasureInfo* info = nullptr;
};

// A view for each storey that has a place of the outcome. `topic` is its GUID.
std::vector<BcfView> bcf_views(const ReportModel& model,
                               const std::map<std::string, BcfThing>& things,
                               const std::string& topic, const BcfPicture& picture, Lang lang);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
// depthmapX's own test plan and what depthmapX 0.9.0 prints for it; -1 is "missing" there.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "field_plans.h"
#include "io/plan_reader.h"

namespace trefpunt {

inline std::string gallery_data() {
  const char* set = std::getenv("TREFPUNT_DATA");
  const std::string folder =
      (set ? std::string(set) : TREFPUNT_ROOT "/../shared/data") + "/depthmapx-gallery";
  if (std::filesystem::exists(folder)) return folder;
  WARN("skipped: depthmapx-gallery is not there");
  return "";
}

inline SightScene gallery_scene(const std::string& folder) {
  Job job;
  PlanOptions options;
  options.metres_per_unit = 1;
  const auto plan = read_plan({{folder + "/gallery.dxf", ""}}, options, job);
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  return make_sight_scene(*plan->building.storeys.front());
}

// Column name -> a value for each row.
inline std::map<std::string, std::vector<double>> read_columns(const std::string& path) {
  std::map<std::string, std::vector<double>> columns;
  std::ifstream file(path);
  std::vector<std::string> names;
  std::string line, word;
  std::getline(file, line);
  for (std::istringstream words(line); std::getline(words, word, ',');) names.push_back(word);
  while (std::getline(file, line)) {
    std::size_t i = 0;
    for (std::istringstream words(line); std::getline(words, word, ',');) {
      columns[names.at(i++)].push_back(std::stod(word));
    }
  }
  return columns;
}

}  // namespace trefpunt

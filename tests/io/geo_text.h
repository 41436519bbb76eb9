// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/plan_reader.h"

namespace trefpunt {

// A folder that is there as long as the test, with files that a test writes into it.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::string& path() const { return path_; }
  // Writes the file and gives its path.
  std::string file(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

// GeoJSON in small pieces. `properties` is the inside of an object: "\"type\":\"wall\"".
std::string polygon(const std::string& properties, const Ring& ring);
std::string line(const std::string& properties, const Line& points);
std::string point(const std::string& properties, Point p);
Ring box(double x0, double y0, double x1, double y1);
// In metres (RD New), or in degrees when `crs` is "".
std::string collection(const std::vector<std::string>& features,
                       const std::string& crs = "EPSG:28992");

// Four walls of 0.2 m around (0,0)-(10,6), one of them through the middle with a door of 1 m, and
// a door to the outside in the south wall. Two rooms, 1 and 2, on level 0.
std::vector<std::string> small_plan(const std::string& level = "0");

Result<PlanImport> read(const std::vector<PlanFile>& files, const PlanOptions& options = {});
// The storey of a file of these features.
Storey storey_of(const std::vector<std::string>& features, const std::string& crs = "EPSG:28992");
int count(const std::vector<Finding>& findings, int code);
// The folder of real files; empty, with a notice, when it is not there.
std::string shared_data(const std::string& folder);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/wijk_findings.h"
#include "io/wijk_reader.h"

namespace trefpunt {

// A folder of its own that is gone when the test ends.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  // Writes the file and gives its path.
  std::string file(const std::string& name, const std::string& bytes) const;
  std::vector<std::string> names() const;

 private:
  std::string path_;
};

// GeoJSON of features, each {"type":"Feature",...}; crs empty: WGS 84 as the standard says.
std::string features(const std::vector<std::string>& parts, const std::string& crs = "EPSG:28992");
std::string square_feature(const std::string& properties, double x, double y, double side = 100);
std::string point_feature(const std::string& properties, double x, double y);
std::string line_feature(const std::string& properties, const std::vector<Point>& points);

Result<WijkImport> read(const std::vector<std::string>& paths, const WijkReadOptions& options = {});
WijkImport good(const std::vector<std::string>& paths, const WijkReadOptions& options = {});
// The English sentence of why it was refused.
std::string refusal(const std::vector<std::string>& paths, const WijkReadOptions& options = {});
int count(const WijkImport& import, int code);

// A folder of the data that is not in the repository; empty, with a notice, when it is not there.
std::string real_data(const std::string& folder);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace trefpunt {

namespace fs = std::filesystem;

TestFolder::TestFolder() {
  std::string name = (fs::temp_directory_path() / "trefpunt-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TestFolder::file(const std::string& name, const std::string& bytes) const {
  const std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

namespace {

std::string pair_of(Point p) {
  return fmt::format("[{},{}]", p.x, p.y);
}

std::string pairs_of(const std::vector<Point>& points) {
  std::string text;
  for (const Point p : points) text += (text.empty() ? "" : ",") + pair_of(p);
  return text;
}

std::string feature(const std::string& properties, const std::string& type,
                    const std::string& coordinates) {
  return fmt::format(
      R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"{}","coordinates":{}}}}})",
      properties, type, coordinates);
}

}  // namespace

std::string polygon(const std::string& properties, const Ring& ring) {
  Ring closed = ring;
  closed.push_back(ring.front());
  return feature(properties, "Polygon", "[[" + pairs_of(closed) + "]]");
}

std::string line(const std::string& properties, const Line& points) {
  return feature(properties, "LineString", "[" + pairs_of(points) + "]");
}

std::string point(const std::string& properties, Point p) {
  return feature(properties, "Point", pair_of(p));
}

Ring box(double x0, double y0, double x1, double y1) {
  return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

std::string collection(const std::vector<std::string>& features, const std::string& crs) {
  std::string text = "{\"type\":\"FeatureCollection\",";
  if (!crs.empty()) {
    text += fmt::format(R"("crs":{{"type":"name","properties":{{"name":"{}"}}}},)", crs);
  }
  text += "\"features\":[\n";
  for (std::size_t i = 0; i < features.size(); ++i) text += (i ? ",\n" : "") + features[i];
  return text + "\n]}\n";
}

std::vector<std::string> small_plan(const std::string& level) {
  const auto with = [&](const std::string& type, const std::string& more = "") {
    return fmt::format(R"("type":"{}","level":{}{})", type, level, more);
  };
  return {
      polygon(with("wall"), box(-0.2, -0.2, 2, 0)),
      polygon(with("wall"), box(3, -0.2, 10.2, 0)),
      polygon(with("wall"), box(-0.2, 6, 10.2, 6.2)),
      polygon(with("wall"), box(-0.2, 0, 0, 6)),
      polygon(with("wall"), box(10, 0, 10.2, 6)),
      polygon(with("wall"), box(4.9, 0, 5.1, 2)),
      polygon(with("wall"), box(4.9, 3, 5.1, 6)),
      polygon(with("door"), box(4.9, 2, 5.1, 3)),
      polygon(with("door", R"(,"entrance":"public")"), box(2, -0.2, 3, 0)),
      polygon(with("space", R"(,"number":"1","name":"Wachtkamer")"), box(0, 0, 4.9, 6)),
      polygon(with("space", R"(,"number":"2","name":"Spreekkamer")"), box(5.1, 0, 10, 6)),
  };
}

Result<PlanImport> read(const std::vector<PlanFile>& files, const PlanOptions& options) {
  Job job;
  return read_plan(files, options, job);
}

Storey storey_of(const std::vector<std::string>& features, const std::string& crs) {
  const TestFolder folder;
  const Result<PlanImport> plan =
      read({{folder.file("bg.geojson", collection(features, crs)), ""}});
  if (!plan) FAIL(to_string(plan.error(), Lang::En));
  REQUIRE(plan->building.storeys.size() == 1);
  return *plan->building.storeys[0];
}

int count(const std::vector<Finding>& findings, int code) {
  return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                        [&](const Finding& f) { return f.code == code; }));
}

std::string shared_data(const std::string& folder) {
  const char* stated = std::getenv("TREFPUNT_DATA");
  const fs::path path = fs::path(stated ? stated : TREFPUNT_ROOT "/../shared/data") / folder;
  if (fs::exists(path)) return path.string();
  WARN("skipped: " << path.string() << " is not there");
  return "";
}

}  // namespace trefpunt

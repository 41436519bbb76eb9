// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_text.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace trefpunt {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string pattern = (fs::temp_directory_path() / "trefpunt-layers-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

Folder::~Folder() {
  fs::remove_all(path_);
}

std::string Folder::file(const std::string& name, const std::string& bytes) const {
  const std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(path_)) {
    found.push_back(entry.path().filename().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string features(const std::vector<std::string>& parts, const std::string& crs) {
  std::string text = R"({"type":"FeatureCollection",)";
  if (!crs.empty()) {
    text += fmt::format(R"("crs":{{"type":"name","properties":{{"name":"{}"}}}},)", crs);
  }
  text += "\"features\":[";
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? ",\n" : "\n") + parts[i];
  return text + "]}";
}

namespace {

std::string feature(const std::string& properties, const char* type, const std::string& at) {
  return fmt::format(
      R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"{}","coordinates":{}}}}})",
      properties, type, at);
}

}  // namespace

std::string square_feature(const std::string& properties, double x, double y, double side) {
  return feature(properties, "Polygon",
                 fmt::format("[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]", x, y,
                             x + side, y + side));
}

std::string point_feature(const std::string& properties, double x, double y) {
  return feature(properties, "Point", fmt::format("[{},{}]", x, y));
}

std::string line_feature(const std::string& properties, const std::vector<Point>& points) {
  std::string at;
  for (const Point p : points) at += fmt::format("{}[{},{}]", at.empty() ? "" : ",", p.x, p.y);
  return feature(properties, "LineString", "[" + at + "]");
}

Result<WijkImport> read(const std::vector<std::string>& paths, const WijkReadOptions& options) {
  Job job;
  return read_wijk(paths, options, job);
}

WijkImport good(const std::vector<std::string>& paths, const WijkReadOptions& options) {
  Result<WijkImport> import = read(paths, options);
  if (!import) FAIL(to_string(import.error(), Lang::En));
  return std::move(*import);
}

std::string refusal(const std::vector<std::string>& paths, const WijkReadOptions& options) {
  const Result<WijkImport> import = read(paths, options);
  REQUIRE(!import);
  return to_string(import.error(), Lang::En);
}

int count(const WijkImport& import, int code) {
  return static_cast<int>(std::ranges::count(import.findings, code, &Finding::code));
}

std::string real_data(const std::string& folder) {
  const char* stated = std::getenv("TREFPUNT_DATA");
  const fs::path path = fs::path(stated ? stated : TREFPUNT_ROOT "/../shared/data") / folder;
  if (fs::exists(path)) return path.string();
  WARN("skipped: " << path.string() << " is not there");
  return "";
}

}  // namespace trefpunt

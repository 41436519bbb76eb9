// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = TREFPUNT_ROOT;

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Allowed {
  std::set<std::string> modules, third_party;
};

std::set<std::string> words(const std::string& cell) {
  std::set<std::string> found;
  std::stringstream stream(cell);
  for (std::string word; std::getline(stream, word, ',');) {
    word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
    if (!word.empty()) found.insert(word);
  }
  return found;
}

std::map<std::string, Allowed> table() {
  std::map<std::string, Allowed> rows;
  std::stringstream doc(text_of(kRoot / "docs/architecture.md"));
  const std::regex row(R"(\| (\w+) \|([^|]*)\|([^|]*)\|)");
  for (std::string line; std::getline(doc, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, row) || match[1] == "module") continue;
    rows[match[1]] = {words(match[2]), words(match[3])};
  }
  return rows;
}

// Whose header it is, by the start of its name; empty for the standard library and the system.
std::string third_party_of(const std::string& header) {
  static const std::vector<std::pair<std::string, std::string>> prefixes = {
      {"fmt/", "fmt"},       {"CGAL/", "CGAL"},       {"nlohmann/", "nlohmann"},
      {"gdal", "GDAL"},      {"ogr", "GDAL"},         {"cpl_", "GDAL"},
      {"sqlite3", "SQLite"}, {"openssl/", "OpenSSL"}, {"cairo", "Cairo"},
      {"pango/", "Cairo"},   {"CLI/", "CLI11"},       {"tbb/", "TBB"},
      {"oneapi/", "TBB"},    {"boost/", "Boost"},     {"pugixml", "pugixml"},
      {"zip.h", "libzip"},   {"imgui", "ImGui"},      {"GLFW/", "GLFW"},
      {"GL/", "OpenGL"},     {"EGL/", "OpenGL"},      {"backends/imgui", "ImGui"},
      {"proj", "GDAL"},      {"geos_c", "GDAL"},      {"catch2/", "Catch2"},
      {"spdlog/", "spdlog"}, {"librsvg/", "librsvg"},
  };
  for (const auto& [prefix, name] : prefixes) {
    if (header.starts_with(prefix)) return name;
  }
  return "";
}

}  // namespace

TEST_CASE("Every include under src keeps to the table in docs/architecture.md") {
  const auto allowed = table();
  REQUIRE(allowed.size() >= 11);
  const std::regex include(R"(^\s*#include\s+([<"])([^>"]+)[>"])");
  int seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "src")) {
    const std::string extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    const std::string module = fs::relative(entry.path(), kRoot / "src").begin()->string();
    CAPTURE(entry.path().string());
    REQUIRE(allowed.contains(module));
    std::stringstream file(text_of(entry.path()));
    for (std::string line; std::getline(file, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      const std::string header = match[2];
      CAPTURE(header);
      ++seen;
      if (match[1] == "<") {
        const std::string owner = third_party_of(header);
        CHECK((owner.empty() || allowed.at(module).third_party.contains(owner)));
        // What no prefix knows must be of the standard library or the system: one plain word.
        if (owner.empty())
          CHECK(std::regex_match(header, std::regex(R"([a-z_0-9]+(\.h)?|sys/\w+\.h)")));
        continue;
      }
      const std::string target = header.substr(0, header.find('/'));
      const bool allowed_edge =
          target == module || target == "embedded" || allowed.at(module).modules.contains(target);
      CHECK(allowed_edge);
    }
  }
  CHECK(seen > 200);
}

TEST_CASE("Edges between modules go one way") {
  const auto allowed = table();
  for (const auto& [module, row] : allowed) {
    for (const std::string& target : row.modules) {
      CAPTURE(module, target);
      REQUIRE(allowed.contains(target));
      CHECK_FALSE(allowed.at(target).modules.contains(module));
    }
  }
}

TEST_CASE("Every source starts with its licence, and every header includes itself only once") {
  for (const char* folder : {"src", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      CAPTURE(entry.path().string());
      const std::string text = text_of(entry.path());
      CHECK(text.starts_with("// SPDX-License-Identifier: GPL-3.0-or-later\n"));
      if (extension == ".h") CHECK(text.find("#pragma once") != std::string::npos);
    }
  }
}

// Two types of one name that a program links together share their destructors and the templates
// made of them, whichever came first: memory is then read as what it is not.
TEST_CASE("No two headers give a type the same name") {
  std::map<std::string, std::set<std::string>> headers;
  const std::regex type(R"((?:struct|class|enum class) (\w+)(?: final)? (?:[:{].*)?)");
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "src")) {
    if (entry.path().extension() != ".h") continue;
    std::stringstream lines(text_of(entry.path()));
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (line.ends_with(";") && line.find('{') == std::string::npos) continue;  // only named
      if (std::regex_match(line, match, type)) headers[match[1]].insert(entry.path().string());
    }
  }
  CHECK(headers.size() > 300);
  for (const auto& [name, places] : headers) {
    INFO(name);
    CHECK(places.size() == 1);
  }
}

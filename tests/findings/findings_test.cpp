// SPDX-License-Identifier: GPL-3.0-or-later
// One code, one section in docs/findings.md, one file here that gives exactly that finding.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "io/plan_reader.h"
#include "io/remark_list.h"
#include "io/room_list.h"
#include "io/street_reader.h"
#include "io/wijk_reader.h"
#include "space/access_graph.h"
#include "street/network.h"

using namespace trefpunt;

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = TREFPUNT_ROOT;
const fs::path kFolder = kRoot / "tests/findings";

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The codes of plans and streets, and those of layers.
std::set<int> codes() {
  std::set<int> found;
  const std::string header =
      text_of(kRoot / "src/plan/finding.h") + text_of(kRoot / "src/io/wijk_findings.h") +
      text_of(kRoot / "src/io/ifc_findings.h") + text_of(kRoot / "src/io/remark_list.h") +
      text_of(kRoot / "src/io/same_keys.h") + text_of(kRoot / "src/io/pdf.h");
  const std::regex constant(R"(inline constexpr int k\w+ = (\d{3});)");
  for (std::sregex_iterator at(header.begin(), header.end(), constant), end; at != end; ++at) {
    found.insert(std::stoi((*at)[1]));
  }
  return found;
}

std::set<int> codes_of(const std::vector<Finding>& findings) {
  std::set<int> found;
  for (const Finding& finding : findings) found.insert(finding.code);
  return found;
}

// Everything that is found in a plan on the way from file to access graph.
std::vector<Finding> findings_of(const fs::path& plan, const fs::path& rooms = {}) {
  Job job;
  std::vector<PlanFile> files;
  if (fs::is_directory(plan)) {
    for (const auto& entry : fs::directory_iterator(plan)) files.push_back({entry.path(), ""});
    std::sort(files.begin(), files.end(),
              [](const PlanFile& a, const PlanFile& b) { return a.path < b.path; });
  } else {
    files.push_back({plan.string(), ""});
  }
  Result<PlanImport> read = read_plan(files, {}, job);
  if (!read) FAIL(to_string(read.error(), Lang::En));
  Project project;
  project.buildings = {read->building};
  project.import_findings = read->findings;
  Layouts layouts;
  std::map<SpaceId, double> areas;
  std::vector<Finding> later;
  for (const auto& storey : read->building.storeys) {
    Result<Layout> layout = make_layout(*storey, {}, job);
    REQUIRE(layout);
    for (const SpaceShape& shape : layout->shapes) areas[shape.id] = shape.area_m2;
    later.insert(later.end(), layout->findings.begin(), layout->findings.end());
    layouts.push_back(std::make_shared<const Layout>(std::move(*layout)));
  }
  const AccessGraph access = make_access_graph(read->building, layouts);
  later.insert(later.end(), access.findings.begin(), access.findings.end());
  if (!rooms.empty()) {
    Result<std::vector<RoomRow>> rows = read_room_list(rooms.string());
    if (!rows) FAIL(to_string(rows.error(), Lang::En));
    project = with_room_list(std::move(project), *rows, rooms.filename().string(), areas);
  }
  std::vector<Finding> all = project.import_findings;
  all.insert(all.end(), later.begin(), later.end());
  return all;
}

// What is found in remarks on a plan without flaws.
std::vector<Finding> findings_of_remarks(const fs::path& file) {
  Job job;
  Result<PlanImport> plan = read_plan({{(kFolder / "none.geojson").string(), ""}}, {}, job);
  REQUIRE(plan);
  Project project;
  project.buildings = {plan->building};
  Result<std::vector<RemarkRow>> rows = read_remark_list(file.string());
  if (!rows) FAIL(to_string(rows.error(), Lang::En));
  return with_remarks(std::move(project), *rows, file.filename().string()).import_findings;
}

// Everything that is found in a file of streets on the way to a network.
std::vector<Finding> findings_of_streets(const fs::path& file) {
  Job job;
  Result<StreetSource> source = read_streets(file.string(), {}, job);
  if (!source) FAIL(to_string(source.error(), Lang::En));
  const Result<StreetNetwork> network = make_street_network(source->streets, {}, job);
  REQUIRE(network);
  std::vector<Finding> all = source->findings;
  all.insert(all.end(), network->findings.begin(), network->findings.end());
  return all;
}

// The layers of a wijk: the file, or the files of the folder.
std::vector<Finding> findings_of_wijk(const fs::path& path) {
  std::vector<std::string> files;
  if (fs::is_directory(path)) {
    for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
  } else {
    files.push_back(path);
  }
  Job job;
  Result<WijkImport> read = read_wijk(files, {}, job);
  if (!read) FAIL(to_string(read.error(), Lang::En));
  return read->findings;
}

std::vector<fs::path> files_of(int code) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().filename().string().starts_with(std::to_string(code))) {
      found.push_back(entry.path());
    }
  }
  return found;
}

}  // namespace

TEST_CASE("Every finding code has a section in the docs and a file that gives it", "[findings]") {
  const std::set<int> known = codes();
  REQUIRE(known.size() >= 20);
  const std::string docs = text_of(kRoot / "docs/findings.md");
  for (const int code : known) {
    CAPTURE(code);
    CHECK(docs.find("\n### " + std::to_string(code) + "\n") != std::string::npos);
    CHECK_FALSE(files_of(code).empty());
  }
  const std::regex section(R"(\n### (\d{3})\n)");
  for (std::sregex_iterator at(docs.begin(), docs.end(), section), end; at != end; ++at) {
    CHECK(known.contains(std::stoi((*at)[1])));
  }
}

TEST_CASE("A plan without flaws gives no finding", "[findings]") {
  CHECK(findings_of(kFolder / "none.geojson").empty());
}

TEST_CASE("Each test file gives exactly the finding it is named after", "[findings]") {
  for (const int code : codes()) {
    for (const fs::path& file : files_of(code)) {
      CAPTURE(file.filename().string());
      const bool is_list = file.extension() == ".csv";
      const bool is_street = code >= 401 && code < 410;
      const bool is_wijk = code >= 410 && code < 440;
      const auto found = is_street                           ? findings_of_streets(file)
                         : is_wijk                           ? findings_of_wijk(file)
                         : code == finding::kRemarkNotPlaced ? findings_of_remarks(file)
                         : is_list ? findings_of(kFolder / "none.geojson", file)
                                   : findings_of(file);
      CHECK(codes_of(found) == std::set<int>{code});
      for (const Finding& finding : found) {
        CHECK_FALSE(finding.sentence.nl.empty());
        CHECK_FALSE(finding.sentence.en.empty());
      }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's report as it was looked at and approved. A difference leaves report.out.json beside
// the approved one; tests/golden/approve.sh moves it over.
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>

#include "cli/run.h"
#include "support/honest_text.h"

using namespace run;

namespace {

// Where two documents differ; numbers are equal to 1e-9 relative.
void compare(const Json& wanted, const Json& got, const std::string& at,
             std::vector<std::string>& differences) {
  if (differences.size() > 20) return;
  if (wanted.is_number() && got.is_number()) {
    const double a = wanted, b = got;
    if (std::abs(a - b) > 1e-9 * std::max(1.0, std::abs(a))) {
      differences.push_back(at + ": " + wanted.dump() + " became " + got.dump());
    }
  } else if (wanted.is_object() && got.is_object()) {
    for (const auto& [key, value] : wanted.items()) {
      if (!got.contains(key)) {
        differences.push_back(at + "/" + key + " is gone");
      } else {
        compare(value, got[key], at + "/" + key, differences);
      }
    }
    for (const auto& [key, value] : got.items()) {
      if (!wanted.contains(key)) differences.push_back(at + "/" + key + " is new");
    }
  } else if (wanted.is_array() && got.is_array() && wanted.size() == got.size()) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      compare(wanted[i], got[i], at + "/" + std::to_string(i), differences);
    }
  } else if (wanted != got) {
    differences.push_back(at + ": " + wanted.dump().substr(0, 80) + " became " +
                          got.dump().substr(0, 80));
  }
}

// A wijk has thousands of homes: of a long list its length, its first and its last are approved.
Json shortened(const Json& whole) {
  if (whole.is_object()) {
    Json out = Json::object();
    for (const auto& [key, value] : whole.items()) out[key] = shortened(value);
    return out;
  }
  if (!whole.is_array()) return whole;
  if (whole.size() > 60) {
    return {{"length", whole.size()}, {"first", whole.front()}, {"last", whole.back()}};
  }
  Json out = Json::array();
  for (const Json& value : whole) out.push_back(shortened(value));
  return out;
}

// A page of a report that is shown to people in the repository is what the program writes.
void holds_page(const std::string& got, const fs::path& shown) {
  const bool is_same = fs::exists(shown) && text_of(shown) == got;
  INFO(shown.string());
  if (!is_same) {
    fs::path beside = shown;
    beside.replace_extension(".out.html");
    fs::create_directories(beside.parent_path());
    std::ofstream(beside) << got;
  }
  CHECK(is_same);
}

void holds(const std::vector<std::string>& words, const fs::path& expected,
           bool is_shortened = false, const fs::path& shown = {}) {
  const Folder folder;
  const Ran ran = trefpunt(std::vector<std::string>{"assess"} + words +
                           std::vector<std::string>{"--date", "2026-11-05", "--forms",
                                                    "csv,leesversie", "-o", folder / "r"});
  INFO(ran.err);
  REQUIRE(ran.exit <= 1);
  Json got = Json::parse(text_of(folder / "r/report.json"));
  CHECK(honest::broken_rules(text_of(folder / "r/report.html")) == std::vector<std::string>{});
  CHECK(honest::broken_rules(text_of(folder / "r/report.csv")) == std::vector<std::string>{});
  CHECK(honest::broken_rules(text_of(folder / "r/leesversie.html")) == std::vector<std::string>{});
  if (!shown.empty()) {
    for (const char* page : {"report.html", "leesversie.html"}) {
      holds_page(text_of(folder / (std::string("r/") + page)), shown / page);
    }
  }
  if (is_shortened) got = shortened(got);
  std::vector<std::string> differences;
  if (fs::exists(expected)) {
    compare(Json::parse(text_of(expected)), got, "", differences);
  } else {
    differences.push_back(expected.string() + " is not there");
  }
  if (!differences.empty()) {
    fs::path beside = expected;
    beside.replace_extension(".out.json");
    fs::create_directories(beside.parent_path());
    std::ofstream(beside) << got.dump(2) << "\n";
  }
  for (const std::string& difference : differences) UNSCOPED_INFO(difference);
  CHECK(differences.empty());
}

}  // namespace

TEST_CASE("The sample health centre gives its approved report from GeoJSON", "[golden]") {
  holds(sample_words(), kSample / "expected/report.json");
}

TEST_CASE("The sample health centre gives its approved report from DXF", "[golden]") {
  std::vector<std::string> words = sample_words();
  words.erase(words.begin());
  holds(std::vector<std::string>{kSample / "bg.dxf", kSample / "verdieping-1.dxf"} + words,
        kSample / "expected/report-dxf.json");
}

TEST_CASE("The sample ward gives its approved report", "[golden]") {
  const fs::path sample = kRoot / "samples/verpleegafdeling";
  holds(sample_words("verpleegafdeling"), sample / "expected/report.json", false,
        sample / "rapport");
}

TEST_CASE("The sample ward as a project gives the approved report of its files", "[golden]") {
  const fs::path sample = kRoot / "samples/verpleegafdeling";
  holds({sample / "verpleegafdeling.trefpunt"}, sample / "expected/report.json");
}

TEST_CASE("The sample wijk gives its approved report", "[golden]") {
  const fs::path sample = kRoot / "samples/wijk";
  holds({sample / "wijk.gpkg", sample / "ontmoetingsplekken.csv",
         sample / "eenzaamheid-verzonnen.csv", "--ambition", sample / "ambition.json", "--answers",
         sample / "answers.json"},
        sample / "expected/report.json", true);
}

TEST_CASE("The sample ward is read the same from its drawings as from GeoJSON", "[golden]") {
  const fs::path sample = kRoot / "samples/verpleegafdeling";
  const auto spaces = [&](std::vector<std::string> files, const std::vector<int>& findings) {
    const std::vector<std::string> lists = {"--rooms", sample / "ruimtestaat.csv", "--uses",
                                            sample / "uses.json", "--json"};
    const Ran ran = trefpunt(std::vector<std::string>{"show"} + std::move(files) + lists);
    INFO(ran.err);
    REQUIRE(ran.exit == 0);
    const Json shown = Json::parse(ran.out);
    std::vector<int> codes;
    for (const Json& finding : shown["findings"]) codes.push_back(finding["code"]);
    CHECK(codes == findings);
    std::map<std::string, Json> by_number;
    for (const Json& storey : shown["storeys"]) {
      for (const Json& space : storey["spaces"]) by_number[space["number"]] = space;
    }
    return by_number;
  };
  const auto drawn = spaces({sample / "bg.dxf", sample / "verdieping-1.dxf"}, {});
  const auto mapped = spaces({sample / "verpleegafdeling.geojson"}, {111});
  REQUIRE(drawn.size() == 163);
  REQUIRE(mapped.size() == 163);
  for (const auto& [number, space] : mapped) {
    INFO(number);
    const Json& same = drawn.at(number);
    CHECK(space["name"] == same["name"]);
    CHECK(space["use"] == same["use"]);
    CHECK_FALSE(space["use_is_suggested"].get<bool>());
    CHECK(space["area_m2"].get<double>() == Approx(same["area_m2"].get<double>()).margin(0.01));
  }
}

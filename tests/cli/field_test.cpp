// SPDX-License-Identifier: GPL-3.0-or-later
// trefpunt field, as a user runs it.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "cli/run.h"

using namespace run;

namespace {

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  double number(std::size_t row, const std::string& column) const {
    const auto at = std::find(columns.begin(), columns.end(), column) - columns.begin();
    return std::stod(rows[row][static_cast<std::size_t>(at)]);
  }
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> words{""};
  for (const char c : line) {
    if (c == ',') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

Table table_of(const fs::path& path) {
  Table table;
  std::stringstream text(text_of(path));
  std::string line;
  std::getline(text, line);
  table.columns = split(line);
  while (std::getline(text, line)) table.rows.push_back(split(line));
  return table;
}

const fs::path kPlan = kSample / "gezondheidscentrum.geojson";

Ran field(const std::string& kind, const fs::path& plan, const std::vector<std::string>& words) {
  return trefpunt(std::vector<std::string>{"field", kind, plan.string()} + words);
}

}  // namespace

TEST_CASE("The field of the gallery has the cells and values of depthmapX", "[field]") {
  const fs::path data = real_data("depthmapx-gallery");
  if (data.empty()) return;
  const Folder folder;
  const std::vector<std::string> words = {"--unit", "1",   "--grid", "0.08",
                                          "--from", "3,5", "-o",     folder / "f.csv"};
  const std::map<std::string, std::string> ours_of_theirs = {
      {"Connectivity", "connectivity"},
      {"Visual Mean Depth", "mean_depth"},
      {"Visual Integration [HH]", "integration_hh"},
      {"Visual Integration [Tekl]", "integration_tekl"},
      {"Visual Entropy", "entropy"}};
  const Ran ran = field("visibility", data / "gallery.dxf", words);
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  const Table ours = table_of(folder / "f.csv");
  CHECK(ours.columns ==
        split("x,y,connectivity,node_count,mean_depth,integration_hh,integration_tekl,entropy,"
              "relativised_entropy,first_moment,second_moment"));
  REQUIRE(ours.rows.size() == 1037);
  const auto key = [](double x, double y) {
    return std::pair{std::lround(x * 1000), std::lround(y * 1000)};
  };
  std::map<std::pair<long, long>, std::size_t> row_at;
  for (std::size_t i = 0; i < ours.rows.size(); ++i) {
    row_at[key(ours.number(i, "x"), ours.number(i, "y"))] = i;
  }
  const Table theirs = table_of(data / "gallery_0.08.visual_n.csv");
  REQUIRE(theirs.rows.size() == 1037);
  int compared = 0;
  for (std::size_t i = 0; i < theirs.rows.size(); ++i) {
    const auto found = row_at.find(key(theirs.number(i, "x"), theirs.number(i, "y")));
    REQUIRE(found != row_at.end());
    for (const auto& [name, own] : ours_of_theirs) {
      const bool has =
          std::find(theirs.columns.begin(), theirs.columns.end(), name) != theirs.columns.end();
      if (!has) continue;
      INFO(name << " in row " << i);
      CHECK(ours.number(found->second, own) == Approx(theirs.number(i, name)).epsilon(1e-5));
      ++compared;
    }
  }
  CHECK(compared == 5 * 1037);
}

TEST_CASE("Each kind of field is written with its columns, from every door", "[field]") {
  const Folder folder;
  const std::map<std::string, std::string> columns = {
      {"local", "x,y,clustering,control,controllability"},
      {"isovist",
       "x,y,area,perimeter,compactness,occlusivity,drift_magnitude,drift_angle,min_radial,"
       "max_radial"},
      {"metric", "x,y,mean_distance,mean_straight_distance,mean_turn"},
      {"angular", "x,y,mean_angular_depth"},
      {"through", "x,y,through"}};
  std::size_t rows = 0;
  for (const auto& [kind, header] : columns) {
    INFO(kind);
    const Ran ran = field(kind, kPlan, {"--grid", "1", "-o", folder / (kind + ".csv")});
    INFO(ran.err);
    REQUIRE(ran.exit == 0);
    const Table table = table_of(folder / (kind + ".csv"));
    CHECK(table.columns == split(header));
    if (rows == 0) rows = table.rows.size();
    CHECK(table.rows.size() == rows);
  }
  // 878 m2 of floor on one of two storeys, less the furniture, in squares of 1 m2.
  CHECK(rows > 500);
  CHECK(rows < 900);
}

TEST_CASE("A field is a GeoPackage that others read, and the same from one thread", "[field]") {
  const Folder folder;
  REQUIRE(field("visibility", kPlan, {"--grid", "1", "-o", folder / "f.gpkg"}).exit == 0);
  REQUIRE(field("visibility", kPlan, {"--grid", "1", "-o", folder / "many.csv"}).exit == 0);
  REQUIRE(field("visibility", kPlan, {"--grid", "1", "--threads", "1", "-o", folder / "one.csv"})
              .exit == 0);
  CHECK(text_of(folder / "many.csv") == text_of(folder / "one.csv"));
  const std::string shown = (folder / "shown").string();
  REQUIRE(
      std::system(("ogrinfo -so -al " + quoted(folder / "f.gpkg") + " >" + quoted(shown) + " 2>&1")
                      .c_str()) == 0);
  const std::string text = text_of(shown);
  CHECK(text.find("Geometry: Point") != std::string::npos);
  CHECK(text.find("mean_depth: Real") != std::string::npos);
  CHECK(text.find("28992") != std::string::npos);
  const auto count = table_of(folder / "one.csv").rows.size();
  CHECK(text.find("Feature Count: " + std::to_string(count)) != std::string::npos);
}

TEST_CASE("Shut doors part the rooms for sight", "[field]") {
  const Folder folder;
  const std::vector<std::string> words = {"--grid", "0.5", "-o"};
  REQUIRE(field("visibility", kPlan, words + std::vector<std::string>{folder / "open.csv"}).exit ==
          0);
  REQUIRE(field("visibility", kPlan,
                words + std::vector<std::string>{folder / "shut.csv", "--doors", "shut"})
              .exit == 0);
  const Table open = table_of(folder / "open.csv"), shut = table_of(folder / "shut.csv");
  REQUIRE(open.rows.size() == shut.rows.size());
  double seen_open = 0, seen_shut = 0;
  for (std::size_t i = 0; i < open.rows.size(); ++i) {
    CHECK(shut.number(i, "connectivity") <= open.number(i, "connectivity"));
    seen_open += open.number(i, "connectivity");
    seen_shut += shut.number(i, "connectivity");
  }
  CHECK(seen_shut < 0.95 * seen_open);
}

TEST_CASE("A radius of one step reaches the cells in sight and no others", "[field]") {
  const Folder folder;
  REQUIRE(
      field("visibility", kPlan, {"--grid", "1", "--radius", "1", "-o", folder / "f.csv"}).exit ==
      0);
  const Table table = table_of(folder / "f.csv");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    REQUIRE(table.number(i, "node_count") == table.number(i, "connectivity") + 1);
  }
}

TEST_CASE("An isovist field says how many cells look past the drawn walls", "[field]") {
  const Folder folder;
  const Ran ran = field("isovist", kPlan, {"--grid", "1", "-o", folder / "f.csv"});
  REQUIRE(ran.exit == 0);
  CHECK(ran.out.find("gaat het zicht langs de getekende wanden naar buiten") != std::string::npos);
  const Ran depth = field("visibility", kPlan, {"--grid", "1", "-o", folder / "g.csv"});
  CHECK(depth.out.find("naar buiten") == std::string::npos);
}

TEST_CASE("A field that cannot be made is one sentence, and nothing is written", "[field]") {
  const Folder folder;
  const auto refused = [&](const std::string& kind, std::vector<std::string> words,
                           const std::string& sentence, const std::string& name = "f.csv") {
    words.insert(words.end(), {"-o", folder / name});
    const Ran ran = field(kind, kPlan, words);
    INFO(ran.err);
    CHECK(ran.exit == 2);
    CHECK(ran.err.find(sentence) != std::string::npos);
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    CHECK_FALSE(fs::exists(folder / name));
  };
  refused("zicht", {}, "er is geen veld 'zicht'; wel: visibility, local, isovist");
  refused("local", {}, "een veld wordt .csv of .gpkg", "f.txt");
  refused("local", {"--from", "hier"}, "schrijf een plek als X,Y");
  refused("local", {"--from", "3,5"}, "");  // metres of the plan: RD, so far outside
  refused("local", {"--grid", "0"}, "");
  refused("local", {"--grid", "-1"}, "");
  refused("local", {"--grid", "0.0001"}, "");
  refused("local", {"--of", "kelder"}, "er is geen verdieping 'kelder'");
}

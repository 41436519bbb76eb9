// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "report/drawing_colours.h"
#include "report/drawing_labels.h"
#include "report/drawing_lines.h"
#include "report/drawing_scene.h"
#include "report/markup.h"
#include "report/support/report_fixture.h"

using namespace trefpunt;

namespace {

struct Drawn {
  ReportFixture fixture;
  DrawingOptions options;

  const Building& building() const { return fixture.project.buildings.front(); }
  const BuildingResult& result() const { return fixture.evaluation.buildings.front(); }
  void show(const std::string& measure) {
    options.outcome = &fixture.outcome(measure);
    options.info = &find_measure(measure)->info();
  }
  std::string svg() const { return drawing_svg(building(), result(), options); }
  std::string alternative() const { return drawing_alternative(building(), result(), options).nl; }
  bool svg_has(const std::string& part) const { return svg().find(part) != std::string::npos; }
};

Polygon square(double side) {
  return {{{0, 0}, {side, 0}, {side, side}, {0, side}}, {}};
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("A drawing by use shows numbers, uses in words and a scale in metres", "[report]") {
  const Drawn drawn;
  CHECK(drawn.svg_has(">0.01</text>"));
  CHECK(drawn.svg_has(">Lounge</text>"));
  CHECK(drawn.svg_has("Ontmoeten: ontmoetingsruimte"));
  CHECK(drawn.svg_has("Kamers en rust: spreekkamer"));
  CHECK(drawn.svg_has(" m</text>"));
  CHECK(drawn.svg_has("role=\"img\""));
  CHECK(drawn.svg() == drawn.svg());
}

TEST_CASE("North is shown only when the plan has a place in the world", "[report]") {
  Drawn drawn;
  CHECK_FALSE(drawn.svg_has(">N</text>"));
  drawn.fixture.project.buildings.front().placement.crs = "EPSG:28992";
  CHECK(drawn.svg_has(">N</text>"));
}

TEST_CASE("A measure colours its rooms and names the unit; a place already said is not said twice",
          "[report]") {
  Drawn drawn;
  drawn.show("avoidability");
  CHECK(drawn.svg_has(">nee</text>"));
  CHECK(drawn.svg_has(">plek om naar te kijken</text>"));
  CHECK(drawn.alternative().find("Ja: 1. Nee: 1 (0.01 Spreekkamer).") != std::string::npos);
  CHECK(drawn.alternative().find("Plekken om naar te kijken") == std::string::npos);
}

TEST_CASE("What cannot be determined has its own hatch and words", "[report]") {
  Drawn drawn;
  drawn.show("min_clear_width");
  const RowColours colours = colours_of(*drawn.options.outcome, *drawn.options.info, Lang::Nl);
  REQUIRE(colours.entries.size() == 2);
  CHECK(colours.entries[1].label == "niet te bepalen");
  CHECK(colours.entries[1].paint.hatch == Hatch::Crossed);
  CHECK(colours.entry_of.at("D2") == 1);
  CHECK(colours.title.find("in m") != std::string::npos);
}

TEST_CASE("Numbers fall in at most five classes that hold the smallest and the largest",
          "[report]") {
  Outcome outcome;
  for (int i = 0; i <= 37; ++i) outcome.rows.push_back({"S" + std::to_string(i), i * 1.7 + 3});
  outcome.rows.push_back({"S99", std::numeric_limits<double>::infinity()});
  const MeasureInfo& info = find_measure("room_to_lounge_distance")->info();
  const RowColours colours = colours_of(outcome, info, Lang::Nl);
  REQUIRE(colours.entries.size() <= 6);
  CHECK(colours.entry_of.at("S0") == 0);
  CHECK(colours.entries[static_cast<std::size_t>(colours.entry_of.at("S99"))].label ==
        "niet te bepalen");
  int before = 0;
  for (int i = 0; i <= 37; ++i) {
    const int entry = colours.entry_of.at("S" + std::to_string(i));
    CHECK(entry >= before);
    before = entry;
  }
}

TEST_CASE("A share of 1 stands in the class that ends at 1", "[report]") {
  Outcome outcome;
  for (const double share : {0.25, 0.42, 0.5, 0.58, 0.75, 1.0}) {
    outcome.rows.push_back({"S" + std::to_string(outcome.rows.size()), share});
  }
  const RowColours colours = colours_of(outcome, find_measure("edge_seat_share")->info(), Lang::Nl);
  CHECK(colours.entries.back().label == "0,8 tot 1");
  CHECK(colours.entry_of.at("S5") == static_cast<int>(colours.entries.size()) - 1);
}

TEST_CASE("A label stays inside its room or is left out", "[report]") {
  for (const double side : {300.0, 90.0, 40.0, 12.0}) {
    for (const Word& word : label_in(square(side), {}, "0.123", "Spreekkamer huisarts")) {
      INFO(side << " " << word.text);
      const double half = text_width(word.text, word.size, word.is_bold) / 2;
      CHECK(word.at.x - half >= 0);
      CHECK(word.at.x + half <= side);
      CHECK(word.at.y - word.size >= -word.size * 0.2);
      CHECK(word.at.y <= side);
    }
  }
  CHECK(label_in(square(300), {}, "0.1", "Gang").size() == 2);
  CHECK(label_in(square(12), {}, "0.123", "Spreekkamer huisarts").empty());
}

TEST_CASE("A label goes beside a seat where there is room", "[report]") {
  const std::vector<Word> words = label_in(square(300), {{150, 150}}, "0.1", "Gang");
  REQUIRE(words.size() == 2);
  const double half = text_width("Gang", words[1].size) / 2;
  const bool is_beside =
      std::abs(words[1].at.x - 150) > half || words[0].at.y - 11 > 150 || words[1].at.y < 150;
  CHECK(is_beside);
}

TEST_CASE("A label lies neither across a hole nor across the corner of its room", "[report]") {
  Polygon ring = square(200);
  ring.holes = {{{30, 30}, {30, 170}, {170, 170}, {170, 30}}};
  const Polygon corner{{{0, 0}, {200, 0}, {200, 24}, {24, 24}, {24, 200}, {0, 200}}, {}};
  for (const Polygon& face : {ring, corner}) {
    const std::vector<Word> words = label_in(face, {}, "0.1", "Lange gang");
    CHECK_FALSE(words.empty());
    for (const Word& word : words) {
      const double half = text_width(word.text, word.size, word.is_bold) / 2;
      for (const Point p : {Point{word.at.x - half, word.at.y}, Point{word.at.x + half, word.at.y},
                            Point{word.at.x - half, word.at.y - 0.7 * word.size},
                            Point{word.at.x + half, word.at.y - 0.7 * word.size}}) {
        INFO(word.text << " " << p.x << " " << p.y);
        CHECK(contains(face, p));
      }
    }
  }
}

TEST_CASE("A line is cut to the parts inside a ring", "[report]") {
  const Ring u = {{0, 0}, {9, 0}, {9, 5}, {6, 5}, {6, 2}, {3, 2}, {3, 5}, {0, 5}};
  const std::vector<Segment> parts = clipped(u, {0, 4}, {1, 0});
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].b.x - parts[0].a.x == Approx(3));
  CHECK(parts[1].a.x == Approx(6));
}

TEST_CASE("Names in a drawing come out inert", "[report]") {
  Drawn drawn;
  Storey storey = drawn.fixture.storey();
  storey.name = "</svg><script>x</script>";
  storey.spaces[0].number = "<b>";
  drawn.fixture.set_storey(storey);
  CHECK_FALSE(drawn.svg_has("<script"));
  CHECK_FALSE(drawn.svg_has("<b>"));
  CHECK(drawn.svg_has("&lt;b&gt;"));
}

TEST_CASE("Broken characters become the sign for one that cannot be shown", "[report]") {
  CHECK(cleaned("caf\xc3\xa9") == "caf\xc3\xa9");
  CHECK(cleaned("\xff") == "\xef\xbf\xbd");
  CHECK(cleaned("\xc0\xaf") == "\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(cleaned("a\xe2\x80\xae") == "a\xef\xbf\xbd");
  CHECK(cleaned("\xed\xa0\x80").find("\xed\xa0\x80") == std::string::npos);
  CHECK(escaped("<a & \"b\">") == "&lt;a &amp; &quot;b&quot;&gt;");
}

TEST_CASE("The PNG has the size of the SVG and the same bytes each time", "[report]") {
  Drawn drawn;
  drawn.options.width = 640;
  const auto folder = std::filesystem::temp_directory_path();
  const auto path = folder / "trefpunt_report_drawing.png";
  REQUIRE(write_drawing_png(drawn.building(), drawn.result(), drawn.options, path.string()));
  const std::string first = bytes_of(path);
  REQUIRE(first.size() > 1000);
  CHECK(first.substr(1, 3) == "PNG");
  const int width =
      static_cast<unsigned char>(first[18]) * 256 + static_cast<unsigned char>(first[19]);
  CHECK(width == 640);
  REQUIRE(write_drawing_png(drawn.building(), drawn.result(), drawn.options, path.string()));
  CHECK(bytes_of(path) == first);
  std::filesystem::remove(path);
}

TEST_CASE("A picture that cannot be saved says so and leaves nothing", "[report]") {
  const Drawn drawn;
  const std::string path = "/no/such/folder/plan.png";
  const Status status = write_drawing_png(drawn.building(), drawn.result(), drawn.options, path);
  REQUIRE_FALSE(status);
  CHECK(status.error().code == Code::NotWritable);
  CHECK(status.error().where == path);
}

TEST_CASE("A storey without anything drawn still gives a drawing", "[report]") {
  Drawn drawn;
  Storey empty;
  empty.id = StoreyId{1};
  empty.name = "leeg";
  drawn.fixture.set_storey(empty);
  CHECK(drawn.svg_has("Leeg"));
}

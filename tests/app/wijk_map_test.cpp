// SPDX-License-Identifier: GPL-3.0-or-later
// The map of a wijk in a window that nobody sees, with a hand that clicks and drags on it.
#include <cstdlib>

#include "app/desk.h"
#include "app/play.h"
#include "app/small_wijk.h"
#include "app/wijk_objects.h"
#include "app/wijk_view.h"
#include "io/files.h"
#include "io/raster.h"

using namespace trefpunt;

namespace {

Point at(int column, int row) {
  return kWijkOrigin + Point{column * kBlock, row * kBlock};
}

class Map {
 public:
  explicit Map(Project project) {
    auto made = Stage::make(surroundings(folder_.path()), "", 1300, 850, 1);
    if (!made) FAIL(made.error().sentence.en);
    stage = *std::move(made);
    stage->frame();
    desktop().workspace().adopt({std::move(project), {}}, "");
    REQUIRE(stage->settle());
    // Without what was measured the map is drawn all the same: say so here, not in a pixel.
    INFO(state().message);
    REQUIRE(wijk_result_of(desktop().workspace()));
    REQUIRE_FALSE(desktop().workspace().is_stale());
  }
  Desktop& desktop() { return stage->desktop(); }
  UiState& state() { return desktop().state; }
  const Project& project() { return desktop().workspace().project(); }
  const Wijk& wijk() { return *project().wijk; }
  std::string undo_label() { return desktop().workspace().history().undo_label().en; }
  void click(Point p) { stage->click(state().camera(p)); }
  void drag(Point from, Point to) { stage->drag({state().camera(from), state().camera(to)}); }
  void run(const std::string& command) {
    run_command(desktop(), command);
    stage->frame();
  }
  // Pixels of this colour on the whole screen.
  int count(Rgb wanted) {
    const std::string path = folder_ / "map.png";
    REQUIRE(stage->picture(path));
    if (const char* kept = std::getenv("TREFPUNT_KEEP_PICTURES")) {
      const std::string name = Catch::getResultCapture().getCurrentTestName();
      (void)stage->picture(std::string(kept) + "/" + name + std::to_string(++pictures_) + ".png");
    }
    const Result<std::string> bytes = read_file(path);
    REQUIRE(bytes);
    Job job;
    const auto raster =
        decode_raster(std::make_shared<const std::string>(*bytes), "map.png", {}, job);
    REQUIRE(raster);
    int found = 0;
    for (std::size_t i = 0; i + 3 < raster->rgba.size(); i += 4) {
      const Rgb rgb = static_cast<Rgb>(raster->rgba[i]) << 16 |
                      static_cast<Rgb>(raster->rgba[i + 1]) << 8 | raster->rgba[i + 2];
      found += rgb == wanted;
    }
    return found;
  }

  std::unique_ptr<Stage> stage;

 private:
  Folder folder_;
  int pictures_ = 0;
};

}  // namespace

TEST_CASE("a project with only a wijk opens on its map, whole in sight") {
  Map map(small_wijk());
  const Camera& camera = map.state().camera;
  const Box box = box_of(map.wijk());
  for (const Point p : {box.low, box.high}) {
    CHECK(camera(p).x > camera.low.x);
    CHECK(camera(p).x < camera.high.x);
    CHECK(camera(p).y > camera.low.y);
    CHECK(camera(p).y < camera.high.y);
  }
  CHECK(map.count(0xbcd9ec) > 300);  // water
  map.state().wijk.hidden.insert(MapLayer::Water);
  CHECK(map.count(0xbcd9ec) < 50);
}

TEST_CASE("a path is drawn onto two streets, which it joins, as one step") {
  Map map(small_wijk());
  const std::size_t streets = map.wijk().streets->size();
  map.run("tool-path");
  map.click(at(1, 1) + Point{40, 0.5});
  map.click(at(1, 1) + Point{40, 40});
  map.click(at(1, 2) + Point{40, -0.5});
  map.stage->press("Enter");
  REQUIRE(map.stage->settle());
  CHECK(map.wijk().streets->size() == streets + 3);
  CHECK(map.wijk().streets->back().line.size() == 3);
  CHECK(map.wijk().streets->back().line.front().y == at(1, 1).y);
  CHECK(map.wijk().streets->back().is_planned);
  map.run("undo");
  CHECK(map.wijk().streets->size() == streets);
}

TEST_CASE("a path is closed with Delete and opened with undo") {
  Map map(small_wijk());
  const std::size_t streets = map.wijk().streets->size();
  map.click(at(1, 1) + Point{40, 0});
  REQUIRE(map.state().selection == std::set<std::string>{"E2"});
  map.stage->press("Delete");
  CHECK(map.wijk().streets->size() == streets - 1);
  CHECK(find_street(map.wijk(), "E2") == nullptr);
  map.run("undo");
  CHECK(find_street(map.wijk(), "E2") != nullptr);
}

TEST_CASE("benches, places and homes are put where one clicks") {
  Map map(small_wijk());
  const Point p = at(2, 1) + Point{30, 40};
  map.run("tool-bench");
  map.click(p);
  REQUIRE(map.wijk().furnishings->size() == 4);
  CHECK(distance(map.wijk().furnishings->back().at, p) < 1);
  map.run("tool-place");
  map.state().wijk.new_place = PlaceCategory::Library;
  map.click(p + Point{20, 0});
  CHECK(map.wijk().places->back().category == PlaceCategory::Library);
  map.run("tool-home");
  map.state().wijk.new_dwellings = 24;
  map.click(p + Point{-20, 0});
  CHECK(map.wijk().homes->back().dwellings == 24);
  map.run("undo");
  map.run("undo");
  map.run("undo");
  CHECK(map.wijk().furnishings->size() == 3);
}

TEST_CASE("a bench is dragged in one step, and Escape lets it be") {
  Map map(small_wijk());
  const Point from = map.wijk().furnishings->front().at;
  map.drag(from, from + Point{30, 10});
  CHECK(distance(map.wijk().furnishings->front().at, from + Point{30, 10}) < 0.5);
  CHECK(map.undo_label() == "Move street furniture");
  map.run("undo");
  CHECK(map.wijk().furnishings->front().at == from);
}

TEST_CASE("a park is drawn, and one of its corners moved") {
  Map map(small_wijk());
  const Point low = at(3, 0) + Point{15, 20};
  map.run("tool-ground");
  for (const Point step : {Point{0, 0}, Point{40, 0}, Point{40, 30}}) map.click(low + step);
  map.stage->press("Enter");
  REQUIRE(map.wijk().open_spaces->size() == 4);
  CHECK(area(map.wijk().open_spaces->back().polygon) == Approx(600).margin(15));
  CHECK(map.wijk().open_spaces->back().ground == Ground::Park);
  map.run("tool-select");
  REQUIRE(map.state().selection == std::set<std::string>{"O4"});
  map.drag(low + Point{40, 30}, low + Point{40, 45});
  CHECK(area(map.wijk().open_spaces->back().polygon) == Approx(900).margin(25));
}

TEST_CASE("a vertex of streets goes along with all that meet there") {
  Map map(small_wijk());
  map.click(at(1, 1) + Point{40, 0});
  REQUIRE(map.state().selection == std::set<std::string>{"E2"});
  map.drag(at(2, 1), at(2, 1) + Point{20, 15});
  const Street* across = find_street(map.wijk(), "E8");  // the third lane from south to north
  REQUIRE(across);
  CHECK(distance(across->line[1], at(2, 1) + Point{20, 15}) < 1);
  REQUIRE(map.stage->settle());
  const WijkResult* result = wijk_result_of(map.desktop().workspace());
  REQUIRE(result);
  CHECK(result->ground->network->islands == 1);
}

TEST_CASE("what is in reach on foot is drawn with what it holds") {
  Map map(small_wijk());
  CHECK(map.count(0x1d5fbf) == 0);
  map.run("reach");
  map.state().wijk.reach = 150;
  map.stage->move(map.state().camera(at(3, 2)));
  map.stage->frame();
  CHECK(map.count(0x1d5fbf) > 300);
  REQUIRE(map.desktop().map->catchment);
  CHECK(map.desktop().map->catchment->homes > 0);
}

TEST_CASE("homes without a place in reach stand out") {
  Map map(small_wijk());
  const int before = map.count(0xb3261e);
  map.state().wijk.missing = PlaceCategory::CommunityCentre;
  map.state().wijk.reach = 120;
  map.stage->frame();
  REQUIRE(map.desktop().map->missing_dwellings > 0);
  INFO(map.state().message);
  INFO(map.state().dialog);
  const int after = map.count(0xb3261e);
  CHECK(after > before + 300);
}

TEST_CASE("streets are coloured by what was measured of them") {
  Map map(small_wijk());
  for (const StreetHeat heat :
       {StreetHeat::Closeness, StreetHeat::Betweenness, StreetHeat::Encounters}) {
    map.state().wijk.heat = heat;
    map.stage->frame();
    map.stage->frame();
    const WijkResult* result = wijk_result_of(map.desktop().workspace());
    const bool is_there = result && link_values(*result, heat, 1);
    CHECK(map.desktop().map->values.has_value() == is_there);
    (void)map.count(0);
  }
}

TEST_CASE("the map and the plan are shown in turn, each with its own camera") {
  Map map(small_wijk());
  map.run("plan");
  CHECK(shows_wijk(map.project(), map.state()));  // there is no plan
  CHECK(map.desktop().ui.marks.contains("show-wijk"));
  CHECK(map.desktop().ui.marks.contains("tool-path"));
  CHECK_FALSE(map.desktop().ui.marks.contains("tool-wall"));
  CHECK(map.desktop().ui.marks.contains("tab-wijk"));
}

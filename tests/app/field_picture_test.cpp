// SPDX-License-Identifier: GPL-3.0-or-later
// The heat map as the graphics card draws it, in a window that nobody sees.
#include <cmath>

#include "app/desk.h"
#include "app/plan_view.h"
#include "app/play.h"
#include "io/files.h"
#include "io/raster.h"
#include "support/storey_from_text.h"

using namespace trefpunt;

namespace {

Project two_rooms() {
  auto storey = std::make_shared<Storey>(storey_from_text(R"(
    ################
    #......#.......#
    #......D.......#
    #......#.......#
    ################)"));
  storey->id = {1};
  Project project;
  project.name = "twee kamers";
  project.buildings.push_back({project.name, {storey}, {}, {}});
  project.next.storey = 2;
  return project;
}

struct Seen {
  Raster raster;
  Rgb at(ImVec2 place) const {
    const auto x = static_cast<std::size_t>(place.x), y = static_cast<std::size_t>(place.y);
    const std::size_t i = 4 * (y * static_cast<std::size_t>(raster.width) + x);
    return static_cast<Rgb>(raster.rgba[i] << 16 | raster.rgba[i + 1] << 8 | raster.rgba[i + 2]);
  }
};

int distance_of(Rgb a, Rgb b) {
  int most = 0;
  for (const int shift : {16, 8, 0}) {
    most = std::max(
        most, std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)));
  }
  return most;
}

class Screen {
 public:
  Screen() {
    auto made = Stage::make(surroundings(folder_.path()), "", 1000, 700, 1);
    if (!made) FAIL(made.error().sentence.en);
    stage = *std::move(made);
    stage->frame();
    desktop().workspace().adopt({two_rooms(), {}}, "");
    REQUIRE(stage->settle());
    desktop().state.field.spacing = 0.2;  // some 7 px: walls and doors cover no centre
    run_command(desktop(), "field:isovist.area");
    REQUIRE(stage->settle());
    REQUIRE(desktop().state.field_now.state == FieldNow::State::Exact);
  }
  Desktop& desktop() { return stage->desktop(); }
  const FieldView& view() { return desktop().view->field; }
  Seen seen() {
    const std::string path = folder_ / "scherm.png";
    REQUIRE(stage->picture(path));
    const Result<std::string> bytes = read_file(path);
    REQUIRE(bytes);
    Job job;
    auto raster = decode_raster(std::make_shared<const std::string>(*bytes), "scherm.png", {}, job);
    REQUIRE(raster);
    return {*std::move(raster)};
  }
  std::unique_ptr<Stage> stage;

 private:
  Folder folder_;
};

}  // namespace

TEST_CASE("On the screen each cell has the colour of its value") {
  Screen screen;
  const Seen seen = screen.seen();
  const FloorField& field = *screen.view().desk.shown();
  const FieldColumn& column = *column_of(field, "area");
  REQUIRE(field.grid.size() > 500);
  int right = 0, looked = 0;
  for (int cell = 0; cell < field.grid.size(); ++cell) {
    const double place =
        screen.view().range.place_of(column.values[static_cast<std::size_t>(cell)]);
    const Rgb wanted = heat_colour(HeatScale::Rising, place);
    ++looked;
    right +=
        distance_of(seen.at(screen.desktop().state.camera(field.grid.centre(cell))), wanted) <= 2;
  }
  // The door's leaf is drawn over some.
  CHECK(right > 0.97 * looked);
}

TEST_CASE("In high contrast a cell has the fill or the hatch of its class") {
  Screen screen;
  run_command(screen.desktop(), "contrast");
  REQUIRE(screen.stage->settle());
  const Seen seen = screen.seen();
  const FloorField& field = *screen.view().desk.shown();
  const FieldColumn& column = *column_of(field, "area");
  int right = 0, looked = 0;
  for (int cell = 0; cell < field.grid.size(); ++cell) {
    const double place =
        screen.view().range.place_of(column.values[static_cast<std::size_t>(cell)]);
    const Paint paint = heat_class(class_of(static_cast<float>(place)));
    const Rgb found = seen.at(screen.desktop().state.camera(field.grid.centre(cell)));
    ++looked;
    right += distance_of(found, paint.fill) <= 2 || distance_of(found, paint.ink) <= 2;
  }
  CHECK(right > 0.97 * looked);
}

TEST_CASE("A field of an earlier plan is grey") {
  Screen screen;
  const FloorField& field = *screen.view().desk.shown();
  const Point at = field.grid.centre(field.grid.size() / 3);
  const ImVec2 px = screen.desktop().state.camera(at);
  const Rgb before = screen.seen().at(px);
  // Held in a drag: nothing new is computed.
  Workspace& workspace = screen.desktop().workspace();
  REQUIRE(workspace.preview(edit::AddSeat{storey_of(workspace).id, Seat{{}, {2.5, 2.5}}}));
  screen.stage->frame();
  REQUIRE(screen.desktop().state.field_now.state == FieldNow::State::Earlier);
  const Rgb now = screen.seen().at(px);
  for (const int shift : {16, 8, 0}) {
    const double mixed = ((before >> shift & 255) + 2 * 216.0) / 3;
    CHECK(std::abs((now >> shift & 255) - mixed) <= 2);
  }
}

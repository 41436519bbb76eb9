// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field_desk.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <thread>

#include "app/heat_texels.h"
#include "support/storey_from_text.h"

using namespace trefpunt;

namespace {

// One character is one metre.
std::shared_ptr<const Storey> two_rooms(bool has_screen = false) {
  Storey storey = storey_from_text(R"(
    ############################
    #..........#...............#
    #..........D...............#
    #..........#.......###.....#
    #..........#.........#.....#
    #..........###D#############
    #..........................D
    #..........................#
    ############################)");
  if (has_screen) storey.walls.push_back({WallId{900}, {{3, 4}, {7, 4}}, false, false, ""});
  return std::make_shared<const Storey>(std::move(storey));
}

FieldOrder order_of(std::shared_ptr<const Storey> storey, FieldKind kind = FieldKind::Visibility,
                    double spacing = 0.5) {
  FieldOrder order;
  order.storey = std::move(storey);
  order.kind = kind;
  order.spacing = spacing;
  return order;
}

// Frames until the desk rests; false after half a minute.
bool rests(FieldDesk& desk, const FieldOrder& order) {
  const auto start = std::chrono::steady_clock::now();
  do {
    if (std::chrono::steady_clock::now() - start > std::chrono::seconds(30)) return false;
    desk.follow(&order, nullptr, false, nullptr);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  } while (desk.is_busy());
  return true;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && !(std::isnan(a[i]) && std::isnan(b[i]))) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("What the desk ends with is what make_field() gives, for every kind") {
  const auto storey = two_rooms();
  for (const FieldInfo& info : field_kinds()) {
    INFO(info.name);
    const FieldOrder order = order_of(storey, info.kind);
    FieldDesk desk;
    REQUIRE(rests(desk, order));
    REQUIRE(desk.shown());
    CHECK(desk.now().state == FieldNow::State::Exact);

    Job job;
    const auto layout = make_layout(*storey, {}, job);
    REQUIRE(layout);
    FieldOptions options;
    options.kind = info.kind;
    options.grid.spacing = order.spacing;
    options.grid.within = &*layout;
    const auto field = make_field(*storey, options, job);
    REQUIRE(field);
    CHECK(desk.shown()->grid.cells == field->grid.cells);
    REQUIRE(desk.shown()->columns.size() == field->columns.size());
    for (std::size_t c = 0; c < field->columns.size(); ++c) {
      CHECK(desk.shown()->columns[c].id == field->columns[c].id);
      CHECK(same(desk.shown()->columns[c].values, field->columns[c].values));
      CHECK(desk.shown()->columns[c].is_exact.empty());
    }
  }
}

TEST_CASE("A field that is asked for and stopped leaves the one that was there") {
  FieldDesk desk;
  const FieldOrder before = order_of(two_rooms());
  REQUIRE(rests(desk, before));
  const FloorField* shown = desk.shown();
  const int version = desk.version();

  const FieldOrder after = order_of(two_rooms(true), FieldKind::Isovist, 0.2);
  desk.follow(&after, nullptr, false, nullptr);
  CHECK(desk.is_running());
  CHECK(desk.now().state == FieldNow::State::Earlier);
  desk.stop();
  REQUIRE(rests(desk, after));
  CHECK(desk.shown() == shown);
  CHECK(desk.version() == version);
  CHECK(desk.now().state == FieldNow::State::Earlier);
  CHECK(desk.now().is_stopped);

  // It stays stopped until someone asks again.
  for (int i = 0; i < 20; ++i) desk.follow(&after, nullptr, false, nullptr);
  CHECK_FALSE(desk.is_busy());
  desk.again();
  REQUIRE(rests(desk, after));
  CHECK(desk.now().state == FieldNow::State::Exact);
  CHECK(desk.shown_of() == after);
}

TEST_CASE("While something is dragged the earlier field stays and nothing is started") {
  FieldDesk desk;
  const FieldOrder before = order_of(two_rooms());
  REQUIRE(rests(desk, before));
  const FieldOrder dragged = order_of(two_rooms(true));
  for (int i = 0; i < 10; ++i) desk.follow(&dragged, nullptr, true, nullptr);
  CHECK_FALSE(desk.is_running());
  CHECK(desk.now().state == FieldNow::State::Earlier);
  // Dropped where it came from: the field is of now again, and nothing is computed.
  const int version = desk.version();
  desk.follow(&before, nullptr, false, nullptr);
  CHECK_FALSE(desk.is_busy());
  CHECK(desk.now().state == FieldNow::State::Exact);
  CHECK(desk.version() == version);
  // Let go: then it is made.
  REQUIRE(rests(desk, dragged));
  CHECK(desk.shown_of() == dragged);
}

TEST_CASE("A field that is overtaken is not shown") {
  FieldDesk desk;
  const FieldOrder first = order_of(two_rooms(), FieldKind::Metric, 0.1);
  desk.follow(&first, nullptr, false, nullptr);
  const FieldOrder second = order_of(first.storey, FieldKind::Isovist, 0.5);
  REQUIRE(rests(desk, second));
  CHECK(desk.shown_of() == second);
  CHECK(desk.shown()->columns.front().id == "area");
}

TEST_CASE("What cannot be made is one sentence, and is not tried over and over") {
  FieldDesk desk;
  FieldOrder order = order_of(two_rooms());
  order.from = Point{200, 200};
  REQUIRE(rests(desk, order));
  REQUIRE(desk.now().problem);
  CHECK(desk.now().problem->code == Code::BadInput);
  CHECK_FALSE(desk.shown());
  order.from.reset();
  order.spacing = 0.02;  // 28 x 9 m: 600,000 cells
  REQUIRE(rests(desk, order));
  REQUIRE(desk.now().problem);
  CHECK(desk.now().problem->code == Code::TooLarge);
  order.spacing = 0.5;
  REQUIRE(rests(desk, order));
  CHECK_FALSE(desk.now().problem);
  CHECK(desk.shown());
}

TEST_CASE("The cell size that nobody chose gives about ten thousand cells") {
  for (const double floor : {60.0, 400.0, 1500.0, 12'000.0}) {
    const double spacing = default_spacing(floor);
    INFO(floor << " m2: " << spacing);
    CHECK(floor / (spacing * spacing) > kUsualCells / 2.5);
    CHECK(floor / (spacing * spacing) < kUsualCells * 2.5);
  }
  CHECK(default_spacing(0) == 0.05);
  FieldDesk desk;
  const FieldOrder order = order_of(two_rooms(), FieldKind::Isovist, 0);
  REQUIRE(rests(desk, order));
  CHECK(desk.shown()->grid.size() > 5000);
  CHECK(desk.shown()->grid.size() < 20'000);
}

TEST_CASE("The picture of a field has each cell's place on the scale, and tells what is missing") {
  Job job;
  const FieldOrder order = order_of(two_rooms(), FieldKind::Visibility, 0.5);
  const auto field = make_ordered_field(order, nullptr, {}, job);
  REQUIRE(field);
  FieldColumn column = *column_of(*field, "mean_depth");
  column.values[7] = std::nan("");
  const HeatRange range = range_of(column, false);
  const HeatTexels texels = heat_texels(field->grid, column.values, range);
  REQUIRE(texels.places.size() ==
          static_cast<std::size_t>(texels.columns) * static_cast<std::size_t>(texels.rows));
  for (int row = 0; row < texels.rows; ++row) {
    for (int col = 0; col < texels.columns; ++col) {
      const float place = texels.places[static_cast<std::size_t>(row * texels.columns + col)];
      const int cell = field->grid.at(col, row);
      if (cell < 0) {
        CHECK(place == HeatTexels::kNoCell);
      } else if (cell == 7) {
        CHECK(place == HeatTexels::kNoValue);
      } else {
        const double value = column.values[static_cast<std::size_t>(cell)];
        CHECK(place == Approx((value - range.low) / (range.high - range.low)).margin(1e-6));
      }
    }
  }
  // The square of the first cell has its centre half a cell from the corner.
  const Point first = metres(field->grid.place(0, 0));
  CHECK(texels.box.low.x == Approx(first.x - 0.25));
  CHECK(texels.box.high.y - texels.box.low.y == Approx(0.5 * texels.rows));
}

TEST_CASE("Directions lie on a round scale of 360 degrees, clipped or not") {
  FieldColumn column{"drift_angle", {}, {10, 20, 350}, {}};
  const HeatRange range = range_of(column, true);
  CHECK(scale_of(column) == HeatScale::Round);
  CHECK(range.low == 0);
  CHECK(range.high == 360);
}

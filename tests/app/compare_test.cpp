// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare.h"

#include <catch2/catch.hpp>

namespace trefpunt {
namespace {

Evaluation with(std::vector<Verdict> verdicts) {
  Evaluation evaluation;
  evaluation.judgement.verdicts = std::move(verdicts);
  return evaluation;
}

Verdict verdict(const std::string& criterion, StatusCode status, std::optional<Value> value = {},
                std::optional<double> threshold = {}) {
  Verdict one;
  one.criterion = criterion;
  one.status = one.underlying = status;
  one.value = std::move(value);
  one.threshold = threshold;
  return one;
}

const ComparedRow* row_of(const std::vector<ComparedRow>& rows, const std::string& criterion) {
  for (const ComparedRow& row : rows) {
    if (row.criterion->id == criterion) return &row;
  }
  return nullptr;
}

ComparedRow compared(const Verdict& a, const Verdict& b) {
  const Evaluation first = with({a}), second = with({b});
  const auto rows = compare(builtin_catalogue(), {&first, &second});
  REQUIRE(rows.size() == 1);
  return rows[0];
}

MeasureInfo counting() {
  MeasureInfo info;
  info.id = "counting";
  info.name = {"Plaatsen", "Places"};
  info.unit = info.row_unit = {"personen", "people"};
  info.decimals = 0;
  return info;
}

Outcome outcome(std::vector<Row> rows) {
  Outcome one;
  one.rows = std::move(rows);
  return one;
}

Building plan(std::vector<int> spaces) {
  auto storey = std::make_shared<Storey>();
  storey->id = {1};
  for (const int number : spaces) {
    Space space;
    space.id = {number};
    storey->spaces.push_back(space);
  }
  Building building;
  building.storeys.push_back(storey);
  return building;
}

std::string label(const RowColours& colours, const std::string& object) {
  const auto found = colours.entry_of.find(object);
  if (found == colours.entry_of.end()) return "none";
  return colours.entries[static_cast<std::size_t>(found->second)].label;
}

TEST_CASE("Equal judgements do not differ") {
  const Verdict same = verdict("RVS-4.1a", StatusCode::A, Value{15.0}, 12);
  CHECK_FALSE(compared(same, same).differs());
  CHECK(difference_words(compared(same, same)).nl.empty());
}

TEST_CASE("Status, result and threshold each differ by themselves") {
  const Verdict first = verdict("RVS-4.1a", StatusCode::A, Value{15.0}, 12);
  const ComparedRow status = compared(first, verdict("RVS-4.1a", StatusCode::C, Value{15.0}, 12));
  CHECK(status.status_differs);
  CHECK_FALSE(status.value_differs);
  CHECK(difference_words(status).nl == "oordeel");
  const ComparedRow value = compared(first, verdict("RVS-4.1a", StatusCode::A, Value{17.0}, 12));
  CHECK(difference_words(value).nl == "uitkomst");
  const ComparedRow threshold =
      compared(first, verdict("RVS-4.1a", StatusCode::A, Value{15.0}, 10));
  CHECK(difference_words(threshold).en == "threshold");
  const ComparedRow all = compared(first, verdict("RVS-4.1a", StatusCode::C, Value{9.0}, 10));
  CHECK(difference_words(all).nl == "oordeel, uitkomst, drempel");
}

TEST_CASE("What a missing explanation hides differs too") {
  Verdict partly = verdict("RVS-4.1a", StatusCode::X), departs = partly;
  partly.underlying = StatusCode::B;
  departs.underlying = StatusCode::C;
  CHECK(compared(partly, departs).status_differs);
}

TEST_CASE("A difference too small to be written is none") {
  CHECK_FALSE(compared(verdict("RVS-4.1d", StatusCode::A, Value{29.84}),
                       verdict("RVS-4.1d", StatusCode::A, Value{29.8400001}))
                  .value_differs);
}

TEST_CASE("Not to be determined is not the number nought") {
  CHECK(compared(verdict("RVS-4.1d", StatusCode::E, Value{NotComputed{}}),
                 verdict("RVS-4.1d", StatusCode::E, Value{0.0}))
            .value_differs);
  CHECK(compared(verdict("RVS-4.1d", StatusCode::E, Value{NotComputed{}}),
                 verdict("RVS-4.1d", StatusCode::E, Value{NotApplicable{}}))
            .value_differs);
}

TEST_CASE("Privacy comes first and every design has its cell") {
  const Evaluation first =
      with({verdict("RVS-4.1a", StatusCode::A), verdict("RVS-4.1j", StatusCode::C)});
  const Evaluation second = with({verdict("RVS-4.1a", StatusCode::A)});
  const auto rows = compare(builtin_catalogue(), {&first, nullptr, &second});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].theme->id == "privacy");
  CHECK(rows[0].criterion->id == "RVS-4.1j");
  CHECK(rows[0].cells.size() == 3);
  CHECK(rows[0].status_differs);  // the second design does not have it in scope
  CHECK_FALSE(rows[0].cells[1].has_value());
  CHECK_FALSE(row_of(rows, "RVS-4.1a")->differs());  // what is not there yet differs from nothing
}

TEST_CASE("A third design that differs is enough") {
  const Evaluation same = with({verdict("RVS-4.1a", StatusCode::A, Value{15.0})});
  const Evaluation other = with({verdict("RVS-4.1a", StatusCode::A, Value{16.0})});
  CHECK(compare(builtin_catalogue(), {&same, &same, &other})[0].value_differs);
}

TEST_CASE("Designs share one scale of colours") {
  const Outcome low = outcome({{"S1", 1.0}, {"S2", 2.0}}), high = outcome({{"S1", 30.0}});
  const auto colours = shared_colours({&low, nullptr, &high}, counting(), Lang::Nl);
  REQUIRE(colours.size() == 3);
  CHECK(colours[0].entries.size() == colours[2].entries.size());
  CHECK(label(colours[0], "S1") == "1");
  CHECK(label(colours[2], "S1") == "30");
  CHECK(colours[1].entry_of.empty());
  CHECK(label(colours[2], "S2") == "none");
}

TEST_CASE("A difference map says less, equal and more") {
  const Building building = plan({1, 2, 3});
  const Outcome first = outcome({{"S1", 10.0}, {"S2", 10.0}, {"S3", 10.0}});
  const Outcome second = outcome({{"S1", 8.0}, {"S2", 10.0}, {"S3", 15.0}});
  const MeasureInfo info = counting();
  const auto colours =
      difference_colours({{&building, &first}, {&building, &second}}, &info, "Variant 1", Lang::Nl);
  REQUIRE(colours.size() == 2);
  CHECK(label(colours[1], "S1") == "2 minder");
  CHECK(label(colours[1], "S2") == "gelijk");
  CHECK(label(colours[1], "S3") == "5 meer");
  CHECK(label(colours[0], "S1") == "none");
  CHECK(colours[1].title == "Verschil met Variant 1: Plaatsen, in personen");
  // Never by colour alone.
  const auto& entries = colours[1].entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) CHECK(entries[i].paint.hatch != entries[k].paint.hatch);
  }
}

TEST_CASE("Many differences fall in two classes on each side") {
  const Building building = plan({1, 2, 3, 4});
  const Outcome first = outcome({{"S1", 0.0}, {"S2", 0.0}, {"S3", 0.0}, {"S4", 9.0}});
  const Outcome second = outcome({{"S1", 1.0}, {"S2", 4.0}, {"S3", 8.0}, {"S4", 0.0}});
  const MeasureInfo info = counting();
  const auto colours =
      difference_colours({{&building, &first}, {&building, &second}}, &info, "Variant 1", Lang::Nl);
  CHECK(label(colours[1], "S1") == "tot 5 meer");
  CHECK(label(colours[1], "S2") == "tot 5 meer");
  CHECK(label(colours[1], "S3") == "5 tot 10 meer");
  CHECK(label(colours[1], "S4") == "5 tot 10 minder");
}

TEST_CASE("Spaces on one side only are marked on that side") {
  const Building first = plan({1, 2}), second = plan({2, 3});
  const Outcome before = outcome({{"S1", 1.0}, {"S2", 2.0}});
  const Outcome after = outcome({{"S2", Value{NotComputed{}}}, {"S3", 9.0}});
  const MeasureInfo info = counting();
  const auto colours =
      difference_colours({{&first, &before}, {&second, &after}}, &info, "Variant 1", Lang::En);
  CHECK(label(colours[0], "S1") == "only in this variant");
  CHECK(label(colours[0], "S2") == "none");
  CHECK(label(colours[1], "S3") == "only in this variant");
  CHECK(label(colours[1], "S2") == "a number on one side");
  CHECK(label(colours[1], "S1") == "none");  // it is not there
}

TEST_CASE("A door is marked by a measure of doors only") {
  const Building first = plan({1});
  Building second = plan({1});
  auto storey = std::make_shared<Storey>(*second.storeys[0]);
  storey->doors.push_back({});
  storey->doors[0].id = {7};
  second.storeys[0] = storey;
  const MeasureInfo info = counting();
  const Outcome rooms = outcome({{"S1", 1.0}}), doors = outcome({{"S1", 1.0}, {"D7", 0.9}});
  const auto told = [&](const Outcome& after) {
    return difference_colours({{&first, &rooms}, {&second, &after}}, &info, "Variant 1", Lang::En);
  };
  CHECK(label(told(rooms)[1], "D7") == "none");
  CHECK(told(rooms)[1].entries.size() == 1);
  CHECK(label(told(doors)[1], "D7") == "only in this variant");
}

TEST_CASE("Yes and no are told in words") {
  MeasureInfo info = counting();
  info.row_unit = {"1 = bereikbaar, 0 = niet bereikbaar", "1 = reachable, 0 = not reachable"};
  const Building building = plan({1, 2});
  const Outcome first = outcome({{"S1", 1.0}, {"S2", 0.0}});
  const Outcome second = outcome({{"S1", 0.0}, {"S2", 1.0}});
  const auto colours =
      difference_colours({{&building, &first}, {&building, &second}}, &info, "Variant 1", Lang::Nl);
  CHECK(label(colours[1], "S1") == "niet bereikbaar, eerst bereikbaar");
  CHECK(label(colours[1], "S2") == "bereikbaar, eerst niet bereikbaar");
}

TEST_CASE("Without a measure the use is compared") {
  Building first = plan({1, 2}), second = plan({1, 2});
  auto storey = std::make_shared<Storey>(*second.storeys[0]);
  storey->spaces[1].use = Use::Waiting;
  second.storeys[0] = storey;
  const auto colours =
      difference_colours({{&first, nullptr}, {&second, nullptr}}, nullptr, "A", Lang::Nl);
  CHECK(label(colours[1], "S1") == "gelijk");
  CHECK(label(colours[1], "S2") == "ander gebruik");
}

TEST_CASE("Walls and doors that are new, gone or moved are found by their id") {
  Storey first, other;
  first.walls = {{{1}, {{0, 0}, {4, 0}}}, {{2}, {{0, 0}, {0, 3}}}, {{3}, {{4, 0}, {4, 3}}}};
  other.walls = {{{1}, {{0, 0}, {4, 0}}}, {{2}, {{1, 0}, {1, 3}}}, {{1000}, {{0, 3}, {4, 3}}}};
  Door door;
  door.id = {1};
  door.b = {0.9, 0};
  first.doors = other.doors = {door};
  other.doors[0].is_glass = true;
  const std::vector<Change> all = changes(first, other);
  REQUIRE(all.size() == 4);
  CHECK(all[0].object == "W2");
  CHECK(all[0].was == first.walls[1].points);
  CHECK(all[0].is == other.walls[1].points);
  CHECK(all[1].object == "W3");
  CHECK(all[1].is.empty());
  CHECK(all[2].object == "W1000");
  CHECK(all[2].was.empty());
  CHECK(all[3].object == "D1");
  CHECK(changes(first, first).empty());
}

TEST_CASE("A storey is found by its level") {
  Building building = plan({1});
  auto above = std::make_shared<Storey>();
  above->level = 1;
  building.storeys.push_back(above);
  CHECK(storey_on(building, 1) == 1);
  CHECK_FALSE(storey_on(building, 2).has_value());
}

}  // namespace
}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/underlay.h"

#include <catch2/catch.hpp>
#include <limits>
#include <numbers>

#include "project/edit.h"
#include "support/project_text.h"
#include "support/rich_project.h"

using namespace trefpunt;

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// 200 by 100 pixels of 10 cm, its lower left corner at (5, 3).
Underlay scan() {
  return {"scan.png", small_picture(), 200, 100, {5, 3}, 0.1, 0, 0.6, true};
}

void check_near(Point found, Point expected) {
  CHECK(found.x == Approx(expected.x).margin(1e-9));
  CHECK(found.y == Approx(expected.y).margin(1e-9));
}

Project after(const Project& before, const Edit& edit) {
  const std::string text = to_text(before);
  const Result<Project> project = trefpunt::apply(before, edit);
  if (!project) FAIL(to_string(project.error(), Lang::En));
  CHECK(to_text(before) == text);
  return *project;
}

Error refusal(const Edit& edit) {
  const Result<Project> project = trefpunt::apply(rich_project(), edit);
  REQUIRE_FALSE(project);
  CHECK_FALSE(project.error().sentence.nl.empty());
  CHECK(project.error().sentence.nl != project.error().sentence.en);
  return project.error();
}

Key hash_of(const Storey& storey) {
  Hasher hasher;
  hash_geometry(hasher, storey);
  hash_attributes(hasher, storey);
  return hasher.key();
}

}  // namespace

TEST_CASE("A place on the picture and a place on the plan are each other's") {
  Underlay underlay = scan();
  check_near(to_plan(underlay, {200, 100}), {25, 13});
  underlay.angle = kPi / 2;
  check_near(to_plan(underlay, {200, 0}), {5, 23});
  underlay.angle = 0.3;
  check_near(to_pixel(underlay, to_plan(underlay, {17, 41})), {17, 41});
  const Box box = box_of(scan());
  CHECK(box.low == Point{5, 3});
  CHECK(box.high == Point{25, 13});
}

TEST_CASE("Two points of a known distance give the picture its size, and the first stays") {
  Underlay underlay = scan();
  underlay.angle = 0.2;
  const Point a{10, 20}, b{40, 60};  // 50 pixels apart
  const Point before = to_plan(underlay, a);
  const Result<Underlay> sized = calibrated(underlay, a, b, 10);
  REQUIRE(sized);
  CHECK(sized->metres_per_pixel == Approx(0.2));
  CHECK(sized->angle == 0.2);
  check_near(to_plan(*sized, a), before);
  CHECK(distance(to_plan(*sized, a), to_plan(*sized, b)) == Approx(10));
  // Once more, with a better distance.
  const Result<Underlay> again = calibrated(*sized, b, a, 12.5);
  REQUIRE(again);
  CHECK(distance(to_plan(*again, a), to_plan(*again, b)) == Approx(12.5));
  check_near(to_plan(*again, b), to_plan(*sized, b));
}

TEST_CASE("No size comes from one point twice or from a distance that is none") {
  const Point a{10, 20}, b{40, 60};
  for (const auto& [to, metres] : {std::pair{a, 10.0}, {b, 0.0}, {b, -3.0}, {b, kNaN}, {b, 1e9}}) {
    const Result<Underlay> sized = calibrated(scan(), a, to, metres);
    REQUIRE_FALSE(sized);
    CHECK(sized.error().code == Code::BadInput);
    CHECK(sized.error().sentence.nl != sized.error().sentence.en);
  }
}

TEST_CASE("A picture that hangs askew is turned until its two points lie level or plumb") {
  Underlay underlay = scan();
  for (const double askew : {0.05, -0.05, 0.7, 1.5, kPi - 0.1, -2.0}) {
    INFO(askew);
    underlay.angle = askew;
    const Point a{10, 20}, b{110, 20};
    const double by = off_square(underlay, a, b);
    CHECK(std::abs(by) <= kPi / 4 + 1e-9);
    const Underlay straight = turned(underlay, a, by);
    check_near(to_plan(straight, a), to_plan(underlay, a));
    const Point along = to_plan(straight, b) - to_plan(straight, a);
    CHECK(std::min(std::abs(along.x), std::abs(along.y)) == Approx(0).margin(1e-9));
  }
  // Ten full turns are none.
  CHECK(turned(scan(), {0, 0}, 20 * kPi).angle == Approx(0).margin(1e-9));
}

TEST_CASE("A picture of no known size fills the plan, or 40 m when there is none") {
  const Underlay on_plan = fitted(scan(), {{0, 0}, {100, 100}});
  CHECK(on_plan.metres_per_pixel == Approx(0.5));
  check_near(on_plan.origin, {0, 25});
  const Underlay alone = fitted(scan(), {});
  CHECK(box_of(alone).width() == Approx(40));
  CHECK(alone.origin == Point{0, 0});
  CHECK(box_of(fitted(scan(), {{1, 1}, {1, 9}})).width() == Approx(40));
}

TEST_CASE("An underlay is put under one storey, replaced and taken away", "[edit]") {
  const Project before = rich_project();
  const Project project = after(before, edit::SetUnderlay{{2}, scan()});
  CHECK(project.buildings[0].storeys[0] == before.buildings[0].storeys[0]);
  CHECK(project.buildings[1].storeys == before.buildings[1].storeys);
  const Storey& storey = *project.buildings[0].storeys[1];
  REQUIRE(storey.underlay);
  CHECK(storey.underlay->name == "scan.png");
  CHECK(storey.seats.size() == 1);
  // Every state of the project shows the same bytes.
  Underlay moved = *storey.underlay;
  moved.origin = {9, 9};
  const Project later = after(project, edit::SetUnderlay{{2}, moved});
  CHECK(later.buildings[0].storeys[1]->underlay->origin == Point{9, 9});
  CHECK(later.buildings[0].storeys[1]->underlay->picture == storey.underlay->picture);
  CHECK_FALSE(after(later, edit::RemoveUnderlay{{2}}).buildings[0].storeys[1]->underlay);
  CHECK(refusal(edit::RemoveUnderlay{{2}}).code == Code::BadInput);
  CHECK(refusal(edit::RemoveUnderlay{{9}}).code == Code::NotFound);
  CHECK(refusal(edit::SetUnderlay{{9}, scan()}).code == Code::NotFound);
}

TEST_CASE("A copied storey has no underlay", "[edit]") {
  const Project project = after(rich_project(), edit::CopyStorey{0, {7}, "kopie", -2});
  CHECK_FALSE(project.buildings[0].storeys[0]->underlay);
  CHECK(project.buildings[0].storeys[1]->underlay);
}

TEST_CASE("An underlay without a picture or with numbers that are none is refused", "[edit]") {
  const auto change = [](auto how) {
    Underlay underlay = scan();
    how(underlay);
    return refusal(edit::SetUnderlay{{2}, underlay}).code;
  };
  CHECK(change([](Underlay& u) { u.picture = nullptr; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.picture = std::make_shared<const std::string>(); }) ==
        Code::BadInput);
  CHECK(change([](Underlay& u) { u.width = 0; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.origin.x = kNaN; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.origin.y = 1e12; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.metres_per_pixel = 0; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.metres_per_pixel = kNaN; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.angle = kNaN; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.opacity = 1.5; }) == Code::BadInput);
  CHECK(change([](Underlay& u) { u.opacity = kNaN; }) == Code::BadInput);
  CHECK(change([](Underlay& u) {
          u.picture = std::make_shared<const std::string>(kLargestPicture + 1, 'x');
        }) == Code::TooLarge);
}

TEST_CASE("An underlay changes no result: no key is made of it") {
  Storey storey = *rich_project().buildings[0].storeys[0];
  const Key with = hash_of(storey);
  const Box box = box_of(storey);
  storey.underlay = scan();
  CHECK(hash_of(storey) == with);
  storey.underlay.reset();
  CHECK(hash_of(storey) == with);
  CHECK(box_of(storey).low == box.low);
  CHECK(box_of(storey).high == box.high);
  storey.seats[0].at.x += 1;
  CHECK(hash_of(storey) != with);
}

TEST_CASE("An undo menu names what happened to the underlay", "[edit]") {
  CHECK(label_of(edit::SetUnderlay{}) == Text{"Onderlegger wijzigen", "Change underlay"});
  CHECK(label_of(edit::RemoveUnderlay{}) == Text{"Onderlegger verwijderen", "Remove underlay"});
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

namespace {

Camera camera_at(Point centre, double scale) {
  Camera camera;
  camera.centre = centre;
  camera.scale = scale;
  camera.low = {100, 50};
  camera.high = {900, 650};
  return camera;
}

}  // namespace

TEST_CASE("the middle of the view is the centre and y goes up") {
  const Camera camera = camera_at({10, 20}, 50);
  CHECK(camera({10, 20}).x == 500);
  CHECK(camera({10, 20}).y == 350);
  CHECK(camera({11, 21}).x == 550);
  CHECK(camera({11, 21}).y == 300);
}

TEST_CASE("a place in RD New comes back from the screen to a millimetre") {
  const Camera camera = camera_at({130905.5, 450702.25}, 4000);
  for (const Point p : {Point{130905.5001, 450702.251}, Point{130905.41, 450702.2}}) {
    const Point back = camera.world(camera(p));
    CHECK(std::abs(back.x - p.x) < 0.0001);
    CHECK(std::abs(back.y - p.y) < 0.0001);
  }
}

TEST_CASE("zooming keeps what is under the mouse there") {
  Camera camera = camera_at({130905.5, 450702.25}, 40);
  const ImVec2 mouse{220, 610};
  const Point before = camera.world(mouse);
  for (int i = 0; i < 10; ++i) camera.zoom(1.25, mouse);
  CHECK(distance(camera.world(mouse), before) < 1e-6);
  for (int i = 0; i < 300; ++i) camera.zoom(1.25, mouse);
  CHECK(camera.scale == 4000);
  for (int i = 0; i < 300; ++i) camera.zoom(0.8, mouse);
  CHECK(camera.scale == 0.2);
}

TEST_CASE("all of the plan fits in the view, whatever its shape") {
  for (const Box& box : {Box{{0, 0}, {60, 10}}, Box{{0, 0}, {3, 90}}, Box{{5, 5}, {5, 5}}}) {
    Camera camera = camera_at({}, 1);
    camera.fit(box);
    CHECK(camera.is_placed);
    for (const Point p : {box.low, box.high}) {
      CHECK(camera(p).x > camera.low.x);
      CHECK(camera(p).x < camera.high.x);
      CHECK(camera(p).y > camera.low.y);
      CHECK(camera(p).y < camera.high.y);
    }
  }
  Camera camera = camera_at({}, 1);
  camera.fit({});
  CHECK_FALSE(camera.is_placed);
}

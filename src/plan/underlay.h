// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "geom/shapes.h"

namespace trefpunt {

// The bytes of a PNG or JPEG file: never changed, so every state of the project shares them.
using PictureBytes = std::shared_ptr<const std::string>;
inline constexpr std::size_t kLargestPicture = 32u << 20;  // bytes

// A picture that lies under a storey to draw over. It is only looked at: no result depends on it.
// A place on the picture is in pixels from its lower left corner, x to the right and y up.
struct Underlay {
  std::string name;  // of the file it came from
  PictureBytes picture;
  int width = 0, height = 0;       // px
  Point origin;                    // m, of the lower left corner
  double metres_per_pixel = 0.01;  // until two points of a known distance say better
  double angle = 0;                // rad, counter-clockwise around the origin
  double opacity = 0.6;            // 0 to 1
  bool is_visible = true;
};

Point to_plan(const Underlay& underlay, Point pixel);
Point to_pixel(const Underlay& underlay, Point p);
// The four corners on the plan, from the lower left one counter-clockwise.
Ring corners(const Underlay& underlay);
Box box_of(const Underlay& underlay);

// Made so large that pixels a and b lie `metres` apart; a stays where it is. Errors: BadInput when
// they are the same pixel or the distance is not a size.
Result<Underlay> calibrated(Underlay underlay, Point a, Point b, double metres);
// Turned around pixel `around`, which stays where it is.
Underlay turned(Underlay underlay, Point around, double radians);
// How far to turn so that the line from a to b runs along x or y, whichever is nearer; rad.
double off_square(const Underlay& underlay, Point a, Point b);

// In the box, around its middle and as wide or as high as it; in a box of nothing 40 m wide.
Underlay fitted(Underlay underlay, const Box& box);

// Whether it can be part of a project: a picture, and numbers that place it. Errors: BadInput,
// TooLarge.
Status valid(const Underlay& underlay);

}  // namespace trefpunt

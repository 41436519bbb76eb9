// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/underlay.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trefpunt {

namespace {

constexpr double kFirstWidth = 40;       // m, of a picture that nothing says the size of
constexpr double kFarthest = 1e9;        // m
constexpr double kLargestPixel = 1000;   // m
constexpr double kSmallestDistance = 1;  // px, between two points that give a size

Point turned(Point v, double radians) {
  const double c = std::cos(radians), s = std::sin(radians);
  return {c * v.x - s * v.y, s * v.x + c * v.y};
}

Error bad_input(const char* nl, const char* en) {
  return {Code::BadInput, {nl, en}, {}};
}

}  // namespace

Point to_plan(const Underlay& underlay, Point pixel) {
  return underlay.origin + turned(underlay.metres_per_pixel * pixel, underlay.angle);
}

Point to_pixel(const Underlay& underlay, Point p) {
  return 1 / underlay.metres_per_pixel * turned(p - underlay.origin, -underlay.angle);
}

Ring corners(const Underlay& underlay) {
  const double w = underlay.width, h = underlay.height;
  Ring ring;
  for (const Point pixel : {Point{0, 0}, {w, 0}, {w, h}, {0, h}}) {
    ring.push_back(to_plan(underlay, pixel));
  }
  return ring;
}

Box box_of(const Underlay& underlay) {
  return box_of(corners(underlay));
}

Result<Underlay> calibrated(Underlay underlay, Point a, Point b, double metres) {
  const double pixels = distance(a, b);
  if (!(pixels >= kSmallestDistance)) {
    return bad_input("Kies twee punten die verder uit elkaar liggen.",
                     "Choose two points that lie further apart.");
  }
  if (!(metres > 0) || !(metres / pixels <= kLargestPixel)) {
    return bad_input("De afstand is een getal groter dan 0, in meters.",
                     "The distance is a number above 0, in metres.");
  }
  const Point fixed = to_plan(underlay, a);
  underlay.metres_per_pixel = metres / pixels;
  underlay.origin = underlay.origin + (fixed - to_plan(underlay, a));
  return underlay;
}

Underlay turned(Underlay underlay, Point around, double radians) {
  const Point fixed = to_plan(underlay, around);
  underlay.angle = std::remainder(underlay.angle + radians, 2 * std::numbers::pi);
  underlay.origin = underlay.origin + (fixed - to_plan(underlay, around));
  return underlay;
}

double off_square(const Underlay& underlay, Point a, Point b) {
  const Point along = to_plan(underlay, b) - to_plan(underlay, a);
  return -std::remainder(std::atan2(along.y, along.x), std::numbers::pi / 2);
}

Underlay fitted(Underlay underlay, const Box& box) {
  const double w = underlay.width, h = underlay.height;
  underlay.angle = 0;
  if (box.empty() || box.width() <= 0 || box.height() <= 0) {
    underlay.metres_per_pixel = kFirstWidth / w;
    underlay.origin = {};
    return underlay;
  }
  underlay.metres_per_pixel = std::min(box.width() / w, box.height() / h);
  underlay.origin = middle(box.low, box.high) - underlay.metres_per_pixel / 2 * Point{w, h};
  return underlay;
}

Status valid(const Underlay& underlay) {
  if (!underlay.picture || underlay.picture->empty() || underlay.width < 1 || underlay.height < 1) {
    return bad_input("Een onderlegger heeft een afbeelding.", "An underlay has a picture.");
  }
  if (underlay.picture->size() > kLargestPicture) {
    return Error{Code::TooLarge,
                 {"Deze afbeelding is groter dan 32 MB; maak haar kleiner of neem een deel.",
                  "This picture is over 32 MB; make it smaller or take a part of it."},
                 {}};
  }
  const auto is_within = [](double value, double most) { return std::abs(value) <= most; };
  if (!is_within(underlay.origin.x, kFarthest) || !is_within(underlay.origin.y, kFarthest) ||
      !is_within(underlay.angle, 2 * std::numbers::pi) ||
      !(underlay.metres_per_pixel > 0 && underlay.metres_per_pixel <= kLargestPixel)) {
    return bad_input("De plaats of de maat van een onderlegger is geen getal of te groot.",
                     "The place or the size of an underlay is not a number or too large.");
  }
  if (!(underlay.opacity >= 0 && underlay.opacity <= 1)) {
    return bad_input("De dekking van een onderlegger ligt tussen 0 en 1.",
                     "The opacity of an underlay lies between 0 and 1.");
  }
  return Done{};
}

}  // namespace trefpunt

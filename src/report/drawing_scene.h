// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "geom/shapes.h"
#include "report/drawing.h"

namespace trefpunt {

using Rgb = std::uint32_t;  // 0xRRGGBB
inline constexpr Rgb kInk = 0x1f2328;

// A second sign beside colour, for who does not see colours and for paper.
enum class Hatch { None, Rising, Falling, Level, Upright, Dots, Crossed };

struct Paint {
  Rgb fill = 0xffffff;
  Hatch hatch = Hatch::None;
  Rgb ink = 0x8a8a8a;  // of the hatch
  bool operator==(const Paint&) const = default;
};

// What is drawn, in pixels from the top left: the one list that every kind of file prints.
struct Area {
  std::vector<Ring> rings;  // even-odd
  Paint paint;
};
struct Stroke {
  std::vector<Line> lines;
  bool is_closed = false;
  double width = 1;
  Rgb colour = 0;
  double dash = 0;  // 0: unbroken
};
struct Dot {
  std::vector<Point> at;
  double radius = 2;
  Rgb fill = 0;
};
enum class Anchor { Start, Middle, End };
struct Word {
  Point at;  // on the base line
  std::string text;
  double size = 11;
  Anchor anchor = Anchor::Middle;
  bool is_bold = false;
  bool has_halo = false;  // a white rim, over fills and hatches
  Rgb colour = kInk;
};
using Shape = std::variant<Area, Stroke, Dot, Word>;

Shape moved(Shape shape, Point by);

// Layers from below to above. `structure` and `words` depend on the storey and the width only, so
// that several pictures of one storey may share them.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<Shape> fills;
  std::vector<Shape> structure;
  std::vector<Shape> marks;
  std::vector<Shape> words;
  std::vector<Shape> frame;  // title, legend, scale bar, north
  std::string title;
  std::string description;
};

Picture make_picture(const Building& building, const BuildingResult& result,
                     const DrawingOptions& options);

// Where a storey lands on the picture.
struct View {
  Box box;           // m
  double scale = 1;  // px per m
  double left = 0, top = 0;

  Point operator()(Point p) const {
    return {left + (p.x - box.low.x) * scale, top + (box.high.y - p.y) * scale};
  }
  double bottom() const { return top + box.height() * scale; }
};

// With `shared`, the structure and the words are those of svg_shared() under that name.
std::string svg_of(const Picture& picture, const std::string& id, Lang lang,
                   const std::string& shared = "");

// Structure and words as definitions for an SVG: ids <name>-lines and <name>-words.
std::string svg_shared(const Picture& picture, const std::string& name);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing_legend.h"

#include <algorithm>
#include <cmath>

#include "report/drawing_labels.h"

namespace trefpunt {

namespace {

constexpr double kSize = 12;    // px of the letters
constexpr double kLine = 17;    // px from line to line
constexpr double kSwatch = 22;  // px wide

Ring box_ring(double left, double top, double width, double height) {
  return {{left, top}, {left + width, top}, {left + width, top + height}, {left, top + height}};
}

const Text& name_of(Sign sign) {
  static const Text names[] = {
      {"plek om naar te kijken", "place to look at"},
      {"zitplaats", "seat"},
      {"glas", "glass"},
      {"trap", "stairs"},
      {"lift", "lift"},
  };
  return names[static_cast<std::size_t>(sign)];
}

void draw_sign(Sign sign, double left, double top, std::vector<Shape>& into) {
  const Ring box = box_ring(left, top, kSwatch, 13);
  const double middle = top + 6.5;
  switch (sign) {
    case Sign::Place:
      into.push_back(Stroke{{box}, true, 2.4, kPlaceColour, 5});
      return;
    case Sign::Seat:
      into.push_back(Dot{{{left + kSwatch / 2, middle}}, 2, kSeatColour});
      return;
    case Sign::Glass:
      into.push_back(Stroke{{{{left, middle - 2}, {left + kSwatch, middle - 2}},
                             {{left, middle + 2}, {left + kSwatch, middle + 2}}},
                            false,
                            1.2,
                            kGlassColour});
      return;
    case Sign::Stairs: {
      Stroke treads{{}, false, 0.8, kWallColour};
      for (double x = left + 3; x < left + kSwatch; x += 4) {
        treads.lines.push_back({{x, top}, {x, top + 13}});
      }
      into.push_back(treads);
      return;
    }
    case Sign::Lift:
      into.push_back(Stroke{{{box[0], box[2]}, {box[1], box[3]}}, false, 0.8, kWallColour});
      into.push_back(Stroke{{box}, true, 0.8, kWallColour});
      return;
  }
}

}  // namespace

Shape moved(Shape shape, Point by) {
  const auto move = [&](std::vector<std::vector<Point>>& lines) {
    for (std::vector<Point>& line : lines) {
      for (Point& p : line) p = p + by;
    }
  };
  if (Area* area = std::get_if<Area>(&shape)) move(area->rings);
  if (Stroke* stroke = std::get_if<Stroke>(&shape)) move(stroke->lines);
  if (Word* word = std::get_if<Word>(&shape)) word->at = word->at + by;
  if (Dot* dot = std::get_if<Dot>(&shape)) {
    for (Point& p : dot->at) p = p + by;
  }
  return shape;
}

double draw_legend(const Legend& legend, double left, double top, double width, Lang lang,
                   std::vector<Shape>& into) {
  double y = top;
  if (!legend.title.empty()) {
    for (const std::string& line : wrapped(legend.title, width, kSize)) {
      into.push_back(Word{{left, y + kSize}, line, kSize, Anchor::Start, true});
      y += kLine;
    }
    y += 4;
  }
  // As many equal columns as the longest short label allows; long ones are broken.
  double widest = 0;
  for (const LegendEntry& entry : legend.entries) {
    widest = std::max(widest, text_width(entry.label, kSize));
  }
  for (const Sign sign : legend.signs) {
    widest = std::max(widest, text_width(name_of(sign).in(lang), kSize));
  }
  const double wanted = std::min(widest, 300.0) + kSwatch + 20;
  const int columns = std::max(1, static_cast<int>(width / wanted));
  const double column_width = width / columns;
  const int total = static_cast<int>(legend.entries.size() + legend.signs.size());
  for (int first = 0; first < total; first += columns) {
    double row_end = y;
    for (int c = 0; c < columns && first + c < total; ++c) {
      const int i = first + c;
      const double x = left + c * column_width;
      const bool is_sign = i >= static_cast<int>(legend.entries.size());
      std::string label;
      if (is_sign) {
        const Sign sign = legend.signs[static_cast<std::size_t>(i) - legend.entries.size()];
        label = name_of(sign).in(lang);
        draw_sign(sign, x, y + 1, into);
      } else {
        const LegendEntry& entry = legend.entries[static_cast<std::size_t>(i)];
        label = entry.label;
        for (const Shape& shape : entry.sign) {
          into.push_back(moved(shape, {x + kSwatch / 2, y + 7.5}));
        }
        if (entry.sign.empty()) {
          into.push_back(Area{{box_ring(x, y + 1, kSwatch, 13)}, entry.paint});
          into.push_back(Stroke{{box_ring(x, y + 1, kSwatch, 13)}, true, 0.8, 0x767676});
        }
      }
      double line_y = y;
      for (const std::string& line : wrapped(label, column_width - kSwatch - 24, kSize)) {
        into.push_back(Word{{x + kSwatch + 8, line_y + kSize}, line, kSize, Anchor::Start});
        line_y += kLine;
      }
      row_end = std::max(row_end, line_y);
    }
    y = row_end + 3;
  }
  return y;
}

void draw_scale_bar(const View& view, Point left_end, double longest, Lang lang,
                    std::vector<Shape>& into) {
  const double most = longest / view.scale;  // m
  const double power = std::pow(10.0, std::floor(std::log10(most)));
  double metres = power;
  for (const double factor : {2.0, 5.0}) {
    if (factor * power <= most) metres = factor * power;
  }
  const double length = metres * view.scale;
  const double x = left_end.x, y = left_end.y;
  into.push_back(Area{{box_ring(x, y, length / 2, 5)}, {kWallColour}});
  into.push_back(Stroke{{box_ring(x, y, length, 5)}, true, 1, kWallColour});
  const int decimals = metres < 1 ? 2 : 0;
  into.push_back(Word{{x, y - 4}, "0", 11, Anchor::Middle});
  into.push_back(Word{{x + length / 2, y - 4}, format_short(metres / 2, decimals + 1, lang), 11});
  into.push_back(Word{{x + length, y - 4}, format_short(metres, decimals, lang) + " m", 11});
}

void draw_north(Point middle, std::vector<Shape>& into) {
  const double x = middle.x, y = middle.y;
  into.push_back(Area{{{{x, y - 11}, {x + 6, y + 9}, {x, y + 5}}}, {kWallColour}});
  into.push_back(
      Stroke{{{{x, y - 11}, {x + 6, y + 9}, {x, y + 5}, {x - 6, y + 9}}}, true, 1, kWallColour});
  into.push_back(Word{{x, y - 15}, "N", 12, Anchor::Middle, true});
}

}  // namespace trefpunt

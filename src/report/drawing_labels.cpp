// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing_labels.h"

#include <algorithm>
#include <array>
#include <optional>

namespace trefpunt {

namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes; longer names stand in the table only

double glyph(unsigned char c) {
  if (c >= '0' && c <= '9') return 0.6;
  if (std::string_view("ijl.,:;'|!()[]I ").find(static_cast<char>(c)) != std::string_view::npos) {
    return 0.36;
  }
  if (std::string_view("mwMW@%").find(static_cast<char>(c)) != std::string_view::npos) return 0.95;
  return c >= 'A' && c <= 'Z' ? 0.7 : 0.58;
}

bool crosses(const Ring& ring, const Box& box) {
  // A segment meets the box unless it lies beyond one side or all corners lie on one side of it.
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    if (std::max(a.x, b.x) < box.low.x || std::min(a.x, b.x) > box.high.x ||
        std::max(a.y, b.y) < box.low.y || std::min(a.y, b.y) > box.high.y) {
      continue;
    }
    int left = 0, right = 0;
    for (const Point corner :
         {box.low, box.high, Point{box.low.x, box.high.y}, Point{box.high.x, box.low.y}}) {
      (cross(b - a, corner - a) > 0 ? left : right)++;
    }
    if (left > 0 && right > 0) return true;
  }
  return false;
}

bool holds(const Polygon& face, const Box& box) {
  if (!contains(face, middle(box.low, box.high)) || crosses(face.outer, box)) return false;
  return std::none_of(face.holes.begin(), face.holes.end(),
                      [&](const Ring& hole) { return crosses(hole, box); });
}

// The middle of a box of this size inside the face that covers the fewest dots and lies nearest to
// the heart, as far as a coarse grid finds.
std::optional<Point> room_for(const Polygon& face, const std::vector<Point>& dots, double width,
                              double height) {
  const Box all = box_of(face.outer);
  if (all.width() < width || all.height() < height) return std::nullopt;
  const Point half{width / 2, height / 2};
  const Point heart =
      contains(face, centroid(face.outer)) ? centroid(face.outer) : label_point(face);
  std::optional<Point> best;
  double least = 0;
  const auto consider = [&](Point p) {
    const Box box{p - half, p + half};
    const auto covered =
        std::count_if(dots.begin(), dots.end(), [&](Point dot) { return box.contains(dot); });
    const double cost = 1e6 * static_cast<double>(covered) + distance(p, heart);
    if ((best && cost >= least) || !holds(face, box)) return;
    best = p;
    least = cost;
  };
  consider(heart);
  if (best && least == 0) return best;
  consider(label_point(face));
  constexpr int kTries = 16;
  for (int row = 1; row < kTries; ++row) {
    for (int column = 1; column < kTries; ++column) {
      consider(
          {all.low.x + all.width() * column / kTries, all.low.y + all.height() * row / kTries});
    }
  }
  return best;
}

}  // namespace

double text_width(std::string_view text, double size, bool is_bold) {
  double width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;  // the rest of a letter
    width += byte < 0x80 ? glyph(byte) : byte < 0xE0 ? 0.65 : 1.0;
  }
  return width * size * (is_bold ? 1.08 : 1.0);
}

std::vector<std::string> wrapped(const std::string& text, double width, double size) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t space = std::min(text.find(' ', from), text.size());
    const std::string word = text.substr(from, space - from);
    from = space + 1;
    if (line.empty()) {
      line = word;
    } else if (text_width(line + " " + word, size) <= width) {
      line += " " + word;
    } else {
      lines.push_back(line);
      line = word;
    }
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::vector<Word> label_in(const Polygon& face, const std::vector<Point>& dots,
                           const std::string& number, const std::string& name) {
  constexpr double kPadding = 3;
  constexpr double kLeading = 1.18;
  if (face.outer.size() < 3) return {};
  std::optional<Point> place;
  const auto try_lines = [&](const std::vector<std::string>& lines,
                             double size) -> std::vector<Word> {
    double width = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      width = std::max(width, text_width(lines[i], size, i == 0 && !number.empty()));
    }
    const double height = size * kLeading * static_cast<double>(lines.size());
    place = room_for(face, dots, width + 2 * kPadding, height + kPadding);
    if (!place) return {};
    std::vector<Word> words;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double base = place->y - height / 2 + size * (0.92 + kLeading * static_cast<double>(i));
      words.push_back(
          {{place->x, base}, lines[i], size, Anchor::Middle, i == 0 && !number.empty(), true});
    }
    return words;
  };

  constexpr std::array<double, 3> kSizes = {11, 9.5, 8};
  if (!name.empty() && name.size() <= kLongestLabel && number.size() <= kLongestLabel) {
    const Box all = box_of(face.outer);
    for (const double size : kSizes) {
      for (const double width : {1e9, all.width() * 0.9, all.width() * 0.6}) {
        std::vector<std::string> lines = wrapped(name, width, size);
        if (!number.empty()) lines.insert(lines.begin(), number);
        std::vector<Word> words = try_lines(lines, size);
        if (!words.empty()) return words;
      }
    }
  }
  if (number.empty() || number.size() > kLongestLabel) return {};
  for (const double size : kSizes) {
    std::vector<Word> words = try_lines({number}, size);
    if (!words.empty()) return words;
  }
  return {};
}

}  // namespace trefpunt

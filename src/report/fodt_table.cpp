// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/fodt_table.h"

#include <algorithm>
#include <numeric>

namespace trefpunt {

namespace {

constexpr double kPadding = 0.3;     // cm, beside the words of a cell
constexpr double kLongestWord = 6;   // cm; a longer one is no word and may break
constexpr double kLongestCell = 40;  // cm; longer texts take lines, not width

// The letters of Liberation Sans in classes, in parts of the size of the type.
double width_of(char letter) {
  const std::string_view thin = "ijl'|", narrow = "frtI.,:;!()[]/- \"", wide = "mwMW@%";
  const auto in = [&](std::string_view set) { return set.find(letter) != std::string_view::npos; };
  if ((static_cast<unsigned char>(letter) & 0xC0) == 0x80) return 0;  // a later byte of a letter
  if (in(thin)) return 0.24;
  if (in(narrow)) return 0.34;
  if (in(wide)) return 0.88;
  if (in("ckJsvxyz")) return 0.5;
  return letter >= 'A' && letter <= 'Z' ? 0.72 : 0.56;
}

double scale_of(CellSize size) {
  return size == CellSize::Usual ? 1 : size == CellSize::Small ? 8.0 / 9 : 7.0 / 9;
}

double sum(const std::vector<double>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0.0);
}

std::vector<double> share(const std::vector<double>& least, const std::vector<double>& most,
                          double room) {
  std::vector<double> widths = least, wish;
  for (std::size_t c = 0; c < least.size(); ++c) wish.push_back(most[c] - least[c] + 0.2);
  const double rest = room - sum(least), wished = sum(wish);
  for (std::size_t c = 0; c < least.size(); ++c) widths[c] += rest * wish[c] / wished;
  return widths;
}

}  // namespace

double text_width(std::string_view words) {
  double width = 0;
  for (const char letter : words) width += width_of(letter);
  return width;
}

void ColumnNeed::see(std::string_view cell) {
  constexpr double kEm = 9 * 2.54 / 72;  // cm
  double word = 0, whole = 0;
  for (const char letter : cell) {
    const double width = width_of(letter) * kEm;
    whole += width;
    word += width;
    if (letter == ' ' || letter == '\n') word = 0;
    longest_word = std::max(longest_word, word);
    if (letter == '-' || letter == '/') word = 0;
  }
  longest_word = std::min(longest_word, kLongestWord);
  whole = std::min(whole, kLongestCell);
  longest_cell = std::max(longest_cell, whole);
  all_cells += whole;
  ++cells;
}

TableShape shape_table(const std::vector<ColumnNeed>& columns, CellSize largest) {
  TableShape shape;
  std::vector<double> least, most;
  const auto fits = [&](CellSize size, double room) {
    least.clear();
    most.clear();
    for (const ColumnNeed& column : columns) {
      // Bold and a rounding of the type leave words some room.
      least.push_back(column.longest_word * 1.06 * scale_of(size) + kPadding);
      // One long text among short ones takes lines; a column of long texts takes width.
      const double usual = 2 * column.all_cells / std::max(column.cells, 1);
      const double wish = std::min(column.longest_cell, std::max(usual, 3.0));
      most.push_back(std::max(least.back(), wish * scale_of(size) + kPadding));
    }
    return sum(least) <= room;
  };
  for (const bool is_wide : {false, true}) {
    const double room = is_wide ? kWideTextWidth : kTextWidth;
    for (const CellSize size : {CellSize::Usual, CellSize::Small, CellSize::Tiny}) {
      if (size < largest || !fits(size, room)) continue;
      return {share(least, most, room), size, is_wide, true};
    }
  }
  shape.size = CellSize::Tiny;
  shape.is_wide = true;
  for (const double width : least) shape.widths.push_back(width * kWideTextWidth / sum(least));
  return shape;
}

std::vector<std::vector<std::size_t>> parts_of(const std::vector<ColumnNeed>& columns,
                                               CellSize largest) {
  const auto shape_of = [&](const std::vector<std::size_t>& part) {
    std::vector<ColumnNeed> needs;
    for (const std::size_t c : part) needs.push_back(columns[c]);
    return shape_table(needs, largest);
  };
  std::vector<std::vector<std::size_t>> parts(1);
  for (std::size_t c = 0; c < columns.size(); ++c) parts[0].push_back(c);
  if (columns.size() < 3 || shape_of(parts[0]).fits) return parts;
  parts = {{0}};
  for (std::size_t c = 1; c < columns.size(); ++c) {
    parts.back().push_back(c);
    const TableShape shape = shape_of(parts.back());
    if (parts.back().size() > 2 && (shape.is_wide || shape.size == CellSize::Tiny)) {
      parts.back().pop_back();
      parts.push_back({0, c});
    }
  }
  return parts;
}

}  // namespace trefpunt

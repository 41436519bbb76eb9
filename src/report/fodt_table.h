// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trefpunt {

// How wide the words of a column are, cm at 9 pt.
struct ColumnNeed {
  double longest_word = 0;
  double longest_cell = 0;
  double all_cells = 0;  // together
  int cells = 0;

  void see(std::string_view cell);  // widens the need to that of this cell
};

// How wide the words are on one line, in parts of the size of the type.
double text_width(std::string_view words);

enum class CellSize { Usual, Small, Tiny };  // 9, 8 and 7 pt

struct TableShape {
  std::vector<double> widths;  // cm; together the width of the page between its margins
  CellSize size = CellSize::Usual;
  bool is_wide = false;  // on a page on its side
  bool fits = false;     // no word is broken
};

inline constexpr double kTextWidth = 18;        // cm, of an A4 page between its margins
inline constexpr double kWideTextWidth = 26.7;  // cm, of one on its side

// Gives every column room for its longest word and shares the rest by the length of the texts.
// Letters become smaller first; then the page turns. What fits on neither is broken inside words.
TableShape shape_table(const std::vector<ColumnNeed>& columns, CellSize largest = CellSize::Usual);

// The columns of the tables that a table is cut into when it fits on no page: each with the first
// column, which names the rows, and as many of the others as have room on an upright page.
std::vector<std::vector<std::size_t>> parts_of(const std::vector<ColumnNeed>& columns,
                                               CellSize largest = CellSize::Usual);

}  // namespace trefpunt

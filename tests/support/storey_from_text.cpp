// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/storey_from_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/check.h"

namespace trefpunt {

namespace {

struct Cells {
  std::vector<std::string> rows;  // from the bottom up

  explicit Cells(std::string_view text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += c;
      }
    }
    const auto blank = [](const std::string& line) {
      return line.find_first_not_of(' ') == std::string::npos;
    };
    while (!lines.empty() && blank(lines.back())) lines.pop_back();
    while (!lines.empty() && blank(lines.front())) lines.erase(lines.begin());
    std::size_t indent = std::string::npos;
    for (const std::string& line : lines) {
      if (!blank(line)) indent = std::min(indent, line.find_first_not_of(' '));
    }
    for (const std::string& line : lines) {
      rows.insert(rows.begin(), blank(line) ? std::string() : line.substr(indent));
    }
  }

  int height() const { return static_cast<int>(rows.size()); }
  int width() const {
    std::size_t most = 0;
    for (const std::string& row : rows) most = std::max(most, row.size());
    return static_cast<int>(most);
  }
  char at(int x, int y) const {
    if (x < 0 || y < 0 || y >= height()) return ' ';
    const std::string& row = rows[static_cast<std::size_t>(y)];
    return x < static_cast<int>(row.size()) ? row[static_cast<std::size_t>(x)] : ' ';
  }
};

// A block of equal cells: [x, x + w) by [y, y + h).
struct Block {
  int x, y, w, h;
  Ring ring() const {
    const double x0 = x, y0 = y, x1 = x + w, y1 = y + h;
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
  }
};

// Cuts all cells that hold `what` into rectangles, from the bottom row up.
std::vector<Block> blocks(const Cells& cells, char what) {
  std::vector<Block> found;
  std::vector<std::vector<bool>> taken(
      static_cast<std::size_t>(cells.height()),
      std::vector<bool>(static_cast<std::size_t>(cells.width()), false));
  const auto is_free = [&](int x, int y) {
    return cells.at(x, y) == what &&
           !taken[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
  };
  for (int y = 0; y < cells.height(); ++y) {
    for (int x = 0; x < cells.width(); ++x) {
      if (!is_free(x, y)) continue;
      Block block{x, y, 1, 1};
      while (is_free(x + block.w, y)) ++block.w;
      const auto row_is_free = [&](int row) {
        if (row >= cells.height()) return false;
        for (int i = 0; i < block.w; ++i) {
          if (!is_free(x + i, row)) return false;
        }
        return true;
      };
      while (row_is_free(y + block.h)) ++block.h;
      for (int j = 0; j < block.h; ++j) {
        for (int i = 0; i < block.w; ++i) {
          taken[static_cast<std::size_t>(y + j)][static_cast<std::size_t>(x + i)] = true;
        }
      }
      found.push_back(block);
    }
  }
  return found;
}

Door door_in(const Cells& cells, const Block& block, char kind) {
  Door door;
  const double x0 = block.x, y0 = block.y, x1 = block.x + block.w, y1 = block.y + block.h;
  const bool lies_flat =
      cells.at(block.x - 1, block.y) == '#' && cells.at(block.x + block.w, block.y) == '#';
  TP_CHECK(lies_flat ||
           (cells.at(block.x, block.y - 1) == '#' && cells.at(block.x, block.y + block.h) == '#'));
  if (lies_flat) {
    door.a = {x0, (y0 + y1) / 2};
    door.b = {x1, (y0 + y1) / 2};
    door.footprint = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
  } else {
    door.a = {(x0 + x1) / 2, y0};
    door.b = {(x0 + x1) / 2, y1};
    door.footprint = {{x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
  }
  door.is_opening = kind == 'O';
  door.clear_width = door.opening_width() - (door.is_opening ? 0.0 : 0.1);
  door.threshold_height = 0.0;
  door.lock = kind == 'L' ? Lock::Controlled : Lock::Free;
  door.entrance = kind == 'E' ? Entrance::Public : Entrance::Unknown;
  return door;
}

Boundary boundary_in(const Cells& cells, const Block& block) {
  const double x0 = block.x, y0 = block.y, x1 = block.x + block.w, y1 = block.y + block.h;
  Boundary boundary;
  const bool lies_flat = block.w > 1 || (block.h == 1 && cells.at(block.x - 1, block.y) == '#');
  if (lies_flat) {
    boundary.points = {{x0, (y0 + y1) / 2}, {x1, (y0 + y1) / 2}};
  } else {
    boundary.points = {{(x0 + x1) / 2, y0}, {(x0 + x1) / 2, y1}};
  }
  return boundary;
}

}  // namespace

Storey storey_from_text(std::string_view text, const std::map<char, Space>& spaces, int level) {
  Cells cells(text);
  const int first = 1000 * level;
  Storey storey;
  storey.id = {level + 1};
  storey.name = std::to_string(level);
  storey.level = level;

  for (const auto& [character, described] : spaces) {
    Space space = described;
    space.id = {first + static_cast<int>(storey.spaces.size()) + 1};
    int found = 0;
    for (int y = 0; y < cells.height(); ++y) {
      for (char& cell : cells.rows[static_cast<std::size_t>(y)]) {
        if (cell != character) continue;
        const auto x = &cell - cells.rows[static_cast<std::size_t>(y)].data();
        space.anchor = {static_cast<double>(x) + 0.5, y + 0.5};
        cell = '.';
        ++found;
      }
    }
    TP_CHECK(found == 1);
    storey.spaces.push_back(space);
  }

  const auto next = [first](const auto& list) { return first + static_cast<int>(list.size()) + 1; };
  for (const Block& block : blocks(cells, '#')) {
    Wall wall;
    wall.id = {next(storey.walls)};
    wall.points = block.ring();
    wall.is_closed = true;
    storey.walls.push_back(wall);
  }
  std::vector<std::pair<Block, char>> doors;
  for (const char kind : {'D', 'L', 'E', 'O'}) {
    for (const Block& block : blocks(cells, kind)) doors.emplace_back(block, kind);
  }
  std::sort(doors.begin(), doors.end(), [](const auto& one, const auto& other) {
    return std::pair(one.first.y, one.first.x) < std::pair(other.first.y, other.first.x);
  });
  for (const auto& [block, kind] : doors) {
    Door door = door_in(cells, block, kind);
    door.id = {next(storey.doors)};
    storey.doors.push_back(door);
  }
  for (const Block& block : blocks(cells, '=')) {
    Boundary boundary = boundary_in(cells, block);
    boundary.id = {next(storey.boundaries)};
    storey.boundaries.push_back(boundary);
  }
  for (int y = 0; y < cells.height(); ++y) {
    for (int x = 0; x < cells.width(); ++x) {
      if (cells.at(x, y) != 's') continue;
      storey.seats.push_back({{next(storey.seats)}, {x + 0.5, y + 0.5}, 1, ""});
    }
  }
  for (const Block& block : blocks(cells, '%')) {
    storey.furniture.push_back({{next(storey.furniture)}, block.ring(), false, "", ""});
  }
  for (const auto& [character, kind] :
       {std::pair('^', LinkKind::Stairs), std::pair('@', LinkKind::Lift),
        std::pair('/', LinkKind::Ramp)}) {
    for (const Block& block : blocks(cells, character)) {
      Link link;
      link.id = {next(storey.links)};
      link.kind = kind;
      link.footprint = block.ring();
      storey.links.push_back(link);
    }
  }
  return storey;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/fodt_hatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <numbers>
#include <string>
#include <string_view>
#include <vector>

namespace trefpunt {

namespace {

using pugi::xml_node;

constexpr double kTile = 7;  // px

struct At {
  double x, y;
};
using Rings = std::vector<std::vector<At>>;

Rings rings_of(std::string_view path) {
  Rings rings;
  const char *at = path.data(), *end = at + path.size();
  while (at < end) {
    if (*at == 'M') rings.emplace_back();
    if (*at == 'M' || *at == 'L' || *at == 'Z' || *at == ' ') {
      ++at;
      continue;
    }
    At point{};
    const auto x = std::from_chars(at, end, point.x);
    if (x.ec != std::errc() || rings.empty()) return {};
    at = x.ptr < end && *x.ptr == ' ' ? x.ptr + 1 : x.ptr;
    const auto y = std::from_chars(at, end, point.y);
    if (y.ec != std::errc()) return {};
    at = y.ptr;
    rings.back().push_back(point);
  }
  return rings;
}

At turned(At p, double angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  return {c * p.x - s * p.y, s * p.x + c * p.y};
}

Rings turned(Rings rings, double angle) {
  for (auto& ring : rings) {
    for (At& p : ring) p = turned(p, angle);
  }
  return rings;
}

// Where the line at x runs inside the rings, by even and odd: pairs of y, from low to high.
std::vector<double> crossings(const Rings& rings, double x) {
  std::vector<double> found;
  for (const auto& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const At a = ring[i], b = ring[(i + 1) % ring.size()];
      if ((a.x <= x) == (b.x <= x)) continue;
      found.push_back(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The lines of tiles in the first of both directions, as path data in the plane of the page.
// With `dots` a small diamond in the middle of each tile instead.
std::string lines_of(const Rings& shape, double angle, bool dots) {
  const Rings rings = turned(shape, -angle);
  double low = 1e9, high = -1e9;
  for (const auto& ring : rings) {
    for (const At p : ring) {
      low = std::min(low, p.x);
      high = std::max(high, p.x);
    }
  }
  std::string path;
  for (double x = (std::floor(low / kTile) - 0.5) * kTile; x < high; x += kTile) {
    const std::vector<double> along = crossings(rings, x);
    for (std::size_t i = 0; i + 1 < along.size(); i += 2) {
      if (!dots) {
        const At a = turned({x, along[i]}, angle), b = turned({x, along[i + 1]}, angle);
        path += fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}", a.x, a.y, b.x, b.y);
        continue;
      }
      for (double y = (std::ceil(along[i] / kTile - 0.5) + 0.5) * kTile; y <= along[i + 1];
           y += kTile) {
        const At p = turned({x, y}, angle);
        path += fmt::format("M{:.1f} {:.1f}l1 1l-1 1l-1 -1Z", p.x, p.y - 1);
      }
    }
  }
  return path;
}

struct Tile {
  std::string ground, ink;
  double angle = 0;
  bool dots = false, crossed = false;
};

Tile tile_of(xml_node pattern) {
  Tile tile;
  const std::string_view turn = pattern.attribute("patternTransform").value();
  double degrees = 0;
  if (turn.starts_with("rotate(")) {
    std::from_chars(turn.data() + 7, turn.data() + turn.size(), degrees);
  }
  tile.angle = degrees * std::numbers::pi / 180;
  tile.ground = pattern.first_child().attribute("fill").value();
  const xml_node mark = pattern.last_child();
  tile.dots = std::strcmp(mark.name(), "circle") == 0;
  tile.ink = mark.attribute(tile.dots ? "fill" : "stroke").value();
  tile.crossed = std::strstr(mark.attribute("d").value(), "H7") != nullptr;
  return tile;
}

void gather(xml_node node, std::map<std::string, Tile>& tiles, std::vector<xml_node>& hatched) {
  for (const xml_node child : node.children()) {
    if (std::strcmp(child.name(), "pattern") == 0) {
      tiles[child.attribute("id").value()] = tile_of(child);
    } else if (std::strncmp(child.attribute("fill").value(), "url(#", 5) == 0) {
      hatched.push_back(child);
    } else {
      gather(child, tiles, hatched);
    }
  }
}

}  // namespace

void draw_hatches(xml_node svg) {
  std::map<std::string, Tile> tiles;
  std::vector<xml_node> hatched;
  gather(svg, tiles, hatched);
  for (xml_node area : hatched) {
    const std::string fill = area.attribute("fill").value();
    const Tile& tile = tiles[fill.substr(5, fill.size() - 6)];
    area.attribute("fill") = tile.ground.c_str();
    const Rings rings = rings_of(area.attribute("d").value());
    std::string path = lines_of(rings, tile.angle, tile.dots);
    if (tile.crossed) path += lines_of(rings, tile.angle + std::numbers::pi / 2, false);
    if (path.empty()) continue;
    xml_node lines = area.parent().insert_child_after("path", area);
    lines.append_attribute("d") = path.c_str();
    lines.append_attribute("fill") = tile.dots ? tile.ink.c_str() : "none";
    if (!tile.dots) lines.append_attribute("stroke") = tile.ink.c_str();
  }
  svg.remove_child("defs");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "geom/shapes.h"
#include "io/dxf_header.h"

namespace trefpunt {

// Something drawn, in drawing units, as the file has it. Curves are already short straight pieces.
struct DxfItem {
  enum class Kind { Open, Closed, Filled, Text };
  Kind kind = Kind::Open;
  std::string layer;
  std::string handle;
  std::vector<Point> points;  // closed: without the repeated last point; text: insertion, middle
  std::vector<Ring> holes;    // of what is filled
  std::string text;
  double text_height = 0;
};

// A reference to a block: p in the block lies at `at` + p.x * x_axis + p.y * y_axis.
struct DxfInsert {
  std::string block;
  std::string layer;
  std::string handle;
  Point at;
  Point x_axis{1, 0};
  Point y_axis{0, 1};
  std::map<std::string, std::string> attributes;  // tags in lower case

  Point apply(Point p) const { return at + p.x * x_axis + p.y * y_axis; }
};

struct DxfContent {
  std::vector<DxfItem> items;
  std::vector<DxfInsert> inserts;
};

// A drawing with its blocks apart; paper space, hidden layers and dimensions left out.
struct DxfDrawing {
  DxfHeader header;
  DxfContent model;
  std::map<std::string, DxfContent> blocks;
};

// Straight pieces; a text has none.
int segments_of(const DxfItem& item);
Error too_large(double segments, int max_segments, const std::string& file);

// Errors: as read_dxf_header(); BadInput for coordinates that are no numbers or lie beyond 1e9,
// with layer and handle; TooLarge, which is known before all is kept in memory.
Result<DxfDrawing> read_dxf_drawing(const std::string& path, int max_segments, Job& job);

}  // namespace trefpunt

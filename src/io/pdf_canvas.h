// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/dxf_drawing.h"

namespace trefpunt {

// Gathers what a page draws as lines, fills and texts in mm of paper. `layer` is that of the file,
// or empty; `pen` names what it is drawn with. Beyond the limit of segments things are only
// counted.
class PdfCanvas {
 public:
  explicit PdfCanvas(int max_segments) : max_segments_(max_segments) {}

  void add_line(std::vector<Point> points, bool is_closed, const std::string& layer,
                const std::string& pen);
  // A ring inside another is a hole in it.
  void add_fill(std::vector<Ring> rings, const std::string& layer, const std::string& pen);
  // Words from `at` that run `along`; those that go on where the last ones ended are of that text.
  void add_text(const std::string& words, Point at, Point along, double height,
                const std::string& layer);

  double segments() const { return segments_; }
  // Items are on a layer of the file when it has several; else on one named after the pen.
  DxfContent take();

 private:
  void add(DxfItem item);
  bool continues_arc(const DxfItem& item) const;

  int max_segments_;
  DxfContent content_;
  double segments_ = 0;
  std::size_t text_at_ = 0;  // items when the last text was added
  Point text_end_;
};

}  // namespace trefpunt

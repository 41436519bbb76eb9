// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui.h"
#include "report/report_blocks.h"

namespace trefpunt {

// Where everything of a page stands, px from its upper left corner; made once for a width, so that
// a frame only draws what is in sight.
struct LaidWords {
  ImVec2 at;
  std::string words;
  ImFont* font = nullptr;
  float size = 0;  // px
  bool is_soft = false;
  std::string link;                  // empty: none
  std::optional<StatusCode> status;  // the symbol instead of words, `size` wide
};
struct LaidBox {
  ImVec2 low, high;
  bool is_header = false;
};
struct LaidBlock {
  float top = 0, bottom = 0;
  std::vector<LaidWords> words;
  std::vector<LaidBox> boxes;
  ImVec2 figure_low, figure_high;  // of a figure
};
struct LaidPage {
  float width = 0, height = 0;
  std::vector<LaidBlock> blocks;  // as many as the page has, from above
};

LaidPage lay_out(const Ui& ui, const ReportPage& page, float width);

}  // namespace trefpunt

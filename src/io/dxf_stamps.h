// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/dxf_blocks.h"

namespace trefpunt {

// What a drawing says about a room, at a place in it.
struct Stamp {
  Point at;
  Point or_at;  // when `at` lies in a wall
  std::string number;
  std::string name;
  std::optional<double> area_m2;
  std::string handle;
  double height = 0;      // m, of the letters
  int order = 0;          // in the drawing
  bool is_stamp = false;  // a stamp block or a text on a layer for them; else any text

  bool empty() const { return number.empty() && name.empty() && !area_m2; }
};

// Room stamps: block attributes (NUMMER, NAAM, OPP, ...), the texts in a stamp block, and every
// text on a layer that is not ignored.
std::vector<Stamp> stamps_of(const FlatDrawing& drawing);

// The stamps of one face: texts that stand under one another are one.
std::vector<Stamp> joined(std::vector<Stamp> stamps);

// One text, its lines told apart: "0.12\nSpreekkamer 1\n14,8 m2".
Stamp stamp_from_text(const std::string& text);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "measure/measure.h"
#include "plan/building.h"
#include "report/drawing_scene.h"

namespace trefpunt {

// Uses that look alike on a drawing, because people do alike things there.
enum class UseGroup { Meeting, Waiting, Private, Circulation, Wet, Work, Outdoor, Void, Unknown };
UseGroup group_of(Use use);
Paint paint_of(UseGroup group);
const Text& name_of(UseGroup group);

// One colour of a legend, or a sign: shapes about the origin.
struct LegendEntry {
  Paint paint;
  std::string label;
  std::vector<Shape> sign = {};
};

// How the rows of an outcome are coloured: the same on every storey of the building.
struct RowColours {
  std::string title;  // what is coloured and its unit
  std::vector<LegendEntry> entries;
  std::map<std::string, int> entry_of;  // by object, into entries
};
RowColours colours_of(const Outcome& outcome, const MeasureInfo& info, Lang lang);

// The words of a measure whose rows are yes or no, from its unit "1 = ja, 0 = nee". Empty: a
// number.
struct YesNoWords {
  std::string yes, no;
  bool empty() const { return yes.empty(); }
};
YesNoWords yes_no_of(const MeasureInfo& info, Lang lang);

// Digits after the sign for the rows of a measure.
int row_decimals(const MeasureInfo& info);

// A row's value in words, without its unit.
std::string row_words(const Value& value, const MeasureInfo& info, Lang lang);

}  // namespace trefpunt

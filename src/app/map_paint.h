// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/ui.h"
#include "app/wijk_choice.h"

namespace trefpunt {

const Text& name_of(MapLayer layer);

Paint paint_of(Ground ground);  // hatched where its colour is like another's

inline constexpr Rgb kFootprintColour = 0xd9d2c9, kFootprintRim = 0xa89f94;
inline constexpr Rgb kResidentialColour = 0xe6ded3;
inline constexpr Rgb kAreaRim = 0x7a4f86;
inline constexpr Rgb kHomeColour = 0x4b5563;
inline constexpr Rgb kMissingColour = 0xb3261e;  // a home without what is asked for in reach
inline constexpr Rgb kReachColour = 0x1d5fbf;    // what can be walked to
inline constexpr Rgb kPlannedColour = 0x8a2be2;

// How a street of a kind is drawn: a core, with a rim when that is wider. Widths in px at
// kMapScale.
struct StreetLook {
  Rgb core = 0, rim = 0;
  double width = 2, rim_width = 0;
  double dash = 0;  // m; 0: unbroken
};
StreetLook look_of(StreetKind kind);

// Streets and dots are drawn as wide as at this scale, and grow and shrink less than the map does.
inline constexpr double kMapScale = 0.6;  // px per m
float growth_at(double scale);            // times the widths above

// Of a category: a shape of its family (meeting, daily, care and learning, outdoors) with letters.
struct PlaceSign {
  enum class Shape { Circle, Square, Diamond, Hexagon } shape;
  Rgb fill;
  Text letters;
};
const PlaceSign& sign_of(PlaceCategory category);
void draw_sign(Ui& ui, ImDrawList& list, ImVec2 middle, float radius, const PlaceSign& sign);
void draw_sign(Ui& ui, ImDrawList& list, ImVec2 middle, float radius, FurnishingKind kind);

}  // namespace trefpunt

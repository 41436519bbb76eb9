// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "io/sqlite.h"

namespace trefpunt {

// Styles of QGIS (QML) for the layers of a GeoPackage, kept in its table "layer_styles": QGIS
// applies the default one of a layer when it is opened.

struct Colour {
  int red = 0, green = 0, blue = 0;
};

enum class StyledAs { Marker, Stroke, Fill, Outline };  // Outline: an area without a fill

struct StyleClass {
  std::string value;  // of the column
  std::string label;
  Colour colour;
};
struct StyleRange {
  double low = 0, high = 0;  // a value on the edge of two belongs to the first
  std::string label;
  Colour colour;
};
// A column and what it is called in tables and forms.
using Aliases = std::vector<std::pair<std::string, std::string>>;

std::string single_style(StyledAs as, Colour colour, const Aliases& aliases = {});
std::string categorised_style(StyledAs as, const std::string& column,
                              const std::vector<StyleClass>& classes, const Aliases& aliases = {});
// What has no value in the column is not drawn.
std::string graduated_style(StyledAs as, const std::string& column,
                            const std::vector<StyleRange>& ranges, const Aliases& aliases = {});

// Light to dark, distinguishable without seeing colours; at most five.
std::vector<Colour> colour_scale(std::size_t steps);

struct TableStyle {
  std::string table, name, qml;
};
// The first style of a table is its default one. Makes nothing when there are none.
void add_styles(Database& database, const std::vector<TableStyle>& styles);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "measure/building_result.h"
#include "plan/building.h"

namespace trefpunt {

// A number in a disc, for who speaks of the place.
struct NumberedPoint {
  Point at;  // m
  int number = 0;
};

struct DrawingOptions {
  int storey = 0;                     // index into Building::storeys
  const Outcome* outcome = nullptr;   // colours spaces and doors by its rows, marks its places
  const MeasureInfo* info = nullptr;  // names and units for the legend; with outcome
  bool show_uses = true;              // without an outcome: spaces coloured and hatched by use
  bool show_labels = true;
  std::vector<NumberedPoint> numbers;
  bool is_small = false;  // a space with a number is labelled with that alone
  int width = 1200;       // px
  Lang lang = Lang::Nl;
  std::string id = "plan";  // prefix of ids inside the SVG, unique on a page
};

// A storey with legend, scale bar and north (when the plan has a place in the world): self
// contained SVG with role="img", title and desc.
std::string drawing_svg(const Building& building, const BuildingResult& result,
                        const DrawingOptions& options);

// The same picture as the bytes of a PNG; empty when there is no memory for it.
std::string drawing_png(const Building& building, const BuildingResult& result,
                        const DrawingOptions& options);

// Those in a file. Errors: NotWritable.
Status write_drawing_png(const Building& building, const BuildingResult& result,
                         const DrawingOptions& options, const std::string& path);

// What the picture shows, in a sentence or two, for those who cannot see it.
Text drawing_alternative(const Building& building, const BuildingResult& result,
                         const DrawingOptions& options);

// The same without the name of the measure; empty when no row or place lies on the storey.
Text drawing_finding(const Building& building, const DrawingOptions& options);

}  // namespace trefpunt

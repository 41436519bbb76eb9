// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "io/dxf_arcs.h"

namespace trefpunt {

namespace {

constexpr double kNarrowest = 5, kWidest = 500;              // m, a building
constexpr double kLeafFrom = 0.55, kLeafTo = 1.35;           // m, a door leaf
constexpr double kSmallestUnit = 1e-6, kLargestUnit = 1e4;   // m
constexpr double kNoBuilding = 0.5;                          // m: no unit that says so can be right
constexpr double kSuspiciousFrom = 2, kSuspiciousTo = 2000;  // m

// The extent of what makes up the plan; of everything when no layer is known.
Box extent_of(const FlatDrawing& drawing) {
  Box plan, all;
  for (const MeantItem& meant : drawing.items) {
    const Box box = box_of(meant.item.points);
    all.add(box);
    if (meant.meaning == Meaning::Wall || meant.meaning == Meaning::Floor ||
        meant.meaning == Meaning::Glass || meant.meaning == Meaning::SpaceOutline) {
      plan.add(box);
    }
  }
  return plan.empty() ? all : plan;
}

// Radii of quarter turns: door swings, in drawing units.
std::vector<double> swing_radii(const FlatDrawing& drawing) {
  std::vector<double> radii;
  const auto look = [&](const DxfItem& item) {
    if (item.kind == DxfItem::Kind::Text) return;
    for (const Arc& arc : arcs_in(item.points)) {
      if (arc.sweep > 1.2 && arc.sweep < 1.9) radii.push_back(arc.radius);
    }
  };
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning == Meaning::Door) look(meant.item);
  }
  for (const MeantObject& object : drawing.objects) {
    if (object.meaning != Meaning::Door) continue;
    for (const DxfItem& item : object.items) look(item);
  }
  std::sort(radii.begin(), radii.end());
  return radii;
}

struct Named {
  double metres;
  Text name;
};
const std::array<Named, 5>& units() {
  static const std::array<Named, 5> all = {{{1, {"meter", "metres"}},
                                            {0.001, {"millimeter", "millimetres"}},
                                            {0.01, {"centimeter", "centimetres"}},
                                            {0.0254, {"inch", "inches"}},
                                            {0.3048, {"voet", "feet"}}}};
  return all;
}

const Named* guess(double extent, const std::vector<double>& radii) {
  if (!radii.empty()) {
    const double radius = radii[radii.size() / 2];
    for (const Named& unit : units()) {
      const double leaf = radius * unit.metres;
      const double width = extent * unit.metres;
      if (leaf >= kLeafFrom && leaf <= kLeafTo && width >= kSuspiciousFrom &&
          width <= kSuspiciousTo) {
        return &unit;
      }
    }
  }
  for (const Named& unit : units()) {
    const double width = extent * unit.metres;
    if (width >= kNarrowest && width <= kWidest) return &unit;
  }
  return nullptr;
}

bool looks_like_degrees(const Box& box, double extent) {
  const Point centre = middle(box.low, box.high);
  return extent < 0.1 && std::abs(centre.x) <= 180 && std::abs(centre.y) <= 90 &&
         std::max(std::abs(centre.x), std::abs(centre.y)) > 20 * extent &&
         std::min(std::abs(centre.x), std::abs(centre.y)) > extent;
}

std::string metres(double value, Lang lang) {
  return value < 0.1 ? format_short(1000 * value, 2, lang) + " mm"
                     : format_short(value, value < 10 ? 2 : 0, lang) + " m";
}

}  // namespace

Result<DrawingUnit> unit_of(const FlatDrawing& drawing, std::optional<double> stated,
                            std::optional<double> said, const std::string& file) {
  // Also false for what is no number.
  if (said && !(*said >= kSmallestUnit && *said <= kLargestUnit)) {
    return Error{Code::BadInput,
                 {"Een tekeneenheid is tussen een miljoenste meter en 10 000 meter lang.",
                  "A drawing unit is between a millionth of a metre and 10,000 metres long."},
                 file};
  }
  DrawingUnit unit;
  const Box box = extent_of(drawing);
  if (box.empty()) return unit;
  const double extent = std::max(box.width(), box.height());
  if (looks_like_degrees(box, extent)) {
    return Error{
        Code::BadInput,
        {"De coördinaten van deze tekening zijn graden, geen lengten. Zet haar om naar een "
         "stelsel in meters, zoals RD (EPSG:28992).",
         "The coordinates of this drawing are degrees, not lengths. Convert it to a system "
         "in metres, such as RD New (EPSG:28992)."},
        file};
  }
  if (said) {
    unit.metres = *said;
    return unit;
  }
  const bool impossible = stated && extent * *stated < kNoBuilding;
  const Named* guessed = !stated || impossible ? guess(extent, swing_radii(drawing)) : nullptr;
  if (stated) unit.metres = *stated;
  if (!stated && guessed == nullptr) {
    // Nothing fits: millimetres are what architects draw in.
    guessed = extent > kWidest ? &units()[1] : &units()[0];
  }
  if (guessed != nullptr) {
    unit.metres = guessed->metres;
    const double width = extent * unit.metres;
    const Text why = impossible
                         ? Text{fmt::format("De tekening zou volgens haar eenheid {} groot zijn",
                                            metres(extent * *stated, Lang::Nl)),
                                fmt::format("By its stated unit the drawing would be {} wide",
                                            metres(extent * *stated, Lang::En))}
                         : Text{"De tekening noemt geen eenheid", "The drawing states no unit"};
    unit.findings.push_back({finding::kUnitGuessed,
                             Severity::Warning,
                             {fmt::format("{}; aangenomen is {}: de plattegrond is dan {} groot.",
                                          why.nl, guessed->name.nl, metres(width, Lang::Nl)),
                              fmt::format("{}; {} were assumed: the plan is then {} wide.", why.en,
                                          guessed->name.en, metres(width, Lang::En))},
                             "",
                             "",
                             std::nullopt});
  }
  return unit;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/compare.h"
#include "app/plan_view.h"
#include "app/variants.h"

namespace trefpunt {

struct Desktop;

// The variants side by side, remembered until something changes.
struct CompareView {
  std::array<PlanView, Variants::kMost> panes;
  std::vector<RowColours> colours;  // per variant; by use when there is no measure
  bool has_colours = false;
  int version = 0;  // of the colours

  // What the colours were made from.
  std::vector<std::shared_ptr<const Evaluated>> of;
  std::string key;
};

// One camera, storey and legend for all; a click works on that variant from then on.
void draw_compare(Desktop& desktop);

// Per criterion the judgement and the result of every variant, and in words what differs.
void draw_compare_panel(Desktop& desktop);

// "gelijk" or what differs, for a criterion; empty when it is not judged.
std::string compared_words(const Desktop& desktop, const std::string& criterion);

}  // namespace trefpunt

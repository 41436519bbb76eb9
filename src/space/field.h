// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "space/field_grid.h"

namespace trefpunt {

// The fields that can be asked for by name; docs/fields.md names the page of each.
enum class FieldKind { Visibility, Local, Isovist, Metric, Angular, Through };

struct FieldInfo {
  FieldKind kind;
  const char* name;  // as typed: "visibility"
  Text title;
};
const std::vector<FieldInfo>& field_kinds();
std::optional<FieldKind> field_kind(std::string_view name);

struct FieldColumn {
  std::string id;  // "mean_depth"
  Text unit;
  std::vector<double> values;  // per cell; NaN: missing
  std::vector<char> is_exact;  // per cell, 0: estimated; empty: every value is exact
};

struct FloorField {
  FieldGrid grid;
  std::vector<FieldColumn> columns;
  int open_isovists = 0;  // cells that look past the drawn walls: their values hang on the frame
};

// Told from any thread, one at a time, while values grow from estimated to exact. The reference
// holds during the call.
using FieldProgress = std::function<void(const FloorField& so_far)>;

struct FieldOptions {
  FieldKind kind = FieldKind::Visibility;
  GridParameters grid;  // without seeds: from every door
  SightParameters sight;
  int radius = 0;   // steps, of visibility; 0: as far as sight leads
  int threads = 0;  // 0: as many as the machine has; the same values for any number
  // Visibility: told an estimate as soon as there is one, then after each batch of cells. The other
  // kinds have no estimate and tell nothing.
  FieldProgress progress = {};
};

// The same field with and without progress. Errors: those of make_field_grid(), Cancelled.
Result<FloorField> make_field(const Storey& storey, const FieldOptions& options, Job& job);

}  // namespace trefpunt

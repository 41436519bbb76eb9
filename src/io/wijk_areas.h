// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/wijk_draft.h"

namespace trefpunt {

// The level that a code names: BU05990101, WK059901, GM0599, E1234N4567 or 1234AB.
std::optional<AreaLevel> level_of_code(const std::string& code);

// Whether the layer has a column with such codes in it.
bool has_area_codes(const WijkSourceLayer& layer, const WijkColumns& columns);

void add_areas(MappedLayer& layer, WijkDraft& draft);

// Joins the tables to the areas by code; codes without an area are one finding per table. Errors:
// BadInput when areas of one level, or figures and areas, are of different years.
Status join_tables(std::vector<MappedLayer>& layers, WijkDraft& draft);

}  // namespace trefpunt

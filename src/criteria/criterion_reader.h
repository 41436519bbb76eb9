// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"
#include "project/object_reader.h"

namespace trefpunt {

// One entry of a catalogue, and what it may not say; a fault is kept by the reader.
Criterion read_criterion(ObjectReader& entry);

// What only the whole catalogue can tell: ids that are there once, and names that exist.
void check_whole(ObjectReader& root, const Catalogue& catalogue);

}  // namespace trefpunt

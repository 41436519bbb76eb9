// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/result.h"

namespace trefpunt {

// What a DXF says about itself and GDAL does not pass on.
struct DxfHeader {
  std::optional<double> metres_per_unit;            // of $INSUNITS; empty: none stated
  std::set<std::string> hidden_layers;              // frozen or switched off
  std::map<std::string, std::string> xrefs;         // block -> the drawing it should come from
  std::map<std::string, std::string> dynamic_name;  // "*U12" -> the block it is a state of
  std::set<std::string> blocks;                     // those defined in this file
};

// Reads the bytes of a DXF. `name` is the file. Errors: Unsupported (DWG, binary DXF) with the way
// out, BadInput (another kind of file, or one that stops halfway).
Result<DxfHeader> read_dxf_header(const std::string& bytes, const std::string& name);

// A text as people read it: \U+00E9 and %%c become letters, MTEXT's line ends become '\n'.
std::string decode_dxf_text(const std::string& text);

}  // namespace trefpunt

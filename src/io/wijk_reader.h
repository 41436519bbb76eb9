// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/wijk_meaning.h"
#include "plan/finding.h"
#include "project/project.h"
#include "wijk/wijk.h"

namespace trefpunt {

struct WijkReadOptions {
  std::string map_path;  // --map: what someone says of the layers; empty: as recognised
  std::string crs;       // --wijk-crs: of layers that state none; others keep their own
};

struct WijkImport {
  Wijk wijk;
  WijkCounters next;
  std::vector<Finding> findings;
  std::vector<Source> sources;        // role "wijk", with what the licence asks to be said
  std::vector<LayerMapping> mapping;  // per layer, in the order of the files
};

// Reads the layers of a neighbourhood from files of any mix of formats, by what they mean, into
// one metric system: RD New in the Netherlands, else the UTM zone (docs/wijk-layers.md). What one
// file gives with a layer of its own goes before what OpenStreetMap tags give of the same kind.
// Ids are counted in the order of files, layers and features. Errors: one sentence with file and
// layer (bad or missing CRS, damaged, too large, two years mixed, nothing recognised, Cancelled);
// nothing is read half.
Result<WijkImport> read_wijk(const std::vector<std::string>& paths, const WijkReadOptions& options,
                             Job& job);

// Whether a file is for read_wijk() rather than a building plan or a project. Looks at its start
// only, and never complains: what cannot be opened is not a wijk.
bool looks_like_wijk(const std::string& path);

}  // namespace trefpunt

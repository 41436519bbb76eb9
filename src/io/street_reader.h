// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/wijk_layer.h"
#include "plan/finding.h"
#include "wijk/wijk.h"

namespace trefpunt {

// The streets of a layer of lines, in the coordinates and the order of the layer, without ids:
// what one may walk along (docs/streets.md). A line of several parts gives several streets.
struct LayerStreets {
  std::vector<Street> streets;
  int not_walkable = 0;  // lines that were left out: no street, or not for who walks
};
LayerStreets streets_of(const WijkSourceLayer& layer,
                        const std::map<std::string, std::string>& said_columns = {});

struct StreetReadOptions {
  std::string crs;    // what the coordinates are in; empty: what the file says
  std::string layer;  // its name; empty: the one that holds streets
};

// A file of streets in metres, with ids in file order.
struct StreetSource {
  std::vector<Street> streets;
  WijkCrs crs;
  std::string layer;
  int not_walkable = 0;
  std::vector<Finding> findings;
};

// OpenStreetMap (.osm.pbf, .osm), GeoPackage, Shapefile, GeoJSON, GML, FlatGeobuf; packed with gzip
// or bzip2 as well. Into RD New in the Netherlands, elsewhere into the UTM zone; equal coordinates
// in the file are equal coordinates afterwards. Errors: NotFound, Unsupported, BadInput (damaged,
// no CRS or one that does not fit, no streets, several layers of lines), TooLarge (over 2 GiB or
// the bounds of io/wijk_gdal.h), Cancelled.
Result<StreetSource> read_streets(const std::string& path, const StreetReadOptions& options,
                                  Job& job);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/job.h"
#include "base/result.h"

namespace trefpunt {

inline constexpr std::uintmax_t kLargestWijkFile = std::uintmax_t{2} << 30;    // as it lies there
inline constexpr std::uintmax_t kLargestWijkText = std::uintmax_t{512} << 20;  // read as a whole
inline constexpr std::uintmax_t kLargestUnpacked = std::uintmax_t{1} << 30;

enum class WijkFormat {
  Unknown,
  GeoPackage,
  Shapefile,
  GeoJson,
  CityJson,
  TableJson,  // OData: {"value": [...]}
  Gml,
  FlatGeobuf,
  OsmPbf,
  OsmXml,
  Table  // CSV
};

// A file that is there and within the bounds. `bytes` holds it when it had to be unpacked.
struct WijkFile {
  std::string path, name;
  WijkFormat format = WijkFormat::Unknown;
  std::shared_ptr<const std::string> bytes;
};

// Of the first megabyte of a file; what is packed is taken for OsmXml until it is unpacked.
WijkFormat wijk_format_of(std::string_view head, const std::string& name);

// Looks at the first bytes, never at the name alone; unpacks .gz and .bz2 up to 1 GiB. Errors:
// NotFound, BadInput (a damaged archive), TooLarge with the bound, Unsupported.
Result<WijkFile> open_wijk_file(const std::string& path, Job& job);

// Of a file of any size, piece by piece. Errors: BadInput, Cancelled.
Result<std::string> sha256_of_file(const std::string& path, Job& job);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace trefpunt {

// A file in a zip; a name that ends with a slash is a folder and holds nothing.
struct ZipEntry {
  std::string name;  // ASCII, slashes between folders
  std::string bytes;
};

// A zip of these in their order, each stored as it is (no compression: pictures are compressed
// already) and dated 1 January 1980, so that the same entries give the same bytes.
std::string zip_of(const std::vector<ZipEntry>& entries);

}  // namespace trefpunt

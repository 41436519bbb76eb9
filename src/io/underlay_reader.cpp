// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/underlay_reader.h"

#include <fmt/format.h>

#include <filesystem>

#include "io/files.h"

namespace trefpunt {

Result<ReadUnderlay> read_underlay(const std::string& path, const RasterOptions& options,
                                   Job& job) {
  const Result<Raster> raster = read_raster(path, options, job);
  if (!raster) return raster.error();
  std::error_code failed;
  const bool is_kept = raster->is_file && !raster->is_reduced &&
                       std::filesystem::file_size(path, failed) <= kLargestPicture;
  Result<std::string> bytes = is_kept ? read_file(path) : encode_raster(*raster);
  if (!bytes) return bytes.error();
  ReadUnderlay read;
  Underlay& underlay = read.underlay;
  underlay.name = file_name(path);
  if (raster->page > 0) underlay.name += fmt::format(" (p. {})", raster->page);
  underlay.picture = std::make_shared<const std::string>(*std::move(bytes));
  underlay.width = raster->width;
  underlay.height = raster->height;
  if (raster->place) {
    read.is_placed = true;
    underlay.origin = raster->place->origin;
    underlay.metres_per_pixel = raster->place->metres_per_pixel;
    underlay.angle = raster->place->angle;
  }
  if (Status ok = valid(underlay); !ok) {
    Error error = ok.error();
    error.where = underlay.name;
    return error;
  }
  return read;
}

}  // namespace trefpunt

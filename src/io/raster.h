// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "geom/shapes.h"

namespace trefpunt {

struct RasterOptions {
  int page = 1;                // of a PDF
  double dots_per_inch = 150;  // to render a PDF with
  int most_pixels = 4096;      // per side; a larger picture is read reduced
};

// Where a picture lies, in metres of its own system (RD New, or a sheet).
struct RasterPlace {
  Point origin;  // of the lower left corner
  double metres_per_pixel = 1;
  double angle = 0;  // rad, counter-clockwise
};

// A picture as pixels. Palettes, greys, sixteen bits and printing inks have become red, green, blue
// and opacity, a byte each and not multiplied; rows from above. A photograph stands upright.
struct Raster {
  int width = 0, height = 0;
  std::vector<unsigned char> rgba;
  bool is_reduced = false;           // the file has more pixels
  bool is_jpeg = false;              // of a photograph, most likely
  bool is_file = false;              // PNG or JPEG: the bytes of the file can be shown as they are
  int page = 0;                      // of a PDF
  std::optional<RasterPlace> place;  // by a GeoTIFF, a geospatial PDF or a world file beside it
};

// PNG, JPEG, TIFF, or a page of a PDF, by its bytes. Errors: NotFound, BadInput (no picture,
// damaged, no such page), TooLarge, Cancelled.
Result<Raster> read_raster(const std::string& path, const RasterOptions& options, Job& job);
// Of the bytes of a PNG or JPEG; `name` is for messages.
Result<Raster> decode_raster(std::shared_ptr<const std::string> bytes, const std::string& name,
                             const RasterOptions& options, Job& job);

// Upright, without decoding it. Errors: BadInput when it is no PNG or JPEG.
struct RasterSize {
  int width = 0, height = 0;
};
Result<RasterSize> size_of_raster(std::shared_ptr<const std::string> bytes,
                                  const std::string& name);

// The bytes of a PNG, or of a JPEG for a photograph. Errors: TooLarge when memory does not hold it.
Result<std::string> encode_raster(const Raster& raster);

}  // namespace trefpunt

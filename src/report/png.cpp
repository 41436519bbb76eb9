// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/png.h"

#include <cairo.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace trefpunt {

Status write_png(const std::vector<unsigned char>& pixels, int width, int height,
                 const std::string& path) {
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &cairo_surface_destroy);
  cairo_surface_flush(surface.get());
  unsigned char* to = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  for (int y = 0; to && y < height; ++y) {
    std::copy_n(pixels.data() + static_cast<std::size_t>(height - 1 - y) * row, row,
                to + static_cast<std::ptrdiff_t>(y) * stride);
  }
  cairo_surface_mark_dirty(surface.get());
  // Beside its place first, so that a full disk leaves no half picture.
  const std::string beside = path + ".part";
  const bool is_written =
      cairo_surface_write_to_png(surface.get(), beside.c_str()) == CAIRO_STATUS_SUCCESS &&
      std::rename(beside.c_str(), path.c_str()) == 0;
  if (is_written) return Done{};
  std::remove(beside.c_str());
  return Error{
      Code::NotWritable,
      {"De tekening kan hier niet worden opgeslagen.", "The picture cannot be saved here."},
      path};
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/svg_picture.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cstdint>
#include <cstring>
#include <memory>

namespace trefpunt {

namespace {

constexpr std::int64_t kMostPixels = 16'000'000;

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

Error no_picture() {
  return {Code::BadInput, {"Deze figuur is niet te tekenen.", "This figure cannot be drawn."}, {}};
}

}  // namespace

Result<SvgPicture> svg_picture(const std::string& svg, int width, int height) {
  if (width < 1 || height < 1) return no_picture();
  if (static_cast<std::int64_t>(width) * height > kMostPixels) {
    return Error{Code::TooLarge,
                 {"Deze figuur is te groot om te tekenen.", "This figure is too large to draw."},
                 {}};
  }
  GError* fault = nullptr;
  const std::unique_ptr<RsvgHandle, Unref> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &fault));
  if (!handle) {
    g_clear_error(&fault);
    return no_picture();
  }
  const std::unique_ptr<cairo_surface_t, Unref> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const std::unique_ptr<cairo_t, Unref> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  const RsvgRectangle room{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (!rsvg_handle_render_document(handle.get(), context.get(), &room, &fault)) {
    g_clear_error(&fault);
    return no_picture();
  }
  cairo_surface_flush(surface.get());
  SvgPicture picture{width, height, {}};
  picture.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  const unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, rows + static_cast<std::ptrdiff_t>(y) * stride + x * 4, 4);
      unsigned char* to = picture.rgba.data() +
                          (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 4;
      to[0] = static_cast<unsigned char>(pixel >> 16);
      to[1] = static_cast<unsigned char>(pixel >> 8);
      to[2] = static_cast<unsigned char>(pixel);
      to[3] = 255;
    }
  }
  return picture;
}

}  // namespace trefpunt

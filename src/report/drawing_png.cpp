// SPDX-License-Identifier: GPL-3.0-or-later
#include <pango/pangocairo.h>

#include <cstdio>
#include <memory>

#include "report/drawing_scene.h"
#include "report/markup.h"

namespace trefpunt {

namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

void set_colour(cairo_t* context, Rgb colour) {
  cairo_set_source_rgb(context, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                       (colour & 0xff) / 255.0);
}

// The same tile as in the SVG: 7 by 7, a line or dot in the middle, turned as a whole.
Owned<cairo_pattern_t> pattern_of(const Paint& paint) {
  constexpr int kHatch = 7;
  Owned<cairo_surface_t> tile(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kHatch, kHatch));
  Owned<cairo_t> context(cairo_create(tile.get()));
  set_colour(context.get(), paint.fill);
  cairo_paint(context.get());
  set_colour(context.get(), paint.ink);
  cairo_set_line_width(context.get(), 1);
  if (paint.hatch == Hatch::Dots) {
    cairo_arc(context.get(), 3.5, 3.5, 1, 0, 2 * G_PI);
    cairo_fill(context.get());
  } else {
    cairo_move_to(context.get(), 3.5, 0);
    cairo_line_to(context.get(), 3.5, kHatch);
    if (paint.hatch == Hatch::Crossed) {
      cairo_move_to(context.get(), 0, 3.5);
      cairo_line_to(context.get(), kHatch, 3.5);
    }
    cairo_stroke(context.get());
  }
  Owned<cairo_pattern_t> pattern(cairo_pattern_create_for_surface(tile.get()));
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_REPEAT);
  double turn = 0;
  if (paint.hatch == Hatch::Rising || paint.hatch == Hatch::Crossed) turn = G_PI / 4;
  if (paint.hatch == Hatch::Falling) turn = -G_PI / 4;
  if (paint.hatch == Hatch::Level) turn = G_PI / 2;
  cairo_matrix_t matrix;
  cairo_matrix_init_rotate(&matrix, -turn);
  cairo_pattern_set_matrix(pattern.get(), &matrix);
  return pattern;
}

class Painter {
 public:
  explicit Painter(cairo_t* context) : context_(context) {}

  void operator()(const Area& area) {
    trace(area.rings, true);
    cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
    Owned<cairo_pattern_t> pattern;
    if (area.paint.hatch == Hatch::None) {
      set_colour(context_, area.paint.fill);
    } else {
      pattern = pattern_of(area.paint);
      cairo_set_source(context_, pattern.get());
    }
    cairo_fill(context_);
  }
  void operator()(const Stroke& stroke) {
    trace(stroke.lines, stroke.is_closed);
    set_colour(context_, stroke.colour);
    cairo_set_line_width(context_, stroke.width);
    cairo_set_dash(context_, &stroke.dash, stroke.dash > 0 ? 1 : 0, 0);
    cairo_stroke(context_);
  }
  void operator()(const Dot& dot) {
    set_colour(context_, dot.fill);
    for (const Point p : dot.at) {
      cairo_new_sub_path(context_);
      cairo_arc(context_, p.x, p.y, dot.radius, 0, 2 * G_PI);
    }
    cairo_fill(context_);
  }
  void operator()(const Word& word) {
    Owned<PangoLayout> layout(pango_cairo_create_layout(context_));
    Owned<PangoFontDescription> font(pango_font_description_from_string("Sans"));
    pango_font_description_set_absolute_size(font.get(), word.size * PANGO_SCALE);
    if (word.is_bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), cleaned(word.text).c_str(), -1);
    PangoRectangle box;
    pango_layout_get_extents(layout.get(), nullptr, &box);
    double x = word.at.x;
    const double width = static_cast<double>(box.width) / PANGO_SCALE;
    if (word.anchor == Anchor::Middle) x -= width / 2;
    if (word.anchor == Anchor::End) x -= width;
    const double y =
        word.at.y - static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
    cairo_set_dash(context_, nullptr, 0, 0);
    cairo_move_to(context_, x, y);
    if (word.has_halo) {
      pango_cairo_layout_path(context_, layout.get());
      cairo_set_source_rgb(context_, 1, 1, 1);
      cairo_set_line_width(context_, 3);
      cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke(context_);
      cairo_set_line_join(context_, CAIRO_LINE_JOIN_MITER);
      cairo_move_to(context_, x, y);
    }
    set_colour(context_, word.colour);
    pango_cairo_show_layout(context_, layout.get());
    cairo_new_path(context_);
  }

  void add(const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes) std::visit(*this, shape);
  }

 private:
  void trace(const std::vector<Line>& lines, bool is_closed) {
    cairo_new_path(context_);
    for (const Line& line : lines) {
      cairo_new_sub_path(context_);
      for (const Point p : line) cairo_line_to(context_, p.x, p.y);
      if (is_closed && !line.empty()) cairo_close_path(context_);
    }
  }

  cairo_t* context_;
};

Owned<cairo_surface_t> painted(const Picture& picture) {
  Owned<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
  Owned<cairo_t> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  Painter painter(context.get());
  painter.add(picture.fills);
  painter.add(picture.structure);
  painter.add(picture.marks);
  painter.add(picture.words);
  painter.add(picture.frame);
  return surface;
}

}  // namespace

std::string drawing_png(const Building& building, const BuildingResult& result,
                        const DrawingOptions& options) {
  const Owned<cairo_surface_t> surface = painted(make_picture(building, result, options));
  std::string bytes;
  const auto add = [](void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  };
  const bool is_whole =
      cairo_surface_write_to_png_stream(surface.get(), add, &bytes) == CAIRO_STATUS_SUCCESS;
  return is_whole ? bytes : std::string();
}

Status write_drawing_png(const Building& building, const BuildingResult& result,
                         const DrawingOptions& options, const std::string& path) {
  const Owned<cairo_surface_t> surface = painted(make_picture(building, result, options));
  // Beside its place first, so that a full disk leaves no half picture.
  const std::string beside = path + ".part";
  const bool is_written =
      cairo_surface_write_to_png(surface.get(), beside.c_str()) == CAIRO_STATUS_SUCCESS &&
      std::rename(beside.c_str(), path.c_str()) == 0;
  if (!is_written) {
    std::remove(beside.c_str());
    return Error{
        Code::NotWritable,
        {"De tekening kan hier niet worden opgeslagen.", "The picture cannot be saved here."},
        path};
  }
  return Done{};
}

}  // namespace trefpunt

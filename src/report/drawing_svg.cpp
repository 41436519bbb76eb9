// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "report/drawing_scene.h"
#include "report/markup.h"

namespace trefpunt {

namespace {

// A tenth of a pixel: finer than a centimetre on most plans, and short.
std::string svg_number(double value) {
  const double rounded = std::round(value * 10) / 10;
  if (rounded == 0) return "0";
  std::string text = fmt::format("{:.1f}", rounded);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string hex(Rgb colour) {
  return fmt::format("#{:06x}", colour);
}

// One or more polylines as path data; points that fall together are left out.
std::string path_of(const std::vector<Line>& lines, bool is_closed) {
  std::string path;
  for (const Line& line : lines) {
    std::string last;
    bool is_first = true;
    for (const Point p : line) {
      const std::string at = svg_number(p.x) + " " + svg_number(p.y);
      if (at == last) continue;
      path += (is_first ? "M" : "L") + at;
      is_first = false;
      last = at;
    }
    if (is_closed && !is_first) path += "Z";
  }
  return path;
}

class Writer {
 public:
  explicit Writer(std::string id) : id_(std::move(id)) {}

  void operator()(const Area& area) {
    out += fmt::format("<path d=\"{}\" fill=\"{}\" fill-rule=\"evenodd\"/>",
                       path_of(area.rings, true), fill_of(area.paint));
  }
  void operator()(const Stroke& stroke) {
    out += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                       path_of(stroke.lines, stroke.is_closed), hex(stroke.colour),
                       svg_number(stroke.width));
    if (stroke.dash > 0) out += fmt::format(" stroke-dasharray=\"{}\"", svg_number(stroke.dash));
    out += "/>";
  }
  void operator()(const Dot& dot) {
    for (const Point p : dot.at) {
      out += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>", svg_number(p.x),
                         svg_number(p.y), svg_number(dot.radius), hex(dot.fill));
    }
  }
  void operator()(const Word& word) {
    static constexpr const char* kAnchors[] = {"start", "middle", "end"};
    out += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\"", svg_number(word.at.x),
                       svg_number(word.at.y), svg_number(word.size));
    if (word.anchor != Anchor::Start) {
      out += fmt::format(" text-anchor=\"{}\"", kAnchors[static_cast<int>(word.anchor)]);
    }
    if (word.is_bold) out += " font-weight=\"600\"";
    if (word.colour != kInk) out += fmt::format(" fill=\"{}\"", hex(word.colour));
    if (word.has_halo) {
      out += " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\"";
    }
    out += ">" + escaped(word.text) + "</text>";
  }

  void add(const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes) {
      std::visit(*this, shape);
      out += '\n';
    }
  }

  std::string patterns() const {
    std::string text;
    for (std::size_t i = 0; i < paints_.size(); ++i) text += pattern(i) + "\n";
    return text;
  }

  std::string out;

 private:
  std::string fill_of(const Paint& paint) {
    if (paint.hatch == Hatch::None) return hex(paint.fill);
    const auto found = std::find(paints_.begin(), paints_.end(), paint);
    const auto index = found - paints_.begin();
    if (found == paints_.end()) paints_.push_back(paint);
    return fmt::format("url(#{}-p{})", id_, index);
  }

  std::string pattern(std::size_t index) const {
    const Paint& paint = paints_[index];
    const int turn = paint.hatch == Hatch::Rising || paint.hatch == Hatch::Crossed ? 45
                     : paint.hatch == Hatch::Falling                               ? -45
                     : paint.hatch == Hatch::Level                                 ? 90
                                                                                   : 0;
    std::string lines =
        paint.hatch == Hatch::Dots
            ? fmt::format("<circle cx=\"3.5\" cy=\"3.5\" r=\"1\" fill=\"{}\"/>", hex(paint.ink))
            : fmt::format("<path d=\"M3.5 0V7{}\" stroke=\"{}\"/>",
                          paint.hatch == Hatch::Crossed ? "M0 3.5H7" : "", hex(paint.ink));
    return fmt::format(
        "<pattern id=\"{}-p{}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"{}>"
        "<path d=\"M-1 -1H8V8H-1Z\" fill=\"{}\"/>{}</pattern>",
        id_, index, turn ? fmt::format(" patternTransform=\"rotate({})\"", turn) : "",
        hex(paint.fill), lines);
  }

  std::string id_;
  std::vector<Paint> paints_;
};

}  // namespace

std::string svg_of(const Picture& picture, const std::string& id, Lang lang,
                   const std::string& shared) {
  Writer writer(id);
  const auto layer = [&](const std::vector<Shape>& shapes, const char* part) {
    if (shared.empty()) {
      writer.add(shapes);
    } else {
      writer.out += fmt::format("<use href=\"#{}-{}\"/>\n", shared, part);
    }
  };
  writer.add(picture.fills);
  layer(picture.structure, "lines");
  writer.add(picture.marks);
  layer(picture.words, "words");
  writer.add(picture.frame);
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" lang=\"{2}\" aria-labelledby=\"{3}-title {3}-desc\" "
      "font-family=\"'Segoe UI', 'Liberation Sans', Arial, sans-serif\" fill=\"#1f2328\" "
      "stroke-linecap=\"butt\">\n"
      "<title id=\"{3}-title\">{4}</title>\n<desc id=\"{3}-desc\">{5}</desc>\n"
      "<defs>\n{6}</defs>\n{7}</svg>\n",
      picture.width, picture.height, lang == Lang::Nl ? "nl" : "en", id, escaped(picture.title),
      escaped(picture.description), writer.patterns(), writer.out);
}

std::string svg_shared(const Picture& picture, const std::string& name) {
  Writer writer(name);
  const auto layer = [&](const std::vector<Shape>& shapes, const char* part) {
    writer.out += fmt::format("<g id=\"{}-{}\">\n", name, part);
    writer.add(shapes);
    writer.out += "</g>\n";
  };
  layer(picture.structure, "lines");
  layer(picture.words, "words");
  return writer.out;
}

std::string drawing_svg(const Building& building, const BuildingResult& result,
                        const DrawingOptions& options) {
  return svg_of(make_picture(building, result, options), options.id, options.lang);
}

}  // namespace trefpunt

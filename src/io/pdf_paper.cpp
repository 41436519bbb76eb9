// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_paper.h"

#include <array>
#include <cmath>
#include <map>
#include <string>

#include "geom/boxes.h"
#include "io/pdf_text.h"

namespace trefpunt {

PdfMatrix then(const PdfMatrix& m, const PdfMatrix& n) {
  return {m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d,       m.c * n.a + m.d * n.c,
          m.c * n.b + m.d * n.d, m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

std::optional<Box> box_of_four(const PdfFile& file, const PdfValue& four) {
  if (four.items.size() != 4) return std::nullopt;
  Box box;
  std::array<double, 4> at{};
  for (std::size_t i = 0; i < 4; ++i) at[i] = file.resolved(four.items[i]).number;
  box.add(Point{at[0], at[1]});
  box.add(Point{at[2], at[3]});
  return box.width() > 0 && box.height() > 0 ? std::optional(box) : std::nullopt;
}

PdfPaper paper_of(const PdfFile& file, const PdfValue& page) {
  PdfPaper paper;
  Box box;
  box.add(Point{0, 0});
  box.add(Point{595, 842});
  if (const auto media = box_of_four(file, file.inherited(page, "MediaBox"))) box = *media;
  if (const auto crop = box_of_four(file, file.inherited(page, "CropBox"))) {
    const Box both = common(box, *crop);
    if (!both.empty()) box = both;
  }
  const double unit = file.get(page, "UserUnit").number;
  if (unit > 0) paper.mm_per_unit *= unit;
  const double k = paper.mm_per_unit;
  const int turn = static_cast<int>(std::fmod(file.inherited(page, "Rotate").number, 360)) / 90;
  PdfMatrix& m = paper.to_paper;
  switch ((turn + 4) % 4) {
    case 0:
      m = {k, 0, 0, k, -k * box.low.x, -k * box.low.y};
      break;
    case 1:
      m = {0, -k, k, 0, -k * box.low.y, k * box.high.x};
      break;
    case 2:
      m = {-k, 0, 0, -k, k * box.high.x, k * box.high.y};
      break;
    default:
      m = {0, k, -k, 0, k * box.high.y, -k * box.low.x};
      break;
  }
  paper.sheet.add(m(box.low.x, box.low.y));
  paper.sheet.add(m(box.high.x, box.high.y));
  return paper;
}

std::optional<double> stated_scale(const PdfFile& file, const PdfValue& page, double mm_per_unit) {
  static const std::map<std::string, double> kUnits = {
      {"m", 1}, {"cm", 0.01}, {"mm", 0.001}, {"km", 1000}, {"in", 0.0254}, {"ft", 0.3048}};
  std::optional<double> measure;
  double largest = 0;
  for (const PdfValue& port : file.get(page, "VP").items) {
    const auto box = box_of_four(file, file.get(port, "BBox"));
    const PdfValue& axes = file.get(file.get(port, "Measure"), "X");
    if (!box || axes.items.empty()) continue;
    const PdfValue& axis = file.resolved(axes.items.front());
    const auto unit = kUnits.find(squeeze(pdf_text(file.get(axis, "U").text)));
    const double factor = file.get(axis, "C").number;
    const double size = box->width() * box->height();
    if (unit == kUnits.end() || !(factor > 0) || size <= largest) continue;
    largest = size;
    measure = factor * unit->second / mm_per_unit;
  }
  return measure;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_ink.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace trefpunt {

namespace {

constexpr double kWhite = 0.98;     // of each part
constexpr double kHairline = 0.02;  // mm

// Layers are known by these names in layer maps, so they are the same in every language.
std::string colour_name(const PdfInk& ink) {
  if (ink.space == PdfInk::Space::Pattern) return "patroon";
  std::array<int, 3> c{};
  for (std::size_t i = 0; i < 3; ++i) {
    c[i] = static_cast<int>(std::lround(255 * std::clamp(ink.rgb[i], 0.0, 1.0)));
  }
  const auto [least, most] = std::minmax_element(c.begin(), c.end());
  if (*most < 26) return "zwart";
  const std::string code = fmt::format("#{:02X}{:02X}{:02X}", c[0], c[1], c[2]);
  if (*most - *least < 16) return "grijs " + code;
  const int half = (*most + *least) / 2;
  const bool r = c[0] > half, g = c[1] > half, b = c[2] > half;
  const char* word = r && g   ? "geel"
                     : r && b ? "paars"
                     : g && b ? "cyaan"
                     : r      ? "rood"
                     : g      ? "groen"
                              : "blauw";
  return word + (" " + code);
}

}  // namespace

PdfInk ink_of_space(const PdfFile& file, const PdfValue& spaces, const PdfValue& said) {
  PdfInk ink;
  const PdfValue& space = file.get(spaces, said.text);
  const std::string kind = space.items.empty() ? (space.text.empty() ? said.text : space.text)
                                               : file.resolved(space.items.front()).text;
  if (kind == "Pattern") ink.space = PdfInk::Space::Pattern;
  if (kind == "Separation" || kind == "DeviceN" || kind == "Indexed") {
    ink.space = PdfInk::Space::Tint;
  }
  return ink;
}

void set_ink(PdfInk& ink, const std::vector<double>& parts) {
  if (ink.space == PdfInk::Space::Pattern) return;
  if (parts.size() == 3) {
    ink.rgb = {parts[0], parts[1], parts[2]};
  } else if (parts.size() == 4 && ink.space == PdfInk::Space::Device) {
    for (std::size_t i = 0; i < 3; ++i) ink.rgb[i] = (1 - parts[i]) * (1 - parts[3]);
  } else if (!parts.empty()) {
    // Of an ink of its own only how much there is of it counts: all of it is dark.
    const bool is_tint = ink.space == PdfInk::Space::Tint;
    const double grey = is_tint ? 1 - *std::max_element(parts.begin(), parts.end()) : parts[0];
    ink.rgb = {grey, grey, grey};
  }
}

bool is_white(const PdfInk& ink) {
  return ink.space != PdfInk::Space::Pattern &&
         std::all_of(ink.rgb.begin(), ink.rgb.end(), [](double part) { return part > kWhite; });
}

std::string pen_name(const PdfInk& ink, double width, bool is_dashed) {
  const std::string pen =
      width < kHairline ? "haarlijn" : "lijn " + format_number(width, 2, Lang::Nl) + " mm";
  return pen + " " + colour_name(ink) + (is_dashed ? " gestreept" : "");
}

std::string fill_name(const PdfInk& ink) {
  return "vlak " + colour_name(ink);
}

}  // namespace trefpunt

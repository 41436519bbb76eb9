// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "io/pdf_file.h"

namespace trefpunt {

// A colour as it comes on paper.
struct PdfInk {
  enum class Space { Device, Tint, Pattern };
  Space space = Space::Device;  // Device: grey, red-green-blue or printing inks, by their number
  std::array<double, 3> rgb{};  // 0 to 1
};

// The colour to begin with in a space of colours.
PdfInk ink_of_space(const PdfFile& file, const PdfValue& spaces, const PdfValue& said);
void set_ink(PdfInk& ink, const std::vector<double>& parts);
bool is_white(const PdfInk& ink);

// "lijn 0,35 mm zwart", "haarlijn rood", "lijn 0,18 mm #808040 gestreept"; the width is in mm.
std::string pen_name(const PdfInk& ink, double width, bool is_dashed);
// "vlak grijs #808080", "vlak patroon".
std::string fill_name(const PdfInk& ink);

}  // namespace trefpunt

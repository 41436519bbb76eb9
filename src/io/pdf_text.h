// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "io/pdf_file.h"

namespace trefpunt {

// How the bytes of a font become letters, and how wide they are.
struct PdfFont {
  int bytes = 1;                            // of a code
  std::map<unsigned, std::string> letters;  // by code, UTF-8
  std::map<unsigned, double> widths;        // by code, in thousandths of the size
  double width = 500;                       // of the others
  bool has_letters = true;  // false: codes mean nothing without the font's own table
};

PdfFont pdf_font(const PdfFile& file, const PdfValue& font);

struct PdfWords {
  std::string text;  // UTF-8; empty when the font does not tell
  double width = 0;  // in sizes of the font
  int count = 0;     // of codes
  int spaces = 0;
};
PdfWords pdf_words(const PdfFont& font, const std::string& codes);

// A string for people (7.9.2.2): UTF-16 with a mark, UTF-8 with a mark, else bytes as in Latin-1.
std::string pdf_text(const std::string& bytes);

}  // namespace trefpunt

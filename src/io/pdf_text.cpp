// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_text.h"

#include <algorithm>
#include <cmath>

#include "io/gdal.h"

namespace trefpunt {

namespace {

constexpr unsigned kMostRange = 65'536;  // codes in one range of a table

void add_letter(unsigned code, std::string& text) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x110000) {
    text += static_cast<char>(0xF0 | (code >> 18));
    text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::string from_utf16(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto unit = [&](std::size_t at) {
      return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) * 256 +
             static_cast<unsigned char>(bytes[at + 1]);
    };
    unsigned code = unit(i);
    if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.size()) {
      const unsigned low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (code < 0xD800 || code >= 0xE000) add_letter(code, text);
  }
  return text;
}

unsigned code_of(std::string_view bytes) {
  unsigned code = 0;
  for (const char c : bytes.substr(0, 4)) code = code * 256 + static_cast<unsigned char>(c);
  return code;
}

// The table from codes to letters that a font carries for copying (9.10.3).
void add_table(const std::string& table, PdfFont& font) {
  PdfLexer lexer(table, 0);
  std::vector<PdfValue> before;
  while (!lexer.at_end()) {
    PdfValue one = lexer.next();
    if (!one.is(PdfValue::Kind::Word)) {
      before.push_back(std::move(one));
      continue;
    }
    if (one.text == "endcodespacerange" && !before.empty()) {
      font.bytes = std::clamp(static_cast<int>(before.back().text.size()), 1, 4);
    } else if (one.text == "endbfchar") {
      for (std::size_t i = 0; i + 1 < before.size(); i += 2) {
        font.letters[code_of(before[i].text)] = from_utf16(before[i + 1].text);
      }
    } else if (one.text == "endbfrange") {
      for (std::size_t i = 0; i + 2 < before.size(); i += 3) {
        const unsigned from = code_of(before[i].text), to = code_of(before[i + 1].text);
        const PdfValue& letters = before[i + 2];
        for (unsigned k = 0; from + k <= to && k < kMostRange; ++k) {
          if (letters.is(PdfValue::Kind::Array)) {
            if (k < letters.items.size()) {
              font.letters[from + k] = from_utf16(letters.items[k].text);
            }
          } else {
            std::string next = letters.text;
            if (next.size() < 2) break;
            const unsigned last = code_of(next.substr(next.size() - 2)) + k;
            next[next.size() - 2] = static_cast<char>((last >> 8) & 0xFF);
            next[next.size() - 1] = static_cast<char>(last & 0xFF);
            font.letters[from + k] = from_utf16(next);
          }
        }
      }
    }
    before.clear();
  }
}

// The names of letters that a drawing in Dutch, English, French or German has beside Latin-1.
std::string letter_called(const std::string& name) {
  static const std::map<std::string, unsigned> kNames = {
      {"space", ' '},        {"period", '.'},        {"comma", ','},        {"colon", ':'},
      {"hyphen", '-'},       {"minus", '-'},         {"slash", '/'},        {"plus", '+'},
      {"equal", '='},        {"parenleft", '('},     {"parenright", ')'},   {"underscore", '_'},
      {"zero", '0'},         {"one", '1'},           {"two", '2'},          {"three", '3'},
      {"four", '4'},         {"five", '5'},          {"six", '6'},          {"seven", '7'},
      {"eight", '8'},        {"nine", '9'},          {"twosuperior", 0xB2}, {"eacute", 0xE9},
      {"egrave", 0xE8},      {"edieresis", 0xEB},    {"idieresis", 0xEF},   {"odieresis", 0xF6},
      {"udieresis", 0xFC},   {"adieresis", 0xE4},    {"ccedilla", 0xE7},    {"agrave", 0xE0},
      {"ecircumflex", 0xEA}, {"quoteright", 0x2019}, {"quotesingle", '\''}, {"ampersand", '&'}};
  std::string text;
  if (name.size() == 1) return name;
  if (const auto known = kNames.find(name); known != kNames.end()) add_letter(known->second, text);
  return text;
}

}  // namespace

std::string pdf_text(const std::string& bytes) {
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(std::string_view(bytes).substr(2));
  if (bytes.starts_with("\xEF\xBB\xBF")) return bytes.substr(3);
  return to_utf8(bytes, "CP1252");
}

PdfFont pdf_font(const PdfFile& file, const PdfValue& said) {
  PdfFont font;
  if (file.get(said, "Subtype").is_name("Type0")) {
    font.bytes = 2;
    font.has_letters = false;
    const PdfValue& inner_list = file.get(said, "DescendantFonts");
    if (!inner_list.items.empty()) {
      const PdfValue& inner = file.resolved(inner_list.items.front());
      const PdfValue& usual = file.get(inner, "DW");
      font.width = usual.is(PdfValue::Kind::Number) ? usual.number : 1000;
      const PdfValue& widths = file.get(inner, "W");
      // "c [w1 w2 ...]" or "first last w".
      for (std::size_t i = 0; i + 1 < widths.items.size();) {
        const auto first = static_cast<unsigned>(std::clamp(widths.items[i].number, 0.0, 65535.0));
        const PdfValue& next = file.resolved(widths.items[i + 1]);
        if (next.is(PdfValue::Kind::Array)) {
          for (std::size_t k = 0; k < next.items.size() && k < kMostRange; ++k) {
            font.widths[first + static_cast<unsigned>(k)] = next.items[k].number;
          }
          i += 2;
        } else if (i + 2 < widths.items.size()) {
          const auto last = static_cast<unsigned>(std::clamp(next.number, 0.0, 65535.0));
          for (unsigned code = first; code <= last; ++code) {
            font.widths[code] = widths.items[i + 2].number;
          }
          i += 3;
        } else {
          break;
        }
      }
    }
  } else {
    for (unsigned code = 32; code < 256; ++code) {
      font.letters[code] = to_utf8(std::string(1, static_cast<char>(code)), "CP1252");
    }
    const double first = file.get(said, "FirstChar").number;
    const PdfValue& widths = file.get(said, "Widths");
    for (std::size_t i = 0; i < widths.items.size() && i < 256; ++i) {
      font.widths[static_cast<unsigned>(std::clamp(first, 0.0, 255.0)) + static_cast<unsigned>(i)] =
          file.resolved(widths.items[i]).number;
    }
    unsigned code = 0;
    for (const PdfValue& one : file.get(file.get(said, "Encoding"), "Differences").items) {
      if (one.is(PdfValue::Kind::Number)) {
        code = static_cast<unsigned>(std::clamp(one.number, 0.0, 255.0));
      } else {
        font.letters[code++] = letter_called(one.text);
      }
    }
  }
  const PdfValue& table = file.get(said, "ToUnicode");
  if (table.stream_size > 0) {
    if (const Result<std::string> bytes = file.stream(table)) {
      add_table(*bytes, font);
      font.has_letters = true;
    }
  }
  return font;
}

PdfWords pdf_words(const PdfFont& font, const std::string& codes) {
  PdfWords words;
  const auto size = static_cast<std::size_t>(font.bytes);
  for (std::size_t i = 0; i + size <= codes.size(); i += size) {
    const unsigned code = code_of(std::string_view(codes).substr(i, size));
    const auto letter = font.letters.find(code);
    if (font.has_letters && letter != font.letters.end()) words.text += letter->second;
    const auto width = font.widths.find(code);
    const double wide = width != font.widths.end() ? width->second : font.width;
    words.width += std::isfinite(wide) ? wide / 1000 : 0;
    ++words.count;
    if (size == 1 && code == ' ') ++words.spaces;
  }
  return words;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace trefpunt {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the character at the front of `text`, 0 when it is not well-formed UTF-8.
std::size_t length_of_character(std::string_view text, std::uint32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    code = first;
    return 1;
  }
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  code = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  const bool is_overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return is_overlong || is_surrogate || code > 0x10FFFF ? 0 : length;
}

bool is_unwanted(std::uint32_t code) {
  if (code < 0x20) return code != '\n' && code != '\t';
  return (code >= 0x7F && code <= 0x9F) ||                      // controls
         code == 0x061C || code == 0x200E || code == 0x200F ||  // marks of direction
         (code >= 0x202A && code <= 0x202E) ||                  // embeddings and overrides
         (code >= 0x2066 && code <= 0x2069) ||                  // isolates
         code == 0xFEFF || code == 0xFFFE || code == 0xFFFF;
}

}  // namespace

std::string cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::uint32_t code = 0;
    const std::size_t length = length_of_character(text, code);
    if (length == 0 || is_unwanted(code)) {
      out += kReplacement;
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::string with_marks_escaped(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  while (!json.empty()) {
    std::uint32_t code = 0;
    const std::size_t length = std::max<std::size_t>(length_of_character(json, code), 1);
    if (code >= 0x7F && is_unwanted(code)) {
      out += fmt::format("\\u{:04x}", code);
    } else {
      out += json.substr(0, length);
    }
    json.remove_prefix(length);
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : cleaned(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace trefpunt

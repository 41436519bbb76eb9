// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/step_text.h"

#include <array>
#include <cstdint>
#include <optional>

namespace trefpunt {

namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;
// Windows-1252 where it differs from ISO 8859-1: 0x80 to 0x9F; 0: not used.
constexpr std::array<std::uint16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& out, std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = kReplacement;
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
  }
  byte(0x80 | (code & 0x3F));
}

std::optional<std::uint32_t> hex(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    value = value << 4 | static_cast<std::uint32_t>(digit);
  }
  return value;
}

// How many bytes at `at` are one character of UTF-8; 0: none.
std::size_t utf8_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(at);
  const std::size_t size = first >= 0xC2 && first < 0xE0   ? 2
                           : first >= 0xE0 && first < 0xF0 ? 3
                           : first >= 0xF0 && first < 0xF5 ? 4
                                                           : 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  }
  return size;
}

// \X2\ and \X4\: groups of `width` digits up to \X0\. Returns what was read; 0: not understood.
std::size_t wide(std::string_view text, std::size_t width, std::string& out) {
  std::size_t at = 0;
  std::uint32_t high = 0;
  while (at + width <= text.size() && text[at] != '\\') {
    const auto code = hex(text.substr(at, width));
    if (!code) return 0;
    at += width;
    if (*code >= 0xD800 && *code < 0xDC00) {
      high = *code;
    } else if (high != 0 && *code >= 0xDC00 && *code < 0xE000) {
      append(out, 0x10000 + ((high - 0xD800) << 10) + (*code - 0xDC00));
      high = 0;
    } else {
      append(out, *code);
      high = 0;
    }
  }
  return text.substr(at).starts_with("\\X0\\") ? at + 4 : 0;
}

}  // namespace

std::string step_text(std::string_view inside) {
  std::string out;
  out.reserve(inside.size());
  for (std::size_t at = 0; at < inside.size();) {
    const std::string_view rest = inside.substr(at);
    const unsigned char c = static_cast<unsigned char>(rest[0]);
    if (rest.starts_with("''") || rest.starts_with("\\\\")) {
      out += rest[0];
      at += 2;
    } else if (rest.starts_with("\\X2\\") || rest.starts_with("\\X4\\")) {
      std::string letters;
      const std::size_t read = wide(rest.substr(4), rest[2] == '2' ? 4 : 8, letters);
      out += read > 0 ? letters : std::string(rest.substr(0, 4));
      at += 4 + read;
    } else if (rest.starts_with("\\X\\") && rest.size() >= 5 && hex(rest.substr(3, 2))) {
      append(out, *hex(rest.substr(3, 2)));
      at += 5;
    } else if (rest.starts_with("\\S\\") && rest.size() >= 4) {
      append(out, 0x80U + (static_cast<unsigned char>(rest[3]) & 0x7FU));
      at += 4;
    } else if (rest.size() >= 4 && c == '\\' && rest[1] == 'P' && rest[3] == '\\') {
      at += 4;
    } else if (c < 0x80) {
      out += rest[0];
      ++at;
    } else if (const std::size_t size = utf8_size(inside, at); size > 0) {
      out += rest.substr(0, size);
      at += size;
    } else {
      append(out, c >= 0x80 && c < 0xA0 ? kWindows[c - 0x80U] : c);
      ++at;
    }
  }
  return out;
}

}  // namespace trefpunt

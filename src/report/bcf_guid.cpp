// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bcf_guid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/hash.h"

namespace trefpunt {

std::string guid_of(std::string_view words) {
  const std::uint64_t high = Hasher().add("bcf 1").add(words).key();
  const std::uint64_t low = Hasher().add("bcf 2").add(words).key();
  return fmt::format("{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF,
                     high & 0xFFF, (low >> 48 & 0x3FFF) | 0x8000, low & 0xFFFFFFFFFFFF);
}

bool is_global_id(std::string_view text) {
  return text.size() == 22 && text[0] >= '0' && text[0] <= '3' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '_' || c == '$';
         });
}

}  // namespace trefpunt

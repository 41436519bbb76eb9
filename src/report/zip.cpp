// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/zip.h"

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "base/check.h"

namespace trefpunt {

namespace {

constexpr std::uint32_t kFirstDay = 0x0021;  // 1 January 1980, the first that a zip can say
constexpr std::uint32_t kVersion = 20;       // folders
constexpr std::uint32_t kFolderMark = 0x10;

std::uint32_t crc32_of(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t word = i;
      for (int bit = 0; bit < 8; ++bit) word = word & 1 ? 0xEDB88320u ^ (word >> 1) : word >> 1;
      table[i] = word;
    }
    return table;
  }();
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char letter : bytes) {
    crc = kTable[(crc ^ static_cast<unsigned char>(letter)) & 0xFF] ^ (crc >> 8);
  }
  return ~crc;
}

void zip_put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t size_in_zip(std::size_t size) {
  TP_CHECK(size < std::numeric_limits<std::uint32_t>::max());
  return static_cast<std::uint32_t>(size);
}

// What the header before the bytes and the list at the end both say of an entry.
void zip_put_facts(std::string& out, const ZipEntry& entry) {
  const std::uint32_t size = size_in_zip(entry.bytes.size());
  zip_put(out, kVersion, 2);
  zip_put(out, 0, 2);  // no flags: names are plain ASCII
  zip_put(out, 0, 2);  // stored
  zip_put(out, 0, 2);  // midnight
  zip_put(out, kFirstDay, 2);
  zip_put(out, crc32_of(entry.bytes), 4);
  zip_put(out, size, 4);
  zip_put(out, size, 4);
  zip_put(out, static_cast<std::uint32_t>(entry.name.size()), 2);
  zip_put(out, 0, 2);  // nothing extra
}

}  // namespace

std::string zip_of(const std::vector<ZipEntry>& entries) {
  TP_CHECK(entries.size() < std::numeric_limits<std::uint16_t>::max());
  std::string out, list;
  for (const ZipEntry& entry : entries) {
    const std::uint32_t at = size_in_zip(out.size());
    out += "PK\x03\x04";
    zip_put_facts(out, entry);
    out += entry.name;
    out += entry.bytes;
    list += "PK\x01\x02";
    zip_put(list, kVersion, 2);
    zip_put_facts(list, entry);
    zip_put(list, 0, 2);  // no comment
    zip_put(list, 0, 4);  // the first disk; bytes, not text
    zip_put(list, entry.name.ends_with('/') ? kFolderMark : 0, 4);
    zip_put(list, at, 4);
    list += entry.name;
  }
  const std::uint32_t start = size_in_zip(out.size());
  const auto count = static_cast<std::uint32_t>(entries.size());
  out += list;
  out += "PK\x05\x06";
  zip_put(out, 0, 4);
  zip_put(out, count, 2);
  zip_put(out, count, 2);
  zip_put(out, size_in_zip(list.size()), 4);
  zip_put(out, start, 4);
  zip_put(out, 0, 2);
  return out;
}

}  // namespace trefpunt

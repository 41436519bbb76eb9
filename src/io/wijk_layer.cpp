// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace trefpunt {

std::string column_key(std::string_view name) {
  std::string key = fold(name);
  for (char& c : key) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) c = '_';
  }
  return key;
}

int WijkSourceLayer::column(std::string_view key) const {
  const auto found = index_.find(std::string(key));
  return found == index_.end() ? -1 : found->second;
}

int WijkSourceLayer::add_column(const std::string& written) {
  const auto [at, is_new] =
      index_.try_emplace(column_key(written), static_cast<int>(columns.size()));
  if (is_new) columns.push_back(written);
  return at->second;
}

const std::string& WijkSourceLayer::text(const WijkFeature& feature, int column) const {
  static const std::string kNone;
  if (column < 0) return kNone;
  for (const auto& [at, value] : feature.values) {
    if (at == column) return value;
  }
  return kNone;
}

std::string where_of(const WijkSourceLayer& layer) {
  if (layer.is_table || layer.name.empty()) return layer.file;
  return fmt::format("{}: layer '{}'", layer.file, layer.name);
}

std::optional<double> number_of(const std::string& text) {
  std::string plain;
  const bool has_comma = text.find(',') != std::string::npos;
  for (const char c : text) {
    if (c == ' ' || (c == '.' && has_comma)) continue;
    plain += c == ',' ? '.' : c;
  }
  if (plain.starts_with('+')) plain.erase(0, 1);
  double value = 0;
  const char* end = plain.data() + plain.size();
  const auto [stop, trouble] = std::from_chars(plain.data(), end, value);
  if (plain.empty() || trouble != std::errc() || stop != end || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<bool> yes_no_of(const std::string& text) {
  const std::string word = fold(text);
  for (const char* yes : {"ja", "yes", "true", "1", "j", "y", "waar"}) {
    if (word == yes) return true;
  }
  for (const char* no : {"nee", "no", "false", "0", "n", "onwaar"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace trefpunt {

// What a result was made from: every input its stage reads, the parameters, the algorithm and its
// version. Two different inputs share a key with a chance of about 2^-64 per pair.
using Key = std::uint64_t;

// Collects inputs into a Key. The order and the lengths count; -0.0 and 0.0 are the same.
class Hasher {
 public:
  Hasher& add(std::uint64_t word) {
    state_ ^= word + 0x9e3779b97f4a7c15ULL + (state_ << 6) + (state_ >> 2);
    state_ = mix(state_);
    return *this;
  }
  Hasher& add(double value) {
    return add(std::bit_cast<std::uint64_t>(value == 0.0 ? 0.0 : value));
  }
  Hasher& add(std::string_view text);
  Hasher& add(const char* text) { return add(std::string_view(text)); }
  template <typename T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>) Hasher& add(T value) {
    return add(static_cast<std::uint64_t>(value));
  }
  template <typename T>
  Hasher& add(const std::optional<T>& value) {
    add(value.has_value());
    return value ? add(*value) : *this;
  }
  template <typename T>
  Hasher& add(const std::vector<T>& values) {
    add(values.size());
    for (const T& value : values) add(value);
    return *this;
  }
  // For our own types: an overload of hash_into(Hasher&, const T&) beside the type.
  template <typename T>
  requires requires(Hasher& hasher, const T& value) { hash_into(hasher, value); }
  Hasher& add(const T& value) {
    hash_into(*this, value);
    return *this;
  }

  Key key() const { return mix(state_); }

 private:
  static std::uint64_t mix(std::uint64_t x) {  // splitmix64
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }
  std::uint64_t state_ = 0x243f6a8885a308d3ULL;
};

}  // namespace trefpunt

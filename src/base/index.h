// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace trefpunt {

// A number that is never negative, as the index of a container.
inline std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}
inline std::size_t at(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

}  // namespace trefpunt

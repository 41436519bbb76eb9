// SPDX-License-Identifier: GPL-3.0-or-later
// The value, or the end of the benchmark with the reason.
#pragma once

#include <fmt/format.h>

#include <cstdlib>

#include "base/result.h"

template <typename T>
T must(trefpunt::Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", to_string(result.error(), trefpunt::Lang::En));
  std::exit(2);
}

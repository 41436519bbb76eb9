// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace trefpunt {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "trefpunt: bug: %s:%d: %s does not hold\n", file, line, condition);
  std::abort();
}

}  // namespace trefpunt

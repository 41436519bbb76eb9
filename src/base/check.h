// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trefpunt {

// Prints the broken promise and aborts. For bugs only: what the world can do wrong is a Result.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace trefpunt

// Always on: a crash is better than a wrong number in a report.
#define TP_CHECK(condition) \
  ((condition) ? void(0) : ::trefpunt::check_failed(#condition, __FILE__, __LINE__))

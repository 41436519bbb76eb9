// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "base/text.h"

namespace trefpunt {

// The question makes no sense here: a building without beds has no beds per lounge.
struct NotApplicable {
  Text reason;
  bool operator==(const NotApplicable&) const = default;
};
// The question makes sense, the data to answer it are not there. Never complies.
struct NotComputed {
  Text reason;
  bool operator==(const NotComputed&) const = default;
};
// The answer lies between two numbers because something is not known.
struct Range {
  double low = 0;
  double high = 0;
  Text reason;  // what is not known
  bool operator==(const Range&) const = default;
};

// Missing is not zero: a number, two bounds, or one of two reasons why there is no number.
using Value = std::variant<double, Range, NotApplicable, NotComputed>;

inline bool has_number(const Value& value) {
  return std::holds_alternative<double>(value);
}

}  // namespace trefpunt

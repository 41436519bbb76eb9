// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/check.h"
#include "base/text.h"

namespace trefpunt {

enum class Code { BadInput, NotFound, Unsupported, TooLarge, NotWritable, Newer, Cancelled };

// Why the world refused: one sentence a planner understands, and where
// ("x.gpkg: layer 'walls': feature 17"); `where` may be empty.
struct Error {
  Code code;
  Text sentence;
  std::string where;
};

// The parts of a place ("x.csv: row 4") in the user's language ("x.csv: rij 4"): row, layer,
// feature, table and line are the words a place may use.
std::string where_in(std::string_view where, Lang lang);

// The whole line a user reads: "where: sentence".
std::string to_string(const Error& error, Lang lang);

// A value, or why there is none.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: implicit on purpose

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const {
    TP_CHECK(state_.index() == 1);
    return std::get<1>(state_);
  }

 private:
  T& value() {
    TP_CHECK(state_.index() == 0);
    return std::get<0>(state_);
  }
  const T& value() const {
    TP_CHECK(state_.index() == 0);
    return std::get<0>(state_);
  }

  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace trefpunt

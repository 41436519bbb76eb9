// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace trefpunt {

// A number that names one thing of one kind for as long as the project lives; 0 names nothing.
// `Tag::letter` makes it readable: door 12 is "D12".
template <typename Tag>
struct Id {
  int number = 0;

  explicit operator bool() const { return number != 0; }
  auto operator<=>(const Id&) const = default;
};

template <typename Tag>
std::string to_string(Id<Tag> id) {
  std::string text(1, Tag::letter);
  text += std::to_string(id.number);  // not +: gcc 12 warns of ghosts there
  return text;
}

}  // namespace trefpunt

template <typename Tag>
struct std::hash<trefpunt::Id<Tag>> {
  std::size_t operator()(trefpunt::Id<Tag> id) const { return std::hash<int>()(id.number); }
};

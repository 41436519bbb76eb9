// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/programme.h"
#include "project/object_reader.h"

namespace trefpunt {

// What reading and writing a programme share, and the assumptions on a wijk; nobody else includes
// it.

inline constexpr int kProgrammeSchema = 1;
inline constexpr int kMostPeople = 10'000;
inline constexpr double kDay = 1440;  // min

// What a value of a closed list is called in the file.
template <typename Value>
using Words = std::vector<std::pair<Value, std::string_view>>;
const Words<RoleKind>& kind_words();
const Words<Use>& use_words();
const Words<Wish>& wish_words();
const Words<bool>& choose_words();  // of PlaceQuery::spread

// What the parts of a programme refer to.
struct KnownRoles {
  std::vector<std::string> roles;

  bool has_role(const std::string& id) const {
    return std::find(roles.begin(), roles.end(), id) != roles.end();
  }
};

struct Bounds {
  double low = 0, high = 0;
  bool is_above = false;  // above the lowest, not from it on
  bool is_whole = false;
};

// The functions below say what is wrong to the reader and then give something that is not.
// `absent`: the value of a key that may be left out.
double number_in(ObjectReader& reader, const char* key, const Bounds& bounds,
                 std::optional<double> absent = {});

void unknown_word(ObjectReader& reader, const char* key, const std::string& word,
                  const std::string& known);
void unknown_role(ObjectReader& reader, const char* key, const std::string& role);

template <typename Value>
Value word_in(ObjectReader& reader, const char* key, const Words<Value>& words,
              std::optional<Value> absent = {}) {
  if (absent && !reader.has(key)) return *absent;
  const std::string word = reader.text(key);
  std::string all;
  for (const auto& [value, name] : words) {
    if (name == word) return value;
    all += (all.empty() ? "" : ", ") + std::string(name);
  }
  unknown_word(reader, key, word, all);
  return words.front().first;
}

// The "id", not empty and not one that was taken.
std::string new_id(ObjectReader& reader, std::vector<std::string>& taken);

// A time of day, in minutes.
double time_at(ObjectReader& reader, const char* key, const std::string& text, double latest);
// "from" and "to"; the part of the day goes on over midnight when it would end before it begins.
std::pair<double, double> read_part_of_day(ObjectReader& reader);
std::vector<int> read_weekdays(ObjectReader& reader, std::vector<int> absent);
PlaceQuery read_place(ObjectReader reader, const KnownRoles& known);

}  // namespace trefpunt

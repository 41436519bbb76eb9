// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests on contact data share.
#pragma once

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "support/contact_data.h"

namespace trefpunt {

inline constexpr double kMergeGap = 300;  // s: contacts with less between them are one encounter

struct ContactSet {
  const char *stem, *name;
};
inline constexpr ContactSet kOffice{"workplace_InVS15", "office"};
inline constexpr ContactSet kConference{"SFHH", "conference"};

inline std::optional<ContactData> data_of(const ContactSet& set) {
  auto data = read_contacts(set.stem);
  if (!data) WARN("skipped: sociopatterns-cc0/" << set.stem << " is not there");
  return data;
}

// The figures in docs/validity.md are these tests': a row that differs fails, and shows the new.
inline void check_stated(const std::vector<std::string>& rows) {
  std::ifstream file(TREFPUNT_ROOT "/docs/validity.md");
  const std::string page((std::istreambuf_iterator<char>(file)), {});
  for (const std::string& row : rows) {
    const bool is_stated = page.find(row + "\n") != std::string::npos;
    if (!is_stated) fmt::print(stderr, "{}\n", row);  // whole, to be put there
    CHECK(is_stated);
  }
}

}  // namespace trefpunt

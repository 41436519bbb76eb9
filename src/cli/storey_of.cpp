// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/storey_of.h"

#include <fmt/format.h>

#include "base/text.h"

namespace trefpunt {

Result<int> storey_of(const Building& building, const std::string& wanted) {
  std::string names;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    const Storey& storey = *building.storeys[s];
    names += (names.empty() ? "" : ", ") + storey.name;
    if (wanted.empty()
            ? storey.level >= 0
            : wanted == storey.name || wanted == format_short(storey.level, 2, Lang::En)) {
      return static_cast<int>(s);
    }
  }
  if (wanted.empty() && !building.storeys.empty()) return 0;
  return Error{Code::NotFound,
               {fmt::format("er is geen verdieping '{}'; er zijn: {}", wanted, names),
                fmt::format("there is no storey '{}'; there are: {}", wanted, names)},
               {}};
}

}  // namespace trefpunt

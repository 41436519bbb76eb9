// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/same_keys.h"

#include <fmt/format.h>

#include <map>

namespace trefpunt {

namespace {

template <typename Thing>
void report_same_keys_of(const Storey& storey, const std::vector<Thing>& things, Text what,
                         std::vector<Finding>& findings) {
  constexpr std::size_t kGlobalId = 22;  // characters
  std::map<std::string, std::vector<const Thing*>> same;
  for (const Thing& one : things) {
    if (one.source_key.size() == kGlobalId) same[one.source_key].push_back(&one);
  }
  for (const auto& [key, several] : same) {
    if (several.size() < 2) continue;
    findings.push_back(
        {finding::kDuplicateKey,
         Severity::Warning,
         {fmt::format("{} {} hebben dezelfde GlobalId {}; in een nieuwe versie is alleen aan de "
                      "plek te zien welke welke is.",
                      several.size(), what.nl, key),
          fmt::format("{} {} have the same GlobalId {}; in a new version only their places tell "
                      "which is which.",
                      several.size(), what.en, key)},
         storey.name,
         to_string(several[1]->id),
         std::nullopt});
  }
}

}  // namespace

void report_same_keys(const Storey& storey, std::vector<Finding>& findings) {
  report_same_keys_of(storey, storey.spaces, {"ruimten", "spaces"}, findings);
  report_same_keys_of(storey, storey.doors, {"deuren", "doors"}, findings);
  report_same_keys_of(storey, storey.windows, {"ramen", "windows"}, findings);
}

}  // namespace trefpunt

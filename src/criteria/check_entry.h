// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>

#include "criteria/catalogue.h"

namespace trefpunt {

// Collects the first thing wrong with one entry of ambition.json or answers.json.
class CheckEntry {
 public:
  // `list` and `place` name the entry as the file does: "explanations 2 (RVS-4.1j)".
  CheckEntry(const std::string& file, const char* list, std::size_t place,
             const std::string& criterion, std::optional<Error>& fault);

  void fail(const Text& sentence, const char* key = nullptr);
  // The criterion, or null after a fault.
  const Criterion* known(const Catalogue& catalogue, const std::string& criterion);
  void once(std::set<std::string>& seen, const std::string& name);
  void date(const std::string& text, const char* key);    // empty is not wrong here
  void reason(const std::string& text, const char* key);  // blank is
  void finite(double value, const char* key);
  // One of the words, or empty.
  void word(const std::string& text, const char* key, const std::set<std::string>& words);

 private:
  std::string where_;
  std::optional<Error>* fault_;
};

}  // namespace trefpunt

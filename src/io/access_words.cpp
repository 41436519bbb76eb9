// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/access_words.h"

#include <algorithm>

#include "base/text.h"

namespace trefpunt {

Access access_from_text(const std::string& text) {
  const std::string word = fold(squeeze(text));
  const auto starts = [&](std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* start) { return word.starts_with(start); });
  };
  if (starts(
          {"public", "openbaar", "publiek", "vrij", "yes", "offentlich", "iedereen", "bezoek"})) {
    return Access::Public;
  }
  if (starts({"appointment", "by appointment", "afspraak", "op afspraak", "customers", "patient",
              "client", "termin"})) {
    return Access::Appointment;
  }
  if (starts({"staff", "personeel", "medewerker", "private", "prive", "niet openbaar", "intern",
              "personal"}) ||
      word == "no") {
    return Access::Staff;
  }
  return Access::Unknown;
}

}  // namespace trefpunt

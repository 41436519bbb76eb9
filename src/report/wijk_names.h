// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "wijk/wijk.h"

namespace trefpunt {

// What people call a thing of the wijk: a buurt by its code, the rest by its id ("P4", "M2").
class WijkNames {
 public:
  explicit WijkNames(const Wijk& wijk);

  // "Buurthuis De Poolster", "De Kometen (BU99010103)", "bank M2"; an unknown object itself.
  std::string label(const std::string& object, Lang lang) const;
  // Where it is: its point, or a point of its line or outline. Empty for unknown objects.
  std::optional<Point> at(const std::string& object) const;

 private:
  struct Entry {
    Text name;
    Point at;
  };
  std::map<std::string, Entry> entries_;
};

}  // namespace trefpunt

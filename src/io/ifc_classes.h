// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/ifc_storey.h"

namespace trefpunt {

// A code from a classification: {"22.11", "binnenwanden", "NL/SfB"}; empty where not stated.
struct IfcClass {
  std::string code, name, system;
};

// Those of the thing itself, then those of its type.
std::vector<IfcClass> classes_of(const StepFile& file, const IfcRelations& relations,
                                 std::uint32_t thing);

// The first two digits of an NL/SfB element code: 22 of "22.11", "(22)" or "22". A code of another
// or an unnamed system counts only when it is written like the first two.
std::optional<int> nlsfb_of(const IfcReading& reading, std::uint32_t thing);

// What a proxy stands for, by its NL/SfB code and its name.
IfcKind kind_of_proxy(const IfcReading& reading, std::uint32_t proxy);

}  // namespace trefpunt

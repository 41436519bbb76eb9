// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/text.h"
#include "plan/finding.h"

namespace trefpunt {

// What ids in data files mean to people. An id that is not known is said as it stands.
Text scope_words(const std::string& scope);
Text role_words(const std::string& role);          // of an input file
Text read_words(const std::string& read);          // how far a source was read
Text evidence_words(const std::string& mark);      // "E1".."E4"
Text advice_words(const std::string& advice);      // of a consultation
Text duration_words(const std::string& duration);  // of a departure
Text obstacle_words(const std::string& obstacle);
Text work_words(const std::string& work);
Text severity_words(Severity severity);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "criteria/catalogue.h"
#include "project/record.h"

namespace trefpunt {

// One field of an entry that was changed: its label and what it held, for people. An empty side:
// the field or the whole entry was not there.
struct ChangedField {
  Text label;
  std::string before, after;
};

// The fields that differ, in the order of the entry; those of a declared answer by the labels of
// the catalogue. A side that cannot be read (a file of others) stands there as it is.
std::vector<ChangedField> changed_fields(const DecisionChange& change, const Catalogue& catalogue,
                                         Lang lang);

// "eigen drempel", "uitleg", ...; an unknown kind as it is.
Text kind_words(const std::string& kind);

// "5 november 2026", "5 november 2026, 14:03 UTC".
std::string moment_words(const std::string& moment, Lang lang);

// A threshold that once held for a criterion and was changed or withdrawn, oldest first.
struct EarlierThreshold {
  double value = 0;
  std::string declared_by, date;  // as stated then; may be empty
  std::string until;              // moment of the change
};
std::vector<EarlierThreshold> earlier_thresholds(const std::vector<DecisionChange>& decisions,
                                                 const std::string& criterion);

}  // namespace trefpunt

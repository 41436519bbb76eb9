// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "criteria/catalogue.h"

namespace trefpunt {

// The catalogue as a page for readers: a part per theme, an entry per criterion, the rules and what
// is not asked at the end. docs/criteria.md is the Dutch one of the program's own catalogue.
std::string catalogue_markdown(const Catalogue& catalogue, Lang lang);

// The active elements of the committee that no criterion of the catalogue is about.
std::vector<int> elements_without_criterion(const Catalogue& catalogue);
Text name_of_element(int element);  // 1 to 11: "maatschappelijk vertrouwen"

}  // namespace trefpunt

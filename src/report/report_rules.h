// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "criteria/verdict.h"

namespace trefpunt {

// The rules that the program keeps in every report, whatever the catalogue.
std::vector<const Criterion*> report_rules();

// How many criteria in scope depart, and how many of these have a whole explanation (REP-1).
struct Departures {
  int all = 0, explained = 0;
};
Departures departures(const Judgement& judgement);
Text words_of(const Departures& departures);  // "2 van de 3 afwijkingen zijn uitgelegd."

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace honest {

// What a produced text says that no form of a report may ever say, in Dutch or English: an effect
// on loneliness (WAC-7), a number for enough contact (SNA-1), a total score, an average or a
// ranking, compliance with the RVS. One line per breach, "rule: sentence"; empty: none. Takes a
// page (HTML), JSON, CSV or plain text. A title of a document (Eén tegen eenzaamheid) is no claim,
// nor is a sentence that denies it before it says it ("er is geen eindcijfer").
std::vector<std::string> broken_rules(const std::string& produced);

// Where an encounter criterion stands before the first privacy criterion: its id; empty: nowhere.
// `ids` are looked for as they stand; for JSON give the part from "criteria" on.
std::string before_privacy(const std::string& produced, const std::vector<std::string>& privacy_ids,
                           const std::vector<std::string>& encounter_ids);

}  // namespace honest

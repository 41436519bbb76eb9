// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_rules.h"

#include <fmt/format.h>

namespace trefpunt {

std::vector<const Criterion*> report_rules() {
  std::vector<const Criterion*> rules;
  for (const Criterion& criterion : builtin_catalogue().criteria) {
    if (is_rule(criterion)) rules.push_back(&criterion);
  }
  return rules;
}

Departures departures(const Judgement& judgement) {
  Departures found;
  for (const Verdict& verdict : judgement.verdicts) {
    const bool is_open = verdict.status == StatusCode::X;
    const StatusCode code = is_open ? verdict.underlying : verdict.status;
    if (code != StatusCode::B && code != StatusCode::C) continue;
    ++found.all;
    found.explained += !is_open;
  }
  return found;
}

Text words_of(const Departures& found) {
  if (found.all == 0) return {"Er zijn geen afwijkingen.", "There are no departures."};
  if (found.all == 1) {
    return found.explained == 1
               ? Text{"De enige afwijking is uitgelegd.", "The one departure is explained."}
               : Text{"De enige afwijking is niet uitgelegd.", "The one departure is unexplained."};
  }
  return {fmt::format("{} van de {} afwijkingen zijn uitgelegd.", found.explained, found.all),
          fmt::format("{} of the {} departures are explained.", found.explained, found.all)};
}

}  // namespace trefpunt

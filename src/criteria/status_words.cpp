// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/declared.h"
#include "criteria/verdict.h"

namespace trefpunt {

namespace {

// What a judgement rests on; printed with it, so that nobody reads a planner's own number as a
// norm.
Text basis_words(const Threshold& threshold) {
  Text words;
  switch (threshold.basis) {
    case Basis::Legal:
      words = {"wettelijk", "legal"};
      break;
    case Basis::CitedGuideline:
      words = {"richtlijn", "guideline"};
      break;
    case Basis::CitedRuleOfThumb:
      words = {"vuistregel", "rule of thumb"};
      break;
    case Basis::SourceProcess:
    case Basis::OwnProcess:
      words = {"verklaard", "declared"};
      break;
    case Basis::PlannerDeclared:
    case Basis::NoneContextOnly:
      words = {"eigen drempel", "own threshold"};
      break;
  }
  if (!threshold.basis_read) {
    words.nl += ", bron niet ingezien";
    words.en += ", source not read";
  }
  return words;
}

}  // namespace

char letter(StatusCode status) {
  return "ABCDEFX"[static_cast<int>(status)];
}

Text status_words(StatusCode status, StatusCode underlying, const Criterion& criterion) {
  const Text basis = basis_words(criterion.threshold);
  switch (status) {
    case StatusCode::A:
      if (is_process(criterion)) return {"Aanwezig (verklaard)", "Present (declared)"};
      return {"Voldoet (" + basis.nl + ")", "Met (" + basis.en + ")"};
    case StatusCode::B:
      return {"Voldoet deels (" + basis.nl + ")", "Partly met (" + basis.en + ")"};
    case StatusCode::C:
      return {"Wijkt af, met uitleg", "Departs, explained"};
    case StatusCode::D:
      return {"Niet van toepassing", "Not applicable"};
    case StatusCode::E:
      return {"Niet te bepalen", "Cannot be determined"};
    case StatusCode::F:
      if (criterion.entry_type == "context") {
        return {"Achtergrond, geen oordeel", "Context, no judgement"};
      }
      return {"Beschrijvend, geen drempel vastgesteld", "Descriptive, no threshold set"};
    case StatusCode::X:
      if (underlying == StatusCode::E) return {"Antwoord ontbreekt", "Answer missing"};
      return {"Uitleg ontbreekt", "Explanation missing"};
  }
  return {};
}

}  // namespace trefpunt

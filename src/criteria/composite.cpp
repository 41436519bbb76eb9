// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/composite.h"

#include <fmt/format.h>

namespace trefpunt {

const char* const kCompensatedBy[2] = {"RVS-4.1b", "RVS-4.1c"};

bool is_composite(const Criterion& criterion) {
  return criterion.measure == "single_room_compensation";
}

std::optional<double> declared_trigger(const Criterion& criterion, const Ambition& ambition) {
  for (const DeclaredParameter& declared : ambition.parameters) {
    if (declared.criterion == criterion.id && declared.parameter == "trigger") {
      return declared.value;
    }
  }
  for (const DeclaredThreshold& declared : ambition.thresholds) {
    if (declared.criterion == criterion.id) return declared.value;
  }
  return {};
}

Compensation compensation(const Value& single_share, double trigger,
                          const std::vector<const Verdict*>& others) {
  const Text limit{format_short(trigger, 6, Lang::Nl), format_short(trigger, 6, Lang::En)};
  const Held within = hold(single_share, Comparison::AtMost, trigger);
  if (within == Held::Met) {
    return {Held::Met,
            {fmt::format("Het deel eenpersoonskamers is hooguit {}; er is geen tegenwicht nodig.",
                         limit.nl),
             fmt::format("The share of single rooms is at most {}; nothing is asked in return.",
                         limit.en)}};
  }
  const Verdict* lacking = nullptr;
  const Verdict* unknown = nullptr;
  bool is_there = true;
  for (const Verdict* other : others) {
    if (!other) {
      is_there = false;
    } else if (other->status == StatusCode::E) {
      unknown = other;
    } else if (other->status != StatusCode::A && other->status != StatusCode::B &&
               other->status != StatusCode::C) {
      lacking = other;
    }
  }
  // What could not be computed never complies, whatever the others do.
  const bool is_computed = !std::holds_alternative<NotComputed>(single_share);
  if (is_there && !lacking && !unknown && is_computed) {
    return {Held::Met,
            {"RVS-4.1b en RVS-4.1c voldoen of zijn uitgelegd. Het deel eenpersoonskamers mag "
             "daarom hoog zijn.",
             "RVS-4.1b and RVS-4.1c comply or are explained. So the share of single rooms may be "
             "high."}};
  }
  if (within == Held::Unknown) {
    return {
        Held::Unknown,
        {fmt::format("Het is niet bekend of het deel eenpersoonskamers boven {} ligt.", limit.nl),
         fmt::format("It is not known whether the share of single rooms is above {}.", limit.en)}};
  }
  if (lacking) {
    return {Held::NotMet,
            {fmt::format("Het deel eenpersoonskamers ligt boven {}, en {} voldoet niet en is niet "
                         "uitgelegd.",
                         limit.nl, lacking->criterion),
             fmt::format("The share of single rooms is above {}, and {} neither complies nor is "
                         "explained.",
                         limit.en, lacking->criterion)}};
  }
  return {Held::Unknown,
          {fmt::format("Het deel eenpersoonskamers ligt boven {}, en {} is niet te bepalen.",
                       limit.nl, unknown ? unknown->criterion : "een ander criterium"),
           fmt::format("The share of single rooms is above {}, and {} cannot be determined.",
                       limit.en, unknown ? unknown->criterion : "another criterion")}};
}

}  // namespace trefpunt

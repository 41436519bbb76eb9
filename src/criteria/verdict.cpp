// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/verdict.h"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/composite.h"
#include "criteria/counted.h"
#include "criteria/declared.h"
#include "criteria/explanation.h"
#include "criteria/remarks.h"
#include "criteria/threshold.h"
#include "criteria/why_held.h"

namespace trefpunt {

namespace {

// How a criterion stands before anyone looks at explanations.
struct Standing {
  StatusCode status = StatusCode::E;  // A, B, C or E
  Text reason;
  bool needs_answer = false;     // nobody answered a question of process
  std::vector<Text> to_fill_in;  // what of the answer is empty
};

void append(Text& text, const Text& more) {
  text.nl += (text.nl.empty() ? "" : " ") + more.nl;
  text.en += (text.en.empty() ? "" : " ") + more.en;
}

StatusCode status_of(Held held) {
  switch (held) {
    case Held::Met:
      return StatusCode::A;
    case Held::Partly:
      return StatusCode::B;
    case Held::NotMet:
      return StatusCode::C;
    case Held::Unknown:
      break;
  }
  return StatusCode::E;
}

const Outcome* outcome_of(const JudgeInput& input, const Criterion& criterion) {
  const auto found = input.outcomes.find(criterion.measure);
  return found == input.outcomes.end() ? nullptr : &found->second;
}

// The value that meets the threshold: the one the catalogue names, or what the measure itself
// calls its headline.
const Value& headline(const Criterion& criterion, const Outcome& outcome) {
  const auto named = outcome.secondary.find(criterion.headline);
  return named == outcome.secondary.end() ? outcome.headline : named->second;
}

// Only where the catalogue lists parts, and some of them meet what the headline does not.
Held held_of(const Criterion& criterion, const Outcome& outcome, double threshold) {
  const Comparison comparison = criterion.threshold.comparison;
  const Held whole = hold(headline(criterion, outcome), comparison, threshold);
  if (whole != Held::NotMet) return whole;
  for (const std::string& part : criterion.parts) {
    const auto found = outcome.secondary.find(part);
    if (found != outcome.secondary.end() &&
        hold(found->second, comparison, threshold) == Held::Met) {
      return Held::Partly;
    }
  }
  return Held::NotMet;
}

Verdict judge_one(const JudgeInput& input, const Criterion& criterion);

Standing compensated(const JudgeInput& input, const Criterion& criterion, const Outcome& outcome,
                     Verdict& verdict) {
  const auto share = outcome.secondary.find("single_share");
  const Value& single_share = share == outcome.secondary.end() ? outcome.headline : share->second;
  std::vector<Verdict> others;
  for (const char* id : kCompensatedBy) {
    const Criterion* other = input.catalogue.find(id);
    if (other) others.push_back(judge_one(input, *other));
  }
  std::vector<const Verdict*> pointers(std::size(kCompensatedBy), nullptr);
  for (std::size_t i = 0; i < others.size(); ++i) pointers[i] = &others[i];
  const Compensation found =
      compensation(single_share, *declared_trigger(criterion, input.ambition), pointers);
  if (found.held == Held::Unknown) {
    verdict.value = NotComputed{found.reason};
  } else {
    verdict.value = found.held == Held::Met ? 1.0 : 0.0;
  }
  return {status_of(found.held), found.reason, false, {}};
}

Standing measured(const JudgeInput& input, const Criterion& criterion, const Outcome& outcome,
                  double threshold, Verdict& verdict) {
  if (is_composite(criterion)) return compensated(input, criterion, outcome, verdict);
  const Held held = held_of(criterion, outcome, threshold);
  return {status_of(held),
          why_held(headline(criterion, outcome), held, criterion, threshold),
          false,
          {}};
}

Standing declared(const JudgeInput& input, const Criterion& criterion) {
  using Kind = DeclaredState::Kind;
  const DeclaredState state = declared_state(criterion, input.answers);
  switch (state.kind) {
    case Kind::Unanswered:
      return {StatusCode::E,
              {"Er is nog geen antwoord.", "There is no answer yet."},
              is_process(criterion),
              {{"Er is nog geen antwoord.", "There is no answer yet."}}};
    case Kind::Unsigned:
      return {StatusCode::E,
              {"Bij het antwoord staat niet wie het gaf (functie) en wanneer.",
               "The answer does not say who gave it (function) and when."},
              is_process(criterion),
              {{"Bij het antwoord staat niet wie het gaf (functie) en wanneer.",
                "The answer does not say who gave it (function) and when."}}};
    case Kind::Incomplete: {
      Standing standing{StatusCode::C,
                        {"Het antwoord is niet volledig.", "The answer is not complete."},
                        false,
                        {}};
      for (const Text& field : state.empty_fields) {
        standing.to_fill_in.push_back(
            {fmt::format("Niet ingevuld: ‘{}’. Vul dit in, of leg uit waarom het ontbreekt.",
                         field.nl),
             fmt::format("Not filled in: '{}'. Fill it in, or explain why it is absent.",
                         field.en)});
      }
      return standing;
    }
    case Kind::Departs:
      return {StatusCode::C,
              {"Volgens het antwoord wijkt het plan af.", "By the answer, the plan departs."},
              false,
              {}};
    case Kind::Partly:
      return {StatusCode::B,
              {"Volgens het antwoord is dit gedeeltelijk zo.", "By the answer, this is partly so."},
              false,
              {}};
    case Kind::Complete:
      break;
  }
  const Answer& answer = *answer_to(criterion, input.answers);
  return {StatusCode::A,
          {fmt::format("Verklaard door {} op {}.", answer.answered_by,
                       format_date(answer.date, Lang::Nl)),
           fmt::format("Declared by {} on {}.", answer.answered_by,
                       format_date(answer.date, Lang::En))},
          false,
          {}};
}

// B and C ask for an explanation, and without a whole one they are X.
void ask_for_explanation(const JudgeInput& input, const Criterion& criterion,
                         const Standing& standing, Verdict& verdict) {
  const Explanation* explanation = explanation_of(criterion.id, input.answers);
  if (explanation) {
    verdict.missing = empty_fields(*explanation);
    verdict.hints = quality_hints(*explanation, input.answers, input.today);
  } else if (!standing.to_fill_in.empty()) {
    verdict.missing = standing.to_fill_in;
  } else {
    verdict.missing = {no_explanation()};
  }
  if (!verdict.missing.empty()) verdict.status = StatusCode::X;
}

// Criterion E: what is missing, who supplies it and by when.
void tell_what_is_missing(const JudgeInput& input, Verdict& verdict) {
  for (const Undetermined& entry : input.answers.undetermined) {
    if (entry.criterion != verdict.criterion || is_blank(entry.missing)) continue;
    append(verdict.reason,
           {"Wat ontbreekt: " + entry.missing, "What is missing: " + entry.missing});
    if (!is_blank(entry.supplier)) {
      append(verdict.reason, {fmt::format("Wie dat levert: {}.", entry.supplier),
                              fmt::format("Who supplies it: {}.", entry.supplier)});
    }
    if (!is_blank(entry.by)) {
      append(verdict.reason,
             {fmt::format("Uiterlijk {}.", format_date(entry.by, Lang::Nl)),
              fmt::format("By {} at the latest.", format_date(entry.by, Lang::En))});
    }
    if (is_iso_date(input.today) && is_iso_date(entry.by) && entry.by < input.today) {
      verdict.hints.push_back({"De dag waarop dit er zou zijn, is al voorbij.",
                               "The day by which this was to be there has already passed."});
    }
    return;
  }
  verdict.hints.push_back({"Schrijf op wat er ontbreekt, wie dat levert en wanneer.",
                           "Write down what is missing, who supplies it and by when."});
}

void ask_for_threshold_reason(const JudgeInput& input, Verdict& verdict) {
  bool unsigned_reason = false;
  for (const NoThresholdReason& entry : input.answers.no_threshold) {
    if (std::find(entry.criteria.begin(), entry.criteria.end(), verdict.criterion) ==
            entry.criteria.end() ||
        is_blank(entry.reason)) {
      continue;
    }
    if (!is_blank(entry.decided_by)) return;
    unsigned_reason = true;
  }
  verdict.needs_threshold_reason = true;
  if (unsigned_reason) {
    verdict.missing.push_back(
        {"Bij de reden om geen drempel vast te stellen staat niet wie dat besliste (functie).",
         "The reason for setting no threshold does not say who decided (function)."});
  } else {
    verdict.missing.push_back(
        {"Er is geen drempel vastgesteld. Nodig is een drempel, of een reden waarom niet en wie "
         "dat "
         "besliste (functie).",
         "No threshold is declared. Needed is a threshold, or a reason why not and who decided "
         "(function)."});
  }
}

void remark_on_threshold(const InForce& in_force, Verdict& verdict) {
  if (!in_force.declared || !in_force.value) return;
  if (in_force.declared->after_value_shown) {
    append(verdict.reason, {"De drempel is vastgesteld na de uitkomst.",
                            "The threshold was declared after the result was shown."});
  }
  if (is_blank(in_force.declared->declared_by) || is_blank(in_force.declared->date)) {
    verdict.hints.push_back({"Bij de drempel staat niet wie die vaststelde (functie) en wanneer.",
                             "The threshold does not say who declared it (function) and when."});
  }
}

// Whether the criterion stands apart from thresholds: not applicable, or nothing was measured.
bool is_settled(const JudgeInput& input, const Criterion& criterion, const Outcome* outcome,
                Verdict& verdict) {
  const NotApplicableAnswer* said = said_not_applicable(criterion, input.answers);
  if (said && is_complete(*said)) {
    verdict.status = StatusCode::D;
    verdict.reason = {fmt::format("{} Besloten door {} op {}.", said->reason, said->decided_by,
                                  format_date(said->date, Lang::Nl)),
                      fmt::format("{} Decided by {} on {}.", said->reason, said->decided_by,
                                  format_date(said->date, Lang::En))};
    return true;
  }
  if (criterion.measure.empty()) return false;
  if (!outcome) {
    verdict.status = StatusCode::E;
    verdict.reason = input.outcomes.empty()
                         ? Text{"Er is geen plattegrond.", "There is no floor plan."}
                         : Text{fmt::format("De maat ‘{}’ is niet berekend.", criterion.measure),
                                fmt::format("Measure '{}' was not computed.", criterion.measure)};
    return true;
  }
  const Value& value = headline(criterion, *outcome);
  if (const auto* none = std::get_if<NotApplicable>(&value)) {
    verdict.status = StatusCode::D;
    verdict.reason = none->reason;
    return true;
  }
  return false;
}

bool is_context(const Criterion& criterion) {
  return criterion.entry_type == "context";
}

// What is shown beside the judgements: descriptive whatever anybody declared, or not known.
void show_context(const Outcome& outcome, const Criterion& criterion, Verdict& verdict) {
  const auto* none = std::get_if<NotComputed>(&headline(criterion, outcome));
  verdict.status = none ? StatusCode::E : StatusCode::F;
  verdict.reason = none ? none->reason
                        : Text{"Dit is achtergrond en geen oordeel over het plan.",
                               "This is context and no judgement of the plan."};
}

Verdict judge_one(const JudgeInput& input, const Criterion& criterion) {
  Verdict verdict;
  verdict.criterion = criterion.id;
  const InForce in_force = threshold_in_force(criterion, input.ambition);
  verdict.threshold = in_force.value;
  Outcome own;
  if (counted_info(criterion.measure)) own = counted(criterion, input.answers);
  const Outcome* outcome = counted_info(criterion.measure) ? &own
                           : criterion.measure.empty()     ? nullptr
                                                           : outcome_of(input, criterion);
  if (outcome) verdict.value = headline(criterion, *outcome);

  Standing standing;
  if (is_context(criterion)) {
    verdict.threshold.reset();
    if (!is_settled(input, criterion, outcome, verdict)) {
      show_context(*outcome, criterion, verdict);
    }
    verdict.underlying = verdict.status;
    return verdict;
  }
  if (!is_settled(input, criterion, outcome, verdict)) {
    if (!in_force.value) {
      verdict.status = StatusCode::F;
      verdict.reason = in_force.why_none;
    } else {
      standing = outcome ? measured(input, criterion, *outcome, *in_force.value, verdict)
                         : declared(input, criterion);
      verdict.status = standing.status;
      verdict.reason = standing.reason;
    }
  }
  verdict.underlying = verdict.status;
  if (verdict.status == StatusCode::B || verdict.status == StatusCode::C) {
    ask_for_explanation(input, criterion, standing, verdict);
  } else if (verdict.status == StatusCode::E && standing.needs_answer) {
    verdict.status = StatusCode::X;
    verdict.missing = standing.to_fill_in;
  } else if (verdict.status == StatusCode::E) {
    tell_what_is_missing(input, verdict);
  }
  if (!in_force.value && verdict.status != StatusCode::D) ask_for_threshold_reason(input, verdict);
  if (verdict.status != StatusCode::D) remark_on_threshold(in_force, verdict);
  remark_on_unneeded(input, criterion, verdict);
  if (criterion.threshold.basis == Basis::Legal) {
    append(verdict.reason, {"Geen Bbl-toets.", "Not a Bbl check."});
  }
  return verdict;
}

}  // namespace

Judgement judge(const JudgeInput& input) {
  const auto in_scope = [&](const std::string& id) {
    return std::find(input.scope.begin(), input.scope.end(), id) != input.scope.end();
  };
  Judgement judgement;
  std::vector<std::pair<std::string, Text>> lacking;  // the criteria that lack it, and what
  for (const Criterion& criterion : input.catalogue.criteria) {
    if (!in_scope(criterion.id)) continue;
    Verdict verdict = judge_one(input, criterion);
    if (!verdict.threshold && verdict.status != StatusCode::D && !is_context(criterion)) {
      ++judgement.without_threshold;
    }
    for (const Text& missing : verdict.missing) {
      const auto same = std::find_if(lacking.begin(), lacking.end(),
                                     [&](const auto& entry) { return entry.second == missing; });
      if (same != lacking.end()) {
        same->first += ", " + criterion.id;
      } else {
        lacking.emplace_back(criterion.id, missing);
      }
    }
    judgement.verdicts.push_back(std::move(verdict));
  }
  for (const auto& [criteria, missing] : lacking) {
    judgement.blockers.push_back({criteria + ": " + missing.nl, criteria + ": " + missing.en});
  }
  judgement.hints = remarks_on_answers(input);
  judgement.is_final = judgement.blockers.empty();
  return judgement;
}

}  // namespace trefpunt

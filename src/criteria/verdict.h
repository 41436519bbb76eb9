// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "criteria/catalogue.h"
#include "measure/measure.h"
#include "project/answers.h"

namespace trefpunt {

// A met, B partly, C departs with explanation, D not applicable, E cannot be determined,
// F descriptive without a threshold, X explanation or answer missing (draft only).
enum class StatusCode { A, B, C, D, E, F, X };
char letter(StatusCode status);

// What the words must carry: "Voldoet (eigen drempel)", never "voldoet aan RVS".
Text status_words(StatusCode status, StatusCode underlying, const Criterion& criterion);

// The judgement of one criterion.
struct Verdict {
  std::string criterion;
  StatusCode status = StatusCode::E;
  StatusCode underlying = StatusCode::E;  // what it is without the missing explanation: B, C or E
  std::optional<double> threshold;        // in force: default or declared (RVS-4.1g: 1, is met)
  std::optional<Value> value;             // the headline, for measured criteria
  std::vector<Text> missing;              // what blocks it: fields, answers, reasons
  std::vector<Text> hints;                // quality of the explanation; never block
  Text reason;                            // why this status, in one sentence
  bool needs_threshold_reason = false;    // no threshold, and nobody said why
};

// Everything that judging reads.
struct JudgeInput {
  const Catalogue& catalogue;
  const std::vector<std::string>& scope;           // criterion ids
  const std::map<std::string, Outcome>& outcomes;  // by measure id; absent: not measured
  const Ambition& ambition;
  const Answers& answers;
  std::string today;         // ISO day, for hints
  std::string project = {};  // its name, to know whose answers these are; empty: not compared
};

struct Judgement {
  std::vector<Verdict> verdicts;  // the criteria in scope, in the catalogue's order
  int without_threshold = 0;      // n of m criteria in scope have no threshold
  bool is_final = false;          // no X, and a reason for each criterion without a threshold
  std::vector<Text> blockers;     // why it is a draft: "RVS-4.1a, NRM-5: ...", one per lack
  std::vector<Text> hints;        // on answers as a whole; never block
};

// Context (entry_type "context") is never held against anything: it is descriptive, and a final
// report needs no reason for that.
// Rules: design.md section 6 and criteria.md sections 0, 3 and 8. Values are compared after
// rounding to 1e-6. A range that straddles the threshold cannot be determined.
Judgement judge(const JudgeInput& input);

// Errors BadInput: a criterion that the catalogue does not have, a threshold without a reason, an
// explanation or answer given twice, an impossible date, a departure that ends before it was
// decided, a value that is no number. What may well be meant so (answers of a project with another
// name, an explanation that nobody asked for, a date that has passed) is a hint of judge().
Status check_ambition(const Catalogue& catalogue, const Ambition& ambition,
                      const std::string& file);
Status check_answers(const Catalogue& catalogue, const Answers& answers, const std::string& file);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"
#include "project/answers.h"

namespace trefpunt {

// What a declared answer comes to.
struct DeclaredState {
  enum class Kind { Unanswered, Unsigned, Incomplete, Departs, Partly, Complete };
  Kind kind = Kind::Unanswered;
  std::vector<Text> empty_fields;  // labels of the mandatory fields that are empty
};

// Where a choice field lists one of the criterion's parts, its first choice complies, the part
// complies partly, and every other choice departs.
DeclaredState declared_state(const Criterion& criterion, const Answers& answers);

// Null when there is none.
const Answer* answer_to(const Criterion& criterion, const Answers& answers);

// Null when nobody said that it does not apply.
const NotApplicableAnswer* said_not_applicable(const Criterion& criterion, const Answers& answers);
bool is_complete(const NotApplicableAnswer& answer);

// Whether answers, not measures, decide it.
bool is_process(const Criterion& criterion);

bool is_blank(const std::string& text);

}  // namespace trefpunt

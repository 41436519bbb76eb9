// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "project/answers.h"

namespace trefpunt {

// Null when there is none.
const Explanation* explanation_of(const std::string& criterion, const Answers& answers);

// The mandatory fields of criteria.md section 8 that are empty, each as a sentence. `until` counts
// only when the departure is temporary; attachments may be none.
std::vector<Text> empty_fields(const Explanation& explanation);

// One sentence that asks for a whole explanation.
Text no_explanation();

// Remarks on quality; they never block. `today` is an ISO day; empty: no remark on dates.
std::vector<Text> quality_hints(const Explanation& explanation, const Answers& answers,
                                const std::string& today);

}  // namespace trefpunt

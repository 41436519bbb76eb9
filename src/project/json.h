// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"
#include "project/answers.h"

namespace trefpunt {

// Errors: BadInput with line and column. `name` is the file, for the message.
Result<nlohmann::json> parse_json(const std::string& text, const std::string& name);

// ambition.json and answers.json (docs/answers-format.md). Errors: BadInput with the entry and the
// key that is wrong or unknown; Newer for a schema number above ours. What a criterion id means is
// checked by criteria/verdict.h.
Result<Ambition> ambition_from_json(const std::string& text, const std::string& name);
Result<Answers> answers_from_json(const std::string& text, const std::string& name);
std::string to_json(const Ambition& ambition);
std::string to_json(const Answers& answers);

}  // namespace trefpunt

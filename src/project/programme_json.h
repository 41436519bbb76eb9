// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "plan/programme.h"

namespace trefpunt {

// programme.json (docs/programme-format.md). Errors: BadInput with line, entry and key for what is
// wrong, unknown or contradicts the rest; Newer for a schema number above ours. Whether a place is
// there is for who lays the programme on a building; the lines of the places are kept for that.
// A programme without roles is one: nobody is there. `name` is the file, for messages.
Result<Programme> programme_from_json(const std::string& text, const std::string& name);
std::string to_json(const Programme& programme);

// A time of day as text, "07:30", in minutes after midnight. A time after midnight may be counted
// on, up to "48:00". None for what is no time.
std::optional<double> minutes_from_text(std::string_view text);
std::string text_of_minutes(double minutes);  // to a whole minute

}  // namespace trefpunt

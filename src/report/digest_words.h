// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "report/html_page.h"
#include "report/report_digest.h"

namespace trefpunt {

// How a report that was read back is put in words.
std::string name_of(const ReportDigest& report, Lang lang);  // never empty
Text name_of(const Theme& theme);                            // never empty
Html digest_badge(const DigestCriterion& entry, Lang lang);
std::string digest_value(const DigestCriterion& entry, Lang lang, int more_decimals = 0);
// "ten minste 0,85 m (wettelijk)"; "geen drempel".
std::string digest_threshold(const DigestCriterion& entry, Lang lang);
std::string said_kind(const std::string& kind, Lang lang);  // "explanation" -> "uitleg"
// "explanation.why" -> "uitleg: waarom"; an answer's field in the words of the catalogue.
std::string said_label(const std::string& criterion, const std::string& key, Lang lang);
// What is said under that key; empty: nothing.
std::string said_at(const DigestCriterion& entry, const std::string& key);
// Dates and choices of a few letters in words, the rest as it stands.
std::string said_words(const std::string& criterion, const std::string& key,
                       const std::string& words, Lang lang);

}  // namespace trefpunt

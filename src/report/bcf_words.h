// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "report/report_model.h"

namespace trefpunt {

// What a topic says, as plain text; a line for each fact, each a sentence.

// "Afwijking", "Bevinding": what a topic may be.
Text bcf_departure();
Text bcf_finding();
// The label of a finding; that of a departure is its theme.
Text bcf_plan_label();

// "Open", "Uitgelegd" and "Gesloten". The last is for who works the topics off: this program never
// writes it.
Text bcf_open();
Text bcf_explained();
Text bcf_closed();

// "ACC-1 Vrije doorgang: Uitleg ontbreekt".
std::string bcf_title(const ReportCriterion& entry, Lang lang);
// Without its last full stop, with the storey when it does not say it.
std::string bcf_title(const Finding& finding, Lang lang);

// Status with its basis, what was asked, measured and held against it, where, the institution's own
// explanation (or that it is missing), and the source.
std::string bcf_description(const ReportModel& model, const ReportCriterion& entry, Lang lang);
std::string bcf_description(const Finding& finding, const std::string& thing, Lang lang);

}  // namespace trefpunt

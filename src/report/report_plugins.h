// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "report/html_page.h"
#include "report/report_model.h"

namespace trefpunt {

// The measures of plugins that this evaluation has outcomes of, in the order of their use.
std::vector<const MeasureInfo*> plugins_of(const ReportModel& model);

// What a plugin's measure worked with when no criterion says otherwise.
std::vector<ReportParameter> parameters_of(const MeasureInfo& info, const Ambition& ambition);

// ---- report.json ----

nlohmann::json plugin_json(const MeasureInfo& info, const Ambition& ambition);

// ---- report.html: each writes nothing for a measure of Trefpunt itself ----

// That the measure was loaded, which version, and whose it is.
void write_plugin_mark(Page& page, const MeasureInfo& info);
// Its parameters and the source of its formula.
void write_plugin_basis(Page& page, const MeasureInfo& info, const Ambition& ambition);
// A row per plugin with version, file and checksum, for the annex.
void write_plugins(Page& page, const ReportModel& model);

}  // namespace trefpunt

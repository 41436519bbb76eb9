// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "criteria/evaluation.h"
#include "project/project.h"

namespace trefpunt {

// What a report is made of. Nothing else goes into it: no clock, no path, no locale.
struct ReportInput {
  const Project& project;
  const Evaluation& evaluation;
  const Catalogue& catalogue;
  std::string date;  // ISO day
};

// The truth (docs/file-format.md): pretty-printed, keys sorted, numbers as shortest round trip.
std::string report_json(const ReportInput& input);

// The same facts as one self-contained accessible page. Nothing is loaded from elsewhere.
std::string report_html(const ReportInput& input, Lang lang);

// A few lines for a terminal: a status per criterion, privacy first, then what blocks it.
std::string report_profile(const ReportInput& input, Lang lang);

}  // namespace trefpunt

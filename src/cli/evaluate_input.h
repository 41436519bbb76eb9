// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/session.h"
#include "report/report.h"

namespace trefpunt {

// A project with all that follows from it, as a report takes it.
struct Assessed {
  Project project;
  Evaluation evaluation;
  const Catalogue& catalogue;  // of the session
  std::string date;

  ReportInput input() const { return {project, evaluation, catalogue, date}; }
};

// `scope` is the name of a scope or a file with an own list; empty: what is usual for the project.
// Encounters are simulated. Errors: also what a building refuses of the programme.
Result<Assessed> evaluate_input(Project project, const std::string& scope, const std::string& date,
                                Session& session, Job& job);

// A report.json for what is named: a report, the folder of one, a saved project or a plan; the
// last two are evaluated. Errors: what reading and evaluating refuse.
Result<std::string> report_json_of(const std::string& path, const std::string& date,
                                   const Catalogue& catalogue, Session& session, Job& job);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace trefpunt {

// A report made by hand, one thing of each kind: two rooms and a lounge on one storey; a departure
// with an explanation and one without, a threshold declared after the value, a criterion without a
// threshold, a range, a measure that does not apply, an answer, a negative advice.
struct ReportFixture {
  ReportFixture();

  Project project;
  Evaluation evaluation;
  Catalogue catalogue;

  ReportInput input() const { return {project, evaluation, catalogue, "2026-11-05"}; }
  std::string html(Lang lang = Lang::Nl) const { return report_html(input(), lang); }
  std::string json() const { return report_json(input()); }
  Outcome& outcome(const std::string& measure);  // of the only building; made when absent
  Storey storey() const { return *project.buildings.front().storeys.front(); }
  void set_storey(Storey changed);  // with its layout
};

// What a reader sees of a page: tags, styles and hidden signs taken out, entities resolved.
std::string visible_text(const std::string& html);

int count_of(const std::string& text, const std::string& part);

}  // namespace trefpunt

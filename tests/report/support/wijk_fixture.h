// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encounter/wijk_encounters.h"
#include "report/report.h"

namespace trefpunt {

// A report of a wijk of two buurten without a building: five homes along one street of 1,000 m, one
// of them 900 m from the only meeting place, a shop, no layer of benches, a suppressed figure, a
// buurt without loneliness, encounters made up by hand.
struct WijkFixture {
  WijkFixture();

  Project project;
  Evaluation evaluation;
  Catalogue catalogue;
  Wijk wijk;                  // change it, then derive()
  WijkEncounters encounters;  // as above

  void derive();
  ReportInput input() const { return {project, evaluation, catalogue, "2026-11-05"}; }
  std::string html(Lang lang = Lang::Nl) const { return report_html(input(), lang); }
  std::string json() const { return report_json(input()); }
};

}  // namespace trefpunt

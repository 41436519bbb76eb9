// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/report_digest.h"

namespace trefpunt {

// A report or project that was named, or why it could not be read.
struct Location {
  std::string file;  // its name without folders
  std::optional<ReportDigest> report;
  Error refused{Code::BadInput, {}, {}};  // when there is no report
};

// Several locations next to each other, in the order given. Nothing is ranked, added or averaged.
struct Portfolio {
  std::string title;  // empty: none given
  std::vector<Location> locations;
};

// Why results of one criterion cannot be compared between locations; empty: nothing stands in the
// way that the reports tell.
std::vector<Text> not_comparable(const Portfolio& portfolio, const std::string& criterion);

// docs/versions.md. One self-contained accessible page, and the same as data.
std::string portfolio_html(const Portfolio& portfolio, Lang lang);
std::string portfolio_json(const Portfolio& portfolio);

}  // namespace trefpunt

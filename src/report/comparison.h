// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/report_digest.h"

namespace trefpunt {

// What differs for one criterion between two reports. Says nothing of better or worse.
struct CriterionChange {
  const DigestCriterion* before = nullptr;  // null: it came
  const DigestCriterion* after = nullptr;   // null: it went
  bool status = false, value = false, threshold = false;
  bool measured_differently = false;  // another measure, version or parameter
  std::vector<std::string> said;      // "explanation.why", "answer.goal": what differs
  const DigestCriterion& one() const { return after ? *after : *before; }
  bool is_both() const { return before && after; }
  bool any() const {
    return !is_both() || status || value || threshold || measured_differently || !said.empty();
  }
};

struct ThemeChange {
  Theme theme;
  std::vector<CriterionChange> criteria;  // of either report, changed or not
};

// An input of either report that is not the same file in the other; null: not there.
struct InputChange {
  const DigestInput* before = nullptr;
  const DigestInput* after = nullptr;
};

// Points into the two reports.
struct ReportComparison {
  const ReportDigest& before;
  const ReportDigest& after;
  std::vector<ThemeChange> themes;  // privacy first
  std::vector<InputChange> inputs;
  std::vector<const DigestFinding*> came, went;
};

// Numbers are the same when they are after rounding to 1e-6.
ReportComparison compare_reports(const ReportDigest& before, const ReportDigest& after);

// docs/versions.md. One self-contained accessible page, and the same as data.
std::string comparison_html(const ReportComparison& comparison, Lang lang);
std::string comparison_json(const ReportComparison& comparison);

// "In status veranderde: ...": privacy first.
std::string changes_in_status(const ReportComparison& comparison, Lang lang);

}  // namespace trefpunt

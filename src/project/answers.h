// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trefpunt {

// Dates are ISO days as text ("2026-10-05"); people are named by function, never by name.

// A threshold that the planner declared, because no norm exists.
struct DeclaredThreshold {
  std::string criterion;
  double value = 0;
  std::string reason;
  std::string declared_by;
  std::string date;
  bool after_value_shown = false;
};

struct DeclaredParameter {
  std::string criterion;
  std::string parameter;
  double value = 0;
  std::string reason;
};

// The contents of ambition.json.
struct Ambition {
  std::vector<DeclaredThreshold> thresholds;
  std::vector<DeclaredParameter> parameters;
  std::string work;                          // "nieuwbouw", "verbouw", "bestaand" or empty
  std::optional<bool> accessibility_sector;  // toegankelijkheidssector
};

struct Answer {
  std::string criterion;
  std::map<std::string, std::string> values;  // by field id of the catalogue
  std::string answered_by;
  std::string date;
};

struct NotApplicableAnswer {
  std::string criterion, reason, decided_by, date;
};

// The nine fields of criteria.md section 8.
struct Explanation {
  std::string criterion;
  std::string departs, why, weighed, instead;
  std::string duration;  // "temporary" or "lasting"
  std::string until;     // when temporary
  std::string decided_by, date, consulted, review_date, reviewer;
  std::vector<std::string> attachments;
  std::string obstacle;
};

// Why criteria in scope have no threshold; one reason may cover several.
struct NoThresholdReason {
  std::vector<std::string> criteria;
  std::string reason, decided_by, date;
};

// What is missing for a criterion that cannot be determined, who supplies it and by when.
struct Undetermined {
  std::string criterion, missing, supplier, by;
};

struct Consultation {
  std::string body, date;
  std::string advice;  // "positive", "negative", "none"
  std::string text, done;
};

// What the cover of a report says beside the plan's own name. Each may be empty: not stated.
struct ReportCover {
  std::string client, responsible_body, plan_version;
};

// The contents of answers.json.
struct Answers {
  std::string project;  // the project these answers belong to; may be empty
  std::vector<Answer> answers;
  std::vector<NotApplicableAnswer> not_applicable;
  std::vector<Explanation> explanations;
  std::vector<NoThresholdReason> no_threshold;
  std::vector<Undetermined> undetermined;
  std::vector<Consultation> consultations;
  ReportCover cover;
};

}  // namespace trefpunt

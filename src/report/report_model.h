// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "criteria/value_words.h"
#include "report/plan_names.h"
#include "report/report.h"

namespace trefpunt {

// A number that a measure worked with, and where it comes from.
struct ReportParameter {
  std::string id;
  double value = 0;
  Text unit;
  Text assumption;  // empty: not an assumption
  const DeclaredParameter* declared = nullptr;
};

// All that is said about one criterion in scope; a pointer that is null: nothing was said.
struct ReportCriterion {
  const Criterion* criterion = nullptr;
  const Verdict* verdict = nullptr;
  const MeasureInfo* info = nullptr;
  const Outcome* outcome = nullptr;
  const DeclaredThreshold* declared = nullptr;
  const Explanation* explanation = nullptr;
  const Answer* answer = nullptr;
  const NotApplicableAnswer* not_applicable = nullptr;
  const Undetermined* undetermined = nullptr;
  const NoThresholdReason* no_threshold = nullptr;
  std::vector<ReportParameter> parameters;
  bool is_of_wijk = false;  // measured in the wijk, not on a plan

  bool is_departure() const;  // B or C, explained or not
};

struct ReportTheme {
  const Theme* theme = nullptr;
  std::vector<ReportCriterion> criteria;
};

inline constexpr std::array<StatusCode, 7> kStatuses = {StatusCode::A, StatusCode::B, StatusCode::C,
                                                        StatusCode::D, StatusCode::E, StatusCode::F,
                                                        StatusCode::X};

// What every form of the report says, looked up once. Points into the input.
struct ReportModel {
  const ReportInput& input;
  std::vector<ReportTheme> themes;                 // the catalogue's order, privacy before all else
  std::vector<const MeasureInfo*> other_measures;  // measured, without a criterion in scope

  const Building* building() const;  // the first; null for answers without a plan
  const BuildingResult* result() const;
  const Outcome* outcome(const std::string& measure) const;  // of the plan, else of the wijk
  static bool is_of_wijk(const MeasureInfo& info);
  int count(StatusCode status) const;
  int in_scope() const { return static_cast<int>(input.evaluation.judgement.verdicts.size()); }
  const ReportCriterion* find(const std::string& id) const;
};

ReportModel make_model(const ReportInput& input);

// The words of a status apart from any basis: "Voldoet", "Wijkt af, met uitleg".
Text status_title(StatusCode status);

// "ten minste 15 personen", "hoogstens 60 m"; empty without a number.
std::string threshold_words(const ReportCriterion& entry, Lang lang);
std::string threshold_words(const ReportCriterion& entry, double value, Lang lang);
std::string threshold_words(Comparison comparison, const Text& unit, double value, Lang lang);

Text name_of(Basis basis);

}  // namespace trefpunt

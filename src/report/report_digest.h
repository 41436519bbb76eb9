// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "criteria/verdict.h"
#include "measure/value.h"

namespace trefpunt {

// A report.json read back, as far as two reports are laid side by side. What an older report does
// not say is empty.
struct DigestCriterion {
  std::string id, theme;
  Text title;
  StatusCode status = StatusCode::E, underlying = StatusCode::E;
  Text status_words;
  std::string measure;  // empty: declared
  int version = 0;      // of the measure
  std::optional<Value> value;
  Text unit;
  std::optional<double> threshold;  // in force
  std::optional<Comparison> comparison;
  std::optional<Basis> basis;
  std::string declared;  // the reason of a declared threshold, who declared it and when
  std::string declared_date;
  std::map<std::string, double> parameters;
  // What people said, by kind ("answer", "explanation", "not_applicable", "undetermined",
  // "no_threshold_reason") and field.
  std::map<std::string, std::map<std::string, std::string>> said;
};

struct DigestInput {
  std::string role, name, sha256;
};

struct DigestFinding {
  int code = 0;
  Text sentence;
  std::string storey, object;
  bool operator==(const DigestFinding&) const = default;
};

struct ReportDigest {
  std::string name;  // of the project; empty: without a name
  std::string date;  // ISO day
  std::string scope, catalogue_version;
  bool is_final = false;
  std::vector<Theme> themes;  // privacy first
  std::vector<DigestCriterion> criteria;
  std::vector<DigestInput> inputs;
  std::vector<DigestFinding> findings;

  const DigestCriterion* find(const std::string& id) const;  // null when there is none
};

// The schema that report.json states and that this program reads at most.
inline constexpr int kReportSchema = 1;

// Errors: BadInput (broken JSON, no report, an entry that cannot be read, with its place), Newer.
// `name` is the file, for messages.
Result<ReportDigest> read_report(const std::string& json, const std::string& name);

// Whether a .json is GeoJSON or CityJSON, and so a plan or a layer and no report.
bool is_geographic_json(const std::string& json);

// The themes of several reports: privacy first, then in the order in which they come up.
std::vector<Theme> themes_of(const std::vector<const ReportDigest*>& reports);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "project/json.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;

const Json& at_key(const Json& object, const char* key) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

std::string text_at(const Json& object, const char* key) {
  const Json& value = at_key(object, key);
  return value.is_string() ? value.get<std::string>() : "";
}

Text both_at(const Json& object, const char* key) {
  const Json& value = at_key(object, key);
  Text both{text_at(value, "nl"), text_at(value, "en")};
  if (value.is_string()) both.nl = value.get<std::string>();
  if (both.en.empty()) both.en = both.nl;
  if (both.nl.empty()) both.nl = both.en;
  return both;
}

std::optional<double> number_at(const Json& object, const char* key) {
  const Json& value = at_key(object, key);
  if (!value.is_number()) return std::nullopt;
  const double number = value.get<double>();
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

int whole_at(const Json& object, const char* key) {
  const double number = number_at(object, key).value_or(0);
  return std::abs(number) < 1e9 ? static_cast<int>(number) : 0;
}

const Json& list_at(const Json& object, const char* key) {
  static const Json none = Json::array();
  const Json& value = at_key(object, key);
  return value.is_array() ? value : none;
}

std::string said_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  if (!value.is_array()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string joined;
  for (const Json& item : value) joined += (joined.empty() ? "" : "; ") + said_text(item);
  return joined;
}

void take_said(const Json& from, std::map<std::string, std::string>& into) {
  if (!from.is_object()) return;
  for (const auto& [key, value] : from.items()) {
    if (value.is_object()) {
      take_said(value, into);
    } else if (std::string words = said_text(value); !words.empty()) {
      into[key] = std::move(words);
    }
  }
}

std::optional<StatusCode> status_at(const Json& object, const char* key) {
  static constexpr std::array kAll = {StatusCode::A, StatusCode::B, StatusCode::C, StatusCode::D,
                                      StatusCode::E, StatusCode::F, StatusCode::X};
  const std::string word = text_at(object, key);
  for (const StatusCode status : kAll) {
    if (word == std::string(1, letter(status))) return status;
  }
  return std::nullopt;
}

std::optional<Value> value_of(const Json& entry) {
  const std::string state = text_at(entry, "value_state");
  const Text reason = both_at(entry, "reason");
  if (state == "range") {
    const auto low = number_at(entry, "low"), high = number_at(entry, "high");
    if (low && high) return Range{*low, *high, reason};
    return NotComputed{reason};
  }
  if (state == "not_applicable") return NotApplicable{reason};
  if (state == "not_computed") return NotComputed{reason};
  if (const auto number = number_at(entry, "value")) return *number;
  return std::nullopt;
}

std::optional<Comparison> comparison_of(const std::string& sign) {
  if (sign == ">=") return Comparison::AtLeast;
  if (sign == "<=") return Comparison::AtMost;
  if (sign == "==") return Comparison::Equal;
  if (sign == "filled") return Comparison::Filled;
  return std::nullopt;
}

std::optional<Basis> basis_of(const std::string& id) {
  static constexpr std::array kAll = {
      Basis::Legal,      Basis::CitedGuideline,  Basis::CitedRuleOfThumb, Basis::SourceProcess,
      Basis::OwnProcess, Basis::PlannerDeclared, Basis::NoneContextOnly};
  for (const Basis basis : kAll) {
    if (id_of(basis) == id) return basis;
  }
  return std::nullopt;
}

std::optional<DigestCriterion> criterion_of(const Json& entry) {
  const std::optional<StatusCode> status = status_at(entry, "status");
  DigestCriterion out;
  out.id = text_at(entry, "id");
  if (out.id.empty() || !status) return std::nullopt;
  out.theme = text_at(entry, "theme");
  out.title = both_at(entry, "title");
  out.status = *status;
  out.underlying = status_at(entry, "underlying").value_or(*status);
  out.status_words = both_at(entry, "status_words");
  out.measure = text_at(entry, "measure");
  out.version = whole_at(entry, "version");
  out.value = value_of(entry);
  out.unit = both_at(entry, at_key(entry, "unit_text").is_null() ? "unit" : "unit_text");
  out.threshold = number_at(entry, "threshold");
  const Json& detail = at_key(entry, "threshold_detail");
  out.comparison = comparison_of(text_at(detail, "comparison"));
  out.basis = basis_of(text_at(detail, "basis"));
  const Json& declared = at_key(detail, "declared");
  if (declared.is_object()) {
    out.declared = text_at(declared, "reason");
    const std::string by = text_at(declared, "declared_by");
    if (!by.empty()) out.declared += (out.declared.empty() ? "" : " – ") + by;
    out.declared_date = text_at(declared, "date");
  }
  for (const Json& parameter : list_at(entry, "parameters")) {
    const auto value = number_at(parameter, "value");
    if (value) out.parameters[text_at(parameter, "id")] = *value;
  }
  for (const char* kind : {"answer", "explanation", "not_applicable", "undetermined"}) {
    std::map<std::string, std::string> said;
    take_said(at_key(entry, kind), said);
    if (!said.empty()) out.said[kind] = std::move(said);
  }
  std::map<std::string, std::string> none;
  take_said(at_key(detail, "no_threshold_reason"), none);
  if (!none.empty()) out.said["no_threshold_reason"] = std::move(none);
  return out;
}

Error no_report(const std::string& name) {
  return {Code::BadInput,
          {"dit is geen rapport van Trefpunt; geef een report.json, de map van een rapport, een "
           "project of een plattegrond op",
           "this is no report of Trefpunt; name a report.json, the folder of a report, a project "
           "or a plan"},
          name};
}

}  // namespace

const DigestCriterion* ReportDigest::find(const std::string& id) const {
  const auto found = std::find_if(criteria.begin(), criteria.end(),
                                  [&](const DigestCriterion& one) { return one.id == id; });
  return found == criteria.end() ? nullptr : &*found;
}

Result<ReportDigest> read_report(const std::string& json, const std::string& name) {
  const Result<Json> parsed = parse_json(json, name);
  if (!parsed) return parsed.error();
  const Json& root = *parsed;
  const Json& program = at_key(root, "program");
  const bool is_other_program = !program.is_null() && text_at(program, "name") != "trefpunt";
  if (is_other_program || !at_key(root, "criteria").is_array() ||
      !at_key(root, "status").is_string() || !root.contains("scope")) {
    return no_report(name);
  }
  if (number_at(root, "schema").value_or(1) > kReportSchema) {
    return Error{Code::Newer,
                 {"dit rapport is gemaakt met een nieuwere versie van Trefpunt; neem die",
                  "this report was made with a newer version of Trefpunt; use that one"},
                 name};
  }
  ReportDigest out;
  out.name = text_at(root, "title");
  out.date = text_at(root, "date");
  out.scope = text_at(root, "scope");
  out.catalogue_version = text_at(root, "catalogue_version");
  out.is_final = text_at(root, "status") == "final";
  for (const Json& theme : list_at(at_key(root, "summary"), "themes")) {
    out.themes.push_back({text_at(theme, "id"), both_at(theme, "title")});
  }
  int row = 0;
  for (const Json& entry : list_at(root, "criteria")) {
    ++row;
    std::optional<DigestCriterion> read = criterion_of(entry);
    if (!read || out.find(read->id)) {
      return Error{Code::BadInput,
                   {"dit criterium heeft geen nummer en status, of staat er twee keer",
                    "this criterion has no id and status, or stands there twice"},
                   fmt::format("{}: criteria {}", name, row)};
    }
    out.criteria.push_back(std::move(*read));
  }
  for (const Json& input : list_at(root, "inputs")) {
    out.inputs.push_back(
        {text_at(input, "role"), text_at(input, "name"), text_at(input, "sha256")});
  }
  for (const Json& finding : list_at(root, "findings")) {
    out.findings.push_back({whole_at(finding, "code"), both_at(finding, "sentence"),
                            text_at(finding, "storey"), text_at(finding, "object")});
  }
  return out;
}

bool is_geographic_json(const std::string& json) {
  const Json parsed = Json::parse(json, nullptr, false);
  return !parsed.is_discarded() && !text_at(parsed, "type").empty();
}

std::vector<Theme> themes_of(const std::vector<const ReportDigest*>& reports) {
  std::vector<Theme> themes;
  const auto add = [&](const Theme& theme) {
    const bool is_known = std::any_of(themes.begin(), themes.end(),
                                      [&](const Theme& known) { return known.id == theme.id; });
    if (!is_known) themes.push_back(theme);
  };
  for (const ReportDigest* report : reports) {
    for (const Theme& theme : report->themes) add(theme);
  }
  for (const ReportDigest* report : reports) {
    for (const DigestCriterion& one : report->criteria) add({one.theme, {one.theme, one.theme}});
  }
  std::stable_partition(themes.begin(), themes.end(),
                        [](const Theme& theme) { return theme.id == "privacy"; });
  return themes;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/report_model.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;

bool is_same_number(double a, double b) {
  return std::abs(a - b) <= 1e-6;
}

bool is_same_value(const std::optional<Value>& a, const std::optional<Value>& b) {
  if (!a || !b) return !a && !b;
  if (a->index() != b->index()) return false;
  if (has_number(*a)) return is_same_number(std::get<double>(*a), std::get<double>(*b));
  if (const Range* range = std::get_if<Range>(&*a)) {
    const Range& other = std::get<Range>(*b);
    return is_same_number(range->low, other.low) && is_same_number(range->high, other.high);
  }
  return true;
}

bool is_same_threshold(const DigestCriterion& a, const DigestCriterion& b) {
  if (a.threshold.has_value() != b.threshold.has_value()) return false;
  if (a.threshold && !is_same_number(*a.threshold, *b.threshold)) return false;
  return a.comparison == b.comparison && a.basis == b.basis && a.declared == b.declared &&
         a.declared_date == b.declared_date;
}

bool is_same_measuring(const DigestCriterion& a, const DigestCriterion& b) {
  if (a.measure != b.measure || a.version != b.version) return false;
  return std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(),
                    b.parameters.end(), [](const auto& one, const auto& other) {
                      return one.first == other.first && is_same_number(one.second, other.second);
                    });
}

std::vector<std::string> differing_said(const DigestCriterion& a, const DigestCriterion& b) {
  std::map<std::string, std::string> before, after;
  const auto flatten = [](const DigestCriterion& from, std::map<std::string, std::string>& into) {
    for (const auto& [kind, fields] : from.said) {
      for (const auto& [field, words] : fields) into[kind + "." + field] = words;
    }
  };
  flatten(a, before);
  flatten(b, after);
  std::vector<std::string> keys;
  for (const auto& [key, words] : before) {
    const auto found = after.find(key);
    if (found == after.end() || found->second != words) keys.push_back(key);
  }
  for (const auto& [key, words] : after) {
    if (!before.contains(key)) keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

CriterionChange change_of(const DigestCriterion* before, const DigestCriterion* after) {
  CriterionChange change{before, after};
  if (!change.is_both()) return change;
  change.status = before->status != after->status || before->underlying != after->underlying;
  change.value = !is_same_value(before->value, after->value);
  change.threshold = !is_same_threshold(*before, *after);
  change.measured_differently = !is_same_measuring(*before, *after);
  change.said = differing_said(*before, *after);
  return change;
}

std::vector<InputChange> input_changes(const ReportDigest& before, const ReportDigest& after) {
  std::vector<const DigestInput*> left;
  for (const DigestInput& one : after.inputs) left.push_back(&one);
  const auto take = [&](const auto& matches) -> const DigestInput* {
    const auto found = std::find_if(left.begin(), left.end(),
                                    [&](const DigestInput* one) { return matches(*one); });
    if (found == left.end()) return nullptr;
    const DigestInput* taken = *found;
    left.erase(found);
    return taken;
  };
  std::vector<const DigestInput*> unmatched;
  for (const DigestInput& old : before.inputs) {
    const auto is_same = [&](const DigestInput& one) {
      return one.role == old.role && one.sha256 == old.sha256 && one.name == old.name;
    };
    if (!take(is_same)) unmatched.push_back(&old);
  }
  std::vector<InputChange> changes;
  for (const DigestInput* old : unmatched) changes.push_back({old, nullptr});
  // A file of the same name replaces the old one, else any other in that role.
  for (const bool by_name : {true, false}) {
    for (InputChange& change : changes) {
      if (change.after) continue;
      change.after = take([&](const DigestInput& one) {
        return one.role == change.before->role && (!by_name || one.name == change.before->name);
      });
    }
  }
  for (const DigestInput* added : left) changes.push_back({nullptr, added});
  return changes;
}

std::vector<const DigestFinding*> missing_in(const std::vector<DigestFinding>& all,
                                             const std::vector<DigestFinding>& from) {
  std::vector<const DigestFinding*> missing;
  for (const DigestFinding& one : from) {
    if (std::find(all.begin(), all.end(), one) == all.end()) missing.push_back(&one);
  }
  return missing;
}

Json compared_text(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

Json head_json(const ReportDigest& report) {
  return {{"title", report.name},
          {"date", report.date},
          {"status", report.is_final ? "final" : "draft"},
          {"scope", report.scope},
          {"catalogue_version", report.catalogue_version}};
}

Json value_json(const std::optional<Value>& value) {
  if (!value) return nullptr;
  Json out = {{"value", nullptr}};
  if (const double* number = std::get_if<double>(&*value)) {
    out = {{"value", *number}, {"value_state", "value"}};
  } else if (const Range* range = std::get_if<Range>(&*value)) {
    out["value_state"] = "range";
    out["low"] = range->low;
    out["high"] = range->high;
  } else {
    out["value_state"] =
        std::holds_alternative<NotApplicable>(*value) ? "not_applicable" : "not_computed";
  }
  return out;
}

Json side_json(const DigestCriterion* side, const std::vector<std::string>& keys) {
  if (!side) return nullptr;
  Json out = {
      {"status", std::string(1, letter(side->status))},
      {"underlying", std::string(1, letter(side->underlying))},
      {"value", value_json(side->value)},
      {"threshold", side->threshold ? Json(*side->threshold) : Json(nullptr)},
      {"basis", side->basis ? Json(id_of(*side->basis)) : Json(nullptr)},
      {"declared", side->declared.empty() ? Json(nullptr) : Json(side->declared)},
      {"declared_date", side->declared_date.empty() ? Json(nullptr) : Json(side->declared_date)},
      {"measure", side->measure.empty() ? Json(nullptr) : Json(side->measure)},
      {"version", side->version},
      {"parameters", side->parameters}};
  Json said = Json::object();
  for (const std::string& key : keys) {
    const std::size_t dot = key.find('.');
    const auto kind = side->said.find(key.substr(0, dot));
    if (kind == side->said.end()) continue;
    const auto field = kind->second.find(key.substr(dot + 1));
    if (field != kind->second.end()) said[key] = field->second;
  }
  out["said"] = std::move(said);
  return out;
}

Json input_json(const DigestInput* input) {
  if (!input) return nullptr;
  return {{"name", input->name}, {"sha256", input->sha256}};
}

Json findings_list(const std::vector<const DigestFinding*>& findings) {
  Json list = Json::array();
  for (const DigestFinding* one : findings) {
    list.push_back({{"code", one->code},
                    {"sentence", compared_text(one->sentence)},
                    {"storey", one->storey},
                    {"object", one->object}});
  }
  return list;
}

}  // namespace

ReportComparison compare_reports(const ReportDigest& before, const ReportDigest& after) {
  ReportComparison out{before, after, {}, input_changes(before, after), {}, {}};
  for (const Theme& theme : themes_of({&after, &before})) {
    ThemeChange section{theme, {}};
    for (const DigestCriterion& now : after.criteria) {
      if (now.theme == theme.id) section.criteria.push_back(change_of(before.find(now.id), &now));
    }
    for (const DigestCriterion& then : before.criteria) {
      if (then.theme == theme.id && !after.find(then.id)) {
        section.criteria.push_back(change_of(&then, nullptr));
      }
    }
    if (!section.criteria.empty()) out.themes.push_back(std::move(section));
  }
  out.came = missing_in(before.findings, after.findings);
  out.went = missing_in(after.findings, before.findings);
  return out;
}

std::string comparison_json(const ReportComparison& comparison) {
  Json criteria = Json::array();
  for (const ThemeChange& theme : comparison.themes) {
    for (const CriterionChange& change : theme.criteria) {
      Json changed = Json::array();
      const auto add = [&](bool is_changed, const char* word) {
        if (is_changed) changed.push_back(word);
      };
      add(!change.before, "came");
      add(!change.after, "went");
      add(change.status, "status");
      add(change.value, "value");
      add(change.threshold, "threshold");
      add(change.measured_differently, "measuring");
      for (const std::string& key : change.said) changed.push_back(key);
      criteria.push_back({{"id", change.one().id},
                          {"theme", theme.theme.id},
                          {"title", compared_text(change.one().title)},
                          {"changed", std::move(changed)},
                          {"before", side_json(change.before, change.said)},
                          {"after", side_json(change.after, change.said)}});
    }
  }
  Json inputs = Json::array();
  for (const InputChange& change : comparison.inputs) {
    inputs.push_back({{"role", (change.after ? change.after : change.before)->role},
                      {"before", input_json(change.before)},
                      {"after", input_json(change.after)}});
  }
  const Json out = {
      {"schema", 1},
      {"kind", "comparison"},
      {"program", {{"name", "trefpunt"}, {"version", TREFPUNT_VERSION}}},
      {"before", head_json(comparison.before)},
      {"after", head_json(comparison.after)},
      {"criteria", std::move(criteria)},
      {"inputs", std::move(inputs)},
      {"findings",
       {{"came", findings_list(comparison.came)}, {"went", findings_list(comparison.went)}}}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt

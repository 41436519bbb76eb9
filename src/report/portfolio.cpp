// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/portfolio.h"

#include <nlohmann/json.hpp>
#include <set>

namespace trefpunt {

namespace {

using Json = nlohmann::json;

std::vector<const ReportDigest*> reports_of(const Portfolio& portfolio) {
  std::vector<const ReportDigest*> reports;
  for (const Location& one : portfolio.locations) {
    if (one.report) reports.push_back(&*one.report);
  }
  return reports;
}

Json both_texts(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

Json location_json(const Location& location) {
  Json out = {{"file", location.file}};
  if (!location.report) {
    out["refused"] = both_texts(location.refused.sentence);
    return out;
  }
  const ReportDigest& report = *location.report;
  Json inputs = Json::array();
  for (const DigestInput& input : report.inputs) {
    inputs.push_back({{"role", input.role}, {"name", input.name}, {"sha256", input.sha256}});
  }
  out.update({{"title", report.name},
              {"date", report.date},
              {"status", report.is_final ? "final" : "draft"},
              {"scope", report.scope},
              {"catalogue_version", report.catalogue_version},
              {"inputs", std::move(inputs)}});
  return out;
}

}  // namespace

std::vector<Text> not_comparable(const Portfolio& portfolio, const std::string& criterion) {
  std::set<std::pair<std::string, int>> measures;
  std::set<std::map<std::string, double>> parameters;
  std::set<std::pair<std::optional<double>, std::optional<Basis>>> thresholds;
  std::set<std::string> units;
  for (const ReportDigest* report : reports_of(portfolio)) {
    const DigestCriterion* one = report->find(criterion);
    if (!one) continue;
    measures.emplace(one->measure, one->version);
    parameters.insert(one->parameters);
    thresholds.emplace(one->threshold, one->basis);
    units.insert(one->unit.nl);
  }
  std::vector<Text> reasons;
  if (measures.size() > 1 || units.size() > 1) {
    reasons.push_back({"niet overal met dezelfde maat of versie gemeten",
                       "not measured with the same measure or version everywhere"});
  }
  if (parameters.size() > 1) {
    reasons.push_back({"de rekenwaarden verschillen", "the parameters differ"});
  }
  if (thresholds.size() > 1) {
    reasons.push_back({"de drempels verschillen", "the thresholds differ"});
  }
  return reasons;
}

std::string portfolio_json(const Portfolio& portfolio) {
  Json locations = Json::array();
  for (const Location& one : portfolio.locations) locations.push_back(location_json(one));
  Json criteria = Json::array();
  std::set<std::string> told;
  const std::vector<const ReportDigest*> reports = reports_of(portfolio);
  for (const Theme& theme : themes_of(reports)) {
    for (const ReportDigest* source : reports) {
      for (const DigestCriterion& criterion : source->criteria) {
        if (criterion.theme != theme.id || !told.insert(criterion.id).second) continue;
        Json status = Json::array();
        for (const Location& location : portfolio.locations) {
          const DigestCriterion* found =
              location.report ? location.report->find(criterion.id) : nullptr;
          status.push_back(found ? Json(std::string(1, letter(found->status))) : Json(nullptr));
        }
        Json reasons = Json::array();
        for (const Text& reason : not_comparable(portfolio, criterion.id)) {
          reasons.push_back(both_texts(reason));
        }
        criteria.push_back({{"id", criterion.id},
                            {"theme", theme.id},
                            {"title", both_texts(criterion.title)},
                            {"status", std::move(status)},
                            {"not_comparable", std::move(reasons)}});
      }
    }
  }
  const Json out = {{"schema", 1},
                    {"kind", "portfolio"},
                    {"program", {{"name", "trefpunt"}, {"version", TREFPUNT_VERSION}}},
                    {"title", portfolio.title},
                    {"locations", std::move(locations)},
                    {"criteria", std::move(criteria)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/encounters_object.h"
#include "report/markup.h"
#include "report/remark_places.h"
#include "report/report_digest.h"
#include "report/report_model.h"
#include "report/report_plugins.h"
#include "report/report_rules.h"
#include "report/wijk_object.h"

namespace trefpunt {

namespace {

using Json = nlohmann::json;  // keys sorted

Json both(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

Json both(const std::vector<Text>& texts) {
  Json list = Json::array();
  for (const Text& text : texts) list.push_back(both(text));
  return list;
}

Json number_or_null(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

// value, value_state, and what goes with it: low and high, or the reason.
void put_value(Json& into, const Value& value) {
  into["value"] = nullptr;
  if (const double* number = std::get_if<double>(&value); number && std::isfinite(*number)) {
    into["value"] = *number;
    into["value_state"] = "value";
  } else if (const Range* range = std::get_if<Range>(&value)) {
    into["value_state"] = "range";
    into["low"] = number_or_null(range->low);
    into["high"] = number_or_null(range->high);
    into["reason"] = both(range->reason);
  } else {
    into["value_state"] =
        std::holds_alternative<NotApplicable>(value) ? "not_applicable" : "not_computed";
    into["reason"] = both(reason_of(value));
  }
}

// What the objects of an outcome are called: those of a plan, of a wijk, or neither.
struct Named {
  const Building* building = nullptr;
  const PlanNames* on_plan = nullptr;
  const WijkNames* in_wijk = nullptr;

  // number, name, and for a plan the storey
  void put(Json& into, const std::string& object) const {
    const PlanName* found = on_plan ? on_plan->find(object) : nullptr;
    into["number"] = found ? found->number : "";
    into["name"] = found ? found->name.nl : in_wijk ? in_wijk->label(object, Lang::Nl) : "";
    if (found && found->storey >= 0) {
      into["storey"] = building->storeys[static_cast<std::size_t>(found->storey)]->name;
    }
  }
};

Json place_json(const PlanPlace& place, const Named& named) {
  Json out = {{"object", place.object}};
  named.put(out, place.object);
  const bool is_known = named.on_plan && place.storey >= 0 &&
                        place.storey < static_cast<int>(named.building->storeys.size());
  out["storey"] =
      is_known ? named.building->storeys[static_cast<std::size_t>(place.storey)]->name : "";
  out.update({{"x", number_or_null(place.at.x)}, {"y", number_or_null(place.at.y)}});
  return out;
}

// Secondary values, rows, places and assumptions of a measure.
void put_outcome(Json& into, const Outcome& outcome, const MeasureInfo& info, const Named& named) {
  Json secondary = Json::array();
  for (const SecondaryInfo& announced : info.secondary) {
    const auto found = outcome.secondary.find(announced.id);
    if (found == outcome.secondary.end()) continue;
    Json entry = {
        {"id", announced.id}, {"name", both(announced.name)}, {"unit", both(announced.unit)}};
    put_value(entry, found->second);
    secondary.push_back(std::move(entry));
  }
  into["secondary"] = std::move(secondary);
  Json rows = Json::array();
  for (const Row& row : outcome.rows) {
    Json entry = {{"object", row.object}};
    named.put(entry, row.object);
    put_value(entry, row.value);
    rows.push_back(std::move(entry));
  }
  into["rows"] = std::move(rows);
  into["row_name"] = both(info.row_name);
  into["row_unit"] = both(info.row_unit);
  Json places = Json::array();
  for (const PlanPlace& place : outcome.places) {
    places.push_back(place_json(place, named));
  }
  into["places"] = std::move(places);
  into["assumptions"] = both(outcome.assumptions);
  into["formula"] = both(info.formula);
}

Json sources_json(const Criterion& criterion) {
  Json list = Json::array();
  for (const Citation& source : criterion.sources) {
    list.push_back({{"document", both(source.document)},
                    {"locator", both(source.locator)},
                    {"url", source.url.empty() ? Json(nullptr) : Json(source.url)},
                    {"read", source.read}});
  }
  return list;
}

const char* name_of_comparison(Comparison comparison) {
  switch (comparison) {
    case Comparison::AtLeast:
      return ">=";
    case Comparison::AtMost:
      return "<=";
    case Comparison::Equal:
      return "==";
    case Comparison::Filled:
      return "filled";
  }
  return "";
}

Json threshold_json(const ReportCriterion& entry) {
  const Threshold& threshold = entry.criterion->threshold;
  Json out = {{"comparison", name_of_comparison(threshold.comparison)},
              {"default", threshold.value ? Json(*threshold.value) : Json(nullptr)},
              {"basis", id_of(threshold.basis)},
              {"basis_read", threshold.basis_read},
              {"suggestion", both(threshold.suggestion)},
              {"note", both(threshold.note)},
              {"declared", nullptr}};
  if (const DeclaredThreshold* declared = entry.declared) {
    out["declared"] = {{"value", declared->value},
                       {"reason", declared->reason},
                       {"declared_by", declared->declared_by},
                       {"date", declared->date},
                       {"after_value_shown", declared->after_value_shown}};
  }
  if (const NoThresholdReason* none = entry.no_threshold) {
    out["no_threshold_reason"] = {
        {"reason", none->reason}, {"decided_by", none->decided_by}, {"date", none->date}};
  }
  return out;
}

Json explanation_json(const Explanation& own) {
  return {{"departs", own.departs},       {"why", own.why},
          {"weighed", own.weighed},       {"instead", own.instead},
          {"duration", own.duration},     {"until", own.until},
          {"decided_by", own.decided_by}, {"date", own.date},
          {"consulted", own.consulted},   {"review_date", own.review_date},
          {"reviewer", own.reviewer},     {"attachments", own.attachments},
          {"obstacle", own.obstacle}};
}

// What people said about the criterion; absent keys: nothing was said.
void put_said(Json& into, const ReportCriterion& entry) {
  if (const Answer* answer = entry.answer) {
    into["answer"] = {
        {"values", answer->values}, {"answered_by", answer->answered_by}, {"date", answer->date}};
  }
  if (entry.explanation) into["explanation"] = explanation_json(*entry.explanation);
  if (const NotApplicableAnswer* none = entry.not_applicable) {
    into["not_applicable"] = {
        {"reason", none->reason}, {"decided_by", none->decided_by}, {"date", none->date}};
  }
  if (const Undetermined* open = entry.undetermined) {
    into["undetermined"] = {
        {"missing", open->missing}, {"supplier", open->supplier}, {"by", open->by}};
  }
}

Json criterion_json(const ReportCriterion& entry, const std::string& theme, const Named& plan,
                    const Named& wijk) {
  const Criterion& criterion = *entry.criterion;
  const Verdict& verdict = *entry.verdict;
  Json out = {
      {"id", criterion.id},
      {"theme", theme},
      {"kind", criterion.kind},
      {"title", both(criterion.title)},
      {"text", both(criterion.text)},
      {"status", std::string(1, letter(verdict.status))},
      {"underlying", std::string(1, letter(verdict.underlying))},
      {"status_words", both(status_words(verdict.status, verdict.underlying, criterion))},
      {"reason_of_status", both(verdict.reason)},
      {"missing", both(verdict.missing)},
      {"hints", both(verdict.hints)},
      {"needs_threshold_reason", verdict.needs_threshold_reason},
      {"unit", criterion.unit.nl},
      {"unit_text", both(criterion.unit)},
      {"threshold", verdict.threshold ? Json(*verdict.threshold) : Json(nullptr)},
      {"threshold_detail", threshold_json(entry)},
      {"measure", criterion.measure.empty() ? Json(nullptr) : Json(criterion.measure)},
      {"version", entry.info ? Json(entry.info->version) : Json(nullptr)},
      {"sources", sources_json(criterion)},
      {"evidence", criterion.evidence},
      {"evidence_note", both(criterion.evidence_note)},
      {"pair_with", criterion.pair_with},
      {"rvs_approach", criterion.rvs_approach},
      {"wac_elements", criterion.wac_elements},
      {"value", nullptr},
      {"value_state", nullptr},
      {"places", Json::array()},
  };
  if (verdict.value) put_value(out, *verdict.value);
  if (entry.info && entry.info->plugin) out["plugin"] = true;
  Json parameters = Json::array();
  for (const ReportParameter& parameter : entry.parameters) {
    Json own = {
        {"id", parameter.id},
        {"value", parameter.value},
        {"unit", both(parameter.unit)},
        {"assumption", parameter.assumption.empty() ? Json(nullptr) : both(parameter.assumption)},
        {"declared_reason", nullptr}};
    if (parameter.declared) own["declared_reason"] = parameter.declared->reason;
    parameters.push_back(std::move(own));
  }
  out["parameters"] = std::move(parameters);
  if (entry.outcome && entry.info && (entry.is_of_wijk || plan.building)) {
    put_outcome(out, *entry.outcome, *entry.info, entry.is_of_wijk ? wijk : plan);
  }
  put_said(out, entry);
  return out;
}

Json space_json(const Space& space, const SpaceShape* shape) {
  static constexpr const char* kAccess[] = {"unknown", "public", "appointment", "staff"};
  Json out = {{"id", to_string(space.id)},
              {"number", space.number},
              {"name", space.name},
              {"use", id_of(space.use)},
              {"use_is_suggested", space.use_is_suggested},
              {"unit", space.unit ? Json(to_string(space.unit)) : Json(nullptr)},
              {"beds", space.beds ? Json(*space.beds) : Json(nullptr)},
              {"access", kAccess[static_cast<int>(space.access)]},
              {"area_m2", nullptr}};
  if (shape && shape->polygon) out["area_m2"] = number_or_null(shape->area_m2);
  return out;
}

Json plan_json(const Building& building, const BuildingResult* result) {
  Json storeys = Json::array();
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    const Storey& storey = *building.storeys[s];
    const Layout* layout =
        result && s < result->layouts.size() ? result->layouts[s].get() : nullptr;
    Json spaces = Json::array();
    for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
      const SpaceShape* shape = layout && i < layout->shapes.size() ? &layout->shapes[i] : nullptr;
      spaces.push_back(space_json(storey.spaces[i], shape));
    }
    storeys.push_back({{"id", to_string(storey.id)},
                       {"name", storey.name},
                       {"level", storey.level},
                       {"doors", storey.doors.size()},
                       {"seats", storey.seats.size()},
                       {"spaces", std::move(spaces)}});
  }
  Json units = Json::array();
  for (const Unit& unit : building.units) {
    units.push_back(
        {{"id", to_string(unit.id)},
         {"name", unit.name},
         {"kind", unit.kind},
         {"beds", unit.beds ? Json(*unit.beds) : Json(nullptr)},
         {"is_overnight", unit.is_overnight ? Json(*unit.is_overnight) : Json(nullptr)}});
  }
  const Placement& placement = building.placement;
  return {{"name", building.name},
          {"placement",
           {{"crs", placement.crs.empty() ? Json(nullptr) : Json(placement.crs)},
            {"accuracy_m", number_or_null(placement.accuracy)},
            {"metres_per_unit", number_or_null(placement.metres_per_unit)}}},
          {"storeys", std::move(storeys)},
          {"units", std::move(units)}};
}

Json findings_json(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    Json entry = {{"code", finding.code},
                  {"severity", id_of(finding.severity)},
                  {"sentence", both(finding.sentence)},
                  {"storey", finding.storey},
                  {"object", finding.object},
                  {"place", nullptr}};
    if (finding.place) {
      entry["place"] = {{"x", number_or_null(finding.place->x)},
                        {"y", number_or_null(finding.place->y)}};
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json remarks_json(const ReportModel& model) {
  Json list = Json::array();
  for (const RemarkPlace& place : remark_places(model)) {
    const Remark& remark = model.input.project.remarks[list.size()];
    list.push_back({{"id", remark.id},
                    {"number", place.number},
                    {"text", remark.text},
                    {"by", remark.by},
                    {"date", remark.date},
                    {"place", both(place.label)},
                    {"storey", remark.storey},
                    {"space", remark.space},
                    {"x", place.at ? number_or_null(place.at->x) : Json(nullptr)},
                    {"y", place.at ? number_or_null(place.at->y) : Json(nullptr)}});
  }
  return list;
}

Json summary_json(const ReportModel& model) {
  const auto count = [](const std::vector<ReportCriterion>& entries, StatusCode status) {
    return std::count_if(entries.begin(), entries.end(), [&](const ReportCriterion& entry) {
      return entry.verdict->status == status;
    });
  };
  Json counts, themes = Json::array();
  for (const StatusCode status : kStatuses) {
    counts[std::string(1, letter(status))] = model.count(status);
  }
  for (const ReportTheme& theme : model.themes) {
    Json own, ids = Json::array();
    for (const StatusCode status : kStatuses) {
      own[std::string(1, letter(status))] = count(theme.criteria, status);
    }
    for (const ReportCriterion& entry : theme.criteria) ids.push_back(entry.criterion->id);
    themes.push_back({{"id", theme.theme->id},
                      {"title", both(theme.theme->title)},
                      {"criteria", std::move(ids)},
                      {"counts", std::move(own)}});
  }
  return {{"criteria_in_scope", model.in_scope()},
          {"without_threshold", model.input.evaluation.judgement.without_threshold},
          {"counts", std::move(counts)},
          {"themes", std::move(themes)}};
}

// An entry as its file had it; null: it was not there. What is no JSON stays text.
Json entry_json(const std::string& entry) {
  if (entry.empty()) return nullptr;
  // An entry is flat; what someone nested deeper in a project file is left out, not followed.
  const auto is_shallow = [](int depth, Json::parse_event_t, const Json&) { return depth < 8; };
  Json parsed = Json::parse(entry, is_shallow, false);
  return parsed.is_discarded() ? Json(entry) : parsed;
}

Json decisions_json(const std::vector<DecisionChange>& decisions) {
  Json list = Json::array();
  for (const DecisionChange& change : decisions) {
    list.push_back({{"moment", change.moment},
                    {"by", change.by},
                    {"kind", change.kind},
                    {"criterion", change.criterion},
                    {"before", entry_json(change.before)},
                    {"after", entry_json(change.after)}});
  }
  return list;
}

}  // namespace

namespace {

Json own_criteria_json(const Catalogue& catalogue) {
  if (!catalogue.own) return nullptr;
  const OwnCriteria& own = *catalogue.own;
  return {{"file", own.file},         {"name", own.name},   {"sha256", own.sha256},
          {"is_whole", own.is_whole}, {"added", own.added}, {"replaced", own.replaced}};
}

Json rules_json(const Judgement& judgement) {
  Json rules = Json::array();
  for (const Criterion* rule : report_rules()) {
    rules.push_back({{"id", rule->id},
                     {"title", both(rule->title)},
                     {"text", both(rule->text)},
                     {"sources", sources_json(*rule)}});
    if (rule->id != "REP-1") continue;
    const Departures found = departures(judgement);
    rules.back()["departures"] = found.all;
    rules.back()["explained"] = found.explained;
  }
  return rules;
}

}  // namespace

std::string report_json(const ReportInput& input) {
  const ReportModel model = make_model(input);
  const Evaluation& evaluation = input.evaluation;
  const Building* building = model.building();
  const std::optional<PlanNames> names =
      building ? std::optional<PlanNames>(*building) : std::nullopt;
  const std::optional<ToldWijk> told = tell_wijk(model);
  const Named of_plan = {building, names ? &*names : nullptr};
  const Named of_wijk = {nullptr, nullptr, told ? &told->names : nullptr};
  Json out = {{"schema", kReportSchema},
              {"program", {{"name", "trefpunt"}, {"version", TREFPUNT_VERSION}}},
              {"catalogue_version", input.catalogue.version},
              {"own_criteria", own_criteria_json(input.catalogue)},
              {"rules", rules_json(evaluation.judgement)},
              {"title", input.project.name},
              {"date", input.date},
              {"status", evaluation.judgement.is_final ? "final" : "draft"},
              {"scope", evaluation.scope.name},
              {"summary", summary_json(model)},
              {"blockers", both(evaluation.judgement.blockers)},
              {"hints", both(evaluation.judgement.hints)},
              {"decisions", decisions_json(input.project.decisions)},
              {"findings", findings_json(evaluation.findings)}};

  Json criteria = Json::array();
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      criteria.push_back(criterion_json(entry, theme.theme->id, of_plan, of_wijk));
    }
  }
  out["criteria"] = std::move(criteria);

  Json left_out = Json::array();
  for (const LeftOut& one : evaluation.scope.left_out) {
    left_out.push_back({{"criterion", one.criterion}, {"reason", one.reason}});
  }
  out["left_out"] = std::move(left_out);

  Json measures = Json::array();
  for (const MeasureInfo* info : model.other_measures) {
    const Outcome& outcome = *model.outcome(info->id);
    Json entry = {{"id", info->id},
                  {"version", info->version},
                  {"name", both(info->name)},
                  {"unit", both(info->unit)}};
    if (info->plugin) entry["plugin"] = true;
    put_value(entry, outcome.headline);
    put_outcome(entry, outcome, *info, model.is_of_wijk(*info) ? of_wijk : of_plan);
    measures.push_back(std::move(entry));
  }
  out["other_measures"] = std::move(measures);

  if (model.result() && model.result()->encounter) {
    const EncounterResult& encounter = *model.result()->encounter;
    out["encounters"] = encounter.refused ? Json{{"refused", both(encounter.refused->sentence)}}
                                          : encounters_object(input.project, encounter);
  }
  if (told) out["wijk"] = wijk_object(*told);
  for (const MeasureInfo* info : plugins_of(model)) {
    out["plugins"].push_back(plugin_json(*info, input.project.ambition));
  }

  Json inputs = Json::array();
  for (const Source& source : input.project.sources) {
    inputs.push_back({{"name", source.name},
                      {"role", source.role},
                      {"sha256", source.sha256},
                      {"crs", source.crs},
                      {"date", source.date}});
    if (!source.attribution.empty()) inputs.back()["attribution"] = source.attribution;
  }
  out["inputs"] = std::move(inputs);

  Json plans = Json::array();
  for (std::size_t b = 0; b < input.project.buildings.size(); ++b) {
    plans.push_back(plan_json(input.project.buildings[b], b < evaluation.buildings.size()
                                                              ? &evaluation.buildings[b]
                                                              : nullptr));
  }
  out["plans"] = std::move(plans);

  const Ambition& ambition = input.project.ambition;
  out["declarations"] = {
      {"work", ambition.work.empty() ? Json(nullptr) : Json(ambition.work)},
      {"accessibility_sector",
       ambition.accessibility_sector ? Json(*ambition.accessibility_sector) : Json(nullptr)}};

  Json consultations = Json::array();
  for (const Consultation& one : input.project.answers.consultations) {
    consultations.push_back({{"body", one.body},
                             {"date", one.date},
                             {"advice", one.advice},
                             {"text", one.text},
                             {"done", one.done}});
  }
  out["consultations"] = std::move(consultations);
  const ReportCover& cover = input.project.answers.cover;
  out["cover"] = {{"client", cover.client},
                  {"responsible_body", cover.responsible_body},
                  {"plan_version", cover.plan_version}};
  if (!input.project.remarks.empty()) out["remarks"] = remarks_json(model);
  // Broken UTF-8 from a drawing must not stop a report.
  return with_marks_escaped(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_model.h"

#include <algorithm>

#include "criteria/counted.h"
#include "report/report_plugins.h"

namespace trefpunt {

namespace {

template <typename T>
const T* of_criterion(const std::vector<T>& entries, const std::string& id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const T& e) { return e.criterion == id; });
  return found == entries.end() ? nullptr : &*found;
}

// The catalogue's value, a declared one in its place; what only the measure states comes last.
std::vector<ReportParameter> parameters_of(const Criterion& criterion, const MeasureInfo* info,
                                           const Ambition& ambition) {
  std::vector<ReportParameter> parameters;
  for (const CriterionParameter& own : criterion.parameters) {
    parameters.push_back({own.id, own.value, {own.unit, own.unit}, own.assumption});
  }
  if (info) {
    const auto own = info->plugin ? parameters_of(*info, ambition) : std::vector<ReportParameter>();
    for (const ParameterInfo& theirs : info->parameters) {
      const auto found = std::find_if(parameters.begin(), parameters.end(),
                                      [&](const ReportParameter& p) { return p.id == theirs.id; });
      if (found != parameters.end()) {
        found->unit = theirs.unit;
      } else {
        parameters.push_back({theirs.id, theirs.value, theirs.unit, theirs.why});
        for (const ReportParameter& set : own) {
          if (set.id == theirs.id) parameters.back() = set;
        }
      }
    }
  }
  for (const DeclaredParameter& declared : ambition.parameters) {
    for (ReportParameter& parameter : parameters) {
      if (declared.criterion != criterion.id || declared.parameter != parameter.id) continue;
      parameter.value = declared.value;
      parameter.declared = &declared;
    }
  }
  return parameters;
}

const MeasureInfo* wijk_info(const std::string& id) {
  for (const WijkMeasure* measure : wijk_measures()) {
    if (measure->info().id == id) return &measure->info();
  }
  return nullptr;
}

ReportCriterion entry_of(const ReportInput& input, const ReportModel& model,
                         const Criterion& criterion, const Verdict& verdict) {
  const Answers& answers = input.project.answers;
  ReportCriterion entry;
  entry.criterion = &criterion;
  entry.verdict = &verdict;
  if (!criterion.measure.empty()) {
    entry.info = info_of(criterion.measure);
    entry.is_of_wijk = wijk_info(criterion.measure) != nullptr;
    entry.outcome = model.outcome(criterion.measure);
  }
  entry.declared = of_criterion(input.project.ambition.thresholds, criterion.id);
  entry.explanation = of_criterion(answers.explanations, criterion.id);
  entry.answer = of_criterion(answers.answers, criterion.id);
  entry.not_applicable = of_criterion(answers.not_applicable, criterion.id);
  entry.undetermined = of_criterion(answers.undetermined, criterion.id);
  for (const NoThresholdReason& reason : answers.no_threshold) {
    const auto& ids = reason.criteria;
    if (std::find(ids.begin(), ids.end(), criterion.id) != ids.end()) entry.no_threshold = &reason;
  }
  entry.parameters = parameters_of(criterion, entry.info, input.project.ambition);
  return entry;
}

}  // namespace

bool ReportCriterion::is_departure() const {
  const StatusCode code = verdict->status == StatusCode::X ? verdict->underlying : verdict->status;
  return code == StatusCode::B || code == StatusCode::C;
}

const Building* ReportModel::building() const {
  return input.project.buildings.empty() ? nullptr : &input.project.buildings.front();
}

const BuildingResult* ReportModel::result() const {
  return input.evaluation.buildings.empty() ? nullptr : &input.evaluation.buildings.front();
}

const Outcome* ReportModel::outcome(const std::string& measure) const {
  const auto in = [&](const auto& outcomes) -> const Outcome* {
    const auto found = outcomes.find(measure);
    return found == outcomes.end() ? nullptr : found->second.get();
  };
  const Outcome* of_plan = result() ? in(result()->outcomes) : nullptr;
  const WijkResult* wijk = input.evaluation.wijk.get();
  return of_plan || !wijk ? of_plan : in(wijk->outcomes);
}

bool ReportModel::is_of_wijk(const MeasureInfo& info) {
  return wijk_info(info.id) == &info;
}

int ReportModel::count(StatusCode status) const {
  const auto& verdicts = input.evaluation.judgement.verdicts;
  return static_cast<int>(std::count_if(verdicts.begin(), verdicts.end(),
                                        [&](const Verdict& v) { return v.status == status; }));
}

const ReportCriterion* ReportModel::find(const std::string& id) const {
  for (const ReportTheme& theme : themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (entry.criterion->id == id) return &entry;
    }
  }
  return nullptr;
}

ReportModel make_model(const ReportInput& input) {
  ReportModel model{input, {}, {}};
  std::vector<const Theme*> order;
  for (const Theme& theme : input.catalogue.themes) order.push_back(&theme);
  // Whatever a catalogue says: privacy stands first.
  std::stable_partition(order.begin(), order.end(),
                        [](const Theme* theme) { return theme->id == "privacy"; });
  for (const Theme* theme : order) {
    ReportTheme section{theme, {}};
    for (const Verdict& verdict : input.evaluation.judgement.verdicts) {
      const Criterion* criterion = input.catalogue.find(verdict.criterion);
      if (!criterion || criterion->theme != theme->id) continue;
      section.criteria.push_back(entry_of(input, model, *criterion, verdict));
    }
    if (!section.criteria.empty()) model.themes.push_back(std::move(section));
  }
  const auto add_unused = [&](const MeasureInfo& info) {
    if (!model.outcome(info.id)) return;
    const auto& verdicts = input.evaluation.judgement.verdicts;
    const bool is_used = std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& v) {
      const Criterion* criterion = input.catalogue.find(v.criterion);
      return criterion && criterion->measure == info.id;
    });
    if (!is_used) model.other_measures.push_back(&info);
  };
  for (const Measure* measure : all_measures()) add_unused(measure->info());
  for (const WijkMeasure* measure : wijk_measures()) add_unused(measure->info());
  return model;
}

Text status_title(StatusCode status) {
  switch (status) {
    case StatusCode::A:
      return {"Voldoet of aanwezig", "Met or present"};
    case StatusCode::B:
      return {"Voldoet deels", "Partly met"};
    case StatusCode::C:
      return {"Wijkt af, met uitleg", "Departs, explained"};
    case StatusCode::D:
      return {"Niet van toepassing", "Not applicable"};
    case StatusCode::E:
      return {"Niet te bepalen", "Cannot be determined"};
    case StatusCode::F:
      return {"Beschrijvend, geen drempel vastgesteld", "Descriptive, no threshold set"};
    case StatusCode::X:
      return {"Uitleg of antwoord ontbreekt", "Explanation or answer missing"};
  }
  return {};
}

std::string threshold_words(Comparison comparison, const Text& unit, double value, Lang lang) {
  const std::string number = quantity(value, unit, 3, lang);
  if (is_yes_no(unit)) return number;
  switch (comparison) {
    case Comparison::AtLeast:
      return (lang == Lang::Nl ? "ten minste " : "at least ") + number;
    case Comparison::AtMost:
      return (lang == Lang::Nl ? "hoogstens " : "at most ") + number;
    case Comparison::Equal:
      return number;
    case Comparison::Filled:
      break;
  }
  return lang == Lang::Nl ? "een volledig antwoord" : "a complete answer";
}

std::string threshold_words(const ReportCriterion& entry, double value, Lang lang) {
  return threshold_words(entry.criterion->threshold.comparison, entry.criterion->unit, value, lang);
}

std::string threshold_words(const ReportCriterion& entry, Lang lang) {
  if (!entry.verdict->threshold) return "";
  return threshold_words(entry, *entry.verdict->threshold, lang);
}

Text name_of(Basis basis) {
  switch (basis) {
    case Basis::Legal:
      return {"wettelijk", "legal"};
    case Basis::CitedGuideline:
      return {"richtlijn", "guideline"};
    case Basis::CitedRuleOfThumb:
      return {"vuistregel", "rule of thumb"};
    case Basis::SourceProcess:
      return {"de bron vraagt om een antwoord", "the source asks for an answer"};
    case Basis::OwnProcess:
      return {"eigen werkwijze van dit programma", "own way of working of this program"};
    case Basis::PlannerDeclared:
      return {"eigen drempel van de planner; er is geen norm",
              "the planner’s own threshold; there is no norm"};
    case Basis::NoneContextOnly:
      return {"alleen achtergrond", "background only"};
  }
  return {};
}

}  // namespace trefpunt

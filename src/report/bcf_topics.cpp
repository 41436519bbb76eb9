// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "report/bcf.h"
#include "report/bcf_guid.h"
#include "report/bcf_view.h"
#include "report/bcf_words.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostTopics = 1000;  // more is no list that people work off

using BcfThings = std::map<std::string, BcfThing>;

// What tells this plan from another whose topics lie in the same tool: the ground floor's GlobalId,
// which stays when storeys come or go, else the name.
std::string identity_of(const Project& project) {
  const Building& building = project.buildings.front();
  const Storey* ground = nullptr;
  for (const auto& storey : building.storeys) {
    if (!is_global_id(storey->source_key)) continue;
    if (!ground || std::abs(storey->level) < std::abs(ground->level)) ground = storey.get();
  }
  if (ground) return ground->source_key;
  return project.name.empty() ? building.name : project.name;
}

bool is_web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

BcfTopic topic_of(const ReportModel& model, const BcfThings& things, const std::string& plan,
                  const ReportCriterion& entry, const Theme& theme, Lang lang) {
  BcfTopic topic;
  topic.guid = guid_of(plan + "|criterion|" + entry.criterion->id);
  topic.type = bcf_departure().in(lang);
  const bool is_explained = entry.verdict->status != StatusCode::X;
  topic.status = (is_explained ? bcf_explained() : bcf_open()).in(lang);
  topic.title = bcf_title(entry, lang);
  topic.label = theme.title.in(lang);
  topic.description = bcf_description(model, entry, lang);
  for (const Citation& source : entry.criterion->sources) {
    if (!is_web_address(source.url)) continue;
    const std::string& locator = source.locator.in(lang);
    topic.documents.push_back({guid_of(topic.guid + "|document|" + source.url), source.url,
                               source.document.in(lang) + (locator.empty() ? "" : ", " + locator)});
  }
  if (entry.outcome && entry.info && !entry.is_of_wijk && model.result()) {
    topic.views = bcf_views(model, things, topic.guid, {entry.outcome, entry.info}, lang);
  }
  return topic;
}

// In the wijk a finding has no place in the building's model.
bool is_for_the_model(const Finding& finding) {
  const bool is_of_wijk = finding.code / 100 == 4 && finding.storey.empty();
  return !is_of_wijk && (finding.place || !finding.object.empty());
}

// The thing or place that a finding is about: on its storey, else nowhere on the plan.
std::optional<PlanPlace> place_of_finding(const Building& building, const BcfThings& things,
                                          const Finding& finding) {
  const auto thing = things.find(finding.object);
  if (thing != things.end()) {
    if (!finding.place && thing->second.box.empty()) return std::nullopt;
    return PlanPlace{thing->second.storey, finding.object,
                     finding.place.value_or(thing->second.at)};
  }
  if (!finding.place) return std::nullopt;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    if (building.storeys[s]->name == finding.storey) {
      return PlanPlace{static_cast<int>(s), "", *finding.place};
    }
  }
  return std::nullopt;
}

// A finding about a storey as a whole names it by an id that says nothing outside the program.
bool is_about_a_storey(const Finding& finding) {
  return static_cast<bool>(id_from<StoreyId>(finding.object));
}

std::string words_of_thing(const Building& building, const BcfThings& things,
                           const Finding& finding, Lang lang) {
  if (is_about_a_storey(finding)) return "";
  return things.contains(finding.object) ? PlanNames(building).label(finding.object, lang)
                                         : where_in(finding.object, lang);
}

// Places are told apart to a decimetre.
std::string identity_of(const BcfThings& things, const Finding& finding) {
  const auto thing = things.find(finding.object);
  if (thing != things.end() && !thing->second.key.empty()) return thing->second.key;
  if (is_about_a_storey(finding)) return "storey";
  if (!finding.object.empty()) return finding.object;
  return fmt::format("{:.1f} {:.1f}", finding.place->x + 0.0, finding.place->y + 0.0);
}

std::string identity_of_storey(const Building& building, const std::string& name) {
  for (const auto& storey : building.storeys) {
    if (storey->name == name && is_global_id(storey->source_key)) return storey->source_key;
  }
  return name;
}

BcfTopic topic_of(const ReportModel& model, const BcfThings& things, const std::string& identity,
                  const Finding& finding, Lang lang) {
  const Building& building = *model.building();
  BcfTopic topic;
  topic.guid = guid_of(identity);
  topic.type = bcf_finding().in(lang);
  topic.status = bcf_open().in(lang);
  topic.title = bcf_title(finding, lang);
  topic.label = bcf_plan_label().in(lang);
  topic.description =
      bcf_description(finding, words_of_thing(building, things, finding, lang), lang);
  const auto place = place_of_finding(building, things, finding);
  if (!place || !model.result()) return topic;
  const Outcome marked{NotComputed{}, {}, {}, {*place}, {}};
  MeasureInfo info;
  info.name = {topic.title, topic.title};
  topic.views = bcf_views(model, things, topic.guid, {&marked, &info}, lang);
  return topic;
}

std::vector<std::string> models_of(const Project& project) {
  std::vector<std::string> names;
  for (const Source& source : project.sources) {
    const std::string folded = fold(source.name);
    const bool is_model = folded.ends_with(".ifc") || folded.ends_with(".ifczip");
    if (source.role == "plan" && is_model) names.push_back(source.name);
  }
  return names;
}

}  // namespace

Result<BcfProject> bcf_project(const ReportInput& input, Lang lang, Job& job) {
  const ReportModel model = make_model(input);
  if (!model.building() || !model.result()) {
    return Error{Code::NotFound,
                 {"Er is geen BCF gemaakt: dit project heeft geen plattegrond.",
                  "No BCF was made: this project has no floor plan."},
                 {}};
  }
  const Error stopped{Code::Cancelled, {"gestopt", "stopped"}, {}};
  const std::string plan = identity_of(input.project);
  const BcfThings things = bcf_things(*model.building(), *model.result());
  BcfProject project;
  project.guid = guid_of(plan);
  project.name = squeeze(input.project.name);
  project.date = input.date;
  project.models = models_of(input.project);
  project.types = {bcf_departure().in(lang), bcf_finding().in(lang)};
  project.statuses = {bcf_open().in(lang), bcf_explained().in(lang), bcf_closed().in(lang)};
  for (const ReportTheme& theme : model.themes) {
    project.labels.push_back(theme.theme->title.in(lang));
    for (const ReportCriterion& entry : theme.criteria) {
      if (!entry.is_departure()) continue;
      if (job.stopped()) return stopped;
      project.topics.push_back(topic_of(model, things, plan, entry, *theme.theme, lang));
    }
  }
  project.labels.push_back(bcf_plan_label().in(lang));
  std::set<std::string> known;
  for (const Finding& finding : input.evaluation.findings) {
    if (!is_for_the_model(finding)) continue;
    if (project.topics.size() >= kMostTopics) {
      ++project.left_out;
      continue;
    }
    if (job.stopped()) return stopped;
    const std::string base = fmt::format("{}|finding|{}|{}|{}", plan, finding.code,
                                         identity_of_storey(*model.building(), finding.storey),
                                         identity_of(things, finding));
    std::string identity = base;
    for (int n = 2; !known.insert(identity).second; ++n) identity = fmt::format("{}|{}", base, n);
    project.topics.push_back(topic_of(model, things, identity, finding, lang));
  }
  return project;
}

}  // namespace trefpunt

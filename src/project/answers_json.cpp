// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json.h"
#include "project/object_reader.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kAnswersSchema = 1;

Answer read_answer(ObjectReader& entry) {
  Answer answer;
  answer.criterion = entry.text("criterion");
  ObjectReader values = entry.object("values");
  for (const std::string& key : values.keys()) answer.values[key] = values.scalar(key.c_str());
  answer.answered_by = entry.text_or_empty("answered_by");
  answer.date = entry.text_or_empty("date");
  entry.end();
  return answer;
}

NotApplicableAnswer read_not_applicable(ObjectReader& entry) {
  NotApplicableAnswer answer;
  answer.criterion = entry.text("criterion");
  answer.reason = entry.text_or_empty("reason");
  answer.decided_by = entry.text_or_empty("decided_by");
  answer.date = entry.text_or_empty("date");
  entry.end();
  return answer;
}

// The text fields of an explanation, so that reading and writing cannot differ.
constexpr std::pair<const char*, std::string Explanation::*> kExplanationFields[] = {
    {"departs", &Explanation::departs},       {"why", &Explanation::why},
    {"weighed", &Explanation::weighed},       {"instead", &Explanation::instead},
    {"duration", &Explanation::duration},     {"until", &Explanation::until},
    {"decided_by", &Explanation::decided_by}, {"date", &Explanation::date},
    {"consulted", &Explanation::consulted},   {"review_date", &Explanation::review_date},
    {"reviewer", &Explanation::reviewer},     {"obstacle", &Explanation::obstacle},
};

Explanation read_explanation(ObjectReader& entry) {
  Explanation explanation;
  explanation.criterion = entry.text("criterion");
  for (const auto& [key, field] : kExplanationFields) {
    explanation.*field = entry.text_or_empty(key);
  }
  explanation.attachments = entry.texts("attachments");
  entry.end();
  return explanation;
}

constexpr std::pair<const char*, std::string ReportCover::*> kCoverFields[] = {
    {"client", &ReportCover::client},
    {"responsible_body", &ReportCover::responsible_body},
    {"plan_version", &ReportCover::plan_version},
};

NoThresholdReason read_no_threshold(ObjectReader& entry) {
  NoThresholdReason reason;
  reason.criteria = entry.texts("criteria");
  reason.reason = entry.text_or_empty("reason");
  reason.decided_by = entry.text_or_empty("decided_by");
  reason.date = entry.text_or_empty("date");
  entry.end();
  return reason;
}

Undetermined read_undetermined(ObjectReader& entry) {
  Undetermined undetermined;
  undetermined.criterion = entry.text("criterion");
  undetermined.missing = entry.text_or_empty("missing");
  undetermined.supplier = entry.text_or_empty("supplier");
  undetermined.by = entry.text_or_empty("by");
  entry.end();
  return undetermined;
}

Consultation read_consultation(ObjectReader& entry) {
  Consultation consultation;
  consultation.body = entry.text("body");
  consultation.date = entry.text_or_empty("date");
  consultation.advice = entry.text_or_empty("advice");
  consultation.text = entry.text_or_empty("text");
  consultation.done = entry.text_or_empty("done");
  entry.end();
  return consultation;
}

}  // namespace

Result<Answers> answers_from_json(const std::string& text, const std::string& name) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, name);
  if (!parsed) return parsed.error();
  std::optional<Error> fault;
  ObjectReader root(*parsed, name, fault);
  root.schema(kAnswersSchema);
  Answers answers;
  answers.project = root.text_or_empty("project");
  for (ObjectReader& entry : root.objects("answers")) {
    answers.answers.push_back(read_answer(entry));
  }
  for (ObjectReader& entry : root.objects("not_applicable")) {
    answers.not_applicable.push_back(read_not_applicable(entry));
  }
  for (ObjectReader& entry : root.objects("explanations")) {
    answers.explanations.push_back(read_explanation(entry));
  }
  for (ObjectReader& entry : root.objects("no_threshold")) {
    answers.no_threshold.push_back(read_no_threshold(entry));
  }
  for (ObjectReader& entry : root.objects("undetermined")) {
    answers.undetermined.push_back(read_undetermined(entry));
  }
  for (ObjectReader& entry : root.objects("consultations")) {
    answers.consultations.push_back(read_consultation(entry));
  }
  if (std::optional<ObjectReader> cover = root.object_or_none("cover")) {
    for (const auto& [key, field] : kCoverFields) answers.cover.*field = cover->text_or_empty(key);
    cover->end();
  }
  root.end();
  if (fault) return *fault;
  return answers;
}

std::string to_json(const Answers& answers) {
  Json root = {{"schema", kAnswersSchema}, {"project", answers.project}};
  root["answers"] = Json::array();
  for (const Answer& answer : answers.answers) {
    root["answers"].push_back({{"criterion", answer.criterion},
                               {"values", Json(answer.values)},
                               {"answered_by", answer.answered_by},
                               {"date", answer.date}});
  }
  root["not_applicable"] = Json::array();
  for (const NotApplicableAnswer& answer : answers.not_applicable) {
    root["not_applicable"].push_back({{"criterion", answer.criterion},
                                      {"reason", answer.reason},
                                      {"decided_by", answer.decided_by},
                                      {"date", answer.date}});
  }
  root["explanations"] = Json::array();
  for (const Explanation& explanation : answers.explanations) {
    Json entry = {{"criterion", explanation.criterion}};
    for (const auto& [key, field] : kExplanationFields) entry[key] = explanation.*field;
    entry["attachments"] = explanation.attachments;
    root["explanations"].push_back(std::move(entry));
  }
  root["no_threshold"] = Json::array();
  for (const NoThresholdReason& reason : answers.no_threshold) {
    root["no_threshold"].push_back({{"criteria", reason.criteria},
                                    {"reason", reason.reason},
                                    {"decided_by", reason.decided_by},
                                    {"date", reason.date}});
  }
  root["undetermined"] = Json::array();
  for (const Undetermined& undetermined : answers.undetermined) {
    root["undetermined"].push_back({{"criterion", undetermined.criterion},
                                    {"missing", undetermined.missing},
                                    {"supplier", undetermined.supplier},
                                    {"by", undetermined.by}});
  }
  root["consultations"] = Json::array();
  for (const Consultation& consultation : answers.consultations) {
    root["consultations"].push_back({{"body", consultation.body},
                                     {"date", consultation.date},
                                     {"advice", consultation.advice},
                                     {"text", consultation.text},
                                     {"done", consultation.done}});
  }
  root["cover"] = Json::object();
  for (const auto& [key, field] : kCoverFields) {
    if (!(answers.cover.*field).empty()) root["cover"][key] = answers.cover.*field;
  }
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt

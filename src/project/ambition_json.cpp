// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json.h"
#include "project/object_reader.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kAmbitionSchema = 1;

DeclaredThreshold read_threshold(ObjectReader& entry) {
  DeclaredThreshold threshold;
  threshold.criterion = entry.text("criterion");
  threshold.value = entry.number("value");
  threshold.reason = entry.text("reason");
  threshold.declared_by = entry.text_or_empty("declared_by");
  threshold.date = entry.text_or_empty("date");
  threshold.after_value_shown = entry.yes_no_or_none("after_value_shown").value_or(false);
  entry.end();
  return threshold;
}

DeclaredParameter read_parameter(ObjectReader& entry) {
  DeclaredParameter parameter;
  parameter.criterion = entry.text("criterion");
  parameter.parameter = entry.text("parameter");
  parameter.value = entry.number("value");
  parameter.reason = entry.text("reason");
  entry.end();
  return parameter;
}

}  // namespace

Result<Ambition> ambition_from_json(const std::string& text, const std::string& name) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, name);
  if (!parsed) return parsed.error();
  std::optional<Error> fault;
  ObjectReader root(*parsed, name, fault);
  root.schema(kAmbitionSchema);
  Ambition ambition;
  if (std::optional<ObjectReader> declared = root.object_or_none("declarations")) {
    ambition.work = declared->text_or_empty("work");
    ambition.accessibility_sector = declared->yes_no_or_none("accessibility_sector");
    declared->end();
  }
  for (ObjectReader& entry : root.objects("thresholds")) {
    ambition.thresholds.push_back(read_threshold(entry));
  }
  for (ObjectReader& entry : root.objects("parameters")) {
    ambition.parameters.push_back(read_parameter(entry));
  }
  root.end();
  if (fault) return *fault;
  return ambition;
}

std::string to_json(const Ambition& ambition) {
  Json declarations = Json::object();
  if (!ambition.work.empty()) declarations["work"] = ambition.work;
  if (ambition.accessibility_sector) {
    declarations["accessibility_sector"] = *ambition.accessibility_sector;
  }
  Json thresholds = Json::array();
  for (const DeclaredThreshold& threshold : ambition.thresholds) {
    thresholds.push_back({{"criterion", threshold.criterion},
                          {"value", threshold.value},
                          {"reason", threshold.reason},
                          {"declared_by", threshold.declared_by},
                          {"date", threshold.date},
                          {"after_value_shown", threshold.after_value_shown}});
  }
  Json parameters = Json::array();
  for (const DeclaredParameter& parameter : ambition.parameters) {
    parameters.push_back({{"criterion", parameter.criterion},
                          {"parameter", parameter.parameter},
                          {"value", parameter.value},
                          {"reason", parameter.reason}});
  }
  const Json root = {{"schema", kAmbitionSchema},
                     {"declarations", declarations},
                     {"thresholds", thresholds},
                     {"parameters", parameters}};
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trefpunt

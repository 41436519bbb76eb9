// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/decision_words.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "report/report_words.h"

namespace trefpunt {

namespace {

using Entry = nlohmann::ordered_json;
using FlatEntry = std::vector<std::pair<std::string, Entry>>;

Text label_of_key(const std::string& key) {
  static const std::map<std::string, Text> labels = {
      {"criterion", {"criterium", "criterion"}},
      {"criteria", {"criteria", "criteria"}},
      {"parameter", {"rekenwaarde", "parameter"}},
      {"value", {"waarde", "value"}},
      {"reason", {"reden", "reason"}},
      {"declared_by", {"vastgesteld door", "declared by"}},
      {"date", {"datum", "date"}},
      {"after_value_shown", {"vastgesteld na de uitkomst", "declared after the result was shown"}},
      {"answered_by", {"ingevuld door", "answered by"}},
      {"decided_by", {"besloten door", "decided by"}},
      {"departs", {"wat afwijkt", "what departs"}},
      {"why", {"waarom", "why"}},
      {"weighed", {"wat is afgewogen", "what was weighed"}},
      {"instead", {"wat er in plaats daarvan gebeurt", "what is done instead"}},
      {"duration", {"hoe lang", "how long"}},
      {"until", {"tot en met", "until"}},
      {"consulted", {"wie is gehoord", "who was heard"}},
      {"review_date", {"opnieuw bekeken op", "reviewed on"}},
      {"reviewer", {"opnieuw bekeken door", "reviewed by"}},
      {"attachments", {"bijlagen", "attachments"}},
      {"obstacle", {"wat in de weg stond", "what stood in the way"}},
      {"missing", {"wat ontbreekt", "what is missing"}},
      {"supplier", {"wie dat levert", "who supplies it"}},
      {"by", {"uiterlijk", "by"}},
      {"body", {"wie", "who"}},
      {"advice", {"advies", "advice"}},
      {"text", {"wat zij zeiden", "what they said"}},
      {"done", {"wat ermee is gedaan", "what was done"}},
      {"work", {"aard van het werk", "kind of work"}},
      {"accessibility_sector", {"toegankelijkheidssector", "accessibility sector"}},
      {"client", {"opdrachtgever", "client"}},
      {"responsible_body", {"verantwoordelijk bestuur", "responsible board"}},
      {"plan_version", {"versie van het plan", "version of the plan"}},
      {"files", {"bestanden", "files"}},
      {"sha256", {"controlegetal (SHA-256)", "checksum (SHA-256)"}},
  };
  const auto found = labels.find(key);
  return found == labels.end() ? Text{key, key} : found->second;
}

Text label_of(const std::string& key, const Criterion* criterion) {
  if (!key.starts_with("values.")) return label_of_key(key);
  const std::string id = key.substr(7);
  if (criterion) {
    for (const Field& field : criterion->fields) {
      if (field.id == id) return field.label;
    }
  }
  return {id, id};
}

std::string value_words_of(const std::string& key, const Entry& value, Lang lang) {
  if (value.is_null()) return "";
  if (value.is_boolean()) {
    return (value.get<bool>() ? Text{"ja", "yes"} : Text{"nee", "no"}).in(lang);
  }
  if (value.is_number()) return format_short(value.get<double>(), 6, lang);
  if (value.is_array()) {
    std::string listed;
    for (const Entry& one : value) {
      listed += (listed.empty() ? "" : "; ") + value_words_of("", one, lang);
    }
    return listed;
  }
  if (!value.is_string()) return value.dump(-1, ' ', false, Entry::error_handler_t::replace);
  const std::string words = value.get<std::string>();
  if (is_iso_date(words)) return format_date(words, lang);
  if (key == "duration" && !words.empty()) return duration_words(words).in(lang);
  if (key == "obstacle" && !words.empty()) return obstacle_words(words).in(lang);
  if (key == "advice" && !words.empty()) return advice_words(words).in(lang);
  if (key == "work" && !words.empty()) return work_words(words).in(lang);
  return words;
}

// Name and value of each field, answers one level down; empty when it cannot be read.
FlatEntry flat_entry(const std::string& json) {
  FlatEntry flat;
  // What someone nested deeper in a project file is left out, not followed.
  const auto is_shallow = [](int depth, Entry::parse_event_t, const Entry&) { return depth < 8; };
  const Entry entry = Entry::parse(json, is_shallow, false);
  if (!entry.is_object()) return flat;
  for (const auto& [key, value] : entry.items()) {
    if (key != "values" || !value.is_object()) {
      flat.emplace_back(key, value);
      continue;
    }
    for (const auto& [id, answer] : value.items()) flat.emplace_back("values." + id, answer);
  }
  return flat;
}

Entry value_in(const FlatEntry& entry, const std::string& key) {
  const auto found =
      std::find_if(entry.begin(), entry.end(), [&](const auto& one) { return one.first == key; });
  return found == entry.end() ? Entry() : found->second;
}

}  // namespace

std::vector<ChangedField> changed_fields(const DecisionChange& change, const Catalogue& catalogue,
                                         Lang lang) {
  const FlatEntry before = flat_entry(change.before), after = flat_entry(change.after);
  const bool is_broken =
      (before.empty() && !change.before.empty()) || (after.empty() && !change.after.empty());
  if (is_broken) return {{{"gegevens", "entry"}, change.before, change.after}};
  const Criterion* criterion = catalogue.find(change.criterion);
  std::vector<ChangedField> fields;
  const auto add = [&](const std::string& key) {
    if (key == "criterion" || key == "criteria") return;  // stands beside the change already
    const Entry was = value_in(before, key), is = value_in(after, key);
    if (was == is) return;
    ChangedField field{label_of(key, criterion), value_words_of(key, was, lang),
                       value_words_of(key, is, lang)};
    if (!field.before.empty() || !field.after.empty()) fields.push_back(std::move(field));
  };
  for (const auto& [key, value] : after) add(key);
  for (const auto& [key, value] : before) {
    if (value_in(after, key).is_null()) add(key);
  }
  return fields;
}

Text kind_words(const std::string& kind) {
  static const std::map<std::string, Text> words = {
      {"plan", {"bestanden van de plattegrond", "files of the plan"}},
      {"declarations", {"aard van het werk", "kind of work"}},
      {"thresholds", {"eigen drempel", "declared threshold"}},
      {"parameters", {"rekenwaarde", "parameter"}},
      {"answers", {"antwoord", "answer"}},
      {"not_applicable", {"niet van toepassing", "not applicable"}},
      {"explanations", {"uitleg", "explanation"}},
      {"no_threshold", {"waarom er geen drempel is", "why there is no threshold"}},
      {"undetermined", {"wat nog ontbreekt", "what is still missing"}},
      {"consultations", {"wie is gehoord", "who was heard"}},
      {"cover", {"gegevens op de omslag", "facts on the cover"}},
  };
  const auto found = words.find(kind);
  return found == words.end() ? Text{kind, kind} : found->second;
}

std::string moment_words(const std::string& moment, Lang lang) {
  const std::string day = moment.substr(0, 10);
  if (!is_iso_date(day)) return moment;
  const bool has_time = moment.size() >= 16 && moment[10] == 'T';
  return format_date(day, lang) + (has_time ? ", " + moment.substr(11, 5) + " UTC" : "");
}

std::vector<EarlierThreshold> earlier_thresholds(const std::vector<DecisionChange>& decisions,
                                                 const std::string& criterion) {
  std::vector<EarlierThreshold> earlier;
  for (const DecisionChange& change : decisions) {
    if (change.kind != "thresholds" || change.criterion != criterion) continue;
    const FlatEntry before = flat_entry(change.before);
    const Entry was = value_in(before, "value");
    if (!was.is_number() || was == value_in(flat_entry(change.after), "value")) continue;
    const auto said = [&](const char* key) {
      const Entry value = value_in(before, key);
      return value.is_string() ? value.get<std::string>() : std::string();
    };
    earlier.push_back({was.get<double>(), said("declared_by"), said("date"), change.moment});
  }
  return earlier;
}

}  // namespace trefpunt

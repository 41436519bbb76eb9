// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/decisions.h"

#include <algorithm>

#include "project/json.h"

namespace trefpunt {

namespace {

using OrderedJson = nlohmann::ordered_json;

// The lists of ambition.json and answers.json, in their order there.
// Before them the files of the plan itself, which a renewal replaces.
constexpr const char* kChangeKinds[] = {
    "plan",         "declarations", "thresholds",   "parameters",    "answers", "not_applicable",
    "explanations", "no_threshold", "undetermined", "consultations", "cover"};

// One entry of a list, as its file has it.
struct DecisionEntry {
  std::string kind, key, criterion, by, json;
};

std::string text_at(const OrderedJson& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string joined_criteria(const OrderedJson& entry) {
  std::string joined;
  for (const OrderedJson& one : entry.value("criteria", OrderedJson::array())) {
    joined += (joined.empty() ? "" : ", ") + one.get<std::string>();
  }
  return joined;
}

std::string decider_of(const OrderedJson& entry) {
  for (const char* key : {"decided_by", "declared_by", "answered_by"}) {
    if (const std::string by = text_at(entry, key); !by.empty()) return by;
  }
  return "";
}

void add_entry(std::vector<DecisionEntry>& entries, const std::string& kind,
               const OrderedJson& json) {
  DecisionEntry entry{kind, "", text_at(json, "criterion"), decider_of(json), json.dump()};
  if (entry.criterion.empty()) entry.criterion = joined_criteria(json);
  entry.key = entry.criterion + '\n' + text_at(json, "parameter") + '\n' + text_at(json, "body");
  if (kind == "consultations") entry.key += '\n' + text_at(json, "date");
  // What stands there twice is told apart by its turn.
  const auto same = std::count_if(entries.begin(), entries.end(), [&](const DecisionEntry& other) {
    return other.kind == kind && other.key.starts_with(entry.key + '\t');
  });
  entry.key += '\t' + std::to_string(same);
  entries.push_back(std::move(entry));
}

OrderedJson plan_files_of(const Project& project) {
  OrderedJson files = OrderedJson::array(), sums = OrderedJson::array();
  for (const Source& source : project.sources) {
    if (source.role != "plan") continue;
    files.push_back(source.name);
    sums.push_back(source.sha256);
  }
  if (files.empty()) return {};
  return {{"files", files}, {"sha256", sums}};
}

// Every list of both files; what a file says once (declarations, cover) is a list of one.
std::vector<DecisionEntry> entries_of(const Project& project) {
  std::vector<DecisionEntry> entries;
  if (const OrderedJson files = plan_files_of(project); !files.is_null()) {
    add_entry(entries, "plan", files);
  }
  for (const std::string& file : {to_json(project.ambition), to_json(project.answers)}) {
    const OrderedJson root = OrderedJson::parse(file);
    for (const auto& [kind, list] : root.items()) {
      if (list.is_array()) {
        for (const OrderedJson& json : list) add_entry(entries, kind, json);
      } else if (list.is_object() && !list.empty()) {
        add_entry(entries, kind, list);
      }
    }
  }
  return entries;
}

const DecisionEntry* same_entry(const std::vector<DecisionEntry>& entries,
                                const DecisionEntry& entry) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const DecisionEntry& other) {
    return other.kind == entry.kind && other.key == entry.key;
  });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::vector<DecisionChange> decision_changes(const Project& before, const Project& after,
                                             const std::string& by, const std::string& moment) {
  const std::vector<DecisionEntry> was = entries_of(before), is = entries_of(after);
  std::vector<DecisionChange> changes;
  const auto add = [&](const DecisionEntry& entry, std::string old, std::string now) {
    changes.push_back({moment, by.empty() ? entry.by : by, entry.kind, entry.criterion,
                       std::move(old), std::move(now)});
  };
  for (const char* kind : kChangeKinds) {
    for (const DecisionEntry& entry : is) {
      if (entry.kind != kind) continue;
      const DecisionEntry* old = same_entry(was, entry);
      if (!old || old->json != entry.json) add(entry, old ? old->json : "", entry.json);
    }
    for (const DecisionEntry& entry : was) {
      // Who took something away is not stated by what was there.
      if (entry.kind == kind && !same_entry(is, entry)) {
        add({entry.kind, entry.key, entry.criterion, "", ""}, entry.json, "");
      }
    }
  }
  return changes;
}

Project with_history(const Project& before, Project now, const std::string& by,
                     const std::string& moment) {
  std::vector<DecisionChange> changes = decision_changes(before, now, by, moment);
  now.decisions = before.decisions;
  now.decisions.insert(now.decisions.end(), std::make_move_iterator(changes.begin()),
                       std::make_move_iterator(changes.end()));
  return now;
}

}  // namespace trefpunt

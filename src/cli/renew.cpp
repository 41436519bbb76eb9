// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/renew.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "cli/write_project.h"
#include "io/project_file.h"
#include "project/decisions.h"

namespace trefpunt {

namespace {

using RenewalJson = nlohmann::ordered_json;

RenewalJson entries_json(const std::vector<RenewalEntry>& entries, Lang lang) {
  RenewalJson list = RenewalJson::array();
  for (const RenewalEntry& entry : entries) {
    RenewalJson fields = RenewalJson::array();
    for (const RenewedField& field : entry.fields) {
      fields.push_back({{"field", field.field}, {"was", field.was}, {"is", field.is}});
    }
    list.push_back({{"id", entry.id},
                    {"thing", entry.thing.in(lang)},
                    {"storey", entry.storey},
                    {"by_place", entry.is_by_place},
                    {"fields", fields}});
  }
  return list;
}

void print_renewal_json(const Renewal& renewal, Lang lang) {
  RenewalJson depended = RenewalJson::array();
  for (const Text& sentence : renewal.depended) depended.push_back(sentence.in(lang));
  const RenewalJson out = {
      {"unchanged", renewal.is_unchanged()},
      {"came", entries_json(renewal.came, lang)},
      {"went", entries_json(renewal.went, lang)},
      {"changed", entries_json(renewal.changed, lang)},
      {"kept", entries_json(renewal.kept, lang)},
      {"depended", depended},
      {"by_key", renewal.by_key},
      {"by_place", renewal.by_place},
      {"slight", renewal.slight},
      {"shift", renewal.shift ? RenewalJson{renewal.shift->x, renewal.shift->y} : RenewalJson()}};
  fmt::print("{}\n", out.dump(1));
}

void print_list(const Text& title, const std::vector<RenewalEntry>& entries, Lang lang) {
  if (entries.empty()) return;
  fmt::print("\n{} ({}):\n", title.in(lang), entries.size());
  for (const RenewalEntry& entry : entries) {
    fmt::print("  {:<5} {}\n", entry.id, words_of(entry, lang));
  }
}

void print_renewal(const Renewal& renewal, Lang lang) {
  fmt::print("{}\n", summary_of(renewal).in(lang));
  if (!renewal.depended.empty()) {
    fmt::print("\n{} ({}):\n", Text{"Let op", "Mind"}.in(lang), renewal.depended.size());
    for (const Text& sentence : renewal.depended) fmt::print("  {}\n", sentence.in(lang));
  }
  print_list({"Gekomen", "Came"}, renewal.came, lang);
  print_list({"Weg", "Went"}, renewal.went, lang);
  print_list({"Veranderd", "Changed"}, renewal.changed, lang);
  print_list({"Blijft zoals het hier stond", "Stays as it was here"}, renewal.kept, lang);
}

}  // namespace

Result<int> run_renew(const RenewCommand& command) {
  std::vector<std::string> files = files_of(command.files);
  files.push_back(command.project);
  if (Status kept = keep_inputs(files, {command.path}); !kept) return kept.error();
  const Result<Project> project = load_project(command.project);
  if (!project) return project.error();
  Session session(builtin_catalogue());
  Progress progress(Text{"Inlezen", "Reading"}.in(command.lang));
  Result<Renewal> renewal =
      renew_project(*project, {command.files, command.building, command.is_same_building},
                    builtin_catalogue(), session, progress.job());
  if (!renewal) return renewal.error();
  const Project after = with_history(*project, std::move(renewal->project), "", command.files.date);
  const Status written = write_project(after, session, progress.job(), command.path);
  if (!written) return written.error();
  if (command.json) {
    print_renewal_json(*renewal, command.lang);
    return 0;
  }
  print_renewal(*renewal, command.lang);
  fmt::print("\n{}: {}\n", Text{"Project bewaard", "Project saved"}.in(command.lang), command.path);
  return 0;
}

}  // namespace trefpunt

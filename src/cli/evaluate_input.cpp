// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/evaluate_input.h"

#include <filesystem>

#include "criteria/scale.h"
#include "engine/read_input.h"
#include "io/files.h"
#include "report/report_digest.h"

namespace trefpunt {

namespace {

Result<Scope> scope_of(const std::string& name, const Catalogue& catalogue) {
  if (!name.ends_with(".json")) return named_scope(catalogue, name);
  Result<std::string> text = read_file(name);
  if (!text) return text.error();
  return parse_scope(catalogue, *text, file_name(name));
}

}  // namespace

Result<Assessed> evaluate_input(Project project, const std::string& scope_name,
                                const std::string& date, Session& session, Job& job) {
  const std::string name = scope_name.empty() ? usual_scope(project) : scope_name;
  const Scale scale = scale_for(name, project);
  const Catalogue& scaled = session.catalogue(scale);
  Result<Scope> scope = scope_of(name, scaled);
  if (!scope) return scope.error();
  // In a report the simulation takes the place of the formula.
  Result<Evaluation> evaluation =
      session.evaluate(project, {*scope, date, SimulationOptions{}, scale}, job);
  if (!evaluation) return evaluation.error();
  for (const BuildingResult& result : evaluation->buildings) {
    if (result.encounter && result.encounter->refused) return *result.encounter->refused;
  }
  return Assessed{std::move(project), *std::move(evaluation), scaled, date};
}

Result<std::string> report_json_of(const std::string& path, const std::string& date,
                                   const Catalogue& catalogue, Session& session, Job& job) {
  std::error_code absent;
  if (std::filesystem::is_directory(path, absent)) return read_file(path + "/report.json");
  if (path.ends_with(".json")) {
    Result<std::string> text = read_file(path);
    if (!text || !is_geographic_json(*text)) return text;
  }
  InputOptions options;
  options.inputs = {path};
  Result<Input> input = read_input(options, catalogue, session, job);
  if (!input) return input.error();
  Result<Assessed> assessed = evaluate_input(std::move(input->project), "", date, session, job);
  if (!assessed) return assessed.error();
  return report_json(assessed->input());
}

}  // namespace trefpunt

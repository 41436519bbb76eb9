// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/progress.h"
#include "criteria/scale.h"
#include "engine/measure_settings.h"
#include "io/files.h"
#include "io/project_file.h"
#include "report/report.h"

namespace trefpunt {

namespace {

Result<Scope> scope_of(const AssessOptions& options, const Catalogue& catalogue, bool has_plan) {
  if (options.scope.empty()) return named_scope(catalogue, has_plan ? "gebouw" : "rvs-a4");
  if (!options.scope.ends_with(".json")) return named_scope(catalogue, options.scope);
  Result<std::string> text = read_file(options.scope);
  if (!text) return text.error();
  return parse_scope(catalogue, *text, file_name(options.scope));
}

void print_notes(const std::vector<StageNote>& notes) {
  for (const StageNote& note : notes) {
    fmt::print(stderr, "{:<8} {:<44} {}\n", note.was_remade ? "remade" : "kept", note.stage,
               note.because);
  }
}

}  // namespace

Result<int> run_assess(const AssessOptions& options) {
  Result<Catalogue> catalogue = load_catalogue(options.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);

  const Text what{"Rekenen", "Working"};
  auto progress = std::make_unique<Progress>(what.in(options.lang));
  Result<Input> read = read_input(options.input, *catalogue, session, progress->job());
  if (!read) return read.error();
  Result<Ambition> ambition = with_settings(read->project.ambition, options.settings);
  if (!ambition) return ambition.error();
  read->project.ambition = *std::move(ambition);
  const Project& project = read->project;
  Result<Scope> scope =
      scope_of(options, at_scale(*catalogue, Scale::Building), !project.buildings.empty());
  if (!scope) return scope.error();
  // In a report the simulation takes the place of the formula.
  Result<Evaluation> evaluation =
      session.evaluate(project, {*scope, options.date, SimulationOptions{}}, progress->job());
  if (!evaluation) return evaluation.error();
  for (const BuildingResult& result : evaluation->buildings) {
    if (result.encounter && result.encounter->refused) return *result.encounter->refused;
  }

  // Everything is made before anything is written: no half reports.
  const ReportInput input{project, *evaluation, *catalogue, options.date};
  const std::string json = report_json(input);
  const std::string html = report_html(input, options.lang);
  const bool stopped = progress->job().stopped();
  progress.reset();
  if (stopped)
    return Error{
        Code::Cancelled, {"gestopt; er is niets geschreven", "stopped; nothing was written"}, {}};

  if (Status status = make_folder(options.folder); !status) return status.error();
  const std::string start = options.folder + "/report.";
  if (Status status = write_files({{start + "json", json}, {start + "html", html}}); !status) {
    return status.error();
  }
  if (options.explain) print_notes(evaluation->notes);
  fmt::print("{}", report_profile(input, options.lang));
  fmt::print("\n{}: {}/report.html\n", Text{"Rapport", "Report"}.in(options.lang), options.folder);
  return evaluation->judgement.is_final ? 0 : 1;
}

Result<int> run_new(const NewOptions& options) {
  Result<Catalogue> catalogue = load_catalogue(options.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  Progress progress(Text{"Inlezen", "Reading"}.in(options.lang));
  const Result<Input> read = read_input(options.input, *catalogue, session, progress.job());
  if (!read) return read.error();
  const Project& project = read->project;
  SpacePolygons polygons;
  for (const Building& building : project.buildings) {
    Result<Layouts> layouts = session.layouts(building, progress.job());
    if (!layouts) return layouts.error();
    polygons.emplace_back();
    for (const auto& layout : *layouts) {
      polygons.back().emplace_back();
      for (const SpaceShape& shape : layout->shapes)
        polygons.back().back().push_back(shape.polygon);
    }
  }
  if (Status status = save_project(project, polygons, options.path); !status) return status.error();
  fmt::print("{}: {}\n", Text{"Project bewaard", "Project saved"}.in(options.lang), options.path);
  return 0;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "cli/evaluate_input.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "cli/write_project.h"
#include "engine/measure_settings.h"
#include "io/files.h"
#include "io/project_file.h"
#include "publish/publish.h"

namespace trefpunt {

namespace {

void print_notes(const std::vector<StageNote>& notes) {
  for (const StageNote& note : notes) {
    fmt::print(stderr, "{:<8} {:<44} {}\n", note.was_remade ? "remade" : "kept", note.stage,
               note.because);
  }
}

}  // namespace

Result<int> run_assess(const AssessOptions& options) {
  PublishOptions forms{options.lang};
  if (!options.forms.empty()) {
    Result<std::vector<Form>> asked = forms_named(options.forms);
    if (!asked) return asked.error();
    forms.forms = *std::move(asked);
  }
  std::vector<std::string> outputs;
  for (const std::string& name : publish_names(forms)) {
    // A table that holds remarks is never written over, so that it may lie where it was made.
    if (name == "opmerkingen.csv" && !options.input.remarks.empty()) continue;
    outputs.push_back(options.folder + "/" + name);
  }
  if (Status kept = keep_inputs(files_of(options.input), outputs); !kept) return kept.error();
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
  const Result<Assessed> assessed = evaluate_input(std::move(read->project), options.scope,
                                                   options.input.date, session, progress->job());
  if (!assessed) return assessed.error();

  const ReportInput input = assessed->input();
  const Evaluation& evaluation = assessed->evaluation;
  const Result<Published> published = publish(input, options.folder, forms, progress->job());
  if (!published) return published.error();
  progress.reset();
  for (const Text& notice : published->notices) {
    fmt::print(stderr, "{}\n", notice.in(options.lang));
  }
  if (options.explain) print_notes(evaluation.notes);
  fmt::print("{}", report_profile(input, options.lang));
  for (const Text& notice : published->notices) fmt::print("\n{}\n", notice.in(options.lang));
  fmt::print("\n{}: {}/report.html\n", Text{"Rapport", "Report"}.in(options.lang), options.folder);
  std::string others;
  for (const std::string& name : published->files) {
    if (name != "report.html") others += (others.empty() ? "" : ", ") + name;
  }
  fmt::print("{}: {}\n", Text{"Ook", "Also"}.in(options.lang), others);
  const bool has_office = std::any_of(forms.forms.begin(), forms.forms.end(), is_office_form);
  if (!has_office && !office_program().empty()) {
    fmt::print("{}\n", Text{"PDF, ODT en DOCX: met --forms alles, of bijvoorbeeld --forms pdf.",
                            "PDF, ODT and DOCX: with --forms all, or for example --forms pdf."}
                           .in(options.lang));
  }
  return evaluation.judgement.is_final ? 0 : 1;
}

Result<int> run_new(const NewOptions& options) {
  if (Status kept = keep_inputs(files_of(options.input), {options.path}); !kept) {
    return kept.error();
  }
  Result<Catalogue> catalogue = load_catalogue(options.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  Progress progress(Text{"Inlezen", "Reading"}.in(options.lang));
  const Result<Input> read = read_input(options.input, *catalogue, session, progress.job());
  if (!read) return read.error();
  if (Status status = write_project(read->project, session, progress.job(), options.path);
      !status) {
    return status.error();
  }
  fmt::print("{}: {}\n", Text{"Project bewaard", "Project saved"}.in(options.lang), options.path);
  return 0;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of the report of the sample ward, all criteria in scope: seconds and memory of the text
// forms, and how long LibreOffice takes for the PDF. Built when asked for, in a Release build:
// ninja bench_report.
#include <fmt/format.h>

#include <filesystem>

#include "clock.h"
#include "criteria/scale.h"
#include "engine/read_input.h"
#include "must.h"
#include "publish/publish.h"

using namespace trefpunt;

int main() {
  const std::string folder = TREFPUNT_ROOT "/samples/verpleegafdeling/";
  InputOptions options;
  options.inputs = {folder + "verpleegafdeling.geojson"};
  options.rooms = folder + "ruimtestaat.csv";
  options.uses = folder + "uses.json";
  options.programme = folder + "programme.json";
  options.ambition = folder + "ambition.json";
  options.answers = folder + "answers.json";
  const Catalogue catalogue = must(load_catalogue(options));
  Session session(catalogue);
  Job job;
  const Project project = must(read_input(options, catalogue, session, job)).project;
  const Scale scale = scale_for("volledig", project);
  const Catalogue& scaled = session.catalogue(scale);
  const Scope scope = must(named_scope(scaled, "volledig"));
  const Evaluation evaluation =
      must(session.evaluate(project, {scope, "2026-11-05", SimulationOptions{}, scale}, job));
  const ReportInput input{project, evaluation, scaled, "2026-11-05"};
  const std::string out =
      (std::filesystem::temp_directory_path() / "trefpunt-bench-report").string();

  PublishOptions forms;
  for (int i = 0; i < 3; ++i) {
    const double cpu = cpu_seconds();
    must(publish(input, out, forms, job));
    fmt::print("json, html, csv, fodt: {:.2f} s CPU (target 1), {:.0f} MiB at most\n",
               cpu_seconds() - cpu, peak_mib());
  }
  forms.forms = must(forms_named("pdf"));
  const double wall = wall_seconds();
  const Published published = must(publish(input, out, forms, job));
  for (const Text& notice : published.notices) fmt::print("{}\n", notice.en);
  fmt::print("json, html, pdf: {:.1f} s of the clock (target 5)\n", wall_seconds() - wall);
  std::filesystem::remove_all(out);
  return 0;
}

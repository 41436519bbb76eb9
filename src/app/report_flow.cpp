// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/shown_measure.h"
#include "publish/publish.h"

namespace trefpunt {

namespace {

void tell(Desktop& desktop, const Status& status, const std::string& folder) {
  UiState& state = desktop.state;
  const Text done{"Rapport gemaakt: " + folder + "/report.html",
                  "Report made: " + folder + "/report.html"};
  state.message = status ? done.in(desktop.ui.lang) : to_string(status.error(), desktop.ui.lang);
  state.message_is_error = !status;
  if (!status) state.dialog = "failed";
}

Status write_report(const Desktop& desktop, const Project& project, const Evaluation& evaluation,
                    const std::string& folder) {
  const ReportInput input{project, evaluation, desktop.workspace().catalogue(),
                          desktop.workspace().today()};
  Job job;
  const Result<Published> published = publish(input, folder, {desktop.ui.lang}, job);
  if (!published) return published.error();
  return Done{};
}

}  // namespace

void make_report(Desktop& desktop, const std::string& folder) {
  const std::shared_ptr<const Evaluated> evaluated = desktop.workspace().shared_evaluated();
  desktop.state.dialog.clear();
  if (desktop.workspace().is_stale() || desktop.reporting.is_running()) {
    return tell(desktop,
                Error{Code::NotFound,
                      {"Er wordt nog gerekend. Probeer het zo opnieuw.",
                       "Still computing. Try again soon."},
                      {}},
                folder);
  }
  const EncounterResult* encounter = encounter_of(evaluated.get());
  if (!encounter || encounter->refused) {
    return tell(desktop, write_report(desktop, *evaluated->project, evaluated->evaluation, folder),
                folder);
  }
  // A report takes encounters from the simulation.
  desktop.report_folder = folder;
  desktop.reporting.start(
      [evaluated, &catalogue = desktop.workspace().whole_catalogue(),
       today = desktop.workspace().today()](Job& job) -> Result<Evaluated> {
        Session session(catalogue, std::size_t{256} << 20);
        Result<Evaluation> simulated = session.evaluate(
            *evaluated->project,
            {evaluated->evaluation.scope, today, SimulationOptions{}, evaluated->evaluation.scale},
            job);
        if (!simulated) return simulated.error();
        return Evaluated{evaluated->project, std::move(*simulated), {}};
      },
      desktop.wake);
}

void poll_report(Desktop& desktop) {
  auto done = desktop.reporting.take();
  if (!done) return;
  if (!*done && done->error().code == Code::Cancelled) return;
  const Status status =
      *done ? write_report(desktop, *(*done)->project, (*done)->evaluation, desktop.report_folder)
            : Status(done->error());
  tell(desktop, status, desktop.report_folder);
}

}  // namespace trefpunt

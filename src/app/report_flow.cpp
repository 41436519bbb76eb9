// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/desktop.h"
#include "app/shown_measure.h"
#include "criteria/scale.h"
#include "publish/form_choices.h"

namespace trefpunt {

namespace {

void tell(Desktop& desktop, const std::string& words, bool is_error) {
  desktop.state.message = words;
  desktop.state.message_is_error = is_error;
  if (is_error) desktop.state.dialog = "failed";
}

const Text kMakeReport{"Rapport maken", "Make the report"};
const Text kMakeBcf{"Naar een BIM-programma (BCF)", "To a BIM tool (BCF)"};

// "Rapport gemaakt in /map: report.html, report.json. LibreOffice …"
std::string words_of_published(const Desktop& desktop, const Published& published) {
  const Lang lang = desktop.ui.lang;
  const auto& files = published.files;
  const bool is_report = std::find(files.begin(), files.end(), "report.html") != files.end();
  const Text made = is_report ? Text{"Rapport gemaakt in ", "Report made in "}
                              : Text{"BCF gemaakt in ", "BCF made in "};
  std::string words;
  if (!files.empty()) {
    words = made.in(lang) + desktop.exporting.folder + ": " +
            fmt::format("{}", fmt::join(files, ", ")) + ".";
  }
  for (const Text& notice : published.notices) {
    words += (words.empty() ? "" : " ") + notice.in(lang);
  }
  return words;
}

void choose_language(Ui& ui, ReportExport& chosen) {
  int index = chosen.lang == Lang::Nl ? 0 : 1;
  if (choose(ui, "export-language", {"Taal van het rapport", "Language of the report"}, index,
             {"Nederlands", "English"})) {
    chosen.lang = index == 0 ? Lang::Nl : Lang::En;
  }
}

void choose_forms(Ui& ui, ReportExport& chosen) {
  paragraph(ui, Text{"Vormen", "Forms"}.in(ui.lang), true);
  for (const FormChoice& choice : form_choices()) {
    bool is_wanted = choice.is_always || chosen.forms.contains(choice.form);
    const std::string name = fmt::format("export-form:{}", static_cast<int>(choice.form));
    ImGui::BeginDisabled(choice.is_always);
    if (tick(ui, name, choice.label, is_wanted)) {
      if (is_wanted) chosen.forms.insert(choice.form);
      if (!is_wanted) chosen.forms.erase(choice.form);
    }
    ImGui::EndDisabled();
    if (is_wanted) chosen.forms.insert(choice.form);
  }
}

void choose_bcf_version(Ui& ui, ReportExport& chosen) {
  int index = chosen.is_bcf21 ? 1 : 0;
  if (choose(ui, "export-version", {"Versie", "Version"}, index,
             {"BCF 3.0", ui.t({"BCF 2.1, voor oudere programma’s", "BCF 2.1, for older tools"})})) {
    chosen.is_bcf21 = index == 1;
  }
}

// What was asked for and could not be made does not pass by in the status line.
void draw_published(Desktop& desktop) {
  if (!begin_dialog(desktop, "dialog-published", {"Rapport gemaakt", "Report made"}, {34, 0}))
    return;
  paragraph(desktop.ui, desktop.state.message);
  ImGui::Spacing();
  if (button(desktop.ui, "published-ok", {"Sluiten", "Close"}, true, true))
    desktop.state.dialog.clear();
  end_dialog(desktop, "published");
}

}  // namespace

void draw_export_dialog(Desktop& desktop) {
  if (desktop.state.dialog == "published") return draw_published(desktop);
  Ui& ui = desktop.ui;
  ReportExport& chosen = desktop.exporting;
  if (!begin_dialog(desktop, "dialog-report", chosen.is_bcf ? kMakeBcf : kMakeReport,
                    {46, chosen.is_bcf ? 40.0f : 52.0f}))
    return;
  if (!std::exchange(chosen.is_chosen, true)) {
    chosen.lang = ui.lang;
    for (const Form form : PublishOptions{}.forms) chosen.forms.insert(form);
  }
  const Evaluated* evaluated = desktop.workspace().evaluated();
  if (evaluated && !evaluated->evaluation.judgement.is_final) {
    paragraph(ui, Text{"Dit wordt een concept: er ontbreekt nog iets. F2 toont wat.",
                       "This will be a draft: something is still missing. F2 shows what."}
                      .in(ui.lang));
  }
  if (chosen.is_bcf) {
    paragraph(ui, Text{"Elke afwijking en elke bevinding van de plattegrond wordt een onderwerp "
                       "met een plek in het model. Wie het bestand opnieuw maakt, werkt dezelfde "
                       "onderwerpen bij.",
                       "Each departure and each finding of the plan becomes a topic with a place "
                       "in the model. Who makes the file again updates the same topics."}
                      .in(ui.lang));
  }
  if (ImGui::BeginTable("export", 2)) {
    ImGui::TableNextColumn();
    choose_language(ui, chosen);
    ImGui::TableNextColumn();
    chosen.is_bcf ? choose_bcf_version(ui, chosen) : choose_forms(ui, chosen);
    ImGui::EndTable();
  }
  if (const auto folder = draw_browser(
          ui, desktop.browser, chosen.is_bcf ? Text{"BCF maken", "Make the BCF"} : kMakeReport))
    make_report(desktop, *folder);
  end_dialog(desktop, "report");
}

void make_report(Desktop& desktop, const std::string& folder) {
  const std::shared_ptr<const Evaluated> evaluated = desktop.workspace().shared_evaluated();
  ReportExport& chosen = desktop.exporting;
  desktop.state.dialog.clear();
  if (chosen.writing.is_running()) {
    return tell(
        desktop,
        ui_words(desktop, {"Er wordt al een rapport gemaakt.", "A report is already being made."}),
        true);
  }
  if (desktop.workspace().is_stale()) {
    return tell(desktop,
                ui_words(desktop, {"Er wordt nog gerekend. Probeer het zo opnieuw.",
                                   "Still computing. Try again soon."}),
                true);
  }
  PublishOptions options;
  if (chosen.is_chosen) {
    options.lang = chosen.lang;
    options.forms.assign(chosen.forms.begin(), chosen.forms.end());
  } else {
    options.lang = desktop.ui.lang;
  }
  if (chosen.is_bcf) options.forms = {chosen.is_bcf21 ? Form::Bcf21 : Form::Bcf};
  const EncounterResult* encounter = encounter_of(evaluated.get());
  const bool is_simulated = encounter && !encounter->refused;
  chosen.folder = folder;
  chosen.writing.start(
      [evaluated, folder, options, is_simulated,
       project = desktop.workspace().with_past(*evaluated->project),
       &catalogue = desktop.workspace().whole_catalogue(),
       today = desktop.workspace().today()](Job& job) -> Result<Published> {
        const Evaluation& shown = evaluated->evaluation;
        const Catalogue own = at_scale(catalogue, shown.scale);
        if (!is_simulated) return publish({project, shown, own, today}, folder, options, job);
        // A report takes encounters from the simulation.
        Session session(catalogue, std::size_t{256} << 20);
        const Result<Evaluation> simulated =
            session.evaluate(project, {shown.scope, today, SimulationOptions{}, shown.scale}, job);
        if (!simulated) return simulated.error();
        return publish({project, *simulated, own, today}, folder, options, job);
      },
      desktop.wake);
}

void poll_report(Desktop& desktop) {
  auto done = desktop.exporting.writing.take();
  if (!done) return;
  if (*done) {
    tell(desktop, words_of_published(desktop, **done), false);
    if (!(*done)->notices.empty() && desktop.state.dialog.empty())
      desktop.state.dialog = "published";
    return;
  }
  const Error& error = done->error();
  if (error.code == Code::Cancelled) {
    return tell(desktop,
                ui_words(desktop, {"Gestopt; er is geen rapport geschreven.",
                                   "Stopped; no report was written."}),
                false);
  }
  tell(desktop, to_string(error, desktop.ui.lang), true);
}

}  // namespace trefpunt

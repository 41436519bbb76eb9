// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/desktop.h"
#include "app/form_parts.h"
#include "app/run_command.h"
#include "io/files.h"

namespace trefpunt {

namespace {

const Text kRenewalStep{"Nieuwe versie inlezen", "Read a new version"};

void close_renewal(Desktop& desktop) {
  if (desktop.renew) desktop.renew->reading.cancel();
  desktop.state.dialog.clear();
}

void draw_entries(Ui& ui, const std::string& name, const Text& title,
                  const std::vector<RenewalEntry>& entries) {
  heading(ui, {fmt::format("{} ({})", title.nl, entries.size()),
               fmt::format("{} ({})", title.en, entries.size())});
  ui.mark("renew-" + name);
  if (entries.empty()) paragraph(ui, ui.t({"Niets.", "Nothing."}), true);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const RenewalEntry& entry = entries[i];
    (void)wrapped_entry(ui, fmt::format("renew-{}:{}", name, i),
                        entry.id + "  " + words_of(entry, ui.lang));
  }
}

void draw_lists_of(Ui& ui, const Renewal& renewal) {
  if (!renewal.depended.empty()) {
    heading(ui, {fmt::format("Let op ({})", renewal.depended.size()),
                 fmt::format("Mind ({})", renewal.depended.size())});
    for (std::size_t i = 0; i < renewal.depended.size(); ++i) {
      warning(ui, renewal.depended[i]);
      ui.mark(fmt::format("renew-depended:{}", i));
    }
  }
  draw_entries(ui, "came", {"Gekomen", "Came"}, renewal.came);
  draw_entries(ui, "went", {"Weg", "Went"}, renewal.went);
  draw_entries(ui, "changed", {"Veranderd", "Changed"}, renewal.changed);
  if (!renewal.kept.empty()) {
    draw_entries(ui, "kept", {"Blijft zoals het hier stond", "Stays as it was here"}, renewal.kept);
  }
}

void take_over(Desktop& desktop) {
  RenewSheet& sheet = *desktop.renew;
  const std::string name = file_name(sheet.path);
  desktop.workspace().step(kRenewalStep, std::move(sheet.renewal->project));
  desktop.renew.reset();
  desktop.state.dialog.clear();
  desktop.state.selection.clear();
  const auto& buildings = desktop.workspace().project().buildings;
  const int last = static_cast<int>(buildings.front().storeys.size()) - 1;
  desktop.state.storey = std::min(desktop.state.storey, last);
  say(desktop, kRenewalStep.in(desktop.ui.lang) + ": " + name);
}

}  // namespace

void ask_for_renewal(Desktop& desktop) {
  desktop.renew = std::make_unique<RenewSheet>();
  desktop.renew->browser.extensions = {".ifc", ".ifczip", ".dxf", ".geojson", ".json"};
  desktop.renew->browser.folder = desktop.browser.folder;
  desktop.state.dialog = "renew";
}

void start_renewal(Desktop& desktop, const std::string& path) {
  if (!desktop.renew) desktop.renew = std::make_unique<RenewSheet>();
  RenewSheet& sheet = *desktop.renew;
  Workspace& workspace = desktop.workspace();
  workspace.discard();
  desktop.state.dialog = "renew";
  sheet.path = path;
  sheet.before = workspace.shared();
  sheet.renewal.reset();
  RenewOptions options;
  options.files.inputs = {path};
  if (sheet.before->buildings.size() > 1) options.building = sheet.before->buildings.front().name;
  sheet.reading.start(
      [options, project = sheet.before,
       &catalogue = workspace.whole_catalogue()](Job& job) -> Result<Renewal> {
        Session session(catalogue, std::size_t{64} << 20);
        return renew_project(*project, options, catalogue, session, job);
      },
      desktop.wake);
}

void poll_renewal(Desktop& desktop) {
  if (!desktop.renew) return;
  auto done = desktop.renew->reading.take();
  if (desktop.state.dialog != "renew") {
    if (done || !desktop.renew->reading.is_running()) desktop.renew.reset();
    return;
  }
  if (!done) return;
  if (*done) {
    desktop.renew->renewal = std::move(**done);
    desktop.ui.focus = "renew-adopt";
    return;
  }
  desktop.state.dialog.clear();
  if (done->error().code != Code::Cancelled) {
    say(desktop, to_string(done->error(), desktop.ui.lang), true);
    desktop.state.dialog = "failed";
  }
  desktop.renew.reset();
}

void draw_renewal(Desktop& desktop) {
  if (!desktop.renew) return desktop.state.dialog.clear();
  Ui& ui = desktop.ui;
  RenewSheet& sheet = *desktop.renew;
  if (!begin_dialog(desktop, "dialog-renew",
                    {"Nieuwe versie van de plattegrond", "New version of the plan"}, {56, 42})) {
    return;
  }
  bool adopts = false;
  if (sheet.path.empty()) {
    paragraph(ui,
              ui.t({"Het nieuwe bestand van de architect (IFC, DXF of GeoJSON). Wat u hier hebt "
                    "ingevuld en geplaatst, blijft.",
                    "The architect's new file (IFC, DXF or GeoJSON). What you filled in and placed "
                    "here stays."}),
              true);
    if (const auto path = draw_browser(ui, sheet.browser, {"Inlezen", "Read"})) {
      start_renewal(desktop, *path);
    }
  } else if (!sheet.renewal) {
    ImGui::ProgressBar(static_cast<float>(sheet.reading.permille()) / 1000, {ui.em(16), 0},
                       ui.t({"inlezen …", "reading …"}));
    ImGui::SameLine();
    if (button(ui, "renew-stop", {"Stop", "Stop"})) sheet.reading.cancel();
  } else {
    ImGui::PushFont(ui.bold);
    paragraph(ui, file_name(sheet.path));
    ImGui::PopFont();
    paragraph(ui, summary_of(*sheet.renewal).in(ui.lang));
    paragraph(ui, fmt::format(fmt::runtime(ui.t({"Gekomen: {}; weg: {}; veranderd: {}.",
                                                 "Came: {}; went: {}; changed: {}."})),
                              sheet.renewal->came.size(), sheet.renewal->went.size(),
                              sheet.renewal->changed.size()));
    const float below = ImGui::GetFrameHeightWithSpacing() + ImGui::GetStyle().ItemSpacing.y;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, colour(ui.palette().paper));
    ImGui::BeginChild("renew-lists", {0, -below}, false, ImGuiWindowFlags_NavFlattened);
    draw_lists_of(ui, *sheet.renewal);
    ImGui::EndChild();
    ImGui::PopStyleColor();
    adopts = button(ui, "renew-adopt", {"Overnemen", "Take over"}, true, true);
    ImGui::SameLine();
    if (button(ui, "renew-cancel", {"Niet doen", "Do not"})) close_renewal(desktop);
  }
  if (adopts) take_over(desktop);
  end_dialog(desktop, "renew");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <filesystem>

#include "app/commands.h"
#include "app/shown_measure.h"
#include "app/variant_tabs.h"
#include "engine/sort_files.h"
#include "io/files.h"
#include "project/programme_json.h"
#include "report/drawing.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

void tell(Desktop& desktop, const Status& status, const Text& done) {
  UiState& state = desktop.state;
  state.message = status ? done.in(desktop.ui.lang) : to_string(status.error(), desktop.ui.lang);
  state.message_is_error = !status;
  state.dialog = status ? "" : "failed";
}

std::string with_extension(std::string path, const std::string& extension) {
  return path.ends_with(extension) ? path : path + extension;
}

// The evaluation that belongs to what is on the screen.
const Evaluated* current(Desktop& desktop) {
  return desktop.workspace().is_stale() ? nullptr : desktop.workspace().evaluated();
}

Error not_ready() {
  return {Code::NotFound,
          {"Er wordt nog gerekend. Probeer het zo opnieuw.", "Still computing. Try again soon."},
          {}};
}

Status write_picture(Desktop& desktop, const std::string& path) {
  const Evaluated* evaluated = current(desktop);
  if (!evaluated || evaluated->evaluation.buildings.empty()) return not_ready();
  const Building& building = evaluated->project->buildings.front();
  const BuildingResult& result = evaluated->evaluation.buildings.front();
  DrawingOptions options;
  options.storey = desktop.state.storey;
  options.lang = desktop.ui.lang;
  options.show_labels = desktop.state.show_labels;
  if (const MeasureInfo* info = shown_info(desktop.state.measure)) {
    options.outcome = outcome_of(desktop.workspace(), desktop.state.measure);
    options.info = options.outcome ? info : nullptr;
  }
  if (path.ends_with(".png")) return write_drawing_png(building, result, options, path);
  return write_file(with_extension(path, ".svg"), drawing_svg(building, result, options));
}

bool begin(Desktop& desktop, const char* id, const Text& title, ImVec2 size) {
  const ImGuiIO& io = ImGui::GetIO();
  Ui& ui = desktop.ui;
  const ImVec2 room{std::min(ui.em(size.x), io.DisplaySize.x * 0.94f),
                    size.y > 0 ? std::min(ui.em(size.y), io.DisplaySize.y * 0.9f) : 0};
  ImGui::SetNextWindowPos({io.DisplaySize.x / 2, io.DisplaySize.y / 2}, ImGuiCond_Always,
                          {0.5f, 0.5f});
  ImGui::SetNextWindowSize(room);
  const std::string name = title.in(ui.lang) + "###" + id;
  if (!ImGui::IsPopupOpen(name.c_str())) ImGui::OpenPopup(name.c_str());
  bool is_open = true;
  const bool is_drawn =
      ImGui::BeginPopupModal(name.c_str(), &is_open,
                             ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                 (size.y > 0 ? 0 : ImGuiWindowFlags_AlwaysAutoResize));
  if (is_drawn && (!is_open || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))) {
    desktop.state.dialog.clear();
    desktop.after_discard.clear();
    desktop.after_open.clear();
    ImGui::CloseCurrentPopup();
  }
  return is_drawn;
}

void end(const Desktop& desktop, const std::string& dialog) {
  if (desktop.state.dialog != dialog) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void draw_open(Desktop& desktop) {
  const std::string dialog = desktop.state.dialog;
  const bool is_programme = dialog == "programme-open";
  const Text title = dialog == "open" ? Text{"Openen", "Open"}
                     : is_programme   ? Text{"Programma openen", "Open a programme"}
                                      : Text{"Openen als variant", "Open as a variant"};
  if (!begin(desktop, "dialog-open", title, {46, 38})) return;
  paragraph(
      desktop.ui,
      (is_programme
           ? Text{"Een bestand programme.json: wie er is, wanneer, en waarheen men loopt.",
                  "A file programme.json: who is there, when, and where people walk."}
           : Text{"Een project (.trefpunt), een bouwmodel (.ifc, .ifczip), een tekening (.dxf, "
                  ".pdf), een plattegrond in GeoJSON of lagen van een wijk (GeoPackage, "
                  "Shapefile, OpenStreetMap, GML).",
                  "A project (.trefpunt), a building model (.ifc, .ifczip), a drawing (.dxf, "
                  ".pdf), a plan in GeoJSON or layers of a neighbourhood (GeoPackage, Shapefile, "
                  "OpenStreetMap, GML)."})
          .in(desktop.ui.lang),
      true);
  if (const auto path = draw_browser(desktop.ui, desktop.browser, {"Openen", "Open"})) {
    desktop.state.dialog.clear();
    if (is_programme) {
      if (kind_of_file(*path) == FileKind::Programme) {
        takes_as_list(desktop, {*path});
      } else {
        tell(desktop,
             Error{Code::BadInput,
                   {"Dit is geen programma: er staan geen rollen in.",
                    "This is no programme: there are no roles in it."},
                   file_name(*path)},
             {});
      }
    } else if (dialog == "open") {
      open_paths(desktop, {*path}, true);
    } else if (!takes_as_list(desktop, {*path})) {
      desktop.opens_beside = true;
      desktop.after_open = {*path};
      run_command(desktop, "open-now");
    }
  }
  end(desktop, dialog);
}

// Never over the file of another variant that is open.
Status save_active(Desktop& desktop, const std::string& path) {
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const Variant& other = desktop.variants[i];
    if (i == desktop.variants.at() || other.workspace->path() != path) continue;
    return Error{Code::BadInput,
                 {"Dit bestand is van " + other.name + ". Kies een andere naam.",
                  "This file belongs to " + other.name + ". Choose another name."},
                 {}};
  }
  return desktop.workspace().save(path);
}

void draw_save(Desktop& desktop) {
  if (!begin(desktop, "dialog-save", {"Project bewaren", "Save the project"}, {46, 38})) return;
  if (const auto path = draw_browser(desktop.ui, desktop.browser, {"Bewaren", "Save"})) {
    tell(desktop, save_active(desktop, with_extension(*path, ".trefpunt")), {"Bewaard", "Saved"});
    if (desktop.state.dialog.empty()) go_on_after_saving(desktop);
  }
  end(desktop, "save-as");
}

void draw_export(Desktop& desktop) {
  const std::string dialog = desktop.state.dialog;
  Text title{"Tekening bewaren", "Save the drawing"};
  Text what{"Een naam die eindigt op .svg of .png.", "A name that ends in .svg or .png."};
  if (dialog == "programme-save") {
    title = {"Programma bewaren", "Save the programme"};
    what = {"Een naam die eindigt op .json.", "A name that ends in .json."};
  }
  if (!begin(desktop, "dialog-export", title, {46, 38})) return;
  paragraph(desktop.ui, what.in(desktop.ui.lang), true);
  if (const auto path = draw_browser(desktop.ui, desktop.browser, {"Opslaan", "Write"})) {
    if (dialog == "programme-save") {
      tell(desktop,
           write_file(with_extension(*path, ".json"),
                      to_json(desktop.workspace().project().programme)),
           {"Programma bewaard", "Programme saved"});
    } else {
      tell(desktop, write_picture(desktop, *path), {"Tekening bewaard", "Drawing saved"});
    }
  }
  end(desktop, dialog);
}

void draw_unsaved(Desktop& desktop) {
  if (!begin(desktop, "dialog-unsaved", {"Niet bewaard", "Not saved"}, {30, 0})) return;
  Ui& ui = desktop.ui;
  const Variants& variants = desktop.variants;
  const bool is_one = variants.size() == 1 || desktop.after_discard == "variant-close";
  const std::string& name =
      variants.size() == 1 ? variants.active().project().name : variants[variants.at()].name;
  paragraph(ui, fmt::format(fmt::runtime(ui.t({"‘{}’ heeft wijzigingen die niet zijn bewaard.",
                                               "‘{}’ has changes that are not saved."})),
                            name));
  if (!desktop.state.forms.empty()) {
    paragraph(ui,
              Text{"Bij een criterium staat nog een formulier open. Wat daar is ingevuld, hoort "
                   "pas bij het project als u het daar bewaart.",
                   "A form is still open at a criterion. What it says is part of the project "
                   "only when you keep it there."}
                  .in(ui.lang));
  }
  if (!is_one) {
    paragraph(ui, Text{"Na het bewaren wordt naar de andere varianten gevraagd.",
                       "After saving, the other variants are asked about."}
                      .in(ui.lang));
  }
  ImGui::Spacing();
  const auto go_on = [&] {
    const std::string command = desktop.after_discard;
    desktop.state.dialog.clear();
    run_command(desktop, command);
  };
  if (button(ui, "unsaved-save", {"Bewaren", "Save"}, true, true)) {
    if (desktop.workspace().path().empty()) {
      const std::string command = desktop.after_discard;
      desktop.state.dialog.clear();
      run_command(desktop, "save-as");
      desktop.after_discard = command;
    } else {
      tell(desktop, desktop.workspace().save(desktop.workspace().path()), {"Bewaard", "Saved"});
      if (desktop.state.dialog.empty()) go_on_after_saving(desktop);
    }
  }
  ImGui::SameLine();
  const Text drop = is_one ? Text{"Niet bewaren", "Do not save"}
                           : Text{"Geen enkele bewaren", "Save none of them"};
  if (button(ui, "unsaved-drop", drop)) go_on();
  ImGui::SameLine();
  if (button(ui, "unsaved-cancel", {"Annuleren", "Cancel"})) {
    desktop.state.dialog.clear();
    desktop.after_discard.clear();
    desktop.after_open.clear();
  }
  end(desktop, "unsaved");
}

void draw_failed(Desktop& desktop) {
  if (!begin(desktop, "dialog-failed", {"Dat lukte niet", "That did not work"}, {34, 0})) return;
  paragraph(desktop.ui, desktop.state.message);
  paragraph(desktop.ui,
            Text{"Het ontwerp dat open was, is niet veranderd.",
                 "The design that was open has not changed."}
                .in(desktop.ui.lang),
            true);
  ImGui::Spacing();
  if (button(desktop.ui, "failed-ok", {"Sluiten", "Close"}, true, true)) {
    desktop.state.dialog.clear();
    desktop.after_discard.clear();
    desktop.after_open.clear();
  }
  end(desktop, "failed");
}

void draw_help(Desktop& desktop) {
  if (!begin(desktop, "dialog-help", {"Sneltoetsen", "Shortcuts"}, {52, 40})) return;
  Ui& ui = desktop.ui;
  ImGui::BeginChild("help-list", {0, -ImGui::GetFrameHeightWithSpacing()});
  if (ImGui::BeginTable("keys", 4, ImGuiTableFlags_RowBg)) {
    ImGui::TableSetupColumn("a", ImGuiTableColumnFlags_WidthStretch, 3);
    ImGui::TableSetupColumn("b", ImGuiTableColumnFlags_WidthStretch, 2);
    ImGui::TableSetupColumn("c", ImGuiTableColumnFlags_WidthStretch, 3);
    ImGui::TableSetupColumn("d", ImGuiTableColumnFlags_WidthStretch, 2);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Command& command : commands()) {
      if (command.key != 0) rows.push_back({command.label.in(ui.lang), key_words(command)});
    }
    const auto more = [&](const Text& what, const Text& keys) {
      rows.push_back({what.in(ui.lang), keys.in(ui.lang)});
    };
    more({"Schuiven", "Pan"}, {"rechtermuisknop", "right mouse button"});
    more({"Zoomen", "Zoom"}, {"muiswiel", "mouse wheel"});
    more({"Wijzer over de plattegrond", "Pointer over the plan"},
         {"pijlen, Shift: verder", "arrows, Shift: further"});
    more({"Klik met het toetsenbord", "Click by keyboard"}, {"spatie", "space"});
    more({"Lengte van een wand", "Length of a wall"}, {"cijfers, dan Enter", "digits, then Enter"});
    more({"Wand afmaken", "Finish a wall"}, {"Enter of dubbelklik", "Enter or double click"});
    more({"Laatste punt terug", "Last vertex back"}, {"Backspace", "Backspace"});
    more({"Verwijderen", "Remove"}, {"Delete", "Delete"});
    more({"Stoppen, niets gekozen", "Stop, nothing selected"}, {"Esc", "Esc"});
    const std::size_t half = (rows.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i) {
      ImGui::TableNextRow();
      for (const std::size_t k : {i, i + half}) {
        if (k >= rows.size()) continue;
        ImGui::TableNextColumn();
        ImGui::TextWrapped("%s", rows[k].first.c_str());
        ImGui::TableNextColumn();
        ImGui::TextDisabled("%s", rows[k].second.c_str());
      }
    }
    ImGui::EndTable();
  }
  ImGui::EndChild();
  if (button(ui, "help-close", {"Sluiten", "Close"}, true, true)) desktop.state.dialog.clear();
  end(desktop, "help");
}

void draw_about(Desktop& desktop) {
  if (!begin(desktop, "dialog-about", {"Over Trefpunt", "About Trefpunt"}, {34, 0})) return;
  Ui& ui = desktop.ui;
  ImGui::PushFont(ui.title);
  ImGui::TextUnformatted("Trefpunt " TREFPUNT_VERSION);
  ImGui::PopFont();
  paragraph(ui, Text{"Meet de gelegenheid om elkaar te ontmoeten in een gebouw, legt haar naast "
                     "criteria met hun bron, en schrijft het rapport ‘pas toe of leg uit’.",
                     "Measures the opportunity to meet in a building, holds it against criteria "
                     "with their source, and writes the comply-or-explain report."}
                    .in(ui.lang));
  paragraph(ui, Text{"De adviezen zijn geen wet. Een ontmoetingsruimte bewijst niet dat mensen "
                     "zich minder eenzaam voelen.",
                     "The advice is not law. A place to meet does not prove that people feel less "
                     "lonely."}
                    .in(ui.lang));
  paragraph(ui,
            fmt::format("{} {}. GPL-3.0-or-later.", ui.t({"Catalogus", "Catalogue"}),
                        desktop.workspace().catalogue().version),
            true);
  if (button(ui, "about-close", {"Sluiten", "Close"}, true, true)) desktop.state.dialog.clear();
  end(desktop, "about");
}

}  // namespace

bool begin_dialog(Desktop& desktop, const char* id, const Text& title, ImVec2 size) {
  return begin(desktop, id, title, size);
}

void end_dialog(const Desktop& desktop, const std::string& dialog) {
  end(desktop, dialog);
}

void draw_dialogs(Desktop& desktop) {
  const std::string& dialog = desktop.state.dialog;
  if (dialog == "open" || dialog == "variant-open" || dialog == "programme-open")
    return draw_open(desktop);
  if (dialog == "import") return draw_import(desktop);
  if (dialog == "renew") return draw_renewal(desktop);
  if (dialog == "variant" || dialog == "variant-rename") return draw_variant_dialog(desktop);
  if (dialog == "save-as") return draw_save(desktop);
  if (dialog == "report" || dialog == "published") return draw_export_dialog(desktop);
  if (dialog == "picture" || dialog == "programme-save") return draw_export(desktop);
  if (dialog == "underlay") return draw_underlay_dialog(desktop);
  if (dialog == "calibrate") return draw_calibrate_dialog(desktop);
  if (dialog == "unsaved") return draw_unsaved(desktop);
  if (dialog == "failed") return draw_failed(desktop);
  if (dialog == "help") return draw_help(desktop);
  if (dialog == "about") return draw_about(desktop);
}

void draw_first_run(Desktop& desktop) {
  Ui& ui = desktop.ui;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float width = std::min(ui.em(40), room.x - ui.em(2));
  ImGui::SetCursorPos({(room.x - width) / 2, room.y * 0.16f});
  ImGui::BeginChild("first-run", {width, room.y * 0.8f});
  ImGui::PushFont(ui.title);
  ImGui::TextUnformatted("Trefpunt");
  ImGui::PopFont();
  paragraph(ui, Text{"Ruimte om elkaar te ontmoeten: meten, afwegen, pas toe of leg uit.",
                     "Room to meet: measure, weigh, comply or explain."}
                    .in(ui.lang));
  ImGui::Dummy({0, ui.em(1)});
  if (desktop.workspace().is_loading()) {
    ImGui::ProgressBar(static_cast<float>(desktop.workspace().permille()) / 1000, {-1, 0},
                       ui.t({"inlezen …", "reading …"}));
    if (button(ui, "stop", {"Stop", "Stop"})) desktop.workspace().cancel();
  }
  const auto choice = [&](const char* name, const Text& label, const Text& about, bool is_main) {
    const bool is_used = button(ui, name, label, !desktop.workspace().is_loading(), is_main);
    paragraph(ui, about.in(ui.lang), true);
    ImGui::Dummy({0, ui.em(0.5f)});
    return is_used;
  };
  if (choice("first-sample", {"Voorbeeld openen", "Open the sample"},
             {"Een gezondheidscentrum met twee verdiepingen, met drempels en uitleg.",
              "A health centre on two storeys, with thresholds and explanations."},
             true)) {
    run_command(desktop, "open-sample");
  }
  if (choice(
          "first-wijk", {"Voorbeeldwijk openen", "Open the sample neighbourhood"},
          {"Een wijk met zes buurten: wie kan lopend waarheen, en waar komen mensen elkaar tegen.",
           "A neighbourhood of six buurten: who can walk where, and where people meet."},
          false)) {
    run_command(desktop, "open-wijk-sample");
  }
  if (choice(
          "first-open", {"Openen …", "Open …"},
          {"Een project, een bouwmodel (IFC), een tekening (DXF, PDF), een plattegrond in GeoJSON "
           "of lagen van een wijk. Slepen mag ook.",
           "A project, a building model (IFC), a drawing (DXF, PDF), a plan in GeoJSON or layers "
           "of a neighbourhood. Dropping them here works too."},
          false)) {
    run_command(desktop, "open");
  }
  if (choice("first-new", {"Nieuw ontwerp", "New design"},
             {"Begin met een lege verdieping en teken wanden.",
              "Begin with an empty storey and draw walls."},
             false)) {
    run_command(desktop, "new");
  }
  const std::vector<std::string> left = desktop.workspace().left_behind();
  if (!left.empty()) {
    heading(ui, {"Niet bewaard werk van een vorige keer", "Unsaved work of an earlier run"});
    for (std::size_t i = 0; i < left.size(); ++i) {
      std::error_code ignored;
      const std::string name = fmt::format("recover:{}", i);
      const Text label{"Herstellen: " + file_name(left[i]), "Recover: " + file_name(left[i])};
      if (button(ui, name, label)) open_paths(desktop, {left[i]});
    }
  }
  if (!desktop.settings.recent.empty()) {
    heading(ui, {"Laatst geopend", "Opened last"});
    for (std::size_t i = 0; i < desktop.settings.recent.size(); ++i) {
      const std::string path = desktop.settings.recent[i];
      if (entry(ui, fmt::format("first-recent:{}", i), file_name(path) + "   " + path, false)) {
        open_paths(desktop, {path});
      }
    }
  }
  ImGui::Dummy({0, ui.em(1)});
  if (button(ui, "first-language", {"English", "Nederlands"})) run_command(desktop, "language");
  ImGui::EndChild();
}

}  // namespace trefpunt

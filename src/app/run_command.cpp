// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_command.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/panels.h"
#include "app/variant_tabs.h"
#include "app/wijk_view.h"
#include "io/files.h"
#include "space/field_columns.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFieldCommand = "field:";  // and a column: "field:isovist.area"

void next_region(Desktop& desktop) {
  static const std::vector<std::string> kRegions = {"plan", "tool-select", "tab-criteria"};
  const auto at = std::find(kRegions.begin(), kRegions.end(), desktop.state.region);
  const std::size_t next =
      at == kRegions.end() ? 0
                           : static_cast<std::size_t>(at - kRegions.begin() + 1) % kRegions.size();
  desktop.state.region = kRegions[next];
  desktop.ui.focus = desktop.state.region;
  if (desktop.state.region == "tab-criteria") {
    desktop.ui.focus = "criterion:" + desktop.workspace().catalogue().criteria.front().id;
    desktop.state.show_tab = Tab::Criteria;
  }
}

}  // namespace

void say(Desktop& desktop, const std::string& words, bool is_error) {
  desktop.state.message = words;
  desktop.state.message_is_error = is_error;
}

void apply_request(Desktop& desktop, const Request& request) {
  Workspace& workspace = desktop.workspace();
  if (request.discard) workspace.discard();
  const auto refuse = [&](const Status& status) {
    if (!status) say(desktop, to_string(status.error(), desktop.ui.lang), true);
  };
  if (request.preview) refuse(workspace.preview(*request.preview));
  if (request.commit && workspace.has_draft()) {
    workspace.commit();
    say(desktop, workspace.history().undo_label().in(desktop.ui.lang));
  }
  if (!request.edits.empty()) {
    const Text label = request.label.empty() ? label_of(request.edits.front()) : request.label;
    const Status status = workspace.edit(label, request.edits);
    refuse(status);
    if (status) say(desktop, label.in(desktop.ui.lang));
  }
  if (!request.command.empty()) run_command(desktop, request.command);
}

bool* toggle_of(Desktop& desktop, const std::string& name) {
  UiState& state = desktop.state;
  if (name == "difference") return &state.shows_difference;
  if (name == "field") return &state.field.is_shown;
  if (name == "reach") return &state.wijk.has_catchment;
  if (name == "report-view") return &state.shows_report;
  if (name == "labels") return &state.show_labels;
  if (name == "furniture") return &state.show_furniture;
  if (name == "seats") return &state.show_seats;
  if (name == "grid") return &state.show_grid;
  if (name == "snap") return &state.snap_to_grid;
  if (name == "ortho") return &state.is_ortho;
  return nullptr;
}

bool is_enabled(const Desktop& desktop, const Command& command) {
  if (command.needs_design && !desktop.workspace().has_design()) return false;
  if (desktop.state.is_comparing && command.menu.nl == "Tekenen") return false;
  if (shows_report(desktop) && command.menu.nl == "Tekenen") return false;
  if (command.name == "report-view") return !desktop.state.is_comparing;
  // A project of answers alone has no storey.
  const std::string& name = command.name;
  const bool is_of_storey =
      name == "select-all" || name == "copy-storey" || name == "storey-up" || name == "storey-down";
  const bool is_of_wijk_tool = name == "tool-path" || name == "tool-bench" ||
                               name == "tool-place" || name == "tool-ground" || name == "tool-home";
  const bool is_of_both = name == "tool-select" || name == "tool-ruler";
  const bool is_wijk = shows_wijk(desktop.workspace().project(), desktop.state);
  if (is_of_wijk_tool || name == "reach") return is_wijk;
  const bool is_of_plan = (command.menu.nl == "Tekenen" && !is_of_both) || name == "field" ||
                          name == "furniture" || name == "seats" || name == "encounters" ||
                          name == "picture" || name == "underlay" || is_of_storey;
  if (is_of_plan && is_wijk && name != "ortho") return false;
  if (name == "wijk") return desktop.workspace().project().wijk != nullptr;
  if (name == "plan" || name == "renew") return !desktop.workspace().project().buildings.empty();
  if (is_of_storey && !storey_of(desktop.workspace().project(), desktop.state)) return false;
  if (name == "difference") return desktop.state.is_comparing;
  if (name == "programme-save") return !desktop.workspace().project().programme.empty();
  if (name == "encounters") return !desktop.state.is_comparing;
  if (name == "variant-rename" || name == "variant-close") return desktop.variants.size() > 1;
  if (name == "undo") return desktop.workspace().history().can_undo();
  if (name == "redo") return desktop.workspace().history().can_redo();
  return true;
}

void open_paths(Desktop& desktop, const std::vector<std::string>& paths, bool is_chosen) {
  const bool is_import = desktop.state.dialog == "import";
  if (paths.empty()) return;
  // In the dialog a PDF is a plan to open; dropped on a design it is a sheet to draw over.
  if (!is_import && !is_chosen && paths.size() == 1 && lay_under(desktop, paths.front())) {
    desktop.after_open.clear();
    return;
  }
  if ((is_import || !are_variants(paths)) && takes_as_list(desktop, paths)) return;
  desktop.opens_beside = false;
  if (are_variants(paths) && paths.size() > Variants::kMost) {
    desktop.after_open.clear();
    say(desktop,
        ui_words(desktop, {"Er kunnen hoogstens vier varianten naast elkaar staan.",
                           "At most four variants can stand side by side."}),
        true);
    desktop.state.dialog = "failed";
    return;
  }
  desktop.after_open = paths;
  if (asks_about_unsaved(desktop, "open-now")) return;
  run_command(desktop, "open-now");
}

void run_command(Desktop& desktop, const std::string& name) {
  UiState& state = desktop.state;
  Workspace& workspace = desktop.workspace();
  if (const Command* command = find_command(name); command && !is_enabled(desktop, *command))
    return;
  if (bool* toggle = toggle_of(desktop, name)) {
    *toggle = !*toggle;
    if (name == "field" && *toggle) state.show_tab = Tab::Measures;
    if (name == "report-view") desktop.ui.focus = *toggle ? "report-page" : "plan";
    return;
  }
  const bool leaves =
      name == "new" || name == "quit" || name == "open-sample" || name == "variant-close";
  if (leaves && desktop.after_discard != name && asks_about_unsaved(desktop, name)) return;
  desktop.after_discard.clear();
  if (run_variant_command(desktop, name)) return;
  static const std::vector<std::pair<std::string, Tool>> kTools = {
      {"tool-select", Tool::Select},
      {"tool-wall", Tool::Wall},
      {"tool-door", Tool::Door},
      {"tool-window", Tool::Window},
      {"tool-space", Tool::Space},
      {"tool-seat", Tool::Seat},
      {"tool-furniture", Tool::Furniture},
      {"tool-stairs", Tool::Stairs},
      {"tool-lift", Tool::Lift},
      {"tool-ruler", Tool::Ruler},
      {"tool-look", Tool::Look},
      {"tool-underlay", Tool::Calibrate},
      {"tool-path", Tool::Path},
      {"tool-bench", Tool::Furnishing},
      {"tool-place", Tool::Place},
      {"tool-ground", Tool::Ground},
      {"tool-home", Tool::Home}};
  for (const auto& [tool_name, tool] : kTools) {
    if (tool_name != name) continue;
    state.tool = tool;
    state.drawing.clear();
    state.typed.clear();
    if (tool == Tool::Look) state.show_tab = Tab::Properties;
    if (tool == Tool::Calibrate) {
      state.underlay_points.clear();
      state.show_tab = Tab::Properties;
    }
    return;
  }
  if (name == "wijk" || name == "plan") {
    state.shows_report = false;
    show_wijk(state, name == "wijk");
  } else if (name == "encounters") {
    state.show_tab = Tab::Encounters;
  } else if (name == "new") {
    desktop.variants.close_others();
    workspace.start_new({"Nieuw ontwerp", "New design"});
    state = {};
    state.tool = Tool::Wall;
  } else if (name == "open" || name == "variant-open" || name == "programme-open") {
    state.dialog = name;
    desktop.browser.extensions = {".trefpunt", ".gpkg", ".ifc", ".ifczip", ".dxf",  ".pdf",
                                  ".geojson",  ".json", ".shp", ".gml",    ".fgb",  ".osm",
                                  ".pbf",      ".gz",   ".bz2", ".csv",    ".xlsx", ".ods"};
    if (name == "programme-open") desktop.browser.extensions = {".json"};
    desktop.browser.is_saving = false;
    desktop.browser.may_choose_folder = false;
    desktop.browser.read_from.clear();
  } else if (name == "open-now") {
    state.dialog.clear();
    open_sorted(desktop);
  } else if (name == "open-sample") {
    desktop.after_open.clear();
    desktop.opened.clear();
    desktop.opens_beside = false;
    InputOptions options;
    const fs::path folder = desktop.sample_path;
    options.inputs = {(folder / "gezondheidscentrum.geojson").string()};
    options.rooms = (folder / "ruimtestaat.csv").string();
    options.uses = (folder / "uses.json").string();
    options.ambition = (folder / "ambition.json").string();
    options.answers = (folder / "answers.json").string();
    workspace.open(options);
  } else if (name == "open-wijk-sample") {
    const fs::path folder = fs::path(desktop.sample_path).parent_path() / "wijk";
    desktop.after_open.clear();
    desktop.opened.clear();
    desktop.opens_beside = false;
    InputOptions options;
    for (const char* file : {"wijk.gpkg", "ontmoetingsplekken.csv", "eenzaamheid-verzonnen.csv"}) {
      options.wijk.push_back((folder / file).string());
    }
    options.ambition = (folder / "ambition.json").string();
    options.answers = (folder / "answers.json").string();
    workspace.open(options);
  } else if (name == "save" && !workspace.path().empty()) {
    const Status status = workspace.save(workspace.path());
    say(desktop,
        status ? ui_words(desktop, {"Bewaard", "Saved"})
               : to_string(status.error(), desktop.ui.lang),
        !status);
    if (!status) state.dialog = "failed";
  } else if (name == "save" || name == "save-as" || name == "report" || name == "bcf" ||
             name == "picture" || name == "programme-save") {
    state.dialog = name == "save" ? "save-as" : name == "bcf" ? "report" : name;
    desktop.exporting.is_bcf = name == "bcf";
    FileBrowser& browser = desktop.browser;
    browser.is_saving = true;
    browser.may_choose_folder = name == "report" || name == "bcf";
    browser.read_from.clear();
    browser.name = name == "picture" ? "plattegrond.svg" : workspace.project().name + ".trefpunt";
    if (desktop.variants.size() > 1 && name != "picture" && name != "programme-save") {
      browser.name =
          variant_file_name(workspace.project().name, desktop.variants[desktop.variants.at()].name);
    }
    browser.extensions = name == "picture" ? std::vector<std::string>{".svg", ".png"}
                                           : std::vector<std::string>{".trefpunt"};
    if (name == "programme-save") {
      browser.name = "programme.json";
      browser.extensions = {".json"};
    }
  } else if (name == "renew") {
    ask_for_renewal(desktop);
  } else if (name == "underlay") {
    ask_for_underlay(desktop);
  } else if (name == "quit") {
    desktop.variants.forget_autosaves();
    desktop.is_closed = true;
  } else if (name == "undo") {
    workspace.undo();
    state.selection.clear();
    state.programme.refused.reset();
  } else if (name == "redo") {
    workspace.redo();
    state.selection.clear();
    state.programme.refused.reset();
  } else if (name == "select-all") {
    const auto storey = storey_of(workspace.project(), state);
    state.selection.clear();
    for (const Wall& wall : storey->walls) state.selection.insert(to_string(wall.id));
    for (const Seat& seat : storey->seats) state.selection.insert(to_string(seat.id));
    for (const Furniture& piece : storey->furniture) state.selection.insert(to_string(piece.id));
    for (const Link& link : storey->links) state.selection.insert(to_string(link.id));
  } else if (name == "copy-storey") {
    const auto& storeys = workspace.project().buildings.front().storeys;
    const auto storey = storey_of(workspace.project(), state);
    const double level = std::floor(storeys.back()->level) + 1;
    Request request;
    request.edits.push_back(edit::CopyStorey{
        0, storey->id, storey->name + ui_words(desktop, {" (kopie)", " (copy)"}), level});
    apply_request(desktop, request);
  } else if (name == "fit") {
    state.camera.is_placed = false;
  } else if (name == "zoom-in" || name == "zoom-out") {
    const ImVec2 heart{(state.camera.low.x + state.camera.high.x) / 2,
                       (state.camera.low.y + state.camera.high.y) / 2};
    state.camera.zoom(name == "zoom-in" ? 1.25 : 0.8, heart);
  } else if (name == "storey-up" || name == "storey-down") {
    const int count = static_cast<int>(workspace.project().buildings.front().storeys.size());
    state.storey = std::clamp(state.storey + (name == "storey-up" ? 1 : -1), 0, count - 1);
    state.selection.clear();
  } else if (name == "language" || name == "contrast") {
    if (name == "language") {
      desktop.ui.lang = desktop.ui.lang == Lang::Nl ? Lang::En : Lang::Nl;
    } else {
      desktop.ui.contrast =
          desktop.ui.contrast == Contrast::Normal ? Contrast::High : Contrast::Normal;
    }
    desktop.settings.lang = desktop.ui.lang;
    desktop.settings.contrast = desktop.ui.contrast;
    desktop.wants_fonts = true;
    save_settings(desktop.settings, desktop.state_folder);
  } else if (name == "next-region") {
    next_region(desktop);
  } else if (name == "field-stop" || name == "field-again") {
    FieldDesk& desk = desktop.view->field.desk;
    if (name == "field-again") desk.again();
    if (name == "field-stop" && desk.is_busy()) desk.stop();
  } else if (name.starts_with(kFieldCommand)) {
    const auto chosen = named_column(name.substr(kFieldCommand.size()));
    if (!chosen) return;
    state.field.is_shown = true;
    state.field.kind = chosen->kind;
    state.field.column = chosen->column->id;
  } else if (name == "help" || name == "about") {
    state.dialog = name;
  }
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/panels.h"
#include "app/run_command.h"
#include "app/variant_tabs.h"
#include "engine/sort_files.h"
#include "io/files.h"

namespace trefpunt {

namespace {

constexpr float kToolsWidth = 7.9f, kPanelWidth = 29;  // em

Text words_of(const Desktop& desktop, const Command& command) {
  const History& history = desktop.workspace().history();
  Text label = command.label;
  if (command.name == "undo" && history.can_undo()) {
    const Text what = history.undo_label();
    label = {label.nl + ": " + what.nl, label.en + ": " + what.en};
  }
  if (command.name == "redo" && history.can_redo()) {
    const Text what = history.redo_label();
    label = {label.nl + ": " + what.nl, label.en + ": " + what.en};
  }
  return label;
}

std::string draw_menu(Desktop& desktop) {
  Ui& ui = desktop.ui;
  std::string asked;
  if (!ImGui::BeginMenuBar()) return asked;
  std::vector<std::string> menus;
  for (const Command& command : commands()) {
    const std::string menu = command.menu.nl;
    if (menu.empty() || std::count(menus.begin(), menus.end(), menu) > 0) continue;
    menus.push_back(menu);
    const bool is_open = ImGui::BeginMenu((command.menu.in(ui.lang) + "###menu:" + menu).c_str());
    ui.mark("menu:" + menu);
    if (!is_open) continue;
    for (const Command& item : commands()) {
      if (item.menu.nl != menu) continue;
      const bool* toggle = toggle_of(desktop, item.name);
      const std::string label = words_of(desktop, item).in(ui.lang) + "###item:" + item.name;
      if (ImGui::MenuItem(label.c_str(), key_words(item).c_str(), toggle && *toggle,
                          is_enabled(desktop, item))) {
        asked = item.name;
      }
      ui.mark("item:" + item.name);
    }
    if (menu == "Bestand" && !desktop.settings.recent.empty()) {
      ImGui::Separator();
      for (std::size_t i = 0; i < desktop.settings.recent.size(); ++i) {
        const std::string path = desktop.settings.recent[i];
        if (ImGui::MenuItem(fmt::format("{}###recent{}", file_name(path), i).c_str())) {
          desktop.after_open = {path};
        }
        ui.mark(fmt::format("recent:{}", i));
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", path.c_str());
      }
    }
    ImGui::EndMenu();
  }
  ImGui::EndMenuBar();
  return asked;
}

std::string draw_tools(Desktop& desktop) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  static const std::vector<std::pair<Tool, std::string>> kWijkTools = {
      {Tool::Select, "tool-select"},    {Tool::Path, "tool-path"},     {Tool::Place, "tool-place"},
      {Tool::Furnishing, "tool-bench"}, {Tool::Ground, "tool-ground"}, {Tool::Home, "tool-home"},
      {Tool::Ruler, "tool-ruler"}};
  static const std::vector<std::pair<Tool, std::string>> kTools = {
      {Tool::Select, "tool-select"},       {Tool::Wall, "tool-wall"},
      {Tool::Door, "tool-door"},           {Tool::Window, "tool-window"},
      {Tool::Space, "tool-space"},         {Tool::Seat, "tool-seat"},
      {Tool::Furniture, "tool-furniture"}, {Tool::Stairs, "tool-stairs"},
      {Tool::Lift, "tool-lift"},           {Tool::Ruler, "tool-ruler"},
      {Tool::Look, "tool-look"},           {Tool::Calibrate, "tool-underlay"}};
  std::string asked;
  const auto storey = storey_of(desktop.workspace().project(), state);
  const bool is_wijk = shows_wijk(desktop.workspace().project(), state);
  for (const auto& [tool, name] : is_wijk ? kWijkTools : kTools) {
    if (tool == Tool::Calibrate && !(storey && storey->underlay)) continue;
    const Command& command = *find_command(name);
    const std::string label = command.label.in(ui.lang);
    if (entry(ui, name, label, state.tool == tool, ui.em(kToolsWidth) - ui.em(1.5f))) asked = name;
    ImGui::SameLine(ui.em(kToolsWidth) - ui.em(1.9f));
    ImGui::TextDisabled("%s", key_words(command).c_str());
  }
  ImGui::Separator();
  if (is_wijk) return draw_wijk_tool(ui, state), asked;
  if (state.tool == Tool::Wall) {
    tick(ui, "new-wall-glass", {"Glas", "Glass"}, state.new_wall_is_glass);
  }
  if (state.tool == Tool::Door) {
    std::optional<double> width = state.new_door_width;
    if (number_input(ui, "new-door-width", {"Doorgang", "Clear width"}, width, "m") && width &&
        *width > 0.3) {
      state.new_door_width = *width;
    }
    tick(ui, "new-door-glass", {"Glas", "Glass"}, state.new_door_is_glass);
  }
  if (state.tool != Tool::Select && state.tool != Tool::Look) {
    tick(ui, "tools-snap", {"Raster", "Grid"}, state.snap_to_grid);
    tick(ui, "tools-ortho", {"Recht", "Ortho"}, state.is_ortho);
  }
  return asked;
}

void draw_storeys(Desktop& desktop) {
  Ui& ui = desktop.ui;
  const Project& project = desktop.workspace().project();
  const auto& buildings = project.buildings;
  UiState& state = desktop.state;
  if (button(ui, "show-report", {"Rapport", "Report"}, !state.is_comparing, state.shows_report)) {
    state.shows_report = true;
    ui.focus = "report-page";
  }
  const bool is_wijk = shows_wijk(project, state);
  if (project.wijk) {
    ImGui::SameLine();
    if (button(ui, "show-wijk", {"Wijk", "Neighbourhood"}, true, is_wijk && !state.shows_report)) {
      state.shows_report = false;
      show_wijk(state, true);
    }
  } else if (buildings.empty()) {  // answers alone: the way back
    ImGui::SameLine();
    if (button(ui, "show-plan", {"Plattegrond", "Plan"}, true, !state.shows_report))
      state.shows_report = false;
  }
  if (buildings.empty()) return;
  const auto& storeys = buildings.front().storeys;
  for (std::size_t s = 0; s < storeys.size(); ++s) {
    ImGui::SameLine();
    const bool is_chosen = !is_wijk && !state.shows_report && state.storey == static_cast<int>(s);
    if (button(ui, fmt::format("storey:{}", s), {storeys[s]->name, storeys[s]->name}, true,
               is_chosen)) {
      state.shows_report = false;
      show_wijk(state, false);
      state.storey = static_cast<int>(s);
      state.selection.clear();
    }
  }
}

Request draw_tabs(Desktop& desktop) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  struct Page {
    Tab tab;
    const char* name;
    Text label;
    Request (*draw)(Ui&, const Workspace&, UiState&);
  };
  static const std::vector<Page> kWijkPages = {
      {Tab::Criteria, "tab-criteria", {"Criteria", "Criteria"}, draw_criteria},
      {Tab::Properties, "tab-properties", {"Gekozen", "Selected"}, draw_wijk_thing},
      {Tab::Map, "tab-map", {"Kaart", "Map"}, draw_map_panel},
      {Tab::Wijk, "tab-wijk", {"Wijk", "Numbers"}, draw_wijk_panel},
      {Tab::Findings, "tab-findings", {"Bevindingen", "Findings"}, draw_findings},
      {Tab::Contents, "tab-contents", {"Inhoud", "Contents"}, draw_wijk_contents}};
  static const std::vector<Page> kPages = {
      {Tab::Criteria, "tab-criteria", {"Criteria", "Criteria"}, draw_criteria},
      {Tab::Properties, "tab-properties", {"Gekozen", "Selected"}, draw_properties},
      {Tab::Measures, "tab-measures", {"Maten", "Measures"}, draw_measures},
      {Tab::Encounters, "tab-encounters", {"Ontmoeting", "Encounter"}, draw_encounters},
      {Tab::Findings, "tab-findings", {"Bevindingen", "Findings"}, draw_findings},
      {Tab::Contents, "tab-contents", {"Inhoud", "Contents"}, draw_contents}};
  Request request;
  // Narrow, so that no name is cut off.
  const auto narrow = [&] {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        {4 * ui.scale, ImGui::GetStyle().FramePadding.y});
  };
  narrow();
  const bool is_drawn = ImGui::BeginTabBar("tabs");
  if (!is_drawn) ImGui::PopStyleVar();
  if (!is_drawn) return request;
  const bool is_wijk = shows_wijk(desktop.workspace().project(), state);
  for (const Page& page : is_wijk ? kWijkPages : kPages) {
    const bool is_asked = state.show_tab == page.tab;
    const bool is_open = ImGui::BeginTabItem((page.label.in(ui.lang) + "###" + page.name).c_str(),
                                             nullptr, is_asked ? ImGuiTabItemFlags_SetSelected : 0);
    ui.mark(page.name);
    if (!is_open) continue;
    state.tab = page.tab;
    ImGui::PopStyleVar();
    ImGui::BeginChild(page.name);
    const Request one = page.draw(ui, desktop.workspace(), state);
    ImGui::EndChild();
    if (!one.edits.empty() || !one.command.empty() || one.preview || one.commit) request = one;
    narrow();
    ImGui::EndTabItem();
  }
  state.show_tab.reset();
  ImGui::EndTabBar();
  ImGui::PopStyleVar();
  return request;
}

void draw_status(Desktop& desktop) {
  Ui& ui = desktop.ui;
  Workspace& workspace = desktop.workspace();
  const UiState& state = desktop.state;
  const std::string saved =
      workspace.is_saved() ? ui.t({"bewaard", "saved"}) : ui.t({"niet bewaard", "not saved"});
  const std::string name =
      workspace.path().empty() ? workspace.project().name : file_name(workspace.path());
  ImGui::TextUnformatted((name + " · " + saved).c_str());
  ui.mark("saved");
  auto& underlay = desktop.underlay.reading;
  const FieldNow& field = state.field_now;
  if (workspace.is_evaluating() || workspace.is_loading() || underlay.is_running() ||
      field.is_running || desktop.exporting.writing.is_running()) {
    ImGui::SameLine(0, ui.em(1.5f));
    const bool is_reading = workspace.is_loading() || underlay.is_running();
    const auto& writing = desktop.exporting.writing;
    const bool is_reporting = writing.is_running() && !workspace.is_evaluating();
    const int permille = is_reporting                              ? writing.permille()
                         : underlay.is_running()                   ? underlay.permille()
                         : workspace.is_evaluating() || is_reading ? workspace.permille()
                                                                   : field.permille;
    const std::string what = is_reading     ? ui.t({"inlezen …", "reading …"})
                             : is_reporting ? ui.t({"rapport …", "report …"})
                                            : ui.t({"rekenen …", "computing …"});
    ImGui::ProgressBar(static_cast<float>(permille) / 1000, {ui.em(9), 0}, what.c_str());
    ImGui::SameLine();
    if (button(ui, "stop", {"Stop", "Stop"})) {
      workspace.cancel();
      underlay.cancel();
      desktop.exporting.writing.cancel();
      run_command(desktop, "field-stop");
    }
  }
  if (!state.message.empty()) {
    ImGui::SameLine(0, ui.em(1.5f));
    const Rgb ink = state.message_is_error ? ui.palette().warning : ui.palette().soft;
    ImGui::PushStyleColor(ImGuiCol_Text, colour(ink));
    ImGui::TextUnformatted(state.message.c_str());
    ImGui::PopStyleColor();
    ui.mark("message");
  }
  if (state.camera.is_placed && !state.is_comparing && !state.shows_report) {
    const Point at = state.camera.world(ImGui::GetIO().MousePos);
    const std::string words = fmt::format("x {} m   y {} m", format_number(at.x, 2, ui.lang),
                                          format_number(at.y, 2, ui.lang));
    const float width = ImGui::CalcTextSize(words.c_str()).x;
    ImGui::SameLine(ImGui::GetWindowWidth() - width - ui.em(1));
    ImGui::TextDisabled("%s", words.c_str());
  }
}

void draw_design(Desktop& desktop) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  const float tools = ui.em(kToolsWidth), panel = ui.em(kPanelWidth);
  const float status = ImGui::GetFrameHeightWithSpacing() + 4;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  // Before the plan: a click there ends what is typed here, which is of what is still selected.
  const ImVec2 start = ImGui::GetCursorPos();
  ImGui::SetCursorPosX(start.x + room.x - panel);
  ImGui::BeginChild("panel", {panel, room.y - status}, true);
  Request judged;
  if (state.is_comparing) {
    draw_compare_panel(desktop);
  } else {
    judged = draw_tabs(desktop);
  }
  ImGui::EndChild();
  ImGui::SetCursorPos(start);
  ImGui::BeginChild("tools", {tools, room.y - status}, true);
  ImGui::BeginDisabled(state.is_comparing || state.shows_report);
  const std::string asked = draw_tools(desktop);
  ImGui::EndDisabled();
  if (state.is_comparing) {
    paragraph(ui, Text{"Kijken, niet tekenen. F7: terug.", "To look, not to draw. F7: back."}.in(
                      ui.lang));
  }
  ImGui::EndChild();
  ImGui::SameLine();
  ImGui::BeginGroup();
  const float middle = room.x - tools - panel - 2 * ImGui::GetStyle().ItemSpacing.x;
  const float tabs = variant_tabs_height(desktop, middle);
  if (tabs > 0) {
    ImGui::BeginChild("variants", {middle, tabs - ImGui::GetStyle().ItemSpacing.y});
    draw_variant_tabs(desktop);
    ImGui::EndChild();
  }
  ImGui::BeginChild("storeys", {middle, ImGui::GetFrameHeight() + 2});
  draw_storeys(desktop);
  ImGui::EndChild();
  ImGui::BeginChild(
      "plan-pane", {middle, room.y - status - tabs - ImGui::GetFrameHeightWithSpacing() - 2}, false,
      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
          ImGuiWindowFlags_NoNavInputs);
  Request drawn;
  if (state.is_comparing) {
    draw_compare(desktop);
  } else if (state.shows_report) {
    draw_report_view(ui, desktop.workspace(), state, *desktop.report);
  } else {
    drawn = shows_wijk(desktop.workspace().project(), state)
                ? draw_wijk_view(ui, desktop.workspace(), state, *desktop.map)
                : draw_plan_view(ui, desktop.workspace(), state, *desktop.view);
  }
  ImGui::EndChild();
  ImGui::EndGroup();
  ImGui::SetCursorPosY(start.y + room.y - status + ImGui::GetStyle().ItemSpacing.y);
  draw_status(desktop);
  apply_request(desktop, judged);
  apply_request(desktop, drawn);
  if (!asked.empty()) run_command(desktop, asked);
}

// A building model opens without a sheet: what was made of it is said afterwards.
void say_what_was_read(Desktop& desktop) {
  const Project& project = desktop.workspace().project();
  std::size_t storeys = 0, spaces = 0, known = 0;
  for (const Building& building : project.buildings) {
    storeys += building.storeys.size();
    for (const auto& storey : building.storeys) {
      spaces += storey->spaces.size();
      known += static_cast<std::size_t>(
          std::count_if(storey->spaces.begin(), storey->spaces.end(),
                        [](const Space& space) { return space.use != Use::Unknown; }));
    }
  }
  const Text words{
      "Gelezen. Verdiepingen: {}; ruimten: {}, van {} het gebruik herkend; bevindingen: {}.",
      "Read. Storeys: {}; spaces: {}, the use of {} recognised; findings: {}."};
  say(desktop,
      fmt::format(fmt::runtime(words.in(desktop.ui.lang)), storeys, spaces, known,
                  project.import_findings.size()),
      false);
}

void take_loaded(Desktop& desktop) {
  auto loaded = desktop.workspace().loaded();
  if (!loaded) return;
  if (!*loaded) {
    desktop.after_open.clear();
    desktop.opened.clear();
    if (loaded->error().code == Code::Cancelled) return;
    say(desktop, to_string(loaded->error(), desktop.ui.lang), true);
    desktop.state.dialog = "failed";
    return;
  }
  desktop.opened.push_back(std::move(**loaded));
  if (are_variants(desktop.after_open) && desktop.opened.size() < desktop.after_open.size()) {
    InputOptions next;
    next.inputs = {desktop.after_open[desktop.opened.size()]};
    desktop.workspace().open(next);
    return;
  }
  // Only now: when one of several cannot be read, what was open stays.
  const std::vector<std::string> paths = std::exchange(desktop.after_open, {});
  take_variants(desktop, std::exchange(desktop.opened, {}), paths);
  if (!paths.empty() && is_building_model(paths.front())) say_what_was_read(desktop);
}

}  // namespace

Desktop::Desktop(Surroundings surroundings, std::string sample)
    : settings(load_settings(surroundings.state_folder)),
      state_folder(surroundings.state_folder),
      sample_path(std::move(sample)),
      wake(surroundings.wake),
      variants(std::move(surroundings)) {
  ui.lang = settings.lang;
  ui.contrast = settings.contrast;
}

bool shows_report(const Desktop& desktop) {
  return desktop.workspace().has_design() && desktop.state.shows_report &&
         !desktop.state.is_comparing;
}

std::string ui_words(const Desktop& desktop, const Text& text) {
  return text.in(desktop.ui.lang);
}

bool is_busy(const Desktop& desktop) {
  const bool is_picturing = desktop.underlay.reading.is_running() ||
                            (desktop.view && desktop.view->underlay.decoding.is_running());
  const bool is_reading = desktop.adding.is_running() ||
                          (desktop.import && desktop.import->reading.is_running()) ||
                          (desktop.renew && desktop.renew->reading.is_running());
  const bool is_looking = desktop.view && !desktop.state.is_comparing &&
                          (desktop.view->field.desk.is_busy() || is_busy(desktop.view->look));
  const bool is_preparing = desktop.map && is_busy(desktop.map->live);
  const bool is_showing = desktop.report && shows_report(desktop) && is_busy(*desktop.report);
  return is_picturing || is_reading || is_preparing || desktop.exporting.writing.is_running() ||
         is_looking || is_showing || desktop.variants.is_busy();
}

void draw_frame(Desktop& desktop) {
  Ui& ui = desktop.ui;
  if (!desktop.view) desktop.view = std::make_unique<PlanView>();
  if (!desktop.map) desktop.map = std::make_unique<WijkView>();
  if (!desktop.report) desktop.report = std::make_unique<ReportView>();
  ui.marks.clear();
  desktop.variants.poll();
  for (const Error& error : desktop.variants.take_errors()) {
    say(desktop, to_string(error, ui.lang), true);
  }
  take_loaded(desktop);
  poll_import(desktop);
  poll_renewal(desktop);
  poll_report(desktop);
  take_underlay(desktop);
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("trefpunt", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_MenuBar |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  ImGui::PushFont(ui.body);
  std::string asked = draw_menu(desktop);
  if (asked.empty() && desktop.state.dialog.empty()) asked = pressed_command();
  if (std::exchange(desktop.wants_close, false)) asked = "quit";
  if (asked.empty()) {
    asked = std::exchange(desktop.after_typing, {});
  } else if (io.WantTextInput) {
    // What is being typed counts: the field is left first.
    ImGui::SetWindowFocus(nullptr);
    desktop.after_typing = std::exchange(asked, {});
  }
  if (desktop.workspace().has_design()) {
    draw_design(desktop);
  } else {
    draw_first_run(desktop);
  }
  draw_dialogs(desktop);
  ImGui::PopFont();
  ImGui::End();
  if (!desktop.after_open.empty() && !desktop.workspace().is_loading() &&
      desktop.state.dialog.empty() && asked.empty()) {
    // A recent file of the menu, or one that was dropped.
    const std::vector<std::string> paths = desktop.after_open;
    open_paths(desktop, paths);
  }
  if (!asked.empty()) run_command(desktop, asked);
}

}  // namespace trefpunt

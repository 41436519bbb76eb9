// SPDX-License-Identifier: GPL-3.0-or-later
// How files come in: straight, through the import sheet, or as a list for the open design.
#include <fmt/format.h>

#include <algorithm>

#include "app/desktop.h"
#include "app/variant_tabs.h"
#include "engine/import_choices.h"
#include "engine/sort_files.h"
#include "io/files.h"
#include "io/pdf.h"

namespace trefpunt {

namespace {

const Text kReadProgramme{"Programma inlezen", "Read a programme"};

void fail(Desktop& desktop, const Error& error) {
  desktop.state.message = to_string(error, desktop.ui.lang);
  desktop.state.message_is_error = true;
  desktop.state.dialog = "failed";
}

void start_reading(Desktop& desktop, const InputOptions& options) {
  ImportSheet& sheet = *desktop.import;
  sheet.asked = options;
  sheet.problem.clear();
  sheet.reading.start([options, &catalogue = desktop.workspace().whole_catalogue()](
                          Job& job) { return read_import(options, catalogue, job); },
                      desktop.wake);
}

void close_sheet(Desktop& desktop) {
  desktop.import->reading.cancel();
  desktop.state.dialog.clear();
}

void add_to_sheet(Desktop& desktop, const std::vector<std::string>& paths) {
  ImportSheet& sheet = *desktop.import;
  if (sheet.reading.is_running()) return;
  InputOptions options = chosen_options(sheet);
  if (const Status added = add_files(paths, options); !added) {
    sheet.problem = to_string(added.error(), desktop.ui.lang);
    return;
  }
  start_reading(desktop, options);
}

void take_sheet_read(Desktop& desktop) {
  if (!desktop.import) return;
  ImportSheet& sheet = *desktop.import;
  auto done = sheet.reading.take();
  if (!done) return;
  if (desktop.state.dialog != "import") {
    desktop.import.reset();  // it was cancelled while it read
  } else if (*done) {
    take_read(sheet, std::move(**done), desktop.ui.lang);
    desktop.ui.focus =
        sheet.read->refused ? "import-layer:" + sheet.read->layers.front().name : "import-adopt";
  } else if (!sheet.read) {
    sheet.is_over = true;
    if (done->error().code != Code::Cancelled) sheet.why = done->error();
  } else if (done->error().code != Code::Cancelled) {
    sheet.problem = to_string(done->error(), desktop.ui.lang);
  }
}

// Whose list it is in a menu of steps: "Ruimtestaat toevoegen".
Text label_of_lists(const InputOptions& lists) {
  const int kinds = !lists.rooms.empty() + !lists.ambition.empty() + !lists.answers.empty() +
                    !lists.programme.empty();
  if (kinds != 1) return {"Lijsten toevoegen", "Add lists"};
  if (!lists.rooms.empty()) return {"Ruimtestaat toevoegen", "Add room list"};
  if (!lists.programme.empty()) return kReadProgramme;
  if (!lists.ambition.empty()) return {"Drempels inlezen", "Read thresholds"};
  return {"Antwoorden inlezen", "Read answers"};
}

void take_added(Desktop& desktop) {
  auto done = desktop.adding.take();
  if (!done) return;
  if (!*done) {
    if (done->error().code != Code::Cancelled) fail(desktop, done->error());
  } else if (desktop.workspace().shared() != desktop.adding_to) {
    fail(desktop, {Code::BadInput,
                   {"Het ontwerp is intussen veranderd. Voeg de lijst nog een keer toe.",
                    "The design has changed meanwhile. Add the list once more."},
                   {}});
  } else {
    desktop.workspace().step(desktop.adding_label, std::move(**done));
    desktop.state.message = desktop.adding_label.in(desktop.ui.lang);
    desktop.state.message_is_error = false;
    if (desktop.adding_label.en == kReadProgramme.en) {
      desktop.state.programme = {};
      desktop.state.show_tab = Tab::Encounters;
    }
  }
  desktop.adding_to.reset();
}

// A list without a plan is for the design that is open: one step, that can be undone.
void add_lists(Desktop& desktop, const InputOptions& lists) {
  if (!desktop.workspace().has_design()) {
    return fail(desktop, {Code::BadInput,
                          {"Dit is een lijst bij een plattegrond. Open eerst de plattegrond, of "
                           "beide samen.",
                           "This is a list that belongs to a plan. Open the plan first, or both "
                           "together."},
                          {}});
  }
  const std::string& with_plan = !lists.uses.empty() ? lists.uses : lists.layers;
  if (!with_plan.empty()) {
    return fail(desktop, {Code::Unsupported,
                          {"Deze lijst hoort bij het inlezen. Open haar samen met de plattegrond.",
                           "This list is for reading a plan. Open it together with the plan."},
                          file_name(with_plan)});
  }
  desktop.workspace().discard();
  desktop.adding_to = desktop.workspace().shared();
  desktop.adding_label = label_of_lists(lists);
  desktop.adding.start(
      [lists, project = desktop.adding_to,
       &catalogue = desktop.workspace().whole_catalogue()](Job& job) -> Result<Project> {
        Session session(catalogue, std::size_t{64} << 20);
        return with_lists(*project, lists, catalogue, session, job);
      },
      desktop.wake);
}

}  // namespace

bool takes_as_list(Desktop& desktop, const std::vector<std::string>& paths) {
  if (desktop.state.dialog == "import") {
    add_to_sheet(desktop, paths);
    return true;
  }
  InputOptions options;
  if (const Status sorted = add_files(paths, options); !sorted) {
    fail(desktop, sorted.error());
    return true;
  }
  if (!options.inputs.empty()) return false;
  add_lists(desktop, options);
  return true;
}

void open_sorted(Desktop& desktop) {
  InputOptions options;
  std::vector<std::string>& paths = desktop.after_open;
  if (are_variants(paths)) {
    options.inputs = {paths.front()};  // the others follow
    desktop.opened.clear();
    return desktop.workspace().open(options);
  }
  if (const Status sorted = add_files(paths, options); !sorted) {
    paths.clear();
    return fail(desktop, sorted.error());
  }
  // What is remembered as opened is the first of them.
  std::stable_partition(paths.begin(), paths.end(), [&](const std::string& path) {
    return std::count(options.inputs.begin(), options.inputs.end(), path) > 0;
  });
  desktop.opened.clear();
  const bool is_project = kind_of_file(options.inputs.front()) == FileKind::Project;
  const bool is_model =
      std::all_of(options.inputs.begin(), options.inputs.end(), is_building_model);
  if (!desktop.asks_on_import || is_project || is_model) return desktop.workspace().open(options);
  for (std::string& path : options.inputs) {
    if (fold(path).ends_with(".pdf")) path += "#1";  // until another page is chosen in the sheet
  }
  paths.clear();
  desktop.import = std::make_unique<ImportSheet>();
  desktop.state.dialog = "import";
  start_reading(desktop, options);
}

void poll_import(Desktop& desktop) {
  take_sheet_read(desktop);
  take_added(desktop);
}

void draw_import(Desktop& desktop) {
  Ui& ui = desktop.ui;
  ImportSheet& sheet = *desktop.import;
  const ImGuiIO& io = ImGui::GetIO();
  const std::string title =
      std::string(ui.t({"Inlezen: klopt dit?", "Import: is this right?"})) + "###dialog-import";
  const bool is_first = !sheet.read;
  ImGui::SetNextWindowPos({io.DisplaySize.x / 2, io.DisplaySize.y / 2}, ImGuiCond_Always,
                          {0.5f, 0.5f});
  ImGui::SetNextWindowSize({std::min(ui.em(64), io.DisplaySize.x * 0.96f),
                            is_first ? 0 : std::min(ui.em(46), io.DisplaySize.y * 0.94f)});
  if (!ImGui::IsPopupOpen(title.c_str())) ImGui::OpenPopup(title.c_str());
  bool is_open = true;
  if (!ImGui::BeginPopupModal(title.c_str(), &is_open,
                              ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove)) {
    if (!is_open) close_sheet(desktop);
    return;
  }
  ImportRequest request = draw_import_sheet(ui, sheet);
  request.cancel |= !is_open || sheet.is_over;
  if (sheet.takes_escape && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    if (sheet.is_choosing_list) {
      sheet.is_choosing_list = false;
    } else if (has_choices(sheet)) {
      ui.focus = "import-cancel";  // asks for one key more: choices would be lost
    } else {
      request.cancel = true;
    }
  }
  // As it was before the key that closes a list or ends typing.
  sheet.takes_escape = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows |
                                              ImGuiFocusedFlags_NoPopupHierarchy) &&
                       !ImGui::IsAnyItemActive();
  if (request.cancel || request.adopt) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();

  if (request.cancel) {
    close_sheet(desktop);
    if (sheet.why) fail(desktop, *sheet.why);
    return;
  }
  if (request.stop) sheet.reading.cancel();
  if (request.read) start_reading(desktop, chosen_options(sheet));
  if (request.read_with) start_reading(desktop, *request.read_with);
  if (!request.add.empty()) add_to_sheet(desktop, request.add);
  if (!request.adopt) return;
  Input input = std::move(sheet.read->input);
  input.project = std::move(sheet.project);
  const std::string path = split_page(sheet.options.inputs.front()).first;
  desktop.import.reset();
  std::vector<Input> inputs;
  inputs.push_back(std::move(input));
  take_variants(desktop, std::move(inputs), {path});
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/compare_view.h"
#include "app/file_browser.h"
#include "app/import_sheet.h"
#include "app/plan_view.h"
#include "app/renew_sheet.h"
#include "app/report_export.h"
#include "app/report_view.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/underlay_desk.h"
#include "app/variants.h"
#include "app/wijk_view.h"

namespace trefpunt {

// Kept between runs, in the state folder.
struct Settings {
  Lang lang = Lang::Nl;
  Contrast contrast = Contrast::Normal;
  std::vector<std::string> recent;  // paths, last opened first
};
Settings load_settings(const std::string& folder);
void save_settings(const Settings& settings, const std::string& folder);

// The whole program but its window: everything that a frame is drawn from.
struct Desktop {
  Desktop(Surroundings surroundings, std::string sample_path);

  Ui ui;
  UiState state;
  Settings settings;
  std::string state_folder, sample_path;
  std::function<void()> wake;  // as the workspaces'
  Variants variants;
  std::unique_ptr<PlanView> view;        // made at the first frame: it needs OpenGL
  std::unique_ptr<CompareView> compare;  // likewise
  std::unique_ptr<WijkView> map;         // likewise
  FileBrowser browser;
  UnderlayDesk underlay;
  bool wants_fonts = true;              // style or scale changed: set_up() before the next frame
  bool wants_close = false;             // the window's cross, or quit
  bool is_closed = false;               // nothing is left to ask: end
  std::string after_typing;             // the command that waits for the field to be left
  std::string after_discard;            // the command that waits for "do not save"
  std::vector<std::string> after_open;  // paths that wait for it
  std::vector<Input> opened;            // of those, what was read so far
  bool opens_beside = false;            // as a variant, instead of what is open
  std::string variant_name;             // being typed

  bool asks_on_import = false;          // plan files go through the import sheet
  std::unique_ptr<ImportSheet> import;  // while its dialog is open
  std::unique_ptr<RenewSheet> renew;    // while its dialog is open
  Task<Project> adding;                 // a list to the open design
  SharedProject adding_to;
  Text adding_label;
  ReportExport exporting;
  std::unique_ptr<ReportView> report;  // made at the first frame: it needs OpenGL

  Workspace& workspace() { return variants.active(); }
  const Workspace& workspace() const { return variants.active(); }
};

// Between ImGui::NewFrame() and ImGui::Render(). Applies what the panels ask for.
void draw_frame(Desktop& desktop);

// Opens a plan or project, or sets dirty work aside first by asking. A picture or PDF goes under
// the open design, unless it was chosen to be opened.
void open_paths(Desktop& desktop, const std::vector<std::string>& paths, bool is_chosen = false);
void run_command(Desktop& desktop, const std::string& name);
bool shows_report(const Desktop& desktop);
std::string ui_words(const Desktop& desktop, const Text& text);

// Files that are no plan of their own: a list for the open sheet or design, or what is refused.
// True when nothing is left to open.
bool takes_as_list(Desktop& desktop, const std::vector<std::string>& paths);
// Reads the plans and lists of after_open, a plan through the sheet where it asks.
void open_sorted(Desktop& desktop);
void poll_import(Desktop& desktop);
void draw_import(Desktop& desktop);

// Folder, language and forms of a report, and how far the writing is.
void draw_export_dialog(Desktop& desktop);
// Starts writing what the dialog asks for; poll_report() tells what came of it.
void make_report(Desktop& desktop, const std::string& folder);
void poll_report(Desktop& desktop);

// Dialogs, each over the whole window: first run, files, unsaved work, help, about, recovery.
void draw_dialogs(Desktop& desktop);
void draw_first_run(Desktop& desktop);
// A dialog of another file: true when it is drawn, and then end_dialog() follows. `size` in em; a
// height of 0 follows the content.
bool begin_dialog(Desktop& desktop, const char* id, const Text& title, ImVec2 size);
void end_dialog(const Desktop& desktop, const std::string& dialog);

// Whether something runs that changes what is seen, so that frames must follow each other.
bool is_busy(const Desktop& desktop);

}  // namespace trefpunt

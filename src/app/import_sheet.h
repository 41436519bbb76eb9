// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/file_browser.h"
#include "app/task.h"
#include "app/ui.h"
#include "engine/read_input.h"

namespace trefpunt {

// What came out of reading files for the sheet. Refused: no plan yet, because of what the layers
// are taken for; they can be said, and the files read again.
struct ImportRead {
  Input input;
  std::map<SpaceId, double> areas_m2;  // of spaces that have a face
  std::vector<LayerUse> layers;        // a row per name, over all files; without a meaning first
  std::vector<Segment> paper;          // mm: the lines of a PDF, to measure in
  std::optional<Error> refused;
};
Result<ImportRead> read_import(const InputOptions& options, const Catalogue& catalogue, Job& job);

// What was recognised in plan files, corrected before it becomes the design. It holds a project of
// its own: the open design is not touched until this one is taken over.
struct ImportSheet {
  InputOptions options;                   // of what was read
  InputOptions asked;                     // of what is being read
  std::optional<ImportRead> read;         // empty: the first reading is not done
  Project project;                        // what was read last, with the corrections
  std::map<std::string, Meaning> layers;  // chosen since
  std::string name;                       // of the design, typed
  std::string unit_text, unit_shown;      // typed, and as it was read
  struct Paper {
    double zoom = 1;
    Point shift;                   // mm
    std::vector<Point> points;     // mm: clicked, two at most
    std::optional<double> metres;  // between them, typed
    bool is_dragged = false;
  } paper;
  std::vector<SpaceId> open_uses;  // whose use was suggested or unknown when read
  struct StoreyText {
    std::string name, level;
  };
  std::map<StoreyId, StoreyText> storeys;  // typed
  std::string problem;                     // one sentence, above the rest
  std::string show_tab;                    // bring this one to the front
  bool is_choosing_list = false;           // the file browser stands in the place of the tabs
  bool is_over = false;                    // nothing came of the first reading
  std::optional<Error> why;                // unless it was stopped
  bool takes_escape = false;               // nothing in the sheet was using that key
  FileBrowser browser;
  Task<ImportRead> reading;
};

// The unit to read with next. Empty: what is typed cannot be a unit.
std::optional<std::optional<double>> said_unit(const ImportSheet& sheet);
// Whether something was chosen that only another reading takes along.
bool needs_reading(const ImportSheet& sheet);
// Whether closing the sheet would lose something that someone chose.
bool has_choices(const ImportSheet& sheet);
// The options of the next reading.
InputOptions chosen_options(const ImportSheet& sheet);
// Takes what was read into the sheet; corrections keep their place where they still have one.
void take_read(ImportSheet& sheet, ImportRead read, Lang lang);

// What the user asks of the sheet.
struct ImportRequest {
  bool adopt = false, read = false, stop = false, cancel = false;
  std::optional<InputOptions> read_with;  // other files
  std::vector<std::string> add;           // lists to take along
};
ImportRequest draw_import_sheet(Ui& ui, ImportSheet& sheet);

}  // namespace trefpunt

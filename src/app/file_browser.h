// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ui.h"

namespace trefpunt {

// A list of files that works by keyboard: type a path, or walk through folders with arrows and
// Enter. Drawn inside a dialog; asks the file system only when the folder changes.
struct FileBrowser {
  std::string folder;
  std::string name;                     // typed or chosen
  std::vector<std::string> extensions;  // ".dxf"; empty: all; the first is added when saving
  bool is_saving = false;
  bool may_choose_folder = false;

  struct Entry {
    std::string name;
    bool is_folder = false;
    std::uintmax_t bytes = 0;
  };
  std::vector<Entry> entries;
  std::string read_from;  // the folder that `entries` is of
  std::string problem;    // why the folder could not be read
  bool ask_overwrite = false;
  std::string asked_of;  // the path that the question is about
};

// The chosen path, when there is one; for saving only after a yes when the file exists.
std::optional<std::string> draw_browser(Ui& ui, FileBrowser& browser, const Text& verb);

}  // namespace trefpunt

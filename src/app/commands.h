// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/ui.h"

namespace trefpunt {

// One thing the menu, a key and a script can ask for. The menu and the list under F1 are this
// table.
struct Command {
  std::string name;
  Text label;
  Text menu;    // empty: not in a menu
  int key = 0;  // GLFW; 0: none
  bool has_ctrl = false, has_shift = false;
  bool needs_design = true;
};
const std::vector<Command>& commands();
const Command* find_command(const std::string& name);
std::string key_words(const Command& command);  // "Ctrl+Shift+S"

// The command whose keys are pressed in this frame; empty: none. While a text is being typed, keys
// that mean something there are left to it.
std::string pressed_command();

}  // namespace trefpunt

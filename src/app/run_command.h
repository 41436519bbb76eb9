// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/commands.h"
#include "app/desktop.h"

namespace trefpunt {

// What run_command() (app/desktop.h) and the window that shows the commands have in common.

// In the status bar, until something else is said.
void say(Desktop& desktop, const std::string& words, bool is_error = false);
// What a panel asked for: edits, a preview, a command.
void apply_request(Desktop& desktop, const Request& request);
// What the command turns on and off; null: it does something else.
bool* toggle_of(Desktop& desktop, const std::string& name);
bool is_enabled(const Desktop& desktop, const Command& command);

}  // namespace trefpunt

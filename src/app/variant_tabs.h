// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/desktop.h"

namespace trefpunt {

// The tabs of the variants and what belongs to them: commands, the dialog for a name, and what is
// asked before unsaved work goes.

// Works on another variant from now on. Selection and half-typed texts stay with theirs; camera,
// storey, tool and colours come along.
void show_variant(Desktop& desktop, std::size_t index);

// A row of tabs, or more where it is narrow; only when there is more than one variant.
float variant_tabs_height(const Desktop& desktop, float width);  // 0: no tabs
void draw_variant_tabs(Desktop& desktop);
void draw_variant_dialog(Desktop& desktop);

// False: the command is not one of these.
bool run_variant_command(Desktop& desktop, const std::string& name);

// Asks what to do with unsaved work that the command would end, and runs the command afterwards.
// False: there is none, among the variants from the first on.
bool asks_about_unsaved(Desktop& desktop, const std::string& command, std::size_t first = 0);
// One of them was saved: asks about the next, or runs the command that waited.
void go_on_after_saving(Desktop& desktop);

// Several projects at once are opened beside each other; anything else is one design.
bool are_variants(const std::vector<std::string>& paths);
// Puts what was read in place of what was open, or beside it when that was asked.
void take_variants(Desktop& desktop, std::vector<Input> inputs,
                   const std::vector<std::string>& paths);

}  // namespace trefpunt

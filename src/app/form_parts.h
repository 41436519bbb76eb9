// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/request.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// What the forms of comply or explain share.

template <typename T>
const T* entry_of(const std::vector<T>& all, const std::string& criterion) {
  for (const T& one : all) {
    if (one.criterion == criterion) return &one;
  }
  return nullptr;
}

// In the place of the one for the same criterion, else at the end.
template <typename T>
void put_entry(std::vector<T>& all, const T& one) {
  for (T& old : all) {
    if (old.criterion != one.criterion) continue;
    old = one;
    return;
  }
  all.push_back(one);
}

// A day as YYYY-MM-DD; 5-11-2026 and 5 november 2026 become that when the field is left. What is
// typed and is no day gets a sentence. True when the field is empty or a day.
bool day_input(Ui& ui, const std::string& name, const Text& label, std::string& value);
std::string iso_day_of(const std::string& typed);  // as it stands when it is no day

// One undo step with the answers as they would be; a wrong one is said, and asks for nothing.
// `is_kept` tells which of the two.
Request keep_answers(const Workspace& workspace, UiState& state, Ui& ui, Answers all, Text label,
                     bool& is_kept);

// The function of who fills in, asked where a form is open.
void decider_input(Ui& ui, UiState& state);

// A line that is pressed, and wraps where it is long.
bool wrapped_entry(Ui& ui, const std::string& name, const std::string& words);

// A sentence in the colour of what is wrong.
void warning(Ui& ui, const Text& words);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// What the parts of the encounter panel write about: all of one evaluation.
struct ShownEncounters {
  const Programme& programme;
  const Building& building;
  const EncounterResult& result;
  const Encounters& found;  // by formula

  const std::string& role(int r) const { return programme.roles[static_cast<std::size_t>(r)].name; }
  Wish wish(const RolePair& pair) const;
  std::string place(int storey, int space, Lang lang) const;  // "0.12 Lounge"
  std::string object(int storey, int space) const;            // "S12"; empty: none
};

// "1.234", "12,3", "0,35", "< 0,01": as many digits as say something.
std::string amount(double value, Lang lang);
std::string percent(double share, Lang lang);  // "35%", "< 1%"

std::string difference_words(double by, Lang lang);  // "+1,2", "−0,35", "gelijk"

std::string whole_minutes(double minutes, Lang lang);  // "143", "< 1"

// As entry(), with words that may take more than one line.
bool wrapped_entry(Ui& ui, const std::string& name, const std::string& words, bool is_selected);
// A number at the right side of its cell.
void right_aligned(const std::string& words);
// Selects a space, on its storey.
void go_to(UiState& state, const Workspace& workspace, const ShownEncounters& shown, int storey,
           int space);

// The matrix of roles, what the chosen pair or space gives, and what contributes most to it.
void draw_role_pairs(Ui& ui, const Workspace& workspace, UiState& state,
                     const ShownEncounters& shown);

}  // namespace trefpunt

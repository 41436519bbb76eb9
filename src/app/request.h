// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/edit.h"

namespace trefpunt {

// What a panel asks of the frame loop, which alone changes the project.
struct Request {
  std::vector<Edit> edits;      // one step of the history
  Text label;                   // of that step; empty: the edit's own
  std::optional<Edit> preview;  // shown while the mouse moves, kept at `commit`
  bool commit = false, discard = false;
  std::string command;  // of commands.h
};

}  // namespace trefpunt

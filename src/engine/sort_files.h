// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/read_input.h"

namespace trefpunt {

enum class FileKind { Project, Plan, Wijk, RoomList, LayerMap, Uses, Ambition, Answers, Programme };

// By the end of its name, and for JSON by the members it has. What is not known counts as a plan,
// whose reader says what is wrong with it.
FileKind kind_of_file(const std::string& path);

// An IFC says itself what its things are and how large: there is nothing to ask before it opens.
bool is_building_model(const std::string& path);

// Files that were dropped or chosen together, each in its place among the options: a plan comes
// beside the plans that are there, another kind of file takes the place of the one before. Errors:
// BadInput when two of them are lists of the same kind, or a project comes with a plan.
Status add_files(const std::vector<std::string>& paths, InputOptions& options);

}  // namespace trefpunt

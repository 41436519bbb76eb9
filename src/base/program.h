// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/job.h"

namespace trefpunt {

// The full path of a program: `name` itself when it has a slash and can be run, else the first of
// that name in $PATH; empty when there is none.
std::string find_program(const std::string& name);

enum class ProgramEnd {
  Done,       // of its own accord, with exit status 0
  Failed,     // with another status or by a signal, or it could not be started
  TooLong,    // ended by us at the limit
  Cancelled,  // ended by us since the job was stopped
};

// Runs a program and waits for it: no shell, no input, its output thrown away. It gets a process
// group of its own, and whatever is still alive in that when this function returns is killed.
// arguments[0] is the full path.
ProgramEnd run_program(const std::vector<std::string>& arguments, std::chrono::milliseconds limit,
                       const Job& job);

}  // namespace trefpunt

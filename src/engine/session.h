// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "criteria/evaluation.h"
#include "engine/memo.h"
#include "project/project.h"

namespace trefpunt {

struct EvaluateOptions {
  Scope scope;
  std::string today;  // ISO day
};

// Remembers what it made. The same project gives the same evaluation, remembered or not, whatever
// the number of threads.
class Session {
 public:
  explicit Session(const Catalogue& catalogue, std::size_t memo_bytes = std::size_t{1} << 30);
  Result<Evaluation> evaluate(const Project& project, const EvaluateOptions& options, Job& job);

 private:
  const Catalogue& catalogue_;
  Memo memo_;
};

}  // namespace trefpunt

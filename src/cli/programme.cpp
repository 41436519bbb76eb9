// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "io/files.h"
#include "project/programme_presets.h"

namespace trefpunt {

Result<int> run_programme(const ProgrammeOptions& options) {
  if (options.preset.empty()) {
    if (!options.path.empty()) {
      return Error{Code::BadInput, {"noem een --preset", "name a --preset"}, options.path};
    }
    for (const PresetInfo& one : presets()) {
      fmt::print("{:<20} {}: {}\n", one.id, one.name.in(options.lang), one.what.in(options.lang));
    }
    return 0;
  }
  const auto found = std::find_if(presets().begin(), presets().end(),
                                  [&](const PresetInfo& one) { return one.id == options.preset; });
  if (found == presets().end()) {
    std::string known;
    for (const PresetInfo& one : presets()) {
      known += (known.empty() ? "" : ", ") + std::string(one.id);
    }
    return Error{Code::NotFound,
                 {fmt::format("deze preset is er niet; kies uit: {}", known),
                  fmt::format("this preset is not there; choose from: {}", known)},
                 options.preset};
  }
  if (options.path.empty()) {
    fmt::print("{}", found->json);
    return 0;
  }
  if (Status status = write_files({{options.path, std::string(found->json)}}); !status) {
    return status.error();
  }
  fmt::print("{}: {}\n", Text{"Programma geschreven", "Programme written"}.in(options.lang),
             options.path);
  return 0;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "app/task.h"
#include "publish/publish.h"

namespace trefpunt {

// A report that is chosen, being written, or was written last.
struct ReportExport {
  bool is_chosen = false;  // language and forms below were filled in once
  Lang lang = Lang::Nl;
  std::set<Form> forms;   // the always written ones too
  bool is_bcf = false;    // of this dialog: departures and findings for a BIM tool, nothing else
  bool is_bcf21 = false;  // for older tools
  std::string folder;     // of the one being written
  Task<Published> writing;
};

}  // namespace trefpunt

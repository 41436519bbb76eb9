// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/file_browser.h"
#include "app/task.h"
#include "engine/renew.h"

namespace trefpunt {

struct Desktop;

// A new version of the plan's file: chosen, read, and shown with all that it changes before it is
// taken over. The open design is not touched until then.
struct RenewSheet {
  FileBrowser browser;
  std::string path;                       // empty: still to be chosen
  std::shared_ptr<const Project> before;  // what it is a new version of
  Task<Renewal> reading;
  std::optional<Renewal> renewal;
};

void ask_for_renewal(Desktop& desktop);  // the dialog with files
// Reads that file as a new version of the open design.
void start_renewal(Desktop& desktop, const std::string& path);
void draw_renewal(Desktop& desktop);
void poll_renewal(Desktop& desktop);

}  // namespace trefpunt

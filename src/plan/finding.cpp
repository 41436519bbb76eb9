// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/finding.h"

namespace trefpunt {

std::string_view id_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "";
}

}  // namespace trefpunt

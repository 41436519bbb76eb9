// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "plan/storey.h"

namespace trefpunt {

inline Text words_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::Stairs:
      return {"trap", "stairs"};
    case LinkKind::Lift:
      return {"lift", "lift"};
    case LinkKind::Ramp:
      return {"hellingbaan", "ramp"};
  }
  return {};
}

}  // namespace trefpunt

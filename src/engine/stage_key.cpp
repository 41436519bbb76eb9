// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stage_key.h"

namespace trefpunt {

Key key_of(const std::vector<std::pair<std::string, Key>>& parts) {
  Hasher hasher;
  for (const auto& [name, key] : parts) hasher.add(name).add(key);
  return hasher.key();
}

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

}  // namespace trefpunt

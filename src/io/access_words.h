// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "plan/storey.h"

namespace trefpunt {

// "openbaar", "public", "op afspraak", "personeel", "private" ...: who may come in.
Access access_from_text(const std::string& text);

}  // namespace trefpunt

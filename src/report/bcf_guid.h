// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trefpunt {

// "xxxxxxxx-xxxx-8xxx-xxxx-xxxxxxxxxxxx" in lower case, of what it names: the same words give the
// same GUID in every version of the program (a UUID of version 8, RFC 9562).
std::string guid_of(std::string_view words);

// Whether this is a GlobalId as IFC files write them: 22 letters, digits, _ or $, and no more than
// 128 bits.
bool is_global_id(std::string_view text);

}  // namespace trefpunt

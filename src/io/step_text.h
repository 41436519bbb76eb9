// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trefpunt {

// The text of a string in a STEP file (ISO 10303-21 §6.4.3), as UTF-8. `inside` is what stands
// between the outer quotes: '' is a quote, \\ a backslash, \S\ a letter of ISO 8859-1 (or of the
// part that \P.\ names; only part 1 is known), \X\hh, \X2\...\X0\ and \X4\...\X0\ code points.
// What is none of these stays as it is; bytes that are no UTF-8 are taken for Windows-1252.
std::string step_text(std::string_view inside);

}  // namespace trefpunt

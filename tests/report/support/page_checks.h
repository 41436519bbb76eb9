// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trefpunt {

// What is wrong with a page; empty: nothing.
std::string unbalanced(const std::string& html);       // an element not closed in order
std::string skipped_heading(const std::string& html);  // a heading more than one level deeper
std::string double_id(const std::string& html);        // an id twice, or a link to none

}  // namespace trefpunt

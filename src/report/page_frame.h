// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "report/html_page.h"

namespace trefpunt {

// From the doctype to the opened body, with the style of the report and after it `more_css`.
void open_page(Page& page, const std::string& title, const char* body_class = "",
               std::string_view more_css = {});

// A link past the head of the page, for who walks it by keyboard.
void skip_link(Page& page, const std::string& id, const Html& words);

void close_page(Page& page);

}  // namespace trefpunt

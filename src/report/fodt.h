// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/text.h"

namespace trefpunt {

// A page of report_html() as one flat OpenDocument text: the same words in the same order, drawings
// inside it as SVG with their title and description, nothing loaded from elsewhere. An office
// program makes PDF, ODT and DOCX of it (io/office.h). The page is our own: one that is not
// well-formed XML is a bug.
std::string fodt_of(const std::string& html, Lang lang);

}  // namespace trefpunt

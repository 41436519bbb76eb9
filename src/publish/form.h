// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace trefpunt {

// The forms of a report. Reading is the leesversie, Remarks the table in which its readers answer;
// Pdf, Odt and Docx are made of Fodt by an office program; Bcf (3.0) and Bcf21 are for BIM tools.
enum class Form { Json, Html, Csv, Reading, Remarks, Fodt, Pdf, Odt, Docx, Bcf, Bcf21 };

std::string file_name_of(Form form);  // "report.json", "leesversie.html"

// What is written when nothing is asked for: all that people read without another program.
std::vector<Form> text_forms();
bool is_office_form(Form form);

// "html,pdf", or "alles" ("all") for every form. Json and Html are always there, once each, in
// front. Errors: BadInput for a name that is no form.
Result<std::vector<Form>> forms_named(std::string_view list);

}  // namespace trefpunt

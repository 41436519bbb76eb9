// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"

namespace trefpunt {

enum class OfficeForm { Pdf, Odt, Docx };

struct OfficeOptions {
  std::string program;  // path or name; empty: $TREFPUNT_SOFFICE, else soffice or libreoffice
  std::chrono::milliseconds limit = std::chrono::seconds(90);  // for each form
};

struct OfficeFile {
  OfficeForm form;
  std::string bytes;
};

struct OfficeFiles {
  std::vector<OfficeFile> files;  // those that were made whole, in the order asked
  std::vector<Text> notices;      // a sentence for each of the others, or one for all
};

// The full path of the office program, empty when it is not installed.
std::string office_program(const OfficeOptions& options = {});

// Has LibreOffice make other forms of a flat OpenDocument text (report/fodt.h). It runs without a
// window and with a folder of settings of its own, that is thrown away: what a user has open or
// has set is left alone. The PDF is tagged, with bookmarks, as PDF/UA-1 and PDF/A-2b ask.
// What cannot be made is a notice. Errors: Cancelled.
Result<OfficeFiles> office_forms(const std::string& fodt, const std::vector<OfficeForm>& forms,
                                 const OfficeOptions& options, Job& job);

}  // namespace trefpunt

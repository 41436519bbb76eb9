// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "io/office.h"
#include "publish/form.h"
#include "report/report.h"

namespace trefpunt {

struct PublishOptions {
  Lang lang = Lang::Nl;
  std::vector<Form> forms = text_forms();
  OfficeOptions office;
};

struct Published {
  std::vector<std::string> files;  // names in the folder, in the order written
  std::vector<Text> notices;       // what was asked for and could not be made, each a sentence
};

// The names that publish() may write in a folder, to keep inputs from being overwritten.
std::vector<std::string> publish_names(const PublishOptions& options);

// Writes the report of an evaluation into a folder, which is made when it is not there. All forms
// are made before any is written. The tables of a wijk come with Json.
// Errors: Cancelled (nothing was written), NotWritable.
Result<Published> publish(const ReportInput& input, const std::string& folder,
                          const PublishOptions& options, Job& job);

}  // namespace trefpunt

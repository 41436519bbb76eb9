// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/job.h"
#include "report/report.h"

namespace trefpunt {

// Reading: the leesversie with, beside it, a table for remarks.
enum class Form { Json, Html, Reading };

struct PublishOptions {
  Lang lang = Lang::Nl;
  std::vector<Form> forms = {Form::Json, Form::Html, Form::Reading};
};

struct Published {
  std::vector<std::string> files;  // names in the folder, in the order written
  std::vector<Text> notices;       // what was asked for and could not be made, each a sentence
};

// The names that publish() may write in a folder, to keep inputs from being overwritten.
std::vector<std::string> publish_names(const PublishOptions& options);

// Writes the report of an evaluation into a folder, which is made when it is not there. Everything
// that this program makes itself is made before anything is written.
// Errors: Cancelled (nothing was written), NotWritable.
Result<Published> publish(const ReportInput& input, const std::string& folder,
                          const PublishOptions& options, Job& job);

}  // namespace trefpunt

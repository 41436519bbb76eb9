// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publish.h"

#include "engine/wijk_tables.h"
#include "io/files.h"
#include "io/wijk_results.h"
#include "report/fodt.h"

namespace trefpunt {

namespace {

constexpr const char* kResults = "wijk-resultaten.gpkg";

struct NamedBytes {
  std::string name, bytes;
};

Error stopped() {
  return {Code::Cancelled, {"gestopt; er is niets geschreven", "stopped; nothing was written"}, {}};
}

}  // namespace

std::vector<std::string> publish_names(const PublishOptions& options) {
  std::vector<std::string> names;
  for (const Form form : options.forms) names.push_back(file_name_of(form));
  names.push_back(kResults);
  return names;
}

Result<Published> publish(const ReportInput& input, const std::string& folder,
                          const PublishOptions& options, Job& job) {
  Published published;
  std::vector<NamedBytes> made;
  const int steps = static_cast<int>(options.forms.size()) + 1;
  std::string html;
  for (const Form form : options.forms) {
    if (!job.step(static_cast<int>(made.size()), steps)) return stopped();
    if (html.empty() && form != Form::Json) html = report_html(input, options.lang);
    made.push_back({file_name_of(form), form == Form::Json   ? report_json(input)
                                        : form == Form::Html ? html
                                                             : fodt_of(html, options.lang)});
  }
  if (job.stopped()) return stopped();
  if (Status status = make_folder(folder); !status) return status.error();
  std::vector<FileToWrite> files;
  for (const NamedBytes& one : made) {
    files.push_back({folder + "/" + one.name, one.bytes});
    published.files.push_back(one.name);
  }
  if (Status status = write_files(files); !status) return status.error();
  if (input.evaluation.wijk) {
    const Status status = save_wijk_results(folder + "/" + kResults, input.project.wijk->crs.code,
                                            result_tables(*input.evaluation.wijk));
    if (!status) return status.error();
    published.files.push_back(kResults);
  }
  return published;
}

}  // namespace trefpunt

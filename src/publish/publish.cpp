// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publish.h"

#include "engine/wijk_tables.h"
#include "io/files.h"
#include "io/remark_list.h"
#include "io/wijk_results.h"
#include "report/numbered_places.h"
#include "report/reading_version.h"

namespace trefpunt {

namespace {

constexpr const char* kResults = "wijk-resultaten.gpkg";
constexpr const char* kRemarks = "opmerkingen.csv";

struct Named {
  std::string name, bytes;
};

std::vector<Named> make(Form form, const ReportInput& input, Lang lang) {
  if (form == Form::Json) return {{"report.json", report_json(input)}};
  if (form == Form::Html) return {{"report.html", report_html(input, lang)}};
  return {{"leesversie.html", reading_html(input, lang)}, {kRemarks, remarks_csv(input, lang)}};
}

// What readers filled in is not written over by an empty table.
bool has_remarks(const std::string& path) {
  const Result<std::vector<RemarkRow>> rows = read_remark_list(path);
  return rows && !rows->empty();
}

Error stopped() {
  return {Code::Cancelled, {"gestopt; er is niets geschreven", "stopped; nothing was written"}, {}};
}

}  // namespace

std::vector<std::string> publish_names(const PublishOptions& options) {
  std::vector<std::string> names;
  for (const Form form : options.forms) {
    if (form == Form::Json) names.push_back("report.json");
    if (form == Form::Html) names.push_back("report.html");
    if (form == Form::Reading) names.insert(names.end(), {"leesversie.html", kRemarks});
  }
  names.push_back(kResults);
  return names;
}

Result<Published> publish(const ReportInput& input, const std::string& folder,
                          const PublishOptions& options, Job& job) {
  Published published;
  std::vector<Named> made;
  const int steps = static_cast<int>(options.forms.size()) + 1;
  int done = 0;
  for (const Form form : options.forms) {
    if (!job.step(done++, steps)) {
      return stopped();
    }
    for (Named& one : make(form, input, options.lang)) made.push_back(std::move(one));
  }
  if (job.stopped()) return stopped();
  if (Status status = make_folder(folder); !status) return status.error();
  std::vector<FileToWrite> files;
  for (const Named& one : made) {
    if (one.name == kRemarks && has_remarks(folder + "/" + kRemarks)) {
      if (!input.project.remarks.empty()) continue;
      published.notices.push_back(
          {"opmerkingen.csv bevat opmerkingen en is niet overschreven; lees ze in met --remarks",
           "opmerkingen.csv holds remarks and was not written over; read them with --remarks"});
      continue;
    }
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

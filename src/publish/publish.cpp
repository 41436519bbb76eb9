// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publish.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/wijk_tables.h"
#include "io/files.h"
#include "io/remark_list.h"
#include "io/wijk_results.h"
#include "report/bcf.h"
#include "report/csv.h"
#include "report/fodt.h"
#include "report/numbered_places.h"
#include "report/reading_version.h"

namespace trefpunt {

namespace {

constexpr const char* kResults = "wijk-resultaten.gpkg";
constexpr const char* kRemarks = "opmerkingen.csv";

struct NamedBytes {
  std::string name, bytes;
};

// What readers filled in is not written over by an empty table.
bool has_remarks(const std::string& path) {
  const Result<std::vector<RemarkRow>> rows = read_remark_list(path);
  return rows && !rows->empty();
}

Error stopped() {
  return {Code::Cancelled, {"gestopt; er is niets geschreven", "stopped; nothing was written"}, {}};
}

Text too_many(const BcfProject& bcf) {
  return {fmt::format("In het BCF-bestand staan de eerste {} onderwerpen; {} bevindingen niet.",
                      bcf.topics.size(), bcf.left_out),
          fmt::format("The BCF file holds the first {} topics; {} findings are not in it.",
                      bcf.topics.size(), bcf.left_out)};
}

OfficeForm office_form_of(Form form) {
  return form == Form::Pdf   ? OfficeForm::Pdf
         : form == Form::Odt ? OfficeForm::Odt
                             : OfficeForm::Docx;
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
  int step = 0;
  std::string html, fodt;
  std::optional<Result<BcfProject>> bcf;
  std::vector<OfficeForm> office;
  for (const Form form : options.forms) {
    if (!job.step(step++, steps)) return stopped();
    const bool needs_fodt = form == Form::Fodt || is_office_form(form);
    if (html.empty() && (form == Form::Html || needs_fodt)) {
      html = report_html(input, options.lang);
    }
    if (fodt.empty() && needs_fodt) {
      fodt = fodt_of(html, options.lang);
    }
    switch (form) {
      case Form::Json:
        made.push_back({file_name_of(form), report_json(input)});
        break;
      case Form::Html:
        made.push_back({file_name_of(form), html});
        break;
      case Form::Csv:
        made.push_back({file_name_of(form), report_csv(input, options.lang)});
        break;
      case Form::Reading:
        made.push_back({file_name_of(form), reading_html(input, options.lang)});
        break;
      case Form::Bcf:
      case Form::Bcf21:
        if (!bcf) bcf = bcf_project(input, options.lang, job);
        if (!*bcf && bcf->error().code == Code::Cancelled) return stopped();
        if (!*bcf) break;
        made.push_back({file_name_of(form),
                        bcf_of(**bcf, form == Form::Bcf ? BcfVersion::V30 : BcfVersion::V21)});
        break;
      case Form::Remarks:
        made.push_back({file_name_of(form), remarks_csv(input, options.lang)});
        break;
      case Form::Fodt:
        made.push_back({file_name_of(form), fodt});
        break;
      default:
        office.push_back(office_form_of(form));
    }
  }
  Result<OfficeFiles> converted = office_forms(fodt, office, options.office, job);
  if (!converted) return stopped();
  for (OfficeFile& file : converted->files) {
    const auto form = std::find_if(options.forms.begin(), options.forms.end(), [&](Form one) {
      return is_office_form(one) && office_form_of(one) == file.form;
    });
    made.push_back({file_name_of(*form), std::move(file.bytes)});
  }
  published.notices = std::move(converted->notices);
  if (bcf && !*bcf) published.notices.push_back(bcf->error().sentence);
  if (bcf && *bcf && (*bcf)->left_out > 0) published.notices.push_back(too_many(**bcf));
  if (job.stopped()) return stopped();
  if (Status status = make_folder(folder); !status) return status.error();
  std::vector<FileToWrite> files;
  for (const NamedBytes& one : made) {
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
  const auto& forms = options.forms;
  if (input.evaluation.wijk && std::find(forms.begin(), forms.end(), Form::Json) != forms.end()) {
    const Status status = save_wijk_results(folder + "/" + kResults, input.project.wijk->crs.code,
                                            result_tables(*input.evaluation.wijk));
    if (!status) return status.error();
    published.files.push_back(kResults);
  }
  return published;
}

}  // namespace trefpunt

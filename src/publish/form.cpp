// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/form.h"

#include <algorithm>
#include <array>

namespace trefpunt {

namespace {

struct NamedForm {
  Form form;
  std::string_view name, file;
};

constexpr std::array<NamedForm, 11> kForms = {{{Form::Json, "json", "report.json"},
                                               {Form::Html, "html", "report.html"},
                                               {Form::Csv, "csv", "report.csv"},
                                               {Form::Reading, "leesversie", "leesversie.html"},
                                               {Form::Remarks, "opmerkingen", "opmerkingen.csv"},
                                               {Form::Fodt, "fodt", "report.fodt"},
                                               {Form::Pdf, "pdf", "report.pdf"},
                                               {Form::Odt, "odt", "report.odt"},
                                               {Form::Docx, "docx", "report.docx"},
                                               {Form::Bcf, "bcf", "report.bcf"},
                                               {Form::Bcf21, "bcf21", "report-2.1.bcf"}}};

}  // namespace

std::string file_name_of(Form form) {
  for (const NamedForm& one : kForms) {
    if (one.form == form) return std::string(one.file);
  }
  TP_CHECK(false);
}

std::vector<Form> text_forms() {
  return {Form::Json, Form::Html, Form::Csv, Form::Reading, Form::Remarks, Form::Fodt};
}

bool is_office_form(Form form) {
  return form == Form::Pdf || form == Form::Odt || form == Form::Docx;
}

Result<std::vector<Form>> forms_named(std::string_view list) {
  std::vector<Form> asked = {Form::Json, Form::Html};
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string name = squeeze(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    const bool is_all = name == "alles" || name == "all";
    const auto found = std::find_if(kForms.begin(), kForms.end(),
                                    [&](const NamedForm& one) { return one.name == name; });
    if (found == kForms.end() && !is_all && !name.empty()) {
      return Error{Code::BadInput,
                   {"Dit is geen vorm van een rapport. Kies uit json, html, csv, leesversie, "
                    "opmerkingen, fodt, pdf, odt, docx, bcf, bcf21, of alles.",
                    "This is no form of a report. Choose from json, html, csv, leesversie, "
                    "opmerkingen, fodt, pdf, odt, docx, bcf, bcf21, or all."},
                   "--forms " + name};
    }
    for (const NamedForm& one : kForms) {
      if (is_all || one.name == name) asked.push_back(one.form);
    }
  }
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  return asked;
}

}  // namespace trefpunt

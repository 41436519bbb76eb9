// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/form_choices.h"

namespace trefpunt {

const std::vector<FormChoice>& form_choices() {
  static const std::vector<FormChoice> all = {
      {Form::Html, {"Webpagina om te lezen (report.html)", "Web page to read (report.html)"}, true},
      {Form::Json,
       {"Gegevens voor een computer (report.json)", "Data for a computer (report.json)"},
       true},
      {Form::Reading,
       {"Leesversie van twee bladzijden (leesversie.html)",
        "Short version of two pages (leesversie.html)"}},
      {Form::Remarks,
       {"Lijst voor opmerkingen van lezers (opmerkingen.csv)",
        "List for readers' remarks (opmerkingen.csv)"}},
      {Form::Csv, {"Tabel voor Excel (report.csv)", "Table for a spreadsheet (report.csv)"}},
      {Form::Fodt,
       {"OpenDocument-tekst in één bestand (report.fodt)",
        "OpenDocument text in one file (report.fodt)"}},
      {Form::Pdf, {"PDF (report.pdf)", "PDF (report.pdf)"}},
      {Form::Odt, {"Document voor LibreOffice (report.odt)", "LibreOffice document (report.odt)"}},
      {Form::Docx, {"Document voor Word (report.docx)", "Word document (report.docx)"}},
      {Form::Bcf,
       {"BCF 3.0 voor een BIM-programma (report.bcf)", "BCF 3.0 for a BIM tool (report.bcf)"}},
      {Form::Bcf21,
       {"BCF 2.1, voor oudere (report-2.1.bcf)", "BCF 2.1, for older ones (report-2.1.bcf)"}},
  };
  return all;
}

}  // namespace trefpunt

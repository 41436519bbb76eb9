// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/form_choices.h"

namespace trefpunt {

const std::vector<FormChoice>& form_choices() {
  static const std::vector<FormChoice> all = {
      {Form::Html, {"Webpagina om te lezen (report.html)", "Web page to read (report.html)"}, true},
      {Form::Json,
       {"Gegevens voor een computer (report.json)", "Data for a computer (report.json)"},
       true},
  };
  return all;
}

}  // namespace trefpunt

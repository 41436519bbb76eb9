// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "report/html_parts.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

// Those whom a plan is usually put before, and the words by which they are known, folded.
struct KnownBody {
  Text name;
  std::vector<std::string> words;
  bool is_of_wijk;  // for a wijk too; the others belong to an institution
};

const std::vector<KnownBody>& known_bodies() {
  static const std::vector<KnownBody> bodies = {
      {{"cliëntenraad", "client council (cliëntenraad)"},
       {"clientenraad", "client council"},
       false},
      {{"ondernemingsraad (OR)", "works council (ondernemingsraad)"},
       {"ondernemingsraad", "works council", "or"},
       false},
      {{"adviesraad sociaal domein", "social advisory council (adviesraad sociaal domein)"},
       {"adviesraad", "advisory council"},
       true},
      {{"omwonenden", "people living nearby (omwonenden)"},
       {"omwonende", "bewoner", "buurtbewoner", "residents", "neighbours"},
       true},
  };
  return bodies;
}

// "or" is a word of its own; the longer ones may be part of a name.
bool is_body(const std::string& stated, const KnownBody& body) {
  const std::string words = fold(squeeze(stated));
  return std::any_of(body.words.begin(), body.words.end(), [&](const std::string& word) {
    return word.size() <= 2 ? words == word || words.starts_with(word + " ")
                            : words.find(word) != std::string::npos;
  });
}

// Nothing written is not the same as not heard.
void write_unnamed_bodies(Page& page, const ReportModel& model) {
  const bool is_wijk = model.input.evaluation.scale == Scale::Wijk;
  Html unnamed;
  for (const KnownBody& body : known_bodies()) {
    if (is_wijk && !body.is_of_wijk) continue;
    const auto& consultations = model.input.project.answers.consultations;
    const bool is_named =
        std::any_of(consultations.begin(), consultations.end(),
                    [&](const Consultation& one) { return is_body(one.body, body); });
    if (!is_named) unnamed = unnamed + (unnamed.empty() ? Html{} : text(", ")) + page.t(body.name);
  }
  if (unnamed.empty()) return;
  page.paragraph(page.t("Hierover is niets opgeschreven: ", "Nothing was written down about: ") +
                 unnamed +
                 page.t(". Dat zegt niet dat zij niet zijn gehoord.",
                        ". That does not say that they were not heard."));
}

void write_client_council(Page& page, const ReportModel& model) {
  if (model.input.evaluation.scale == Scale::Wijk) return;
  page.paragraph(
      page.t(
          "De cliëntenraad van een zorginstelling mag over sommige plannen adviseren (artikel 7, "
          "onder meer bij verhuizing of verbouwing); bij andere is zijn instemming nodig (artikel "
          "8). "
          "Dat staat in de Wet medezeggenschap cliënten zorginstellingen 2018 (Wmcz 2018). Dit "
          "rapport gaat niet na welk artikel hier geldt.",
          "The client council of a care institution may advise on some plans (article 7, such "
          "as on moving or rebuilding) and has to consent to others (article 8). That is in the "
          "Dutch act Wet medezeggenschap cliënten zorginstellingen 2018 (Wmcz 2018). This report "
          "does not examine which article applies here."),
      "note");
}

}  // namespace

void write_consultations(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "heard");
  const auto& consultations = model.input.project.answers.consultations;
  if (consultations.empty()) {
    page.paragraph(page.t("Er is niet opgeschreven wie is gehoord.",
                          "It was not written down who was heard."));
  }
  std::vector<std::vector<Html>> rows;
  for (const Consultation& one : consultations) {
    const auto or_missing = [&](const std::string& words) {
      return squeeze(words).empty() ? page.t("niet ingevuld", "not filled in") : said(words);
    };
    rows.push_back({said(one.body),
                    one.date.empty() ? page.t("niet ingevuld", "not filled in")
                                     : text(format_date(one.date, page.lang())),
                    tag("strong", one.advice.empty() ? page.t("niet ingevuld", "not filled in")
                                                     : page.t(advice_words(one.advice))),
                    or_missing(one.text), or_missing(one.done)});
  }
  page.table(page.t("Wie is gehoord, wat zij zeiden en wat ermee is gedaan",
                    "Who was heard, what they said and what was done with it"),
             {{page.plain("wie", "who")},
              {page.plain("datum", "date")},
              {page.plain("advies", "advice")},
              {page.plain("wat zij zeiden", "what they said")},
              {page.plain("wat ermee is gedaan", "what was done")}},
             rows, "heard");
  if (!consultations.empty()) write_unnamed_bodies(page, model);
  write_client_council(page, model);
  page.raw("</section>\n");
}

void write_variants(Page& page) {
  page.raw("<section>\n");
  write_part_heading(page, "variants");
  page.paragraph(page.t("Dit rapport gaat over één plan. Er zijn hier geen varianten vergeleken.",
                        "This report is about one plan. No variants are compared here."));
  page.raw("</section>\n");
}

}  // namespace trefpunt

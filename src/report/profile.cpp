// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/markup.h"
#include "report/report_model.h"

namespace trefpunt {

namespace {

// Columns on a terminal: letters count, not bytes.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t count = letters(text);
  return count >= width ? text : text + std::string(width - count, ' ');
}

std::string value_of(const ReportCriterion& entry, Lang lang) {
  if (!entry.verdict->value) {
    const Text words = !entry.criterion->measure.empty() ? Text{"niet gemeten", "not measured"}
                       : entry.answer != nullptr         ? Text{"verklaard", "declared"}
                                                         : Text{"geen antwoord", "no answer"};
    return words.in(lang);
  }
  const Value& value = *entry.verdict->value;
  const int decimals = entry.info ? entry.info->decimals : 2;
  const std::string words = quantity(value, entry.criterion->unit, decimals, lang);
  // A long unit stands in the report only.
  return letters(words) <= 30 ? words : value_words(value, decimals, lang);
}

}  // namespace

std::string report_profile(const ReportInput& input, Lang lang) {
  const ReportModel model = make_model(input);
  const bool nl = lang == Lang::Nl;
  const Judgement& judgement = input.evaluation.judgement;
  std::size_t id_width = 0, title_width = 0, value_width = 0;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      id_width = std::max(id_width, letters(entry.criterion->id));
      title_width = std::max(title_width, letters(entry.criterion->title.in(lang)));
      value_width = std::max(value_width, letters(value_of(entry, lang)));
    }
  }
  std::string out =
      cleaned(squeeze(input.project.name)) + "  " + input.date + "  " +
      (judgement.is_final ? (nl ? "definitief" : "final") : (nl ? "concept" : "draft")) + "\n";
  out += fmt::format(fmt::runtime(nl ? "{} van {} criteria zonder drempel: geen oordeel.\n"
                                     : "{} of {} criteria without a threshold: no judgement.\n"),
                     judgement.without_threshold, model.in_scope());
  for (const ReportTheme& theme : model.themes) {
    out += "\n" + theme.theme->title.in(lang) + "\n";
    for (const ReportCriterion& entry : theme.criteria) {
      const Verdict& verdict = *entry.verdict;
      out += fmt::format(
          "  {}  {}  {}  {}  {}\n", letter(verdict.status), padded(entry.criterion->id, id_width),
          padded(entry.criterion->title.in(lang), title_width),
          padded(value_of(entry, lang), value_width),
          status_words(verdict.status, verdict.underlying, *entry.criterion).in(lang));
    }
  }
  if (!judgement.hints.empty()) out += nl ? "\nLet op:\n" : "\nMind:\n";
  for (const Text& hint : judgement.hints) {
    out += "  - " + cleaned(squeeze(hint.in(lang))) + "\n";
  }
  if (!judgement.blockers.empty()) {
    out += nl ? "\nWat nog ontbreekt voor een definitief rapport:\n"
              : "\nWhat a final report still lacks:\n";
    for (const Text& blocker : judgement.blockers) {
      out += "  - " + cleaned(squeeze(blocker.in(lang))) + "\n";
    }
  }
  return out;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

#include "report/markup.h"
#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostCellBytes = 32000;  // bytes; a spreadsheet takes 32,767 letters

const std::vector<Text>& csv_header() {
  static const std::vector<Text> kHeader = {
      {"criterium", "criterion"},
      {"titel", "title"},
      {"thema", "theme"},
      {"status", "status"},
      {"betekenis van de status", "meaning of the status"},
      {"reden van de status", "reason for the status"},
      {"uitkomst in woorden", "result in words"},
      {"waarde", "value"},
      {"laagste waarde", "lowest value"},
      {"hoogste waarde", "highest value"},
      {"eenheid", "unit"},
      {"drempel", "threshold"},
      {"grondslag van de drempel", "basis of the threshold"},
      {"drempel vastgesteld door", "threshold declared by"},
      {"drempel vastgesteld op", "threshold declared on"},
      {"reden van de drempel", "reason for the threshold"},
      {"antwoord van", "answered by"},
      {"antwoord op", "answered on"},
      {"wat afwijkt", "what departs"},
      {"waarom", "why"},
      {"wat is afgewogen", "what was weighed"},
      {"wat er in plaats daarvan gebeurt", "what is done instead"},
      {"hoe lang", "how long"},
      {"tot en met", "until"},
      {"besloten door", "decided by"},
      {"besloten op", "decided on"},
      {"wie is gehoord", "who was heard"},
      {"opnieuw bekijken op", "review on"},
      {"opnieuw bekijken door", "review by"},
      {"bijlagen", "attachments"},
      {"maat", "measure"},
      {"versie van de maat", "version of the measure"},
  };
  return kHeader;
}

std::string csv_number(std::optional<double> value, Lang lang) {
  if (!value || !std::isfinite(*value)) return {};
  std::string words = fmt::format("{}", *value);
  for (char& letter : words) {
    if (letter == '.' && lang == Lang::Nl) letter = ',';
  }
  return words;
}

// A number of our own is no formula, though it may start with a minus.
struct CsvCell {
  std::string words;
  bool is_number = false;
};

std::vector<CsvCell> explanation_cells(const Explanation* own, Lang lang) {
  if (!own) return std::vector<CsvCell>(12);
  std::string attachments;
  for (const std::string& name : own->attachments) {
    attachments += (attachments.empty() ? "" : "; ") + name;
  }
  return {{own->departs},
          {own->why},
          {own->weighed},
          {own->instead},
          {own->duration.empty() ? "" : duration_words(own->duration).in(lang)},
          {own->until},
          {own->decided_by},
          {own->date},
          {own->consulted},
          {own->review_date},
          {own->reviewer},
          {attachments}};
}

std::vector<CsvCell> csv_row(const ReportCriterion& entry, const Theme& theme, Lang lang) {
  const Criterion& criterion = *entry.criterion;
  const Verdict& verdict = *entry.verdict;
  std::optional<double> value, low, high;
  std::string words;
  if (verdict.value) {
    if (const double* number = std::get_if<double>(&*verdict.value)) value = *number;
    if (const Range* range = std::get_if<Range>(&*verdict.value)) {
      low = range->low;
      high = range->high;
    }
    words = quantity(*verdict.value, criterion.unit, entry.info ? entry.info->decimals : 2, lang);
  }
  std::vector<CsvCell> row = {
      {criterion.id},
      {criterion.title.in(lang)},
      {theme.title.in(lang)},
      {std::string(1, letter(verdict.status))},
      {status_words(verdict.status, verdict.underlying, criterion).in(lang)},
      {verdict.reason.in(lang)},
      {words},
      {csv_number(value, lang), true},
      {csv_number(low, lang), true},
      {csv_number(high, lang), true},
      {criterion.unit.in(lang)},
      {csv_number(verdict.threshold, lang), true},
      {name_of(criterion.threshold.basis).in(lang)},
      {entry.declared ? entry.declared->declared_by : ""},
      {entry.declared ? entry.declared->date : ""},
      {entry.declared ? entry.declared->reason : ""},
      {entry.answer ? entry.answer->answered_by : ""},
      {entry.answer ? entry.answer->date : ""},
  };
  for (CsvCell& cell : explanation_cells(entry.explanation, lang)) row.push_back(std::move(cell));
  row.push_back({entry.info ? entry.info->id : ""});
  row.push_back({entry.info ? fmt::format("{}", entry.info->version) : "", true});
  return row;
}

}  // namespace

std::string csv_cell(std::string_view words, char separator) {
  std::string text = cleaned(words);
  if (text.size() > kMostCellBytes) {
    std::size_t end = kMostCellBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end) + "…";
  }
  // Some programs look past spaces and for the wide forms of these signs.
  const std::size_t first = text.find_first_not_of(" \n");
  if (first != std::string::npos) {
    const std::string_view front = std::string_view(text).substr(first);
    static constexpr std::array<std::string_view, 9> kFormula = {"=",  "+",  "-",  "@", "\t",
                                                                 "＝", "＋", "－", "＠"};
    for (const std::string_view sign : kFormula) {
      if (front.starts_with(sign)) {
        text.insert(0, "'");
        break;
      }
    }
  }
  if (text.find_first_of("\"\n\r") == std::string::npos &&
      text.find(separator) == std::string::npos && !text.starts_with(' ')) {
    return text;
  }
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::string report_csv(const ReportInput& input, Lang lang) {
  const char separator = lang == Lang::Nl ? ';' : ',';
  const ReportModel model = make_model(input);
  std::string out = lang == Lang::Nl ? "\xEF\xBB\xBF" : "";
  const auto line = [&](const std::vector<CsvCell>& cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) out += separator;
      out += cells[c].is_number ? cells[c].words : csv_cell(cells[c].words, separator);
    }
    out += "\r\n";
  };
  std::vector<CsvCell> header;
  for (const Text& name : csv_header()) header.push_back({name.in(lang)});
  line(header);
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) line(csv_row(entry, *theme.theme, lang));
  }
  return out;
}

}  // namespace trefpunt

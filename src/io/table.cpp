// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/table.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>

#include "io/files.h"
#include "io/gdal.h"

namespace trefpunt {

namespace {

bool is_utf8(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80                   ? 0
                     : lead >= 0xC2 && lead < 0xE0 ? 1
                     : (lead & 0xF0) == 0xE0       ? 2
                     : lead >= 0xF0 && lead < 0xF5 ? 3
                                                   : -1;
    if (more < 0) return false;
    for (int k = 0; k < more; ++k) {
      if (++i >= text.size() || (text[i] & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

std::string as_utf8(const std::string& bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return bytes.substr(3);
  return is_utf8(bytes) ? bytes : to_utf8(bytes, "CP1252");
}

// The sign that parts the cells: the one that the first rows have most, outside quotes.
char separator_of(const std::string& text) {
  std::array<int, 3> count{};
  const std::string signs = ";,\t";
  bool is_quoted = false;
  int lines = 0;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n' && ++lines == 5) break;
    if (const std::size_t at = signs.find(c); at != std::string::npos) ++count[at];
  }
  // Decimal commas may outnumber semicolons, never the other way round.
  if (count[0] > 0) return ';';
  if (count[2] > 0) return '\t';
  return ',';
}

std::vector<TableRow> read_text(const std::string& text) {
  std::vector<TableRow> rows;
  const char separator = separator_of(text);
  TableRow row{1, {}};
  std::string cell;
  bool is_quoted = false;
  int line = 1;
  const auto end_cell = [&] {
    row.cells.push_back(squeeze(cell));
    cell.clear();
  };
  const auto end_row = [&] {
    end_cell();
    rows.push_back(std::move(row));
    row = {line, {}};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (is_quoted) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        is_quoted = false;
      }
    } else if (c == '"' && squeeze(cell).empty()) {
      is_quoted = true;
      cell.clear();
    } else if (c == separator) {
      end_cell();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (!cell.empty() || !row.cells.empty()) end_row();
  return rows;
}

Result<std::vector<TableRow>> read_sheet(const std::string& path, std::size_t most_rows) {
  GdalRequest request;
  request.drivers = {"XLSX", "ODS"};
  request.config = {{"OGR_XLSX_HEADERS", "DISABLE"},
                    {"OGR_XLSX_FIELD_TYPES", "STRING"},
                    {"OGR_ODS_HEADERS", "DISABLE"},
                    {"OGR_ODS_FIELD_TYPES", "STRING"}};
  Result<GdalFile> file = open_gdal(path, request);
  if (!file) {
    return Error{
        file.error().code,
        {"Dit bestand is geen leesbare XLSX of ODS.", "This file is not a readable XLSX or ODS."},
        file_name(path)};
  }
  std::vector<TableRow> rows;
  OGRLayer* layer = file->dataset().GetLayer(0);
  if (!layer) return rows;
  layer->ResetReading();
  while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
    TableRow row{static_cast<int>(feature->GetFID()), {}};
    for (int i = 0; i < feature->GetFieldCount(); ++i) {
      row.cells.push_back(feature->IsFieldSetAndNotNull(i) ? squeeze(feature->GetFieldAsString(i))
                                                           : "");
    }
    rows.push_back(std::move(row));
    if (rows.size() > most_rows) break;
  }
  return rows;
}

}  // namespace

Result<std::vector<TableRow>> read_table(const std::string& path, std::size_t most_rows) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (bytes->starts_with("\xD0\xCF\x11\xE0")) {
    return Error{Code::Unsupported,
                 {"Dit is een oud Excel-bestand (XLS). Bewaar het als XLSX of CSV.",
                  "This is an old Excel file (XLS). Save it as XLSX or CSV."},
                 file_name(path)};
  }
  std::vector<TableRow> rows;
  if (bytes->starts_with("PK")) {
    Result<std::vector<TableRow>> sheet = read_sheet(path, most_rows);
    if (!sheet) return sheet.error();
    rows = std::move(*sheet);
  } else {
    const std::string text = as_utf8(*bytes);
    if (text.find('\0') != std::string::npos) {
      return Error{Code::BadInput,
                   {"Dit is geen tabel: geen CSV, XLSX of ODS.",
                    "This is no table: not a CSV, XLSX or ODS."},
                   file_name(path)};
    }
    rows = read_text(text);
  }
  std::erase_if(rows, [](const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
  });
  if (rows.size() > most_rows) {
    const int most = static_cast<int>(most_rows);
    return Error{Code::TooLarge,
                 {"Deze tabel heeft meer dan " + format_number(most, 0, Lang::Nl) +
                      " rijen, de grens van dit programma.",
                  "This table has more than " + format_number(most, 0, Lang::En) +
                      " rows, the limit of this program."},
                 file_name(path)};
  }
  return rows;
}

}  // namespace trefpunt

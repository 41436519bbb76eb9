// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "report/fodt_body.h"
#include "report/fodt_table.h"

namespace trefpunt {

namespace {

using pugi::xml_node;

constexpr std::size_t kLongRow = 1200;  // letters; a longer row may go on on the next page

std::vector<xml_node> rows_of(xml_node table) {
  std::vector<xml_node> rows;
  for (const xml_node child : table.children()) {
    if (std::strcmp(child.name(), "tr") == 0) rows.push_back(child);
    for (const xml_node row : child.children("tr")) rows.push_back(row);
  }
  return rows;
}

std::vector<ColumnNeed> needs_of(const std::vector<xml_node>& rows) {
  std::vector<ColumnNeed> needs;
  for (const xml_node row : rows) {
    std::size_t c = 0;
    for (const xml_node cell : row.children()) {
      if (*cell.name() == '\0') continue;
      if (needs.size() <= c) needs.emplace_back();
      needs[c++].see(words_of(cell));
    }
  }
  return needs;
}

const char* suffix_of(CellSize size) {
  return size == CellSize::Usual ? "" : size == CellSize::Small ? "_20_small" : "_20_tiny";
}

}  // namespace

std::string FodtBody::column_style(double width) {
  const int tenths = static_cast<int>(std::lround(width * 100));  // of a millimetre
  const std::string name = fmt::format("column-{}", tenths);
  if (!made_.insert(name).second) return name;
  xml_node style = styles_.append_child("style:style");
  style.append_attribute("style:name") = name.c_str();
  style.append_attribute("style:family") = "table-column";
  style.append_child("style:table-column-properties").append_attribute("style:column-width") =
      fmt::format("{}.{:02}cm", tenths / 100, tenths % 100).c_str();
  return name;
}

void FodtBody::table(xml_node node, xml_node out) {
  const std::vector<xml_node> rows = rows_of(node);
  std::vector<ColumnNeed> needs = needs_of(rows);
  if (needs.empty()) return;
  const CellSize largest = has_class(node, "dense") ? CellSize::Small : CellSize::Usual;
  auto parts = parts_of(needs, largest);
  if (parts.size() > 1) {
    // Names on one line keep the rows of all parts low.
    needs[0].longest_word = std::max(needs[0].longest_word, std::min(needs[0].longest_cell, 5.0));
    parts = parts_of(needs, largest);
  }
  for (std::size_t p = 0; p < parts.size(); ++p) {
    std::vector<ColumnNeed> wanted;
    for (const std::size_t c : parts[p]) wanted.push_back(needs[c]);
    const TableShape shape = shape_table(wanted, largest);
    if (shape.is_wide) break_ = break_ == "Standard" ? "" : "Wide";  // two may share a page
    xml_node caption = paragraph(out, "text:p", "Table_20_caption");
    inlines(node.child("caption"), caption);
    if (parts.size() > 1) {
      const std::string counted = lang_ == Lang::Nl
                                      ? fmt::format(" (deel {} van {})", p + 1, parts.size())
                                      : fmt::format(" (part {} of {})", p + 1, parts.size());
      caption.append_child(pugi::node_pcdata).set_value(counted.c_str());
    }
    rows_part(rows, parts[p], shape, out);
    if (shape.is_wide) break_ = "Standard";
  }
}

std::string FodtBody::table_style(bool is_wide) {
  const std::string name = is_wide ? "table-wide" : "table-usual";
  if (!made_.insert(name).second) return name;
  xml_node style = styles_.append_child("style:style");
  style.append_attribute("style:name") = name.c_str();
  style.append_attribute("style:family") = "table";
  xml_node properties = style.append_child("style:table-properties");
  properties.append_attribute("style:width") = is_wide ? "26.7cm" : "18cm";
  properties.append_attribute("table:align") = "left";
  properties.append_attribute("fo:margin-bottom") = "0.35cm";
  properties.append_attribute("table:border-model") = "collapsing";
  return name;
}

void FodtBody::rows_part(const std::vector<xml_node>& rows, const std::vector<std::size_t>& part,
                         const TableShape& shape, xml_node out) {
  xml_node made = out.append_child("table:table");
  made.append_attribute("table:name") = fmt::format("table-{}", ++tables_).c_str();
  made.append_attribute("table:style-name") = table_style(shape.is_wide).c_str();
  for (const double width : shape.widths) {
    made.append_child("table:table-column").append_attribute("table:style-name") =
        column_style(width).c_str();
  }
  xml_node head;
  for (const xml_node one : rows) {
    const bool is_head = std::strcmp(one.parent().name(), "thead") == 0;
    if (is_head && !head) head = made.append_child("table:table-header-rows");
    xml_node target = (is_head ? head : made).append_child("table:table-row");
    if (is_head || words_of(one).size() < kLongRow) {
      target.append_attribute("table:style-name") = "WholeRow";
    }
    std::vector<xml_node> cells;
    for (const xml_node child : one.children()) {
      if (*child.name() != '\0') cells.push_back(child);
    }
    if (const char* id = one.attribute("id").value(); *id && part[0] == 0)
      waiting_.emplace_back(id);
    for (const std::size_t c : part) {
      cell(c < cells.size() ? cells[c] : xml_node(), target, is_head, suffix_of(shape.size));
    }
  }
}

void FodtBody::cell(xml_node node, xml_node out, bool is_head, const char* size) {
  xml_node made = out.append_child("table:table-cell");
  made.append_attribute("table:style-name") = is_head ? "HeadCell" : "BodyCell";
  made.append_attribute("office:value-type") = "string";
  if (const char* id = node.attribute("id").value(); *id) waiting_.emplace_back(id);
  inlines(node, paragraph(made, "text:p",
                          fmt::format("Cell{}{}{}", is_head ? "_20_head" : "",
                                      has_class(node, "n") ? "_20_number" : "", size)));
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "criteria/verdict.h"

namespace trefpunt {

// A stretch of text in one style; "\n" in it ends a line.
struct ReportRun {
  std::string words;
  bool is_bold = false;
  std::string link;                  // the id in the report that it leads to; empty: none
  std::optional<StatusCode> status;  // the symbol of a status stands before the words
};
using ReportRuns = std::vector<ReportRun>;

struct ReportCell {
  ReportRuns runs;
  bool is_header = false, is_number = false;
};

// One piece of a report in reading order.
struct ReportBlock {
  enum class Kind { Heading, Paragraph, Item, Table, Facts, Drawing };
  Kind kind = Kind::Paragraph;
  int level = 0;         // of a heading 1..6, of an item its depth from 0
  bool is_soft = false;  // a note: in a lighter ink
  std::string mark;      // of an item: "•" or "3."
  ReportRuns runs;       // of a table: its caption; of a figure: its text alternative
  // Rows of a table, of which the first `header_rows` name the columns; of facts: term and value.
  std::vector<std::vector<ReportCell>> rows;
  std::size_t header_rows = 0;
  std::string svg;              // of a figure: a document of its own
  bool is_told = false;         // of a figure: the block behind it says the alternative too
  float width = 0, height = 0;  // of that, px
};

struct ReportPage {
  std::string title;
  std::vector<ReportBlock> blocks;
  std::map<std::string, std::size_t> anchors;  // the block that an id stands at
};

// What report_html() wrote, as blocks. Errors BadInput: no well-formed page with a <main>.
Result<ReportPage> report_page(const std::string& html);

// All the words of a block, for who looks for some.
std::string words_of(const ReportBlock& block);

}  // namespace trefpunt

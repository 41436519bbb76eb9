// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "report/fodt_figure.h"
#include "report/fodt_table.h"

namespace trefpunt {

bool has_class(pugi::xml_node node, std::string_view name);
// All words below the node but those of drawings, white space squeezed.
std::string words_of(pugi::xml_node node);

// Turns the elements of a page into those of an OpenDocument text, from top to bottom. Styles are
// those of fodt_styles.xml; the few that depend on the page are added to `styles`.
class FodtBody {
 public:
  FodtBody(pugi::xml_node styles, const NodesById& nodes, Lang lang)
      : styles_(styles), nodes_(nodes), lang_(lang) {}

  void blocks(pugi::xml_node html, pugi::xml_node out, const char* loose = "Standard");

 private:
  void block(pugi::xml_node node, pugi::xml_node out, const char* loose);
  void heading(pugi::xml_node node, pugi::xml_node out);
  void list(pugi::xml_node node, pugi::xml_node out);
  void facts(pugi::xml_node node, pugi::xml_node out);
  void columns(pugi::xml_node node, pugi::xml_node out);
  void plans(pugi::xml_node node, pugi::xml_node out);
  void figures(const std::vector<pugi::xml_node>& nodes, pugi::xml_node out);
  void table(pugi::xml_node node, pugi::xml_node out);
  void rows_part(const std::vector<pugi::xml_node>& rows, const std::vector<std::size_t>& part,
                 const TableShape& shape, pugi::xml_node out);
  void cell(pugi::xml_node node, pugi::xml_node out, bool is_head, const char* size);

  void inlines(pugi::xml_node html, pugi::xml_node out);
  void inline_element(pugi::xml_node node, pugi::xml_node out);
  void link(pugi::xml_node node, pugi::xml_node out);
  void frame(pugi::xml_node svg, pugi::xml_node out, bool is_beside = false);
  void end_loose(pugi::xml_node& paragraph);

  // An empty paragraph or heading that carries the page break and the bookmarks that wait for one.
  pugi::xml_node paragraph(pugi::xml_node out, const char* element, const std::string& style);
  // The name of a style that is `parent` with one more property of paragraphs.
  std::string varied(const std::string& parent, const std::string& suffix, const char* property,
                     const char* value);
  std::string column_style(double width);
  std::string table_style(bool is_wide);

  pugi::xml_node styles_;
  const NodesById& nodes_;
  Lang lang_;
  std::set<std::string> made_;  // names of added styles
  std::string break_ =
      "Cover";  // what the next paragraph starts: "page", a master page, or nothing
  std::vector<std::string> waiting_;  // ids for the next paragraph
  std::string last_link_;             // the id that the contents refer to
  bool is_contents_ = false;
  int figures_ = 0, tables_ = 0, sections_ = 0;
};

}  // namespace trefpunt

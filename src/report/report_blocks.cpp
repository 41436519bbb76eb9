// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_blocks.h"

#include <fmt/format.h>

#include <cstring>
#include <pugixml.hpp>
#include <set>
#include <sstream>

namespace trefpunt {

namespace {

using pugi::xml_node;

bool is_one_of(const xml_node& node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::strcmp(node.name(), name) == 0) return true;
  }
  return false;
}

bool bears_class(const xml_node& node, const std::string& wanted) {
  std::stringstream classes(node.attribute("class").value());
  for (std::string one; classes >> one;) {
    if (one == wanted) return true;
  }
  return false;
}

bool is_tall_block(const xml_node& node) {
  return is_one_of(
      node, {"p",   "ul",     "ol",     "table", "dl",      "figure",  "section", "article",
             "div", "header", "footer", "nav",   "main",    "details", "h1",      "h2",
             "h3",  "h4",     "h5",     "h6",    "summary", "aside",   "address", "blockquote"});
}

// Runs of blanks are one blank, as a browser shows them.
void add_words(ReportRuns& runs, const char* text, const ReportRun& style) {
  std::string words;
  const bool follows_blank =
      runs.empty() || runs.back().words.ends_with(' ') || runs.back().words.ends_with('\n');
  for (const char* c = text; *c; ++c) {
    const bool is_blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\r';
    if (!is_blank) {
      words += *c;
    } else if (words.empty() ? !follows_blank : words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.empty()) return;
  ReportRun run = style;
  run.words = words;
  runs.push_back(std::move(run));
}

std::optional<StatusCode> status_of_badge(const xml_node& node) {
  if (!bears_class(node, "badge")) return std::nullopt;
  for (const StatusCode code : {StatusCode::A, StatusCode::B, StatusCode::C, StatusCode::D,
                                StatusCode::E, StatusCode::F, StatusCode::X}) {
    if (bears_class(node, std::string("s-") + letter(code))) return code;
  }
  return std::nullopt;
}

void gather(const xml_node& node, ReportRun style, ReportRuns& runs, bool with_blocks);

void gather_one(const xml_node& node, const ReportRun& style, ReportRuns& runs, bool with_blocks) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    add_words(runs, node.value(), style);
    return;
  }
  if (node.type() != pugi::node_element || is_one_of(node, {"svg", "style", "script"})) return;
  if (is_one_of(node, {"br"})) {
    if (!runs.empty()) runs.back().words += '\n';
    return;
  }
  if (is_tall_block(node) || is_one_of(node, {"li", "dt", "dd"})) {
    if (!with_blocks) return;
    if (!runs.empty() && !runs.back().words.ends_with('\n')) runs.back().words += '\n';
    gather(node, style, runs, true);
    if (!runs.empty() && !runs.back().words.ends_with('\n')) runs.back().words += '\n';
    return;
  }
  ReportRun inner = style;
  if (is_one_of(node, {"strong", "b", "th"})) inner.is_bold = true;
  const std::string link = node.attribute("href").value();
  if (link.starts_with('#')) inner.link = link.substr(1);
  if (const auto status = status_of_badge(node)) {
    ReportRun sign = style;
    sign.status = status;
    runs.push_back(sign);
    inner.status.reset();
  }
  const std::size_t before = runs.size();
  gather(node, inner, runs, with_blocks);
  // What stands on a line of its own in the page.
  if (bears_class(node, "line") && runs.size() > before) runs.back().words += '\n';
}

void gather(const xml_node& node, ReportRun style, ReportRuns& runs, bool with_blocks) {
  for (const xml_node child : node) gather_one(child, style, runs, with_blocks);
}

// Blanks and ends of lines at either end say nothing.
ReportRuns trimmed(ReportRuns runs) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
  while (!runs.empty() && !runs.back().status) {
    std::string& words = runs.back().words;
    while (!words.empty() && is_blank(words.back())) words.pop_back();
    if (!words.empty()) break;
    runs.pop_back();
  }
  while (!runs.empty() && !runs.front().status) {
    std::string& words = runs.front().words;
    while (!words.empty() && is_blank(words.front())) words.erase(0, 1);
    if (!words.empty()) break;
    runs.erase(runs.begin());
  }
  return runs;
}

class Reader {
 public:
  explicit Reader(const xml_node& main) {
    // What figures share stands in svgs that are not shown themselves.
    collect_shared(main);
    walk(main, 0);
    for (const std::string& id : waiting_) page.anchors[id] = page.blocks.size();
  }

  ReportPage page;

 private:
  void collect_shared(const xml_node& node) {
    for (const xml_node child : node.children()) {
      if (is_one_of(child, {"svg"})) {
        if (!bears_class(child, "signs")) continue;
        for (const xml_node part : child) shared_.push_back(part);
      } else {
        collect_shared(child);
      }
    }
  }

  // Of ids that the page's own links can lead to.
  void note(const xml_node& node) {
    if (const char* id = node.attribute("id").value(); *id) waiting_.push_back(id);
  }
  void note_all(const xml_node& node) {
    note(node);
    for (const xml_node child : node.children()) {
      if (!is_one_of(child, {"svg"})) note_all(child);
    }
  }

  void put(ReportBlock block) {
    for (const std::string& id : waiting_) page.anchors[id] = page.blocks.size();
    waiting_.clear();
    page.blocks.push_back(std::move(block));
  }

  void put_text(ReportRuns runs, bool is_soft) {
    ReportBlock block;
    block.runs = trimmed(std::move(runs));
    block.is_soft = is_soft;
    if (!block.runs.empty()) put(std::move(block));
  }

  void walk(const xml_node& node, int depth) {
    ReportRuns loose;  // words beside blocks are a paragraph of their own
    for (const xml_node child : node) {
      if (child.type() == pugi::node_element &&
          (is_tall_block(child) || is_one_of(child, {"svg"}))) {
        put_text(std::exchange(loose, {}), false);
        block(child, depth);
      } else {
        gather_one(child, {}, loose, true);
      }
    }
    put_text(std::move(loose), false);
  }

  void block(const xml_node& node, int depth) {
    if (is_one_of(node, {"nav"})) return;  // the contents stand beside the page
    if (is_one_of(node, {"h1", "h2", "h3", "h4", "h5", "h6"})) {
      note_all(node);
      ReportBlock heading;
      heading.kind = ReportBlock::Kind::Heading;
      heading.level = node.name()[1] - '0';
      ReportRun bold;
      bold.is_bold = true;
      gather(node, bold, heading.runs, true);
      heading.runs = trimmed(std::move(heading.runs));
      if (!heading.runs.empty()) put(std::move(heading));
    } else if (is_one_of(node, {"p", "summary", "address"})) {
      note_all(node);
      ReportRuns runs;
      gather(node, {}, runs, true);
      put_text(std::move(runs),
               bears_class(node, "note") || bears_class(node, "by") || bears_class(node, "kicker"));
    } else if (is_one_of(node, {"ul", "ol"})) {
      note(node);
      list(node, depth);
    } else if (is_one_of(node, {"table"})) {
      note_all(node);
      table(node);
    } else if (is_one_of(node, {"dl"})) {
      note_all(node);
      facts(node);
    } else if (is_one_of(node, {"svg"})) {
      if (!bears_class(node, "signs")) figure(node);
    } else if (is_one_of(node, {"figure"})) {
      note(node);
      for (const xml_node child : node.children()) {
        if (!is_one_of(child, {"figcaption"})) continue;
        ReportRuns runs;
        gather(child, {}, runs, true);
        caption_ = trimmed(std::move(runs));
      }
      for (const xml_node child : node.children()) {
        if (!is_one_of(child, {"figcaption"})) block(child, depth);
      }
      put_text(std::exchange(caption_, {}), true);
    } else {
      note(node);
      walk(node, depth);
    }
  }

  void list(const xml_node& node, int depth) {
    int number = 0;
    for (const xml_node child : node.children("li")) {
      ++number;
      note(child);
      ReportBlock item;
      item.kind = ReportBlock::Kind::Item;
      item.level = depth;
      item.mark = is_one_of(node, {"ol"}) ? fmt::format("{}.", number) : "•";
      gather(child, {}, item.runs, false);
      item.runs = trimmed(std::move(item.runs));
      std::vector<xml_node> inner;
      for (const xml_node part : child.children()) {
        if (is_tall_block(part)) inner.push_back(part);
      }
      if (item.runs.empty() && !inner.empty() && is_one_of(inner.front(), {"p"})) {
        gather(inner.front(), {}, item.runs, true);
        item.runs = trimmed(std::move(item.runs));
        inner.erase(inner.begin());
      }
      if (!item.runs.empty()) put(std::move(item));
      for (const xml_node& part : inner) block(part, depth + 1);
    }
  }

  static ReportCell cell_of(const xml_node& node) {
    ReportCell cell;
    cell.is_header = is_one_of(node, {"th", "dt"});
    cell.is_number = bears_class(node, "n");
    ReportRun style;
    style.is_bold = cell.is_header;
    gather(node, style, cell.runs, true);
    cell.runs = trimmed(std::move(cell.runs));
    return cell;
  }

  void table(const xml_node& node) {
    ReportBlock made;
    made.kind = ReportBlock::Kind::Table;
    ReportRun bold;
    bold.is_bold = true;
    gather(node.child("caption"), bold, made.runs, true);
    made.runs = trimmed(std::move(made.runs));
    const auto add = [&](const xml_node& rows) {
      for (const xml_node row : rows.children("tr")) {
        made.rows.emplace_back();
        for (const xml_node cell : row.children()) made.rows.back().push_back(cell_of(cell));
      }
    };
    for (const xml_node part : node.children("thead")) add(part);
    made.header_rows = made.rows.size();
    for (const xml_node part : node.children("tbody")) add(part);
    for (const xml_node part : node.children("tfoot")) add(part);
    add(node);
    if (!made.rows.empty()) put(std::move(made));
  }

  void facts(const xml_node& node) {
    ReportBlock made;
    made.kind = ReportBlock::Kind::Facts;
    const auto add = [&](const xml_node& pairs) {
      for (const xml_node child : pairs.children()) {
        if (is_one_of(child, {"dt"})) {
          made.rows.push_back({cell_of(child), {}});
        } else if (is_one_of(child, {"dd"}) && !made.rows.empty()) {
          ReportCell value = cell_of(child);
          ReportRuns& runs = made.rows.back()[1].runs;
          if (!runs.empty()) runs.back().words += '\n';
          runs.insert(runs.end(), value.runs.begin(), value.runs.end());
        }
      }
    };
    add(node);
    for (const xml_node pair : node.children("div")) add(pair);
    if (!made.rows.empty()) put(std::move(made));
  }

  void ids_used(const xml_node& node, std::set<std::string>& used) const {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string value = attribute.value();
      if (value.starts_with('#')) used.insert(value.substr(1));
      if (const std::size_t at = value.find("url(#"); at != std::string::npos)
        used.insert(value.substr(at + 5, value.find(')', at) - at - 5));
    }
    for (const xml_node child : node.children()) ids_used(child, used);
  }

  void figure(const xml_node& node) {
    ReportBlock made;
    made.kind = ReportBlock::Kind::Drawing;
    made.width = node.attribute("width").as_float();
    made.height = node.attribute("height").as_float();
    std::string alternative = node.child("desc").text().get();
    if (alternative.empty()) alternative = node.child("title").text().get();
    add_words(made.runs, alternative.c_str(), {});
    ReportBlock caption;
    caption.runs = caption_;
    made.is_told = !caption_.empty() && words_of(caption) == words_of(made);
    pugi::xml_document document;
    xml_node root = document.append_copy(node);
    if (!root.attribute("xmlns")) root.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    std::set<std::string> used;
    ids_used(node, used);
    xml_node defs = root.prepend_child("defs");
    for (const xml_node& part : shared_) {
      // A <defs> of them goes in whole when one of its things is drawn here.
      const bool is_defs = is_one_of(part, {"defs"});
      bool is_wanted = used.contains(part.attribute("id").value());
      for (const xml_node thing : part.children())
        is_wanted = is_wanted || (is_defs && used.contains(thing.attribute("id").value()));
      if (!is_wanted) continue;
      if (!is_defs) {
        defs.append_copy(part);
        continue;
      }
      for (const xml_node thing : part.children()) defs.append_copy(thing);
    }
    std::ostringstream text;
    document.save(text, "", pugi::format_raw | pugi::format_no_declaration);
    made.svg = text.str();
    if (made.width > 0 && made.height > 0) put(std::move(made));
  }

  std::vector<xml_node> shared_;
  std::vector<std::string> waiting_;
  ReportRuns caption_;
};

}  // namespace

Result<ReportPage> report_page(const std::string& html) {
  const std::size_t from = html.find("<main"), to = html.rfind("</main>");
  const Error unread{Code::BadInput,
                     {"Het rapport is niet te tonen.", "The report cannot be shown."},
                     "report.html"};
  if (from == std::string::npos || to == std::string::npos || to < from) return unread;
  pugi::xml_document document;
  const auto read =
      document.load_buffer(html.data() + from, to + 7 - from,
                           pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!read) {
    Error error = unread;
    error.where = fmt::format("report.html: {}", read.description());
    return error;
  }
  Reader reader(document.child("main"));
  const std::size_t title = html.find("<title>"), end = html.find("</title>");
  if (title != std::string::npos && end != std::string::npos && end < from)
    reader.page.title = html.substr(title + 7, end - title - 7);
  return std::move(reader.page);
}

std::string words_of(const ReportBlock& block) {
  std::string words;
  const auto add = [&](const ReportRuns& runs) {
    for (const ReportRun& run : runs) words += run.words;
    words += ' ';
  };
  add(block.runs);
  for (const auto& row : block.rows) {
    for (const ReportCell& cell : row) add(cell.runs);
  }
  return words;
}

}  // namespace trefpunt

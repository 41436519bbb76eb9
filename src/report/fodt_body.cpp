// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/fodt_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace trefpunt {

namespace {

using pugi::xml_node;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(xml_node node) {
  return is_one_of(
      node.name(),
      {"p",       "h1",      "h2",      "h3",      "h4",     "h5",         "h6",
       "ul",      "ol",      "dl",      "table",   "figure", "div",        "section",
       "article", "nav",     "header",  "footer",  "main",   "aside",      "blockquote",
       "form",    "details", "summary", "caption", "li",     "figcaption", "fieldset"});
}

// What only a screen needs.
bool is_left_out(xml_node node) {
  return is_one_of(node.name(), {"script", "style", "head", "input", "button", "textarea", "select",
                                 "symbol", "template"}) ||
         has_class(node, "skip") || has_class(node, "signs") ||
         std::strcmp(node.attribute("aria-hidden").value(), "true") == 0;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n\t\r") == std::string_view::npos;
}

void gather_words(xml_node node, std::string& out) {
  for (const xml_node child : node.children()) {
    if (std::strcmp(child.name(), "svg") == 0) continue;
    if (*child.name() == '\0') out += child.value();
    if (std::strcmp(child.name(), "br") == 0 || is_block(child)) out += ' ';
    gather_words(child, out);
  }
}

void say(xml_node out, const char* words) {
  out.append_child(pugi::node_pcdata).set_value(words);
}

const char* paragraph_style(xml_node node) {
  static constexpr std::array<std::array<const char*, 2>, 8> kStyles = {{{"kicker", "Kicker"},
                                                                         {"draft", "Draft"},
                                                                         {"lead", "Lead"},
                                                                         {"note", "Remark"},
                                                                         {"by", "Remark"},
                                                                         {"reason", "Soft"},
                                                                         {"status", "Status"},
                                                                         {"code", "Soft"}}};
  for (const auto& [name, style] : kStyles) {
    if (has_class(node, name)) return style;
  }
  return nullptr;
}

}  // namespace

bool has_class(xml_node node, std::string_view name) {
  std::string_view rest = node.attribute("class").value();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == name) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

std::string words_of(xml_node node) {
  std::string words;
  gather_words(node, words);
  return squeeze(words);
}

std::string FodtBody::varied(const std::string& parent, const std::string& suffix,
                             const char* property, const char* value) {
  const std::string name = parent + "_20_" + suffix;
  if (!made_.insert(name).second) return name;
  xml_node style = styles_.append_child("style:style");
  style.append_attribute("style:name") = name.c_str();
  style.append_attribute("style:family") = "paragraph";
  style.append_attribute("style:parent-style-name") = parent.c_str();
  if (std::strcmp(property, "style:master-page-name") == 0) {
    style.append_attribute(property) = value;
  } else {
    style.append_child("style:paragraph-properties").append_attribute(property) = value;
  }
  return name;
}

xml_node FodtBody::paragraph(xml_node out, const char* element, const std::string& style) {
  std::string name = style;
  if (break_ == "page") {
    name = varied(style, "page", "fo:break-before", "page");
  } else if (!break_.empty()) {
    name = varied(style, break_, "style:master-page-name", break_.c_str());
  }
  break_.clear();
  xml_node made = out.append_child(element);
  made.append_attribute("text:style-name") = name.c_str();
  for (const std::string& id : waiting_) {
    made.append_child("text:bookmark").append_attribute("text:name") = id.c_str();
  }
  waiting_.clear();
  return made;
}

void FodtBody::end_loose(xml_node& paragraph) {
  if (is_contents_ && paragraph && !last_link_.empty()) {
    paragraph.append_child("text:tab");
    xml_node page = paragraph.append_child("text:bookmark-ref");
    page.append_attribute("text:reference-format") = "page";
    page.append_attribute("text:ref-name") = last_link_.c_str();
    last_link_.clear();
  }
  paragraph = xml_node();
}

void FodtBody::blocks(xml_node html, xml_node out, const char* loose) {
  xml_node open;  // for words that stand outside any paragraph
  for (const xml_node child : html.children()) {
    if (is_left_out(child)) continue;
    if (is_block(child)) {
      end_loose(open);
      block(child, out, loose);
    } else if (open || *child.name() != '\0' || !is_blank(child.value())) {
      if (!open) open = paragraph(out, "text:p", loose);
      if (*child.name() == '\0') {
        say(open, child.value());
      } else {
        inline_element(child, open);
      }
    }
  }
  end_loose(open);
}

void FodtBody::block(xml_node node, xml_node out, const char* loose) {
  const std::string_view name = node.name();
  if (has_class(node, "new-page")) break_ = "page";
  if (const char* id = node.attribute("id").value(); *id) waiting_.emplace_back(id);
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    heading(node, out);
  } else if (name == "p" || name == "summary" || name == "figcaption" || name == "caption") {
    const char* style = paragraph_style(node);
    inlines(node, paragraph(out, "text:p", style ? style : loose));
  } else if (name == "ul" || name == "ol") {
    list(node, out);
  } else if (name == "dl") {
    facts(node, out);
  } else if (name == "table") {
    table(node, out);
  } else if (name == "figure") {
    figures({node}, out);
  } else if (name == "nav") {
    is_contents_ = true;
    blocks(node, out, loose);
    is_contents_ = false;
  } else if (has_class(node, "plans")) {
    plans(node, out);
  } else if (has_class(node, "columns")) {
    columns(node, out);
  } else {
    blocks(node, out, loose);
  }
}

void FodtBody::heading(xml_node node, xml_node out) {
  const char* level = node.name() + 1;
  const bool is_criterion = has_class(node.parent(), "criterion");
  xml_node made =
      paragraph(out, "text:h", is_criterion ? "Criterion" : fmt::format("Heading_20_{}", level));
  made.append_attribute("text:outline-level") = level;
  inlines(node, made);
}

void FodtBody::list(xml_node node, xml_node out) {
  const bool is_nested = std::strcmp(out.name(), "text:list-item") == 0;
  xml_node made = out.append_child("text:list");
  if (!is_nested) {
    made.append_attribute("text:style-name") = has_class(node, "plain")              ? "Plain"
                                               : std::strcmp(node.name(), "ol") == 0 ? "Numbers"
                                                                                     : "Bullets";
  }
  for (const xml_node item : node.children("li")) {
    if (const char* id = item.attribute("id").value(); *id) waiting_.emplace_back(id);
    blocks(item, made.append_child("text:list-item"), is_contents_ ? "Contents" : "List");
  }
}

void FodtBody::facts(xml_node node, xml_node out) {
  const bool is_measured = has_class(node, "tiles");
  constexpr double kTerm = 10 * 2.54 / 72;  // cm, the size of its type
  // A tab goes on to the next stop when the term is a little longer than the first column.
  const double room = is_measured ? 10.2 : 6.2;  // cm
  xml_node last;
  std::string last_style;
  const auto one = [&](xml_node term, xml_node value) {
    const bool is_line = value.find_node([](xml_node n) { return has_class(n, "line"); });
    last_style = is_line ? "Signed" : is_measured ? "Measured" : "Fact";
    last = paragraph(out, "text:p", last_style);
    xml_node quiet = last.append_child("text:span");
    quiet.append_attribute("text:style-name") = "Quiet";
    inlines(term, quiet);
    last.append_child(text_width(words_of(term)) * kTerm > room ? "text:line-break" : "text:tab");
    inlines(value, last);
  };
  for (const xml_node child : node.children()) {
    if (std::strcmp(child.name(), "div") == 0) one(child.child("dt"), child.child("dd"));
    if (std::strcmp(child.name(), "dt") == 0) one(child, child.next_sibling("dd"));
  }
  if (last) {
    const std::string style = varied(last_style, "last", "fo:margin-bottom", "0.35cm");
    last.attribute("text:style-name") = style.c_str();
  }
}

void FodtBody::columns(xml_node node, xml_node out) {
  xml_node section = out.append_child("text:section");
  section.append_attribute("text:style-name") = "Columns";
  section.append_attribute("text:name") = fmt::format("columns-{}", ++sections_).c_str();
  blocks(node, section, "Small");
}

void FodtBody::figures(const std::vector<xml_node>& nodes, xml_node out) {
  const auto drawing = [](xml_node node) {
    return node.find_node([](xml_node n) {
      return std::strcmp(n.name(), "svg") == 0 && !n.attribute("aria-hidden");
    });
  };
  const xml_node line = paragraph(out, "text:p", "Picture");
  for (const xml_node node : nodes) frame(drawing(node), line, nodes.size() > 1);
  for (const xml_node node : nodes) {
    const bool is_last = node == nodes.back();
    for (const xml_node caption : node.children("figcaption")) {
      xml_node made = paragraph(out, "text:p", "Figure_20_caption");
      if (!is_last) {
        made.attribute("text:style-name") =
            varied("Figure_20_caption", "first", "fo:keep-with-next", "always").c_str();
      }
      inlines(caption, made);
    }
  }
}

void FodtBody::plans(xml_node node, xml_node out) {
  std::vector<xml_node> pair;  // small drawings stand two in a row, their captions below
  const auto flush = [&] {
    if (!pair.empty()) figures(pair, out);
    pair.clear();
  };
  for (const xml_node child : node.children()) {
    if (std::strcmp(child.name(), "figure") == 0) {
      pair.push_back(child);
      if (pair.size() == 2) flush();
    } else if (is_block(child)) {
      flush();
      block(child, out, "Standard");
    }
  }
  flush();
}

}  // namespace trefpunt

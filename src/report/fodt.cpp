// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/fodt.h"

#include <pugixml.hpp>

#include "base/check.h"
#include "embedded/fodt_styles_xml.h"
#include "report/fodt_body.h"

namespace trefpunt {

namespace {

using pugi::xml_node;

struct FodtWriter : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

void index_nodes(xml_node node, NodesById& nodes) {
  if (const char* id = node.attribute("id").value(); *id) nodes.emplace(id, node);
  for (const xml_node child : node.children()) index_nodes(child, nodes);
}

// As much as fits on one line, whole letters only.
std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 90;
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

void write_meta(xml_node meta, const std::string& title, Lang lang) {
  meta.append_child("meta:generator").text() = "Trefpunt/" TREFPUNT_VERSION;
  meta.append_child("dc:title").text() = title.c_str();
  meta.append_child("dc:subject").text() = lang == Lang::Nl
                                               ? "Ruimte om elkaar te ontmoeten: pas toe of leg uit"
                                               : "Room to meet each other: comply or explain";
  meta.append_child("dc:language").text() = lang == Lang::Nl ? "nl-NL" : "en-GB";
}

void write_footer(xml_node master, const char* style, const std::string& title, Lang lang) {
  xml_node line = master.append_child("style:footer").append_child("text:p");
  line.append_attribute("text:style-name") = style;
  line.append_child(pugi::node_pcdata).set_value(shortened(title).c_str());
  line.append_child("text:tab");
  line.append_child(pugi::node_pcdata).set_value(lang == Lang::Nl ? "bladzijde " : "page ");
  line.append_child("text:page-number").append_attribute("text:select-page") = "current";
  line.append_child(pugi::node_pcdata).set_value(lang == Lang::Nl ? " van " : " of ");
  line.append_child("text:page-count");
}

void write_edges(xml_node document, const std::string& title, bool is_draft, Lang lang) {
  for (xml_node master : document.child("office:master-styles").children()) {
    const std::string_view name = master.attribute("style:name").value();
    if (name == "Cover") continue;
    if (is_draft) {
      xml_node line = master.append_child("style:header").append_child("text:p");
      line.append_attribute("text:style-name") = "Header";
      line.text() = lang == Lang::Nl ? "CONCEPT" : "DRAFT";
    }
    write_footer(master, name == "Wide" ? "Footer_20_wide" : "Footer", title, lang);
  }
}

}  // namespace

std::string fodt_of(const std::string& html, Lang lang) {
  pugi::xml_document page;
  const auto parsed = page.load_buffer(
      html.data(), html.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  TP_CHECK(parsed.status == pugi::status_ok);
  pugi::xml_document text;
  TP_CHECK(text.load_buffer(embedded::fodt_styles_xml.data(), embedded::fodt_styles_xml.size()));
  xml_node document = text.document_element();

  const xml_node root = page.child("html");
  const std::string title = words_of(root.child("head").child("title"));
  write_meta(document.child("office:meta"), title, lang);
  xml_node letters =
      document.child("office:styles")
          .find_child_by_attribute("style:default-style", "style:family", "paragraph")
          .child("style:text-properties");
  letters.append_attribute("fo:language") = lang == Lang::Nl ? "nl" : "en";
  letters.append_attribute("fo:country") = lang == Lang::Nl ? "NL" : "GB";
  write_edges(document, title, has_class(root.child("body"), "is-draft"), lang);

  NodesById nodes;
  index_nodes(root, nodes);
  FodtBody body(document.child("office:automatic-styles"), nodes, lang);
  body.blocks(root.child("body"), document.child("office:body").child("office:text"));

  FodtWriter writer;
  text.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.out);
}

}  // namespace trefpunt

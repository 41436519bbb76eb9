// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "report/fodt_body.h"

namespace trefpunt {

namespace {

using pugi::xml_node;

constexpr double kSmallPicture = 450;  // px; a plan of one criterion is narrower

xml_node span(xml_node out, const std::string& style) {
  xml_node made = out.append_child("text:span");
  made.append_attribute("text:style-name") = style.c_str();
  return made;
}

// Hebrew, Arabic and their neighbours, by the first bytes of their UTF-8.
bool reads_leftward(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if ((first >= 0xD6 && first <= 0xDF) || (first == 0xE0 && second >= 0xA0 && second <= 0xA3) ||
        (first == 0xEF && second >= 0xAC && second <= 0xBB) ||
        (first == 0xF0 && (second == 0x90 || second == 0x9E))) {
      return true;
    }
  }
  return false;
}

std::string cm(double length) {
  return fmt::format("{:.2f}cm", length);
}

}  // namespace

void FodtBody::inlines(xml_node html, xml_node out) {
  for (const xml_node child : html.children()) {
    if (*child.name() == '\0') {
      out.append_child(pugi::node_pcdata).set_value(child.value());
    } else {
      inline_element(child, out);
    }
  }
}

void FodtBody::inline_element(xml_node node, xml_node out) {
  const std::string_view name = node.name();
  const auto broken = [&] {
    if (out.first_child()) out.append_child("text:line-break");
  };
  if (std::strcmp(node.attribute("aria-hidden").value(), "true") == 0 || has_class(node, "skip")) {
    return;
  }
  if (name == "br") {
    out.append_child("text:line-break");
  } else if (name == "a" && *node.attribute("href").value()) {
    link(node, out);
  } else if (name == "strong" || name == "b") {
    inlines(node, span(out, "Strong"));
  } else if (name == "em" || name == "i") {
    inlines(node, span(out, "Emphasis"));
  } else if (name == "code") {
    inlines(node, span(out, "Fixed"));
  } else if (name == "sup" || name == "sub") {
    inlines(node, span(out, name == "sup" ? "Raised" : "Lowered"));
  } else if (name == "bdi" && reads_leftward(words_of(node))) {
    // OpenDocument has no element for this; the marks of Unicode isolate as well.
    out.append_child(pugi::node_pcdata).set_value("\xE2\x81\xA8");
    inlines(node, out);
    out.append_child(pugi::node_pcdata).set_value("\xE2\x81\xA9");
  } else if (has_class(node, "badge")) {
    const std::string words = words_of(node);
    inlines(node, span(out, "Status_20_" + words.substr(0, 1)));
  } else if (has_class(node, "how") || has_class(node, "then")) {
    broken();
    inlines(node, span(out, "Quiet"));
  } else if (name == "span" && has_class(node, "code")) {
    inlines(node, span(out, "Quiet"));
  } else if (name == "svg") {
    frame(node, out);
  } else if (name == "p" || name == "li" || name == "div" || name == "ul" || name == "ol") {
    if (name != "ul" && name != "ol") broken();
    inlines(node, out);
  } else {
    inlines(node, out);
  }
}

void FodtBody::link(xml_node node, xml_node out) {
  const std::string_view href = node.attribute("href").value();
  const bool is_inside = href.starts_with('#');
  if (is_inside ? !nodes_.contains(std::string(href.substr(1)))
                : !href.starts_with("https://") && !href.starts_with("http://")) {
    inlines(node, out);
    return;
  }
  xml_node made = out.append_child("text:a");
  made.append_attribute("xlink:type") = "simple";
  made.append_attribute("xlink:href") = std::string(href).c_str();
  // The words of a link for who hears the document instead of seeing it.
  made.append_attribute("office:title") = words_of(node).c_str();
  made.append_attribute("text:style-name") = "Internet_20_link";
  made.append_attribute("text:visited-style-name") = "Internet_20_link";
  inlines(node, made);
  if (is_inside) last_link_ = href.substr(1);
}

void FodtBody::frame(xml_node svg, xml_node out, bool is_beside) {
  const ViewSize view = view_size(svg);
  if (view.width <= 0 || view.height <= 0) return;
  const double most_width = is_beside ? 8.9 : view.width <= kSmallPicture ? 12.0 : 17.9;
  const double most_height = 21;
  const double scale = std::min(most_width / view.width, most_height / view.height);
  xml_node made = out.append_child("draw:frame");
  made.append_attribute("draw:style-name") = "Drawing";
  made.append_attribute("draw:name") =
      fmt::format("{} {}", lang_ == Lang::Nl ? "Figuur" : "Figure", ++figures_).c_str();
  made.append_attribute("text:anchor-type") = "as-char";
  made.append_attribute("svg:width") = cm(view.width * scale).c_str();
  made.append_attribute("svg:height") = cm(view.height * scale).c_str();
  xml_node image = made.append_child("draw:image");
  image.append_attribute("draw:mime-type") = "image/svg+xml";
  image.append_child("office:binary-data").text() = base64(lone_svg(svg, nodes_)).c_str();
  const std::string title = words_of(svg.child("title")), desc = words_of(svg.child("desc"));
  const char* label = svg.attribute("aria-label").value();
  made.append_child("svg:title").text() = title.empty() ? label : title.c_str();
  made.append_child("svg:desc").text() =
      desc.empty() ? made.child("svg:title").text().get() : desc.c_str();
}

}  // namespace trefpunt

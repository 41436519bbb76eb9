// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/fodt_figure.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <vector>

#include "report/fodt_hatch.h"
#include "report/fodt_table.h"

namespace trefpunt {

namespace {

struct StringWriter : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

void borrow(pugi::xml_node node, const NodesById& nodes) {
  std::vector<pugi::xml_node> uses;
  for (const pugi::xml_node child : node.children()) {
    if (std::strcmp(child.name(), "use") == 0) {
      uses.push_back(child);
    } else {
      borrow(child, nodes);
    }
  }
  for (const pugi::xml_node use : uses) {
    const char* href = use.attribute("href").value();
    const auto found = nodes.find(*href == '#' ? href + 1 : href);
    if (found != nodes.end()) node.insert_copy_before(found->second, use).remove_attribute("id");
    node.remove_child(use);
  }
}

// A halo is a stroke painted before the letters. Office programs paint it over them, so that a
// white ground below the words takes its place.
void ground_halos(pugi::xml_node node) {
  std::vector<pugi::xml_node> texts;
  for (const pugi::xml_node child : node.children()) {
    if (child.attribute("paint-order")) {
      texts.push_back(child);
    } else {
      ground_halos(child);
    }
  }
  for (pugi::xml_node text : texts) {
    for (const char* name : {"paint-order", "stroke", "stroke-width", "stroke-linejoin"}) {
      text.remove_attribute(name);
    }
    const double size = text.attribute("font-size").as_double();
    const double width = text_width(text.child_value()) * size * 1.04;
    const std::string_view anchor = text.attribute("text-anchor").value();
    const double left = anchor == "middle" ? width / 2 : anchor == "end" ? width : 0;
    pugi::xml_node ground = node.insert_child_before("path", text);
    ground.append_attribute("d") =
        fmt::format("M{:.1f} {:.1f}h{:.1f}v{:.1f}h-{:.1f}Z", text.attribute("x").as_double() - left,
                    text.attribute("y").as_double() - size * 0.8, width, size, width)
            .c_str();
    ground.append_attribute("fill") = "#ffffff";
  }
}

void settle(pugi::xml_node node) {
  for (const char* name : {"class", "role", "aria-labelledby", "aria-hidden", "aria-label"}) {
    node.remove_attribute(name);
  }
  for (pugi::xml_attribute attribute : node.attributes()) {
    if (std::strcmp(attribute.value(), "currentColor") == 0) attribute.set_value("#1f2328");
  }
  for (const pugi::xml_node child : node.children()) settle(child);
}

}  // namespace

std::string lone_svg(pugi::xml_node svg, const NodesById& nodes) {
  pugi::xml_document alone;
  pugi::xml_node root = alone.append_copy(svg);
  borrow(root, nodes);
  draw_hatches(root);
  ground_halos(root);
  settle(root);
  root.remove_attribute("font-family");
  root.append_attribute("font-family") = "Liberation Sans";
  StringWriter writer;
  alone.save(writer, "", pugi::format_raw | pugi::format_no_declaration);
  return std::move(writer.out);
}

std::string base64(std::string_view bytes) {
  static constexpr char kLetters[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      const bool is_there = k == 0 || i + k - 1 < bytes.size();
      out += is_there ? kLetters[three >> (18 - 6 * k) & 63] : '=';
    }
  }
  return out;
}

ViewSize view_size(pugi::xml_node svg) {
  ViewSize size;
  double left = 0, top = 0;
  const char* at = svg.attribute("viewBox").value();
  for (double* number : {&left, &top, &size.width, &size.height}) {
    while (*at == ' ') ++at;
    at = std::from_chars(at, at + std::strlen(at), *number).ptr;
  }
  return size;
}

}  // namespace trefpunt

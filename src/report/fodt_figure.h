// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace trefpunt {

using NodesById = std::map<std::string, pugi::xml_node>;

// A drawing of the page that needs nothing else of the page: what it borrows by <use> is copied in,
// and what office programs do not draw (halos, colours of the page) is written in plain terms.
std::string lone_svg(pugi::xml_node svg, const NodesById& nodes);

std::string base64(std::string_view bytes);

// Width and height of the viewBox, px; 0 when it has none.
struct ViewSize {
  double width = 0, height = 0;
};
ViewSize view_size(pugi::xml_node svg);

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/support/page_checks.h"

#include <regex>
#include <set>
#include <vector>

namespace trefpunt {

std::string unbalanced(const std::string& html) {
  static const std::set<std::string> kVoid = {"meta", "br", "path", "circle", "use", "!DOCTYPE"};
  static const std::regex kTag("<(/?)([A-Za-z!][A-Za-z0-9]*)[^<>]*?(/?)>");
  std::vector<std::string> open;
  const std::size_t style = html.find("<style>"), end = html.find("</style>");
  const std::string body = html.substr(0, style + 7) + html.substr(end);
  for (std::sregex_iterator it(body.begin(), body.end(), kTag), last; it != last; ++it) {
    const std::string name = (*it)[2];
    if (kVoid.count(name) || (*it)[3].length() > 0) continue;
    if ((*it)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + "> after " + (open.empty() ? "nothing" : open.back());
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "open " + open.back();
}

std::string skipped_heading(const std::string& html) {
  static const std::regex kHeading("<h([1-6])[^>]*>");
  int before = 0;
  for (std::sregex_iterator it(html.begin(), html.end(), kHeading), last; it != last; ++it) {
    const int level = std::stoi((*it)[1]);
    if (level > before + 1) return (*it)[0];
    before = level;
  }
  return "";
}

std::string double_id(const std::string& html) {
  static const std::regex kId(" id=\"([^\"]*)\"");
  std::set<std::string> ids;
  for (std::sregex_iterator it(html.begin(), html.end(), kId), last; it != last; ++it) {
    if (!ids.insert((*it)[1]).second) return (*it)[0];
  }
  static const std::regex kLink("href=\"#([^\"]*)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), kLink), last; it != last; ++it) {
    if (ids.count((*it)[1]) == 0) return (*it)[0];
  }
  return "";
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page_frame.h"

#include <fmt/format.h>

#include "embedded/report_css.h"

namespace trefpunt {

void open_page(Page& page, const std::string& title, const char* body_class,
               std::string_view more_css) {
  page.raw(
      fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                  "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n<body{}>\n",
                  page.lang() == Lang::Nl ? "nl" : "en", text(title).code, embedded::report_css,
                  more_css, *body_class ? fmt::format(" class=\"{}\"", body_class) : ""));
}

void skip_link(Page& page, const std::string& id, const Html& words) {
  page.raw(fmt::format("<a class=\"skip\" href=\"#{}\">{}</a>\n", as_id(id), words.code));
}

void close_page(Page& page) {
  page.raw("</main>\n</body>\n</html>\n");
}

}  // namespace trefpunt

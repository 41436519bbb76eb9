// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_page.h"

#include <fmt/format.h>

#include "report/markup.h"
#include "report/report_model.h"

namespace trefpunt {

Html text(std::string_view plain) {
  std::string code;
  for (const char c : escaped(plain)) {
    if (c == '\n') {
      code += "<br/>";
    } else {
      code += c;
    }
  }
  return {code};
}

Html said(std::string_view plain) {
  return tag("bdi", text(plain));
}

Html tag(std::string_view element, const Html& inner) {
  const std::string_view name = element.substr(0, element.find(' '));
  return {fmt::format("<{}>{}</{}>", element, inner.code, name)};
}

Html link_to(std::string_view id, const Html& inner) {
  return {fmt::format("<a href=\"#{}\">{}</a>", as_id(id), inner.code)};
}

std::string as_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    id += is_plain ? c : '_';
  }
  return id;
}

Html badge(StatusCode status, const std::string& words) {
  const char code = letter(status);
  return {fmt::format(
      "<span class=\"badge s-{0}\"><svg aria-hidden=\"true\" width=\"18\" height=\"18\">"
      "<use href=\"#sign-{0}\"/></svg><b>{0}</b> {1}</span>",
      code, escaped(words))};
}

std::string badge_signs() {
  const auto symbol = [](char code, const std::string& inner) {
    return fmt::format("<symbol id=\"sign-{}\" viewBox=\"0 0 18 18\">{}</symbol>\n", code, inner);
  };
  const std::string round =
      "<circle cx=\"9\" cy=\"9\" r=\"7.5\" fill=\"none\" stroke=\"currentColor\" "
      "stroke-width=\"1.6\"/>";
  const auto line = [](const char* path, const char* colour = "currentColor") {
    return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>", path,
                       colour);
  };
  const auto solid = [](const char* path) {
    return fmt::format("<path d=\"{}\" fill=\"currentColor\"/>", path);
  };
  return "<svg class=\"signs\" aria-hidden=\"true\" width=\"0\" height=\"0\">\n" +
         symbol('A', solid("M9 1A8 8 0 0 1 9 17A8 8 0 0 1 9 1Z") +
                         line("M5 9.3L8 12.2L13.2 6.4", "#fff")) +
         symbol('B', round + solid("M9 1.5A7.5 7.5 0 0 0 9 16.5Z")) +
         symbol('C', line("M2 3H16V12.5H9L5 16V12.5H2Z") + line("M5 6.3H13M5 9.3H11")) +
         symbol('D', round + line("M5 9H13")) +
         symbol('E', round + line("M6.6 7.2A2.4 2.4 0 1 1 9 9.6V10.8M9 12.3V14")) +
         symbol('F', round) +
         symbol('X', solid("M9 1L17.5 16.5H0.5Z") + line("M9 6V11.2M9 12.6V14.6", "#fff")) +
         "</svg>\n";
}

void Page::heading(int level, const std::string& id, const Html& words) {
  raw(fmt::format("<h{0}{1}>{2}</h{0}>\n", level,
                  id.empty() ? "" : fmt::format(" id=\"{}\"", as_id(id)), words.code));
}

void Page::paragraph(const Html& words, const char* css_class) {
  if (words.empty()) return;
  const std::string attribute =
      *css_class ? fmt::format(" class=\"{}\"", css_class) : std::string();
  raw(fmt::format("<p{}>{}</p>\n", attribute, words.code));
}

void Page::list(const std::vector<Html>& items, const char* css_class) {
  if (items.empty()) return;
  raw(*css_class ? fmt::format("<ul class=\"{}\">\n", css_class) : "<ul>\n");
  for (const Html& item : items) raw("<li>" + item.code + "</li>\n");
  raw("</ul>\n");
}

void Page::facts(const std::vector<Fact>& facts, const char* css_class) {
  bool is_open = false;
  for (const Fact& fact : facts) {
    if (fact.value.empty()) continue;
    if (!is_open) raw(fmt::format("<dl class=\"{}\">\n", css_class));
    is_open = true;
    raw(fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", fact.term.code, fact.value.code));
  }
  if (is_open) raw("</dl>\n");
}

void Page::table(const Html& caption, const std::vector<Column>& columns,
                 const std::vector<std::vector<Html>>& rows, const char* css_class) {
  if (rows.empty()) return;
  // On a narrow screen the style stacks the cells under their names (data-h). Browsers then forget
  // that this is a table, so that the roles say it.
  raw(fmt::format("<table role=\"table\"{}>\n<caption>{}</caption>\n<thead><tr role=\"row\">",
                  *css_class ? fmt::format(" class=\"{}\"", css_class) : "", caption.code));
  const auto side = [&](std::size_t c) { return columns[c].is_number ? " class=\"n\"" : ""; };
  for (std::size_t c = 0; c < columns.size(); ++c) {
    raw(fmt::format("<th scope=\"col\" role=\"columnheader\"{}>{}</th>", side(c),
                    text(columns[c].name).code));
  }
  raw("</tr></thead>\n<tbody>\n");
  for (const std::vector<Html>& row : rows) {
    raw("<tr role=\"row\">");
    for (std::size_t c = 0; c < row.size() && c < columns.size(); ++c) {
      raw(c == 0
              ? fmt::format("<th scope=\"row\" role=\"rowheader\"{}>{}</th>", side(c), row[c].code)
              : fmt::format("<td role=\"cell\" data-h=\"{}\"{}>{}</td>", text(columns[c].name).code,
                            side(c), row[c].code));
    }
    raw("</tr>\n");
  }
  raw("</tbody>\n</table>\n");
}

}  // namespace trefpunt

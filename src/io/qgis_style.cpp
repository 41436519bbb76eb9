// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/qgis_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/check.h"
#include "io/geopackage.h"

namespace trefpunt {

namespace {

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= ' ') safe += c;  // XML has no other signs
    }
  }
  return safe;
}

std::string text_of(Colour colour, int alpha = 255) {
  return fmt::format("{},{},{},{}", colour.red, colour.green, colour.blue, alpha);
}

std::string property(const char* key, const std::string& value) {
  return fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, value);
}

// One symbol, with sizes in millimetres on paper.
std::string symbol(StyledAs as, std::size_t number, Colour colour) {
  const char *type = "fill", *layer = "SimpleFill";
  std::string look;
  switch (as) {
    case StyledAs::Marker:
      type = "marker";
      layer = "SimpleMarker";
      look = property("name", "circle") + property("color", text_of(colour)) +
             property("outline_color", "255,255,255,255") + property("outline_width", "0.2") +
             property("size", "2");
      break;
    case StyledAs::Stroke:
      type = "line";
      layer = "SimpleLine";
      look = property("line_color", text_of(colour)) + property("line_width", "0.6") +
             property("capstyle", "round") + property("joinstyle", "round");
      break;
    case StyledAs::Fill:
      look = property("color", text_of(colour, 200)) + property("style", "solid") +
             property("outline_color", "255,255,255,255") + property("outline_width", "0.1");
      break;
    case StyledAs::Outline:
      look = property("style", "no") + property("outline_color", text_of(colour)) +
             property("outline_style", "dash") + property("outline_width", "0.5");
  }
  return fmt::format(
      "<symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\"><layer class=\"{}\" "
      "enabled=\"1\" locked=\"0\" pass=\"0\">{}</layer></symbol>\n",
      number, type, layer, look);
}

std::string document(const std::string& renderer, const Aliases& aliases) {
  std::string names;
  for (const auto& [column, name] : aliases) {
    names += fmt::format("<alias field=\"{}\" name=\"{}\"/>\n", escaped(column), escaped(name));
  }
  if (!names.empty()) names = "<aliases>\n" + names + "</aliases>\n";
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22.0\" styleCategories=\"{}\">\n{}{}</qgis>\n",
      names.empty() ? "Symbology" : "Symbology|Fields", renderer, names);
}

}  // namespace

std::string single_style(StyledAs as, Colour colour, const Aliases& aliases) {
  return document(fmt::format("<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\">\n<symbols>\n"
                              "{}</symbols>\n</renderer-v2>\n",
                              symbol(as, 0, colour)),
                  aliases);
}

std::string categorised_style(StyledAs as, const std::string& column,
                              const std::vector<StyleClass>& classes, const Aliases& aliases) {
  std::string list, symbols;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    list += fmt::format(
        "<category value=\"{}\" symbol=\"{}\" label=\"{}\" render=\"true\" type=\"string\"/>\n",
        escaped(classes[i].value), i, escaped(classes[i].label));
    symbols += symbol(as, i, classes[i].colour);
  }
  return document(
      fmt::format("<renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" symbollevels=\"0\">\n"
                  "<categories>\n{}</categories>\n<symbols>\n{}</symbols>\n</renderer-v2>\n",
                  escaped(column), list, symbols),
      aliases);
}

std::string graduated_style(StyledAs as, const std::string& column,
                            const std::vector<StyleRange>& ranges, const Aliases& aliases) {
  std::string list, symbols;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    list += fmt::format(
        "<range lower=\"{}\" upper=\"{}\" symbol=\"{}\" label=\"{}\" render=\"true\"/>\n",
        ranges[i].low, ranges[i].high, i, escaped(ranges[i].label));
    symbols += symbol(as, i, ranges[i].colour);
  }
  return document(fmt::format("<renderer-v2 type=\"graduatedSymbol\" attr=\"{}\" "
                              "graduatedMethod=\"GraduatedColor\" symbollevels=\"0\">\n"
                              "<ranges>\n{}</ranges>\n<symbols>\n{}</symbols>\n</renderer-v2>\n",
                              escaped(column), list, symbols),
                  aliases);
}

std::vector<Colour> colour_scale(std::size_t steps) {
  static const std::vector<Colour> kScale = {
      {253, 231, 37}, {94, 201, 98}, {33, 145, 140}, {59, 82, 139}, {68, 1, 84}};
  TP_CHECK(steps <= kScale.size());
  std::vector<Colour> colours;
  for (std::size_t i = 0; i < steps; ++i) {
    colours.push_back(kScale[steps == 1 ? 2 : i * (kScale.size() - 1) / (steps - 1)]);
  }
  return colours;
}

void add_styles(Database& database, const std::vector<TableStyle>& styles) {
  if (styles.empty()) return;
  // As QGIS makes it, save that the day is a fixed one: the same content gives the same file.
  database.run(
      "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY NOT NULL, f_table_catalog TEXT(256), "
      "f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), "
      "styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, "
      "owner TEXT(30), ui TEXT(30), update_time DATETIME)");
  Statement insert(database,
                   "INSERT INTO layer_styles VALUES (?,'','',?,'geom',?,?,'',?,'','','',"
                   "'1970-01-01T00:00:00.000Z')");
  std::set<std::string> with_default;
  std::int64_t id = 0;
  for (const TableStyle& style : styles) {
    insert.reset();
    insert.bind(0, ++id);
    insert.bind_text(1, style.table);
    insert.bind_text(2, style.name);
    insert.bind_text(3, style.qml);
    insert.bind(4, std::int64_t{with_default.insert(style.table).second});
    insert.step();
  }
  register_table(database, "layer_styles", "", kUndefinedCartesian, {});
}

}  // namespace trefpunt

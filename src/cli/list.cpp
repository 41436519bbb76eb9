// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "io/layer_map.h"
#include "project/wijk_assumptions_json.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

Json both(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

struct Format {
  const char* name;
  Text what;
  bool is_read, is_written;
};

const std::vector<Format>& formats() {
  static const std::vector<Format> list = {
      {"IFC, ifczip",
       {"bouwmodel van een architect: IFC2x3, IFC4, IFC4x3",
        "an architect's building model: "
        "IFC2x3, IFC4, IFC4x3"},
       true,
       false},
      {"DXF", {"plattegrond van een architect", "an architect's drawing"}, true, false},
      {"PDF",
       {"plattegrond als lijnen, met zijn schaal; of onderlegger om over te tekenen",
        "plan as lines, with its scale; or underlay to draw over"},
       true,
       false},
      {"PNG, JPEG, TIFF", {"onderlegger om over te tekenen", "underlay to draw over"}, true, false},
      {"GeoJSON",
       {"plattegrond met ruimten, wanden en deuren, of OSM-binnenkaart",
        "plan with spaces, walls and doors, or an OSM indoor map"},
       true,
       false},
      {"CSV, XLSX, ODS", {"ruimtestaat", "room list"}, true, false},
      {"OSM",
       {"wijk uit OpenStreetMap: .osm.pbf, .osm, ook .gz en .bz2",
        "wijk of OpenStreetMap: .osm.pbf, .osm, also .gz and .bz2"},
       true,
       false},
      {"GeoPackage, GML",
       {"lagen van een wijk: straten, buurten, BAG, BGT, plekken",
        "layers of a wijk: streets, neighbourhoods, BAG, BGT, places"},
       true,
       false},
      {"SHP, FlatGeobuf",
       {"hetzelfde; ook GeoJSON met zulke lagen", "the same; GeoJSON with such layers too"},
       true,
       false},
      {"CityJSON", {"BGT en gebouwen van een wijk", "BGT and buildings of a wijk"}, true, false},
      {"CSV (wijk)",
       {"plekken of woningen met coördinaten of adres; kerncijfers en eenzaamheid per code",
        "places or homes by coordinates or address; key figures and loneliness by code"},
       true,
       false},
      {"JSON",
       {"ambitie, antwoorden, programma, aannamen over een wijk, gebruik, lagen, reikwijdte, "
        "catalogus",
        "ambition, answers, programme, assumptions on a neighbourhood, uses, layers, scope, "
        "catalogue"},
       true,
       false},
      {"trefpunt",
       {"project (GeoPackage, opent in QGIS)", "project (GeoPackage, opens in QGIS)"},
       true,
       true},
      {"report.json", {"rapport voor programma's", "report for programs"}, false, true},
      {"report.html", {"rapport voor mensen", "report for people"}, false, true},
      {"SVG, PNG", {"tekening van een verdieping", "picture of a storey"}, false, true},
  };
  return list;
}

}  // namespace

int run_measures(bool json, Lang lang) {
  if (json) {
    Json out = Json::array();
    for (const Measure* measure : all_measures()) {
      const MeasureInfo& info = measure->info();
      Json parameters = Json::array(), secondary = Json::array();
      for (const ParameterInfo& p : info.parameters) {
        parameters.push_back(
            {{"id", p.id}, {"unit", both(p.unit)}, {"value", p.value}, {"why", both(p.why)}});
      }
      for (const SecondaryInfo& s : info.secondary) {
        secondary.push_back({{"id", s.id}, {"name", both(s.name)}, {"unit", both(s.unit)}});
      }
      Json entry = {
          {"id", info.id},           {"version", info.version},       {"name", both(info.name)},
          {"unit", both(info.unit)}, {"formula", both(info.formula)}, {"parameters", parameters},
          {"secondary", secondary}};
      if (info.plugin) entry["plugin"] = info.plugin->path;
      out.push_back(std::move(entry));
    }
    fmt::print("{}\n", out.dump(1, ' ', false, Json::error_handler_t::replace));
    return 0;
  }
  for (const Measure* measure : all_measures()) {
    const MeasureInfo& info = measure->info();
    fmt::print("{} (v{}): {}{}\n    {}\n", info.id, info.version, info.name.in(lang),
               info.unit.empty() ? "" : " [" + info.unit.in(lang) + "]", info.formula.in(lang));
    if (info.plugin) fmt::print("    plug-in: {}\n", info.plugin->path);
  }
  return 0;
}

int run_formats(const FormatsOptions& options) {
  if (options.layers) {
    fmt::print("{}", builtin_layer_map_json());
    return 0;
  }
  if (options.wijk_assumptions) {
    fmt::print("{}", to_json(default_assumptions()));
    return 0;
  }
  const auto [json, lang] = std::pair{options.json, options.lang};
  Json out = Json::array();
  for (const Format& format : formats()) {
    if (json) {
      out.push_back({{"name", format.name},
                     {"what", both(format.what)},
                     {"read", format.is_read},
                     {"written", format.is_written}});
      continue;
    }
    const Text direction = format.is_read && format.is_written
                               ? Text{"leest en schrijft", "reads and writes"}
                           : format.is_read ? Text{"leest", "reads"}
                                            : Text{"schrijft", "writes"};
    fmt::print("{:<15} {:<18} {}\n", format.name, direction.in(lang), format.what.in(lang));
  }
  if (json) fmt::print("{}\n", out.dump(1));
  return 0;
}

}  // namespace trefpunt

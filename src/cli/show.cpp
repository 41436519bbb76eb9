// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/progress.h"
#include "space/layout_findings.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

struct Shown {
  Input input;
  std::vector<Layouts> layouts;  // per building
  std::vector<Finding> findings;
};

Result<Shown> read(const ShowOptions& options) {
  Result<Catalogue> catalogue = load_catalogue(options.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  Progress progress(Text{"Inlezen", "Reading"}.in(options.lang));
  Result<Input> input = read_input(options.input, *catalogue, session, progress.job());
  if (!input) return input.error();
  const Project& project = input->project;
  Shown shown;
  shown.findings = project.import_findings;
  for (const Building& building : project.buildings) {
    Result<Layouts> layouts = session.layouts(building, progress.job());
    if (!layouts) return layouts.error();
    for (const auto& layout : *layouts) {
      shown.findings.insert(shown.findings.end(), layout->findings.begin(), layout->findings.end());
    }
    const AccessGraph access = make_access_graph(building, *layouts);
    shown.findings.insert(shown.findings.end(), access.findings.begin(), access.findings.end());
    shown.layouts.push_back(std::move(*layouts));
  }
  shown.input = *std::move(input);
  return shown;
}

const char* link_word(LinkKind kind) {
  switch (kind) {
    case LinkKind::Stairs:
      return "stairs";
    case LinkKind::Lift:
      return "lift";
    case LinkKind::Ramp:
      return "ramp";
  }
  return "";
}

Json storey_json(const Building& building, const Storey& storey, const Layout& layout) {
  Json spaces = Json::array(), doors = Json::array(), links = Json::array();
  for (std::size_t s = 0; s < storey.spaces.size(); ++s) {
    const Space& space = storey.spaces[s];
    const SpaceShape& shape = layout.shapes[s];
    spaces.push_back({{"id", to_string(space.id)},
                      {"name", space.name},
                      {"number", space.number},
                      {"use", id_of(space.use)},
                      {"use_is_suggested", space.use_is_suggested},
                      {"area_m2", shape.polygon ? Json(shape.area_m2) : Json(nullptr)},
                      {"source_key", space.source_key}});
  }
  for (std::size_t d = 0; d < storey.doors.size(); ++d) {
    const Door& door = storey.doors[d];
    Json sides = Json::array();
    for (const DoorSides::Side& side : {layout.doors[d].left, layout.doors[d].right}) {
      if (side.space) sides.push_back(to_string(*side.space));
    }
    doors.push_back(
        {{"id", to_string(door.id)},
         {"width", door.clear_width ? Json(*door.clear_width) : Json(nullptr)},
         {"opening_width", door.opening_width()},
         {"spaces", sides},
         {"outside", layout.doors[d].left.is_outside || layout.doors[d].right.is_outside},
         {"source_key", door.source_key}});
  }
  for (const Link& link : storey.links) {
    links.push_back(
        {{"id", to_string(link.id)},
         {"kind", link_word(link.kind)},
         {"walking_length", link.walking_length ? Json(*link.walking_length) : Json(nullptr)},
         {"slope", link.slope ? Json(*link.slope) : Json(nullptr)},
         {"source_key", link.source_key}});
  }
  return {{"building", building.name},
          {"name", storey.name},
          {"level", storey.level},
          {"spaces", spaces},
          {"doors", doors},
          {"links", links},
          {"solid_m2", layout.solid_area}};
}

void print_json(const Shown& shown, Lang lang) {
  Json storeys = Json::array(), layers = Json::array(), findings = Json::array();
  const std::vector<Building>& buildings = shown.input.project.buildings;
  for (std::size_t b = 0; b < buildings.size(); ++b) {
    const Building& building = buildings[b];
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      storeys.push_back(storey_json(building, *building.storeys[s], *shown.layouts[b][s]));
    }
  }
  for (const LayerUse& layer : shown.input.layers) {
    layers.push_back({{"file", layer.file},
                      {"name", layer.name},
                      {"count", layer.count},
                      {"meaning", id_of(layer.meaning)}});
  }
  for (const Finding& finding : shown.findings) {
    Json where = {{"storey", finding.storey}, {"object", finding.object}};
    if (finding.place) where["at"] = {finding.place->x, finding.place->y};
    findings.push_back({{"code", finding.code},
                        {"severity", id_of(finding.severity)},
                        {"sentence", finding.sentence.in(lang)},
                        {"where", where}});
  }
  Json out = {{"storeys", storeys}, {"layers", layers}, {"findings", findings}};
  if (shown.input.project.wijk) out["wijk"] = wijk_json(shown.input);
  fmt::print("{}\n", out.dump(1));
}

// A string cut or padded to a width counted in characters, not bytes.
std::string fitted(const std::string& text, std::size_t width) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (starts && ++count > width) {
      --count;
      break;
    }
    out += text[i];
  }
  return out + std::string(width - count, ' ');
}

// Per drawing its layers, how many things lie on each and what they are taken for: first the word
// that a layer map (--layers) uses.
void print_layers(const std::vector<LayerUse>& layers, Lang lang) {
  std::size_t width = 0;
  for (const LayerUse& layer : layers) width = std::max(width, layer.name.size());
  std::string file;
  for (const LayerUse& layer : layers) {
    if (layer.file != file) {
      file = layer.file;
      fmt::print("\n{} {}:\n", Text{"Lagen van", "Layers of"}.in(lang), file);
    }
    fmt::print("  {} {:>6}  {:<13} {}\n", fitted(layer.name, width), layer.count,
               id_of(layer.meaning), name_of(layer.meaning).in(lang));
  }
}

void print_words(const Shown& shown, Lang lang) {
  const bool nl = lang == Lang::Nl;
  const Project& project = shown.input.project;
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const Building& building = project.buildings[b];
    fmt::print("{} ({})\n", building.name.empty() ? project.name : building.name,
               building.placement.crs.empty()
                   ? (nl ? "zonder plaats in de wereld" : "no place in the world")
                   : building.placement.crs);
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      const Storey& storey = *building.storeys[s];
      const Layout& layout = *shown.layouts[b][s];
      double floor = 0;
      for (const SpaceShape& shape : layout.shapes) floor += shape.area_m2;
      fmt::print("\n{} {} ({} {}): {} {}, {} m², {} {}\n", nl ? "Verdieping" : "Storey",
                 storey.name, nl ? "niveau" : "level", format_short(storey.level, 1, lang),
                 storey.spaces.size(), nl ? "ruimten" : "spaces", format_number(floor, 1, lang),
                 storey.doors.size(), nl ? "deuren" : "doors");
      for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
        const Space& space = storey.spaces[i];
        const bool has_face = layout.shapes[i].polygon.has_value();
        fmt::print("  {} {} {} {:>9} m²  {}{}\n", fitted(to_string(space.id), 5),
                   fitted(space.number, 7), fitted(space.name, 28),
                   has_face ? format_number(layout.shapes[i].area_m2, 1, lang) : "–",
                   name_of(space.use).in(lang),
                   space.use_is_suggested ? (nl ? " (voorstel)" : " (suggested)") : "");
      }
    }
  }
  print_layers(shown.input.layers, lang);
  print_wijk(shown.input, lang);
  if (shown.findings.empty()) return;
  fmt::print("\n{}:\n", nl ? "Bevindingen" : "Findings");
  for (const Finding& finding : shown.findings) {
    const std::string where = finding.code / 100 == 4 ? finding.object : finding.storey;
    fmt::print("  {} {}{}{}\n", finding.code, where.empty() ? "" : where_in(where, lang) + ": ",
               finding.sentence.in(lang),
               finding.place ? fmt::format(" ({}, {})", format_number(finding.place->x, 2, lang),
                                           format_number(finding.place->y, 2, lang))
                             : "");
  }
}

}  // namespace

Result<int> run_show(const ShowOptions& options) {
  Result<Shown> shown = read(options);
  if (!shown) return shown.error();
  if (options.json) {
    print_json(*shown, options.lang);
  } else {
    print_words(*shown, options.lang);
  }
  return 0;
}

}  // namespace trefpunt

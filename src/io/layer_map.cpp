// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/layer_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "embedded/layer_map_json.h"
#include "project/json.h"

namespace trefpunt {

bool fits_pattern(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, from = 0;
  while (n < name.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n]) && pattern[p] != '*') {
      ++p, ++n;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++from;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

namespace {

constexpr int kSchema = 1;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Two digits in front, or behind an agent of at most two letters: "21", "22.11", "a-2210--",
// "(31)". More than four digits in a row are a number of another kind.
std::string_view element_code(std::string_view name) {
  std::size_t at = 0;
  for (const std::string_view prefix : {"nl-sfb", "nl/sfb", "nlsfb", "sfb"}) {
    if (name.starts_with(prefix)) {
      at = prefix.size();
      break;
    }
  }
  if (at == 0) {
    while (at < 2 && at < name.size() && std::isalpha(static_cast<unsigned char>(name[at]))) ++at;
  }
  while (at < name.size() && std::string_view("-_ (").find(name[at]) != std::string_view::npos)
    ++at;
  std::size_t end = at;
  while (end < name.size() && is_digit(name[end])) ++end;
  return end - at >= 2 && end - at <= 4 ? name.substr(at, 2) : std::string_view();
}

Meaning first_fit(const std::vector<LayerMap::Rule>& rules, const std::string& name) {
  const std::string folded = fold(squeeze(name));
  const std::string_view code = element_code(folded);
  for (const LayerMap::Rule& rule : rules) {
    const std::string_view pattern = rule.pattern;
    const bool is_code = pattern.size() == 3 && pattern[0] == '#';
    if (is_code ? code == pattern.substr(1) : fits_pattern(pattern, folded)) return rule.meaning;
  }
  return Meaning::Unknown;
}

std::string meanings() {
  std::string list;
  for (const Meaning meaning : all_meanings()) {
    if (!list.empty()) list += ", ";
    list += id_of(meaning);
  }
  return list;
}

}  // namespace

const std::vector<Meaning>& all_meanings() {
  static const std::vector<Meaning> all = {
      Meaning::Ignore,   Meaning::Wall,         Meaning::Glass,     Meaning::Door,
      Meaning::Window,   Meaning::Stairs,       Meaning::Lift,      Meaning::Furniture,
      Meaning::Seat,     Meaning::SpaceOutline, Meaning::RoomStamp, Meaning::Floor,
      Meaning::Obstacle, Meaning::Boundary,     Meaning::Text,      Meaning::Unknown};
  return all;
}

std::string_view id_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::Ignore:
      return "ignore";
    case Meaning::Wall:
      return "wall";
    case Meaning::Glass:
      return "glass";
    case Meaning::Door:
      return "door";
    case Meaning::Window:
      return "window";
    case Meaning::Stairs:
      return "stairs";
    case Meaning::Lift:
      return "lift";
    case Meaning::Furniture:
      return "furniture";
    case Meaning::Seat:
      return "seat";
    case Meaning::SpaceOutline:
      return "space_outline";
    case Meaning::RoomStamp:
      return "room_stamp";
    case Meaning::Floor:
      return "floor";
    case Meaning::Obstacle:
      return "obstacle";
    case Meaning::Boundary:
      return "boundary";
    case Meaning::Text:
      return "text";
    case Meaning::Unknown:
      return "unknown";
  }
  return "";
}

const Text& name_of(Meaning meaning) {
  static const std::map<Meaning, Text> names = {
      {Meaning::Ignore, {"niet gelezen", "not read"}},
      {Meaning::Wall, {"muur", "wall"}},
      {Meaning::Glass, {"glazen wand", "glass wall"}},
      {Meaning::Door, {"deur", "door"}},
      {Meaning::Window, {"raam", "window"}},
      {Meaning::Stairs, {"trap", "stairs"}},
      {Meaning::Lift, {"lift", "lift"}},
      {Meaning::Furniture, {"meubel", "furniture"}},
      {Meaning::Seat, {"zitplaats", "seat"}},
      {Meaning::SpaceOutline, {"omtrek van een ruimte", "outline of a room"}},
      {Meaning::RoomStamp, {"ruimtestempel", "room stamp"}},
      {Meaning::Floor, {"beloopbare vloer", "walkable floor"}},
      {Meaning::Obstacle, {"obstakel op de vloer", "obstacle on the floor"}},
      {Meaning::Boundary, {"grens zonder wand", "boundary without a wall"}},
      {Meaning::Text, {"tekst", "text"}},
      {Meaning::Unknown, {"niet bekend; niet gelezen", "not known; not read"}},
  };
  return names.at(meaning);
}

Meaning LayerMap::of_layer(const std::string& name) const {
  return first_fit(layers, name);
}
Meaning LayerMap::of_block(const std::string& name) const {
  return first_fit(blocks, name);
}

const LayerMap& builtin_layer_map() {
  static const LayerMap map = [] {
    Result<LayerMap> parsed =
        parse_layer_map(std::string(builtin_layer_map_json()), "layer_map.json", {});
    TP_CHECK(parsed);
    return *std::move(parsed);
  }();
  return map;
}

std::string_view builtin_layer_map_json() {
  return embedded::layer_map_json;
}

Result<LayerMap> parse_layer_map(const std::string& json, const std::string& name,
                                 const LayerMap& base) {
  const Result<nlohmann::json> checked = parse_json(json, name);
  if (!checked) return checked.error();
  // Once more with the order of the keys kept: the first pattern that fits decides.
  const auto document = nlohmann::ordered_json::parse(json, nullptr, false);
  const auto wrong = [&](const std::string& nl, const std::string& en) {
    return Error{Code::BadInput, {nl, en}, name};
  };
  if (!document.is_object() || !document.contains("schema") ||
      !document["schema"].is_number_integer()) {
    return wrong("Dit is geen lagenkaart: het hoort een object met \"schema\": 1 te zijn.",
                 "This is no layer map: it should be an object with \"schema\": 1.");
  }
  if (document["schema"].get<int>() > kSchema) {
    return Error{Code::Newer,
                 {"Deze lagenkaart is van een nieuwere versie van het programma.",
                  "This layer map is of a newer version of the program."},
                 name};
  }
  LayerMap map;
  for (const auto& [key, rules] : document.items()) {
    if (key == "schema") continue;
    if ((key != "layers" && key != "blocks") || !rules.is_object()) {
      return wrong(fmt::format("\"{}\" hoort hier niet: alleen \"layers\" en \"blocks\", elk met "
                               "\"patroon\": \"betekenis\".",
                               key),
                   fmt::format("\"{}\" does not belong here: only \"layers\" and \"blocks\", each "
                               "with \"pattern\": \"meaning\".",
                               key));
    }
    for (const auto& [pattern, value] : rules.items()) {
      const auto meaning =
          std::find_if(all_meanings().begin(), all_meanings().end(), [&value = value](Meaning m) {
            return value.is_string() && value.template get<std::string>() == id_of(m);
          });
      if (meaning == all_meanings().end()) {
        return wrong(fmt::format("{}: \"{}\": deze betekenis is er niet. Kies uit: {}.", key,
                                 pattern, meanings()),
                     fmt::format("{}: \"{}\": there is no such meaning. Choose from: {}.", key,
                                 pattern, meanings()));
      }
      (key == "layers" ? map.layers : map.blocks).push_back({fold(squeeze(pattern)), *meaning});
    }
  }
  map.layers.insert(map.layers.end(), base.layers.begin(), base.layers.end());
  map.blocks.insert(map.blocks.end(), base.blocks.begin(), base.blocks.end());
  return map;
}

}  // namespace trefpunt

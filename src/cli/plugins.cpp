// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "measure/plugin_host.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

Json plugin_text(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

Json parameter_json(const ParameterInfo& parameter) {
  return {{"id", parameter.id},
          {"label", plugin_text(parameter.label)},
          {"unit", plugin_text(parameter.unit)},
          {"minimum", parameter.minimum},
          {"maximum", parameter.maximum},
          {"value", parameter.value},
          {"why", plugin_text(parameter.why)}};
}

Json plugin_json(const MeasureInfo& info) {
  Json parameters = Json::array();
  for (const ParameterInfo& parameter : info.parameters) {
    parameters.push_back(parameter_json(parameter));
  }
  return {{"id", info.id},
          {"title", plugin_text(info.name)},
          {"version", info.version},
          {"maker", info.plugin->maker},
          {"file", info.plugin->path},
          {"sha256", info.plugin->sha256},
          {"formula", plugin_text(info.formula)},
          {"source", plugin_text(info.source)},
          {"parameters", parameters}};
}

void print_plugin(const MeasureInfo& info, Lang lang) {
  const bool nl = lang == Lang::Nl;
  fmt::print("{} (v{}): {}{}\n    {}\n", info.id, info.version, info.name.in(lang),
             info.unit.empty() ? "" : " [" + info.unit.in(lang) + "]", info.formula.in(lang));
  for (const ParameterInfo& parameter : info.parameters) {
    const auto number = [&](double value) { return format_short(value, 6, lang); };
    fmt::print("    --set {}.{}={}  {}{}, {} {} {} {}\n", info.id, parameter.id,
               fmt::format("{}", parameter.value), parameter.label.in(lang),
               parameter.unit.empty() ? "" : " (" + parameter.unit.in(lang) + ")",
               nl ? "van" : "from", number(parameter.minimum), nl ? "tot" : "to",
               number(parameter.maximum));
  }
  fmt::print("    {}: {}\n    {}\n    SHA-256 {}\n", nl ? "maker" : "maker", info.plugin->maker,
             info.plugin->path, info.plugin->sha256);
}

}  // namespace

Result<std::vector<Error>> use_plugins(const std::vector<std::string>& folders, bool is_quiet,
                                       Lang lang) {
  Result<std::vector<std::string>> found = plugin_folders(folders);
  if (!found) return found.error();
  Plugins plugins = load_plugins(*found);
  use_measures(std::move(plugins.measures));
  if (!is_quiet) {
    for (const Error& refused : plugins.refused) {
      fmt::print(stderr, "trefpunt: {}: {}\n", Text{"plug-in geweigerd", "plugin refused"}.in(lang),
                 to_string(refused, lang));
    }
  }
  return std::move(plugins.refused);
}

int run_plugins(const std::vector<Error>& refused, bool json, Lang lang) {
  Json loaded = Json::array(), not_loaded = Json::array();
  int count = 0;
  for (const Measure* measure : all_measures()) {
    const MeasureInfo& info = measure->info();
    if (!info.plugin) continue;
    ++count;
    if (json) {
      loaded.push_back(plugin_json(info));
    } else {
      print_plugin(info, lang);
    }
  }
  for (const Error& error : refused) {
    if (json) {
      not_loaded.push_back({{"file", error.where}, {"reason", plugin_text(error.sentence)}});
    } else {
      fmt::print("{}: {}\n", Text{"geweigerd", "refused"}.in(lang), to_string(error, lang));
    }
  }
  if (json) {
    const Json out = {{"loaded", loaded}, {"refused", not_loaded}};
    fmt::print("{}\n", out.dump(1, ' ', false, Json::error_handler_t::replace));
  } else if (count == 0 && refused.empty()) {
    fmt::print("{}\n", Text{"Er zijn geen plug-ins; noem een map met --plugins.",
                            "There are no plugins; name a folder with --plugins."}
                           .in(lang));
  }
  return 0;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>
#include <set>
#include <string>

#include "measure/plugin_measure.h"

namespace trefpunt {

namespace {

// Collects the first thing wrong.
struct Check {
  std::string where;
  std::optional<Error> fault = std::nullopt;

  void fail(std::string nl, std::string en) {
    if (!fault) fault = Error{Code::BadInput, {std::move(nl), std::move(en)}, where};
  }
  void words(const char* text, const std::string& name, bool may_be_empty = false) {
    if (text && (may_be_empty || *text)) return;
    fail(fmt::format("de tekst ‘{}’ van de plug-in ontbreekt", name),
         fmt::format("the plugin's text '{}' is missing", name));
  }
  void words(const tp_text& text, const std::string& name, bool may_be_empty = false) {
    words(text.nl, name + " (nl)", may_be_empty);
    words(text.en, name + " (en)", may_be_empty);
  }
  void id(const char* text, const std::string& name) {
    words(text, name);
    if (fault) return;
    const std::string_view id = text;
    const bool is_fine =
        id[0] >= 'a' && id[0] <= 'z' &&
        id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
    if (is_fine) return;
    fail(fmt::format("‘{}’ kan niet als {}: schrijf a-z, 0-9 en _, en begin met een letter", id,
                     name),
         fmt::format("'{}' cannot be the {}: use a-z, 0-9 and _, and start with a letter", id,
                     name));
  }
};

void check_size(Check& check, const tp_plugin& plugin) {
  // A later minor version may have grown; this one may not.
  const bool fits = plugin.abi_minor > TP_ABI_MINOR ? plugin.struct_size >= sizeof(tp_plugin)
                                                    : plugin.struct_size == sizeof(tp_plugin);
  if (fits) return;
  check.fail(fmt::format("de plug-in beschrijft zich in {} bytes; dat moeten er {} zijn",
                         plugin.struct_size, sizeof(tp_plugin)),
             fmt::format("the plugin describes itself in {} bytes; it should be {}",
                         plugin.struct_size, sizeof(tp_plugin)));
}

void check_parameter(Check& check, const tp_parameter* parameter, std::uint32_t place) {
  if (!parameter) {
    check.fail(fmt::format("rekenwaarde {} van de plug-in ontbreekt", place),
               fmt::format("the plugin's parameter {} is missing", place));
    return;
  }
  check.id(parameter->id, fmt::format("parameter {}: id", place));
  if (check.fault) return;
  const std::string id = parameter->id;
  check.words(parameter->label, id + ": label");
  check.words(parameter->unit, id + ": unit", true);
  check.words(parameter->why, id + ": why");
  const double low = parameter->minimum, high = parameter->maximum;
  const double value = parameter->default_value;
  if (std::isfinite(low) && std::isfinite(high) && low < high && value >= low && value <= high) {
    return;
  }
  check.fail(
      fmt::format("rekenwaarde ‘{}’ kan niet: van {} tot {}, standaard {}", id, low, high, value),
      fmt::format("parameter '{}' is impossible: from {} to {}, default {}", id, low, high, value));
}

void check_numbers(Check& check, const tp_plugin& plugin) {
  if (plugin.version < 1 || plugin.version > 1000000) {
    check.fail("het versienummer van de plug-in moet 1 of hoger zijn",
               "the plugin's version must be 1 or more");
  }
  if (plugin.per > TP_PER_SEAT) {
    check.fail(
        fmt::format("de plug-in meet per {}; dat kent dit programma niet", plugin.per),
        fmt::format("the plugin measures per {}, which this program does not know", plugin.per));
  }
  if (plugin.decimals > 9 || plugin.better < -1 || plugin.better > 1) {
    check.fail("decimals is 0 tot 9 en better is -1, 0 of 1",
               "decimals is 0 to 9 and better is -1, 0 or 1");
  }
  if (!plugin.evaluate) {
    check.fail("de plug-in heeft geen functie evaluate", "the plugin has no function evaluate");
  }
}

}  // namespace

Status check_plugin(const tp_plugin& plugin, const std::string& where) {
  if (plugin.abi_major != TP_ABI_MAJOR) {
    return Error{Code::Unsupported,
                 {fmt::format("de plug-in is gemaakt voor versie {} van de plug-inregels; dit "
                              "programma kent versie {}",
                              plugin.abi_major, TP_ABI_MAJOR),
                  fmt::format("the plugin was made for version {} of the plugin rules; this "
                              "program knows version {}",
                              plugin.abi_major, TP_ABI_MAJOR)},
                 where};
  }
  Check check{where};
  check_size(check, plugin);
  if (check.fault) return *check.fault;
  check.id(plugin.id, "id");
  check.words(plugin.maker, "maker");
  check.words(plugin.title, "title");
  check.words(plugin.unit, "unit", true);
  check.words(plugin.row_unit, "row_unit", true);
  check.words(plugin.formula, "formula");
  check.words(plugin.source, "source");
  check.words(plugin.not_applicable, "not_applicable");
  check.words(plugin.not_computed, "not_computed");
  check_numbers(check, plugin);
  if (plugin.parameter_count > 0 && (!plugin.parameters || plugin.parameter_count > 1000)) {
    check.fail("de lijst met rekenwaarden van de plug-in klopt niet",
               "the plugin's list of parameters is wrong");
  }
  std::set<std::string> ids;
  for (std::uint32_t i = 0; i < plugin.parameter_count && !check.fault; ++i) {
    check_parameter(check, plugin.parameters[i], i + 1);
    if (check.fault || ids.insert(plugin.parameters[i]->id).second) continue;
    check.fail(fmt::format("rekenwaarde ‘{}’ staat er twee keer", plugin.parameters[i]->id),
               fmt::format("parameter '{}' is there twice", plugin.parameters[i]->id));
  }
  if (check.fault) return *check.fault;
  return Done{};
}

}  // namespace trefpunt

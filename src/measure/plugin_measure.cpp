// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/plugin_measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <mutex>

#include "measure/places.h"
#include "measure/plugin_plan.h"

namespace trefpunt {

namespace {

Text text_of(const tp_text& text) {
  return {text.nl, text.en};
}

// What tp_host::self points at.
struct Call {
  Job& job;
  std::mutex mutex;
  Text failure;
};

std::int32_t step(void* self, std::uint32_t done, std::uint32_t total) {
  const auto small = [](std::uint32_t n) { return static_cast<int>(std::min(n, 0x7fffffffu)); };
  return static_cast<Call*>(self)->job.step(small(done), small(total)) ? 1 : 0;
}

void fail(void* self, const char* nl, const char* en) {
  auto& call = *static_cast<Call*>(self);
  const std::lock_guard lock(call.mutex);
  if (call.failure.empty()) call.failure = {nl ? nl : "", en ? en : ""};
}

// Room for the values with a margin whose content tells whether someone wrote beyond the end.
struct Buffer {
  static constexpr std::size_t kMargin = 64;
  static constexpr double kUntouched = -7.25e300;
  static constexpr std::uint8_t kUntouchedState = 0xA5;

  explicit Buffer(std::size_t size)
      : count(size), values(size + kMargin, kUntouched), states(size + kMargin, kUntouchedState) {
    std::fill_n(values.begin(), size, 0.0);
    std::fill_n(states.begin(), size, std::uint8_t{TP_NOTHING_SAID});
  }
  bool is_overrun() const {
    const auto end = static_cast<std::ptrdiff_t>(count);
    return std::any_of(values.begin() + end, values.end(),
                       [](double value) { return value != kUntouched; }) ||
           std::any_of(states.begin() + end, states.end(),
                       [](std::uint8_t state) { return state != kUntouchedState; });
  }

  std::size_t count;
  std::vector<double> values;
  std::vector<std::uint8_t> states;
};

bool is_said(double value, std::uint8_t state) {
  if (state == TP_VALUE) return std::isfinite(value);
  return state == TP_NOT_APPLICABLE || state == TP_NOT_COMPUTED;
}

Value value_of(const tp_plugin& plugin, double value, std::uint8_t state) {
  if (state == TP_VALUE) return value;
  if (state == TP_NOT_APPLICABLE) return NotApplicable{text_of(plugin.not_applicable)};
  return NotComputed{text_of(plugin.not_computed)};
}

// What is wrong with an answer; empty: nothing.
Text fault_of(std::int32_t code, Call& call, const tp_result& result, const Buffer& buffer,
              std::uint32_t count) {
  if (code != TP_OK) {
    if (!call.failure.nl.empty() && !call.failure.en.empty()) return call.failure;
    return {fmt::format("hij gaf foutcode {} zonder uitleg", code),
            fmt::format("it gave failure code {} without a reason", code)};
  }
  if (buffer.is_overrun()) {
    return {fmt::format("hij schreef voorbij het einde van zijn {} waarden", count),
            fmt::format("it wrote beyond the end of its {} values", count)};
  }
  if (result.written != count || result.count != count) {
    return {fmt::format("hij gaf {} waarden, er zijn er {} nodig", result.written, count),
            fmt::format("it gave {} values where {} are needed", result.written, count)};
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (is_said(buffer.values[i], buffer.states[i])) continue;
    return {fmt::format("waarde {} van {} heeft geen geldige toestand", i + 1, count),
            fmt::format("value {} of {} has no valid state", i + 1, count)};
  }
  if (!is_said(result.headline, result.headline_state)) {
    return {"de uitkomst heeft geen geldige toestand", "the headline has no valid state"};
  }
  return {};
}

std::string trimmed(const std::string& sentence) {
  const std::size_t end = sentence.find_last_not_of(" .\n");
  return end == std::string::npos ? "" : sentence.substr(0, end + 1);
}

Outcome refused(const MeasureInfo& info, const Text& fault) {
  const std::string& path = info.plugin->path;
  const std::string file = path.substr(path.find_last_of('/') + 1);
  Outcome outcome;
  outcome.headline =
      NotComputed{{fmt::format("De plug-in {} is niet gebruikt: {}.", file, trimmed(fault.nl)),
                   fmt::format("The plugin {} was not used: {}.", file, trimmed(fault.en))}};
  return outcome;
}

}  // namespace

PluginMeasure::PluginMeasure(const tp_plugin& plugin, PluginFile file) : plugin_(plugin) {
  info_.id = plugin.id;
  info_.version = static_cast<int>(plugin.version);
  info_.name = text_of(plugin.title);
  info_.unit = text_of(plugin.unit);
  info_.decimals = static_cast<int>(plugin.decimals);
  info_.formula = text_of(plugin.formula);
  if (plugin.per == TP_PER_SPACE) info_.row_name = {"ruimte", "space"};
  if (plugin.per == TP_PER_SEAT) info_.row_name = {"zitplek", "seat"};
  info_.row_unit = text_of(plugin.row_unit);
  info_.better = plugin.better > 0   ? Better::Higher
                 : plugin.better < 0 ? Better::Lower
                                     : Better::Neither;
  info_.source = text_of(plugin.source);
  info_.plugin = std::move(file);
  for (std::uint32_t i = 0; i < plugin.parameter_count; ++i) {
    const tp_parameter& own = *plugin.parameters[i];
    ParameterInfo parameter{own.id, text_of(own.unit), own.default_value, text_of(own.why)};
    parameter.label = text_of(own.label);
    parameter.minimum = own.minimum;
    parameter.maximum = own.maximum;
    info_.parameters.push_back(std::move(parameter));
  }
}

Result<Outcome> PluginMeasure::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  const PluginPlan plan(scene);
  std::vector<double> parameters;
  for (const ParameterInfo& parameter : info_.parameters) {
    const double value = scene.parameter(parameter.id);
    // Declared values come checked; a catalogue of someone's own does not.
    if (!(value >= parameter.minimum && value <= parameter.maximum)) {
      return refused(
          info_, {fmt::format("de rekenwaarde {} is {}, en moet van {} tot {} zijn", parameter.id,
                              value, parameter.minimum, parameter.maximum),
                  fmt::format("the parameter {} is {}, and must be from {} to {}", parameter.id,
                              value, parameter.minimum, parameter.maximum)});
    }
    parameters.push_back(value);
  }
  const std::uint32_t count = plugin_.per == TP_PER_SPACE  ? plan.columns().space_count
                              : plugin_.per == TP_PER_SEAT ? plan.columns().seat_count
                                                           : 0;
  Buffer buffer(count);
  Call call{job, {}, {}};
  const tp_host host{sizeof(tp_host), &call, step, fail};
  tp_result result{sizeof(tp_result), count, buffer.values.data(), buffer.states.data(), 0, 0,
                   TP_NOTHING_SAID};
  std::int32_t code = TP_FAILED;
  try {
    code = plugin_.evaluate(&plan.columns(), parameters.data(), &result, &host);
  } catch (...) {  // forbidden, and a sentence is better than a crash
    return refused(info_, {"hij brak af met een C++-fout", "it broke off with a C++ exception"});
  }
  if (job.stopped()) return stopped();
  if (const Text fault = fault_of(code, call, result, buffer, count); !fault.empty()) {
    return refused(info_, fault);
  }
  Outcome outcome;
  outcome.headline = value_of(plugin_, result.headline, result.headline_state);
  for (std::uint32_t i = 0; i < count; ++i) {
    const char* object =
        plugin_.per == TP_PER_SPACE ? plan.columns().space_id[i] : plan.columns().seat_id[i];
    outcome.rows.push_back({object, value_of(plugin_, buffer.values[i], buffer.states[i])});
  }
  return outcome;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same for C++20, header only: arrays become spans, and no exception gets out.

#include <cstdint>
#include <exception>
#include <span>
#include <string_view>

#include "trefpunt_plugin.h"

namespace trefpunt_sdk {

struct Stopped {};  // thrown by Call::step() when the answer is no longer wanted

// One call of evaluate().
struct Call {
  const tp_plan& plan;
  std::span<const double> parameters;
  tp_result& result;
  const tp_host& host;

  void step(std::uint32_t done, std::uint32_t total) const {
    if (host.step(host.self, done, total) == 0) throw Stopped{};
  }
  void value(std::uint32_t i, double number) const { put(i, number, TP_VALUE); }
  void not_applicable(std::uint32_t i) const { put(i, 0, TP_NOT_APPLICABLE); }
  void not_computed(std::uint32_t i) const { put(i, 0, TP_NOT_COMPUTED); }
  void headline(double number) const { head(number, TP_VALUE); }
  void headline_not_applicable() const { head(0, TP_NOT_APPLICABLE); }
  void headline_not_computed() const { head(0, TP_NOT_COMPUTED); }

  // The points of a ring, wall, piece of furniture or link.
  static std::span<const tp_point> points(const std::uint32_t* begin, const tp_point* points,
                                          std::uint32_t i) {
    return {points + begin[i], points + begin[i + 1]};
  }
  bool is_use(std::uint32_t space, std::string_view use) const {
    return plan.space_use[space] == use;
  }

 private:
  void put(std::uint32_t i, double number, std::uint8_t state) const {
    result.values[i] = number;
    result.states[i] = state;
  }
  void head(double number, std::uint8_t state) const {
    result.headline = number;
    result.headline_state = state;
  }
};

// tp_plugin::evaluate around `void measure(const Call&)`, which fills every value:
// `guarded<measure, 1>` for a plugin with one parameter. An exception becomes a sentence.
template <auto measure, std::size_t parameter_count>
std::int32_t guarded(const tp_plan* plan, const double* parameters, tp_result* result,
                     const tp_host* host) {
  try {
    measure(Call{*plan, {parameters, parameter_count}, *result, *host});
    result->written = result->count;
    return TP_OK;
  } catch (const Stopped&) {
    return TP_STOPPED;
  } catch (const std::exception& error) {
    host->fail(host->self, error.what(), error.what());
  } catch (...) {
    host->fail(host->self, "onbekende fout in de plug-in", "unknown error in the plugin");
  }
  return TP_FAILED;
}

}  // namespace trefpunt_sdk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/measure_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "io/level_name.h"
#include "measure/measure.h"

namespace trefpunt {

namespace {

std::string listed(const std::vector<ParameterInfo>& parameters) {
  std::string ids;
  for (const ParameterInfo& one : parameters) ids += (ids.empty() ? "" : ", ") + one.id;
  return ids.empty() ? "-" : ids;
}

Result<DeclaredParameter> read_setting(const std::string& setting) {
  const std::size_t dot = setting.find('.'), equals = setting.find('=');
  const auto value =
      equals == std::string::npos ? std::nullopt : number_from_text(setting.substr(equals + 1));
  if (dot == std::string::npos || !value || dot > equals) {
    return Error{
        Code::BadInput,
        {"schrijf --set als MAAT.REKENWAARDE=GETAL", "write --set as MEASURE.PARAMETER=NUMBER"},
        setting};
  }
  DeclaredParameter declared{setting.substr(0, dot), setting.substr(dot + 1, equals - dot - 1),
                             *value, "--set"};
  const Measure* measure = find_measure(declared.criterion);
  if (!measure || !measure->info().plugin) {
    return Error{
        Code::NotFound,
        {fmt::format("er is geen plug-in ‘{}’ geladen; zie 'trefpunt plugins'", declared.criterion),
         fmt::format("no plugin '{}' is loaded; see 'trefpunt plugins'", declared.criterion)},
        setting};
  }
  const auto& parameters = measure->info().parameters;
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const auto& one) { return one.id == declared.parameter; });
  if (found == parameters.end()) {
    return Error{Code::NotFound,
                 {fmt::format("{} heeft geen rekenwaarde ‘{}’; wel: {}", declared.criterion,
                              declared.parameter, listed(parameters)),
                  fmt::format("{} has no parameter '{}'; there is: {}", declared.criterion,
                              declared.parameter, listed(parameters))},
                 setting};
  }
  if (!(*value >= found->minimum && *value <= found->maximum)) {
    return Error{
        Code::BadInput,
        {fmt::format("deze rekenwaarde ligt tussen {} en {}", found->minimum, found->maximum),
         fmt::format("this parameter lies between {} and {}", found->minimum, found->maximum)},
        setting};
  }
  return declared;
}

}  // namespace

Result<Ambition> with_settings(Ambition ambition, const std::vector<std::string>& settings) {
  for (const std::string& setting : settings) {
    Result<DeclaredParameter> declared = read_setting(setting);
    if (!declared) return declared.error();
    std::erase_if(ambition.parameters, [&](const DeclaredParameter& other) {
      return other.criterion == declared->criterion && other.parameter == declared->parameter;
    });
    ambition.parameters.push_back(*std::move(declared));
  }
  return ambition;
}

}  // namespace trefpunt

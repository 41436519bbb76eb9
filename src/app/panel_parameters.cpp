// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/panels.h"

namespace trefpunt {

namespace {

const DeclaredParameter* declared_in(const Ambition& ambition, const std::string& measure,
                                     const std::string& parameter) {
  const auto found = std::find_if(ambition.parameters.begin(), ambition.parameters.end(),
                                  [&](const DeclaredParameter& one) {
                                    return one.criterion == measure && one.parameter == parameter;
                                  });
  return found == ambition.parameters.end() ? nullptr : &*found;
}

// The default itself needs no declaration.
Ambition with_value(Ambition ambition, const std::string& measure, const ParameterInfo& parameter,
                    double value) {
  std::erase_if(ambition.parameters, [&](const DeclaredParameter& one) {
    return one.criterion == measure && one.parameter == parameter.id;
  });
  if (value != parameter.value) ambition.parameters.push_back({measure, parameter.id, value, ""});
  return ambition;
}

}  // namespace

Request draw_parameters(Ui& ui, const Workspace& workspace, const MeasureInfo& info) {
  Request request;
  if (!info.plugin) return request;
  const Ambition& ambition = workspace.project().ambition;
  for (const ParameterInfo& parameter : info.parameters) {
    const DeclaredParameter* declared = declared_in(ambition, info.id, parameter.id);
    const double now = declared ? declared->value : parameter.value;
    std::optional<double> value = now;
    const std::string name = "parameter:" + info.id + ":" + parameter.id;
    if (number_input(ui, name, parameter.label, value, ui.t(parameter.unit))) {
      const double wanted =
          std::clamp(value.value_or(parameter.value), parameter.minimum, parameter.maximum);
      if (wanted != now) {
        request.edits.push_back(
            edit::SetAmbition{with_value(ambition, info.id, parameter, wanted)});
        request.label = {"Rekenwaarde kiezen", "Choose a parameter"};
      }
    }
    const auto number = [&](double bound) { return format_short(bound, 3, ui.lang); };
    paragraph(ui,
              fmt::format(fmt::runtime(ui.t({"Van {} tot {}; standaard {}. {}",
                                             "From {} to {}; default {}. {}"})),
                          number(parameter.minimum), number(parameter.maximum),
                          number(parameter.value), parameter.why.in(ui.lang)),
              true);
  }
  return request;
}

}  // namespace trefpunt

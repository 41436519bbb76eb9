// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_plugins.h"

#include <fmt/format.h>

namespace trefpunt {

namespace {

using Json = nlohmann::json;

Json plugin_text(const Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

// Without folders: a report does not depend on where the program lies.
std::string file_of(const MeasureInfo& info) {
  const std::string& path = info.plugin->path;
  return path.substr(path.find_last_of('/') + 1);
}

const char* word_for(Better better) {
  switch (better) {
    case Better::Higher:
      return "higher";
    case Better::Lower:
      return "lower";
    case Better::Neither:
      break;
  }
  return "neither";
}

Html parameter_html(const Page& page, const ParameterInfo& info, const ReportParameter& own) {
  const std::string& unit = own.unit.in(page.lang());
  Html words = page.t(info.label) + text(": " + format_short(own.value, 4, page.lang()) +
                                         (unit.empty() ? "" : " " + unit));
  if (own.declared) {
    words = words + page.t(", door de planner gekozen", ", chosen by the planner");
    if (squeeze(own.declared->reason).empty()) return words + text(".");
    return words + text(": ") + said(own.declared->reason) + text(".");
  }
  return words + page.t(". Aanname: ", ". Assumption: ") + page.t(own.assumption);
}

}  // namespace

std::vector<const MeasureInfo*> plugins_of(const ReportModel& model) {
  std::vector<const MeasureInfo*> found;
  for (const Measure* measure : all_measures()) {
    const MeasureInfo& info = measure->info();
    if (info.plugin && model.outcome(info.id)) found.push_back(&info);
  }
  return found;
}

std::vector<ReportParameter> parameters_of(const MeasureInfo& info, const Ambition& ambition) {
  std::vector<ReportParameter> parameters;
  for (const ParameterInfo& own : info.parameters) {
    ReportParameter parameter{own.id, own.value, own.unit, own.why};
    for (const DeclaredParameter& declared : ambition.parameters) {
      if (declared.criterion != info.id || declared.parameter != own.id) continue;
      parameter.value = declared.value;
      parameter.declared = &declared;
    }
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

Json plugin_json(const MeasureInfo& info, const Ambition& ambition) {
  Json parameters = Json::array();
  const std::vector<ReportParameter> values = parameters_of(info, ambition);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const ParameterInfo& own = info.parameters[i];
    parameters.push_back({{"id", own.id},
                          {"label", plugin_text(own.label)},
                          {"unit", plugin_text(own.unit)},
                          {"value", values[i].value},
                          {"default", own.value},
                          {"minimum", own.minimum},
                          {"maximum", own.maximum},
                          {"assumption", plugin_text(own.why)},
                          {"declared_reason",
                           values[i].declared ? Json(values[i].declared->reason) : Json(nullptr)}});
  }
  return {{"id", info.id},
          {"title", plugin_text(info.name)},
          {"version", info.version},
          {"maker", info.plugin->maker},
          {"file", file_of(info)},
          {"sha256", info.plugin->sha256},
          {"source", plugin_text(info.source)},
          {"better", word_for(info.better)},
          {"parameters", std::move(parameters)}};
}

void write_plugin_mark(Page& page, const MeasureInfo& info) {
  if (!info.plugin) return;
  page.paragraph(
      tag("strong", page.t("Plug-in. ", "Plugin. ")) +
          text(fmt::format(
              fmt::runtime(page.plain(
                  "Deze maat zit niet in het programma zelf, maar is geladen: {}, versie {}, van ",
                  "This measure is not built in, but loaded: {}, version {}, by ")),
              info.id, info.version)) +
          said(info.plugin->maker) + text("."),
      "note");
}

void write_plugin_basis(Page& page, const MeasureInfo& info, const Ambition& ambition) {
  if (!info.plugin) return;
  const std::vector<ReportParameter> values = parameters_of(info, ambition);
  for (std::size_t i = 0; i < values.size(); ++i) {
    page.paragraph(tag("strong", page.t("Rekenwaarde.", "Parameter.")) + text(" ") +
                   parameter_html(page, info.parameters[i], values[i]));
  }
  page.paragraph(tag("strong", page.t("Bron, volgens de maker.", "Source, says the maker.")) +
                 text(" ") + page.t(info.source));
}

void write_plugins(Page& page, const ReportModel& model) {
  std::vector<std::vector<Html>> rows;
  for (const MeasureInfo* info : plugins_of(model)) {
    rows.push_back({text(info->id), text(std::to_string(info->version)), said(info->plugin->maker),
                    said(file_of(*info)), tag("code", text(info->plugin->sha256))});
  }
  if (rows.empty()) return;
  page.heading(3, "plugins", page.t("Plug-ins", "Plugins"));
  page.paragraph(
      page.t("Deze maten zitten niet in het programma zelf. Wat ze zeggen, is aan hun maker.",
             "These measures are not built in. What they say is up to their makers."));
  page.table(page.t("Plug-ins met versie en controlegetal (SHA-256)",
                    "Plugins with version and checksum (SHA-256)"),
             {{page.plain("plug-in", "plugin")},
              {page.plain("versie", "version"), true},
              {page.plain("maker", "maker")},
              {page.plain("bestand", "file")},
              {page.plain("controlegetal", "checksum")}},
             rows);
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/field_view.h"
#include "app/panels.h"
#include "space/field_columns.h"

namespace trefpunt {

namespace {

std::string named(const Text& title, const Text& unit, Lang lang) {
  return title.in(lang) + (unit.in(lang).empty() ? "" : " (" + unit.in(lang) + ")");
}

void choose_column(Ui& ui, FieldChoice& choice) {
  std::vector<std::string> kinds;
  int kind = 0;
  for (const FieldInfo& info : field_kinds()) {
    if (info.kind == choice.kind) kind = static_cast<int>(kinds.size());
    kinds.push_back(info.title.in(ui.lang));
  }
  if (choose(ui, "field-kind", {"Veld", "Field"}, kind, kinds)) {
    choice.kind = field_kinds()[static_cast<std::size_t>(kind)].kind;
  }
  const std::vector<FieldColumnInfo>& columns = field_columns(choice.kind);
  std::vector<std::string> names;
  int column = -1;
  for (const FieldColumnInfo& info : columns) {
    if (info.id == choice.column) column = static_cast<int>(names.size());
    names.push_back(named(info.title, info.unit, ui.lang));
  }
  if (column < 0) {  // the chosen one was of another kind
    // Depth says more at first sight than the number of cells that comes first.
    column = choice.kind == FieldKind::Visibility ? 2 : 0;
    choice.column = columns[static_cast<std::size_t>(column)].id;
  }
  if (choose(ui, "field-column", {"Wat u ziet", "What it shows"}, column, names)) {
    choice.column = columns[static_cast<std::size_t>(column)].id;
  }
  paragraph(ui, columns[static_cast<std::size_t>(column)].what.in(ui.lang), true);
}

void choose_grid(Ui& ui, FieldChoice& choice) {
  std::optional<double> spacing = choice.spacing;
  if (number_input(ui, "field-spacing", {"Celmaat", "Cell size"}, spacing, "m")) {
    choice.spacing = spacing;
    if (spacing) choice.spacing = std::clamp(*spacing, kLeastSpacing, kMostSpacing);
  }
  if (!choice.spacing) {
    paragraph(ui,
              ui.t({"Leeg: zo dat er ongeveer 10.000 cellen komen, bij looproutes 2.000.",
                    "Empty: so that there are about 10,000 cells, 2,000 for paths."}),
              true);
  }
  int from = choice.from || choice.is_picking ? 1 : 0;
  const std::vector<std::string> places = {
      ui.t({"elke deur", "every door"}),
      ui.t({"een plek die u aanwijst", "a place that you point at"})};
  if (choose(ui, "field-from", {"De vloer die te bereiken is vanaf", "The floor reached from"},
             from, places)) {
    choice.from.reset();
    choice.is_picking = from == 1;
  }
  if (choice.is_picking) {
    paragraph(ui, ui.t({"Klik op de plattegrond de plek aan.", "Click the place on the plan."}));
  } else if (choice.from && button(ui, "field-pick", {"Andere plek …", "Another place …"})) {
    choice.is_picking = true;
  }
}

std::string progress_words(const Ui& ui, const FieldNow& now) {
  if (now.state == FieldNow::State::Estimated) return ui.t({"geschat", "estimated"});
  return ui.t({"rekenen …", "computing …"});
}

Request draw_state(Ui& ui, const FieldNow& now) {
  Request request;
  if (now.is_running) {
    const std::string words = progress_words(ui, now);
    ImGui::ProgressBar(static_cast<float>(now.permille) / 1000, {ui.em(11), 0}, words.c_str());
    ImGui::SameLine();
    if (button(ui, "field-stop", {"Stop", "Stop"})) request.command = "field-stop";
  } else if (now.is_stopped || now.problem) {
    if (now.problem) paragraph(ui, to_string(*now.problem, ui.lang));
    if (button(ui, "field-again", {"Opnieuw rekenen", "Compute again"})) {
      request.command = "field-again";
    }
  }
  if (now.cells == 0) return request;
  const std::string cells = format_number(now.cells, 0, ui.lang);
  fact(ui, {"Cellen", "Cells"},
       fmt::format(fmt::runtime(ui.t({"{} van {} m, {}", "{} of {} m, {}"})), cells,
                   format_short(now.spacing, 3, ui.lang), field_state_words(now, ui.lang)));
  if (now.range.count > 0) {
    const int decimals = heat_decimals(now.range);
    fact(ui, {"Kleuren", "Colours"},
         fmt::format(fmt::runtime(ui.t({"van {} tot {}", "from {} to {}"})),
                     format_number(now.range.low, decimals, ui.lang),
                     format_number(now.range.high, decimals, ui.lang)));
  }
  if (now.open_isovists > 0) {
    paragraph(
        ui,
        fmt::format(fmt::runtime(
                        ui.t({"Van {} cellen gaat het zicht langs de getekende wanden naar buiten. "
                              "Hun waarden hangen af van een kader 10 m om de tekening.",
                              "{} cells look past the drawn walls to the outside. Their values "
                              "depend on a frame 10 m around the drawing."})),
                    format_number(now.open_isovists, 0, ui.lang)),
        true);
  }
  return request;
}

}  // namespace

Request draw_field_panel(Ui& ui, UiState& state) {
  Request request;
  FieldChoice& choice = state.field;
  tick(ui, "field", {"Veld op de plattegrond", "Field on the plan"}, choice.is_shown);
  if (!choice.is_shown) return request;
  ImGui::Indent(ui.em(1));
  choose_column(ui, choice);
  choose_grid(ui, choice);
  tick(ui, "field-doors", {"Door deuren kijken", "See through doors"}, state.sees_through_doors);
  tick(ui, "field-clip", {"Uitschieters weglaten (2–98 %)", "Leave out extremes (2–98 %)"},
       choice.is_clipped);
  request = draw_state(ui, state.field_now);
  ImGui::Unindent(ui.em(1));
  ImGui::Separator();
  return request;
}

}  // namespace trefpunt

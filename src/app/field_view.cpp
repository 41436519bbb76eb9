// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field_view.h"

#include <fmt/format.h>

#include <cmath>

#include "app/plan_view.h"
#include "space/field_columns.h"

namespace trefpunt {

namespace {

// The evaluated layout of exactly this state of the storey.
std::shared_ptr<const Layout> layout_now(const Workspace& workspace, const UiState& state,
                                         const Storey& storey) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated || evaluated->project->buildings.empty()) return nullptr;
  for (const auto& one : evaluated->project->buildings.front().storeys) {
    if (one.get() == &storey) return layout_of(workspace, state);
  }
  return nullptr;
}

const FieldColumnInfo* info_of(const FieldView& view) {
  for (const FieldColumnInfo& info : field_columns(view.desk.shown_of().kind)) {
    if (info.id == view.column) return &info;
  }
  return nullptr;
}

// Sends what is to be seen when that is something else than what was sent before.
void send(FieldView& view, const UiState& state) {
  const FloorField* field = view.desk.shown();
  if (!field) return;
  // Until a field of another kind is there the earlier one keeps its own column.
  const bool has_chosen = column_of(*field, state.field.column) != nullptr;
  const std::string wanted = has_chosen ? state.field.column : view.column;
  const FieldColumn* column = column_of(*field, wanted);
  if (!column) column = &field->columns.front();
  if (view.sent_version == view.desk.version() && view.column == column->id &&
      view.sent_clipped == state.field.is_clipped) {
    return;
  }
  view.column = column->id;
  view.sent_version = view.desk.version();
  view.sent_clipped = state.field.is_clipped;
  view.range = range_of(*column, state.field.is_clipped);
  view.gl.send(heat_texels(field->grid, column->values, view.range));
}

}  // namespace

void follow_field(FieldView& view, const Workspace& workspace, UiState& state,
                  const std::shared_ptr<const Storey>& storey) {
  const bool has_results = workspace.evaluated() != nullptr;
  if (view.had_results && !has_results) view.desk.forget();
  view.had_results = has_results;
  const FieldChoice& choice = state.field;
  if (choice.is_shown && storey) {
    const FieldOrder order{storey, choice.kind, choice.spacing.value_or(0), choice.from,
                           state.sees_through_doors};
    view.desk.follow(&order, layout_now(workspace, state, *storey), workspace.has_draft(),
                     workspace.wake());
  } else {
    view.desk.follow(nullptr, nullptr, false, workspace.wake());
  }
  send(view, state);
  state.field_now = choice.is_shown ? view.desk.now() : FieldNow{};
  state.field_now.range = view.range;
}

bool is_drawn(const FieldView& view, const UiState& state, const Storey& storey) {
  return state.field.is_shown && view.desk.shown() && view.desk.shown_of().storey->id == storey.id;
}

void draw_field(Ui& ui, ImDrawList& list, const Camera& camera, FieldView& view,
                const UiState& state, float alpha) {
  const FieldColumn* column = column_of(*view.desk.shown(), view.column);
  HeatLook look;
  look.scale = scale_of(*column);
  look.has_classes = ui.contrast == Contrast::High;
  look.is_stale = state.field_now.state == FieldNow::State::Earlier;
  look.alpha = alpha;
  look.density = ui.scale;
  view.gl.draw(list, camera, look);
}

std::string field_name(const FieldView& view, Lang lang) {
  const FieldColumnInfo* info = info_of(view);
  return info ? info->title.in(lang) : "";
}

std::string field_title(const FieldView& view, Lang lang) {
  const FieldColumnInfo* info = info_of(view);
  const std::string unit = info ? info->unit.in(lang) : "";
  return field_name(view, lang) + (unit.empty() ? "" : " (" + unit + ")");
}

std::string field_words(const FieldView& view, Point at, Lang lang) {
  const FloorField* field = view.desk.shown();
  if (!field) return {};
  const int cell = field->grid.cell_of(at);
  const FieldColumn* column = column_of(*field, view.column);
  if (cell < 0 || !column) return {};
  const auto i = static_cast<std::size_t>(cell);
  if (std::isnan(column->values[i])) return Text{"geen waarde", "no value"}.in(lang);
  const bool is_exact = column->is_exact.empty() || column->is_exact[i];
  std::string words = is_exact ? "" : Text{"ongeveer ", "about "}.in(lang);
  words += format_number(column->values[i], heat_decimals(view.range), lang);
  const FieldColumnInfo* info = info_of(view);
  if (info && !info->unit.in(lang).empty()) words += " " + info->unit.in(lang);
  return words;
}

std::string field_state_words(const FieldNow& now, Lang lang) {
  using State = FieldNow::State;
  const std::string percent = fmt::format("{} %", now.permille / 10);
  switch (now.state) {
    case State::None:
      return {};
    case State::Computing:
      return Text{"wordt berekend, " + percent, "being computed, " + percent}.in(lang);
    case State::Earlier:
      if (now.is_running) return Text{"wordt herrekend", "being recomputed"}.in(lang);
      return Text{"van een eerdere stand", "of an earlier state"}.in(lang);
    case State::Estimated:
      if (now.is_running) return Text{"geschat, " + percent, "estimated, " + percent}.in(lang);
      return Text{"geschat, gestopt", "estimated, stopped"}.in(lang);
    case State::Exact:
      break;
  }
  return "exact";
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/field_view.h"

namespace trefpunt {

namespace {

constexpr float kBarWidth = 15, kBarHeight = 0.95f, kLine = 1.3f, kText = 0.82f;  // em

constexpr Paint kMissing = {0xffffff, Hatch::Falling, 0x737373};  // as in heat.frag

// A legend is measured before it is drawn: its rows are kept.
struct LegendRow {
  enum class Kind { Words, Bar, Ends, Class, Missing };
  Kind kind = Kind::Words;
  std::string words, more;  // `more`: at the right end
  bool is_bold = false;
  int index = 0;
};

// The cell under the pointer, or -1.
int cell_here(const FieldView& view, const UiState& state) {
  const ImVec2 at = ImGui::GetIO().MousePos, low = state.camera.low, high = state.camera.high;
  if (at.x < low.x || at.y < low.y || at.x > high.x || at.y > high.y) return -1;
  return view.desk.shown()->grid.cell_of(state.camera.world(at));
}

std::string counted(int count, Lang lang) {
  return format_number(count, 0, lang);
}

std::vector<LegendRow> rows_of(const Ui& ui, const FieldView& view, const UiState& state) {
  const FieldNow& now = state.field_now;
  const HeatRange& range = view.range;
  std::vector<LegendRow> rows;
  const auto words = [&](const std::string& text) {
    if (!text.empty()) rows.push_back({LegendRow::Kind::Words, text, "", false, 0});
  };
  rows.push_back({LegendRow::Kind::Words, field_title(view, ui.lang), "", true, 0});
  words(field_state_words(now, ui.lang));
  words(fmt::format(fmt::runtime(ui.t({"{} cellen van {} m", "{} cells of {} m"})),
                    counted(now.cells, ui.lang), format_short(now.spacing, 3, ui.lang)));
  const FieldColumn* column = column_of(*view.desk.shown(), view.column);
  if (range.count > 0) {
    const int decimals = heat_decimals(range);
    const auto end = [&](double value, const char* sign) {
      return (range.is_clipped ? sign : "") + format_number(value, decimals, ui.lang);
    };
    if (ui.contrast == Contrast::High && scale_of(*column) == HeatScale::Rising) {
      const std::vector<std::string> classes = class_words(range, ui.lang);
      for (int i = kHeatClasses - 1; i >= 0; --i) {
        std::string label = classes[static_cast<std::size_t>(i)];
        if (range.is_clipped && i == kHeatClasses - 1) label += ui.t({" en meer", " and more"});
        if (range.is_clipped && i == 0) label += ui.t({" en minder", " and less"});
        rows.push_back({LegendRow::Kind::Class, label, "", false, i});
      }
    } else {
      rows.push_back({LegendRow::Kind::Bar, "", "", false, 0});
      rows.push_back(
          {LegendRow::Kind::Ends, end(range.low, "≤ "), end(range.high, "≥ "), false, 0});
    }
  }
  if (range.missing > 0) {
    rows.push_back({LegendRow::Kind::Missing,
                    fmt::format(fmt::runtime(ui.t({"geen waarde ({})", "no value ({})"})),
                                counted(range.missing, ui.lang)),
                    "", false, 0});
  }
  if (now.open_isovists > 0) {
    words(
        fmt::format(fmt::runtime(ui.t({"{} cellen kijken naar buiten:", "{} cells look outside:"})),
                    counted(now.open_isovists, ui.lang)));
    words(ui.t({"hun waarde hangt van het kader af", "their value depends on the frame"}));
  }
  const int here = cell_here(view, state);
  const Point pointer = state.camera.world(ImGui::GetIO().MousePos);
  words(ui.t({"hier: ", "here: "}) + (here < 0 ? "–" : field_words(view, pointer, ui.lang)));
  return rows;
}

void draw_bar(const Ui& ui, ImDrawList& list, ImVec2 low, const FieldView& view,
              const UiState& state) {
  const FieldColumn* column = column_of(*view.desk.shown(), view.column);
  const ImVec2 high{low.x + ui.em(kBarWidth), low.y + ui.em(kBarHeight)};
  const HeatScale scale = scale_of(*column);
  for (int i = 0; i + 1 < kHeatStops; ++i) {
    const auto at = [&](int stop) {
      return low.x + (high.x - low.x) * static_cast<float>(stop) / (kHeatStops - 1);
    };
    const auto& stops = heat_stops(scale);
    const ImU32 left = colour(stops[static_cast<std::size_t>(i)]);
    const ImU32 right = colour(stops[static_cast<std::size_t>(i) + 1]);
    list.AddRectFilledMultiColor({at(i), low.y}, {at(i + 1), high.y}, left, right, right, left);
  }
  list.AddRect(low, high, colour(ui.palette().ink));
  // Where the value under the pointer lies.
  const int cell = cell_here(view, state);
  if (cell < 0 || std::isnan(column->values[static_cast<std::size_t>(cell)])) return;
  const double place = view.range.place_of(column->values[static_cast<std::size_t>(cell)]);
  const float x = low.x + static_cast<float>(place) * (high.x - low.x);
  const float half = 5 * ui.scale;
  list.AddTriangleFilled({x - half, low.y - half}, {x + half, low.y - half}, {x, low.y + half},
                         colour(ui.palette().ink));
  list.AddTriangle({x - half, low.y - half}, {x + half, low.y - half}, {x, low.y + half},
                   colour(ui.palette().paper), 1);
}

// The place that the floor is reached from.
void draw_seed(const Ui& ui, ImDrawList& list, ImVec2 at) {
  const float arm = 8 * ui.scale;
  for (const auto& [rgb, width] : {std::pair{ui.palette().paper, 6.0f}, {ui.palette().ink, 3.0f}}) {
    list.AddLine({at.x - arm, at.y}, {at.x + arm, at.y}, colour(rgb), width * ui.scale);
    list.AddLine({at.x, at.y - arm}, {at.x, at.y + arm}, colour(rgb), width * ui.scale);
  }
}

}  // namespace

void draw_field_legend(Ui& ui, ImDrawList& list, const FieldView& view, const UiState& state) {
  if (state.field.from) draw_seed(ui, list, state.camera(*state.field.from));
  const std::vector<LegendRow> rows = rows_of(ui, view, state);
  const float size = ui.em(kText), line = ui.em(kLine), swatch_width = ui.em(1.9f);
  float width = ui.em(kBarWidth), height = 0;
  for (const LegendRow& row : rows) {
    ImFont* font = row.is_bold ? ui.bold : ui.body;
    const bool has_swatch =
        row.kind == LegendRow::Kind::Class || row.kind == LegendRow::Kind::Missing;
    width = std::max(width, font->CalcTextSizeA(size, 1e9f, 0, row.words.c_str()).x +
                                (has_swatch ? swatch_width + ui.em(0.5f) : 0));
    height += line;
  }
  const ImVec2 low{state.camera.low.x + ui.em(0.8f), state.camera.high.y - height - ui.em(1.1f)};
  const ImVec2 box_low{low.x - 8, low.y - 6}, box_high{low.x + width + 12, low.y + height + 4};
  list.AddRectFilled(box_low, box_high, colour(ui.palette().paper, 0.94), 4);
  list.AddRect(box_low, box_high, colour(ui.palette().line), 4);
  const ImU32 ink = colour(ui.palette().ink);
  float y = low.y;
  for (const LegendRow& row : rows) {
    ImFont* font = row.is_bold ? ui.bold : ui.body;
    const ImVec2 swatch_high{low.x + swatch_width, y + ui.em(0.95f)};
    float x = low.x;
    if (row.kind == LegendRow::Kind::Bar) draw_bar(ui, list, {low.x, y + ui.em(0.2f)}, view, state);
    if (row.kind == LegendRow::Kind::Class) {
      swatch(list, {low.x, y + 1}, swatch_high, heat_class(row.index));
      x += swatch_width + ui.em(0.5f);
    }
    if (row.kind == LegendRow::Kind::Missing) {
      swatch(list, {low.x, y + 1}, swatch_high, kMissing);
      x += swatch_width + ui.em(0.5f);
    }
    list.AddText(font, size, {x, y}, ink, row.words.c_str());
    if (!row.more.empty()) {
      const float wide = font->CalcTextSizeA(size, 1e9f, 0, row.more.c_str()).x;
      list.AddText(font, size, {low.x + ui.em(kBarWidth) - wide, y}, ink, row.more.c_str());
    }
    y += line;
  }
}

}  // namespace trefpunt

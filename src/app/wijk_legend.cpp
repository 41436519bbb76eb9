// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/map_paint.h"
#include "app/wijk_view.h"
#include "report/heat_scale.h"

namespace trefpunt {

namespace {

struct WijkLegendRow {
  enum class Kind { Title, Words, Heat, Missing, Reach, NoValue } kind;
  std::string words;
  int heat_class = 0;
};

std::vector<WijkLegendRow> heat_rows(const Ui& ui, const WijkView& view, bool is_stale) {
  std::vector<WijkLegendRow> rows;
  if (!view.values) return rows;
  std::string title = view.values->title.in(ui.lang);
  if (view.live.is_moved) {
    title += ui.t({" (tijdens het slepen)", " (while dragging)"});
  } else if (is_stale) {
    title += ui.t({" (wordt herrekend)", " (being recomputed)"});
  }
  rows.push_back({WijkLegendRow::Kind::Title, title, 0});
  rows.push_back({WijkLegendRow::Kind::Words, view.values->unit.in(ui.lang), 0});
  for (int i = static_cast<int>(view.classes.words.size()) - 1; i >= 0; --i) {
    const std::string& words = view.classes.words[static_cast<std::size_t>(i)];
    if (!words.empty()) rows.push_back({WijkLegendRow::Kind::Heat, words, i});
  }
  const std::vector<double>& values = view.values->of_link;
  if (std::any_of(values.begin(), values.end(), [](double value) { return value <= 0; })) {
    rows.push_back({WijkLegendRow::Kind::NoValue, "0", 0});
  }
  if (std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); })) {
    rows.push_back({WijkLegendRow::Kind::NoValue, ui.t({"niet te bepalen", "not known"}), 0});
  }
  return rows;
}

std::vector<WijkLegendRow> missing_rows(const Ui& ui, const UiState& state, const WijkView& view) {
  if (!state.wijk.missing || view.missing.empty()) return {};
  const Text words{"Woningen zonder {} binnen {} m: {}", "Homes without {} within {} m: {}"};
  return {{WijkLegendRow::Kind::Missing,
           fmt::format(fmt::runtime(ui.t(words)), name_of(*state.wijk.missing).in(ui.lang),
                       format_short(state.wijk.reach, 0, ui.lang), view.missing_dwellings),
           0}};
}

void draw_mark(Ui& ui, ImDrawList& list, ImVec2 low, ImVec2 high, const WijkLegendRow& row) {
  const ImVec2 heart{(low.x + high.x) / 2, (low.y + high.y) / 2};
  const auto line = [&](double width, Rgb rgb) {
    list.AddLine({low.x, heart.y}, {high.x, heart.y}, colour(rgb),
                 static_cast<float>(width) * ui.scale);
  };
  switch (row.kind) {
    case WijkLegendRow::Kind::Heat:
      line(heat_width(row.heat_class) + 1.6, 0x3a3f47);
      line(heat_width(row.heat_class), heat_class(row.heat_class).fill);
      return;
    case WijkLegendRow::Kind::NoValue:
      return line(1.2, 0xb8bcc2);
    case WijkLegendRow::Kind::Missing:
      return list.AddNgonFilled(heart, 6 * ui.scale, colour(kMissingColour), 4);
    case WijkLegendRow::Kind::Reach:
      return line(4, kReachColour);
    default:
      return;
  }
}

std::vector<WijkLegendRow> reach_rows(const Ui& ui, const UiState& state, const WijkView& view) {
  std::vector<WijkLegendRow> rows;
  for (std::string& words : reach_words(view, state, ui.lang)) {
    const auto kind = rows.empty() ? WijkLegendRow::Kind::Reach : WijkLegendRow::Kind::Words;
    rows.push_back({kind, std::move(words), 0});
  }
  return rows;
}

}  // namespace

std::vector<std::string> reach_words(const WijkView& view, const UiState& state, Lang lang) {
  if (!view.catchment) return {};
  const Catchment& reached = *view.catchment;
  const auto number = [&](double value) { return format_number(value, 0, lang); };
  const Text title{"Te lopen binnen {} m: {} m straat", "On foot within {} m: {} m of street"};
  std::vector<std::string> lines = {
      fmt::format(fmt::runtime(title.in(lang)), number(state.wijk.reach), number(reached.metres))};
  std::string homes = number(reached.homes) + " " + Text{"woningen", "homes"}.in(lang);
  if (reached.knows_all_residents) {
    homes += ", " + number(reached.residents) + " " + Text{"bewoners", "residents"}.in(lang);
  } else {
    homes += Text{"; niet van elke woning is bekend hoeveel mensen er wonen",
                  "; how many people live there is not known of every home"}
                 .in(lang);
  }
  lines.push_back(homes);
  lines.push_back(
      fmt::format("{} {}, {} {}", reached.places.size(), Text{"plekken", "places"}.in(lang),
                  reached.furnishings.size(),
                  Text{"banken, haltes en toiletten", "benches, stops and toilets"}.in(lang)));
  return lines;
}

void draw_wijk_legend(Ui& ui, ImDrawList& list, const Workspace& workspace, const UiState& state,
                      const WijkView& view) {
  std::vector<WijkLegendRow> rows = heat_rows(ui, view, workspace.is_stale());
  for (WijkLegendRow& row : missing_rows(ui, state, view)) rows.push_back(std::move(row));
  for (WijkLegendRow& row : reach_rows(ui, state, view)) rows.push_back(std::move(row));
  if (rows.empty()) return;
  const float size = 13 * ui.scale, line = ui.em(1.35f), mark = ui.em(2.2f);
  const auto has_mark = [](const WijkLegendRow& row) {
    return row.kind != WijkLegendRow::Kind::Title && row.kind != WijkLegendRow::Kind::Words;
  };
  float width = 0;
  for (const WijkLegendRow& row : rows) {
    ImFont* font = row.kind == WijkLegendRow::Kind::Title ? ui.bold : ui.body;
    const float indent = has_mark(row) ? mark + 8 : 0;
    width = std::max(width, indent + font->CalcTextSizeA(size, 1e9f, 0, row.words.c_str()).x);
  }
  const float height = line * static_cast<float>(rows.size());
  const ImVec2 low{state.camera.low.x + ui.em(1), state.camera.high.y - ui.em(1) - height};
  list.AddRectFilled({low.x - ui.em(0.5f), low.y - ui.em(0.5f)},
                     {low.x + width + ui.em(0.5f), low.y + height + ui.em(0.3f)},
                     colour(ui.palette().paper, 0.93), 4);
  float y = low.y;
  for (const WijkLegendRow& row : rows) {
    const float top = y + line * 0.1f;
    draw_mark(ui, list, {low.x, top}, {low.x + mark, top + size}, row);
    ImFont* font = row.kind == WijkLegendRow::Kind::Title ? ui.bold : ui.body;
    list.AddText(font, size, {low.x + (has_mark(row) ? mark + 8 : 0), top - 1},
                 colour(ui.palette().ink), row.words.c_str());
    y += line;
  }
}

}  // namespace trefpunt

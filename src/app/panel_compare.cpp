// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/compare_encounters.h"
#include "app/desktop.h"
#include "app/encounter_view.h"
#include "app/shown_measure.h"
#include "report/report_model.h"

namespace trefpunt {

namespace {

std::vector<ComparedRow> rows_of(const Desktop& desktop) {
  std::vector<const Evaluation*> evaluations;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const Evaluated* evaluated = desktop.variants[i].workspace->evaluated();
    evaluations.push_back(evaluated ? &evaluated->evaluation : nullptr);
  }
  return compare(desktop.workspace().catalogue(), evaluations);
}

std::string value_words(const ComparedRow& row, const ComparedCell& cell, Lang lang) {
  if (!cell.value) return "–";
  const Measure* measure = find_measure(row.criterion->measure);
  return quantity(*cell.value, row.criterion->unit, measure ? measure->info().decimals : 2, lang);
}

// Symbol, letter and words of a judgement, wrapped in what is left of the line.
void draw_status(Ui& ui, const ComparedRow& row, const ComparedCell& cell,
                 const std::string& more) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float indent = ui.em(1.5f);
  status_symbol(ui, *ImGui::GetWindowDrawList(),
                {at.x + ui.em(0.55f), at.y + ImGui::GetTextLineHeight() / 2}, ui.em(0.45f),
                cell.status);
  ImGui::Indent(indent);
  ImGui::PushStyleColor(ImGuiCol_Text, colour(colour_of(cell.status, ui.contrast)));
  paragraph(ui, fmt::format("{} {}{}", letter(cell.status),
                            status_words(cell.status, cell.underlying, *row.criterion).in(ui.lang),
                            more));
  ImGui::PopStyleColor();
  ImGui::Unindent(indent);
}

void draw_cells(Desktop& desktop, const ComparedRow& row) {
  Ui& ui = desktop.ui;
  if (!ImGui::BeginTable(("cells" + row.criterion->id).c_str(), 3,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX)) {
    return;
  }
  ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch, 4);
  ImGui::TableSetupColumn("status", ImGuiTableColumnFlags_WidthStretch, 7);
  ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthStretch, 8);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(ui, desktop.variants[i].name);
    ImGui::TableNextColumn();
    const std::optional<ComparedCell>& cell = row.cells[i];
    if (!cell) {
      const bool is_there = desktop.variants[i].workspace->evaluated() != nullptr;
      paragraph(ui, is_there ? ui.t({"wordt hier niet beoordeeld", "not judged here"})
                             : ui.t({"wordt berekend …", "being computed …"}));
      continue;
    }
    draw_status(ui, row, *cell, "");
    ImGui::TableNextColumn();
    paragraph(ui, value_words(row, *cell, ui.lang));
    if (row.threshold_differs) {
      ReportCriterion entry;
      entry.criterion = row.criterion;
      const std::string words = cell->threshold ? threshold_words(entry, *cell->threshold, ui.lang)
                                                : std::string(ui.t({"geen", "none"}));
      paragraph(ui, ui.t({"drempel: ", "threshold: "}) + words, true);
    }
  }
  ImGui::EndTable();
}

void draw_row(Desktop& desktop, const ComparedRow& row) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  const std::string title = row.criterion->id + "  " + row.criterion->title.in(ui.lang);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ui.bold->CalcTextSizeA(ui.bold->FontSize, 1e9f, width, title.c_str()).y;
  const std::string name = "criterion:" + row.criterion->id;
  const bool is_chosen = state.criterion == row.criterion->id;
  ui.take_focus(name);
  if (ImGui::Selectable(("###" + name).c_str(), is_chosen, 0, {0, height})) {
    state.criterion = is_chosen ? "" : row.criterion->id;
    if (!is_chosen && !row.criterion->measure.empty()) state.measure = row.criterion->measure;
  }
  ui.mark(name);
  ImGui::GetWindowDrawList()->AddText(ui.bold, ui.bold->FontSize, at, colour(ui.palette().ink),
                                      title.c_str(), nullptr, width);
  if (row.differs()) {
    ImGui::PushFont(ui.bold);
    paragraph(ui, fmt::format("{}: {}", ui.t({"verschilt", "differs"}),
                              difference_words(row).in(ui.lang)));
    ImGui::PopFont();
    draw_cells(desktop, row);
  } else {
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                   [](const auto& one) { return one.has_value(); });
    std::string more;
    if (cell != row.cells.end() && (*cell)->value) more = " · " + value_words(row, **cell, ui.lang);
    if (cell != row.cells.end()) {
      draw_status(ui, row, **cell, more + ui.t({" · gelijk", " · equal"}));
    }
  }
  ImGui::Spacing();
}

// "12,3" and below it, of all but the first, "+1,2".
void draw_figures(Desktop& desktop) {
  Ui& ui = desktop.ui;
  std::vector<std::optional<EncounterFigures>> all;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    all.push_back(encounter_figures(desktop.variants[i].workspace->evaluated()));
  }
  const std::vector<FigureRow> rows = figure_rows(all);
  if (rows.empty()) return;
  heading(ui, {"Wie ontmoet wie", "Who meets whom"});
  paragraph(ui,
            ui.t({"Modelcijfers met de formule: alleen het verschil tussen varianten zegt iets.",
                  "Model figures by formula: only the difference between variants is news."}),
            true);
  const bool is_same = std::all_of(all.begin(), all.end(), [&](const auto& one) {
    return !one || !all[0] || one->programme == all[0]->programme;
  });
  if (!is_same) {
    paragraph(ui, ui.t({"Let op: de programma's verschillen. Het verschil komt niet alleen van de "
                        "plattegrond.",
                        "Note: the programmes differ. The difference is not of the plan alone."}));
  }
  if (!ImGui::BeginTable("figures", static_cast<int>(all.size()) + 1,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX)) {
    return;
  }
  ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch, 2);
  for (std::size_t i = 0; i < all.size(); ++i) {
    ImGui::TableSetupColumn(std::to_string(i).c_str(), ImGuiTableColumnFlags_WidthStretch, 1);
  }
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  for (std::size_t i = 0; i < all.size(); ++i) {
    ImGui::TableNextColumn();
    paragraph(ui, desktop.variants[i].name, true);
  }
  for (const FigureRow& row : rows) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(ui, row.name.in(ui.lang));
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      ImGui::TableNextColumn();
      right_aligned(row.values[i] ? amount(*row.values[i], ui.lang) : "–");
      if (i > 0 && row.values[i] && row.values[0]) {
        right_aligned(difference_words(*row.values[i] - *row.values[0], ui.lang));
      }
    }
  }
  ImGui::EndTable();
  ui.mark("compared-figures");
}

void choose_measure(Desktop& desktop) {
  Ui& ui = desktop.ui;
  std::vector<std::string> ids = {""},
                           words = {ui.t({"Gebruik van de ruimten", "Use of the spaces"})};
  bool has_programme = false;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const Evaluated* evaluated = desktop.variants[i].workspace->evaluated();
    has_programme = has_programme || encounter_of(evaluated) != nullptr;
  }
  for (const MeasureInfo* info : shown_infos(has_programme)) {
    ids.push_back(info->id);
    words.push_back(info->name.in(ui.lang));
  }
  const auto found = std::find(ids.begin(), ids.end(), desktop.state.measure);
  int index = found == ids.end() ? 0 : static_cast<int>(found - ids.begin());
  if (choose(ui, "compare-measure", {"Wat de plattegronden kleurt", "What colours the plans"},
             index, words)) {
    desktop.state.measure = ids[static_cast<std::size_t>(index)];
  }
}

}  // namespace

void draw_compare_panel(Desktop& desktop) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  choose_measure(desktop);
  const std::string first = desktop.variants[0].name;
  tick(ui, "difference", {"Verschil met " + first, "Difference from " + first},
       state.shows_difference);
  tick(ui, "only-differences", {"Alleen verschillen", "Only differences"},
       state.shows_only_differences);
  ImGui::Separator();
  ImGui::BeginChild("compared");
  draw_figures(desktop);
  const std::vector<ComparedRow> rows = rows_of(desktop);
  const auto count =
      std::count_if(rows.begin(), rows.end(), [](const ComparedRow& row) { return row.differs(); });
  paragraph(
      ui, fmt::format(
              fmt::runtime(ui.t({"{} van {} criteria verschillen.", "{} of {} criteria differ."})),
              count, rows.size()));
  ui.mark("compared-count");
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    if (!desktop.variants[i].workspace->is_stale()) continue;
    paragraph(ui, desktop.variants[i].name + ui.t({": wordt herrekend", ": being recomputed"}),
              true);
  }
  const Theme* theme = nullptr;
  for (const ComparedRow& row : rows) {
    if (state.shows_only_differences && !row.differs()) continue;
    if (row.theme != theme) heading(ui, row.theme->title);
    theme = row.theme;
    draw_row(desktop, row);
  }
  ImGui::EndChild();
}

std::string compared_words(const Desktop& desktop, const std::string& criterion) {
  for (const ComparedRow& row : rows_of(desktop)) {
    if (row.criterion->id != criterion) continue;
    const std::string words = difference_words(row).in(desktop.ui.lang);
    return words.empty() ? desktop.ui.t({"gelijk", "equal"}) : words;
  }
  return {};
}

}  // namespace trefpunt

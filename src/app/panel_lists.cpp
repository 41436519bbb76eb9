// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/panels.h"
#include "app/plan_view.h"
#include "app/wijk_view.h"
#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

// On the map: only a wijk has findings with these numbers.
void look_in_wijk(UiState& state, const Finding& finding) {
  constexpr double kClose = 4;  // px per m: a crossing fills the eye
  show_wijk(state, true);
  if (finding.place) {
    state.camera.centre = *finding.place;
    state.camera.scale = kClose;
    state.camera.is_placed = true;
  }
  state.selection.clear();
  if (!finding.object.empty()) state.selection.insert(finding.object);
}

bool is_of_wijk(const Finding& finding) {
  return finding.code / 100 == 4 && finding.storey.empty();
}

void look_at(UiState& state, const Building& building, const Finding& finding) {
  show_wijk(state, false);
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    if (!finding.storey.empty() && building.storeys[s]->name == finding.storey) {
      state.storey = static_cast<int>(s);
    }
  }
  constexpr double kClose = 60;  // px per m: a door fills the eye
  if (finding.place) {
    state.camera.centre = *finding.place;
    state.camera.scale = kClose;
    state.camera.is_placed = true;
  }
  state.selection.clear();
  if (!finding.object.empty() && finding.object.size() < 8) state.selection.insert(finding.object);
}

}  // namespace

Request draw_measures(Ui& ui, const Workspace& workspace, UiState& state) {
  paragraph(ui,
            Text{"Kies wat de plattegrond kleurt.", "Choose what colours the plan."}.in(ui.lang),
            true);
  if (entry(ui, "measure:use", ui.t({"Gebruik van de ruimten", "Use of the spaces"}),
            state.measure.empty() && !state.field.is_shown)) {
    state.measure.clear();
    state.field.is_shown = false;
  }
  Request request = draw_field_panel(ui, state);
  for (const Measure* measure : all_measures()) {
    const MeasureInfo& info = measure->info();
    const Outcome* outcome = outcome_of(workspace, info.id);
    const bool is_chosen = state.measure == info.id && !state.field.is_shown;
    if (entry(ui, "measure:" + info.id, info.name.in(ui.lang), is_chosen)) {
      state.measure = info.id;
      state.field.is_shown = false;
    }
    if (!outcome) continue;
    ImGui::Indent(ui.em(1));
    paragraph(ui, quantity(outcome->headline, info.unit, info.decimals, ui.lang), true);
    if (is_chosen) {
      const std::string reason = reason_of(outcome->headline).in(ui.lang);
      paragraph(ui, reason, true);
      for (const SecondaryInfo& secondary : info.secondary) {
        const auto value = outcome->secondary.find(secondary.id);
        if (value == outcome->secondary.end()) continue;
        fact(ui, secondary.name, quantity(value->second, secondary.unit, info.decimals, ui.lang));
      }
      Request chosen = draw_parameters(ui, workspace, info);
      if (!chosen.edits.empty()) request = std::move(chosen);
      draw_why(ui, workspace, info, outcome);
    }
    ImGui::Unindent(ui.em(1));
  }
  return request;
}

Request draw_findings(Ui& ui, const Workspace& workspace, UiState& state) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated) return {};
  Request request;
  if (!workspace.project().buildings.empty() &&
      button(ui, "findings-bcf", {"Naar een BIM-programma (BCF) …", "To a BIM tool (BCF) …"})) {
    request.command = "bcf";
  }
  const std::vector<Finding>& findings = evaluated->evaluation.findings;
  if (findings.empty()) {
    paragraph(ui, Text{"Er zijn geen bevindingen.", "There are no findings."}.in(ui.lang));
  }
  int index = 0;
  for (const Finding& finding : findings) {
    ImGui::PushID(index);
    const std::string name = fmt::format("finding:{}", index++);
    const std::string title =
        fmt::format("{} {}", finding.code, severity_words(finding.severity).in(ui.lang));
    const auto& buildings = workspace.project().buildings;
    const bool is_chosen = entry(ui, name, title, false);
    if (is_chosen && workspace.project().wijk && is_of_wijk(finding)) {
      look_in_wijk(state, finding);
    } else if (is_chosen && !buildings.empty()) {
      look_at(state, buildings.front(), finding);
    }
    ImGui::Indent(ui.em(1));
    paragraph(ui, finding.sentence.in(ui.lang));
    std::string where = finding.storey;
    if (!finding.object.empty()) {
      where += (where.empty() ? "" : ", ") + where_in(finding.object, ui.lang);
    }
    paragraph(ui, where, true);
    ImGui::Unindent(ui.em(1));
    ImGui::PopID();
  }
  return request;
}

Request draw_contents(Ui& ui, const Workspace& workspace, UiState& state) {
  const auto storey = storey_of(workspace.project(), state);
  if (!storey) return {};
  const auto row = [&](const std::string& id, const std::string& words) {
    if (!entry(ui, "object:" + id, words, state.selection.contains(id))) return;
    if (!ImGui::GetIO().KeyShift) state.selection.clear();
    state.selection.insert(id);
  };
  const auto group = [&](const char* name, const Text& title, std::size_t count, bool is_open) {
    const std::string words = fmt::format("{} ({})###{}", ui.t(title), count, name);
    const bool is_shown =
        ImGui::CollapsingHeader(words.c_str(), is_open ? ImGuiTreeNodeFlags_DefaultOpen : 0);
    ui.mark(name);
    return is_shown;
  };
  if (group("contents-spaces", {"Ruimten", "Spaces"}, storey->spaces.size(), true)) {
    for (const Space& space : storey->spaces) {
      const std::string id = to_string(space.id);
      const std::string words = squeeze(space.number + " " + space.name);
      row(id, (words.empty() ? id : words) + ", " + name_of(space.use).in(ui.lang));
    }
  }
  const auto metres = [&](double m) { return format_number(m, 2, ui.lang) + " m"; };
  if (group("contents-doors", {"Deuren", "Doors"}, storey->doors.size(), false)) {
    for (const Door& door : storey->doors) {
      row(to_string(door.id), to_string(door.id) + " " + door.name + ", " +
                                  metres(door.clear_width.value_or(door.opening_width())));
    }
  }
  if (group("contents-walls", {"Wanden", "Walls"}, storey->walls.size(), false)) {
    for (const Wall& wall : storey->walls) {
      row(to_string(wall.id),
          to_string(wall.id) + (wall.is_glass ? Text{", glas", ", glass"}.in(ui.lang) : ""));
    }
  }
  if (group("contents-windows", {"Ramen", "Windows"}, storey->windows.size(), false)) {
    for (const Window& window : storey->windows) {
      row(to_string(window.id), to_string(window.id) + ", " + metres(distance(window.a, window.b)));
    }
  }
  if (group("contents-seats", {"Zitplekken", "Seats"}, storey->seats.size(), false)) {
    for (const Seat& seat : storey->seats) row(to_string(seat.id), to_string(seat.id));
  }
  if (group("contents-furniture", {"Meubels", "Furniture"}, storey->furniture.size(), false)) {
    for (const Furniture& piece : storey->furniture) {
      row(to_string(piece.id), squeeze(to_string(piece.id) + " " + piece.name));
    }
  }
  if (group("contents-links", {"Trappen en liften", "Stairs and lifts"}, storey->links.size(),
            false)) {
    for (const Link& link : storey->links) {
      row(to_string(link.id),
          to_string(link.id) +
              (link.kind == LinkKind::Lift ? Text{" lift", " lift"} : Text{" trap", " stairs"})
                  .in(ui.lang));
    }
  }
  return {};
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "app/panels.h"
#include "app/plan_view.h"

namespace trefpunt {

namespace {

Request set(const Storey& storey, const Underlay& underlay, const Text& label) {
  Request request;
  request.edits.push_back(edit::SetUnderlay{storey.id, underlay});
  request.label = label;
  return request;
}

Request opacity_slider(Ui& ui, const Storey& storey) {
  Request request;
  Underlay underlay = *storey.underlay;
  heading(ui, {"Dekking", "Opacity"});
  float percent = static_cast<float>(100 * underlay.opacity);
  ImGui::SetNextItemWidth(ui.em(14));
  ui.take_focus("underlay-opacity");
  ImGui::PushStyleColor(ImGuiCol_SliderGrab, colour(ui.palette().accent));
  ImGui::PushStyleColor(ImGuiCol_SliderGrabActive, colour(ui.palette().accent));
  const bool is_changed = ImGui::SliderFloat("###underlay-opacity", &percent, 0, 100, "%.0f %%",
                                             ImGuiSliderFlags_AlwaysClamp);
  ImGui::PopStyleColor(2);
  if (is_changed) {
    underlay.opacity = std::round(percent) / 100;
    request.preview = edit::SetUnderlay{storey.id, underlay};
  }
  request.commit = ImGui::IsItemDeactivatedAfterEdit();
  ui.mark("underlay-opacity");
  return request;
}

std::string size_words(const Ui& ui, const Underlay& underlay) {
  const auto metres = [&](int pixels) {
    return format_number(pixels * underlay.metres_per_pixel, 1, ui.lang);
  };
  return fmt::format("{} × {} m", metres(underlay.width), metres(underlay.height));
}

}  // namespace

Request draw_underlay_panel(Ui& ui, const Workspace& workspace, UiState& state) {
  const auto storey = storey_of(workspace.project(), state);
  if (!storey) return {};
  Request request;
  heading(ui, {"Onderlegger", "Underlay"});
  if (!storey->underlay) {
    paragraph(ui,
              Text{"Onder deze verdieping ligt geen afbeelding om over te tekenen.",
                   "There is no picture under this storey to draw over."}
                  .in(ui.lang),
              true);
    if (button(ui, "underlay-add", {"Onderlegger …", "Underlay …"}, true, true)) {
      request.command = "underlay";
    }
    return request;
  }
  const Underlay& underlay = *storey->underlay;
  const bool are_ours = state.underlay_of == storey->id;
  const std::size_t count = are_ours ? state.underlay_points.size() : 0;
  fact(ui, {"Bestand", "File"}, underlay.name);
  fact(ui, {"Grootte", "Size"}, size_words(ui, underlay));
  ImGui::Spacing();
  paragraph(ui, count == 0   ? ui.t({"Klik op de afbeelding twee punten aan waarvan u de afstand "
                                       "weet. Slepen verschuift de afbeelding.",
                                     "Click two points of the picture of which you know the "
                                       "distance. Dragging moves the picture."})
                : count == 1 ? ui.t({"Klik nu het tweede punt aan.", "Now click the second point."})
                             : ui.t({"Twee punten gekozen. Klik op de afbeelding om opnieuw te "
                                     "beginnen.",
                                     "Two points chosen. Click the picture to start again."}));
  if (button(ui, "underlay-distance", {"Afstand opgeven …", "Enter the distance …"}, count == 2,
             count == 2)) {
    state.dialog = "calibrate";
  }
  if (button(ui, "underlay-straight", {"Recht zetten", "Straighten"}, count == 2)) {
    const Point a = state.underlay_points[0], b = state.underlay_points[1];
    request = set(*storey, turned(underlay, a, off_square(underlay, a, b)),
                  {"Onderlegger recht zetten", "Straighten underlay"});
  }
  ImGui::SameLine();
  if (button(ui, "underlay-quarter", {"Kwartslag draaien", "Turn a quarter"})) {
    const Point middle{underlay.width / 2.0, underlay.height / 2.0};
    request = set(*storey, turned(underlay, middle, -std::numbers::pi / 2),
                  {"Onderlegger draaien", "Turn underlay"});
  }
  if (count > 0 && button(ui, "underlay-again", {"Andere punten kiezen", "Choose other points"})) {
    state.underlay_points.clear();
  }
  Request slid = opacity_slider(ui, *storey);
  if (slid.preview || slid.commit) request = slid;
  bool is_visible = underlay.is_visible;
  if (tick(ui, "underlay-visible", {"Zichtbaar", "Visible"}, is_visible)) {
    Underlay other = underlay;
    other.is_visible = is_visible;
    request = set(*storey, other,
                  is_visible ? Text{"Onderlegger tonen", "Show underlay"}
                             : Text{"Onderlegger verbergen", "Hide underlay"});
  }
  ImGui::Spacing();
  if (button(ui, "underlay-other", {"Andere afbeelding …", "Another picture …"})) {
    request.command = "underlay";
  }
  ImGui::SameLine();
  if (button(ui, "underlay-remove", {"Verwijderen", "Remove"})) {
    request.edits = {edit::RemoveUnderlay{storey->id}};
    state.underlay_points.clear();
    state.tool = Tool::Select;
  }
  return request;
}

}  // namespace trefpunt

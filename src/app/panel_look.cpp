// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

namespace trefpunt {

namespace {

void slider(Ui& ui, const std::string& name, const Text& label, double& degrees, float low,
            float high) {
  paragraph(ui, label.in(ui.lang), true);
  auto value = static_cast<float>(degrees);
  ImGui::SetNextItemWidth(ui.em(14));
  ui.take_focus(name);
  ImGui::PushStyleColor(ImGuiCol_SliderGrab, colour(ui.palette().accent));
  ImGui::PushStyleColor(ImGuiCol_SliderGrabActive, colour(ui.palette().accent));
  if (ImGui::SliderFloat(("###" + name).c_str(), &value, low, high, "%.0f°",
                         ImGuiSliderFlags_AlwaysClamp)) {
    degrees = value;
  }
  ImGui::PopStyleColor(2);
  ui.mark(name);
}

}  // namespace

Request draw_look_panel(Ui& ui, UiState& state) {
  heading(ui, {"Kijken", "Look around"});
  const std::size_t places = state.drawing.size();
  paragraph(ui,
            places == 0
                ? ui.t({"Beweeg over de plattegrond: u ziet wat iemand daar ziet. Klik om die plek "
                        "vast te zetten.",
                        "Move over the plan: you see what someone sees there. Click to keep the "
                        "place."})
            : places == 1
                ? ui.t({"Klik een tweede plek aan: zien ze elkaar, en wat zien ze allebei?",
                        "Click a second place: do they see each other, and what do both see?"})
                : ui.t({"Klik verder voor een route: alles wat onderweg te zien is.",
                        "Click on for a route: all that is seen on the way."}));
  slider(ui, "look-angle", {"Kijkhoek (360°: rondom)", "Angle of view (360°: all around)"},
         state.look_angle, 15, 360);
  if (state.look_angle < 360) {
    slider(ui, "look-direction",
           {"Kijkrichting (0°: naar rechts, 90°: omhoog)", "Direction (0°: right, 90°: up)"},
           state.look_direction, 0, 359);
  }
  tick(ui, "look-doors", {"Door deuren kijken", "See through doors"}, state.sees_through_doors);
  if (button(ui, "look-clear", {"Opnieuw beginnen", "Start again"}, places > 0)) {
    state.drawing.clear();
  }
  ImGui::Spacing();
  paragraph(ui,
            ui.t({"Met het toetsenbord op de plattegrond: pijlen en spatie. Komma en punt draaien "
                  "het zicht, - en = maken het smaller en breder. Backspace haalt de laatste plek "
                  "weg, Esc alle.",
                  "With the keyboard on the plan: arrows and Space. Comma and full stop turn the "
                  "view, - and = narrow and widen it. Backspace takes the last place away, Esc "
                  "all."}),
            true);
  return {};
}

}  // namespace trefpunt

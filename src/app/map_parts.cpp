// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_parts.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

constexpr float kPickPixels = 9;

}  // namespace

void draw_text(ImDrawList& list, ImFont* font, float size, ImVec2 middle, ImU32 ink,
               const std::string& text, int halo_width) {
  const ImVec2 extent = font->CalcTextSizeA(size, 1e9f, 0, text.c_str());
  const ImVec2 at{std::floor(middle.x - extent.x / 2), std::floor(middle.y - extent.y / 2)};
  const ImU32 halo = IM_COL32(255, 255, 255, 225);
  for (int dx = -halo_width; dx <= halo_width; ++dx) {
    for (int dy = -halo_width; dy <= halo_width; ++dy) {
      const int steps = std::abs(dx) + std::abs(dy);
      if (steps == 0 || steps > halo_width) continue;
      list.AddText(font, size, {at.x + static_cast<float>(dx), at.y + static_cast<float>(dy)}, halo,
                   text.c_str());
    }
  }
  list.AddText(font, size, at, ink, text.c_str());
}

void draw_scale_and_north(Ui& ui, ImDrawList& list, const Camera& camera, bool has_north) {
  double metres = 1;
  for (const double candidate : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0,
                                 500.0, 1000.0, 2000.0, 5000.0}) {
    if (candidate * camera.scale <= 140 * ui.scale) metres = candidate;
  }
  const float length = static_cast<float>(metres * camera.scale);
  const ImVec2 right{camera.high.x - ui.em(1.2f), camera.high.y - ui.em(1.2f)};
  const ImU32 ink = colour(ui.palette().ink);
  const std::string words = format_short(metres, 1, ui.lang) + " m";
  const ImVec2 extent = ui.body->CalcTextSizeA(13 * ui.scale, 1e9f, 0, words.c_str());
  const float top = right.y - ui.em(1.7f);
  const float wide = std::max(length, extent.x) + ui.em(has_north ? 2.8f : 1.0f);
  list.AddRectFilled({right.x - wide - ui.em(0.4f), top - ui.em(0.4f)},
                     {right.x + ui.em(0.4f), right.y + ui.em(0.4f)},
                     colour(ui.palette().paper, 0.92), 4);
  list.AddRectFilled({right.x - length, right.y - 5 * ui.scale}, right, ink);
  list.AddRectFilled({right.x - length / 2, right.y - 4 * ui.scale},
                     {right.x - 1, right.y - 1 * ui.scale}, colour(ui.palette().paper));
  list.AddText(ui.body, 13 * ui.scale, {right.x - extent.x, top - ui.em(0.2f)}, ink, words.c_str());
  if (!has_north) return;
  const float x = right.x - wide + ui.em(0.6f);
  list.AddTriangleFilled({x, top}, {x + 6 * ui.scale, right.y}, {x, right.y - 6 * ui.scale}, ink);
  list.AddTriangle({x, top}, {x - 6 * ui.scale, right.y}, {x, right.y - 6 * ui.scale}, ink);
  list.AddText(ui.bold, 13 * ui.scale, {x + 8 * ui.scale, top - 2}, ink, "N");
}

Pointer pointer_of(const UiState& state, bool is_hovered) {
  const ImGuiIO& io = ImGui::GetIO();
  Pointer pointer;
  pointer.at = state.camera.world(io.MousePos);
  pointer.reach = kPickPixels / state.camera.scale;
  pointer.is_pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  pointer.is_down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  pointer.is_released = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  pointer.is_double = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  pointer.is_shift = io.KeyShift;
  pointer.is_over = is_hovered;
  return pointer;
}

void steer(UiState& state, double grid) {
  ImGuiIO& io = ImGui::GetIO();
  const double step = grid * (io.KeyShift ? 10 : 1) * state.camera.scale;
  ImVec2 by{0, 0};
  if (ImGui::IsKeyPressed(GLFW_KEY_LEFT)) by.x -= static_cast<float>(step);
  if (ImGui::IsKeyPressed(GLFW_KEY_RIGHT)) by.x += static_cast<float>(step);
  if (ImGui::IsKeyPressed(GLFW_KEY_UP)) by.y -= static_cast<float>(step);
  if (ImGui::IsKeyPressed(GLFW_KEY_DOWN)) by.y += static_cast<float>(step);
  if (by.x == 0 && by.y == 0) return;
  const ImVec2 low = state.camera.low, high = state.camera.high;
  ImVec2 at = io.MousePos;
  if (at.x < low.x || at.x > high.x || at.y < low.y || at.y > high.y) {
    at = {(low.x + high.x) / 2, (low.y + high.y) / 2};
  }
  at = {std::clamp(at.x + by.x, low.x, high.x), std::clamp(at.y + by.y, low.y, high.y)};
  io.MousePos = at;
  io.WantSetMousePos = true;  // the window moves the system's pointer along
}

void merge(Request& into, Request from) {
  into.edits.insert(into.edits.end(), from.edits.begin(), from.edits.end());
  if (from.preview) into.preview = std::move(from.preview);
  into.commit = into.commit || from.commit;
  into.discard = into.discard || from.discard;
  if (!from.command.empty()) into.command = from.command;
}

}  // namespace trefpunt

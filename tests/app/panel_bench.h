// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk.h"
#include "app/panels.h"

namespace trefpunt {

using Panel = Request (*)(Ui&, const Workspace&, UiState&);

// A panel in ImGui without a window or a graphics card, and a hand that clicks and types.
class Bench {
 public:
  Bench(const Workspace& workspace, Panel panel) : workspace_(workspace), panel_(panel) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {700, 1400};
    io.MousePos = {-1, -1};
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
    set_up(ui);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    io.DeltaTime = 1.0f / 60;
  }
  ~Bench() { ImGui::DestroyContext(); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  void frame() {
    ImGui::NewFrame();
    ui.marks.clear();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("bench", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::PushFont(ui.body);
    Request one = panel_(ui, workspace_, state);
    ImGui::PopFont();
    ImGui::End();
    ImGui::Render();
    if (!one.edits.empty()) request = std::move(one);
  }
  void click(const std::string& name) {
    frame();
    INFO(name);
    REQUIRE(ui.marks.contains(name));
    if (!ui.marks.at(name).is_in_sight) {
      ui.reveal = name;
      frame();
      frame();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = ui.marks.at(name).middle();
    frame();
    io.MouseDown[0] = true;
    frame();
    io.MouseDown[0] = false;
    for (int i = 0; i < 25; ++i) frame();  // two clicks are no double click
  }
  void type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frame();
  }
  void press(ImGuiKey key) {
    ImGui::GetIO().KeysDown[key] = true;
    frame();
    ImGui::GetIO().KeysDown[key] = false;
    frame();
  }
  template <typename OneEdit>
  const OneEdit& edit() const {
    REQUIRE(request.edits.size() == 1);
    REQUIRE(std::holds_alternative<OneEdit>(request.edits[0]));
    return std::get<OneEdit>(request.edits[0]);
  }

  Ui ui;
  UiState state;
  Request request;  // the last that asked for something

 private:
  const Workspace& workspace_;
  Panel panel_;
};

}  // namespace trefpunt

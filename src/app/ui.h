// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "criteria/verdict.h"
#include "report/drawing_scene.h"

namespace trefpunt {

enum class Contrast { Normal, High };

// Colours of our own drawing; ImGui's style follows them. Text on paper and panel has 4.5:1.
struct Palette {
  Rgb ink, soft, line, paper, panel, accent, on_accent, focus, warning;
};
const Palette& palette_of(Contrast contrast);
Rgb colour_of(StatusCode status, Contrast contrast);
ImU32 colour(Rgb rgb, double alpha = 1);

struct Rect {
  ImVec2 low, high;
  bool is_in_sight = true;  // not scrolled away
  ImVec2 middle() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

// What every widget needs to know. `marks` are the places of the named widgets of this frame, so
// that a played session and a test find a widget by its name.
struct Ui {
  Lang lang = Lang::Nl;
  Contrast contrast = Contrast::Normal;
  float scale = 1;  // of the screen: 2 on HiDPI
  ImFont* body = nullptr;
  ImFont* bold = nullptr;
  ImFont* title = nullptr;
  std::map<std::string, Rect> marks;
  std::string focus;   // the widget that gets the keyboard in the next frame
  std::string reveal;  // the widget that is scrolled into sight in the next frame

  const char* t(const Text& text) const { return text.in(lang).c_str(); }
  const Palette& palette() const { return palette_of(contrast); }
  float em(float size) const { return size * 16 * scale; }
  void mark(const std::string& name);        // the item just drawn
  void take_focus(const std::string& name);  // before the item, when it was asked for
};

// Fonts and style for a theme and scale. False when the fonts are not installed; then ImGui's own
// font is used, which knows Latin letters only.
bool set_up(Ui& ui);

// Widgets with a name for scripts and a label for people. Each returns whether it was used.
bool button(Ui& ui, const std::string& name, const Text& label, bool is_enabled = true,
            bool is_main = false);
bool tick(Ui& ui, const std::string& name, const Text& label, bool& value);
bool choose(Ui& ui, const std::string& name, const Text& label, int& index,
            const std::vector<std::string>& choices);
bool line_input(Ui& ui, const std::string& name, const Text& label, std::string& value);
bool page_input(Ui& ui, const std::string& name, const Text& label, std::string& value,
                int lines = 3);
// A number with comma or point, or nothing; changes only when the text is a number.
bool number_input(Ui& ui, const std::string& name, const Text& label, std::optional<double>& value,
                  const char* unit);
bool entry(Ui& ui, const std::string& name, const std::string& label, bool is_selected,
           float width = 0);

void heading(Ui& ui, const Text& words);
void paragraph(Ui& ui, const std::string& words, bool is_soft = false);
// "uitkomst   29,8 m"
void fact(Ui& ui, const Text& what, const std::string& value);

// The symbol of a status: shape and letter, so that colour is not needed to tell them apart.
void status_symbol(Ui& ui, ImDrawList& list, ImVec2 middle, float radius, StatusCode status);
// A swatch of a legend with its hatch.
void swatch(ImDrawList& list, ImVec2 low, ImVec2 high, const Paint& paint);

}  // namespace trefpunt

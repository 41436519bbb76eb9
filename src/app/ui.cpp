// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui.h"

#include <imgui_freetype.h>
#include <imgui_stdlib.h>

#include <cmath>
#include <filesystem>

#include "io/level_name.h"

namespace trefpunt {

namespace {

constexpr Palette kLight = {0x1f2328, 0x525b66, 0xc8ced6, 0xffffff, 0xf4f6f8,
                            0x0b5a6b, 0xffffff, 0xb34700, 0xa4161a};
constexpr Palette kHighContrast = {0x000000, 0x000000, 0x000000, 0xffffff, 0xffffff,
                                   0x00206b, 0xffffff, 0xd00000, 0xb00000};

const char* const kFonts = "/usr/share/fonts/truetype/";

ImVec4 vec(Rgb rgb, float alpha = 1) {
  return {static_cast<float>(rgb >> 16 & 255) / 255, static_cast<float>(rgb >> 8 & 255) / 255,
          static_cast<float>(rgb & 255) / 255, alpha};
}

void set_style(const Ui& ui) {
  const Palette& palette = ui.palette();
  ImGuiStyle style;
  ImGui::StyleColorsLight(&style);
  style.WindowRounding = 0;
  style.FrameRounding = 3;
  style.GrabRounding = 3;
  style.PopupRounding = 4;
  style.WindowBorderSize = 1;
  style.FrameBorderSize = 1;
  style.ItemSpacing = {8, 6};
  style.FramePadding = {8, 5};
  style.WindowPadding = {12, 10};
  style.ScrollbarSize = 14;
  ImVec4* colors = style.Colors;
  colors[ImGuiCol_Text] = vec(palette.ink);
  colors[ImGuiCol_TextDisabled] = vec(palette.soft);
  colors[ImGuiCol_WindowBg] = vec(palette.panel);
  colors[ImGuiCol_ChildBg] = vec(palette.panel);
  colors[ImGuiCol_PopupBg] = vec(palette.paper);
  colors[ImGuiCol_MenuBarBg] = vec(palette.panel);
  colors[ImGuiCol_Border] = vec(palette.line);
  colors[ImGuiCol_FrameBg] = vec(palette.paper);
  colors[ImGuiCol_FrameBgHovered] = vec(palette.accent, 0.08f);
  colors[ImGuiCol_FrameBgActive] = vec(palette.accent, 0.15f);
  colors[ImGuiCol_TitleBgActive] = vec(palette.panel);
  colors[ImGuiCol_TitleBg] = vec(palette.panel);
  colors[ImGuiCol_Button] = vec(palette.paper);
  colors[ImGuiCol_ButtonHovered] = vec(palette.accent, 0.14f);
  colors[ImGuiCol_ButtonActive] = vec(palette.accent, 0.28f);
  colors[ImGuiCol_Header] = vec(palette.accent, 0.18f);
  colors[ImGuiCol_HeaderHovered] = vec(palette.accent, 0.12f);
  colors[ImGuiCol_HeaderActive] = vec(palette.accent, 0.28f);
  colors[ImGuiCol_Tab] = vec(palette.panel);
  colors[ImGuiCol_TabHovered] = vec(palette.accent, 0.12f);
  const bool is_high = ui.contrast == Contrast::High;
  colors[ImGuiCol_TabActive] = vec(palette.accent, is_high ? 0.3f : 0.2f);
  colors[ImGuiCol_TabUnfocused] = vec(palette.panel);
  colors[ImGuiCol_TabUnfocusedActive] = colors[ImGuiCol_TabActive];
  colors[ImGuiCol_CheckMark] = vec(palette.accent);
  colors[ImGuiCol_PlotHistogram] = vec(palette.accent);
  colors[ImGuiCol_TableHeaderBg] = vec(palette.panel);
  colors[ImGuiCol_TableBorderLight] = vec(palette.line);
  colors[ImGuiCol_TableBorderStrong] = vec(palette.line);
  colors[ImGuiCol_NavHighlight] = vec(palette.focus);
  colors[ImGuiCol_ModalWindowDimBg] = {0, 0, 0, 0.35f};
  style.ScaleAllSizes(ui.scale);
  ImGui::GetStyle() = style;
}

ImFont* load(const char* file, float size, bool& is_found) {
  static const ImWchar kRanges[] = {0x20,   0x24f,  0x2000, 0x206f, 0x20a0, 0x20cf, 0x2100,
                                    0x214f, 0x2190, 0x22ff, 0x25a0, 0x27bf, 0};
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  const std::string path = std::string(kFonts) + "noto/" + file;
  const std::string symbols = std::string(kFonts) + "dejavu/DejaVuSans.ttf";
  if (!std::filesystem::exists(path)) {
    is_found = false;
    return fonts.AddFontDefault();
  }
  ImFont* font = fonts.AddFontFromFileTTF(path.c_str(), size, nullptr, kRanges);
  if (std::filesystem::exists(symbols)) {
    ImFontConfig config;
    config.MergeMode = true;
    fonts.AddFontFromFileTTF(symbols.c_str(), size, &config, kRanges);
  }
  return font;
}

std::string id(const Ui& ui, const std::string& name, const Text& label) {
  return label.in(ui.lang) + "###" + name;
}

// The label stands above its field: it may be long, and panels are narrow.
void label_above(Ui& ui, const Text& label) {
  if (label.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.palette().soft));
  ImGui::TextWrapped("%s", ui.t(label));
  ImGui::PopStyleColor();
}

}  // namespace

const Palette& palette_of(Contrast contrast) {
  return contrast == Contrast::Normal ? kLight : kHighContrast;
}

Rgb colour_of(StatusCode status, Contrast contrast) {
  if (contrast == Contrast::High) return 0x000000;
  switch (status) {  // as in the report
    case StatusCode::A:
      return 0x1a673c;
    case StatusCode::B:
      return 0x7a5200;
    case StatusCode::C:
      return 0x9a3f00;
    case StatusCode::D:
      return 0x55606c;
    case StatusCode::E:
      return 0x5a4790;
    case StatusCode::F:
      return 0x3e5a75;
    case StatusCode::X:
      return 0xa4161a;
  }
  return 0;
}

ImU32 colour(Rgb rgb, double alpha) {
  return IM_COL32(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, static_cast<int>(alpha * 255));
}

void Ui::mark(const std::string& name) {
  Rect rect{ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
  const ImVec2 heart = rect.middle();
  rect.is_in_sight = ImGui::IsRectVisible(heart, {heart.x + 1, heart.y + 1});
  marks[name] = rect;
  if (reveal != name) return;
  reveal.clear();
  ImGui::SetScrollHereY();
}

void Ui::take_focus(const std::string& name) {
  if (focus != name) return;
  focus.clear();
  ImGui::SetKeyboardFocusHere();
}

bool set_up(Ui& ui) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // panels have their fixed place
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.Fonts->Clear();
  io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  bool is_found = true;
  ui.body = load("NotoSans-Regular.ttf", 16 * ui.scale, is_found);
  ui.bold = load("NotoSans-Bold.ttf", 16 * ui.scale, is_found);
  ui.title = load("NotoSans-Bold.ttf", 24 * ui.scale, is_found);
  set_style(ui);
  return is_found;
}

bool button(Ui& ui, const std::string& name, const Text& label, bool is_enabled, bool is_main) {
  ImGui::BeginDisabled(!is_enabled);
  if (is_main) {
    ImGui::PushStyleColor(ImGuiCol_Button, vec(ui.palette().accent));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(ui.palette().accent, 0.85f));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.palette().on_accent));
  }
  ui.take_focus(name);
  const bool is_used = ImGui::Button(id(ui, name, label).c_str());
  ui.mark(name);
  if (is_main) ImGui::PopStyleColor(3);
  ImGui::EndDisabled();
  return is_used;
}

bool tick(Ui& ui, const std::string& name, const Text& label, bool& value) {
  ui.take_focus(name);
  const bool is_used = ImGui::Checkbox(id(ui, name, label).c_str(), &value);
  ui.mark(name);
  return is_used;
}

bool choose(Ui& ui, const std::string& name, const Text& label, int& index,
            const std::vector<std::string>& choices) {
  label_above(ui, label);
  ImGui::SetNextItemWidth(-1);
  ui.take_focus(name);
  const bool is_valid = index >= 0 && index < static_cast<int>(choices.size());
  bool is_used = false;
  const bool is_open = ImGui::BeginCombo(
      ("###" + name).c_str(), is_valid ? choices[static_cast<std::size_t>(index)].c_str() : "",
      ImGuiComboFlags_HeightLarge);
  if (is_open) {
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
      const std::string& words = choices[static_cast<std::size_t>(i)];
      if (ImGui::Selectable((words + "###" + name + std::to_string(i)).c_str(), i == index)) {
        is_used = i != index;
        index = i;
      }
      ui.mark(name + ":" + std::to_string(i));
      if (i == index && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY();
    }
    ImGui::EndCombo();
  } else {
    ui.mark(name);
  }
  return is_used;
}

bool line_input(Ui& ui, const std::string& name, const Text& label, std::string& value) {
  label_above(ui, label);
  ImGui::SetNextItemWidth(-1);
  ui.take_focus(name);
  ImGui::InputText(("###" + name).c_str(), &value);
  const bool is_done = ImGui::IsItemDeactivatedAfterEdit();
  ui.mark(name);
  return is_done;
}

bool page_input(Ui& ui, const std::string& name, const Text& label, std::string& value, int lines) {
  label_above(ui, label);
  ui.take_focus(name);
  const float height =
      ImGui::GetTextLineHeight() * static_cast<float>(lines) + 2 * ImGui::GetStyle().FramePadding.y;
  ImGui::InputTextMultiline(("###" + name).c_str(), &value, {-1, height},
                            ImGuiInputTextFlags_CtrlEnterForNewLine * 0);
  const bool is_done = ImGui::IsItemDeactivatedAfterEdit();
  ui.mark(name);
  return is_done;
}

bool number_input(Ui& ui, const std::string& name, const Text& label, std::optional<double>& value,
                  const char* unit) {
  label_above(ui, label);
  ImGui::SetNextItemWidth(std::min(ui.em(7), ImGui::GetContentRegionAvail().x - ui.em(1.5f)));
  ui.take_focus(name);
  const ImGuiID key = ImGui::GetID(("###" + name).c_str());
  static std::map<ImGuiID, std::string>
      drafts;  // the text being typed; the one item that is active
  std::string shown = value ? format_short(*value, 3, ui.lang) : "";
  const auto draft = drafts.find(key);
  std::string text = draft != drafts.end() ? draft->second : shown;
  ImGui::InputText(("###" + name).c_str(), &text, ImGuiInputTextFlags_AutoSelectAll);
  const bool is_done = ImGui::IsItemDeactivatedAfterEdit();
  if (ImGui::IsItemActive()) {
    drafts[key] = text;
  } else {
    drafts.erase(key);
  }
  ui.mark(name);
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(unit);
  if (!is_done) return false;
  if (squeeze(text).empty()) {
    const bool is_changed = value.has_value();
    value.reset();
    return is_changed;
  }
  const std::optional<double> number = number_from_text(text);
  if (!number || !std::isfinite(*number) || text == shown) return false;
  value = number;
  return true;
}

bool entry(Ui& ui, const std::string& name, const std::string& label, bool is_selected,
           float width) {
  ui.take_focus(name);
  const bool is_used = ImGui::Selectable((label + "###" + name).c_str(), is_selected,
                                         ImGuiSelectableFlags_AllowItemOverlap, {width, 0});
  ui.mark(name);
  return is_used;
}

void heading(Ui& ui, const Text& words) {
  ImGui::Spacing();
  ImGui::PushFont(ui.bold);
  ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.palette().accent));
  ImGui::TextWrapped("%s", ui.t(words));
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void paragraph(Ui& ui, const std::string& words, bool is_soft) {
  if (words.empty()) return;
  if (is_soft) ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.palette().soft));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  if (is_soft) ImGui::PopStyleColor();
}

void fact(Ui& ui, const Text& what, const std::string& value) {
  paragraph(ui, what.in(ui.lang), true);
  ImGui::Indent(ui.em(0.6f));
  paragraph(ui, value);
  ImGui::Unindent(ui.em(0.6f));
}

void status_symbol(Ui& ui, ImDrawList& list, ImVec2 middle, float radius, StatusCode status) {
  const ImU32 ink = colour(colour_of(status, ui.contrast));
  const ImU32 paper = colour(ui.palette().paper);
  const auto at = [&](float x, float y) {
    return ImVec2{middle.x + x * radius, middle.y + y * radius};
  };
  const float line = std::max(1.5f, radius * 0.22f);
  switch (status) {
    case StatusCode::A:
      list.AddCircleFilled(middle, radius, ink);
      list.AddLine(at(-0.45f, 0.05f), at(-0.1f, 0.4f), paper, line);
      list.AddLine(at(-0.1f, 0.4f), at(0.5f, -0.4f), paper, line);
      break;
    case StatusCode::B:
      list.AddCircle(middle, radius - line / 2, ink, 0, line);
      list.PathArcTo(middle, radius, 1.5708f, 4.7124f);
      list.PathFillConvex(ink);
      break;
    case StatusCode::C:
      list.AddRectFilled(at(-1, -0.85f), at(1, 0.55f), ink, radius * 0.2f);
      list.AddTriangleFilled(at(-0.6f, 0.5f), at(0, 0.5f), at(-0.6f, 1), ink);
      list.AddLine(at(-0.55f, -0.4f), at(0.55f, -0.4f), paper, line * 0.8f);
      list.AddLine(at(-0.55f, 0.05f), at(0.2f, 0.05f), paper, line * 0.8f);
      break;
    case StatusCode::D:
      list.AddCircle(middle, radius - line / 2, ink, 0, line);
      list.AddLine(at(-0.45f, 0), at(0.45f, 0), ink, line);
      break;
    case StatusCode::E:
      list.AddCircle(middle, radius - line / 2, ink, 0, line);
      list.AddText(ui.bold, radius * 1.5f, at(-0.33f, -1.0f), ink, "?");
      break;
    case StatusCode::F:
      list.AddCircle(middle, radius - line / 2, ink, 0, line);
      break;
    case StatusCode::X:
      list.AddTriangleFilled(at(0, -1), at(1, 0.85f), at(-1, 0.85f), ink);
      list.AddLine(at(0, -0.4f), at(0, 0.25f), paper, line);
      list.AddCircleFilled(at(0, 0.58f), line * 0.6f, paper);
      break;
  }
}

void swatch(ImDrawList& list, ImVec2 low, ImVec2 high, const Paint& paint) {
  list.AddRectFilled(low, high, colour(paint.fill));
  const ImU32 ink = colour(paint.ink);
  list.PushClipRect(low, high, true);
  const float height = high.y - low.y;
  for (float x = low.x - height; x < high.x + height; x += 6) {
    if (paint.hatch == Hatch::Rising || paint.hatch == Hatch::Crossed)
      list.AddLine({x, high.y}, {x + height, low.y}, ink);
    if (paint.hatch == Hatch::Falling || paint.hatch == Hatch::Crossed)
      list.AddLine({x, low.y}, {x + height, high.y}, ink);
    if (paint.hatch == Hatch::Upright) list.AddLine({x, low.y}, {x, high.y}, ink);
    for (float y = low.y + 3; y < high.y; y += 6) {
      if (paint.hatch == Hatch::Dots) list.AddCircleFilled({x, y}, 1, ink);
    }
  }
  if (paint.hatch == Hatch::Level) {
    for (float y = low.y + 3; y < high.y; y += 6) list.AddLine({low.x, y}, {high.x, y}, ink);
  }
  list.PopClipRect();
  list.AddRect(low, high, colour(0x59626e));
}

}  // namespace trefpunt

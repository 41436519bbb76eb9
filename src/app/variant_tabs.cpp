// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/variant_tabs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/compare.h"
#include "engine/sort_files.h"

namespace trefpunt {

namespace {

void say_of_variant(Desktop& desktop, const Text& words) {
  desktop.state.message = words.in(desktop.ui.lang);
  desktop.state.message_is_error = false;
}

// The index of the storey on the level that was looked at.
int same_storey(const Project& from, int index, const Project& to) {
  if (from.buildings.empty() || to.buildings.empty()) return 0;
  const auto& storeys = from.buildings.front().storeys;
  if (index < 0 || index >= static_cast<int>(storeys.size())) return 0;
  const double level = storeys[static_cast<std::size_t>(index)]->level;
  return storey_on(to.buildings.front(), level).value_or(0);
}

void swap_left(UiState& state, UiState& left) {
  std::swap(state.selection, left.selection);
  std::swap(state.space_text, left.space_text);
  std::swap(state.forms, left.forms);
}

bool is_unsaved(const Desktop& desktop, std::size_t index) {
  const Workspace& workspace = *desktop.variants[index].workspace;
  const bool is_active = index == desktop.variants.at();
  const UiState& state = is_active ? desktop.state : desktop.variants[index].left;
  return workspace.has_work() || (workspace.has_design() && !state.forms.empty());
}

// Whole: the file alone, no list beside it.
void adopt(Desktop& desktop, Input input, const std::string& path, bool is_whole) {
  const bool is_project = is_whole && kind_of_file(path) == FileKind::Project;
  const bool is_recovered = is_project && path.starts_with(desktop.state_folder + "/autosave-");
  // A file is saved from one variant only.
  bool is_open = false;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    is_open =
        is_open || (i != desktop.variants.at() && desktop.variants[i].workspace->path() == path);
  }
  const bool is_of_file = is_project && !is_recovered && !is_open;
  desktop.workspace().adopt(std::move(input), is_of_file ? path : "");
  if (is_recovered) desktop.workspace().take_over_autosave(path);
  if (path.empty() || is_recovered) return;
  auto& recent = desktop.settings.recent;
  std::erase(recent, path);
  recent.insert(recent.begin(), path);
  save_settings(desktop.settings, desktop.state_folder);
}

struct TabButton {
  std::string name;
  Text label;
  bool is_main = false, is_apart = false;
};

std::vector<TabButton> tab_buttons(const Desktop& desktop) {
  std::vector<TabButton> all;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const std::string& name = desktop.variants[i].name;
    all.push_back({fmt::format("variant:{}", i), {name, name}, i == desktop.variants.at()});
  }
  const bool is_comparing = desktop.state.is_comparing;
  all.push_back({"variants-compare",
                 is_comparing ? Text{"Niet meer vergelijken", "Stop comparing"}
                              : Text{"Vergelijken", "Compare"},
                 false, true});
  all.push_back({"variant-rename", {"Naam wijzigen …", "Rename …"}, false, true});
  all.push_back({"variant-close", {"Variant verwijderen", "Remove the variant"}});
  return all;
}

float apart(const Ui& ui) {
  return ui.em(1);
}

float width_of(const Ui& ui, const TabButton& one) {
  const ImGuiStyle& style = ImGui::GetStyle();
  return ImGui::CalcTextSize(one.label.in(ui.lang).c_str()).x + 2 * style.FramePadding.x +
         style.ItemSpacing.x + (one.is_apart ? apart(ui) : 0);
}

}  // namespace

void show_variant(Desktop& desktop, std::size_t index) {
  Variants& variants = desktop.variants;
  if (index == variants.at()) return;
  UiState& state = desktop.state;
  const Project& from = variants.active().project();
  const int storey = same_storey(from, state.storey, variants[index].workspace->project());
  variants.active().discard();  // half a drag
  swap_left(state, variants[variants.at()].left);
  variants.show(index);
  swap_left(state, variants[index].left);
  state.storey = storey;
  state.drawing.clear();
  state.typed.clear();
  state.cursor.reset();
  state.drag_from.reset();
  state.drag_vertex.reset();
  state.box_from.reset();
  state.hover.clear();
}

float variant_tabs_height(const Desktop& desktop, float width) {
  if (desktop.variants.size() < 2) return 0;
  float x = 0;
  int lines = 1;
  for (const TabButton& one : tab_buttons(desktop)) {
    const float wide = width_of(desktop.ui, one);
    if (x > 0 && x + wide > width) {
      x = 0;
      ++lines;
    }
    x += wide;
  }
  return ImGui::GetFrameHeightWithSpacing() * static_cast<float>(lines) + 2;
}

void draw_variant_tabs(Desktop& desktop) {
  if (desktop.variants.size() < 2) return;
  const float width = ImGui::GetContentRegionAvail().x;
  float x = 0;
  std::string used;
  for (const TabButton& one : tab_buttons(desktop)) {
    const float wide = width_of(desktop.ui, one);
    if (x > 0 && x + wide > width) x = 0;
    if (x > 0) ImGui::SameLine(x + (one.is_apart ? apart(desktop.ui) : 0));
    if (button(desktop.ui, one.name, one.label, true, one.is_main)) used = one.name;
    x += wide;
  }
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    if (used == fmt::format("variant:{}", i)) return show_variant(desktop, i);
  }
  if (!used.empty()) run_command(desktop, used == "variants-compare" ? "compare" : used);
}

void draw_variant_dialog(Desktop& desktop) {
  Ui& ui = desktop.ui;
  const bool is_new = desktop.state.dialog == "variant";
  const Text title = is_new ? Text{"Variant maken", "Make a variant"}
                            : Text{"Variant: naam wijzigen", "Variant: rename"};
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetNextWindowPos({io.DisplaySize.x / 2, io.DisplaySize.y / 2}, ImGuiCond_Always,
                          {0.5f, 0.5f});
  ImGui::SetNextWindowSize({std::min(ui.em(28), io.DisplaySize.x * 0.94f), 0});
  const std::string id = title.in(ui.lang) + "###dialog-variant";
  if (!ImGui::IsPopupOpen(id.c_str())) {
    ImGui::OpenPopup(id.c_str());
    ui.focus = "variant-name";
  }
  bool is_open = true;
  if (!ImGui::BeginPopupModal(id.c_str(), &is_open,
                              ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize)) {
    return;
  }
  if (is_new) {
    paragraph(ui, Text{"Een kopie van dit ontwerp, om naast het eerste te zetten.",
                       "A copy of this design, to hold beside the first."}
                      .in(ui.lang));
  }
  line_input(ui, "variant-name", {"Naam", "Name"}, desktop.variant_name);
  const std::string name = squeeze(desktop.variant_name);
  bool is_taken = false;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const bool is_itself = !is_new && i == desktop.variants.at();
    is_taken = is_taken || (!is_itself && desktop.variants[i].name == name);
  }
  if (is_taken) {
    paragraph(ui, Text{"Er is al een variant die zo heet.", "Another variant has this name."}.in(
                      ui.lang));
  }
  ImGui::Spacing();
  const bool is_enter = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
  const bool is_fine = !name.empty() && !is_taken;
  const bool is_made =
      button(ui, "variant-ok", is_new ? Text{"Maken", "Make"} : Text{"Wijzigen", "Rename"}, is_fine,
             true) ||
      (is_enter && is_fine);
  ImGui::SameLine();
  const bool is_left = button(ui, "variant-cancel", {"Annuleren", "Cancel"}) || !is_open ||
                       ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
  if (is_made && is_new) {
    const std::size_t from = desktop.variants.at();
    desktop.variants.duplicate(name);
    const std::size_t made = desktop.variants.at();
    desktop.variants.show(from);  // so that its half-typed texts are set aside
    show_variant(desktop, made);
    if (desktop.state.is_comparing) desktop.state.camera.is_placed = false;
    say_of_variant(desktop, {"Variant gemaakt: " + name, "Variant made: " + name});
  } else if (is_made) {
    desktop.variants[desktop.variants.at()].name = name;
  }
  if (is_made || is_left) {
    desktop.state.dialog.clear();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

bool run_variant_command(Desktop& desktop, const std::string& name) {
  Variants& variants = desktop.variants;
  UiState& state = desktop.state;
  if ((name == "variant" || name == "variant-open") && variants.is_full()) {
    say_of_variant(desktop, {"Er zijn al vier varianten. Verwijder er eerst een.",
                             "There are four variants already. Remove one first."});
  } else if (name == "variant") {
    desktop.variant_name = variants.free_name();
    state.dialog = name;
  } else if (name == "variant-rename") {
    desktop.variant_name = variants[variants.at()].name;
    state.dialog = name;
  } else if (name == "variant-close") {
    if (variants.size() == 1) return true;
    const std::size_t gone = variants.at();
    const std::string words = variants[gone].name;
    show_variant(desktop, gone == 0 ? 1 : gone - 1);
    variants.close(gone);
    if (state.is_comparing) state.camera.is_placed = false;  // the panes have another shape
    if (variants.size() == 1) state.is_comparing = false;
    say_of_variant(desktop, {"Variant verwijderd: " + words, "Variant removed: " + words});
  } else if (name == "compare") {
    if (variants.size() == 1) {
      say_of_variant(desktop, {"Er is één ontwerp. Maak eerst een variant (Ctrl+D).",
                               "There is one design. Make a variant first (Ctrl+D)."});
      return true;
    }
    desktop.workspace().commit();
    state.is_comparing = !state.is_comparing;
    state.camera.is_placed = false;  // the panes have another shape
  } else {
    return false;
  }
  return true;
}

bool asks_about_unsaved(Desktop& desktop, const std::string& command, std::size_t first) {
  const Variants& variants = desktop.variants;
  for (std::size_t i = first; i < variants.size(); ++i) {
    if (command == "variant-close" && i != variants.at()) continue;
    if (!is_unsaved(desktop, i)) continue;
    show_variant(desktop, i);
    desktop.after_discard = command;
    desktop.state.dialog = "unsaved";
    return true;
  }
  return false;
}

void go_on_after_saving(Desktop& desktop) {
  const std::string command = desktop.after_discard;
  // The earlier ones were asked about: a form that is still open there is not asked about twice.
  if (command.empty() || asks_about_unsaved(desktop, command, desktop.variants.at() + 1)) return;
  run_command(desktop, command);
}

bool are_variants(const std::vector<std::string>& paths) {
  return paths.size() > 1 && std::all_of(paths.begin(), paths.end(), [](const std::string& path) {
           return path.ends_with(".trefpunt");
         });
}

void take_variants(Desktop& desktop, std::vector<Input> inputs,
                   const std::vector<std::string>& paths) {
  Variants& variants = desktop.variants;
  const bool is_beside = std::exchange(desktop.opens_beside, false) && !variants.is_full();
  const std::size_t from = variants.at();
  if (!is_beside) {
    variants.close_others();
    variants[0].left = {};
    variants[0].name = "Variant 1";
  }
  const std::size_t first = is_beside ? variants.size() : 0;
  for (std::size_t i = 0; i < inputs.size() && first + i < Variants::kMost; ++i) {
    const std::string path = i < paths.size() ? paths[i] : "";
    std::string name = variant_name_of(path);
    for (std::size_t k = 0; k < first + i; ++k) {
      if (variants[k].name == name) name.clear();
    }
    if (first + i > 0) variants.add(variants.free_name());
    if (!name.empty()) variants[variants.at()].name = name;
    adopt(desktop, std::move(inputs[i]), path, inputs.size() == paths.size());
    if (path.empty()) desktop.workspace().mark_untouched();  // the sample
  }
  if (is_beside) {
    variants.show(from);  // so that its half-typed texts are set aside
    if (desktop.state.is_comparing) desktop.state.camera.is_placed = false;
    return show_variant(desktop, first);
  }
  variants.show(0);
  UiState fresh;
  fresh.camera.low = desktop.state.camera.low;
  fresh.camera.high = desktop.state.camera.high;
  desktop.state = fresh;
}

}  // namespace trefpunt

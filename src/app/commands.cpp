// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <GLFW/glfw3.h>

namespace trefpunt {

const std::vector<Command>& commands() {
  static const Text kFile{"Bestand", "File"}, kEdit{"Bewerken", "Edit"}, kView{"Beeld", "View"},
      kDraw{"Tekenen", "Draw"}, kHelp{"Help", "Help"};
  static const std::vector<Command> all = {
      {"new", {"Nieuw ontwerp", "New design"}, kFile, GLFW_KEY_N, true, false, false},
      {"open", {"Openen …", "Open …"}, kFile, GLFW_KEY_O, true, false, false},
      {"open-sample", {"Voorbeeld openen", "Open the sample"}, kFile, 0, false, false, false},
      {"open-wijk-sample",
       {"Voorbeeldwijk openen", "Open the sample neighbourhood"},
       kFile,
       0,
       false,
       false,
       false},
      {"variant-open", {"Openen als variant …", "Open as a variant …"}, kFile},
      {"renew", {"Nieuwe versie inlezen …", "Read a new version …"}, kFile, GLFW_KEY_I, true},
      {"save", {"Bewaren", "Save"}, kFile, GLFW_KEY_S, true},
      {"save-as", {"Bewaren als …", "Save as …"}, kFile, GLFW_KEY_S, true, true},
      {"programme-open", {"Programma openen …", "Open a programme …"}, kFile},
      {"programme-save", {"Programma bewaren als …", "Save the programme as …"}, kFile},
      {"report", {"Rapport maken …", "Make the report …"}, kFile, GLFW_KEY_R, true},
      {"bcf", {"Naar een BIM-programma (BCF) …", "To a BIM tool (BCF) …"}, kFile},
      {"picture", {"Tekening bewaren …", "Save the drawing …"}, kFile, GLFW_KEY_P, true},
      {"underlay", {"Onderlegger …", "Underlay …"}, kFile, GLFW_KEY_U, true},
      {"quit", {"Afsluiten", "Quit"}, kFile, GLFW_KEY_Q, true, false, false},
      {"undo", {"Ongedaan maken", "Undo"}, kEdit, GLFW_KEY_Z, true},
      {"redo", {"Opnieuw", "Redo"}, kEdit, GLFW_KEY_Z, true, true},
      {"select-all", {"Alles kiezen", "Select all"}, kEdit, GLFW_KEY_A, true},
      {"copy-storey", {"Verdieping kopiëren", "Copy storey"}, kEdit},
      {"variant", {"Variant maken …", "Make a variant …"}, kEdit, GLFW_KEY_D, true},
      {"variant-rename", {"Variant: naam wijzigen …", "Rename the variant …"}, kEdit},
      {"variant-close", {"Variant verwijderen", "Remove the variant"}, kEdit},
      {"fit", {"Alles in beeld", "Fit"}, kView, GLFW_KEY_HOME},
      {"zoom-in", {"Inzoomen", "Zoom in"}, kView, GLFW_KEY_EQUAL, true},
      {"zoom-out", {"Uitzoomen", "Zoom out"}, kView, GLFW_KEY_MINUS, true},
      {"storey-up", {"Verdieping hoger", "Storey up"}, kView, GLFW_KEY_PAGE_UP},
      {"storey-down", {"Verdieping lager", "Storey down"}, kView, GLFW_KEY_PAGE_DOWN},
      {"labels", {"Namen", "Names"}, kView, GLFW_KEY_1, true},
      {"furniture", {"Meubels", "Furniture"}, kView, GLFW_KEY_2, true},
      {"seats", {"Zitplekken", "Seats"}, kView, GLFW_KEY_3, true},
      {"grid", {"Raster", "Grid"}, kView, GLFW_KEY_G, true},
      {"report-view", {"Rapport lezen", "Read the report"}, kView, GLFW_KEY_F2},
      {"encounters", {"Wie ontmoet wie", "Who meets whom"}, kView, GLFW_KEY_F4},
      {"field", {"Veld op de plattegrond", "Field on the plan"}, kView, GLFW_KEY_F5},
      {"plan", {"Plattegrond", "Plan"}, kView, GLFW_KEY_F3, false, true},
      {"wijk", {"Kaart van de wijk", "Map of the neighbourhood"}, kView, GLFW_KEY_F3},
      {"reach",
       {"Lopend bereik vanaf de muis", "Reach on foot from the pointer"},
       kView,
       GLFW_KEY_E},
      {"compare", {"Varianten vergelijken", "Compare variants"}, kView, GLFW_KEY_F7},
      {"difference",
       {"Verschil met de eerste variant", "Difference from the first variant"},
       kView,
       GLFW_KEY_F7,
       false,
       true},
      {"language", {"English", "Nederlands"}, kView, GLFW_KEY_L, true, false, false},
      {"contrast", {"Hoog contrast", "High contrast"}, kView, GLFW_KEY_K, true, false, false},
      {"next-region",
       {"Volgend deel van het venster", "Next part of the window"},
       kView,
       GLFW_KEY_F6,
       false,
       false,
       false},
      {"tool-select", {"Kiezen", "Select"}, kDraw, GLFW_KEY_V},
      {"tool-wall", {"Wand", "Wall"}, kDraw, GLFW_KEY_W},
      {"tool-door", {"Deur", "Door"}, kDraw, GLFW_KEY_D},
      {"tool-window", {"Raam", "Window"}, kDraw, GLFW_KEY_R},
      {"tool-space", {"Ruimte", "Space"}, kDraw, GLFW_KEY_S},
      {"tool-seat", {"Zitplek", "Seat"}, kDraw, GLFW_KEY_Z},
      {"tool-furniture", {"Meubel", "Furniture"}, kDraw, GLFW_KEY_M},
      {"tool-stairs", {"Trap", "Stairs"}, kDraw, GLFW_KEY_T},
      {"tool-lift", {"Lift", "Lift"}, kDraw, GLFW_KEY_L},
      {"tool-ruler", {"Meten", "Measure"}, kDraw, GLFW_KEY_I},
      {"tool-look", {"Kijken", "Look around"}, kDraw, GLFW_KEY_K},
      {"tool-underlay", {"Onderlegger", "Underlay"}, kDraw, GLFW_KEY_U},
      {"tool-path", {"Pad", "Path"}, kDraw, GLFW_KEY_P},
      {"tool-bench", {"Bank, halte", "Bench, stop"}, kDraw, GLFW_KEY_B},
      {"tool-place", {"Plek", "Place"}, kDraw, GLFW_KEY_O},
      {"tool-ground", {"Park, plein", "Park, square"}, kDraw, GLFW_KEY_G},
      {"tool-home", {"Woning", "Home"}, kDraw, GLFW_KEY_H},
      {"snap", {"Vastklikken op raster", "Snap to grid"}, kDraw, GLFW_KEY_F9},
      {"ortho", {"Recht tekenen", "Ortho"}, kDraw, GLFW_KEY_F8},
      {"help", {"Sneltoetsen", "Shortcuts"}, kHelp, GLFW_KEY_F1, false, false, false},
      {"about", {"Over Trefpunt", "About Trefpunt"}, kHelp, 0, false, false, false},
  };
  return all;
}

const Command* find_command(const std::string& name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::string key_words(const Command& command) {
  if (command.key == 0) return {};
  std::string words;
  if (command.has_ctrl) words += "Ctrl+";
  if (command.has_shift) words += "Shift+";
  if (command.key >= GLFW_KEY_F1 && command.key <= GLFW_KEY_F12) {
    return words + "F" + std::to_string(command.key - GLFW_KEY_F1 + 1);
  }
  switch (command.key) {
    case GLFW_KEY_HOME:
      return words + "Home";
    case GLFW_KEY_PAGE_UP:
      return words + "PgUp";
    case GLFW_KEY_PAGE_DOWN:
      return words + "PgDn";
    case GLFW_KEY_EQUAL:
      return words + "=";
    default:
      return words + static_cast<char>(command.key);
  }
}

std::string pressed_command() {
  const ImGuiIO& io = ImGui::GetIO();
  for (const Command& command : commands()) {
    if (command.key == 0 || !ImGui::IsKeyPressed(command.key, false)) continue;
    if (command.has_ctrl != io.KeyCtrl || command.has_shift != io.KeyShift || io.KeyAlt) continue;
    // Letters, and Ctrl with what a text field does itself, belong to the field.
    const bool is_plain = !command.has_ctrl && command.key < GLFW_KEY_F1;
    const bool is_of_field =
        command.name == "undo" || command.name == "redo" || command.name == "select-all";
    if (io.WantTextInput && (is_plain || is_of_field)) continue;
    return command.name;
  }
  return {};
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_browser.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

void read_folder(const Ui& ui, FileBrowser& browser) {
  if (browser.read_from == browser.folder) return;
  browser.read_from = browser.folder;
  browser.ask_overwrite = false;
  browser.entries.clear();
  browser.problem.clear();
  std::error_code error;
  for (fs::directory_iterator it(browser.folder, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename();
    if (name.starts_with(".")) continue;
    std::error_code ignored;
    const bool is_folder = it->is_directory(ignored);
    std::string extension = it->path().extension();
    std::transform(extension.begin(), extension.end(), extension.begin(), ::tolower);
    const bool is_wanted =
        browser.extensions.empty() ||
        std::count(browser.extensions.begin(), browser.extensions.end(), extension);
    if (!is_folder && (!is_wanted || browser.may_choose_folder)) continue;
    browser.entries.push_back({name, is_folder, is_folder ? 0 : it->file_size(ignored)});
  }
  if (error) {
    browser.problem =
        ui.t({"Deze map is niet te lezen: ", "This folder cannot be read: "}) + error.message();
  }
  std::sort(browser.entries.begin(), browser.entries.end(), [](const auto& a, const auto& b) {
    if (a.is_folder != b.is_folder) return a.is_folder;
    return fold(a.name) < fold(b.name);
  });
}

// With the extension it will get: what is asked about must be what is replaced.
fs::path path_of(const FileBrowser& browser) {
  fs::path path = browser.name.starts_with("/") ? fs::path(browser.name)
                                                : fs::path(browser.folder) / browser.name;
  const bool is_named = browser.is_saving && !browser.may_choose_folder && !browser.name.empty();
  if (is_named && !browser.extensions.empty() &&
      !std::count(browser.extensions.begin(), browser.extensions.end(), path.extension())) {
    path += browser.extensions.front();
  }
  return path;
}

std::string size_words(std::uintmax_t bytes, Lang lang) {
  if (bytes < 1024 * 1024)
    return format_number(std::max(1.0, static_cast<double>(bytes) / 1024), 0, lang) + " kB";
  return format_number(static_cast<double>(bytes) / 1048576, 1, lang) + " MB";
}

}  // namespace

std::optional<std::string> draw_browser(Ui& ui, FileBrowser& browser, const Text& verb) {
  if (browser.folder.empty()) {
    std::error_code ignored;
    browser.folder = fs::current_path(ignored).string();
  }
  const bool is_new = ImGui::IsWindowAppearing();
  line_input(ui, "browser-folder", {"Map", "Folder"}, browser.folder);
  read_folder(ui, browser);
  paragraph(ui, browser.problem);
  std::optional<std::string> chosen;
  const float below = ImGui::GetFrameHeightWithSpacing() * 3.4f + ImGui::GetTextLineHeight();
  ImGui::BeginChild("browser-list", {0, -below}, true);
  std::string go_to;
  if (entry(ui, "browser-up", "↑ ..", false)) go_to = fs::path(browser.folder).parent_path();
  for (const FileBrowser::Entry& one : browser.entries) {
    const std::string label =
        one.is_folder ? "▸ " + one.name + "/"
                      : fmt::format("   {}    {}", one.name, size_words(one.bytes, ui.lang));
    if (!entry(ui, "file:" + one.name, label, one.name == browser.name)) continue;
    if (one.is_folder) {
      go_to = (fs::path(browser.folder) / one.name).string();
    } else {
      // A second click, or Enter on what is chosen, opens it.
      if (browser.name == one.name && !browser.is_saving) {
        chosen = (fs::path(browser.folder) / one.name).string();
      }
      browser.name = one.name;
    }
  }
  ImGui::EndChild();
  if (!go_to.empty()) {
    browser.folder = go_to;
    if (!browser.is_saving) browser.name.clear();
  }
  bool is_entered = false;
  if (!browser.may_choose_folder) {
    if (is_new) ui.focus = "browser-name";
    line_input(ui, "browser-name", {"Bestandsnaam", "File name"}, browser.name);
    is_entered = ImGui::IsItemDeactivated() &&
                 ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
  }
  const fs::path path = path_of(browser);
  if (browser.ask_overwrite && browser.asked_of != path) browser.ask_overwrite = false;
  const bool is_enabled = browser.may_choose_folder || !browser.name.empty();
  if (browser.ask_overwrite) {
    paragraph(ui, Text{"Dit bestand bestaat al. Vervangen?", "This file exists. Replace it?"}.in(
                      ui.lang));
    if (button(ui, "browser-replace", {"Vervangen", "Replace"}, true, true)) chosen = path.string();
    ImGui::SameLine();
    if (button(ui, "browser-keep", {"Niet vervangen", "Do not replace"}))
      browser.ask_overwrite = false;
  } else if (button(ui, "browser-ok", verb, is_enabled, true) || (is_entered && is_enabled)) {
    std::error_code ignored;
    if (browser.is_saving && !browser.may_choose_folder && fs::exists(path, ignored)) {
      browser.ask_overwrite = true;
      browser.asked_of = path;
    } else {
      chosen = browser.may_choose_folder ? browser.folder : path.string();
    }
  }
  if (chosen) {
    browser.ask_overwrite = false;
    browser.read_from.clear();
  }
  return chosen;
}

}  // namespace trefpunt

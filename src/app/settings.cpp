// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/desktop.h"
#include "io/files.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostRecent = 10;

std::string path_of(const std::string& folder) {
  return folder + "/settings.json";
}

}  // namespace

Settings load_settings(const std::string& folder) {
  Settings settings;
  if (folder.empty()) return settings;
  const Result<std::string> text = read_file(path_of(folder));
  if (!text) return settings;
  const nlohmann::json json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object()) return settings;  // a damaged file is no reason not to start
  const auto says = [&](const char* key, const nlohmann::json& value) {
    const auto found = json.find(key);
    return found != json.end() && *found == value;
  };
  if (says("lang", "en")) settings.lang = Lang::En;
  if (says("high_contrast", true)) settings.contrast = Contrast::High;
  if (const auto recent = json.find("recent"); recent != json.end() && recent->is_array()) {
    for (const auto& path : *recent) {
      if (path.is_string()) settings.recent.push_back(path);
    }
  }
  return settings;
}

void save_settings(const Settings& settings, const std::string& folder) {
  if (folder.empty() || !make_folder(folder)) return;
  nlohmann::json json = {{"lang", settings.lang == Lang::Nl ? "nl" : "en"},
                         {"high_contrast", settings.contrast == Contrast::High},
                         {"recent", settings.recent}};
  if (settings.recent.size() > kMostRecent) {
    json["recent"] =
        std::vector<std::string>(settings.recent.begin(), settings.recent.begin() + kMostRecent);
  }
  // A file name need not be UTF-8.
  const std::string text = json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
  (void)write_file(path_of(folder), text + "\n");
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "app/play.h"
#include "app/shown_measure.h"
#include "app/window.h"
#include "io/files.h"
#include "measure/plugin_host.h"

namespace {

using namespace trefpunt;
namespace fs = std::filesystem;

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

std::string state_folder() {
  if (const char* folder = std::getenv("XDG_STATE_HOME"); folder && *folder) {
    return std::string(folder) + "/trefpunt";
  }
  const char* home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.local/state/trefpunt" : "";
}

// Beside the program when it is installed, else in the source tree it was built from.
std::string sample_folder() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  for (const fs::path& folder : {program.parent_path() / "../share/trefpunt/gezondheidscentrum",
                                 fs::path(TREFPUNT_SAMPLES) / "gezondheidscentrum"}) {
    if (fs::exists(folder, ignored)) return folder.lexically_normal().string();
  }
  return {};
}

struct Options {
  std::vector<std::string> inputs, plugins;
  std::string render, scene, script, lang, size = "1600x1000", date;
  double scale = 1;
};

Result<int> run_stage(const Options& options, Surroundings surroundings) {
  int width = 0, height = 0;
  if (std::sscanf(options.size.c_str(), "%dx%d", &width, &height) != 2 || width < 320 ||
      height < 240 || width > 8000 || height > 8000) {
    return Error{Code::BadInput,
                 {"schrijf --size als 1600x1000", "write --size as 1600x1000"},
                 options.size};
  }
  auto stage = Stage::make(std::move(surroundings), sample_folder(), width, height,
                           static_cast<float>(options.scale));
  if (!stage) return stage.error();
  Desktop& desktop = (*stage)->desktop();
  if (options.lang == "en") desktop.ui.lang = Lang::En;
  if (options.lang == "nl") desktop.ui.lang = Lang::Nl;
  (*stage)->frame();
  open_paths(desktop, options.inputs);
  if (!(*stage)->settle()) {
    return Error{Code::Cancelled, {"het rekenen duurt te lang", "computing takes too long"}, {}};
  }
  if (desktop.state.message_is_error) {
    return Error{Code::BadInput, {desktop.state.message, desktop.state.message}, {}};
  }
  if (!options.script.empty()) {
    Result<std::string> script = read_file(options.script);
    if (!script) return script.error();
    if (Status status = play(**stage, *script, file_name(options.script)); !status) {
      return status.error();
    }
  }
  if (!options.scene.empty()) {
    // A scene is a measure, a criterion or a command: what the picture should show.
    if (shown_info(options.scene)) {
      desktop.state.measure = options.scene;
    } else if (const Criterion* one = desktop.workspace().catalogue().find(options.scene)) {
      desktop.state.criterion = one->id;
      desktop.state.measure = one->measure;
    } else {
      run_command(desktop, options.scene);
    }
    (*stage)->settle();
  }
  if (options.render.empty()) return 0;
  if (Status status = (*stage)->picture(options.render); !status) return status.error();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Trefpunt, the desktop planner: see a plan, change it, and watch the numbers move"};
  app.set_version_flag("--version", std::string("trefpunt-desktop ") + TREFPUNT_VERSION);
  Options options;
  app.add_option("INPUT", options.inputs, "plan files (IFC, DXF, PDF, GeoJSON) or a project");
  app.add_option("--render", options.render, "draw one picture without a display (PNG)");
  app.add_option("--size", options.size, "of that picture: 1600x1000");
  app.add_option("--scale", options.scale, "of the screen: 2 on HiDPI")
      ->check(CLI::Range(0.5, 4.0));
  app.add_option("--scene", options.scene, "what it shows: a measure, a criterion or a command");
  app.add_option("--play", options.script, "replay a session without a display");
  app.add_option("--lang", options.lang, "nl or en")->check(CLI::IsMember({"nl", "en"}));
  app.add_option("--date", options.date, "today, as YYYY-MM-DD");
  app.add_option("--plugins", options.plugins, "folder with plugins; may be given again")
      ->allow_extra_args(false);
  CLI11_PARSE(app, argc, argv);
  const Lang lang = options.lang == "en" ? Lang::En : Lang::Nl;
  Surroundings surroundings{builtin_catalogue(), options.date.empty() ? today() : options.date,
                            state_folder(), nullptr};
  const Result<std::vector<std::string>> folders = plugin_folders(options.plugins);
  if (!folders) {
    fmt::print(stderr, "trefpunt: error: {}\n", to_string(folders.error(), lang));
    return 2;
  }
  Plugins plugins = load_plugins(*folders);
  use_measures(std::move(plugins.measures));
  for (const Error& refused : plugins.refused) {
    fmt::print(stderr, "trefpunt: {}: {}\n", Text{"plug-in geweigerd", "plugin refused"}.in(lang),
               to_string(refused, lang));
  }
  const bool is_staged = !options.render.empty() || !options.script.empty();
  const Result<int> result =
      is_staged ? run_stage(options, std::move(surroundings))
                : run_window(std::move(surroundings), sample_folder(), options.inputs);
  if (result) return *result;
  fmt::print(stderr, "trefpunt: error: {}\n", to_string(result.error(), lang));
  return 2;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/plugin_host.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <link.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/check.h"
#include "measure/plugin_measure.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

std::string sha256_of(const std::string& bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  TP_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) == 1);
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

// Bytes of the symbol as the library's own table has it: a symbol of another kind is not read
// beyond its end.
std::size_t size_of_symbol(void* symbol) {
  Dl_info info{};
  void* entry = nullptr;
  if (dladdr1(symbol, &info, &entry, RTLD_DL_SYMENT) == 0 || !entry) return 0;
  return static_cast<const ElfW(Sym)*>(entry)->st_size;
}

Error not_a_library(const std::string& path) {
  return {Code::Unsupported,
          {"dit bestand is geen bibliotheek (.so) die hier geladen kan worden",
           "this file is not a library (.so) that can be loaded here"},
          path};
}

Result<const tp_plugin*> open_library(const std::string& path) {
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    std::string detail = dlerror();
    if (detail.starts_with(path + ": ")) detail.erase(0, path.size() + 2);
    return Error{Code::Unsupported,
                 {fmt::format("deze bibliotheek kan niet worden geladen ({})", detail),
                  fmt::format("this library cannot be loaded ({})", detail)},
                 path};
  }
  void* symbol = dlsym(library, "trefpunt_plugin");
  if (!symbol) {
    return Error{Code::Unsupported,
                 {"het symbool ‘trefpunt_plugin’ ontbreekt: dit is geen plug-in van Trefpunt",
                  "the symbol 'trefpunt_plugin' is missing: this is no plugin of Trefpunt"},
                 path};
  }
  const auto* plugin = static_cast<const tp_plugin*>(symbol);
  const std::size_t size = size_of_symbol(symbol);
  const bool has_start = size >= offsetof(tp_plugin, struct_size) + sizeof(plugin->struct_size);
  // Another major version may be of any size, and is told so.
  const bool is_other = size >= sizeof(plugin->abi_major) && plugin->abi_major != TP_ABI_MAJOR;
  if (!is_other && (!has_start || size < plugin->struct_size)) {
    return Error{Code::BadInput,
                 {fmt::format("de beschrijving van de plug-in is {} bytes en dus afgebroken", size),
                  fmt::format("the plugin's description is {} bytes and so cut off", size)},
                 path};
  }
  if (Status status = check_plugin(*plugin, path); !status) return status.error();
  return plugin;
}

Result<std::shared_ptr<const Measure>> load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!bytes.starts_with("\177ELF")) return not_a_library(path);
  Result<const tp_plugin*> plugin = open_library(path);
  if (!plugin) return plugin.error();
  return std::shared_ptr<const Measure>(std::make_shared<PluginMeasure>(
      **plugin, PluginFile{path, (*plugin)->maker, sha256_of(bytes)}));
}

std::optional<Error> duplicate(const Plugins& plugins, const Measure& measure) {
  const MeasureInfo& info = measure.info();
  const auto twice = [&](const Text& other) {
    return Error{Code::BadInput,
                 {fmt::format("de id ‘{}’ bestaat al, in {}", info.id, other.nl),
                  fmt::format("the id '{}' is taken already, by {}", info.id, other.en)},
                 info.plugin->path};
  };
  for (const Measure* other : builtin_measures()) {
    if (other->info().id == info.id) return twice({"Trefpunt zelf", "Trefpunt itself"});
  }
  for (const auto& other : plugins.measures) {
    const std::string& path = other->info().plugin->path;
    if (other->info().id == info.id) return twice({path, path});
  }
  return std::nullopt;
}

std::vector<std::string> libraries_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".so" && !entry.is_directory(failed)) {
      paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<std::vector<std::string>> plugin_folders(const std::vector<std::string>& named) {
  std::vector<std::string> folders;
  std::error_code ignored;
  const auto add = [&](const fs::path& folder) {
    const std::string path = fs::weakly_canonical(folder, ignored).string();
    if (fs::is_directory(path, ignored) &&
        std::find(folders.begin(), folders.end(), path) == folders.end()) {
      folders.push_back(path);
    }
  };
  for (const std::string& folder : named) {
    if (!fs::is_directory(folder, ignored)) {
      return Error{Code::NotFound,
                   {"deze map met plug-ins is er niet", "this folder of plugins is not there"},
                   folder};
    }
    add(folder);
  }
  if (const char* listed = std::getenv("TREFPUNT_PLUGINS")) {
    std::stringstream stream(listed);
    for (std::string folder; std::getline(stream, folder, ':');) {
      if (!folder.empty()) add(folder);
    }
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty()) add(program.parent_path() / "../lib/trefpunt/plugins");
  return folders;
}

Plugins load_plugins(const std::vector<std::string>& folders) {
  Plugins plugins;
  for (const std::string& folder : folders) {
    for (const std::string& path : libraries_in(folder)) {
      Result<std::shared_ptr<const Measure>> measure = load(path);
      if (!measure) {
        plugins.refused.push_back(measure.error());
      } else if (const auto error = duplicate(plugins, **measure)) {
        plugins.refused.push_back(*error);
      } else {
        plugins.measures.push_back(*measure);
      }
    }
  }
  return plugins;
}

}  // namespace trefpunt

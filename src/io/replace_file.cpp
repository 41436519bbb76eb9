// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/replace_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <random>

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

// Why nothing can be saved under this name; empty when there is no reason.
std::optional<Error> obstacle(const fs::path& target, const std::string& path) {
  std::error_code ignored;
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored)) {
    return Error{
        Code::NotWritable, {"Deze map bestaat niet.", "This folder does not exist."}, path};
  }
  if (fs::is_directory(target, ignored)) {
    return Error{Code::NotWritable,
                 {"Dit is een map; geef de naam van een bestand.",
                  "This is a folder; give the name of a file."},
                 path};
  }
  const fs::file_status status = fs::status(target, ignored);
  constexpr fs::perms kWrite =
      fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  if (fs::exists(status) && (status.permissions() & kWrite) == fs::perms::none) {
    return Error{Code::NotWritable,
                 {"Dit bestand is alleen te lezen; bewaar onder een andere naam.",
                  "This file is read-only; save under another name."},
                 path};
  }
  // Another program's changes lie beside the file; put next to a new one they would destroy it.
  for (const char* beside : {"-wal", "-journal"}) {
    if (fs::exists(target.string() + beside, ignored)) {
      return Error{Code::NotWritable,
                   {"Dit bestand is open in een ander programma, zoals QGIS; sluit het daar of "
                    "bewaar onder een andere naam.",
                    "This file is open in another program, such as QGIS; close it there or save "
                    "under another name."},
                   path};
    }
  }
  return std::nullopt;
}

}  // namespace

Status replace_file(const std::string& path,
                    const std::function<Status(const std::string& beside)>& write) {
  std::error_code failed;
  // A link stays a link: what it points at is replaced.
  fs::path target =
      fs::is_symlink(path, failed) ? fs::weakly_canonical(path, failed) : fs::path(path);
  if (failed) target = path;
  if (const auto reason = obstacle(target, path)) return *reason;

  const std::string beside = fmt::format("{}.tmp-{:08x}", target.string(), std::random_device()());
  Status written = write(beside);
  if (written) {
    if (fs::exists(target, failed)) {
      fs::permissions(beside, fs::status(target, failed).permissions(), failed);
    }
    fs::rename(beside, target, failed);
    if (failed) {
      written = Error{Code::NotWritable,
                      {"Dit bestand kan niet worden vervangen.", "This file cannot be replaced."},
                      path};
    }
  }
  if (!written) fs::remove(beside, failed);
  return written;
}

}  // namespace trefpunt

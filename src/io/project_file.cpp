// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/project_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <random>

#include "io/files.h"
#include "io/project_tables.h"

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
                   {"Dit project is open in een ander programma, zoals QGIS; sluit het daar of "
                    "bewaar onder een andere naam.",
                    "This project is open in another program, such as QGIS; close it there or save "
                    "under another name."},
                   path};
    }
  }
  return std::nullopt;
}

}  // namespace

Status save_project(const Project& project, const SpacePolygons& polygons,
                    const std::string& path) {
  std::error_code failed;
  // A link stays a link: what it points at is replaced.
  fs::path target =
      fs::is_symlink(path, failed) ? fs::weakly_canonical(path, failed) : fs::path(path);
  if (failed) target = path;
  if (const auto reason = obstacle(target, path)) return *reason;

  const std::string beside = fmt::format("{}.tmp-{:08x}", target.string(), std::random_device()());
  Status written = write_tables(project, polygons, beside, path);
  if (written) {
    // What cannot be read back does not replace what can.
    const Result<Project> again = read_tables(beside, path);
    if (!again) written = again.error();
  }
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

Result<Project> load_project(const std::string& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return Error{Code::NotFound, {"Dit bestand bestaat niet.", "This file does not exist."}, path};
  }
  if (!fs::is_regular_file(status)) {
    return Error{Code::BadInput,
                 {"Dit bestand kan niet worden gelezen.", "This file cannot be read."},
                 path};
  }
  return read_tables(path, file_name(path));
}

}  // namespace trefpunt

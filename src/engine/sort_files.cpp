// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sort_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "io/files.h"
#include "io/wijk_reader.h"
#include "project/json.h"

namespace trefpunt {

namespace {

// Lists are short; what is longer is a plan, and is not read twice.
constexpr std::uintmax_t kLongestList = 4 << 20;  // bytes

FileKind kind_of_json(const std::string& path) {
  std::error_code unknown;
  const std::uintmax_t bytes = std::filesystem::file_size(path, unknown);
  if (unknown || bytes > kLongestList) return FileKind::Plan;
  const Result<std::string> text = read_file(path);
  if (!text) return FileKind::Plan;
  const Result<nlohmann::json> json = parse_json(*text, file_name(path));
  if (!json || !json->is_object() || json->contains("type")) return FileKind::Plan;
  static const std::vector<std::pair<const char*, FileKind>> kMembers = {
      {"thresholds", FileKind::Ambition},    {"declarations", FileKind::Ambition},
      {"parameters", FileKind::Ambition},    {"answers", FileKind::Answers},
      {"not_applicable", FileKind::Answers}, {"explanations", FileKind::Answers},
      {"no_threshold", FileKind::Answers},   {"undetermined", FileKind::Answers},
      {"consultations", FileKind::Answers},  {"spaces", FileKind::Uses},
      {"layers", FileKind::LayerMap},        {"blocks", FileKind::LayerMap},
      {"roles", FileKind::Programme},        {"peer_rooms", FileKind::Programme}};
  for (const auto& [member, kind] : kMembers) {
    if (json->contains(member)) return kind;
  }
  return FileKind::Plan;
}

std::string* place_of(FileKind kind, InputOptions& options) {
  switch (kind) {
    case FileKind::RoomList:
      return &options.rooms;
    case FileKind::LayerMap:
      return &options.layers;
    case FileKind::Uses:
      return &options.uses;
    case FileKind::Ambition:
      return &options.ambition;
    case FileKind::Answers:
      return &options.answers;
    case FileKind::Programme:
      return &options.programme;
    case FileKind::Project:
    case FileKind::Plan:
    case FileKind::Wijk:
      break;
  }
  return nullptr;
}

}  // namespace

FileKind kind_of_file(const std::string& path) {
  const std::string extension = fold(std::filesystem::path(path).extension().string());
  if (extension == ".trefpunt") return FileKind::Project;
  if (looks_like_wijk(path)) return FileKind::Wijk;
  if (extension == ".gpkg") return FileKind::Project;
  for (const char* table : {".csv", ".tsv", ".xlsx", ".ods"}) {
    if (extension == table) return FileKind::RoomList;
  }
  return extension == ".json" ? kind_of_json(path) : FileKind::Plan;
}

bool is_building_model(const std::string& path) {
  const std::string name = fold(path);
  return name.ends_with(".ifc") || name.ends_with(".ifczip");
}

Status add_files(const std::vector<std::string>& paths, InputOptions& options) {
  InputOptions after = options;
  std::map<FileKind, std::string> taken;
  bool has_project = false;
  for (const std::string& path : paths) {
    const FileKind kind = kind_of_file(path);
    std::string* place = place_of(kind, after);
    if (place == nullptr) {
      has_project |= kind == FileKind::Project;
      const bool is_new = std::count(after.inputs.begin(), after.inputs.end(), path) == 0;
      if (is_new) after.inputs.push_back(path);
      continue;
    }
    if (const auto [at, is_new] = taken.try_emplace(kind, path); !is_new && at->second != path) {
      return Error{Code::BadInput,
                   {fmt::format("Dit bestand is van dezelfde soort als {}; kies een van de twee.",
                                file_name(at->second)),
                    fmt::format("This file is of the same kind as {}; choose one of the two.",
                                file_name(at->second))},
                   file_name(path)};
    }
    *place = path;
  }
  if (has_project && after.inputs.size() > 1) {
    return Error{Code::BadInput,
                 {"Een project (.trefpunt) wordt alleen geopend, niet samen met een plattegrond.",
                  "A project (.trefpunt) is opened alone, not together with a plan."},
                 {}};
  }
  options = std::move(after);
  return Done{};
}

}  // namespace trefpunt

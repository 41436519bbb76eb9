// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the desktop share: a folder of their own, a workspace, and waiting for it.
#pragma once

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "app/workspace.h"
#include "project/edit.h"

namespace trefpunt {

// Gone afterwards.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/trefpunt-app-XXXXXX";
    path_ = mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path() const { return path_.string(); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return *this / name;
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& file : std::filesystem::directory_iterator(path_)) {
      found.push_back(file.path().filename());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::filesystem::path path_;
};

inline Surroundings surroundings(const std::string& state_folder = "") {
  return {builtin_catalogue(), "2026-11-05", state_folder, nullptr};
}

// Polls, as the frame loop does, until it is so; false after half a minute.
template <typename Done>
bool until(Workspace& workspace, Done done) {
  const auto start = std::chrono::steady_clock::now();
  while (!done()) {
    if (std::chrono::steady_clock::now() - start > std::chrono::seconds(30)) return false;
    workspace.poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}
inline bool until_evaluated(Workspace& workspace) {
  return until(workspace, [&] { return !workspace.is_stale(); });
}

inline const Storey& storey_of(const Workspace& workspace) {
  return *workspace.project().buildings.front().storeys.front();
}

inline Edit add_wall(const Workspace& workspace, Point a, Point b) {
  return edit::AddWall{storey_of(workspace).id, {{}, {a, b}, false, false, ""}};
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/variants.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

namespace trefpunt {
namespace {

namespace fs = std::filesystem;

Surroundings around(const std::string& folder = "") {
  return {builtin_catalogue(), "2026-11-21", folder, nullptr};
}

Edit wall(double y) {
  Wall one;
  one.points = {{0, y}, {4, y}};
  return edit::AddWall{{1}, one};
}

std::size_t walls(const Workspace& workspace) {
  return workspace.project().buildings.front().storeys.front()->walls.size();
}

WallId last_wall(const Workspace& workspace) {
  return workspace.project().buildings.front().storeys.front()->walls.back().id;
}

TEST_CASE("A variant has its own history") {
  Variants variants(around());
  variants.active().start_new({"Ontwerp", "Design"});
  REQUIRE(variants.active().edit(wall(0)));
  CHECK(variants.free_name() == "Variant 2");
  variants.duplicate("Serre");
  CHECK(variants.size() == 2);
  CHECK(variants.at() == 1);
  CHECK(walls(variants.active()) == 1);
  CHECK_FALSE(variants.active().is_saved());
  CHECK_FALSE(variants.active().history().can_undo());
  REQUIRE(variants.active().edit(wall(1)));
  CHECK(walls(*variants[1].workspace) == 2);
  CHECK(walls(*variants[0].workspace) == 1);
  variants.active().undo();
  CHECK(walls(*variants[1].workspace) == 1);
}

TEST_CASE("The same id is the same thing in every variant") {
  Variants variants(around());
  variants.active().start_new({"Ontwerp", "Design"});
  REQUIRE(variants.active().edit(wall(0)));
  const WallId shared = last_wall(variants.active());
  variants.duplicate("B");
  CHECK(last_wall(variants.active()) == shared);
  variants.duplicate("C");
  std::vector<WallId> added;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    REQUIRE(variants[i].workspace->edit(wall(2)));
    added.push_back(last_wall(*variants[i].workspace));
  }
  CHECK(added[0] != added[1]);
  CHECK(added[1] != added[2]);
  CHECK(added[0] != added[2]);
}

TEST_CASE("What followed from the design follows from its copy without computing") {
  Variants variants(around());
  variants.active().start_new({"Ontwerp", "Design"});
  while (variants.active().is_stale()) {
    variants.poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  variants.duplicate("B");
  CHECK_FALSE(variants.active().is_stale());
}

TEST_CASE("Closing keeps the active one active") {
  Variants variants(around());
  variants.duplicate("B");
  variants.duplicate("C");
  variants.show(1);
  variants.close(0);
  CHECK(variants[variants.at()].name == "B");
  variants.show(1);
  variants.close(1);
  CHECK(variants[variants.at()].name == "B");
  variants.duplicate("D");
  variants.close_others();
  CHECK(variants.size() == 1);
  CHECK(variants[0].name == "D");
}

TEST_CASE("Every variant is kept by an autosave of its own, until it is closed") {
  const fs::path folder = fs::temp_directory_path() / ("variants" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto files = [&] {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(folder)) {
      if (file.path().extension() == ".trefpunt") names.push_back(file.path().filename());
    }
    return names;
  };
  {
    Variants variants(around(folder.string()));
    variants.active().start_new({"Ontwerp", "Design"});
    REQUIRE(variants.active().edit(wall(0)));
    variants.duplicate("B");
    const auto start = std::chrono::steady_clock::now();
    while (files().size() < 2 &&
           std::chrono::steady_clock::now() - start < std::chrono::seconds(20)) {
      variants.poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    CHECK(files().size() == 2);
    variants.close(0);
    CHECK(files().size() == 1);
    variants.forget_autosaves();
    CHECK(files().empty());
  }
  fs::remove_all(folder);
}

TEST_CASE("A file is named after its variant and read back as such") {
  CHECK(variant_file_name("Zorghuis", "Serre") == "Zorghuis - Serre.trefpunt");
  CHECK(variant_file_name("A/B", "1/2") == "A-B - 1-2.trefpunt");
  CHECK(variant_name_of("/tmp/Zorghuis - Serre.trefpunt") == "Serre");
  CHECK(variant_name_of("/tmp/a - b/Zorghuis.trefpunt").empty());
  CHECK(variant_name_of("").empty());
}

}  // namespace
}  // namespace trefpunt

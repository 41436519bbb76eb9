// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include "app/desk.h"
#include "app/desktop.h"
#include "io/project_file.h"
#include "support/large_project.h"

using namespace trefpunt;

namespace fs = std::filesystem;

namespace {

// The number of a process that has ended.
pid_t ended() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  int status = 0;
  waitpid(child, &status, 0);
  return child;
}

std::string autosave_of(const Folder& folder, pid_t owner) {
  return folder / ("autosave-" + std::to_string(owner) + "-1.trefpunt");
}

std::size_t walls_in(const std::string& path) {
  const Result<Project> project = load_project(path);
  return project ? project->buildings[0].storeys[0]->walls.size() : 0;
}

}  // namespace

TEST_CASE("work of a run that ended is found, that of a run that goes on is not") {
  const Folder folder;
  const std::string left = autosave_of(folder, ended());
  std::ofstream(left) << "x";
  std::ofstream(autosave_of(folder, getppid())) << "x";
  std::ofstream(autosave_of(folder, getpid())) << "x";
  folder.write("autosave-1.trefpunt.tmp-12345678", "x");
  folder.write("settings.json", "{}");
  const Workspace workspace(surroundings(folder.path()));
  CHECK(workspace.left_behind() == std::vector<std::string>{left});
  CHECK(Workspace(surroundings(folder / "none")).left_behind().empty());
  CHECK(Workspace(surroundings()).left_behind().empty());
}

TEST_CASE("an edit is kept within seconds, and forgotten when it is saved") {
  const Folder folder;
  const std::string path = autosave_of(folder, getpid());
  Workspace workspace(surroundings(folder.path()));
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  workspace.poll();
  CHECK_FALSE(fs::exists(path));  // not at every click
  REQUIRE(until(workspace, [&] { return walls_in(path) == 1; }));
  REQUIRE(workspace.save(folder / "ontwerp.trefpunt"));
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("who never stops drawing is kept too, at most ten seconds behind") {
  const Folder folder;
  const std::string path = autosave_of(folder, getpid());
  Workspace workspace(surroundings(folder.path()));
  workspace.start_new({"Nieuw ontwerp", "New design"});
  const auto start = std::chrono::steady_clock::now();
  double at = 0;
  while (std::chrono::steady_clock::now() - start < std::chrono::seconds(10)) {
    REQUIRE(workspace.edit(add_wall(workspace, {at, 0}, {at, 4})));
    at += 0.5;
    for (int i = 0; i < 20; ++i) {
      workspace.poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    if (walls_in(path) > 0) break;
  }
  CHECK(walls_in(path) > 0);
}

TEST_CASE("a state folder that cannot be made is said once and stops nothing") {
  Workspace workspace(surroundings("/proc/trefpunt"));
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  std::vector<Error> errors;
  REQUIRE(until(workspace, [&] { return !(errors = workspace.take_errors()).empty(); }));
  CHECK(errors.size() == 1);
  for (int i = 0; i < 10; ++i) workspace.poll();
  CHECK(workspace.take_errors().empty());
  CHECK(storey_of(workspace).walls.size() == 1);
}

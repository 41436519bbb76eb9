// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace.h"

#include <signal.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "app/desk.h"
#include "io/project_file.h"
#include "report/report.h"
#include "support/large_project.h"
#include "support/project_text.h"
#include "support/rich_project.h"

using namespace trefpunt;

namespace fs = std::filesystem;

namespace {

std::size_t walls(const Workspace& workspace) {
  return storey_of(workspace).walls.size();
}

Result<Input> opened(Workspace& workspace, const std::string& path) {
  InputOptions options;
  options.inputs = {path};
  workspace.open(options);
  std::optional<Result<Input>> loaded;
  REQUIRE(until(workspace, [&] { return (loaded = workspace.loaded()).has_value(); }));
  return std::move(*loaded);
}

// What a workspace shows of its design: nothing of it may change when something fails.
struct Seen {
  explicit Seen(const Workspace& workspace)
      : project(workspace.shared()),
        path(workspace.path()),
        undo(workspace.history().undo_label().nl),
        is_saved(workspace.is_saved()) {}
  bool operator==(const Seen&) const = default;
  SharedProject project;
  std::string path, undo;
  bool is_saved;
};

}  // namespace

TEST_CASE("an edit can be undone and done again") {
  Workspace workspace(surroundings());
  CHECK_FALSE(workspace.has_design());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  CHECK(workspace.has_design());
  CHECK_FALSE(workspace.is_saved());
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  REQUIRE(workspace.edit({"Twee wanden", "Two walls"}, {add_wall(workspace, {4, 0}, {4, 4}),
                                                        add_wall(workspace, {4, 4}, {0, 4})}));
  CHECK(walls(workspace) == 3);
  CHECK(workspace.history().undo_label().nl == "Twee wanden");
  workspace.undo();
  CHECK(walls(workspace) == 1);
  workspace.undo();
  CHECK(walls(workspace) == 0);
  workspace.undo();  // there is nothing more
  CHECK(walls(workspace) == 0);
  workspace.redo();
  workspace.redo();
  workspace.redo();
  CHECK(walls(workspace) == 3);
}

TEST_CASE("an edit that is refused changes nothing, nor do those that came with it") {
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  const Seen before(workspace);
  const Status refused = workspace.edit(
      {"Twee wanden", "Two walls"},
      {add_wall(workspace, {0, 0}, {4, 0}), edit::RemoveWall{storey_of(workspace).id, WallId{99}}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::NotFound);
  CHECK(Seen(workspace) == before);
  CHECK_FALSE(workspace.history().can_undo());
}

TEST_CASE("what is previewed becomes one step, or none") {
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  const StoreyId storey = storey_of(workspace).id;
  const auto drag = [&](double by) {
    return workspace.preview(edit::MoveThings{storey, {"W1"}, {0, by}});
  };
  for (const double by : {0.1, 0.2, 0.3}) REQUIRE(drag(by));
  CHECK(workspace.has_draft());
  CHECK(storey_of(workspace).walls[0].points[0] == Point{0, 0.3});
  CHECK(workspace.history().current()->buildings[0].storeys[0]->walls[0].points[0] == Point{0, 0});
  workspace.commit();
  CHECK_FALSE(workspace.has_draft());
  CHECK(storey_of(workspace).walls[0].points[0] == Point{0, 0.3});
  workspace.undo();
  CHECK(storey_of(workspace).walls[0].points[0] == Point{0, 0});

  REQUIRE(drag(0.5));
  workspace.discard();
  CHECK(storey_of(workspace).walls[0].points[0] == Point{0, 0});
  CHECK(workspace.history().can_redo());  // a drag that came to nothing is no step

  REQUIRE(drag(0.5));
  workspace.undo();  // in the middle of a drag
  CHECK_FALSE(workspace.has_draft());
  CHECK(walls(workspace) == 0);
}

TEST_CASE("what is saved is what is opened, and further work is a change to it") {
  const Folder folder;
  const std::string path = folder / "ontwerp.trefpunt";
  Workspace workspace(surroundings());
  const Project project = large_project(3, 2, 2);
  workspace.adopt({project, {}}, "");
  CHECK_FALSE(workspace.is_saved());
  REQUIRE(workspace.save(path));
  CHECK(workspace.is_saved());
  CHECK(workspace.path() == path);
  Workspace other(surroundings());
  Result<Input> input = opened(other, path);
  REQUIRE(input);
  CHECK(first_difference(input->project, project) == "");
  other.adopt(std::move(*input), path);
  CHECK(other.is_saved());
  REQUIRE(other.edit(edit::RenameProject{"anders"}));
  CHECK_FALSE(other.is_saved());
  other.undo();
  CHECK(other.is_saved());
}

TEST_CASE("each save keeps what was decided otherwise, and nothing of what was undone before it") {
  const Folder folder;
  const std::string path = folder / "ontwerp.trefpunt";
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  const auto decide = [&](double value) {
    Ambition ambition;
    ambition.thresholds = {{"RVS-4.1d", value, "omdat", "bestuur", "2026-09-14", false}};
    REQUIRE(workspace.edit(edit::SetAmbition{ambition}));
  };
  decide(60);
  REQUIRE(workspace.save(path));
  CHECK(load_project(path)->decisions.empty());
  decide(50);
  workspace.undo();
  decide(40);
  REQUIRE(workspace.save(path));
  REQUIRE(load_project(path)->decisions.size() == 1);
  CHECK(load_project(path)->decisions[0].after.find("40") != std::string::npos);
  workspace.undo();
  CHECK(workspace.with_past(workspace.project()).decisions.size() == 2);
  REQUIRE(workspace.save(path));
  REQUIRE(workspace.save(path));
  const Result<Project> kept = load_project(path);
  REQUIRE(kept->decisions.size() == 2);
  CHECK(kept->decisions[1].after == kept->decisions[0].before);
  CHECK(kept->decisions[1].by == "bestuur");
}

TEST_CASE("a file that cannot be opened leaves the design as it is, and says why") {
  const Folder folder;
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  REQUIRE(until_evaluated(workspace));
  const Seen before(workspace);
  const Evaluated* evaluated = workspace.evaluated();
  const std::string half = folder / "half.trefpunt";
  REQUIRE(save_project(rich_project(), {{{}, {}}, {{}}}, folder / "heel.trefpunt"));
  fs::copy(folder / "heel.trefpunt", half);
  fs::resize_file(half, fs::file_size(half) / 2);
  for (const std::string& path :
       {folder.write("geen.dxf", "dit is geen tekening"), folder.write("geen.trefpunt", "nee"),
        folder.write("leeg.geojson", ""), folder / "weg.trefpunt", folder / "weg.dxf",
        folder.path(), half}) {
    INFO(path);
    const Result<Input> input = opened(workspace, path);
    REQUIRE_FALSE(input);
    CHECK_FALSE(input.error().sentence.nl.empty());
    CHECK(Seen(workspace) == before);
    CHECK(workspace.evaluated() == evaluated);
    CHECK_FALSE(workspace.is_stale());
  }
}

TEST_CASE("a folder that cannot be written leaves the design unsaved and whole") {
  const Folder folder;
  const std::string path = folder / "weg/ontwerp.trefpunt";
  fs::create_directory(folder / "weg");
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(workspace.save(path));
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  fs::remove_all(folder / "weg");  // a stick that was pulled out
  fs::create_directory(folder / "map.trefpunt");
  const Seen before(workspace);
  for (const std::string& target :
       {path, std::string("/proc/ontwerp.trefpunt"), folder / "map.trefpunt"}) {
    INFO(target);
    const Status saved = workspace.save(target);
    REQUIRE_FALSE(saved);
    CHECK_FALSE(saved.error().sentence.en.empty());
    CHECK(Seen(workspace) == before);
  }
  REQUIRE(workspace.save(folder / "elders.trefpunt"));
  CHECK(workspace.is_saved());
}

TEST_CASE("a full disk leaves the file that was there") {
  const Folder folder;
  const std::string path = folder / "ontwerp.trefpunt";
  Workspace workspace(surroundings());
  workspace.start_new({"Nieuw ontwerp", "New design"});
  REQUIRE(workspace.save(path));
  REQUIRE(workspace.edit(add_wall(workspace, {0, 0}, {4, 0})));
  REQUIRE(until_evaluated(workspace));
  const Seen before(workspace);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit none = {16 * 1024, limit.rlim_max};
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &none);
  const Status saved = workspace.save(path);
  setrlimit(RLIMIT_FSIZE, &limit);
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == Code::NotWritable);
  CHECK(Seen(workspace) == before);
  CHECK(folder.names() == std::vector<std::string>{"ontwerp.trefpunt"});
  const Result<Project> kept = load_project(path);
  REQUIRE(kept);
  CHECK(kept->buildings[0].storeys[0]->walls.empty());
  REQUIRE(workspace.save(path));
}

TEST_CASE("the latest edit wins, and its outcome is that of a fresh start") {
  Workspace workspace(surroundings());
  workspace.adopt({large_project(6, 4, 2), {}}, "");
  const StoreyId storey = storey_of(workspace).id;
  for (int i = 0; i < 40; ++i) {
    REQUIRE(workspace.edit(edit::MoveThings{storey, {"W12"}, {0.01, 0}}));
    if (i % 3 == 0) workspace.poll();
    if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(15));
  }
  workspace.undo();
  REQUIRE(until_evaluated(workspace));
  const Evaluated& evaluated = *workspace.evaluated();
  CHECK(evaluated.project == workspace.shared());
  Session session(builtin_catalogue());
  Job job;
  const Result<Evaluation> fresh = session.evaluate(
      workspace.project(),
      {*named_scope(session.catalogue(Scale::Building), "gebouw"), workspace.today()}, job);
  REQUIRE(fresh);
  const auto text = [&](const Evaluation& evaluation) {
    return report_json({workspace.project(), evaluation, workspace.catalogue(), "2026-11-05"});
  };
  const bool is_same = text(evaluated.evaluation) == text(*fresh);
  CHECK(is_same);  // not the texts: they are pages long
  CHECK(workspace.take_errors().empty());
}

TEST_CASE("an outcome of the design before is never shown for the one that was opened") {
  Workspace workspace(surroundings());
  for (int round = 0; round < 8; ++round) {
    Project old = large_project(3, 2, 1), next = large_project(2, 2, 1);
    old.name = "vorige";
    next.name = "volgende";
    workspace.adopt({old, {}}, "");
    // From before the old one is begun to after it is done.
    std::this_thread::sleep_for(std::chrono::milliseconds(6 * round));
    workspace.adopt({next, {}}, "");
    CHECK(workspace.evaluated() == nullptr);
    REQUIRE(until(workspace, [&] {
      CHECK((!workspace.evaluated() || workspace.evaluated()->project->name == "volgende"));
      return !workspace.is_stale();
    }));
  }
}

TEST_CASE("stopping leaves the design, and the next edit is computed") {
  Workspace workspace(surroundings());
  workspace.adopt({large_project(10, 10, 4), {}}, "");
  CHECK(workspace.is_evaluating());
  workspace.cancel();
  REQUIRE(until(workspace, [&] { return !workspace.is_evaluating(); }));
  CHECK(workspace.take_errors().empty());
  CHECK(workspace.is_stale());
  CHECK(walls(workspace) == 4 * (10 * 11 + 11 * 10));
  workspace.adopt({large_project(2, 2, 1), {}}, "");
  REQUIRE(until_evaluated(workspace));
}

TEST_CASE("reading that is stopped leaves the design") {
  const Folder folder;
  Workspace workspace(surroundings());
  workspace.adopt({large_project(20, 15, 8), {}}, "");
  workspace.cancel();
  REQUIRE(workspace.save(folder / "groot.trefpunt"));
  workspace.start_new({"Nieuw ontwerp", "New design"});
  const Seen before(workspace);
  InputOptions options;
  options.inputs = {folder / "groot.trefpunt"};
  workspace.open(options);
  CHECK(workspace.is_loading());
  workspace.cancel();
  std::optional<Result<Input>> loaded;
  REQUIRE(until(workspace, [&] { return (loaded = workspace.loaded()).has_value(); }));
  if (!*loaded) CHECK(loaded->error().code == Code::Cancelled);
  CHECK(Seen(workspace) == before);
  CHECK_FALSE(workspace.is_loading());
}

TEST_CASE("a project of answers alone has no building to compute") {
  Project project;
  project.name = "antwoorden";
  Workspace workspace(surroundings());
  workspace.adopt({project, {}}, "");
  REQUIRE(until_evaluated(workspace));
  CHECK_FALSE(workspace.evaluated()->evaluation.judgement.verdicts.empty());
  const Folder folder;
  CHECK(workspace.save(folder / "antwoorden.trefpunt"));
}

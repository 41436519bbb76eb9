// SPDX-License-Identifier: GPL-3.0-or-later
// How long the desktop lets one wait: from an edit to new verdicts on the sample ward, and for a
// frame of a plan of 5,000 walls. Targets (median): 100 ms and 4 ms.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "app/field_desk.h"
#include "app/play.h"
#include "support/large_project.h"

using namespace trefpunt;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}
double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const std::string& what, std::vector<double> times, double cpu) {
  std::sort(times.begin(), times.end());
  const std::size_t n = times.size();
  fmt::print("{:<44} {:>4} x  median {:8.2f} ms  p95 {:8.2f} ms  worst {:8.2f} ms  {:6.2f} CPU s\n",
             what, n, times[n / 2], times[n * 95 / 100], times.back(), cpu);
}

void settle(Workspace& workspace) {
  while (workspace.is_stale()) {
    workspace.poll();
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
}

Surroundings surroundings() {
  return {builtin_catalogue(), "2026-11-05", "", nullptr};
}

Result<Input> ward() {
  const std::string folder = std::string(TREFPUNT_ROOT) + "/samples/verpleegafdeling/";
  InputOptions options;
  options.inputs = {folder + "verpleegafdeling.geojson"};
  options.rooms = folder + "ruimtestaat.csv";
  options.uses = folder + "uses.json";
  options.ambition = folder + "ambition.json";
  options.answers = folder + "answers.json";
  Session session(builtin_catalogue());
  Job job;
  return read_input(options, builtin_catalogue(), session, job);
}

// A wall, chosen anew each time, moves 2 cm and the next time back.
void time_edits(const Project& project, int count) {
  Workspace workspace(surroundings());
  const auto start = Clock::now();
  const double before = cpu_seconds();
  workspace.adopt({project, {}}, "");
  settle(workspace);
  print("first evaluation", {milliseconds(start)}, cpu_seconds() - before);
  std::mt19937 random(1);
  std::vector<double> times;
  const double cpu = cpu_seconds();
  for (int i = 0; i < count; ++i) {
    const auto& storeys = workspace.project().buildings.front().storeys;
    const Storey& storey = *storeys[random() % storeys.size()];
    const Wall& wall = storey.walls[random() % storey.walls.size()];
    const auto begin = Clock::now();
    if (!workspace.edit(edit::MoveThings{storey.id, {to_string(wall.id)}, {0.02, 0}})) continue;
    settle(workspace);
    times.push_back(milliseconds(begin));
  }
  print("a wall moves: edit to new verdicts", times, cpu_seconds() - cpu);
}

// Fields as the window asks for them: the cell size that nobody chose, within the building.
void time_fields(const Project& project) {
  FieldOrder order;
  order.storey = project.buildings.front().storeys.front();
  for (const FieldInfo& info : field_kinds()) {
    order.kind = info.kind;
    double first = -1;
    const auto begin = Clock::now();
    const double cpu = cpu_seconds();
    Job job;
    const auto field = make_ordered_field(
        order, nullptr,
        [&](const FloorField&) {
          if (first < 0) first = milliseconds(begin);
        },
        job);
    const double all = milliseconds(begin);
    if (!field) continue;
    if (first >= 0) print("first estimate (target 500 ms)", {first}, 0);
    print(fmt::format("field {}, {} cells", info.name, field->grid.size()), {all},
          cpu_seconds() - cpu);
  }
}

Status time_frames() {
  auto made = Stage::make(surroundings(), "", 1600, 1000, 1);
  if (!made) return made.error();
  Stage& stage = **made;
  Desktop& desktop = stage.desktop();
  stage.frame();
  desktop.workspace().adopt({large_project(20, 15, 8), {}}, "");
  const auto& storey = *desktop.workspace().project().buildings.front().storeys.front();
  fmt::print("generated plan: {} spaces, {} walls, {} doors\n", storey.spaces.size(),
             storey.walls.size(), storey.doors.size());
  if (!stage.settle()) fmt::print("not evaluated within a minute\n");
  const auto frames = [&](const std::string& what, auto act) {
    std::vector<double> times;
    const double cpu = cpu_seconds();
    for (int i = 0; i < 120; ++i) {
      act(i);
      const auto begin = Clock::now();
      stage.frame();
      times.push_back(milliseconds(begin));
    }
    print("frame: " + what, times, cpu_seconds() - cpu);
  };
  const auto rest = [](int) {};
  const auto over_plan = [&](int i) {
    ImGui::GetIO().MousePos = {400.0f + 3.0f * static_cast<float>(i), 500};
  };
  desktop.state.show_tab = Tab::Properties;
  desktop.state.selection = {"S17"};
  frames("at rest, one space selected", rest);
  frames("mouse over the plan", over_plan);
  run_command(desktop, "tool-wall");
  frames("drawing a wall, snapping", over_plan);
  run_command(desktop, "tool-look");
  stage.settle();
  frames("the isovist follows the mouse", over_plan);
  run_command(desktop, "tool-select");
  run_command(desktop, "field:visibility.mean_depth");
  frames("while a field grows exact", over_plan);
  stage.settle();
  frames("a field under the plan", over_plan);
  run_command(desktop, "field");
  desktop.state.show_tab = Tab::Criteria;
  stage.frame();
  frames("criteria open", rest);
  desktop.state.show_tab = Tab::Contents;
  stage.frame();
  frames("contents open, 300 spaces", rest);
  run_command(desktop, "select-all");
  frames("everything selected", rest);
  desktop.state.selection.clear();
  desktop.state.show_tab = Tab::Properties;
  frames("another measure each frame: plan sent anew",
         [&](int i) { desktop.state.measure = i % 2 == 0 ? "space_depth" : "open_reach"; });
  return Done{};
}

}  // namespace

int main() {
  const Result<Input> input = ward();
  if (!input) {
    fmt::print(stderr, "{}\n", to_string(input.error(), Lang::En));
    return 2;
  }
  std::size_t spaces = 0, walls = 0;
  for (const auto& storey : input->project.buildings.front().storeys) {
    spaces += storey->spaces.size();
    walls += storey->walls.size();
  }
  fmt::print("samples/verpleegafdeling: {} spaces, {} walls\n", spaces, walls);
  time_fields(input->project);
  time_edits(input->project, 50);
  if (const Status done = time_frames(); !done) {
    fmt::print(stderr, "{}\n", to_string(done.error(), Lang::En));
    return 2;
  }
  fmt::print("peak memory {:.0f} MB\n", peak_megabytes());
  return 0;
}

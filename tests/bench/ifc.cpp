// SPDX-License-Identifier: GPL-3.0-or-later
// From an IFC file to spaces on the screen: seconds, memory, and how soon it stops when asked.
// Built when asked for, in a Release build: ninja bench_ifc.
//   bench_ifc FILE...          read_plan and the layout of every storey
//   bench_ifc --make MB FILE   writes a file of a building with that many megabytes
//   bench_ifc --stop FILE      stops in the middle of each tenth
#include <fmt/format.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <thread>

#include "clock.h"
#include "io/plan_reader.h"
#include "must.h"
#include "space/layout.h"
#include "support/ifc_building.h"

using namespace trefpunt;

namespace {

void read_and_lay_out(const std::string& path) {
  const double start = wall_seconds(), cpu = cpu_seconds();
  Job job;
  const PlanImport import = must(read_plan({{path, ""}}, {}, job));
  const double read = wall_seconds();
  std::size_t spaces = 0, doors = 0, drawn = 0;
  for (const auto& storey : import.building.storeys) {
    spaces += storey->spaces.size();
    doors += storey->doors.size();
    for (const SpaceShape& shape : must(make_layout(*storey, {}, job)).shapes)
      drawn += shape.polygon ? 1 : 0;
  }
  fmt::print("{}: {} storeys, {} spaces ({} drawn), {} doors\n", path,
             import.building.storeys.size(), spaces, drawn, doors);
  fmt::print(
      "  read {:.3f} s, layout {:.3f} s, together {:.3f} s ({:.3f} s of CPU), peak {:.0f} MiB\n",
      read - start, wall_seconds() - read, wall_seconds() - start, cpu_seconds() - cpu, peak_mib());
}

void stop_halfway(const std::string& path) {
  for (int tenth = 0; tenth < 10; ++tenth) {
    std::stop_source source;
    Job job(source.get_token());
    double asked = 0;
    std::thread watch([&] {
      while (job.permille() < 100 * tenth + 20 && asked == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      source.request_stop();
      asked = wall_seconds();
    });
    const auto plan = read_plan({{path, ""}}, {}, job);
    const double ended = wall_seconds();
    source.request_stop();
    watch.join();
    fmt::print("  asked at {} permille: {} after {:.3f} s\n", 100 * tenth + 20,
               plan ? "finished" : "stopped", std::max(0.0, ended - asked));
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 4 && std::strcmp(arguments[1], "--make") == 0) {
    std::ofstream file(arguments[3], std::ios::binary);
    write_ifc_building(file, std::stoul(arguments[2]) * 1000 * 1000);
    return file ? 0 : 1;
  }
  if (count == 3 && std::strcmp(arguments[1], "--stop") == 0) {
    stop_halfway(arguments[2]);
    return 0;
  }
  for (int i = 1; i < count; ++i) read_and_lay_out(arguments[i]);
  return count > 1 ? 0 : 2;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Encounters on the sample ward with its programme: what each stage costs on one core, and how many
// person-days a second the simulation draws. Built when asked for, in a Release build:
// ninja bench_ward.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "clock.h"
#include "encounter/lay_out.h"
#include "encounter/privacy.h"
#include "encounter/simulation.h"
#include "engine/read_input.h"
#include "must.h"

using namespace trefpunt;

namespace {

template <typename Work>
void time(const char* what, int times, Work work) {
  std::vector<double> taken;
  for (int i = 0; i < times; ++i) {
    const double cpu = cpu_seconds();
    work();
    taken.push_back(1000 * (cpu_seconds() - cpu));
  }
  std::sort(taken.begin(), taken.end());
  fmt::print("{:<58} median {:>8.2f} ms CPU, worst {:>8.2f}\n", what, taken[taken.size() / 2],
             taken.back());
}

}  // namespace

int main() {
  const std::string folder = TREFPUNT_ROOT "/samples/verpleegafdeling/";
  InputOptions options;
  options.inputs = {folder + "verpleegafdeling.geojson"};
  options.rooms = folder + "ruimtestaat.csv";
  options.uses = folder + "uses.json";
  options.programme = folder + "programme.json";
  const Catalogue catalogue = must(load_catalogue(options));
  Session session(catalogue);
  Job job;
  const Project project = must(read_input(options, catalogue, session, job)).project;
  const Building& building = project.buildings.front();
  const Programme& programme = project.programme;
  const Layouts layouts = must(session.layouts(building, job));
  StoreySights sights;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    sights.push_back(std::make_shared<const StoreySight>(
        must(make_storey_sight(*building.storeys[s], *layouts[s], job))));
  }
  const auto on_foot = make_walk_graph(building, layouts, walker(), job);
  WalkNetwork network = make_walk_network(building, layouts);
  const EncounterGround ground{building, layouts, sights, network, *on_foot};

  LaidOut laid = must(lay_out(programme, ground, job));
  std::vector<Place> stations;
  for (const Station& station : laid.model.stations) stations.push_back(station.place);
  const RouteOptions detours{programme.rules.detour.value, 8, 1, 1};
  const auto routes = std::make_shared<const RouteSet>(
      must(make_routes(network, stations, laid.pairs, detours, job)));
  const EncounterModel model = with_routes(laid, routes, ground);
  const auto stays = must(make_stay_pairs(model.roles, model.overlap_min, job));
  const Guests guests = find_guests(model);
  const auto guest_pairs = must(make_guest_pairs(model, guests, *stays, job));
  const auto passings = must(make_passings(model, job));
  std::size_t spaces = 0;
  for (const auto& storey : building.storeys) spaces += storey->spaces.size();
  fmt::print(
      "samples/verpleegafdeling: {} spaces, {} people in {} roles, {} classes, {} stations, "
      "{} pairs of stations, {} pieces\n",
      spaces, model.persons, model.roles.size(), model.classes.size(), stations.size(),
      laid.pairs.size(), routes->pieces.size());

  time("walking network", 20, [&] { network = make_walk_network(building, layouts); });
  time("programme laid on the plan", 20, [&] { laid = must(lay_out(programme, ground, job)); });
  time("routes, 8 draws", 10,
       [&] { must(make_routes(network, stations, laid.pairs, detours, job)); });
  time("stays of two visits (only when a schedule changes)", 20,
       [&] { must(make_stay_pairs(model.roles, model.overlap_min, job)); });
  time("who comes to a place (only when a schedule or place does)", 20,
       [&] { must(make_guest_pairs(model, guests, *stays, job)); });
  time("what ways share", 20, [&] { must(make_passings(model, job)); });
  double total = 0;
  time("closed form, routes and visibility given (target 8 ms)", 50,
       [&] { total = closed_form(model, *stays, guests, *guest_pairs, *passings).total.value; });
  time("privacy of rooms", 5, [&] { must(privacy_costs(programme, model, ground, job)); });

  const int weeks = 2000;
  const double cpu = cpu_seconds();
  const Simulation simulation = must(simulate(model, {1, weeks, weeks, 0, 1}, job));
  const double seconds = cpu_seconds() - cpu;
  const double person_days = 7.0 * weeks * model.persons;
  fmt::print(
      "simulation of {} weeks: {:.2f} s CPU, {:.0f} person-days/s (target 100000; a million is "
      "{:.1f} times that), {:.0f} MiB at most\n",
      weeks, seconds, person_days / seconds, 1e6 * seconds / person_days, peak_mib());
  fmt::print("encounters a week: {:.1f} by formula, {:.1f} ({:.1f} to {:.1f}) simulated\n", total,
             simulation.result.total.value, simulation.result.total.low,
             simulation.result.total.high);
  return 0;
}

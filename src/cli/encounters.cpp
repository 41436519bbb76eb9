// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/encounters.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/progress.h"
#include "io/files.h"

namespace trefpunt {

namespace {

std::optional<Error> missing(const Project& project) {
  if (project.buildings.empty()) {
    return Error{Code::NotFound, {"er is geen plattegrond", "there is no plan"}, {}};
  }
  if (project.programme.empty()) {
    return Error{Code::BadInput,
                 {"geef met --programme wie er is en wanneer, of een project met een programma",
                  "say with --programme who is there and when, or name a project that has one"},
                 {}};
  }
  return std::nullopt;
}

// The role pairs that meet most, for a terminal.
void print_table(const Programme& programme, const Encounters& found, Lang lang) {
  std::vector<RolePair> pairs;
  for (const RolePair& pair : found.pairs) {
    if (pair.pairs > 0 && pair.per_week.value > 0) pairs.push_back(pair);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const RolePair& a, const RolePair& b) {
    return a.per_week.value > b.per_week.value;
  });
  if (pairs.size() > 12) pairs.resize(12);
  fmt::print("{:<44} {:>12}  {:>26}\n", Text{"twee mensen", "two people"}.in(lang),
             Text{"per week", "per week"}.in(lang),
             Text{"herhaald (k 0,2 / 1 / oneindig)", "repeated (k 0.2 / 1 / infinite)"}.in(lang));
  for (const RolePair& pair : pairs) {
    const std::string names = programme.roles[static_cast<std::size_t>(pair.a)].name + " - " +
                              programme.roles[static_cast<std::size_t>(pair.b)].name;
    fmt::print("{:<44} {:>12}  {:>8} {:>8} {:>8}\n", names,
               format_number(pair.per_week.value, 3, lang),
               format_number(pair.repeated[0], 3, lang), format_number(pair.repeated[1], 3, lang),
               format_number(pair.repeated[2], 3, lang));
  }
}

}  // namespace

Result<int> run_encounters(const EncountersCommand& command) {
  if (!command.path.ends_with(".json")) {
    return Error{
        Code::Unsupported, {"ontmoetingen worden .json", "encounters are .json"}, command.path};
  }
  Result<Catalogue> catalogue = load_catalogue(command.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  auto progress = std::make_unique<Progress>(Text{"Rekenen", "Computing"}.in(command.lang));
  const Result<Input> input = read_input(command.input, *catalogue, session, progress->job());
  if (!input) return input.error();
  const Project& project = input->project;
  if (const auto error = missing(project)) return *error;
  std::optional<SimulationOptions> simulate;
  if (command.simulate) {
    simulate.emplace();
    simulate->seed = command.seed;
    simulate->threads = command.threads;
    if (command.weeks > 0) simulate->min_weeks = simulate->max_weeks = command.weeks;
  }
  const Result<EncounterResult> result =
      session.encounters(project.buildings.front(), project.programme, simulate, progress->job());
  if (!result) return result.error();
  if (result->refused) return *result->refused;
  const std::string json = encounters_json(project, *result);
  progress.reset();
  if (Status status = write_files({{command.path, json}}); !status) return status.error();
  print_table(project.programme, *result->encounters, command.lang);
  const Encounters& found = *result->encounters;
  if (found.weeks > 0) {
    fmt::print("{}\n",
               Text{fmt::format("{} weken nagebootst: samen {} ontmoetingen per week ({} tot {})",
                                found.weeks, format_number(found.total.value, 1, Lang::Nl),
                                format_number(found.total.low, 1, Lang::Nl),
                                format_number(found.total.high, 1, Lang::Nl)),
                    fmt::format("{} weeks simulated: {} encounters per week together ({} to {})",
                                found.weeks, format_number(found.total.value, 1, Lang::En),
                                format_number(found.total.low, 1, Lang::En),
                                format_number(found.total.high, 1, Lang::En))}
                   .in(command.lang));
  }
  fmt::print("{}: {}\n", Text{"Modelcijfers", "Model figures"}.in(command.lang), command.path);
  return 0;
}

}  // namespace trefpunt

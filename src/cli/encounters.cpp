// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/encounters.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "cli/wijk_encounters.h"
#include "io/files.h"

namespace trefpunt {

namespace {

constexpr int kPairedWeeks = 400;

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

std::optional<SimulationOptions> simulation_of(const EncountersCommand& command) {
  if (!command.simulate) return std::nullopt;
  SimulationOptions simulate;
  simulate.seed = command.seed;
  simulate.threads = command.threads;
  // Differences are paired by week: both plans take as many.
  const int weeks = command.weeks > 0 ? command.weeks : command.against.empty() ? 0 : kPairedWeeks;
  if (weeks > 0) simulate.min_weeks = simulate.max_weeks = weeks;
  return simulate;
}

// The other plan with the same programme. Room list and uses of the command line are of this plan.
Result<EncounterComparison> against(const EncountersCommand& command, const Project& project,
                                    const EncounterResult& result, const EncounterOptions& options,
                                    const Catalogue& catalogue, Session& session, Job& job) {
  InputOptions input = command.input;
  input.inputs = {command.against};
  input.storeys.clear();
  const Result<Input> other = read_input(input, catalogue, session, job);
  if (!other) return other.error();
  if (other->project.buildings.empty()) {
    return Error{Code::NotFound, {"er is geen plattegrond", "there is no plan"}, command.against};
  }
  const Building &here = project.buildings.front(), &there = other->project.buildings.front();
  const auto made = session.encounters(there, project.programme, options, job);
  if (!made) return made.error();
  if (made->refused) {
    Error error = *made->refused;
    error.where = file_name(command.against) + ": " + error.where;
    return error;
  }
  const auto order = session.compare_encounters(here, there, project.programme, job);
  if (!order) return order.error();
  EncounterComparison comparison = compare(project.programme, result, *made, *order);
  comparison.against = file_name(command.against);
  return comparison;
}

void print_comparison(const EncounterComparison& found, Lang lang) {
  const auto signed_number = [&](double value, int decimals) {
    return (value >= 0 ? "+" : "") + format_number(value, decimals, lang);
  };
  fmt::print("{}\n", Text{fmt::format("Dit plan min {}:", found.against),
                          fmt::format("This plan less {}:", found.against)}
                         .in(lang));
  const auto line = [&](const Text& what, const std::string& value) {
    fmt::print("  {:<52} {}\n", what.in(lang), value);
  };
  const auto interval = [&](const std::optional<Estimate>& estimate) {
    if (!estimate) return std::string();
    return fmt::format(" [{}; {}]", format_number(estimate->low, 1, lang),
                       format_number(estimate->high, 1, lang));
  };
  line({"ontmoetingen per week", "encounters per week"},
       signed_number(found.expected, 1) + interval(found.expected_simulated));
  if (found.twice_simulated) {
    line({"paren die elkaar in een week herhaald treffen", "pairs that meet repeatedly in a week"},
         signed_number(found.twice_simulated->value, 2) + interval(found.twice_simulated));
  }
  line({"herhaalde paren waar men kan blijven staan (k = 1)",
        "repeated pairs where one can stop (k = 1)"},
       signed_number(found.repeated, 2));
  line({"lopen per persoon per dag (m)", "walking per person and day (m)"},
       signed_number(found.walk_m, 1));
  line({"minuten in zicht van kamers per week", "minutes in view of rooms per week"},
       signed_number(found.in_view_min, 0));
  line({"mensen op de drukste plek", "people in the busiest place"}, signed_number(found.peak, 1));
  if (!found.order.has_difference) {
    line({"verschil in herhaalde paren volgens de formule",
          "difference in repeated pairs by formula"},
         Text{"onder 1 %: geen verschil van betekenis", "below 1 %: no difference to speak of"}.in(
             lang));
    return;
  }
  line({"volgorde houdt stand bij andere aannamen", "order holds under other assumptions"},
       fmt::format(
           "{} % ({})", format_number(100 * found.order.share, 0, lang),
           (found.order.is_robust ? Text{"robuust", "robust"} : Text{"niet robuust", "not robust"})
               .in(lang)));
}

}  // namespace

Result<int> run_encounters(const EncountersCommand& command) {
  if (!command.path.ends_with(".json")) {
    return Error{
        Code::Unsupported, {"ontmoetingen worden .json", "encounters are .json"}, command.path};
  }
  if (Status kept = keep_inputs(files_of(command.input), {command.path}); !kept) {
    return kept.error();
  }
  Result<Catalogue> catalogue = load_catalogue(command.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  auto progress = std::make_unique<Progress>(Text{"Rekenen", "Computing"}.in(command.lang));
  const Result<Input> input = read_input(command.input, *catalogue, session, progress->job());
  if (!input) return input.error();
  const Project& project = input->project;
  // A building in its wijk needs a programme; without one the question is about the wijk.
  if (project.wijk && (project.buildings.empty() || project.programme.empty())) {
    return run_wijk_encounters(command, project, *catalogue, session, progress->job());
  }
  if (const auto error = missing(project)) return *error;
  EncounterOptions options;
  options.simulate = simulation_of(command);
  options.with_sensitivity = true;
  const Result<EncounterResult> result =
      session.encounters(project.buildings.front(), project.programme, options, progress->job());
  if (!result) return result.error();
  if (result->refused) return *result->refused;
  std::optional<EncounterComparison> comparison;
  if (!command.against.empty()) {
    auto made = against(command, project, *result, options, *catalogue, session, progress->job());
    if (!made) return made.error();
    comparison = std::move(*made);
  }
  const std::string json = encounters_json(project, *result, comparison ? &*comparison : nullptr);
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
  if (comparison) print_comparison(*comparison, command.lang);
  fmt::print("{}: {}\n", Text{"Modelcijfers", "Model figures"}.in(command.lang), command.path);
  return 0;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wijk_encounters.h"

#include <fmt/format.h>

#include "io/files.h"
#include "measure/wijk_measure.h"
#include "report/wijk_encounters_json.h"

namespace trefpunt {

namespace {

Result<WijkEncounters> encounters_in(const Wijk& wijk, const EncountersCommand& command,
                                     const std::string& where, Job& job) {
  const auto named = [&](Error error) {
    if (error.where.empty()) error.where = where;
    return error;
  };
  std::shared_ptr<const StreetNetwork> network;
  if (wijk.streets) {
    auto made = make_street_network(*wijk.streets, {wijk.snap_tolerance}, job);
    if (!made) return named(made.error());
    network = std::make_shared<const StreetNetwork>(std::move(*made));
  }
  const WijkGround ground = make_wijk_ground(std::make_shared<const Wijk>(wijk), network);
  const auto input = wijk_encounter_input(
      wijk, network, {ground.homes, ground.places, ground.furnishings, ground.buurt_of_home});
  if (!input) return named(input.error());
  WijkPairOptions options;
  options.seed = command.seed;
  options.threads = command.threads;
  return wijk_encounters(*input, options, job);
}

void print_figures(const WijkEncounters& found, Lang lang) {
  const auto line = [&](const Text& what, const std::string& value) {
    fmt::print("  {:<56} {}\n", what.in(lang), value);
  };
  const auto number = [&](double value, int decimals) {
    return format_number(value, decimals, lang);
  };
  const WijkTotals& totals = found.totals;
  line({"bewoners (model)", "residents (model)"}, number(totals.people, 0));
  line({"voorbijgaan op straat, per week", "passings in the street, per week"},
       number(totals.passings, 0));
  line({"ontmoetingen op plekken, per week", "encounters at places, per week"},
       number(totals.place_encounters, 0));
  line({"ontmoetingen op banken, per week", "encounters on benches, per week"},
       number(totals.bench_encounters, 0));
  line({"paren die elkaar twee keer per week treffen", "pairs that meet twice a week"},
       fmt::format("{} / {} / {} (kappa {} / {} / {})", number(totals.repeated[0].value, 0),
                   number(totals.repeated[1].value, 0), number(totals.repeated[2].value, 0),
                   format_short(totals.kappas[0], 2, lang), format_short(totals.kappas[1], 2, lang),
                   Text{"oneindig", "infinite"}.in(lang)));
  for (const BuurtMeetings& buurt : found.buurten) {
    const FamiliarOthers& familiar = buurt.familiar;
    const std::string name =
        buurt.code.empty() ? Text{"buiten de buurten", "outside the buurten"}.in(lang) : buurt.code;
    line({"vertrouwde anderen per bewoner, " + name, "familiar others per resident, " + name},
         Text{fmt::format("gemiddeld {}, een vijfde hooguit {}",
                          number(familiar.mean.own + familiar.mean.other, 2),
                          number(familiar.fifth, 2)),
              fmt::format("mean {}, a fifth at most {}",
                          number(familiar.mean.own + familiar.mean.other, 2),
                          number(familiar.fifth, 2))}
             .in(lang));
  }
}

void print_comparison(const WijkComparison& found, const std::string& against, Lang lang) {
  const auto line = [&](const Text& what, double value, int decimals) {
    fmt::print("  {:<56} {}{}\n", what.in(lang), value >= 0 ? "+" : "",
               format_number(value, decimals, lang));
  };
  fmt::print("{}\n", Text{fmt::format("Deze wijk min {}:", against),
                          fmt::format("This wijk less {}:", against)}
                         .in(lang));
  line({"ontmoetingen per week", "encounters per week"}, found.encounters.difference(), 1);
  for (std::size_t k = 0; k < 3; ++k) {
    const char* kappa = k == 0 ? "0,2" : k == 1 ? "midden" : "oneindig";
    const char* kappa_en = k == 0 ? "0.2" : k == 1 ? "middle" : "infinite";
    line({fmt::format("paren die elkaar twee keer per week treffen (kappa {})", kappa),
          fmt::format("pairs that meet twice a week (kappa {})", kappa_en)},
         found.repeated[k].difference(), 1);
  }
  fmt::print("  {}\n", (found.is_steady ? Text{"dit verschil houdt stand bij elke kappa",
                                               "this difference holds for every kappa"}
                                        : Text{"dit verschil houdt niet stand bij elke kappa",
                                               "this difference does not hold for every kappa"})
                           .in(lang));
}

}  // namespace

Result<int> run_wijk_encounters(const EncountersCommand& command, const Project& project,
                                const Catalogue& catalogue, Session& session, Job& job) {
  if (command.simulate) {
    return Error{Code::Unsupported,
                 {"ontmoetingen in een wijk worden alleen met de formule berekend",
                  "encounters in a wijk are computed by formula only"},
                 "--simulate"};
  }
  const Wijk& wijk = *project.wijk;
  const auto found = encounters_in(wijk, command, {}, job);
  if (!found) return found.error();
  nlohmann::json comparison;
  std::optional<WijkComparison> differences;
  if (!command.against.empty()) {
    InputOptions input = command.input;
    input.inputs = {command.against};
    const Result<Input> other = read_input(input, catalogue, session, job);
    if (!other) return other.error();
    if (!other->project.wijk) {
      return Error{Code::NotFound, {"hier is geen wijk", "there is no wijk here"}, command.against};
    }
    const Wijk& there = *other->project.wijk;
    const auto before = encounters_in(there, command, command.against, job);
    if (!before) return before.error();
    differences = compare(*before, *found);
    comparison = wijk_comparison_object(there, wijk, *differences);
    comparison["against"] = file_name(command.against);
  }
  const std::string json = wijk_encounters_json(wijk, *found, differences ? &comparison : nullptr);
  if (Status status = write_files({{command.path, json}}); !status) return status.error();
  print_figures(*found, command.lang);
  if (differences) print_comparison(*differences, file_name(command.against), command.lang);
  fmt::print("{}\n", found->limits.front().in(command.lang));
  fmt::print("{}: {}\n", Text{"Modelcijfers", "Model figures"}.in(command.lang), command.path);
  return 0;
}

}  // namespace trefpunt

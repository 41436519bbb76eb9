// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "cli/storey_of.h"
#include "criteria/scale.h"
#include "io/files.h"
#include "report/drawing.h"
#include "report/encounter_maps.h"

namespace trefpunt {

namespace {

Error not_found(std::string nl, std::string en) {
  return {Code::NotFound, {std::move(nl), std::move(en)}, {}};
}

}  // namespace

Result<int> run_picture(const PictureOptions& options) {
  const bool is_svg = options.path.ends_with(".svg");
  if (!is_svg && !options.path.ends_with(".png")) {
    return Error{Code::Unsupported,
                 {"een tekening wordt .svg of .png", "a picture is .svg or .png"},
                 options.path};
  }
  if (Status kept = keep_inputs(files_of(options.input), {options.path}); !kept) {
    return kept.error();
  }
  const Measure* measure = options.measure.empty() ? nullptr : find_measure(options.measure);
  const std::optional<EncounterMap> map = encounter_map_of(options.measure);
  if (!options.measure.empty() && measure == nullptr && !map) {
    return not_found(
        fmt::format("er is geen maat '{}'; zie 'trefpunt measures'", options.measure),
        fmt::format("there is no measure '{}'; see 'trefpunt measures'", options.measure));
  }
  Result<Catalogue> catalogue = load_catalogue(options.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  Progress progress(Text{"Tekenen", "Drawing"}.in(options.lang));
  const Result<Input> input = read_input(options.input, *catalogue, session, progress.job());
  if (!input) return input.error();
  const Project& project = input->project;
  if (project.buildings.empty()) {
    return not_found("er is geen plattegrond om te tekenen", "there is no plan to draw");
  }
  const Building& building = project.buildings.front();
  Result<int> storey = storey_of(building, options.storey);
  if (!storey) return storey.error();
  Result<Scope> scope = named_scope(at_scale(*catalogue, Scale::Building), "gebouw");
  if (!scope) return scope.error();
  Result<Evaluation> evaluation = session.evaluate(project, {*scope, ""}, progress.job());
  if (!evaluation) return evaluation.error();

  const BuildingResult& result = evaluation->buildings.front();
  DrawingOptions drawing;
  drawing.storey = *storey;
  drawing.width = options.width;
  drawing.lang = options.lang;
  if (measure != nullptr) {
    drawing.info = &measure->info();
    drawing.outcome = result.outcomes.at(measure->info().id).get();
  }
  MeasureInfo map_info;
  Outcome map_outcome;
  if (map) {
    if (!result.encounter) {
      return not_found("geef met --programme wie er is en wanneer",
                       "say with --programme who is there and when");
    }
    if (result.encounter->refused) return *result.encounter->refused;
    map_info = encounter_info(*map);
    map_outcome = encounter_outcome(building, *result.encounter->encounters, *map);
    drawing.info = &map_info;
    drawing.outcome = &map_outcome;
  }
  Status status = is_svg ? write_file(options.path, drawing_svg(building, result, drawing))
                         : write_drawing_png(building, result, drawing, options.path);
  if (!status) return status.error();
  return 0;
}

}  // namespace trefpunt

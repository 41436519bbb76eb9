// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/progress.h"
#include "io/files.h"
#include "report/drawing.h"

namespace trefpunt {

namespace {

Error not_found(std::string nl, std::string en) {
  return {Code::NotFound, {std::move(nl), std::move(en)}, {}};
}

Result<int> storey_index(const Building& building, const std::string& wanted) {
  std::string names;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    const Storey& storey = *building.storeys[s];
    names += (names.empty() ? "" : ", ") + storey.name;
    if (wanted.empty()
            ? storey.level >= 0
            : wanted == storey.name || wanted == format_short(storey.level, 2, Lang::En)) {
      return static_cast<int>(s);
    }
  }
  if (wanted.empty() && !building.storeys.empty()) return 0;
  return not_found(fmt::format("er is geen verdieping '{}'; er zijn: {}", wanted, names),
                   fmt::format("there is no storey '{}'; there are: {}", wanted, names));
}

}  // namespace

Result<int> run_picture(const PictureOptions& options) {
  const bool is_svg = options.path.ends_with(".svg");
  if (!is_svg && !options.path.ends_with(".png")) {
    return Error{Code::Unsupported,
                 {"een tekening wordt .svg of .png", "a picture is .svg or .png"},
                 options.path};
  }
  const Measure* measure = options.measure.empty() ? nullptr : find_measure(options.measure);
  if (!options.measure.empty() && measure == nullptr) {
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
  Result<int> storey = storey_index(building, options.storey);
  if (!storey) return storey.error();
  Result<Scope> scope = named_scope(*catalogue, "gebouw");
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
  Status status = is_svg ? write_file(options.path, drawing_svg(building, result, drawing))
                         : write_drawing_png(building, result, drawing, options.path);
  if (!status) return status.error();
  return 0;
}

}  // namespace trefpunt

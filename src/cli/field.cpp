// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "cli/storey_of.h"
#include "io/level_name.h"
#include "io/point_table.h"

namespace trefpunt {

namespace {

Result<Point> place_in(const std::string& words) {
  const std::size_t comma = words.find(',');
  if (comma != std::string::npos) {
    const auto x = number_from_text(words.substr(0, comma));
    const auto y = number_from_text(words.substr(comma + 1));
    if (x && y) return Point{*x, *y};
  }
  return Error{Code::BadInput,
               {"schrijf een plek als X,Y in meter, met een punt: 3.5,5",
                "write a place as X,Y in metres, with a point: 3.5,5"},
               words};
}

Result<FieldOptions> read_options(const FieldCommand& command) {
  FieldOptions options;
  const auto kind = field_kind(command.kind);
  if (!kind) {
    std::string names;
    for (const FieldInfo& info : field_kinds()) {
      names += (names.empty() ? "" : ", ") + std::string(info.name);
    }
    return Error{Code::NotFound,
                 {fmt::format("er is geen veld '{}'; wel: {}", command.kind, names),
                  fmt::format("there is no field '{}'; there are: {}", command.kind, names)},
                 {}};
  }
  if (!command.path.ends_with(".csv") && !command.path.ends_with(".gpkg")) {
    return Error{Code::Unsupported,
                 {"een veld wordt .csv of .gpkg", "a field is .csv or .gpkg"},
                 command.path};
  }
  if (Status kept = keep_inputs(files_of(command.input), {command.path}); !kept) {
    return kept.error();
  }
  options.kind = *kind;
  options.grid.spacing = command.spacing;
  options.radius = command.radius;
  options.threads = command.threads;
  options.sight.doors_open = command.doors != "shut";
  for (const std::string& words : command.from) {
    const Result<Point> place = place_in(words);
    if (!place) return place.error();
    options.grid.from.push_back(*place);
  }
  return options;
}

}  // namespace

Result<int> run_field(const FieldCommand& command) {
  Result<FieldOptions> options = read_options(command);
  if (!options) return options.error();
  Result<Catalogue> catalogue = load_catalogue(command.input);
  if (!catalogue) return catalogue.error();
  Session session(*catalogue);
  Progress progress(Text{"Rekenen", "Computing"}.in(command.lang));
  const Result<Input> input = read_input(command.input, *catalogue, session, progress.job());
  if (!input) return input.error();
  if (input->project.buildings.empty()) {
    return Error{Code::NotFound,
                 {"er is geen plattegrond om in te kijken", "there is no plan to look in"},
                 {}};
  }
  const Building& building = input->project.buildings.front();
  const Result<int> index = storey_of(building, command.storey);
  if (!index) return index.error();
  const Storey& storey = *building.storeys[static_cast<std::size_t>(*index)];
  std::shared_ptr<const Layout> layout;
  if (options->grid.from.empty()) {
    if (door_seeds(storey).empty()) {
      return Error{Code::BadInput,
                   {"deze verdieping heeft geen deuren; geef met --from X,Y een plek op de vloer",
                    "this storey has no doors; name a place on the floor with --from X,Y"},
                   storey.name};
    }
    // From a front door the flood would run on around the building.
    const Result<Layouts> layouts = session.layouts(building, progress.job());
    if (!layouts) return layouts.error();
    layout = (*layouts)[static_cast<std::size_t>(*index)];
    options->grid.within = layout.get();
  }
  Result<FloorField> field = make_field(storey, *options, progress.job());
  if (!field) return field.error();

  PointTable table{command.kind, building.placement.crs, {}, {}, {}};
  for (int i = 0; i < field->grid.size(); ++i) table.points.push_back(field->grid.centre(i));
  for (FieldColumn& column : field->columns) {
    table.columns.push_back(column.id);
    table.values.push_back(std::move(column.values));
  }
  if (const Status written = write_points(table, command.path); !written) return written.error();
  fmt::print("{}\n",
             Text{fmt::format("{}: {} cellen van {} m, {}", storey.name, field->grid.size(),
                              format_short(field->grid.spacing_m(), 6, Lang::Nl), command.path),
                  fmt::format("{}: {} cells of {} m, {}", storey.name, field->grid.size(),
                              format_short(field->grid.spacing_m(), 6, Lang::En), command.path)}
                 .in(command.lang));
  if (field->open_isovists > 0) {
    fmt::print("{}\n",
               Text{fmt::format("Van {} cellen gaat het zicht langs de getekende wanden naar "
                                "buiten; hun waarden hangen af van het kader 10 m om de "
                                "tekening.",
                                field->open_isovists),
                    fmt::format("{} cells look past the drawn walls to the outside; their values "
                                "depend on the frame 10 m around the drawing.",
                                field->open_isovists)}
                   .in(command.lang));
  }
  return 0;
}

}  // namespace trefpunt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/session.h"
#include "io/plan_reader.h"
#include "io/wijk_reader.h"
#include "project/project.h"

namespace trefpunt {

// What a command line says about what to read.
struct InputOptions {
  std::vector<std::string> inputs;   // plan files or one project; a page of a PDF as FILE#2
  std::vector<std::string> storeys;  // NAME=FILE or NAME=FILE@x1,y1,x2,y2
  std::vector<std::string> wijk;     // layers of a neighbourhood; inputs that look like it too
  std::string wijk_map, wijk_crs;    // see WijkReadOptions
  std::string rooms, layers, uses, ambition, answers, programme, catalogue;
  std::string remarks;  // what readers remarked: opmerkingen.csv, filled in
  std::string wijk_assumptions;
  std::string place_building;  // X,Y,ANGLE: m in the wijk's system, degrees counter-clockwise
  // What someone said of the drawings themselves; see PlanOptions.
  std::map<std::string, Meaning> layer_meanings;
  std::optional<double> metres_per_unit;
  std::string plan_crs;  // degrees of a plan are projected to it; empty: see PlanOptions
  std::string scale;     // of a PDF: "1:100"
  // ISO day on which ambition and answers are given, for the history of a saved project; empty:
  // that history stays as it is.
  std::string date;
};

// The catalogue that was asked for: the built-in one, or the file's.
Result<Catalogue> load_catalogue(const InputOptions& options);

struct Input {
  Project project;
  std::vector<LayerUse> layers;           // of the drawings; a saved project no longer has them
  std::vector<LayerMapping> wijk_layers;  // the same of a wijk
};

// Everything read and put together into one project; nothing is read half. With no plan at all the
// project holds the answers only. A wijk that is named goes before the one of a saved project.
Result<Input> read_input(const InputOptions& options, const Catalogue& catalogue, Session& session,
                         Job& job);

// The project with the room list, ambition, answers and programme that the options name.
Result<Project> with_lists(Project project, const InputOptions& options, const Catalogue& catalogue,
                           Session& session, Job& job);

// The layers of the drawings that are named, also when read_input() finds no walls in them.
Result<std::vector<LayerUse>> list_layers(const InputOptions& options, Job& job);

// The lines of the first PDF that is named, in millimetres of paper; none: no PDF.
Result<std::vector<Segment>> list_paper_lines(const InputOptions& options, Job& job);

}  // namespace trefpunt
